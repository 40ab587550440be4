/**
 * The store on a Postgres server, for several processes at once. Everything it waits for has an end: connections,
 * statements, locks, and a network that swallows packets.
 */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log, Store } from '../../src/ports.ts';
import { reached, withoutWords } from './failures.ts';
import { migrate } from './migrations.ts';
import { sqlStore } from './store.ts';
import type { Tables } from './tables.ts';

/** As on PGlite: whole numbers are numbers. Ours are milliseconds and counts, far below 2⁵³. */
const numbers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

const connectionTimeoutMillis = 5_000;
/** Migrations may take their time; nobody waits for them but this process. */
const patient: pg.PoolConfig = { max: 1, connectionTimeoutMillis };
const prompt: pg.PoolConfig = {
  max: 10,
  idleTimeoutMillis: 30_000,
  connectionTimeoutMillis,
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 10_000,
  query_timeout: 6_000,
};

/**
 * @param url `postgres://…`; `?options=-c search_path=…` and the other parameters of a connection string apply
 * @throws UnavailableError when the server cannot be reached within 5 s
 */
export async function openPostgres(url: string, log: Log | null = null): Promise<Store> {
  const migrating = connectPostgres(url, log, patient);
  try {
    await reached(() => migrate(migrating));
  } finally {
    await migrating.destroy();
  }
  const db = connectPostgres(url, log, prompt);
  return sqlStore(db, () => db.destroy());
}

/** Queries on a pool of connections, made as they are needed. */
export function connectPostgres(url: string, log: Log | null, limits: pg.PoolConfig = prompt): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'indgang',
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    types: numbers,
    ...limits,
  });
  // The pool hears an idle connection's failure; one in use would end the process if nobody listened.
  pool.on('connect', (client) => void client.on('error', () => {}));
  pool.on('error', (error) => log?.warn({ error: withoutWords(error).message }, 'idle database connection lost'));
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        connect: async () => discardedWhenBroken(await pool.connect()),
        end: () => pool.end(),
        options: pool.options,
      },
    }),
  });
}

/** SQLSTATEs, or their classes, after which the server closes the connection. */
const goodbyes = ['08', '57P', '25P03'];

/**
 * A connection whose answer never came still waits for it, and would make the next user wait too; one that the server
 * has said goodbye to is about to close. Neither goes back into the pool: only one that refused a statement does.
 */
function discardedWhenBroken(client: pg.PoolClient): pg.PoolClient {
  let broken = false;
  const query = (text: string, values: unknown[]) =>
    client.query(text, values).catch((error: unknown) => {
      broken ||= !(error instanceof pg.DatabaseError) || goodbyes.some((start) => error.code?.startsWith(start));
      throw error;
    });
  const release = (destroy?: boolean) => client.release(broken || destroy === true);
  return new Proxy(client, {
    get: (target, name) => (name === 'query' ? query : name === 'release' ? release : Reflect.get(target, name)),
  });
}
