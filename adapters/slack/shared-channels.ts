/**
 * Whether a channel is shared with another organisation. Nothing personal is written there; what we cannot read
 * counts as shared.
 */
import { z } from 'zod';
import type { Instant } from '../../src/domain/words.ts';
import type { Clock, Log } from '../../src/ports.ts';
import type { Calls } from './calls.ts';
import { SlackRefusedError } from './errors.ts';

export interface SharedChannels {
  /** @throws SlackRefusedError `externally_shared` */
  refuse(channel: string): Promise<void>;
  /** Slack says that something about the channel has changed. */
  forget(channel: string): void;
}

const keepMs = 60_000;
/** Direct messages are not shared channels; who is in them is known. */
const direct = /^D/;

const Info = z.object({
  channel: z.object({ is_ext_shared: z.boolean(), is_org_shared: z.boolean(), is_pending_ext_shared: z.boolean() }),
});

export function sharedChannels(needs: {
  readonly calls: Pick<Calls, 'call'>;
  readonly clock: Clock;
  readonly log: Log;
}): SharedChannels {
  const known = new Map<string, { readonly shared: boolean; readonly at: Instant }>();

  async function look(channel: string): Promise<boolean> {
    const answer = Info.safeParse(await needs.calls.call('conversations.info', { channel }));
    const marks = answer.success ? Object.values(answer.data.channel) : [true];
    const shared = marks.includes(true);
    known.set(channel, { shared, at: needs.clock.now() });
    return shared;
  }

  return {
    async refuse(channel) {
      if (direct.test(channel)) return;
      const seen = known.get(channel);
      const fresh = seen !== undefined && Math.abs(needs.clock.now() - seen.at) < keepMs;
      const shared = fresh ? seen.shared : await look(channel);
      if (!shared) return;
      needs.log.error({ channel }, 'slack channel is shared with another organisation, nothing is written there');
      throw new SlackRefusedError('conversations.info', 'externally_shared');
    },
    forget(channel) {
      known.delete(channel);
    },
  };
}
