/**
 * What can happen to a case file. Events hold ids and codes, never a person's words.
 */
import type { CaseFileId, Consent, ConsentId, TeamRole } from './case-file.ts';
import type { At } from './enquiry-event.ts';
import type { AgeBand, EnquiryId, Instant, Outcome, StaffId } from './words.ts';

/** Why somebody left the team. */
export type LeaveReason = 'consent_withdrawn' | 'consent_ended' | 'removed' | 'left';

export type CaseEvent = At &
  (
    | {
        readonly type: 'CaseOpened';
        readonly by: StaffId;
        readonly code: string;
        readonly enquiry: EnquiryId;
        readonly ageBand: AgeBand | null;
        readonly past17Half: boolean;
        readonly coordinator: StaffId;
        readonly standIn: StaffId | null;
      }
    | {
        readonly type: 'CoordinatorChosen';
        readonly by: StaffId;
        readonly coordinator: StaffId;
        readonly standIn: StaffId | null;
      }
    | { readonly type: 'Turned17Half'; readonly by: StaffId }
    /** Null when the youth told it in the conversation. */
    | { readonly type: 'AgeTold'; readonly ageBand: AgeBand; readonly by: StaffId | null }
    | { readonly type: 'ConsentRecorded'; readonly consent: Consent }
    | { readonly type: 'ConsentWithdrawn'; readonly consent: ConsentId; readonly by: StaffId }
    | { readonly type: 'ConsentEnded'; readonly consent: ConsentId }
    | { readonly type: 'InvitationAsked'; readonly staff: StaffId; readonly role: TeamRole; readonly by: StaffId }
    | { readonly type: 'InvitationRefused'; readonly staff: StaffId; readonly by: StaffId }
    | { readonly type: 'MemberAdded'; readonly staff: StaffId; readonly role: TeamRole; readonly by: StaffId }
    | {
        readonly type: 'MemberLeft';
        readonly staff: StaffId;
        readonly why: LeaveReason;
        /** Null when it followed from a consent alone. */
        readonly by: StaffId | null;
      }
    /** Somebody was found in the shared channel whom the case file does not let in. */
    | { readonly type: 'IntruderFound'; readonly staff: StaffId | null }
    | { readonly type: 'NextStepSet'; readonly note: string; readonly dueBy: Instant; readonly by: StaffId }
    | { readonly type: 'ContactHad'; readonly by: StaffId }
    /** Danger was heard in the citizen's conversation; the team is told that, and nothing more. */
    | { readonly type: 'AcuteHeard'; readonly heardAt: Instant }
    | { readonly type: 'CaseClosed'; readonly outcome: Outcome; readonly note: string; readonly by: StaffId }
    | { readonly type: 'CaseReopened'; readonly note: string; readonly by: StaffId }
  );
export type CaseEventOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;

export interface StoredCaseEvent {
  readonly caseFile: CaseFileId;
  readonly version: number;
  readonly event: CaseEvent;
}
