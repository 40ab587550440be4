/**
 * A member of staff opens a case file for the enquiry they have in hand, having seen who could coordinate it.
 */
import { maySee } from '../domain/access.ts';
import { mayAppoint } from '../domain/case-access.ts';
import { openCaseFile, suggestCoordinators } from '../domain/case-coordinator.ts';
import type { CaseFile, CaseFileId } from '../domain/case-file.ts';
import { missingRoles, neededRoles } from '../domain/case-team.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import { holderOf } from '../domain/enquiry.ts';
import { holds } from '../domain/handoff.ts';
import type { Staff } from '../domain/kommune.ts';
import type { Result } from '../domain/result.ts';
import { ok, refuse } from '../domain/result.ts';
import type { EnquiryId } from '../domain/words.ts';
import type { CaseRefusal, CaseSuggestion, OpenCase } from '../ports.ts';
import { momentFor } from './commit.ts';
import { commitCase } from './commit-case.ts';
import type { Needs } from './needs.ts';
import { whyUnseen } from './read-enquiry.ts';

/** Codes of four digits that may be taken before five are tried. */
const shortTries = 8;

/** The same for everybody who opens one for this enquiry, so that two at once make one; nobody else can guess it. */
function caseFileIdOf({ fingerprint }: Pick<Needs, 'fingerprint'>, enquiry: EnquiryId): CaseFileId {
  return `case-${fingerprint(`case file of ${enquiry}`)}` as CaseFileId;
}

async function inHand(needs: Needs, staff: Staff, id: EnquiryId): Promise<Result<Enquiry, CaseRefusal>> {
  const { enquiry } = await needs.store.read(id);
  if (enquiry === null || !maySee(enquiry, staff)) return refuse(await whyUnseen(needs, staff, enquiry));
  if (!holds(enquiry, staff.id).ok) return refuse('not-in-hand');
  const existing = await needs.store.cases.ofEnquiry(id);
  return existing === null ? ok(enquiry) : refuse('case-exists');
}

/** Who could coordinate, and what the team needs; for whoever may open one, or choose another coordinator for it. */
export async function suggestForCase(
  needs: Needs,
  staff: Staff,
  id: EnquiryId,
): Promise<Result<CaseSuggestion, CaseRefusal>> {
  const { store, rules, clock } = needs;
  const existing = await store.cases.ofEnquiry(id);
  const { enquiry } = await store.read(id);
  const isTheirs = existing !== null && mayAppoint(existing, staff, rules.kommune);
  if (enquiry === null || !isTheirs) {
    const held = await inHand(needs, staff, id);
    if (!held.ok) return held;
    const missing = neededRoles({ ageBand: held.value.ageBand, past17Half: false });
    return ok({ coordinators: await candidates(needs, held.value), missing });
  }
  const missing = missingRoles(existing, rules.kommune, clock.now());
  return ok({ coordinators: await candidates(needs, enquiry), missing });
}

async function candidates({ store, rules }: Needs, enquiry: Enquiry): Promise<CaseSuggestion['coordinators']> {
  return suggestCoordinators(enquiry, holderOf(enquiry), rules.kommune, await store.cases.loads());
}

/**
 * Opens it. That the enquiry learns of it is an effect, so a crash in between heals.
 *
 * @throws UnavailableError when the database cannot be reached; nothing is opened then
 */
export async function openCase(
  needs: Needs,
  staff: Staff,
  id: EnquiryId,
  { coordinator, standIn, past17Half }: OpenCase,
): Promise<Result<CaseFile, CaseRefusal>> {
  for (let tries = 0; ; tries += 1) {
    const held = await inHand(needs, staff, id);
    if (!held.ok) return held;
    const now = momentFor(needs, held.value);
    const code = needs.newCode(tries < shortTries ? 4 : 5);
    const opening = { id: caseFileIdOf(needs, id), code, coordinator, standIn, past17Half };
    const decision = openCaseFile(held.value, staff, opening, needs.rules.kommune, now);
    if (!decision.ok) return decision;
    if ((await commitCase(needs, null, decision.value, now)) !== 'committed') continue;
    needs.log.info({ caseFile: opening.id, enquiry: id, staff: staff.id }, 'case file opened');
    return ok(decision.value.state);
  }
}
