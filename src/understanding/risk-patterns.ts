/**
 * The small language risk rules are written in, and the folding both rules and messages go through.
 * A pattern is words between blanks: `(a|b c)` one of these, `word*` any ending, `word?` may be missing,
 * `~2` up to two words of any kind, `{name}` a list from the vocabulary, `$` the end of the sentence.
 */

import { undisguise } from './risk-disguises.ts';

/** Arabic letters that people type for one another, in Arabic and in Persian. */
const arabicLetters: Readonly<Record<string, string>> = { ة: 'ه', ۀ: 'ه', ە: 'ه', ہ: 'ه', ى: 'ي', ی: 'ي', ک: 'ك' };

/**
 * Æ, ø, å and every way to type them become a, o, a; doubled letters single; accents, hamzas and typed disguises vanish.
 * Arabic "and" stands alone, so that the word it is written together with is found.
 */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'’´`ʼ*ءـ]/gu, '')
    .replace(/[ةۀەہىیک]/g, (letter) => arabicLetters[letter] ?? letter)
    .replace(/(?<![\p{L}\p{N}])و(?=\p{Script=Arabic}{3})/gu, 'و ')
    .replaceAll('æ', 'a')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 's')
    .replaceAll('ae', 'a')
    .replaceAll('oe', 'o')
    .replace(/(\p{L})\1+/gu, '$1');
}

/** Sentence ends as ` | `, everything else that is not a word as one blank; begins and ends with a blank. */
export function foldMessage(text: string): string {
  const words = foldLetters(undisguise(text))
    .replace(/[.!?;:…\n\r\u2028\u2029؟。]+/g, ' | ')
    .replace(/[^\p{L}\p{N}|]+/gu, ' ');
  return ` ${words} `.replace(/ {2,}/g, ' ');
}

/** The same without sentence ends. */
export const withoutSentences = (folded: string) => folded.replace(/(?: \|)+ /g, ' ');

const anyWord = '[^ |]+ ';
const anyEnding = '[^ |]*';

/** Splits at blanks outside brackets. */
export function tokensOf(pattern: string): readonly string[] {
  return pattern.trim().match(/(?:\([^)]*\)|[^\s(])+/gu) ?? [];
}

const wordSource = (token: string) => foldLetters(token.replaceAll('*', '\u0001')).replaceAll('\u0001', anyEnding);

function tokenSource(token: string): string {
  const gap = /^~(\d{1,2})$/.exec(token);
  if (gap) return `(?:${anyWord}){0,${gap[1]}}`;
  if (token === '$') return sentenceEnd;
  if (/[(|]\$[|)]/.test(token)) {
    const others = token.replace(/(?<=[(|])\$\|?/, '').replace(/\|\)$/, ')');
    return `(?:${grouped(others)} |${sentenceEnd})`;
  }
  if (token.endsWith('?')) return `(?:${grouped(token.slice(0, -1))} )?`;
  return `${grouped(token)} `;
}

const sentenceEnd = String.raw`(?=\||$)`;

const grouped = (token: string) => wordSource(token).replaceAll('(', '(?:');

/** Puts word lists in the place of their names. */
export function expand(pattern: string, vocabulary: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const words = vocabulary[name];
    if (words === undefined) throw new Error(`risk rules: no word list called ${name} (in "${pattern}")`);
    return `(${words})`;
  });
}

/** One regular expression for all patterns of a rule; bounded gaps only, so its time is linear in the text. */
export function compile(patterns: readonly string[], vocabulary: Readonly<Record<string, string>>): RegExp {
  const sources = patterns.map((pattern) => tokensOf(expand(pattern, vocabulary)).map(tokenSource).join(''));
  return new RegExp(`(?<= )(?:${sources.join('|')})`, 'g');
}
