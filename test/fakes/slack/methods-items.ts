/** reactions.*, pins.* and bookmarks.*: what is put on messages and channels. */
import { neededText, textOf } from './arguments.ts';
import type { Methods } from './method.ts';
import { fail } from './refusals.ts';
import type { Bookmark, Channel, EventType, Json, Message } from './shapes.ts';
import { channelJoined, channelOpen, channelSeen, messageIn, messageJson, type World } from './world.ts';

function reacted(world: World, channel: Channel, message: Message, user: string, name: string, type: EventType): void {
  const item = { type: 'message', channel: channel.id, ts: message.ts };
  world.emit({ type, user, reaction: name, item_user: message.user, item, event_ts: world.nextTs() }, channel);
  world.changed();
}

/** Puts a reaction on a message, by the app or a person. */
export function addReaction(world: World, channel: Channel, message: Message, user: string, name: string): void {
  const users = message.reactions.get(name) ?? new Set();
  if (users.has(user)) fail('already_reacted');
  if (message.reactions.size >= 23 && !message.reactions.has(name)) fail('too_many_emoji');
  message.reactions.set(name, users.add(user));
  reacted(world, channel, message, user, name, 'reaction_added');
}

export function removeReaction(world: World, channel: Channel, message: Message, user: string, name: string): void {
  const users = message.reactions.get(name);
  if (users?.delete(user) !== true) return void fail('no_reaction');
  if (users.size === 0) message.reactions.delete(name);
  reacted(world, channel, message, user, name, 'reaction_removed');
}

/** A reaction's name is an emoji's, without colons. */
function reactionIn(args: Json): string {
  const name = neededText(args, 'name');
  return /^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name) ? name : fail('invalid_name');
}

function messageMeant(channel: Channel, args: Json): Message {
  const ts = textOf(args, 'timestamp') ?? fail('no_item_specified');
  if (!/^\d{10}\.\d{6}$/.test(ts)) return fail('bad_timestamp');
  return messageIn(channel, ts) ?? fail('message_not_found');
}

function react(how: typeof addReaction) {
  return (world: World, args: Json): Json => {
    const channel = channelOpen(world, neededText(args, 'channel'));
    const name = reactionIn(args);
    how(world, channel, messageMeant(channel, args), world.app.botUserId, name);
    return {};
  };
}

function pin(world: World, args: Json): Json {
  const channel = channelOpen(world, neededText(args, 'channel'));
  const message = messageMeant(channel, args);
  if (channel.pins.some(({ ts }) => ts === message.ts)) return fail('already_pinned');
  if (channel.pins.length >= 100) return fail('too_many_pins');
  const at = Math.floor(world.clock.now() / 1000);
  channel.pins.push({ ts: message.ts, by: world.app.botUserId, at });
  tellPinned(world, channel, message, 'pin_added');
  return {};
}

function unpin(world: World, args: Json): Json {
  const channel = channelOpen(world, neededText(args, 'channel'));
  const message = messageMeant(channel, args);
  const index = channel.pins.findIndex(({ ts }) => ts === message.ts);
  if (index < 0) return fail('no_pin');
  channel.pins.splice(index, 1);
  tellPinned(world, channel, message, 'pin_removed');
  return {};
}

function tellPinned(world: World, channel: Channel, message: Message, type: EventType): void {
  const item = { type: 'message', channel: channel.id, message: messageJson(world, channel, message) };
  const event = { type, user: world.app.botUserId, channel_id: channel.id, item, event_ts: world.nextTs() };
  world.emit(event, channel);
  world.changed();
}

function listPins(world: World, args: Json): Json {
  const channel = channelJoined(world, neededText(args, 'channel'));
  const items = channel.pins.flatMap((pinned) => {
    const message = messageIn(channel, pinned.ts);
    const base = { type: 'message', channel: channel.id, created: pinned.at, created_by: pinned.by };
    return message === undefined ? [] : [{ ...base, message: messageJson(world, channel, message) }];
  });
  return { items };
}

function bookmarkJson(channel: Channel, bookmark: Bookmark): Json {
  const { id, title, link, emoji, created } = bookmark;
  return { id, channel_id: channel.id, title, link, emoji, type: 'link', date_created: created, icon_url: null };
}

function bookmarked(world: World, args: Json): Channel {
  return channelOpen(world, neededText(args, 'channel_id'));
}

function checkedLink(link: string | undefined): string {
  return link !== undefined && /^(https?|mailto|tel|slack):\S+$/.test(link) ? link : fail('invalid_link');
}

function addBookmark(world: World, args: Json): Json {
  const channel = bookmarked(world, args);
  if (neededText(args, 'type') !== 'link') return fail('invalid_bookmark_type');
  if (channel.bookmarks.length >= 100) return fail('too_many_bookmarks');
  const bookmark: Bookmark = {
    id: world.nextId('Bk'),
    title: neededText(args, 'title'),
    link: checkedLink(textOf(args, 'link')),
    emoji: textOf(args, 'emoji') ?? null,
    created: Math.floor(world.clock.now() / 1000),
  };
  channel.bookmarks.push(bookmark);
  world.changed();
  return { bookmark: bookmarkJson(channel, bookmark) };
}

function bookmarkMeant(channel: Channel, args: Json): Bookmark {
  const id = neededText(args, 'bookmark_id');
  return channel.bookmarks.find((bookmark) => bookmark.id === id) ?? fail('not_found');
}

function editBookmark(world: World, args: Json): Json {
  const channel = bookmarked(world, args);
  const bookmark = bookmarkMeant(channel, args);
  const link = textOf(args, 'link');
  bookmark.title = textOf(args, 'title') ?? bookmark.title;
  if (link !== undefined) bookmark.link = checkedLink(link);
  bookmark.emoji = textOf(args, 'emoji') ?? bookmark.emoji;
  world.changed();
  return { bookmark: bookmarkJson(channel, bookmark) };
}

function removeBookmark(world: World, args: Json): Json {
  const channel = bookmarked(world, args);
  channel.bookmarks.splice(channel.bookmarks.indexOf(bookmarkMeant(channel, args)), 1);
  world.changed();
  return {};
}

const onMessage = ['channel', 'timestamp'] as const;
const named = ['channel', 'timestamp', 'name'] as const;

export const itemMethods: Methods = {
  'reactions.add': { tier: 3, scopes: ['reactions:write'], needs: named, run: react(addReaction) },
  'reactions.remove': { tier: 2, scopes: ['reactions:write'], needs: named, run: react(removeReaction) },
  'reactions.get': {
    tier: 3,
    scopes: ['reactions:read'],
    needs: onMessage,
    formOnly: true,
    run(world, args) {
      const channel = channelJoined(world, neededText(args, 'channel'));
      const message = messageMeant(channel, args);
      return { type: 'message', channel: channel.id, message: messageJson(world, channel, message) };
    },
  },
  'pins.add': { tier: 2, scopes: ['pins:write'], needs: onMessage, run: pin },
  'pins.remove': { tier: 2, scopes: ['pins:write'], needs: onMessage, run: unpin },
  'pins.list': { tier: 2, scopes: ['pins:read'], needs: ['channel'], formOnly: true, run: listPins },
  'bookmarks.add': {
    tier: 2,
    scopes: ['bookmarks:write'],
    needs: ['channel_id', 'title', 'type'],
    run: addBookmark,
  },
  'bookmarks.edit': { tier: 2, scopes: ['bookmarks:write'], needs: ['channel_id', 'bookmark_id'], run: editBookmark },
  'bookmarks.remove': {
    tier: 2,
    scopes: ['bookmarks:write'],
    needs: ['channel_id', 'bookmark_id'],
    run: removeBookmark,
  },
  'bookmarks.list': {
    tier: 3,
    scopes: ['bookmarks:read'],
    needs: ['channel_id'],
    run(world, args) {
      const channel = channelSeen(world, neededText(args, 'channel_id'));
      return { bookmarks: channel.bookmarks.map((bookmark) => bookmarkJson(channel, bookmark)) };
    },
  },
};
