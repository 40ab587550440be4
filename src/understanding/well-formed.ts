/**
 * What text must be before it may be stored: the same after a trip through the database and JSON as before it.
 */

/**
 * U+0000 and lone surrogates become U+FFFD, a byte order mark at the start goes away (the database drops it);
 * everything else stays as it was typed.
 */
export function wellFormed(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\u0000', '\uFFFD')
    .replace(/^\uFEFF+/, '');
}
