/**
 * One matter of one citizen, from the first message to closed.
 * Pure: decisions (`triage.ts`, `handoff.ts`, `transfer.ts`, `ladder.ts`) return events, `evolve` folds an event
 * into the next state. Events hold ids and codes, never a person's words.
 */
import type { Saying } from './saying.ts';
import type {
  AgeBand,
  Asker,
  Channel,
  EnquiryId,
  Instant,
  IntentId,
  Outcome,
  PartyCode,
  RiskLevel,
  StaffId,
  TextLanguage,
  Urgency,
} from './words.ts';

/** Who is called when a deadline passes; `duty` repeats until a person acts. */
export type Called = 'party' | 'leader' | 'duty';

export interface Offer {
  readonly by: StaffId;
  readonly to: PartyCode;
  readonly at: Instant;
  /** When it goes back to the giver unless somebody has accepted. */
  readonly until: Instant;
}

/** What the bot has in mind while it talks. */
export interface BotMemory {
  /** Codes of the choices it offered last. */
  readonly choices: readonly string[];
  /** Messages in a row that it did not understand. */
  readonly misses: number;
  /** When it last showed the crisis card or the help lines. */
  readonly crisisAt: Instant | null;
  /** Whether it has said since the handoff that new messages are added. */
  readonly noted: boolean;
  readonly askedAge: boolean;
}

interface Matter {
  readonly id: EnquiryId;
  /** Number of events folded; guards every commit. */
  readonly version: number;
  readonly channel: Channel;
  readonly asker: Asker;
  readonly language: TextLanguage;
  readonly openedAt: Instant;
  /** Time of the newest event; what happens next happens no earlier, whatever the clock says. */
  readonly touchedAt: Instant;
  /** The answerable party: exactly one, in every state. */
  readonly party: PartyCode;
  readonly intent: IntentId | null;
  readonly ageBand: AgeBand | null;
  readonly urgency: Urgency;
  /** Highest level found so far. */
  readonly risk: RiskLevel;
  /** Sequence number of the newest message. */
  readonly lastSeq: number;
  /** First time this matter was handed to people: its place in the queue counts from here. */
  readonly queuedAt: Instant | null;
  /** Since when the citizen waits for a person to answer. */
  readonly waitsSince: Instant | null;
  /** When somebody must have acted; set whenever a citizen waits for a person. */
  readonly due: Instant | null;
  /** Deadlines passed since somebody last acted. */
  readonly step: number;
  readonly called: Called | null;
  readonly bot: BotMemory;
}

export interface WithBot extends Matter {
  readonly status: 'with_bot';
}
export interface Waiting extends Matter {
  readonly status: 'waiting';
}
export interface Claimed extends Matter {
  readonly status: 'claimed';
  readonly claimedBy: StaffId;
}
/** Claimed, and offered to another party; the giver stays answerable until somebody there accepts. */
export interface Offered extends Matter {
  readonly status: 'offered';
  readonly claimedBy: StaffId;
  readonly offer: Offer;
}
export interface Closed extends Matter {
  readonly status: 'closed';
  readonly closedBy: StaffId;
  readonly outcome: Outcome;
}
export type Enquiry = WithBot | Waiting | Claimed | Offered | Closed;
export type EnquiryStatus = Enquiry['status'];

type At = { readonly at: Instant };
/** Fields that a handoff sets, whoever decides it. */
interface Handoff {
  readonly party: PartyCode;
  readonly urgency: Urgency;
  readonly intent: IntentId | null;
  readonly due: Instant;
}

export type EnquiryEvent = At &
  (
    | {
        readonly type: 'EnquiryOpened';
        readonly channel: Channel;
        readonly asker: Asker;
        readonly language: TextLanguage;
      }
    | {
        readonly type: 'MessageReceived';
        readonly seq: number;
        readonly language: TextLanguage;
        readonly intent: IntentId | null;
        readonly understood: boolean;
        /** The deadline after this message; null while the bot has it. */
        readonly due: Instant | null;
      }
    | {
        readonly type: 'BotSaid';
        readonly seq: number;
        readonly says: Saying['kind'];
        readonly choices: readonly string[];
      }
    | { readonly type: 'RiskFound'; readonly level: RiskLevel; readonly risks: readonly IntentId[] }
    | { readonly type: 'AgeBandTold'; readonly ageBand: AgeBand }
    | ({ readonly type: 'HandoffQueued' } & Handoff)
    | ({ readonly type: 'HandoffRerouted' } & Handoff)
    | { readonly type: 'UrgencyRaised'; readonly urgency: Urgency; readonly due: Instant }
    | { readonly type: 'HandoffClaimed'; readonly by: StaffId; readonly due: Instant | null }
    | { readonly type: 'StaffReplied'; readonly by: StaffId; readonly seq: number }
    | {
        readonly type: 'TransferOffered';
        readonly by: StaffId;
        readonly to: PartyCode;
        readonly until: Instant;
        readonly note: string;
      }
    | {
        readonly type: 'TransferAccepted';
        readonly by: StaffId;
        readonly party: PartyCode;
        readonly due: Instant | null;
      }
    | { readonly type: 'TransferDeclined'; readonly by: StaffId; readonly note: string }
    | { readonly type: 'TransferExpired' }
    | ({ readonly type: 'HandoffReturned'; readonly by: StaffId; readonly note: string } & Omit<
        Handoff,
        'urgency' | 'intent'
      >)
    | { readonly type: 'EnquiryClosed'; readonly by: StaffId; readonly outcome: Outcome; readonly note: string }
    | { readonly type: 'EnquiryReopened'; readonly party: PartyCode; readonly due: Instant }
    | { readonly type: 'DeadlinePassed'; readonly step: number; readonly calls: Called; readonly next: Instant }
    | { readonly type: 'DeliveryFailed'; readonly effect: string }
  );
export type EventOf<Type extends EnquiryEvent['type']> = Extract<EnquiryEvent, { type: Type }>;

const silentBot: BotMemory = { choices: [], misses: 0, crisisAt: null, noted: false, askedAge: false };

/** Fields of `Matter` alone, so that moving to another status drops what belonged to the old one. */
function matter(state: Enquiry): Matter {
  const { id, version, channel, asker, language, openedAt, touchedAt, party, intent, ageBand, urgency } = state;
  const { risk, lastSeq, queuedAt, waitsSince, due, step, called, bot } = state;
  return {
    id,
    version,
    channel,
    asker,
    language,
    openedAt,
    touchedAt,
    party,
    intent,
    ageBand,
    urgency,
    risk,
    lastSeq,
    queuedAt,
    waitsSince,
    due,
    step,
    called,
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
    openedAt: event.at,
    touchedAt: event.at,
    party: 'front_desk',
    intent: null,
    ageBand: null,
    urgency: 'normal',
    risk: 'none',
    lastSeq: 0,
    queuedAt: null,
    waitsSince: null,
    due: null,
    step: 0,
    called: null,
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

/** Whoever has it in hand: the member of staff who claimed it, otherwise the answerable party. */
export function holderOf(state: Enquiry): StaffId | PartyCode {
  return state.status === 'claimed' || state.status === 'offered' ? state.claimedBy : state.party;
}

/** True while people, not the bot alone, are responsible. */
export function isWithPeople(state: Enquiry): state is Waiting | Claimed | Offered {
  return state.status === 'waiting' || state.status === 'claimed' || state.status === 'offered';
}

const acted = { step: 0, called: null } as const;

function claimedBy(state: Enquiry, by: StaffId): Claimed {
  return { ...matter(state), status: 'claimed', claimedBy: by };
}

function queue(state: Enquiry, event: Handoff & At): Waiting {
  const { party, urgency, intent, due } = event;
  const bot = { ...state.bot, misses: 0, noted: false };
  const since = { queuedAt: state.queuedAt ?? event.at, waitsSince: state.waitsSince ?? event.at };
  return { ...matter(state), ...acted, ...since, status: 'waiting', party, urgency, intent, due, bot };
}

/** Back to the one who gave it, when an offer is declined or runs out. */
function backToGiver(state: Enquiry): Enquiry {
  return state.status === 'offered' ? claimedBy(state, state.claimedBy) : state;
}

type Folds = { [Type in EnquiryEvent['type']]: (state: Enquiry, event: EventOf<Type>) => Enquiry };

const folds: Folds = {
  EnquiryOpened: (state) => state,
  MessageReceived: (state, { seq, language, intent, understood, due, at }) => ({
    ...state,
    lastSeq: seq,
    language,
    due,
    intent: state.status === 'with_bot' ? (intent ?? state.intent) : state.intent,
    waitsSince: isWithPeople(state) ? (state.waitsSince ?? at) : state.waitsSince,
    bot: { ...state.bot, misses: understood ? 0 : state.bot.misses + 1 },
  }),
  BotSaid: (state, { seq, says, choices, at }) => ({
    ...state,
    lastSeq: seq,
    bot: {
      ...state.bot,
      choices,
      crisisAt: says === 'crisis' || says === 'care' ? at : state.bot.crisisAt,
      noted: state.bot.noted || says === 'noted' || says === 'still_waiting',
      askedAge: state.bot.askedAge || says === 'ask_age',
    },
  }),
  RiskFound: (state, { level }) => ({ ...state, risk: level }),
  AgeBandTold: (state, { ageBand }) => ({ ...state, ageBand }),
  HandoffQueued: queue,
  HandoffRerouted: queue,
  UrgencyRaised: (state, { urgency, due }) => ({ ...state, ...acted, urgency, due }),
  HandoffClaimed: (state, { by, due }) => ({ ...claimedBy(state, by), ...acted, due }),
  StaffReplied: (state, { seq }) => ({ ...state, ...acted, lastSeq: seq, waitsSince: null, due: null }),
  TransferOffered: (state, { by, to, at, until }) => ({
    ...claimedBy(state, by),
    status: 'offered',
    offer: { by, to, at, until },
  }),
  TransferAccepted: (state, { by, party, due }) => ({ ...claimedBy(state, by), ...acted, party, due }),
  TransferDeclined: backToGiver,
  TransferExpired: backToGiver,
  HandoffReturned: (state, { party, due, at }) => ({
    ...matter(state),
    ...acted,
    status: 'waiting',
    party,
    due,
    waitsSince: state.waitsSince ?? at,
  }),
  EnquiryClosed: (state, { by, outcome }) => ({
    ...matter(state),
    ...acted,
    status: 'closed',
    closedBy: by,
    outcome,
    due: null,
    waitsSince: null,
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
  DeliveryFailed: (state) => state,
};
