/** Conversations with one or a few people by name. */
import type { Channel } from './shapes.ts';
import { addChannel, type World } from './world.ts';

/** The app's own conversation with somebody, opened when it is not there. */
export function directMessageWith(world: World, user: string): Channel {
  return conversationOf(world, [user]);
}

/** The conversation of the app with exactly these. */
export function conversationOf(world: World, users: readonly string[]): Channel {
  const members = [...new Set([world.app.botUserId, ...users])];
  const kind = users.length === 1 ? 'im' : 'mpim';
  const open = [...world.channels.values()].find(
    (channel) =>
      channel.kind === kind &&
      channel.members.size === members.length &&
      members.every((id) => channel.members.has(id)),
  );
  return (
    open ??
    addChannel(world, { name: `mpdm-${members.join('--')}`.toLowerCase(), kind, members, creator: members[0] ?? '' })
  );
}
