/**
 * The folder of the embedded database: who may have it open, and whether it can be used at all.
 * PGlite has no lock of its own, and two processes in one folder destroy it. The lock is SQLite's on a file beside
 * the database: the kernel frees it when its holder dies, and a busy holder never looks dead, as with a heartbeat.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataFolderInUseError } from '../../src/ports.ts';

/** The folder cannot be made, written or read as a database; the message is for the operator. */
export class DataFolderUnusableError extends Error {
  readonly code = 'data-folder-unusable';
  constructor(folder: string, remedy: string, why: string) {
    super(`Mappen ${folder} kan ikke bruges til databasen (${why}). ${remedy}`);
    this.name = 'DataFolderUnusableError';
  }
}

export interface DataFolder {
  /** Where PGlite keeps its files. */
  readonly database: string;
  /** Lets go of the lock; safe to call twice. */
  release(): void;
}

const chooseAnother = 'Vælg en anden DATA_DIR, eller ret mappens rettigheder og plads.';
const restore = 'Indlæs en sikkerhedskopi, eller vælg en tom DATA_DIR.';
/** A holder that is just shutting down gets this long. */
const patienceMs = 300;
const busy = 5;

/**
 * Takes the folder for this process, making it when it is not there. Nothing in the database is touched.
 *
 * @throws DataFolderInUseError within half a second when another process has it
 * @throws DataFolderUnusableError when it cannot be made or written, or holds something else
 */
export async function takeDataFolder(folder: string): Promise<DataFolder> {
  const whole = resolve(folder);
  const database = join(whole, 'database');
  try {
    await mkdir(whole, { recursive: true });
  } catch (error) {
    throw unusable(whole, error);
  }
  const release = await lock(whole, `${database}.lock`);
  try {
    await checkDatabase(whole, database);
  } catch (error) {
    release();
    throw error;
  }
  return { database, release };
}

/** The error an operator should read when PGlite will not open the folder. */
export function unreadable(folder: string, error: unknown): DataFolderUnusableError {
  return new DataFolderUnusableError(resolve(folder), restore, whyOf(error));
}

async function lock(folder: string, file: string): Promise<() => void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return lockOnce(file);
    } catch (error) {
      if (!isBusy(error)) throw unusable(folder, error);
      if (performance.now() > giveUpAt) throw new DataFolderInUseError(folder);
    }
    await sleep(100);
  }
}

function lockOnce(file: string): () => void {
  const holder = new DatabaseSync(file, { timeout: 0 });
  try {
    holder.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    throw error;
  }
  return () => {
    if (holder.isOpen) holder.close();
  };
}

async function checkDatabase(folder: string, database: string): Promise<void> {
  const names = await readdir(database).catch((error: unknown): readonly string[] => {
    if (whyOf(error) === 'ENOENT') return [];
    throw unusable(folder, error);
  });
  if (names.length === 0 || names.includes('PG_VERSION')) return;
  throw new DataFolderUnusableError(folder, restore, 'not-a-database');
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy;
}

function unusable(folder: string, error: unknown): DataFolderUnusableError {
  return new DataFolderUnusableError(folder, chooseAnother, whyOf(error));
}

function whyOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('errstr' in error) return String(error.errstr);
  if ('code' in error) return String(error.code);
  return error instanceof Error ? error.message.split('\n', 1).join('') : 'unknown';
}
