/** Sends one message at a time, in order, each until the server has it or says no. */
import type { Unsent } from '../page-state.ts';
import type { LinkKeeper } from './link-keeper.ts';
import { pause, waitMs } from './patience.ts';
import { AwayError, deliver, RefusedError } from './server.ts';

interface Needs {
  readonly keeper: LinkKeeper;
  /** The oldest message that should be sent. */
  readonly next: () => Unsent | undefined;
  readonly ended: (clientId: string, delivery: 'sent' | 'failed') => void;
  readonly away: () => void;
}

export interface Sender {
  /** Sends what `next` names until there is nothing left. */
  readonly send: () => void;
  /** The net may be back: try at once. */
  readonly hurry: () => void;
}

export function sender({ keeper, next, ended, away }: Needs): Sender {
  const rest = pause();
  let busy = false;

  const tryOne = async (unsent: Unsent): Promise<'sent' | 'failed' | AwayError> => {
    try {
      await keeper.use((link) => deliver(link, unsent));
      return 'sent';
    } catch (error) {
      if (error instanceof AwayError) return error;
      if (error instanceof RefusedError) return 'failed';
      throw error;
    }
  };

  const sendAll = async (): Promise<void> => {
    let failures = 0;
    for (let one = next(); one; one = next()) {
      const result = await tryOne(one);
      if (result === 'sent' || result === 'failed') {
        failures = 0;
        ended(one.clientId, result);
        continue;
      }
      failures += 1;
      if (failures > 1) away();
      await rest.wait(Math.max(result.waitMs, waitMs(failures, Math.random())));
    }
  };

  return {
    send: () => {
      if (busy) return;
      busy = true;
      void sendAll().finally(() => {
        busy = false;
      });
    },
    hurry: rest.wake,
  };
}
