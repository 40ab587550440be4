/** Days where the municipality is: what people choose in a date field, and how a day or a moment is said. */
import type { Instant } from '../../src/domain/words.ts';

const dayMs = 24 * 60 * 60_000;

/** `YYYY-MM-DD` where the municipality is. */
export function dayOf(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

/** The last moment of a day (`YYYY-MM-DD`) where the municipality is: what is due on a day may be done all of it. */
export function endOfDay(day: string, timeZone: string): Instant {
  const midnightUtc = Date.parse(`${day}T00:00:00Z`) + dayMs;
  const guess = midnightUtc - aheadAt(midnightUtc, timeZone);
  return midnightUtc - aheadAt(guess, timeZone) - 1;
}

/** How far the clocks there are ahead of UTC, in milliseconds. */
function aheadAt(at: Instant, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}

/** How a page says times: by the municipality's clocks, seen from now. */
export interface Times {
  /** "i dag", "i morgen", "i går", "den 6. januar 2027". */
  readonly day: (iso: string) => string;
  /** "6. januar 2027". */
  readonly date: (iso: string) => string;
  /** "6. jan. 2027 kl. 9.05". */
  readonly moment: (iso: string) => string;
  /** Whole days from that day to today; below 0 ahead of us. */
  readonly daysSince: (iso: string) => number;
}

export function timesOf(timeZone: string, now: Instant): Times {
  const daysSince = (iso: string) =>
    Math.round((Date.parse(dayOf(now, timeZone)) - Date.parse(dayOf(Date.parse(iso), timeZone))) / dayMs);
  const date = (iso: string) =>
    new Intl.DateTimeFormat('da-DK', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(
      Date.parse(iso),
    );
  const near = new Map([
    [-1, 'i morgen'],
    [0, 'i dag'],
    [1, 'i går'],
  ]);
  return {
    daysSince,
    date,
    day: (iso) => near.get(daysSince(iso)) ?? `den ${date(iso)}`,
    moment: (iso) => momentOf(iso, timeZone),
  };
}

function momentOf(iso: string, timeZone: string): string {
  const at = Date.parse(iso);
  const day = new Intl.DateTimeFormat('da-DK', { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  const clock = new Intl.DateTimeFormat('da-DK', { timeZone, hour: 'numeric', minute: '2-digit' });
  return `${day.format(at)} kl. ${clock.format(at).replace(':', '.')}`;
}
