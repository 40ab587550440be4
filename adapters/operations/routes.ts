/**
 * What an operator's tools ask: is it alive, can it do its work, and how is it doing.
 */
import type { FastifyPluginAsync } from 'fastify';
import type { Clock, Jobs, Store } from '../../src/ports.ts';
import type { Metrics } from './metrics.ts';

export interface OperationsNeeds {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** When the sweep last ran through, in milliseconds since 1970, or null. */
  readonly lastSweep: () => number | null;
  /** False from the moment the process is asked to stop. */
  readonly accepting: () => boolean;
  /** Parts that are chosen by configuration; none of them is needed to be ready. */
  readonly parts: () => Readonly<Record<string, Dependency['state']>>;
}

/** `off` is not configured; it and a `down` that is not required leave the whole ready. */
interface Dependency {
  readonly state: 'up' | 'down' | 'on' | 'off';
  readonly required: boolean;
}

const answerWithinMs = 2_000;
const sweepWithinMs = 30_000;

/** `/health/live`, `/health/ready` and `/metrics`. */
export function operationsRoutes(needs: OperationsNeeds): FastifyPluginAsync {
  return async (app) => {
    app.get('/health/live', async () => ({ status: 'alive' }));
    app.get('/health/ready', async (_, reply) => {
      const dependencies = await look(needs);
      const ready = needs.accepting() && Object.values(dependencies).every(isFine);
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', dependencies });
    });
    app.get('/metrics', async (_, reply) => reply.type(needs.metrics.contentType).send(await needs.metrics.text()));
  };
}

async function look({ store, jobs, clock, lastSweep, parts }: OperationsNeeds): Promise<Record<string, Dependency>> {
  const [database, queue] = await Promise.all([answers(store.ping()), jobs.health()]);
  const swept = lastSweep();
  const sweeping = swept !== null && clock.now() - swept < sweepWithinMs;
  const chosen = Object.entries(parts()).map(([name, state]) => [name, { state, required: false }] as const);
  return {
    database: { state: database ? 'up' : 'down', required: true },
    sweeper: { state: sweeping ? 'up' : 'down', required: true },
    redis: { state: queue, required: false },
    ...Object.fromEntries(chosen),
  };
}

function isFine({ state, required }: Dependency): boolean {
  return !required || state === 'up';
}

async function answers(ping: Promise<void>): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    setTimeout(resolve, answerWithinMs, false).unref();
  });
  return Promise.race([ping.then(() => true).catch(() => false), late]);
}
