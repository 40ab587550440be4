/** The emulator's time, real or moved by hand, and dice that fall the same way for the same seed. */

export interface EmulatorClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once after a while; the answer calls it off. */
  after(ms: number, run: () => void): () => void;
}

export interface HandClock extends EmulatorClock {
  /** Moves the time on, and runs what falls due on the way, in order. */
  forward(ms: number): void;
}

export const realClock: EmulatorClock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export function handClock(start = Date.UTC(2026, 10, 2, 8)): HandClock {
  let now = start;
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  const nextBefore = (end: number) => [...waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + ms, run };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    forward(ms) {
      const end = now + ms;
      for (let due = nextBefore(end); due !== undefined; due = nextBefore(end)) {
        waiting.delete(due);
        now = Math.max(now, due.at);
        due.run();
      }
      now = end;
    },
  };
}

/** Numbers from 0 up to 1, the same sequence for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
