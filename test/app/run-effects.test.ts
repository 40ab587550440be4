/** How long an effect is tried: an outage may last a night, our own mistake may not. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Needs, Surfaces } from '../../src/app/needs.ts';
import { runEffect } from '../../src/app/run-effects.ts';
import type { Effect } from '../../src/domain/effect.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { EffectId, EnquiryId } from '../../src/domain/words.ts';
import { type LeasedEffect, type StaffDesk, UnavailableError } from '../../src/ports.ts';

const hourMs = 3_600_000;
const start = 1_800_000_000_000;
const id = 'e1.3.show-card' as EffectId;
const enquiry = 'e1' as EnquiryId;
const effect: Effect = { kind: 'show-card', id, enquiry, key: 'card.e1', dueAt: start };

let now: number;
let attempt: number;
let ended: 'done' | 'dead' | null;
let readyAt: number;
let fails: () => Error | null;

beforeEach(() => {
  now = start;
  attempt = 0;
  ended = null;
  readyAt = start;
  fails = () => null;
});

const needs = {
  clock: { now: () => now },
  jobs: { wake: () => undefined },
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  store: {
    lease: async (): Promise<LeasedEffect> => {
      attempt += 1;
      return { effect, attempt, address: null };
    },
    settle: async (_: EffectId, result: 'done' | 'dead' | { readonly retryAt: number }) => {
      if (typeof result === 'string') ended = result;
      else readyAt = result.retryAt;
      return null;
    },
    read: async () => ({ enquiry: { id: enquiry } as Enquiry, earlier: null, address: null }),
  },
} as unknown as Needs;

const desk: StaffDesk = {
  show: async () => {
    const failure = fails();
    if (failure !== null) throw failure;
  },
  call: async () => undefined,
  showCase: async () => undefined,
};
const surfaces: Surfaces = { desks: [desk], channels: {} };

/** Tries whenever it is due, until it has ended or the time is over. @returns the rests between, in milliseconds */
async function tryUntil(end: number): Promise<number[]> {
  const rests: number[] = [];
  while (ended === null && now < end) {
    await runEffect(needs, surfaces, id);
    if (ended === null) rests.push(readyAt - now);
    now = Math.max(readyAt, now + 1);
  }
  return rests;
}

const away = (retryAfterMs?: number) =>
  new UnavailableError('slack', 'ECONNREFUSED', retryAfterMs === undefined ? {} : { retryAfterMs });

describe('while somebody is away', () => {
  it('it is tried through the night, and goes out within a minute of their coming back', async () => {
    fails = () => (now < start + 23 * hourMs ? away() : null);

    const rests = await tryUntil(start + 30 * hourMs);

    expect(ended).toBe('done');
    expect(now - (start + 23 * hourMs)).toBeLessThanOrEqual(60_001);
    expect(rests.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(Math.max(...rests)).toBe(60_000);
  });

  it('it waits as long as they say, and never longer than ten minutes', async () => {
    const said = [1_234, 30_000, 86_400_000];
    fails = () => {
      const next = said.shift();
      return next === undefined ? null : away(next);
    };

    expect(await tryUntil(start + hourMs)).toEqual([1_234, 30_000, 600_000]);
    expect(ended).toBe('done');
  });

  it('it is given up after a day', async () => {
    fails = () => away();

    await tryUntil(start + 48 * hourMs);

    expect(ended).toBe('dead');
    expect(now - start).toBeGreaterThanOrEqual(24 * hourMs);
    expect(now - start).toBeLessThan(25 * hourMs);
  });

  it('one that has waited its whole day in line is still tried as often as any other', async () => {
    now = start + 30 * hourMs;
    readyAt = now;
    fails = () => away();

    const rests = await tryUntil(start + 48 * hourMs);

    expect(rests).toHaveLength(11);
    expect(ended).toBe('dead');
  });
});

describe('when we are at fault', () => {
  it('it is given up after twelve tries', async () => {
    fails = () => new Error('a bug');

    const rests = await tryUntil(start + 48 * hourMs);

    expect(rests).toHaveLength(11);
    expect(Math.max(...rests)).toBe(300_000);
    expect(ended).toBe('dead');
  });
});
