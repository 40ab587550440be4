/**
 * Danish words for the codes that staff read, the same on the desk and in Slack. Maps are exhaustive: a new code does not
 * compile without its word.
 */
import type { ConsentGiver, ConsentScope, LegalBasis, TeamRole } from '../src/domain/case-file.ts';
import type { EnquiryStatus } from '../src/domain/enquiry.ts';
import type { IntentGroup } from '../src/domain/intent.ts';
import type { Kommune } from '../src/domain/kommune.ts';
import type {
  AgeBand,
  Asker,
  Channel,
  ForeignLanguage,
  Outcome,
  PartyCode,
  StaffId,
  TextLanguage,
} from '../src/domain/words.ts';
import type { StaffRefusal, TakeInRefusal } from '../src/ports.ts';

export const statusWords = {
  with_bot: 'Taler med robotten',
  waiting: 'Venter',
  claimed: 'Taget',
  offered: 'Tilbudt',
  closed: 'Lukket',
} satisfies Record<EnquiryStatus, string>;

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

export const languageWords = {
  da: 'dansk',
  da_easy: 'let dansk',
  en: 'engelsk',
} satisfies Record<TextLanguage, string>;

/** "Skriver arabisk". */
export const foreignWords = {
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

export const roleWords = {
  family: 'familie',
  guidance: 'vejledning',
  employment: 'beskæftigelse',
  adult_social: 'voksenområdet',
  school: 'skole',
  health: 'sundhed',
  substance: 'rusmidler',
  crime_prevention: 'SSP',
  ppr: 'PPR',
  benefits: 'ydelser',
  other: 'andet',
} satisfies Record<TeamRole, string>;

export const scopeWords = {
  contact: 'kontakt og aftaler',
  education: 'uddannelse',
  employment: 'arbejde',
  family: 'familie',
  health: 'helbred',
  economy: 'økonomi',
  everything: 'alt i sagen',
} satisfies Record<ConsentScope, string>;

export const giverWords = {
  youth: 'den unge',
  custodian: 'forældremyndigheden',
  youth_and_custodian: 'den unge og forældremyndigheden',
} satisfies Record<ConsentGiver, string>;

export const basisWords = {
  forvaltningsloven_28: 'Forvaltningsloven § 28',
  barnets_lov_notification: 'Underretning efter barnets lov',
  ssd: 'SSD-samarbejdet',
  ssp: 'SSP-samarbejdet',
  acute_danger: 'Akut fare',
} satisfies Record<LegalBasis, string>;

/** The same word in the middle of a sentence. */
export const inSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** Somebody who has left is still somebody. */
export function staffName(kommune: Kommune, id: StaffId): string {
  return kommune.staff.get(id)?.name ?? 'En tidligere kollega';
}

export function partyName(kommune: Kommune, code: PartyCode): string {
  return kommune.parties.get(code)?.name ?? code;
}
