/**
 * When did a person last look: sources once a year, help lines every quarter, foreign texts at least once.
 * These are reminders: what is old may still be right, so they stop nothing.
 */
import type { Found } from './found.ts';
import { type Problem, problemAt } from './problem.ts';

const sourceMonths = 12;
const helpLineMonths = 3;

/**
 * What it is time to look at again.
 *
 * @param today the day it is, `YYYY-MM-DD`
 */
export function reminders(found: Found, today: string): readonly Problem[] {
  return [...oldSources(found, today), ...oldHelpLines(found, today), ...unreadLanguages(found)];
}

/** The day a person longest ago looked at a source, or null when there is none. */
export function oldestCheck({ intents }: Found): string | null {
  return [...intents.values()].flatMap(({ value }) => value.sources.map(({ checked }) => checked)).sort()[0] ?? null;
}

function oldSources({ intents }: Found, today: string): readonly Problem[] {
  return [...intents.values()].flatMap(({ file, value }) =>
    value.sources.flatMap(({ title, checked }, at) => {
      const age = ageInWords(checked, sourceMonths, today);
      if (age === null) return [];
      const sentence = `"${title}" ${age}. Spørg ${value.reviewer}, og skriv dagen i "checked".`;
      return [problemAt(file, ['sources', at, 'checked'], sentence)];
    }),
  );
}

function oldHelpLines({ kommune: { file, value } }: Found, today: string): readonly Problem[] {
  return value.helpLines.flatMap(({ name, checked }, at) => {
    const age = ageInWords(checked, helpLineMonths, today);
    if (age === null) return [];
    const path = ['helpLines', value.helpLineIds[at] ?? '', 'checked'];
    return [problemAt(file, path, `${name} ${age}. Prøv nummeret eller siden, og skriv dagen.`)];
  });
}

function unreadLanguages({ languages, ownLanguages }: Found): readonly Problem[] {
  return [languages, ...(ownLanguages ? [ownLanguages] : [])].flatMap(({ file, value }) =>
    Object.entries(value)
      .filter(([, book]) => book !== undefined && book.checked === undefined)
      .map(([language, book]) => {
        const sentence = `Ingen med sproget som modersmål har læst "${language}". ${book?.reviewer} skal læse det og skrive "checked".`;
        return problemAt(file, [language], sentence);
      }),
  );
}

/** Null when it is fresh. */
function ageInWords(checked: string, months: number, today: string): string | null {
  if (checked > today) return `er først tjekket ${checked}, som ikke er kommet endnu`;
  const limit = new Date(`${today}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() - months);
  return checked < limit.toISOString().slice(0, 10)
    ? `er sidst tjekket ${checked}, for over ${months} måneder siden`
    : null;
}
