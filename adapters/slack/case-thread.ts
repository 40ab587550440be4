/** Where a case file's channel is pointed to: the internal thread of the enquiry's card, as the lanes remember it. */
import type { EnquiryId } from '../../src/domain/words.ts';
import type { Memory } from '../../src/ports.ts';
import type { Place } from './parts.ts';
import { openBook } from './thread-memory.ts';

/** The card of whoever has the enquiry, or the newest that still stands; null when there is none yet. */
export async function cardThread(memory: Memory, enquiry: EnquiryId): Promise<Place | null> {
  const { cards } = (await openBook(memory, enquiry, 0)).thread();
  const standing = cards.flatMap(({ live, face, channel, ts }) => (live && ts !== null ? [{ face, channel, ts }] : []));
  const card = standing.findLast(({ face }) => face === 'own') ?? standing.at(-1);
  return card === undefined ? null : { channel: card.channel, ts: card.ts };
}
