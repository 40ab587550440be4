/**
 * A decision in the making: the events so far, the state they lead to, and what the bot says.
 */
import type { Enquiry } from './enquiry.ts';
import type { EnquiryEvent } from './enquiry-event.ts';
import { evolve } from './evolve.ts';
import type { Choice, Saying, yesNoKinds } from './saying.ts';
import { choiceCode } from './saying.ts';
import type { Instant } from './words.ts';
import { ageBands, isSpoken } from './words.ts';

/** What is to be stored: events with the state after them, and the bot's sayings in the order of their `BotSaid`. */
export interface Draft<State extends Enquiry = Enquiry> {
  readonly state: State;
  readonly events: readonly EnquiryEvent[];
  readonly says: readonly Saying[];
}

/** A draft in which nothing has happened yet. */
export function startDraft(state: Enquiry): Draft {
  return { state, events: [], says: [] };
}

/** Adds events, in order. */
export function emit(draft: Draft, ...events: readonly EnquiryEvent[]): Draft {
  const state = events.reduce<Enquiry>((before, event) => evolve(before, before.id, event), draft.state);
  return { ...draft, state, events: [...draft.events, ...events] };
}

/** Lets the bot say something, each saying a message of its own. Where nothing can be sent, nothing is said. */
export function say(draft: Draft, now: Instant, ...sayings: readonly Saying[]): Draft {
  if (isSpoken(draft.state.channel)) return draft;
  return sayings.reduce<Draft>((before, saying) => {
    const choices = choicesOf(saying).map(choiceCode);
    const intent = saying.kind === 'answer' ? saying.intent : null;
    const seq = before.state.lastSeq + 1;
    const said = emit(before, { type: 'BotSaid', seq, says: saying.kind, intent, choices, at: now });
    return { ...said, says: [...before.says, saying] };
  }, draft);
}

const human: Choice = { kind: 'human', yes: true };
const skip: Choice = { kind: 'skip' };
const ages: readonly Choice[] = ageBands.map((ageBand) => ({ kind: 'age', ageBand }));
const yesOrNo = (kind: (typeof yesNoKinds)[number]): readonly Choice[] => [
  { kind, yes: true },
  { kind, yes: false },
];

/** What a citizen can tap below a saying. */
export function choicesOf(saying: Saying): readonly Choice[] {
  switch (saying.kind) {
    case 'ask_age':
      return [...ages, skip];
    case 'ask_contact':
      return [skip];
    case 'ask_safe':
    case 'here':
      return yesOrNo('safe');
    case 'ask_withdraw':
      return yesOrNo('withdraw');
    case 'ask_erase':
      return yesOrNo('erase');
    case 'ask_human':
    case 'said_before':
      return yesOrNo('human');
    case 'greeting':
      return saying.topics.map((topic): Choice => ({ kind: 'topic', topic }));
    case 'ask_which':
    case 'ask_about':
      return [...saying.intents.map((intent): Choice => ({ kind: 'intent', intent })), human];
    case 'answer':
    case 'age_noted':
      return saying.offersHuman ? [human] : [];
    case 'not_understood':
    case 'care':
    case 'foreign':
      return [human];
    default:
      return [];
  }
}
