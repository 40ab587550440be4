/**
 * What happens when a citizen writes: danger first, then answer, ask one thing, offer choices, or hand off.
 * The bot gives facts and finds people; it decides no right and closes nothing.
 */

import { answerBesidePeople, askToErase, eraseTexts } from './beside-people.ts';
import { type Concern, concernOf, type Heard, isTopic, likeliest, special } from './concern.ts';
import { answerDanger, answerWorry, crisisMayShow, sayCare } from './crisis.ts';
import { deadlineFor } from './deadline.ts';
import type { Draft } from './draft.ts';
import { emit, say, startDraft } from './draft.ts';
import type { Enquiry } from './enquiry.ts';
import { isWithPeople } from './enquiry.ts';
import { ask, handOver, handOverTopic } from './hand-over.ts';
import type { Intent } from './intent.ts';
import { fitsAsker } from './routing.ts';
import type { Rules } from './rules.ts';
import type { Choice, Saying } from './saying.ts';
import type { Instant } from './words.ts';
import { highestRisk } from './words.ts';

/** Messages in a row that the bot may fail to understand before a person takes over. */
const missesBeforeHuman = 2;
/** Away for so long, one is welcomed back. */
const awayMs = 12 * 60 * 60_000;

/**
 * Decides on one message of the citizen.
 *
 * @param now when the message reached us
 * @returns what to store: the message's event first, then whatever follows from it; never refuses
 */
export function hear(state: Enquiry, heard: Heard, rules: Rules, now: Instant): Draft {
  const concern = concernOf(state, heard, rules);
  const received = receive(reopen(startDraft(state), rules, now), heard, concern, rules, now);
  const { risk, risks } = heard.understanding;
  if (risk === 'acute') return answerDanger(received, risks[0] ?? null, rules, now);
  const isCared = risk === 'care' && concern.lead?.group !== 'A' && crisisMayShow(received, now);
  if (isWithPeople(received.state)) {
    const beside = answerBesidePeople(received, heard, concern, rules, now);
    return isCared ? sayCare(beside, risks[0] ?? null, now) : beside;
  }
  const welcomed =
    state.lastSeq > 1 && now - state.touchedAt >= awayMs ? say(received, now, { kind: 'back' }) : received;
  if (heard.chosen !== null) return hearChoice(welcomed, heard.chosen, concern, rules, now);
  return answerAlone(welcomed, { heard, concern, isCared, before: state }, rules, now);
}

/** A message to a closed enquiry opens it again with the party that had it. */
function reopen(draft: Draft, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  if (state.status !== 'closed') return draft;
  const due = deadlineFor(state.urgency, now, rules);
  return emit(draft, { type: 'EnquiryReopened', party: state.party, due, at: now });
}

function receive(draft: Draft, heard: Heard, concern: Concern, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  const { lead, others, isSuggested } = concern;
  const { understanding, chosen, language, speaks } = heard;
  const topics = others.filter(isTopic).map(({ id }) => id);
  const received = emit(draft, {
    type: 'MessageReceived',
    seq: state.lastSeq + 1,
    language: lead?.id === special.easy && language === 'da' ? 'da_easy' : language,
    speaks,
    intent: lead !== null && isTopic(lead) && !isSuggested ? lead.id : null,
    also: topics,
    understood: chosen !== null || lead !== null || understanding.risk !== 'none' || understanding.ageBand !== null,
    due: isWithPeople(state) ? (state.due ?? deadlineFor(state.urgency, now, rules)) : null,
    at: now,
  });
  const ageBand = chosen?.kind === 'age' ? chosen.ageBand : understanding.ageBand;
  const aged =
    ageBand === null || ageBand === state.ageBand
      ? received
      : emit(received, { type: 'AgeBandTold', ageBand, at: now });
  const masked = heard.cprRemoved ? say(aged, now, { kind: 'cpr_removed' }) : aged;
  const rises = highestRisk(understanding.risk, state.risk) !== state.risk;
  const repeats = understanding.risk === 'acute' && crisisMayShow(masked, now);
  if (!rises && !repeats) return masked;
  return emit(masked, { type: 'RiskFound', level: understanding.risk, risks: understanding.risks, at: now });
}

/** The bot and the citizen are alone, and the citizen has tapped or said a word that was offered. */
function hearChoice(draft: Draft, chosen: Choice, { lead }: Concern, rules: Rules, now: Instant): Draft {
  switch (chosen.kind) {
    case 'human':
      return chosen.yes ? handOverTopic(draft, null, rules, now) : say(draft, now, { kind: 'no_human_needed' });
    case 'topic':
      return askAbout(draft, chosen.topic, rules, now);
    case 'intent':
      return lead === null ? say(draft, now, { kind: 'not_understood' }) : answer(draft, lead, false, rules, now);
    case 'age':
      return say(draft, now, { kind: 'age_noted' });
    case 'erase':
      return chosen.yes ? eraseTexts(draft, now) : say(draft, now, { kind: 'not_erased' });
    case 'never_mind':
      return say(draft, now, { kind: 'never_mind' });
    case 'skip':
    case 'safe':
    case 'withdraw':
      return say(draft, now, { kind: 'skipped' });
  }
}

interface Turn {
  readonly heard: Heard;
  readonly concern: Concern;
  /** The caring question comes last, and no other question with it. */
  readonly isCared: boolean;
  /** As it was before this message. */
  readonly before: Enquiry;
}

/** The bot and the citizen are alone, and the citizen has written. */
function answerAlone(draft: Draft, turn: Turn, rules: Rules, now: Instant): Draft {
  const { heard, concern, isCared, before } = turn;
  const { lead } = concern;
  if (heard.speaks !== null) return answerForeign(draft, rules, now);
  if (lead !== null) {
    const isRepeat = lead.id === before.bot.answered && isTopic(lead) && !isAlwaysHandedOver(lead);
    const answered = isRepeat ? say(draft, now, { kind: 'said_before' }) : answer(draft, lead, isCared, rules, now);
    return afterwards(answered, turn, rules, now);
  }
  if (isCared) return sayCare(draft, heard.understanding.risks[0] ?? null, now);
  if (heard.understanding.ageBand !== null) return say(draft, now, { kind: 'age_noted' });
  if (draft.state.bot.misses >= missesBeforeHuman) return handOverTopic(draft, null, rules, now);
  const intents = likeliest(draft.state, heard.understanding, rules);
  const isUnsure = heard.understanding.certainty === 'unsure' && intents.length > 0;
  return ask(draft, now, isUnsure ? { kind: 'ask_which', intents } : { kind: 'not_understood' });
}

/** After the answer: what else was named is kept, a wish for a person is met, and care is shown. */
function afterwards(draft: Draft, { heard, concern, isCared }: Turn, rules: Rules, now: Instant): Draft {
  const topics = concern.others.filter(isTopic).map(({ id }) => id);
  const kept = topics.length === 0 ? draft : say(draft, now, { kind: 'kept', intents: topics });
  const wishes = concern.others.some(({ id }) => id === special.human);
  const met = wishes && kept.state.status === 'with_bot' ? handOverTopic(kept, null, rules, now) : kept;
  return isCared ? sayCare(met, heard.understanding.risks[0] ?? null, now) : met;
}

/** First a greeting in their own language with the way to a person, then a person who can find an interpreter. */
function answerForeign(draft: Draft, rules: Rules, now: Instant): Draft {
  if (!draft.state.bot.asked.includes('foreign')) return say(draft, now, { kind: 'foreign' });
  const { intent } = draft.state;
  return handOver(
    draft,
    intent ?? (rules.intents.has(special.interpreter) ? special.interpreter : null),
    'same_day',
    rules,
    now,
  );
}

/** A topic is only where to begin: what it may be about is offered, and words of one's own are always welcome. */
function askAbout(draft: Draft, topic: string, rules: Rules, now: Instant): Draft {
  const ids = rules.topics.find(({ id }) => id === topic)?.intents ?? [];
  const known = ids.flatMap((id) => rules.intents.get(id) ?? []);
  const intents = known.filter((intent) => fitsAsker(intent, draft.state.asker)).map(({ id }) => id);
  return ask(draft, now, { kind: 'ask_about', intents });
}

const isAlwaysHandedOver = ({ handoff }: Intent): boolean => handoff === 'always' || handoff === 'at_once';

function answer(draft: Draft, intent: Intent, isCared: boolean, rules: Rules, now: Instant): Draft {
  if (intent.group === 'A') return answerWorry(draft, intent.id, intent.urgency, rules, now);
  if (intent.id === special.erase) return askToErase(draft, now);
  const says = (offersHuman: boolean): Saying => ({ kind: 'answer', intent: intent.id, offersHuman });
  switch (intent.handoff) {
    case 'never':
      return say(draft, now, says(false));
    case 'on_request':
      return say(draft, now, says(true));
    case 'offered':
      return isCared ? say(draft, now, says(true)) : say(draft, now, says(false), { kind: 'ask_human' });
    case 'always':
    case 'at_once':
      return handOverTopic(say(draft, now, says(false)), intent, rules, now);
  }
}
