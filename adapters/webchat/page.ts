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
import { endSessions, keepSession, readCookies, readSession } from './citizen-session.ts';
import { firstLook, history } from './first-look.ts';
import { AccessibilityPage, PrivacyPage, TroublePage } from './info-view.ts';
import { findOrOpen } from './opening.ts';
import { chatDocument, type PageFiles, plainDocument } from './page-document.ts';
import { takeForm } from './page-form.ts';
import type { CitizenPageNeeds } from './page-needs.ts';
import { type Door, doorPaths } from './page-state.ts';
import { publicBase, streamBase } from './public-address.ts';
import { isFromOwnPage } from './same-origin.ts';
import { troubleTexts, uiTexts } from './ui-texts.ts';

const bodyBytesMax = 262_144;
const yearSeconds = 365 * 24 * 3600;
const htmlType = 'text/html; charset=utf-8';

const Start = z.object({
  asker: z.enum(['youth', 'parent']),
  begin: z.string().max(2000).optional(),
  after: z.int().min(0).catch(0),
});

/** @throws Error at start when the browser's files are not built */
export function citizenPages(needs: CitizenPageNeeds): FastifyPluginAsync {
  const files = needs.assets.files('webchat/client/main.ts');
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
      maxAge: yearSeconds * 1000,
      preCompressed: true,
    });
    await app.register(async (pages) => {
      pages.addHook('onSend', neverStored);
      pages.setErrorHandler(troubleHandler(needs, files));
      for (const door of ['youth', 'parent'] as const) doorRoutes(pages, needs, files, door);
      beginRoute(pages, needs);
      exitRoutes(pages, needs);
      infoRoutes(pages, needs, files);
    });
  };
}

/** Pages stay out of every cache. The referrer stays on our site, and forms can still be told from other sites'. */
async function neverStored(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin');
}

function trouble(
  needs: CitizenPageNeeds,
  files: PageFiles,
  reply: FastifyReply,
  status: number,
  text: string,
): FastifyReply {
  const page = html`<${TroublePage} about=${needs.kommune} text=${text} />`;
  return reply
    .code(status)
    .type(htmlType)
    .send(plainDocument(troubleTexts.title, files, page));
}

function troubleHandler(needs: CitizenPageNeeds, files: PageFiles) {
  return (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return trouble(needs, files, reply, 413, troubleTexts['too-long']);
    if (error instanceof UnavailableError) return trouble(needs, files, reply, 503, troubleTexts.broken);
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) needs.log.error({ error: error.name }, 'citizen page broke');
    return trouble(needs, files, reply, status, troubleTexts.broken);
  };
}

function doorRoutes(app: FastifyInstance, needs: CitizenPageNeeds, files: PageFiles, door: Door): void {
  app.get(doorPaths[door], async (request, reply) => {
    const holder = await readSession(needs, request, door);
    const messages = await history(needs, holder).catch((error: unknown) => {
      if (error instanceof UnavailableError) return null;
      throw error;
    });
    if (holder && messages?.length) await keepSession(needs, reply, door, holder);
    const state = await firstLook(needs, door, messages ?? [], messages ? {} : { problem: 'no-history' });
    return reply
      .code(messages ? 200 : 503)
      .type(htmlType)
      .send(chatDocument(state, files));
  });
  app.post(doorPaths[door], (request, reply) =>
    isFromOwnPage(needs, request)
      ? takeForm(needs, files, door, request, reply)
      : trouble(needs, files, reply, 403, troubleTexts['not-from-here']),
  );
}

/** The page's script begins here, or goes on: with the cookie it gets a token and a stream for this browser's conversation. */
function beginRoute(app: FastifyInstance, needs: CitizenPageNeeds): void {
  app.post('/samtale', async (request, reply) => {
    if (!isFromOwnPage(needs, request))
      return reply.code(403).send({ error: { code: 'BadOrigin', message: troubleTexts['not-from-here'] } });
    const start = Start.safeParse(request.body);
    if (!start.success)
      return reply.code(400).send({ error: { code: 'BadArgument', message: '"asker" must be "youth" or "parent".' } });
    const { asker, begin, after } = start.data;
    const holder = await findOrOpen(needs, request, asker, begin);
    if (!holder.ok)
      return reply
        .code(429)
        .header('retry-after', '30')
        .send({ error: { code: 'TooManyRequests', message: uiTexts.busy } });
    await keepSession(needs, reply, asker, holder.value);
    const { enquiry, user } = holder.value;
    const ticket = await needs.tokens.issueTicket({ enquiry, user, watermark: after });
    const base = streamBase(publicBase(needs, { headers: request.headers, encrypted: request.protocol === 'https' }));
    return {
      conversationId: enquiry,
      token: await needs.tokens.issue(holder.value),
      streamUrl: `${base}/v3/directline/conversations/${enquiry}/stream?t=${ticket}`,
      watermark: String(after),
    };
  });
}

/** "Luk hurtigt": a link, so that it works whatever else does not. A link on another site cannot end a chat. */
function exitRoutes(app: FastifyInstance, needs: CitizenPageNeeds): void {
  const exit = async (request: FastifyRequest, reply: FastifyReply) => {
    if (isFromOwnPage(needs, request)) {
      endSessions(needs, reply);
      reply.header('clear-site-data', '"cookies", "storage"');
    }
    return reply.redirect(needs.kommune.exitUrl, 303);
  };
  app.get('/luk', exit);
  app.post('/luk', exit);
}

function infoRoutes(app: FastifyInstance, { kommune }: CitizenPageNeeds, files: PageFiles): void {
  const show = (path: string, title: string, page: () => VNode) =>
    app.get(path, async (_request, reply) =>
      reply.type(htmlType).send(plainDocument(`${title} · ${kommune.entrance}`, files, page())),
    );
  show('/privatliv', uiTexts.privacy, () => html`<${PrivacyPage} about=${kommune} />`);
  show('/tilgaengelighed', uiTexts.accessibility, () => html`<${AccessibilityPage} about=${kommune} />`);
}
