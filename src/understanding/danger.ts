/**
 * A second opinion on danger beside the rules: a classifier that knows only the examples of danger from all the others.
 * It finds what nobody wrote a rule for; its thresholds come from examples it had not seen.
 */
import type { SparseVector } from './features.ts';
import { logitsOf, type Softmax, softmaxOf } from './softmax.ts';

export interface DangerSense {
  readonly softmax: Softmax;
  /** Acute at this probability and above. */
  readonly acuteFrom: number;
  /** Care at this probability and above. */
  readonly careFrom: number;
}

export interface HeldDanger {
  /** Probability of danger, by a model that never saw the text. */
  readonly p: number;
  readonly isDanger: boolean;
}

/** Share of unseen ordinary examples that may be taken for more than they are. */
const falseAcute = 0.005;
const falseCare = 0.03;
/** Never lower than this, however well danger and the rest divide. */
const leastAcute = 0.5;
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

export function dangerLevel({ softmax, acuteFrom, careFrom }: DangerSense, vector: SparseVector) {
  const p = softmaxOf(logitsOf(softmax, vector))[1] as number;
  return p >= acuteFrom ? 'acute' : p >= careFrom ? 'care' : 'none';
}
