/**
 * Sends things to a place that may be away, frozen or slow, without anybody waiting for it: one batch at a time, each
 * thing once per batch, a bounded number waiting, and everything handed back when a batch fails.
 */
import { within } from './within.ts';

export interface Batches<Item> {
  /** Never throws and never waits. */
  add(items: Iterable<Item>): void;
  /** Drops what waits; nothing is sent after this but what is on its way. */
  stop(): void;
}

interface Needs<Item> {
  readonly send: (batch: readonly Item[]) => Promise<unknown>;
  /** Given what was not sent: one too many waiting, or lost with a batch that failed. */
  readonly dropped: (items: readonly Item[]) => void;
  /** Called when a batch had no answer in time. */
  readonly silent: () => void;
  /** Things in one batch, and things waiting, at most. */
  readonly batchSize: number;
  readonly mostWaiting: number;
  readonly withinMs: number;
}

export function batches<Item>({ send, dropped, silent, batchSize, mostWaiting, withinMs }: Needs<Item>): Batches<Item> {
  const waiting = new Set<Item>();
  let sending = false;
  let stopped = false;

  function take(): readonly Item[] {
    const batch = [...waiting].slice(0, batchSize);
    for (const item of batch) waiting.delete(item);
    return batch;
  }

  async function sendAll(): Promise<void> {
    while (waiting.size > 0 && !stopped) {
      const batch = take();
      const outcome = await outcomeOf(send(batch), withinMs);
      if (outcome === 'silent') silent();
      if (outcome !== 'sent') {
        const lost = [...batch, ...waiting];
        waiting.clear();
        dropped(lost);
      }
    }
    sending = false;
  }

  return {
    add(items) {
      if (stopped) return;
      const tooMany: Item[] = [];
      for (const item of items) {
        if (waiting.size < mostWaiting || waiting.has(item)) waiting.add(item);
        else tooMany.push(item);
      }
      if (tooMany.length > 0) dropped(tooMany);
      if (sending || waiting.size === 0) return;
      sending = true;
      setImmediate(() => void sendAll());
    },
    stop() {
      stopped = true;
      waiting.clear();
    },
  };
}

async function outcomeOf(sending: Promise<unknown>, withinMs: number): Promise<'sent' | 'failed' | 'silent'> {
  const ended = sending.then(
    () => 'sent' as const,
    () => 'failed' as const,
  );
  return within(ended, withinMs);
}
