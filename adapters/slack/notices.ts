/**
 * What staff must be told once and a card alone does not say: an offer that came back, a message that did not arrive.
 * Read from the journal, so that nothing is missed when Slack was away.
 */
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import { replay } from '../../src/domain/evolve.ts';
import type { PartyCode, StaffId } from '../../src/domain/words.ts';
import type { StoredEvent } from '../../src/ports.ts';
import { partyName } from '../staff-words.ts';
import { markdown, message, section } from './block-kit.ts';
import type { Telling } from './card-places.ts';
import { laneWords, offerWords } from './card-words.ts';
import { isRefused } from './errors.ts';
import { partyCard } from './thread-memory.ts';

/** Gives every notice that has not been given. */
export async function giveNotices(telling: Telling): Promise<void> {
  const { book, enquiry, parts } = telling;
  const from = book.thread().noticed;
  if (from >= enquiry.version) return;
  const journal = await parts.reader.journal(enquiry.id);
  for (const stored of journal) {
    if (stored.version <= from || !isNotable(stored.event)) continue;
    await giveNotice(telling, stored, journal);
    await book.write((thread) => ({ ...thread, noticed: stored.version }));
  }
  await book.write((thread) => ({ ...thread, noticed: Math.max(thread.noticed, enquiry.version) }));
}

function isNotable({ type }: EnquiryEvent): boolean {
  return type === 'TransferDeclined' || type === 'TransferExpired' || type === 'DeliveryFailed';
}

async function giveNotice(telling: Telling, { event, version }: StoredEvent, journal: readonly StoredEvent[]) {
  if (event.type === 'DeliveryFailed') return markUndelivered(telling, event.effect, version, journal);
  const offer = offerBefore(telling, version, journal);
  if (offer === null) return;
  const words = event.type === 'TransferDeclined' ? offerWords.declined : offerWords.expired;
  await noteInCard(telling, words(partyName(telling.parts.kommune, offer.to)), offer.by, version);
}

function offerBefore(
  { enquiry }: Telling,
  version: number,
  journal: readonly StoredEvent[],
): { readonly by: StaffId; readonly to: PartyCode } | null {
  const events = journal.filter((each) => each.version < version).map(({ event }) => event);
  const before = replay(enquiry.id, events);
  return before?.status === 'offered' ? before.offer : null;
}

/** In the thread under the card, by name. */
async function noteInCard(telling: Telling, words: string, to: StaffId | null, version: number): Promise<void> {
  const { book, parts, enquiry } = telling;
  const card = partyCard(book.thread(), enquiry.party);
  if (card === null || card.ts === null) return;
  const user = to === null ? null : await parts.people.slackOf(to);
  const line = user === null ? words : `<@${user}> ${words}`;
  const post = { ...message(words, [section(markdown(line))]), channel: card.channel, threadTs: card.ts };
  try {
    await parts.web.post({ ...post, id: `notice.${enquiry.id}.${version}` });
  } catch (failure) {
    if (!isRefused(failure, 'message', 'channel')) throw failure;
    parts.log.warn({ enquiry: enquiry.id, code: failure.code }, 'a notice could not be given in Slack');
  }
}

/** The mark on the message itself, where it was written here, and a word under the card. */
async function markUndelivered(
  telling: Telling,
  effect: string,
  version: number,
  journal: readonly StoredEvent[],
): Promise<void> {
  const sent = journal.find((each) => effect.startsWith(`${telling.enquiry.id}.${each.version}.deliver-message`));
  const seq = sent !== undefined && 'seq' in sent.event ? sent.event.seq : null;
  const said = telling.messages.find((each) => each.seq === seq);
  const author = said?.from.kind === 'staff' ? said.from.staff : null;
  const [source, channel, ts] = (said?.clientId ?? '').split(':');
  if (source === 'slack' && channel !== undefined && ts !== undefined) {
    await react(telling.parts, { channel, ts }, 'warning');
  }
  await noteInCard(telling, laneWords.undelivered, author, version);
}

/** One emoji on a message; it may stand there already, or the message be gone. */
export async function react(
  { web }: Telling['parts'],
  { channel, ts }: { readonly channel: string; readonly ts: string },
  name: string,
): Promise<void> {
  try {
    await web.call('reactions.add', { channel, timestamp: ts, name });
  } catch (failure) {
    if (!isRefused(failure, 'already', 'message', 'channel')) throw failure;
  }
}
