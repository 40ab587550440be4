import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../src/main.ts');

/** Starts the process as an operator would, and waits until it has given up. */
async function start(env: Record<string, string>): Promise<{ readonly code: number | null; readonly said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'indgang-start-'));
  const child = spawn(process.execPath, [main], { env: { PORT: '0', DATA_DIR: folder, ...env } });
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  await rm(folder, { recursive: true, force: true });
  return { code, said: said.trim() };
}

describe('a start that cannot go on', () => {
  it.each([
    ['a wrong port', { PORT: 'mange' }, /^PORT: skal være et tal/],
    ['an unknown name', { SLACK_TOKEN: 'x' }, /^SLACK_TOKEN: kendes ikke/],
    ['an unknown municipality', { KOMMUNE: 'findes-ikke' }, /kommune\.yaml:1: Filen findes ikke.*eksempel/],
    ['a database that is away', { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }, /Er DATABASE_URL rigtig/],
  ] as const)('for %s says in one line what to do', async (_, env, line) => {
    const { code, said } = await start(env);

    expect(code).toBe(1);
    expect(said).toMatch(line);
    expect(said).not.toContain('\n');
  });
});
