/**
 * What the first message of a thread is to us. It is remembered right after it is posted; should we have died in
 * between, the message itself still says by our id what it is.
 */
import { z } from 'zod';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { isRefused } from './errors.ts';
import type { Place, SlackParts } from './parts.ts';
import { nameRoot, openBook, type Root, rootAt } from './thread-memory.ts';

const Replies = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z
          .object({ event_type: z.string(), event_payload: z.looseObject({ id: z.string() }) })
          .optional()
          .catch(undefined),
      }),
    )
    .catch([]),
});

/** How long we remember that a thread is none of ours. */
const otherMs = 86_400_000;

/** @returns null when it is nothing of ours */
export async function findRoot(parts: SlackParts, place: Place): Promise<Root | null> {
  const known = await rootAt(parts.memory, place);
  if (known !== null) return known.lane === 'other' ? null : known;
  const root = rootBy(await idOf(parts, place));
  if (root === null) {
    await nameRoot(parts.memory, place, other, parts.clock.now() + otherMs);
    return null;
  }
  await nameRoot(parts.memory, place, root);
  return root;
}

const other: Root = { enquiry: '' as EnquiryId, lane: 'other', key: '' };

/** From the id we gave the message: `card.<enquiry>.<number>.<posts>` or `talk.<enquiry>.<number>`. */
function rootBy(id: string | null): Root | null {
  const [, card, ofCard] = /^card\.((.+)\.\d+)\.\d+$/.exec(id ?? '') ?? [];
  if (card !== undefined) return { lane: 'card', key: card, enquiry: ofCard as EnquiryId };
  const [, talk, ofTalk] = /^talk\.((.+)\.\d+)$/.exec(id ?? '') ?? [];
  return talk === undefined ? null : { lane: 'talk', key: talk, enquiry: ofTalk as EnquiryId };
}

/** A conversation's thread, with the enquiry as it is now. */
export interface Talk {
  readonly enquiry: Enquiry;
  /** It has ended: nothing from here goes out. */
  readonly over: boolean;
}

/** @returns null when no citizen reads this thread, or the enquiry is not known any more */
export async function talkAt(parts: SlackParts, place: Place): Promise<Talk | null> {
  const root = await findRoot(parts, place);
  if (root?.lane !== 'talk') return null;
  const enquiry = await parts.reader.enquiry(root.enquiry);
  if (enquiry === null) return null;
  const book = await openBook(parts.memory, enquiry.id, enquiry.version);
  const lane = book.thread().cards.find((card) => card.lane?.key === root.key)?.lane;
  return { enquiry, over: lane?.over ?? true };
}

async function idOf({ web }: SlackParts, { channel, ts }: Place): Promise<string | null> {
  const args = { channel, ts, limit: 1, include_all_metadata: true };
  try {
    const { messages } = Replies.parse(await web.call('conversations.replies', args));
    const metadata = messages.find((message) => message.ts === ts)?.metadata;
    return metadata?.event_type === 'indgang' ? metadata.event_payload.id : null;
  } catch (failure) {
    if (isRefused(failure, 'message', 'channel')) return null;
    throw failure;
  }
}
