import { describe, expect, it } from 'vitest';
import { deadlineFor, isOpen, nextCallAt, offerEndsAt } from '../../src/domain/deadline.ts';
import { route } from '../../src/domain/routing.ts';
import type { IntentId } from '../../src/domain/words.ts';
import { ageBands } from '../../src/domain/words.ts';
import { day, hour, kommune, minute, rules } from './town.ts';

describe('a deadline', () => {
  it.each([
    ['acute', 'by the clock, also at night', hour(12), hour(12) + 5 * 60_000],
    ['same_day', 'four hours of opening time', hour(0), hour(4)],
    ['same_day', 'what is left of today, then tomorrow', hour(6), day(1) + 2 * 3_600_000],
    ['same_day', 'from the next opening when closed', hour(10), day(1) + 4 * 3_600_000],
    ['3_days', 'closing time on the third opening day after today', hour(1), day(3) + 8 * 3_600_000],
    ['normal', 'over the weekend', day(2), day(9) + 8 * 3_600_000],
  ] as const)('%s: %s', (urgency, _, now, due) => {
    expect(new Date(deadlineFor(urgency, now, rules)).toISOString()).toBe(new Date(due).toISOString());
  });

  it('is always ahead, for every minute of a week', () => {
    for (let at = 0; at < 7 * 24 * 60; at += 7) {
      for (const urgency of ['acute', 'same_day', '3_days', 'normal'] as const) {
        expect(deadlineFor(urgency, minute(at), rules)).toBeGreaterThan(minute(at));
      }
      expect(nextCallAt('normal', minute(at), rules)).toBeGreaterThan(minute(at));
      expect(offerEndsAt('normal', minute(at), rules)).toBeGreaterThan(minute(at));
    }
  });

  it('counts by the clock when a municipality never opens, instead of never coming', () => {
    expect(deadlineFor('same_day', hour(0), { ...rules, openIntervals: () => [] })).toBe(hour(4));
  });

  it('knows opening time from closing time', () => {
    expect([isOpen(hour(0), rules), isOpen(hour(8), rules), isOpen(day(5), rules)]).toEqual([true, false, false]);
  });
});

describe('routing', () => {
  it('names one party that exists for every intent, age and hour', () => {
    const intents = [...rules.intents.keys(), null, 'no_such_intent' as IntentId];
    for (const intent of intents) {
      for (const ageBand of [...ageBands, null]) {
        for (const now of [hour(0), hour(12)]) {
          expect(kommune.parties.has(route({ intent, ageBand, asker: 'youth', coordinated: false }, rules, now))).toBe(
            true,
          );
        }
      }
    }
  });

  it('gives what nobody owns to the front desk', () => {
    expect(route({ intent: null, ageBand: '18_24', asker: 'youth', coordinated: false }, rules, hour(0))).toBe(
      'front_desk',
    );
  });
});
