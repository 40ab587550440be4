/**
 * Text that every database and client can hold. Applied once, where text comes in.
 */

/**
 * U+0000 and lone surrogates become U+FFFD, and byte order marks at the start go;
 * everything else stays as it was written.
 *
 * Postgres refuses the first in `text` and the second in `jsonb`; PGlite drops the third on reading.
 */
export function wellFormed(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\u0000', '\uFFFD')
    .replace(/^\uFEFF+/, '');
}
