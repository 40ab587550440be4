/**
 * Posting once. Slack has no key against doubling, so each message carries our id, and we note a try before it is made
 * and the place after. A try that did not end is looked up in the channel before it is repeated: after a timeout, a
 * 5xx, or a crash between the call and the note.
 */
import { z } from 'zod';
import type { Instant } from '../../src/domain/words.ts';
import { type Clock, type Log, type Memory, UnavailableError } from '../../src/ports.ts';
import { type Calls, isHeldUp } from './calls.ts';
import { isRefused, UncertainError } from './errors.ts';
import type { Place, Post } from './parts.ts';

/** `ts` is null while a try may be under way, at the latest until `until`. */
const Noted = z.object({
  channel: z.string(),
  ts: z.string().nullable(),
  begunAt: z.number(),
  until: z.number(),
});
type Noted = z.infer<typeof Noted>;

interface Needs {
  readonly calls: Calls;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly log: Log;
}

/** Where notes of posts are kept; `tidyPosts` forgets them. */
const postPrefix = 'slack.post/';
/** An effect is tried for a day; its note outlives it. */
const keepMs = 7 * 86_400_000;
/** Slack may still be working on what we stopped waiting for. */
const settleMs = 1_500;
const settleAfterTimeoutMs = 5_000;
/** How far Slack's clock may be behind ours. */
const clockSkewMs = 300_000;
const mostTurns = 3;

/** Posts each id once, also when asked for it many times at once. */
export function poster(needs: Needs): (post: Post) => Promise<Place> {
  const underWay = new Map<string, Promise<Place>>();
  return (post) => {
    const running = underWay.get(post.id);
    if (running !== undefined) return running;
    const posting = postOnce(needs, post).finally(() => underWay.delete(post.id));
    underWay.set(post.id, posting);
    return posting;
  };
}

async function postOnce(needs: Needs, post: Post): Promise<Place> {
  const { memory, clock } = needs;
  const kept = await memory.read(keyOf(post));
  if (kept === null) return attempt(needs, post, 0);
  const noted = Noted.parse(kept.value);
  if (noted.ts !== null) return { channel: noted.channel, ts: noted.ts };
  const left = noted.until - clock.now();
  if (left > 0) throw new UnavailableError('slack', 'post_not_settled', { retryAfterMs: left });
  const found = await lookUp(needs, post, noted.begunAt);
  if (found === null) return attempt(needs, post, kept.version);
  await note(needs, post, { ...noted, ts: found }, kept.version);
  return { channel: post.channel, ts: found };
}

const keyOf = ({ id }: Post): string => `${postPrefix}${id}`;

async function note({ memory, clock }: Needs, post: Post, noted: Noted, version: number): Promise<void> {
  const kept = await memory.keep(keyOf(post), noted, version, clock.now() + keepMs);
  if (!kept) throw new UnavailableError('slack', 'post_under_way', { retryAfterMs: settleMs });
}

const Posted = z.object({ channel: z.string(), ts: z.string() });

async function attempt(needs: Needs, post: Post, version: number, turns = mostTurns): Promise<Place> {
  const { calls, clock, memory } = needs;
  const args = argsOf(post);
  await calls.turn('chat.postMessage', args);
  const begunAt = clock.now();
  const begun: Noted = { channel: post.channel, ts: null, begunAt, until: begunAt + calls.timeoutMs + settleMs };
  await note(needs, post, begun, version);
  let place: Place;
  try {
    place = placeOf(await calls.ask('chat.postMessage', args));
  } catch (error) {
    if (error instanceof UncertainError) throw await settling(needs, post, begun, version + 1, error);
    await memory.forget(keyOf(post));
    if (!isHeldUp(error) || turns === 1) throw error;
    return attempt(needs, post, 0, turns - 1);
  }
  await note(needs, post, { ...begun, channel: place.channel, ts: place.ts }, version + 1);
  return place;
}

function placeOf(answer: unknown): Place {
  const posted = Posted.safeParse(answer);
  if (!posted.success) throw new UncertainError('unreadable');
  return posted.data;
}

/** Says when the next try may look it up. */
async function settling(
  needs: Needs,
  post: Post,
  begun: Noted,
  version: number,
  { code, cause }: UncertainError,
): Promise<UncertainError> {
  const retryAfterMs = code === 'timeout' ? settleAfterTimeoutMs : settleMs;
  await note(needs, post, { ...begun, until: needs.clock.now() + retryAfterMs }, version);
  return new UncertainError(code, { cause, retryAfterMs });
}

function argsOf({ channel, threadTs, text, blocks, id, plain = false }: Post): Readonly<Record<string, unknown>> {
  return {
    channel,
    text,
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(blocks !== undefined && { blocks }),
    metadata: { event_type: 'indgang', event_payload: { id } },
    ...quiet,
    ...(plain && { mrkdwn: false }),
  };
}

/** Nothing in a text makes Slack fetch, link or call anybody by itself. */
export const quiet = { link_names: false, parse: 'none', unfurl_links: false, unfurl_media: false } as const;

const Page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
        .optional()
        .catch(undefined),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Pages of 200: a channel does not get more in the time an uncertain post waits. */
const mostPages = 50;

/** @returns where the message stands, or null when it is not there; a second one of the same id is taken away */
async function lookUp(needs: Needs, post: Post, since: Instant): Promise<string | null> {
  const found: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = Page.parse(await readPage(needs, post, since, cursor));
    for (const { ts, metadata } of answer.messages) {
      if (metadata?.event_type === 'indgang' && metadata.event_payload.id === post.id) found.push(ts);
    }
    cursor = answer.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') break;
  }
  const [first = null, ...doubles] = found.sort();
  for (const ts of doubles) await takeAway(needs, { channel: post.channel, ts });
  return first;
}

function readPage({ calls }: Needs, post: Post, since: Instant, cursor: string | undefined): Promise<unknown> {
  const { channel, threadTs } = post;
  return calls.call(threadTs === undefined ? 'conversations.history' : 'conversations.replies', {
    channel,
    ...(threadTs !== undefined && { ts: threadTs }),
    oldest: String(Math.max(0, (since - clockSkewMs) / 1000)),
    include_all_metadata: true,
    limit: 200,
    ...(cursor !== undefined && { cursor }),
  });
}

async function takeAway({ calls, log }: Needs, place: Place): Promise<void> {
  try {
    await calls.call('chat.delete', { ...place });
    log.warn({ ...place }, 'slack had a message twice, one is taken away');
  } catch (error) {
    if (!isRefused(error, 'message')) throw error;
  }
}

/** Forgets notes of posts that nobody asks for any more. */
export async function tidyPosts({ memory, clock }: Pick<Needs, 'memory' | 'clock'>): Promise<void> {
  const now = clock.now();
  for (const { key } of await memory.takeDue(postPrefix, now, now + keepMs, 100)) await memory.forget(key);
}
