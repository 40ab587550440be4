/**
 * The classifier: examples → model → ranked labels with calibrated scores. Knows labels, not what they mean.
 */
import { judgeHeldOut, temperatureOf } from './calibrate.ts';
import { featuresOf, type GramTable, gramsOf, hash, tableOf } from './features.ts';
import { fitGate, type Gate, isOpen, signalsOf } from './gate.ts';
import { normalise, wordsOf } from './normalise.ts';
import { logitsOf, type Softmax, softmaxOf, trainSoftmax } from './softmax.ts';

export interface Example {
  readonly text: string;
  readonly label: string;
}

/** Everything prediction needs; plain data, kept by `model-cache.ts`. */
export interface Model {
  readonly labels: readonly string[];
  readonly table: GramTable;
  readonly softmax: Softmax;
  readonly temperature: number;
  readonly gate: Gate;
  /** Fingerprints of examples of one word: they are meant to be answered, however short. */
  readonly short: ReadonlySet<number>;
}

export interface Ranked {
  readonly label: string;
  /** Calibrated probability, 0–1. */
  readonly score: number;
}

export interface Classification {
  /** Best first, all labels. */
  readonly ranked: readonly Ranked[];
  /** TF-IDF share (0–1) of what the message says that training has seen. */
  readonly known: number;
  /** False when the message is probably not about any label. */
  readonly open: boolean;
  /** True when the message has fewer than two words we know, and is not an example itself. */
  readonly tooShort: boolean;
}

/** Characters of a message that the classifier reads. */
const readCharacters = 4000;
const leastKnownWords = 2;

const fingerprint = (text: string) => hash(wordsOf(normalise(text)).join(' '), 0);

/**
 * Trains, calibrates and fits the gate.
 *
 * @param offTopic lines that belong to no label, never trained on; without them the gate is a plain threshold
 */
export function train(examples: readonly Example[], offTopic: readonly string[]): Model {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const targets = examples.map(({ label }) => numbers.get(label) ?? 0);
  const grams = examples.map(({ text }) => gramsOf(text.slice(0, readCharacters)));
  const table = tableOf(grams);
  const vectors = grams.map((text) => featuresOf(text, table).vector);
  const softmax = trainSoftmax(vectors, targets, { features: table.index.size, classes: labels.length });
  const offGrams = offTopic.map((text) => gramsOf(text.slice(0, readCharacters)));
  const held = judgeHeldOut({ grams, labels: targets, classes: labels.length }, offGrams);
  const short = examples.filter(({ text }) => new Set(wordsOf(normalise(text))).size < leastKnownWords);
  return {
    labels,
    table,
    softmax,
    temperature: temperatureOf(held),
    gate: fitGate(held),
    short: new Set(short.map(({ text }) => fingerprint(text))),
  };
}

/** Ranks the labels for a message. Reads its first 4,000 characters; works on any string. */
export function classify(model: Model, message: string): Classification {
  const text = message.slice(0, readCharacters);
  const { vector, known, knownWords } = featuresOf(gramsOf(text), model.table);
  const logits = logitsOf(model.softmax, vector);
  const scores = softmaxOf(logits, model.temperature);
  const ranked = model.labels
    .map((label, number) => ({ label, score: scores[number] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  const confidence = (ranked[0]?.score ?? 0) * known;
  return {
    ranked,
    known,
    open: isOpen(model.gate, signalsOf(logits, known), confidence),
    tooShort: knownWords < leastKnownWords && !model.short.has(fingerprint(text)),
  };
}
