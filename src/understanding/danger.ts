/**
 * A second opinion on danger beside the rules: a classifier that knows what is acute, what is a worry, what only sounds
 * like danger, and all the ordinary matters. It finds what nobody wrote a rule for.
 */
import type { DangerLines } from '../domain/intent.ts';
import type { RiskLevel } from '../domain/words.ts';
import { featuresOf, type Grams, type GramTable } from './features.ts';
import { type Network, networkLogits } from './network.ts';
import { softmaxOf } from './softmax.ts';

/** The classes of the sense, in the order of its outputs. */
export const dangerKinds = ['ordinary', 'harmless', 'care', 'acute'] as const;
type DangerKind = (typeof dangerKinds)[number];

/** Chosen on 24,000 lines by fourteen writers, each judged by a model that had not learnt from them. */
const acuteFrom = 0.45;
/**
 * A few words may be the answer to anything ("ja i aften"): so many, or fewer, must say it more clearly. Set between such
 * fragments (0.49–0.53) and short lines that are danger (from 0.66).
 */
const fewWords = 4;
const acuteFromInFew = 0.55;
const careFrom = 0.36;
/**
 * Where the sense knows the text as harmless, a rule that found something acute is taken to have misread it, and a worry
 * is left. It must have met this share of the text (TF-IDF) before: disguised words are new to it.
 */
const knownEnough = 0.5;
const doubts = (degree: number, harmless: number) => degree < 0.25 && harmless >= 0.3;
/**
 * In a language that the labels have no examples in, the sense stands alone: of lines by writers it had not learnt from it
 * finds, with the rules, 34 of 100 acute ones, at 1 false alarm among 100 ordinary and harmless ones.
 */
const foreignAcuteFrom = 0.6;
const foreignCareFrom = 0.7;
/** Lowest probability that counts, so that one of two opinions alone cannot rule danger out. */
const least = 1e-3;

/** What the sense of danger makes of a text. */
export interface Sensed {
  readonly level: RiskLevel;
  /** The same for a language that the labels have no examples in. */
  readonly foreignLevel: RiskLevel;
  /** It knows the text as harmless: a rule may be mistaken. */
  readonly doubts: boolean;
}

/** What the sense of danger has learnt. */
export interface Sense {
  readonly table: GramTable;
  readonly network: Network;
}

/** @param together probability of all labels that mean danger */
export function senseDanger({ table, network }: Sense, grams: Grams, together: number): Sensed {
  const { vector, known } = featuresOf(grams, table);
  const [, harmless = 0, care = 0, acute = 0] = softmaxOf(networkLogits(network, vector));
  const degree = between(acute, together);
  const isWorry = (care + acute + together) / 2 >= careFrom;
  const foreignWorry = care + acute >= foreignCareFrom;
  return {
    level:
      degree >= (grams.vocabulary.length <= fewWords ? acuteFromInFew : acuteFrom)
        ? 'acute'
        : isWorry
          ? 'care'
          : 'none',
    foreignLevel: acute >= foreignAcuteFrom ? 'acute' : foreignWorry ? 'care' : 'none',
    doubts: known >= knownEnough && doubts(degree, harmless),
  };
}

/** The geometric mean of two opinions, in which the sense of danger counts six times. */
const between = (sensed: number, together: number) => ((sensed + least) ** 6 * (together + least)) ** (1 / 7);

/** A line to learn from, with the number of its kind. */
export interface DangerLine {
  readonly text: string;
  readonly kind: number;
}

/** Lines of their own beside the examples, each with the number of its kind. */
export function numbered({ acute, care, harmless }: DangerLines): readonly DangerLine[] {
  const of = (lines: readonly string[], kind: DangerKind) => lines.map((text) => ({ text, kind: numberOf(kind) }));
  return [...of(acute, 'acute'), ...of(care, 'care'), ...of(harmless, 'harmless')];
}

export const numberOf = (kind: DangerKind): number => dangerKinds.indexOf(kind);
