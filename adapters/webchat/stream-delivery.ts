/**
 * Reads a conversation's new messages once for all its sockets and sends each socket its part, in order and once.
 */
import { WebSocket } from 'ws';
import type { Message } from '../../src/domain/saying.ts';
import type { EnquiryId, Instant } from '../../src/domain/words.ts';
import type { Clock, ForVisitors, Log } from '../../src/ports.ts';
import { toActivities } from './wire.ts';

export interface DeliveryNeeds {
  readonly visitors: ForVisitors;
  readonly clock: Clock;
  readonly log: Log;
  readonly entrance: string;
}

/** One socket that reads a conversation. */
export interface Viewer {
  readonly socket: WebSocket;
  readonly room: Room;
  readonly user: string;
  sentSeq: number;
  sentAt: Instant;
  pingAt: Instant;
  alive: boolean;
  /** Since when it has left too much unread, or 0. */
  slowSince: Instant;
}

/** One conversation that somebody reads. */
export interface Room {
  readonly enquiry: EnquiryId;
  readonly viewers: Set<Viewer>;
  reading: boolean;
  readAgain: boolean;
  /** Something is left to read though no hint will come: read at the next beat. */
  stale: boolean;
}

const pageMax = 200;
/** Unread bytes a socket may have before it gets no more. */
const bufferMax = 1_048_576;
/** Characters read at once; a longer history comes in several sets. */
const readMax = 1_048_576;

/** Reads what is new and sends each socket its part. One reading at a time, so that order is the store's order. */
export async function readOn(needs: DeliveryNeeds, room: Room): Promise<void> {
  room.readAgain = true;
  if (room.reading) return;
  room.reading = true;
  room.stale = false;
  try {
    while (room.readAgain && room.viewers.size > 0) {
      room.readAgain = false;
      await readOnce(needs, room);
    }
  } catch (error) {
    needs.log.warn(
      { error: error instanceof Error ? error.name : 'unknown' },
      'stream could not read; the next beat tries again',
    );
    room.stale = true;
  } finally {
    room.reading = false;
  }
}

async function readOnce(needs: DeliveryNeeds, room: Room): Promise<void> {
  const now = needs.clock.now();
  const ready = [...room.viewers].filter((viewer) => canTakeMore(viewer, now));
  if (ready.length === 0) return;
  const after = Math.min(...ready.map((viewer) => viewer.sentSeq));
  const { messages, more } = await readAfter(needs.visitors, room.enquiry, after);
  send(needs, room, after, messages);
  if (more) room.readAgain = true;
}

/** Everything after a sequence number, so that a replay goes out in one set. */
async function readAfter(visitors: ForVisitors, enquiry: EnquiryId, after: number) {
  const recent = visitors.recent(enquiry, after);
  if (recent.length > 0) return { messages: recent, more: false };
  const messages: Message[] = [];
  let characters = 0;
  for (;;) {
    const page = await visitors.messages(enquiry, messages.at(-1)?.seq ?? after, pageMax);
    messages.push(...page);
    characters += page.reduce((sum, message) => sum + message.text.length, 0);
    if (page.length < pageMax) return { messages, more: false };
    if (characters > readMax) return { messages, more: true };
  }
}

/** Sockets at the same place get the same frame. One that joined further back while this was read waits for the next reading. */
function send({ entrance, clock }: DeliveryNeeds, room: Room, after: number, messages: readonly Message[]): void {
  const last = messages.at(-1);
  const frames = new Map<string, string>();
  for (const viewer of room.viewers) {
    if (viewer.sentSeq < after) room.readAgain ||= canTakeMore(viewer, clock.now());
    else if (last && viewer.sentSeq < last.seq && canTakeMore(viewer, clock.now())) {
      const { user, sentSeq, sentAt } = viewer;
      const place = `${sentSeq} ${sentAt} ${user}`;
      const rest = messages.slice(messages.findIndex((message) => message.seq > sentSeq));
      const frame = frames.get(place) ?? frameOf(toActivities(rest, { user, entrance, notBefore: sentAt }), last.seq);
      frames.set(place, frame);
      viewer.socket.send(frame);
      viewer.sentSeq = last.seq;
      viewer.sentAt = rest.reduce((latest, message) => Math.max(latest, message.at), sentAt);
    }
  }
}

function frameOf(activities: unknown, watermark: number): string {
  return JSON.stringify({ activities, watermark: String(watermark) });
}

/** A socket that does not read gets no more until it has: the store keeps its place, not our memory. */
export function canTakeMore(viewer: Viewer, now: Instant): boolean {
  if (viewer.socket.readyState !== WebSocket.OPEN) return false;
  if (viewer.socket.bufferedAmount <= bufferMax) {
    viewer.slowSince = 0;
    return true;
  }
  viewer.slowSince ||= now;
  return false;
}
