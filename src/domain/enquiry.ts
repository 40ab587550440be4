/**
 * One matter of one citizen, from the first message to closed: the states it can be in.
 * `enquiry-event.ts` has what can happen to it, `evolve.ts` what follows from that.
 */
import type { CaseFileId } from './case-file.ts';
import type { Saying } from './saying.ts';
import type {
  AgeBand,
  Asker,
  Channel,
  EnquiryId,
  ForeignLanguage,
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
  /** What it has said that is said only once: questions, the greeting in another language, that a person has come. */
  readonly asked: readonly Saying['kind'][];
  /** Questions since the citizen last got an answer or the offer of a person; three are the most. */
  readonly questions: number;
  /** What it answered last, so that the same is not said twice in a row. */
  readonly answered: IntentId | null;
}

/** What every state has. */
export interface Matter {
  readonly id: EnquiryId;
  /** Number of events folded; guards every commit. */
  readonly version: number;
  readonly channel: Channel;
  readonly asker: Asker;
  readonly language: TextLanguage;
  /** The language the citizen writes, when it is one we have only fixed texts in. */
  readonly speaks: ForeignLanguage | null;
  readonly openedAt: Instant;
  /** Time of the newest event; what happens next happens no earlier, whatever the clock says. */
  readonly touchedAt: Instant;
  /** The answerable party: exactly one, in every state. */
  readonly party: PartyCode;
  readonly intent: IntentId | null;
  /** What else the citizen has named; staff see it on the card. */
  readonly others: readonly IntentId[];
  readonly ageBand: AgeBand | null;
  readonly urgency: Urgency;
  /** Highest level found so far. */
  readonly risk: RiskLevel;
  /** Sequence number of the newest message. */
  readonly lastSeq: number;
  /** First time this matter was handed to people: its place in the queue counts from here. */
  readonly queuedAt: Instant | null;
  /** A person has had it in hand: what was written has been read. */
  readonly met: boolean;
  /** Since when the citizen waits for a person to answer. */
  readonly waitsSince: Instant | null;
  /** When somebody must have acted; set whenever a citizen waits for a person. */
  readonly due: Instant | null;
  /** Deadlines passed since somebody last acted. */
  readonly step: number;
  readonly called: Called | null;
  /** Staff whom the one who has it has invited: they see it and may answer, and do nothing else. */
  readonly helpers: readonly StaffId[];
  /** Its open case file, and who coordinates that. */
  readonly caseFile: { readonly id: CaseFileId; readonly coordinator: StaffId } | null;
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

/** Whoever has it in hand: the member of staff who claimed it, otherwise the answerable party. */
export function holderOf(state: Enquiry): StaffId | PartyCode {
  return state.status === 'claimed' || state.status === 'offered' ? state.claimedBy : state.party;
}

/** True while people, not the bot alone, are responsible. */
export function isWithPeople(state: Enquiry): state is Waiting | Claimed | Offered {
  return state.status === 'waiting' || state.status === 'claimed' || state.status === 'offered';
}
