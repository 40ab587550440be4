/**
 * Danish words for every code that staff read. Maps are exhaustive: a new code does not compile without its word.
 */
import type { Called } from '../../src/domain/enquiry.ts';
import type { Urgency } from '../../src/domain/words.ts';
import { foreignWords, languageWords } from '../staff-words.ts';
import type { Action, CasePointer, Row } from './model.ts';

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
