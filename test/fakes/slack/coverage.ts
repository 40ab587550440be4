/**
 * What the emulator checks, and what it does not: to be read before a green test is taken for proof. A test compares
 * the methods with those that are handled; the compiler compares events, faults and breaches.
 */
import type { CallFault, EventFault } from './faults.ts';
import type { BreachKind, EventType } from './shapes.ts';

export interface Covered {
  readonly checked: string;
  /** Empty when nothing is known to be missing. */
  readonly notChecked: string;
}

const covered = (checked: string, notChecked = ''): Covered => ({ checked, notChecked });

/** True of every method: token, its kind, revocation, scope by kind of channel, needed arguments, JSON where unread. */
export const methods: Readonly<Record<string, Covered>> = {
  'api.test': covered('echoes its arguments'),
  'apps.connections.open': covered('app token in the header only, refusals by order, at most 10 sockets'),
  'auth.test': covered('who and where the app is'),
  'bookmarks.add': covered('link, type, 100 a channel, membership, archive', 'folders, access levels'),
  'bookmarks.edit': covered('link, not_found'),
  'bookmarks.list': covered('visible channels only'),
  'bookmarks.remove': covered('not_found'),
  'canvases.create': covered('markdown only', 'access, length'),
  'canvases.delete': covered('canvas_not_found'),
  'canvases.edit': covered('one change a call', 'sections, lookup, deleting'),
  'chat.delete': covered('own messages only, tombstone above answers, is_archived'),
  'chat.getPermalink': covered('message_not_found'),
  'chat.postEphemeral': covered('person in the channel, text, blocks, thread, gone on reload'),
  'chat.postMessage': covered(
    'visibility, membership, archive, text cut at 40,000, blocks, metadata, threads, broadcast, direct messages',
    'unfurling, parse, icons, restricted channels (use a fault), what attachments hold besides blocks',
  ),
  'chat.update': covered('own messages only, text of 4,000, old blocks stay without new ones', 'edit_window_closed'),
  'conversations.archive': covered('#general, already_archived, the app is out afterwards'),
  'conversations.canvases.create': covered('one a channel'),
  'conversations.create': covered('names, name_taken also by archived channels, scope by kind', 'limits of the plan'),
  'conversations.history': covered('membership, pages, oldest/latest/inclusive, answers apart, metadata on demand'),
  'conversations.info': covered('visibility, is_member, shared, archived', 'Enterprise Grid'),
  'conversations.invite': covered('100 a call, force, guests, strangers, those who are there', 'org-wide rules'),
  'conversations.join': covered('public channels only'),
  'conversations.kick': covered('self, #general, who is not there', 'restricted_action by settings (use a fault)'),
  'conversations.leave': covered('#general'),
  'conversations.list': covered('visible channels only, types, pages, exclude_archived'),
  'conversations.members': covered('visibility, pages'),
  'conversations.open': covered('1 to 8 people, the same conversation again', 'prevent_creation, closed conversations'),
  'conversations.rename': covered('only by the one who made it, names'),
  'conversations.replies': covered('root first, pages, thread_not_found'),
  'conversations.setPurpose': covered('250 characters, archive'),
  'conversations.setTopic': covered('250 characters, archive'),
  'conversations.unarchive': covered('refused, as to every bot'),
  'files.completeUploadExternal': covered('bytes first, membership, shared a moment later', 'several channels'),
  'files.delete': covered('file_not_found', 'who owns it'),
  'files.getUploadURLExternal': covered('length must be what is sent', 'snippets, alt text, size limits'),
  'files.info': covered('file_not_found'),
  'pins.add': covered('already_pinned, 100 a channel, archive'),
  'pins.list': covered('membership'),
  'pins.remove': covered('no_pin'),
  'reactions.add': covered('already_reacted, names, 23 kinds a message, archive', 'whether an emoji exists'),
  'reactions.get': covered('message_not_found'),
  'reactions.remove': covered('no_reaction'),
  'team.info': covered('the workspace'),
  'usergroups.create': covered('names and handles once'),
  'usergroups.disable': covered('no_such_subteam'),
  'usergroups.enable': covered('no_such_subteam'),
  'usergroups.list': covered('disabled and users on demand'),
  'usergroups.update': covered('no_such_subteam', 'names taken by another group'),
  'usergroups.users.list': covered('no_such_subteam'),
  'usergroups.users.update': covered('invalid_users, never empty'),
  'users.conversations': covered('channels shared with the app', 'types'),
  'users.info': covered('guests, strangers, bots, address only with its scope'),
  'users.list': covered('pages'),
  'users.lookupByEmail': covered('no strangers, no closed accounts'),
  'views.open': covered('trigger (3 s, once), every limit of a modal', 'what happens when one is open already'),
  'views.publish': covered('hash_conflict, Home blocks'),
  'views.push': covered('trigger from within a modal, stack of 3'),
  'views.update': covered('id or external id, hash_conflict, what was written stays'),
};

/** True of every event: envelope, membership, subscription, retries, signature or socket. */
export const events = {
  app_home_opened: covered('on each opening of Home', 'the messages tab'),
  app_mention: covered('beside the message event'),
  channel_archive: covered('while the app is in the channel'),
  channel_created: covered('only for those the app makes'),
  channel_joined: covered('the app’s own coming'),
  channel_left: covered('the app’s own going'),
  channel_rename: covered('new name'),
  channel_shared: covered('is_ext_shared_channel in the envelope from then on', 'invitations, unsharing'),
  channel_unarchive: covered('sent; the app is out by then and does not hear it'),
  file_shared: covered('after the message'),
  group_archive: covered('as channel_archive'),
  group_joined: covered('as channel_joined'),
  group_left: covered('as channel_left'),
  group_rename: covered('as channel_rename'),
  group_unarchive: covered('as channel_unarchive'),
  member_joined_channel: covered('inviter when there is one'),
  member_left_channel: covered('left or put out'),
  message: covered(
    'channel types; thread_broadcast, file_share, message_changed, message_deleted, tombstone, bot_message, topics',
    'unfurls that change a message, lines about joining and leaving, huddles, formatting inside rich_text',
  ),
  pin_added: covered('by the app', 'by people'),
  pin_removed: covered('by the app', 'by people'),
  reaction_added: covered('by anybody'),
  reaction_removed: covered('by anybody'),
  tokens_revoked: covered('tokens are worth nothing from then on'),
  user_change: covered('name, address, closed account'),
} satisfies Record<EventType, Covered>;

export const faults = {
  delay: covered('before the work is done'),
  'drop-after': covered('connection cut when the work is done'),
  'drop-before': covered('connection cut, nothing done'),
  error: covered('any error code'),
  http: covered('500, 502, 503 with nothing done'),
  ratelimited: covered('429 with Retry-After'),
  doubled: covered('same event id twice'),
  dropped: covered('never comes'),
  reordered: covered('comes after the next'),
} satisfies Record<CallFault['kind'] | EventFault['kind'], Covered>;

export const breaches = {
  'blocks-without-text': covered('messages, updates, ephemerals and response_url', 'attachments alone'),
  'doubled-message': covered(
    'two of the app’s messages in one place with one metadata, or what a test says is the same',
  ),
  'late-ack': covered('events, presses, commands, submissions above 3 s'),
  'unknown-method': covered('any method not in this table'),
  'wrong-response-url-use': covered('sixth use, after 30 minutes, unknown address'),
  'wrong-view-answer': covered('errors for blocks that are no input, views Slack would refuse, unknown actions'),
} satisfies Record<BreachKind, Covered>;

/** Beside methods, events and faults. */
export const rest: Readonly<Record<string, Covered>> = {
  'Block Kit': covered(
    'every limit of the specification, required and unknown properties, blocks and elements by surface, ids once',
    'inside rich_text, video, alert, card, carousel, container, context_actions, data_table, file, plan, task_card; the words of the messages are not Slack’s',
  ),
  block_actions: covered('only what is shown to that person can be touched; state, container, response_url'),
  view_submission: covered('required fields and lengths before the app hears; errors, update, push, clear'),
  view_closed: covered('only with notify_on_close'),
  block_suggestion: covered('external menus, at most 100 options'),
  'shortcuts and commands': covered('trigger, response_url, answers at once', 'whether a command is registered'),
  response_url: covered('5 uses, 30 minutes, replace, delete, in_channel, thread'),
  trigger_id: covered('3 seconds, once, which modal it came from'),
  limits: covered(
    'tiers by method and minute, about one message a second in a channel after three, 300 a minute in all',
    'the true bursts, which Slack does not tell; events above 30,000 an hour are sent by order only',
  ),
  'signed requests': covered(
    'signature v0, form and JSON, retries at once, after 1 and 5 minutes, x-slack-no-retry',
    'redirects, TLS, switching subscriptions off below 5 % success',
  ),
  'Socket Mode': covered(
    'hello, envelopes by turns, acknowledgement with payload, disconnect, cut lines, refused open, pings',
    'warnings before a refresh, compressed frames',
  ),
  people: covered(
    'membership, guests, closed accounts, own messages only, escaping and links in text',
    'settings of the workspace, who may post where, drafts, scheduled messages',
  ),
  'Slack Connect and Grid': covered(
    'shared channels, strangers, context_team_id',
    'Grid, stranger’s own view of names',
  ),
};
