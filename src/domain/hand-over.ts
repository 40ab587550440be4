/**
 * From the bot to people: who gets it, by when, and what must be asked of the citizen, one question at a time.
 */
import { deadlineFor } from './deadline.ts';
import type { Draft } from './draft.ts';
import { emit, say } from './draft.ts';
import type { Intent } from './intent.ts';
import { ageMatters, route, subjectOf } from './routing.ts';
import type { Rules } from './rules.ts';
import type { Saying } from './saying.ts';
import type { Instant, IntentId, Urgency } from './words.ts';
import { mostUrgent } from './words.ts';

/** Questions in a row before the citizen is asked whether they would rather have a person. */
const mostQuestions = 3;

/** Asks, unless so much has been asked that a person is the better way. */
export function ask(draft: Draft, now: Instant, question: Saying): Draft {
  return say(draft, now, draft.state.bot.questions < mostQuestions ? question : { kind: 'ask_human' });
}

/** Hands over what the matter is about; a wish for a person goes where the topic belongs. */
export function handOverTopic(draft: Draft, wish: Intent | null, rules: Rules, now: Instant): Draft {
  const topic = draft.state.intent ?? wish?.id ?? null;
  const known = topic === null ? undefined : rules.intents.get(topic);
  const urgency = mostUrgent(known?.urgency ?? 'same_day', wish?.urgency ?? 'normal');
  return handOver(draft, topic, urgency, rules, now);
}

/** Queues it with the answerable party, or moves it there while nobody has claimed it; a moved one keeps its place. */
export function handOver(draft: Draft, intent: IntentId | null, urgency: Urgency, rules: Rules, now: Instant): Draft {
  const { state } = draft;
  const party = route(subjectOf(state, intent), rules, now);
  const fresh = deadlineFor(urgency, now, rules);
  const due = state.status === 'waiting' && state.due !== null ? Math.min(state.due, fresh) : fresh;
  const type = state.status === 'waiting' ? 'HandoffRerouted' : 'HandoffQueued';
  const queued = emit(draft, { type, party, urgency, intent, due, at: now });
  return say(queued, now, { kind: 'handed_over', party, due });
}

/** The next thing that the answerable party needs to know and has not been told; nothing when there is none. */
export function askNext(draft: Draft, rules: Rules, now: Instant): Draft {
  const next = nextQuestion(draft, rules);
  return next === null || draft.state.bot.questions >= mostQuestions ? draft : say(draft, now, next);
}

function nextQuestion({ state }: Draft, rules: Rules): Saying | null {
  const intent = state.intent === null ? undefined : rules.intents.get(state.intent);
  if (intent === undefined || state.speaks !== null) return null;
  const isNew = (kind: Saying['kind']): boolean => !state.bot.asked.includes(kind);
  if (state.ageBand === null && ageMatters(intent) && isNew('ask_age')) return { kind: 'ask_age' };
  if (intent.slots.includes('contact') && isNew('ask_contact')) return { kind: 'ask_contact' };
  return null;
}
