/** R5, the short form: Redis away, killed, emptied and frozen. Messages are taken all the while, and every effect is done. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownRedis } from '../contract/own-redis.ts';
import { redisServer } from '../contract/services.ts';
import { handedOver } from './hand-over.ts';
import { indgang } from './indgang-process.ts';
import { ownFolder } from './own-services.ts';
import { ask, figure, posting } from './wire-client.ts';

const atOnce = ['show-card', 'call-person', 'deliver-message'] as const;

interface Watched {
  readonly acceptMs: number[];
  readonly refused: string[];
  oldestSeconds: number;
  stop: boolean;
}

/** Citizens write into matters that people have, so that each message asks for an effect. */
async function write(url: string, watched: Watched): Promise<void> {
  const conversations = await Promise.all(Array.from({ length: 4 }, () => handedOver(url)));
  for (let number = 1; !watched.stop; number++) {
    const conversation = conversations[number % conversations.length];
    if (conversation === undefined) return;
    const { url: address, asked } = posting(url, conversation, { text: `besked ${number}`, clientId: `n${number}` });
    const answer = await ask(address, asked).catch((error: unknown) => ({ status: 0, tookMs: 0, text: String(error) }));
    if (answer.status === 200) watched.acceptMs.push(answer.tookMs);
    else watched.refused.push(`${answer.status} ${answer.text}`);
    await sleep(50);
  }
}

async function lookAtOutbox(url: string, watched: Watched): Promise<void> {
  while (!watched.stop) {
    const { text } = await ask(`${url}/metrics`);
    watched.oldestSeconds = Math.max(watched.oldestSeconds, figure(text, 'indgang_outbox_oldest_seconds') ?? 0);
    await sleep(300);
  }
}

async function undone(url: string): Promise<number> {
  const { text } = await ask(`${url}/metrics`);
  return atOnce.reduce((sum, kind) => sum + (figure(text, 'indgang_outbox_pending', `{kind="${kind}"}`) ?? 0), 0);
}

async function untilDone(url: string, withinMs: number): Promise<number> {
  const before = performance.now();
  while ((await undone(url)) > 0 && performance.now() - before < withinMs) await sleep(200);
  return Math.round(performance.now() - before);
}

describe.skipIf(!redisServer.here)('Indgang while Redis is in trouble', () => {
  it('takes every message at once and does every effect, at most 15 s late', { timeout: 180_000 }, async () => {
    await using database = await ownFolder();
    const redis = await ownRedis();
    const server = await indgang({ ...database.env, REDIS_URL: redis.url });
    const watched: Watched = { acceptMs: [], refused: [], oldestSeconds: 0, stop: false };
    try {
      server.start();
      expect(await server.ready()).toBe(true);
      const busy = [write(server.url, watched), lookAtOutbox(server.url, watched)];
      await sleep(4_000);
      await redis.start();
      await sleep(3_000);
      await redis.kill();
      await sleep(3_000);
      await redis.start();
      await sleep(2_000);
      await redis.flush();
      await sleep(2_000);
      redis.freeze();
      await sleep(10_000);
      redis.thaw();
      await sleep(2_000);
      watched.stop = true;
      await Promise.all(busy);
      const lateMs = await untilDone(server.url, 20_000);

      const sorted = watched.acceptMs.toSorted((a, b) => a - b);
      const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
      const spread = `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms`;
      console.info(
        `R5: ${sorted.length} messages, ${spread}; oldest effect ${watched.oldestSeconds} s; done ${lateMs} ms after`,
      );
      expect(watched.refused).toEqual([]);
      expect(await undone(server.url)).toBe(0);
      expect((await ask(`${server.url}/metrics`)).text).not.toMatch(/indgang_outbox_dead\{.*\} [1-9]/);
      expect(watched.oldestSeconds).toBeLessThanOrEqual(15);
      expect(at(0.95)).toBeLessThan(1_000);
    } finally {
      watched.stop = true;
      await server.kill('SIGKILL');
      await redis.kill();
    }
  });
});
