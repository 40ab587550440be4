/** How the desk says no about case files, in the same shape as about enquiries. */
import type { CaseRefusal } from '../../src/ports.ts';
import { errorAnswer } from './answers.ts';
import { refusedFields } from './case-commands.ts';
import type { CaseAction } from './case-model.ts';
import { caseRefusalWords } from './case-words.ts';
import type { ErrorAnswer } from './schemas.ts';

/** 404 tells nothing about whether it exists, 410 tells whoever was in it that they are no longer. */
export function caseRefusalStatus(refusal: CaseRefusal): 404 | 409 | 410 {
  if (refusal === 'withdrawn' || refusal === 'not-covered') return 410;
  return refusal === 'unknown-case' || refusal === 'unknown-enquiry' ? 404 : 409;
}

export function caseRefusalAnswer(refusal: CaseRefusal, action: CaseAction | 'open' | 'read'): ErrorAnswer {
  const words = caseRefusalWords[refusal];
  const fields = action === 'read' ? {} : refusedFields(action, refusal, words);
  return errorAnswer(refusal, words, Object.keys(fields).length === 0 ? undefined : fields);
}
