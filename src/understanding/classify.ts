/**
 * The classifier: model and message → ranked labels with calibrated scores. Knows labels, not what they mean.
 */
import { type Sense, type Sensed, senseDanger } from './danger.ts';
import { featuresOf, fingerprint, type GramTable, gramsOf } from './features.ts';
import { type Gate, isOpen, signalsOf } from './gate.ts';
import { type Layer, logitsOf, softmaxOf } from './softmax.ts';

export interface Example {
  readonly text: string;
  readonly label: string;
}

/** Everything prediction needs; plain data, made by `train.ts`, kept by `model-cache.ts`. */
export interface Model {
  readonly labels: readonly string[];
  readonly table: GramTable;
  /** One class for each label, and one more for "none of them" when there were off-topic lines. */
  readonly softmax: Layer;
  readonly temperature: number;
  readonly gate: Gate;
  /** Null when no labels mean danger. */
  readonly danger: Sense | null;
  /** Numbers of the labels that mean danger. */
  readonly dangers: readonly number[];
  /** Fingerprints of examples of one word: they are meant to be answered, however short. */
  readonly short: ReadonlySet<number>;
}

export interface Ranked {
  readonly label: string;
  /** Calibrated probability, 0–1. */
  readonly score: number;
}

export interface Classification {
  /** Best first, all labels; what their scores lack to one is the probability of none of them. */
  readonly ranked: readonly Ranked[];
  /** TF-IDF share (0–1) of what the message says that training has seen. */
  readonly known: number;
  /** False when the message is probably not about any label. */
  readonly open: boolean;
  /** True when the message has fewer than two words we know, and is not an example itself. */
  readonly tooShort: boolean;
  readonly danger: Sensed;
}

/** Of a model that has not learnt what danger is. */
const senseless: Sensed = {
  listed: null,
  odds: Number.NEGATIVE_INFINITY,
  isWorry: false,
  foreignLevel: 'none',
  known: 0,
};

/** Characters of a message that the classifier reads. */
export const readCharacters = 4000;
export const leastKnownWords = 2;

const sumOf = (scores: Float64Array, places: readonly number[]) =>
  places.reduce((sum, place) => sum + (scores[place] ?? 0), 0);

/** Ranks the labels for a message. Reads its first 4,000 characters; works on any string. */
export function classify(model: Model, message: string): Classification {
  const text = message.slice(0, readCharacters);
  const grams = gramsOf(text, model.table.withNeighbours);
  const { vector, known, knownWords } = featuresOf(grams, model.table);
  const logits = logitsOf(model.softmax, vector);
  const scores = softmaxOf(logits, model.temperature);
  const ranked = model.labels
    .map((label, number) => ({ label, score: scores[number] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  const confidence = (ranked[0]?.score ?? 0) * known;
  return {
    ranked,
    known,
    open: isOpen(model.gate, signalsOf(logits, model.labels.length, known), confidence),
    tooShort: knownWords < leastKnownWords && !model.short.has(fingerprint(text)),
    danger: model.danger ? senseDanger(model.danger, text, grams, sumOf(scores, model.dangers)) : senseless,
  };
}
