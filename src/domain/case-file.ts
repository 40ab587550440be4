/**
 * One youth's complex case: several parties together, with one coordinator who is answerable.
 * `case-event.ts` has what can happen to it, `case-evolve.ts` what follows from that. Goals, meetings and the dialogue
 * form come later and get fields and events of their own.
 */
import type { AgeBand, EnquiryId, Instant, Outcome, PartyCode, StaffId } from './words.ts';

declare const brand: unique symbol;
/** One case file; safe in a URL. */
export type CaseFileId = string & { readonly [brand]: 'CaseFileId' };
/** One consent or legal basis within a case file. */
export type ConsentId = string & { readonly [brand]: 'ConsentId' };

/** What a team member is there for. */
export const teamRoles = [
  'family',
  'guidance',
  'employment',
  'adult_social',
  'school',
  'health',
  'substance',
  'crime_prevention',
  'ppr',
  'benefits',
  'other',
] as const;
export type TeamRole = (typeof teamRoles)[number];

export interface Member {
  readonly staff: StaffId;
  readonly role: TeamRole;
}

/** Who has said yes: the youth, custody holders, or both, as age and matter demand (reference §3.1). */
export const consentGivers = ['youth', 'custodian', 'youth_and_custodian'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

/** What may be shared. */
export const consentScopes = [
  'contact',
  'education',
  'employment',
  'family',
  'health',
  'economy',
  'everything',
] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** On what one may share without consent, always with a reason in words (reference §3.3). */
export const legalBases = ['forvaltningsloven_28', 'barnets_lov_notification', 'ssd', 'ssp', 'acute_danger'] as const;
export type LegalBasis = (typeof legalBases)[number];

/**
 * Why parties may know: a consent, or a legal basis when there is none.
 * What for and why stand in words in a note (`purpose`), never here.
 */
export interface Consent {
  readonly id: ConsentId;
  readonly parties: readonly PartyCode[];
  readonly scopes: readonly ConsentScope[];
  readonly ground:
    | { readonly kind: 'consent'; readonly givenBy: ConsentGiver }
    | { readonly kind: 'legal_basis'; readonly basis: LegalBasis };
  /** Id of the note with the purpose in words. */
  readonly purpose: string;
  readonly recordedBy: StaffId;
  readonly from: Instant;
  readonly until: Instant;
  readonly withdrawnAt: Instant | null;
  /** When it was found to have run out, and those it alone covered had left. */
  readonly endedAt: Instant | null;
}

/** Somebody asked for a member whom no consent covers; the coordinator decides. */
export interface Invitation {
  readonly staff: StaffId;
  readonly role: TeamRole;
  readonly askedBy: StaffId;
  readonly at: Instant;
}

export interface CaseFile {
  readonly id: CaseFileId;
  /** Number of events folded; guards every commit. */
  readonly version: number;
  /** Four or five digits that say nothing about the person; also the channel's name: `sag-4821`. */
  readonly code: string;
  readonly status: 'open' | 'closed';
  /** The enquiry it began with; the citizen's conversation goes on there. */
  readonly enquiry: EnquiryId;
  readonly ageBand: AgeBand | null;
  /** Staff know the youth has turned 17½, so that adult social services belong in the team. */
  readonly past17Half: boolean;
  readonly openedBy: StaffId;
  readonly openedAt: Instant;
  readonly touchedAt: Instant;
  /** Exactly one, always. */
  readonly coordinator: StaffId;
  readonly standIn: StaffId | null;
  /** Everybody in the team but the coordinator and the stand-in. */
  readonly team: readonly Member[];
  readonly invitations: readonly Invitation[];
  readonly consents: readonly Consent[];
  /** The next step: a note's id, and when it is to be done. */
  readonly nextStep: { readonly note: string; readonly by: Instant } | null;
  readonly lastContactAt: Instant | null;
  /** When danger was last heard in the citizen's conversation. */
  readonly acuteAt: Instant | null;
  readonly closing: { readonly outcome: Outcome; readonly note: string; readonly at: Instant } | null;
}
