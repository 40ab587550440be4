/**
 * Which channels show an enquiry's card, and bringing what they show up to date: edited in place, posted anew only
 * where there is none, where the old one has shown the end, or where Slack has lost it.
 */
import { createHash } from 'node:crypto';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { isWithPeople } from '../../src/domain/enquiry.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { PartyCode } from '../../src/domain/words.ts';
import type { CardNeeds, Face, Shown } from './card.ts';
import { cardOf, firstWords } from './card.ts';
import { isRefused } from './errors.ts';
import { dutyUsers } from './paging.ts';
import type { SlackParts } from './parts.ts';
import { type Book, type CardPlace, cardIn, nameRoot, partyCard, withCard } from './thread-memory.ts';

/** The private channel of a party; the front desk's where a party has none; null where nobody has one. */
function channelOf({ file }: Pick<SlackParts, 'file'>, party: PartyCode): string | null {
  return file.channels.get(party) ?? file.channels.get('front_desk') ?? null;
}

/** Who should see it as theirs now. */
function facesOf(enquiry: Enquiry, parts: Pick<SlackParts, 'kommune' | 'file'>): ReadonlyMap<PartyCode, Face> {
  const faces = new Map<PartyCode, Face>();
  if (!isWithPeople(enquiry)) return faces;
  const { kommune, file } = parts;
  if (enquiry.called === 'duty' && file.channels.has('on_call')) faces.set('on_call', 'duty');
  if (enquiry.status !== 'waiting') {
    const claimer = kommune.staff.get(enquiry.claimedBy)?.party;
    if (claimer !== undefined) faces.set(claimer, 'duty');
  }
  if (enquiry.status === 'offered') faces.set(enquiry.offer.to, 'offer');
  faces.set(enquiry.party, 'own');
  return faces;
}

export interface Telling {
  readonly parts: SlackParts;
  readonly book: Book;
  readonly enquiry: Enquiry;
  /** Everything said so far, oldest first. */
  readonly messages: readonly Message[];
}

/** Brings every card up to date. One channel that cannot be used does not keep the others waiting. */
export async function showCards(telling: Telling): Promise<void> {
  const { book, enquiry, parts } = telling;
  const faces = facesOf(enquiry, parts);
  const steps = [
    ...book
      .thread()
      .cards.filter(({ live }) => live)
      .map((card) => () => showCard(telling, card.key, faces)),
    ...[...faces].reverse().map(
      ([party, face]) =>
        () =>
          openCard(telling, party, face, faces),
    ),
  ];
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (failure) {
      if (!isRefused(failure, 'channel')) throw failure;
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** A card for a party that should have one and has none. */
async function openCard(
  telling: Telling,
  party: PartyCode,
  face: Face,
  faces: ReadonlyMap<PartyCode, Face>,
): Promise<void> {
  const { book, parts, enquiry } = telling;
  const channel = channelOf(parts, party);
  if (channel === null || partyCard(book.thread(), party) !== null) return;
  const calls = enquiry.urgency === 'acute' && !book.thread().hereIn.includes(channel);
  const here = calls ? [...(await dutyUsers(parts, enquiry))] : null;
  const key = `${enquiry.id}.${book.thread().made}`;
  const card: CardPlace = { key, party, channel, ts: null, lost: 0, shown: null, face, live: true, here, lane: null };
  await book.write((thread) => ({
    ...thread,
    made: thread.made + 1,
    cards: [...thread.cards, card],
    hereIn: calls ? [...thread.hereIn, channel] : thread.hereIn,
  }));
  await showCard(telling, key, faces);
}

/** One card as it should be: what is over or ended is shown so once, and then left alone. */
async function showCard(telling: Telling, key: string, faces: ReadonlyMap<PartyCode, Face>): Promise<void> {
  const { book, enquiry, parts, messages } = telling;
  const card = cardIn(book, key);
  const face = faces.get(card.party);
  const live = face !== undefined;
  const words = parts.file.content === 'slim' ? '' : firstWords(messages, parts.redact);
  const state = { enquiry, face: face ?? card.face, over: !live && isWithPeople(enquiry), here: card.here, words };
  await putCard(telling, card, cardOf(state, cardNeeds(parts)), live);
  if (live && face === card.face) return;
  await book.write(withCard(key, (known) => ({ ...known, face: face ?? known.face, live })));
}

/**
 * What is about to be shown is written down first: dying after it, the next process knows what may stand there.
 *
 * @param again whether it is posted anew when Slack has lost it
 */
async function putCard(telling: Telling, card: CardPlace, shown: Shown, again: boolean): Promise<void> {
  const { book, parts } = telling;
  const at = card.ts === null ? await postCard(telling, card, shown) : card;
  const print = fingerprint(shown);
  if (at.ts === null || at.shown === print) return;
  await book.write(withCard(card.key, (known) => ({ ...known, shown: null })));
  try {
    await parts.web.edit({ channel: at.channel, ts: at.ts }, shown);
  } catch (failure) {
    if (!isRefused(failure, 'message')) throw failure;
    if (!again) return;
    await book.write(withCard(card.key, (known) => ({ ...known, ts: null, lost: known.lost + 1 })));
    return putCard(telling, cardIn(book, card.key), shown, again);
  }
  await book.write(withCard(card.key, (known) => ({ ...known, shown: print })));
}

/** @returns the card with its place, which may show what an earlier try posted */
async function postCard({ book, parts, enquiry }: Telling, card: CardPlace, shown: Shown): Promise<CardPlace> {
  const { key } = card;
  if (card.shown === null) await book.write(withCard(key, (known) => ({ ...known, shown: fingerprint(shown) })));
  const { channel, ts } = await parts.web.post({ ...shown, channel: card.channel, id: `card.${key}.${card.lost}` });
  await nameRoot(parts.memory, { channel, ts }, { enquiry: enquiry.id, lane: 'card', key });
  await book.write(withCard(key, (known) => ({ ...known, channel, ts })));
  return cardIn(book, key);
}

function cardNeeds({ kommune, intents, calendar, clock, publicUrl }: SlackParts): CardNeeds {
  return { kommune, intents, calendar, now: clock.now(), publicUrl };
}

/** Tells whether something else is to be shown; says nothing about what. */
export function fingerprint(shown: Shown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
}
