/**
 * Every interface to the outside, and the failures the outside can have.
 * `ForVisitors` and `ForStaff` are what adapters may ask of us; the rest is what we ask of adapters.
 */
import type { CaseEvent, StoredCaseEvent } from './domain/case-event.ts';
import type {
  CaseFile,
  CaseFileId,
  ConsentGiver,
  ConsentId,
  ConsentScope,
  LegalBasis,
  TeamRole,
} from './domain/case-file.ts';
import type { Effect } from './domain/effect.ts';
import type { Called, Enquiry } from './domain/enquiry.ts';
import type { EnquiryEvent } from './domain/enquiry-event.ts';
import type { Kommune, LocalTime, OpenInterval } from './domain/kommune.ts';
import type { Result } from './domain/result.ts';
import type { Message, MessageAuthor } from './domain/saying.ts';
import type { Understanding } from './domain/understanding.ts';
import type {
  AgeBand,
  Asker,
  Channel,
  EffectId,
  EnquiryId,
  ForeignLanguage,
  Instant,
  IntentId,
  Outcome,
  PartyCode,
  SpokenChannel,
  StaffId,
  TextLanguage,
  Urgency,
} from './domain/words.ts';

// ---------------------------------------------------------------------------------------------------------------
// Failures: the outside broke.

/** The database, Redis, Slack … could not be reached or did not answer; trying again later may work. */
export class UnavailableError extends Error {
  readonly code: string;
  /** When they say trying again makes sense, in milliseconds from now; null when they say nothing. */
  readonly retryAfterMs: number | null;
  constructor(what: string, code: string, options?: ErrorOptions & { readonly retryAfterMs?: number }) {
    super(`${what} is unavailable (${code})`, options);
    this.name = 'UnavailableError';
    this.code = code;
    this.retryAfterMs = options?.retryAfterMs ?? null;
  }
}

/** Another process has the data folder open. */
export class DataFolderInUseError extends Error {
  readonly code = 'data-folder-in-use';
  constructor(folder: string) {
    super(`Mappen ${folder} er allerede i brug af en anden Indgang. Stop den først, eller vælg en anden DATA_DIR.`);
    this.name = 'DataFolderInUseError';
  }
}

// ---------------------------------------------------------------------------------------------------------------
// Store

/** Key of something that came in and must only count once: `<source>` and an id made by the sender. */
export interface InboxKey {
  readonly source: string;
  readonly key: string;
}

/** What came of it the first time. */
export interface InboxEntry {
  /** Fingerprint of the body, to tell a repeat from another message under the same id; empty when the text is deleted. */
  readonly bodyHash: string;
  /** Sequence number of the message it became. */
  readonly seq: number;
}

export interface ReadState {
  readonly enquiry: Enquiry | null;
  readonly earlier: InboxEntry | null;
  /** Address of the citizen in a channel we must send to (JSON), or null. */
  readonly address: unknown;
}

/** A remark between staff: why something was transferred, declined, returned or closed. Never shown to citizens. */
export interface Note {
  readonly id: string;
  readonly enquiry: EnquiryId;
  readonly by: StaffId;
  readonly text: string;
  readonly at: Instant;
}

/** Everything one decision stores, in one transaction. */
export interface Change {
  readonly id: EnquiryId;
  /** Version of the state the decision was made on; 0 for a new enquiry. */
  readonly expectedVersion: number;
  /** The state after `events`. */
  readonly after: Enquiry;
  readonly events: readonly EnquiryEvent[];
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  readonly effects: readonly Effect[];
  readonly inbox: (InboxKey & InboxEntry) | null;
  /**
   * The citizen's texts up to this number are deleted, those among `messages` too, with what else their client sent
   * along and their fingerprints in the inbox; null deletes nothing.
   */
  readonly erasedThrough: number | null;
  /** The member of staff's answer of this number loses its words; a note keeps them. */
  readonly removedAnswer?: number;
  /** Set when the enquiry is opened or the address has changed; `undefined` leaves it as it is. */
  readonly address?: unknown;
}

/** `stale`: somebody else was first, read again and decide again. `repeated`: this inbox key has been counted already. */
export type CommitOutcome = 'committed' | 'stale' | 'repeated';

export interface QueueFilter {
  /** Enquiries these parties are answerable for or have been offered. */
  readonly party: PartyCode;
  readonly staff: StaffId;
  /** Also everything the ladder has called the duty rota to. */
  readonly duty: boolean;
  readonly limit: number;
}

export interface StoredEvent {
  readonly version: number;
  readonly event: EnquiryEvent;
}

/** Counts for metrics and the invariant check. */
export interface Census {
  readonly openByStatus: Readonly<Record<string, number>>;
  /** Open enquiries whose answerable party is missing or unknown to the municipality; must be 0. */
  readonly withoutHolder: number;
  /** Waiting citizens whose deadline passed more than 30 s ago and nobody was called; must be 0. */
  readonly overdue: number;
  readonly effectsPending: Readonly<Record<string, number>>;
  readonly effectsDead: Readonly<Record<string, number>>;
  /** Age of the oldest effect that should have been done, in seconds. */
  readonly oldestDueSeconds: number;
}

export interface LeasedEffect {
  readonly effect: Effect;
  /** 1 at the first try. */
  readonly attempt: number;
  readonly address: unknown;
}

/**
 * One store in SQL. Text goes in and comes out unchanged; callers have made it well-formed (`domain/well-formed.ts`).
 *
 * @throws UnavailableError from every method when the database cannot be reached
 */
export interface Store {
  /** One round trip. `inbox` also looks up whether that key has been counted. */
  read(id: EnquiryId, inbox?: InboxKey): Promise<ReadState>;
  /** One round trip, one transaction: all of the change, or nothing. */
  commit(change: Change): Promise<CommitOutcome>;
  /** Messages with a sequence number above `after`, in order. */
  messages(id: EnquiryId, after: number, limit: number): Promise<readonly Message[]>;
  /** Sequence number of the newest message of each; unknown ids are left out. One round trip. */
  lastSeqs(ids: readonly EnquiryId[]): Promise<ReadonlyMap<EnquiryId, number>>;
  notes(id: EnquiryId): Promise<readonly Note[]>;
  journal(id: EnquiryId): Promise<readonly StoredEvent[]>;
  /** Open enquiries with people, acute first, then longest waiting. */
  queue(filter: QueueFilter): Promise<readonly Enquiry[]>;
  /** Enquiries with this code (`domain/code.ts`), open or closed, newest first. */
  withCode(code: string, limit: number): Promise<readonly Enquiry[]>;
  /** Ids of effects that are due and that nobody holds a live lease on, oldest first. */
  dueEffects(now: Instant, limit: number): Promise<readonly EffectId[]>;
  /**
   * Takes one effect for a while.
   *
   * @returns null when it is done, leased by another, not due yet, or an earlier effect with its key is undone
   */
  lease(id: EffectId, now: Instant, until: Instant): Promise<LeasedEffect | null>;
  /**
   * Ends a lease: `done`, `dead` (given up), or a time to try again.
   *
   * @returns the next undone effect with the same key that is past its first due time, when this one stands no longer before it
   */
  settle(id: EffectId, result: 'done' | 'dead' | { readonly retryAt: Instant }): Promise<EffectId | null>;
  logRead(staff: StaffId, enquiry: EnquiryId, at: Instant): Promise<void>;
  readLog(enquiry: EnquiryId): Promise<readonly { readonly staff: StaffId; readonly at: Instant }[]>;
  /** Checks every open enquiry against the parties that exist. */
  census(parties: readonly PartyCode[], now: Instant): Promise<Census>;
  readonly cases: CaseStore;
  readonly memory: Memory;
  /** A random value of 32 bytes (base64url) kept under this name, made at the first call; the same in every process. */
  secret(name: string): Promise<string>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Words about a case file: what a consent is for, the next step, why it was closed. Events name it by id. */
export interface CaseNote {
  readonly id: string;
  readonly by: StaffId;
  readonly text: string;
  readonly at: Instant;
}

/** Everything one decision on a case file stores, in one transaction. */
export interface CaseChange {
  readonly id: CaseFileId;
  /** Version of the state the decision was made on; 0 for a new case file. */
  readonly expectedVersion: number;
  /** The state after `events`. */
  readonly after: CaseFile;
  readonly events: readonly CaseEvent[];
  readonly notes: readonly CaseNote[];
  readonly effects: readonly Effect[];
}

/** `code-taken`: another case file, open or closed, has this code. `stale`: read again and decide again. */
export type CaseCommitOutcome = 'committed' | 'stale' | 'code-taken';

/**
 * Case files, in the same database as everything else.
 *
 * @throws UnavailableError from every method when the database cannot be reached
 */
export interface CaseStore {
  read(id: CaseFileId): Promise<CaseFile | null>;
  /** One case file for each enquiry, open or closed. */
  ofEnquiry(enquiry: EnquiryId): Promise<CaseFile | null>;
  /** One round trip, one transaction: all of the change, or nothing. */
  commit(change: CaseChange): Promise<CaseCommitOutcome>;
  journal(id: CaseFileId): Promise<readonly StoredCaseEvent[]>;
  /** Oldest first. */
  notes(id: CaseFileId): Promise<readonly CaseNote[]>;
  /** Open case files that name this person as coordinator, stand-in or member, those they coordinate first, then oldest. */
  naming(staff: StaffId): Promise<readonly CaseFile[]>;
  /** Open case files that each coordinator has; whoever has none is left out. */
  loads(): Promise<ReadonlyMap<StaffId, number>>;
  logRead(staff: StaffId, id: CaseFileId, at: Instant): Promise<void>;
  readLog(id: CaseFileId): Promise<readonly { readonly staff: StaffId; readonly at: Instant }[]>;
}

/** Something an adapter has put by. */
export interface Kept {
  readonly key: string;
  /** JSON as it was given. */
  readonly value: unknown;
  /** 1 at first, one more at every change. */
  readonly version: number;
  readonly dueAt: Instant | null;
}

/**
 * What an adapter must remember, as JSON by key, in the same database as everything else: where in Slack an enquiry is
 * shown, what has come in and is not worked on yet, what must be done later. Keys begin with the adapter's name.
 * Decision 0014. Never the only place of what a citizen wrote.
 *
 * @throws UnavailableError from every method when the database cannot be reached
 */
export interface Memory {
  read(key: string): Promise<Kept | null>;
  /**
   * Keeps a value when the entry still has the version it was read in; 0 stands for an entry that is not there.
   *
   * @returns false when somebody else was first: read again
   */
  keep(key: string, value: unknown, expectedVersion: number, dueAt?: Instant | null): Promise<boolean>;
  /**
   * Takes what is due under a prefix, longest due first, and puts it off until `until`, so that each entry is worked on
   * by one process at a time and comes back when that one dies. `version` of what is returned is the one after.
   */
  takeDue(prefix: string, now: Instant, until: Instant, limit: number): Promise<readonly Kept[]>;
  /** Entries under a prefix, by key. */
  list(prefix: string, limit: number): Promise<readonly Kept[]>;
  /** Forgetting what is not there is fine. */
  forget(key: string): Promise<void>;
}

// ---------------------------------------------------------------------------------------------------------------
// Jobs and signals: they only wake somebody; the truth is in the store.

/** Hands effect ids to a worker in this or another process, in no order; a lost hint is found by the sweep. */
export interface Jobs {
  /** Never waits for the outside and never throws: what is lost here the sweep finds. */
  wake(ids: readonly EffectId[]): void;
  /** Starts working; the handler's failures are its own to record. */
  work(handler: (id: EffectId) => Promise<void>): void;
  /** Stops taking new work and waits for what is under way, `withinMs` at most. */
  close(withinMs: number): Promise<void>;
  /** Whether the outside part answers; `off` when there is none. */
  health(): Promise<'up' | 'down' | 'off'>;
}

/** Tells every process that something under a topic has changed; a hint that may be lost. */
export interface Signal {
  /** Topics: an enquiry id, a case file id, `queue`, `slack`, or `erased:` and an enquiry id. Never waits and never throws. */
  raise(topic: string): void;
  /** @returns how to stop listening */
  listen(listener: (topic: string) => void): () => void;
  close(): Promise<void>;
}

// ---------------------------------------------------------------------------------------------------------------
// People's surfaces

/** A channel that must be sent each message. Takes the same effect id twice without showing the message twice. */
export interface VisitorChannel {
  /** @throws UnavailableError when the channel may work later; any other error is final */
  deliver(message: Message, address: unknown, effect: EffectId): Promise<void>;
}

/** Where staff see and are called to enquiries. Takes the same effect id twice without showing it twice. */
export interface StaffDesk {
  show(enquiry: Enquiry, effect: EffectId): Promise<void>;
  call(enquiry: Enquiry, calls: Called, effect: EffectId): Promise<void>;
  /** Brings what the team sees of a case file up to date: members, overview, whether it is open. */
  showCase(caseFile: CaseFile, effect: EffectId): Promise<void>;
}

/** What a `StaffDesk` of ours may read to show it. Not a person's reading: what is shown to whom is the desk's duty. */
export interface ForDesks {
  enquiry(id: EnquiryId): Promise<Enquiry | null>;
  messages(id: EnquiryId, after: number, limit: number): Promise<readonly Message[]>;
  journal(id: EnquiryId): Promise<readonly StoredEvent[]>;
  caseFile(id: CaseFileId): Promise<CaseFile | null>;
  /** Words of case notes by id: purposes, next steps, reasons. */
  caseNotes(id: CaseFileId): Promise<ReadonlyMap<string, string>>;
}

// ---------------------------------------------------------------------------------------------------------------
// Understanding, time, log

/** What the conversation tells about a message before it is read. */
export interface Known {
  /** Age told earlier. */
  readonly ageBand: AgeBand | null;
  /** The answerable party, once people have or had the enquiry. */
  readonly party: PartyCode | null;
}

/** Reads one message. Never throws: what cannot be understood is `unknown`. */
export interface Understander {
  /**
   * @param previous the conversation's language so far; one- and two-word messages keep it
   * @param known absent: nothing is known
   */
  understand(text: string, previous: TextLanguage | ForeignLanguage, known?: Known): Promise<Understanding>;
}

/** One thing said, with nothing in it that identifies a person by pattern. */
export interface RedactedLine {
  readonly from: MessageAuthor['kind'];
  readonly text: string;
}

/** Drafts a summary by machine. */
export interface Summariser {
  /**
   * @returns one to five sentences in Danish, to be read critically
   * @throws UnavailableError when the machine is away, slow, or gives nothing that can be used
   */
  summarise(lines: readonly RedactedLine[]): Promise<readonly string[]>;
}

/** What a language model is asked for. */
export type ModelPurpose = 'understand' | 'summarise';

/**
 * How it went: `none` is an answer that fits nothing offered, `refused` the model said no, `invalid` an answer that
 * cannot be used, `failed` no answer, `open_circuit` not asked because it failed too often just now.
 */
export type ModelOutcome = 'answered' | 'none' | 'refused' | 'invalid' | 'timeout' | 'failed' | 'open_circuit';

/** Is told of every wish for the language model, and of what it used. */
export interface ModelFigures {
  called(purpose: ModelPurpose, outcome: ModelOutcome, seconds: number): void;
  used(purpose: ModelPurpose, tokens: { readonly prompt: number; readonly completion: number }): void;
  circuit(purpose: ModelPurpose, open: boolean): void;
}

export interface Clock {
  now(): Instant;
}

/** The municipality's opening hours and local time. */
export interface Calendar {
  /** Opening time that ends after `from`, in order, without end; the first may have begun before. */
  openIntervals(from: Instant): Iterable<OpenInterval>;
  /** "i dag kl. 14", "i morgen kl. 9.30", "tirsdag kl. 9", "den 3. januar kl. 9". */
  inWords(at: Instant, now: Instant, language: TextLanguage): string;
  /** Weekday (0 is Monday) and minutes since midnight, where the municipality is. */
  localTime(at: Instant): LocalTime;
}

/** Structured log: a fixed message with data beside it; ids and codes only, never a person's words. */
export interface Log {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}

// ---------------------------------------------------------------------------------------------------------------
// What adapters may ask of us

export interface IncomingMessage {
  readonly enquiry: EnquiryId;
  readonly channel: Channel;
  readonly asker: Asker;
  readonly text: string;
  /** A tapped choice's code, when the client sent one. */
  readonly choice: string | null;
  /** Made by the client: the same id and body is the same message. */
  readonly clientId: string;
  readonly channelData: unknown;
  /** Where to send answers, for channels that need it. */
  readonly address?: unknown;
}

export interface Receipt {
  readonly seq: number;
  /** True when this was a repeat and nothing new happened. */
  readonly repeated: boolean;
}

/** `unknown-enquiry`: was never opened. `other-body`: the client id stands for another message. `empty`: nothing to read. */
export type ReceiveRefusal = 'unknown-enquiry' | 'other-body' | 'empty';

/** What a citizen may be told about who has the matter now. */
export interface VisitorView {
  readonly enquiry: EnquiryId;
  readonly asker: Asker;
  readonly status: Enquiry['status'];
  readonly lastSeq: number;
}

export interface ForVisitors {
  /** Opens an enquiry with the bot's greeting; opening the same id again changes nothing. Resolves after the commit. */
  open(id: EnquiryId, channel: Channel, asker: Asker, language: TextLanguage, address?: unknown): Promise<VisitorView>;
  /** Resolves after the commit; the answer of a repeat is the answer of the first. */
  receive(message: IncomingMessage): Promise<Result<Receipt, ReceiveRefusal>>;
  view(id: EnquiryId): Promise<VisitorView | null>;
  messages(id: EnquiryId, after: number, limit: number): Promise<readonly Message[]>;
  /** What this process has just stored after `after`, from memory; empty when it does not know. */
  recent(id: EnquiryId, after: number): readonly Message[];
  /** Which of many conversations have something new, in one round trip; unknown ids are left out. */
  lastSeqs(ids: readonly EnquiryId[]): Promise<ReadonlyMap<EnquiryId, number>>;
}

/** Why a member of staff may not see it. `withdrawn`: they could, until the citizen took it back. */
export type UnseenRefusal = 'unknown-enquiry' | 'withdrawn';

export type StaffRefusal =
  | UnseenRefusal
  | 'not-your-party'
  | 'already-claimed'
  | 'not-claimed'
  | 'claimed-by-other'
  | 'nobody-waiting'
  | 'closed'
  | 'same-party'
  | 'unknown-party'
  | 'already-offered'
  | 'no-offer'
  | 'not-offered-to-you'
  | 'nowhere-to-return'
  | 'text-missing'
  | 'no-channel'
  | 'unknown-staff'
  | 'already-helper'
  | 'not-helper'
  | 'not-your-answer'
  | 'answer-removed';

export type StaffCommand =
  | { readonly do: 'claim' }
  | { readonly do: 'reply'; readonly text: string; readonly clientId: string }
  /** A new message that puts answer `seq`, their own, right; one already counted under its `clientId` repeats nothing. */
  | { readonly do: 'correct'; readonly seq: number; readonly text: string; readonly clientId: string }
  /** Takes answer `seq`, their own, back; taken back already is fine. */
  | { readonly do: 'remove'; readonly seq: number }
  /** They have spoken with the citizen, on the phone or face to face: nobody waits any longer. */
  | { readonly do: 'spoke' }
  | { readonly do: 'invite_helper'; readonly staff: StaffId }
  /** By the one who has it, or by the helper, who leaves. */
  | { readonly do: 'remove_helper'; readonly staff: StaffId }
  | { readonly do: 'transfer'; readonly party: string; readonly reason: string }
  | { readonly do: 'accept' }
  | { readonly do: 'decline'; readonly reason: string }
  | { readonly do: 'return'; readonly reason: string }
  | { readonly do: 'close'; readonly outcome: Outcome; readonly reason: string };

/** What somebody who called or came in has told. */
export interface TakeIn {
  readonly channel: SpokenChannel;
  readonly asker: Asker;
  /** Null when the topic is not known: the front desk reads it first. */
  readonly intent: IntentId | null;
  readonly ageBand: AgeBand | null;
  /** Null leaves it to the topic. */
  readonly urgency: Urgency | null;
  /** What they said, as the member of staff put it down. */
  readonly text: string;
  /** Whoever takes it in keeps it: it is theirs, and their party's, at once. */
  readonly keep: boolean;
  /** Made by the surface: the same id and words is the same enquiry. */
  readonly clientId: string;
}

/** `other-body`: the client id stands for another enquiry. */
export type TakeInRefusal = 'text-missing' | 'unknown-intent' | 'unknown-staff' | 'other-body';

/** One enquiry as a member of staff sees it, with everything said. */
export interface StaffView {
  readonly enquiry: Enquiry;
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  readonly journal: readonly StoredEvent[];
  readonly readBy: readonly { readonly staff: StaffId; readonly at: Instant }[];
  /** A draft summary may be asked for. */
  readonly summarisable: boolean;
}

/** `not-summarisable`: there is no language model, or the answerable party has it off. */
export type SummaryRefusal = 'unknown-enquiry' | 'not-summarisable';

export interface ForStaff {
  /** Open enquiries this person may see, acute first, then longest waiting. */
  queue(staff: StaffId): Promise<readonly Enquiry[]>;
  /** The conversation; recorded in the read log before it is given out. */
  read(staff: StaffId, id: EnquiryId): Promise<Result<StaffView, UnseenRefusal>>;
  act(staff: StaffId, id: EnquiryId, command: StaffCommand): Promise<Result<Enquiry, StaffRefusal>>;
  /** Somebody called or came in: an enquiry that waits at once, wherever it belongs. Resolves after the commit. */
  takeIn(staff: StaffId, told: TakeIn): Promise<Result<Enquiry, TakeInRefusal>>;
  /** Those with this code that this person may see, closed ones too, newest first; what is no code finds none. */
  find(staff: StaffId, code: string): Promise<readonly Enquiry[]>;
  /**
   * Drafts a summary of what was said, by machine. Recorded as a reading; changes and stores nothing else.
   *
   * @returns one to five sentences in Danish
   * @throws UnavailableError when the machine gave no draft
   */
  summarise(staff: StaffId, id: EnquiryId): Promise<Result<readonly string[], SummaryRefusal>>;
  readonly kommune: Kommune;
}

// ---------------------------------------------------------------------------------------------------------------
// Case files

/**
 * `not-covered`: was in the team until a consent ran out. `nothing-shared`: no parties or no scopes. `is-coordinator`:
 * another must be chosen first. `already-member`: also a coordinator named as their own stand-in.
 */
export type CaseRefusal =
  | UnseenRefusal
  | 'unknown-case'
  | 'not-in-hand'
  | 'case-exists'
  | 'case-closed'
  | 'case-open'
  | 'not-coordinator'
  | 'unknown-staff'
  | 'already-member'
  | 'is-coordinator'
  | 'not-member'
  | 'not-covered'
  | 'nothing-shared'
  | 'unknown-consent'
  | 'consent-giver-wrong'
  | 'consent-over'
  | 'dates-wrong'
  | 'text-missing';

/** What is asked of a person when a case file is opened, with what we know beforehand. */
export interface CaseSuggestion {
  /**
   * Everybody who could, best first: by age and relation, each with the number of open case files they coordinate now.
   * `tooMany`: with this one they would have more than five. A warning, never a refusal.
   */
  readonly coordinators: readonly { readonly staff: StaffId; readonly load: number; readonly tooMany: boolean }[];
  /** Roles the team needs at this age and nobody fills yet. */
  readonly missing: readonly TeamRole[];
}

export interface OpenCase {
  readonly coordinator: StaffId;
  readonly standIn: StaffId | null;
  readonly past17Half: boolean;
}

export type CaseCommand =
  | { readonly do: 'choose_coordinator'; readonly coordinator: StaffId; readonly standIn: StaffId | null }
  | { readonly do: 'turned_17_half' }
  /** Consent can be given only when the age is known. */
  | { readonly do: 'tell_age'; readonly ageBand: AgeBand }
  | {
      readonly do: 'record_consent';
      readonly parties: readonly PartyCode[];
      readonly scopes: readonly ConsentScope[];
      readonly ground:
        | { readonly kind: 'consent'; readonly givenBy: ConsentGiver }
        | { readonly kind: 'legal_basis'; readonly basis: LegalBasis };
      /** What for; for a legal basis the reason too. */
      readonly purpose: string;
      readonly until: Instant;
    }
  | { readonly do: 'withdraw_consent'; readonly consent: ConsentId }
  /** Adds a member a consent covers; otherwise it becomes a question to the coordinator. */
  | { readonly do: 'invite'; readonly staff: StaffId; readonly role: TeamRole }
  | { readonly do: 'refuse_invitation'; readonly staff: StaffId }
  | { readonly do: 'remove_member'; readonly staff: StaffId }
  | { readonly do: 'leave' }
  | { readonly do: 'set_next_step'; readonly text: string; readonly by: Instant }
  | { readonly do: 'had_contact' }
  | { readonly do: 'close'; readonly outcome: Outcome; readonly summary: string }
  | { readonly do: 'reopen'; readonly reason: string };

/** One case file as a member of its team sees it. */
export interface CaseView {
  readonly caseFile: CaseFile;
  readonly journal: readonly StoredCaseEvent[];
  /** Words by note id. */
  readonly notes: ReadonlyMap<string, string>;
  /** Everybody who may know now, coordinator first. */
  readonly members: readonly StaffId[];
  readonly missing: readonly TeamRole[];
  readonly readBy: readonly { readonly staff: StaffId; readonly at: Instant }[];
}

export interface ForCases {
  /** For whoever may open one for this enquiry, and for those who may choose another coordinator for the one it has. */
  suggest(staff: StaffId, enquiry: EnquiryId): Promise<Result<CaseSuggestion, CaseRefusal>>;
  /** Opening a second one for the same enquiry is refused with `case-exists`. */
  open(staff: StaffId, enquiry: EnquiryId, opening: OpenCase): Promise<Result<CaseFile, CaseRefusal>>;
  /** Recorded as a reading before it is given out. */
  read(staff: StaffId, id: CaseFileId): Promise<Result<CaseView, CaseRefusal>>;
  act(staff: StaffId, id: CaseFileId, command: CaseCommand): Promise<Result<CaseFile, CaseRefusal>>;
  /** Open case files this person is in, those they coordinate first. */
  mine(staff: StaffId): Promise<readonly CaseFile[]>;
  /** Open or closed. Not a person's reading: whoever shows more than its code and coordinator asks `read`. */
  ofEnquiry(enquiry: EnquiryId): Promise<CaseFile | null>;
  /**
   * A surface found somebody in the shared channel whom the case file does not let in; it removes them and says so here.
   *
   * @param found null when they are nobody we know
   */
  intruder(id: CaseFileId, found: StaffId | null): Promise<void>;
}
