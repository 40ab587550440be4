/** Two Indgangs on one Postgres are one: who reads on the first sees what staff answer on the second. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type OwnRedis, ownRedis } from '../contract/own-redis.ts';
import { postgres, redisServer } from '../contract/services.ts';
import { claimed, handedOver, replyAs } from './hand-over.ts';
import { type IndgangProcess, indgang } from './indgang-process.ts';
import { type OwnDatabase, ownPostgres } from './own-services.ts';
import type { AtDesk } from './staff-member.ts';
import type { ActivitySet, Conversation } from './wire-client.ts';

interface Reader {
  /** @returns how long it took until the text was shown, in milliseconds, or null when it was not */
  sees(text: string, withinMs: number): Promise<number | null>;
  close(): void;
}

function readerOf({ streamUrl }: Conversation): Reader {
  const socket = new WebSocket(streamUrl, { perMessageDeflate: false });
  const texts = new Set<string>();
  socket.on('error', () => {});
  socket.on('message', (data) => {
    if (String(data) === '') return;
    for (const { text } of (JSON.parse(String(data)) as ActivitySet).activities) texts.add(text);
  });
  return {
    async sees(text, withinMs) {
      const before = performance.now();
      while (performance.now() - before < withinMs) {
        if (texts.has(text)) return Math.round(performance.now() - before);
        await sleep(5);
      }
      return null;
    },
    close: () => socket.terminate(),
  };
}

interface Pair {
  readonly database: OwnDatabase;
  readonly first: IndgangProcess;
  readonly second: IndgangProcess;
  readonly conversation: Conversation;
  readonly person: AtDesk;
  readonly reader: Reader;
}

/** A citizen reads on the first; somebody has claimed the matter on the second. */
async function pair(redis: OwnRedis | null): Promise<Pair> {
  const database = await ownPostgres(postgres.url);
  const env = { ...database.env, ...(redis === null ? {} : { REDIS_URL: redis.url }) };
  const [first, second] = [await indgang(env), await indgang(env)];
  for (const server of [first, second]) {
    server.start();
    if (!(await server.ready())) throw new Error(`chaos: Indgang did not start:\n${server.output()}`);
  }
  const conversation = await handedOver(first.url);
  const person = await claimed(second.url, conversation);
  return { database, first, second, conversation, person, reader: readerOf(conversation) };
}

async function end({ database, first, second, reader }: Pair): Promise<void> {
  reader.close();
  await first.kill('SIGKILL');
  await second.kill('SIGKILL');
  await database[Symbol.asyncDispose]();
}

async function seenAfter({ second, person, conversation, reader }: Pair, text: string, withinMs: number) {
  const answer = await replyAs(second.url, person, conversation, text);
  expect(answer.status).toBe(200);
  return reader.sees(text, withinMs);
}

const kinds = {
  'Redis between them': { here: postgres.here && redisServer.here, withRedis: true },
  'Postgres alone between them': { here: postgres.here, withRedis: false },
};

for (const [name, { here, withRedis }] of Object.entries(kinds)) {
  describe.skipIf(!here)(`Two processes with ${name}`, () => {
    let redis: OwnRedis | null = null;
    let both: Pair | null = null;
    const pairOf = (): Pair => {
      if (both === null) throw new Error('chaos: not started');
      return both;
    };

    beforeAll(async () => {
      redis = withRedis ? await ownRedis() : null;
      await redis?.start();
      both = await pair(redis);
    }, 120_000);
    afterAll(async () => {
      if (both !== null) await end(both);
      await redis?.kill();
    });

    it('show a reply made on the second to a reader on the first within 2 s', async () => {
      const took: (number | null)[] = [];
      for (let number = 1; number <= 5; number++) took.push(await seenAfter(pairOf(), `svar ${number}`, 5_000));

      console.info(`${name}: seen after ${took.join(', ')} ms`);
      for (const ms of took) expect(ms).toBeLessThan(2_000);
    });

    it('show it within 15 s when the signal is lost', async () => {
      if (redis !== null) await redis.kill();
      else await cutListeners(pairOf());
      const took = await seenAfter(pairOf(), 'svar uden signal', 20_000);

      console.info(`${name}, signal lost: seen after ${took} ms`);
      expect(took).toBeLessThan(15_000);
    });
  });
}

/** Ends every connection that listens, as a failover would. */
async function cutListeners({ database }: Pair): Promise<void> {
  const client = new pg.Client({ connectionString: database.env.DATABASE_URL });
  client.on('error', () => {});
  await client.connect();
  const { rowCount } = await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'indgang signal'`,
  );
  await client.end();
  expect(rowCount).toBeGreaterThan(0);
}
