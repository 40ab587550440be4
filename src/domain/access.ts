/**
 * Who may see an enquiry and who may take it. What a citizen tells the robot alone, staff do not see.
 */
import type { Enquiry } from './enquiry.ts';
import type { EnquiryEvent } from './enquiry-event.ts';
import { replay } from './evolve.ts';
import type { Staff } from './kommune.ts';
import type { EnquiryId } from './words.ts';

/** Staff see what their party answers for or is offered, what they hold, help with or coordinate, and what duty is called to. */
export function maySee(state: Enquiry, staff: Staff): boolean {
  if (state.status === 'with_bot') return false;
  if (staff.party === state.party || isCalledToDuty(state, staff)) return true;
  if (isCoordinator(state, staff)) return true;
  if (state.status === 'offered' && state.offer.to === staff.party) return true;
  return (
    (state.status === 'claimed' || state.status === 'offered') && (state.claimedBy === staff.id || helps(state, staff))
  );
}

/** Invited by the one who has it: may read and answer. */
export function helps(state: Enquiry, { id }: Pick<Staff, 'id'>): boolean {
  return state.helpers.includes(id);
}

/**
 * Whether the citizen took it back from people among whom this one was: they may know that it is gone, and no more.
 *
 * @param events the whole journal of an enquiry that the robot has now
 */
export function sawWithdrawn(id: EnquiryId, events: readonly EnquiryEvent[], staff: Staff): boolean {
  const at = events.findLastIndex(({ type }) => type === 'HandoffWithdrawn');
  const before = at < 0 ? null : replay(id, events.slice(0, at));
  return before !== null && maySee(before, staff);
}

/** Staff of the answerable party, the youth's coordinator, and the duty rota once the ladder has reached it. */
export function mayTake(state: Enquiry, staff: Staff): boolean {
  return staff.party === state.party || isCoordinator(state, staff) || isCalledToDuty(state, staff);
}

/** When a deadline has passed twice, the leader or the duty rota may take over from whoever has it. */
export function mayRelieve(state: Enquiry, staff: Staff): boolean {
  const leader = staff.leads && staff.party === state.party && (state.called === 'leader' || state.called === 'duty');
  return leader || isCalledToDuty(state, staff);
}

function isCoordinator({ caseFile }: Enquiry, { id }: Staff): boolean {
  return caseFile?.coordinator === id;
}

function isCalledToDuty(state: Enquiry, staff: Staff): boolean {
  return staff.duty && state.called === 'duty';
}
