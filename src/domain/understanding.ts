/**
 * What the machine makes of one message. Made by an `Understander` (`src/understanding/` or `adapters/llm/`).
 */
import type { AgeBand, IntentId, RiskLevel } from './words.ts';

export interface ScoredIntent {
  readonly intent: IntentId;
  /** 0–1, calibrated: the share of messages with this score that are right. */
  readonly score: number;
}

/** Sure enough to answer alone, worth asking back about, or not something we know. */
export const certainties = ['sure', 'unsure', 'unknown'] as const;
export type Certainty = (typeof certainties)[number];

export interface Understanding {
  /** Best first, at most five; the first is the answer when certainty is `sure`. */
  readonly intents: readonly ScoredIntent[];
  readonly certainty: Certainty;
  /** What single sentences are clearly about, beside or instead of the message as a whole. */
  readonly also: readonly IntentId[];
  /** One of `intents` that a language model took it for; a suggestion, which decides nothing by itself. */
  readonly suggested: IntentId | null;
  readonly risk: RiskLevel;
  /** Group-A intents that the risk screen found, most serious first. */
  readonly risks: readonly IntentId[];
  /** ISO 639-1, e.g. `da`. */
  readonly language: string;
  /** Age told in the text ("er 17"), when told. */
  readonly ageBand: AgeBand | null;
  /** The text with CPR numbers masked: this, and nothing else, may be stored. */
  readonly masked: string;
  /** The text with CPR, phone, e-mail and account masked: this may go to logs, Slack or a language model. */
  readonly redacted: string;
}
