/** Databases and folders of a run's own, gone when the run ends. */
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** What one run needs in its environment to have a database that nobody else uses. */
export interface OwnDatabase extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
}

/** Trained models that runs pass on to each other; they are named by what they were trained on. */
const models = join(import.meta.dirname, '../../node_modules/.cache/indgang-model');

/** PGlite in a folder of its own. @param fresh without a model, as an operator's first start finds it */
export async function ownFolder({ fresh = false } = {}): Promise<OwnDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'indgang-chaos-'));
  const own = join(folder, 'model');
  if (!fresh) await cp(models, own, { recursive: true }).catch(() => {});
  return {
    env: { DATA_DIR: folder },
    async [Symbol.asyncDispose]() {
      await cp(own, models, { recursive: true, force: false }).catch(() => {});
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @param serverUrl any database on the server; the own one is made beside it and dropped at the end */
export async function ownPostgres(serverUrl: string): Promise<OwnDatabase> {
  const name = `indgang_chaos_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const folder = await ownFolder();
  return {
    env: { ...folder.env, DATABASE_URL: url.href },
    async [Symbol.asyncDispose]() {
      await folder[Symbol.asyncDispose]();
      await onServer(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
