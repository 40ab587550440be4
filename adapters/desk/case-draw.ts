/** From a case file's state to what the desk shows of it. */
import { coordinates, mayAppoint, mayKnow } from '../../src/domain/case-access.ts';
import type { CaseFile, Consent } from '../../src/domain/case-file.ts';
import { isCovered, isLive } from '../../src/domain/case-team.ts';
import { giversFor } from '../../src/domain/consent.ts';
import type { Kommune, Staff } from '../../src/domain/kommune.ts';
import type { EnquiryId, Instant, StaffId } from '../../src/domain/words.ts';
import type { CaseSuggestion, CaseView, Clock, ForDesks, ForStaff } from '../../src/ports.ts';
import { partyName, staffName } from '../staff-words.ts';
import type { CaseAction, CaseDetail, CaseRow, Colleague, ConsentItem, NextStep, Opening } from './case-model.ts';
import { caseEventWords } from './case-timeline.ts';
import { iso, isoOrNull, latestReadings } from './draw-model.ts';

export interface CaseDrawNeeds {
  readonly staffSide: Pick<ForStaff, 'kommune'>;
  readonly clock: Clock;
  readonly reader: Pick<ForDesks, 'caseNotes'>;
}

export function colleagueOf(kommune: Kommune, id: StaffId): Colleague {
  const found = kommune.staff.get(id);
  const where = found === undefined ? '' : partyName(kommune, found.party);
  const { role: title = '', party = null } = found ?? {};
  return { id, name: staffName(kommune, id), title, party, partyName: where };
}

function nextStepOf({ nextStep }: CaseFile, notes: ReadonlyMap<string, string>, now: Instant): NextStep | null {
  if (nextStep === null) return null;
  return { text: notes.get(nextStep.note) ?? '', by: iso(nextStep.by), late: nextStep.by < now };
}

function mineIn({ coordinator, standIn }: CaseFile, me: Staff): CaseRow['mine'] {
  if (me.id === coordinator) return 'coordinator';
  return me.id === standIn ? 'stand_in' : 'member';
}

function rowWith({ staffSide, clock }: CaseDrawNeeds, me: Staff, file: CaseFile, notes: ReadonlyMap<string, string>) {
  const { id, code, status, enquiry } = file;
  return {
    id,
    code,
    status,
    enquiry,
    coordinator: colleagueOf(staffSide.kommune, file.coordinator),
    mine: mineIn(file, me),
    nextStep: nextStepOf(file, notes, clock.now()),
    lastContactAt: isoOrNull(file.lastContactAt),
  } satisfies CaseRow;
}

/** One of those a person is in. Of its words only the next step is read. */
export async function caseRowOf(needs: CaseDrawNeeds, me: Staff, file: CaseFile): Promise<CaseRow> {
  const notes = file.nextStep === null ? new Map<string, string>() : await needs.reader.caseNotes(file.id);
  return rowWith(needs, me, file, notes);
}

/** What a person may be told after they have acted; null when that took them out of it. */
export async function changedRow(needs: CaseDrawNeeds, me: Staff, file: CaseFile): Promise<CaseRow | null> {
  const stillIn = mayKnow(file, me.id, needs.staffSide.kommune, needs.clock.now());
  return stillIn ? caseRowOf(needs, me, file) : null;
}

/** @param conversation the reader may open the conversation too */
export function drawCase(needs: CaseDrawNeeds, me: Staff, view: CaseView, conversation: boolean): CaseDetail {
  const { kommune } = needs.staffSide;
  const { caseFile: file, notes } = view;
  const now = needs.clock.now();
  const { ageBand, past17Half, closing } = file;
  return {
    ...rowWith(needs, me, file, notes),
    openedAt: iso(file.openedAt),
    openedBy: staffName(kommune, file.openedBy),
    ageBand,
    past17Half,
    standIn: file.standIn === null ? null : colleagueOf(kommune, file.standIn),
    team: teamOf(view, kommune, now),
    missing: [...view.missing],
    invitations: file.invitations.map(({ staff, role, askedBy, at }) => {
      return { ...colleagueOf(kommune, staff), role, askedBy: staffName(kommune, askedBy), at: iso(at) };
    }),
    consents: file.consents.map((consent) => consentItem(consent, view, kommune, now)),
    givers: [...giversFor(ageBand)],
    acuteAt: isoOrNull(file.acuteAt),
    closing: closing && {
      outcome: closing.outcome,
      summary: notes.get(closing.note) ?? '',
      at: iso(closing.at),
    },
    timeline: view.journal.map(({ event }) => {
      return { type: event.type, text: caseEventWords(event, file, notes, kommune), at: iso(event.at) };
    }),
    readBy: latestReadings(view).map(([staff, at]) => ({ staff, name: staffName(kommune, staff), at: iso(at) })),
    conversation,
    actions: allowedCaseActions(me, file, kommune),
  };
}

function teamOf({ caseFile, members }: CaseView, kommune: Kommune, now: Instant): CaseDetail['team'] {
  const live = caseFile.consents.filter((consent) => isLive(consent, now));
  return caseFile.team
    .filter(({ staff }) => members.includes(staff))
    .map(({ staff, role }) => {
      const colleague = colleagueOf(kommune, staff);
      const covers = ({ parties }: Consent) => colleague.party !== null && parties.includes(colleague.party);
      return { ...colleague, role, coveredBy: live.filter(covers).map(({ id }) => id) };
    });
}

function consentItem(consent: Consent, { caseFile, notes }: CaseView, kommune: Kommune, now: Instant): ConsentItem {
  const { id, ground, parties, scopes, purpose, recordedBy, from, until, withdrawnAt, endedAt } = consent;
  const live = isLive(consent, now);
  const over = withdrawnAt === null ? ('ended' as const) : ('withdrawn' as const);
  const without = { ...caseFile, consents: caseFile.consents.filter((one) => one.id !== id) };
  const leaving = caseFile.team.filter(
    ({ staff }) => isCovered(caseFile, staff, kommune, now) && !isCovered(without, staff, kommune, now),
  );
  return {
    id,
    kind: ground.kind,
    givenBy: ground.kind === 'consent' ? ground.givenBy : null,
    basis: ground.kind === 'legal_basis' ? ground.basis : null,
    parties: parties.map((code) => ({ code, name: partyName(kommune, code) })),
    scopes: [...scopes],
    purpose: notes.get(purpose) ?? '',
    recordedBy: staffName(kommune, recordedBy),
    from: iso(from),
    until: iso(until),
    state: live ? 'live' : over,
    overAt: live ? null : iso(withdrawnAt ?? endedAt ?? until),
    leaving: leaving.map(({ staff }) => staffName(kommune, staff)),
  };
}

/** Which actions the desk offers somebody who is in it. Only a courtesy: the use case decides again when one is tried. */
function allowedCaseActions(me: Staff, file: CaseFile, kommune: Kommune): CaseAction[] {
  const leads = coordinates(file, me.id);
  const appoints: CaseAction[] = mayAppoint(file, me, kommune) ? ['choose_coordinator'] : [];
  if (file.status === 'closed') return [...appoints, 'withdraw_consent', ...(leads ? (['reopen'] as const) : [])];
  const leading: CaseAction[] = leads ? ['record_consent', 'refuse_invitation', 'remove_member', 'close'] : [];
  const nearlyAdult = file.ageBand === null || file.ageBand === '15_17';
  return [
    ...appoints,
    ...leading,
    ...(file.past17Half || !nearlyAdult ? [] : (['turned_17_half'] as const)),
    ...(me.id === file.coordinator ? [] : (['leave'] as const)),
    ...(['tell_age', 'withdraw_consent', 'invite', 'set_next_step', 'had_contact'] as const),
  ];
}

export function drawOpening(
  kommune: Kommune,
  enquiry: EnquiryId,
  topic: string,
  { coordinators, missing }: CaseSuggestion,
): Opening {
  return {
    enquiry,
    topic,
    coordinators: coordinators.map(({ staff, ...rest }) => ({ ...colleagueOf(kommune, staff), ...rest })),
    missing: [...missing],
  };
}
