/** The floor: what a durable message costs with nothing of ours around it. A socket's text, one insert, the text back. */
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { serve } from './bare-server.ts';

export interface FloorSettings {
  readonly databaseUrl: string | null;
  readonly folder: string;
}

/** One statement, committed. */
type Insert = (body: string) => Promise<unknown>;

const table = 'create table floor (id bigint generated always as identity primary key, body text not null)';
const insert = 'insert into floor (body) values ($1)';

/** Echoes every message after it is stored; tells its address. */
export async function floorServer({ databaseUrl, folder }: FloorSettings): Promise<void> {
  const store = databaseUrl === null ? await pgliteInsert(folder) : await postgresInsert(databaseUrl);
  serve(async (socket, text) => {
    await store(text);
    socket.send(text);
  });
}

async function pgliteInsert(folder: string): Promise<Insert> {
  const pglite = await PGlite.create({ dataDir: folder, relaxedDurability: false });
  await pglite.query(table);
  return (body) => pglite.query(insert, [body]);
}

async function postgresInsert(url: string): Promise<Insert> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  await pool.query(table);
  return (body) => pool.query(insert, [body]);
}
