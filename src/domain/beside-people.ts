/**
 * People have it: the bot keeps quiet once somebody has claimed it, and says little while the citizen waits.
 */
import type { Concern, Turn } from './concern.ts';
import { isInfo, isKeptAloud, isTopic, special } from './concern.ts';
import { hearSafety, sayCare } from './crisis.ts';
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
export function answerBesidePeople(draft: Draft, turn: Turn, rules: Rules, now: Instant): Draft {
  const { chosen, understanding } = turn.heard;
  const isWaiting = draft.state.status === 'waiting';
  if (chosen?.kind === 'safe') {
    const heard = hearSafety(draft, chosen.yes, now);
    return isWaiting && chosen.yes ? askNext(heard, rules, now) : heard;
  }
  const heard = isWaiting ? hearWaiting(draft, turn, rules, now) : hearBesidePerson(draft, turn, rules, now);
  if (turn.isCared) return sayCare(heard, understanding.risks[0] ?? null, now);
  return isWaiting && isSettledIn(heard) ? askNext(heard, rules, now) : heard;
}

/** A matter has found its place in this turn and nothing is asked yet: what the party needs to know may be asked. */
function isSettledIn({ events, state }: Draft): boolean {
  if (state.bot.choices.length > 0) return false;
  const isPlaced = events.some(({ type }) => type === 'HandoffRerouted' || type === 'AgeBandTold');
  return isPlaced || events.some((event) => event.type === 'BotSaid' && event.says === 'skipped');
}

/** The bot keeps quiet beside a person, but never leaves a right unanswered. */
function hearBesidePerson(draft: Draft, { heard, concern }: Turn, rules: Rules, now: Instant): Draft {
  const wantsErased = concern.lead?.id === special.erase || (heard.chosen?.kind === 'erase' && heard.chosen.yes);
  return wantsErased ? askToErase(draft, rules, now) : draft;
}

function hearWaiting(draft: Draft, { heard, concern, isCared }: Turn, rules: Rules, now: Instant): Draft {
  const chosen = heard.chosen === null ? null : hearChoice(draft, heard.chosen, rules, now);
  if (chosen !== null) return chosen;
  const { lead } = concern;
  if (lead !== null && leadsOver(lead, draft.state, rules)) {
    const moved = handOver(draft, lead.id, mostUrgent(lead.urgency, draft.state.urgency), rules, now);
    return keep(moved, concern, now);
  }
  if (draft.events.some(({ type }) => type === 'AgeBandTold')) return keep(hearAge(draft, rules, now), concern, now);
  if (lead === null) return isQuiet(draft.state) ? draft : note(draft, lead, now);
  if (lead.id === special.erase) return isCared ? draft : askToErase(draft, rules, now);
  if (isAside(lead, draft.state))
    return keep(say(draft, now, { kind: 'answer', intent: lead.id, offersHuman: false }), concern, now);
  const kept = keep(draft, concern, now);
  return kept === draft ? note(draft, lead, now) : kept;
}

/** What is answered while one waits, and moves nothing: facts, and a calm word to whoever is angry. */
function isAside(intent: Intent, { urgency }: Enquiry): boolean {
  if (beginnings.has(intent.id) || (urgency === 'acute' && intent.handoff === 'never')) return false;
  return isInfo(intent) || (!isTopic(intent) && intent.handoff === 'offered');
}

/** What is answered by asking what it is about, which whoever waits has told. */
const beginnings: ReadonlySet<string> = new Set([special.greeting, special.unclear]);

/** Says that other matters are kept, when the message names some that are not answered or led by already. */
function keep(draft: Draft, { lead, others }: Concern, now: Instant): Draft {
  const named = [...(lead === null || isAside(lead, draft.state) ? [] : [lead]), ...others]
    .filter(isKeptAloud)
    .map(({ id }) => id);
  const intents = named.filter((id) => id !== draft.state.intent);
  return intents.length === 0 ? draft : say(draft, now, { kind: 'kept', intents });
}

/** Enough has been said: new messages are added, nothing was asked, nothing is late and nobody is in danger. */
function isQuiet({ bot, urgency, step }: Enquiry): boolean {
  return bot.noted && bot.choices.length === 0 && urgency !== 'acute' && step === 0;
}

/** Null when the choice says nothing while one waits. */
function hearChoice(draft: Draft, chosen: Choice, rules: Rules, now: Instant): Draft | null {
  switch (chosen.kind) {
    case 'skip':
      return say(draft, now, { kind: 'skipped' });
    case 'never_mind':
      return askToWithdraw(draft, now);
    case 'withdraw':
      return chosen.yes ? withdraw(draft, now) : stillWaits(draft, now);
    case 'erase':
      return chosen.yes ? eraseTexts(draft, rules, now) : say(draft, now, { kind: 'not_erased' });
    case 'human':
      return stillWaits(draft, now);
    default:
      return null;
  }
}

function hearAge(draft: Draft, rules: Rules, now: Instant): Draft {
  const { intent, urgency, party } = draft.state;
  const isElsewhere = route(subjectOf(draft.state, intent), rules, now) !== party;
  return isElsewhere
    ? handOver(draft, intent, urgency, rules, now)
    : say(draft, now, { kind: 'age_noted', offersHuman: false });
}

function isDanger({ urgency, risk }: Enquiry): boolean {
  return urgency === 'acute' || risk === 'acute';
}

/** What was handed over can be taken back until somebody has had it in hand, unless somebody may be in danger. */
function mayWithdraw(state: Enquiry): boolean {
  return state.status === 'waiting' && !isDanger(state) && !state.met;
}

function askToWithdraw(draft: Draft, now: Instant): Draft {
  if (mayWithdraw(draft.state)) return say(draft, now, { kind: 'ask_withdraw' });
  return isDanger(draft.state) ? say(draft, now, { kind: 'stays' }) : stillWaits(draft, now);
}

function withdraw(draft: Draft, now: Instant): Draft {
  if (!mayWithdraw(draft.state)) return askToWithdraw(draft, now);
  return say(emit(draft, { type: 'HandoffWithdrawn', at: now }), now, { kind: 'withdrawn' });
}

/** Deleting is offered while nobody but the bot has read it; afterwards a person answers. */
export function askToErase(draft: Draft, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  if (state.status === 'with_bot' || mayWithdraw(state)) return say(draft, now, { kind: 'ask_erase' });
  if (isDanger(state) || !rules.intents.has(special.erase)) return say(draft, now, { kind: 'stays' });
  return say(draft, now, { kind: 'answer', intent: special.erase, offersHuman: false });
}

/** Deletes what the citizen has written; what waited for people is taken back first. */
export function eraseTexts(draft: Draft, rules: Rules, now: Instant): Draft {
  const isAlone = draft.state.status === 'with_bot';
  if (!isAlone && !mayWithdraw(draft.state)) return askToErase(draft, rules, now);
  const free = isAlone ? draft : emit(draft, { type: 'HandoffWithdrawn', at: now });
  const erased = emit(free, { type: 'TextsErased', through: free.state.lastSeq, at: now });
  return say(erased, now, { kind: 'erased' });
}

/** A more pressing matter, or the first clear one after an unclear start, decides where it belongs. */
function leadsOver(intent: Intent, state: Enquiry, { intents }: Rules): boolean {
  if (!isTopic(intent) || intent.handoff === 'never' || intent.handoff === 'on_request') return false;
  if (intent.id === special.erase) return false;
  const before = state.intent === null ? undefined : intents.get(state.intent);
  return before === undefined || !isTopic(before) || mostUrgent(intent.urgency, state.urgency) !== state.urgency;
}

function stillWaits(draft: Draft, now: Instant): Draft {
  const { party, due } = draft.state;
  return due === null ? draft : say(draft, now, { kind: 'still_waiting', party, due });
}

/** Whoever says hello again, or asks for a person, wonders whether anybody is there. */
const asksAfter: ReadonlySet<string> = new Set([special.status, special.human, special.greeting]);

/** In danger nobody is met by silence: every message gets a word while the person called is on the way. */
function note(draft: Draft, intent: Intent | null, now: Instant): Draft {
  const asksWhen = intent !== null && asksAfter.has(intent.id);
  const reopened = draft.events.some(({ type }) => type === 'EnquiryReopened');
  const isForeign = draft.state.speaks !== null && !draft.state.bot.noted;
  if (asksWhen || reopened || isForeign) return stillWaits(draft, now);
  const isHere = draft.state.urgency === 'acute' && draft.state.bot.noted;
  return say(draft, now, { kind: isHere ? 'here' : 'noted' });
}
