/** The workspace as plain data, for a demo page: nothing in it is shared with the emulator. */
import type { Json } from './shapes.ts';
import { viewJson } from './views.ts';
import { messageJson, type World } from './world.ts';

export interface Snapshot {
  readonly team: string;
  readonly appUser: string;
  readonly people: readonly SnapshotPerson[];
  readonly channels: readonly SnapshotChannel[];
  readonly ephemerals: readonly SnapshotEphemeral[];
  /** Open modals, by person, the last on top. */
  readonly views: Readonly<Record<string, readonly Json[]>>;
  readonly homes: Readonly<Record<string, Json>>;
}

export interface SnapshotPerson {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly bot: boolean;
}

export interface SnapshotChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly archived: boolean;
  readonly topic: string;
  readonly members: readonly string[];
  readonly pinned: readonly string[];
  readonly bookmarks: readonly { readonly title: string; readonly link: string }[];
  /** As the API shows them, blocks and reactions too. */
  readonly messages: readonly Json[];
}

export interface SnapshotEphemeral {
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly Json[];
}

export function snapshot(world: World): Snapshot {
  const all = {
    team: world.team.name,
    appUser: world.app.botUserId,
    people: [...world.people.values()].map(({ id, name, realName, bot }) => ({ id, name, realName, bot })),
    channels: [...world.channels.values()].map((channel) => ({
      id: channel.id,
      name: channel.name,
      kind: channel.kind,
      archived: channel.archived,
      topic: channel.topic,
      members: [...channel.members],
      pinned: channel.pins.map(({ ts }) => ts),
      bookmarks: channel.bookmarks.map(({ title, link }) => ({ title, link })),
      messages: channel.messages.map((message) => messageJson(world, channel, message)),
    })),
    ephemerals: world.ephemerals.map(({ channel, user, ts, text, blocks }) => ({ channel, user, ts, text, blocks })),
    views: Object.fromEntries(
      [...world.stacks].map(([user, stack]) => [user, stack.map((view) => viewJson(world, view))]),
    ),
    homes: Object.fromEntries([...world.homes].map(([user, view]) => [user, viewJson(world, view)])),
  };
  return structuredClone(all);
}
