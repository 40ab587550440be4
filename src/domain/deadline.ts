/**
 * When somebody must have acted. Only opening time counts, except for what is acute.
 */
import type { OpenInterval, Patience } from './kommune.ts';
import type { Rules } from './rules.ts';
import type { Instant, Urgency } from './words.ts';

const minuteMs = 60_000;

/** When a citizen who begins to wait at `now` must have been met. */
export function deadlineFor(urgency: Urgency, now: Instant, rules: Rules): Instant {
  return after(rules.kommune.patience[urgency], now, rules);
}

/** When the next one is called, if nobody has acted on this call. */
export function nextCallAt(urgency: Urgency, now: Instant, { kommune, openIntervals }: Rules): Instant {
  return urgency === 'acute'
    ? now + kommune.ladder.acuteMinutes * minuteMs
    : afterOpenMinutes(kommune.ladder.openMinutes, now, openIntervals(now));
}

/** When an unanswered offer goes back to the giver. */
export function offerEndsAt(urgency: Urgency, now: Instant, rules: Rules): Instant {
  const { ladder, offerOpenMinutes } = rules.kommune;
  return after(urgency === 'acute' ? { minutes: ladder.acuteMinutes } : { openMinutes: offerOpenMinutes }, now, rules);
}

/** Whether the municipality is open at this moment. */
export function isOpen(now: Instant, { openIntervals }: Rules): boolean {
  for (const { from } of openIntervals(now)) return from <= now;
  return false;
}

function after(patience: Patience, now: Instant, { openIntervals }: Rules): Instant {
  if ('minutes' in patience) return now + patience.minutes * minuteMs;
  if ('openMinutes' in patience) return afterOpenMinutes(patience.openMinutes, now, openIntervals(now));
  return afterOpenDays(patience.openDays, now, openIntervals(now));
}

function afterOpenMinutes(minutes: number, now: Instant, intervals: Iterable<OpenInterval>): Instant {
  let left = minutes * minuteMs;
  for (const { from, to } of intervals) {
    const start = Math.max(from, now);
    if (start + left <= to) return start + left;
    left -= to - start;
  }
  return now + minutes * minuteMs;
}

/** Closing time on the last of so many opening days; a day that has begun is today and does not count. */
function afterOpenDays(days: number, now: Instant, intervals: Iterable<OpenInterval>): Instant {
  let counted = 0;
  let day: string | null = null;
  let closing = now;
  for (const interval of intervals) {
    if (interval.day !== day) {
      if (day !== null && counted >= days) return closing;
      day = interval.day;
      counted += interval.from > now ? 1 : 0;
    }
    closing = interval.to;
  }
  return closing;
}
