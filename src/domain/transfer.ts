/**
 * Handing an enquiry to another party. An offer does not release the giver: only an acceptance does.
 */
import { mayTake } from './access.ts';
import { deadlineFor, offerEndsAt } from './deadline.ts';
import type { Draft } from './draft.ts';
import { emit, say, startDraft } from './draft.ts';
import type { Enquiry, Offered } from './enquiry.ts';
import type { HoldRefusal } from './handoff.ts';
import { holds } from './handoff.ts';
import type { Staff } from './kommune.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import type { Rules } from './rules.ts';
import type { Instant, PartyCode } from './words.ts';
import { partyCodes } from './words.ts';

export type OfferRefusal = HoldRefusal | 'already-offered' | 'same-party' | 'unknown-party' | 'not-your-party';

/**
 * Offers an enquiry to another party, with a reason (`note`).
 * Whoever hands on an unclaimed enquiry has it until the offer is accepted.
 */
export function offerTransfer(
  state: Enquiry,
  by: Staff,
  { to, note }: { readonly to: string; readonly note: string },
  rules: Rules,
  now: Instant,
): Result<Draft, OfferRefusal> {
  if (state.status === 'offered') return refuse('already-offered');
  if (state.status === 'waiting') {
    if (!mayTake(state, by)) return refuse('not-your-party');
  } else {
    const held = holds(state, by.id);
    if (!held.ok) return held;
  }
  const party = partyCodes.find((code) => code === to && rules.kommune.parties.has(code));
  if (party === undefined) return refuse('unknown-party');
  if (party === state.party) return refuse('same-party');
  const until = offerEndsAt(state.urgency, now, rules);
  const due = state.waitsSince === null ? null : deadlineFor(state.urgency, now, rules);
  const start = startDraft(state);
  const held = state.status === 'waiting' ? emit(start, { type: 'HandoffClaimed', by: by.id, due, at: now }) : start;
  const offered = emit(held, { type: 'TransferOffered', by: by.id, to: party, until, note, at: now });
  return ok(say(offered, now, { kind: 'offered', by: by.id, to: party }));
}

export type AnswerRefusal = 'no-offer' | 'not-offered-to-you';

/** Somebody in the other party accepts: from here on that party answers for it, and that person has it. */
export function accept(state: Enquiry, by: Staff, rules: Rules, now: Instant): Result<Draft, AnswerRefusal> {
  const offered = offeredTo(state, by);
  if (!offered.ok) return offered;
  const due = state.waitsSince === null ? null : deadlineFor(state.urgency, now, rules);
  const party: PartyCode = offered.value.offer.to;
  const accepted = emit(startDraft(state), { type: 'TransferAccepted', by: by.id, party, due, at: now });
  return ok(say(accepted, now, { kind: 'accepted', by: by.id }));
}

/** Somebody in the other party declines, with a reason (`note`): the giver has it as before. */
export function decline(state: Enquiry, by: Staff, note: string, now: Instant): Result<Draft, AnswerRefusal> {
  const offered = offeredTo(state, by);
  if (!offered.ok) return offered;
  return ok(emit(startDraft(state), { type: 'TransferDeclined', by: by.id, note, at: now }));
}

/** Nobody has answered the offer in time: the giver has it as before. Null when there is nothing to do. */
export function expireOffer(state: Enquiry, now: Instant): Draft | null {
  if (state.status !== 'offered' || state.offer.until > now) return null;
  return emit(startDraft(state), { type: 'TransferExpired', at: now });
}

function offeredTo(state: Enquiry, by: Staff): Result<Offered, AnswerRefusal> {
  if (state.status !== 'offered') return refuse('no-offer');
  return state.offer.to === by.party ? ok(state) : refuse('not-offered-to-you');
}
