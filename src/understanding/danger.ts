/**
 * A second opinion on danger beside the rules: a classifier that knows only the examples of danger from all the others.
 * It finds what nobody wrote a rule for; its thresholds come from examples it had not seen.
 */
import type { SparseVector } from './features.ts';
import { logitsOf, type Softmax, softmaxOf } from './softmax.ts';

export interface DangerSense {
  readonly softmax: Softmax;
  /** Acute at this degree and above: the mean of this sense and of all intents that mean danger together. */
  readonly acuteFrom: number;
  /** Care at this degree and above. */
  readonly careFrom: number;
}

export interface HeldDanger {
  /** How much danger models that never saw the text find in it. */
  readonly p: number;
  readonly isDanger: boolean;
}

/** Share of unseen ordinary examples that may be taken for more than they are. */
const falseAcute = 0.006;
const falseCare = 0.03;
/** Never lower than this, however well danger and the rest divide. */
const leastAcute = 0.4;
const leastCare = 0.2;

/** @returns the probability that at most `share` of the ordinary examples reach */
function reachedBy(share: number, ordinary: readonly number[]): number {
  return ordinary[Math.floor(share * ordinary.length)] ?? 1;
}

export function dangerSenseOf(softmax: Softmax, held: readonly HeldDanger[]): DangerSense {
  const ordinary = held.flatMap(({ p, isDanger }) => (isDanger ? [] : [p])).sort((a, b) => b - a);
  const acuteFrom = Math.max(leastAcute, reachedBy(falseAcute, ordinary));
  return { softmax, acuteFrom, careFrom: Math.min(acuteFrom, Math.max(leastCare, reachedBy(falseCare, ordinary))) };
}

/** @param together probability of all labels that mean danger */
export function dangerLevel({ softmax, acuteFrom, careFrom }: DangerSense, vector: SparseVector, together: number) {
  const degree = degreeOf(logitsOf(softmax, vector), together);
  return degree >= acuteFrom ? 'acute' : degree >= careFrom ? 'care' : 'none';
}

export const degreeOf = (logits: Float64Array, together: number) => ((softmaxOf(logits)[1] as number) + together) / 2;
