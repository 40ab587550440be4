/** A draft summary for whoever asks at the desk, as the page and the API tell of it. */
import type { Staff } from '../../src/domain/kommune.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { type ForStaff, UnavailableError } from '../../src/ports.ts';
import { refusalWords } from '../staff-words.ts';
import type { Summary } from './view-state.ts';
import { summaryWords } from './words.ts';

interface AskedSummary {
  readonly status: 200 | 404 | 409 | 503;
  /** Of the refusal, or empty. */
  readonly code: string;
  readonly summary: Exclude<Summary, { readonly is: 'asked' }>;
}

/** @throws UnavailableError when it is the store that cannot be reached */
export async function askSummary(
  { staffSide }: { readonly staffSide: ForStaff },
  me: Staff,
  enquiry: EnquiryId,
): Promise<AskedSummary> {
  const failed = (status: 404 | 409 | 503, code: string, message: string): AskedSummary => {
    return { status, code, summary: { enquiry, is: 'failed', message } };
  };
  try {
    const drafted = await staffSide.summarise(me.id, enquiry);
    if (drafted.ok) {
      const upTo = Number.MAX_SAFE_INTEGER;
      return { status: 200, code: '', summary: { enquiry, is: 'shown', sentences: drafted.value, upTo } };
    }
    if (drafted.reason === 'unknown-enquiry') return failed(404, drafted.reason, refusalWords['unknown-enquiry']);
    return failed(409, drafted.reason, summaryWords.refused);
  } catch (error) {
    if (error instanceof UnavailableError && error.code === 'no-draft')
      return failed(503, 'no-draft', summaryWords.failed);
    throw error;
  }
}
