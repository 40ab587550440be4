/**
 * What people do to a word so that a filter or a mother does not find it: letters apart, numbers for letters, stars,
 * pictures, signs nobody sees, letters of another script. Undone before the rules of the risk screen look.
 */

const laughter = /[😂🤣😆😜😝😹]/gu;

/** Pictures that stand for a word. A skull is laughter to those who send it, and stays out. */
const pictures: Readonly<Record<string, string>> = {
  '🔪': ' kniv ',
  '🗡': ' kniv ',
  '🔫': ' pistol ',
  '💣': ' bombe ',
  '🩸': ' blod ',
  '💉': ' sprøjte ',
  '💊': ' piller ',
  '⚰': ' grav ',
  '🪦': ' grav ',
  '🪢': ' reb ',
  '🪒': ' barberblad ',
};

const digitLetters: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};

/** Cyrillic and Greek letters that look like ours; read so only in a word that has some of ours too. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'v',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  ο: 'o',
  α: 'a',
  ι: 'i',
  ν: 'v',
};

/** UTF-8 taken for Latin-1, as some keyboards and forms still send it. */
const broken: Readonly<Record<string, string>> = {
  'Ã¦': 'æ',
  'Ã¸': 'ø',
  'Ã¥': 'å',
  'Ã†': 'Æ',
  'Ã˜': 'Ø',
  'Ã…': 'Å',
};

/** Words people hide letters of. */
const hiddenWords =
  `dø død dør døde die died dying dead kill kills killed killing suicide suicidal selvmord selvmordstanker
  selvskade voldtaget voldtægt voldtog rape raped skærer skære skåret cutter cutting hænge hænger slår slå sparker tæsker
  dræbe dræber myrde myrder kniv pistol overdose overdosis piller sex misbrugt overgreb murder stab shoot gun knife abuse
  abused molested cut hang livet`.split(/\s+/);

const mask = /[*#•✱✶_×�]/u;
const masked = /(?<![\p{L}\p{N}*])(?=\p{L}{1,14}[*#•✱✶_×�])\p{L}[\p{L}*#•✱✶_×�]{1,15}(?![\p{L}\p{N}])/gu;

/** "s*lvm*rd" is the word it can only be; a word without a star stays. */
function unmask(word: string): string {
  if (!mask.test(word)) return word;
  const fits = (hole: string) => {
    const open = new RegExp(
      `^${[...word.toLowerCase()].map((sign) => (mask.test(sign) ? hole : sign)).join('')}$`,
      'u',
    );
    return hiddenWords.find((hidden) => open.test(hidden));
  };
  return fits(String.raw`\p{L}`) ?? fits(String.raw`\p{L}{1,2}`) ?? word;
}

/** Whole sentences written as one word, once their letters are together again. */
const glued: readonly (readonly [RegExp, string])[] = [
  [/vild(?:ø|o|oe|ö)(?=$|nu|snart|ihjel)/u, 'vil dø'],
  [/wan(?:t|na)?todie|wannadie/u, 'want to die'],
  [/killm(?:y|ig)self|killme/u, 'kill myself'],
  [/(?:vil|gider|orker)ikk?e?leve/u, 'vil ikke leve'],
  [/sl(?:å|aa|a)rmig/u, 'slår mig'],
  [/cutt?ermig/u, 'cutter mig'],
  [/sk(?:æ|ae|a)rermig/u, 'skærer mig'],
  [/tager?livetafmig/u, 'tage livet af mig'],
];

function unglue(word: string): string {
  const found = glued.find(([pattern]) => pattern.test(word));
  return found ? `${word} ${found[1]}` : word;
}

const apart = String.raw`[ .\-_*\/|,·•~+]`;
const spaced = new RegExp(
  String.raw`(?<![\p{L}\p{N}])\p{L}\p{M}{0,2}(?=(${apart}))(?:(?:\1${apart}{0,2}|[ ,]{1,2})\p{L}\p{M}{0,2}){3,60}(?![\p{L}\p{M}\p{N}])`,
  'gu',
);

/** "j e g  v i l  d ø": one sign apart is the same word, more is the next one. */
function together(letters: string, sign: string): string {
  return letters
    .split(new RegExp(sign === ' ' ? `${apart}{2,3}` : `${apart}{2,3}|(?!\\${sign})${apart}`))
    .map((word) => word.replace(new RegExp(apart, 'g'), '').normalize('NFC').toLowerCase())
    .map((word) => unglue(word.replace(/^(selvmord|selvskade|suicide)(?=\p{L}{1,3}$)/u, '$1 ')))
    .join(' ');
}

const hasLatin = /\p{Script=Latin}/u;
const others = /[аеорсхуікмтвѕјԁοαιν]/gu;
const asLatin = (word: string) =>
  hasLatin.test(word) ? word.replace(others, (letter) => lookAlikes[letter] ?? letter) : word;
const mixedScripts =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]{2,40}/gu;

/** The text without its disguises. Works on any string, in linear time; the text grows at most by the words of pictures. */
export function undisguise(text: string): string {
  return text
    .replace(/Ã[¦¸¥†˜…]/gu, (bytes) => broken[bytes] ?? bytes)
    .normalize('NFKD')
    .replace(/\p{Cf}/gu, '')
    .replace(laughter, ' haha ')
    .replace(/[🔪🗡🔫💣🩸💉💊⚰🪦🪢🪒]/gu, (picture) => pictures[picture] ?? picture)
    .replace(mixedScripts, asLatin)
    .replace(spaced, together)
    .replace(masked, unmask)
    .replace(/(?<=\p{L})[013457@$](?=\p{L}|[^\p{L}\p{N}@.]|$)/gu, (sign) => digitLetters[sign] ?? sign)
    .replace(/(?<![\p{L}\p{M}])\p{Script=Latin}[\p{Script=Latin}\p{M}]{5,40}(?![\p{L}\p{M}])/gu, (word) =>
      unglueLong(word),
    );
}

/** The same for words typed without blanks. */
function unglueLong(word: string): string {
  const small = word.normalize('NFC').toLowerCase();
  const open = unglue(small);
  return open === small ? word : open;
}
