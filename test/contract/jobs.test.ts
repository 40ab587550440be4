/** In-process jobs and BullMQ do what jobs must do; BullMQ also when Redis is absent, killed, flushed or frozen. */
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bullmqJobs } from '../../adapters/queue/bullmq.ts';
import { inProcessJobs } from '../../adapters/queue/in-process.ts';
import type { EffectId } from '../../src/domain/words.ts';
import type { Jobs } from '../../src/ports.ts';
import { jobsContract, newIds, patience } from './jobs.contract.ts';
import { type KeptLog, keptLog } from './kept-log.ts';
import { type OwnRedis, ownRedis } from './own-redis.ts';
import { redis, redisServer } from './services.ts';

const root = `test-${randomUUID()}`;
const newPrefix = () => `${root}-${randomUUID()}`;

/** Leaves nothing behind in a Redis that others use too. */
async function forgetEverything(): Promise<void> {
  const client = new Redis(redis.url);
  for await (const keys of client.scanStream({ match: `${root}*` })) if (keys.length > 0) await client.del(keys);
  client.disconnect();
}

describe('in process', () => {
  jobsContract(() => inProcessJobs({ log: keptLog() }));

  it('has no outside to be up or down', async () => {
    expect(await inProcessJobs({ log: keptLog() }).health()).toBe('off');
  });

  it('keeps a bounded number waiting', async () => {
    const jobs = inProcessJobs({ log: keptLog(), most: 5 });
    jobs.wake(newIds(10));
    const done: EffectId[] = [];
    jobs.work(async (id) => void done.push(id));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toHaveLength(5);
  });
});

describe.skipIf(!redis.here)('BullMQ', () => {
  afterAll(forgetEverything);
  jobsContract(() => bullmqJobs({ url: redis.url, prefix: newPrefix(), log: keptLog() }));

  it('lets one process work on what another was asked for', async () => {
    const prefix = newPrefix();
    const [asking, working] = [1, 2].map(() => bullmqJobs({ url: redis.url, prefix, log: keptLog() }));
    if (!asking || !working) throw new Error('two of them');
    const done = new Set<EffectId>();
    working.work(async (id) => void done.add(id));
    const ids = newIds(50);
    await untilDone(asking, ids, done);
    await Promise.all([asking.close(2_000), working.close(2_000)]);
  });
});

describe.skipIf(!redisServer.here)('BullMQ when Redis is in trouble', () => {
  let server: OwnRedis;
  let log: KeptLog;
  /** One process wakes and another works, so that what is done has gone through Redis. */
  let jobs: Jobs;
  let worker: Jobs;
  const done = new Set<EffectId>();

  beforeAll(async () => {
    server = await ownRedis();
    log = keptLog();
    const prefix = newPrefix();
    jobs = bullmqJobs({ url: server.url, prefix, log });
    worker = bullmqJobs({ url: server.url, prefix, log });
    worker.work(async (id) => void done.add(id));
  });
  afterEach(() => server.thaw());
  afterAll(async () => {
    await Promise.all([jobs.close(1_000), worker.close(1_000)]);
    await server.kill();
  });

  it('is down, and in nobody’s way, while Redis is absent at the start; works when it comes', async () => {
    expect(wakeMany(jobs)).toBeLessThan(1_000);
    expect(await jobs.health()).toBe('down');
    await server.start();
    await worksAgain();
    expect(await jobs.health()).toBe('up');
  });

  it('works again after Redis was killed', async () => {
    await server.kill();
    expect(wakeMany(jobs)).toBeLessThan(1_000);
    await expect.poll(() => jobs.health(), patience).toBe('down');
    await server.start();
    await worksAgain();
  });

  it('works again after everything in Redis was flushed', async () => {
    await server.flush();
    await worksAgain();
  });

  it('works again after Redis was frozen, longer than an answer may take', async () => {
    server.freeze();
    expect(wakeMany(jobs)).toBeLessThan(1_000);
    expect(await jobs.health()).toBe('down');
    expect(wakeMany(jobs)).toBeLessThan(1_000);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(wakeMany(jobs)).toBeLessThan(1_000);
    server.thaw();
    await worksAgain();
  });

  it('does in this process what Redis cannot take', async () => {
    const alone = bullmqJobs({ url: server.url, prefix: newPrefix(), log });
    const here = new Set<EffectId>();
    alone.work(async (id) => void here.add(id));
    await server.kill();
    const ids = newIds(1_000);
    alone.wake(ids);
    await expect.poll(() => here.size, patience).toBe(ids.length);
    await alone.close(1_000);
    await server.start();
    await worksAgain();
  });

  it('closes in time while Redis is dead, and says nothing of what it carried', async () => {
    const release = Promise.withResolvers<void>();
    const other = bullmqJobs({ url: server.url, prefix: newPrefix(), log });
    let working = false;
    let finished = false;
    other.work(async () => {
      working = true;
      await release.promise;
      finished = true;
    });
    await expect
      .poll(() => {
        if (!working) other.wake(newIds(1));
        return working;
      }, patience)
      .toBe(true);
    await server.kill();
    setTimeout(release.resolve, 300);
    const start = performance.now();
    await other.close(3_000);
    expect(performance.now() - start).toBeLessThan(3_500);
    expect(finished).toBe(true);
    expect(log.lines.length).toBeLessThan(100);
    expect(log.lines.join('\n')).not.toContain(server.url);
  });

  async function worksAgain(): Promise<void> {
    const start = performance.now();
    await untilDone(jobs, newIds(20), done);
    expect(performance.now() - start).toBeLessThan(15_000);
  }
});

/** Milliseconds it takes to wake very many: nothing may wait for Redis here. */
function wakeMany(jobs: Jobs): number {
  const ids = newIds(12_000);
  const start = performance.now();
  jobs.wake(ids);
  for (const id of ids.slice(0, 100)) jobs.wake([id]);
  return performance.now() - start;
}

async function untilDone(jobs: Jobs, ids: readonly EffectId[], done: ReadonlySet<EffectId>): Promise<void> {
  await expect
    .poll(() => {
      const missing = ids.filter((id) => !done.has(id));
      jobs.wake(missing);
      return missing.length;
    }, patience)
    .toBe(0);
}
