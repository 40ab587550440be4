/** Whether a request that changes something was made by our own pages, or by no browser at all. */
import type { FastifyRequest } from 'fastify';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers say where a request comes from in `Sec-Fetch-Site` (which a page cannot forge) and, older ones, in `Origin`.
 *
 * @param publicUrl address that people use, which a proxy may hide from us
 * @returns true also when neither header is there: no browser sends a form from another site without one of them
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string): boolean {
  if (safeMethods.has(request.method)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  const from = URL.parse(origin);
  return from !== null && (from.origin === URL.parse(publicUrl)?.origin || from.host === request.host);
}
