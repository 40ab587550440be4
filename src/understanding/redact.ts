/**
 * Takes out what identifies a person by pattern: CPR before anything is stored, and also e-mail, account and phone
 * before text leaves the house. Names and addresses have no pattern and stay. Every pattern is linear in the text.
 */

/** Digits of other scripts and full-width digits as ASCII, unit for unit, so that positions stay. */
const asciiDigits = (text: string) =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 0x0f));

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Spans of a pattern's hits that pass the check, found in `plain`. */
function spansOf(plain: string, pattern: RegExp, isMeant: (hit: RegExpExecArray) => boolean): readonly Span[] {
  const spans: Span[] = [];
  for (const hit of plain.matchAll(pattern)) {
    if (isMeant(hit)) spans.push({ from: hit.index, to: hit.index + hit[0].length });
  }
  return spans;
}

function cover(text: string, spans: readonly Span[], placeholder: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    parts.push(text.slice(at, from), placeholder);
    at = to;
  }
  return parts.join('') + text.slice(at);
}

/** What people put between groups of digits: blanks, full stops, strokes of every kind, nothing visible. */
const gap = String.raw`[\s.\/\-‐-―−_\p{Cf}]{0,3}`;

// ---------------------------------------------------------------------------------------------------------------
// CPR: six digits that are a day and a month and a year, and four more. No modulus 11: newer numbers need not pass it.

const cpr = new RegExp(
  String.raw`(?<!\d)(\d{2})(${gap})(\d{2})(${gap})(\d{2}|19\d{2}|20\d{2})(${gap})(\d{4})(?!\d)`,
  'gu',
);
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDay = (day: number, month: number) => day >= 1 && day <= (longestMonth[month - 1] ?? 0);
const hasMark = (between: string | undefined) => /[^\s\p{Cf}]/u.test(between ?? '');

/** "den 12.05.24 6200 Aabenraa": a date, then a postcode with its town. */
function isDateAndPostcode(hit: RegExpExecArray): boolean {
  const [whole, , first, , second, , third] = hit;
  if (!hasMark(first) || !hasMark(second) || hasMark(third) || third === '') return false;
  const before = hit.input.slice(Math.max(0, hit.index - 12), hit.index);
  const after = hit.input.slice(hit.index + whole.length, hit.index + whole.length + 20);
  return /(?:^|[^\p{L}])(?:den|d\.?|dato:?|fra|til|inden|pr\.)\s*$/iu.test(before) && /^ \p{Lu}\p{Ll}{2}/u.test(after);
}

function isCpr(hit: RegExpExecArray): boolean {
  const [, day, , month, , year = '', lastGap = ''] = hit;
  if (!isDay(Number(day), Number(month)) || isDateAndPostcode(hit)) return false;
  return year.length === 2 || lastGap === '' || hasMark(lastGap) || !hasMark(hit[2]);
}

/** Every CPR number becomes `[CPR fjernet]`; all else stays to the letter. */
export function maskCpr(text: string): string {
  return cover(text, spansOf(asciiDigits(text), cpr, isCpr), '[CPR fjernet]');
}

// ---------------------------------------------------------------------------------------------------------------
// E-mail, account, phone

const local = String.raw`(?<![\p{L}\p{N}._%+\-])[\p{L}\p{N}][\p{L}\p{N}._%+\-]{0,200}`;
const at = String.raw`(?: ?@ ?| ?[(\[{] ?(?:at|snabel-?a|@|a) ?[)\]}] ?| (?:snabel-?a|snabela) )`;
const dot = String.raw`(?:\.| ?[(\[{] ?(?:dot|punktum|prik) ?[)\]}] ?| (?:dot|punktum|prik) )`;
const label = String.raw`[\p{L}\p{N}\-]{1,63}`;
const email = new RegExp(`${local}${at}${label}(?:${dot}${label}){1,5}`, 'giu');
const spokenEmail = new RegExp(
  String.raw`${local} at ${label}(?:\.| (?:dot|punktum) )(?:dk|com|net|org|se|no|eu)(?![\p{L}])`,
  'giu',
);

const account =
  /(?<!\d)DK ?\d{2}(?: ?\d){14}(?!\d)|(?<!\d)(?!00)\d{4}[ \-–]{1,3}\d{7,10}(?!\d)|(?<!\p{L})(?:reg|regnr|registreringsnummer)[.:]?(?: ?nr[.:]?)? ?\d{4}(?!\d)(?:[ ,./\-–]{0,3}(?:og )?(?:konto(?:nr|nummer)?[.:]?(?: ?nr[.:]?)? ?)?\d[\d -]{4,12}\d)?(?!\d)|(?<!\p{L})(?:konto|kontonr|kontonummer)[.:]?(?: ?nr[.:]?)?(?: er)?:? ?\d[\d \-–]{4,16}\d(?!\d)/giu;

const sep = String.raw`[ \u00a0\u2009\u202f.\-‐-―\/]{0,2}`;
const phone = new RegExp(
  String.raw`(?<![\d+])(?:(?:\+|00)${sep}\(?45\)?${sep}\(?\d|[2-9])\)?(?:${sep}\d){7}(?!\d)|(?<![\d+])(?:\+[1-9]\d{0,2}${sep}\(?0?\)?(?:${sep}\d){7,11}|00[1-9]\d{0,2}${sep}\(?0?\)?(?:${sep}\d){9,11})(?!\d)`,
  'gu',
);
const isWritten = {
  date: /^(?:\d{1,2}[ .\-–/]{1,2}\d{1,2}[ .\-–/]{1,2}(?:19|20)\d{2}|(?:19|20)\d{2}[ .\-–/]\d{1,2}[ .\-–/]\d{1,2})$/u,
  years: /^(?:19|20)\d{2} ?[-–/] ?(?:19|20)\d{2}$/u,
  thousands: /^\d{1,3}(?:\.\d{3})+$/u,
};
const numbered =
  /(?:ordre|order|bestilling|faktura|invoice|pakke|kvittering|kunde|vare|reference|track\p{L}*)[\p{L}-]*[.:#]?(?: ?(?:nr|nummer|number|no|er|is)[.:]?){0,2} ?#?$/iu;
const money = /^ ?(?:,\d|kr|dkk|kroner|€|eur|\$)/iu;

function isPhone(hit: RegExpExecArray): boolean {
  const [written] = hit;
  if (/^(?:\+|00)/u.test(written)) return true;
  if (Object.values(isWritten).some((form) => form.test(written))) return false;
  const before = hit.input.slice(Math.max(0, hit.index - 40), hit.index);
  const end = hit.index + written.length;
  return !numbered.test(before) && !money.test(hit.input.slice(end, end + 10)) && !/\d[.,:]$/u.test(before);
}

const always = () => true;

/** E-mail, account, CPR and phone, in this order, become placeholders; short numbers such as 112 stay. */
export function redact(text: string): string {
  const steps = [
    [email, always, '[e-mail fjernet]'],
    [spokenEmail, always, '[e-mail fjernet]'],
    [account, always, '[konto fjernet]'],
    [cpr, isCpr, '[CPR fjernet]'],
    [phone, isPhone, '[telefon fjernet]'],
  ] as const;
  return steps.reduce((left, [pattern, isMeant, placeholder]) => {
    return cover(left, spansOf(asciiDigits(left), pattern, isMeant), placeholder);
  }, text);
}
