/**
 * Text as the classifier sees it: spelling variants that mean the same become the same. Not for the risk screen,
 * which folds further (`risk-patterns.ts`).
 */

/** Lower case, æøå as ae/oe/aa, long letter runs shortened, every digit 0. Works on any string, broken ones too. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/\p{Nd}/gu, '0')
    .replace(/(?<=\p{L})['’´`](?=\p{L})/gu, '');
}

/** The words of normalised text, in order: runs of letters, their marks, and digits. */
export function wordsOf(normalised: string): readonly string[] {
  return normalised.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
