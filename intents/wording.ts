/**
 * How it reads: short sentences, easy words, nothing we cannot keep, and every figure in the municipality's file.
 */
import type { TextLanguage } from '../src/domain/words.ts';
import { type Forbidden, forbiddenWords } from './forbidden-words.ts';
import { type Problem, problemAt } from './problem.ts';
import { readabilityOf } from './readability.ts';
import type { Spoken } from './spoken.ts';

/** Words in a sentence, in every language. */
const longestSentence = 15;

/**
 * Highest LIX. The formula is made for the Scandinavian languages and holds for English; in the seven other languages
 * the limits would mean something else, so there only the sentences are counted.
 */
const highestLix: Readonly<Record<TextLanguage, number>> = { da: 30, da_easy: 20, en: 30 };

/** In a shorter text one long word moves LIX by five or more: there the sentences alone are judged. */
const fewestWordsForLix = 20;

/** What is wrong with how one text reads. */
export function wordingProblems(spoken: Spoken): readonly Problem[] {
  return [...tooHard(spoken), ...forbidden(spoken), ...figures(spoken)].map((sentence) =>
    problemAt(spoken.file, spoken.path, sentence),
  );
}

function tooHard({ language, filled }: Spoken): readonly string[] {
  const { words, lix, longest, longWords } = readabilityOf(filled);
  const complaints: string[] = [];
  if (longest.length > longestSentence) {
    const begins = longest.slice(0, 5).join(' ');
    complaints.push(
      `Sætningen "${begins} …" har ${longest.length} ord. Del den, så ingen har over ${longestSentence}.`,
    );
  }
  const limit = language in highestLix ? highestLix[language as TextLanguage] : Number.POSITIVE_INFINITY;
  if (words >= fewestWordsForLix && lix > limit) {
    const hard = longWords.slice(0, 4).join(', ');
    complaints.push(
      `LIX er ${Math.ceil(lix)} og må højst være ${limit}. Del sætninger, eller find kortere ord for: ${hard}.`,
    );
  }
  return complaints;
}

function forbidden(spoken: Spoken): readonly string[] {
  return forbiddenWords.flatMap((rule) => {
    if (!appliesTo(rule, spoken)) return [];
    const found = rule.pattern.exec(spoken.words)?.[0];
    if (found === undefined || rule.unless?.test(spoken.words)) return [];
    return [`"${found}" skal ikke stå her. ${rule.reason} ${rule.remedy}`];
  });
}

function appliesTo({ languages, onlyInDanger }: Forbidden, { language, group, path }: Spoken): boolean {
  if (onlyInDanger && group !== 'A' && path[0] !== 'crisis' && path[0] !== 'care') return false;
  return languages === 'all' || languages.some((one) => one === language);
}

const phoneNumber = /(?<![\d{])(?!(?:11[24]|20\d\d)\b)\d[\d ]{2,}\d(?!\d)/u;
const measure =
  /\b\d+(?:[.,]\d+)?\s?(?:%|(?:kr|kroner|procent|timer?|minutter|hverdage?|dage?|uger?|måneder?|kvartal|hours?|minutes|(?:working )?days?|weeks?|months?|per ?cent)\b)/iu;
const months =
  'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|january|february|march|may|june|july|october';
const date = new RegExp(String.raw`\b\d{1,2}\.? (?:${months})\b|\b(?:${months}) \d{1,2}\b|\b20\d\d\b`, 'iu');

/** Telephone numbers, amounts, deadlines and dates are looked up once a year in one place; ages are what we say. */
function figures({ words }: Spoken): readonly string[] {
  const phone = phoneNumber.exec(words)?.[0];
  if (phone !== undefined) {
    return [`Nummeret "${phone}" står i teksten. Skriv det under "helpLines" i kommune.yaml, og brug {linje_…}.`];
  }
  const found = (measure.exec(words) ?? date.exec(words))?.[0];
  if (found === undefined) return [];
  return [`Tallet i "${found}" står i teksten. Skriv det under "facts" i kommune.yaml, og brug navnet i { }.`];
}
