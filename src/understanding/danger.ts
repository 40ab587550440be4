/**
 * A second opinion on danger beside the rules: a classifier that knows what is acute, what is a worry, what only sounds
 * like danger, and all the ordinary matters. It finds what nobody wrote a rule for.
 */
import type { DangerLines } from '../domain/intent.ts';
import type { RiskLevel } from '../domain/words.ts';
import type { SparseVector } from './features.ts';
import { logitsOf, type Softmax, softmaxOf } from './softmax.ts';

/** The classes of the sense, in the order of its outputs. */
export const dangerKinds = ['ordinary', 'harmless', 'care', 'acute'] as const;
type DangerKind = (typeof dangerKinds)[number];

/**
 * From this degree on. Chosen on lines by writers the models had not learnt from: about three in a hundred harmless
 * lines and one in a hundred ordinary ones reach `acute`.
 */
const acuteFrom = 0.45;
const careFrom = 0.3;
/** Lowest probability that counts, so that one of two opinions alone cannot rule danger out. */
const least = 1e-3;

/** @param together probability of all labels that mean danger */
export function dangerLevel(sense: Softmax, vector: SparseVector, together: number): RiskLevel {
  const [, , care = 0, acute = 0] = softmaxOf(logitsOf(sense, vector));
  if (between(acute, together) >= acuteFrom) return 'acute';
  return (care + acute + together) / 2 >= careFrom ? 'care' : 'none';
}

/** The geometric mean of two opinions, in which the sense of danger counts twice. */
const between = (sensed: number, together: number) => Math.cbrt((sensed + least) ** 2 * (together + least));

/** Lines of their own beside the examples, each with the number of its kind. */
export function numbered({ acute, care, harmless }: DangerLines): readonly { text: string; kind: number }[] {
  const of = (lines: readonly string[], kind: DangerKind) =>
    lines.map((text) => ({ text, kind: dangerKinds.indexOf(kind) }));
  return [...of(acute, 'acute'), ...of(care, 'care'), ...of(harmless, 'harmless')];
}
