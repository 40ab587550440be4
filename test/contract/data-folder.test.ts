/** The embedded database's folder: one process at a time, kept through a kill, and plain words when it cannot be used. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../adapters/storage/migrations.ts';
import { openPglite } from '../../adapters/storage/pglite.ts';
import type { Tables } from '../../adapters/storage/tables.ts';
import { startUpkeep } from '../../adapters/storage/upkeep.ts';
import { newId, opened } from './enquiries.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'indgang-folder-'));
});
afterAll(async () => {
  await chmod(root, 0o700);
  await rm(root, { recursive: true, force: true });
});

/** Starts the committing process and waits until it has committed a few; kills it then. */
async function killedWhileCommitting(folder: string, id: string, whileRunning: () => Promise<void>): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./committing.ts', import.meta.url)), folder, id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const fewCommitted = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > 20) resolve();
    });
    child.once('exit', () => reject(new Error('it stopped by itself')));
  });
  const exit = once(child, 'exit');
  try {
    await fewCommitted;
    await whileRunning();
  } finally {
    child.kill('SIGKILL');
    await exit;
  }
  return Number(said.split('\n').at(-2));
}

describe('the data folder', () => {
  it('is refused in under three seconds while another process has it, and keeps all that was committed when that is killed', async () => {
    const folder = join(root, 'shared');
    const id = newId();
    const acknowledged = await killedWhileCommitting(folder, id, async () => {
      const start = performance.now();
      await expect(openPglite(folder)).rejects.toMatchObject({ code: 'data-folder-in-use' });
      expect(performance.now() - start).toBeLessThan(3_000);
    });

    const store = await openPglite(folder);
    const messages = await store.messages(id, 0, 100_000);
    expect(messages.length).toBeGreaterThanOrEqual(acknowledged);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
    expect((await store.read(id)).enquiry?.lastSeq).toBe(messages.length);

    await expect(openPglite(folder)).rejects.toMatchObject({ name: 'DataFolderInUseError' });
    const secret = await store.secret('s');
    await store.close();
    await store.close();

    const next = await openPglite(folder);
    expect(await next.secret('s')).toBe(secret);
    await opened(next);
    await next.close();
  });

  it('says so when it holds something else, and leaves that alone', async () => {
    const folder = join(root, 'other');
    await mkdir(join(folder, 'database'), { recursive: true });
    await writeFile(join(folder, 'database', 'recipes.txt'), 'flæskesteg');
    await expect(openPglite(folder)).rejects.toMatchObject({ code: 'data-folder-unusable' });
    expect(await readdir(join(folder, 'database'))).toEqual(['recipes.txt']);
  });

  it('says so when the database in it is broken, and lets go of it', async () => {
    const folder = join(root, 'broken');
    await mkdir(join(folder, 'database'), { recursive: true });
    await writeFile(join(folder, 'database', 'PG_VERSION'), '18\n');
    for (const _ of [1, 2]) {
      const failure: unknown = await openPglite(folder).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'data-folder-unusable' });
      expect(String(failure)).toMatch(
        /^DataFolderUnusableError: Mappen \S+ kan ikke bruges til databasen \([^\n]+\)\. Indlæs [^\n]+$/,
      );
    }
  });

  it('says so when it cannot be made or is a file', async () => {
    await writeFile(join(root, 'file'), '');
    await expect(openPglite(join(root, 'file'))).rejects.toMatchObject({ code: 'data-folder-unusable' });
    await expect(openPglite(join(root, 'file', 'below'))).rejects.toMatchObject({ code: 'data-folder-unusable' });
  });
});

describe('the embedded database', () => {
  it('checkpoints and vacuums by itself, and stops when it is told to', async () => {
    const pglite = await PGlite.create(join(root, 'upkeep'));
    const statements: string[] = [];
    const db = new Kysely<Tables>({
      dialect: new PGliteDialect({ pglite }),
      log: ({ query }) => void statements.push(query.sql),
    });
    await migrate(db);
    const upkeep = await startUpkeep(db, null, { lookMs: 20, walBytes: 200_000, longestMs: 60_000, commits: 3 });
    const checkpointAt = () =>
      sql<{ redo: string }>`select redo_lsn::text as redo from pg_control_checkpoint()`.execute(db);
    const [before] = (await checkpointAt()).rows;

    await sql`create table filler as select repeat('x', 1000) as text from generate_series(1, 1000)`.execute(db);
    for (const _ of [1, 2, 3]) upkeep.committed();
    await expect
      .poll(() => statements.filter((text) => /^(vacuum|checkpoint)/.test(text)).length, { timeout: 10_000 })
      .toBe(4);

    expect((await checkpointAt()).rows[0]?.redo).not.toBe(before?.redo);
    await upkeep.stop();
    const told = statements.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(statements.length).toBe(told);
    await pglite.close();
  });
});
