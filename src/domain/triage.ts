/**
 * What happens when a citizen writes: danger first, then answer, ask one thing, offer choices, or hand off.
 * The bot gives facts and finds people; it decides no right and closes nothing.
 */

import { answerBesidePeople, askToErase, eraseTexts } from './beside-people.ts';
import type { Concern, Heard, Turn } from './concern.ts';
import { concernOf, isTopic, keptBeside, likeliest, special } from './concern.ts';
import type { Danger } from './crisis.ts';
import { answerDanger, crisisMayShow, sayCare } from './crisis.ts';
import { deadlineFor } from './deadline.ts';
import type { Draft } from './draft.ts';
import { emit, say, startDraft } from './draft.ts';
import type { Enquiry } from './enquiry.ts';
import { isWithPeople } from './enquiry.ts';
import { ask, askNext, handOver, handOverTopic } from './hand-over.ts';
import type { Intent } from './intent.ts';
import { fitsAsker, partyOfReturning } from './routing.ts';
import type { Rules } from './rules.ts';
import type { Choice, Saying } from './saying.ts';
import type { Instant, IntentId } from './words.ts';
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
  const { chosen, cprRemoved } = heard;
  const { risk, risks } = heard.understanding;
  const aside: readonly Saying[] = cprRemoved ? [{ kind: 'cpr_removed' }] : [];
  if (risk === 'acute' && chosen?.kind !== 'safe') {
    return answerDanger(received, { intent: risks[0] ?? null, urgency: 'acute', aside }, rules, now);
  }
  if (concern.lead?.group === 'A') {
    const { id, urgency } = concern.lead;
    return answerDanger(received, { intent: id, urgency, aside }, rules, now);
  }
  const told = say(received, now, ...aside);
  const isCared = risk === 'care' && chosen === null && crisisMayShow(told, now);
  const turn: Turn = { heard, concern, isCared, before: state };
  return isWithPeople(told.state) ? answerBesidePeople(told, turn, rules, now) : answerAlone(told, turn, rules, now);
}

/** A message to a closed enquiry opens it again with the party that had it, or with the youth's coordinator. */
function reopen(draft: Draft, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  if (state.status !== 'closed') return draft;
  const due = deadlineFor(state.urgency, now, rules);
  return emit(draft, { type: 'EnquiryReopened', party: partyOfReturning(state, rules), due, at: now });
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
    intent: lead !== null && isMatter(lead, state) && !isSuggested ? lead.id : null,
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
  const isWord = chosen !== null && understanding.risk === 'care';
  const rises = !isWord && highestRisk(understanding.risk, state.risk) !== state.risk;
  const repeats = understanding.risk === 'acute' && crisisMayShow(aged, now);
  if (!rises && !repeats) return aged;
  return emit(aged, { type: 'RiskFound', level: understanding.risk, risks: understanding.risks, at: now });
}

/** What the enquiry is about from now on; a wish to delete is a matter only once people have had it. */
function isMatter(intent: Intent, state: Enquiry): boolean {
  return isTopic(intent) && (intent.id !== special.erase || state.met);
}

/** The bot and the citizen are alone. */
function answerAlone(draft: Draft, turn: Turn, rules: Rules, now: Instant): Draft {
  const { before, heard } = turn;
  const isBack = before.lastSeq > 1 && now - before.touchedAt >= awayMs;
  const welcomed = isBack ? say(draft, now, { kind: 'back' }) : draft;
  const { chosen } = heard;
  if (chosen !== null && chosen.kind !== 'intent') return hearChoice(welcomed, chosen, rules, now);
  if (heard.speaks !== null && chosen === null) return answerForeign(welcomed, turn, rules, now);
  return hearWords(welcomed, turn, rules, now);
}

/** The citizen has tapped or said a word that was offered; what an intent's button says is heard like a message. */
function hearChoice(draft: Draft, chosen: Choice, rules: Rules, now: Instant): Draft {
  switch (chosen.kind) {
    case 'human':
      return chosen.yes ? findPerson(draft, null, rules, now) : say(draft, now, { kind: 'no_human_needed' });
    case 'topic':
      return askAbout(draft, chosen.topic, rules, now);
    case 'age':
      return say(draft, now, { kind: 'age_noted', offersHuman: true });
    case 'erase':
      return chosen.yes ? eraseTexts(draft, rules, now) : say(draft, now, { kind: 'not_erased' });
    case 'never_mind':
      return say(draft, now, { kind: 'never_mind' });
    case 'safe':
      return chosen.yes ? say(draft, now, { kind: 'safe_noted' }) : answerDanger(draft, unknownDanger, rules, now);
    default:
      return say(draft, now, { kind: 'skipped' });
  }
}

const unknownDanger: Danger = { intent: null, urgency: 'acute', aside: [] };

/** The citizen has written in a language that is answered, or tapped what it is about. */
function hearWords(draft: Draft, turn: Turn, rules: Rules, now: Instant): Draft {
  const { understanding } = turn.heard;
  const { lead } = turn.concern;
  const isOnlyTalk = turn.isCared && lead !== null && isSmallTalk(lead);
  if (lead !== null && !isOnlyTalk) return answerLead(draft, lead, turn, rules, now);
  if (turn.isCared) return sayCare(draft, understanding.risks[0] ?? null, now);
  const intents = likeliest(draft.state, understanding, rules);
  const isUnsure = understanding.certainty === 'unsure' && intents.length > 0;
  if (understanding.ageBand !== null && !isUnsure) return say(draft, now, { kind: 'age_noted', offersHuman: true });
  if (draft.state.bot.misses >= missesBeforeHuman) return findPerson(draft, null, rules, now);
  return ask(draft, now, isUnsure ? { kind: 'ask_which', intents } : { kind: 'not_understood' });
}

const isSmallTalk = ({ id, handoff }: Intent): boolean => handoff === 'never' || id === special.unclear;

/** What is clear is answered; what else was named is kept, a wish for a person is met, and care asks alone. */
function answerLead(draft: Draft, lead: Intent, turn: Turn, rules: Rules, now: Instant): Draft {
  const { concern, isCared, before, heard } = turn;
  const { answered } = before.bot;
  if (lead.id === special.easy && answered !== null && answered !== lead.id) {
    return say(draft, now, says(lead, false), { kind: 'answer', intent: answered, offersHuman: true });
  }
  if (lead.id === special.unclear && answered === lead.id) return findPerson(draft, null, rules, now);
  const kept = keptBeside(concern);
  const wishes = concern.others.some(({ id }) => id === special.human);
  const isRepeat = lead.id === answered && isTopic(lead) && !wishes && !isAlwaysHandedOver(lead);
  const cared = isCared ? { worry: heard.understanding.risks[0] ?? null } : null;
  if (!isRepeat) return answer(draft, lead, { kept, wishes, cared }, rules, now);
  const told = say(draft, now, ...kept);
  return cared === null ? say(told, now, { kind: 'said_before' }) : sayCare(told, cared.worry, now);
}

/** First a greeting in their own language with the way to a person, then a person who can find an interpreter. */
function answerForeign(draft: Draft, { isCared, heard }: Turn, rules: Rules, now: Instant): Draft {
  if (!isCared && !draft.state.bot.asked.includes('foreign')) return say(draft, now, { kind: 'foreign' });
  const topic = draft.state.intent ?? (rules.intents.has(special.interpreter) ? special.interpreter : null);
  const handed = handOver(draft, topic, 'same_day', rules, now);
  return isCared ? sayCare(handed, heard.understanding.risks[0] ?? null, now) : handed;
}

/** A topic is only where to begin: what it may be about is offered, and words of one's own are always welcome. */
function askAbout(draft: Draft, topic: string, rules: Rules, now: Instant): Draft {
  const ids = rules.topics.find(({ id }) => id === topic)?.intents ?? [];
  const known = ids.flatMap((id) => rules.intents.get(id) ?? []);
  const intents = known.filter((intent) => fitsAsker(intent, draft.state.asker)).map(({ id }) => id);
  return ask(draft, now, { kind: 'ask_about', intents });
}

const isAlwaysHandedOver = ({ handoff }: Intent): boolean => handoff === 'always' || handoff === 'at_once';

/** What goes with an answer. */
interface Beside {
  readonly kept: readonly Saying[];
  readonly wishes: boolean;
  /** The caring question comes last, and no other question with it. */
  readonly cared: { readonly worry: IntentId | null } | null;
}

const says = ({ id }: Intent, offersHuman: boolean): Saying => ({ kind: 'answer', intent: id, offersHuman });

function answer(draft: Draft, intent: Intent, { kept, wishes, cared }: Beside, rules: Rules, now: Instant): Draft {
  if (intent.id === special.erase) {
    return cared === null ? askToErase(draft, rules, now) : sayCare(draft, cared.worry, now);
  }
  const hands = wishes || isAlwaysHandedOver(intent);
  const offers = intent.handoff === 'offered' || kept.length > 0;
  const isPlain = !hands && !offers && intent.handoff === 'on_request';
  const told = say(draft, now, says(intent, isPlain), ...kept);
  const handed = hands ? handOverTopic(told, intent, rules, now) : told;
  if (cared !== null) return sayCare(handed, cared.worry, now);
  if (hands) return askNext(handed, rules, now);
  return offers ? say(handed, now, { kind: 'ask_human' }) : handed;
}

/** Hands over, and asks the first thing that is needed. */
function findPerson(draft: Draft, wish: Intent | null, rules: Rules, now: Instant): Draft {
  return askNext(handOverTopic(draft, wish, rules, now), rules, now);
}
