/**
 * The 💬 thread: what the citizen, the robot and the desk say, each once and in order. A party's thread begins when one
 * of them takes the enquiry, with all that was said before, and ends when somebody else has it.
 */
import type { Message } from '../../src/domain/saying.ts';
import { isSpoken } from '../../src/domain/words.ts';
import { fingerprint, type Telling } from './card-places.ts';
import { isRefused } from './errors.ts';
import { batchOf, rootOf, saidIn } from './lane-view.ts';
import type { CardPlace, Lane } from './thread-memory.ts';
import { cardIn, nameRoot, partyCard, withCard, withLane } from './thread-memory.ts';

/** Whose client id an answer written in Slack has: found again by it, and never shown twice. */
export function clientIdOf({ channel, ts }: { readonly channel: string; readonly ts: string }): string {
  return `slack:${channel}:${ts}`;
}

/** Brings the conversation up to date, wherever it is now. */
export async function showLane(telling: Telling): Promise<void> {
  const active = activeCard(telling);
  for (const { key, lane } of telling.book.thread().cards) {
    if (lane !== null && !lane.over && key !== active?.key) await endLane(telling, key);
  }
  if (active === null) return;
  if (active.lane === null || active.lane.over) await beginLane(telling, active);
  await relay(telling, active.key);
  await showRoot(telling, active.key, false);
  if (telling.enquiry.status === 'closed') await endLane(telling, active.key);
}

/**
 * The card whose conversation it is: of whoever has it; while nobody has, of the party, if there is one already.
 * By mouth nothing can be sent, so that there is none.
 */
function activeCard({ book, enquiry, parts }: Telling): CardPlace | null {
  const thread = book.thread();
  if (isSpoken(enquiry.channel)) return null;
  switch (enquiry.status) {
    case 'with_bot':
      return null;
    case 'closed':
      return thread.cards.find(({ lane }) => lane !== null && !lane.over) ?? null;
    case 'waiting': {
      const card = partyCard(thread, enquiry.party);
      return card !== null && card.lane !== null && !card.lane.over ? card : null;
    }
    case 'claimed':
    case 'offered': {
      const party = parts.kommune.staff.get(enquiry.claimedBy)?.party ?? enquiry.party;
      return partyCard(thread, party) ?? partyCard(thread, enquiry.party);
    }
  }
}

async function beginLane({ book, enquiry }: Telling, card: CardPlace): Promise<void> {
  const key = `${enquiry.id}.${book.thread().made}`;
  const lane: Lane = { key, ts: null, shown: null, relayed: 0, underWay: null, said: [], over: false };
  await book.write((thread) => ({
    ...withCard(card.key, (known) => ({ ...known, lane }))(thread),
    made: thread.made + 1,
  }));
}

/** Its last word: nothing from here reaches anybody any more. */
async function endLane(telling: Telling, key: string): Promise<void> {
  await showRoot(telling, key, true);
  await telling.book.write(withLane(key, (lane) => ({ ...lane, over: true })));
}

function laneIn(telling: Telling, key: string): Lane {
  const { lane } = cardIn(telling.book, key);
  if (lane === null) throw new Error(`${telling.enquiry.id}: no conversation at ${key}`);
  return lane;
}

/** The first message, posted or edited; as with cards, what is about to be shown is written down first. */
async function showRoot(telling: Telling, key: string, over: boolean): Promise<void> {
  const { book, parts, enquiry } = telling;
  if (laneIn(telling, key).ts === null && !over) await postRoot(telling, key);
  const { channel } = cardIn(book, key);
  const lane = laneIn(telling, key);
  const shown = rootOf(enquiry, over, parts.kommune);
  const print = fingerprint(shown);
  if (lane.ts === null || print === lane.shown) return;
  await book.write(withLane(key, (known) => ({ ...known, shown: null })));
  try {
    await parts.web.edit({ channel, ts: lane.ts }, shown);
  } catch (failure) {
    if (!isRefused(failure, 'message')) throw failure;
    if (!over) return renewLane(telling, key);
  }
  await book.write(withLane(key, (known) => ({ ...known, shown: print })));
}

async function postRoot(telling: Telling, key: string): Promise<string> {
  const { book, parts, enquiry } = telling;
  const { channel } = cardIn(book, key);
  const lane = laneIn(telling, key);
  const shown = rootOf(enquiry, false, parts.kommune);
  if (lane.shown === null) await book.write(withLane(key, (known) => ({ ...known, shown: fingerprint(shown) })));
  const place = await parts.web.post({ ...shown, channel, id: `talk.${lane.key}` });
  await nameRoot(parts.memory, place, { enquiry: enquiry.id, lane: 'talk', key: lane.key });
  await book.write(withLane(key, (known) => ({ ...known, ts: place.ts })));
  return place.ts;
}

/** Slack has lost the thread: another one, with everything in it. */
async function renewLane(telling: Telling, key: string): Promise<void> {
  await beginLane(telling, cardIn(telling.book, key));
  await relay(telling, key);
}

async function relay(telling: Telling, key: string): Promise<void> {
  const threadTs = laneIn(telling, key).ts ?? (await postRoot(telling, key));
  for (;;) {
    const next = nextStep(telling, key);
    if (next === null) return;
    try {
      await next(threadTs);
    } catch (failure) {
      if (!isRefused(failure, 'message')) throw failure;
      return renewLane(telling, key);
    }
  }
}

type Step = (threadTs: string) => Promise<void>;

/** What to do next so that the thread says what was said; null when it does. */
function nextStep(telling: Telling, key: string): Step | null {
  const { book, messages } = telling;
  const card = cardIn(book, key);
  const lane = laneIn(telling, key);
  if (lane.underWay !== null) return (threadTs) => postSaid(telling, key, threadTs, lane.underWay ?? 0);
  const left = messages.filter(({ seq }) => seq > lane.relayed);
  const [first] = left;
  if (first === undefined) return null;
  if (isWrittenHere(first, card, lane)) return () => pass(telling, key, first.seq);
  if (first.says === 'answer_removed') return () => takeBack(telling, key, first);
  const own = left.findIndex((message) => isWrittenHere(message, card, lane) || message.says === 'answer_removed');
  const through = batchOf(own < 0 ? left : left.slice(0, own));
  return () => book.write(withLane(key, (known) => ({ ...known, underWay: through })));
}

/** Somebody wrote it in this very thread: it stands there already. */
function isWrittenHere({ from, clientId }: Message, { channel }: CardPlace, { ts }: Lane): boolean {
  const [source, where, written] = (clientId ?? '').split(':');
  return from.kind === 'staff' && source === 'slack' && where === channel && ts !== null && (written ?? '') > ts;
}

async function pass({ book }: Telling, key: string, seq: number): Promise<void> {
  await book.write(withLane(key, (lane) => ({ ...lane, relayed: seq })));
}

/** Posts everything up to `through` as one message. */
async function postSaid(telling: Telling, key: string, threadTs: string, through: number): Promise<void> {
  const { book, parts, enquiry, messages } = telling;
  const { channel } = cardIn(book, key);
  const lane = laneIn(telling, key);
  const from = lane.relayed + 1;
  const shown = saidIn(between(messages, from, through), parts, enquiry);
  const post = { ...shown, channel, threadTs, plain: true, id: `said.${lane.key}.${from}` };
  const { ts } = await parts.web.post(post);
  const said = { from, through, ts };
  await book.write(
    withLane(key, (known) => ({ ...known, relayed: through, underWay: null, said: [...known.said, said] })),
  );
}

/** A colleague has taken an answer back: its words go from the thread too. The robot's note about it follows. */
async function takeBack(telling: Telling, key: string, note: Message): Promise<void> {
  const { book, parts, enquiry, messages } = telling;
  const lane = laneIn(telling, key);
  const held = lane.said.find(
    ({ from, through }) => note.replyTo !== null && from <= note.replyTo && note.replyTo <= through,
  );
  if (held !== undefined) {
    const shown = saidIn(between(messages, held.from, held.through), parts, enquiry);
    await editLost(parts.web.edit({ channel: cardIn(book, key).channel, ts: held.ts }, shown));
  }
  await book.write(withLane(key, (known) => ({ ...known, underWay: note.seq })));
}

async function editLost(editing: Promise<void>): Promise<void> {
  try {
    await editing;
  } catch (failure) {
    if (!isRefused(failure, 'message')) throw failure;
  }
}

function between(messages: readonly Message[], from: number, through: number): readonly Message[] {
  return messages.filter(({ seq }) => from <= seq && seq <= through);
}
