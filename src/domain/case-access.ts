/**
 * Who may see a case file and who may act on it. Being in a channel, or in the same party, lets nobody in.
 */
import type { CaseFile } from './case-file.ts';
import { membersNow } from './case-team.ts';
import type { Kommune, Staff } from './kommune.ts';
import type { Instant, StaffId } from './words.ts';

/** The coordinator, the stand-in, and whoever a live consent or legal basis covers. */
export function mayKnow(state: CaseFile, staff: StaffId, kommune: Kommune, now: Instant): boolean {
  return membersNow(state, kommune, now).includes(staff);
}

/** The stand-in may do what the coordinator may. */
export function coordinates({ coordinator, standIn }: CaseFile, staff: StaffId): boolean {
  return staff === coordinator || staff === standIn;
}

/**
 * Who may choose another coordinator: those who coordinate, and, so that nobody is left without one, the leader of the
 * coordinator's party, or of the youth effort when the coordinator has left the municipality. They need not see more.
 */
export function mayAppoint(state: CaseFile, by: Staff, { staff }: Kommune): boolean {
  const party = staff.get(state.coordinator)?.party ?? 'leader';
  return coordinates(state, by.id) || (by.leads && by.party === party);
}
