/** How often the app may call: by method and minute, and about one message a second in each channel. */
import type { EmulatorClock } from './clock.ts';
import type { Tier } from './method.ts';

export interface Limits {
  /** Calls a minute by tier, each method for itself. */
  readonly perMinute: Readonly<Record<'1' | '2' | '3' | '4' | 'special', number>>;
  /** Messages a second in one channel, when the burst is used up. */
  readonly postsPerSecond: number;
  readonly postBurst: number;
  /** Messages a minute in the whole workspace. */
  readonly postsPerMinute: number;
}

export const realLimits: Limits = {
  perMinute: { '1': 1, '2': 20, '3': 50, '4': 100, special: 600 },
  postsPerSecond: 1,
  postBurst: 3,
  postsPerMinute: 300,
};

/** Takes one call from what is left; answers the seconds to wait when nothing is. */
export type TakeCall = (method: string, tier: Tier, channel: string) => number | null;

interface Bucket {
  left: number;
  at: number;
}

export function limiter(clock: EmulatorClock, limits: Limits): TakeCall {
  const buckets = new Map<string, Bucket>();
  const calls = new Map<string, number[]>();

  /** A sliding minute, as a limit by the minute behaves to the one who meets it. */
  const takeOfMinute = (key: string, most: number): number | null => {
    const now = clock.now();
    const recent = (calls.get(key) ?? []).filter((at) => now - at < 60_000);
    calls.set(key, recent);
    if (recent.length < most) {
      recent.push(now);
      return null;
    }
    return Math.max(1, Math.ceil(((recent[0] ?? now) + 60_000 - now) / 1000));
  };

  const takePost = (channel: string): number | null => {
    const now = clock.now();
    const bucket = buckets.get(channel) ?? { left: limits.postBurst, at: now };
    bucket.left = Math.min(limits.postBurst, bucket.left + ((now - bucket.at) / 1000) * limits.postsPerSecond);
    bucket.at = now;
    buckets.set(channel, bucket);
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / limits.postsPerSecond));
    const wait = takeOfMinute('post', limits.postsPerMinute);
    if (wait === null) bucket.left -= 1;
    return wait;
  };

  return (method, tier, channel) =>
    tier === 'post' ? takePost(channel) : takeOfMinute(method, limits.perMinute[`${tier}`]);
}
