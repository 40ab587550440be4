/**
 * What staff may read of a case file. Their reading is recorded before anything is given out.
 */
import { mayKnow } from '../domain/case-access.ts';
import type { CaseFile, CaseFileId } from '../domain/case-file.ts';
import { membersNow, missingRoles } from '../domain/case-team.ts';
import type { Staff } from '../domain/kommune.ts';
import type { Result } from '../domain/result.ts';
import { ok, refuse } from '../domain/result.ts';
import type { Instant } from '../domain/words.ts';
import type { CaseRefusal, CaseView } from '../ports.ts';
import type { Needs } from './needs.ts';

type Reading = Pick<Needs, 'store' | 'clock' | 'rules'>;

/** Why this person is not shown it: a stranger learns nothing, whoever was in the team learns that no consent covers them. */
export function whyUnknown(caseFile: CaseFile | null, staff: Staff): 'unknown-case' | 'not-covered' {
  return caseFile?.team.some((member) => member.staff === staff.id) ? 'not-covered' : 'unknown-case';
}

/** One case file with everything noted on it; refused to those who may not know. */
export async function readCase(
  { store, clock, rules }: Reading,
  staff: Staff,
  id: CaseFileId,
): Promise<Result<CaseView, CaseRefusal>> {
  const { kommune } = rules;
  const now = clock.now();
  const caseFile = await store.cases.read(id);
  if (caseFile === null || !mayKnow(caseFile, staff.id, kommune, now)) return refuse(whyUnknown(caseFile, staff));
  await store.cases.logRead(staff.id, id, now);
  const [journal, notes, readBy] = await Promise.all([
    store.cases.journal(id),
    caseNotes({ store }, id),
    store.cases.readLog(id),
  ]);
  const members = membersNow(caseFile, kommune, now);
  return ok({ caseFile, journal, notes, members, missing: missingRoles(caseFile, kommune, now), readBy });
}

/** Words by note id. */
export async function caseNotes({ store }: Pick<Needs, 'store'>, id: CaseFileId): Promise<ReadonlyMap<string, string>> {
  const notes = await store.cases.notes(id);
  return new Map(notes.map((note) => [note.id, note.text]));
}

/** Open case files this person is in now, those they coordinate first. */
export async function readMyCases({ store, clock, rules }: Reading, staff: Staff): Promise<readonly CaseFile[]> {
  const now: Instant = clock.now();
  const naming = await store.cases.naming(staff.id);
  return naming.filter((caseFile) => mayKnow(caseFile, staff.id, rules.kommune, now));
}
