/**
 * The code of an enquiry: six characters that can be read out on the phone and found again.
 * It opens nothing and is no secret; whoever searches by it sees only what they may see anyway.
 * The database works out the same (`code_of`) to search by, so this one never changes.
 */
import type { EnquiryId } from './words.ts';

/** Nothing that sounds or looks like another, and no vowels, so that no code is a word. */
const characters = 'BCDFGHJKLMNPQRSTVWXZ23456789';
const length = 6;

/** The code of an enquiry; two enquiries may share one, hardly ever. */
export function codeOf(id: EnquiryId): string {
  let left = sumOf(id);
  let code = '';
  for (let place = 0; place < length; place += 1) {
    code += characters[left % characters.length] ?? '';
    left = Math.floor(left / characters.length);
  }
  return code;
}

/** FNV-1a of 32 bits over code points. */
function sumOf(id: string): number {
  let sum = 0x811c9dc5;
  for (const character of id) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return sum >>> 0;
}

/** A code as somebody types it, in any case and with spaces or dashes; null when it is none. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return code.length === length && [...code].every((character) => characters.includes(character)) ? code : null;
}
