/** The app's manifest against what the code calls and hears: no right too many, none too few. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { eventArrival } from '../../adapters/slack/happening-events.ts';
import { methods as knownMethods } from '../fakes/slack/coverage.ts';
import { ownMethods } from '../fakes/slack/web-api.ts';

const folder = resolve(import.meta.dirname, '../../adapters/slack');
const written = readFileSync(join(folder, 'manifest.yaml'), 'utf8');

/** All that Slack takes, and nothing it would refuse. */
const Manifest = z.strictObject({
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(true),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().regex(/^\/[a-z]+$/),
        url: z.url().optional(),
        description: z.string().max(2000),
        usage_hint: z.string().max(1000),
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: z.url().optional(), bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: z.url().optional() }),
    socket_mode_enabled: z.boolean(),
    org_deploy_enabled: z.literal(false),
    token_rotation_enabled: z.literal(false),
  }),
});
const manifestIn = (text: string) => Manifest.parse(parse(text));
const manifest = manifestIn(written);
const scopes = manifest.oauth_config.scopes.bot;
const events = manifest.settings.event_subscriptions.bot_events;

/** Kinds of channels that a method is used on, when it is not private channels alone. */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  'conversations.history': ['groups', 'im'],
  'conversations.replies': ['groups', 'im'],
  'conversations.open': ['im'],
};
/** Where one of several rights is enough, the one that we are given. */
const privately = (scope: string, kind: string) => scope.replace('{kind}', kind);

/** Methods of Slack that the adapter's sources name; `limits.ts` names them all, used or not. */
function methodsCalled(): readonly string[] {
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'limits.ts');
  const words = sources.flatMap((name) => [
    ...readFileSync(join(folder, name), 'utf8').matchAll(/'([a-z]+(?:\.[A-Za-z]+)+)'/g),
  ]);
  return [...new Set(words.map(([, word = '']) => word))].filter((word) => Object.hasOwn(knownMethods, word)).sort();
}

function scopesOfMethod(method: string): readonly string[] {
  const accepted = ownMethods[method]?.scopes ?? [];
  if (accepted.length === 0) return [];
  return (kindsOf[method] ?? ['groups']).map((kind) => {
    const here = accepted.map((scope) => privately(scope, kind));
    return (
      here.find((scope) => scopes.includes(scope)) ?? here.find((scope) => scope.startsWith(kind)) ?? here[0] ?? ''
    );
  });
}

/** What Slack asks for before it sends an event about a private channel. */
const scopeOfEvent: Readonly<Record<string, string | null>> = {
  'message.groups': 'groups:history',
  app_home_opened: null,
  member_joined_channel: 'groups:read',
  member_left_channel: 'groups:read',
  group_archive: 'groups:read',
  group_unarchive: 'groups:read',
  group_rename: 'groups:read',
  group_deleted: 'groups:read',
  channel_shared: 'groups:read',
  user_change: 'users:read',
  tokens_revoked: null,
  app_uninstalled: null,
};

/** Why each right is there, that no method and no event alone says. */
const otherwiseNeeded: Readonly<Record<string, string>> = {
  commands: 'a slash command is registered',
  'users:read.email': 'users.info shows the address only with it',
};

const needed = () =>
  new Set([
    ...methodsCalled().flatMap(scopesOfMethod),
    ...events.flatMap((event) => scopeOfEvent[event] ?? []),
    ...Object.keys(otherwiseNeeded),
  ]);

it('asks for every right that a called method or a subscribed event needs', () => {
  const missing = [...needed()].filter((scope) => !scopes.includes(scope));

  expect(missing).toEqual([]);
});

it('asks for no right that nothing needs', () => {
  const unneeded = scopes.filter((scope) => !needed().has(scope));

  expect(unneeded).toEqual([]);
});

it('knows which methods are called', () => {
  expect(methodsCalled()).toEqual(expect.arrayContaining(['auth.test', 'chat.postMessage', 'conversations.replies']));
  expect(methodsCalled()).not.toContain('usergroups.list');
});

it('asks for nothing broad: no public channels, no group messages, no files, no administration, no people’s own tokens', () => {
  const broad = /^(channels:|mpim:|files:|admin|search:|team:|usergroups:|users:write|chat:write\.|incoming-webhook)/;

  expect(scopes.filter((scope) => broad.test(scope))).toEqual([]);
  expect(new Set(scopes).size).toBe(scopes.length);
});

it('says of every right and every event why it is there', () => {
  const lines = written.split('\n');
  const bare = lines.filter((line, index) => {
    if (!/^\s+- (?!command:)/.test(line)) return false;
    const before = lines.slice(0, index).findLast((earlier) => !/^\s+- /.test(earlier)) ?? '';
    return !/^\s+# /.test(before);
  });

  expect(bare).toEqual([]);
});

it('subscribes to events that the adapter understands, and to all of them that come from private channels', () => {
  const about = { channel: 'C1', user: 'U1', tab: 'home', ts: '1.1', text: 'hej' };
  const reading = { maskCpr: (text: string) => text, team: 'T1' };
  const understood = (event: string) => {
    const type = event.split('.')[0] ?? event;
    const user = type === 'user_change' ? { id: 'U1' } : about.user;
    return eventArrival({ ...about, type, user }, reading, 'Ev1') !== null;
  };
  const source = readFileSync(join(folder, 'happening-events.ts'), 'utf8');
  const named = [...source.matchAll(/(?:case ')?\b((?:group|member|app|tokens|user)_[a-z]+(?:_[a-z]+)?)(?:'|: ')/g)];
  const listened = new Set(named.map(([, name = '']) => name).filter(understood));

  expect(events.filter((event) => !understood(event))).toEqual([]);
  expect([...listened].filter((event) => !events.includes(event))).toEqual([]);
  expect(listened.size).toBeGreaterThan(6);
  expect(events.filter((event) => !(event in scopeOfEvent))).toEqual([]);
});

it('is for Socket Mode as it stands: no address of anybody’s is in it', () => {
  expect(manifest.settings.socket_mode_enabled).toBe(true);
  expect(JSON.stringify(manifest)).not.toContain('https:');
});

it('becomes the one for signed requests when "#HTTP " is taken away', () => {
  const http = manifestIn(
    written.replaceAll(/^(\s*)#HTTP /gm, '$1').replace('socket_mode_enabled: true', 'socket_mode_enabled: false'),
  );

  const addresses = [
    http.features.slash_commands[0]?.url,
    http.settings.event_subscriptions.request_url,
    http.settings.interactivity.request_url,
  ];
  expect(new Set(addresses).size).toBe(1);
  expect(addresses[0]).toMatch(/\/slack\/events$/);
  expect(http.settings.socket_mode_enabled).toBe(false);
});

it('has the one command that the adapter answers', () => {
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/indgang']);
});
