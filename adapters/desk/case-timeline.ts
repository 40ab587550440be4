/** What has happened to a case file, one Danish sentence per event. */
import type { CaseEvent, CaseEventOf, LeaveReason } from '../../src/domain/case-event.ts';
import type { CaseFile, Consent, ConsentId } from '../../src/domain/case-file.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { PartyCode, StaffId } from '../../src/domain/words.ts';
import {
  ageWords,
  basisWords,
  giverWords,
  outcomeWords,
  partyName,
  roleWords,
  scopeWords,
  staffName,
} from '../staff-words.ts';
import { listWords } from './case-words.ts';

/** What a sentence may need beside the event. */
interface Known {
  readonly staff: (id: StaffId) => string;
  readonly parties: (codes: readonly PartyCode[]) => string;
  readonly consent: (id: ConsentId) => Consent | undefined;
  readonly note: (id: string) => string;
}

const whyLeft = {
  consent_withdrawn: 'fordi et samtykke er taget tilbage',
  consent_ended: 'fordi samtykket ikke gælder længere',
} satisfies Partial<Record<LeaveReason, string>>;

function leftWords({ staff: who, why, by }: CaseEventOf<'MemberLeft'>, { staff }: Known): string {
  if (why === 'left') return `${staff(who)} gik selv ud af teamet.`;
  if (why === 'removed') return `${by === null ? 'Koordinatoren' : staff(by)} tog ${staff(who)} ud af teamet.`;
  return `${staff(who)} gik ud af teamet, ${whyLeft[why]}.`;
}

function recordedWords({ consent }: CaseEventOf<'ConsentRecorded'>, { staff, parties }: Known): string {
  const { ground, recordedBy, scopes } = consent;
  const shared = `${parties(consent.parties)} må vide om ${listWords(scopes.map((scope) => scopeWords[scope]))}`;
  return ground.kind === 'consent'
    ? `${staff(recordedBy)} skrev et samtykke ned fra ${giverWords[ground.givenBy]}: ${shared}.`
    : `${staff(recordedBy)} delte uden samtykke (${basisWords[ground.basis]}): ${shared}.`;
}

function overWords(id: ConsentId, { consent, parties }: Known): string {
  const found = consent(id);
  if (found === undefined) return 'et samtykke';
  return `${found.ground.kind === 'consent' ? 'samtykket' : 'lovgrundlaget'} for ${parties(found.parties)}`;
}

function chosenWords(standIn: StaffId | null, { staff }: Known): string {
  return standIn === null ? 'Der er ingen stedfortræder.' : `${staff(standIn)} er stedfortræder.`;
}

type Sentences = { readonly [Type in CaseEvent['type']]: (event: CaseEventOf<Type>, known: Known) => string };

const happened: Sentences = {
  CaseOpened: ({ by, coordinator, standIn }, known) =>
    `${known.staff(by)} åbnede sagen. ${known.staff(coordinator)} koordinerer. ${chosenWords(standIn, known)}`,
  CoordinatorChosen: ({ by, coordinator, standIn }, known) =>
    `${known.staff(by)} valgte koordinator: ${known.staff(coordinator)}. ${chosenWords(standIn, known)}`,
  Turned17Half: ({ by }, { staff }) => `${staff(by)} skrev, at den unge er fyldt 17½.`,
  AgeTold: ({ by, ageBand }, { staff }) =>
    by === null
      ? `Den unge fortalte sin alder: ${ageWords[ageBand].toLowerCase()}.`
      : `${staff(by)} skrev alderen: ${ageWords[ageBand].toLowerCase()}.`,
  ConsentRecorded: recordedWords,
  ConsentWithdrawn: ({ by, consent }, known) =>
    `${known.staff(by)} skrev, at ${overWords(consent, known)} er taget tilbage.`,
  ConsentEnded: ({ consent }, known) => `${capital(overWords(consent, known))} gælder ikke længere.`,
  InvitationAsked: ({ by, staff: who, role }, { staff }) => `${staff(by)} foreslog ${staff(who)} (${roleWords[role]}).`,
  InvitationRefused: ({ by, staff: who }, { staff }) => `${staff(by)} sagde nej til ${staff(who)}.`,
  MemberAdded: ({ staff: who, role }, { staff }) => `${staff(who)} kom med i teamet (${roleWords[role]}).`,
  MemberLeft: leftWords,
  IntruderFound: ({ staff: who }, { staff }) =>
    `${who === null ? 'En ukendt person' : staff(who)} var i sagens kanal uden at måtte være det og er fjernet.`,
  NextStepSet: ({ by, note: id }, { staff, note }) => `${staff(by)} satte næste skridt: ${note(id)}`,
  ContactHad: ({ by }, { staff }) => `${staff(by)} havde kontakt med den unge.`,
  AcuteHeard: () => 'Der blev hørt tegn på fare i samtalen.',
  CaseClosed: ({ by, outcome, note: id }, { staff, note }) =>
    `${staff(by)} lukkede sagen (${outcomeWords[outcome].toLowerCase()}): ${note(id)}`,
  CaseReopened: ({ by, note: id }, { staff, note }) => `${staff(by)} åbnede sagen igen: ${note(id)}`,
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param notes words by note id, for the events that were said in words */
export function caseEventWords(
  event: CaseEvent,
  { consents }: Pick<CaseFile, 'consents'>,
  notes: ReadonlyMap<string, string>,
  kommune: Kommune,
): string {
  const inWords = happened[event.type] as (event: CaseEvent, known: Known) => string;
  return inWords(event, {
    staff: (id) => staffName(kommune, id),
    parties: (codes) => listWords(codes.map((code) => partyName(kommune, code))),
    consent: (id) => consents.find((one) => one.id === id),
    note: (id) => notes.get(id) ?? '',
  });
}
