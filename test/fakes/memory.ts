/** An adapter's memory without a database; it keeps the same contract (`memory.contract.ts`). */
import type { Kept, Memory } from '../../src/ports.ts';

export interface MemoryInHand extends Memory {
  /** While on, nothing can be reached. */
  failing: Error | null;
}

export function memoryInHand(): MemoryInHand {
  const entries = new Map<string, Kept>();
  const sorted = () => [...entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const guarded = async <Value>(work: () => Value): Promise<Value> => {
    await Promise.resolve();
    if (self.failing !== null) throw self.failing;
    return structuredClone(work());
  };
  const self: MemoryInHand = {
    failing: null,
    read: (key) => guarded(() => entries.get(key) ?? null),
    keep: (key, value, expectedVersion, dueAt = null) =>
      guarded(() => {
        if ((entries.get(key)?.version ?? 0) !== expectedVersion) return false;
        const asJson: unknown = JSON.parse(JSON.stringify(value));
        entries.set(key, { key, value: asJson, version: expectedVersion + 1, dueAt });
        return true;
      }),
    takeDue: (prefix, now, until, limit) =>
      guarded(() => {
        const due = sorted()
          .filter(({ key, dueAt }) => key.startsWith(prefix) && dueAt !== null && dueAt <= now)
          .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
          .slice(0, limit)
          .map((kept) => ({ ...kept, version: kept.version + 1, dueAt: until }));
        for (const kept of due) entries.set(kept.key, kept);
        return due;
      }),
    list: (prefix, limit) =>
      guarded(() =>
        sorted()
          .filter(({ key }) => key.startsWith(prefix))
          .slice(0, limit),
      ),
    forget: (key) => guarded(() => void entries.delete(key)),
  };
  return self;
}
