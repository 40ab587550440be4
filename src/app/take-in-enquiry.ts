/**
 * Somebody calls or comes in, and a member of staff writes down what they say: screened for danger and masked as every
 * message is, and stored as an enquiry that waits at once.
 */
import type { Draft } from '../domain/draft.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import type { Staff } from '../domain/kommune.ts';
import type { Result } from '../domain/result.ts';
import { ok, refuse } from '../domain/result.ts';
import type { Message } from '../domain/saying.ts';
import { takeIn } from '../domain/take-in.ts';
import type { Understanding } from '../domain/understanding.ts';
import { wellFormed } from '../domain/well-formed.ts';
import type { EnquiryId, Instant } from '../domain/words.ts';
import type { InboxKey, TakeIn, TakeInRefusal } from '../ports.ts';
import { commit } from './commit.ts';
import type { Needs } from './needs.ts';

const source = 'taken-in';

/**
 * Opens the enquiry. The same client id gives the same enquiry, as it stands now.
 *
 * @throws UnavailableError when the database cannot be reached; nothing is stored then, and it may be tried again
 */
export async function takeInEnquiry(
  needs: Needs,
  staff: Staff,
  { clientId, ...told }: TakeIn,
): Promise<Result<Enquiry, TakeInRefusal>> {
  const text = wellFormed(told.text);
  if (text.trim() === '') return refuse('text-missing');
  if (told.intent !== null && !needs.rules.intents.has(told.intent)) return refuse('unknown-intent');
  const key = `${staff.id}:${clientId}`;
  const id = `t-${needs.fingerprint(`${source} ${key}`).slice(0, 32)}` as EnquiryId;
  const bodyHash = needs.fingerprint(JSON.stringify([told, text]));
  for (;;) {
    const { enquiry, earlier } = await needs.store.read(id, { source, key });
    if (enquiry !== null) return isSame(earlier?.bodyHash, bodyHash) ? ok(enquiry) : refuse('other-body');
    const understanding = await needs.understander.understand(text, 'da', { ageBand: told.ageBand, party: null });
    const now = needs.clock.now();
    const draft = takeIn(id, staff, told, understanding, needs.rules, now);
    if (!(await store(needs, draft, understanding, { source, key, bodyHash }, now))) continue;
    const { party, intent } = draft.state;
    needs.log.info({ enquiry: id, staff: staff.id, channel: told.channel, party, intent }, 'enquiry taken in');
    return ok(draft.state);
  }
}

/** What is deleted has no fingerprint to compare with. */
function isSame(earlier: string | undefined, bodyHash: string): boolean {
  return earlier === bodyHash || earlier === '';
}

/** @returns false when another process was first */
async function store(
  needs: Needs,
  draft: Draft,
  understanding: Understanding,
  inbox: InboxKey & { readonly bodyHash: string },
  now: Instant,
): Promise<boolean> {
  const messages = [said(draft.state.id, understanding, now)];
  const beside = { messages, inbox: { ...inbox, seq: 1 }, address: null };
  return (await commit(needs, null, draft, now, beside)) === 'committed';
}

function said(enquiry: EnquiryId, { masked, language }: Understanding, at: Instant): Message {
  const from = { kind: 'visitor' } as const;
  const rest = { quickReplies: [], says: null, replyTo: null, clientId: null, channelData: null };
  return { enquiry, seq: 1, from, text: masked, language, at, ...rest };
}
