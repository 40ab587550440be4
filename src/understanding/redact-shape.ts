/**
 * What the kinds of redaction share: a pattern with a check, how its hits are found and covered, and text read so that
 * digits and signs of other scripts count as ours. Every quantifier of every pattern is bounded and no pattern looks
 * far, so that all of it is linear in the text.
 */

export interface Shape {
  readonly pattern: RegExp;
  /** Whether a hit is what the pattern looks for; looks at what stands around it as well. */
  readonly isMeant: (hit: RegExpExecArray) => boolean;
}

export const always = (): boolean => true;

/** Blanks, strokes of every kind, full stops, and what nobody sees. */
export const between = String.raw`\s.\/\-‐-―−_\p{Cf}\p{Mn}\p{Me}`;

const isDigit = /\p{Nd}/u;

/** The value of a decimal digit of any script: scripts have their ten in a row, zero first. */
function decimalOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && isDigit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

const asAscii = remembered((sign: string) => {
  const compatible = sign.normalize('NFKC');
  const ascii = /^[0-9@.]$/.test(compatible) ? compatible : isDigit.test(sign) ? decimalOf(sign) : sign;
  return ascii.padEnd(sign.length, '\u200b');
});

/** There are some hundred such signs, and a message may hold thousands of one. */
function remembered(read: (sign: string) => string): (sign: string) => string {
  const known = new Map<string, string>();
  return (sign) => {
    const before = known.get(sign);
    if (before !== undefined) return before;
    const result = read(sign);
    known.set(sign, result);
    return result;
  };
}

/** Digits, @ and full stops of every script and width as ASCII, unit for unit, so that positions stay. */
const plainOf = (text: string) => text.replace(/(?![0-9])[\p{Nd}\p{No}＠﹫．。]/gu, asAscii);

/** A text and the same in plain signs, of the same length. */
interface Read {
  readonly text: string;
  readonly plain: string;
}

/** Puts `placeholder` where any of the shapes is found, one shape after the other. */
export function coverAll(text: string, shapes: readonly Shape[], placeholder: string): string {
  return shapes.reduce((left, shape) => cover(left, shape, placeholder), { text, plain: plainOf(text) }).text;
}

/** What belongs to the last sign of a hit: the frame of a keycap, the second half of a digit written in two units. */
const unseen = /^[\p{Cf}\p{M}]{1,2}/u;

function cover(read: Read, { pattern, isMeant }: Shape, placeholder: string): Read {
  const { text, plain } = read;
  const covered: string[] = [];
  const coveredPlain: string[] = [];
  let at = 0;
  for (const hit of plain.matchAll(pattern)) {
    if (!isMeant(hit)) continue;
    covered.push(text.slice(at, hit.index), placeholder);
    coveredPlain.push(plain.slice(at, hit.index), placeholder);
    const end = hit.index + hit[0].length;
    at = end + (unseen.exec(plain.slice(end, end + 2))?.[0].length ?? 0);
  }
  if (at === 0) return read;
  return { text: covered.join('') + text.slice(at), plain: coveredPlain.join('') + plain.slice(at) };
}

/** Up to `size` characters right before the hit. */
export const before = ({ input, index }: RegExpExecArray, size: number) =>
  input.slice(Math.max(0, index - size), index);

/** Up to `size` characters right after the hit. */
export const after = ({ 0: whole, input, index }: RegExpExecArray, size: number) => {
  const end = index + whole.length;
  return input.slice(end, end + size);
};

const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isDay = (day: number, month: number): boolean => day >= 1 && day <= (longestMonth[month - 1] ?? 0);
