/**
 * The words in braces: what every text may name, and what a text must name to be of use.
 */
import type { ForeignTextKey } from '../src/domain/saying.ts';
import type { Checked, Found } from './found.ts';
import { type KeyPath, nearest, type Problem, problemAt, type ReadFile } from './problem.ts';

/** What an answer may name beside the municipality's facts. */
const answerPlaceholders = ['indgang', 'kommune', 'telefon'] as const;
/** What a prepared text may name beside the facts. */
const textPlaceholders = [...answerPlaceholders, 'part', 'hvem', 'frist', 'navn', 'rolle', 'linjer', 'emner'] as const;

/** What a fixed text in a foreign language is of no use without; nothing else is filled in there but the facts. */
const foreignNeeds: Readonly<Record<ForeignTextKey, readonly string[]>> = {
  greeting: ['{indgang}'],
  who_sees: [],
  crisis: ['112', '{linjer}'],
  handed_over: ['{part}', '{frist}'],
  waiting: ['{part}', '{frist}'],
  interpreter: [],
};

/** Placeholders that nothing fills in, and foreign texts that lack what they are for. */
export function placeholdersThatExist(found: Found): readonly Problem[] {
  const { parties, facts } = found.kommune.value;
  const standing = [...Object.keys(facts), ...[...parties.keys()].map((code) => `part_${code}`)];
  return [...inAnswers(found, standing), ...inTexts(found, standing), ...inLanguages(found, standing)];
}

function inAnswers({ intents }: Found, facts: readonly string[]): readonly Problem[] {
  const known = [...answerPlaceholders, ...facts];
  return [...intents.values()].flatMap(({ file, value }) =>
    Object.entries(value.answer).flatMap(([language, text]) => unknownIn(file, ['answer', language], text, known)),
  );
}

function inTexts({ texts, ownTexts }: Found, facts: readonly string[]): readonly Problem[] {
  const known = [...textPlaceholders, ...facts];
  return [texts, ...(ownTexts ? [ownTexts] : [])].flatMap(({ file, value }) =>
    Object.entries(value).flatMap(([key, text]) =>
      Object.entries(text ?? {}).flatMap(([language, words]) => unknownIn(file, [key, language], words, known)),
    ),
  );
}

function inLanguages({ languages, ownLanguages }: Found, facts: readonly string[]): readonly Problem[] {
  const books: readonly Checked<Partial<Found['languages']['value']> | NonNullable<Found['ownLanguages']>['value']>[] =
    [languages, ...(ownLanguages ? [ownLanguages] : [])];
  return books.flatMap(({ file, value }) =>
    Object.entries(value).flatMap(([language, book]) =>
      (Object.keys(foreignNeeds) as ForeignTextKey[]).flatMap((key) => {
        const words = book?.texts[key];
        return words === undefined
          ? []
          : inForeignText(file, [language, 'texts', key], words, foreignNeeds[key], facts);
      }),
    ),
  );
}

function inForeignText(
  file: ReadFile,
  path: KeyPath,
  words: string,
  needs: readonly string[],
  facts: readonly string[],
): readonly Problem[] {
  const named = needs.filter((need) => need.startsWith('{')).map((need) => need.slice(1, -1));
  const lacking = needs
    .filter((need) => !words.includes(need))
    .map((need) => problemAt(file, path, `${need} mangler i "${String(path.at(-1))}". Skriv det ind i teksten.`));
  return [...unknownIn(file, path, words, [...answerPlaceholders, ...named, ...facts]), ...lacking];
}

function unknownIn(file: ReadFile, path: KeyPath, text: string, known: readonly string[]): readonly Problem[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = '']) =>
    known.includes(name) ? [] : problemAt(file, path, unknownPlaceholder(name, known)),
  );
}

function unknownPlaceholder(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const remedy = near ? `Mente du {${near}}?` : 'Tilføj den under "facts" i kommune.yaml, eller slet den.';
  return `{${name}} kendes ikke. ${remedy}`;
}
