/**
 * Tells listeners in this process that something under a topic has changed. The other signals build on it.
 */
import type { Log, Signal } from '../../src/ports.ts';

/** Listeners hear a topic once per turn of the event loop, however often it was raised in it. */
export function inProcessSignal(log: Log | null = null): Signal {
  const listeners = new Set<(topic: string) => void>();
  const raised = new Set<string>();

  function deliver(): void {
    const topics = [...raised];
    raised.clear();
    for (const topic of topics) for (const listener of [...listeners]) tell(listener, topic);
  }

  function tell(listener: (topic: string) => void, topic: string): void {
    try {
      listener(topic);
    } catch (error) {
      log?.error({ topic, error: error instanceof Error ? error.name : 'unknown' }, 'signal listener failed');
    }
  }

  return {
    raise(topic) {
      if (raised.size === 0) setImmediate(deliver);
      raised.add(topic);
    },
    listen(listener) {
      const mine = (topic: string): void => listener(topic);
      listeners.add(mine);
      return () => void listeners.delete(mine);
    },
    async close() {
      listeners.clear();
    },
  };
}
