/** Slack as the parts of the adapter use it: posts once, edits, whispers, tells; never into a shared channel. */
import { z } from 'zod';
import type { Memory } from '../../src/ports.ts';
import { type CallNeeds, type Calls, slackCalls } from './calls.ts';
import { isRefused } from './errors.ts';
import type { Post, Web } from './parts.ts';
import { poster, quiet } from './posts.ts';
import { sharedChannels } from './shared-channels.ts';

export interface SlackWeb extends Web {
  /** Slack says that something about the channel has changed. */
  forgetChannel(channel: string): void;
}

export function slackWeb(needs: CallNeeds & { readonly memory: Memory }): SlackWeb {
  const { memory, clock, log } = needs;
  const calls = slackCalls(needs);
  const shared = sharedChannels({ calls, clock, log });
  const postOnce = poster({ calls, memory, clock, log });
  const directOf = directChannels(calls);
  const post = async (message: Post) => {
    await shared.refuse(message.channel);
    return postOnce(message);
  };
  return {
    call: calls.call,
    post,
    forgetChannel: shared.forget,
    async edit({ channel, ts }, { text, blocks = [] }) {
      await shared.refuse(channel);
      await calls.call('chat.update', { channel, ts, text, blocks, link_names: false, parse: 'none' });
    },
    async whisper({ channel, user, threadTs }, { text, blocks }) {
      const said = { text, ...(blocks !== undefined && { blocks }), ...quiet };
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      try {
        await shared.refuse(channel);
        await calls.call('chat.postEphemeral', { channel, user, ...thread, ...said });
      } catch (error) {
        if (!isRefused(error, 'channel', 'person')) throw error;
        await calls.call('chat.postMessage', { channel: await directOf(user), ...said });
      }
    },
    tell: async (user, message) => post({ ...message, channel: await directOf(user) }),
  };
}

const Opened = z.object({ channel: z.object({ id: z.string() }) });

/** The channel of direct messages with each person; it never changes. */
function directChannels(calls: Pick<Calls, 'call'>): (user: string) => Promise<string> {
  const known = new Map<string, string>();
  return async (user) => {
    const before = known.get(user);
    if (before !== undefined) return before;
    const { channel } = Opened.parse(await calls.call('conversations.open', { users: user }));
    known.set(user, channel.id);
    return channel.id;
  };
}
