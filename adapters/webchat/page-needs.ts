/** What the citizen's pages need from the rest. */
import type { Kommune } from '../../src/domain/kommune.ts';
import type { QuickReply } from '../../src/domain/saying.ts';
import type { Clock, ForVisitors, Log } from '../../src/ports.ts';
import type { SessionNeeds } from './citizen-session.ts';
import type { Limits } from './limits.ts';
import type { PageFiles } from './page-document.ts';
import type { Door } from './page-state.ts';
import type { Tokens } from './tokens.ts';

/** What the bot says before anything has been written; nothing is stored until somebody writes. */
export interface Greeting {
  readonly text: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly quickReplies: readonly QuickReply[];
}

export interface CitizenPageNeeds extends SessionNeeds {
  readonly visitors: ForVisitors;
  readonly clock: Clock;
  readonly log: Log;
  readonly tokens: Pick<Tokens, 'issue' | 'issueTicket'>;
  readonly pace: Pick<Limits, 'conversation' | 'post'>;
  readonly kommune: Pick<Kommune, 'name' | 'entrance' | 'contact' | 'helpLines' | 'exitUrl'>;
  readonly greetings: Readonly<Record<Door, Greeting>>;
  readonly assets: {
    /** Served under `/assets/`. */
    readonly folder: string;
    readonly files: (entry: string) => PageFiles;
  };
}
