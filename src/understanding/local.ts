/**
 * The understanding that needs nothing but this machine: risk first, then masking, language, age and intent.
 */
import type { IntentBook } from '../domain/intent.ts';
import type { Certainty, ScoredIntent, Understanding } from '../domain/understanding.ts';
import {
  type ForeignLanguage,
  foreignLanguages,
  highestRisk,
  type IntentId,
  type TextLanguage,
} from '../domain/words.ts';
import type { Log, Understander } from '../ports.ts';
import { ageBandOf, isAgeAlone } from './age.ts';
import { type Classification, classify, type Model, readCharacters } from './classify.ts';
import { knownEnough, odds } from './danger.ts';
import { detectLanguage } from './language.ts';
import { contentHash, loadModel, saveModel } from './model-cache.ts';
import { maskCpr, redact } from './redact.ts';
import { isCalmed, isTakenBack, type Screening, screen } from './risk.ts';
import { sentencesOf } from './sentences.ts';
import { type Lessons, train } from './train.ts';

/** On p × known: answer alone from here. */
const sureFrom = 0.6;
/** Together the intents that mean danger must reach this for the risk to be `care`; 4 % of ordinary messages do. */
const dangerFrom = 0.5;
const mostIntents = 5;

export interface LocalUnderstander extends Understander {
  /** Milliseconds until ready, training or loading. */
  readonly trainedInMs: number;
  readonly fromCache: boolean;
}

export interface LabelledNeeds extends Lessons {
  /** Where trained models are kept; null trains every time. */
  readonly cacheFolder: string | null;
  readonly log: Log;
}

export interface LocalNeeds extends Pick<Lessons, 'offTopic' | 'dangerLines'> {
  readonly intents: IntentBook;
  readonly cacheFolder: string | null;
  readonly log: Log;
}

/** Trains on the intents' examples, or loads what was trained on the same content before. */
export function localUnderstander({ intents, ...needs }: LocalNeeds): Promise<LocalUnderstander> {
  const examples = [...intents.values()].flatMap(({ id, examples: { da, en } }) =>
    [...da, ...en].map((text) => ({ text, label: id })),
  );
  const dangers = [...intents.values()].filter(({ group }) => group === 'A').map(({ id }) => id);
  return labelledUnderstander({ ...needs, examples, dangers: new Set(dangers), pace: 'quick' });
}

/** The same for any labelled lines. */
export async function labelledUnderstander(needs: LabelledNeeds): Promise<LocalUnderstander> {
  const began = performance.now();
  const { model, fromCache } = await readyModel(needs);
  const trainedInMs = Math.round(performance.now() - began);
  needs.log.info(
    { labels: model.labels.length, examples: needs.examples.length, trainedInMs, fromCache },
    'model ready',
  );
  return {
    trainedInMs,
    fromCache,
    understand: async (text, previous) => understand(model, needs.dangers, text, previous),
  };
}

async function readyModel({
  cacheFolder,
  log,
  ...lessons
}: LabelledNeeds): Promise<{ model: Model; fromCache: boolean }> {
  if (cacheFolder === null) return { model: await train(lessons), fromCache: false };
  const content = contentHash(lessons);
  const kept = loadModel(cacheFolder, content);
  if (kept) return { model: kept, fromCache: true };
  log.info({ examples: lessons.examples.length }, 'learning the catalogue, some seconds at the first start');
  const model = await train(lessons);
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
  dangers: ReadonlySet<string>,
  text: string,
  previous: TextLanguage | ForeignLanguage,
): Understanding {
  const screening = screen(text);
  const masked = maskCpr(text);
  const redacted = redact(text);
  const language = detectLanguage(masked, previous === 'da_easy' ? 'da' : previous);
  const whole = classify(model, redacted);
  const sentences = sentencesOf(redacted.slice(0, readCharacters))
    .filter((sentence) => !isAgeAlone(sentence))
    .map((sentence) => classify(model, sentence));
  const intents = whole.ranked
    .slice(0, mostIntents)
    .map(({ label, score }): ScoredIntent => ({ intent: label as IntentId, score }));
  const isAge = isAgeAlone(text);
  const { listed } = whole.danger;
  const isForeign = foreignLanguages.some((code) => code === language);
  const parts = [whole, ...sentences];
  const { risk, risks } =
    isAge || listed !== null
      ? { risk: highestRisk(screening.level, listed ?? 'none'), risks: screening.risks }
      : isForeign
        ? withForeignSense(screening, parts)
        : withDanger(screening, parts, dangers, () => softenedBy(text));
  return {
    intents,
    certainty: isAge || (listed !== null && isAbout(whole, dangers)) ? 'unknown' : certaintyOf(whole),
    also: clearIn(sentences),
    suggested: null,
    risk,
    risks,
    language,
    ageBand: ageBandOf(masked),
    masked,
    redacted,
  };
}

const isAbout = ({ ranked: [best] }: Classification, intents: ReadonlySet<string>) =>
  best !== undefined && intents.has(best.label);

/** What single sentences are sure to be about, in their order. */
function clearIn(sentences: readonly Classification[]): readonly IntentId[] {
  const sure = sentences.filter((sentence) => certaintyOf(sentence) === 'sure');
  return [...new Set(sure.flatMap(({ ranked }) => ranked.slice(0, 1).map(({ label }) => label as IntentId)))];
}

/**
 * Rules and sense together: either may raise. What is negated, past, quoted, said in fun or a mere turn of speech must be
 * sensed more clearly; and a rule that found words of danger where the sense knows the text as harmless leaves `care`.
 */
function withDanger(
  { level, risks }: Screening,
  parts: readonly Classification[],
  dangers: ReadonlySet<string>,
  softened: () => number,
): Pick<Understanding, 'risk' | 'risks'> {
  const sensed = Math.max(...parts.map(({ danger }, at) => danger.odds + (at === 0 ? 0 : odds.oneOfSeveral)));
  const isStrange = parts.some(({ danger }) => danger.known < knownEnough);
  const isFound = level === 'acute' && (isStrange || sensed + odds.rule >= 0);
  const isSensed = sensed >= 0 && sensed + softened() >= 0;
  const isWorry = sensed >= 0 || parts.some((part) => part.danger.isWorry || togetherIn(part, dangers) >= dangerFrom);
  const risk = isFound || isSensed ? 'acute' : isWorry || level !== 'none' ? 'care' : 'none';
  const likeliest = isWorry ? likeliestDanger(parts, dangers) : null;
  if (likeliest === null) return { risk, risks };
  const others = risks.filter((intent) => intent !== likeliest);
  if (isSensed && !isFound) return { risk, risks: [likeliest, ...others] };
  return { risk, risks: risks.includes(likeliest) ? risks : [...risks, likeliest] };
}

/** So short that what takes danger back stands beside it, wherever it stands: longer ones may tell of something else too. */
const shortDenial = 60;

/** What is taken back, said in fun or a mere turn of speech speaks against danger, in log-odds. */
function softenedBy(text: string): number {
  if (isTakenBack(text)) return text.length <= shortDenial ? odds.denied : odds.softened;
  return isCalmed(text) ? odds.softened : 0;
}

/** In a language that the labels have no examples in; which danger it is only the rules can say. */
function withForeignSense(
  { level, risks }: Screening,
  parts: readonly Classification[],
): Pick<Understanding, 'risk' | 'risks'> {
  return { risk: parts.reduce((highest, { danger }) => highestRisk(highest, danger.foreignLevel), level), risks };
}

const togetherIn = ({ ranked }: Classification, dangers: ReadonlySet<string>) =>
  ranked.reduce((sum, { label, score }) => sum + (dangers.has(label) ? score : 0), 0);

/** The danger that any part of the message looks most like. */
function likeliestDanger(parts: readonly Classification[], dangers: ReadonlySet<string>): IntentId | null {
  const candidates = parts.flatMap(({ ranked }) => ranked.find(({ label }) => dangers.has(label)) ?? []);
  const [best] = candidates.toSorted((a, b) => b.score - a.score);
  return best === undefined ? null : (best.label as IntentId);
}

function certaintyOf({ ranked, known, open, tooShort }: Classification): Certainty {
  if (!open) return 'unknown';
  const confidence = (ranked[0]?.score ?? 0) * known;
  return confidence >= sureFrom && !tooShort ? 'sure' : 'unsure';
}
