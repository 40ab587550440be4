/**
 * What happens when a citizen writes: danger first, then answer, ask one thing, offer choices, or hand off.
 * The bot gives facts and finds people; it decides no right and closes nothing.
 */

import { deadlineFor } from './deadline.ts';
import type { Draft } from './draft.ts';
import { emit, say, startDraft } from './draft.ts';
import type { Enquiry } from './enquiry.ts';
import { isWithPeople } from './enquiry.ts';
import type { Intent } from './intent.ts';
import { ageMatters, fitsAsker, route } from './routing.ts';
import type { Rules } from './rules.ts';
import type { Choice, Saying } from './saying.ts';
import type { Understanding } from './understanding.ts';
import type { Instant, IntentId, TextLanguage, Urgency } from './words.ts';
import { highestRisk, mostUrgent } from './words.ts';

/** One message as the machine has heard it. */
export interface Heard {
  readonly understanding: Understanding;
  /** What the citizen tapped, when they tapped. */
  readonly chosen: Choice | null;
  readonly language: TextLanguage;
  /** A CPR number was masked before anything was stored. */
  readonly cprRemoved: boolean;
}

/** The crisis card and the help lines are not repeated within this time. */
const crisisRestMs = 10 * 60_000;
/** Messages in a row that the bot may fail to understand before a person takes over. */
const missesBeforeHuman = 2;
/** A choice of more than three is hard to read. */
const mostChoices = 3;

/**
 * Decides on one message of the citizen.
 *
 * @param now when the message reached us
 * @returns what to store: the message's event first, then whatever follows from it; never refuses
 */
export function hear(state: Enquiry, heard: Heard, rules: Rules, now: Instant): Draft {
  const draft = decide(state, heard, rules, now);
  return heard.cprRemoved ? say(draft, now, { kind: 'cpr_removed' }) : draft;
}

function decide(state: Enquiry, heard: Heard, rules: Rules, now: Instant): Draft {
  const intent = intentOf(state, heard, rules);
  const opened = reopen(startDraft(state), rules, now);
  const received = receive(opened, heard, intent, rules, now);
  const risk = heard.understanding.risk;
  if (risk === 'acute') return answerDanger(received, heard, rules, now);
  const cared = risk === 'care' && intent?.group !== 'A' ? sayCare(received, now) : received;
  return isWithPeople(cared.state)
    ? answerBesidePeople(cared, heard, intent, rules, now)
    : answerAlone(cared, heard, intent, rules, now);
}

/** A message to a closed enquiry opens it again with the party that had it. */
function reopen(draft: Draft, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  if (state.status !== 'closed') return draft;
  const due = deadlineFor(state.urgency, now, rules);
  return emit(draft, { type: 'EnquiryReopened', party: state.party, due, at: now });
}

function receive(draft: Draft, heard: Heard, intent: Intent | null, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  const { understanding, chosen, language } = heard;
  const received = emit(draft, {
    type: 'MessageReceived',
    seq: state.lastSeq + 1,
    language,
    intent: intent !== null && isTopic(intent) ? intent.id : null,
    understood: chosen !== null || intent !== null || understanding.risk !== 'none' || understanding.ageBand !== null,
    due: isWithPeople(state) ? (state.due ?? deadlineFor(state.urgency, now, rules)) : null,
    at: now,
  });
  const ageBand = chosen?.kind === 'age' ? chosen.ageBand : understanding.ageBand;
  const aged =
    ageBand === null || ageBand === state.ageBand
      ? received
      : emit(received, { type: 'AgeBandTold', ageBand, at: now });
  const rises = highestRisk(understanding.risk, state.risk) !== state.risk;
  const repeats = understanding.risk === 'acute' && crisisMayShow(aged, now);
  if (!rises && !repeats) return aged;
  return emit(aged, { type: 'RiskFound', level: understanding.risk, risks: understanding.risks, at: now });
}

/** The best intent that this asker can have, when it is clear enough to act on. */
function intentOf(state: Enquiry, { understanding, chosen }: Heard, { intents }: Rules): Intent | null {
  if (chosen?.kind === 'intent') return intents.get(chosen.intent) ?? null;
  if (chosen !== null || understanding.certainty !== 'sure') return null;
  const known = understanding.intents.flatMap(({ intent }) => intents.get(intent) ?? []);
  return known.find((intent) => fitsAsker(intent, state.asker)) ?? known[0] ?? null;
}

/** Small talk and service questions ("hvornår åbner I") are answered, but they are not what the matter is about. */
function isTopic(intent: Intent): boolean {
  return intent.group !== 'L';
}

function crisisMayShow({ state }: Draft, now: Instant): boolean {
  return state.bot.crisisAt === null || now - state.bot.crisisAt >= crisisRestMs;
}

function sayCare(draft: Draft, now: Instant): Draft {
  return crisisMayShow(draft, now) ? say(draft, now, { kind: 'care' }) : draft;
}

function answerDanger(draft: Draft, { understanding }: Heard, rules: Rules, now: Instant): Draft {
  const intent = understanding.risks[0] ?? null;
  const shown = crisisMayShow(draft, now) ? say(draft, now, { kind: 'crisis', intent }) : draft;
  const { state } = shown;
  if (state.status === 'claimed' || state.status === 'offered') {
    if (state.urgency === 'acute') return shown;
    return emit(shown, { type: 'UrgencyRaised', urgency: 'acute', due: deadlineFor('acute', now, rules), at: now });
  }
  if (state.status === 'waiting' && state.urgency === 'acute') return shown;
  return handOff(shown, intent, 'acute', rules, now);
}

/** The bot and the citizen are alone. */
function answerAlone(draft: Draft, heard: Heard, intent: Intent | null, rules: Rules, now: Instant): Draft {
  const { chosen, understanding } = heard;
  if (chosen?.kind === 'human') {
    return chosen.yes ? handOffTopic(draft, null, rules, now) : say(draft, now, { kind: 'no_human_needed' });
  }
  if (chosen?.kind === 'topic') return askAbout(draft, chosen.topic, rules, now);
  if (intent !== null) return answer(draft, intent, rules, now);
  if (chosen?.kind === 'age' || understanding.ageBand !== null) return say(draft, now, { kind: 'ask_human' });
  if (draft.state.bot.misses >= missesBeforeHuman) return handOffTopic(draft, null, rules, now);
  const candidates = choicesFor(draft.state, understanding, rules);
  const which: Saying =
    understanding.certainty === 'unsure' && candidates.length > 0
      ? { kind: 'ask_which', intents: candidates }
      : { kind: 'not_understood' };
  return say(draft, now, which);
}

/** A topic is only where to begin: what it may be about is offered, and words of one's own are always welcome. */
function askAbout(draft: Draft, topic: string, rules: Rules, now: Instant): Draft {
  const ids = rules.topics.find(({ id }) => id === topic)?.intents ?? [];
  const known = ids.flatMap((id) => rules.intents.get(id) ?? []);
  const intents = known.filter((intent) => fitsAsker(intent, draft.state.asker)).map(({ id }) => id);
  return say(draft, now, { kind: 'ask_about', intents });
}

function choicesFor(state: Enquiry, { intents }: Understanding, rules: Rules): readonly IntentId[] {
  const known = intents.flatMap(({ intent }) => rules.intents.get(intent) ?? []);
  const fitting = known.filter((intent) => fitsAsker(intent, state.asker) && intent.handoff !== 'never');
  return fitting.slice(0, mostChoices).map(({ id }) => id);
}

function answer(draft: Draft, intent: Intent, rules: Rules, now: Instant): Draft {
  if (intent.group === 'A') {
    const shown = say(draft, now, { kind: 'crisis', intent: intent.id });
    return handOff(shown, intent.id, intent.urgency, rules, now);
  }
  const says = (offersHuman: boolean): Saying => ({ kind: 'answer', intent: intent.id, offersHuman });
  switch (intent.handoff) {
    case 'never':
      return say(draft, now, says(false));
    case 'on_request':
      return say(draft, now, says(true));
    case 'offered':
      return say(draft, now, says(false), { kind: 'ask_human' });
    case 'always':
    case 'at_once':
      return handOffTopic(say(draft, now, says(false)), intent, rules, now);
  }
}

/** Hands over what the matter is about; a wish for a person goes where the topic belongs. */
function handOffTopic(draft: Draft, wish: Intent | null, rules: Rules, now: Instant): Draft {
  const topic = draft.state.intent ?? wish?.id ?? null;
  const known = topic === null ? undefined : rules.intents.get(topic);
  const urgency = mostUrgent(known?.urgency ?? 'same_day', wish?.urgency ?? 'normal');
  return handOff(draft, topic, urgency, rules, now);
}

function handOff(draft: Draft, intent: IntentId | null, urgency: Urgency, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  const party = route({ intent, ageBand: state.ageBand }, rules, now);
  const fresh = deadlineFor(urgency, now, rules);
  const due = state.status === 'waiting' && state.due !== null ? Math.min(state.due, fresh) : fresh;
  const type = state.status === 'waiting' ? 'HandoffRerouted' : 'HandoffQueued';
  const queued = emit(draft, { type, party, urgency, intent, due, at: now });
  const told = say(queued, now, { kind: 'handed_over', party, due });
  const known = intent === null ? undefined : rules.intents.get(intent);
  const asksAge = known !== undefined && ageMatters(known) && state.ageBand === null && !state.bot.askedAge;
  return asksAge ? say(told, now, { kind: 'ask_age' }) : told;
}

/** People have it: the bot keeps quiet once somebody has claimed it, and says little while it waits. */
function answerBesidePeople(draft: Draft, heard: Heard, intent: Intent | null, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  if (state.status !== 'waiting') return draft;
  if (intent !== null && leadsOver(intent, state))
    return handOff(draft, intent.id, mostUrgent(intent.urgency, state.urgency), rules, now);
  if (
    route({ intent: state.intent, ageBand: state.ageBand }, rules, now) !== state.party &&
    draft.events.some(isAgeTold)
  ) {
    return handOff(draft, state.intent, state.urgency, rules, now);
  }
  if (intent !== null && isInfo(intent))
    return say(draft, now, { kind: 'answer', intent: intent.id, offersHuman: false });
  if (state.due === null || (state.bot.noted && intent?.handoff === undefined && heard.chosen === null)) return draft;
  return say(draft, now, noteFor(draft, state.due, intent));
}

const isAgeTold = (event: { readonly type: string }): boolean => event.type === 'AgeBandTold';

/** What a citizen may ask on the side while they wait, and the bot may answer. */
function isInfo(intent: Intent): boolean {
  return intent.handoff === 'never' || (intent.handoff === 'on_request' && intent.id !== 'request_status');
}

/** A more pressing matter, or the first clear one after an unclear start, decides where it belongs. */
function leadsOver(intent: Intent, state: Enquiry): boolean {
  if (!isTopic(intent) || intent.handoff === 'never' || intent.handoff === 'on_request') return false;
  return state.intent === null || mostUrgent(intent.urgency, state.urgency) !== state.urgency;
}

function noteFor({ state, events }: Draft, due: Instant, intent: Intent | null): Saying {
  const asksWhen = intent?.id === 'request_status' || intent?.id === 'human_please';
  const reopened = events.some(({ type }) => type === 'EnquiryReopened');
  return asksWhen || reopened ? { kind: 'still_waiting', party: state.party, due } : { kind: 'noted' };
}
