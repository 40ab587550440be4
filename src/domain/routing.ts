/**
 * Who is answerable. Total: every input has exactly one party, and that party exists.
 */

import { isOpen } from './deadline.ts';
import type { Enquiry } from './enquiry.ts';
import type { Intent } from './intent.ts';
import type { Rules } from './rules.ts';
import type { AgeBand, Asker, Instant, IntentId, PartyCode, StaffId } from './words.ts';

/** What routing looks at. */
export interface Subject {
  readonly intent: IntentId | null;
  /** Age of the young person the matter is about. */
  readonly ageBand: AgeBand | null;
  readonly asker: Asker;
  /** The young person has a coordinator, who is then their one way in. */
  readonly coordinated: boolean;
  /** Who that is; their own party answers for them. */
  readonly coordinator?: StaffId | undefined;
}

/** What an enquiry asks of routing. */
export function subjectOf({ ageBand, asker, caseFile }: Enquiry, intent: IntentId | null): Subject {
  return { intent, ageBand, asker, coordinated: caseFile !== null, coordinator: caseFile?.coordinator };
}

/**
 * The answerable party for a subject.
 * The front desk is the first reader of whatever has no other owner.
 *
 * @source reference: default owner by age, and the owner column of the intent catalogue
 */
export function route(subject: Subject, rules: Rules, now: Instant): PartyCode {
  const { intent, ageBand, asker, coordinated } = subject;
  const known = intent === null ? undefined : rules.intents.get(intent);
  const own = known === undefined ? 'front_desk' : ownerOf(known, ageBand, rules, now);
  const isTheirs = coordinated && asker === 'youth' && known?.group !== 'A' && !keptFromCoordinator.has(own);
  const party = isTheirs ? coordinatorsParty(subject, rules) : own;
  return rules.kommune.parties.has(party) ? party : 'front_desk';
}

/** A coordinator stays in their own party, so that is where they are found; the coordinators' party when they have left. */
function coordinatorsParty({ coordinator }: Subject, { kommune }: Rules): PartyCode {
  const staff = coordinator === undefined ? undefined : kommune.staff.get(coordinator);
  return staff?.party ?? 'coordinator';
}

/** Where a closed enquiry goes on: with the party that had it, or with the coordinator whom the youth has got meanwhile. */
export function partyOfReturning(state: Enquiry, rules: Rules): PartyCode {
  const isTheirs = state.caseFile !== null && state.asker === 'youth' && !ownToJudge.has(state.party);
  const party = isTheirs ? coordinatorsParty(subjectOf(state, null), rules) : state.party;
  return rules.kommune.parties.has(party) ? party : state.party;
}

/**
 * Danger never waits for one person; complaints and rights over data are never the coordinator's own to judge. And
 * only the young person is led to the coordinator: to anybody else that would tell that there is a case.
 */
const ownToJudge: ReadonlySet<PartyCode> = new Set(['leader', 'data_protection']);
const keptFromCoordinator: ReadonlySet<PartyCode> = new Set([...ownToJudge, 'on_call']);

function ownerOf(intent: Intent, ageBand: AgeBand | null, rules: Rules, now: Instant): PartyCode {
  if (intent.ownerWhenClosed !== undefined && !isOpen(now, rules)) return intent.ownerWhenClosed;
  return intent.owner[ageBand ?? 'unknown'];
}

/** Whether telling the age could change who is answerable. */
export function ageMatters(intent: Intent): boolean {
  return new Set(Object.values(intent.owner)).size > 1;
}

/** Whether this asker may have this intent; a citizen of no special role may have any. */
export function fitsAsker(intent: Intent, asker: Asker): boolean {
  return intent.askers.includes(asker);
}
