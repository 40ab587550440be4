/** Where a case file's channel is pointed to: the internal thread of the enquiry's card, as the lanes remember it. */
import { z } from 'zod';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { Memory } from '../../src/ports.ts';
import type { Place } from './parts.ts';

const Thread = z.object({
  cards: z.array(z.object({ channel: z.string(), ts: z.string().nullable(), live: z.boolean() })),
});

/** The newest card that still stands; null when there is none yet. */
export async function cardThread(memory: Memory, enquiry: EnquiryId): Promise<Place | null> {
  const kept = await memory.read(`slack.thread/${enquiry}`);
  const thread = Thread.safeParse(kept?.value);
  const card = thread.success ? thread.data.cards.findLast(({ ts, live }) => live && ts !== null) : undefined;
  return card === undefined || card.ts === null ? null : { channel: card.channel, ts: card.ts };
}
