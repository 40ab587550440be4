/** Messages written, changed and removed, whoever does it; each tells those who may see the channel. */

import type { Channel, ChannelKind, Json, Message, SlackEvent } from './shapes.ts';
import { breach, messageIn, messageJson, repliesTo, type World } from './world.ts';

const channelTypes = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } satisfies Record<
  ChannelKind,
  string
>;

export interface Written {
  readonly user: string;
  readonly byApp: boolean;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly metadata?: Message['metadata'];
  readonly threadTs?: string | null;
  readonly broadcast?: boolean;
  readonly username?: string | null;
  readonly files?: readonly Json[];
  readonly subtype?: string | null;
}

export function write(world: World, channel: Channel, written: Written): Message {
  const message: Message = {
    ts: world.nextTs(),
    user: written.user,
    byApp: written.byApp,
    text: written.text.slice(0, 40_000),
    blocks: written.blocks ?? [],
    attachments: written.attachments ?? [],
    metadata: written.metadata ?? null,
    threadTs: written.threadTs ?? null,
    broadcast: written.broadcast ?? false,
    subtype: written.subtype ?? subtypeOf(written),
    edited: null,
    username: written.username ?? null,
    files: written.files ?? [],
    reactions: new Map(),
  };
  noteDouble(world, channel, message);
  putIn(channel, message);
  tell(world, channel, { ...messageJson(world, channel, message, true), ...rootOf(world, channel, message) });
  if (!message.byApp) mention(world, channel, message);
  world.changed();
  return message;
}

function subtypeOf({ broadcast, files, username }: Written): string | null {
  if (broadcast === true) return 'thread_broadcast';
  if ((files ?? []).length > 0) return 'file_share';
  return (username ?? null) === null ? null : 'bot_message';
}

function rootOf(world: World, channel: Channel, message: Message): Json {
  const root = message.broadcast && message.threadTs !== null ? messageIn(channel, message.threadTs) : undefined;
  return root === undefined ? {} : { root: messageJson(world, channel, root) };
}

function noteDouble(world: World, channel: Channel, message: Message): void {
  const earlier = remember(world, channel, message);
  if (earlier === undefined || earlier === message || messageIn(channel, earlier.ts) !== earlier) return;
  if (world.doubleOf(earlier) !== world.doubleOf(message)) return;
  breach(world, 'doubled-message', `${channel.id}: ${message.ts} says again ${earlier.ts}`);
}

/** Notes what the app says there; the answer said it before. */
function remember(world: World, channel: Channel, message: Message): Message | undefined {
  const same = message.byApp ? world.doubleOf(message) : null;
  if (same === null) return undefined;
  const key = `${channel.id} ${message.threadTs} ${same}`;
  const earlier = world.saidOnce.get(key);
  world.saidOnce.set(key, message);
  return earlier;
}

function putIn(channel: Channel, message: Message): void {
  channel.messages.push(message);
  channel.byTs.set(message.ts, message);
  if (message.threadTs === null) return;
  const others = channel.replies.get(message.threadTs);
  if (others === undefined) channel.replies.set(message.threadTs, [message]);
  else others.push(message);
}

/** Takes a message away without a word to anybody. */
export function takeOut(channel: Channel, message: Message): void {
  channel.messages.splice(channel.messages.indexOf(message), 1);
  channel.byTs.delete(message.ts);
  const siblings = channel.replies.get(message.threadTs ?? '') ?? [];
  if (siblings.includes(message)) siblings.splice(siblings.indexOf(message), 1);
}

function tell(world: World, channel: Channel, message: Json): void {
  const event: SlackEvent = { event_ts: message.ts, ...message, type: 'message', channel: channel.id };
  world.emit({ ...event, channel_type: channelTypes[channel.kind] }, channel);
}

function mention(world: World, channel: Channel, message: Message): void {
  if (channel.kind === 'im' || !message.text.includes(`<@${world.app.botUserId}>`)) return;
  const { user, text, ts } = messageJson(world, channel, message);
  world.emit({ type: 'app_mention', user, text, ts, channel: channel.id, event_ts: message.ts }, channel);
}

export interface Change {
  readonly text?: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly metadata?: Message['metadata'];
}

/** @param by who changed it; null leaves no mark of editing */
export function change(world: World, channel: Channel, message: Message, changed: Change, by: string | null): void {
  const before = messageJson(world, channel, message, true);
  message.text = changed.text ?? message.text;
  message.blocks = changed.blocks ?? message.blocks;
  message.attachments = changed.attachments ?? message.attachments;
  if (changed.metadata !== undefined) {
    message.metadata = changed.metadata;
    remember(world, channel, message);
  }
  const ts = world.nextTs();
  if (by !== null) message.edited = { user: by, ts };
  tellChanged(world, channel, message, before, ts);
}

function tellChanged(world: World, channel: Channel, message: Message, before: Json, ts: string): void {
  const after = messageJson(world, channel, message, true);
  const event = { subtype: 'message_changed', hidden: true, message: after, previous_message: before, ts };
  tell(world, channel, { ...event, event_ts: ts });
  world.changed();
}

/** A message with replies leaves a tombstone, so that its thread stays. */
export function remove(world: World, channel: Channel, message: Message): void {
  const before = messageJson(world, channel, message, true);
  channel.pins.splice(0, channel.pins.length, ...channel.pins.filter((pin) => pin.ts !== message.ts));
  const ts = world.nextTs();
  if (repliesTo(channel, message.ts).length > 0) {
    Object.assign(message, { text: 'This message was deleted.', blocks: [], attachments: [], metadata: null });
    message.subtype = 'tombstone';
    tellChanged(world, channel, message, before, ts);
    return;
  }
  takeOut(channel, message);
  const event = { subtype: 'message_deleted', hidden: true, deleted_ts: message.ts, previous_message: before, ts };
  tell(world, channel, { ...event, event_ts: ts });
  world.changed();
}

/** Somebody comes into a channel; `inviter` is null when they joined by themselves. */
export function enter(world: World, channel: Channel, user: string, inviter: string | null): void {
  channel.members.add(user);
  if (channel.kind === 'im') return;
  const joined: SlackEvent = { type: 'member_joined_channel', user, channel: channel.id, team: world.team.id };
  const channel_type = channel.kind === 'public' ? 'C' : 'G';
  world.emit({ ...joined, channel_type, ...(inviter !== null && { inviter }), event_ts: world.nextTs() }, channel);
  if (user === world.app.botUserId && channel.kind !== 'mpim') ownArrival(world, channel);
  world.changed();
}

function ownArrival(world: World, channel: Channel): void {
  const type = channel.kind === 'public' ? 'channel_joined' : 'group_joined';
  world.emit({ type, channel: { id: channel.id, name: channel.name }, event_ts: world.nextTs() }, channel);
}

/** Somebody goes or is put out; the one who goes is told too. */
export function exit(world: World, channel: Channel, user: string): void {
  const left: SlackEvent = { type: 'member_left_channel', user, channel: channel.id, team: world.team.id };
  world.emit({ ...left, channel_type: channel.kind === 'public' ? 'C' : 'G', event_ts: world.nextTs() }, channel);
  if (user === world.app.botUserId) {
    const type = channel.kind === 'public' ? 'channel_left' : 'group_left';
    world.emit({ type, channel: channel.id, event_ts: world.nextTs() }, channel);
  }
  channel.members.delete(user);
  world.changed();
}

/** Closes a channel for good: everybody is told, and the app is out afterwards. */
export function archive(world: World, channel: Channel, user: string): void {
  const type = channel.kind === 'public' ? 'channel_archive' : 'group_archive';
  world.emit({ type, channel: channel.id, user, is_moved: 0, event_ts: world.nextTs() }, channel);
  channel.archived = true;
  channel.appWasIn = channel.members.has(world.app.botUserId);
  channel.members.delete(world.app.botUserId);
  world.changed();
}

export function rename(world: World, channel: Channel, name: string): void {
  channel.name = name;
  const type = channel.kind === 'public' ? 'channel_rename' : 'group_rename';
  const renamed = { id: channel.id, name, created: channel.created };
  world.emit({ type, channel: renamed, event_ts: world.nextTs() }, channel);
  world.changed();
}
