/** chat.*: messages by the app, with every rule about text, blocks, metadata and threads. */
import { flagOf, isObject, jsonOf, neededText, textOf } from './arguments.ts';
import { checkedBlocks } from './blocks.ts';
import { directMessageWith } from './direct-messages.ts';
import { change, remove, write } from './messages.ts';
import type { Methods } from './method.ts';
import { fail } from './refusals.ts';
import type { Channel, Json, Message, Metadata } from './shapes.ts';
import { appIsIn, breach, channelSeen, messageIn, messageJson, notArchived, type World } from './world.ts';

const timestamp = /^\d{10}\.\d{6}$/;

/** What a message says, checked; `no_text` when it says nothing. */
export interface Content {
  readonly text: string;
  readonly blocks: Json[] | undefined;
  readonly attachments: Json[] | undefined;
}

export function contentOf(world: World, args: Json, where: string): Content {
  const text = textOf(args, 'text');
  const markdown = textOf(args, 'markdown_text');
  const given = jsonOf(args, 'blocks', 'invalid_blocks_format');
  const blocks = given === undefined ? undefined : checkedBlocks(given, () => shortId(world));
  const attachments = attachmentsOf(args, world);
  if (markdown !== undefined && (text !== undefined || blocks !== undefined)) return fail('markdown_text_conflict');
  if ((markdown ?? '').length > 12_000) return fail('msg_too_long');
  if (blocks !== undefined && blocks.length > 0 && text === undefined) breach(world, 'blocks-without-text', where);
  return { text: text ?? markdown ?? '', blocks, attachments };
}

function attachmentsOf(args: Json, world: World): Json[] | undefined {
  const given = jsonOf(args, 'attachments', 'invalid_attachments');
  if (given === undefined) return undefined;
  if (!Array.isArray(given) || !given.every(isObject)) return fail('invalid_attachments');
  if (given.length > 100) return fail('too_many_attachments');
  return given.map((attachment) =>
    attachment.blocks === undefined
      ? attachment
      : { ...attachment, blocks: checkedBlocks(attachment.blocks, () => shortId(world)) },
  );
}

/** As Slack makes ids for blocks and elements: five or so letters and digits. */
export function shortId(world: World): string {
  return Math.floor(world.random() * 60_466_176)
    .toString(36)
    .padStart(5, '0');
}

const saysNothing = ({ text, blocks, attachments }: Content) =>
  text === '' && (blocks ?? []).length === 0 && (attachments ?? []).length === 0;

/** One event type, and a payload whose values are plain or one level deep. */
function metadataOf(args: Json): Metadata | undefined {
  const given = jsonOf(args, 'metadata', 'invalid_metadata_format');
  if (given === undefined) return undefined;
  if (!isObject(given)) return fail('invalid_metadata_format');
  const { event_type, event_payload, ...more } = given;
  if (event_type === undefined && event_payload === undefined) return fail('invalid_metadata_format');
  if (typeof event_type !== 'string' || event_type === '' || event_type.length > 255) {
    return fail('invalid_metadata_schema');
  }
  if (!isObject(event_payload) || Object.keys(more).some((name) => name !== 'entities')) {
    return fail('invalid_metadata_schema');
  }
  if (depth(event_payload) > 2) return fail('invalid_metadata_schema');
  if (JSON.stringify(given).length > 16_000) return fail('metadata_too_large');
  return { event_type, event_payload };
}

function depth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}

/** Where the app may post: its channels, public ones with chat:write.public, and a person's direct messages. */
function postable(world: World, id: string): Channel {
  if (/^[UW]/.test(id)) return directMessageWith(world, personKnownToPost(world, id));
  const channel = channelSeen(world, id);
  if (channel.archived) return fail('is_archived');
  if (appIsIn(world, channel) || world.app.scopes.has('chat:write.public')) return channel;
  return fail('not_in_channel');
}

function personKnownToPost(world: World, id: string): string {
  return world.people.has(id) ? id : fail('channel_not_found');
}

/** The root of the thread that is meant: replies to replies, and to what is not there, are refused. */
function threadOf(channel: Channel, args: Json): string | null {
  const ts = textOf(args, 'thread_ts');
  if (ts === undefined) return null;
  if (!timestamp.test(ts)) return fail('invalid_thread_ts');
  const root = messageIn(channel, ts);
  if (root === undefined) return fail('thread_not_found');
  return root.threadTs === null || root.threadTs === ts ? ts : fail('cannot_reply_to_message');
}

function postMessage(world: World, args: Json): Json {
  const channel = postable(world, neededText(args, 'channel'));
  const content = contentOf(world, args, 'chat.postMessage');
  if (saysNothing(content)) return fail('no_text');
  const metadata = metadataOf(args) ?? null;
  const threadTs = threadOf(channel, args);
  if (textOf(args, 'username') !== undefined && !world.app.scopes.has('chat:write.customize')) {
    return fail('missing_scope', { needed: 'chat:write.customize', provided: [...world.app.scopes].join(',') });
  }
  const { blocks = [], attachments = [], text } = content;
  const message = write(world, channel, {
    user: world.app.botUserId,
    byApp: true,
    text,
    blocks,
    attachments,
    metadata,
    threadTs,
    broadcast: threadTs !== null && flagOf(args, 'reply_broadcast'),
    username: textOf(args, 'username') ?? null,
  });
  return { channel: channel.id, ts: message.ts, message: messageJson(world, channel, message, true) };
}

/** A message that the app wrote itself. */
function own(world: World, args: Json, notOwn: string): { channel: Channel; message: Message } {
  const channel = notArchived(channelSeen(world, neededText(args, 'channel')));
  const ts = neededText(args, 'ts');
  const message = messageIn(channel, ts);
  if (message === undefined || message.subtype === 'tombstone') return fail('message_not_found');
  return message.byApp ? { channel, message } : fail(notOwn);
}

function update(world: World, args: Json): Json {
  const { channel, message } = own(world, args, 'cant_update_message');
  if ((textOf(args, 'text') ?? '').length > 4000) return fail('msg_too_long');
  const content = contentOf(world, args, 'chat.update');
  const metadata = metadataOf(args);
  if (saysNothing(content) && metadata === undefined) return fail('no_text');
  change(
    world,
    channel,
    message,
    {
      ...(content.text !== '' && { text: content.text }),
      ...(content.blocks !== undefined && { blocks: content.blocks }),
      ...(content.attachments !== undefined && { attachments: content.attachments }),
      ...(metadata !== undefined && { metadata }),
    },
    world.app.botUserId,
  );
  const text = message.text;
  return { channel: channel.id, ts: message.ts, text, message: messageJson(world, channel, message, true) };
}

function postEphemeral(world: World, args: Json): Json {
  const channel = postable(world, neededText(args, 'channel'));
  const user = neededText(args, 'user');
  if (!world.people.has(user) || !channel.members.has(user)) return fail('user_not_in_channel');
  const content = contentOf(world, args, 'chat.postEphemeral');
  if (saysNothing(content)) return fail('no_text');
  const threadTs = threadOf(channel, args);
  const ts = world.nextTs();
  const { text, blocks = [] } = content;
  world.ephemerals.push({ ts, channel: channel.id, user, threadTs, text, blocks });
  world.changed();
  return { message_ts: ts };
}

const mayWrite = ['chat:write'] as const;

export const chatMethods: Methods = {
  'chat.postMessage': { tier: 'post', scopes: mayWrite, needs: ['channel'], run: postMessage },
  'chat.update': { tier: 3, scopes: mayWrite, needs: ['channel', 'ts'], run: update },
  'chat.delete': {
    tier: 3,
    scopes: mayWrite,
    needs: ['channel', 'ts'],
    run(world, args) {
      const { channel, message } = own(world, args, 'cant_delete_message');
      remove(world, channel, message);
      return { channel: channel.id, ts: message.ts };
    },
  },
  'chat.postEphemeral': { tier: 4, scopes: mayWrite, needs: ['channel', 'user'], run: postEphemeral },
  'chat.getPermalink': {
    tier: 'special',
    needs: ['channel', 'message_ts'],
    formOnly: true,
    run(world, args) {
      const channel = channelSeen(world, neededText(args, 'channel'));
      const ts = neededText(args, 'message_ts');
      if (messageIn(channel, ts) === undefined) return fail('message_not_found');
      const permalink = `https://${world.team.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`;
      return { channel: channel.id, permalink };
    },
  },
};
