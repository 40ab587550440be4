/**
 * The age a message tells: the writer's own, or that of the young person it is about. "om 17 dage", "kl. 17" and
 * "9. klasse" are not ages.
 */
import type { AgeBand } from '../domain/words.ts';

const spelled: Readonly<Record<string, number>> = {
  tretten: 13,
  fjorten: 14,
  femten: 15,
  seksten: 16,
  sytten: 17,
  atten: 18,
  nitten: 19,
  tyve: 20,
  enogtyve: 21,
  toogtyve: 22,
  treogtyve: 23,
  fireogtyve: 24,
  femogtyve: 25,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
};

const numeral = String.raw`(\d{1,2}|${Object.keys(spelled).join('|')})`;
const number = String.raw`${numeral}(?![\d\p{L}])`;
/** What may follow a number that is not an age. */
const other = String.raw`(?!\s?(?:[.,:]\d|%|kr|dage?|døgn|timer?|uger?|måneder?|mdr|min|sek|procent|elever|personer|gange|point|km|kg|cm|stk|stykker|sider|mand|børn|af|\.?\s?klasse|\.\s?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|o.?clock|days?|hours?|weeks?|months?|minutes?|people|kids|students|percent))`;
const child = `(?:datter|søn|dreng|knægt|pige|barn|ung|unge|teenager|bror|søster|elev|kæreste|ven|veninde|barnebarn|plejebarn|plejesøn|plejedatter|niece|nevø|fyr|en|ene|yngste|ældste|mellemste|daughter|son|boy|girl|child|kid|brother|sister|student)`;
const years = String.raw`\s?-?\s?(?:årige?s?|aarige?|arige?|year[ -]?olds?|yr[ -]?olds?|yo\b|y\/o|års alderen|år gammel|år gl|aar gammel|years? old|yrs? old)`;

/** Each finds an age in group 1; the first kind that finds one decides. `minus` is what "fylder" is ahead of the age. */
const kinds: readonly { readonly pattern: RegExp; readonly minus?: number }[] = [
  {
    pattern: pattern(
      String.raw`(?:jeg|jg|jeq)\s(?:er|r)\s(?:en\s(?:dreng|pige|fyr)\spå\s)?(?:kun\s|lige\s|nu\s|snart\sikke\s)?${number}${other}`,
    ),
  },
  { pattern: pattern(String.raw`(?:i\s?['’]?\s?a?m)\s(?:only\s|just\s)?${number}${other}`) },
  {
    pattern: pattern(String.raw`${child}\s(?:på|paa|pa|er|is|aged|on)\s(?:kun\s|lige\s|nu\s|only\s)?${number}${other}`),
  },
  { pattern: pattern(`${numeral}${years}`) },
  {
    pattern: pattern(
      String.raw`(?:han|hun|she|he|hende|ham)\s(?:er|is)\s(?:kun\s|lige\s|nu\s|only\s)?${number}${other}`,
    ),
  },
  {
    pattern: pattern(
      String.raw`(?:er\slige\sblevet|er\sblevet|blev|fyldt|fyldte|(?:just\s)?turned)\s${number}${other}`,
    ),
  },
  {
    pattern: pattern(
      String.raw`(?<!(?:når|naar|inden|før|indtil|til|hvis|efter|when|before|until|after)\s\p{L}{1,12}\s)(?:fylder|bliver|turning|turn)\s${number}${other}`,
    ),
    minus: 1,
  },
  {
    pattern: pattern(
      String.raw`(?<!(?:om|i|for|over|under|efter|inden|sidste|næste|til|fra|for|in|past|last|next)\s)${number}\s?(?:år|aar)(?!\s?(?:siden|til|endnu|tilbage|fængsel))`,
    ),
  },
  { pattern: pattern(String.raw`^\s*(?:hej[,.!]?\s)?(?:er|på|am)\s(?:kun\s|lige\s)?${number}${other}`) },
];

function pattern(source: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${source}`, 'giu');
}

const youngest = 5;
const oldest = 99;
/** Above this the age is probably a parent's, if a younger one is told as well. */
const youthUntil = 30;

function bandOf(age: number): AgeBand {
  if (age < 15) return 'under_15';
  if (age < 18) return '15_17';
  return age < 25 ? '18_24' : '25_plus';
}

/** The band of the age told, or null when none is. Reads the first 4,000 characters. */
export function ageBandOf(text: string): AgeBand | null {
  const read = text.slice(0, 4000).normalize('NFC');
  const ages = kinds
    .flatMap(({ pattern: kind, minus = 0 }) => [...read.matchAll(kind)].map(([, told = '']) => ageOf(told) - minus))
    .filter((age) => age >= youngest && age <= oldest);
  const age = ages.find((told) => told < youthUntil) ?? ages[0];
  return age === undefined ? null : bandOf(age);
}

const ageOnly = pattern(
  String.raw`(?:hej[,.!]?\s|hi[,.!]?\s)?(?:jeg|jg|hun|han|min\s${child}|i|he|she|my\s${child})(?:\s(?:er|r|am|is)|['’]?[ms])\s(?:kun\s|lige\s|only\s)?${numeral}(?:\s?(?:år|aar|years?))?(?:\s?(?:gammel|gl|old))?[\s.!,]*$`,
);

/** Whether it tells an age and nothing else, so that it is about no matter by itself. */
export function isAgeAlone(text: string): boolean {
  const read = text.slice(0, 100).trim();
  return text.trim().length <= 60 && [...read.matchAll(ageOnly)].some(({ index }) => index === 0);
}

const ageOf = (told: string) => spelled[told.toLowerCase()] ?? Number(told);
