/** Signals in this process, through Redis and through Postgres do what a signal must do, and come back by themselves. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { inProcessSignal } from '../../adapters/queue/signal-in-process.ts';
import { postgresSignal } from '../../adapters/queue/signal-postgres.ts';
import { redisSignal } from '../../adapters/queue/signal-redis.ts';
import type { Signal } from '../../src/ports.ts';
import { keptLog } from './kept-log.ts';
import { ownRedis } from './own-redis.ts';
import { postgres, redis, redisServer } from './services.ts';
import { signalContract, untilHeard } from './signal.contract.ts';

function several(count: number, open: () => Signal): readonly Signal[] {
  return Array.from({ length: count }, open);
}

describe('in process', () => {
  signalContract((count) => several(count, () => inProcessSignal()), false);
});

describe.skipIf(!redis.here)('Redis', () => {
  signalContract((count) => {
    const prefix = `test-${randomUUID()}`;
    return several(count, () => redisSignal({ url: redis.url, prefix, log: keptLog() }));
  }, true);

  it.skipIf(!redisServer.here)(
    'tells this process at once while Redis is away, and the other again after it was absent, killed and frozen',
    async () => {
      const server = await ownRedis();
      const log = keptLog();
      const [here, there] = several(2, () => redisSignal({ url: server.url, prefix: 'test', log }));
      if (!here || !there) throw new Error('two of them');
      try {
        await tellsItselfAtOnce(here);
        await server.start();
        await untilHeard(here, there, 'after absence');
        await server.kill();
        await tellsItselfAtOnce(here);
        await server.start();
        await untilHeard(here, there, 'after kill');
        server.freeze();
        await tellsItselfAtOnce(here);
        for (let count = 0; count < 20_000; count += 1) here.raise(`e-${count}`);
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        await tellsItselfAtOnce(here);
        server.thaw();
        await untilHeard(here, there, 'after frost');
        expect(log.lines.length).toBeLessThan(50);
      } finally {
        await Promise.all([here.close(), there.close()]);
        server.thaw();
        await server.kill();
      }
    },
  );
});

describe.skipIf(!postgres.here)('Postgres', () => {
  signalContract((count) => {
    const channel = `test ${randomUUID()}`;
    return several(count, () => postgresSignal({ url: postgres.url, log: keptLog(), channel }));
  }, true);

  it('comes back by itself when the server ends its connection', async () => {
    const channel = `test ${randomUUID()}`;
    const url = new URL(postgres.url);
    url.searchParams.set('application_name', channel);
    const [here, there] = several(2, () => postgresSignal({ url: url.href, log: keptLog(), channel }));
    if (!here || !there) throw new Error('two of them');
    const admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    try {
      await untilHeard(here, there, 'before');
      const ended = await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen "' || $1 || '"%' or query like '%pg_notify%' and application_name = $1`,
        [channel],
      );
      expect(ended.rowCount).toBeGreaterThan(0);
      await tellsItselfAtOnce(here);
      await untilHeard(here, there, 'after');
    } finally {
      await Promise.all([here.close(), there.close(), admin.end()]);
    }
  });

  it('closes in time while the server is away', async () => {
    const signal = postgresSignal({ url: 'postgres://127.0.0.1:1/test', log: keptLog() });
    await tellsItselfAtOnce(signal);
    const start = performance.now();
    await signal.close();
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

async function tellsItselfAtOnce(signal: Signal): Promise<void> {
  const topic = `own ${randomUUID()}`;
  let heard = false;
  const stop = signal.listen((told) => {
    heard ||= told === topic;
  });
  signal.raise(topic);
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toBe(true);
  stop();
}
