/**
 * What one message is about: the matter that leads, the others it names, and whether a person is wished for.
 */
import type { Enquiry } from './enquiry.ts';
import type { Intent } from './intent.ts';
import { fitsAsker } from './routing.ts';
import type { Rules } from './rules.ts';
import type { Choice, Saying } from './saying.ts';
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

/** One message, with what it came to. */
export interface Turn {
  readonly heard: Heard;
  readonly concern: Concern;
  /** The caring question comes last, and no other question with it. */
  readonly isCared: boolean;
  /** As it was before this message. */
  readonly before: Enquiry;
}

/** Names the intents that have a way of their own through the conversation. */
export const special = {
  human: 'human_please' as IntentId,
  status: 'request_status' as IntentId,
  erase: 'data_delete' as IntentId,
  easy: 'simple_mode' as IntentId,
  unclear: 'unclear' as IntentId,
  greeting: 'greeting' as IntentId,
  interpreter: 'interpreter' as IntentId,
} as const;

/** The most urgent of the clear matters leads; the rest stay named. Danger that is over, or denied, does not lead. */
export function concernOf(state: Enquiry, { understanding, chosen }: Heard, { intents }: Rules): Concern {
  if (chosen?.kind === 'intent') return alone(intents.get(chosen.intent) ?? null);
  if (chosen !== null) return alone(null);
  const clear = clearIn(state, understanding, { intents });
  const over = understanding.risk === 'acute' ? [] : clear.filter(({ id }) => oftenOver.has(id));
  const sure = clear.filter((intent) => !over.includes(intent));
  if (clear.length === 0) return wishIn(understanding, { intents }) ?? suggestionOf(state, understanding, { intents });
  const wish = sure.length > 1 ? sure.find(({ id }) => id === special.human) : undefined;
  const ranked = sure
    .filter((intent) => intent !== wish)
    .toSorted((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency));
  const topics = ranked.filter(isTopic);
  const lead = topics[0] ?? ranked[0] ?? null;
  const others = [...topics.filter((intent) => intent !== lead), ...over, ...(wish === undefined ? [] : [wish])];
  return { lead, others, isSuggested: false };
}

/** A wish for a person is met although it is not clear what about; what it may be about stays beside it. */
function wishIn({ certainty, intents: scored }: Understanding, { intents }: Book): Concern | null {
  const lead = intents.get(special.human);
  const wish = scored.find(({ intent }) => intent === special.human);
  if (lead === undefined || certainty !== 'unsure' || (wish?.score ?? 0) < wishFrom) return null;
  const likely = scored.filter(({ intent, score }) => intent !== lead.id && score >= besideWishFrom);
  const others = likely.flatMap(({ intent }) => intents.get(intent) ?? []).filter(isTopic);
  return { lead, others, isSuggested: false };
}

const wishFrom = 0.25;
const besideWishFrom = 0.4;

function alone(lead: Intent | null): Concern {
  return { lead, others: [], isSuggested: false };
}

type Book = Pick<Rules, 'intents'>;

/** The same matter, told by a youth, a parent, a neighbour or a professional. */
const sameMatter: readonly (readonly string[])[] = [
  ['notify_citizen', 'notify_parent', 'notify_professional', 'notify_friend'],
  ['school_absence_youth', 'school_absence_parent'],
  ['drug_use_own', 'drug_concern_parent'],
  ['family_conflict', 'parent_support'],
  ['dropout_risk', 'dropped_out', 'dropout_report'],
];

/** The intent that this asker means by what another would have meant. */
function asTheyMeanIt(intent: Intent, { asker }: Enquiry, { intents }: Book): Intent {
  if (fitsAsker(intent, asker)) return intent;
  const others = sameMatter.find((ids) => ids.includes(intent.id)) ?? [];
  const known = others.flatMap((id) => intents.get(id as IntentId) ?? []);
  return known.find((one) => fitsAsker(one, asker)) ?? intent;
}

function clearIn(state: Enquiry, understanding: Understanding, { intents }: Book): readonly Intent[] {
  const whole = understanding.certainty === 'sure' ? understanding.intents.map(({ intent }) => intent) : [];
  const known = whole.flatMap((id) => intents.get(id) ?? []);
  const best = known[0] === undefined ? undefined : asTheyMeanIt(known[0], state, { intents });
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

/** What is told that we keep. Old hurt is not read out again; whoever helps sees it on the card. */
export function isKeptAloud(intent: Intent): boolean {
  return isTopic(intent) && intent.group !== 'A';
}

/** What people also tell of as over, or deny: the sense of danger knows the difference, the intent alone does not. */
const oftenOver: ReadonlySet<string> = new Set([
  'suicidal_thoughts',
  'self_harm',
  'sexual_assault',
  'violence_close',
  'honour_conflict',
]);

/** What a message names beside what leads, for the citizen to know that it is kept. */
export function keptBeside({ others }: Concern): readonly Saying[] {
  const topics = others.filter(isKeptAloud).map(({ id }) => id);
  return topics.length === 0 ? [] : [{ kind: 'kept', intents: topics }];
}

/** At most three intents to choose from, likeliest first; none when the likeliest is hardly more than a guess. */
export function likeliest(state: Enquiry, understanding: Understanding, { intents }: Rules): readonly IntentId[] {
  const { suggested } = understanding;
  const scores = new Map(understanding.intents.map(({ intent, score }) => [intent, score]));
  const ids = [...scores.keys()];
  const order = suggested === null ? ids : [suggested, ...ids.filter((id) => id !== suggested)];
  const likely = (id: IntentId, from: number): boolean => id === suggested || (scores.get(id) ?? 0) >= from;
  const fitting = order
    .flatMap((id) => intents.get(id) ?? [])
    .filter((intent) => fitsAsker(intent, state.asker) && intent.handoff !== 'never')
    .filter(({ id, group }) => group !== 'A' || likely(id, dangerChoiceFrom));
  const [first] = fitting;
  if (first === undefined || !likely(first.id, firstChoiceFrom)) return [];
  return fitting.slice(0, mostChoices).map(({ id }) => id);
}

/** A choice of more than three is hard to read. */
const mostChoices = 3;
/** A choice that is a shot in the dark says only that we have not understood. */
const firstChoiceFrom = 0.1;
/** Nobody who jokes about pizza is asked, out of the blue, whether somebody has hurt them. */
const dangerChoiceFrom = 0.2;
