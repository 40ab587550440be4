/**
 * Examples → model. Four fifths are learnt first, the rest is judged unseen and gives the temperature and the gate; then
 * everything is gone through together. So the features are counted once and nothing is trained twice.
 */
// biome-ignore lint/style/noRestrictedImports: two things are learnt at once, on two threads.
import { Worker } from 'node:worker_threads';
import type { DangerLines } from '../domain/intent.ts';
import { type Held, temperatureOf } from './calibrate.ts';
import { type Example, leastKnownWords, type Model, readCharacters } from './classify.ts';
import type { Sense } from './danger.ts';
import { featuresOf, fingerprint, type Grams, type GramTable, gramsOf, tableOf } from './features.ts';
import { fitGate } from './gate.ts';
import { normalise, wordsOf } from './normalise.ts';
import { seeded, shuffled } from './random.ts';
import { grow, type Learner, learnerLogits, newLearner, rounded, teach } from './softmax.ts';
import { dangerLinesIn } from './train-sense.ts';

/** One in so many is judged unseen. */
const heldOneIn = 5;
/**
 * How much time is spent. Step sizes, one for each time through the examples; and in how many texts an n-gram must stand:
 * leaving out what was seen once makes the model less than half as large and costs half a point. Pairs of words that
 * stand near each other, with two more times through, are worth half a point (91.5 instead of 91.0 on CLINC150 small).
 */
const paces = {
  quick: { firstSteps: [1], lastSteps: [1, 0.4], leastSeen: 2, withNeighbours: false },
  thorough: { firstSteps: [1, 1], lastSteps: [1, 0.8, 0.5, 0.3], leastSeen: 1, withNeighbours: true },
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
  /** The label's number; for off-topic lines the number after the last. */
  readonly target: number;
}

const vectorsOf = (lines: readonly { readonly grams: Grams }[], table: GramTable) =>
  lines.map(({ grams }) => featuresOf(grams, table).vector);
const gramsIn = (lines: readonly Line[]) => lines.map(({ grams }) => grams);

function teachLabels(learner: Learner, lines: readonly Line[], table: GramTable, steps: readonly number[]): void {
  const targets = lines.map(({ target }) => target);
  teach(learner, vectorsOf(lines, table), targets, steps);
}

/** What the learner, who has not seen these lines, thinks of them. */
function judge(learner: Learner, lines: readonly Line[], table: GramTable, labels: number): readonly Held[] {
  return lines.map(({ grams, target }): Held => {
    const { vector, known } = featuresOf(grams, table);
    return { logits: learnerLogits(learner, vector), known, label: target < labels ? target : null };
  });
}

interface Size {
  readonly pace: Pace;
  readonly labels: number;
  /** Labels, and one more for "none of them" when there are off-topic lines. */
  readonly classes: number;
}

function learnLabels(lines: readonly Line[], { pace, labels, classes }: Size) {
  const { firstSteps, lastSteps, ...grams } = paces[pace];
  const order = shuffled(lines.length, seeded(3));
  const isHeld = (_: Line, place: number) => (order[place] ?? 0) % heldOneIn === 0;
  const first = lines.filter((line, place) => !isHeld(line, place));
  const firstTable = tableOf(gramsIn(first), grams);
  const learner = newLearner({ features: firstTable.index.hashes.length, classes });
  teachLabels(learner, first, firstTable, firstSteps);
  const held = judge(learner, lines.filter(isHeld), firstTable, labels);

  const table = tableOf(gramsIn(lines), grams, firstTable);
  grow(learner, table.index.hashes.length);
  teachLabels(learner, lines, table, lastSteps);
  return { held, table, learner };
}

function linesOf({ examples, offTopic, pace }: Lessons, labels: readonly string[]): readonly Line[] {
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const read = (text: string) => gramsOf(text.slice(0, readCharacters), paces[pace].withNeighbours);
  return [
    ...examples.map(({ text, label }) => ({ grams: read(text), target: numbers.get(label) ?? labels.length })),
    ...offTopic.map((text) => ({ grams: read(text), target: labels.length })),
  ];
}

/** Learns to tell labels apart, calibrates, and fits the gate. The same lessons always give the same model. */
function trainLabels(lessons: Lessons): Omit<Model, 'danger'> {
  const { examples, offTopic, dangers } = lessons;
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const classes = labels.length + (offTopic.length > 0 ? 1 : 0);
  const lines = linesOf(lessons, labels);
  const { held, table, learner } = learnLabels(lines, { pace: lessons.pace, labels: labels.length, classes });
  const dangerNumbers = labels.flatMap((label, number) => (dangers.has(label) ? [number] : []));
  const short = examples.filter(({ text }) => new Set(wordsOf(normalise(text))).size < leastKnownWords);
  return {
    labels,
    table,
    softmax: rounded(learner),
    temperature: temperatureOf(held),
    gate: fitGate(held, labels.length),
    dangers: dangerNumbers,
    short: new Set(short.map(({ text }) => fingerprint(text))),
  };
}

/**
 * Labels here, and danger on a thread beside: a first start takes as long as the longer of them. There is no danger to
 * learn when all labels mean it, or none.
 */
export async function train(lessons: Lessons): Promise<Model> {
  const { examples, dangers } = lessons;
  const isDanger = new Set(examples.map(({ label }) => dangers.has(label)));
  const sense = isDanger.size === 2 ? senseBeside(lessons) : null;
  return { ...trainLabels(lessons), danger: await sense };
}

/** @throws Error when the thread fails */
function senseBeside(lessons: Lessons): Promise<Sense> {
  const thread = new Worker(new URL('./sense-worker.ts', import.meta.url), { workerData: dangerLinesIn(lessons) });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread that learns danger ended without an answer.')));
  });
}
