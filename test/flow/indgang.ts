/**
 * A whole Indgang for flow tests: the real composition on an embedded database in a folder of its own,
 * with a clock that can be moved.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Running } from '../../src/compose.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Kommune, SlackFile } from '../../src/domain/kommune.ts';
import type { Log } from '../../src/ports.ts';

const project = join(import.meta.dirname, '../..');
/** Trained once for all flow tests. */
const modelFolder = join(tmpdir(), 'indgang-test-model');

export interface TestClock {
  now(): number;
  /** Moves time on; the running system notices at its next sweep. */
  pass(ms: number): void;
}

export interface Indgang extends Running {
  readonly clock: TestClock;
  /** Everything logged, one JSON line each. */
  readonly logged: readonly string[];
  readonly kommune: Kommune;
}

function movableClock(): TestClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    pass: (ms) => {
      ahead += ms;
    },
  };
}

/**
 * Starts one; `env` is added to settings that keep it on this machine and in `dataDir`, `kommune` and `slack` replace
 * what its file says.
 */
export async function startIndgang(
  env: Record<string, string> = {},
  folder?: string,
  kommune: Partial<Kommune> = {},
  slack?: SlackFile,
): Promise<Indgang> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'indgang-flow-')));
  const logged: string[] = [];
  const write = (data: object, message: string): void => {
    logged.push(JSON.stringify({ ...data, message }));
  };
  const log: Log = { info: write, warn: write, error: write };
  const clock = movableClock();
  const read = readConfig(project, { PORT: '0', DATA_DIR: dataDir, ...env }, slack);
  const config = { ...read, content: { ...read.content, kommune: { ...read.content.kommune, ...kommune } } };
  const running = await compose(config, log, { clock, sweepEveryMs: 50, modelFolder });
  const close = async (): Promise<void> => {
    await running.close();
    if (folder === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  return { ...running, close, clock, logged, kommune: config.content.kommune };
}

/** Tries until it does not throw, for what happens soon. */
export async function soon<Value>(look: () => Promise<Value> | Value, withinMs = 5_000): Promise<Value> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
