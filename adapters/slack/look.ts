/**
 * Asks Slack about our installation, for `npm run doctor`: nothing is written anywhere, and nobody in Slack notices.
 * Apart from the adapter's own calls on purpose: it must answer where they do not, and it reads the granted rights.
 */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Kommune, SlackFile } from '../../src/domain/kommune.ts';
import type { PartyCode, StaffId } from '../../src/domain/words.ts';
import type { AccountSeen, Answered, ChannelSeen, SlackSeen, TokenSeen } from './checks.ts';
import type { SlackConnection } from './open.ts';

export interface LookNeeds {
  readonly connection: SlackConnection;
  readonly file: SlackFile;
  readonly kommune: Kommune;
  /** Where Slack would send to us, with HTTP: `…/slack/events`. */
  readonly eventsUrl: string;
  readonly now: () => number;
}

const answerWithinMs = 10_000;
const mostWaits = 5;
const longestWaitMs = 60_000;

/** The rights that the manifest asks for. */
export function manifestScopes(): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, 'manifest.yaml'), 'utf8');
  return ManifestScopes.parse(parse(text)).oauth_config.scopes.bot;
}

const ManifestScopes = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** Never throws for what Slack answers or does not answer. */
export async function lookAtSlack(needs: LookNeeds): Promise<SlackSeen> {
  const { connection, file, kommune } = needs;
  const base = connection.apiUrl ?? 'https://slack.com/api/';
  const call = caller(base.endsWith('/') ? base : `${base}/`, connection.botToken);
  const [token, line] = await Promise.all([tokenSeen(call), lineSeen(needs, base)]);
  const channels = new Map<PartyCode, Answered<ChannelSeen>>();
  const staff = new Map<StaffId, Answered<AccountSeen>>();
  if (!token.ok) return { token, line, channels, staff };
  for (const [party, channel] of file.channels) channels.set(party, await channelSeen(call, channel));
  for (const { id, email } of kommune.staff.values()) staff.set(id, await accountByEmail(call, email));
  await findDeactivated(call, kommune, staff);
  return { token, line, channels, staff };
}

interface Said {
  readonly body: unknown;
  readonly scopes: readonly string[] | null;
}

type Call = (method: string, args?: Readonly<Record<string, string>>) => Promise<Answered<Said>>;

const Verdict = z.object({ ok: z.boolean(), error: z.string().optional() });

function caller(base: string, token: string): Call {
  return async (method, args = {}) => {
    for (let wait = 0; ; wait += 1) {
      const response = await reach(`${base}${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: new URLSearchParams(args),
      });
      if (response === null) return { ok: false, code: 'unreachable' };
      if (response.status !== 429 || wait === mostWaits) return answerIn(response);
      await sleep(Math.min(Number(response.headers.get('retry-after') ?? 1) * 1000, longestWaitMs));
    }
  };
}

async function reach(url: string, request: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(answerWithinMs) });
  } catch {
    return null;
  }
}

async function answerIn(response: Response): Promise<Answered<Said>> {
  const body: unknown = await response.json().catch(() => null);
  const verdict = Verdict.safeParse(body);
  if (!verdict.success) return { ok: false, code: `status_${response.status}` };
  if (!verdict.data.ok) return { ok: false, code: verdict.data.error ?? 'unknown' };
  const scopes = response.headers.get('x-oauth-scopes');
  return { ok: true, value: { body, scopes: scopes === null ? null : scopes.split(',').map((each) => each.trim()) } };
}

/** What the answer holds; `unreadable` when it is not what Slack says it is. */
function read<Shape, Value>(
  answer: Answered<Said>,
  shape: z.ZodType<Shape>,
  to: (shape: Shape, said: Said) => Value,
): Answered<Value> {
  if (!answer.ok) return answer;
  const parsed = shape.safeParse(answer.value.body);
  return parsed.success ? { ok: true, value: to(parsed.data, answer.value) } : { ok: false, code: 'unreadable' };
}

const Me = z.object({ team: z.string(), team_id: z.string(), user_id: z.string() });

async function tokenSeen(call: Call): Promise<Answered<TokenSeen>> {
  return read(await call('auth.test'), Me, ({ team, team_id, user_id }, { scopes }) => ({
    workspace: team,
    team: team_id,
    botUser: user_id,
    scopes,
  }));
}

// ---------------------------------------------------------------------------------------------------------------
// How Slack reaches us

async function lineSeen(needs: LookNeeds, base: string): Promise<Answered<null>> {
  const { receive } = needs.connection;
  if (receive.by === 'http') return ownAddress(needs, receive.signingSecret);
  const open = caller(base.endsWith('/') ? base : `${base}/`, receive.appToken);
  return read(await open('apps.connections.open'), z.object({ url: z.string() }), () => null);
}

const Challenged = z.object({ challenge: z.string() });

/** Asks our own address what Slack asks when the address is saved, signed as Slack signs. */
async function ownAddress({ eventsUrl, now }: LookNeeds, secret: string): Promise<Answered<null>> {
  const challenge = `doctor-${now()}`;
  const body = JSON.stringify({ type: 'url_verification', challenge });
  const timestamp = String(Math.floor(now() / 1000));
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const response = await reach(eventsUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    },
    body,
  });
  if (response === null) return { ok: false, code: 'unreachable' };
  if (response.status !== 200) return { ok: false, code: `status_${response.status}` };
  const said = Challenged.safeParse(await response.json().catch(() => null));
  return said.success && said.data.challenge === challenge
    ? { ok: true, value: null }
    : { ok: false, code: 'unreadable' };
}

// ---------------------------------------------------------------------------------------------------------------
// Channels and people

const Info = z.object({
  channel: z.object({
    is_private: z.boolean().default(false),
    is_member: z.boolean().default(false),
    is_archived: z.boolean().default(false),
    is_ext_shared: z.boolean().default(true),
    is_org_shared: z.boolean().default(true),
    is_pending_ext_shared: z.boolean().default(true),
  }),
});
const Page = z.object({
  members: z.array(z.unknown()),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
});

async function channelSeen(call: Call, channel: string): Promise<Answered<ChannelSeen>> {
  const info = await call('conversations.info', { channel });
  const members = info.ok ? await allPages(call, 'conversations.members', { channel, limit: '200' }) : [];
  return read(info, Info, ({ channel: seen }) => ({
    isPrivate: seen.is_private,
    isMember: seen.is_member,
    isArchived: seen.is_archived,
    isShared: seen.is_ext_shared || seen.is_org_shared || seen.is_pending_ext_shared,
    members: members.filter((member) => typeof member === 'string'),
  }));
}

/** What could be read of it. */
async function allPages(call: Call, method: string, args: Readonly<Record<string, string>>): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let cursor = ''; ; ) {
    const page = read(await call(method, { ...args, ...(cursor !== '' && { cursor }) }), Page, (shape) => shape);
    if (!page.ok) return all;
    all.push(...page.value.members);
    cursor = page.value.response_metadata?.next_cursor ?? '';
    if (cursor === '') return all;
  }
}

const Account = z
  .object({
    id: z.string(),
    team_id: z.string().optional(),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    is_email_confirmed: z.boolean().default(false),
    profile: z.object({ email: z.string().optional() }).default({}),
  })
  .transform((user) => ({
    email: user.profile.email?.trim().toLowerCase() ?? null,
    account: {
      user: user.id,
      team: user.is_stranger ? null : (user.team_id ?? null),
      isDeactivated: user.deleted,
      isBot: user.is_bot,
      isGuest: user.is_restricted || user.is_ultra_restricted,
      isConfirmed: user.is_email_confirmed,
    } satisfies AccountSeen,
  }));

async function accountByEmail(call: Call, email: string): Promise<Answered<AccountSeen>> {
  const answer = await call('users.lookupByEmail', { email });
  return read(answer, z.object({ user: Account }), ({ user }) => user.account);
}

/** Slack does not find closed accounts by their address; the list of all has them. */
async function findDeactivated(
  call: Call,
  kommune: Kommune,
  staff: Map<StaffId, Answered<AccountSeen>>,
): Promise<void> {
  const missing = [...kommune.staff.values()].filter(({ id }) => {
    const seen = staff.get(id);
    return seen?.ok === false && seen.code === 'users_not_found';
  });
  if (missing.length === 0) return;
  const listed = await allPages(call, 'users.list', { limit: '1000' });
  const accounts = listed
    .map((each) => Account.safeParse(each))
    .flatMap(({ data }) => (data === undefined ? [] : [data]));
  for (const { id, email } of missing) {
    const found = accounts.find((each) => each.email === email.trim().toLowerCase());
    if (found !== undefined) staff.set(id, { ok: true, value: found.account });
  }
}
