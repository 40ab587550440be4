/** How often Slack is called, and that one full channel or one held method stops nothing else. */
import { describe, expect, it } from 'vitest';
import { limiter, type Turn } from '../../adapters/slack/limits.ts';

const start = 1_800_000_000_000;
const patience = 2_000;

/** When each of so many calls made at once may go, in milliseconds from now; those sent away as negative numbers. */
function line(count: number, take: () => Turn): number[] {
  return Array.from({ length: count }, take).map(({ go, afterMs }) => (go === 'now' ? afterMs : -afterMs));
}

describe('messages in one channel', () => {
  it('lets two go at once and then one a second', () => {
    const limits = limiter(10_000);
    const times = line(5, () => limits.turn('chat.postMessage', 'C1', start));
    expect(times).toEqual([0, 0, 1_050, 2_100, 3_150]);
  });

  it('sends those who must wait long away, each with a time of their own', () => {
    const limits = limiter(patience);
    const times = line(6, () => limits.turn('chat.postMessage', 'C1', start));
    expect(times.slice(0, 3)).toEqual([0, 0, 1_050]);
    expect(times.slice(3)).toEqual([-2_100, -3_150, -4_200]);
  });

  it('lets those who come back when told go at once', () => {
    const limits = limiter(patience);
    const times = line(6, () => limits.turn('chat.postMessage', 'C1', start));
    const back = times.filter((time) => time < 0).map((time) => limits.turn('chat.postMessage', 'C1', start - time));
    expect(back).toEqual([
      { go: 'now', afterMs: 0 },
      { go: 'now', afterMs: 0 },
      { go: 'now', afterMs: 0 },
    ]);
  });

  it('lets another channel write at once', () => {
    const limits = limiter(patience);
    line(10, () => limits.turn('chat.postMessage', 'C1', start));
    expect(limits.turn('chat.postMessage', 'C2', start)).toEqual({ go: 'now', afterMs: 0 });
  });

  it('never lets more than a burst and one a second through, whoever asks when', () => {
    const limits = limiter(patience);
    const sent: number[] = [];
    for (let now = start; now < start + 60_000; now += 100) {
      const { go, afterMs } = limits.turn('chat.postMessage', 'C1', now);
      if (go === 'now') sent.push(now + afterMs);
    }
    expect(sent.length).toBeGreaterThan(55);
    for (const [index, at] of sent.entries()) {
      const inFiveSeconds = sent.slice(index).filter((other) => other < at + 5_000).length;
      expect(inFiveSeconds).toBeLessThanOrEqual(7);
    }
  });
});

describe('a method that Slack has held up', () => {
  it('waits as long as Slack says', () => {
    const limits = limiter(patience);
    limits.hold('conversations.create', start + 30_000);
    expect(limits.turn('conversations.create', null, start)).toMatchObject({ go: 'later', afterMs: 30_000 });
    expect(limits.turn('conversations.create', null, start + 29_000)).toEqual({ go: 'now', afterMs: 1_000 });
  });

  it('holds up no other method', () => {
    const limits = limiter(patience);
    limits.hold('conversations.create', start + 30_000);
    expect(limits.turn('chat.postMessage', 'C1', start)).toEqual({ go: 'now', afterMs: 0 });
    expect(limits.turn('chat.update', 'C1', start)).toEqual({ go: 'now', afterMs: 0 });
  });

  it('is not let go by a shorter wait that comes later', () => {
    const limits = limiter(patience);
    limits.hold('chat.update', start + 30_000);
    limits.hold('chat.update', start + 1_000);
    expect(limits.turn('chat.update', 'C1', start)).toMatchObject({ go: 'later' });
  });
});

it('keeps each method below the number of calls a minute that Slack allows it', () => {
  const allowed = { 'conversations.create': 20, 'chat.update': 50, 'users.info': 100, 'some.newMethod': 50 };
  for (const [method, most] of Object.entries(allowed)) {
    const limits = limiter(patience);
    let sent = 0;
    for (let now = start; now < start + 60_000; now += 50) {
      const { go, afterMs } = limits.turn(method, null, now);
      if (go === 'now' && now + afterMs < start + 60_000) sent += 1;
    }
    // A burst saved up in quiet times comes on top of the first minute.
    expect(sent, method).toBeLessThanOrEqual(most * 1.25);
    expect(sent, method).toBeGreaterThan(most * 0.7);
  }
});
