/**
 * Who belongs to a case file: who is in it now, which roles it needs at this age, and who fills them.
 */
import type { CaseFile, Consent, Member, TeamRole } from './case-file.ts';
import { teamRoles } from './case-file.ts';
import type { Kommune } from './kommune.ts';
import type { AgeBand, Instant, PartyCode, StaffId } from './words.ts';

/** What a case file needs to say about age for its team to be known. */
export type TeamAge = Pick<CaseFile, 'ageBand' | 'past17Half'>;

/**
 * Roles every team needs at an age. `unknown` leaves nobody out that a young person may need.
 *
 * @source reference: R42
 */
const template: Readonly<Record<AgeBand | 'unknown', readonly TeamRole[]>> = {
  under_15: ['family', 'guidance', 'employment'],
  '15_17': ['family', 'guidance', 'employment'],
  '18_24': ['guidance', 'employment', 'adult_social'],
  '25_plus': ['guidance', 'employment', 'adult_social'],
  unknown: ['family', 'guidance', 'employment'],
};

/** Roles the team needs; adult social services join half a year before 18. */
export function neededRoles({ ageBand, past17Half }: TeamAge): readonly TeamRole[] {
  const needed = template[ageBand ?? 'unknown'];
  return past17Half && !needed.includes('adult_social') ? [...needed, 'adult_social'] : needed;
}

/** What somebody of a party is in a team for, unless it is said otherwise. */
export function roleOf(party: PartyCode | undefined): TeamRole {
  return teamRoles.find((role) => role === party) ?? 'other';
}

/** Needed roles that nobody who is in it now fills; the coordinator and the stand-in count with their party. */
export function missingRoles(state: CaseFile, kommune: Kommune, now: Instant): readonly TeamRole[] {
  const answerable = answerableOf(state).map((staff) => roleOf(kommune.staff.get(staff)?.party));
  const filled = new Set([...answerable, ...coveredTeam(state, kommune, now).map(({ role }) => role)]);
  return neededRoles(state).filter((role) => !filled.has(role));
}

/** Neither withdrawn nor run out. */
export function isLive({ from, until, withdrawnAt, endedAt }: Consent, now: Instant): boolean {
  return withdrawnAt === null && endedAt === null && from <= now && now < until;
}

/** Whether a live consent or legal basis lets this person's party know. */
export function isCovered({ consents }: CaseFile, staff: StaffId, { staff: known }: Kommune, now: Instant): boolean {
  const party = known.get(staff)?.party;
  return party !== undefined && consents.some((consent) => isLive(consent, now) && consent.parties.includes(party));
}

function coveredTeam(state: CaseFile, kommune: Kommune, now: Instant): readonly Member[] {
  return state.team.filter(({ staff }) => isCovered(state, staff, kommune, now));
}

/** There by their task, not by a consent: the coordinator, then the stand-in. */
function answerableOf({ coordinator, standIn }: CaseFile): readonly StaffId[] {
  return standIn === null ? [coordinator] : [coordinator, standIn];
}

/** Everybody who may know at this moment, coordinator first. Right also when nobody has yet noticed that a consent ran out. */
export function membersNow(state: CaseFile, kommune: Kommune, now: Instant): readonly StaffId[] {
  return [...answerableOf(state), ...coveredTeam(state, kommune, now).map(({ staff }) => staff)];
}
