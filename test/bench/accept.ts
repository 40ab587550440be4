/** Messages accepted on one database, beside the floor of the same database in the same run. */
import { join } from 'node:path';
import { indgang } from '../chaos/indgang-process.ts';
import { type OwnDatabase, ownFolder, ownPostgres } from '../chaos/own-services.ts';
import { overFloor } from './figures.ts';
import type { FloorSettings } from './floor.ts';
import type { LoadFigures, LoadSettings } from './load.ts';
import { part } from './part.ts';

export interface AcceptFigures {
  readonly closedLoop: Beside;
  readonly at100PerSecond: Beside;
}

export interface Beside extends LoadFigures {
  readonly floor: LoadFigures;
  readonly acceptP50OverFloor: number | null;
  readonly acceptP99OverFloor: number | null;
}

export interface AcceptSettings {
  /** A server to make a database on, or null for PGlite. */
  readonly postgresUrl: string | null;
  readonly clients: number;
  readonly seconds: number;
}

type Loads = readonly [closed: LoadFigures, open: LoadFigures];

export async function measureAccept(settings: AcceptSettings): Promise<AcceptFigures> {
  await using database = settings.postgresUrl === null ? await ownFolder() : await ownPostgres(settings.postgresUrl);
  const [closed, open] = await onIndgang(database, settings);
  await using empty = settings.postgresUrl === null ? await ownFolder() : await ownPostgres(settings.postgresUrl);
  const [closedFloor, openFloor] = await onFloor(empty, settings);
  return { closedLoop: beside(closed, closedFloor), at100PerSecond: beside(open, openFloor) };
}

function beside(figures: LoadFigures, floor: LoadFigures): Beside {
  return {
    ...figures,
    floor,
    acceptP50OverFloor: overFloor(figures.acknowledged.p50, floor.acknowledged.p50),
    acceptP99OverFloor: overFloor(figures.acknowledged.p99, floor.acknowledged.p99),
  };
}

async function onIndgang({ env }: OwnDatabase, settings: AcceptSettings): Promise<Loads> {
  const server = await indgang(env);
  server.start();
  try {
    if (!(await server.ready())) throw new Error(`bench: Indgang did not start:\n${server.output()}`);
    return await both('indgang', server.url, settings);
  } finally {
    await server.kill('SIGKILL');
  }
}

async function onFloor({ env }: OwnDatabase, settings: AcceptSettings): Promise<Loads> {
  const { DATABASE_URL: databaseUrl = null, DATA_DIR: folder = '' } = env;
  await using floor = part('floor', { databaseUrl, folder: join(folder, 'floor') } satisfies FloorSettings);
  const { url } = await floor.answer<{ url: string }>();
  return await both('floor', url, settings);
}

async function both(target: LoadSettings['target'], url: string, settings: AcceptSettings): Promise<Loads> {
  const { clients, seconds } = settings;
  const drive = async (perSecond: number | null): Promise<LoadFigures> => {
    await using driver = part('driver', { target, url, clients, seconds, perSecond } satisfies LoadSettings);
    return await driver.answer<LoadFigures>();
  };
  return [await drive(null), await drive(100)];
}
