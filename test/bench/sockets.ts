/** What one more idle reader costs the server, in memory; beside a bare WebSocket. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { begin } from '../chaos/wire-client.ts';
import { rounded } from './figures.ts';
import type { Memory } from './memory-now.ts';
import { type Part, part, tell } from './part.ts';

export interface SocketFigures {
  readonly sockets: number;
  readonly rssKiBEach: number;
  readonly usedKiBEach: number;
}

export interface OpenSettings {
  readonly url: string;
  readonly count: number;
  readonly bare: boolean;
}

/** Role: opens sockets and keeps them open, each in a conversation of its own; tells how many there are. */
export async function openSockets({ url, count, bare }: OpenSettings): Promise<void> {
  const sockets: WebSocket[] = [];
  const left = Array.from({ length: count }, (_, number) => number).values();
  const open = async (): Promise<void> => {
    for (const number of left) {
      const address = bare
        ? url
        : (await begin(url, `10.${30 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`))?.streamUrl;
      if (address === undefined) continue;
      const socket = new WebSocket(address, { perMessageDeflate: false });
      await new Promise<void>((resolve) => {
        socket.once('open', resolve).once('error', () => resolve());
      });
      if (socket.readyState === WebSocket.OPEN) sockets.push(socket);
    }
  };
  await Promise.all(Array.from({ length: 16 }, open));
  await sleep(500);
  tell({ sockets: sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length });
}

/** Memory before and after; the first few sockets are opened before, so that what is made once is not counted. */
export async function measureSockets(server: Part, { url, count, bare }: OpenSettings): Promise<SocketFigures> {
  await using first = part('open-sockets', { url, count: 1_000, bare });
  await first.answer();
  const before = await server.ask<Memory>('memory');
  await using driver = part('open-sockets', { url, count, bare });
  const { sockets } = await driver.answer<{ sockets: number }>();
  const after = await server.ask<Memory>('memory');
  const each = (bytes: number): number => rounded(bytes / sockets / 1024);
  return { sockets, rssKiBEach: each(after.rss - before.rss), usedKiBEach: each(after.used - before.used) };
}
