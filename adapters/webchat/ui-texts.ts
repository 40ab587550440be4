/**
 * Every fixed word on the citizen's pages, in Danish that a 15-year-old reads with ease.
 * What the bot says is not here: that is `intents/`.
 */
import type { Door, FieldProblem, Unsent } from './page-state.ts';

export const uiTexts = {
  exit: 'Luk hurtigt',
  whoCanSee: 'Hvem kan se?',
  acuteHelp: 'Akut hjælp',
  log: 'Samtalen',
  robot: 'Robot',
  robotNote: 'ikke et menneske',
  you: 'Dig',
  choices: 'Vælg et svar, eller skriv selv',
  field: 'Skriv en besked',
  send: 'Send',
  keys: 'Enter sender. Shift og Enter giver en ny linje.',
  refresh: 'Se efter nyt svar',
  erased: 'Slettet af dig',
  removed: 'Beskeden er fjernet',
  tryAgain: 'Prøv igen',
  newMessages: 'Nye beskeder',
  lost: 'Du er ikke på nettet lige nu. Det, du skriver, bliver sendt, når nettet er tilbage. Lad siden være åben.',
  back: 'Du er på nettet igen.',
  privacy: 'Privatliv',
  accessibility: 'Tilgængelighed',
  readMore: 'Læs mere om dine data',
  startAgain: 'Gå til chatten',
  busy: 'Der er mange, der skriver lige nu. Vent lidt, og prøv igen.',
  exitedTitle: 'Vejret',
} as const;

/** Said under one's own message. */
export const deliveryTexts = {
  sending: 'Sender…',
  waiting: 'Ikke sendt endnu',
  sent: 'Sendt',
  failed: 'Kom ikke frem',
} as const satisfies Record<Unsent['delivery'], string>;

/** What is wrong and how to go on. */
export const problemTexts = {
  empty: 'Der er ingen tekst. Skriv en besked, og tryk Send.',
  'too-long': 'Beskeden er for lang. Del den op i flere beskeder.',
  'not-sent': 'Beskeden blev ikke sendt. Din tekst står her endnu. Tryk Send igen.',
  changed: 'Beskeden var ændret og blev ikke sendt. Din tekst står her endnu. Tryk Send igen.',
  'no-history': 'Vi kan ikke vise din samtale lige nu. Den er gemt. Vent lidt, og hent siden igen.',
  'too-many': 'Der er mange, der skriver lige nu. Din tekst står her endnu. Vent et minut, og tryk Send igen.',
} as const satisfies Record<FieldProblem, string>;

/** Above the log: who answers, who can see it, and what this is not. */
export const noticeTexts = {
  youth: 'Først svarer en robot. De, der hjælper dig, kan læse det, du skriver.',
  parent: 'Først svarer en robot. De, der hjælper dig, kan læse det, du skriver.',
} as const satisfies Record<Door, string>;

export const dangerText = { before: 'Er du i fare? Ring', number: '112', after: 'nu.' } as const;

/** Pages that tell why something did not work. */
export const troubleTexts = {
  title: 'Det virkede ikke',
  'not-from-here': 'Beskeden kom ikke fra vores side, så vi tog ikke imod den. Gå til chatten, og skriv igen.',
  'too-long': 'Beskeden er for lang. Gå tilbage, og del den op i flere beskeder.',
  missing: 'Siden findes ikke. Gå til chatten, og skriv til os der.',
  broken: 'Noget gik galt hos os. Gå til chatten, og prøv igen om lidt.',
} as const;

/** The sheet "Hvem kan se?", one paragraph each. */
export const whoCanSeeTexts = {
  youth: [
    'Lige nu: robotten og de voksne i kommunen, der hjælper dig.',
    'Dine forældre kan ikke se chatten.',
    'Er du under 18, kan de have ret til at få noget at vide. Så siger vi det til dig først, hvis vi kan.',
    'Er vi bange for, at du ikke er i sikkerhed, skal vi hente hjælp.',
    'Du behøver ikke sige dit navn.',
  ],
  parent: [
    'Lige nu: robotten og de medarbejdere i kommunen, der hjælper dig.',
    'Den unge kan ikke se det, du skriver her.',
    'Du kan ikke se her, om den unge har skrevet til os.',
    'Er vi bange for, at et barn ikke er i sikkerhed, skal vi hente hjælp.',
  ],
} as const satisfies Record<Door, readonly string[]>;

export const exitNote =
  'Luk hurtigt viser en side om vejret. Chatten kan stadig stå i listen over sider, du har besøgt.';

export const helpTexts = {
  danger: 'I fare lige nu',
  emergency: 'Ring 112',
  emergencyNote: 'Politi, ambulance og brand. Døgnet rundt. Du kan ikke få ambulance eller politi gennem chatten.',
  talk: 'Tal med en nu',
  web: 'Åbn hjemmesiden',
} as const;

/** "Ring 70 201 201". */
export function callText(phone: string): string {
  return `Ring ${phone}`;
}

/** "Sara er her nu · ungevejleder". */
export function arrivedText(name: string | null, role: string | null): string {
  if (name === null) return 'Et menneske er her nu';
  return !role ? `${name} er her nu` : `${name} er her nu · ${role}`;
}

/** "Sara, ungevejleder, har skrevet til dig og kan læse chatten." */
export function canReadText(name: string, role: string): string {
  return `${role === '' ? name : `${name}, ${role}`}, har skrevet til dig og kan læse chatten.`;
}

/** Who a message is from, as read aloud when it arrives. */
export function saidText(who: string, text: string): string {
  return `${who}: ${text}`;
}
