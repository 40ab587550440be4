/**
 * Brings an enquiry and its case file together after each has been stored on its own.
 */
import type { CaseFileId } from '../domain/case-file.ts';
import { linkAge, linkEnquiry } from '../domain/case-link.ts';
import { commit, momentFor } from './commit.ts';
import { commitCase, momentForCase } from './commit-case.ts';
import type { Needs } from './needs.ts';

/**
 * Reads both again after every step, until there is none to take: so what another process did in between is seen, and
 * running it again changes nothing.
 */
export async function linkCase(needs: Needs, id: CaseFileId): Promise<void> {
  while (await linkOnce(needs, id));
}

/** @returns whether something was to do */
async function linkOnce(needs: Needs, id: CaseFileId): Promise<boolean> {
  const caseFile = await needs.store.cases.read(id);
  if (caseFile === null) return false;
  const { enquiry } = await needs.store.read(caseFile.enquiry);
  if (enquiry === null) return false;
  const now = momentFor(needs, enquiry);
  const linked = linkEnquiry(enquiry, caseFile, now);
  if (linked !== null) {
    await commit(needs, enquiry, linked, now);
    return true;
  }
  const then = momentForCase(needs, caseFile);
  const aged = linkAge(caseFile, enquiry, needs.rules.kommune, then);
  if (aged === null) return false;
  await commitCase(needs, caseFile, aged, then);
  return true;
}
