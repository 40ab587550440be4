/**
 * What staff read in windows, on the Home tab, in answers to `/indgang` and in reminders. Danish, plain, short.
 * Maps are exhaustive: a new code does not compile without its word.
 */
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { StaffId, Urgency } from '../../src/domain/words.ts';
import { inSentence, refusalWords, statusWords } from '../staff-words.ts';
import type { Availability } from './availability.ts';

/** A sign beside the word, so that colour is never alone. */
export const urgencyWords = {
  acute: '🔴 AKUT',
  same_day: '🟠 I dag',
  '3_days': '🟡 3 dage',
  normal: '⚪ Normal',
} satisfies Record<Urgency, string>;

export const availabilityWords = {
  free: 'Ledig',
  busy: 'Optaget',
  pause: 'Pause',
} satisfies Record<Availability, string>;

export const unknownTopic = 'Emne ikke kendt endnu';
export const unknownAge = 'Alder ukendt';

/** What is said otherwise in a window. */
const windowRefusals: Partial<Record<Refused, string>> = {
  'other-body': 'Henvendelsen er allerede gemt. Luk vinduet, og se den på fanen Hjem.',
};
type Refused = keyof typeof refusalWords;

/** Why something is refused. */
export function whyRefused(reason: Refused): string {
  return windowRefusals[reason] ?? refusalWords[reason];
}

/** "Sara Lund har henvendelsen.": who has it is said by name when we know. */
export function whoHasIt(name: string | null): string {
  return name === null ? refusalWords['claimed-by-other'] : `${name} har henvendelsen.`;
}

export const formWords = {
  notStaff: 'Vi kender dig ikke som medarbejder i Indgang. Bed din leder om at få dig tilføjet.',
  notSaved: 'Vi kan ikke gemme lige nu. Intet er tabt: det, du skrev, står her endnu. Prøv igen om lidt.',
  late: 'Det nåede ikke at blive gemt. Åbn vinduet igen: dit udkast står der.',
  underWay: 'Vi er ved at gemme det. Prøv igen om lidt.',
  notOpened: 'Vinduet nåede ikke at åbne. Intet er tabt. Tryk for at prøve igen.',
  tryAgain: 'Prøv igen',
  cancel: 'Fortryd',
  close: 'Luk',
  fromDraft: 'Det, du skrev sidst, er sat ind igen.',
  choose: 'Vælg …',
  why: 'Hvorfor?',
  whyHint: 'Internt. Borgeren ser det ikke.',
  saysWhy: 'Skriv hvorfor.',
} as const;

export const transferWords = {
  title: 'Overdrag samtale',
  submit: 'Overdrag',
  to: 'Hvem skal have den?',
  promised: 'Hvad er lovet borgeren?',
  promisedHint: 'For eksempel: vi ringer tilbage i dag. Internt.',
  keeps: 'Du har den, indtil de siger ja.',
  choosesParty: 'Vælg et sted.',
  /** How the promise stands in the note beside the reason. */
  promise: (words: string) => `Lovet borgeren: ${words}`,
} as const;

export const returnWords = {
  title: 'Giv tilbage',
  notOurs: 'Ikke vores',
  submit: 'Giv tilbage',
  keepsPlace: 'Borgeren beholder sin plads i køen.',
} as const;

export const declineWords = {
  title: 'Sig nej til tilbud',
  submit: 'Sig nej',
  stays: 'Den bliver hos dem, der tilbød den.',
} as const;

export const closeWords = {
  title: 'Luk samtale',
  submit: 'Luk samtale',
  outcome: 'Hvordan endte det?',
  note: 'Hvad skete der?',
  reopens: 'Skriver borgeren igen, åbner den af sig selv.',
  choosesOutcome: 'Vælg, hvordan det endte.',
  saysNote: 'Skriv kort, hvad der skete.',
} as const;

export const newWords = {
  title: 'Ny henvendelse',
  submit: 'Læg i kø',
  channel: 'Hvordan kom den?',
  asker: 'Hvem henvender sig?',
  topic: 'Hvad handler det om?',
  topicHint: 'Lad feltet stå tomt, hvis du ikke ved det.',
  age: 'Hvor gammel er den unge?',
  urgency: 'Hvor meget haster det?',
  urgencyHint: 'Står feltet tomt, følger det emnet.',
  text: 'Hvad siger borgeren?',
  textHint: 'Kort, med borgerens egne ord. Skriv ikke CPR-nummer.',
  saysText: 'Skriv kort, hvad borgeren siger.',
  keep: 'Hvem tager den?',
  keepMyself: 'Jeg beholder den selv',
  choosesChannel: 'Vælg telefon eller skranke.',
  choosesAsker: 'Vælg, hvem der henvender sig.',
  doneTitle: 'Henvendelsen er gemt',
  /** The code stands alone, so that it can be read out. */
  code: (code: string) => `Kode: ${code}`,
  readOut: 'Læs koden op for borgeren. Med den kan vi finde henvendelsen igen.',
  yours: 'Du har henvendelsen.',
  waits: (party: string) => `Den venter hos ${party}.`,
} as const;

export const urgencyChoices = {
  acute: '🔴 AKUT: en person kaldes nu',
  same_day: '🟠 Svar i dag',
  '3_days': '🟡 Svar inden 3 dage',
  normal: '⚪ Kan vente',
} satisfies Record<Urgency, string>;

export const findWords = {
  title: 'Find sag',
  submit: 'Find',
  code: 'Kode',
  codeHint: 'De seks tegn, borgeren har fået.',
  wrong: 'En kode er seks tegn. Prøv igen.',
  saysCode: 'Skriv koden.',
  none: (code: string) => `Vi fandt ingen med koden ${code}, som du må se.`,
} as const;

export const reminderWords = {
  title: 'Påmindelse',
  submit: 'Gem påmindelse',
  when: 'Hvornår?',
  hour: 'Om 1 time',
  chosen: 'På et tidspunkt, jeg vælger',
  day: 'Dag',
  time: 'Klokkeslæt',
  atHint: 'Kun når du selv vælger tidspunkt.',
  note: 'Hvad skal du huske?',
  noteHint: 'Kun til dig.',
  saysNote: 'Skriv, hvad du skal huske.',
  choosesWhen: 'Vælg hvornår.',
  choosesDay: 'Vælg en dag.',
  choosesTime: 'Vælg et klokkeslæt.',
  past: 'Tidspunktet er gået. Vælg et senere.',
  tooFar: 'Vælg et tidspunkt inden for et år.',
  due: (note: string) => `⏰ Påmindelse: ${note}`,
  about: (code: string) => `Henvendelse ${code}`,
  open: 'Åbn',
  snoozed: (note: string, when: string) => `⏰ Udskudt til ${when}: ${note}`,
  done: (note: string) => `✅ Færdig: ${note}`,
  gone: 'Påmindelsen findes ikke længere.',
  snoozeHour: '1 time',
  snoozeTomorrow: 'I morgen',
  finish: 'Færdig',
  list: (count: number) => (count === 1 ? 'Du har 1 påmindelse i dag.' : `Du har ${count} påmindelser i dag.`),
} as const;

export const homeWords = {
  status: 'Din status',
  statusHint: 'Pause: du bliver kun kaldt, hvis der ikke er andre. Status nulstilles hver nat.',
  mine: (count: number) => `Mine (${count})`,
  waiting: (count: number) => `Venter i mit team (${count})`,
  today: (count: number) => `Frister i dag (${count})`,
  cases: (count: number) => `Mine sager (${count})`,
  reminders: (count: number) => `Påmindelser i dag (${count})`,
  empty: 'Ingen venter lige nu.',
  noneMine: 'Du har ingen henvendelser.',
  more: (count: number) => `Vis flere (${count})`,
  fewer: 'Vis færre',
  restInDesk: (count: number) => `Og ${count} mere. Se resten i Indgang på nettet.`,
  newEnquiry: 'Ny henvendelse',
  find: 'Find sag',
  remind: 'Ny påmindelse',
  claim: 'Tag den',
  accept: 'Tag imod',
  open: 'Åbn',
  finish: 'Færdig',
  help: 'Hjælp: skriv /indgang hjælp i beskedfeltet.',
  offeredToUs: (giver: string) => `tilbudt jer af ${giver}`,
  offeredAway: (party: string) => `tilbudt til ${party}`,
  late: '❗ Frist overskredet',
  due: (when: string) => `frist ${when}`,
  since: (when: string) => `siden ${when}`,
  coordinator: 'du er koordinator',
  standIn: 'du er stedfortræder',
  member: 'du er med i teamet',
  nextStep: (when: string) => `næste skridt ${when}`,
  noNextStep: 'intet næste skridt',
  caseLate: '❗ Næste skridt er overskredet',
  caseFile: (code: string) => `Sag ${code}`,
  notStaff: 'Vi kender dig ikke som medarbejder i Indgang. Bed din leder om at få dig tilføjet.',
} as const;

export const commandWords = {
  help: [
    'Sådan bruger du /indgang:',
    '• /indgang find KODE – find en henvendelse på koden',
    '• /indgang ny – skriv en henvendelse ned fra telefon eller skranke',
    '• /indgang kø – se, hvad du har, og hvad der venter',
    '• /indgang hjælp – vis denne hjælp',
    'Kun du kan se svaret. Fanen Hjem viser det hele.',
  ].join('\n'),
  guess: (word: string) => `Mente du: /indgang ${word}?`,
  unknown: 'Det ord kender vi ikke.',
  codeMissing: 'Skriv koden efter find. For eksempel: /indgang find K7M2QP',
  opened: 'Vinduet er åbnet.',
  notOpened: 'Vinduet nåede ikke at åbne. Tryk på knappen i beskeden fra os.',
  away: 'Vi kan ikke slå op lige nu. Intet er tabt. Prøv igen om lidt.',
  mine: (count: number) => `Du har ${count === 0 ? 'ingen henvendelser' : inCount(count)}.`,
  waiting: (count: number) => (count === 0 ? homeWords.empty : `${inCount(count)} venter i dit team.`),
  rest: (count: number) => `… og ${count} mere.`,
} as const;

function inCount(count: number): string {
  return count === 1 ? '1 henvendelse' : `${count} henvendelser`;
}

/** "venter", "Sara Lund har den", "lukket". */
export function stateWords(enquiry: Enquiry, nameOf: (staff: StaffId) => string | null): string {
  if (enquiry.status !== 'claimed' && enquiry.status !== 'offered') return inSentence(statusWords[enquiry.status]);
  const has = `${nameOf(enquiry.claimedBy) ?? 'En kollega'} har den`;
  return enquiry.status === 'offered' ? `${has}, tilbudt videre` : has;
}
