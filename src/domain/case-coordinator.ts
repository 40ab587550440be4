/**
 * Who coordinates a case file: opened with exactly one, who may be replaced but never taken away. The suggestion is by age
 * and relation; a person chooses.
 *
 * @source reference: R37–R39
 */
import { mayAppoint } from './case-access.ts';
import type { CaseEventOf } from './case-event.ts';
import type { CaseDraft } from './case-evolve.ts';
import { bornCase, emitCase, startCaseDraft } from './case-evolve.ts';
import type { CaseFile, CaseFileId } from './case-file.ts';
import { isCovered, roleOf } from './case-team.ts';
import type { Enquiry } from './enquiry.ts';
import { holds } from './handoff.ts';
import type { Kommune, Staff } from './kommune.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import type { AgeBand, Instant, PartyCode, StaffId } from './words.ts';

/** More than this many young people is more than one person can be close to. */
const mostAtOnce = 5;

export interface Candidate {
  readonly staff: StaffId;
  /** Open case files they coordinate now. */
  readonly load: number;
  /** With this one they would coordinate more than five. A warning, never a refusal. */
  readonly tooMany: boolean;
}

const partiesAt: Readonly<Record<AgeBand | 'unknown', readonly PartyCode[]>> = {
  under_15: ['family'],
  '15_17': ['family'],
  '18_24': ['employment', 'guidance'],
  '25_plus': ['employment', 'guidance'],
  unknown: ['family', 'employment', 'guidance'],
};
/** What tells that a young adult is in aftercare, where the family's caseworker goes on. */
const aftercare: ReadonlySet<string> = new Set(['youth_support_18']);
/** They judge, watch or lead across all cases, so none is theirs. */
const neverCoordinate: ReadonlySet<PartyCode> = new Set(['data_protection', 'leader', 'on_call']);

/** Where a coordinator for this youth usually comes from. */
function fittingParties({ ageBand, intent, others }: Enquiry): readonly PartyCode[] {
  const fitting = partiesAt[ageBand ?? 'unknown'];
  const isAftercare = [intent, ...others].some((one) => one !== null && aftercare.has(one));
  return isAftercare && !fitting.includes('family') ? ['family', ...fitting] : fitting;
}

/**
 * Everybody who could coordinate, best first: whoever has the enquiry when their party fits, those who coordinate by
 * trade, the fitting parties, then the rest; among equals the one with fewest.
 */
export function suggestCoordinators(
  enquiry: Enquiry,
  holder: StaffId | PartyCode,
  { staff }: Kommune,
  loads: ReadonlyMap<StaffId, number>,
): readonly Candidate[] {
  const fitting = fittingParties(enquiry);
  const rank = ({ id, party }: Staff): number => {
    if (id === holder && fitting.includes(party)) return 0;
    if (party === 'coordinator') return 1;
    return fitting.includes(party) ? 2 : 3;
  };
  const load = ({ id }: Staff): number => loads.get(id) ?? 0;
  return [...staff.values()]
    .filter(({ party }) => !neverCoordinate.has(party))
    .toSorted((a, b) => rank(a) - rank(b) || load(a) - load(b) || (a.id < b.id ? -1 : 1))
    .map((one) => ({ staff: one.id, load: load(one), tooMany: load(one) >= mostAtOnce }));
}

export interface CaseOpening {
  readonly id: CaseFileId;
  readonly code: string;
  readonly coordinator: StaffId;
  readonly standIn: StaffId | null;
  readonly past17Half: boolean;
}

export type AppointRefusal = 'unknown-staff' | 'already-member';

function appointable(coordinator: StaffId, standIn: StaffId | null, { staff }: Kommune): Result<null, AppointRefusal> {
  if (!staff.has(coordinator) || (standIn !== null && !staff.has(standIn))) return refuse('unknown-staff');
  return coordinator === standIn ? refuse('already-member') : ok(null);
}

/** Whoever has an enquiry in hand opens a case file for it, with one coordinator; the stand-in is another person. */
export function openCaseFile(
  enquiry: Enquiry,
  by: Staff,
  { id, ...opening }: CaseOpening,
  kommune: Kommune,
  now: Instant,
): Result<CaseDraft, AppointRefusal | 'not-in-hand'> {
  if (!holds(enquiry, by.id).ok) return refuse('not-in-hand');
  const chosen = appointable(opening.coordinator, opening.standIn, kommune);
  if (!chosen.ok) return chosen;
  const { id: about, ageBand } = enquiry;
  const opened: CaseEventOf<'CaseOpened'> = {
    type: 'CaseOpened',
    by: by.id,
    ...opening,
    enquiry: about,
    ageBand,
    at: now,
  };
  return ok({ state: bornCase(id, opened), events: [opened] });
}

/**
 * Another coordinator or stand-in. Whoever had the task before stays only as a member whom a consent covers.
 * Choosing the same changes nothing.
 */
export function chooseCoordinator(
  state: CaseFile,
  by: Staff,
  { coordinator, standIn }: { readonly coordinator: StaffId; readonly standIn: StaffId | null },
  kommune: Kommune,
  now: Instant,
): Result<CaseDraft, AppointRefusal | 'not-coordinator'> {
  if (!mayAppoint(state, by, kommune)) return refuse('not-coordinator');
  const chosen = appointable(coordinator, standIn, kommune);
  if (!chosen.ok) return chosen;
  const start = startCaseDraft(state);
  if (coordinator === state.coordinator && standIn === state.standIn) return ok(start);
  const appointed = emitCase(start, { type: 'CoordinatorChosen', by: by.id, coordinator, standIn, at: now });
  const before = [state.coordinator, ...(state.standIn === null ? [] : [state.standIn])];
  const staying = before
    .filter((staff) => staff !== coordinator && staff !== standIn)
    .filter((staff) => isCovered(state, staff, kommune, now));
  return ok(
    staying.reduce((draft, staff) => {
      const role = roleOf(kommune.staff.get(staff)?.party);
      return emitCase(draft, { type: 'MemberAdded', staff, role, by: by.id, at: now });
    }, appointed),
  );
}
