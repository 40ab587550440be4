/**
 * People have it: the bot keeps quiet once somebody has claimed it, and says little while the citizen waits.
 */
import { type Concern, type Heard, isInfo, isTopic, special } from './concern.ts';
import { hearSafety } from './crisis.ts';
import type { Draft } from './draft.ts';
import { emit, say } from './draft.ts';
import type { Enquiry } from './enquiry.ts';
import { askNext, handOver } from './hand-over.ts';
import type { Intent } from './intent.ts';
import { route, subjectOf } from './routing.ts';
import type { Rules } from './rules.ts';
import type { Choice } from './saying.ts';
import type { Instant } from './words.ts';
import { mostUrgent } from './words.ts';

/** @param draft begins with the message; its state is with people */
export function answerBesidePeople(draft: Draft, heard: Heard, concern: Concern, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  if (state.status !== 'waiting') return draft;
  const chosen = heard.chosen === null ? null : hearChoice(draft, heard.chosen, rules, now);
  if (chosen !== null) return chosen;
  const { lead } = concern;
  if (lead !== null && leadsOver(lead, state)) {
    return askNext(handOver(draft, lead.id, mostUrgent(lead.urgency, state.urgency), rules, now), rules, now);
  }
  if (draft.events.some(({ type }) => type === 'AgeBandTold')) return hearAge(draft, rules, now);
  if (lead === null) return state.bot.noted && state.urgency !== 'acute' ? draft : note(draft, lead, now);
  if (lead.id === special.erase) return askToErase(draft, now);
  if (isInfo(lead)) return say(draft, now, { kind: 'answer', intent: lead.id, offersHuman: false });
  if (isTopic(lead) && lead.id !== state.intent) return say(draft, now, { kind: 'kept', intents: [lead.id] });
  return note(draft, lead, now);
}

/** Null when the choice says nothing while one waits. */
function hearChoice(draft: Draft, chosen: Choice, rules: Rules, now: Instant): Draft | null {
  switch (chosen.kind) {
    case 'safe':
      return askNext(hearSafety(draft, chosen.yes, now), rules, now);
    case 'skip':
      return askNext(say(draft, now, { kind: 'skipped' }), rules, now);
    case 'never_mind':
      return say(draft, now, { kind: mayWithdraw(draft.state) ? 'ask_withdraw' : 'stays' });
    case 'withdraw':
      return chosen.yes ? withdraw(draft, now) : stillWaits(draft, now);
    case 'erase':
      return chosen.yes ? eraseTexts(draft, now) : say(draft, now, { kind: 'not_erased' });
    case 'human':
      return stillWaits(draft, now);
    default:
      return null;
  }
}

function hearAge(draft: Draft, rules: Rules, now: Instant): Draft {
  const { intent, urgency, party } = draft.state;
  const isElsewhere = route(subjectOf(draft.state, intent), rules, now) !== party;
  const told = isElsewhere ? handOver(draft, intent, urgency, rules, now) : say(draft, now, { kind: 'age_noted' });
  return askNext(told, rules, now);
}

/** What was handed over can be taken back until somebody has had it in hand, unless somebody may be in danger. */
function mayWithdraw(state: Enquiry): boolean {
  return state.status === 'waiting' && !state.met && state.urgency !== 'acute' && state.risk !== 'acute';
}

function withdraw(draft: Draft, now: Instant): Draft {
  if (!mayWithdraw(draft.state)) return say(draft, now, { kind: 'stays' });
  return say(emit(draft, { type: 'HandoffWithdrawn', at: now }), now, { kind: 'withdrawn' });
}

/** Deleting is offered while nobody but the bot has read it. */
export function askToErase(draft: Draft, now: Instant): Draft {
  const mayErase = draft.state.status === 'with_bot' || mayWithdraw(draft.state);
  return say(draft, now, { kind: mayErase ? 'ask_erase' : 'stays' });
}

/** Deletes what the citizen has written; what waited for people is taken back first. */
export function eraseTexts(draft: Draft, now: Instant): Draft {
  const isWaiting = draft.state.status === 'waiting';
  if (isWaiting && !mayWithdraw(draft.state)) return say(draft, now, { kind: 'stays' });
  const free = isWaiting ? emit(draft, { type: 'HandoffWithdrawn', at: now }) : draft;
  const erased = emit(free, { type: 'TextsErased', through: free.state.lastSeq, at: now });
  return say(erased, now, { kind: 'erased' });
}

/** A more pressing matter, or the first clear one after an unclear start, decides where it belongs. */
function leadsOver(intent: Intent, state: Enquiry): boolean {
  if (!isTopic(intent) || intent.handoff === 'never' || intent.handoff === 'on_request') return false;
  if (intent.id === special.erase) return false;
  return state.intent === null || mostUrgent(intent.urgency, state.urgency) !== state.urgency;
}

function stillWaits(draft: Draft, now: Instant): Draft {
  const { party, due } = draft.state;
  return due === null ? draft : say(draft, now, { kind: 'still_waiting', party, due });
}

/** In danger nobody is met by silence: every message gets a word while the person called is on the way. */
function note(draft: Draft, intent: Intent | null, now: Instant): Draft {
  const asksWhen = intent?.id === special.status || intent?.id === special.human;
  const reopened = draft.events.some(({ type }) => type === 'EnquiryReopened');
  if (asksWhen || reopened) return stillWaits(draft, now);
  const isHere = draft.state.urgency === 'acute' && draft.state.bot.noted;
  return say(draft, now, { kind: isHere ? 'here' : 'noted' });
}
