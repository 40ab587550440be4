/**
 * What Slack sends, as one of the few things we listen to; null for all else. Knows Slack's shapes, so that nothing else
 * must. Texts lose their CPR numbers here, before anything is kept.
 */
import { z } from 'zod';
import { eventArrival } from './happening-events.ts';
import { commandArrival, touchArrival } from './happening-touches.ts';
import type { Happening } from './parts.ts';

/** Something that has come in. */
export interface Arrival {
  /** The same for every delivery of the same thing, and for what is read again after an outage. */
  readonly key: string;
  /** Things in one line are worked on one after another. */
  readonly line: string;
  readonly happening: Happening;
  /** The next of its kind says it all again: worked on at once, neither kept nor tried again. */
  readonly passing?: boolean;
}

export interface Reading {
  readonly maskCpr: (text: string) => string;
  /** Our workspace; null until Slack has told us. */
  readonly team: string | null;
}

const EventBody = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  context_team_id: z.string().nullish(),
  event_id: z.string(),
  event: z.looseObject({ type: z.string() }),
});

const TouchBody = z.looseObject({
  type: z.enum(['block_actions', 'view_submission', 'view_closed']),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().nullish() }),
});

const CommandBody = z.looseObject({ command: z.string(), team_id: z.string() });

/**
 * @param body as Slack sent it: an event's JSON, the JSON in a form's `payload`, or a command's form
 * @returns null for what we do not listen to, cannot read, what an app has written, and what comes from another
 *   organisation (Slack Connect)
 */
export function arrivalOf(body: unknown, reading: Reading): Arrival | null {
  const event = EventBody.safeParse(body);
  if (event.success) {
    const { team_id: team, context_team_id: context, event_id: id } = event.data;
    if (isForeign(reading, team, context)) return null;
    return eventArrival(event.data.event, { ...reading, team }, id);
  }
  const touch = TouchBody.safeParse(body);
  if (touch.success) {
    const { team, user } = touch.data;
    return isForeign(reading, team?.id ?? user.team_id, user.team_id) ? null : touchArrival(body, reading.maskCpr);
  }
  const command = CommandBody.safeParse(body);
  if (command.success) {
    return isForeign(reading, command.data.team_id, null) ? null : commandArrival(body, reading.maskCpr);
  }
  return rateLimited(body);
}

function isForeign({ team }: Reading, theirs: string | null | undefined, context: string | null | undefined): boolean {
  if (typeof theirs !== 'string') return true;
  return (team !== null && theirs !== team) || (typeof context === 'string' && context !== theirs);
}

const RateLimited = z.object({ type: z.literal('app_rate_limited'), minute_rate_limited: z.number() });

function rateLimited(body: unknown): Arrival | null {
  const limited = RateLimited.safeParse(body);
  if (!limited.success) return null;
  const { minute_rate_limited: minute } = limited.data;
  return { key: `limited.${minute}`, line: 'limited', happening: { kind: 'rate_limited' } };
}
