/** Slack's events as what we listen to: messages people write, edit and delete; who comes and goes; what changes. */
import { z } from 'zod';
import type { Arrival } from './happening.ts';
import type { Happening, HappeningOf } from './parts.ts';

interface Reading {
  readonly maskCpr: (text: string) => string;
  readonly team: string;
}

type Event = Readonly<Record<string, unknown>> & { readonly type: string };

const changes: Readonly<Record<string, HappeningOf<'channel_changed'>['change']>> = {
  channel_archive: 'archived',
  group_archive: 'archived',
  channel_unarchive: 'unarchived',
  group_unarchive: 'unarchived',
  channel_rename: 'renamed',
  group_rename: 'renamed',
  channel_shared: 'shared',
  channel_deleted: 'deleted',
  group_deleted: 'deleted',
};

/** @param eventId the key of what has no better one */
export function eventArrival(event: Event, reading: Reading, eventId: string): Arrival | null {
  if (event.type === 'message') return messageArrival(event, reading);
  const happening = otherHappening(event);
  return happening === null ? null : { key: `event.${eventId}`, line: lineOf(happening), happening };
}

function lineOf(happening: Happening): string {
  if ('channel' in happening) return happening.channel;
  return 'user' in happening ? happening.user : happening.kind;
}

const Membership = z.object({ channel: z.string(), user: z.string() });
const HomeOpened = z.object({ user: z.string(), tab: z.literal('home') });
const UserChanged = z.object({ user: z.object({ id: z.string() }) });
const ChannelChanged = z.object({
  channel: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
});

function otherHappening(event: Event): Happening | null {
  switch (event.type) {
    case 'member_joined_channel':
      return orNull(Membership, event, ({ channel, user }) => ({ kind: 'joined', channel, user }));
    case 'member_left_channel':
      return orNull(Membership, event, ({ channel, user }) => ({ kind: 'left', channel, user }));
    case 'app_home_opened':
      return orNull(HomeOpened, event, ({ user }) => ({ kind: 'home_opened', user }));
    case 'user_change':
      return orNull(UserChanged, event, ({ user }) => ({ kind: 'user_changed', user: user.id }));
    case 'tokens_revoked':
    case 'app_uninstalled':
      return { kind: 'token_revoked' };
    default: {
      const change = changes[event.type];
      if (change === undefined) return null;
      return orNull(ChannelChanged, event, ({ channel }) => ({ kind: 'channel_changed', channel, change }));
    }
  }
}

function orNull<Shape>(shape: z.ZodType<Shape>, event: unknown, to: (shape: Shape) => Happening): Happening | null {
  const parsed = shape.safeParse(event);
  return parsed.success ? to(parsed.data) : null;
}

// ---------------------------------------------------------------------------------------------------------------
// Messages

/** Who wrote it, and whether an app did. Timestamps are text and stay so. */
const written = {
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  text: z.string().default(''),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  app_id: z.string().nullish(),
  team: z.string().nullish(),
  user_team: z.string().nullish(),
  edited: z.object({ ts: z.string() }).nullish(),
  files: z.array(z.unknown()).default([]),
};
export const Written = z.object(written);
export type Written = z.infer<typeof Written>;

const NewMessage = z.object({ ...written, channel: z.string() });
const Changed = z.object({
  subtype: z.literal('message_changed'),
  channel: z.string(),
  message: Written,
  previous_message: Written.partial().optional(),
});
const Deleted = z.object({
  subtype: z.literal('message_deleted'),
  channel: z.string(),
  deleted_ts: z.string(),
  previous_message: Written.partial().optional(),
});

/** What people write; the rest is Slack's own news. */
const bySomebody: readonly (string | undefined)[] = [undefined, 'thread_broadcast', 'file_share', 'me_message'];

function messageArrival(event: Event, reading: Reading): Arrival | null {
  const changed = Changed.safeParse(event);
  if (changed.success) {
    const { channel, message, previous_message: before } = changed.data;
    if (message.subtype === 'tombstone') return deletedArrival(channel, message.ts, message.thread_ts);
    // Slack's own previews and counts change a message too; what was said is the same.
    return before?.text === message.text ? null : editedArrival(channel, message, reading);
  }
  const deleted = Deleted.safeParse(event);
  if (deleted.success) {
    const { channel, deleted_ts: ts, previous_message: before } = deleted.data;
    return deletedArrival(channel, ts, before?.thread_ts);
  }
  const message = NewMessage.safeParse(event);
  return message.success ? writtenArrival(message.data.channel, message.data, reading) : null;
}

function deletedArrival(channel: string, ts: string, threadTs: string | undefined): Arrival {
  const place = { channel, ts };
  return {
    key: `deleted.${channel}.${ts}`,
    line: threadLine(channel, threadTs ?? ts),
    happening: { kind: 'deleted', place, threadTs: threadTs ?? null },
  };
}

/** Also for what is read again after an outage: the same message has the same key. */
export function writtenArrival(channel: string, message: Written, reading: Reading): Arrival | null {
  const { ts, thread_ts: threadTs, user, files } = message;
  if (user === undefined || !bySomebody.includes(message.subtype) || isNotOurs(message, reading)) return null;
  const text = reading.maskCpr(message.text);
  return {
    key: `message.${channel}.${ts}`,
    line: threadLine(channel, threadTs ?? ts),
    happening: {
      kind: 'message',
      place: { channel, ts },
      threadTs: threadTs === undefined || threadTs === ts ? null : threadTs,
      user,
      text,
      hadCpr: text !== message.text,
      files: files.length,
      broadcast: message.subtype === 'thread_broadcast',
    },
  };
}

export function editedArrival(channel: string, message: Written, reading: Reading): Arrival | null {
  const { ts, thread_ts: threadTs, user, edited, files } = message;
  if (user === undefined || isNotOurs(message, reading)) return null;
  const text = reading.maskCpr(message.text);
  return {
    key: `edited.${channel}.${ts}.${edited?.ts ?? '0'}`,
    line: threadLine(channel, threadTs ?? ts),
    happening: {
      kind: 'edited',
      place: { channel, ts },
      threadTs: threadTs === undefined || threadTs === ts ? null : threadTs,
      user,
      text,
      hadCpr: text !== message.text,
      files: files.length,
      broadcast: message.subtype === 'thread_broadcast',
      ...(edited != null && { editedTs: edited.ts }),
    },
  };
}

/** An app wrote it (we did, mostly), or somebody from another organisation. */
function isNotOurs(message: Written, { team }: Reading): boolean {
  const { bot_id: bot, app_id: app, user_team: userTeam } = message;
  if (typeof bot === 'string' || typeof app === 'string') return true;
  return [message.team, userTeam].some((theirs) => typeof theirs === 'string' && theirs !== team);
}

const threadLine = (channel: string, root: string): string => `${channel}/${root}`;
