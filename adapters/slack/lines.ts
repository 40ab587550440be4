/** Work that must be done one after another, by name; different names do not wait for each other. */
export interface Lines {
  /** Begins when all that was put in the same line before has ended, well or badly. */
  after<Value>(name: string, work: () => Promise<Value>): Promise<Value>;
  /** Waits until no line has anything in it. */
  idle(): Promise<void>;
}

export function lines(): Lines {
  const ends = new Map<string, Promise<unknown>>();
  return {
    after(name, work) {
      const before = ends.get(name);
      const done = before === undefined ? work() : before.then(work);
      const end: Promise<unknown> = done
        .catch(() => undefined)
        .then(() => {
          if (ends.get(name) === end) ends.delete(name);
        });
      ends.set(name, end);
      return done;
    },
    async idle() {
      while (ends.size > 0) await Promise.all(ends.values());
    },
  };
}
