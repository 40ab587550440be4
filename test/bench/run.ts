/**
 * `npm run bench`: figures beside their floors, measured in the same run, as one JSON object on the last line.
 * Progress goes to stderr. The other roles are the parts that it starts as processes of their own.
 */
import { availableParallelism, loadavg } from 'node:os';
import { ownFolder, ownPostgres } from '../chaos/own-services.ts';
import { postgres } from '../contract/services.ts';
import { measureAccept } from './accept.ts';
import { type ClassifierFigures, measureClassifier } from './classifier.ts';
import { overFloor } from './figures.ts';
import { floorServer } from './floor.ts';
import { drive } from './load.ts';
import { part, tell } from './part.ts';
import { bareMemoryServer, measureSockets, memoryServer, openSockets } from './sockets.ts';
import { hello, measureReady } from './start-up.ts';

const clients = 16;
const seconds = 10;
const idleSockets = 10_000;
const noPostgres = { reason: `nothing answers at ${new URL(postgres.url).host}` };

async function bench(): Promise<void> {
  const began = performance.now();
  const loadBefore = loadavg()[0];
  const ready = await step('time to ready', readyFigures);
  const classifier = await step('classifier', classifierFigures);
  const pglite = await step('messages on PGlite', () => measureAccept({ postgresUrl: null, clients, seconds }));
  const onPostgres = postgres.here
    ? await step('messages on Postgres', () => measureAccept({ postgresUrl: postgres.url, clients, seconds }))
    : null;
  const sockets = await step('idle sockets', socketFigures);
  const figures = {
    machine: { node: process.version, cores: availableParallelism(), loadBefore, loadAfter: loadavg()[0] },
    clients,
    accept: { pglite, postgres: onPostgres, ...(onPostgres === null ? noPostgres : {}) },
    sockets,
    classifier,
    ready,
    goals: {
      acceptP99OverFloor: {
        most: 2.5,
        pglite: pglite.closedLoop.acceptP99OverFloor,
        postgres: onPostgres?.closedLoop.acceptP99OverFloor ?? null,
      },
      kiBEachSocket: { most: 16, is: sockets.indgang.rssKiBEach },
      secondStartMs: { most: 3_000, is: ready.secondMs },
    },
    tookSeconds: Math.round((performance.now() - began) / 1000),
  };
  console.info(JSON.stringify(figures));
}

async function step<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  console.error(`bench: ${name} …`);
  const value = await work();
  console.error(`bench: ${name}: ${JSON.stringify(value)}`);
  return value;
}

async function readyFigures() {
  await using folder = await ownFolder({ fresh: true });
  const figures = await measureReady(folder.env);
  return { ...figures, secondOverFloor: overFloor(figures.secondMs, figures.floorMs) };
}

async function classifierFigures(): Promise<ClassifierFigures> {
  await using child = part('classifier', {});
  return await child.answer<ClassifierFigures>();
}

/** On Postgres when it is there: ten thousand conversations begin sooner, and no database is in the server's memory. */
async function socketFigures() {
  await using database = postgres.here ? await ownPostgres(postgres.url) : await ownFolder();
  await using server = part('memory-server', {}, database.env);
  const { url } = await server.answer<{ url: string }>();
  const ours = await measureSockets(server, { url, count: idleSockets, bare: false });
  await using bare = part('bare-server', {});
  const { url: bareUrl } = await bare.answer<{ url: string }>();
  const floor = await measureSockets(bare, { url: bareUrl, count: idleSockets, bare: true });
  return { indgang: ours, floor, rssOverFloor: overFloor(ours.rssKiBEach, floor.rssKiBEach) };
}

const roles: Readonly<Record<string, (settings: never) => unknown>> = {
  driver: async (settings) => tell(await drive(settings)),
  floor: floorServer,
  classifier: measureClassifier,
  hello,
  'memory-server': memoryServer,
  'bare-server': bareMemoryServer,
  'open-sockets': openSockets,
};

const [role, settings] = process.argv.slice(2);
await (role === undefined ? bench() : roles[role]?.(JSON.parse(settings ?? '{}') as never));
