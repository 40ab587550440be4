/**
 * The store in SQL, the same on PGlite and Postgres. Which of the two, and how to open and close it, is for
 * `pglite.ts` and `postgres.ts`; what is said about an enquiry comes from the domain.
 */
import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import {
  type InboxKey,
  type QueueFilter,
  type ReadState,
  type Store,
  type StoredEvent,
  UnavailableError,
} from '../../src/ports.ts';
import { sqlCases } from './cases.ts';
import { census } from './census.ts';
import { commitChange } from './commit.ts';
import { enquiryOf, eventOf } from './earlier-shapes.ts';
import { dueEffects, leaseEffect, settleEffect } from './effects.ts';
import { reached } from './failures.ts';
import { sqlMemory } from './memory.ts';
import { messageOf, noteOf } from './rows.ts';
import type { Tables } from './tables.ts';

/**
 * @param db migrated; every method uses it for one statement at a time, never inside another's transaction
 * @param stop closes the database; called once, when no method is under way
 * @param turn lets each statement go when it is its turn
 */
export function sqlStore(db: Kysely<Tables>, stop: () => Promise<void>, turn: Turn = (work) => work()): Store {
  const { during, drain } = gate(turn);
  return {
    read: (id, inbox) => during(() => readState(db, id, inbox)),
    commit: (change) => during(() => commitChange(db, change)),
    messages: (id, after, limit) => during(() => messagesOf(db, id, after, limit)),
    lastSeqs: (ids) => during(() => lastSeqsOf(db, ids)),
    notes: (id) => during(() => notesOf(db, id)),
    journal: (id) => during(() => journalOf(db, id)),
    queue: (filter) => during(() => queueFor(db, filter)),
    withCode: (code, limit) => during(() => withCode(db, code, limit)),
    dueEffects: (now, limit) => during(() => dueEffects(db, now, limit)),
    lease: (id, now, until) => during(() => leaseEffect(db, id, now, until)),
    settle: (id, result) => during(() => settleEffect(db, id, result)),
    logRead: (staff, enquiry, at) =>
      during(async () => void (await db.insertInto('read_log').values({ enquiry, staff, at }).execute())),
    readLog: (enquiry) =>
      during(() =>
        db.selectFrom('read_log').select(['staff', 'at']).where('enquiry', '=', enquiry).orderBy('id').execute(),
      ),
    cases: sqlCases(db, during),
    memory: sqlMemory(db, during),
    census: (parties, now) => during(() => census(db, parties, now)),
    secret: (name) => during(() => secretOf(db, name)),
    ping: () => during(async () => void (await sql`select 1`.execute(db))),
    close: () => drain(stop),
  };
}

/** When a statement may run. */
export type Turn = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Lets work in until the door closes, then waits for what is inside. */
function gate(turn: Turn) {
  const inside = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  async function during<Value>(work: () => Promise<Value>): Promise<Value> {
    if (closing !== null) throw new UnavailableError('The database', 'closed');
    const running = reached(() => turn(work));
    inside.add(running);
    try {
      return await running;
    } finally {
      inside.delete(running);
    }
  }

  function drain(stop: () => Promise<void>): Promise<void> {
    closing ??= Promise.allSettled(inside).then(stop);
    return closing;
  }

  return { during, drain };
}

async function readState(db: Kysely<Tables>, id: EnquiryId, inbox?: InboxKey): Promise<ReadState> {
  interface Row {
    readonly state: Enquiry | null;
    readonly address: unknown;
    readonly body_hash: string | null;
    readonly seq: number | null;
  }
  const { rows } = await sql<Row>`
    select e.state, e.address, i.body_hash, i.seq
    from (values (1)) as one
      left join enquiry as e on e.id = ${id}
      left join inbox as i on i.source = ${inbox?.source ?? null}::text and i.key = ${inbox?.key ?? null}::text`.execute(
    db,
  );
  const row = rows[0];
  if (row === undefined) return { enquiry: null, earlier: null, address: null };
  const earlier = row.body_hash === null || row.seq === null ? null : { bodyHash: row.body_hash, seq: row.seq };
  return { enquiry: row.state && enquiryOf(row.state), earlier, address: row.address };
}

async function messagesOf(db: Kysely<Tables>, id: EnquiryId, after: number, limit: number) {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('enquiry', '=', id)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(messageOf);
}

/** The ids travel as one JSON value, so that any number of them is one statement. */
async function lastSeqsOf(db: Kysely<Tables>, ids: readonly EnquiryId[]): Promise<ReadonlyMap<EnquiryId, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: EnquiryId; seq: number }>`
    select id, (state ->> 'lastSeq')::integer as seq from enquiry
    where id in (select json_array_elements_text(${JSON.stringify(ids)}::json))`.execute(db);
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

async function notesOf(db: Kysely<Tables>, id: EnquiryId) {
  const rows = await db.selectFrom('note').selectAll().where('enquiry', '=', id).orderBy('at').orderBy('id').execute();
  return rows.map((row) => noteOf(row, id));
}

async function journalOf(db: Kysely<Tables>, id: EnquiryId): Promise<readonly StoredEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['version', 'event'])
    .where('enquiry', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(({ version, event }) => ({ version, event: eventOf(event) }));
}

/**
 * The conditions are written out, not parameters, so that the partial indexes apply; the array is read once, so that the
 * primary key does.
 */
async function queueFor(db: Kysely<Tables>, { party, staff, duty, limit }: QueueFilter): Promise<readonly Enquiry[]> {
  const called = duty ? sql`or called = 'duty'` : sql``;
  const { rows } = await sql<{ state: Enquiry }>`
    select state from enquiry
    where status in ('waiting', 'claimed', 'offered')
      and (party = ${party} or offered_to = ${party} or claimed_by = ${staff}
        or (state -> 'helpers' <> '[]' and state -> 'helpers' @> ${JSON.stringify([staff])}::jsonb) ${called}
        or id = any (array(select enquiry from case_file where status = 'open' and coordinator = ${staff})))
    order by (urgency = 'acute') desc, queued_at, id
    limit ${limit}::integer`.execute(db);
  return rows.map(({ state }) => enquiryOf(state));
}

async function withCode(db: Kysely<Tables>, code: string, limit: number): Promise<readonly Enquiry[]> {
  const { rows } = await sql<{ state: Enquiry }>`
    select state from enquiry where code = ${code} order by opened_at desc, id limit ${limit}::integer`.execute(db);
  return rows.map(({ state }) => enquiryOf(state));
}

/** Two processes that start at once may both make one; the first to store it wins, and both read that. */
async function secretOf(db: Kysely<Tables>, name: string): Promise<string> {
  const kept = () => db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  const earlier = await kept();
  if (earlier !== undefined) return earlier.value;
  const value = randomBytes(32).toString('base64url');
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await kept())?.value ?? value;
}
