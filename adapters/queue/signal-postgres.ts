/**
 * Signals between processes by Postgres NOTIFY, for several processes without Redis. One connection of its own listens
 * and notifies; it comes back by itself. Listeners in this process hear at once. A notification is at most 8,000 bytes.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Log, Signal } from '../../src/ports.ts';
import { type Batches, batches } from './batches.ts';
import { inProcessSignal } from './signal-in-process.ts';
import { isSendable, packTopics, unpackTopics } from './topics.ts';
import { settledWithin } from './within.ts';

interface Needs {
  readonly url: string;
  readonly log: Log;
  /** Channel in the database; processes on the same one hear each other. */
  readonly channel?: string;
}

const answerWithinMs = 3_000;
const lookEveryMs = 10_000;
const restsMs = [100, 500, 1_000, 2_000, 5_000] as const;
/** Topics are at most 500 bytes each, so these fit into one notification. */
const batchSize = 15;

export function postgresSignal({ url, log, channel = 'indgang' }: Needs): Signal {
  const self = randomUUID();
  const local = inProcessSignal(log);
  const line = listeningLine({ url, log, channel }, (text) => {
    for (const topic of unpackTopics(self, text)) local.raise(topic);
  });
  const outward: Batches<string> = batches<string>({
    send: (topics) => line.query('select pg_notify($1, $2)', [channel, packTopics(self, topics)]),
    dropped: () => {},
    silent: () => line.hangUp(),
    batchSize,
    mostWaiting: 10_000,
    withinMs: answerWithinMs,
  });
  return {
    raise(topic) {
      local.raise(topic);
      if (isSendable(topic)) outward.add([topic]);
    },
    listen: local.listen,
    async close() {
      outward.stop();
      await line.close();
      await local.close();
    },
  };
}

interface Line {
  /** @throws when the line is down */
  query(text: string, values: readonly string[]): Promise<unknown>;
  /** Drops the connection; a new one is made. */
  hangUp(): void;
  close(): Promise<void>;
}

/** One connection that listens, made again whenever it is lost. */
function listeningLine({ url, log, channel }: Required<Needs>, heard: (text: string) => void): Line {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let failures = 0;
  let closed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'indgang signal',
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
      keepAlive: true,
    });
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    next.on('notification', ({ payload }) => heard(payload ?? ''));
    client = next;
    try {
      await next.connect();
      await next.query(`listen ${pg.escapeIdentifier(channel)}`);
      if (failures > 0) log.info({}, 'signals between processes are back');
      failures = 0;
    } catch {
      lost(next);
    }
  }

  function lost(which: pg.Client): void {
    if (client !== which) return;
    client = null;
    void which.end().catch(() => {});
    if (closed) return;
    if (failures === 0) log.warn({}, 'signals between processes are away');
    timer = setTimeout(() => void connect(), restsMs[Math.min(failures, restsMs.length - 1)]);
    failures += 1;
  }

  const looking = setInterval(() => {
    const current = client;
    current?.query('select 1').catch(() => lost(current));
  }, lookEveryMs).unref();

  void connect();
  return {
    async query(text, values) {
      if (client === null || failures > 0) throw new Error('the line is down');
      return client.query(text, [...values]);
    },
    hangUp() {
      if (client !== null) lost(client);
    },
    async close() {
      closed = true;
      clearInterval(looking);
      if (timer !== null) clearTimeout(timer);
      const last = client;
      client = null;
      if (last !== null) await settledWithin([last.end()], answerWithinMs);
    },
  };
}
