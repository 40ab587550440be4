/**
 * Who joins and leaves the team of a case file. Nobody joins whom no consent covers: asking for them is a question to
 * the coordinator.
 */
import { coordinates } from './case-access.ts';
import type { CaseDraft } from './case-evolve.ts';
import { emitCase, startCaseDraft } from './case-evolve.ts';
import type { CaseFile, TeamRole } from './case-file.ts';
import { isCovered } from './case-team.ts';
import type { Kommune, Staff } from './kommune.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import type { Instant, StaffId } from './words.ts';

export type InviteRefusal = 'case-closed' | 'unknown-staff' | 'already-member';

/**
 * Somebody in the team asks for one more. Covered by a consent, they join; otherwise the coordinator records one or
 * refuses. Asking twice changes nothing.
 */
export function invite(
  state: CaseFile,
  by: Staff,
  { staff, role }: { readonly staff: StaffId; readonly role: TeamRole },
  kommune: Kommune,
  now: Instant,
): Result<CaseDraft, InviteRefusal> {
  if (state.status === 'closed') return refuse('case-closed');
  if (!kommune.staff.has(staff)) return refuse('unknown-staff');
  const draft = startCaseDraft(state);
  const asked = { staff, role, by: by.id, at: now };
  const isIn = coordinates(state, staff) || state.team.some((member) => member.staff === staff);
  if (isIn) return refuse('already-member');
  if (isCovered(state, staff, kommune, now)) return ok(emitCase(draft, { type: 'MemberAdded', ...asked }));
  const isAsked = state.invitations.some((invitation) => invitation.staff === staff && invitation.role === role);
  return ok(isAsked ? draft : emitCase(draft, { type: 'InvitationAsked', ...asked }));
}

export type TeamRefusal = 'case-closed' | 'not-coordinator' | 'not-member' | 'is-coordinator';

/** The coordinator says no to somebody who was asked for. */
export function refuseInvitation(
  state: CaseFile,
  by: Staff,
  staff: StaffId,
  now: Instant,
): Result<CaseDraft, TeamRefusal> {
  if (state.status === 'closed') return refuse('case-closed');
  if (!coordinates(state, by.id)) return refuse('not-coordinator');
  if (!state.invitations.some((one) => one.staff === staff)) return refuse('not-member');
  return ok(emitCase(startCaseDraft(state), { type: 'InvitationRefused', staff, by: by.id, at: now }));
}

/** The coordinator takes somebody out of the team; coordinators are replaced instead. */
export function removeMember(state: CaseFile, by: Staff, staff: StaffId, now: Instant): Result<CaseDraft, TeamRefusal> {
  if (state.status === 'closed') return refuse('case-closed');
  if (!coordinates(state, by.id)) return refuse('not-coordinator');
  if (coordinates(state, staff)) return refuse('is-coordinator');
  if (!state.team.some((member) => member.staff === staff)) return refuse('not-member');
  return ok(emitCase(startCaseDraft(state), { type: 'MemberLeft', staff, why: 'removed', by: by.id, at: now }));
}

/** Somebody leaves of their own will; the coordinator only when another has been chosen. */
export function leave(state: CaseFile, by: Staff, now: Instant): Result<CaseDraft, TeamRefusal> {
  if (state.status === 'closed') return refuse('case-closed');
  const { coordinator, standIn, team } = state;
  if (by.id === coordinator) return refuse('is-coordinator');
  const draft = startCaseDraft(state);
  if (by.id === standIn) {
    return ok(emitCase(draft, { type: 'CoordinatorChosen', by: by.id, coordinator, standIn: null, at: now }));
  }
  if (!team.some(({ staff }) => staff === by.id)) return refuse('not-member');
  return ok(emitCase(draft, { type: 'MemberLeft', staff: by.id, why: 'left', by: by.id, at: now }));
}
