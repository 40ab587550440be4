/**
 * Who is answerable. Total: every input has exactly one party, and that party exists.
 */

import { isOpen } from './deadline.ts';
import type { Enquiry } from './enquiry.ts';
import type { Intent } from './intent.ts';
import type { Rules } from './rules.ts';
import type { AgeBand, Asker, Instant, IntentId, PartyCode } from './words.ts';

/** What routing looks at. */
export interface Subject {
  readonly intent: IntentId | null;
  /** Age of the young person the matter is about. */
  readonly ageBand: AgeBand | null;
  readonly asker: Asker;
  /** The young person has a coordinator, who is then their one way in. */
  readonly coordinated: boolean;
}

/** What an enquiry asks of routing. Case files come later: until then nobody has a coordinator. */
export function subjectOf({ ageBand, asker }: Enquiry, intent: IntentId | null): Subject {
  return { intent, ageBand, asker, coordinated: false };
}

/**
 * The answerable party for a subject.
 * The front desk is the first reader of whatever has no other owner.
 *
 * @source reference: default owner by age, and the owner column of the intent catalogue
 */
export function route({ intent, ageBand, asker, coordinated }: Subject, rules: Rules, now: Instant): PartyCode {
  const known = intent === null ? undefined : rules.intents.get(intent);
  const own = known === undefined ? 'front_desk' : ownerOf(known, ageBand, rules, now);
  const isTheirs = coordinated && asker === 'youth' && known?.group !== 'A' && !keptFromCoordinator.has(own);
  const party = isTheirs ? 'coordinator' : own;
  return rules.kommune.parties.has(party) ? party : 'front_desk';
}

/**
 * Danger never waits for one person; complaints and rights over data are never the coordinator's own to judge. And
 * only the young person is led to the coordinator: to anybody else that would tell that there is a case.
 */
const keptFromCoordinator: ReadonlySet<PartyCode> = new Set(['leader', 'data_protection', 'on_call']);

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
