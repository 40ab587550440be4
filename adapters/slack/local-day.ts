/** The municipality's days and mornings, for what happens once a day. */
import type { Kommune } from '../../src/domain/kommune.ts';
import type { Instant } from '../../src/domain/words.ts';
import type { Calendar } from '../../src/ports.ts';

const hourMs = 3_600_000;

/** `YYYY-MM-DD` where the municipality is. */
export function dayOf(at: Instant, { timeZone }: Pick<Kommune, 'timeZone'>): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

/** When the municipality opens on the day `at` belongs to; null on a closed day. */
export function openingOf(at: Instant, calendar: Calendar, kommune: Pick<Kommune, 'timeZone'>): Instant | null {
  const day = dayOf(at, kommune);
  for (const interval of calendar.openIntervals(at - 24 * hourMs)) {
    if (interval.day > day) return null;
    if (interval.day === day) return interval.from;
  }
  return null;
}

/** When the municipality opens next on a later day; a day from now when it never does. */
export function nextOpening(now: Instant, calendar: Calendar, kommune: Pick<Kommune, 'timeZone'>): Instant {
  const today = dayOf(now, kommune);
  for (const interval of calendar.openIntervals(now)) if (interval.day > today) return interval.from;
  return now + 24 * hourMs;
}

/** The moment when clocks there show this day (`YYYY-MM-DD`) and time (`HH:mm`); null when it is no time. */
export function instantAt(day: string, time: string, { timeZone }: Pick<Kommune, 'timeZone'>): Instant | null {
  const isTime = /^\d{4}-\d\d-\d\d$/.test(day) && /^\d\d:\d\d$/.test(time);
  const asUtc = isTime ? Date.parse(`${day}T${time}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  const first = asUtc - aheadAt(asUtc, timeZone);
  return asUtc - aheadAt(first, timeZone);
}

/** How far the clocks there are ahead of UTC, in milliseconds. */
function aheadAt(at: Instant, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}
