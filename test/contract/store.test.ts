/** PGlite and Postgres do what a store must do, and differ in nothing that the product can see. */
import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../adapters/storage/migrations.ts';
import { connectPostgres, openPostgres } from '../../adapters/storage/postgres.ts';
import { sqlStore } from '../../adapters/storage/store.ts';
import type { Tables } from '../../adapters/storage/tables.ts';
import { codeOf } from '../../src/domain/code.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { memoryContract } from './memory.contract.ts';
import { postgres } from './services.ts';
import { silentProxy } from './silent-proxy.ts';
import { storeContract } from './store.contract.ts';
import type { StoreUnderTest } from './store-under-test.ts';

interface Database extends AsyncDisposable {
  readonly db: Kysely<Tables>;
}

function newSchema(): string {
  return `test_${randomUUID().replaceAll('-', '')}`;
}

let pglite: Promise<PGlite> | null = null;
afterAll(async () => (await pglite)?.close());

async function inPglite(): Promise<Database> {
  pglite ??= PGlite.create({ relaxedDurability: false });
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: await pglite }) });
  const schema = newSchema();
  await sql`create schema ${sql.id(schema)}`.execute(db);
  await sql`set search_path to ${sql.id(schema)}`.execute(db);
  const drop = () => sql`drop schema ${sql.id(schema)} cascade`.execute(db);
  return { db, [Symbol.asyncDispose]: async () => void (await drop()) };
}

function urlIn(schema: string): string {
  const url = new URL(postgres.url);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

async function inPostgres(): Promise<Database> {
  const schema = newSchema();
  const db = connectPostgres(urlIn(schema), null);
  await sql`create schema ${sql.id(schema)}`.execute(db);
  return {
    db,
    async [Symbol.asyncDispose]() {
      await sql`drop schema ${sql.id(schema)} cascade`.execute(db);
      await db.destroy();
    },
  };
}

async function underTest(open: () => Promise<Database>): Promise<StoreUnderTest> {
  const database = await open();
  await migrate(database.db);
  let statements = 0;
  const counted = database.db.withPlugin({
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return {
    store: sqlStore(counted, async () => {}),
    statements: () => statements,
    everything: () => everythingIn(database.db),
    again: async () => sqlStore(database.db, async () => {}),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

async function everythingIn(db: Kysely<Tables>): Promise<string> {
  const tables = Object.keys(await columnsIn(db));
  const dumps = tables.map(async (table) => {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} as t`.execute(db);
    return rows.map(({ row }) => `${table} ${row}`).join('\n');
  });
  return (await Promise.all(dumps)).join('\n');
}

/** Each table's columns and their types, as `tables.ts` and the queries believe them to be. */
const columns: { readonly [Table in keyof Tables]: Readonly<Record<keyof Tables[Table], string>> } = {
  enquiry: {
    id: 'text',
    version: 'integer',
    state: 'jsonb',
    status: 'text',
    party: 'text',
    claimed_by: 'text?',
    offered_to: 'text?',
    called: 'text?',
    urgency: 'text',
    queued_at: 'bigint?',
    due_at: 'bigint?',
    channel: 'text',
    address: 'jsonb?',
    code: 'text',
    opened_at: 'bigint',
    updated_at: 'bigint',
  },
  event: { enquiry: 'text', version: 'integer', event: 'jsonb', at: 'bigint' },
  message: {
    enquiry: 'text',
    seq: 'integer',
    from_kind: 'text',
    staff: 'text?',
    staff_name: 'text?',
    staff_role: 'text?',
    text: 'text',
    language: 'text',
    at: 'bigint',
    quick_replies: 'jsonb',
    says: 'text?',
    reply_to: 'integer?',
    client_id: 'text?',
    channel_data: 'jsonb?',
  },
  note: { id: 'text', enquiry: 'text', staff: 'text', text: 'text', at: 'bigint' },
  effect: {
    id: 'text',
    position: 'bigint',
    enquiry: 'text',
    kind: 'text',
    key: 'text',
    data: 'jsonb',
    state: 'text',
    due_at: 'bigint',
    ready_at: 'bigint',
    attempts: 'integer',
  },
  inbox: { source: 'text', key: 'text', body_hash: 'text', enquiry: 'text', seq: 'integer', at: 'bigint' },
  read_log: { id: 'bigint', enquiry: 'text', staff: 'text', at: 'bigint' },
  case_file: {
    id: 'text',
    version: 'integer',
    state: 'jsonb',
    code: 'text',
    status: 'text',
    enquiry: 'text',
    coordinator: 'text',
    named: 'jsonb',
    opened_at: 'bigint',
    updated_at: 'bigint',
  },
  case_event: { case_file: 'text', version: 'integer', event: 'jsonb', at: 'bigint' },
  setting: { name: 'text', value: 'text' },
  memory: { key: 'text', value: 'jsonb', version: 'integer', due_at: 'bigint?' },
  migration: { name: 'text', at: 'timestamp with time zone' },
};

async function columnsIn(db: Kysely<Tables>) {
  const { rows } = await sql<{ table_name: string; column_name: string; type: string }>`
    select table_name, column_name, data_type || case is_nullable when 'YES' then '?' else '' end as type
    from information_schema.columns where table_schema = current_schema()`.execute(db);
  const tables: Record<string, Record<string, string>> = {};
  for (const { table_name, column_name, type } of rows)
    tables[table_name] = { ...tables[table_name], [column_name]: type };
  return tables;
}

const databases = { PGlite: { here: true, open: inPglite }, Postgres: { here: postgres.here, open: inPostgres } };

for (const [name, { here, open }] of Object.entries(databases)) {
  describe.skipIf(!here)(name, () => {
    storeContract(() => underTest(open));
    describe('memory', () => memoryContract(() => underTest(open)));

    it('has the columns that the row types name', async () => {
      await using database = await open();
      await migrate(database.db);
      expect(await columnsIn(database.db)).toEqual(columns);
    });

    it('gives what the release before opened its code, while that release opens more', async () => {
      await using database = await open();
      const { db } = database;
      await migrate(db);
      for (const statement of [
        `delete from migration where name = '0006-removed-answers'`,
        'drop index enquiry_helped',
        'drop trigger enquiry_code on enquiry',
        'alter table enquiry drop column code',
        'drop function enquiry_coded, code_of, commit_change_3',
      ]) {
        await sql.raw(statement).execute(db);
      }
      const opens = (id: string) =>
        sql`insert into enquiry (id, version, state, status, party, urgency, channel, opened_at, updated_at)
          values (${id}, 1, '{}', 'with_bot', 'front_desk', 'normal', 'webchat', 1, 1)`.execute(db);

      await opens('e1');
      await migrate(db);
      await opens('t-abc');

      const { rows } = await sql<{ code: string }>`select code from enquiry order by id`.execute(db);
      expect(rows.map(({ code }) => code)).toEqual(['e1', 't-abc'].map((id) => codeOf(id as EnquiryId)));
    });

    it('refuses an enquiry without an answerable party', async () => {
      await using database = await open();
      await migrate(database.db);
      const row = sql`insert into enquiry (id, version, state, status, party, urgency, channel, opened_at, updated_at)
        values ('e', 1, '{}', 'waiting', '', 'normal', 'webchat', 1, 1)`;
      await expect(row.execute(database.db)).rejects.toMatchObject({ code: '23514' });
    });
  });
}

describe.skipIf(!postgres.here)('Postgres', () => {
  it('is brought up to date once by five processes that start together', async () => {
    const schema = newSchema();
    const admin = connectPostgres(postgres.url, null);
    await sql`create schema ${sql.id(schema)}`.execute(admin);
    try {
      const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgres(urlIn(schema))));
      expect(new Set(await Promise.all(stores.map((store) => store.secret('s')))).size).toBe(1);
      await Promise.all(stores.map((store) => store.close()));
    } finally {
      await sql`drop schema ${sql.id(schema)} cascade`.execute(admin);
      await admin.destroy();
    }
  });

  it('says so when the server is not there, without saying who would have logged in', async () => {
    const nobody = openPostgres('postgres://anna:hemmelig@127.0.0.1:1/test');
    await expect(nobody).rejects.toMatchObject({
      name: 'UnavailableError',
      message: 'The database is unavailable (ECONNREFUSED)',
    });
  });

  it('survives that the server ends its connections', async () => {
    await using database = await inPostgres();
    await migrate(database.db);
    const store = sqlStore(database.db, async () => {});
    const admin = connectPostgres(postgres.url, null);
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.db);
    const sleeping = sql`select pg_sleep(5)`.execute(database.db).catch(() => 'ended');
    await sql`select pg_terminate_backend(${rows[0]?.pid}::integer)`.execute(admin);
    expect(await sleeping).toBe('ended');
    await admin.destroy();
    await store.ping();
  });

  it('says so within seconds when the network falls silent, and goes on when it is back', async () => {
    const { hostname, port } = new URL(postgres.url);
    await using proxy = await silentProxy(hostname, Number(port || 5432));
    const url = new URL(postgres.url);
    url.port = String(proxy.port);
    url.hostname = '127.0.0.1';
    const db = connectPostgres(url.href, null);
    const store = sqlStore(db, () => db.destroy());
    await Promise.all(Array.from({ length: 10 }, () => store.ping()));

    proxy.fallSilent();
    const start = performance.now();
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => store.ping()));
    expect(performance.now() - start).toBeLessThan(15_000);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'UnavailableError' } });

    proxy.speakAgain();
    await Promise.all(Array.from({ length: 12 }, () => store.ping()));
    await store.close();
  });
});
