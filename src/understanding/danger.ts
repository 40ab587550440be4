/**
 * A second opinion on danger beside the rules: a classifier that knows what is acute, what is a worry, what only sounds
 * like danger, and all the ordinary matters. It finds what nobody wrote a rule for.
 */
import type { DangerLines } from '../domain/intent.ts';
import type { RiskLevel } from '../domain/words.ts';
import { featuresOf, fingerprint, type Grams, type GramTable } from './features.ts';
import { type Network, networkLogits } from './network.ts';
import { normalise, wordsOf } from './normalise.ts';
import { softmaxOf } from './softmax.ts';

/** The classes of the sense, in the order of its outputs. */
export const dangerKinds = ['ordinary', 'harmless', 'care', 'acute'] as const;
type DangerKind = (typeof dangerKinds)[number];

/**
 * How much each opinion counts in the log-odds that a person must be called: logistic regression on 30,000 lines by twenty
 * writers, each judged by a sense that had not learnt from them, and on the development lines (decision 19). `always` was
 * chosen afterwards, on the development lines.
 */
const counts = { acute: 4.56, harmless: -1.23, ordinary: 0.46, together: 0.43 };
const always = 3.8;
/**
 * What speaks for danger and against it in the same log-odds; but for `softened` chosen by trying, not fitted. One sentence
 * of several must say it more clearly than the message as a whole: at five long harmless messages in a hundred taken for
 * danger, the highest of all sentences found 81 of 100 long acute ones, the message as a whole 93. A rule stands unless the
 * sense is quite against it: with 5 it keeps 99.8 of 100 acute hits and 62 of 100 harmless ones, with 2 it kept 98.7 and 30, and
 * lost "min stedfar slog min bror" beside a friendly question.
 */
export const odds = { rule: 5, softened: -1.15, denied: -5, oneOfSeveral: -2.5 } as const;
/** A few words may be the answer to anything ("ja i aften"): so many, or fewer, must say it more clearly. */
const fewWords = 4;
const oddsOfFew = -2;
/** Distinct words that a listed line has at the most. */
const mostListed = 7;
/** Below this share of the text (TF-IDF) that the sense has met before, it doubts no rule: disguised words are new to it. */
export const knownEnough = 0.5;
const careFrom = 0.36;
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
  /** The level of a short line that is listed as no danger now; null for any other text. */
  readonly listed: RiskLevel | null;
  /** Log-odds that a person must be called: from 0 on one is, unless something speaks against it. */
  readonly odds: number;
  readonly isWorry: boolean;
  /** The level in a language that the labels have no examples in. */
  readonly foreignLevel: RiskLevel;
  /** TF-IDF share (0–1) of the text that the sense has met before. */
  readonly known: number;
}

/** What the sense of danger has learnt. */
export interface Sense {
  readonly table: GramTable;
  readonly network: Network;
  /** By fingerprint, the level of short lines that are listed as no danger now: they are taken at their word. */
  readonly listed: ReadonlyMap<number, RiskLevel>;
}

/** @param together probability of all labels that mean danger */
export function senseDanger({ table, network, listed }: Sense, text: string, grams: Grams, together: number): Sensed {
  const { vector, known } = featuresOf(grams, table);
  const isFew = grams.vocabulary.length <= fewWords;
  const [ordinary = 0, harmless = 0, care = 0, acute = 0] = softmaxOf(networkLogits(network, vector));
  const foreignWorry = care + acute >= foreignCareFrom;
  return {
    listed: listed.get(fingerprint(text)) ?? null,
    odds: oddsOf({ acute, harmless, ordinary, together }) + (isFew ? oddsOfFew : 0),
    isWorry: (care + acute + together) / 2 >= careFrom,
    foreignLevel: acute >= foreignAcuteFrom ? 'acute' : foreignWorry ? 'care' : 'none',
    known,
  };
}

function oddsOf(opinions: typeof counts): number {
  const names = Object.keys(counts) as (keyof typeof counts)[];
  return names.reduce((sum, name) => sum + counts[name] * Math.log(opinions[name] + least), always);
}

/** A line to learn from, with the number of its kind. */
export interface DangerLine {
  readonly text: string;
  readonly kind: number;
  /** It stands in `_danger.yaml`; an example of an intent says nothing of its danger. */
  readonly isOwn: boolean;
}

/** Lines of their own beside the examples, each with the number of its kind. */
export function numbered(lines: DangerLines): readonly DangerLine[] {
  return dangerKinds.flatMap((kind, number) => lines[kind].map((text) => ({ text, kind: number, isOwn: true })));
}

/** Short lines that are listed as something else than danger now, with the level they are. */
export function listedIn(lines: readonly DangerLine[]): Sense['listed'] {
  const isShort = ({ text }: DangerLine) => new Set(wordsOf(normalise(text))).size <= mostListed;
  const mayTell = ({ isOwn, kind }: DangerLine) => isOwn || kind === numberOf('acute');
  const short = lines
    .filter((line) => mayTell(line) && isShort(line))
    .map(({ text, kind }) => ({ kind: dangerKinds[kind], fingerprint: fingerprint(text) }));
  const acute = new Set(short.filter(({ kind }) => kind === 'acute').map((line) => line.fingerprint));
  const others = short.filter((line) => !acute.has(line.fingerprint));
  return new Map(others.map((line) => [line.fingerprint, line.kind === 'care' ? 'care' : 'none']));
}

export const numberOf = (kind: DangerKind): number => dangerKinds.indexOf(kind);
