/**
 * Is there enough, and is what must be said there: examples to learn from, and the texts people depend on.
 */
import type { Intent } from '../src/domain/intent.ts';
import type { TextKey } from '../src/domain/saying.ts';
import { type Asker, ageBands, askers, type TextLanguage } from '../src/domain/words.ts';
import type { Checked, Found } from './found.ts';
import { contentOf } from './load.ts';
import { type Problem, problemAt } from './problem.ts';

const fewestExamples = { da: 40, en: 20 } as const;
const fewestOffTopic = 500;
/** More than five buttons do not fit on a small phone. */
const mostTopics = 5;
/** Help lines for each age, so that no one line stands alone. */
const fewestHelpLines = 3;

/** What a text is of no use without, in each language. */
const mustSay: Readonly<Partial<Record<TextKey, Readonly<Record<TextLanguage, readonly string[]>>>>> = {
  greeting: {
    da: ['en robot, ikke et menneske', 'forældre kan ikke se', 'Ring 112'],
    da_easy: ['robot', 'kan ikke se', 'Ring 112'],
    en: ['robot, not a person', 'parents cannot see', 'Call 112'],
  },
  greeting_parent: {
    da: ['en robot, ikke et menneske', 'Ring 112'],
    da_easy: ['robot', 'Ring 112'],
    en: ['robot, not a person', 'Call 112'],
  },
  crisis: { da: ['112', '{linjer}'], da_easy: ['112', '{linjer}'], en: ['112', '{linjer}'] },
  care: { da: ['112', '{linjer}'], da_easy: ['112', '{linjer}'], en: ['112', '{linjer}'] },
  ask_age: { da: ['så', 'springe over'], da_easy: ['så', 'springe over'], en: ['so that', 'skip'] },
  ask_age_parent: { da: ['så', 'springe over'], da_easy: ['så', 'springe over'], en: ['so that', 'skip'] },
};

/** What is missing in the catalogue as a whole. */
export function catalogueProblems(found: Found): readonly Problem[] {
  return [
    ...[...found.intents.values()].flatMap((intent) => [...tooFewExamples(intent), ...acuteAsItMustBe(intent)]),
    ...tooFewOffTopic(found),
    ...textsThatLack(found),
    ...tooManyTopics(found),
    ...tooFewHelpLines(found),
  ];
}

function tooFewExamples({ file, value: { examples } }: Checked<Intent>): readonly Problem[] {
  return (['da', 'en'] as const).flatMap((language) => {
    const count = examples[language].length;
    const least = fewestExamples[language];
    if (count >= least) return [];
    const sentence = `Der er ${count} eksempler på ${language === 'da' ? 'dansk' : 'engelsk'}. Skriv mindst ${least}, i mange stemmer.`;
    return [problemAt(file, ['examples', language], sentence)];
  });
}

function acuteAsItMustBe({ file, value }: Checked<Intent>): readonly Problem[] {
  if (value.group !== 'A') return [];
  const silent = Object.entries(value.answer).filter(([, words]) => !words.includes('112'));
  return [
    ...silent.map(([language]) => problemAt(file, ['answer', language], '112 mangler. Det akutte svar begynder dér.')),
    ...(value.urgency === 'acute'
      ? []
      : [
          problemAt(file, ['urgency'], 'Gruppe A er det akutte. Skriv "acute", eller flyt svaret til en anden gruppe.'),
        ]),
    ...(value.handoff === 'at_once'
      ? []
      : [problemAt(file, ['handoff'], 'I gruppe A kommer et menneske på straks. Skriv "at_once".')]),
  ];
}

function tooFewOffTopic({ offTopic }: Found): readonly Problem[] {
  const count = offTopic.reduce((sum, { value }) => sum + value.length, 0);
  const [first] = offTopic;
  if (count >= fewestOffTopic || first === undefined) return [];
  return [problemAt(first.file, [], `Der er ${count} linjer, der ikke hører til. Skriv mindst ${fewestOffTopic}.`)];
}

function textsThatLack({ texts, ownTexts }: Found): readonly Problem[] {
  return [texts, ...(ownTexts ? [ownTexts] : [])].flatMap(({ file, value }) =>
    (Object.entries(mustSay) as [TextKey, Record<TextLanguage, readonly string[]>][]).flatMap(([key, needs]) =>
      (Object.entries(needs) as [TextLanguage, readonly string[]][]).flatMap(([language, parts]) => {
        const words = value[key]?.[language];
        return parts
          .filter((part) => words !== undefined && !words.toLowerCase().includes(part.toLowerCase()))
          .map((part) => problemAt(file, [key, language], `"${part}" mangler. Teksten skal sige det.`));
      }),
    ),
  );
}

function tooManyTopics(found: Found): readonly Problem[] {
  const { topics } = contentOf(found, '');
  const { file } = found.ownTopics ?? found.topics;
  const count = (asker: Asker): number => topics.filter((topic) => topic.askers.includes(asker)).length;
  return askers
    .filter((asker) => count(asker) > mostTopics)
    .map((asker) => {
      const sentence = `"${asker}" har ${count(asker)} emner at trykke på. Skriv højst ${mostTopics}: brug id fra ét af de andre.`;
      return problemAt(file, [], sentence);
    });
}

function tooFewHelpLines({ kommune: { file, value } }: Found): readonly Problem[] {
  return ageBands
    .filter((band) => value.helpLines.filter(({ ages }) => ages.includes(band)).length < fewestHelpLines)
    .map((band) =>
      problemAt(
        file,
        ['helpLines'],
        `Alderen "${band}" har under ${fewestHelpLines} hjælpelinjer. Tilføj en, der passer.`,
      ),
    );
}
