/**
 * Examples → model. Four fifths are learnt first, the rest is judged unseen and gives the temperature and the gate; then everything is gone through together. So the features are counted once and nothing is trained twice.
 */

import type { DangerLines } from '../domain/intent.ts';
import { type Held, temperatureOf } from './calibrate.ts';
import { type Example, leastKnownWords, type Model, readCharacters } from './classify.ts';
import { dangerKinds, numbered } from './danger.ts';
import { featuresOf, fingerprint, type Grams, type GramTable, gramsOf, tableOf } from './features.ts';
import { fitGate } from './gate.ts';
import { normalise, wordsOf } from './normalise.ts';
import { seeded, shuffled } from './random.ts';
import { grow, type Learner, learnerLogits, newLearner, rounded, teach } from './softmax.ts';

/** One in so many is judged unseen. */
const heldOneIn = 5;
/**
 * How much time is spent. Step sizes, one for each time through the examples; and in how many texts an n-gram must stand:
 * leaving out what was seen once makes the model less than half as large and costs half a point.
 */
const paces = {
  quick: { firstSteps: [1], lastSteps: [1, 0.4], leastSeen: 2 },
  thorough: { firstSteps: [1, 0.8], lastSteps: [1, 0.7, 0.3], leastSeen: 1 },
} as const;
export type Pace = keyof typeof paces;

/** What may be learnt from. */
export interface Lessons {
  readonly examples: readonly Example[];
  /** Lines that belong to no label; without them nothing is refused. */
  readonly offTopic: readonly string[];
  /** Labels that mean danger, and lines that only the sense of danger learns from. */
  readonly dangers: ReadonlySet<string>;
  readonly dangerLines: DangerLines;
  /** `quick` is for the start of a program with thousands of examples. */
  readonly pace: Pace;
}

/** One line to learn from. */
interface Line {
  readonly grams: Grams;
  /** The label's number; for off-topic lines the number after the last; null for lines about danger alone. */
  readonly target: number | null;
  /** The number of its danger kind. */
  readonly kind: number;
}

interface Learners {
  readonly intents: Learner;
  readonly danger: Learner | null;
}

function teachBoth({ intents, danger }: Learners, lines: readonly Line[], table: GramTable, steps: readonly number[]) {
  const seen = lines.map(({ grams, target, kind }) => ({ vector: featuresOf(grams, table).vector, target, kind }));
  const labelled = seen.flatMap(({ vector, target }) => (target === null ? [] : [{ vector, target }]));
  teach(
    intents,
    labelled.map(({ vector }) => vector),
    labelled.map(({ target }) => target),
    steps,
  );
  if (!danger) return;
  teach(
    danger,
    seen.map(({ vector }) => vector),
    seen.map(({ kind }) => kind),
    steps,
  );
}

/** What the learner, who has not seen these lines, thinks of them; lines about danger alone say nothing of labels. */
function judge(learner: Learner, lines: readonly Line[], table: GramTable, labels: number): readonly Held[] {
  return lines.flatMap(({ grams, target }): Held[] => {
    if (target === null) return [];
    const { vector, known } = featuresOf(grams, table);
    return [{ logits: learnerLogits(learner, vector), known, label: target < labels ? target : null }];
  });
}

interface Size {
  readonly pace: Pace;
  readonly labels: number;
  /** Labels, and one more for "none of them" when there are off-topic lines. */
  readonly classes: number;
  readonly withDanger: boolean;
}

function learnAll(lines: readonly Line[], { pace, labels, classes, withDanger }: Size) {
  const { firstSteps, lastSteps, leastSeen } = paces[pace];
  const order = shuffled(lines.length, seeded(3));
  const isHeld = (_: Line, place: number) => (order[place] ?? 0) % heldOneIn === 0;
  const first = lines.filter((line, place) => !isHeld(line, place));
  const firstTable = tableOf(
    first.map(({ grams }) => grams),
    leastSeen,
  );
  const size = { features: firstTable.index.hashes.length, classes };
  const learners: Learners = {
    intents: newLearner(size),
    danger: withDanger ? newLearner({ ...size, classes: dangerKinds.length }) : null,
  };
  teachBoth(learners, first, firstTable, firstSteps);
  const held = judge(learners.intents, lines.filter(isHeld), firstTable, labels);

  const table = tableOf(
    lines.map(({ grams }) => grams),
    leastSeen,
    firstTable,
  );
  grow(learners.intents, table.index.hashes.length);
  if (learners.danger) grow(learners.danger, table.index.hashes.length);
  teachBoth(learners, lines, table, lastSteps);
  return { held, table, learners };
}

function linesOf({ examples, offTopic, dangers, dangerLines }: Lessons, labels: readonly string[]): readonly Line[] {
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const read = (text: string) => gramsOf(text.slice(0, readCharacters));
  const kindOf = (label: string) => dangerKinds.indexOf(dangers.has(label) ? 'acute' : 'ordinary');
  return [
    ...examples.map(({ text, label }) => ({
      grams: read(text),
      target: numbers.get(label) ?? labels.length,
      kind: kindOf(label),
    })),
    ...offTopic.map((text) => ({ grams: read(text), target: labels.length, kind: 0 })),
    ...(dangers.size === 0 ? [] : numbered(dangerLines)).map(({ text, kind }) => ({
      grams: read(text),
      target: null,
      kind,
    })),
  ];
}

/** Trains, calibrates and fits the gate. The same lessons always give the same model. */
export function train(lessons: Lessons): Model {
  const { examples, offTopic, dangers } = lessons;
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const withDanger = labels.some((label) => dangers.has(label)) && labels.some((label) => !dangers.has(label));
  const classes = labels.length + (offTopic.length > 0 ? 1 : 0);
  const { held, table, learners } = learnAll(linesOf(lessons, labels), {
    pace: lessons.pace,
    labels: labels.length,
    classes,
    withDanger,
  });
  const dangerNumbers = labels.flatMap((label, number) => (dangers.has(label) ? [number] : []));
  const short = examples.filter(({ text }) => new Set(wordsOf(normalise(text))).size < leastKnownWords);
  return {
    labels,
    table,
    softmax: rounded(learners.intents),
    temperature: temperatureOf(held),
    gate: fitGate(held, labels.length),
    danger: learners.danger && rounded(learners.danger),
    dangers: dangerNumbers,
    short: new Set(short.map(({ text }) => fingerprint(text))),
  };
}
