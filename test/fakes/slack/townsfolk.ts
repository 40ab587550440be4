/** What people do in Slack besides touching the app: write, react, come and go, change channels and themselves. */

import { directMessageWith } from './direct-messages.ts';
import { archive, change, enter, exit, remove, rename, takeOut, write } from './messages.ts';
import { checkedName, whyNotInvited } from './methods-conversations.ts';
import { fileJson } from './methods-files.ts';
import { addReaction, removeReaction } from './methods-items.ts';
import { cannot, SlackError } from './refusals.ts';
import type { Channel, Json, Message, Person, SharedFile, SlackEvent } from './shapes.ts';
import { viewJson } from './views.ts';
import { messageIn, personJson, type World } from './world.ts';

export interface Post {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly threadTs?: string;
  /** Also sent to the channel. */
  readonly broadcast?: boolean;
  readonly files?: readonly { readonly name: string; readonly bytes?: Buffer }[];
}

interface OnMessage {
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
}

/** Text as Slack passes on what was typed: &, < and > escaped, addresses in brackets; mentions stay as they are. */
function asPassedOn(typed: string): string {
  const mentions = /(<[@#!][^>]+>|<(?:https?|mailto|tel):[^>]+>)/;
  return typed
    .split(mentions)
    .map((part, index) => (index % 2 === 1 ? part : linked(escaped(part))))
    .join('');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const linked = (text: string) =>
  text
    .replaceAll(/https?:\/\/[^\s<>]+[^\s<>.,;:!?)]/g, '<$&>')
    .replaceAll(/(?<![\w.+/-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<mailto:$&|$&>');

export function townsfolk(world: World, mayAct: () => void) {
  const acting = (user: string, channelId: string): { person: Person; channel: Channel } => {
    mayAct();
    const person = world.people.get(user) ?? cannot(`nobody is called ${user}`);
    const channel = world.channels.get(channelId) ?? cannot(`there is no channel ${channelId}`);
    if (person.deactivated) cannot(`${person.name} has no account any more`);
    if (channel.archived) cannot('the channel is archived');
    return { person, channel };
  };

  const inside = (user: string, channelId: string) => {
    const { person, channel } = acting(user, channelId);
    return channel.members.has(user) ? { person, channel } : cannot(`${person.name} is not in ${channel.name}`);
  };

  const onMessage = ({ user, channel, ts }: OnMessage) => {
    const where = inside(user, channel);
    const message = messageIn(where.channel, ts) ?? cannot('there is no such message');
    return { ...where, message };
  };

  const ownMessage = (which: OnMessage) => {
    const found = onMessage(which);
    return found.message.user === which.user ? found : cannot('only the one who wrote a message changes it');
  };

  return {
    /** @returns the timestamp of the message */
    async post(given: Post): Promise<string> {
      const { channel } = inside(given.user, given.channel);
      const files = (given.files ?? []).map((file) => personFile(world, channel, file));
      if (given.text.trim() === '' && files.length === 0) cannot('an empty message cannot be sent');
      const threadTs = given.threadTs === undefined ? null : rootAt(channel, given.threadTs);
      const written = { user: given.user, byApp: false, ...said(world, given.text), threadTs };
      const broadcast = given.broadcast === true && threadTs !== null;
      return write(world, channel, { ...written, broadcast, files: files.map((file) => fileJson(world, file)) }).ts;
    },

    async edit(given: OnMessage & { readonly text: string }): Promise<void> {
      const { channel, message } = ownMessage(given);
      change(world, channel, message, said(world, given.text), given.user);
    },

    async remove(given: OnMessage): Promise<void> {
      const { channel, message } = ownMessage(given);
      remove(world, channel, message);
    },

    async react(given: OnMessage & { readonly name: string }): Promise<void> {
      const { channel, message } = onMessage(given);
      asPerson(() => addReaction(world, channel, message, given.user, given.name));
    },

    async unreact(given: OnMessage & { readonly name: string }): Promise<void> {
      const { channel, message } = onMessage(given);
      asPerson(() => removeReaction(world, channel, message, given.user, given.name));
    },

    /** Public channels only, and no guests. */
    async join(given: { readonly user: string; readonly channel: string }): Promise<void> {
      const { person, channel } = acting(given.user, given.channel);
      if (channel.kind !== 'public') cannot('nobody joins a private channel without an invitation');
      if (person.guest !== null) cannot('guests join no channels by themselves');
      if (!channel.members.has(person.id)) enter(world, channel, person.id, null);
    },

    async invite(given: { readonly by: string; readonly channel: string; readonly users: readonly string[] }) {
      const { channel } = inside(given.by, given.channel);
      for (const user of given.users) {
        const why = whyNotInvited(world, channel, user, given.by);
        if (why !== null) cannot(why);
        enter(world, channel, user, given.by);
      }
    },

    async leave(given: { readonly user: string; readonly channel: string }): Promise<void> {
      const { channel } = inside(given.user, given.channel);
      if (channel.general) cannot('nobody leaves #general');
      exit(world, channel, given.user);
    },

    async archive(given: { readonly user: string; readonly channel: string }): Promise<void> {
      const { channel, person } = inside(given.user, given.channel);
      if (person.guest !== null || channel.general) cannot('that channel cannot be archived by them');
      archive(world, channel, given.user);
    },

    async unarchive(given: { readonly user: string; readonly channel: string }): Promise<void> {
      mayAct();
      const channel = world.channels.get(given.channel) ?? cannot(`there is no channel ${given.channel}`);
      if (!channel.archived || !channel.members.has(given.user)) cannot('they cannot open that channel again');
      channel.archived = false;
      const type = channel.kind === 'public' ? 'channel_unarchive' : 'group_unarchive';
      world.emit({ type, channel: channel.id, user: given.user, event_ts: world.nextTs() }, channel);
      world.changed();
    },

    /** Puts somebody out, the app too. */
    async kick(given: { readonly by: string; readonly channel: string; readonly user: string }): Promise<void> {
      const { channel } = inside(given.by, given.channel);
      if (channel.general || !channel.members.has(given.user)) cannot('they cannot be put out');
      exit(world, channel, given.user);
    },

    /** Slack starts anew on somebody's machine: what only they could see for the moment is gone. */
    async reload(user: string): Promise<void> {
      const stay = world.ephemerals.filter((each) => each.user !== user);
      world.ephemerals.splice(0, world.ephemerals.length, ...stay);
      world.changed();
    },

    async rename(given: { readonly user: string; readonly channel: string; readonly name: string }): Promise<void> {
      const { channel } = inside(given.user, given.channel);
      rename(
        world,
        channel,
        asPerson(() => checkedName(world, given.name)),
      );
    },

    /** An administrator shares a channel with another organisation. */
    async share(channelId: string): Promise<void> {
      mayAct();
      const channel = world.channels.get(channelId) ?? cannot(`there is no channel ${channelId}`);
      channel.shared = true;
      const event: SlackEvent = { type: 'channel_shared', connected_team_id: 'T0ELSEWHERE', channel: channel.id };
      world.emit({ ...event, event_ts: world.nextTs() }, channel);
      world.changed();
    },

    /** Retention takes messages away, and tells nobody. */
    async expire(given: { readonly channel: string; readonly ts: string }): Promise<void> {
      const channel = world.channels.get(given.channel) ?? cannot(`there is no channel ${given.channel}`);
      const message = messageIn(channel, given.ts) ?? cannot('there is no such message');
      takeOut(channel, message);
      world.changed();
    },

    async openHome(user: string): Promise<void> {
      mayAct();
      const person = world.people.get(user) ?? cannot(`nobody is called ${user}`);
      const view = world.homes.get(person.id);
      const channel = directMessageWith(world, person.id);
      const event: SlackEvent = { type: 'app_home_opened', user: person.id, channel: channel.id, tab: 'home' };
      const seen = view === undefined ? {} : { view: viewJson(world, view) };
      world.emit({ ...event, ...seen, event_ts: world.nextTs() }, null);
    },

    /** A new name, another address, or no account any more. */
    async changePerson(user: string, changed: PersonChange): Promise<void> {
      const person = world.people.get(user) ?? cannot(`nobody is called ${user}`);
      Object.assign(person, changed);
      world.emit({ type: 'user_change', user: personJson(world, person), event_ts: world.nextTs() }, null);
      world.changed();
    },

    /** The app is taken out of the workspace: its tokens are worth nothing from now on. */
    async revokeTokens(): Promise<void> {
      world.app.revoked = true;
      const tokens = { oauth: [], bot: [world.app.botUserId] };
      world.emit({ type: 'tokens_revoked', tokens, event_ts: world.nextTs() }, null);
    },
  };
}

export type PersonChange = Partial<Pick<Person, 'realName' | 'email' | 'emailVerified' | 'deactivated'>>;

function said(world: World, typed: string): Pick<Message, 'text' | 'blocks'> {
  if (typed === '') return { text: '', blocks: [] };
  const section: Json = { type: 'rich_text_section', elements: [{ type: 'text', text: typed }] };
  return {
    text: asPassedOn(typed),
    blocks: [{ type: 'rich_text', block_id: world.nextId('r'), elements: [section] }],
  };
}

function rootAt(channel: Channel, ts: string): string {
  const root = messageIn(channel, ts) ?? cannot('there is no such message to answer');
  return root.threadTs === null ? root.ts : cannot('answers go to the first message of a thread');
}

function personFile(world: World, channel: Channel, given: { name: string; bytes?: Buffer }): SharedFile {
  const bytes = given.bytes ?? Buffer.from(given.name);
  const file: SharedFile = {
    id: world.nextId('F'),
    name: given.name,
    length: bytes.length,
    title: given.name,
    bytes,
    sharedIn: new Set([channel.id]),
    complete: true,
  };
  world.files.set(file.id, file);
  return file;
}

/** What Slack would refuse the app, it refuses people in the same words. */
function asPerson<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    return error instanceof SlackError ? cannot(error.code) : cannot(String(error));
  }
}
