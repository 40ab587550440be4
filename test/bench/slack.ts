/**
 * How long Slack's way takes: from a citizen's commit to what staff see, and from a staff reply to the citizen's log.
 * Through the real Bolt, web client and HTTP against the emulator on loopback, whose own time is subtracted.
 */
