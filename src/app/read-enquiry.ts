/**
 * What citizens and staff may read. Staff's reading is recorded before anything is given out.
 */
import { maySee, sawWithdrawn } from '../domain/access.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import type { Staff } from '../domain/kommune.ts';
import type { Result } from '../domain/result.ts';
import { ok, refuse } from '../domain/result.ts';
import type { EnquiryId } from '../domain/words.ts';
import type { StaffView, UnseenRefusal, VisitorView } from '../ports.ts';
import { isSummarisable } from './draft-summary.ts';
import type { Needs } from './needs.ts';

const mostRows = 500;
const mostMessages = 10_000;

/** What a citizen may be told about who has the matter. */
export function viewOf({ id, asker, status, lastSeq }: Enquiry): VisitorView {
  return { enquiry: id, asker, status, lastSeq };
}

/** Open enquiries this person may see, acute first, then longest waiting. */
export function readQueue({ store }: Needs, staff: Staff): Promise<readonly Enquiry[]> {
  return store.queue({ party: staff.party, staff: staff.id, duty: staff.duty, limit: mostRows });
}

/** Why this person is not shown it: a stranger learns nothing, whoever could see it learns that it was taken back. */
export async function whyUnseen(
  { store }: Pick<Needs, 'store'>,
  staff: Staff,
  enquiry: Enquiry | null,
): Promise<UnseenRefusal> {
  if (enquiry?.status !== 'with_bot') return 'unknown-enquiry';
  const journal = await store.journal(enquiry.id);
  const events = journal.map(({ event }) => event);
  return sawWithdrawn(enquiry.id, events, staff) ? 'withdrawn' : 'unknown-enquiry';
}

/** One enquiry with everything said; refused to those who may not see it. */
export async function readForStaff(
  needs: Needs,
  staff: Staff,
  id: EnquiryId,
): Promise<Result<StaffView, UnseenRefusal>> {
  const { store, clock } = needs;
  const { enquiry } = await store.read(id);
  if (enquiry === null || !maySee(enquiry, staff)) return refuse(await whyUnseen({ store }, staff, enquiry));
  await store.logRead(staff.id, id, clock.now());
  const [messages, notes, journal, readBy] = await Promise.all([
    store.messages(id, 0, mostMessages),
    store.notes(id),
    store.journal(id),
    store.readLog(id),
  ]);
  return ok({ enquiry, messages, notes, journal, readBy, summarisable: isSummarisable(needs, enquiry) });
}
