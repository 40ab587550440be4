/** Sentences for one person's eyes. They are lost on reload, so that nothing depends on them. */

import { UnavailableError } from '../../src/ports.ts';
import { actions, type Element, message, plain, section } from './block-kit.ts';
import { isRefused } from './errors.ts';
import type { SlackParts } from './parts.ts';

export interface Ear {
  readonly channel: string;
  readonly user: string;
  readonly threadTs?: string;
}

/** Never fails: who is not told sees it on the message or the card. */
export async function whisperTo(
  { web, log }: Pick<SlackParts, 'web' | 'log'>,
  to: Ear,
  words: string,
  buttons: readonly Element[] = [],
): Promise<void> {
  const blocks = [section(plain(words)), ...(buttons.length > 0 ? [actions(buttons)] : [])];
  try {
    await web.whisper(to, message(words, blocks));
  } catch (failure) {
    if (!isRefused(failure) && !(failure instanceof UnavailableError)) throw failure;
    log.warn({ code: failure.code }, 'somebody could not be told in Slack');
  }
}
