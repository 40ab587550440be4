/** Case files in the small town: an enquiry in hand, a case file for it, and short names for its people. */

import { openCaseFile } from '../../src/domain/case-coordinator.ts';
import type { CaseDraft } from '../../src/domain/case-evolve.ts';
import type { CaseFile, CaseFileId, ConsentGiver, ConsentId } from '../../src/domain/case-file.ts';
import type { ConsentAsked } from '../../src/domain/consent.ts';
import { recordConsent } from '../../src/domain/consent.ts';
import type { Draft } from '../../src/domain/draft.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { open } from '../../src/domain/evolve.ts';
import { claim } from '../../src/domain/handoff.ts';
import type { Result } from '../../src/domain/result.ts';
import { hear } from '../../src/domain/triage.ts';
import type { AgeBand, Asker, PartyCode } from '../../src/domain/words.ts';
import { day, enquiryId, kommune, minute, rules, staffNamed, understood } from './town.ts';

export const caseId = 'case-1' as CaseFileId;
/** Has the enquiry in hand. */
export const sara = staffNamed('guidance-staff');
/** Coordinates. */
export const karen = staffNamed('family-staff');
export const standIn = staffNamed('family-leader');
export const jonas = staffNamed('employment-staff');
export const birgit = staffNamed('adult_social-staff');

export function value<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
export const refused = (reason: string): unknown => ({ ok: false, reason });

/** An enquiry about having dropped out, claimed by Sara. */
export function inHand(ageBand: AgeBand | null = '15_17', asker: Asker = 'youth'): Enquiry {
  const opened = open(enquiryId, { type: 'EnquiryOpened', channel: 'webchat', asker, language: 'da', at: minute(0) });
  const understanding = understood({ intent: 'dropped_out', ageBand });
  const heard = { understanding, chosen: null, language: 'da', speaks: null, cprRemoved: false } as const;
  const waiting = hear(opened, heard, rules, minute(0)).state;
  const by = [...kommune.staff.values()].find(({ party }) => party === waiting.party) ?? sara;
  const claimed: Draft = value(claim(waiting, waiting.party === sara.party ? sara : by, rules, minute(1)));
  return claimed.state;
}

/** Opened by whoever has the enquiry, coordinated by Karen. */
export function opened(enquiry: Enquiry = inHand(), past17Half = false): CaseDraft {
  const by = staffNamed(enquiry.status === 'claimed' ? enquiry.claimedBy : sara.id);
  const people = { coordinator: karen.id, standIn: standIn.id, past17Half };
  return value(openCaseFile(enquiry, by, { id: caseId, code: '4821', ...people }, kommune, minute(2)));
}

export function asked(
  parties: readonly PartyCode[],
  givenBy: ConsentGiver = 'youth',
  changes: Partial<ConsentAsked> = {},
): ConsentAsked {
  return {
    id: `consent-${parties.join('-')}` as ConsentId,
    parties,
    scopes: ['contact', 'education'],
    ground: { kind: 'consent', givenBy },
    purpose: 'note-1',
    until: day(30),
    ...changes,
  };
}

/** The case file with one more consent, from the youth, for thirty days. */
export function withConsent(state: CaseFile, ...parties: readonly PartyCode[]): CaseFile {
  return value(recordConsent(state, karen, asked(parties), kommune, minute(3))).state;
}
