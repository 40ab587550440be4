/**
 * How hard a Danish text is to read: LIX and the longest sentence.
 * LIX = words per sentence + per cent of words over six letters (Björnsson); under 25 is easy for all.
 */

export interface Readability {
  readonly words: number;
  readonly lix: number;
  /** Words in the longest sentence. */
  readonly longest: number;
}

/** Telephone numbers count as one word; the full stops of "kl." and "9. klasse" end no sentence. */
export function readabilityOf(text: string): Readability {
  const plain = text
    .replace(/\b(kl|nr|ca|kr)\./gi, '$1')
    .replace(/(?<=\d)\.(?= \p{Ll})/gu, '')
    .replace(/(?<=\d) (?=\d)/g, '');
  const sentences = plain
    .split(/[.!?]+(?=\s|$)|\n/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { words: 0, lix: 0, longest: 0 };

  const long = words.filter((word) => word.length > 6).length;
  return {
    words: words.length,
    lix: words.length / sentences.length + (100 * long) / words.length,
    longest: Math.max(...sentences.map((sentence) => sentence.length)),
  };
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu) ?? [];
}
