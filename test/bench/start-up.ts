/** From `node src/main.ts` to ready, the first time and later; beside Node with an empty Fastify. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, indgang } from '../chaos/indgang-process.ts';

export interface ReadyFigures {
  /** With an empty data folder: makes the database and trains the model. */
  readonly firstMs: number;
  readonly secondMs: number;
  readonly floorMs: number;
}

const times = 3;

export async function measureReady(env: Readonly<Record<string, string>>): Promise<ReadyFigures> {
  const firstMs = await readyOnce(env);
  const second: number[] = [];
  const floor: number[] = [];
  for (let time = 0; time < times; time++) {
    second.push(await readyOnce(env));
    floor.push(await helloOnce());
  }
  return { firstMs, secondMs: middle(second), floorMs: middle(floor) };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function readyOnce(env: Readonly<Record<string, string>>): Promise<number> {
  const server = await indgang(env);
  const began = performance.now();
  server.start();
  const ready = await server.ready();
  const tookMs = Math.round(performance.now() - began);
  await server.kill('SIGTERM');
  if (!ready) throw new Error(`bench: Indgang did not start:\n${server.output()}`);
  return tookMs;
}

async function helloOnce(): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const script = join(import.meta.dirname, 'run.ts');
  const child = spawn(process.execPath, [script, 'hello', JSON.stringify({ port })], { stdio: 'ignore' });
  while (!(await answers(`http://127.0.0.1:${port}/`))) await sleep(20);
  const tookMs = Math.round(performance.now() - began);
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  return tookMs;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
