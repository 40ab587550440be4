/** conversations.*: channels made, named, filled, read and closed. */
import { flagOf, idsOf, neededText, textOf } from './arguments.ts';
import { conversationOf } from './direct-messages.ts';
import { archive, enter, exit, rename, write } from './messages.ts';
import type { Methods } from './method.ts';
import { page } from './paging.ts';
import { fail, failArguments } from './refusals.ts';
import type { Channel, Json, Message } from './shapes.ts';
import {
  addChannel,
  channelJoined,
  channelJson,
  channelOpen,
  channelSeen,
  messageIn,
  messageJson,
  notArchived,
  repliesTo,
  type World,
} from './world.ts';

/** A name that a channel may have; Danish letters are written out in real life and refused here. */
export function checkedName(world: World, name: string | undefined): string {
  if (name === undefined || name.trim() === '') return fail('invalid_name_required');
  if (name.length > 80) return fail('invalid_name_maxlength');
  if (/^[-_.\s!?,;:]+$/.test(name)) return fail('invalid_name_punctuation');
  if (!/^[a-z0-9_-]+$/.test(name)) return fail('invalid_name_specials');
  const taken = [...world.channels.values()].some((channel) => channel.name === name);
  return taken ? fail('name_taken') : name;
}

function create(world: World, args: Json): Json {
  const name = checkedName(world, textOf(args, 'name'));
  const kind = flagOf(args, 'is_private') ? 'private' : 'public';
  const needed = kind === 'private' ? 'groups:write' : 'channels:manage';
  if (!world.app.scopes.has(needed)) {
    return fail('missing_scope', { needed, provided: [...world.app.scopes].join(',') });
  }
  const { botUserId } = world.app;
  const channel = addChannel(world, { name, kind, members: [], creator: botUserId });
  const made = { id: channel.id, name, created: channel.created, creator: botUserId };
  if (kind === 'public') world.emit({ type: 'channel_created', channel: made, event_ts: world.nextTs() }, null);
  enter(world, channel, botUserId, null);
  return { channel: channelJson(world, channel) };
}

/** Renaming is for the one who made the channel, and for administrators, which the app never is. */
function renameByApp(world: World, args: Json): Json {
  const channel = channelOpen(world, neededText(args, 'channel'));
  if (channel.kind === 'im' || channel.kind === 'mpim') return fail('method_not_supported_for_channel_type');
  if (channel.creator !== world.app.botUserId) return fail('not_authorized');
  const name = textOf(args, 'name');
  if (name !== channel.name) rename(world, channel, checkedName(world, name));
  return { channel: channelJson(world, channel) };
}

/** Why somebody cannot be invited; null when they can. */
export function whyNotInvited(world: World, channel: Channel, id: string, inviter: string): string | null {
  const person = world.people.get(id);
  if (person === undefined || person.deactivated) return 'user_not_found';
  if (id === inviter) return 'cant_invite_self';
  if (channel.members.has(id)) return 'already_in_channel';
  if (person.team !== world.team.id && !channel.shared) return 'cant_invite';
  const elsewhere = [...world.channels.values()].some(
    (other) => other.members.has(id) && !other.archived && (other.kind === 'public' || other.kind === 'private'),
  );
  return person.guest === 'single' && elsewhere ? 'ura_max_channels' : null;
}

function invite(world: World, args: Json): Json {
  const channel = channelOpen(world, neededText(args, 'channel'));
  if (channel.kind === 'im' || channel.kind === 'mpim') return fail('method_not_supported_for_channel_type');
  const users = idsOf(args, 'users');
  if (users.length === 0) return fail('no_user');
  if (users.length > 100) return fail('too_many_users');
  const { botUserId } = world.app;
  const errors = users.flatMap((user) => {
    const error = whyNotInvited(world, channel, user, botUserId);
    return error === null ? [] : [{ user, ok: false, error }];
  });
  const refused = new Set(errors.map(({ user }) => user));
  const welcome = users.filter((user) => !refused.has(user));
  if (errors.length > 0 && (!flagOf(args, 'force') || welcome.length === 0)) {
    return fail(errors[0]?.error ?? 'cant_invite', { errors });
  }
  for (const user of welcome) enter(world, channel, user, botUserId);
  return { channel: channelJson(world, channel), ...(errors.length > 0 && { errors }) };
}

function kick(world: World, args: Json): Json {
  const channel = channelOpen(world, neededText(args, 'channel'));
  const user = neededText(args, 'user');
  if (!world.people.has(user)) return fail('user_not_found');
  if (user === world.app.botUserId) return fail('cant_kick_self');
  if (channel.general) return fail('cant_kick_from_general');
  if (channel.kind === 'im' || channel.kind === 'mpim') return fail('method_not_supported_for_channel_type');
  if (!channel.members.has(user)) return fail('not_in_channel');
  exit(world, channel, user);
  return {};
}

function archiveByApp(world: World, args: Json): Json {
  const channel = channelSeen(world, neededText(args, 'channel'));
  if (channel.archived) return fail('already_archived');
  if (channel.general) return fail('cant_archive_general');
  if (channel.kind === 'im' || channel.kind === 'mpim') return fail('method_not_supported_for_channel_type');
  channelJoined(world, channel.id);
  archive(world, channel, world.app.botUserId);
  return {};
}

/** Topic and purpose leave a line in the channel, as a person's change would. */
function describe(world: World, args: Json, which: 'topic' | 'purpose'): Json {
  const channel = channelOpen(world, neededText(args, 'channel'));
  const value = typeof args[which] === 'string' ? args[which] : failArguments(`missing required field: ${which}`);
  if (value.length > 250) return fail('too_long');
  channel[which] = value;
  const kind = channel.kind === 'private' ? 'group' : 'channel';
  const user = world.app.botUserId;
  write(world, channel, { user, byApp: true, text: `set the channel ${which}: ${value}`, subtype: `${kind}_${which}` });
  return { channel: channelJson(world, channel) };
}

function between(messages: readonly Message[], args: Json): Message[] {
  const stamp = (name: string) => {
    const text = textOf(args, name);
    if (text !== undefined && !/^\d+(\.\d+)?$/.test(text)) return fail(`invalid_ts_${name}`);
    return text === undefined ? undefined : microseconds(text);
  };
  const oldest = stamp('oldest') ?? -1;
  const latest = stamp('latest') ?? Number.MAX_SAFE_INTEGER;
  const inclusive = flagOf(args, 'inclusive');
  return messages.filter(({ ts }) => {
    const at = microseconds(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function microseconds(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** Newest first, without the replies that were not sent to the channel too. */
function history(world: World, args: Json): Json {
  const channel = channelJoined(world, neededText(args, 'channel'));
  const shown = channel.messages.filter((message) => message.threadTs === null || message.broadcast);
  const { items, hasMore, response_metadata } = page(between(shown, args).reverse(), args, 999);
  return {
    messages: jsonOfAll(world, channel, items, args),
    has_more: hasMore,
    pin_count: channel.pins.length,
    response_metadata,
  };
}

/** The root first, then the replies, oldest first; on every page the root. */
function replies(world: World, args: Json): Json {
  const channel = channelJoined(world, neededText(args, 'channel'));
  const asked = neededText(args, 'ts');
  if (!/^\d+\.\d+$/.test(asked)) return fail('invalid_ts');
  const found = messageIn(channel, asked);
  if (found === undefined) return fail('thread_not_found');
  const root = found.threadTs === null ? found : (messageIn(channel, found.threadTs) ?? found);
  const { items, hasMore, response_metadata } = page(between(repliesTo(channel, root.ts), args), args, 999);
  return { messages: jsonOfAll(world, channel, [root, ...items], args), has_more: hasMore, response_metadata };
}

function jsonOfAll(world: World, channel: Channel, messages: readonly Message[], args: Json): Json[] {
  const withMetadata = flagOf(args, 'include_all_metadata');
  return messages.map((message) => messageJson(world, channel, message, withMetadata));
}

const kindsByType: Readonly<Record<string, Channel['kind']>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

function list(world: World, args: Json): Json {
  const types = (textOf(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
  const kinds = types.map((type) => kindsByType[type] ?? fail('invalid_types'));
  const seen = [...world.channels.values()].filter(
    (channel) =>
      kinds.includes(channel.kind) &&
      (channel.kind === 'public' || channel.members.has(world.app.botUserId)) &&
      !(channel.archived && flagOf(args, 'exclude_archived')),
  );
  const { items, response_metadata } = page(seen, args, 1000);
  return { channels: items.map((channel) => channelJson(world, channel)), response_metadata };
}

function open(world: World, args: Json): Json {
  const given = textOf(args, 'channel');
  const users = idsOf(args, 'users');
  if (given === undefined && users.length === 0) return fail('users_list_not_supplied');
  if (users.length > 8) return fail('too_many_users');
  for (const user of users) if (!world.people.has(user)) return fail('user_not_found');
  const channel = given === undefined ? conversationOf(world, users) : channelSeen(world, given);
  return { channel: flagOf(args, 'return_im') ? channelJson(world, channel) : { id: channel.id } };
}

function join(world: World, args: Json): Json {
  const channel = channelSeen(world, neededText(args, 'channel'));
  if (channel.kind !== 'public') return fail('method_not_supported_for_channel_type');
  notArchived(channel);
  if (!channel.members.has(world.app.botUserId)) enter(world, channel, world.app.botUserId, null);
  return { channel: channelJson(world, channel) };
}

function leave(world: World, args: Json): Json {
  const channel = notArchived(channelSeen(world, neededText(args, 'channel')));
  if (channel.general) return fail('cant_leave_general');
  if (!channel.members.has(world.app.botUserId)) return { not_in_channel: true };
  exit(world, channel, world.app.botUserId);
  return {};
}

const needsChannel = ['channel'] as const;
const read = ['{kind}:read'] as const;
const readMessages = ['{kind}:history'] as const;
const manage = ['{kind}:write'] as const;

export const conversationMethods: Methods = {
  'conversations.create': { tier: 2, scopes: ['channels:manage', 'groups:write'], run: create },
  'conversations.rename': { tier: 2, scopes: manage, needs: ['channel', 'name'], run: renameByApp },
  'conversations.invite': {
    tier: 3,
    scopes: [...manage, '{kind}:write.invites'],
    needs: ['channel', 'users'],
    run: invite,
  },
  'conversations.kick': { tier: 3, scopes: manage, needs: ['channel', 'user'], run: kick },
  'conversations.archive': { tier: 2, scopes: manage, needs: needsChannel, run: archiveByApp },
  'conversations.unarchive': {
    tier: 2,
    scopes: manage,
    needs: needsChannel,
    run(world, args) {
      const channel = channelSeen(world, neededText(args, 'channel'));
      return fail(channel.archived ? 'not_in_channel' : 'not_archived');
    },
  },
  'conversations.setTopic': {
    tier: 2,
    scopes: [...manage, '{kind}:write.topic'],
    needs: needsChannel,
    run: (world, args) => describe(world, args, 'topic'),
  },
  'conversations.setPurpose': {
    tier: 2,
    scopes: [...manage, '{kind}:write.topic'],
    needs: needsChannel,
    run: (world, args) => describe(world, args, 'purpose'),
  },
  'conversations.info': {
    tier: 3,
    scopes: read,
    needs: needsChannel,
    formOnly: true,
    run(world, args) {
      const channel = channelSeen(world, neededText(args, 'channel'));
      const count = flagOf(args, 'include_num_members') ? { num_members: channel.members.size } : {};
      return { channel: { ...channelJson(world, channel), ...count } };
    },
  },
  'conversations.members': {
    tier: 4,
    scopes: read,
    needs: needsChannel,
    formOnly: true,
    run(world, args) {
      const channel = channelSeen(world, neededText(args, 'channel'));
      const { items, response_metadata } = page([...channel.members], args, 1000);
      return { members: items, response_metadata };
    },
  },
  'conversations.list': {
    tier: 2,
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    formOnly: true,
    run: list,
  },
  'conversations.history': { tier: 3, scopes: readMessages, needs: needsChannel, run: history },
  'conversations.replies': {
    tier: 3,
    scopes: readMessages,
    needs: ['channel', 'ts'],
    formOnly: true,
    run: replies,
  },
  'conversations.open': { tier: 3, scopes: ['im:write', 'mpim:write'], run: open },
  'conversations.join': { tier: 3, scopes: ['channels:join'], needs: needsChannel, run: join },
  'conversations.leave': { tier: 3, scopes: manage, needs: needsChannel, run: leave },
};
