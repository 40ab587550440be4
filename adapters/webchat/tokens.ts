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
  .object({ conv: z.string().min(1), user: z.string().min(1), asker: z.enum(askers), exp: z.number() })
  .transform(({ conv, user, asker, exp }) => ({
    holder: { enquiry: asEnquiry(conv), user, asker },
    endsAt: exp * 1000,
  }));
const TicketClaims = z
  .object({ conv: z.string().min(1), user: z.string().min(1), watermark: z.int().min(0) })
  .transform(({ conv, user, watermark }) => ({ enquiry: asEnquiry(conv), user, watermark }));

/** A visitor nobody has met: a fresh conversation id (safe in a URL) and user id. */
export function newTokenHolder(asker: Asker): TokenHolder {
  return {
    enquiry: asEnquiry(randomBytes(16).toString('base64url')),
    user: `dl_${randomBytes(24).toString('base64url')}`,
    asker,
  };
}

/** Tokens of one secret. Verified ones are remembered, for verifying costs more than the rest of a request. */
export function tokensOf({ clock, secret, lifeSeconds = 1800 }: TokenNeeds): Tokens {
  const key = importKey(secret);
  const remembered = new Map<string, { readonly holder: TokenHolder; readonly endsAt: Instant }>();

  const sign = async (claims: Record<string, unknown>, purpose: string, seconds: number) => {
    const now = Math.floor(clock.now() / 1000);
    return new SignJWT({ ...claims, aud: purpose, iat: now, exp: now + seconds })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(await key);
  };
  const read = async (token: string, purpose: string): Promise<Result<unknown, TokenRefusal>> => {
    try {
      const currentDate = new Date(clock.now());
      const { payload } = await jwtVerify(token, await key, { algorithms: ['HS256'], audience: purpose, currentDate });
      return ok(payload);
    } catch (error) {
      return refuse(refusalOf(error));
    }
  };

  return {
    lifeSeconds,
    issue: ({ enquiry, user, asker }) => sign({ conv: enquiry, user, asker }, 'direct-line', lifeSeconds),
    issueTicket: ({ enquiry, user, watermark }) => sign({ conv: enquiry, user, watermark }, 'stream', ticketSeconds),
    async verify(token) {
      const known = remembered.get(token);
      if (known) return clock.now() < known.endsAt ? ok(known.holder) : refuse('expired');
      const payload = await read(token, 'direct-line');
      if (!payload.ok) return payload;
      const claims = HolderClaims.safeParse(payload.value);
      if (!claims.success) return refuse('foreign');
      remember(remembered, token, claims.data);
      return ok(claims.data.holder);
    },
    async verifyTicket(ticket) {
      const payload = await read(ticket, 'stream');
      if (!payload.ok) return payload;
      const claims = TicketClaims.safeParse(payload.value);
      return claims.success ? ok(claims.data) : refuse('foreign');
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
