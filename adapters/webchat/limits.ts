/**
 * How fast visitors may go. New conversations are counted per address, generously: a whole school class writes from one.
 * A post into an open conversation is slowed down, not refused, up to a flood bound: standard clients lose a refused post.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { EnquiryId, Instant } from '../../src/domain/words.ts';
import type { Clock } from '../../src/ports.ts';

export interface LimitSettings {
  /** New conversations and tokens a minute from one address. */
  readonly conversationsPerMinute: number;
  /** Posts into one conversation that are never slowed down. */
  readonly postBurst: number;
  /** How fast the burst is earned back. */
  readonly postsPerSecond: number;
  /** Longest delay; who would have to wait longer is refused. */
  readonly postDelayMaxMs: number;
}

export const defaultLimits: LimitSettings = {
  conversationsPerMinute: 120,
  postBurst: 60,
  postsPerSecond: 10,
  postDelayMaxMs: 5_000,
};

/** Go on after a delay (0 mostly), or come back later. */
export type Pace = { readonly delayMs: number } | { readonly retryAfterSeconds: number };

export interface Limits {
  /** One more conversation from this address. */
  conversation(ip: string): Promise<Pace>;
  /** One more post into this conversation; later posts never get an earlier turn. */
  post(enquiry: EnquiryId): Pace;
}

const conversationsWatched = 20_000;

/** Limits of this process alone: with several processes each grants its own share. */
export function limitsOf({ clock }: { readonly clock: Clock }, settings: LimitSettings): Limits {
  const perAddress = new RateLimiterMemory({ points: settings.conversationsPerMinute, duration: 60 });
  /** When each conversation's posts so far are paid off. */
  const paidOffAt = new Map<EnquiryId, Instant>();
  const costMs = 1000 / settings.postsPerSecond;

  return {
    async conversation(ip) {
      try {
        await perAddress.consume(networkOf(ip));
        return { delayMs: 0 };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
      }
    },
    post(enquiry) {
      const now = clock.now();
      const paidOff = Math.max(now, paidOffAt.get(enquiry) ?? 0) + costMs;
      const delayMs = Math.max(0, paidOff - now - settings.postBurst * costMs);
      if (delayMs > settings.postDelayMaxMs) {
        return { retryAfterSeconds: Math.max(1, Math.ceil((delayMs - settings.postDelayMaxMs) / 1000)) };
      }
      paidOffAt.delete(enquiry);
      paidOffAt.set(enquiry, paidOff);
      if (paidOffAt.size > conversationsWatched) forgetOldest(paidOffAt);
      return { delayMs: Math.round(delayMs) };
    },
  };
}

/** One IPv4 address, or the IPv6 network (/64) that one household or school has. */
function networkOf(ip: string): string {
  return ip.includes(':') ? ip.split(':').slice(0, 4).join(':') : ip;
}

function forgetOldest(entries: Map<EnquiryId, Instant>): void {
  const oldest = entries.keys().next();
  if (!oldest.done) entries.delete(oldest.value);
}
