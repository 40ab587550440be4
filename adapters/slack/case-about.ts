/** What buttons and windows of case files carry: opaque ids, read where they come back in. */
import type { CaseFileId } from '../../src/domain/case-file.ts';
import type { StaffId } from '../../src/domain/words.ts';

export interface About {
  readonly caseFile: CaseFileId;
  readonly staff: StaffId | null;
}

/** A case file and one person. */
export function caseAnd(caseFile: CaseFileId, staff: StaffId): string {
  return `${caseFile} ${staff}`;
}

/** What a button or a window is about. Whether it is there, and whether they may, is asked of the case files. */
export function aboutOf(value: string): About {
  const [caseFile = '', staff = ''] = value.split(' ');
  return { caseFile: caseFile as CaseFileId, staff: staff === '' ? null : (staff as StaffId) };
}
