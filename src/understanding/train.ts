/**
 * Examples → model. Four fifths are learnt first, the rest is judged unseen and gives the temperature, the gate and the
 * danger thresholds; then everything is gone through together. So the features are counted once and nothing is trained twice.
 */
import { type Held, temperatureOf } from './calibrate.ts';
import { type Example, leastKnownWords, type Model, readCharacters } from './classify.ts';
import { type DangerSense, dangerSenseOf, type HeldDanger } from './danger.ts';
import { type Features, featuresOf, fingerprint, type Grams, type GramTable, gramsOf, tableOf } from './features.ts';
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

function teachBoth(
  { intents, danger }: Learners,
  features: readonly Features[],
  lesson: Lesson,
  steps: number[],
): void {
  const vectors = features.map(({ vector }) => vector);
  teach(intents, vectors, lesson.targets, steps);
  if (danger) teach(danger, vectors, lesson.dangers, steps);
}

const part = (lesson: Lesson, places: readonly number[]): Lesson => ({
  ...lesson,
  grams: at(lesson.grams, places),
  targets: at(lesson.targets, places),
  dangers: at(lesson.dangers, places),
});

/** What the learners, who have not seen these texts, think of them. */
function judge({ intents, danger }: Learners, { grams, targets, dangers, labels }: Lesson, table: GramTable) {
  const held: Held[] = [];
  const heldDangers: HeldDanger[] = [];
  grams.forEach((text, place) => {
    const { vector, known } = featuresOf(text, table);
    const target = targets[place] as number;
    held.push({ logits: learnerLogits(intents, vector), known, label: target < labels ? target : null });
    if (danger) {
      heldDangers.push({ p: softmaxOf(learnerLogits(danger, vector))[1] as number, isDanger: dangers[place] === 1 });
    }
  });
  return { held, heldDangers };
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
  teachBoth(
    learners,
    first.grams.map((text) => featuresOf(text, firstTable)),
    first,
    firstSteps,
  );
  const judged = judge(learners, part(lesson, places.filter(isHeld)), firstTable);

  const table = tableOf(lesson.grams, firstTable);
  grow(learners.intents, table.index.size);
  if (learners.danger) grow(learners.danger, table.index.size);
  teachBoth(
    learners,
    lesson.grams.map((text) => featuresOf(text, table)),
    lesson,
    lastSteps,
  );
  return { ...judged, table, learners };
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
  const { held, heldDangers, table, learners } = learnAll(
    {
      grams: texts.map((text) => gramsOf(text.slice(0, readCharacters))),
      targets: texts.map((_, place) => numbers.get(examples[place]?.label ?? '') ?? labels.length),
      dangers: texts.map((_, place) => (dangers.has(examples[place]?.label ?? '') ? 1 : 0)),
      labels: labels.length,
      classes: labels.length + (offTopic.length > 0 ? 1 : 0),
    },
    withDanger,
  );
  const danger: DangerSense | null = learners.danger && dangerSenseOf(rounded(learners.danger), heldDangers);
  const short = examples.filter(({ text }) => new Set(wordsOf(normalise(text))).size < leastKnownWords);
  return {
    labels,
    table,
    softmax: rounded(learners.intents),
    temperature: temperatureOf(held),
    gate: fitGate(held, labels.length),
    danger,
    short: new Set(short.map(({ text }) => fingerprint(text))),
  };
}
