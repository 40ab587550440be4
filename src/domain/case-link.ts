/**
 * What an enquiry and its case file know of each other. They are stored one after the other; each decision here brings
 * one of them up to date with the other as it stands, so it may be made again at any time.
 */
import type { CaseDraft } from './case-evolve.ts';
import type { CaseFile } from './case-file.ts';
import { tellAge } from './consent.ts';
import type { Draft } from './draft.ts';
import { emit, say, startDraft } from './draft.ts';
import type { Enquiry } from './enquiry.ts';
import type { Kommune } from './kommune.ts';
import type { Instant } from './words.ts';

/**
 * The enquiry learns that its case file is open, who coordinates it, or that it is closed. The young person is told who
 * the coordinator is; nobody else, for that would tell that there is a case. Null when it knows.
 */
export function linkEnquiry(state: Enquiry, { id, status, coordinator }: CaseFile, now: Instant): Draft | null {
  const { caseFile, asker } = state;
  const draft = startDraft(state);
  if (status === 'closed') return caseFile === null ? null : emit(draft, { type: 'CaseFileClosed', at: now });
  if (caseFile?.coordinator === coordinator) return null;
  const linked = emit(
    draft,
    caseFile === null
      ? { type: 'CaseFileOpened', caseFile: id, coordinator, at: now }
      : { type: 'CoordinatorChanged', coordinator, at: now },
  );
  return asker === 'youth' ? say(linked, now, { kind: 'coordinator', by: coordinator }) : linked;
}

/** A case file that does not know the age takes what the citizen has told; what staff have told stands. Null otherwise. */
export function linkAge(state: CaseFile, { ageBand }: Enquiry, kommune: Kommune, now: Instant): CaseDraft | null {
  if (ageBand === null || state.ageBand !== null || state.status === 'closed') return null;
  return tellAge(state, { ageBand, by: null }, kommune, now);
}
