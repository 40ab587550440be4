/**
 * Signals between processes by Redis pub/sub. Listeners in this process hear at once, with or without Redis; what is
 * raised while Redis is away reaches this process alone. Messages are topics and never a person's words.
 */
import { randomUUID } from 'node:crypto';
import type { Log, Signal } from '../../src/ports.ts';
import { batches } from './batches.ts';
import { answerWithinMs, connectRedis, failFast, isUp, reconnect } from './redis-connection.ts';
import { inProcessSignal } from './signal-in-process.ts';
import { isSendable, packTopics, unpackTopics } from './topics.ts';

interface Needs {
  readonly url: string;
  readonly prefix: string;
  readonly log: Log;
}

const lookEveryMs = 10_000;

export function redisSignal({ url, prefix, log }: Needs): Signal {
  const self = randomUUID();
  const channel = `${prefix}:signal`;
  const local = inProcessSignal(log);
  const publisher = connectRedis({ url, log }, 'signal', failFast);
  const subscriber = connectRedis({ url, log }, 'signals', { ...failFast, autoResubscribe: false });
  const outward = batches<string>({
    send: (topics) => publisher.publish(channel, packTopics(self, topics)),
    dropped: () => {},
    silent: () => reconnect(publisher),
    batchSize: 1_000,
    mostWaiting: 10_000,
    withinMs: answerWithinMs,
  });

  subscriber.on('ready', () => void subscriber.subscribe(channel).catch(() => {}));
  subscriber.on('message', (_, text) => {
    for (const topic of unpackTopics(self, text)) local.raise(topic);
  });
  const looking = setInterval(() => void look(), lookEveryMs).unref();
  async function look(): Promise<void> {
    if (subscriber.status === 'ready' && !(await isUp(subscriber))) reconnect(subscriber);
  }

  return {
    raise(topic) {
      local.raise(topic);
      if (isSendable(topic)) outward.add([topic]);
    },
    listen: local.listen,
    async close() {
      clearInterval(looking);
      outward.stop();
      publisher.disconnect();
      subscriber.disconnect();
      await local.close();
    },
  };
}
