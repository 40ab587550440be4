/**
 * Softmax regression on sparse vectors, trained by Adagrad: one row of class weights for each feature. `network.ts` puts
 * one such layer upon another.
 * Training works on floats; what is kept is rounded to a byte a weight, so that it is small on disk and quick to load.
 */
import type { SparseVector } from './features.ts';
import { seeded, shuffled } from './random.ts';

export interface Layer {
  readonly classes: number;
  /** `weights[feature * classes + class]`, in steps of `scale[feature]`. */
  readonly weights: Int8Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

/** A model that is still learning. */
export interface Learner {
  readonly classes: number;
  weights: Float32Array;
  readonly bias: Float32Array;
  /** Sums of squared gradients: one for each feature, shared by its classes, and one for each bias. */
  squares: Float32Array;
  readonly biasSquares: Float32Array;
  readonly random: () => number;
}

/** Labels are taken for right only so far: people word things otherwise than the examples do. */
const smoothing = 0.35;
/** Classes whose error is smaller than this learn nothing from the example. */
const leastGradient = 0.008;
/** Where the sums of squares begin, so that the first small errors make small steps. */
const firstSquare = 0.1;
const seed = 20_261_121;
const largestByte = 127;

/** Adds the weighted rows to the scores. Four features at a time: this is where all the time goes. */
function addRows(scores: Float64Array, weights: Float32Array, { index, value }: SparseVector): void {
  const classes = scores.length;
  for (let i = 0; i < index.length; i += 4) {
    const x0 = value[i] as number;
    const x1 = value[i + 1] ?? 0;
    const x2 = value[i + 2] ?? 0;
    const x3 = value[i + 3] ?? 0;
    const row0 = (index[i] as number) * classes;
    const row1 = (index[i + 1] ?? 0) * classes;
    const row2 = (index[i + 2] ?? 0) * classes;
    const row3 = (index[i + 3] ?? 0) * classes;
    for (let c = 0; c < classes; c++) {
      scores[c] =
        (scores[c] as number) +
        x0 * (weights[row0 + c] as number) +
        x1 * (weights[row1 + c] as number) +
        x2 * (weights[row2 + c] as number) +
        x3 * (weights[row3 + c] as number);
    }
  }
}

/** One score for each class while the model is still learning. */
export function learnerLogits(learner: Learner, vector: SparseVector): Float64Array {
  const logits = Float64Array.from(learner.bias);
  addRows(logits, learner.weights, vector);
  return logits;
}

/** One score for each class, not yet a probability. */
export function logitsOf({ classes, weights, scale, bias }: Layer, { index, value }: SparseVector): Float64Array {
  const logits = Float64Array.from(bias);
  for (let i = 0; i < index.length; i++) {
    const feature = index[i] as number;
    const x = (value[i] as number) * (scale[feature] as number);
    const row = feature * classes;
    for (let c = 0; c < classes; c++) logits[c] = (logits[c] as number) + x * (weights[row + c] as number);
  }
  return logits;
}

/** Probabilities of logits divided by the temperature. */
export function softmaxOf(logits: Float64Array, temperature = 1): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > top) top = logit;
  const odds = new Float64Array(logits.length);
  let sum = 0;
  for (let c = 0; c < odds.length; c++) {
    const odd = Math.exp(((logits[c] as number) - top) / temperature);
    odds[c] = odd;
    sum += odd;
  }
  for (let c = 0; c < odds.length; c++) odds[c] = (odds[c] as number) / sum;
  return odds;
}

export function newLearner(size: { readonly features: number; readonly classes: number }): Learner {
  return {
    classes: size.classes,
    weights: new Float32Array(size.features * size.classes),
    bias: new Float32Array(size.classes),
    squares: new Float32Array(size.features).fill(firstSquare),
    biasSquares: new Float32Array(size.classes).fill(firstSquare),
    random: seeded(seed),
  };
}

/** Makes room for features that were not there before. */
export function grow(learner: Learner, features: number): void {
  const weights = new Float32Array(features * learner.classes);
  weights.set(learner.weights);
  const squares = new Float32Array(features).fill(firstSquare);
  squares.set(learner.squares);
  learner.weights = weights;
  learner.squares = squares;
}

/** Which classes have an error worth learning from: the first `size` places of `active`, and their sum of squares. */
interface Errors {
  /** One for each class; what is not in `active` says nothing. */
  readonly errors: Float64Array;
  readonly active: Int32Array;
  readonly size: number;
  readonly squares: number;
}

/** Errors against the smoothed label; those worth learning from are listed in `active`. */
export function errorsOf(logits: Float64Array, label: number, active: Int32Array): Errors {
  const errors = softmaxOf(logits);
  const spread = smoothing / errors.length;
  let size = 0;
  let squares = 0;
  for (let c = 0; c < errors.length; c++) {
    const error = (errors[c] as number) - spread - (c === label ? 1 - smoothing : 0);
    errors[c] = error;
    if (Math.abs(error) < leastGradient) continue;
    active[size++] = c;
    squares += error * error;
  }
  return { errors, active, size, squares };
}

/** Moves the weights against the errors. The inner loops are written out: this is where training spends its time. */
export function learn(learner: Learner, vector: SparseVector, wrong: Errors, step: number): void {
  const { classes, weights, squares, bias, biasSquares } = learner;
  const { errors, active, size, squares: errorSquares } = wrong;
  for (let a = 0; a < size; a++) {
    const c = active[a] as number;
    const error = errors[c] as number;
    biasSquares[c] = (biasSquares[c] as number) + error * error;
    bias[c] = (bias[c] as number) - (step * error) / Math.sqrt(biasSquares[c] as number);
  }
  const { index, value } = vector;
  for (let i = 0; i < index.length; i++) {
    const feature = index[i] as number;
    const x = value[i] as number;
    const sum = (squares[feature] as number) + x * x * errorSquares;
    squares[feature] = sum;
    const pace = (step * x) / Math.sqrt(sum);
    const row = feature * classes;
    for (let a = 0; a < size; a++) {
      const c = active[a] as number;
      weights[row + c] = (weights[row + c] as number) - pace * (errors[c] as number);
    }
  }
}

/** Goes through the examples once for each step size; the same input gives the same weights. */
export function teach(
  learner: Learner,
  vectors: readonly SparseVector[],
  labels: ArrayLike<number>,
  steps: readonly number[],
): void {
  const active = new Int32Array(learner.classes);
  for (const step of steps) {
    for (const at of shuffled(vectors.length, learner.random)) {
      const vector = vectors[at] as SparseVector;
      learn(learner, vector, errorsOf(learnerLogits(learner, vector), labels[at] as number, active), step);
    }
  }
}

/** Rounds every weight to one of 255 steps of its feature. */
export function rounded({ classes, weights, bias, squares }: Learner): Layer {
  const bytes = new Int8Array(weights.length);
  const scale = new Float32Array(squares.length);
  for (let feature = 0; feature < scale.length; feature++) {
    const row = feature * classes;
    let largest = 0;
    for (let c = 0; c < classes; c++) largest = Math.max(largest, Math.abs(weights[row + c] as number));
    scale[feature] = largest / largestByte;
    if (largest === 0) continue;
    for (let c = 0; c < classes; c++) {
      bytes[row + c] = Math.round((weights[row + c] as number) / (scale[feature] as number));
    }
  }
  return { classes, weights: bytes, scale, bias };
}
