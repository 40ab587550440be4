/**
 * How hard a text is to read: LIX and the longest sentence.
 * LIX = words per sentence + per cent of words over six letters (Björnsson); under 25 is easy for all.
 */

export interface Readability {
  readonly words: number;
  readonly lix: number;
  /** The words of the longest sentence. */
  readonly longest: readonly string[];
  /** Words over six letters, longest first, each once. */
  readonly longWords: readonly string[];
}

/** Telephone numbers count as one word; the full stops of "kl." and "9. klasse" end no sentence. */
export function readabilityOf(text: string): Readability {
  const plain = text
    .replace(/\b(kl|nr|ca|kr)\./gi, '$1')
    .replace(/(?<=\d)\.(?= \p{Ll})/gu, '')
    .replace(/(?<=\d) (?=\d)/g, '');
  const sentences = plain
    .split(/[.!?؟]+(?=\s|$)|\n/u)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const long = words.filter((word) => word.length > 6);
  return {
    words: words.length,
    lix: words.length === 0 ? 0 : words.length / sentences.length + (100 * long.length) / words.length,
    longest: sentences.reduce((most, sentence) => (sentence.length > most.length ? sentence : most), []),
    longWords: [...new Set(long)].toSorted((a, b) => b.length - a.length),
  };
}

/** Arabic vowel signs and the joiners inside Farsi words are parts of the word they stand in. */
function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c]*(?:[-'’.][\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c]*)*/gu) ?? [];
}
