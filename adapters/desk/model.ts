/**
 * What the desk shows, as plain data: made on the server, sent as JSON, drawn by the same views on server and in browser.
 * Times are ISO strings in UTC.
 */
import type { Called, EnquiryStatus } from '../../src/domain/enquiry.ts';
import type {
  AgeBand,
  Asker,
  Channel,
  ForeignLanguage,
  Outcome,
  PartyCode,
  SpokenChannel,
  TextLanguage,
  Urgency,
} from '../../src/domain/words.ts';

/** Everything staff can do to an enquiry, in the order it is offered. */
export const actions = [
  'claim',
  'accept',
  'reply',
  'spoke',
  'correct',
  'remove',
  'decline',
  'invite_helper',
  'remove_helper',
  'transfer',
  'return',
  'close',
] as const;
export type Action = (typeof actions)[number];

/** One enquiry as outside programs read it. */
export interface QueueItem {
  id: string;
  party: PartyCode;
  state: EnquiryStatus;
  urgency: Urgency;
  intent: string | null;
  ageBand: AgeBand | null;
  asker: Asker;
  waitingSince: string | null;
  deadline: string | null;
  /** Staff id while somebody has taken it, otherwise the code of the answerable party. */
  holder: string;
}

/** The same with what a person needs to choose. */
export interface Row extends QueueItem {
  version: number;
  /** Six characters to find it by, for the phone. */
  code: string;
  channel: Channel;
  topic: string;
  /** What else the citizen has named, in Danish. */
  others: string[];
  language: TextLanguage;
  /** The language they write, when it is one that the robot does not answer in. */
  speaks: ForeignLanguage | null;
  partyName: string;
  /** Name of the person who has taken it, or null. */
  takenBy: string | null;
  mine: boolean;
  /** The reader is invited to help. */
  helping: boolean;
  /** Offered to the reader's party, and not by the reader. */
  offeredToUs: boolean;
  /** Name of the party it is offered to, or null. */
  offeredTo: string | null;
  called: Called | null;
  /** "i dag kl. 14", or null without a deadline. */
  deadlineWords: string | null;
  outcome: Outcome | null;
}

export interface Person {
  id: string;
  name: string;
  party: PartyCode;
  role: string;
}

/** Whether Slack answers; `off` when staff do not work there. */
export const slackHealths = ['up', 'down', 'off'] as const;
export type SlackHealth = (typeof slackHealths)[number];

export interface Board {
  now: string;
  me: Person;
  partyName: string;
  /** "Ungeindgangen · Eksempel Kommune". */
  place: string;
  timeZone: string;
  parties: { code: PartyCode; name: string }[];
  rows: Row[];
  slack: SlackHealth;
}

export interface Said {
  seq: number;
  from: 'visitor' | 'bot' | 'staff';
  /** Name and role of the member of staff, or null. */
  name: string | null;
  role: string | null;
  text: string;
  language: string;
  at: string;
  /** The citizen has deleted it; `text` is empty. */
  erased: boolean;
  /** True for words on a button of the robot's, which the citizen did not choose themselves. */
  tapped: boolean;
  /** The writer, a member of staff, has taken it back; `text` is empty. */
  removed: boolean;
  /** What the reader may do to it, being its writer. */
  may: ('correct' | 'remove')[];
}

export interface Colleague {
  id: string;
  name: string;
  /** Name of their party. */
  party: string;
}

export interface InternalNote {
  id: string;
  by: string;
  text: string;
  at: string;
}

/** That an enquiry has a case file, and who answers for it; nothing of what stands in it. */
export interface CasePointer {
  id: string;
  code: string;
  status: 'open' | 'closed';
  coordinator: string;
  mayRead: boolean;
  /** The reader may choose another coordinator, also without being in it. */
  mayAppoint: boolean;
}

export interface Conversation {
  enquiry: Row;
  messages: Said[];
  notes: InternalNote[];
  /** What has happened, in Danish, oldest first. */
  timeline: { type: string; text: string; at: string }[];
  /** Each person once, with the latest reading. */
  readBy: { staff: string; name: string; at: string }[];
  actions: Action[];
  helpers: Colleague[];
  /** Whom the reader may invite. */
  colleagues: Colleague[];
  /** A draft summary may be asked for. */
  summarisable: boolean;
  /** Its case file, open or closed; null when none has been opened. */
  caseFile: CasePointer | null;
  mayOpenCase: boolean;
}

/** What stands beside the queue when no conversation is open. */
export type Beside =
  /** The form for somebody who has called or come in; topics by group, in Danish. */
  | { is: 'taking'; channel: SpokenChannel; topics: { group: string; topics: { id: string; title: string }[] }[] }
  /** One has just been taken in, and this code is to be read out. */
  | { is: 'taken'; id: string; code: string }
  /** What was searched for, and what has that code. */
  | { is: 'found'; code: string; rows: Row[] };

/** What the page is drawn from. */
export interface Model {
  board: Board;
  conversation: Conversation | null;
  beside: Beside | null;
}
