/**
 * What one message is about: the matter that leads, the others it names, and whether a person is wished for.
 */
import type { Enquiry } from './enquiry.ts';
import type { Intent } from './intent.ts';
import { fitsAsker } from './routing.ts';
import type { Rules } from './rules.ts';
import type { Choice } from './saying.ts';
import type { Understanding } from './understanding.ts';
import type { ForeignLanguage, IntentId, TextLanguage } from './words.ts';
import { urgencies } from './words.ts';

/** One message as the machine has heard it. */
export interface Heard {
  readonly understanding: Understanding;
  /** What the citizen tapped or said in a word, when they did. */
  readonly chosen: Choice | null;
  readonly language: TextLanguage;
  readonly speaks: ForeignLanguage | null;
  /** A CPR number was masked before anything was stored. */
  readonly cprRemoved: boolean;
}

export interface Concern {
  readonly lead: Intent | null;
  /** Other matters that the same message names, each something a person can help with. */
  readonly others: readonly Intent[];
  /** A language model's suggestion leads: it may be answered, and decides nothing. */
  readonly isSuggested: boolean;
}

/** Names the intents that have a way of their own through the conversation. */
export const special = {
  human: 'human_please' as IntentId,
  status: 'request_status' as IntentId,
  erase: 'data_delete' as IntentId,
  easy: 'simple_mode' as IntentId,
  interpreter: 'interpreter' as IntentId,
} as const;

/** The most urgent of the clear matters leads; the rest stay named. */
export function concernOf(state: Enquiry, { understanding, chosen }: Heard, { intents }: Rules): Concern {
  if (chosen?.kind === 'intent') return alone(intents.get(chosen.intent) ?? null);
  if (chosen !== null) return alone(null);
  const sure = clearIn(state, understanding, { intents });
  if (sure.length === 0) return suggestionOf(state, understanding, { intents });
  const wish = sure.length > 1 ? sure.find(({ id }) => id === special.human) : undefined;
  const ranked = sure
    .filter((intent) => intent !== wish)
    .toSorted((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency));
  const topics = ranked.filter(isTopic);
  const lead = topics[0] ?? ranked[0] ?? null;
  const others = [...topics.filter((intent) => intent !== lead), ...(wish === undefined ? [] : [wish])];
  return { lead, others, isSuggested: false };
}

function alone(lead: Intent | null): Concern {
  return { lead, others: [], isSuggested: false };
}

type Book = Pick<Rules, 'intents'>;

function clearIn(state: Enquiry, understanding: Understanding, { intents }: Book): readonly Intent[] {
  const whole = understanding.certainty === 'sure' ? understanding.intents.map(({ intent }) => intent) : [];
  const known = whole.flatMap((id) => intents.get(id) ?? []);
  const best = known.find((intent) => fitsAsker(intent, state.asker)) ?? known[0];
  const also = understanding.also.flatMap((id) => intents.get(id) ?? []).filter((one) => fitsAsker(one, state.asker));
  return [...new Set(best === undefined ? also : [best, ...also])];
}

/** A suggestion leads only where an answer gives facts and moves nothing. */
function suggestionOf(state: Enquiry, { certainty, suggested }: Understanding, { intents }: Book): Concern {
  const intent = certainty === 'unsure' && suggested !== null ? intents.get(suggested) : undefined;
  const isPlain = intent !== undefined && isInfo(intent) && intent.group !== 'A' && fitsAsker(intent, state.asker);
  return isPlain ? { lead: intent, others: [], isSuggested: true } : alone(null);
}

/** Small talk and service questions ("hvornår åbner I") are answered, but they are not what the matter is about. */
export function isTopic(intent: Intent): boolean {
  return intent.group !== 'L';
}

/** What the bot may answer on the side: the answer is all there is to it, unless the citizen asks for more. */
export function isInfo(intent: Intent): boolean {
  return intent.handoff === 'never' || (intent.handoff === 'on_request' && intent.id !== special.status);
}

/** At most three intents to choose from, likeliest first. */
export function likeliest(state: Enquiry, understanding: Understanding, { intents }: Rules): readonly IntentId[] {
  const { suggested } = understanding;
  const ids = understanding.intents.map(({ intent }) => intent);
  const order = suggested === null ? ids : [suggested, ...ids.filter((id) => id !== suggested)];
  const known = order.flatMap((id) => intents.get(id) ?? []);
  const fitting = known.filter((intent) => fitsAsker(intent, state.asker) && intent.handoff !== 'never');
  return fitting.slice(0, mostChoices).map(({ id }) => id);
}

/** A choice of more than three is hard to read. */
const mostChoices = 3;
