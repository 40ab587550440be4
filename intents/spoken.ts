/**
 * Every text that citizens read, one by one, with the place it stands and as it reads when the braces are filled in.
 */
import type { IntentGroup, Text } from '../src/domain/intent.ts';
import type { ForeignLanguage, TextLanguage } from '../src/domain/words.ts';
import type { Checked, Found } from './found.ts';
import type { KeyPath, ReadFile } from './problem.ts';

export interface Spoken {
  readonly file: ReadFile;
  readonly path: KeyPath;
  readonly language: TextLanguage | ForeignLanguage;
  /** Group of the intent it answers, or null. */
  readonly group: IntentGroup | null;
  /** As written, with the braces. */
  readonly words: string;
  /** As a citizen of this municipality could see it, with its own names and figures. */
  readonly filled: string;
}

/** Every answer, prepared text, button and foreign text, the municipality's own in place of the shared. */
export function everythingSpoken(found: Found): readonly Spoken[] {
  const fill = filler(found);
  const inLanguages = (place: Omit<Spoken, 'language' | 'words' | 'filled'>, text: Text): readonly Spoken[] =>
    (Object.entries(text) as [TextLanguage, string][]).map(([language, words]) => ({
      ...place,
      path: [...place.path, language],
      language,
      words,
      filled: fill(words, language),
    }));
  const intents = [...found.intents.values()].flatMap(({ file, value: { group, choice, answer } }) => [
    ...inLanguages({ file, path: ['choice'], group }, choice),
    ...inLanguages({ file, path: ['answer'], group }, answer),
  ]);
  const topics = both(found.topics, found.ownTopics).flatMap(({ file, value }) =>
    value.flatMap(({ title }, at) => inLanguages({ file, path: [at, 'title'], group: null }, title)),
  );
  const texts = both(found.texts, found.ownTexts).flatMap(({ file, value }) =>
    (Object.entries(value) as [string, Text | undefined][]).flatMap(([key, text]) =>
      text === undefined ? [] : inLanguages({ file, path: [key], group: null }, text),
    ),
  );
  return [...intents, ...topics, ...texts, ...foreignTexts(found, fill)];
}

function foreignTexts(found: Found, fill: Fill): readonly Spoken[] {
  return both(found.languages, found.ownLanguages).flatMap(({ file, value }) =>
    (Object.entries(value) as [ForeignLanguage, { readonly texts: Partial<Record<string, string>> }][]).flatMap(
      ([language, { texts }]) =>
        Object.entries(texts).map(([key, words = '']) => ({
          file,
          path: [language, 'texts', key],
          language,
          group: null,
          words,
          filled: fill(words, language),
        })),
    ),
  );
}

function both<Common, Own>(common: Checked<Common>, own: Checked<Own> | null): readonly Checked<Common | Own>[] {
  return own === null ? [common] : [common, own];
}

type Fill = (words: string, language: Spoken['language']) => string;

/** As most citizens will see it: with the names of this municipality's first party and first member of staff. */
function filler({ kommune: { value } }: Found): Fill {
  const parties = [...value.parties.values()];
  const [person] = [...value.staff.values()];
  const values: Readonly<Record<string, string | undefined>> = {
    ...value.facts,
    ...Object.fromEntries(parties.map(({ code, name }) => [`part_${code}`, name])),
    indgang: value.entrance,
    kommune: value.name,
    telefon: value.contact.phone,
    part: parties[0]?.name,
    hvem: parties[0]?.who,
    navn: person?.name,
    rolle: person?.role,
    linjer: 'Livslinien: 70 201 201',
    emner: 'Bolig',
  };
  return (words, language) => {
    const named = { ...values, frist: language === 'en' ? 'tomorrow at 10:00' : 'i morgen kl. 10' };
    return words.replace(/\{(\w+)\}/g, (whole, name: keyof typeof named) => named[name] ?? whole);
  };
}
