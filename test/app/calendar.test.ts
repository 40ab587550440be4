import { describe, expect, it } from 'vitest';
import { kommuneCalendar } from '../../src/calendar.ts';
import { deadlineFor } from '../../src/domain/deadline.ts';
import { rules } from '../domain/town.ts';

const office = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 17 * 60 },
];
const calendar = kommuneCalendar({
  timeZone: 'Europe/Copenhagen',
  openingHours: [office, office, office, office, [{ from: 9 * 60, to: 14 * 60 }], [], []],
});
const at = (iso: string): number => Date.parse(iso);

describe('opening hours', () => {
  it('are local time on both sides of summer time', () => {
    const winter = calendar.openIntervals(at('2026-03-27T00:00:00Z'))[Symbol.iterator]();
    expect(new Date(winter.next().value?.from ?? 0).toISOString()).toBe('2026-03-27T08:00:00.000Z');
    expect(new Date(winter.next().value?.from ?? 0).toISOString()).toBe('2026-03-30T07:00:00.000Z');
  });

  it('begin with the interval that is open now', () => {
    const [first] = calendar.openIntervals(at('2026-11-23T09:30:00Z'));
    expect(first).toEqual({ from: at('2026-11-23T08:00:00Z'), to: at('2026-11-23T11:00:00Z'), day: '2026-11-23' });
  });

  it('pause over lunch, at night and at the weekend', () => {
    const due = deadlineFor('same_day', at('2026-11-20T12:00:00Z'), {
      ...rules,
      openIntervals: calendar.openIntervals,
    });
    expect(new Date(due).toISOString()).toBe('2026-11-23T11:00:00.000Z');
  });

  it('that never open end at once', () => {
    const never = kommuneCalendar({ timeZone: 'Europe/Copenhagen', openingHours: [[], [], [], [], [], [], []] });
    expect([...never.openIntervals(0)]).toEqual([]);
  });
});

describe('a time in words', () => {
  const now = at('2026-11-20T10:00:00Z');
  it.each([
    ['2026-11-20T13:00:00Z', 'i dag kl. 14'],
    ['2026-11-21T08:30:00Z', 'i morgen kl. 9.30'],
    ['2026-11-24T08:00:00Z', 'tirsdag kl. 9'],
    ['2026-12-01T08:05:00Z', 'den 1. december kl. 9.05'],
  ])('%s is %s', (then, words) => {
    expect(calendar.inWords(at(then), now, 'da')).toBe(words);
  });

  it('is English in English', () => {
    expect(calendar.inWords(at('2026-11-24T08:00:00Z'), now, 'en')).toBe('Tuesday at 09:00');
  });
});
