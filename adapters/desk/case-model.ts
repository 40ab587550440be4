/**
 * What the desk shows of case files, as plain data: made on the server, drawn as pages, and sent as JSON.
 * Times are ISO strings in UTC. Goals, meetings and the dialogue form come later and get fields of their own in `CaseDetail`.
 */
import type { ConsentGiver, ConsentScope, LegalBasis, TeamRole } from '../../src/domain/case-file.ts';
import type { AgeBand, Outcome, PartyCode } from '../../src/domain/words.ts';
import type { CaseCommand } from '../../src/ports.ts';

export type CaseAction = CaseCommand['do'];

/** Everything staff can do to a case file. */
export const caseActions = [
  'choose_coordinator',
  'turned_17_half',
  'tell_age',
  'record_consent',
  'withdraw_consent',
  'invite',
  'refuse_invitation',
  'remove_member',
  'leave',
  'set_next_step',
  'had_contact',
  'close',
  'reopen',
] as const satisfies readonly CaseAction[];

export interface Colleague {
  id: string;
  name: string;
  /** Title as in the municipality's file; empty when they have left. */
  title: string;
  party: PartyCode | null;
  partyName: string;
}

export interface NextStep {
  text: string;
  /** The last moment it is in time. */
  by: string;
  late: boolean;
}

/** One case file among those a person is in. */
export interface CaseRow {
  id: string;
  code: string;
  status: 'open' | 'closed';
  enquiry: string;
  coordinator: Colleague;
  /** What the reader is in it. */
  mine: 'coordinator' | 'stand_in' | 'member';
  nextStep: NextStep | null;
  lastContactAt: string | null;
}

export interface TeamMember extends Colleague {
  role: TeamRole;
  /** Ids of the consents and legal bases that let them know now. */
  coveredBy: string[];
}

export interface Invited extends Colleague {
  role: TeamRole;
  askedBy: string;
  at: string;
}

export interface ConsentItem {
  id: string;
  kind: 'consent' | 'legal_basis';
  givenBy: ConsentGiver | null;
  basis: LegalBasis | null;
  parties: { code: PartyCode; name: string }[];
  scopes: ConsentScope[];
  purpose: string;
  recordedBy: string;
  from: string;
  until: string;
  state: 'live' | 'withdrawn' | 'ended';
  /** When it was withdrawn or ended. */
  overAt: string | null;
  /** Names of those who would leave the team if it were withdrawn now. */
  leaving: string[];
}

export interface CaseDetail extends CaseRow {
  openedAt: string;
  openedBy: string;
  ageBand: AgeBand | null;
  past17Half: boolean;
  standIn: Colleague | null;
  /** Everybody in it now but the coordinator and the stand-in. */
  team: TeamMember[];
  /** Roles the team needs and nobody fills. */
  missing: TeamRole[];
  invitations: Invited[];
  consents: ConsentItem[];
  /** Who can say yes at this age; empty while the age is unknown. */
  givers: ConsentGiver[];
  /** When danger was last heard in the citizen's conversation. */
  acuteAt: string | null;
  closing: { outcome: Outcome; summary: string; at: string } | null;
  /** What has happened, in Danish, oldest first. */
  timeline: { type: string; text: string; at: string }[];
  /** Each person once, with the latest reading. */
  readBy: { staff: string; name: string; at: string }[];
  /** The reader may open the conversation too. */
  conversation: boolean;
  actions: CaseAction[];
}

/** Who could coordinate a new case file, best first. */
export interface Opening {
  enquiry: string;
  topic: string;
  coordinators: (Colleague & { load: number; tooMany: boolean })[];
  /** Roles the team needs at this age. */
  missing: TeamRole[];
}
