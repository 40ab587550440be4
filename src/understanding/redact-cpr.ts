/**
 * CPR numbers: six digits that are a day, a month and a year, and four more. No modulus 11: newer numbers need not pass
 * it. Where a number could be a CPR number or something else, it counts as one.
 */
import { after, always, before, between, isDay, type Shape } from './redact-shape.ts';

const gap = `[${between}]{0,3}`;
const hasMark = (gapText: string | undefined) => /[^\s\p{M}\p{Cf}]/u.test(gapText ?? '');

/** "den 12.05.24 6200 Aabenraa": a date, then a postcode with its town. */
function isDateAndPostcode(hit: RegExpExecArray): boolean {
  const [, , first, , second, , third] = hit;
  if (!hasMark(first) || !hasMark(second) || hasMark(third) || third === '') return false;
  return (
    /(?:^|[^\p{L}])(?:den|d\.?|dato:?|fra|til|inden|pr\.)\s*$/iu.test(before(hit, 12)) &&
    /^ \p{Lu}\p{Ll}{2}/u.test(after(hit, 20))
  );
}

/** Day, month and year in their groups, then four together: the way nearly everybody writes it. */
const grouped: Shape = {
  pattern: new RegExp(
    String.raw`(?<!\d)(\d{2})(${gap})(\d{2})(${gap})(\d{2}|19\d{2}|20\d{2})(${gap})(\d{4})(?!\d)`,
    'gu',
  ),
  isMeant: (hit) => {
    const [, day, first, month, , year = '', last = ''] = hit;
    if (!isDay(Number(day), Number(month)) || isDateAndPostcode(hit)) return false;
    return year.length === 2 || last === '' || hasMark(last) || !hasMark(first);
  },
};

/** What `grouped` has judged already. */
const groupedOnly = new RegExp(`^(?:${grouped.pattern.source})$`, 'u');

const ruledOut = {
  grouped: groupedOnly,
  dateAndTime: /^\d{1,2}[./-]\d{1,2}[./-]\d{2}[\s-]{1,3}\d{1,2}\.\d{2}$/u,
  times: /^\d{1,2}\.[0-5]\d ?[-–] ?\d{1,2}\.[0-5]\d/u,
  thousands: /^\d{1,3}(?:\.\d{3}){2,3}$/u,
};

/** "10 11 12 13 14": somebody counts. */
const isCounting = (numbers: readonly number[]) =>
  numbers.length >= 4 && numbers.every((number, i) => i === 0 || number - (numbers[i - 1] ?? 0) === 1);

/** Ten digits in any other grouping, with no more digits around. */
const scattered: Shape = {
  pattern: new RegExp(String.raw`(?<!\d)\d(?:${gap}\d){9}(?!\d)`, 'gu'),
  isMeant: (hit) => {
    const [written] = hit;
    const groups = written.match(/\d{1,10}/g) ?? [];
    const digits = groups.join('');
    if (!isDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)))) return false;
    if (groups.some(({ length }) => length > 6 && length < 10) || isCounting(groups.map(Number))) return false;
    if (Object.values(ruledOut).some((form) => form.test(written))) return false;
    return !/\d[\s.,:/-]{1,2}$/u.test(before(hit, 3)) && !/^[\s.,:/-]{1,2}\d/u.test(after(hit, 3));
  },
};

const dayFirst = (hit: RegExpExecArray) => isDay(Number(hit[1]), Number(hit[2]));

/** 010101, and then a sign or a small word that is not a gap elsewhere, and 1234. */
const signed: Shape = {
  pattern:
    /(?<!\d)(\d{2})(\d{2})\d{2}\s{0,2}(?:[,:;*+~=·•|\\()[\]'"´’<>#&]{1,3}|x|bindestreg|streg|minus|dash|og så|og|så)\s{0,2}\d{4}(?!\d)/giu,
  isMeant: dayFirst,
};

/** 1/1-01-1234 */
const unpadded: Shape = {
  pattern: /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](?:\d{2}|(?:19|20)\d{2})\s?[-–—]\s?\d{4}(?!\d)/gu,
  isMeant: dayFirst,
};

/** 2001-01-01-1234, 20010101-1234 */
const yearFirst: Shape = {
  pattern: /(?<!\d)(?:19|20)\d{2}[./\- ]?(\d{2})[./\- ]?(\d{2})\s?[-–—+/]?\s?(?!(?:19|20)\d{2})\d{4}(?!\d)/gu,
  isMeant: (hit) => isDay(Number(hit[2]), Number(hit[1])) && /\d{12}$|[-–—+/]\s?\d{4}$/u.test(hit[0]),
};

/** 1. maj 2001-1234 */
const namedMonth: Shape = {
  pattern:
    /(?<!\d)\d{1,2}\.?\s?(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)\p{L}{0,7}\.?\s?(?:\d{2}|(?:19|20)\d{2})\s?[-–—/]\s?(?!(?:19|20)\d{2})\d{4}(?!\d)/giu,
  isMeant: always,
};

/** "de sidste fire er 1234", "mit cpr ender på 1234": the day of birth has often been said before. */
const lastFour: Shape = {
  pattern:
    /(?<=(?:(?:sidste|last) (?:fire|4|four)(?: cifre| tal| digits)?(?: er| are| i mit cpr er)?[: ]{0,2}|(?:cpr|personnummer|personnr)[^\d\n]{0,30}(?:ender|slutter) (?:på|med|i) )\s?)\d{4}(?!\d)/giu,
  isMeant: always,
};

export const cprShapes: readonly Shape[] = [grouped, scattered, signed, unpadded, yearFirst, namedMonth, lastFour];
