/**
 * The understanding that needs nothing but this machine: risk first, then masking, language, age and intent.
 */
import type { IntentBook } from '../domain/intent.ts';
import type { Certainty, ScoredIntent, Understanding } from '../domain/understanding.ts';
import { type ForeignLanguage, highestRisk, type IntentId, type TextLanguage } from '../domain/words.ts';
import type { Log, Understander } from '../ports.ts';
import { ageBandOf } from './age.ts';
import { type Classification, classify, type Example, type Model } from './classify.ts';
import { detectLanguage } from './language.ts';
import { contentHash, loadModel, saveModel } from './model-cache.ts';
import { maskCpr, redact } from './redact.ts';
import { isCalmed, type Screening, screen } from './risk.ts';
import { train } from './train.ts';

/** On p × known: answer alone from the first, ask back from the second. */
const sureFrom = 0.6;
const unsureFrom = 0.15;
/** Together the intents that mean danger must reach this for the risk to be `care`; 4 % of ordinary messages do. */
const dangerFrom = 0.5;
const mostIntents = 5;

export interface LocalUnderstander extends Understander {
  /** Milliseconds until ready, training or loading. */
  readonly trainedInMs: number;
  readonly fromCache: boolean;
}

export interface LabelledNeeds {
  readonly examples: readonly Example[];
  /** Lines that belong to no label; what the gate learns to refuse. */
  readonly offTopic: readonly string[];
  /** Labels that mean danger: when they are likelier than not, the risk is at least `care`. */
  readonly riskLabels: ReadonlySet<string>;
  /** Where trained models are kept; null trains every time. */
  readonly cacheFolder: string | null;
  readonly log: Log;
}

export interface LocalNeeds {
  readonly intents: IntentBook;
  readonly offTopic: readonly string[];
  readonly cacheFolder: string | null;
  readonly log: Log;
}

/** Trains on the intents' examples, or loads what was trained on the same content before. */
export function localUnderstander({ intents, offTopic, cacheFolder, log }: LocalNeeds): Promise<LocalUnderstander> {
  const examples = [...intents.values()].flatMap(({ id, examples: { da, en } }) =>
    [...da, ...en].map((text) => ({ text, label: id })),
  );
  const dangers = [...intents.values()].filter(({ group }) => group === 'A').map(({ id }) => id);
  return labelledUnderstander({ examples, offTopic, riskLabels: new Set(dangers), cacheFolder, log });
}

/** The same for any labelled lines. */
export async function labelledUnderstander(needs: LabelledNeeds): Promise<LocalUnderstander> {
  const began = performance.now();
  const { model, fromCache } = readyModel(needs);
  const trainedInMs = Math.round(performance.now() - began);
  needs.log.info(
    { labels: model.labels.length, examples: needs.examples.length, trainedInMs, fromCache },
    'model ready',
  );
  return {
    trainedInMs,
    fromCache,
    understand: async (text, previous) => understand(model, needs.riskLabels, text, previous),
  };
}

function readyModel({ examples, offTopic, riskLabels, cacheFolder, log }: LabelledNeeds): {
  model: Model;
  fromCache: boolean;
} {
  if (cacheFolder === null) return { model: train(examples, offTopic, riskLabels), fromCache: false };
  const content = contentHash(examples, offTopic, riskLabels);
  const kept = loadModel(cacheFolder, content);
  if (kept) return { model: kept, fromCache: true };
  log.info({ examples: examples.length }, 'learning the catalogue, some seconds at the first start');
  const model = train(examples, offTopic, riskLabels);
  try {
    saveModel(cacheFolder, content, model);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    log.warn({ code }, 'the trained model could not be kept; the next start trains again');
  }
  return { model, fromCache: false };
}

function understand(
  model: Model,
  riskLabels: ReadonlySet<string>,
  text: string,
  previous: TextLanguage | ForeignLanguage,
): Understanding {
  const screening = screen(text);
  const masked = maskCpr(text);
  const redacted = redact(text);
  const language = detectLanguage(masked, previous === 'da_easy' ? 'da' : previous);
  const classification = classify(model, redacted);
  const intents = classification.ranked
    .slice(0, mostIntents)
    .map(({ label, score }): ScoredIntent => ({ intent: label as IntentId, score }));
  const { risk, risks } = withDanger(screening, classification, riskLabels, () => isCalmed(text));
  return {
    intents,
    certainty: certaintyOf(classification),
    also: [],
    suggested: null,
    risk,
    risks,
    language,
    ageBand: ageBandOf(masked),
    masked,
    redacted,
  };
}

/**
 * Rules and classifier together: either may raise. A turn of speech that only sounds like danger, or a joke, holds the
 * classifier at `care`, since it does not know such things.
 */
function withDanger(
  { level, risks }: Screening,
  { ranked, danger }: Classification,
  riskLabels: ReadonlySet<string>,
  calmed: () => boolean,
): Pick<Understanding, 'risk' | 'risks'> {
  const dangers = ranked.filter(({ label }) => riskLabels.has(label));
  const together = dangers.reduce((sum, { score }) => sum + score, 0);
  const likeliest = dangers[0]?.label as IntentId | undefined;
  const sensed = together >= dangerFrom ? highestRisk(danger, 'care') : danger;
  if (likeliest === undefined || sensed === 'none') return { risk: level, risks };
  const raised = sensed === 'acute' && calmed() ? 'care' : sensed;
  const isFirst = raised === 'acute' && level !== 'acute';
  const others = risks.filter((intent) => intent !== likeliest);
  if (risks.includes(likeliest) && !isFirst) return { risk: highestRisk(level, raised), risks };
  return { risk: highestRisk(level, raised), risks: isFirst ? [likeliest, ...others] : [...risks, likeliest] };
}

function certaintyOf({ ranked, known, open, tooShort }: Classification): Certainty {
  const confidence = (ranked[0]?.score ?? 0) * known;
  if (confidence < unsureFrom || !open) return 'unknown';
  return confidence >= sureFrom && !tooShort ? 'sure' : 'unsure';
}
