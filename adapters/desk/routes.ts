/** The desk as one Fastify plugin: checks that hold for every request, then the JSON API and the pages. */
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isFromOwnPage } from '../same-origin.ts';
import { closedWords, errorAnswer } from './answers.ts';
import { deskApi } from './api.ts';
import { documentOf } from './document.ts';
import { deskEvents } from './events.ts';
import type { DeskNeeds, DeskParts } from './needs.ts';
import { headed } from './page-reply.ts';
import { deskPages } from './pages.ts';
import { sessions } from './session.ts';
import { closedView, errorView } from './view-pages.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const otherSiteWords = 'Kaldet kom fra en anden side og er afvist. Åbn desken selv, og prøv igen.';

export function deskRoutes(needs: DeskNeeds): FastifyPluginAsync {
  return async (app) => {
    const { kommune } = needs.staffSide;
    const events = deskEvents(needs);
    const parts: DeskParts = { ...needs, events, sessions: sessions({ ...needs, kommune }) };
    app.addHook('preClose', async () => events.close());
    await prepare(app, parts);
    app.addHook('onRequest', (request, reply) => letIn(parts, request, reply));
    await app.register(openApi());
    await app.register(deskApi(parts));
    await app.register(deskPages(parts));
  };
}

async function prepare(app: FastifyInstance, { sessions: { cookieName } }: DeskParts): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('deskStaff', null);
  if (!app.hasRequestDecorator('cookies')) await app.register(cookie);
  if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) await app.register(formbody);
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, null) : parseJson(request, String(body), done),
  );
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Indgang desk',
        version: '1',
        description: 'Queue and conversations for staff. Sign in first: the answer sets a cookie.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName } } },
    },
    transform: jsonSchemaTransform,
  });
}

/** Closed, from another site, or signed in or not: decided before anything is read. */
async function letIn(parts: DeskParts, request: FastifyRequest, reply: FastifyReply) {
  const { signIn, assets, sessions, publicUrl } = parts;
  const isApi = request.routeOptions.url?.startsWith('/desk/api/');
  if (signIn === 'closed' && !request.routeOptions.config.deskAlways) {
    if (isApi) return reply.code(503).send(errorAnswer('desk-closed', `${closedWords.da} ${closedWords.en}`));
    return reply.send(
      headed(reply, 503, documentOf(assets, { title: 'Desk', view: closedView(closedWords), model: null })),
    );
  }
  if (!safeMethods.has(request.method) && !isFromOwnPage({ publicUrl }, request)) {
    if (isApi) return reply.code(403).send(errorAnswer('other-site', otherSiteWords));
    return reply.send(
      headed(reply, 403, documentOf(assets, { title: 'Desk', view: errorView(otherSiteWords), model: null })),
    );
  }
  request.deskStaff = await sessions.read(request.cookies[sessions.cookieName]);
  return undefined;
}

function openApi(): FastifyPluginAsync {
  return async (app) => {
    const schema = { summary: 'This document', response: { 200: z.looseObject({ openapi: z.string() }) } };
    app
      .withTypeProvider<ZodTypeProvider>()
      .get(
        '/desk/api/openapi.json',
        { config: { deskAlways: true, deskOpen: true }, schema },
        async () => ({ ...app.swagger() }) as { openapi: string },
      );
  };
}
