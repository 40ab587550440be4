/**
 * Danish words that staff read on cards and in conversations in Slack. Maps are exhaustive: a new code does not compile
 * without its word.
 */
import type { Called, Enquiry } from '../../src/domain/enquiry.ts';
import type { RiskLevel, Urgency } from '../../src/domain/words.ts';
import { askerWords, channelWords, foreignWords, inSentence, languageWords } from '../staff-words.ts';
import type { HoldReason } from './hold.ts';

/** Colour and word together, so that neither stands alone. */
export const urgencyMarks = {
  acute: '🔴 AKUT',
  same_day: '🟠 Svar i dag',
  '3_days': '🟡 Svar inden 3 dage',
  normal: '🟢 Normal',
} satisfies Record<Urgency, string>;

export const calledWords = {
  party: 'Fristen er gået. I er kaldt.',
  leader: 'Fristen er gået igen. Lederen er kaldt.',
  duty: 'Fristen er gået igen. Vagten er kaldt.',
} satisfies Record<Called, string>;

export const riskWords = {
  acute: 'Robotten fandt tegn på akut fare.',
  care: 'Robotten fandt tegn på, at borgeren har det svært.',
  none: null,
} satisfies Record<RiskLevel, string | null>;

export const unknownTopic = 'Emne ikke kendt endnu';
export const unknownAge = 'alder ikke oplyst';

export const buttonWords = {
  claim: 'Tag den',
  relieve: 'Tag over',
  details: 'Se mere',
  transfer: 'Giv videre',
  notOurs: 'Ikke vores',
  giveBack: 'Giv tilbage',
  close: 'Luk',
  openCase: 'Åbn sag',
  remind: 'Mind mig om den',
  spoke: 'Har talt med borgeren',
  accept: 'Tag imod',
  decline: 'Sig nej',
  desk: 'Åbn i desk',
  undo: 'Fortryd',
  preview: 'Vis som borgeren ser det',
  sendAnyway: 'Send alligevel',
  sendMasked: 'Send uden CPR-nummer',
  leave: 'Lad være',
  help: 'Bliv medhjælper',
  inviteHelper: 'Ja, lad dem hjælpe',
} as const;

export const strangerWords =
  'Vi kan ikke finde dig i kommunens liste over medarbejdere. Derfor kan du ikke bruge knapperne. Tal med din leder.';

const holdWords = {
  cpr: 'et CPR-nummer',
  phone: 'et telefonnummer, der ikke er vores',
  email: 'en e-mailadresse, der ikke er vores',
  internal_link: 'et link, som kun virker internt',
  slack_link: 'et link til Slack',
} satisfies Record<HoldReason, string>;

/** Why a message waits for somebody to say so. */
export function heldWords(reasons: readonly HoldReason[]): string {
  const found = `Beskeden er ikke sendt. Vi fandt ${listed(reasons.map((reason) => holdWords[reason]))}.`;
  return reasons.includes('cpr') ? `${found} CPR-numre bliver aldrig sendt.` : found;
}

/** Everything said to one person about what they wrote in a conversation. */
export const laneWords = {
  root: '💬 Samtale: alt her læses af borgeren',
  rootOver: '💬 Samtalen foregår ikke her mere',
  pending: 'Sendes til borgeren om fem sekunder.',
  undone: 'Fortrudt. Borgeren får den ikke.',
  left: 'Den bliver ikke sendt.',
  tooLate: 'Den er sendt. Slet beskeden i tråden, hvis den skal fjernes.',
  willSend: 'Beskeden bliver sendt nu.',
  nothingHeld: 'Beskeden venter ikke længere på svar fra dig.',
  files: 'Beskeden er ikke sendt. Filer kan ikke sendes herfra. Skriv den igen uden fil.',
  broadcast: 'Beskeden er ikke sendt, for den blev også vist i kanalen. Skriv den igen i tråden alene.',
  notYours: 'Beskeden er ikke sendt til borgeren. Den, der har henvendelsen, og medhjælpere kan skrive her.',
  nobodyHas: 'Beskeden er ikke sendt til borgeren. Ingen har henvendelsen. Tag den først.',
  over: 'Beskeden er ikke sendt til borgeren. Samtalen foregår ikke her mere.',
  internal: 'Skriv internt i tråden under kortet.',
  editedTooLate: 'Beskeden er fortrudt eller holdt tilbage for altid. Skriv en ny i stedet.',
  notCorrected: 'Din rettelse nåede ikke frem til borgeren.',
  notRemoved: 'Beskeden kunne ikke fjernes hos borgeren.',
  notSent: 'Din besked nåede ikke frem til borgeren.',
  undelivered: 'En besked nåede ikke frem til borgeren. Prøv en anden vej.',
  erased: 'Slettet af borgeren',
  removed: 'Fjernet igen',
  restInDesk: 'Læs resten i desk.',
  inDesk: 'Teksten står i desk.',
} as const;

/** "ung, chat" */
export function cameWords({ asker, channel }: Pick<Enquiry, 'asker' | 'channel'>): string {
  return inSentence(`${askerWords[asker]}, ${inSentence(channelWords[channel])}`);
}

export function writesWords({ language, speaks }: Pick<Enquiry, 'language' | 'speaks'>): string {
  return speaks === null ? languageWords[language] : foreignWords[speaks];
}

/** "a", "a og b", "a, b og c" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`;
}

export function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** What those who are called are told. */
export const pageWords = {
  acute: 'Akut: en borger har brug for et menneske nu.',
  acuteYours: 'Akut: borgeren venter på dig nu.',
  yours: 'Fristen er gået. Borgeren venter på dig.',
  late: {
    party: 'Fristen er gået, og ingen har taget den. Kan du?',
    leader: 'Fristen er gået igen. Som leder skal du få den taget.',
    duty: 'Fristen er gået igen. Som vagt kan du nu tage den.',
  } satisfies Record<Called, string>,
  acuteLate: {
    party: 'Akut: borgeren venter stadig. Tag den nu.',
    leader: 'Akut: ingen har svaret borgeren. Som leder skal du få den taget nu.',
    duty: 'Akut: ingen har svaret borgeren. Som vagt kan du tage den nu.',
  } satisfies Record<Called, string>,
  waitsForYou: 'Borgeren venter på svar fra dig.',
  waitsAt: (party: string) => `En borger venter på et menneske hos ${party}.`,
  cardIn: 'Kortet står i',
  beReady: 'Hold dig klar. Du bliver kaldt igen, hvis ingen når det.',
} as const;

/** Under the first message of a conversation. */
export const rootWords = {
  over: 'Intet herfra sendes til borgeren.',
  nobody: 'Ingen har henvendelsen lige nu. Tag den, før du skriver her.',
  only: (writers: string) => `Kun ${writers} kan skrive til borgeren her.`,
  internal: 'Skriv internt i tråden under kortet.',
} as const;

/** An offer that has come back. */
export const offerWords = {
  declined: (party: string) => `${party} sagde nej. Du har den stadig. Begrundelsen står under “Se mere”.`,
  expired: (party: string) => `${party} svarede ikke i tide. Du har den stadig.`,
} as const;

export const detailWords = { title: 'Hvad der er sket' } as const;

/** A colleague would like to help in a conversation. */
export const helpWords = {
  asks: (name: string) => `${name} vil gerne hjælpe i samtalen og kunne svare borgeren.`,
  asked: (name: string) => `Vi har spurgt ${name}. Du får besked i tråden under kortet.`,
  joined: (name: string) => `${name} er nu medhjælper og kan svare borgeren.`,
} as const;

export const hasItAlready = (name: string): string => `${name} har den allerede.`;
