/**
 * Which language a message is in, among those people here write. Short messages keep the conversation's language:
 * "ok tak" looks Polish to every detector.
 */
import { eld } from 'eld/extrasmall';

const detector = eld.newInstance();
detector.setLanguageSubset(['da', 'en', 'ar', 'uk', 'tr', 'pl', 'de', 'no', 'sv', 'fa']);

const readCharacters = 1000;
const fewWords = 2;

/** Words that are Somali and nothing else here; the detector has no Somali. */
const somali = new Set(
  `waxaan waxa waxaad waxay iyo caawimaad caawin fadlan mahadsanid ahay ahaa baahanahay rabaa doonayaa aniga adiga
  iskuul iskuulka dugsiga shaqo shaqada qoyska qoyskayga hooyaday aabahay aabbahay walaalkay wiilkayga gabadhayda maanta
  caawa halkan sidee maxaa mise laakiin lacag guri guriga caruur ma maya haa waan waayo jirin igu iga inaan ku`.split(
    /\s+/,
  ),
);
const sharedWithOthers = new Set(['ma', 'ku', 'iga', 'igu', 'haa', 'mise']);
const persianOnly = /[پچژگک‌ی]/gu;
const arabicOnly = /[ةىيكأإؤئ]/gu;

/** Letters decide when most of them are of one script. */
function byScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (script: RegExp) => (letters === 0 ? 0 : (text.match(script)?.length ?? 0) / letters);
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return 'uk';
  if (share(/\p{Script=Arabic}/gu) <= 0.5) return null;
  return (text.match(persianOnly)?.length ?? 0) > (text.match(arabicOnly)?.length ?? 0) ? 'fa' : 'ar';
}

function isSomali(words: readonly string[]): boolean {
  const found = words.filter((word) => somali.has(word));
  const sure = found.filter((word) => !sharedWithOthers.has(word));
  return sure.length > 0 && found.length * 3 >= words.length;
}

/**
 * ISO 639-1 of a message: da en ar uk tr pl de sv so fa. Norwegian counts as Danish.
 *
 * @param previous the conversation's language so far, kept when one or two words, or nothing known, says otherwise
 */
export function detectLanguage(text: string, previous: string): string {
  const read = text.slice(0, readCharacters).toWellFormed();
  const script = byScript(read);
  if (script) return script;
  const words = read.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (isSomali(words)) return 'so';
  if (words.length <= fewWords) return previous;
  const found = detector.detect(read).language;
  if (found === '') return previous;
  return found === 'no' ? 'da' : found;
}
