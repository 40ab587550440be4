/**
 * A connection to Redis that looks after itself: comes back when Redis does, notices when Redis has frozen, and logs
 * once when it is lost and once when it is back. The address holds a password and is never logged.
 */
import { Redis, type RedisOptions } from 'ioredis';
import type { Log } from '../../src/ports.ts';
import { within } from './within.ts';

export interface RedisNeeds {
  readonly url: string;
  readonly log: Log;
}

const longestRestMs = 2_000;
export const answerWithinMs = 2_000;

/** For commands nobody may wait for: they fail at once while Redis is away. */
export const failFast: RedisOptions = { enableOfflineQueue: false, maxRetriesPerRequest: 1 };
/** For a worker: its commands wait until Redis is there. */
export const patient: RedisOptions = { maxRetriesPerRequest: null };

const always: RedisOptions = {
  connectTimeout: answerWithinMs,
  keepAlive: 5_000,
  retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), longestRestMs),
  reconnectOnError: (error) => error.message.startsWith('READONLY'),
};

/** @param purpose names the connection in the log and to Redis */
export function connectRedis({ url, log }: RedisNeeds, purpose: string, options: RedisOptions): Redis {
  const redis = new Redis(url, { ...always, ...options, replyMapping: 'legacy' });
  let lost = false;
  redis.on('error', (error: Error & { readonly code?: string }) => {
    if (!lost) log.warn({ redis: purpose, code: error.code ?? error.name }, 'redis is away');
    lost = true;
  });
  redis.on('ready', () => {
    if (lost) log.info({ redis: purpose }, 'redis is back');
    lost = false;
  });
  return redis;
}

/** Whether Redis answers now, and in time. Never throws. */
export async function isUp(redis: Redis): Promise<boolean> {
  if (redis.status !== 'ready') return false;
  const answer = redis.ping().then(
    () => true,
    () => false,
  );
  return (await within(answer, answerWithinMs)) === true;
}

/** Gives up a connection that does not answer, and makes a new one. */
export function reconnect(redis: Redis): void {
  redis.disconnect(true);
}
