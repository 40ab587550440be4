/**
 * What follows from an event of a case file: the next state. A case file is the fold of all its events.
 */
import type { CaseEvent, CaseEventOf } from './case-event.ts';
import type { CaseFile, CaseFileId, Consent, ConsentId } from './case-file.ts';
import type { StaffId } from './words.ts';

/** A decision in the making: the events so far, and the state they lead to. */
export interface CaseDraft {
  readonly state: CaseFile;
  readonly events: readonly CaseEvent[];
}

/** A draft in which nothing has happened yet. */
export function startCaseDraft(state: CaseFile): CaseDraft {
  return { state, events: [] };
}

/** Adds events, in order. */
export function emitCase(draft: CaseDraft, ...events: readonly CaseEvent[]): CaseDraft {
  const state = events.reduce<CaseFile>((before, event) => evolveCase(before, before.id, event), draft.state);
  return { state, events: [...draft.events, ...events] };
}

/** The state a case file is born in. */
export function bornCase(id: CaseFileId, event: CaseEventOf<'CaseOpened'>): CaseFile {
  return {
    id,
    version: 1,
    code: event.code,
    status: 'open',
    enquiry: event.enquiry,
    ageBand: event.ageBand,
    past17Half: event.past17Half,
    openedBy: event.by,
    openedAt: event.at,
    touchedAt: event.at,
    coordinator: event.coordinator,
    standIn: event.standIn,
    team: [],
    invitations: [],
    consents: [],
    nextStep: null,
    lastContactAt: null,
    acuteAt: null,
    closing: null,
  };
}

/** The state after an event. `null` stands for a case file that does not exist yet. */
export function evolveCase(state: CaseFile | null, id: CaseFileId, event: CaseEvent): CaseFile {
  if (event.type === 'CaseOpened') return bornCase(id, event);
  if (state === null) throw new Error(`${id}: ${event.type} before CaseOpened`);
  const fold = folds[event.type] as (state: CaseFile, event: CaseEvent) => CaseFile;
  return { ...fold(state, event), version: state.version + 1, touchedAt: event.at };
}

/** The state after all of its events; null when there are none. */
export function replayCase(id: CaseFileId, events: readonly CaseEvent[]): CaseFile | null {
  return events.reduce<CaseFile | null>((state, event) => evolveCase(state, id, event), null);
}

function without<One extends { readonly staff: StaffId }>(list: readonly One[], ...staff: readonly StaffId[]) {
  return list.filter((one) => !staff.includes(one.staff));
}

function withConsent(state: CaseFile, id: ConsentId, change: Partial<Consent>): CaseFile {
  return { ...state, consents: state.consents.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

type Folds = { [Type in CaseEvent['type']]: (state: CaseFile, event: CaseEventOf<Type>) => CaseFile };

const folds: Folds = {
  CaseOpened: (state) => state,
  CoordinatorChosen: (state, { coordinator, standIn }) => {
    const chosen = standIn === null ? [coordinator] : [coordinator, standIn];
    const { team, invitations } = state;
    const rest = { team: without(team, ...chosen), invitations: without(invitations, ...chosen) };
    return { ...state, ...rest, coordinator, standIn };
  },
  Turned17Half: (state) => ({ ...state, past17Half: true }),
  AgeTold: (state, { ageBand }) => ({ ...state, ageBand }),
  ConsentRecorded: (state, { consent }) => ({ ...state, consents: [...state.consents, consent] }),
  ConsentWithdrawn: (state, { consent, at }) => withConsent(state, consent, { withdrawnAt: at }),
  ConsentEnded: (state, { consent, at }) => withConsent(state, consent, { endedAt: at }),
  InvitationAsked: (state, { staff, role, by, at }) => ({
    ...state,
    invitations: [...without(state.invitations, staff), { staff, role, askedBy: by, at }],
  }),
  InvitationRefused: (state, { staff }) => ({ ...state, invitations: without(state.invitations, staff) }),
  MemberAdded: (state, { staff, role }) => ({
    ...state,
    team: [...without(state.team, staff), { staff, role }],
    invitations: without(state.invitations, staff),
  }),
  MemberLeft: (state, { staff }) => ({ ...state, team: without(state.team, staff) }),
  IntruderFound: (state) => state,
  NextStepSet: (state, { note, dueBy }) => ({ ...state, nextStep: { note, by: dueBy } }),
  ContactHad: (state, { at }) => ({ ...state, lastContactAt: at }),
  AcuteHeard: (state, { heardAt }) => ({ ...state, acuteAt: heardAt }),
  CaseClosed: (state, { outcome, note, at }) => ({ ...state, status: 'closed', closing: { outcome, note, at } }),
  CaseReopened: (state) => ({ ...state, status: 'open', closing: null }),
};
