/**
 * What happens when nobody has acted in time: the party is reminded, then its leader is called, then the duty rota,
 * again and again until a person acts. Nothing but a person's act ends it.
 */
import { nextCallAt } from './deadline.ts';
import type { Draft } from './draft.ts';
import { emit, startDraft } from './draft.ts';
import type { Called, Enquiry } from './enquiry.ts';
import { isWithPeople } from './enquiry.ts';
import type { Rules } from './rules.ts';
import type { Instant } from './words.ts';

/** Who is called at the first, second … passed deadline; the last repeats. */
const ladder = ['party', 'leader', 'duty'] as const satisfies readonly Called[];

/** Climbs one step when the deadline has passed. Null when there is nothing to do. */
export function passDeadline(state: Enquiry, rules: Rules, now: Instant): Draft | null {
  if (!isWithPeople(state) || state.due === null || state.due > now) return null;
  const calls = ladder[Math.min(state.step, ladder.length - 1)] ?? 'duty';
  const next = nextCallAt(state.urgency, now, rules);
  return emit(startDraft(state), { type: 'DeadlinePassed', step: state.step + 1, calls, next, at: now });
}
