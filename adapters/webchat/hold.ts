/**
 * Waits out a short failure of the store, because standard clients take an error as final.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '../../src/ports.ts';

export interface HoldOptions {
  /** How long to go on trying, in milliseconds. */
  readonly holdMs: number;
  /** Ends the waiting early, when the process stops. */
  readonly signal: AbortSignal;
}

/**
 * Does the work, again and again while the store is away.
 *
 * @throws UnavailableError when it was away the whole time
 */
export async function hold<Value>(work: () => Promise<Value>, { holdMs, signal }: HoldOptions): Promise<Value> {
  const until = performance.now() + holdMs;
  for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, 1000)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnavailableError) || performance.now() + pauseMs > until || signal.aborted) throw error;
      await pause(pauseMs, signal);
    }
  }
}

/** Sleeps; wakes early, without an error, when the process stops. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
