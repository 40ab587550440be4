/**
 * Jobs without Redis: effect ids in this process's memory. What is lost at a crash the sweep finds.
 */
import type { EffectId } from '../../src/domain/words.ts';
import type { Jobs, Log } from '../../src/ports.ts';
import { settledWithin } from './within.ts';

interface Needs {
  readonly log: Log;
  /** How many effects are worked on at once. */
  readonly concurrency?: number;
  /** How many may wait; more are left to the sweep. */
  readonly most?: number;
}

/** An id that waits is not queued twice; one that is being worked on is, for it may have changed since. */
export function inProcessJobs({ log, concurrency = 10, most = 100_000 }: Needs): Jobs {
  const waiting = new Set<EffectId>();
  const running = new Set<Promise<void>>();
  let handler: ((id: EffectId) => Promise<void>) | null = null;
  let scheduled = false;
  let closing: Promise<void> | null = null;

  function schedule(): void {
    if (scheduled || handler === null || waiting.size === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      start();
    });
  }

  function start(): void {
    for (const id of waiting) {
      if (handler === null || closing !== null || running.size >= concurrency) return;
      waiting.delete(id);
      const job = workOn(handler, id, log).finally(() => {
        running.delete(job);
        schedule();
      });
      running.add(job);
    }
  }

  return {
    wake(ids) {
      for (const id of ids) if (closing === null && waiting.size < most) waiting.add(id);
      schedule();
    },
    work(worker) {
      handler = worker;
      schedule();
    },
    close(withinMs) {
      waiting.clear();
      closing ??= settledWithin(running, withinMs);
      return closing;
    },
    health: async () => 'off',
  };
}

/** Runs the handler; its failures are its own to record, so one that escapes is only named. */
export async function workOn(handler: (id: EffectId) => Promise<void>, id: EffectId, log: Log): Promise<void> {
  try {
    await handler(id);
  } catch (error) {
    log.error({ effect: id, error: error instanceof Error ? error.name : 'unknown' }, 'job handler failed');
  }
}
