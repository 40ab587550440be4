/**
 * What we remember of where an enquiry stands in Slack: its cards, the conversation under them, how far each has come.
 * One entry per enquiry, changed one step at a time: what is about to be posted is noted before, its place after.
 */
import { z } from 'zod';
import type { EnquiryId, Instant, PartyCode } from '../../src/domain/words.ts';
import { partyCodes } from '../../src/domain/words.ts';
import { type Memory, UnavailableError } from '../../src/ports.ts';
import type { Place } from './parts.ts';

/** One message of ours in a conversation's thread: it holds what was said from one number through another. */
const Said = z.object({ from: z.number(), through: z.number(), ts: z.string() });

const Lane = z.object({
  key: z.string(),
  /** Null until it is posted. */
  ts: z.string().nullable(),
  /** Fingerprint of what its first message shows. */
  shown: z.string().nullable(),
  /** Everything up to this number stands in the thread. */
  relayed: z.number(),
  /** What is being posted now. */
  underWay: z.number().nullable(),
  said: z.array(Said),
  /** Nothing more goes in or out here. */
  over: z.boolean(),
});
export type Lane = z.infer<typeof Lane>;

const Card = z.object({
  key: z.string(),
  party: z.enum(partyCodes),
  channel: z.string(),
  /** Null until it is posted. */
  ts: z.string().nullable(),
  /** How often Slack has lost it: each post has an id of its own. */
  lost: z.number(),
  /** Fingerprint of what it shows. */
  shown: z.string().nullable(),
  face: z.enum(['own', 'offer', 'duty']),
  /** False once it has shown the end. */
  live: z.boolean(),
  /** Slack's ids of those it calls beside everybody there; null when it calls nobody. */
  here: z.array(z.string()).nullable(),
  lane: Lane.nullable(),
});
export type CardPlace = z.infer<typeof Card>;

const Thread = z.object({
  /** Newest version of the enquiry that has been shown. */
  seen: z.number(),
  /** How many roots have been begun; each gets a number of its own. */
  made: z.number(),
  cards: z.array(Card),
  /** Channels where everybody has been called once. */
  hereIn: z.array(z.string()),
  /** Events up to this version have had their notice. */
  noticed: z.number(),
});
export type Thread = z.infer<typeof Thread>;

/** The entry of one enquiry while somebody works on it. */
export interface Book {
  readonly id: EnquiryId;
  readonly thread: () => Thread;
  /**
   * Records one step.
   *
   * @throws UnavailableError when another process was first; it goes on from there
   */
  readonly write: (change: (thread: Thread) => Thread) => Promise<void>;
}

const keyOf = (id: EnquiryId): string => `slack.thread/${id}`;

/** @param version of the enquiry: a new entry begins with it */
export async function openBook(memory: Memory, id: EnquiryId, version: number): Promise<Book> {
  const kept = await memory.read(keyOf(id));
  let held = kept?.version ?? 0;
  let thread: Thread =
    kept === null ? { seen: 0, made: 0, cards: [], hereIn: [], noticed: version } : Thread.parse(kept.value);
  return {
    id,
    thread: () => thread,
    write: async (change) => {
      const next = change(thread);
      if (!(await memory.keep(keyOf(id), next, held))) throw new UnavailableError('slack', 'thread_changed');
      held += 1;
      thread = next;
    },
  };
}

/** The card with this key, changed. */
export function withCard(key: string, change: (card: CardPlace) => CardPlace): (thread: Thread) => Thread {
  return (thread) => ({ ...thread, cards: thread.cards.map((card) => (card.key === key ? change(card) : card)) });
}

export function withLane(card: string, change: (lane: Lane) => Lane): (thread: Thread) => Thread {
  return withCard(card, (place) => ({ ...place, lane: place.lane && change(place.lane) }));
}

/** The card as it is now. */
export function cardIn(book: Book, key: string): CardPlace {
  const found = book.thread().cards.find((card) => card.key === key);
  if (found === undefined) throw new Error(`${book.id}: no card ${key}`);
  return found;
}

export function partyCard(thread: Thread, party: PartyCode): CardPlace | null {
  return thread.cards.find((card) => card.live && card.party === party) ?? null;
}

/**
 * What the first message of a thread in Slack is to us: a card, whose thread is internal; a conversation, which the
 * citizen reads; or nothing of ours.
 */
const Root = z.object({
  enquiry: z.string().transform((id) => id as EnquiryId),
  lane: z.enum(['card', 'talk', 'other']),
  /** Of the card or the lane. */
  key: z.string(),
});
export type Root = z.infer<typeof Root>;

const placePrefix = 'slack.place/';
const placeKey = ({ channel, ts }: Place): string => `${placePrefix}${channel}/${ts}`;

/** Remembers what a root message is, for good or until `dueAt`; saying it twice is fine. */
export async function nameRoot(memory: Memory, place: Place, root: Root, dueAt: Instant | null = null): Promise<void> {
  await memory.keep(placeKey(place), root, 0, dueAt);
}

/** What the root of a thread is to us; null when nobody has said. */
export async function rootAt(memory: Memory, place: Place): Promise<Root | null> {
  const kept = await memory.read(placeKey(place));
  return kept === null ? null : Root.parse(kept.value);
}

const tidyMs = 60_000;

/** Forgets what was remembered for a time only. */
export async function tidyRoots(memory: Memory, now: Instant): Promise<void> {
  for (const { key } of await memory.takeDue(placePrefix, now, now + tidyMs, 100)) await memory.forget(key);
}
