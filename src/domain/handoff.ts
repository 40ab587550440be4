/**
 * What a member of staff does with an enquiry in their own party: take it, give it back, close it.
 * `answering.ts` has what they say to the citizen, `transfer.ts` what two parties do together, `helping.ts` who helps.
 */
import { mayRelieve, mayTake } from './access.ts';
import { deadlineFor } from './deadline.ts';
import type { Draft } from './draft.ts';
import { emit, say, startDraft } from './draft.ts';
import type { Enquiry } from './enquiry.ts';
import type { Staff } from './kommune.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import type { Rules } from './rules.ts';
import type { Instant, Outcome, StaffId } from './words.ts';

export type ClaimRefusal = 'nobody-waiting' | 'already-claimed' | 'not-your-party' | 'closed';

/**
 * A member of staff takes a waiting enquiry; the first claim wins.
 * A leader or the duty rota may take over one whose deadline has passed twice.
 *
 * @returns what to store, or why the claim is refused; never throws
 */
export function claim(state: Enquiry, by: Staff, rules: Rules, now: Instant): Result<Draft, ClaimRefusal> {
  switch (state.status) {
    case 'with_bot':
      return refuse('nobody-waiting');
    case 'closed':
      return refuse('closed');
    case 'claimed':
    case 'offered':
      if (state.claimedBy === by.id || !mayRelieve(state, by)) return refuse('already-claimed');
      break;
    case 'waiting':
      if (!mayTake(state, by)) return refuse('not-your-party');
  }
  const due = state.waitsSince === null ? null : deadlineFor(state.urgency, now, rules);
  const claimed = emit(startDraft(state), { type: 'HandoffClaimed', by: by.id, due, at: now });
  return ok(say(claimed, now, { kind: 'claimed', by: by.id }));
}

export type HoldRefusal = 'nobody-waiting' | 'not-claimed' | 'claimed-by-other' | 'closed';

/** Whether this person has it in hand; every act but claiming and answering needs that. */
export function holds(state: Enquiry, by: StaffId): Result<null, HoldRefusal> {
  switch (state.status) {
    case 'with_bot':
      return refuse('nobody-waiting');
    case 'closed':
      return refuse('closed');
    case 'waiting':
      return refuse('not-claimed');
    case 'claimed':
    case 'offered':
      return state.claimedBy === by ? ok(null) : refuse('claimed-by-other');
  }
}

export type ReturnRefusal = HoldRefusal | 'nowhere-to-return' | 'already-offered' | 'not-your-party';

/**
 * Gives an enquiry back, with a reason (`note`): the one who has it lays it back in the party's queue;
 * an unclaimed one that is not the party's goes to the front desk. Its place in the queue is kept.
 */
export function giveBack(
  state: Enquiry,
  by: Staff,
  note: string,
  rules: Rules,
  now: Instant,
): Result<Draft, ReturnRefusal> {
  if (state.status === 'offered') return refuse('already-offered');
  if (state.status === 'waiting') {
    if (!mayTake(state, by)) return refuse('not-your-party');
    if (state.party === 'front_desk') return refuse('nowhere-to-return');
  } else {
    const held = holds(state, by.id);
    if (!held.ok) return held;
  }
  const party = state.status === 'waiting' ? 'front_desk' : state.party;
  const due = deadlineFor(state.urgency, now, rules);
  const returned = emit(startDraft(state), { type: 'HandoffReturned', by: by.id, party, due, note, at: now });
  return ok(say(returned, now, { kind: 'returned', party, due }));
}

/** The one who has it closes it, with an outcome and a reason (`note`). */
export function close(
  state: Enquiry,
  by: Staff,
  { outcome, note }: { readonly outcome: Outcome; readonly note: string },
  now: Instant,
): Result<Draft, HoldRefusal | 'already-offered'> {
  if (state.status === 'offered') return refuse('already-offered');
  const held = holds(state, by.id);
  if (!held.ok) return held;
  const closed = emit(startDraft(state), { type: 'EnquiryClosed', by: by.id, outcome, note, at: now });
  return ok(say(closed, now, { kind: 'closed', by: by.id }));
}
