/**
 * A member of staff asks for a draft summary of what was said. The machine reads redacted texts of this enquiry alone;
 * its draft is shown once, to the one who asked: nothing is stored or sent, and no state changes.
 */
import { maySee } from '../domain/access.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import type { Staff } from '../domain/kommune.ts';
import type { Result } from '../domain/result.ts';
import { ok, refuse } from '../domain/result.ts';
import type { Message } from '../domain/saying.ts';
import type { EnquiryId } from '../domain/words.ts';
import type { RedactedLine, SummaryRefusal } from '../ports.ts';
import type { Needs } from './needs.ts';

const mostMessages = 10_000;
/** The newest count: a model reads no further back than this many characters. */
const mostCharacters = 24_000;

/** Whether there is a language model and the answerable party lets it read. */
export function isSummarisable({ summariser, rules }: Pick<Needs, 'summariser' | 'rules'>, enquiry: Enquiry): boolean {
  return summariser !== null && rules.kommune.parties.get(enquiry.party)?.languageModel === true;
}

/**
 * Access is as for reading, and the reading is recorded before any text leaves.
 *
 * @throws UnavailableError when the machine gave no draft
 */
export async function draftSummary(
  needs: Needs,
  staff: Staff,
  id: EnquiryId,
): Promise<Result<readonly string[], SummaryRefusal>> {
  const { store, clock, summariser } = needs;
  const { enquiry } = await store.read(id);
  if (enquiry === null || !maySee(enquiry, staff)) return refuse('unknown-enquiry');
  if (summariser === null || !isSummarisable(needs, enquiry)) return refuse('not-summarisable');
  await store.logRead(staff.id, id, clock.now());
  const messages = await store.messages(id, 0, mostMessages);
  return ok(await summariser.summarise(newestLines(messages, needs.redact)));
}

function newestLines(messages: readonly Message[], redact: Needs['redact']): readonly RedactedLine[] {
  const lines: RedactedLine[] = [];
  let left = mostCharacters;
  for (const { from, text } of messages.toReversed()) {
    if (text === '') continue;
    const redacted = redact(text);
    left -= redacted.length;
    if (left < 0 && lines.length > 0) break;
    lines.unshift({ from: from.kind, text: redacted });
  }
  return lines;
}
