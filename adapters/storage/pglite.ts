/**
 * The store embedded in this process: PGlite in a folder. Survives a killed process, not a lost disk or power, for PGlite
 * never calls fsync; one process at a time. The order is lock, open, migrate.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import type { Log, Store } from '../../src/ports.ts';
import { type DataFolder, takeDataFolder, unreadable } from './data-folder.ts';
import { migrate } from './migrations.ts';
import { sqlStore, type Turn } from './store.ts';
import type { Tables } from './tables.ts';
import { startUpkeep, type Upkeep } from './upkeep.ts';

/**
 * @param folder made when it is not there; the database is in `database/` inside it
 * @param held the folder's lock, when this process has taken it already
 * @throws DataFolderInUseError within half a second when another process has the folder
 * @throws DataFolderUnusableError when it cannot be made, written or read as a database
 */
export async function openPglite(folder: string, log: Log | null = null, held?: DataFolder): Promise<Store> {
  const taken = held ?? (await takeDataFolder(folder));
  const pglite = await start(folder, taken);
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  const upkeep = await prepare(db, log).catch(async (error: unknown) => {
    await pglite.close().catch(() => {});
    taken.release();
    throw unreadable(folder, error);
  });
  const store = sqlStore(
    db,
    async () => {
      await upkeep.stop();
      await sql`checkpoint`.execute(db).catch(() => {});
      await pglite.close();
      taken.release();
    },
    oneByOne(),
  );
  return {
    ...store,
    commit: counted(upkeep, store.commit),
    cases: { ...store.cases, commit: counted(upkeep, store.cases.commit) },
  };
}

function counted<Change, Outcome>({ committed }: Upkeep, commit: (change: Change) => Promise<Outcome>) {
  return async (change: Change): Promise<Outcome> => {
    const outcome = await commit(change);
    committed();
    return outcome;
  };
}

/**
 * PGlite computes on this process's only thread, and what waits for it would follow without a break. One statement at a
 * time, and between two of them the sockets and requests that wait get theirs.
 */
function oneByOne(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.then(
      () => breathe(),
      () => breathe(),
    );
    return mine;
  };
}

async function start(folder: string, { database, release }: DataFolder): Promise<PGlite> {
  try {
    return await PGlite.create({ dataDir: database, relaxedDurability: false });
  } catch (error) {
    release();
    throw unreadable(folder, error);
  }
}

async function prepare(db: Kysely<Tables>, log: Log | null) {
  await migrate(db);
  return startUpkeep(db, log);
}
