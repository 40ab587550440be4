/**
 * Tells what is ours from what is not: a message may look most like one of our intents and still be none of them.
 */
import type { Held } from './calibrate.ts';

/** What the gate looks at. */
export interface Signals {
  readonly topLogit: number;
  /** Distance from the top logit to the next. */
  readonly margin: number;
  /** TF-IDF share of n-grams that training saw. */
  readonly known: number;
  /** How far "none of them" is above the top logit; 0 when it is no class. */
  readonly elsewhere: number;
}

/** Logistic regression on the signals, scaled; null when no off-topic lines were there to learn from. */
export type Gate = {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
  /** Open at this score and above. */
  readonly threshold: number;
} | null;

/** At p × known below this a message is not ours. */
const leastConfidence = 0.15;
/** Share of right answers that must pass. */
const keptAnswers = 0.965;
const rounds = 500;

/** @param labels how many of the logits are labels; the one after them is "none of them" */
export function signalsOf(logits: Float64Array, labels: number, known: number): Signals {
  let top = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < labels; c++) {
    const logit = logits[c] as number;
    if (logit > top) [top, next] = [logit, top];
    else if (logit > next) next = logit;
  }
  const margin = Number.isFinite(next) ? top - next : top;
  return { topLogit: top, margin, known, elsewhere: (logits[labels] ?? top) - top };
}

const listed = ({ topLogit, margin, known, elsewhere }: Signals) => [topLogit, margin, known, elsewhere];

function scoreOf(gate: NonNullable<Gate>, signals: Signals): number {
  const sum = listed(signals).reduce((total, signal, i) => {
    return total + (gate.weights[i] ?? 0) * ((signal - (gate.mean[i] ?? 0)) / (gate.scale[i] ?? 1));
  }, gate.bias);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * @param confidence p × known of the best intent
 * @returns true for what is ours; for everything when no off-topic lines have shown what is not
 */
export function isOpen(gate: Gate, signals: Signals, confidence: number): boolean {
  return gate === null || (confidence >= leastConfidence && scoreOf(gate, signals) >= gate.threshold);
}

/** Fits the gate on held-out judgements; null when there are no off-topic lines among them. */
export function fitGate(held: readonly Held[], labels: number): Gate {
  const samples = held.map(({ logits, known, label }) => ({
    signals: signalsOf(logits, labels, known),
    inScope: label !== null,
    right: label !== null && logits[label] === Math.max(...logits.subarray(0, labels)),
  }));
  const off = samples.filter(({ inScope }) => !inScope);
  if (off.length === 0 || off.length === samples.length) return null;
  const fitted = regress(samples.map(({ signals, inScope }) => ({ x: listed(signals), inScope })));
  const scored = (signals: Signals) => scoreOf({ ...fitted, threshold: 0 }, signals);
  const right = samples.filter((sample) => sample.right).map(({ signals }) => scored(signals));
  return {
    ...fitted,
    threshold: thresholdOf(
      right,
      off.map(({ signals }) => scored(signals)),
    ),
  };
}

/** More than this is never asked for: people write less like the examples than the examples do. */
const highestThreshold = 0.4;

/** Among the thresholds that let nearly all right answers through, the one that divides best. */
function thresholdOf(right: readonly number[], off: readonly number[]): number {
  const ascending = [...right].sort((a, b) => a - b);
  const below = [...off].sort((a, b) => a - b);
  let best = { threshold: 0, gain: Number.NEGATIVE_INFINITY };
  let refused = 0;
  for (let lost = 0; lost <= ascending.length * (1 - keptAnswers); lost++) {
    const answer = ascending[lost] ?? 0;
    while (refused < below.length && (below[refused] ?? 1) < answer) refused++;
    const gain = refused / below.length - lost / Math.max(1, ascending.length);
    if (gain > best.gain) best = { threshold: (answer + (below[refused - 1] ?? 0)) / 2, gain };
  }
  return Math.min(best.threshold, highestThreshold);
}

interface Point {
  readonly x: readonly number[];
  readonly inScope: boolean;
}

/** Both sides weigh the same, however many lines each has. Plain gradient descent on scaled signals. */
function regress(points: readonly Point[]): Omit<NonNullable<Gate>, 'threshold'> {
  const size = points[0]?.x.length ?? 0;
  const mean = Array.from({ length: size }, (_, i) => average(points.map(({ x }) => x[i] ?? 0)));
  const scale = mean.map((m, i) => Math.sqrt(average(points.map(({ x }) => ((x[i] ?? 0) - m) ** 2))) || 1);
  const inside = points.filter(({ inScope }) => inScope).length;
  const scaled = points.map(({ x, inScope }) => ({
    x: x.map((signal, i) => (signal - (mean[i] ?? 0)) / (scale[i] ?? 1)),
    target: inScope ? 1 : 0,
    weight: 0.5 / (inScope ? inside : points.length - inside),
  }));
  return { mean, scale, ...descend(scaled, size) };
}

interface Weighted {
  readonly x: readonly number[];
  readonly target: number;
  readonly weight: number;
}

function descend(points: readonly Weighted[], size: number): { readonly weights: number[]; readonly bias: number } {
  const weights = new Array<number>(size).fill(0);
  let bias = 0;
  for (let round = 0; round < rounds; round++) {
    const slope = new Array<number>(size).fill(0);
    let biasSlope = 0;
    for (const { x, target, weight } of points) {
      const sum = x.reduce((total, signal, i) => total + signal * (weights[i] ?? 0), bias);
      const error = weight * (1 / (1 + Math.exp(-sum)) - target);
      x.forEach((signal, i) => {
        slope[i] = (slope[i] ?? 0) + error * signal;
      });
      biasSlope += error;
    }
    for (let i = 0; i < size; i++) weights[i] = (weights[i] ?? 0) - 2 * ((slope[i] ?? 0) + 1e-3 * (weights[i] ?? 0));
    bias -= 2 * biasSlope;
  }
  return { weights, bias };
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
