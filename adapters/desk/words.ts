/**
 * Danish words for every code that staff read. Maps are exhaustive: a new code does not compile without its word.
 */
import type { Called, EnquiryStatus } from '../../src/domain/enquiry.ts';
import type { IntentGroup } from '../../src/domain/intent.ts';
import type {
  AgeBand,
  Asker,
  Channel,
  ForeignLanguage,
  Outcome,
  TextLanguage,
  Urgency,
} from '../../src/domain/words.ts';
import type { StaffRefusal, TakeInRefusal } from '../../src/ports.ts';
import type { Action, CasePointer, Row } from './model.ts';

export const statusWords = {
  with_bot: 'Taler med robotten',
  waiting: 'Venter',
  claimed: 'Taget',
  offered: 'Tilbudt',
  closed: 'Lukket',
} satisfies Record<EnquiryStatus, string>;

export const urgencyWords = {
  acute: 'AKUT',
  same_day: 'I dag',
  '3_days': '3 dage',
  normal: 'Normal',
} satisfies Record<Urgency, string>;

/** A shape beside the word, so that colour is never alone. */
export const urgencyIcons = {
  acute: '▲',
  same_day: '◆',
  '3_days': '●',
  normal: '○',
} satisfies Record<Urgency, string>;

export const ageWords = {
  under_15: 'Under 15 år',
  '15_17': '15–17 år',
  '18_24': '18–24 år',
  '25_plus': '25+ år',
} satisfies Record<AgeBand, string>;

export const askerWords = {
  youth: 'Ung',
  parent: 'Forælder',
  professional: 'Fagperson',
  citizen: 'Borger',
} satisfies Record<Asker, string>;

const languageWords = {
  da: 'dansk',
  da_easy: 'let dansk',
  en: 'engelsk',
} satisfies Record<TextLanguage, string>;

/** "Skriver arabisk". */
const foreignWords = {
  ar: 'arabisk',
  uk: 'ukrainsk',
  tr: 'tyrkisk',
  pl: 'polsk',
  de: 'tysk',
  so: 'somali',
  fa: 'farsi',
} satisfies Record<ForeignLanguage, string>;

export const outcomeWords = {
  education: 'Uddannelse',
  job: 'Job',
  helped: 'Fik hjælp eller svar',
  referred: 'Vist videre til et andet sted',
  no_contact: 'Kunne ikke få kontakt',
  not_needed: 'Ikke brug for hjælp mere',
} satisfies Record<Outcome, string>;

export const calledWords = {
  party: 'I er kaldt',
  leader: 'Lederen er kaldt',
  duty: 'Vagten er kaldt',
} satisfies Record<Called, string>;

export const actionWords = {
  claim: 'Tag den',
  reply: 'Svar',
  spoke: 'Har talt med borgeren',
  correct: 'Ret svaret',
  remove: 'Fjern svaret',
  invite_helper: 'Bed om hjælp',
  remove_helper: 'Fjern hjælper',
  transfer: 'Giv videre',
  accept: 'Modtag',
  decline: 'Afvis',
  return: 'Giv tilbage',
  close: 'Luk',
} satisfies Record<Action, string>;

/** Said once the action has been stored. */
export const doneWords = {
  claim: 'Du har taget henvendelsen.',
  reply: 'Dit svar er sendt.',
  spoke: 'Noteret. Borgeren venter ikke længere.',
  correct: 'Din rettelse er sendt.',
  remove: 'Dit svar er fjernet. Ordene står under Internt.',
  invite_helper: 'Kollegaen kan nu læse og svare.',
  remove_helper: 'Kollegaen er ikke med længere.',
  transfer: 'Tilbudt videre. Du har den, indtil de siger ja.',
  accept: 'Du har modtaget henvendelsen.',
  decline: 'Du har sagt nej. Den er stadig hos giveren.',
  return: 'Henvendelsen er givet tilbage.',
  close: 'Henvendelsen er lukket.',
} satisfies Record<Action, string>;

export const refusalWords = {
  'unknown-enquiry': 'Vi kan ikke finde henvendelsen, eller den hører til et andet sted.',
  withdrawn: 'Borgeren har taget henvendelsen tilbage. Den venter ikke længere på jer.',
  'not-your-party': 'Henvendelsen hører til et andet sted.',
  'already-claimed': 'En kollega har allerede taget henvendelsen.',
  'not-claimed': 'Tag henvendelsen først.',
  'claimed-by-other': 'En kollega har henvendelsen.',
  'nobody-waiting': 'Borgeren venter ikke på et menneske.',
  closed: 'Henvendelsen er lukket.',
  'same-party': 'Den er her allerede. Vælg et andet sted.',
  'unknown-party': 'Stedet findes ikke. Vælg et fra listen.',
  'already-offered': 'Den er allerede tilbudt til et andet sted. Vent på svar derfra.',
  'no-offer': 'Der er ikke længere noget tilbud at svare på.',
  'not-offered-to-you': 'Den er tilbudt til et andet sted.',
  'nowhere-to-return': 'Der er intet sted at give den tilbage til. Giv den videre i stedet.',
  'text-missing': 'Skriv en tekst.',
  'no-channel': 'Her kan du ikke skrive til borgeren. Ring dem op i stedet.',
  'unknown-staff': 'Kollegaen findes ikke. Vælg en fra listen.',
  'already-helper': 'Kollegaen er allerede med.',
  'not-helper': 'Kollegaen er ikke med.',
  'not-your-answer': 'Du kan kun rette og fjerne dine egne svar.',
  'answer-removed': 'Svaret er fjernet.',
  'unknown-intent': 'Emnet findes ikke. Vælg et fra listen.',
  'other-body': 'Formularen blev brugt til en anden henvendelse. Tryk Gem igen, så bliver det en ny.',
} satisfies Record<StaffRefusal | TakeInRefusal, string>;

export const channelWords = {
  webchat: 'Chat',
  botframework: 'Besked',
  phone: 'Telefon',
  counter: 'Skranke',
} satisfies Record<Channel, string>;

/** What the groups of topics are called in the list. */
export const groupWords = {
  A: 'Akut og fare',
  B: 'Bekymring for en ung',
  C: 'Skole og uddannelse',
  D: 'Penge og job',
  E: 'Familie og bolig',
  F: 'Kontaktperson og anbringelse',
  G: 'Helbred',
  H: 'Rusmidler og spil',
  I: 'Kriminalitet og tryghed',
  J: 'Møder, plan og samarbejde',
  K: 'Klage, samtykke og data',
  L: 'Snak med robotten',
} satisfies Record<IntentGroup, string>;

/** "BCD 234": easier to read out. */
export function codeWords(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** Stands where a text was that a member of staff has taken back. */
export const removedWords = 'Fjernet af den, der skrev det';

/** A draft summary: how it is asked for, what must stand beside it, and what to do without it. */
export const summaryWords = {
  ask: 'Lav udkast til resumé',
  asking: 'Laver udkast …',
  mark: 'Udkast lavet af en maskine. Læs det efter.',
  stale: 'Der er skrevet mere, siden udkastet blev lavet.',
  refused: 'Der kan ikke laves udkast her. Læs samtalen selv.',
  failed: 'Der kom intet udkast. Læs samtalen selv, eller prøv igen om lidt.',
} as const;

/** What the citizen writes in, for whoever is to answer. */
export function writesWords({ language, speaks }: Pick<Row, 'language' | 'speaks'>): string {
  return speaks === null ? languageWords[language] : `Skriver ${foreignWords[speaks]}`;
}

/** Stands where a text was that the citizen has deleted. */
export const erasedWords = 'Slettet af borgeren';

/** "7 min", "3 t 5 min", "2 dage". */
export function waitWords(fromMs: number, nowMs: number): string {
  const minutes = Math.max(0, Math.floor((nowMs - fromMs) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} t ${minutes % 60} min`;
  const days = Math.floor(minutes / (24 * 60));
  return days === 1 ? '1 dag' : `${days} dage`;
}

/** "kl. 9.05" today, "20. nov. kl. 9.05" on another day. */
export function timeWords(iso: string, nowIso: string, timeZone: string): string {
  const at = new Date(iso);
  const day = new Intl.DateTimeFormat('da-DK', { timeZone, day: 'numeric', month: 'short' });
  const clock = new Intl.DateTimeFormat('da-DK', { timeZone, hour: 'numeric', minute: '2-digit' });
  const time = `kl. ${clock.format(at).replace(':', '.')}`;
  return day.format(at) === day.format(new Date(nowIso)) ? time : `${day.format(at)} ${time}`;
}

/** Staff need not wait for Slack. */
export const slackDownWords = 'Slack svarer ikke lige nu. Arbejd her: alt er med.';

/** That an enquiry has a case file: "Sag 4821 · Mette Lund koordinerer". */
export function caseLineWords({ code, status, coordinator }: CasePointer): string {
  return status === 'open'
    ? `Sag ${code} · ${coordinator} koordinerer`
    : `Sag ${code} er lukket · ${coordinator} koordinerede`;
}
