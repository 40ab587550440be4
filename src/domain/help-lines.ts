/**
 * Which help lines to show: never one alone, the ones that fit and answer now first.
 */
import type { HelpLine, LocalTime } from './kommune.ts';
import type { AgeBand, IntentId } from './words.ts';

/** More than three are not read in a crisis. */
const mostLines = 3;

export interface HelpSought {
  /** Null while nobody has told it: then only what is for every age, or for the young, may be wrong. */
  readonly ageBand: AgeBand | null;
  /** What it is about, when that is known. */
  readonly intent: IntentId | null;
  readonly at: LocalTime;
}

/**
 * At most three lines for this age: those made for the matter before those for all, those that answer now before those
 * that may not, else in the municipality's order. Lines made for another matter are left out while there are two others.
 */
export function helpLinesFor(sought: HelpSought, lines: readonly HelpLine[]): readonly HelpLine[] {
  const fitting = lines.filter(({ ages }) => sought.ageBand === null || ages.includes(sought.ageBand));
  const ranked = fitting.toSorted((a, b) => rank(b, sought) - rank(a, sought));
  const apt = ranked.filter((line) => aptness(line, sought.intent) > 0);
  return (apt.length > 1 ? apt : ranked).slice(0, mostLines);
}

function rank(line: HelpLine, { intent, at }: HelpSought): number {
  return (answersAt(line, at) ? 3 : 0) + aptness(line, intent);
}

/** 2 when made for the matter, 1 when for all, 0 when made for something else. */
function aptness({ about }: HelpLine, intent: IntentId | null): 0 | 1 | 2 {
  if (about === undefined) return 1;
  return intent !== null && about.includes(intent) ? 2 : 0;
}

/** Whether somebody is known to answer at this moment. */
function answersAt({ alwaysOpen, openingHours }: HelpLine, { weekday, minutes }: LocalTime): boolean {
  return alwaysOpen || (openingHours?.[weekday] ?? []).some(({ from, to }) => from <= minutes && minutes < to);
}
