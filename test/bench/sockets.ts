/** What one more idle reader costs the server, in memory; beside a bare WebSocket. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { begin } from '../chaos/wire-client.ts';
import { rounded } from './figures.ts';
import { bareServer } from './floor.ts';
import { type Part, part, tell, whenAsked } from './part.ts';

export interface Memory {
  readonly rss: number;
  /** Heap and buffers in use after a collection. */
  readonly used: number;
  readonly sockets: number;
}

export interface SocketFigures {
  readonly sockets: number;
  readonly rssKiBEach: number;
  readonly usedKiBEach: number;
}

async function memory(sockets: number): Promise<Memory> {
  for (let time = 0; time < 3; time++) {
    globalThis.gc?.();
    await sleep(300);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, used: heapUsed + external, sockets };
}

/** Role: Indgang with its memory told when asked. */
export async function memoryServer(): Promise<void> {
  const quiet = () => {};
  const config = readConfig(join(import.meta.dirname, '../..'), { ...process.env, PORT: '0' });
  const running = await compose(config, { info: quiet, warn: quiet, error: quiet });
  await running.listen();
  const address = running.app.server.address();
  if (address === null || typeof address === 'string') throw new Error('bench: no port');
  tell({ url: `http://127.0.0.1:${address.port}` });
  whenAsked({ memory: () => memory(0) });
}

/** Role: a bare WebSocket server with its memory told when asked. */
export function bareMemoryServer(): void {
  const server = bareServer();
  whenAsked({ memory: () => memory(server.clients.size) });
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
  await using first = part('open-sockets', { url, count: 200, bare });
  await first.answer();
  const before = await server.ask<Memory>('memory');
  await using driver = part('open-sockets', { url, count, bare });
  const { sockets } = await driver.answer<{ sockets: number }>();
  const after = await server.ask<Memory>('memory');
  const each = (bytes: number): number => rounded(bytes / sockets / 1024);
  return { sockets, rssKiBEach: each(after.rss - before.rss), usedKiBEach: each(after.used - before.used) };
}
