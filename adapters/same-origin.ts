/** Whether a request that changes something came from our own pages. */
import type { FastifyRequest } from 'fastify';
import { type AddressNeeds, publicBase } from './public-address.ts';

/**
 * Browsers say where a request comes from; another site's form or script is refused. Programs that say nothing hold no
 * cookie of ours that another site could misuse.
 */
export function isFromOwnPage(needs: Pick<AddressNeeds, 'publicUrl'>, request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  const here = { headers: request.headers, encrypted: request.protocol === 'https' };
  const own = [publicBase(needs, here), publicBase({ publicUrl: null }, here)];
  return own.some((base) => URL.parse(base)?.origin === origin);
}
