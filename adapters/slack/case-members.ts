/**
 * Who is in a case file's channel and who may be: looking, letting in, putting out. Who may be there is the case file's
 * to say, never Slack's.
 */
import { z } from 'zod';
import type { CaseFile } from '../../src/domain/case-file.ts';
import { membersNow } from '../../src/domain/case-team.ts';
import type { Instant, StaffId } from '../../src/domain/words.ts';
import { isRefused, type SlackRefusedError } from './errors.ts';
import type { People, SlackParts, Web } from './parts.ts';

export interface Team {
  /** Slack's ids of those who may be in the channel, coordinator first. */
  readonly users: ReadonlyMap<StaffId, string>;
  /** May know, and are not in Slack. */
  readonly missing: readonly StaffId[];
}

/** Everybody whom the case file lets in now, as Slack knows them. */
export async function teamOf(
  { people, kommune }: Pick<SlackParts, 'people' | 'kommune'>,
  caseFile: CaseFile,
  now: Instant,
): Promise<Team> {
  const members = membersNow(caseFile, kommune, now);
  const found = await Promise.all(members.map(async (staff) => [staff, await slackOf(people, staff)] as const));
  const users = new Map(found.flatMap(([staff, user]) => (user === null ? [] : [[staff, user] as const])));
  return { users, missing: members.filter((staff) => !users.has(staff)) };
}

function slackOf(people: People, staff: StaffId): Promise<string | null> {
  return people.slackOf(staff);
}

const Members = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const mostPages = 50;

/** Everybody in the channel, ourselves too; page by page. @throws SlackRefusedError */
export async function whoIsIn(web: Web, channel: string): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const args = { channel, limit: 200, ...(cursor !== undefined && { cursor }) };
    const answer = Members.parse(await web.call('conversations.members', args));
    found.push(...answer.members);
    cursor = answer.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') break;
  }
  return found;
}

export interface LetIn {
  readonly inside: readonly string[];
  readonly refused: readonly { readonly user: string; readonly code: string }[];
  /** The channel itself said no: it must be looked at again. */
  readonly lost: boolean;
}

const mostAtOnce = 30;

/** Invites all in one call, and one by one when that is refused: one who cannot come keeps nobody else out. */
export async function letIn(web: Web, channel: string, users: readonly string[]): Promise<LetIn> {
  const first = users.slice(0, mostAtOnce);
  const no = await invite(web, channel, first);
  if (no === null) return { inside: first, refused: [], lost: false };
  if (channelGone(no)) return { inside: [], refused: [], lost: true };
  if (first.length === 1) return oneBy(first, [no.code]);
  const codes: (string | null)[] = [];
  for (const user of first) codes.push((await invite(web, channel, [user]))?.code ?? null);
  return oneBy(first, codes);
}

function oneBy(users: readonly string[], codes: readonly (string | null)[]): LetIn {
  const isIn = (code: string | null | undefined) => code === null || code === 'already_in_channel';
  return {
    inside: users.filter((_, index) => isIn(codes[index])),
    refused: users.flatMap((user, index) => (isIn(codes[index]) ? [] : [{ user, code: codes[index] ?? 'unknown' }])),
    lost: false,
  };
}

async function invite(web: Web, channel: string, users: readonly string[]): Promise<SlackRefusedError | null> {
  try {
    await web.call('conversations.invite', { channel, users: users.join(',') });
    return null;
  } catch (error) {
    if (isRefused(error)) return error;
    throw error;
  }
}

/** `out`: they are not there. `lost`: it must be looked at again. `stays`: Slack will not let us. */
export async function putOut(web: Web, channel: string, user: string): Promise<'out' | 'lost' | 'stays'> {
  try {
    await web.call('conversations.kick', { channel, user });
    return 'out';
  } catch (error) {
    if (!isRefused(error)) throw error;
    if (error.code === 'user_not_found') return 'out';
    return channelGone(error) ? 'lost' : 'stays';
  }
}

/** Slack no longer has the channel for us, or not as it was. */
export function channelGone({ code }: SlackRefusedError): boolean {
  return gone.includes(code);
}

const gone: readonly string[] = ['channel_not_found', 'not_in_channel', 'is_archived', 'externally_shared'];
