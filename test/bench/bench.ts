/** The order of the measurements, and how they are told. */
import { availableParallelism, loadavg } from 'node:os';
import { ownFolder, ownPostgres } from '../chaos/own-services.ts';
import { postgres } from '../contract/services.ts';
import { measureAccept } from './accept.ts';
import type { ClassifierFigures } from './classifier.ts';
import { overFloor } from './figures.ts';
import { part } from './part.ts';
import type { SlackFigures } from './slack.ts';
import { measureSockets } from './sockets.ts';
import { measureReady } from './start-up.ts';

const clients = 16;
const seconds = 10;
const idleSockets = 10_000;
const noPostgres = { reason: `nothing answers at ${new URL(postgres.url).host}` };

/** Prints the figures on stdout, as one line; progress on stderr. */
export async function bench(): Promise<void> {
  const began = performance.now();
  const loadBefore = loadavg()[0];
  const ready = await step('time to ready', readyFigures);
  const classifier = await step('classifier', classifierFigures);
  const pglite = await step('messages on PGlite', () => measureAccept({ postgresUrl: null, clients, seconds }));
  const onPostgres = postgres.here
    ? await step('messages on Postgres', () => measureAccept({ postgresUrl: postgres.url, clients, seconds }))
    : null;
  const slack = await step('Slack', slackFigures);
  const sockets = await step('idle sockets', socketFigures);
  const figures = {
    machine: { node: process.version, cores: availableParallelism(), loadBefore, loadAfter: loadavg()[0] },
    clients,
    accept: { pglite, postgres: onPostgres, ...(onPostgres === null ? noPostgres : {}) },
    slack,
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

async function slackFigures(): Promise<SlackFigures> {
  await using child = part('slack', {});
  return await child.answer<SlackFigures>();
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
