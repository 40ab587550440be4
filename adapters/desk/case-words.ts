import type { CaseRefusal } from '../../src/ports.ts';
import { basisWords, giverWords } from '../staff-words.ts';
import type { Times } from './case-days.ts';
import type { CaseAction, CaseRow, ConsentItem, NextStep } from './case-model.ts';

/** What the reader is in a case file. */
export const mineWords = {
  coordinator: 'Du koordinerer',
  stand_in: 'Du er stedfortræder',
  member: 'Du er med i teamet',
} satisfies Record<CaseRow['mine'], string>;

export const caseStatusWords = { open: 'Åben', closed: 'Lukket' } satisfies Record<CaseRow['status'], string>;

export const consentStateWords = {
  live: 'Gælder',
  withdrawn: 'Taget tilbage',
  ended: 'Gælder ikke længere',
} satisfies Record<ConsentItem['state'], string>;

/** On buttons. */
export const caseActionWords = {
  choose_coordinator: 'Vælg koordinator',
  turned_17_half: 'Er fyldt 17½',
  tell_age: 'Skriv alderen',
  record_consent: 'Skriv samtykke ned',
  withdraw_consent: 'Tag tilbage',
  invite: 'Foreslå en kollega',
  refuse_invitation: 'Sig nej',
  remove_member: 'Tag ud af teamet',
  leave: 'Gå ud af sagen',
  set_next_step: 'Sæt næste skridt',
  had_contact: 'Har haft kontakt i dag',
  close: 'Luk sagen',
  reopen: 'Åbn sagen igen',
} satisfies Record<CaseAction, string>;

/** Said once it has been stored. */
export const caseDoneWords = {
  choose_coordinator: 'Koordinatoren er valgt.',
  turned_17_half: 'Det er skrevet ned. Nu skal voksenområdet med i teamet.',
  tell_age: 'Alderen er skrevet ned.',
  record_consent: 'Det er skrevet ned. De, der var foreslået og nu er dækket, er med i teamet.',
  withdraw_consent: 'Samtykket er taget tilbage. De, det dækkede, kan ikke længere se sagen.',
  invite: 'Kollegaen er med, eller forslaget venter på koordinatoren.',
  refuse_invitation: 'Forslaget er afvist.',
  remove_member: 'Kollegaen er ude af teamet.',
  leave: 'Du er gået ud af sagen.',
  set_next_step: 'Næste skridt er sat.',
  had_contact: 'Kontakten er skrevet ned.',
  close: 'Sagen er lukket.',
  reopen: 'Sagen er åben igen.',
} satisfies Record<CaseAction, string>;

export const caseRefusalWords = {
  'unknown-enquiry': 'Vi kan ikke finde henvendelsen, eller den hører til et andet sted.',
  withdrawn: 'Borgeren har taget henvendelsen tilbage. Den venter ikke længere på jer.',
  'unknown-case': 'Vi kan ikke finde sagen, eller du er ikke med i den.',
  'not-in-hand': 'Tag henvendelsen først. Så kan du åbne en sag.',
  'case-exists': 'Der er allerede en sag om den henvendelse.',
  'case-closed': 'Sagen er lukket. Koordinatoren kan åbne den igen.',
  'case-open': 'Sagen er åben i forvejen.',
  'not-coordinator': 'Det kan kun koordinatoren eller stedfortræderen.',
  'unknown-staff': 'Kollegaen findes ikke. Vælg en fra listen.',
  'already-member': 'Kollegaen er allerede med. Vælg en anden.',
  'is-coordinator': 'Koordinatoren kan ikke gå ud. Vælg en anden koordinator først.',
  'not-member': 'Kollegaen er ikke med i sagen.',
  'not-covered': 'Samtykket gælder ikke længere. Derfor kan du ikke se sagen.',
  'nothing-shared': 'Vælg mindst ét sted og mindst én ting, de må vide.',
  'unknown-consent': 'Vi kan ikke finde samtykket.',
  'consent-giver-wrong': 'Det kan de ikke sige ja til i den alder. Vælg en fra listen.',
  'consent-over': 'Samtykket gælder ikke længere.',
  'dates-wrong': 'Vælg en dag fra i dag og højst et år frem.',
  'text-missing': 'Skriv en tekst.',
} satisfies Record<CaseRefusal, string>;

/** "uddannelse, arbejde og kontakt". */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} og ${last}`;
}

/** How many case files somebody coordinates. */
export function loadWords(load: number): string {
  if (load === 0) return 'ingen sager nu';
  return load === 1 ? '1 sag nu' : `${load} sager nu`;
}

/** When the next step is due, overdue in words. */
export function dueWords({ by, late }: NextStep, times: Times): string {
  if (!late) return `Senest ${times.day(by)}`;
  const days = times.daysSince(by);
  return `Overskredet med ${days === 1 ? '1 dag' : `${days} dage`}: skulle være gjort ${times.day(by)}`;
}

/** What somebody gave, or what the law says: "Samtykke fra den unge", "Forvaltningsloven § 28". */
export function groundWords({ givenBy, basis }: Pick<ConsentItem, 'givenBy' | 'basis'>): string {
  if (givenBy !== null) return `Samtykke fra ${giverWords[givenBy]}`;
  return basis === null ? 'Ukendt grundlag' : `Uden samtykke: ${basisWords[basis]}`;
}
