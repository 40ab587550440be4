/** Socket Mode: sockets that the app opens, envelopes to one of them, and everything that can break a connection. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { isObject } from './arguments.ts';
import type { Carried, Carrier, Parcel } from './delivery.ts';
import type { Method } from './method.ts';
import { fail } from './refusals.ts';
import type { World } from './world.ts';

const mostConnections = 10;

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export interface SocketMode {
  readonly carry: Carrier;
  /** apps.connections.open */
  readonly open: Method;
  /** How many sockets have said hello. */
  connections(): number;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Asks to go (all, or the oldest so many); warnings and refreshes close the socket a moment later. */
  disconnect(reason: DisconnectReason, howMany?: number): void;
  /** The line is cut, without a word. */
  kill(): void;
  /** apps.connections.open fails with this error, so many times. */
  refuseOpen(error: string, times: number): void;
  /** Lets the sockets say goodbye, and cuts those that do not. */
  close(): Promise<void>;
}

const types = { event: 'events_api', interactive: 'interactive', command: 'slash_commands' } satisfies Record<
  Parcel['kind'],
  string
>;

export function socketMode(world: World, isDown: () => boolean): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, (carried: Carried) => void>();
  const onSocket = new Map<string, WebSocket>();
  let refusals: { readonly error: string; left: number } = { error: '', left: 0 };
  let turn = 0;

  const forget = (socket: WebSocket) => {
    const index = sockets.indexOf(socket);
    if (index >= 0) sockets.splice(index, 1);
    for (const [envelope, carrier] of onSocket) {
      if (carrier === socket) waiting.get(envelope)?.({ ok: false, reason: 'connection_failed', noRetry: false });
    }
  };

  const greet = (socket: WebSocket) => {
    sockets.push(socket);
    const pings = setInterval(() => socket.ping(String(Date.now())), 5000);
    socket.on('close', () => {
      clearInterval(pings);
      forget(socket);
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => acknowledge(data));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.length,
        connection_info: { app_id: world.app.appId },
        debug_info: { host: 'emulator', approximate_connection_time: 3600 },
      }),
    );
  };

  const acknowledge = (data: RawData) => {
    const said: unknown = JSON.parse(data.toString());
    if (!isObject(said)) return;
    const { payload } = said;
    const answer = isObject(payload) && Object.keys(payload).length > 0 ? payload : null;
    waiting.get(String(said.envelope_id))?.({ ok: true, answer });
  };

  const carry: Carrier = (parcel, ackWithinMs) => {
    turn += 1;
    const socket = sockets[turn % Math.max(1, sockets.length)];
    if (socket === undefined) return Promise.resolve({ ok: false, reason: 'connection_failed', noRetry: false });
    const envelope = randomUUID();
    return new Promise((resolve) => {
      const done = (carried: Carried) => {
        clearTimeout(timer);
        waiting.delete(envelope);
        onSocket.delete(envelope);
        resolve(carried);
      };
      const timer = setTimeout(() => done({ ok: false, reason: 'http_timeout', noRetry: false }), ackWithinMs);
      waiting.set(envelope, done);
      onSocket.set(envelope, socket);
      socket.send(JSON.stringify(enveloped(parcel, envelope)));
    });
  };

  const goodbye = (socket: WebSocket, reason: DisconnectReason) => {
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'emulator' } }));
    world.clock.after(1000, () => socket.close());
  };

  return {
    carry,
    open: {
      tier: 3,
      forAppToken: true,
      run() {
        if (refusals.left > 0) {
          refusals.left -= 1;
          return fail(refusals.error);
        }
        if (sockets.length >= mostConnections) return fail('too_many_websockets');
        const ticket = randomUUID();
        tickets.add(ticket);
        return { url: `${world.address.replace('http', 'ws')}/link?ticket=${ticket}&app_id=${world.app.appId}` };
      },
    },
    connections: () => sockets.length,
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (isDown() || !tickets.delete(ticket)) return void socket.destroy();
      server.handleUpgrade(request, socket, head, greet);
    },
    disconnect(reason, howMany = sockets.length) {
      for (const socket of sockets.slice(0, howMany)) goodbye(socket, reason);
    },
    kill() {
      for (const socket of [...sockets]) socket.terminate();
    },
    refuseOpen(error, times) {
      refusals = { error, left: times };
    },
    async close() {
      await Promise.all([...sockets].map(partFrom));
      server.close();
    },
  };
}

function partFrom(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => socket.terminate(), 200);
    socket.once('close', () => {
      clearTimeout(patience);
      resolve();
    });
    socket.close(1001);
  });
}

function enveloped({ kind, payload, retryNum, retryReason }: Parcel, envelope_id: string) {
  const retries = { retry_attempt: retryNum, retry_reason: retryReason ?? '' };
  const answerable = { accepts_response_payload: kind !== 'event' };
  return { envelope_id, type: types[kind], payload, ...answerable, ...(kind === 'event' && retries) };
}
