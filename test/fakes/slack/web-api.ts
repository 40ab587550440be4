/** The Web API: who calls, whether they may, what is missing, then the method; every answer in Slack's form. */
import { textOf } from './arguments.ts';
import type { TakeCall } from './limits.ts';
import type { Method, Methods } from './method.ts';
import { chatMethods } from './methods-chat.ts';
import { conversationMethods } from './methods-conversations.ts';
import { fileMethods } from './methods-files.ts';
import { itemMethods } from './methods-items.ts';
import { peopleMethods } from './methods-people.ts';
import { viewMethods } from './methods-views.ts';
import { fail, SlackError } from './refusals.ts';
import type { ChannelKind, Json } from './shapes.ts';
import { breach, type World } from './world.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

export interface Asked {
  readonly method: string;
  readonly args: Json;
  /** From the header; null when there was none. */
  readonly bearer: string | null;
  readonly json: boolean;
}

/** Every method but those that the owner of the server brings (apps.connections.open). */
export const ownMethods: Methods = {
  ...chatMethods,
  ...conversationMethods,
  ...peopleMethods,
  ...itemMethods,
  ...viewMethods,
  ...fileMethods,
};

const okAnswer = (body: Json): Answer => ({ status: 200, headers: {}, body: { ok: true, ...body } });

export function tooManyCalls(seconds: number): Answer {
  return { status: 429, headers: { 'retry-after': String(seconds) }, body: { ok: false, error: 'ratelimited' } };
}

/** Answers one call; what the method does to the world is done when this returns. */
export function answerCall(world: World, methods: Methods, takeCall: TakeCall, asked: Asked): Answer {
  try {
    const method = Object.hasOwn(methods, asked.method) ? methods[asked.method] : undefined;
    if (method === undefined) {
      breach(world, 'unknown-method', asked.method);
      return fail('unknown_method', { req_method: asked.method });
    }
    authorise(world, method, asked);
    const wait = takeCall(asked.method, method.tier, textOf(asked.args, 'channel') ?? '');
    if (wait !== null) return tooManyCalls(wait);
    const args = asked.json && method.formOnly === true ? {} : asked.args;
    scoped(world, method, args);
    complete(method, args);
    return okAnswer(method.run(world, args));
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { status: 200, headers: {}, body: { ok: false, error: error.code, ...error.more } };
  }
}

function authorise({ app }: World, method: Method, { bearer, args }: Asked): void {
  const token = bearer ?? (method.forAppToken === true ? undefined : textOf(args, 'token'));
  if (token === undefined) return void fail('not_authed');
  if (token !== app.botToken && token !== app.appToken) return void fail('invalid_auth');
  if (app.revoked) return void fail('token_revoked');
  const wanted = method.forAppToken === true ? app.appToken : app.botToken;
  if (token !== wanted) fail('not_allowed_token_type');
}

const scopeKinds = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } satisfies Record<
  ChannelKind,
  string
>;

function scoped(world: World, method: Method, args: Json): void {
  if (method.scopes === undefined) return;
  const channel = world.channels.get(textOf(args, 'channel') ?? '');
  const kind = scopeKinds[channel?.kind ?? 'public'];
  const enough = method.scopes.map((scope) =>
    scope.replace('{kind}', kind).replace(/^channels:write$/, 'channels:manage'),
  );
  if (enough.some((scope) => world.app.scopes.has(scope))) return;
  fail('missing_scope', { needed: enough[0], provided: [...world.app.scopes].join(',') });
}

function complete(method: Method, args: Json): void {
  const missing = (method.needs ?? []).filter((name) => isMissing(args[name]));
  if (missing.length === 0) return;
  const messages = missing.map((name) => `[ERROR] missing required field: ${name}`);
  fail('invalid_arguments', { response_metadata: { messages } });
}

const isMissing = (value: unknown) => value === undefined || value === null || value === '';

/** Scopes that a desk app asks for; a test takes away what it wants to see missing. */
export const usualScopes = [
  'app_mentions:read',
  'bookmarks:read',
  'bookmarks:write',
  'canvases:write',
  'channels:history',
  'channels:join',
  'channels:manage',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'pins:read',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'usergroups:write',
  'users:read',
  'users:read.email',
] as const;
