/**
 * What the use cases need from outside, joined in `compose.ts`.
 */
import type { Rules } from '../domain/rules.ts';
import type { ForeignTexts, Texts } from '../domain/saying.ts';
import type { ForeignLanguage } from '../domain/words.ts';
import type {
  Calendar,
  Clock,
  Jobs,
  Log,
  Signal,
  StaffDesk,
  Store,
  Summariser,
  Understander,
  VisitorChannel,
} from '../ports.ts';
import type { Recent } from './recent.ts';

export interface Needs {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly signal: Signal;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly understander: Understander;
  /** Null without a language model. */
  readonly summariser: Summariser | null;
  readonly rules: Rules;
  readonly texts: Texts;
  /** Fixed texts in the languages that are not answered. */
  readonly languages: ReadonlyMap<ForeignLanguage, ForeignTexts>;
  readonly log: Log;
  readonly recent: Recent;
  /** A new id that nobody can guess. */
  readonly newId: () => string;
  /** So many random digits, the first not 0. */
  readonly newCode: (digits: number) => string;
  /** A keyed fingerprint of a text, to tell a repeat from another text. */
  readonly fingerprint: (text: string) => string;
  /** The text with CPR numbers masked. */
  readonly maskCpr: (text: string) => string;
  /** The text with CPR, phone, e-mail and account masked. */
  readonly redact: (text: string) => string;
}

/** Where effects end. */
export interface Surfaces {
  readonly desks: readonly StaffDesk[];
  /** Channels that must be sent each message; `webchat` reads our log and needs none. */
  readonly channels: Readonly<Partial<Record<'botframework', VisitorChannel>>>;
}
