/**
 * Softmax regression on sparse vectors, trained by Adagrad: one row of class weights for each feature.
 */
import type { SparseVector } from './features.ts';
import { seeded, shuffled } from './random.ts';

export interface Softmax {
  readonly classes: number;
  /** `weights[feature * classes + class]`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const epochs = 10;
const step = 0.3;
/** Classes whose error is smaller than this learn nothing from the example. */
const leastGradient = 1e-3;
/** Where the sums of squares begin, so that the first small errors make small steps. */
const firstSquare = 0.1;
const seed = 20_261_121;

/** One score for each class, not yet a probability. Four features at a time: this is where all the time goes. */
export function logitsOf({ classes, weights, bias }: Softmax, { index, value }: SparseVector): Float64Array {
  const logits = Float64Array.from(bias);
  const last = index.length;
  for (let i = 0; i < last; i += 4) {
    const [x0, x1, x2, x3] = [value[i] ?? 0, value[i + 1] ?? 0, value[i + 2] ?? 0, value[i + 3] ?? 0];
    const row0 = (index[i] ?? 0) * classes;
    const row1 = (index[i + 1] ?? 0) * classes;
    const row2 = (index[i + 2] ?? 0) * classes;
    const row3 = (index[i + 3] ?? 0) * classes;
    for (let c = 0; c < classes; c++) {
      logits[c] =
        (logits[c] as number) +
        x0 * (weights[row0 + c] as number) +
        x1 * (weights[row1 + c] as number) +
        x2 * (weights[row2 + c] as number) +
        x3 * (weights[row3 + c] as number);
    }
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

interface Adagrad extends Softmax {
  /** Sums of squared gradients, laid out as the weights. */
  readonly weightSquares: Float32Array;
  readonly biasSquares: Float32Array;
}

function classesToTeach(errors: Float64Array): readonly number[] {
  const active: number[] = [];
  for (let c = 0; c < errors.length; c++) if (Math.abs(errors[c] as number) >= leastGradient) active.push(c);
  return active;
}

/** The inner loops are written out: this is where training spends its time. */
function learn(model: Adagrad, { index, value }: SparseVector, label: number): void {
  const { classes, weights, weightSquares, bias, biasSquares } = model;
  const errors = softmaxOf(logitsOf(model, { index, value }));
  errors[label] = (errors[label] as number) - 1;
  const active = classesToTeach(errors);
  for (const c of active) {
    const gradient = errors[c] as number;
    const sum = (biasSquares[c] as number) + gradient * gradient;
    biasSquares[c] = sum;
    bias[c] = (bias[c] as number) - (step * gradient) / Math.sqrt(sum);
  }
  for (let i = 0; i < index.length; i++) {
    const row = (index[i] as number) * classes;
    const x = value[i] as number;
    for (let a = 0; a < active.length; a++) {
      const c = active[a] as number;
      const gradient = x * (errors[c] as number);
      const sum = (weightSquares[row + c] as number) + gradient * gradient;
      weightSquares[row + c] = sum;
      weights[row + c] = (weights[row + c] as number) - (step * gradient) / Math.sqrt(sum);
    }
  }
}

/** Trains on the vectors; the same input gives the same weights. */
export function trainSoftmax(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  size: { readonly features: number; readonly classes: number },
): Softmax {
  const cells = size.features * size.classes;
  const model = {
    classes: size.classes,
    weights: new Float32Array(cells),
    bias: new Float32Array(size.classes),
    weightSquares: new Float32Array(cells).fill(firstSquare),
    biasSquares: new Float32Array(size.classes).fill(firstSquare),
  };
  const random = seeded(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of shuffled(vectors.length, random)) {
      const vector = vectors[at];
      const label = labels[at];
      if (vector !== undefined && label !== undefined) learn(model, vector, label);
    }
  }
  return { classes: model.classes, weights: model.weights, bias: model.bias };
}
