/**
 * The schema as steps that are run once each, in order, one statement per call (PGlite takes no more).
 * Never change a step that has been released: add one. Expand first, contract a release later.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { caseCommitFunction } from './case-function.ts';
import { codeFunction, codeTrigger } from './code-function.ts';
import { commitFunction, erasingCommitFunction, removingCommitFunction } from './commit-function.ts';
import type { Tables } from './tables.ts';

interface Step {
  readonly name: string;
  readonly statements: readonly string[];
}

const withPeople = "status in ('waiting', 'claimed', 'offered')";
const undone = "state in ('pending', 'leased')";

const steps: readonly Step[] = [
  {
    name: '0001-enquiries',
    statements: [
      `create table enquiry (
        id text primary key,
        version integer not null,
        state jsonb not null,
        status text not null check (status in ('with_bot', 'waiting', 'claimed', 'offered', 'closed')),
        party text not null check (party <> ''),
        claimed_by text,
        offered_to text,
        called text,
        urgency text not null,
        queued_at bigint,
        due_at bigint,
        channel text not null,
        address jsonb,
        opened_at bigint not null,
        updated_at bigint not null,
        constraint enquiry_claimed_by_one check ((status in ('claimed', 'offered')) = (claimed_by is not null)),
        constraint enquiry_offered_to_one check ((status = 'offered') = (offered_to is not null))
      ) with (fillfactor = 80)`,
      `create index enquiry_open on enquiry (party, status, due_at) where status <> 'closed'`,
      `create index enquiry_offered on enquiry (offered_to) where ${withPeople} and offered_to is not null`,
      `create index enquiry_claimed on enquiry (claimed_by) where ${withPeople} and claimed_by is not null`,
      `create index enquiry_duty on enquiry (queued_at) where ${withPeople} and called = 'duty'`,
      `create table event (
        enquiry text not null,
        version integer not null,
        event jsonb not null,
        at bigint not null,
        primary key (enquiry, version)
      )`,
      `create table message (
        enquiry text not null,
        seq integer not null,
        from_kind text not null check (from_kind in ('visitor', 'bot', 'staff')),
        staff text,
        staff_name text,
        staff_role text,
        text text not null,
        language text not null,
        at bigint not null,
        quick_replies jsonb not null,
        says text,
        reply_to integer,
        client_id text,
        channel_data jsonb,
        primary key (enquiry, seq),
        constraint message_staff_named check ((from_kind = 'staff') = (staff is not null))
      )`,
      `create table note (
        id text primary key,
        enquiry text not null,
        staff text not null,
        text text not null,
        at bigint not null
      )`,
      'create index note_enquiry on note (enquiry, at)',
      `create table effect (
        id text primary key,
        position bigint generated always as identity,
        enquiry text not null,
        kind text not null,
        key text not null,
        data jsonb not null,
        state text not null default 'pending' check (state in ('pending', 'leased', 'done', 'dead')),
        due_at bigint not null,
        ready_at bigint not null,
        attempts integer not null default 0
      ) with (fillfactor = 80)`,
      `create index effect_ready on effect (ready_at, position) include (kind, due_at) where ${undone}`,
      `create index effect_key on effect (key, position) where ${undone}`,
      `create index effect_dead on effect (kind) where state = 'dead'`,
      `create table inbox (
        source text not null,
        key text not null,
        body_hash text not null,
        enquiry text not null,
        seq integer not null,
        at bigint not null,
        primary key (source, key)
      )`,
      `create table read_log (
        id bigint generated always as identity primary key,
        enquiry text not null,
        staff text not null,
        at bigint not null
      )`,
      'create index read_log_enquiry on read_log (enquiry, id)',
      'create table setting (name text primary key, value text not null)',
    ],
  },
  { name: '0002-commit-function', statements: [commitFunction] },
  {
    name: '0003-erasing',
    statements: ['create index inbox_enquiry on inbox (enquiry)', erasingCommitFunction],
  },
  {
    name: '0004-memory',
    statements: [
      `create table memory (
        key text collate "C" primary key,
        value jsonb not null,
        version integer not null default 1,
        due_at bigint
      ) with (fillfactor = 80)`,
      'create index memory_due on memory (due_at, key) where due_at is not null',
    ],
  },
  {
    name: '0005-case-files',
    statements: [
      `create table case_file (
        id text primary key,
        version integer not null,
        state jsonb not null,
        code text not null constraint case_file_code unique,
        status text not null check (status in ('open', 'closed')),
        enquiry text not null constraint case_file_enquiry unique,
        coordinator text not null check (coordinator <> ''),
        named jsonb not null,
        opened_at bigint not null,
        updated_at bigint not null
      )`,
      `create index case_file_coordinator on case_file (coordinator) where status = 'open'`,
      `create index case_file_named on case_file using gin (named) where status = 'open'`,
      `create table case_event (
        case_file text not null,
        version integer not null,
        event jsonb not null,
        at bigint not null,
        primary key (case_file, version)
      )`,
      caseCommitFunction,
    ],
  },
  {
    name: '0006-removed-answers',
    statements: [
      removingCommitFunction,
      codeFunction,
      'alter table enquiry add column code text',
      'update enquiry set code = code_of(id)',
      'alter table enquiry alter column code set not null',
      codeTrigger,
      'create trigger enquiry_code before insert on enquiry for each row execute function enquiry_coded()',
      'create index enquiry_code on enquiry (code)',
      `create index enquiry_helped on enquiry using gin ((state -> 'helpers') jsonb_path_ops)
        where ${withPeople} and state -> 'helpers' <> '[]'`,
    ],
  },
];

/** Any number; the same in every release, so that two releases wait for each other. */
const lockNumber = 4_177_260;

/**
 * Brings the schema up to this release. Safe to call in several processes at once: they take turns, and all but the
 * first find nothing to do. Waits up to 30 s for its turn, and 3 s for a table that others are using.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local lock_timeout = '30s'`.execute(tx);
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(${sql.lit(lockNumber)}, hashtext(current_schema()))`.execute(tx);
    await sql`set local lock_timeout = '3s'`.execute(tx);
    await sql`create table if not exists migration (name text primary key, at timestamptz not null default now())`.execute(
      tx,
    );
    await runMissing(tx);
  });
}

async function runMissing(tx: Transaction<Tables>): Promise<void> {
  const rows = await tx.selectFrom('migration').select('name').execute();
  const done = new Set(rows.map((row) => row.name));
  for (const step of steps.filter(({ name }) => !done.has(name))) {
    for (const statement of step.statements) await sql.raw(statement).execute(tx);
    await tx.insertInto('migration').values({ name: step.name }).execute();
  }
}
