/**
 * Jobs spread over processes by BullMQ on Redis. Redis holds effect ids and nothing else; it may be absent, killed,
 * flushed or frozen at any time: then this process works on what it could not hand over, and the sweep finds what was lost.
 */
import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { EffectId } from '../../src/domain/words.ts';
import type { Jobs, Log } from '../../src/ports.ts';
import { batches } from './batches.ts';
import { inProcessJobs, workOn } from './in-process.ts';
import { answerWithinMs, connectRedis, failFast, isUp, patient, reconnect } from './redis-connection.ts';
import { settledWithin, within } from './within.ts';

interface Needs {
  readonly url: string;
  /** Namespace of all keys in Redis. */
  readonly prefix: string;
  readonly log: Log;
  /** How many effects this process works on at once. */
  readonly concurrency?: number;
}

interface Woken {
  readonly id: EffectId;
}

const queueName = 'effects';
/** The row decides whether there is something to do, so a job is tried once and leaves nothing behind that would hide the next. */
const once = { attempts: 1, removeOnComplete: true, removeOnFail: true };
/** A job is never given up for having been there at crashes, and one that a crash left is found soon after its lock ends. */
const survivesCrashes = { maxStalledCount: 1_000, lockDuration: 30_000, stalledInterval: 5_000 };

export function bullmqJobs({ url, prefix, log, concurrency = 10 }: Needs): Jobs {
  const producer = connectRedis({ url, log }, 'jobs', failFast);
  const queue = lazyQueue(producer, prefix);
  const own = inProcessJobs({ log, concurrency });
  const waking = batches<EffectId>({
    send: async (ids) => (await queue.ready()).addBulk(ids.map(jobFor)),
    dropped: (ids) => {
      log.warn({ count: ids.length }, 'jobs not handed over, done by this process');
      own.wake(ids);
    },
    silent: () => reconnect(producer),
    batchSize: 500,
    mostWaiting: 10_000,
    withinMs: answerWithinMs,
  });
  let worker: ReturnType<typeof startWorker> | null = null;
  let closing: Promise<void> | null = null;

  async function close(withinMs: number): Promise<void> {
    waking.stop();
    await Promise.all([worker?.close(withinMs), own.close(withinMs)]);
    producer.disconnect();
  }

  return {
    wake: (ids) => waking.add(ids),
    work(handler) {
      worker ??= startWorker({ url, prefix, log, concurrency }, handler);
      own.work(handler);
    },
    close(withinMs) {
      closing ??= close(withinMs);
      return closing;
    },
    health: async () => ((await isUp(producer)) ? 'up' : 'down'),
  };
}

/** BullMQ takes a colon for a separator, and an id that waits or is worked on already is not added again. */
function jobFor(id: EffectId) {
  return { name: 'effect', data: { id }, opts: { ...once, jobId: `out-${encodeURIComponent(id)}` } };
}

/** A queue made while Redis is away fails for ever, so it is made at the first use with Redis there. */
function lazyQueue(connection: Redis, prefix: string) {
  let making: Promise<Queue<Woken>> | null = null;

  async function make(): Promise<Queue<Woken>> {
    if (connection.status !== 'ready') throw new Error('redis is away');
    const queue = new Queue<Woken>(queueName, { connection, prefix });
    queue.on('error', () => {});
    await queue.waitUntilReady();
    return queue;
  }

  return {
    ready(): Promise<Queue<Woken>> {
      making ??= make().catch((error: unknown) => {
        making = null;
        throw error;
      });
      return making;
    },
  };
}

function startWorker({ url, prefix, log, concurrency }: Required<Needs>, handler: (id: EffectId) => Promise<void>) {
  const connection = connectRedis({ url, log }, 'worker', patient);
  const running = new Set<Promise<void>>();
  const worker = new Worker<Woken>(
    queueName,
    async ({ data }) => {
      const job = workOn(handler, data.id, log).finally(() => running.delete(job));
      running.add(job);
      await job;
    },
    { connection, prefix, concurrency, ...survivesCrashes },
  );
  worker.on('error', () => {});

  /** Without Redis an orderly end never comes, and once begun it cannot be hurried: so ask Redis first. */
  async function close(withinMs: number): Promise<void> {
    const until = performance.now() + withinMs;
    if ((await within(isUp(connection), withinMs)) === true) {
      await settledWithin([worker.close()], until - performance.now());
    } else {
      await Promise.all([worker.close(true), settledWithin(running, until - performance.now())]);
    }
    connection.disconnect();
  }

  return { close };
}
