/**
 * What follows from an event: the next state. The state of an enquiry is the fold of all its events.
 */
import type { BotMemory, Claimed, Enquiry, Matter, Waiting, WithBot } from './enquiry.ts';
import { isWithPeople } from './enquiry.ts';
import type { At, EnquiryEvent, EventOf, Handoff } from './enquiry-event.ts';
import type { Saying } from './saying.ts';
import type { EnquiryId, IntentId, StaffId } from './words.ts';

const silentBot: BotMemory = {
  choices: [],
  misses: 0,
  crisisAt: null,
  noted: false,
  asked: [],
  questions: 0,
  answered: null,
};

/**
 * What is remembered to have been said, after what the count of questions begins again, and what counts as one: whether
 * one is safe may always be asked.
 */
const saidOnce: ReadonlySet<Saying['kind']> = new Set(['ask_age', 'ask_contact', 'foreign']);
const settling: ReadonlySet<Saying['kind']> = new Set(['answer', 'ask_human', 'said_before']);
const questions: ReadonlySet<Saying['kind']> = new Set([
  'ask_age',
  'ask_contact',
  'ask_which',
  'ask_about',
  'not_understood',
]);

/** Fields of `Matter` alone, so that moving to another status drops what belonged to the old one. */
function matter(state: Enquiry): Matter {
  const { id, version, channel, asker, language, speaks, openedAt, touchedAt, party, intent, others } = state;
  const { ageBand, urgency, risk, lastSeq, queuedAt, met, waitsSince, due, step, called, helpers, caseFile, bot } =
    state;
  return {
    id,
    version,
    channel,
    asker,
    language,
    speaks,
    openedAt,
    touchedAt,
    party,
    intent,
    others,
    ageBand,
    urgency,
    risk,
    lastSeq,
    queuedAt,
    met,
    waitsSince,
    due,
    step,
    called,
    helpers,
    caseFile,
    bot,
  };
}

/** The state an enquiry is born in; the front desk is answerable while the bot talks. */
export function open(id: EnquiryId, event: EventOf<'EnquiryOpened'>): WithBot {
  return {
    status: 'with_bot',
    id,
    version: 1,
    channel: event.channel,
    asker: event.asker,
    language: event.language,
    speaks: null,
    openedAt: event.at,
    touchedAt: event.at,
    party: 'front_desk',
    intent: null,
    others: [],
    ageBand: null,
    urgency: 'normal',
    risk: 'none',
    lastSeq: 0,
    queuedAt: null,
    met: false,
    waitsSince: null,
    due: null,
    step: 0,
    called: null,
    helpers: [],
    caseFile: null,
    bot: silentBot,
  };
}

/** The state after an event. `null` stands for an enquiry that does not exist yet. */
export function evolve(state: Enquiry | null, id: EnquiryId, event: EnquiryEvent): Enquiry {
  if (event.type === 'EnquiryOpened') return open(id, event);
  if (state === null) throw new Error(`${id}: ${event.type} before EnquiryOpened`);
  const fold = folds[event.type] as (state: Enquiry, event: EnquiryEvent) => Enquiry;
  return { ...fold(state, event), version: state.version + 1, touchedAt: event.at };
}

/** The state after all of its events; null when there are none. */
export function replay(id: EnquiryId, events: readonly EnquiryEvent[]): Enquiry | null {
  return events.reduce<Enquiry | null>((state, event) => evolve(state, id, event), null);
}

const acted = { step: 0, called: null } as const;

function claimedBy(state: Enquiry, by: StaffId): Claimed {
  return { ...matter(state), status: 'claimed', met: true, claimedBy: by, helpers: without(state.helpers, by) };
}

function without(helpers: readonly StaffId[], one: StaffId): readonly StaffId[] {
  return helpers.filter((helper) => helper !== one);
}

/** A person has answered: nobody waits, until the citizen says more. */
const answered = { ...acted, waitsSince: null, due: null } as const;

function queue(state: Enquiry, event: Handoff & At): Waiting {
  const { party, urgency, intent, due } = event;
  const bot = { ...state.bot, misses: 0, noted: false, questions: 0 };
  const others = named(state, intent, []);
  const since = { queuedAt: state.queuedAt ?? event.at, waitsSince: state.waitsSince ?? event.at };
  return { ...matter(state), ...acted, ...since, status: 'waiting', party, urgency, intent, others, due, bot };
}

/** What has been named beside what leads: nothing that was named is lost when something else leads. */
function named(state: Enquiry, leads: IntentId | null, also: readonly IntentId[]): readonly IntentId[] {
  const before = state.intent === null ? [] : [state.intent];
  return [...new Set([...state.others, ...before, ...also])].filter((intent) => intent !== leads);
}

/** What the matter is about after a message: the newest leads while the bot has it, the first when people have it. */
function subjectAfter(state: Enquiry, { intent, also }: EventOf<'MessageReceived'>): Pick<Matter, 'intent' | 'others'> {
  const leads = state.status === 'with_bot' ? (intent ?? state.intent) : state.intent;
  return { intent: leads, others: named(state, leads, intent === null ? also : [intent, ...also]) };
}

/** Back to the one who gave it, when an offer is declined or runs out. */
function backToGiver(state: Enquiry): Enquiry {
  return state.status === 'offered' ? claimedBy(state, state.claimedBy) : state;
}

type Folds = { [Type in EnquiryEvent['type']]: (state: Enquiry, event: EventOf<Type>) => Enquiry };

const folds: Folds = {
  EnquiryOpened: (state) => state,
  EnquiryTakenIn: (state) => state,
  MessageReceived: (state, event) => ({
    ...state,
    ...subjectAfter(state, event),
    lastSeq: event.seq,
    language: event.language,
    speaks: event.speaks,
    due: event.due,
    waitsSince: isWithPeople(state) ? (state.waitsSince ?? event.at) : state.waitsSince,
    bot: { ...state.bot, misses: event.understood ? 0 : state.bot.misses + 1 },
  }),
  BotSaid: (state, { seq, says, intent, choices, at }) => ({
    ...state,
    lastSeq: seq,
    bot: {
      ...state.bot,
      choices,
      crisisAt: says === 'crisis' || says === 'care' ? at : state.bot.crisisAt,
      noted: state.bot.noted || says === 'noted' || says === 'still_waiting',
      asked: saidOnce.has(says) && !state.bot.asked.includes(says) ? [...state.bot.asked, says] : state.bot.asked,
      questions: settling.has(says) ? 0 : state.bot.questions + (questions.has(says) ? 1 : 0),
      answered: says === 'answer' ? intent : state.bot.answered,
    },
  }),
  RiskFound: (state, { level }) => ({ ...state, risk: level }),
  AgeBandTold: (state, { ageBand }) => ({ ...state, ageBand }),
  HandoffQueued: queue,
  HandoffRerouted: queue,
  HandoffWithdrawn: (state) => ({
    ...matter(state),
    ...acted,
    status: 'with_bot',
    party: 'front_desk',
    urgency: 'normal',
    due: null,
    queuedAt: null,
    waitsSince: null,
  }),
  TextsErased: (state) => ({ ...state, intent: null, others: [], bot: { ...state.bot, answered: null } }),
  UrgencyRaised: (state, { urgency, due }) => ({ ...state, ...acted, urgency, due }),
  HandoffClaimed: (state, { by, due }) => ({ ...claimedBy(state, by), ...acted, due }),
  StaffReplied: (state, { seq }) => ({ ...state, ...answered, lastSeq: seq }),
  AnswerCorrected: (state, { seq }) => ({ ...state, ...answered, lastSeq: seq }),
  AnswerRemoved: (state) => state,
  CitizenSpokenTo: (state) => ({ ...state, ...answered }),
  HelperInvited: (state, { helper }) => ({ ...state, helpers: [...state.helpers, helper] }),
  HelperLeft: (state, { helper }) => ({ ...state, helpers: without(state.helpers, helper) }),
  TransferOffered: (state, { by, to, at, until }) => ({
    ...claimedBy(state, by),
    status: 'offered',
    offer: { by, to, at, until },
  }),
  TransferAccepted: (state, { by, party, due }) => ({ ...claimedBy(state, by), ...acted, party, due, helpers: [] }),
  TransferDeclined: backToGiver,
  TransferExpired: backToGiver,
  HandoffReturned: (state, { party, due, at }) => ({
    ...matter(state),
    ...acted,
    status: 'waiting',
    party,
    due,
    waitsSince: state.waitsSince ?? at,
    helpers: [],
  }),
  EnquiryClosed: (state, { by, outcome }) => ({
    ...matter(state),
    ...acted,
    status: 'closed',
    closedBy: by,
    outcome,
    due: null,
    waitsSince: null,
    helpers: [],
  }),
  EnquiryReopened: (state, { party, due, at }) => ({
    ...matter(state),
    ...acted,
    status: 'waiting',
    party,
    due,
    queuedAt: at,
    waitsSince: at,
    bot: silentBot,
  }),
  DeadlinePassed: (state, { step, calls, next }) => ({ ...state, step, called: calls, due: next }),
  CaseFileOpened: (state, { caseFile, coordinator }) => ({ ...state, caseFile: { id: caseFile, coordinator } }),
  CoordinatorChanged: (state, { coordinator }) => ({
    ...state,
    caseFile: state.caseFile && { ...state.caseFile, coordinator },
  }),
  CaseFileClosed: (state) => ({ ...state, caseFile: null }),
  DeliveryFailed: (state) => state,
};
