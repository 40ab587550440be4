/** One workspace with one app in it: who and what is there, new ids and timestamps, and how Slack shows them as JSON. */
import { dice, type EmulatorClock } from './clock.ts';
import { fail } from './refusals.ts';
import type {
  Breach,
  BreachKind,
  Channel,
  ChannelKind,
  Ephemeral,
  Json,
  Message,
  Person,
  RecordedCall,
  SharedFile,
  SlackEvent,
  Usergroup,
  View,
} from './shapes.ts';

export interface AppInSlack {
  readonly appId: string;
  readonly botId: string;
  /** The bot's own user. */
  readonly botUserId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  readonly scopes: Set<string>;
  revoked: boolean;
}

export interface Trigger {
  readonly user: string;
  /** The view it was touched in, when it was one. */
  readonly view: string | null;
  readonly at: number;
  used: boolean;
}

/** Where an app may answer what somebody did, five times within half an hour. */
export interface ResponseUrl {
  readonly channel: string;
  readonly user: string;
  /** The message that was touched, ordinary or ephemeral; null for a command. */
  readonly ts: string | null;
  readonly at: number;
  uses: number;
}

export interface World {
  readonly clock: EmulatorClock;
  readonly random: () => number;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: AppInSlack;
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly ephemerals: Ephemeral[];
  readonly views: Map<string, View>;
  /** By person, the modals they have open, the last on top. */
  readonly stacks: Map<string, View[]>;
  readonly homes: Map<string, View>;
  readonly files: Map<string, SharedFile>;
  readonly usergroups: Map<string, Usergroup>;
  readonly canvases: Map<string, { title: string; markdown: string }>;
  /** By channel, thread and what they say, the last message that said it. */
  readonly saidOnce: Map<string, Message>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** By message and person, what they have chosen in it. */
  readonly choices: Map<string, View['values']>;
  readonly calls: RecordedCall[];
  readonly breaches: Breach[];
  nextId(prefix: string): string;
  /** A timestamp for a message, above every one before; each third ends in 0. */
  nextTs(): string;
  /** Hands an event to the app, unless it may not see it. Set by the emulator. */
  emit: (event: SlackEvent, about: Channel | null) => void;
  /** Tells those who watch that something is different. */
  changed: () => void;
  /** What is the same in two messages that say the same thing twice. */
  doubleOf: (message: Message) => string | null;
  /** Where the emulator answers, for upload and socket addresses. */
  address: string;
}

export interface WorldOptions {
  readonly clock: EmulatorClock;
  readonly seed: number;
  readonly scopes: readonly string[];
  readonly doubleOf: (message: Message) => string | null;
}

/** An empty workspace with the app's bot and #general. */
export function newWorld({ clock, seed, scopes, doubleOf }: WorldOptions): World {
  let ids = 0;
  let last = 0;
  let stamps = 0;
  const world: World = {
    clock,
    random: dice(seed),
    team: { id: 'T0INDGANG', name: 'Eksempel Kommune', domain: 'eksempel' },
    app: appIn(scopes),
    people: new Map(),
    channels: new Map(),
    ephemerals: [],
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    files: new Map(),
    usergroups: new Map(),
    canvases: new Map(),
    saidOnce: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    choices: new Map(),
    calls: [],
    breaches: [],
    nextId(prefix) {
      ids += 1;
      return `${prefix}${ids.toString(36).toUpperCase().padStart(8, '0')}`;
    },
    nextTs() {
      stamps += 1;
      const wanted = Math.max(clock.now() * 1000 + 249, last + 10);
      last = stamps % 3 === 0 ? Math.ceil(wanted / 10) * 10 : wanted - (wanted % 10) + 9;
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
    emit: () => undefined,
    changed: () => undefined,
    doubleOf,
    address: '',
  };
  addPerson(world, { id: world.app.botUserId, name: 'indgang', email: null, bot: true });
  addChannel(world, { name: 'general', kind: 'public', members: [], creator: world.app.botUserId, general: true });
  return world;
}

function appIn(scopes: readonly string[]): AppInSlack {
  return {
    appId: 'A0INDGANG',
    botId: 'B0INDGANG',
    botUserId: 'U0INDGANG',
    botToken: 'xoxb-emulator-bot',
    appToken: 'xapp-emulator-app',
    signingSecret: 'emulator-signing-secret',
    verificationToken: 'emulator-verification',
    scopes: new Set(scopes),
    revoked: false,
  };
}

export interface NewPerson {
  readonly id?: string;
  readonly name: string;
  readonly realName?: string;
  readonly email: string | null;
  readonly emailVerified?: boolean;
  readonly guest?: Person['guest'];
  readonly bot?: boolean;
  /** Another organisation's team, for a stranger of Slack Connect. */
  readonly team?: string;
}

export function addPerson(world: World, given: NewPerson): Person {
  const person: Person = {
    id: given.id ?? world.nextId('U'),
    name: given.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.'),
    realName: given.realName ?? given.name,
    email: given.email,
    emailVerified: given.emailVerified ?? true,
    guest: given.guest ?? null,
    bot: given.bot ?? false,
    team: given.team ?? world.team.id,
    deactivated: false,
  };
  world.people.set(person.id, person);
  world.changed();
  return person;
}

export interface NewChannel {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly members: readonly string[];
  readonly creator: string;
  readonly general?: boolean;
  readonly shared?: boolean;
}

const idPrefix = { public: 'C', private: 'C', im: 'D', mpim: 'G' } satisfies Record<ChannelKind, string>;

export function addChannel(world: World, given: NewChannel): Channel {
  const channel: Channel = {
    id: world.nextId(idPrefix[given.kind]),
    name: given.name,
    kind: given.kind,
    creator: given.creator,
    created: Math.floor(world.clock.now() / 1000),
    archived: false,
    appWasIn: false,
    general: given.general ?? false,
    shared: given.shared ?? false,
    topic: '',
    purpose: '',
    members: new Set(given.members),
    messages: [],
    byTs: new Map(),
    replies: new Map(),
    pins: [],
    bookmarks: [],
    canvas: null,
  };
  world.channels.set(channel.id, channel);
  world.changed();
  return channel;
}

export function breach(world: World, kind: BreachKind, what: string): void {
  world.breaches.push({ kind, what });
}

/** A public channel, or one that the app is in; anything else is `channel_not_found`. */
export function channelSeen(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) return fail('channel_not_found');
  const seen = channel.kind === 'public' || appIsIn(world, channel) || (channel.archived && channel.appWasIn);
  return seen ? channel : fail('channel_not_found');
}

/** A channel that the app is a member of: `not_in_channel` when it is public and the app is not. */
export function channelJoined(world: World, id: string): Channel {
  const channel = channelSeen(world, id);
  return appIsIn(world, channel) ? channel : fail('not_in_channel');
}

/** A channel that the app may change: not archived, and joined. */
export function channelOpen(world: World, id: string): Channel {
  return channelSeen(world, id).archived ? fail('is_archived') : channelJoined(world, id);
}

export function appIsIn(world: World, channel: Channel): boolean {
  return channel.members.has(world.app.botUserId);
}

export function notArchived(channel: Channel): Channel {
  return channel.archived ? fail('is_archived') : channel;
}

export function personKnown(world: World, id: string): Person {
  return world.people.get(id) ?? fail('user_not_found');
}

export function messageIn(channel: Channel, ts: string): Message | undefined {
  return channel.byTs.get(ts);
}

export function repliesTo(channel: Channel, ts: string): readonly Message[] {
  return channel.replies.get(ts) ?? [];
}

export function personJson(world: World, person: Person, seenByApp = true): Json {
  const stranger = person.team !== world.team.id;
  const mayReadEmail = !seenByApp || world.app.scopes.has('users:read.email');
  return {
    id: person.id,
    team_id: person.team,
    name: person.name,
    deleted: person.deactivated,
    real_name: person.realName,
    tz: 'Europe/Copenhagen',
    profile: {
      real_name: person.realName,
      display_name: person.name,
      team: person.team,
      ...(person.email !== null && mayReadEmail && !stranger && { email: person.email }),
    },
    is_bot: person.bot,
    is_app_user: false,
    is_admin: false,
    is_owner: false,
    is_restricted: person.guest !== null,
    is_ultra_restricted: person.guest === 'single',
    is_email_confirmed: person.emailVerified,
    ...(stranger && { is_stranger: true }),
    updated: Math.floor(world.clock.now() / 1000),
  };
}

export function channelJson(world: World, channel: Channel): Json {
  const note = (value: string) => ({ value, creator: value === '' ? '' : channel.creator, last_set: channel.created });
  if (channel.kind === 'im') {
    const user = [...channel.members].find((id) => id !== world.app.botUserId) ?? world.app.botUserId;
    return { id: channel.id, created: channel.created, is_im: true, is_archived: false, user, is_open: true };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    created: channel.created,
    creator: channel.creator,
    is_channel: channel.kind !== 'mpim',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_general: channel.general,
    is_member: appIsIn(world, channel),
    is_shared: channel.shared,
    is_ext_shared: channel.shared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    context_team_id: world.team.id,
    shared_team_ids: channel.shared ? [world.team.id, 'T0ELSEWHERE'] : [world.team.id],
    topic: note(channel.topic),
    purpose: note(channel.purpose),
  };
}

/** A message as history and events show it; metadata only where it is asked for. */
export function messageJson(world: World, channel: Channel, message: Message, withMetadata = false): Json {
  const replies = repliesTo(channel, message.ts);
  return {
    type: 'message',
    ...(message.subtype !== null && { subtype: message.subtype }),
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: world.people.get(message.user)?.team ?? world.team.id,
    ...(message.byApp && appMarks(world, message)),
    ...otherBot(world, message),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.files.length > 0 && { files: message.files }),
    ...(message.edited !== null && { edited: message.edited }),
    ...(withMetadata && message.metadata !== null && { metadata: message.metadata }),
    ...(message.threadTs !== null && { thread_ts: message.threadTs, parent_user_id: parentOf(channel, message)?.user }),
    ...(replies.length > 0 && threadMarks(message, replies)),
    ...(message.reactions.size > 0 && {
      reactions: [...message.reactions].map(([name, users]) => ({ name, users: [...users], count: users.size })),
    }),
    ...(channel.pins.some((pin) => pin.ts === message.ts) && { pinned_to: [channel.id] }),
  };
}

function appMarks(world: World, message: Message): Json {
  const { appId, botId } = world.app;
  return {
    bot_id: botId,
    app_id: appId,
    bot_profile: { id: botId, app_id: appId, name: 'Indgang', team_id: world.team.id, deleted: false },
    ...(message.username !== null && { username: message.username }),
  };
}

/** Another app's message; bots are told apart by `bot_id`. */
function otherBot(world: World, message: Message): Json {
  const bot = !message.byApp && world.people.get(message.user)?.bot === true;
  return bot ? { bot_id: `B${message.user.slice(1)}`, app_id: 'A0OTHER', username: message.user } : {};
}

function threadMarks(message: Message, replies: readonly Message[]): Json {
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: replies.at(-1)?.ts,
  };
}

function parentOf(channel: Channel, message: Message): Message | undefined {
  return message.threadTs === null ? undefined : messageIn(channel, message.threadTs);
}
