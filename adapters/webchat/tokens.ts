/**
 * Who may read and write which conversation: signed tokens (HS256) for requests, and tickets of a minute for opening the stream.
 * Nothing is stored: everything stands in the token. Must not know HTTP.
 */
import { randomBytes, webcrypto } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../src/domain/result.ts';
import { type Asker, askers, type EnquiryId, type Instant } from '../../src/domain/words.ts';
import type { Clock } from '../../src/ports.ts';

/** The one person a token speaks for, in the one conversation it opens. */
export interface TokenHolder {
  readonly enquiry: EnquiryId;
  /** Unguessable and beginning with `dl_`, as Web Chat expects of an id that stands in a token. */
  readonly user: string;
  readonly asker: Asker;
}

/** Leave to open one conversation's stream, read from after `watermark`. */
export interface StreamTicket {
  readonly enquiry: EnquiryId;
  readonly user: string;
  readonly watermark: number;
}

/** `malformed`: not a token at all. `expired`: was ours. `foreign`: signed by another, or made for another purpose. */
export type TokenRefusal = 'malformed' | 'expired' | 'foreign';

export interface Tokens {
  /** Seconds a token lives. */
  readonly lifeSeconds: number;
  issue(holder: TokenHolder): Promise<string>;
  verify(token: string): Promise<Result<TokenHolder, TokenRefusal>>;
  issueTicket(ticket: StreamTicket): Promise<string>;
  verifyTicket(ticket: string): Promise<Result<StreamTicket, TokenRefusal>>;
}

interface TokenNeeds {
  readonly clock: Clock;
  readonly secret: string | Uint8Array;
  /** Clients refresh at half of it; Azure's value is the default. */
  readonly lifeSeconds?: number;
}

const ticketSeconds = 60;
const rememberedTokens = 10_000;

const asEnquiry = (id: string) => id as EnquiryId;
const HolderClaims = z
  .object({ conv: z.string().min(1), user: z.string().min(1), asker: z.enum(askers) })
  .transform(({ conv, user, asker }): TokenHolder => ({ enquiry: asEnquiry(conv), user, asker }));
const TicketClaims = z
  .object({ conv: z.string().min(1), user: z.string().min(1), watermark: z.int().min(0) })
  .transform(({ conv, user, watermark }): StreamTicket => ({ enquiry: asEnquiry(conv), user, watermark }));

/** A visitor nobody has met: a fresh conversation id (safe in a URL) and user id. */
export function newTokenHolder(asker: Asker): TokenHolder {
  return {
    enquiry: asEnquiry(randomBytes(16).toString('base64url')),
    user: `dl_${randomBytes(24).toString('base64url')}`,
    asker,
  };
}

/** Tokens of one secret. */
export function tokensOf({ clock, secret, lifeSeconds = 1800 }: TokenNeeds): Tokens {
  const key = importKey(secret);
  const tokens = signedFor({ clock, key, purpose: 'direct-line', lifeSeconds, claims: HolderClaims });
  const tickets = signedFor({ clock, key, purpose: 'stream', lifeSeconds: ticketSeconds, claims: TicketClaims });
  return {
    lifeSeconds,
    issue: (holder) => tokens.issue(holder, { conv: holder.enquiry, user: holder.user, asker: holder.asker }),
    verify: tokens.verify,
    issueTicket: (ticket) => {
      const { enquiry, user, watermark } = ticket;
      return tickets.issue(ticket, { conv: enquiry, user, watermark });
    },
    verifyTicket: tickets.verify,
  };
}

interface Purpose<Holder> {
  readonly clock: Clock;
  readonly key: Promise<webcrypto.CryptoKey>;
  readonly purpose: string;
  readonly lifeSeconds: number;
  readonly claims: z.ZodType<Holder>;
}

/** Tokens for one purpose. Those seen lately are remembered, for signing and verifying cost more than the rest of a request. */
function signedFor<Holder>({ clock, key, purpose, lifeSeconds, claims }: Purpose<Holder>) {
  const remembered = new Map<string, { readonly holder: Holder; readonly endsAt: Instant }>();
  return {
    async issue(holder: Holder, payload: Record<string, unknown>): Promise<string> {
      const now = Math.floor(clock.now() / 1000);
      const exp = now + lifeSeconds;
      const token = await new SignJWT({ ...payload, aud: purpose, iat: now, exp })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .sign(await key);
      remember(remembered, token, { holder, endsAt: exp * 1000 });
      return token;
    },
    async verify(token: string): Promise<Result<Holder, TokenRefusal>> {
      const known = remembered.get(token);
      if (known) return clock.now() < known.endsAt ? ok(known.holder) : refuse('expired');
      try {
        const options = { algorithms: ['HS256'], audience: purpose, currentDate: new Date(clock.now()) };
        const { payload } = await jwtVerify(token, await key, options);
        const holder = claims.safeParse(payload);
        if (!holder.success || payload.exp === undefined) return refuse('foreign');
        remember(remembered, token, { holder: holder.data, endsAt: payload.exp * 1000 });
        return ok(holder.data);
      } catch (error) {
        return refuse(refusalOf(error));
      }
    },
  };
}

function importKey(secret: string | Uint8Array): Promise<webcrypto.CryptoKey> {
  const raw = Buffer.from(secret);
  return webcrypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

function refusalOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'foreign';
  if (error instanceof errors.JWTClaimValidationFailed) return 'foreign';
  return 'malformed';
}

/** Keeps the newest; the oldest makes room. */
function remember<Entry>(entries: Map<string, Entry>, token: string, entry: Entry): void {
  if (entries.size >= rememberedTokens) {
    const oldest = entries.keys().next();
    if (!oldest.done) entries.delete(oldest.value);
  }
  entries.set(token, entry);
}
