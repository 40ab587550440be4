/**
 * Lets pages of other sites use Direct Line. One header missing here leaves Web Chat on "connecting" for ever.
 */
import type { FastifyInstance } from 'fastify';
import { type AddressNeeds, isOriginAllowed } from '../public-address.ts';

/** `*` would not cover Authorization, so each is named. */
const allowedHeaders = 'authorization, content-type, x-ms-bot-agent, x-requested-with';
const preflightSeconds = 7200;

/** Adds the headers to every answer in this scope, errors included, and answers preflights. */
export function allowOtherSites(app: FastifyInstance, needs: AddressNeeds): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('vary', 'Origin').header('cache-control', 'no-store');
    const { origin } = request.headers;
    const encrypted = request.protocol === 'https';
    if (origin === undefined || !isOriginAllowed(needs, { headers: request.headers, encrypted })) return;
    reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', 'retry-after');
  });
  app.options('/*', async (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', 'GET, POST, OPTIONS')
      .header('access-control-allow-headers', allowedHeaders)
      .header('access-control-max-age', String(preflightSeconds))
      .send(),
  );
}
