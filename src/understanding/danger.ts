/**
 * A second opinion on danger beside the rules: a classifier that knows what is acute, what is a worry, what only sounds
 * like danger, and all the ordinary matters. It finds what nobody wrote a rule for; its thresholds come from lines it
 * had not seen.
 */
import type { DangerLines } from '../domain/intent.ts';
import type { SparseVector } from './features.ts';
import { logitsOf, type Softmax, softmaxOf } from './softmax.ts';

/** The classes of the sense, in the order of its outputs. */
export const dangerKinds = ['ordinary', 'harmless', 'care', 'acute'] as const;
export type DangerKind = (typeof dangerKinds)[number];

export interface DangerSense {
  readonly softmax: Softmax;
  /** Acute at this degree and above: the mean of this sense and of all intents that mean danger together. */
  readonly acuteFrom: number;
  /** Care at this degree and above. */
  readonly careFrom: number;
}

export interface HeldDanger {
  readonly kind: DangerKind;
  /** What models that never saw the text make of it. */
  readonly degrees: Degrees;
}

/** 0–1 each; `worried` is never below `acute`. */
export interface Degrees {
  readonly acute: number;
  readonly worried: number;
}

/** Share of unseen lines that may be taken for more than they are. */
const mostFalse = { acute: { ordinary: 0.008, harmless: 0.04 }, worried: { ordinary: 0.03, harmless: 0.12 } } as const;
/** Never lower than this, however well danger and the rest divide. */
const least = { acute: 0.3, worried: 0.2 } as const;

/** @returns a degree that at most `share` of the lines of this kind reach */
function reachedBy(share: number, held: readonly HeldDanger[], kind: DangerKind, degree: keyof Degrees): number {
  const degrees = held.flatMap((line) => (line.kind === kind ? [line.degrees[degree]] : [])).sort((a, b) => b - a);
  return degrees[Math.floor(share * degrees.length)] ?? 0;
}

function thresholdOf(degree: keyof Degrees, held: readonly HeldDanger[]): number {
  const shares = mostFalse[degree];
  const reached = (['ordinary', 'harmless'] as const).map((kind) => reachedBy(shares[kind], held, kind, degree));
  return Math.max(least[degree], ...reached);
}

/** The sense with thresholds from lines that the models judged unseen. */
export function dangerSenseOf(softmax: Softmax, held: readonly HeldDanger[]): DangerSense {
  return { softmax, acuteFrom: thresholdOf('acute', held), careFrom: thresholdOf('worried', held) };
}

/** @param together probability of all labels that mean danger */
export function dangerLevel({ softmax, acuteFrom, careFrom }: DangerSense, vector: SparseVector, together: number) {
  const { acute, worried } = degreesOf(logitsOf(softmax, vector), together);
  return acute >= acuteFrom ? 'acute' : worried >= careFrom ? 'care' : 'none';
}

/** @param logits one for each of `dangerKinds` */
export function degreesOf(logits: Float64Array, together: number): Degrees {
  const [, , care = 0, acute = 0] = softmaxOf(logits);
  return { acute: (acute + together) / 2, worried: (care + acute + together) / 2 };
}

/** Lines of their own beside the examples, each with the number of its kind. */
export function numbered({ acute, care, harmless }: DangerLines): readonly { text: string; kind: number }[] {
  const of = (lines: readonly string[], kind: DangerKind) =>
    lines.map((text) => ({ text, kind: dangerKinds.indexOf(kind) }));
  return [...of(acute, 'acute'), ...of(care, 'care'), ...of(harmless, 'harmless')];
}
