/**
 * Which conversation a browser has: a signed cookie that scripts cannot read, one for each door. It is gone when the browser
 * is closed, and nothing else is stored on the device by the server.
 */
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Door } from './page-state.ts';
import type { TokenHolder, Tokens } from './tokens.ts';

/** A week: a matter may wait for days, and a browser may stay open as long. */
export const sessionSeconds = 7 * 24 * 3600;

export interface SessionNeeds {
  /** Signed with a secret of their own, so that they open no stream and no route of the wire. */
  readonly sessions: Pick<Tokens, 'issue' | 'verify'>;
  /** Base URL as citizens reach us; https makes the cookie `__Host-` and Secure. */
  readonly publicUrl: string | null;
}

const names = { youth: 'indgang', parent: 'indgang-foraelder' } as const satisfies Record<Door, string>;

function isSecure({ publicUrl }: Pick<SessionNeeds, 'publicUrl'>): boolean {
  return publicUrl?.startsWith('https:') ?? false;
}

function cookieName(needs: Pick<SessionNeeds, 'publicUrl'>, door: Door): string {
  return `${isSecure(needs) ? '__Host-' : ''}${names[door]}`;
}

/** Reads cookies in this scope, unless somebody above does already. */
export async function readCookies(app: FastifyInstance): Promise<void> {
  if (!app.hasReplyDecorator('setCookie')) await app.register(cookie);
}

/** Who a session token speaks for, or null when it is not ours, too old, or for the other door. */
export async function holderOf(
  { sessions }: Pick<SessionNeeds, 'sessions'>,
  token: string | undefined,
  door: Door,
): Promise<TokenHolder | null> {
  if (!token) return null;
  const holder = await sessions.verify(token);
  return holder.ok && holder.value.asker === door ? holder.value : null;
}

export function readSession(needs: SessionNeeds, request: FastifyRequest, door: Door): Promise<TokenHolder | null> {
  return holderOf(needs, request.cookies[cookieName(needs, door)], door);
}

/** Keeps the conversation for another week, or until the browser closes. */
export async function keepSession(
  needs: SessionNeeds,
  reply: FastifyReply,
  door: Door,
  holder: TokenHolder,
): Promise<void> {
  reply.setCookie(cookieName(needs, door), await needs.sessions.issue(holder), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(needs),
  });
}

/** Ends the conversations of both doors in this browser. */
export function endSessions(needs: SessionNeeds, reply: FastifyReply): void {
  for (const door of ['youth', 'parent'] as const) {
    reply.clearCookie(cookieName(needs, door), { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(needs) });
  }
}
