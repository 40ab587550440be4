/**
 * The web chat wire on a port of its own, over the visitors in memory, and a plain client of it.
 */
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastify } from 'fastify';
import { WebSocket } from 'ws';
import { openBotFramework } from '../../adapters/webchat/bot-framework.ts';
import { type WebchatNeeds, webchatRoutes } from '../../adapters/webchat/routes.ts';
import { tokensOf } from '../../adapters/webchat/tokens.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { Log } from '../../src/ports.ts';
import { type FakeVisitors, fakeSignal, fakeVisitors } from './visitors.ts';

export interface Started {
  readonly conversationId: EnquiryId;
  readonly token: string;
  readonly streamUrl: string;
  readonly expires_in: number;
}

export interface ActivitySet {
  readonly activities: readonly SeenActivity[];
  readonly watermark: string;
}

export interface SeenActivity {
  readonly id: string;
  readonly text: string;
  readonly timestamp: string;
  readonly replyToId?: string;
  readonly locale: string;
  readonly from: { readonly id: string; readonly name?: string; readonly role: string };
  readonly channelData?: unknown;
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly object[] };
}

type Changes = Partial<Omit<WebchatNeeds, 'botFramework'>> & {
  readonly answer?: (text: string) => Partial<Message> & { readonly text: string };
  /** With botbuilder, authentication off. */
  readonly botFramework?: boolean;
};

/** A clock that tests can push forward. */
export function pushableClock(): { now(): number; pushMs: number } {
  const clock = { pushMs: 0, now: () => Date.now() + clock.pushMs };
  return clock;
}

/** Starts on a free port; `logged` holds every log line, to look for what must not be there. */
export async function directLineServer(changes: Changes = {}) {
  const { answer, botFramework, ...needs } = changes;
  const clock = pushableClock();
  const signal = fakeSignal();
  const logged: string[] = [];
  const write = (data: object, message: string) => logged.push(JSON.stringify({ data, message }));
  const log: Log = { info: write, warn: write, error: write };
  const visitors: FakeVisitors = fakeVisitors({ clock, signal, ...(answer ? { answer } : {}) });
  const tokens = tokensOf({ clock, secret: 'a secret that only tests know, of some length' });
  const counts = { socketsOpen: 0, slowClosed: 0 };
  const bot = botFramework ? await openBotFramework({ appId: '', appPassword: '', appTenantId: null }) : null;

  const app = fastify({ forceCloseConnections: true });
  await app.register(
    webchatRoutes({
      visitors,
      signal,
      clock,
      log,
      tokens,
      counts,
      entrance: 'Ungeindgangen',
      publicUrl: null,
      allowedOrigins: '*',
      ...needs,
      botFramework: bot,
    }),
  );
  const connections = new Set<Socket>();
  app.server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    app,
    url,
    base: `${url}/v3/directline`,
    visitors,
    signal,
    clock,
    tokens,
    counts,
    logged,
    bot,
    /** Breaks every connection, as a network does. */
    cut() {
      for (const socket of connections) socket.destroy();
    },
    async [Symbol.asyncDispose]() {
      await app.close();
    },
  };
}

export type DirectLineServer = Awaited<ReturnType<typeof directLineServer>>;

/** Starts a conversation as our own page does, without a token. */
export async function start({ base }: Pick<DirectLineServer, 'base'>): Promise<Started> {
  return (await (await fetch(`${base}/conversations`, { method: 'POST' })).json()) as Started;
}

/** A request with a token; the answer with its body read as JSON. */
export async function call(base: string, path: string, { token, body }: { token?: string; body?: unknown } = {}) {
  const response = await fetch(`${base}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: JSON.parse((await response.text()) || 'null') };
}

export function post(base: string, { conversationId, token }: Started, text: string, clientActivityID?: string) {
  const channelData = clientActivityID === undefined ? undefined : { clientActivityID };
  return call(base, `/conversations/${conversationId}/activities`, {
    token,
    body: { type: 'message', text, channelData },
  });
}

/** Opens a stream and collects its frames. */
export async function openStream(streamUrl: string, origin?: string) {
  const socket = new WebSocket(streamUrl, origin === undefined ? {} : { origin });
  const frames: string[] = [];
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data) => frames.push(String(data)));
  await new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  const sets = () => frames.map((frame) => JSON.parse(frame) as ActivitySet);
  return {
    socket,
    frames,
    closed,
    sets,
    activities: () => sets().flatMap((set) => set.activities),
  };
}

/** Waits until something is so. */
export async function until(so: () => boolean, withinMs = 5000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!so()) {
    if (performance.now() > end) throw new Error(`not so within ${withinMs} ms: ${String(so)}`);
    await sleep(5);
  }
}
