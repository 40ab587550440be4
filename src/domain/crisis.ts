/**
 * Danger: the lines that can help now, a person called, and one gentle question. The bot stays; it never closes.
 */
import { deadlineFor } from './deadline.ts';
import type { Draft } from './draft.ts';
import { emit, say } from './draft.ts';
import { handOver } from './hand-over.ts';
import type { Rules } from './rules.ts';
import type { Saying } from './saying.ts';
import type { Instant, IntentId, Urgency } from './words.ts';

/** The crisis card and the help lines are not repeated within this time. */
const crisisRestMs = 10 * 60_000;

/** Whether the lines were not shown just now. */
export function crisisMayShow({ state }: Draft, now: Instant): boolean {
  return state.bot.crisisAt === null || now - state.bot.crisisAt >= crisisRestMs;
}

/** One caring question with the lines within reach, which fit the worry when the screen could tell it. */
export function sayCare(draft: Draft, intent: IntentId | null, now: Instant): Draft {
  return crisisMayShow(draft, now) ? say(draft, now, { kind: 'care', intent }) : draft;
}

export interface Danger {
  /** What it is, when the screen could tell. */
  readonly intent: IntentId | null;
  readonly urgency: Urgency;
  /** What else must be said; the question comes after it. */
  readonly aside: readonly Saying[];
}

/**
 * Lines shown as care a moment ago do not hold back the crisis card when danger is first found.
 *
 * @returns the lines, a person called at once, and the question whether they are in a safe place; soon after, a word only
 */
export function answerDanger(draft: Draft, { intent, urgency, aside }: Danger, rules: Rules, now: Instant): Draft {
  const mayShow = draft.state.urgency !== 'acute' || crisisMayShow(draft, now);
  const shown = mayShow ? say(draft, now, { kind: 'crisis', intent }) : draft;
  const called = say(callPeople(shown, intent, urgency, rules, now), now, ...aside);
  const isClaimed = called.state.status === 'claimed' || called.state.status === 'offered';
  if (isClaimed) return called;
  return say(called, now, { kind: mayShow ? 'ask_safe' : 'here' });
}

function callPeople(draft: Draft, intent: IntentId | null, urgency: Urgency, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  if (state.status === 'claimed' || state.status === 'offered') {
    if (urgency !== 'acute' || state.urgency === 'acute') return draft;
    return emit(draft, { type: 'UrgencyRaised', urgency, due: deadlineFor(urgency, now, rules), at: now });
  }
  if (state.status === 'waiting' && state.urgency === 'acute') return draft;
  return handOver(draft, intent, urgency, rules, now);
}

/** The answer to whether they are safe now. Not safe calls again. */
export function hearSafety(draft: Draft, isSafe: boolean, now: Instant): Draft {
  if (isSafe) return say(draft, now, { kind: 'safe_noted' });
  const called = emit(draft, { type: 'RiskFound', level: 'acute', risks: [], at: now });
  return say(called, now, { kind: 'unsafe' });
}
