/** E-mail addresses, the disguised ones too, and bank accounts. */
import { always, type Shape } from './redact-shape.ts';

const local = String.raw`(?<![\p{L}\p{N}\p{Cf}._%+\-'’])[\p{L}\p{N}\p{Cf}][\p{L}\p{N}\p{Cf}._%+\-'’]{0,200}`;
const label = String.raw`[\p{L}\p{N}\p{Cf}\-]{1,63}`;
const atWord = 'at|snabel[- ]?a|krølle[- ]?alfa|alfakrølle|@|a';
const dotWord = 'dot|punktum|prik|punkt';
const at = String.raw`(?:@|\p{Cf}@| ?[(\[{<] ?(?:${atWord}) ?[)\]}>] ?| (?:snabel[- ]?a|krølle[- ]?alfa|alfakrølle) )`;
const dot = String.raw`(?:\.| ?[(\[{<] ?(?:${dotWord}|\.) ?[)\]}>] ?| (?:dot|punktum|prik) )`;
/** Endings that tell an address where the rest could be plain words. */
const ending = '(?:dk|com|net|org|edu|gov|info|eu|io|me|se|no|de|pl|tr|ua|uk|nu|fi|is|nl|fr|so|ir|biz|example)';
const notLetter = String.raw`(?![\p{L}\p{N}])`;
const mailHouses = '(?:gmail|googlemail|hotmail|outlook|icloud|live|yahoo|protonmail|proton|jubii|ofir|msn)';

const shape = (source: string): Shape => ({ pattern: new RegExp(source, 'giu'), isMeant: always });

export const emailShapes: readonly Shape[] = [
  shape(`${local}${at}${label}(?:${dot}${label}){1,5}`),
  // anna @ gmail . com, anna@gmail,com
  shape(`${local} ?@ ?${label}(?:${dot}${label}){0,3}(?: ?[.,] ?| (?:${dotWord}) )${ending}${notLetter}`),
  // anna at gmail dot com
  shape(`${local} at ${label}(?:${dot}${label}){0,3}(?:[.]| (?:${dotWord}) )${ending}${notLetter}`),
  shape(`${local}${at}${mailHouses}${notLetter}`),
  // anna_at_gmail_dot_com
  shape(
    String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}.]{1,64}(?<sign>[_\-])at\k<sign>[\p{L}\p{N}]{1,63}(?:\k<sign>dot\k<sign>|\.)${ending}${notLetter}`,
  ),
  // a n n a @ g m a i l . c o m
  shape(String.raw`(?<![\p{L}\p{N}])(?:[\p{L}\p{N}._\-] ){2,30}@(?: [\p{L}\p{N}.\-]){4,40}${notLetter}`),
];

const number = `(?:[.:]{0,2}(?: ?(?:nr|no|nummer|number)[.:]{0,2})?(?: (?:er|is))?:? ?)`;
const registration = String.raw`(?<!\p{L})(?:reg|regnr|registrering|registreringsnummer|registreringsnr)${number}\d{4}(?!\d)`;
const accountWord = String.raw`(?:\p{L}{0,12}konto|kontonr|\p{L}{0,12}kontonummer|bank account|account|acc)`;

export const accountShapes: readonly Shape[] = [
  // IBAN
  shape(String.raw`(?<![\p{L}\d])DK ?\d{2}(?: ?\d){14}(?!\d)`),
  {
    pattern: /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\d])/gu,
    isMeant: hasManyDigits,
  },
  // The number of a card
  shape(String.raw`(?<!\d)[3-6]\d{3}(?<sep>[ \-]?)\d{4}\k<sep>\d{4}\k<sep>\d{4}(?!\d)`),
  shape(String.raw`${registration}(?:[ ,.\/\-–]{0,3}(?:og )?(?:${accountWord}${number})?\d[\d \-]{4,14}\d)?(?!\d)`),
  shape(String.raw`(?<!\p{L})${accountWord}${number}\d[\d \-–.]{4,18}\d(?!\d)`),
  shape(String.raw`(?<!\d)(?!00)\d{4}[ \-–/]{1,3}\d{7,10}(?!\d)`),
];

/** Words in capitals with a number or two in them are no IBAN. */
function hasManyDigits([written]: RegExpExecArray): boolean {
  return (written.match(/\d/g)?.length ?? 0) >= 10;
}
