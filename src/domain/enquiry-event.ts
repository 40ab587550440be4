/**
 * What can happen to an enquiry. Decisions (`triage.ts`, `handoff.ts`, `transfer.ts`, `ladder.ts`) return events.
 * Events hold ids and codes, never a person's words.
 */
import type { CaseFileId } from './case-file.ts';
import type { Called } from './enquiry.ts';
import type { Saying } from './saying.ts';
import type {
  AgeBand,
  Asker,
  Channel,
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

export type At = { readonly at: Instant };
/** Fields that a handoff sets, whoever decides it. */
export interface Handoff {
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
    /** Somebody called or came in, and this member of staff wrote down what they said. */
    | { readonly type: 'EnquiryTakenIn'; readonly by: StaffId }
    | {
        readonly type: 'MessageReceived';
        readonly seq: number;
        readonly language: TextLanguage;
        readonly speaks: ForeignLanguage | null;
        readonly intent: IntentId | null;
        /** What else it was clearly about. */
        readonly also: readonly IntentId[];
        readonly understood: boolean;
        /** The deadline after this message; null while the bot has it. */
        readonly due: Instant | null;
      }
    | {
        readonly type: 'BotSaid';
        readonly seq: number;
        readonly says: Saying['kind'];
        /** Which answer it was, when it was one. */
        readonly intent: IntentId | null;
        readonly choices: readonly string[];
      }
    | { readonly type: 'RiskFound'; readonly level: RiskLevel; readonly risks: readonly IntentId[] }
    | { readonly type: 'AgeBandTold'; readonly ageBand: AgeBand }
    | ({ readonly type: 'HandoffQueued' } & Handoff)
    | ({ readonly type: 'HandoffRerouted' } & Handoff)
    /** The citizen took it back before anybody had claimed it; the bot has it again. */
    | { readonly type: 'HandoffWithdrawn' }
    /** The citizen's own texts up to here are deleted. */
    | { readonly type: 'TextsErased'; readonly through: number }
    | { readonly type: 'UrgencyRaised'; readonly urgency: Urgency; readonly due: Instant }
    | { readonly type: 'HandoffClaimed'; readonly by: StaffId; readonly due: Instant | null }
    | { readonly type: 'StaffReplied'; readonly by: StaffId; readonly seq: number }
    /** `seq` is the new message, `corrects` the answer of theirs that it puts right. */
    | { readonly type: 'AnswerCorrected'; readonly by: StaffId; readonly seq: number; readonly corrects: number }
    /** The words of answer `seq` are taken from the conversation and kept in `note`. */
    | { readonly type: 'AnswerRemoved'; readonly by: StaffId; readonly seq: number; readonly note: string }
    /** Spoken with the citizen: on the phone, or face to face. */
    | { readonly type: 'CitizenSpokenTo'; readonly by: StaffId }
    | { readonly type: 'HelperInvited'; readonly by: StaffId; readonly helper: StaffId }
    /** Sent away by the one who has it, or left (`by` is the helper). */
    | { readonly type: 'HelperLeft'; readonly by: StaffId; readonly helper: StaffId }
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
    /** A case file was opened for it, or opened again. */
    | { readonly type: 'CaseFileOpened'; readonly caseFile: CaseFileId; readonly coordinator: StaffId }
    | { readonly type: 'CoordinatorChanged'; readonly coordinator: StaffId }
    | { readonly type: 'CaseFileClosed' }
    | { readonly type: 'DeliveryFailed'; readonly effect: string }
  );
export type EventOf<Type extends EnquiryEvent['type']> = Extract<EnquiryEvent, { type: Type }>;
