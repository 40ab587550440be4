/**
 * What people ask for and what we answer: the shape of `intents/faelles/*.yaml`.
 * The files are read and checked by `intents/load.ts`.
 */
import type { AgeBand, Asker, IntentId, PartyCode, TextLanguage, Urgency } from './words.ts';

/** Groups of the catalogue; group A (acute and safety) is looked at before every other. */
export const intentGroups = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'] as const;
export type IntentGroup = (typeof intentGroups)[number];

/**
 * When a person takes over: `at_once` without asking, `always` with the first answer,
 * `offered` when the citizen says yes to the offer, `on_request` when they ask, `never` for small talk.
 */
export const handoffRules = ['at_once', 'always', 'offered', 'on_request', 'never'] as const;
export type HandoffRule = (typeof handoffRules)[number];

/** What may be asked for, one at a time, each with its reason. */
export const slots = ['age_band', 'safe_now', 'contact'] as const;
export type Slot = (typeof slots)[number];

/** One text in every language we answer in. */
export type Text = Readonly<Record<TextLanguage, string>>;

/** Who is answerable by the age of the young person the matter is about; `unknown` until the age is told. */
export type Owners = Readonly<Record<AgeBand | 'unknown', PartyCode>>;

export interface Source {
  readonly title: string;
  /** Day of last review, `YYYY-MM-DD`. */
  readonly checked: string;
}

export interface Intent {
  readonly id: IntentId;
  readonly group: IntentGroup;
  /** Danish title that staff read on the card. */
  readonly title: string;
  /** The same in the citizen's words, for "Mente du …?". */
  readonly choice: Text;
  readonly askers: readonly Asker[];
  readonly owner: Owners;
  /** Party answerable while the municipality is closed; only for what cannot wait. */
  readonly ownerWhenClosed?: PartyCode | undefined;
  /** Parties who are told beside the answerable one. */
  readonly also: readonly PartyCode[];
  readonly urgency: Urgency;
  readonly handoff: HandoffRule;
  readonly slots: readonly Slot[];
  /** First answer: the fact and the offer. `{…}` names a value of `kommune.yaml`. */
  readonly answer: Text;
  readonly sources: readonly Source[];
  /** Role of the person who vouches for the answer. */
  readonly reviewer: string;
  readonly examples: Readonly<Record<'da' | 'en', readonly string[]>>;
}

/** A first thing to tap, for whoever does not know how to begin. */
export interface Topic {
  readonly id: string;
  readonly title: Text;
  readonly askers: readonly Asker[];
  /** What it may be about, most asked first; empty lets the citizen tell in their own words. */
  readonly intents: readonly IntentId[];
}

/** What only the sense of danger learns from, beside the examples of group A. */
export interface DangerLines {
  /** Danger now that is hinted at: a person is called. */
  readonly acute: readonly string[];
  /** What may hide danger: help lines are shown, and the robot asks. */
  readonly care: readonly string[];
  /** Everyday lines that only sound like danger. */
  readonly harmless: readonly string[];
  /** What people ask a municipality about, in words that stand near danger. */
  readonly ordinary: readonly string[];
}

/** Every intent by id, frozen. */
export type IntentBook = ReadonlyMap<IntentId, Intent>;

/** The name the classifier gives what belongs nowhere. */
export const outOfScope = 'out_of_scope';
