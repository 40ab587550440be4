/** Real services the contracts run against: where they are, whether they answer, and what must be there. */
import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';

const postgresUrl = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/test';
const redisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

export const postgres = { url: postgresUrl, here: await found('Postgres', postgresUrl, 5432) };
export const redis = { url: redisUrl, here: await found('Redis', redisUrl, 6379) };
/** Whether tests can start a Redis of their own. */
const program = 'redis-server';
export const redisServer = { program, here: spawnSync(program, ['--version']).status === 0 };
if (!redisServer.here && process.env.REQUIRE_ALL) throw new Error('contract: redis-server is missing');

async function found(name: string, url: string, usualPort: number): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const here = await answers(hostname, Number(port || usualPort));
  if (!here && process.env.REQUIRE_ALL)
    throw new Error(`contract: ${name} is missing at ${hostname}:${port || usualPort}`);
  return here;
}

/** Whether something accepts connections there within a second. */
export function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const say = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => say(true));
    socket.once('error', () => say(false));
    socket.once('timeout', () => say(false));
  });
}
