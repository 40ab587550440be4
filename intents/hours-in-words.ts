/**
 * A week of opening hours as citizens read it: "mandag til torsdag kl. 9-17, fredag kl. 9-14".
 */
import type { DayHours, WeekHours } from '../src/domain/kommune.ts';

const wordsIn = {
  da: {
    days: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
    to: ' til ',
    at: ' kl. ',
    and: ' og ',
    never: 'efter aftale',
  },
  en: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    to: ' to ',
    at: ' ',
    and: ' and ',
    never: 'by appointment',
  },
} as const;

/** Days in a row with the same hours are named together; closed days are left out. */
export function hoursInWords(week: WeekHours, language: keyof typeof wordsIn): string {
  const { days, to, at, and, never } = wordsIn[language];
  const clocks = week.map((hours) => hours.map(intervalInWords).join(and));
  const stretches: string[] = [];
  for (let first = 0; first < 7; ) {
    let last = first;
    while (last < 6 && clocks[last + 1] === clocks[first]) last += 1;
    const named = first === last ? days[first] : `${days[first]}${to}${days[last]}`;
    if (clocks[first]) stretches.push(`${named}${at}${clocks[first]}`);
    first = last + 1;
  }
  return stretches.join(', ') || never;
}

function intervalInWords({ from, to }: DayHours): string {
  return `${clockInWords(from)}-${clockInWords(to)}`;
}

function clockInWords(minutes: number): string {
  const past = minutes % 60;
  return `${Math.floor(minutes / 60)}${past === 0 ? '' : `.${String(past).padStart(2, '0')}`}`;
}
