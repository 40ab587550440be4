/** Sentences for one person's eyes. They are lost on reload, so that nothing depends on them. */

import { UnavailableError } from '../../src/ports.ts';
import { actions, type Element, message, plain, section } from './block-kit.ts';
import { isRefused } from './errors.ts';
import type { SlackParts } from './parts.ts';

type Told = Pick<SlackParts, 'web' | 'log'>;

export interface Ear {
  readonly channel: string;
  readonly user: string;
  readonly threadTs?: string;
}

/** Never fails: who is not told sees it on the message or the card. */
export async function whisperTo(
  { web, log }: Told,
  to: Ear,
  words: string,
  buttons: readonly Element[] = [],
): Promise<void> {
  const blocks = [section(plain(words)), ...(buttons.length > 0 ? [actions(buttons)] : [])];
  await quietly(log, () => web.whisper(to, message(words, blocks)));
}

/** The same as a direct message, for whoever pressed where there is no channel: on their Home tab. Never fails. */
export async function tellAlone({ web, log, newId }: Told & Pick<SlackParts, 'newId'>, user: string, words: string) {
  await quietly(log, () => web.tell(user, { ...message(words, [section(plain(words))]), id: `told.${newId()}` }));
}

async function quietly(log: Told['log'], say: () => Promise<unknown>): Promise<void> {
  try {
    await say();
  } catch (failure) {
    if (!isRefused(failure) && !(failure instanceof UnavailableError)) throw failure;
    log.warn({ code: failure.code }, 'somebody could not be told in Slack');
  }
}
