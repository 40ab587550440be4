/**
 * `npm run intents:check`: everything that can be wrong with what we say, and what to do about it, in Danish for the
 * people who write answers. `-- --kommune NAME` looks at one municipality. Exit code 1 when something is wrong;
 * what it is time to look at again is told too, and stops nothing.
 */
import { parseArgs } from 'node:util';
import { catalogueProblems } from './catalogue.ts';
import type { Found } from './found.ts';
import { oldestCheck, reminders } from './freshness.ts';
import type { Problem } from './problem.ts';
import { kommunerIn, readContent } from './read-content.ts';
import { everythingSpoken } from './spoken.ts';
import { wordingProblems } from './wording.ts';

export interface Verdict {
  readonly problems: readonly Problem[];
  readonly reminders: readonly Problem[];
  /** Null when the files could not be read. */
  readonly found: Found | null;
}

/**
 * All that is wrong for one municipality, also what does not stop a start.
 *
 * @param today the day it is, `YYYY-MM-DD`
 */
export function checkContent(folder: string, kommuneId: string, today: string): Verdict {
  const { found, problems } = readContent(folder, kommuneId);
  if (found === null) return { found, problems, reminders: [] };
  return {
    found,
    problems: [...problems, ...everythingSpoken(found).flatMap(wordingProblems), ...catalogueProblems(found)],
    reminders: reminders(found, today),
  };
}

/** What the command prints for these municipalities, and whether all is well. */
export function report(folder: string, kommuner: readonly string[], today: string): { ok: boolean; text: string } {
  const verdicts = kommuner.map((name) => ({ name, ...checkContent(folder, name, today) }));
  const wrong = linesOf(verdicts.flatMap(({ problems }) => problems));
  const remind = linesOf(verdicts.flatMap((verdict) => verdict.reminders));
  const summaries = verdicts.flatMap(({ name, found }) => (found === null ? [] : [summary(name, found)]));
  const parts = [
    ...(wrong.length > 0 ? [...wrong, ''] : []),
    ...(remind.length > 0 ? ['Husk:', ...remind, ''] : []),
    ...(wrong.length > 0
      ? [`${wrong.length} ting skal rettes. Ret teksten, ikke grænsen.`]
      : ['Alt er i orden.', ...summaries]),
  ];
  return { ok: wrong.length === 0, text: parts.join('\n') };
}

/** Shared files are read once for each municipality, and told of once. */
function linesOf(problems: readonly Problem[]): readonly string[] {
  const lines = problems.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`);
  return [...new Set(lines)];
}

function summary(name: string, found: Found): string {
  const intents = [...found.intents.values()].map(({ value }) => value);
  const examples = (language: 'da' | 'en'): number =>
    intents.reduce((sum, intent) => sum + intent.examples[language].length, 0);
  const lines = found.danger.flatMap(({ value }) => Object.values(value).flat()).length;
  const figures: readonly (readonly [string, string | number])[] = [
    ['svar', intents.length],
    ['eksempler', `${examples('da')} på dansk, ${examples('en')} på engelsk`],
    ['hører ikke til', found.offTopic.flatMap(({ value }) => value).length],
    ['om fare', lines],
    ['faste tekster', Object.keys(found.texts.value).length],
    ['sprog', `dansk, let dansk og engelsk, og faste tekster på ${Object.keys(found.languages.value).length} til`],
    ['parter', found.kommune.value.parties.size],
    ['hjælpelinjer', found.kommune.value.helpLines.length],
    ['ældste kontrol', oldestCheck(found) ?? 'ingen'],
  ];
  return [name, ...figures.map(([what, figure]) => `  ${what.padEnd(15)} ${figure}`)].join('\n');
}

if (import.meta.main) {
  const folder = import.meta.dirname;
  const { values } = parseArgs({ options: { kommune: { type: 'string' } } });
  const kommuner = values.kommune === undefined ? kommunerIn(folder) : [values.kommune];
  const { ok, text } = report(folder, kommuner, new Date().toISOString().slice(0, 10));
  console.info(text);
  process.exitCode = ok ? 0 : 1;
}
