/**
 * The citizen's pages as one plugin: the youth's door, the parent's door, the way out, and the pages about them.
 * Register without a prefix: paths are public names.
 */
import formBody from '@fastify/formbody';
import serveStatic from '@fastify/static';
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { z } from 'zod';
import { UnavailableError } from '../../src/ports.ts';
import { publicBase, streamBase } from '../public-address.ts';
import { isFromOwnPage } from '../same-origin.ts';
import { endSessions, keepSession, readCookies, readSession } from './citizen-session.ts';
import { firstLook, history, nothingShown } from './first-look.ts';
import { AccessibilityPage, PrivacyPage, TroublePage } from './info-view.ts';
import { findOrOpen } from './opening.ts';
import { chatDocument, plainDocument } from './page-document.ts';
import { takeForm } from './page-form.ts';
import { type CitizenPageNeeds, type CitizenPages, pagesOf } from './page-needs.ts';
import { type Door, doorPaths } from './page-state.ts';
import { troubleTexts, uiTexts } from './ui-texts.ts';

const bodyBytesMax = 262_144;
const yearMs = 365 * 24 * 3600 * 1000;
const htmlType = 'text/html; charset=utf-8';

const Start = z.object({
  asker: z.enum(['youth', 'parent']),
  begin: z.string().max(2000).optional(),
  after: z.int().min(0).catch(0),
});

/** @throws Error at start when the browser's files are not built */
export function citizenPages(needs: CitizenPageNeeds): FastifyPluginAsync {
  const pages = pagesOf(needs);
  return async (app) => {
    await readCookies(app);
    if (!app.hasContentTypeParser('application/x-www-form-urlencoded'))
      await app.register(formBody, { bodyLimit: bodyBytesMax });
    await app.register(serveStatic, {
      root: needs.assets.folder,
      prefix: '/assets/',
      index: false,
      decorateReply: false,
      immutable: true,
      maxAge: yearMs,
      preCompressed: true,
    });
    await app.register(async (scope) => {
      scope.addHook('onSend', neverStored);
      scope.setErrorHandler(troubleHandler(pages));
      scope.setNotFoundHandler(notFoundHandler(pages));
      for (const door of ['youth', 'parent'] as const) doorRoutes(scope, pages, door);
      beginRoute(scope, pages);
      exitRoutes(scope, pages);
      infoRoutes(scope, pages);
    });
  };
}

/** Pages stay out of every cache. The referrer stays on our site, and forms can still be told from other sites'. */
async function neverStored(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin');
}

function trouble(pages: CitizenPages, reply: FastifyReply, status: number, text: string): FastifyReply {
  const page = html`<${TroublePage} about=${pages.kommune} text=${text} />`;
  return reply
    .code(status)
    .type(htmlType)
    .send(plainDocument(troubleTexts.title, pages.files, page));
}

/** A page for people, words in JSON for programs; neither repeats the address. */
function notFoundHandler(pages: CitizenPages) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (request.headers.accept?.includes('text/html')) return trouble(pages, reply, 404, troubleTexts.missing);
    return reply.code(404).send({ error: { code: 'not-found', message: troubleTexts.missing } });
  };
}

function troubleHandler(pages: CitizenPages) {
  return (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return trouble(pages, reply, 413, troubleTexts['too-long']);
    if (error instanceof UnavailableError) return trouble(pages, reply, 503, troubleTexts.broken);
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) pages.log.error({ error: error.name }, 'citizen page broke');
    return trouble(pages, reply, status, troubleTexts.broken);
  };
}

function doorRoutes(app: FastifyInstance, pages: CitizenPages, door: Door): void {
  app.get(doorPaths[door], async (request, reply) => {
    const holder = await readSession(pages, request, door);
    const shown = await history(pages, holder).catch((error: unknown) => {
      if (error instanceof UnavailableError) return null;
      throw error;
    });
    if (holder && shown?.conversation) await keepSession(pages, reply, door, holder);
    const state = await firstLook(pages, door, shown ?? nothingShown, shown ? {} : { problem: 'no-history' });
    return reply
      .code(shown ? 200 : 503)
      .type(htmlType)
      .send(chatDocument(state, pages.files));
  });
  app.post(doorPaths[door], (request, reply) =>
    isFromOwnPage(pages, request)
      ? takeForm(pages, door, request, reply)
      : trouble(pages, reply, 403, troubleTexts['not-from-here']),
  );
}

/** The page's script begins here, or goes on: with the cookie it gets a token and a stream for this browser's conversation. */
function beginRoute(app: FastifyInstance, pages: CitizenPages): void {
  app.post('/samtale', async (request, reply) => {
    if (!isFromOwnPage(pages, request))
      return reply.code(403).send({ error: { code: 'BadOrigin', message: troubleTexts['not-from-here'] } });
    const start = Start.safeParse(request.body);
    if (!start.success)
      return reply.code(400).send({ error: { code: 'BadArgument', message: '"asker" must be "youth" or "parent".' } });
    const { asker, begin, after } = start.data;
    const holder = await findOrOpen(pages, request, asker, begin);
    if (!holder.ok)
      return reply
        .code(429)
        .header('retry-after', '30')
        .send({ error: { code: 'TooManyRequests', message: uiTexts.busy } });
    await keepSession(pages, reply, asker, holder.value);
    const { enquiry, user } = holder.value;
    const ticket = await pages.tokens.issueTicket({ enquiry, user, watermark: after });
    const base = streamBase(publicBase(pages, { headers: request.headers, encrypted: request.protocol === 'https' }));
    return {
      conversationId: enquiry,
      token: await pages.tokens.issue(holder.value),
      streamUrl: `${base}/v3/directline/conversations/${enquiry}/stream?t=${ticket}`,
      watermark: String(after),
    };
  });
}

/** "Luk hurtigt": a link, so that it works whatever else does not. A link on another site cannot end a chat. */
function exitRoutes(app: FastifyInstance, pages: CitizenPages): void {
  const exit = async (request: FastifyRequest, reply: FastifyReply) => {
    if (isFromOwnPage(pages, request)) {
      endSessions(pages, reply);
      reply.header('clear-site-data', '"cookies", "storage"');
    }
    return reply.redirect(pages.kommune.exitUrl, 303);
  };
  app.get('/luk', exit);
  app.post('/luk', exit);
}

function infoRoutes(app: FastifyInstance, { kommune, files }: CitizenPages): void {
  const show = (path: string, title: string, page: () => VNode) =>
    app.get(path, async (_request, reply) =>
      reply.type(htmlType).send(plainDocument(`${title} · ${kommune.entrance}`, files, page())),
    );
  show('/privatliv', uiTexts.privacy, () => html`<${PrivacyPage} about=${kommune} />`);
  show('/tilgaengelighed', uiTexts.accessibility, () => html`<${AccessibilityPage} about=${kommune} />`);
}
