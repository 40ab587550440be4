/**
 * `npm run intents:check`: each rule finds what breaks it, and says where and what to do.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkContent, report } from '../../intents/check-content.ts';
import { contentFolder } from './content-folder.ts';

const today = '2026-11-22';
const command = fileURLToPath(new URL('../../intents/check-content.ts', import.meta.url));
const answer = '  da: Skriv dig op nu.';

const sentencesOf = (path: string): readonly string[] =>
  checkContent(path, 'eksempel', today).problems.map(({ line, sentence }) => `${line}: ${sentence}`);

/** What is said of the small folder anyway. */
const saidBefore = ((): ReadonlySet<string> => {
  using folder = contentFolder();
  return new Set(sentencesOf(folder.path));
})();

function afterChange(file: string, from: string, to: string): readonly string[] {
  using folder = contentFolder();
  folder.change(file, from, to);
  return sentencesOf(folder.path).filter((line) => !saidBefore.has(line));
}

describe('how an answer reads', () => {
  it.each([
    [
      'a sentence that is too long',
      'Skriv dig op nu hos dem der har en bolig til dig og alle dine venner.',
      '13: Sætningen "Skriv dig op nu hos …" har 16 ord. Del den, så ingen har over 15.',
    ],
    [
      'long words',
      `${'Boligforeningernes ventelisteopskrivning forudsætter indbetaling. '.repeat(6)}`,
      '13: LIX er 104 og må højst være 30. Del sætninger, eller find kortere ord for: ventelisteopskrivning, Boligforeningernes, forudsætter, indbetaling.',
    ],
    [
      'a small word that makes it small',
      'Du skal bare skrive dig op.',
      '13: "bare" skal ikke stå her. Det gør det svære småt. Slet ordet.',
    ],
    [
      '"lige" but not "lige nu"',
      'Skriv lige, hvad der er galt lige nu.',
      '13: "lige" skal ikke stå her. Det gør det svære småt. Slet ordet.',
    ],
    [
      'a closed door',
      'Det kan du desværre ikke.',
      '13: "desværre" skal ikke stå her. Det er en høflig dør, der lukkes. Skriv, hvad man kan i stedet.',
    ],
    ['a shout', 'Skriv dig op nu!', '13: "!" skal ikke stå her. Et udråbstegn råber. Sæt punktum.'],
    [
      'a picture',
      'Skriv dig op nu 🙂.',
      '13: "🙂" skal ikke stå her. Billedtegn bliver læst forskelligt og læst højt. Skriv det med ord.',
    ],
    [
      'a secret',
      'Det er hemmeligt.',
      '13: "hemmeligt" skal ikke stå her. Vi kan have pligt til at sige noget videre. Skriv, hvem der kan læse det.',
    ],
    [
      'certainty',
      'Det er 100 % sikkert.',
      '13: "100 %" skal ikke stå her. Det lover mere, end vi kan holde. Skriv, hvad der gælder, og hvornår det ikke gør.',
    ],
    [
      'anonymous without its limit',
      'Du må være anonym.',
      '13: "anonym" skal ikke stå her. Ordet har en grænse, som skal stå samme sted. Skriv, hos hvem man er anonym, fx "anonym hos rådgiverne" eller "som nabo må du være anonym".',
    ],
    [
      'a figure of speech',
      'Der er lys for enden af tunnelen.',
      '13: "lys for enden" skal ikke stå her. Et billede bliver ikke forstået af alle. Skriv, hvad det betyder.',
    ],
    [
      'an abbreviation',
      'Skriv pga. din bolig.',
      '13: "pga." skal ikke stå her. Forkortelser er svære at læse og at høre. Skriv det helt ud.',
    ],
    [
      'a time that is no time',
      'Vi svarer hurtigst muligt.',
      '13: "hurtigst muligt" skal ikke stå her. Man kan ikke vide, hvornår det er. Skriv hvornår, eller hvem der siger hvornår.',
    ],
    [
      'a telephone number',
      'Ring 70 20 30 40.',
      '13: Nummeret "70 20 30 40" står i teksten. Skriv det under "helpLines" i kommune.yaml, og brug {linje_…}.',
    ],
    [
      'an amount',
      'Det koster 500 kr. om ugen.',
      '13: Tallet i "500 kr" står i teksten. Skriv det under "facts" i kommune.yaml, og brug navnet i { }.',
    ],
    [
      'a deadline',
      'Fristen er 1. marts.',
      '13: Tallet i "1. marts" står i teksten. Skriv det under "facts" i kommune.yaml, og brug navnet i { }.',
    ],
  ])('must not hold %s', (_what, words, complaint) => {
    expect(afterChange('faelles/housing.yaml', answer, `  da: "${words.trim()}"`)).toContain(complaint);
  });

  it.each([
    'Du kan være anonym hos rådgiverne.',
    'Er du 15 til 17 år, så skriv dig op. Går du i 9. klasse, så vent.',
    'Er der fare nu? Ring 112. Hvad er galt lige nu?',
    'Det koster {klage_uger} kr. Ring til {linje_livslinien}.',
  ])('may say: %s', (words) => {
    expect(afterChange('faelles/housing.yaml', answer, `  da: ${words}`)).toEqual([]);
  });

  it('is judged by its sentences alone when it is short, and by LIX from twenty words', () => {
    const four = 'Boligforeningernes venteliste er kommunens. ';
    const said = (times: number) => afterChange('faelles/housing.yaml', answer, `  da: ${four.repeat(times).trim()}`);

    expect(said(4)).toEqual([]);
    expect(said(5)).toEqual([expect.stringContaining('LIX er 79')]);
  });

  it('is held to LIX 20 in easy Danish and 30 in English', () => {
    const words = 'Skriv dig op hos en forening nu. '.repeat(3).trim();
    const english = 'Please register with housing associations immediately today. '.repeat(3).trim();

    expect(afterChange('faelles/housing.yaml', '  da_easy: Skriv dig op.', `  da_easy: ${words}`)).toEqual([
      expect.stringContaining('LIX er 22 og må højst være 20.'),
    ]);
    expect(afterChange('faelles/housing.yaml', answer, `  da: ${words}`)).toEqual([]);
    expect(afterChange('faelles/housing.yaml', '  en: Sign up now.', `  en: ${english}`)).toEqual([
      expect.stringContaining('og må højst være 30.'),
    ]);
  });

  it('is looked at in the seven other languages for the length of sentences, also Arabic ones', () => {
    const long = Array.from({ length: 16 }, () => 'كلمة').join(' ');

    expect(afterChange('faelles/_languages.yaml', 'مرحبًا.', `${long}؟`)).toEqual([
      expect.stringMatching(/har 16 ord\. Del den, så ingen har over 15\.$/u),
    ]);
    expect(afterChange('faelles/_languages.yaml', 'مرحبًا.', 'مرحبًا!')).toEqual([
      expect.stringContaining('Sæt punktum.'),
    ]);
  });

  it('is looked at on the buttons too', () => {
    expect(afterChange('faelles/housing.yaml', 'da: Jeg mangler en bolig', 'da: Jeg mangler bare en bolig')).toEqual([
      expect.stringContaining('"bare" skal ikke stå her.'),
    ]);
  });
});

describe('the catalogue', () => {
  it('needs 40 examples in Danish, 20 in English and 500 lines that belong nowhere', () => {
    using folder = contentFolder();

    const { problems } = checkContent(folder.path, 'eksempel', today);

    expect(problems.map(({ line, sentence }) => `${line}: ${sentence}`)).toEqual([
      '21: Der er 1 eksempler på dansk. Skriv mindst 40, i mange stemmer.',
      '23: Der er 1 eksempler på engelsk. Skriv mindst 20, i mange stemmer.',
      '1: Der er 1 linjer, der ikke hører til. Skriv mindst 500.',
    ]);
  });

  it('answers the acute with 112 first and a person at once', () => {
    expect(afterChange('faelles/housing.yaml', 'group: E', 'group: A')).toEqual([
      '13: 112 mangler. Det akutte svar begynder dér.',
      '14: 112 mangler. Det akutte svar begynder dér.',
      '15: 112 mangler. Det akutte svar begynder dér.',
      '10: Gruppe A er det akutte. Skriv "acute", eller flyt svaret til en anden gruppe.',
      '11: I gruppe A kommer et menneske på straks. Skriv "at_once".',
    ]);
  });

  it('asks nobody in danger why', () => {
    expect(
      afterChange('faelles/_texts.yaml', 'Ring 112, hvis der er fare nu.', 'Ring 112. Hvorfor er der fare?'),
    ).toContainEqual(expect.stringContaining('"Hvorfor" skal ikke stå her.'));
  });

  it('says in the texts people depend on what must be there', () => {
    expect(afterChange('faelles/_texts.yaml', '    {linjer}\n', '')).toEqual([
      expect.stringContaining('"{linjer}" mangler. Teksten skal sige det.'),
    ]);
  });

  it('has at most five topics for each asker, and three help lines for each age', () => {
    const topic = (id: string) =>
      `- { id: ${id}, title: { da: Bolig, da_easy: Bolig, en: Home }, askers: [youth], intents: [housing] }\n`;
    const six = ['b', 'c', 'd', 'e', 'f'].map(topic).join('');

    expect(afterChange('faelles/_topics.yaml', '- { id: home', `${six}- { id: home`)).toEqual([
      '1: "youth" har 6 emner at trykke på. Skriv højst 5: brug id fra ét af de andre.',
    ]);
  });
});

describe('what it is time to look at again', () => {
  const told = (day: string, from?: string, to?: string): readonly string[] => {
    using folder = contentFolder();
    if (from && to) folder.change('faelles/housing.yaml', from, to);
    return checkContent(folder.path, 'eksempel', day).reminders.map(({ sentence }) => sentence);
  };
  const read = /modersmål har læst/u;

  it('is a source after twelve months and a help line after three', () => {
    expect(told('2026-11-22').filter((line) => !read.test(line))).toEqual([]);
    expect(told('2027-02-22').filter((line) => !read.test(line))).toHaveLength(17);
    expect(told('2027-11-22')).toContain(
      '"Lov" er sidst tjekket 2026-11-21, for over 12 måneder siden. Spørg Rådgiver, og skriv dagen i "checked".',
    );
  });

  it('is a day that has not come, and a language nobody has read', () => {
    expect(told('2026-11-22', 'checked: 2026-11-21', 'checked: 2062-11-21')).toContainEqual(
      expect.stringContaining('som ikke er kommet endnu'),
    );
    expect(told('2026-11-22').filter((line) => read.test(line))).toHaveLength(7);
  });

  it('stops nothing', () => {
    const folder = fileURLToPath(new URL('../../intents', import.meta.url));

    const { ok, text } = report(folder, ['eksempel'], '2029-01-01');

    expect(ok).toBe(true);
    expect(text).toContain('Husk:');
    expect(text).toContain('Alt er i orden.\neksempel\n  svar            100\n');
  });
});

describe('the command', () => {
  const run = promisify(execFile);

  it('ends with 0 when all is well', async () => {
    const { stdout } = await run(process.execPath, [command]);

    expect(stdout).toContain('Alt er i orden.');
  });

  it('ends with 1 and says what to do when something is wrong', async () => {
    const failed = await run(process.execPath, [command, '--kommune', 'eksemple']).catch((error: unknown) => error);

    expect(failed).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Filen findes ikke. Mente du "eksempel"?'),
    });
  });
});
