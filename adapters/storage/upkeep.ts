/**
 * What a Postgres server does in the background and PGlite does not: checkpoints, so that the log and the recovery
 * after a kill stay small, and vacuum, so that tables whose rows change do not grow. Each blocks the process for
 * some tens of milliseconds, so little and often.
 */
import { type Kysely, sql } from 'kysely';
import type { Log } from '../../src/ports.ts';
import { withoutWords } from './failures.ts';
import type { Tables } from './tables.ts';

export interface UpkeepLimits {
  /** How often to look, in milliseconds. */
  readonly lookMs: number;
  /** Write-ahead log since the last checkpoint, in bytes. */
  readonly walBytes: number;
  /** The longest without a checkpoint or a vacuum while there is something to do, in milliseconds. */
  readonly longestMs: number;
  /** Commits since the last vacuum. */
  readonly commits: number;
}

const usualLimits: UpkeepLimits = { lookMs: 5_000, walBytes: 128 * 2 ** 20, longestMs: 600_000, commits: 5_000 };

export interface Upkeep {
  /** Tells that something has been stored. */
  committed(): void;
  /** Stops, and waits for what is under way. */
  stop(): Promise<void>;
}

interface Done {
  at: number;
  wal: number;
  commits: number;
}

/** Starts looking after the database; failures are logged and tried again at the next look. */
export async function startUpkeep(
  db: Kysely<Tables>,
  log: Log | null,
  limits: UpkeepLimits = usualLimits,
): Promise<Upkeep> {
  const wal = await walPosition(db);
  const checkpointed: Done = { at: performance.now(), wal, commits: 0 };
  const vacuumed: Done = { at: performance.now(), wal, commits: 0 };
  let commits = 0;
  let running: Promise<void> | null = null;

  async function look(): Promise<void> {
    if (isTime(vacuumed, commits - vacuumed.commits, limits.commits)) {
      Object.assign(vacuumed, { at: performance.now(), commits });
      await vacuum(db);
    }
    const written = await walPosition(db);
    if (isTime(checkpointed, written - checkpointed.wal, limits.walBytes)) {
      Object.assign(checkpointed, { at: performance.now(), wal: written });
      await sql`checkpoint`.execute(db);
    }
  }

  function isTime(last: Done, amount: number, limit: number): boolean {
    return amount >= limit || (amount > 0 && performance.now() - last.at >= limits.longestMs);
  }

  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => log?.error({ error: withoutWords(error).message }, 'database upkeep failed'))
      .finally(() => {
        running = null;
      });
  }, limits.lookMs).unref();

  return {
    committed() {
      commits += 1;
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/** Nothing else gathers statistics either, and without them plans are guesses. */
async function vacuum(db: Kysely<Tables>): Promise<void> {
  for (const table of ['effect', 'enquiry', 'inbox'] as const)
    await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
}

/** Bytes of write-ahead log since the database was made. */
async function walPosition(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ at: number }>`select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as at`.execute(
    db,
  );
  return rows[0]?.at ?? 0;
}
