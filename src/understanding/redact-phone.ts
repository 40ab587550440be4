/** Telephone numbers: eight digits in any grouping, +45, and foreign numbers with their plus. */
import { after, before, between, isDay, type Shape } from './redact-shape.ts';

/**
 * The help lines of the country: everybody may see them, and staff should see that they were named. Digits only.
 * Numbers of fewer than eight digits (112, 114, 1813, 1888, 116 111) are never taken for a telephone number.
 */
const helpLines = new Set(
  `70201201 82121212 35555559 35555557 70277666 70222825 80200500 47471020 35362600 20600550 33411200 70101818 70202266
  35459778 70110707 70113131 70150300 55000000`.split(/\s+/),
);

const sep = `(?:(?!\\n)[${between}()]){0,3}`;
const written = {
  danish: String.raw`(?<![\d+])(?:(?:\+|00)${sep}45${sep}(?:0\) ?)?\d|45${sep}[2-9]|[2-9])(?:${sep}\d){7}(?!\d)`,
  foreign: String.raw`(?<![\d+])(?:\+${sep}[1-9]\d{0,2}${sep}(?:${sep}\d){7,11}|00[1-9]\d{0,2}${sep}(?:${sep}\d){9,11})(?!\d)`,
};

/** Eight digits that are something else, by their form alone. */
const otherForms = {
  date: /^(?:\d{1,2}[ .\-–/]{1,2}\d{1,2}[ .\-–/]{1,2}(?:19|20)\d{2}|(?:19|20)\d{2}[ .\-–/]\d{1,2}[ .\-–/]\d{1,2})$/u,
  years: /^(?:19|20)\d{2} ?[-–/ ] ?(?:19|20)\d{2}$/u,
  thousands: /^\d{1,3}(?:\.\d{3})+$/u,
  twoAmounts: /^\d{1,3}(?:\.\d{3})+ ?[-–/] ?\d{1,3}(?:\.\d{3})+$/u,
  roundNumbers: /^\d{2}00 ?[-–/ ] ?\d{2}00$/u,
  times: /^(?:[01]?\d|2[0-4])\.[0-5]\d {0,1}[-– ] ?(?:[01]?\d|2[0-4])\.[0-5]\d$/u,
  ranges: /^\d{2} ?[-–] ?\d{2} \d{2} ?[-–] ?\d{2}$/u,
  counting: /^2 ?3 ?4 ?5 ?6 ?7 ?8 ?9$/u,
};

/** "24.12.24 - 31", "21.11.24 10": a date first, and then something kept apart in another way. */
function beginsWithDate(number: string): boolean {
  const [, day, mark, month, second, rest] =
    /^(\d{1,2})([./-])(\d{1,2})([./-])(?:\d{4}|\d{2})(\D+)/u.exec(number) ?? [];
  return rest !== undefined && rest !== mark && rest !== second && isDay(Number(day), Number(month));
}

/** "2.3.24-5.3.24", "24.12-3.1.25" */
function isTwoDates(number: string): boolean {
  const [, day, month, otherDay, otherMonth] =
    /^(\d{1,2})[./](\d{1,2})(?:[./-]\d{2,4})? ?[-–] ?(\d{1,2})[./](\d{1,2})(?:[./-]\d{2,4})?$/u.exec(number) ?? [];
  return isDay(Number(day), Number(month)) && isDay(Number(otherDay), Number(otherMonth));
}

const thing =
  'ordre|order|bestilling|faktura|invoice|pakke|kvittering|vare|reference|sag|journal|cvr|ean|isbn|model|bilag|ticket|billet|version|build|matrikel';
const withNumber = `(?:${thing}|serie|kunde|medlem|elev|studie|kursus|j\\.?|løbe|tracking|track and trace|serial)`;
const numberWord = '(?:nr|nummer|number|no|kode|id)';
const numbered = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${thing})|${withNumber}[es]{0,1}[ -]?${numberWord})[.:#]{0,2}(?: ?(?:${numberWord}|er|is)[.:]?){0,2} ?#?$`,
  'iu',
);
const counted =
  /(?<!\p{L})(?:uge|uger|ugerne|side|sider|lokale|lokalerne|bus|busserne|linje|linjerne|årgang|årgangene|postnumre|postnumrene|kapitel|opgave|opgaverne|§{1,2}|kl\.?|klokken)\s?$/iu;
const moneyAfter = /^ ?(?:,\d{2}(?!\d)|(?:kr|dkk|kroner|eur|euro)(?!\p{L})|€|\$)/iu;
const moneyBefore = /(?<!\p{L})(?:kr|dkk|kroner|eur|beløb|beløbet|pris|prisen|koster|€|\$)[.:]? ?$/iu;

function isDanish(hit: RegExpExecArray): boolean {
  const [number] = hit;
  const digits = number.replace(/\D/g, '');
  if (helpLines.has(digits.slice(-8))) return false;
  if (/^(?:\+|00|45(?:\D{0,3}\d){8})/u.test(number)) return true;
  if (Object.values(otherForms).some((form) => form.test(number))) return false;
  if (beginsWithDate(number) || isTwoDates(number)) return false;
  const left = before(hit, 40);
  if (numbered.test(left) || counted.test(left) || moneyBefore.test(left)) return false;
  if (/(?<!\d)\d{1,3},$|(?<!\d)0\.$|\d{1,2}[./-]\d{1,2}[./-]$/u.test(left)) return false;
  const right = after(hit, 10);
  return !moneyAfter.test(right) && !(digits !== number && /^[.:]\d/u.test(right));
}

const isForeign = ([number]: RegExpExecArray) => !helpLines.has(number.replace(/\D/g, '').slice(-8));

export const phoneShapes: readonly Shape[] = [
  { pattern: new RegExp(written.foreign, 'gu'), isMeant: isForeign },
  { pattern: new RegExp(written.danish, 'gu'), isMeant: isDanish },
  {
    // No Danish number begins with 0 or 1, but some of us mistype, and these say what it is.
    pattern: new RegExp(
      String.raw`(?<=(?<!\p{L})(?:tlf|telefon|telefonnummer|tlfnr|mobil|mobilnummer|mobilnr|phone|sms)[.:]{0,2} ?(?:(?:nr|er|is)[.:]? ?)?)[01](?:${sep}\d){7}(?!\d)`,
      'giu',
    ),
    isMeant: () => true,
  },
];
