/** What the emulated Slack keeps: people, channels, messages, views, and a record of what the app did. No rules here. */

export type Json = Record<string, unknown>;

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

/** A single-channel guest may be in one channel, a multi-channel guest in those they are invited to. */
export type Guest = 'single' | 'multi';

export interface Person {
  readonly id: string;
  /** The handle, without @. */
  name: string;
  realName: string;
  email: string | null;
  emailVerified: boolean;
  readonly guest: Guest | null;
  readonly bot: boolean;
  /** Another than the workspace's own for a stranger of Slack Connect. */
  readonly team: string;
  deactivated: boolean;
}

export interface Message {
  readonly ts: string;
  readonly user: string;
  /** True when the app posted it. */
  readonly byApp: boolean;
  text: string;
  blocks: readonly Json[];
  attachments: readonly Json[];
  metadata: Metadata | null;
  readonly threadTs: string | null;
  readonly broadcast: boolean;
  subtype: string | null;
  edited: { readonly user: string; readonly ts: string } | null;
  readonly username: string | null;
  readonly files: readonly Json[];
  /** By emoji name, who reacted. */
  readonly reactions: Map<string, Set<string>>;
}

export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Json;
}

export interface Ephemeral {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | null;
  text: string;
  blocks: readonly Json[];
}

export interface Pin {
  readonly ts: string;
  readonly by: string;
  readonly at: number;
}

export interface Bookmark {
  readonly id: string;
  title: string;
  link: string;
  emoji: string | null;
  readonly created: number;
}

export interface Channel {
  readonly id: string;
  name: string;
  kind: ChannelKind;
  readonly creator: string;
  readonly created: number;
  archived: boolean;
  /** The app was in it when it was archived: it still sees that the channel was there. */
  appWasIn: boolean;
  readonly general: boolean;
  /** Shared with another organisation by Slack Connect. */
  shared: boolean;
  topic: string;
  purpose: string;
  readonly members: Set<string>;
  /** Oldest first; replies too. */
  readonly messages: Message[];
  readonly byTs: Map<string, Message>;
  /** By the first message of a thread, its replies, oldest first. */
  readonly replies: Map<string, Message[]>;
  readonly pins: Pin[];
  readonly bookmarks: Bookmark[];
  canvas: string | null;
}

/** One modal or Home tab as it stands. */
export interface View {
  readonly id: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  /** The view as the app sent it, with the ids that Slack adds. */
  body: Json;
  hash: string;
  rootId: string;
  previousId: string | null;
  /** What has been chosen and written so far: block id → action id → state. */
  values: Record<string, Record<string, Json>>;
}

export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  title: string;
  bytes: Buffer | null;
  readonly sharedIn: Set<string>;
  complete: boolean;
}

export interface Usergroup {
  readonly id: string;
  name: string;
  handle: string;
  disabled: boolean;
  users: string[];
}

/** One call of the Web API, and what came of it. */
export interface RecordedCall {
  readonly method: string;
  readonly args: Json;
  readonly status: number;
  /** Null when the connection was dropped. */
  readonly answer: Json | null;
  /** When it arrived, milliseconds since 1970 on the emulator's clock. */
  readonly at: number;
  /** What the emulator itself spent, delays by fault not counted. */
  readonly tookMs: number;
  /** The fault that struck, by its kind. */
  readonly fault: string | null;
}

/** Events that the emulator sends; `coverage.ts` says of each what is true to life. */
export type EventType =
  | 'app_home_opened'
  | 'app_mention'
  | 'channel_archive'
  | 'channel_created'
  | 'channel_joined'
  | 'channel_left'
  | 'channel_rename'
  | 'channel_shared'
  | 'channel_unarchive'
  | 'file_shared'
  | 'group_archive'
  | 'group_joined'
  | 'group_left'
  | 'group_rename'
  | 'group_unarchive'
  | 'member_joined_channel'
  | 'member_left_channel'
  | 'message'
  | 'pin_added'
  | 'pin_removed'
  | 'reaction_added'
  | 'reaction_removed'
  | 'tokens_revoked'
  | 'user_change';

export type SlackEvent = Json & { readonly type: EventType };

export type BreachKind =
  | 'late-ack'
  | 'unknown-method'
  | 'doubled-message'
  | 'blocks-without-text'
  | 'wrong-view-answer'
  | 'wrong-response-url-use';

export interface Breach {
  readonly kind: BreachKind;
  readonly what: string;
}

/** One try at handing something to the app. */
export interface Delivery {
  readonly kind: 'event' | 'interactive' | 'command';
  /** The type of the event or interaction, or the command. */
  readonly type: string;
  readonly eventId: string | null;
  readonly retryNum: number;
  readonly outcome: 'acknowledged' | Undelivered;
  readonly tookMs: number;
}

export type Undelivered = 'http_timeout' | 'http_error' | 'connection_failed';
