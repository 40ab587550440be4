/**
 * The rows as the queries see them; `migrations.ts` makes the tables and a contract test compares the two.
 * Instants are whole milliseconds since 1970. JSON goes in as text (an array would be taken for a Postgres array) and comes out parsed.
 */
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { CaseEvent } from '../../src/domain/case-event.ts';
import type { CaseFile, CaseFileId } from '../../src/domain/case-file.ts';
import type { EffectOrder } from '../../src/domain/effect.ts';
import type { Called, Enquiry, EnquiryStatus } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import type { MessageAuthor, QuickReply, Saying } from '../../src/domain/saying.ts';
import type { Channel, EffectId, EnquiryId, Instant, PartyCode, StaffId, Urgency } from '../../src/domain/words.ts';

type Json<Value> = ColumnType<Value, string, string>;

/** `state` is the folded enquiry; the other columns repeat of it what the queries look for. */
export interface EnquiryTable {
  id: EnquiryId;
  version: number;
  state: Json<Enquiry>;
  status: EnquiryStatus;
  party: PartyCode;
  claimed_by: StaffId | null;
  offered_to: PartyCode | null;
  called: Called | null;
  urgency: Urgency;
  queued_at: Instant | null;
  due_at: Instant | null;
  channel: Channel;
  address: Json<unknown>;
  /** Six characters to find it by; the database makes them. */
  code: GeneratedAlways<string>;
  opened_at: Instant;
  updated_at: Instant;
}

export interface EventTable {
  enquiry: EnquiryId;
  version: number;
  event: Json<EnquiryEvent>;
  at: Instant;
}

export interface MessageTable {
  enquiry: EnquiryId;
  seq: number;
  from_kind: MessageAuthor['kind'];
  staff: StaffId | null;
  staff_name: string | null;
  staff_role: string | null;
  text: string;
  language: string;
  at: Instant;
  quick_replies: Json<readonly QuickReply[]>;
  says: Saying['kind'] | null;
  reply_to: number | null;
  client_id: string | null;
  channel_data: Json<unknown>;
}

/** Notes of a case file have its id in `enquiry`. */
export interface NoteTable {
  id: string;
  enquiry: EnquiryId | CaseFileId;
  staff: StaffId;
  text: string;
  at: Instant;
}

export type EffectState = 'pending' | 'leased' | 'done' | 'dead';

/** `ready_at` is when somebody may take it next: first `due_at`, then the end of a lease or the time to try again. */
export interface EffectTable {
  id: EffectId;
  position: GeneratedAlways<number>;
  enquiry: EnquiryId;
  kind: EffectOrder['kind'];
  key: string;
  data: Json<EffectOrder>;
  state: EffectState;
  due_at: Instant;
  ready_at: Instant;
  attempts: number;
}

export interface InboxTable {
  source: string;
  key: string;
  body_hash: string;
  enquiry: EnquiryId;
  seq: number;
  at: Instant;
}

/** The reading of a case file has its id in `enquiry`. */
export interface ReadLogTable {
  id: GeneratedAlways<number>;
  enquiry: EnquiryId | CaseFileId;
  staff: StaffId;
  at: Instant;
}

/** `state` is the folded case file; the other columns repeat of it what the queries look for. */
export interface CaseFileTable {
  id: CaseFileId;
  version: number;
  state: Json<CaseFile>;
  code: string;
  status: CaseFile['status'];
  enquiry: EnquiryId;
  coordinator: StaffId;
  /** Ids of everybody it names: coordinator, stand-in and team. */
  named: Json<readonly StaffId[]>;
  opened_at: Instant;
  updated_at: Instant;
}

export interface CaseEventTable {
  case_file: CaseFileId;
  version: number;
  event: Json<CaseEvent>;
  at: Instant;
}

export interface SettingTable {
  name: string;
  value: string;
}

export interface MemoryTable {
  key: string;
  value: Json<unknown>;
  version: number;
  due_at: Instant | null;
}

export interface MigrationTable {
  name: string;
  at: GeneratedAlways<Date>;
}

export interface Tables {
  enquiry: EnquiryTable;
  event: EventTable;
  message: MessageTable;
  note: NoteTable;
  effect: EffectTable;
  inbox: InboxTable;
  read_log: ReadLogTable;
  case_file: CaseFileTable;
  case_event: CaseEventTable;
  setting: SettingTable;
  memory: MemoryTable;
  migration: MigrationTable;
}
