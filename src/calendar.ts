/**
 * The municipality's opening hours and local time; the only user of Temporal.
 * Public holidays and closing days are not known here yet: a weekday is an opening day.
 */
import { Temporal } from 'temporal-polyfill';
import type { Kommune, LocalTime, OpenInterval } from './domain/kommune.ts';
import type { Instant, TextLanguage } from './domain/words.ts';
import type { Calendar } from './ports.ts';

type CalendarSettings = Pick<Kommune, 'openingHours' | 'timeZone'>;

/** The calendar of one municipality. */
export function kommuneCalendar(settings: CalendarSettings): Calendar {
  return {
    openIntervals: (from) => openIntervals(settings, from),
    localTime: (at) => localTime(local(at, settings)),
    inWords: (at, now, language) => inWords(local(at, settings), local(now, settings), language),
  };
}

function local(at: Instant, { timeZone }: CalendarSettings): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

function* openIntervals(settings: CalendarSettings, from: Instant): Generator<OpenInterval> {
  if (settings.openingHours.every((hours) => hours.length === 0)) return;
  for (let date = local(from, settings).toPlainDate(); ; date = date.add({ days: 1 })) {
    for (const hours of settings.openingHours[date.dayOfWeek - 1] ?? []) {
      const interval = {
        from: instantOf(date, hours.from, settings),
        to: instantOf(date, hours.to, settings),
        day: date.toString(),
      };
      if (interval.to > from) yield interval;
    }
  }
}

function instantOf(date: Temporal.PlainDate, minutes: number, { timeZone }: CalendarSettings): Instant {
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

function localTime({ dayOfWeek, hour, minute }: Temporal.ZonedDateTime): LocalTime {
  return { weekday: dayOfWeek - 1, minutes: hour * 60 + minute };
}

const weekdays = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const words = {
  da: { today: 'i dag', tomorrow: 'i morgen', at: 'kl.' },
  en: { today: 'today', tomorrow: 'tomorrow', at: 'at' },
} as const;

/** Days are named up to six ahead; beyond that the date is said. */
function inWords(at: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime, textLanguage: TextLanguage): string {
  const language = textLanguage === 'en' ? 'en' : 'da';
  const days = now.toPlainDate().until(at.toPlainDate()).days;
  const { today, tomorrow, at: hour } = words[language];
  return `${dayInWords(at, days, language, [today, tomorrow])} ${hour} ${timeInWords(at, language)}`;
}

function dayInWords(
  at: Temporal.ZonedDateTime,
  days: number,
  language: 'da' | 'en',
  near: readonly [string, string],
): string {
  if (days === 0 || days === 1) return near[days];
  if (days > 1 && days < 7) return weekdays[language][at.dayOfWeek - 1] ?? '';
  const date = at
    .toPlainDate()
    .toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { day: 'numeric', month: 'long' });
  return language === 'da' ? `den ${date}` : `on ${date}`;
}

/** Danish: "9", "9.30". English: "09:30". */
function timeInWords({ hour, minute }: Temporal.ZonedDateTime, language: 'da' | 'en'): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  if (language === 'en') return `${two(hour)}:${two(minute)}`;
  return minute === 0 ? String(hour) : `${hour}.${two(minute)}`;
}
