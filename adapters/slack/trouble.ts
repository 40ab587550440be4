/**
 * Whether Slack answers. After most of a minute without an answer, or at once when our token is refused, an alarm goes
 * off and stays until Slack is back; meanwhile staff work at the desk and nobody waits for Slack's silence.
 */
import type { Instant } from '../../src/domain/words.ts';
import { type Clock, type Log, UnavailableError } from '../../src/ports.ts';
import type { Watch } from './calls.ts';
import { decisionOn } from './errors.ts';

export interface Trouble extends Watch {
  /** `down`: the alarm is on. */
  health(): 'up' | 'down';
  /** Notices how long it has lasted, and asks Slack how it is when nobody else does. */
  tick(now: Instant): void;
  /** The sockets that bring us news are gone, or there again. */
  listening(hears: boolean): void;
}

interface Needs {
  readonly clock: Clock;
  readonly log: Log;
  /** Asks Slack something small; its answer comes in through the watch. */
  readonly probe: () => Promise<unknown>;
  readonly changed: (health: 'up' | 'down') => void;
  /** Slack is back, or heard again, after it was away since then. */
  readonly back: (since: Instant) => void;
}

/** Before a minute is over, with time for the probe that makes sure. */
const alarmAfterMs = 40_000;
const probeEveryMs = 15_000;
/** One failure and a long pause of our own is no outage. */
const failuresForAlarm = 2;
/** So many in a row, and nobody asks for a while but the probe. */
const failuresToRest = 4;
const restMs = 5_000;
const probeMethod = 'auth.test';
/** Shorter silences lose nothing: Slack itself sends again. */
const backAfterMs = 20_000;
const heardAfterMs = 3_000;

export function trouble({ clock, log, probe, changed, back }: Needs): Trouble {
  /** When it began to fail, or to be deaf; null while all is well. */
  let failingSince: Instant | null = null;
  let deafSince: Instant | null = null;
  let failures = 0;
  let restUntil: Instant = 0;
  let probedAt: Instant = Number.NEGATIVE_INFINITY;
  let lastCode = '';
  let health: 'up' | 'down' = 'up';

  function alarm(code: string): void {
    if (health === 'down') return;
    health = 'down';
    log.error({ code }, 'slack is away: staff must work at the desk');
    changed(health);
  }

  function allWell(): void {
    if (failingSince !== null || deafSince !== null || health === 'up') return;
    health = 'up';
    log.info({}, 'slack is back');
    changed(health);
  }

  return {
    health: () => health,
    pass(method) {
      if (method === probeMethod || failures < failuresToRest) return;
      const left = restUntil - clock.now();
      if (left > 0) throw new UnavailableError('slack', 'resting', { retryAfterMs: left });
      // One tries; the others rest until it is known how that went.
      restUntil = clock.now() + restMs;
    },
    answered() {
      failures = 0;
      const since = failingSince;
      failingSince = null;
      if (since === null) return;
      const lasted = health === 'down' || clock.now() - since >= backAfterMs;
      allWell();
      if (lasted) back(since);
    },
    failed(code) {
      const now = clock.now();
      lastCode = code;
      failures += 1;
      restUntil = now + restMs;
      failingSince ??= now;
      if (decisionOn(code) === 'token') alarm(code);
    },
    listening(hears) {
      const now = clock.now();
      const since = deafSince;
      deafSince = hears ? null : (since ?? now);
      if (!hears || since === null) return;
      allWell();
      if (now - since >= heardAfterMs) back(since);
    },
    tick(now) {
      const lasts = failingSince !== null && now - failingSince >= alarmAfterMs;
      if (lasts && failures >= failuresForAlarm) alarm(lastCode);
      if (deafSince !== null && now - deafSince >= alarmAfterMs) alarm('no_connection');
      if (now - probedAt < probeEveryMs) return;
      probedAt = now;
      probe().catch(() => undefined);
    },
  };
}
