/**
 * When a call may be made: Slack counts calls by method and minute, and messages by channel and second. Pure: the caller
 * brings the time and does the waiting. Each process keeps its own count; what several take together Slack answers with
 * a 429, which holds up that method alone.
 */
import type { Instant } from '../../src/domain/words.ts';

interface Pace {
  /** Between two calls once the burst is used up, in milliseconds. */
  readonly everyMs: number;
  /** Calls that may come at once after a pause. */
  readonly burst: number;
}

const perMinute = (calls: number, burst: number): Pace => ({ everyMs: 60_000 / calls, burst });

/** Slack's tiers, a little below what it says: its minutes and ours begin at different times. */
const tier1 = perMinute(1, 1);
const tier2 = perMinute(18, 4);
const tier3 = perMinute(46, 8);
const tier4 = perMinute(95, 15);
/** Messages in the whole workspace: "some hundreds" a minute. */
const allPosts = perMinute(240, 30);
const special = perMinute(300, 30);
/** Messages in one channel: about one a second. */
const inChannel: Pace = { everyMs: 1_050, burst: 2 };

const tiers: ReadonlyMap<string, Pace> = new Map([
  ['chat.postMessage', allPosts],
  ...methods(special, 'auth.test', 'api.test'),
  ...methods(tier1, 'apps.manifest.export'),
  ...methods(
    tier2,
    'conversations.create',
    'conversations.archive',
    'conversations.unarchive',
    'conversations.rename',
    'conversations.setTopic',
    'conversations.setPurpose',
    'conversations.list',
    'pins.add',
    'pins.remove',
    'pins.list',
    'bookmarks.add',
    'bookmarks.edit',
    'bookmarks.remove',
    'reactions.remove',
    'users.list',
    'usergroups.list',
    'usergroups.users.list',
    'canvases.create',
  ),
  ...methods(
    tier4,
    'chat.postEphemeral',
    'users.info',
    'conversations.members',
    'views.open',
    'views.push',
    'views.update',
    'views.publish',
    'files.getUploadURLExternal',
    'files.completeUploadExternal',
  ),
]);

function methods(pace: Pace, ...names: readonly string[]): readonly (readonly [string, Pace])[] {
  return names.map((name) => [name, pace]);
}

/** `now`: go after so many milliseconds, the place is taken. `later`: too long to stand and wait, come back then. */
export type Turn =
  | { readonly go: 'now'; readonly afterMs: number }
  | { readonly go: 'later'; readonly afterMs: number };

export interface Limiter {
  /** @param channel where the call goes, or null when that is not counted */
  turn(method: string, channel: string | null, now: Instant): Turn;
  /** Slack has said 429: nothing with this method before `until`. */
  hold(method: string, until: Instant): void;
}

/** When the next call may come if none is saved up, and when the last of those sent away was told to come back. */
interface Line {
  next: Instant;
  away: Instant;
}

/** Forgets lines nobody stands in when there are more than this. */
const mostLines = 2_000;

/**
 * @param patienceMs who must wait longer is told when to come back instead, one after another
 */
export function limiter(patienceMs: number): Limiter {
  const lines = new Map<string, Line>();
  const held = new Map<string, Instant>();

  function lineOf(key: string, now: Instant): Line {
    const known = lines.get(key);
    if (known !== undefined) return known;
    if (lines.size >= mostLines) tidy(lines, now);
    const line = { next: now, away: now };
    lines.set(key, line);
    return line;
  }

  return {
    turn(method, channel, now) {
      const counted = countedOn(method, channel).map(({ key, pace }) => ({ line: lineOf(key, now), pace }));
      const free = counted.map(({ line, pace }) => line.next - (pace.burst - 1) * pace.everyMs);
      const at = Math.max(now, held.get(method) ?? now, ...free);
      if (at - now > patienceMs) return { go: 'later', afterMs: comeBack(counted, at, now) };
      for (const { line, pace } of counted) line.next = Math.max(line.next, at) + pace.everyMs;
      return { go: 'now', afterMs: at - now };
    },
    hold(method, until) {
      held.set(method, Math.max(until, held.get(method) ?? until));
    },
  };
}

function countedOn(method: string, channel: string | null): readonly { readonly key: string; readonly pace: Pace }[] {
  const byMethod = { key: method, pace: tiers.get(method) ?? tier3 };
  if (method !== 'chat.postMessage' || channel === null) return [byMethod];
  return [byMethod, { key: `${method} ${channel}`, pace: inChannel }];
}

/** Spreads those who are sent away, so that they do not all come back at the same moment. */
function comeBack(counted: readonly { readonly line: Line; readonly pace: Pace }[], at: Instant, now: Instant): number {
  const times = counted.map(({ line, pace }) => {
    line.away = Math.max(line.away + pace.everyMs, at);
    return line.away;
  });
  return Math.ceil(Math.max(...times) - now);
}

function tidy(lines: Map<string, Line>, now: Instant): void {
  for (const [key, { next, away }] of lines) if (next < now && away < now) lines.delete(key);
}
