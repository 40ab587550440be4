/**
 * Enquiries in Slack: a card in the channel of whoever is answerable, an internal thread under it, and a 💬 thread that
 * the citizen reads. Slack is a view: `show` looks at what stands there and at what is true, and does the steps between.
 */
import type { Called, Enquiry } from '../../src/domain/enquiry.ts';
import { isWithPeople } from '../../src/domain/enquiry.ts';
import type { EffectId, Instant } from '../../src/domain/words.ts';
import { leaveUnsent, preview, sendAnyway, undo } from './answer-buttons.ts';
import { accept, claim, details, inviteHelper, spoke } from './card-buttons.ts';
import { showCards, type Telling } from './card-places.ts';
import { isRefused } from './errors.ts';
import { giveNotices } from './notices.ts';
import { page } from './paging.ts';
import type { Reactions, SlackPart, SlackParts } from './parts.ts';
import { hearDeletion, hearEdit, hearMessage } from './relay-in.ts';
import { showLane } from './relay-out.ts';
import { sendDue } from './sending.ts';
import { openBook, tidyRoots } from './thread-memory.ts';

const mostMessages = 10_000;
const tidyEveryMs = 60_000;

/** Cards, conversations and calls. */
export function lanes(parts: SlackParts): SlackPart {
  let tidiedAt = 0;
  return {
    reactions: reactionsOf(parts),
    show: (enquiry) => show(parts, enquiry),
    call: (enquiry, calls, effect) => call(parts, enquiry, calls, effect),
    tick: async (now: Instant) => {
      await sendDue(parts, now);
      if (now - tidiedAt < tidyEveryMs) return;
      tidiedAt = now;
      await tidyRoots(parts.memory, now);
    },
  };
}

function reactionsOf(parts: SlackParts): Reactions {
  return {
    message: (said, acting) => hearMessage(parts, said, acting),
    edited: (edit, acting) => hearEdit(parts, edit, acting),
    deleted: (gone) => hearDeletion(parts, gone),
    pressed: {
      claim: (press, acting) => claim(parts, press, acting),
      accept: (press, acting) => accept(parts, press, acting),
      spoke: (press, acting) => spoke(parts, press, acting),
      details: (press, acting) => details(parts, press, acting),
      invite_helper: (press, acting) => inviteHelper(parts, press, acting),
      undo: (press) => undo(parts, press),
      send_anyway: (press) => sendAnyway(parts, press),
      leave_unsent: (press) => leaveUnsent(parts, press),
      reply_preview: (press) => preview(parts, press),
      // A link: the browser follows it, and Slack tells us all the same.
      open_desk: async () => undefined,
    },
  };
}

/**
 * A channel that cannot be used keeps nothing else from being shown, and no later call from being made: it is logged,
 * tried again when there is more to show, and the desk shows the enquiry meanwhile.
 */
async function show(parts: SlackParts, enquiry: Enquiry): Promise<void> {
  const book = await openBook(parts.memory, enquiry.id, enquiry.version);
  const { seen, cards } = book.thread();
  if (enquiry.version < seen || (cards.length === 0 && !isWithPeople(enquiry))) return;
  const messages = await parts.reader.messages(enquiry.id, 0, mostMessages);
  const telling: Telling = { parts, book, enquiry, messages };
  if (enquiry.version > seen) await book.write((thread) => ({ ...thread, seen: enquiry.version }));
  for (const step of [showCards, giveNotices, showLane]) {
    try {
      await step(telling);
    } catch (failure) {
      if (!isRefused(failure)) throw failure;
      parts.log.error({ enquiry: enquiry.id, code: failure.code }, 'an enquiry could not be shown in a channel');
    }
  }
}

async function call(parts: SlackParts, enquiry: Enquiry, calls: Called, effect: EffectId): Promise<void> {
  const book = await openBook(parts.memory, enquiry.id, enquiry.version);
  await page(parts, book, enquiry, calls, effect);
}
