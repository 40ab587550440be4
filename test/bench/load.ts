/** The drivers: the same load, closed or open loop, on Indgang and on the floor. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type ActivitySet, ask, begin, type Conversation, posting } from '../chaos/wire-client.ts';
import { rounded, type Spread, spreadOf } from './figures.ts';

export interface LoadSettings {
  readonly target: 'indgang' | 'floor';
  /** Of Indgang `http://…`; of the floor `ws://…`. */
  readonly url: string;
  readonly clients: number;
  readonly seconds: number;
  /** Messages a second whatever the answers take; null: each client sends when it has been answered. */
  readonly perSecond: number | null;
}

export interface LoadFigures {
  readonly perSecond: number;
  /** Milliseconds from sending to stored and acknowledged; in an open loop from when it should have been sent. */
  readonly acknowledged: Spread;
  /** Milliseconds from sending to the bot's answer on the socket; null on the floor. */
  readonly botReply: Spread | null;
  readonly refused: number;
}

/** Sends one message. @returns when it was acknowledged, or null when it was refused */
type Send = (client: number, sentAt: number) => Promise<number | null>;

interface Driver {
  readonly send: Send;
  /** Milliseconds to the bot's answers so far, and a fresh list from here on. */
  readonly takeReplies: () => readonly number[];
}

/** The bot answers this one each time, without handing over. */
const question = 'hvornår har I åbent?';
/** Enough that no conversation is ever slowed down. */
const conversationsEach = 16;
const warmUpMs = 1_000;

export async function drive(settings: LoadSettings): Promise<LoadFigures> {
  const driver = settings.target === 'floor' ? await floorDriver(settings) : await indgangDriver(settings);
  await closedLoop(driver.send, { ...settings, seconds: warmUpMs / 1000 });
  await sleep(200);
  driver.takeReplies();
  const { times, refused, tookMs } = await (settings.perSecond === null
    ? closedLoop(driver.send, settings)
    : openLoop(driver.send, settings, settings.perSecond));
  await sleep(500);
  const replies = driver.takeReplies();
  return {
    perSecond: rounded((times.length * 1000) / tookMs),
    acknowledged: spreadOf(times),
    botReply: settings.target === 'floor' ? null : spreadOf(replies),
    refused,
  };
}

interface Loop {
  readonly times: readonly number[];
  readonly refused: number;
  readonly tookMs: number;
}

async function closedLoop(send: Send, { clients, seconds }: LoadSettings): Promise<Loop> {
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const client = async (number: number): Promise<void> => {
    while (performance.now() < until) {
      const sentAt = performance.now();
      const answeredAt = await send(number, sentAt);
      if (answeredAt === null) refused++;
      else times.push(answeredAt - sentAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return { times, refused, tookMs: performance.now() - began };
}

async function openLoop(send: Send, { clients, seconds }: LoadSettings, perSecond: number): Promise<Loop> {
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  const all = Array.from({ length: seconds * perSecond }, async (_, number) => {
    const dueAt = began + (number * 1000) / perSecond;
    await sleep(Math.max(0, dueAt - performance.now()));
    const answeredAt = await send(number % clients, dueAt);
    if (answeredAt === null) refused++;
    else times.push(answeredAt - dueAt);
  });
  await Promise.all(all);
  return { times, refused, tookMs: seconds * 1000 };
}

async function floorDriver({ url, clients }: LoadSettings): Promise<Driver> {
  const sockets = await Promise.all(Array.from({ length: clients }, () => opened(url)));
  const waiting = sockets.map((): ((at: number) => void)[] => []);
  sockets.forEach((socket, number) => {
    socket.on('message', () => waiting[number]?.shift()?.(performance.now()));
  });
  const message = JSON.stringify({
    type: 'message',
    text: question,
    channelData: { clientActivityID: 'floor-000000' },
  });
  return {
    send: (client) =>
      new Promise((resolve) => {
        waiting[client]?.push(resolve);
        sockets[client]?.send(message);
      }),
    takeReplies: () => [],
  };
}

function opened(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.once('open', () => resolve(socket)).once('error', reject);
  });
}

interface Place {
  readonly conversation: Conversation;
  posts: number;
}

async function indgangDriver({ url, clients }: LoadSettings): Promise<Driver> {
  let replies: number[] = [];
  const sentAtOf = new Map<string, number>();
  const repliedAtOf = new Map<string, number>();
  const match = (id: string): void => {
    const [sentAt, repliedAt] = [sentAtOf.get(id), repliedAtOf.get(id)];
    if (sentAt === undefined || repliedAt === undefined) return;
    replies.push(repliedAt - sentAt);
    sentAtOf.delete(id);
    repliedAtOf.delete(id);
  };
  const listen = async (conversation: Conversation): Promise<void> => {
    const socket = await opened(conversation.streamUrl);
    socket.on('message', (data) => {
      const at = performance.now();
      for (const { from, replyToId } of (JSON.parse(String(data)) as ActivitySet).activities) {
        if (from.role !== 'bot' || replyToId === undefined || repliedAtOf.has(replyToId)) continue;
        repliedAtOf.set(replyToId, at);
        match(replyToId);
      }
    });
  };
  const places: Place[][] = [];
  for (let client = 0; client < clients; client++) {
    const own = Array.from({ length: conversationsEach }, async (_, number) => {
      const conversation = await begin(url, `10.20.${client}.${number}`);
      if (conversation === null) throw new Error('bench: no conversation');
      await listen(conversation);
      return { conversation, posts: 0 };
    });
    places.push(await Promise.all(own));
  }
  let turn = 0;
  return {
    async send(client, sentAt) {
      const place = places[client]?.[turn++ % conversationsEach];
      if (place === undefined) throw new Error('bench: no such client');
      const { url: address, asked } = posting(url, place.conversation, {
        text: question,
        clientId: `b-${place.posts++}`,
      });
      const answer = await ask(address, asked);
      if (answer.status !== 200) return null;
      const answeredAt = performance.now();
      const { id } = answer.json as { id: string };
      sentAtOf.set(id, sentAt);
      match(id);
      return answeredAt;
    },
    takeReplies() {
      const taken = replies;
      replies = [];
      return taken;
    },
  };
}
