/**
 * Indgang as the operator runs it: a process of its own, on a port that stays the same from start to start.
 * Must not know what is inside it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const folder = join(import.meta.dirname, '../..');

export interface IndgangProcess {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  /** Starts it again after an end; resolves when the process exists, not when it is ready. */
  start(): void;
  /** @returns false when it ended before it was ready */
  ready(withinMs?: number): Promise<boolean>;
  /** Resolves when the kernel has taken it away. */
  kill(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly tookMs: number }>;
  /** Freezes or thaws it. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** What it has written so far, the newest 20,000 characters. */
  output(): string;
  /** The exit code, when it has ended. */
  exitCode(): number | null;
}

/**
 * @param env beside PATH the only environment it gets; PORT is set here
 * @param nodeOptions for `node`, before the script
 */
export async function indgang(
  env: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<IndgangProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const whole = { PATH: process.env.PATH ?? '', PORT: String(port), ...env };
  let child: ChildProcess | null = null;
  let written = '';
  const ended = () => child === null || child.exitCode !== null || child.signalCode !== null;

  return {
    url,
    env: whole,
    start() {
      if (!ended()) throw new Error('chaos: Indgang is running already');
      child = spawn(process.execPath, [...nodeOptions, 'src/main.ts'], { cwd: folder, env: whole, stdio: 'pipe' });
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (data: Buffer) => {
          written = (written + String(data)).slice(-20_000);
        });
      }
    },
    async ready(withinMs = 60_000) {
      const until = performance.now() + withinMs;
      while (performance.now() < until && !ended()) {
        if (await answersReady(url)) return true;
        await sleep(20);
      }
      return false;
    },
    async kill(signal) {
      const before = performance.now();
      if (child !== null && !ended()) {
        const exit = once(child, 'exit');
        child.kill(signal);
        await exit;
      }
      return { code: child?.exitCode ?? null, tookMs: performance.now() - before };
    },
    signal: (signal) => void child?.kill(signal),
    output: () => written,
    exitCode: () => child?.exitCode ?? null,
  };
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/**
 * A free port below the range from which the kernel takes the ports of outgoing connections: a client that tries again
 * and again must not take the port of the server it waits for.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
