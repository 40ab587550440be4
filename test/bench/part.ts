/** Parts of the bench that run in a process of their own, so that what is measured has a core to itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Part extends AsyncDisposable {
  /** The next message it sends. @throws Error when it ends instead */
  answer<Value>(): Promise<Value>;
  /** Asks something and waits for the answer. */
  ask<Value>(question: string): Promise<Value>;
}

const script = join(import.meta.dirname, 'run.ts');
/** As many files as this machine lets a process have: each socket is one. */
const manyFiles = 'ulimit -n 65536 2>/dev/null || ulimit -n "$(ulimit -Hn)"; exec "$@"';

/**
 * Starts `run.ts` in another role.
 *
 * @param settings what the role takes, see there
 */
export function part(role: string, settings: object, env: Readonly<Record<string, string>> = {}): Part {
  const call = [process.execPath, '--expose-gc', script, role, JSON.stringify(settings)];
  const child = spawn('sh', ['-c', manyFiles, 'sh', ...call], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  const answer = <Value>(): Promise<Value> => nextMessage(child, role);
  return {
    answer,
    ask(question) {
      child.send(question);
      return answer();
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

function nextMessage<Value>(child: ChildProcess, role: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`bench: ${role} ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Value);
    });
  });
}

/** For a role: tells the one who started it. */
export function tell(message: object): void {
  process.send?.(message);
}

/** For a role: answers questions until it is ended. */
export function whenAsked(answers: Readonly<Record<string, () => Promise<object>>>): void {
  process.on('message', (question) => {
    const answer = answers[String(question)];
    if (answer !== undefined) void answer().then(tell);
  });
}
