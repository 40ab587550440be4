/**
 * A small network: sparse vector → a few hidden units → classes. A unit gathers words that mean much the same, so it
 * knows wordings that no single line held; softmax regression weighs every word by itself.
 */
import type { SparseVector } from './features.ts';
import { seeded, shuffled } from './random.ts';
import { errorsOf, type Layer, type Learner, learn, learnerLogits, logitsOf, newLearner, rounded } from './softmax.ts';

export interface Network {
  /** One class for each hidden unit. */
  readonly hidden: Layer;
  /** One feature for each hidden unit. */
  readonly output: Layer;
}

const hiddenUnits = 16;
const rounds = 3;
/** At the first line; they grow smaller with each, to nothing at the last. */
const hiddenStep = 0.25;
const outputStep = 0.1;
/** Units are left out at random while learning, so that none leans on another. */
const leftOut = 0.3;
const firstSquare = 1.6e-3;
/** Width of the random numbers that learning begins with, around zero. */
const firstWidth = { hidden: 0.2, output: 0.5 } as const;
/** What is so nearly right that there is little to learn from it: three of ten lines each time, and a fifth of the time. */
const leastWrong = 0.02;
const seed = 20_261_122;

/** One score for each class, not yet a probability. */
export function networkLogits({ hidden, output }: Network, vector: SparseVector): Float64Array {
  return logitsOf(
    output,
    awake(logitsOf(hidden, vector), () => 1),
  );
}

/**
 * The same input gives the same network.
 *
 * @param kinds the class of each vector
 */
export function trainNetwork(
  vectors: readonly SparseVector[],
  kinds: ArrayLike<number>,
  { features, classes }: { readonly features: number; readonly classes: number },
): Network {
  const random = seeded(seed);
  const hidden = begun({ features, classes: hiddenUnits }, firstWidth.hidden, random);
  const output = begun({ features: hiddenUnits, classes }, firstWidth.output, random);
  const active = new Int32Array(classes);
  const weightOf = () => (random() < leftOut ? 0 : 1 / (1 - leftOut));
  let ease = 1;
  for (let round = 0; round < rounds; round++) {
    for (const at of shuffled(vectors.length, random)) {
      const vector = vectors[at] as SparseVector;
      ease -= 1 / (rounds * vectors.length);
      const units = awake(learnerLogits(hidden, vector), weightOf);
      const wrong = errorsOf(learnerLogits(output, units), kinds[at] as number, active);
      if (wrong.squares < leastWrong) continue;
      const blame = blamed(units, output, wrong);
      learn(output, units, wrong, outputStep * ease);
      learn(hidden, vector, blame, hiddenStep * ease);
    }
  }
  return { hidden: rounded(hidden), output: rounded(output) };
}

function begun(size: { features: number; classes: number }, width: number, random: () => number): Learner {
  const learner = newLearner(size);
  for (let at = 0; at < learner.weights.length; at++) learner.weights[at] = (random() * 2 - 1) * width * 0.5;
  learner.squares.fill(firstSquare);
  return learner;
}

/** The units above zero as a vector of their own. */
function awake(units: Float64Array, weightOf: () => number): SparseVector {
  const index = new Int32Array(units.length);
  const value = new Float32Array(units.length);
  let size = 0;
  for (let unit = 0; unit < units.length; unit++) {
    const height = units[unit] as number;
    const weight = height > 0 ? weightOf() : 0;
    if (weight === 0) continue;
    index[size] = unit;
    value[size++] = height * weight;
  }
  return { index: index.subarray(0, size), value: value.subarray(0, size) };
}

/** What each unit that was awake had to do with the errors of the classes. */
function blamed({ index }: SparseVector, { classes, weights }: Learner, wrong: ReturnType<typeof errorsOf>) {
  const errors = new Float64Array(hiddenUnits);
  let squares = 0;
  for (const unit of index) {
    let blame = 0;
    for (let a = 0; a < wrong.size; a++) {
      const c = wrong.active[a] as number;
      blame += (wrong.errors[c] as number) * (weights[unit * classes + c] as number);
    }
    errors[unit] = blame;
    squares += blame * blame;
  }
  return { errors, active: index, size: index.length, squares };
}
