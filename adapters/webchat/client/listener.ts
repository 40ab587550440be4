/** Listens to the conversation, and comes back from where it stopped whenever the line breaks. */
import type { PageMessage } from '../page-state.ts';
import type { LinkKeeper } from './link-keeper.ts';
import { pause, waitMs } from './patience.ts';
import { AwayError, RefusedError } from './server.ts';
import { type Line, openStream } from './stream.ts';

/** A line that lived this long was a good one: the next try comes at once. */
const goodAfterMs = 5_000;

interface Needs {
  readonly keeper: LinkKeeper;
  readonly arrived: (messages: readonly PageMessage[]) => void;
  readonly opened: () => void;
  readonly away: () => void;
}

export interface Listener {
  readonly listen: () => void;
  /** The net may be back: try at once. */
  readonly hurry: () => void;
  /** The line may be dead without knowing it: take a new one. */
  readonly renew: () => void;
}

export function listener({ keeper, arrived, opened, away }: Needs): Listener {
  const rest = pause();
  let listening = false;
  let line: Line | null = null;

  /** @returns how long the line lived, in milliseconds */
  const listenOnce = async (): Promise<number> => {
    let openedAt = Number.POSITIVE_INFINITY;
    line = openStream(await keeper.streamUrl(), {
      opened: () => {
        openedAt = performance.now();
        opened();
      },
      frame: ({ messages, watermark }) => {
        if (messages.length > 0) arrived(messages);
        if (watermark !== null) keeper.reached(watermark);
      },
    });
    await line.ended;
    line = null;
    return Math.max(0, performance.now() - openedAt);
  };

  const lived = (): Promise<number> =>
    listenOnce().catch((error: unknown) => {
      if (error instanceof AwayError || error instanceof RefusedError) return 0;
      throw error;
    });

  const listenOn = async (): Promise<never> => {
    for (let failures = 0; ; ) {
      failures = (await lived()) >= goodAfterMs ? 1 : failures + 1;
      if (failures > 1) away();
      await rest.wait(waitMs(failures, Math.random()));
    }
  };

  return {
    listen: () => {
      if (listening) return;
      listening = true;
      void listenOn();
    },
    hurry: rest.wake,
    renew: () => {
      line?.end();
      rest.wake();
    },
  };
}
