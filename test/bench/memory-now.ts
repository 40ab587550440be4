/** What this process has in memory, after a collection; run with --expose-gc. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Memory {
  readonly rss: number;
  /** Heap and buffers in use after a collection. */
  readonly used: number;
  readonly sockets: number;
}

export async function memoryNow(sockets: number): Promise<Memory> {
  for (let time = 0; time < 3; time++) {
    globalThis.gc?.();
    await sleep(300);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, used: heapUsed + external, sockets };
}
