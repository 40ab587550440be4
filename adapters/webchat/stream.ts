/**
 * Live streams: which sockets read which conversation, and how each gets every message once and in order.
 * The store is read by sequence number; the signal only says when. Nothing here is kept per message, and no timer per socket.
 */
import { WebSocket } from 'ws';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { Signal } from '../../src/ports.ts';
import { canTakeMore, type DeliveryNeeds, type Room, readOn, type Viewer } from './stream-delivery.ts';
import type { StreamTicket } from './tokens.ts';

/** For `/metrics`. */
export interface StreamCounts {
  socketsOpen: number;
  /** Sockets closed because they did not read, since start. */
  slowClosed: number;
}

/** All in milliseconds. */
export interface StreamTiming {
  /** The one timer's beat. */
  readonly beatMs: number;
  /** Between two safety looks at all open conversations, for hints that were lost. */
  readonly pollMs: number;
  readonly pingMs: number;
  /** How long a socket may leave more than `bufferMax` unread. */
  readonly slowMs: number;
}

interface StreamNeeds extends DeliveryNeeds {
  readonly signal: Signal;
  readonly counts: StreamCounts;
}

export interface Rooms {
  /** Shows this socket everything after the ticket's watermark, and from then on what comes. */
  join(socket: WebSocket, ticket: StreamTicket): void;
  /** Closes every socket with 1012; waits a moment for the clients' side. */
  close(): Promise<void>;
}

const defaultTiming: StreamTiming = {
  beatMs: 1000,
  pollMs: 10_000,
  pingMs: 25_000,
  slowMs: 10_000,
};
const farewellMs = 1000;
/** Close codes of RFC 6455's registry: service restart, and try again later. */
const restarting = 1012;
const tooSlow = 1013;

/** Starts listening to the signal, once for all sockets. */
export function openRooms(needs: StreamNeeds, changed: Partial<StreamTiming> = {}): Rooms {
  const { clock, counts } = needs;
  const timing = { ...defaultTiming, ...changed };
  const rooms = new Map<EnquiryId, Room>();
  const viewers = new WeakMap<WebSocket, Viewer>();

  const stopListening = needs.signal.listen((topic) => {
    const room = rooms.get(topic as EnquiryId);
    if (room) void readOn(needs, room);
  });
  let closing = false;
  let looking = false;
  let lookAt = clock.now() + timing.pollMs;
  const beat = setInterval(() => {
    for (const room of rooms.values()) {
      for (const viewer of room.viewers) tend(needs, timing, viewer);
      if (room.stale) void readOn(needs, room);
    }
    if (looking || clock.now() < lookAt) return;
    looking = true;
    void findMissed(needs, rooms).finally(() => {
      looking = false;
      lookAt = clock.now() + timing.pollMs;
    });
  }, timing.beatMs).unref();

  function answered(this: WebSocket) {
    const viewer = viewers.get(this);
    if (viewer) viewer.alive = true;
  }
  function left(this: WebSocket) {
    const viewer = viewers.get(this);
    if (!viewer?.room.viewers.delete(viewer)) return;
    counts.socketsOpen--;
    if (viewer.room.viewers.size === 0) rooms.delete(viewer.room.enquiry);
  }
  return {
    join(socket, { enquiry, user, watermark }) {
      if (closing) {
        socket.close(restarting, 'service restart');
        return;
      }
      const now = clock.now();
      const room = rooms.get(enquiry) ?? newRoom(enquiry);
      rooms.set(enquiry, room);
      const pingAt = now + timing.pingMs;
      const viewer = { socket, room, user, sentSeq: watermark, sentAt: 0, pingAt, alive: true, slowSince: 0 };
      room.viewers.add(viewer);
      viewers.set(socket, viewer);
      counts.socketsOpen++;
      // Frames from clients are keep-alives and are not listened to.
      socket.on('pong', answered).on('close', left).on('error', ignore);
      void readOn(needs, room);
    },
    async close() {
      closing = true;
      clearInterval(beat);
      stopListening();
      await sayFarewell([...rooms.values()].flatMap((room) => [...room.viewers]));
    },
  };
}

function newRoom(enquiry: EnquiryId): Room {
  return { enquiry, viewers: new Set(), reading: false, readAgain: false, stale: false };
}

function ignore(): void {}

/** Asks once for all open conversations which have something that their sockets have not been sent, and reads those. */
async function findMissed(needs: StreamNeeds, rooms: ReadonlyMap<EnquiryId, Room>): Promise<void> {
  try {
    for (const [enquiry, seq] of await needs.visitors.lastSeqs([...rooms.keys()])) {
      const room = rooms.get(enquiry);
      if (room && [...room.viewers].some((viewer) => viewer.sentSeq < seq)) await readOn(needs, room);
    }
  } catch (error) {
    needs.log.warn(
      { error: error instanceof Error ? error.name : 'unknown' },
      'the safety look failed; the next tries again',
    );
  }
}

/** Pings, and ends what is dead or slow. */
function tend({ counts, clock }: StreamNeeds, timing: StreamTiming, viewer: Viewer): void {
  const now = clock.now();
  const { socket, room } = viewer;
  const wasSlow = viewer.slowSince;
  if (canTakeMore(viewer, now)) {
    if (wasSlow > 0) room.stale = true;
  } else if (socket.readyState === WebSocket.OPEN && now - viewer.slowSince >= timing.slowMs) {
    counts.slowClosed++;
    socket.close(tooSlow, 'too slow');
    viewer.pingAt = now + farewellMs;
    viewer.alive = false;
  }
  if (now < viewer.pingAt) return;
  viewer.pingAt = now + timing.pingMs;
  if (viewer.alive && socket.readyState === WebSocket.OPEN) {
    viewer.alive = false;
    socket.ping();
    // Scripts in a page cannot see a ping; an empty frame tells them that the line is alive.
    socket.send('');
  } else socket.terminate();
}

async function sayFarewell(viewers: readonly Viewer[]): Promise<void> {
  for (const { socket } of viewers) socket.close(restarting, 'service restart');
  const until = performance.now() + farewellMs;
  while (performance.now() < until && viewers.some(({ socket }) => socket.readyState !== WebSocket.CLOSED)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const { socket } of viewers) socket.terminate();
}
