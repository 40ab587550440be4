/**
 * Which patterns a message could match at all, from its words alone: every pattern is listed under the words of the one
 * part it cannot do without, and only those listed under a word of the message are tried. It never changes what is found.
 */
import { compile, expand, foldLetters, tokensOf } from './risk-patterns.ts';

export interface Indexed<Kind> {
  readonly kind: Kind;
  readonly pattern: RegExp;
}

export interface PatternIndex<Kind> {
  readonly all: readonly Indexed<Kind>[];
  /** Places in `all`, by whole word. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** Places in `all`, by how a word begins. */
  readonly byBeginning: ReadonlyMap<string, readonly number[]>;
  readonly longestBeginning: number;
  /** Places of those whose words could not be told. */
  readonly always: readonly number[];
}

interface Key {
  readonly text: string;
  readonly isBeginning: boolean;
}

/** Words so common that being listed under them would help little, folded. */
const everyday = new Set(
  `jeg mig min mit mine du vi os de dem der det den en et er var har havde vil skal kan kom kommer i og at af til fra med
  om for pa ikke ik han hun ham hende hendes hans sig sin som sa nu bare noget nogen nar hvor hvad hvem hvis mor far born
  i me my the a an and to of in on is am are was be been have has had do not no it its he she him her his they them we us
  you that this with for from at up out get got so if when go going want skole skolen tager tage tog hjem hjemme home
  et der hvad noget hvor hvem ud mit mine jer eller over selv ned 16 17 18 15 14 siger sagde ingen uden efter fat gør
  gøre går hver hele sig blevet siden dag der be by job penge børn foråldre help datter alt meget bor alle kommer ind
  daughter se gang kæreste where now fik ved tid hvornår drenge dreng unge someone time one anden man bange dont never
  aldrig no not its im has as all every day school parents boy girl de they he him her them er and eleven elev barn`
    .split(/\s+/)
    .map(foldLetters),
);

/** How a word of a pattern is looked up; null when nothing of it is certain. */
function keyOf(word: string): Key | null {
  const star = word.indexOf('*');
  const maybe = word.indexOf('?');
  const cuts = [star, maybe < 0 ? -1 : maybe - 1].filter((cut) => cut >= 0);
  const text = foldLetters(cuts.length === 0 ? word : word.slice(0, Math.min(...cuts)));
  return /^[\p{L}\p{N}]+$/u.test(text) ? { text, isBeginning: cuts.length > 0 } : null;
}

const weightOf = ({ text, isBeginning }: Key) =>
  everyday.has(text) ? 100 : (isBeginning ? 2 : 1) + (text.length < 4 ? 2 : 0);

/** For each alternative its most telling word; null when the token may be missing or cannot be read. */
function keysOf(token: string): readonly Key[] | null {
  if (/^~\d{1,2}$/.test(token) || token === '$' || token.endsWith('?')) return null;
  const inner = token.startsWith('(') && token.endsWith(')') ? token.slice(1, -1) : token;
  if (/[()]/.test(inner)) return null;
  const keys = inner.split('|').map((alternative) => {
    const words = alternative.split(' ').flatMap((word) => keyOf(word) ?? []);
    return words.sort((a, b) => weightOf(a) - weightOf(b))[0];
  });
  return keys.every((key) => key !== undefined) ? keys : null;
}

/** The keys of the token that fewest messages have; null when every message must be tried. */
function neededBy(pattern: string, vocabulary: Readonly<Record<string, string>>): readonly Key[] | null {
  const expanded = expand(pattern, vocabulary);
  if (/\([^)]*\(/.test(expanded)) return null;
  const choices = tokensOf(expanded).flatMap((token) => {
    const keys = keysOf(token);
    return keys === null ? [] : [{ keys, weight: keys.reduce((sum, key) => sum + weightOf(key), 0) }];
  });
  return choices.sort((a, b) => a.weight - b.weight)[0]?.keys ?? null;
}

export function indexOf<Kind>(
  patterns: readonly { readonly kind: Kind; readonly pattern: string }[],
  vocabulary: Readonly<Record<string, string>>,
): PatternIndex<Kind> {
  const byWord = new Map<string, number[]>();
  const byBeginning = new Map<string, number[]>();
  const always: number[] = [];
  patterns.forEach(({ pattern }, place) => {
    const keys = neededBy(pattern, vocabulary);
    if (keys === null) always.push(place);
    for (const { text, isBeginning } of keys ?? []) {
      const listed = isBeginning ? byBeginning : byWord;
      listed.set(text, [...(listed.get(text) ?? []), place]);
    }
  });
  const longestBeginning = Math.max(0, ...[...byBeginning.keys()].map(({ length }) => length));
  const all = patterns.map(({ kind, pattern }) => {
    let made: RegExp | null = null;
    return {
      kind,
      /** Made when it is first tried: most are not, and a start should not wait for them. */
      get pattern() {
        made ??= compile([pattern], vocabulary);
        return made;
      },
    };
  });
  return { all, byWord, byBeginning, longestBeginning, always };
}

/** The patterns that a folded message could match, in the order they were given. */
export function possible<Kind>(index: PatternIndex<Kind>, words: ReadonlySet<string>): readonly Indexed<Kind>[] {
  const places = new Set(index.always);
  const add = (found: readonly number[] | undefined) => {
    if (found) for (const place of found) places.add(place);
  };
  for (const word of words) {
    add(index.byWord.get(word));
    const longest = Math.min(word.length, index.longestBeginning);
    for (let size = 1; size <= longest; size++) add(index.byBeginning.get(word.slice(0, size)));
  }
  return [...places].sort((a, b) => a - b).flatMap((place) => index.all[place] ?? []);
}
