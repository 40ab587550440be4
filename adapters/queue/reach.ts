/** Whether a Redis server lets us in, for `npm run doctor`; nothing is kept there. */
import { Redis } from 'ioredis';
import { answerWithinMs, failFast } from './redis-connection.ts';

/** @returns null when it answers, otherwise why not: Redis's or the system's own code */
export async function reachRedis(url: string): Promise<string | null> {
  let why = 'timeout';
  const redis = new Redis(url, {
    ...failFast,
    lazyConnect: true,
    connectTimeout: answerWithinMs,
    commandTimeout: answerWithinMs,
    retryStrategy: () => null,
    replyMapping: 'legacy',
  });
  redis.on('error', (error: Error & { readonly code?: string }) => {
    why = error.code ?? error.message.split(' ')[0] ?? why;
  });
  try {
    await redis.connect();
    await redis.ping();
    return null;
  } catch {
    return why;
  } finally {
    redis.disconnect();
  }
}
