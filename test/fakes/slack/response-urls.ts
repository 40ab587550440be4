/** response_url: answers to what somebody did, five within half an hour, also where the app is no member. */
import { flagOf, isObject, textOf } from './arguments.ts';
import { change, remove, write } from './messages.ts';
import { type Content, contentOf } from './methods-chat.ts';
import { fail, SlackError } from './refusals.ts';
import type { Channel, Ephemeral, Json, Message } from './shapes.ts';
import { breach, messageIn, type ResponseUrl, type World } from './world.ts';

const mostUses = 5;
const livesMs = 30 * 60_000;

export function newResponseUrl(world: World, channel: Channel, user: string, ts: string | null): string {
  const id = `${world.nextId('R')}${Math.floor(world.random() * 1e9).toString(36)}`;
  world.responseUrls.set(id, { channel: channel.id, user, ts, at: world.clock.now(), uses: 0 });
  return `${world.address}/response/${id}`;
}

export interface UrlAnswer {
  readonly status: number;
  readonly body: Json;
}

export function useResponseUrl(world: World, id: string, args: unknown): UrlAnswer {
  const url = world.responseUrls.get(id);
  const refused = url === undefined ? 'no_such_url' : whyRefused(world, url);
  if (url === undefined || refused !== null) {
    breach(world, 'wrong-response-url-use', refused ?? '');
    return { status: 404, body: { ok: false, error: refused } };
  }
  url.uses += 1;
  try {
    applyAnswer(world, url, isObject(args) ? args : fail('invalid_payload'));
    return { status: 200, body: { ok: true } };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { status: 400, body: { ok: false, error: error.code, ...error.more } };
  }
}

function whyRefused(world: World, url: ResponseUrl): string | null {
  if (world.clock.now() - url.at > livesMs) return 'expired_url';
  return url.uses >= mostUses ? 'used_url' : null;
}

/** What an app says about what somebody did: instead of the message they touched, or beside it. */
export function applyAnswer(world: World, url: ResponseUrl, args: Json): void {
  const channel = world.channels.get(url.channel) ?? fail('channel_not_found');
  if (flagOf(args, 'delete_original')) {
    drop(world, channel, url);
    return;
  }
  const content = contentOf(world, args, 'response_url');
  if (content.text === '' && (content.blocks ?? []).length === 0) fail('no_text');
  if (channel.archived) fail('is_archived');
  if (flagOf(args, 'replace_original') && url.ts !== null) {
    replace(world, channel, url, content);
    return;
  }
  const threadTs = textOf(args, 'thread_ts') ?? null;
  const { text, blocks = [] } = content;
  if (textOf(args, 'response_type') === 'in_channel') {
    write(world, channel, { user: world.app.botUserId, byApp: true, text, blocks, threadTs });
    return;
  }
  const ts = world.nextTs();
  world.ephemerals.push({ ts, channel: channel.id, user: url.user, threadTs, text, blocks });
  world.changed();
}

function original(world: World, channel: Channel, url: ResponseUrl): { ordinary?: Message; ephemeral?: Ephemeral } {
  const ephemeral = world.ephemerals.find(({ ts, user }) => ts === url.ts && user === url.user);
  if (ephemeral !== undefined) return { ephemeral };
  return { ordinary: messageIn(channel, url.ts ?? '') ?? fail('message_not_found') };
}

function replace(world: World, channel: Channel, url: ResponseUrl, { text, blocks, attachments = [] }: Content): void {
  const { ephemeral, ordinary } = original(world, channel, url);
  if (ephemeral !== undefined) {
    Object.assign(ephemeral, { text, blocks: blocks ?? [] });
    world.changed();
  }
  if (ordinary !== undefined) change(world, channel, ordinary, { text, blocks: blocks ?? [], attachments }, null);
}

function drop(world: World, channel: Channel, url: ResponseUrl): void {
  const { ephemeral, ordinary } = original(world, channel, url);
  if (ephemeral !== undefined) {
    world.ephemerals.splice(world.ephemerals.indexOf(ephemeral), 1);
    world.changed();
  }
  if (ordinary !== undefined) remove(world, channel, ordinary);
}
