/** What a page knows beside the model: what is typed, what went wrong, whether it hears of changes. Same on server and in browser. */
import type { Action, Row } from './model.ts';

/** `page`: no script has started; `lost`: the server does not answer; `signed-out`: the session has ended. */
export type Link = 'page' | 'live' | 'polling' | 'lost' | 'signed-out';

/** What a form does. */
export type Doing = Action | 'take_in';

export interface Failure {
  readonly action: Doing;
  /** Number of the answer it was about, when it was about one. */
  readonly about?: string;
  readonly message: string;
  /** Danish text per field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A draft summary of one enquiry: asked for, shown, or why there is none. */
export type Summary = { readonly enquiry: string } & (
  | { readonly is: 'asked' }
  | {
      readonly is: 'shown';
      readonly sentences: readonly string[] /** The last message it knows. */;
      readonly upTo: number;
    }
  | { readonly is: 'failed'; readonly message: string }
);

export interface Ui {
  readonly link: Link;
  /** Milliseconds since 1970, by the server's clock. */
  readonly nowMs: number;
  /** Typed text by `draftKey`. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly failed: Failure | null;
  readonly busy: Doing | null;
  /** Id of the conversation being fetched. */
  readonly opening: string | null;
  /** Why the conversation that was open is shown no longer, in Danish. */
  readonly gone: string | null;
  /** What has just happened; shown for a moment and read aloud by screen readers. */
  readonly status: string;
  readonly sound: boolean;
  /** The screen is hidden from passers-by. */
  readonly blank: boolean;
  readonly keys: boolean;
  /** A message has come in below what is on the screen. */
  readonly unseen: boolean;
  /** Id that the next reply is sent under: the same id is the same reply. */
  readonly clientId: string;
  readonly summary: Summary | null;
}

/** Names one field of one form of one enquiry. */
export function draftKey(enquiry: string, action: string, field: string): string {
  return `${enquiry} ${action} ${field}`;
}

/** Stands for the enquiry that is being taken in, in the names of its drafts. */
export const newEnquiry = 'new';

/** Somebody must act now: an acute citizen waits, or a deadline has passed. */
export function isAlarm(row: Row): boolean {
  return row.called !== null || (row.urgency === 'acute' && row.state === 'waiting');
}

/** Nobody has it, or we have been asked to take it over. */
function waitsForUs(row: Row): boolean {
  return row.state === 'waiting' || row.offeredToUs;
}

export function titleOf(rows: readonly Row[]): string {
  const waiting = rows.filter(waitsForUs).length;
  const alarm = rows.some(isAlarm) ? 'AKUT ' : '';
  return waiting === 0 ? `${alarm}Desk` : `${alarm}(${waiting}) Desk`;
}
