/**
 * What adapters remember, as one table of JSON by key. Keys compare byte by byte (collation "C"), so that a prefix is a
 * range of the primary key.
 */
import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../src/domain/words.ts';
import type { Kept, Memory } from '../../src/ports.ts';
import type { Turn } from './store.ts';
import type { Tables } from './tables.ts';

interface Row {
  readonly key: string;
  readonly value: unknown;
  readonly version: number;
  readonly due_at: Instant | null;
}

/** Sorts after every key that begins with the prefix. */
const endOf = (prefix: string) => `${prefix}\u{10ffff}`;

/** See `Memory` in `ports.ts`. */
export function sqlMemory(db: Kysely<Tables>, during: Turn): Memory {
  return {
    read: (key) => during(() => readKept(db, key)),
    keep: (key, value, expected, dueAt = null) => during(() => keep(db, { key, value, expected, dueAt })),
    takeDue: (prefix, now, until, limit) => during(() => takeDue(db, prefix, { now, until, limit })),
    list: (prefix, limit) => during(() => list(db, prefix, limit)),
    forget: (key) => during(async () => void (await db.deleteFrom('memory').where('key', '=', key).execute())),
  };
}

function keptOf({ key, value, version, due_at }: Row): Kept {
  return { key, value, version, dueAt: due_at };
}

async function readKept(db: Kysely<Tables>, key: string): Promise<Kept | null> {
  const row = await db.selectFrom('memory').selectAll().where('key', '=', key).executeTakeFirst();
  return row === undefined ? null : keptOf(row);
}

interface Keeping {
  readonly key: string;
  readonly value: unknown;
  readonly expected: number;
  readonly dueAt: Instant | null;
}

async function keep(db: Kysely<Tables>, { key, value, expected, dueAt }: Keeping): Promise<boolean> {
  const json = JSON.stringify(value);
  const { numAffectedRows } =
    expected === 0
      ? await sql`
        insert into memory (key, value, due_at) values (${key}, ${json}::jsonb, ${dueAt}::bigint)
        on conflict (key) do nothing`.execute(db)
      : await sql`
        update memory set value = ${json}::jsonb, due_at = ${dueAt}::bigint, version = version + 1
        where key = ${key} and version = ${expected}::integer`.execute(db);
  return numAffectedRows === 1n;
}

interface Taking {
  readonly now: Instant;
  readonly until: Instant;
  readonly limit: number;
}

async function takeDue(db: Kysely<Tables>, prefix: string, { now, until, limit }: Taking): Promise<readonly Kept[]> {
  const { rows } = await sql<Row>`
    with taken as (
      select key, due_at as since from memory
      where due_at <= ${now}::bigint and key >= ${prefix} and key < ${endOf(prefix)}
      order by due_at, key
      limit ${limit}::integer
      for update skip locked),
    put_off as (
      update memory as m set due_at = ${until}::bigint, version = version + 1 from taken
      where m.key = taken.key returning m.key, m.value, m.version, m.due_at, taken.since)
    select key, value, version, due_at from put_off order by since, key`.execute(db);
  return rows.map(keptOf);
}

async function list(db: Kysely<Tables>, prefix: string, limit: number): Promise<readonly Kept[]> {
  const rows = await db
    .selectFrom('memory')
    .selectAll()
    .where('key', '>=', prefix)
    .where('key', '<', endOf(prefix))
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.map(keptOf);
}
