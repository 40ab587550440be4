/**
 * Where the outside reaches us, and which web pages may talk to us.
 */
import type { IncomingHttpHeaders } from 'node:http';

/** `*`, or origins such as `https://www.example.dk`. Our own origin is always allowed. */
export type AllowedOrigins = '*' | readonly string[];

export interface AddressNeeds {
  /** Base URL as citizens reach us, e.g. `https://unge.example.dk`, or null: then the request's own headers tell. */
  readonly publicUrl: string | null;
  readonly allowedOrigins: AllowedOrigins;
}

interface Request {
  readonly headers: IncomingHttpHeaders;
  readonly encrypted: boolean;
}

const host = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:.]+\](?::\d{1,5})?$/i;

/** Scheme, host and path prefix without a slash at the end, e.g. `https://unge.example.dk`. */
export function publicBase({ publicUrl }: Pick<AddressNeeds, 'publicUrl'>, { headers, encrypted }: Request): string {
  if (publicUrl !== null) return publicUrl.replace(/\/+$/, '');
  const scheme = firstOf(headers['x-forwarded-proto']) ?? (encrypted ? 'https' : 'http');
  const forwarded = firstOf(headers['x-forwarded-host']) ?? headers.host ?? 'localhost';
  return `${scheme === 'https' ? 'https' : 'http'}://${host.test(forwarded) ? forwarded : 'localhost'}`;
}

/** The same address for WebSocket: `https` becomes `wss`. */
export function streamBase(base: string): string {
  return base.replace(/^http/, 'ws');
}

/** Whether a page of this origin may talk to us; programs that send no origin may. */
export function isOriginAllowed(needs: AddressNeeds, request: Request): boolean {
  const { origin } = request.headers;
  if (origin === undefined || needs.allowedOrigins === '*') return true;
  const own = [publicBase(needs, request), publicBase({ publicUrl: null }, request)];
  return needs.allowedOrigins.includes(origin) || own.some((base) => originOf(base) === origin);
}

function originOf(base: string): string | null {
  return URL.parse(base)?.origin ?? null;
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim();
}
