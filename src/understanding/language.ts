/**
 * Which language a message is in, among those people here write. Short messages keep the conversation's language:
 * "ok tak" looks Polish to every detector.
 */
import { eld } from 'eld/extrasmall';
import { ownLetters, slang, smallWords } from './language-words.ts';

const detector = eld.newInstance();
detector.setLanguageSubset(['da', 'en', 'ar', 'uk', 'tr', 'pl', 'de', 'no', 'sv', 'fa']);

const readCharacters = 1000;
const fewWords = 2;

const persianOnly = /[پچژگک‌ی]/gu;
/** Persian words of letters that Arabic has too. */
const persianWords =
  /(?<!\p{L})(?:من|به|از|است|هست|برای|را|رو|این|دارم|ندارم|شما|دخترم|پسرم|خیلی|سالشه|سالمه|هستم|سلام خوب|میخوام|ممنون)(?!\p{L})/gu;
const arabicOnly = /[ةىيكأإؤئ]/gu;

/**
 * Letters decide when most of them are of one script. Russian counts as Ukrainian: those who write it here have mostly
 * fled from Ukraine, and it is the nearest language with fixed texts.
 */
function byScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (script: RegExp) => (letters === 0 ? 0 : (text.match(script)?.length ?? 0) / letters);
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return 'uk';
  if (share(/\p{Script=Arabic}/gu) <= 0.5) return null;
  const persian = (text.match(persianOnly)?.length ?? 0) + (text.match(persianWords)?.length ?? 0);
  return persian > (text.match(arabicOnly)?.length ?? 0) ? 'fa' : 'ar';
}

interface Votes {
  readonly language: string;
  readonly votes: number;
  /** Votes of the language that comes next. */
  readonly next: number;
}

/** One vote for each word in a language's list and each word with a letter that only it has. */
function votesOf(words: readonly string[]): Votes {
  const votes = Object.entries(smallWords).map(([language, own]) => {
    const letters = ownLetters.filter(([, of]) => of === language).map(([letter]) => letter);
    const count = words.filter((word) => own.has(word) || letters.some((letter) => letter.test(word))).length;
    return { language, count };
  });
  const [first, second] = votes.sort((a, b) => b.count - a.count);
  return { language: first?.language ?? '', votes: first?.count ?? 0, next: second?.count ?? 0 };
}

/** Scandinavians read Danish, and the detector cannot tell their short messages from ours. */
const neighbours = new Set(['no', 'sv']);

/**
 * ISO 639-1 of a message: da en ar uk tr pl de so fa. Norwegian and Swedish count as Danish, Russian as Ukrainian.
 *
 * @param previous the conversation's language so far, kept when one or two words, or nothing known, says otherwise
 */
export function detectLanguage(text: string, previous: string): string {
  const read = text.slice(0, readCharacters).toWellFormed();
  const words = (read.toLowerCase().match(/[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu) ?? []).map((word) =>
    word.normalize('NFC').replace('’', "'"),
  );
  const script = byScript(read);
  if (script) return words.length <= fewWords && scriptOf(previous) === scriptOf(script) ? previous : script;
  const telling = words.filter((word) => !slang.has(word));
  const { language, votes, next } = votesOf(telling);
  if (language === 'so' && votes > next && votes * 3 >= words.length) return language;
  if (words.length <= fewWords || telling.length === 0) return previous;
  if (votes >= 2 && votes > next) return language;
  const found = detector.detect(read).language;
  if (votes === 1 && next === 0) return language;
  if (found === '') return previous;
  return neighbours.has(found) ? 'da' : found;
}

/** Two words in the script of the conversation's language do not change it: Persian and Arabic share most letters. */
const scriptOf = (language: string) =>
  ({ ar: 'Arabic', fa: 'Arabic', uk: 'Cyrillic' })[language as 'ar' | 'fa' | 'uk'] ?? 'Latin';
