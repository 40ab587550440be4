/**
 * Examples → model. Four fifths are learnt first, the rest is judged unseen and gives the temperature, the gate and the
 * danger thresholds; then everything is gone through together. So the features are counted once and nothing is trained twice.
 */
import { type Held, temperatureOf } from './calibrate.ts';
import { type Example, leastKnownWords, type Model, readCharacters, sumOf } from './classify.ts';
import { dangerSenseOf, degreeOf } from './danger.ts';
import { hints, lookalikes } from './danger-lines.ts';
import { featuresOf, fingerprint, type Grams, type GramTable, gramsOf, tableOf } from './features.ts';
import { fitGate } from './gate.ts';
import { normalise, wordsOf } from './normalise.ts';
import { seeded, shuffled } from './random.ts';
import { grow, type Learner, learnerLogits, newLearner, rounded, softmaxOf, teach } from './softmax.ts';

/** One in so many is judged unseen. */
const heldOneIn = 5;
/** Step sizes, one for each time through the examples. */
const firstSteps = [1, 0.8];
const lastSteps = [1, 0.7, 0.3];

interface Lesson {
  readonly grams: readonly Grams[];
  /** The label's number; for off-topic lines the number after the last. */
  readonly targets: readonly number[];
  /** 1 for danger, 0 for the rest. */
  readonly dangers: readonly number[];
  readonly labels: number;
  readonly classes: number;
}

interface Learners {
  readonly intents: Learner;
  readonly danger: Learner | null;
}

const at = <Item>(items: readonly Item[], places: readonly number[]) => places.map((place) => items[place] as Item);

/** What only the sense of danger learns from, once for each number: a line weighs more than an example. */
const dangerLines = [...hints, ...lookalikes].map((text, place) => ({ text, isDanger: place < hints.length ? 1 : 0 }));

function teachBoth({ intents, danger }: Learners, lesson: Lesson, table: GramTable, steps: readonly number[]): void {
  const vectors = lesson.grams.map((text) => featuresOf(text, table).vector);
  teach(intents, vectors, lesson.targets, steps);
  if (!danger) return;
  const more = dangerLines.map(({ text }) => featuresOf(gramsOf(text), table).vector);
  const targets = dangerLines.map(({ isDanger }) => isDanger);
  teach(danger, [...vectors, ...more], [...lesson.dangers, ...targets], steps);
}

const part = (lesson: Lesson, places: readonly number[]): Lesson => ({
  ...lesson,
  grams: at(lesson.grams, places),
  targets: at(lesson.targets, places),
  dangers: at(lesson.dangers, places),
});

interface Unseen extends Held {
  readonly danger: Float64Array | null;
  readonly isDanger: boolean;
}

/** What the learners, who have not seen these texts, think of them. */
function judge(learners: Learners, { grams, targets, dangers, labels }: Lesson, table: GramTable): readonly Unseen[] {
  return grams.map((text, place) => {
    const { vector, known } = featuresOf(text, table);
    const target = targets[place] as number;
    return {
      logits: learnerLogits(learners.intents, vector),
      known,
      label: target < labels ? target : null,
      danger: learners.danger && learnerLogits(learners.danger, vector),
      isDanger: dangers[place] === 1,
    };
  });
}

function learnAll(lesson: Lesson, withDanger: boolean) {
  const order = shuffled(lesson.grams.length, seeded(3));
  const places = lesson.grams.map((_, place) => place);
  const isHeld = (place: number) => (order[place] ?? 0) % heldOneIn === 0;
  const first = part(
    lesson,
    places.filter((place) => !isHeld(place)),
  );
  const firstTable = tableOf(first.grams);
  const size = { features: firstTable.index.size, classes: lesson.classes };
  const learners: Learners = {
    intents: newLearner(size),
    danger: withDanger ? newLearner({ ...size, classes: 2 }) : null,
  };
  teachBoth(learners, first, firstTable, firstSteps);
  const held = judge(learners, part(lesson, places.filter(isHeld)), firstTable);

  const table = tableOf(lesson.grams, firstTable);
  grow(learners.intents, table.index.size);
  if (learners.danger) grow(learners.danger, table.index.size);
  teachBoth(learners, lesson, table, lastSteps);
  return { held, table, learners };
}

/**
 * Trains, calibrates and fits the gate.
 *
 * @param offTopic lines that belong to no label; without them the gate is a plain threshold
 * @param dangers labels that mean danger
 */
export function train(
  examples: readonly Example[],
  offTopic: readonly string[],
  dangers: ReadonlySet<string> = new Set(),
): Model {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const texts = [...examples.map(({ text }) => text), ...offTopic];
  const withDanger = labels.some((label) => dangers.has(label)) && labels.some((label) => !dangers.has(label));
  const { held, table, learners } = learnAll(
    {
      grams: texts.map((text) => gramsOf(text.slice(0, readCharacters))),
      targets: texts.map((_, place) => numbers.get(examples[place]?.label ?? '') ?? labels.length),
      dangers: texts.map((_, place) => (dangers.has(examples[place]?.label ?? '') ? 1 : 0)),
      labels: labels.length,
      classes: labels.length + (offTopic.length > 0 ? 1 : 0),
    },
    withDanger,
  );
  const temperature = temperatureOf(held);
  const dangerNumbers = labels.flatMap((label, number) => (dangers.has(label) ? [number] : []));
  const heldDangers = held.flatMap(({ logits, danger, isDanger }) =>
    danger ? [{ p: degreeOf(danger, sumOf(softmaxOf(logits, temperature), dangerNumbers)), isDanger }] : [],
  );
  const short = examples.filter(({ text }) => new Set(wordsOf(normalise(text))).size < leastKnownWords);
  return {
    labels,
    table,
    softmax: rounded(learners.intents),
    temperature,
    gate: fitGate(held, labels.length),
    danger: learners.danger && dangerSenseOf(rounded(learners.danger), heldDangers),
    dangers: dangerNumbers,
    short: new Set(short.map(({ text }) => fingerprint(text))),
  };
}
