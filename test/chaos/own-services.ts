/** Databases, folders and a Redis of a run's own, gone when the run ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { answers } from '../contract/services.ts';
import { freePort } from './indgang-process.ts';

/** What one run needs in its environment to have a database that nobody else uses. */
export interface OwnDatabase extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
}

/** PGlite in a folder of its own. */
export async function ownFolder(): Promise<OwnDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'indgang-chaos-'));
  return {
    env: { DATA_DIR: folder },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
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

export interface OwnRedis extends AsyncDisposable {
  readonly url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Runs one command, e.g. FLUSHALL. */
  command(...words: readonly string[]): Promise<void>;
}

/** A redis-server of our own, not started yet; kept nowhere, so that what is killed is lost. */
export async function ownRedis(): Promise<OwnRedis> {
  const port = await freePort();
  let server: ChildProcess | null = null;
  const kill = async (): Promise<void> => {
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const exit = once(server, 'exit');
    server.kill('SIGKILL');
    await exit;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const settings = [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--maxmemory-policy',
        'noeviction',
      ];
      server = spawn('redis-server', settings, { stdio: 'ignore' });
      while (!(await answers('127.0.0.1', port))) await sleep(20);
    },
    kill,
    signal: (signal) => void server?.kill(signal),
    async command(...words) {
      const client = spawn('redis-cli', ['-p', String(port), ...words], { stdio: 'ignore' });
      await once(client, 'exit');
    },
    [Symbol.asyncDispose]: kill,
  };
}
