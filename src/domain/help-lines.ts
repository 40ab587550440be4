/**
 * Which help lines to show: never one alone, the ones that always answer first.
 */
import type { HelpLine } from './kommune.ts';
import type { AgeBand } from './words.ts';

/** More than three are not read in a crisis. */
const mostLines = 3;

/** At most three lines for this age, in the municipality's order, those open day and night first. */
export function helpLinesFor(ageBand: AgeBand | null, lines: readonly HelpLine[]): readonly HelpLine[] {
  const fitting = lines.filter(({ ages }) => ageBand === null || ages.includes(ageBand));
  const alwaysOpen = fitting.filter((line) => line.alwaysOpen);
  const others = fitting.filter((line) => !line.alwaysOpen);
  return [...alwaysOpen, ...others].slice(0, mostLines);
}
