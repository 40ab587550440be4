/** The desk as pages and plain forms: everything works without a script, which only makes it live. */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Staff } from '../../src/domain/kommune.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { logError, refusalStatus, saidOf, unseenStatus } from './answers.ts';
import { casePages } from './case-pages.ts';
import { documentOf } from './document.ts';
import { drawBoard, drawConversation } from './draw-model.ts';
import type { Action, Model } from './model.ts';
import type { DeskParts } from './needs.ts';
import { headed, movedTo, page } from './page-reply.ts';
import { commandReaders } from './perform.ts';
import { ActionParams, EnquiryParams, PageQuery, SessionBody } from './schemas.ts';
import { askSummary } from './summary.ts';
import { deskView } from './view.ts';
import { errorView, signInView } from './view-pages.ts';
import { draftKey, type Failure, type Summary, titleOf, type Ui } from './view-state.ts';
import { refusalWords } from './words.ts';

export function deskPages(parts: DeskParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.setErrorHandler((error: FastifyError, request, reply) => {
      const { status, answer } = saidOf(error);
      logError(parts.log, request, error, status);
      const view = errorView(answer.error.message);
      return reply.send(headed(reply, status, documentOf(parts.assets, { title: 'Desk', view, model: null })));
    });
    app.get('/desk', { schema: { ...page('The desk, or sign-in'), querystring: PageQuery } }, async (request, reply) =>
      request.deskStaff === null
        ? signIn(parts, reply, 200, null)
        : desk(parts, reply, request.deskStaff, { enquiry: request.query.enquiry ?? null }),
    );
    await app.register(sessionForms(parts));
    await app.register(casePages(parts));
    app.post(
      '/desk/enquiries/:id/summary',
      { schema: { ...page('A draft summary as a form'), params: EnquiryParams } },
      async ({ params: { id }, deskStaff }, reply) => {
        if (deskStaff === null) return movedTo(reply, '/desk');
        const { status, summary } = await askSummary(parts, deskStaff, id);
        return desk(parts, reply, deskStaff, { enquiry: id, status, summary });
      },
    );
    app.post(
      '/desk/enquiries/:id/:action',
      { schema: { ...page('An action as a form'), params: ActionParams } },
      async (request, reply) => {
        const { id, action } = request.params;
        if (request.deskStaff !== null) return takeForm(parts, request, reply, { id, action, me: request.deskStaff });
        return movedTo(reply, '/desk');
      },
    );
  };
}

function sessionForms(parts: DeskParts): FastifyPluginAsyncZod {
  const { staffSide, sessions } = parts;
  return async (app) => {
    app.post('/desk/session', { schema: page('Demo sign-in as a form') }, async ({ body }, reply) => {
      const read = SessionBody.safeParse(body);
      const staff = read.success ? staffSide.kommune.staff.get(read.data.staffId) : undefined;
      if (!staff) return signIn(parts, reply, 400, 'Vælg en medarbejder på listen.');
      reply.setCookie(sessions.cookieName, await sessions.start(staff.id), sessions.cookieOptions);
      return movedTo(reply, '/desk');
    });
    app.post('/desk/session/end', { schema: page('Sign out as a form') }, async (_request, reply) =>
      movedTo(reply.clearCookie(sessions.cookieName, sessions.cookieOptions), '/desk'),
    );
  };
}

interface Form {
  readonly id: EnquiryId;
  readonly action: Action;
  readonly me: Staff;
}

async function takeForm(
  parts: DeskParts,
  { body }: { body: unknown },
  reply: FastifyReply,
  { id, action, me }: Form,
): Promise<string> {
  const drafts = draftsOf(body, id, action);
  const read = commandReaders[action](body, randomUUID());
  if (!read.ok) {
    const failed = { action, message: 'Ret det, der mangler.', fields: read.fields };
    return desk(parts, reply, me, { enquiry: id, status: 400, failed, drafts });
  }
  const result = await parts.staffSide.act(me.id, id, read.command);
  if (result.ok) return movedTo(reply, action === 'close' || action === 'return' ? '/desk' : `/desk?enquiry=${id}`);
  const failed = { action, message: refusalWords[result.reason], fields: {} };
  return desk(parts, reply, me, { enquiry: id, status: refusalStatus(result.reason), failed, drafts });
}

/** What was typed, so that a page with an error shows it again. */
function draftsOf(body: unknown, id: string, action: Action): Ui['drafts'] {
  const fields = z.record(z.string(), z.string().max(20_000)).safeParse(body);
  return Object.fromEntries(
    Object.entries(fields.data ?? {}).map(([field, text]) => [draftKey(id, action, field), text]),
  );
}

interface Shown {
  readonly enquiry: EnquiryId | null;
  readonly status?: number;
  readonly failed?: Failure;
  readonly drafts?: Ui['drafts'];
  readonly summary?: Summary;
}

async function desk(
  parts: DeskParts,
  reply: FastifyReply,
  me: Staff,
  { enquiry, status, ...shown }: Shown,
): Promise<string> {
  const read = enquiry === null ? null : await parts.staffSide.read(me.id, enquiry);
  if (read !== null && !read.ok) {
    const view = errorView(refusalWords[read.reason]);
    return headed(reply, unseenStatus(read.reason), documentOf(parts.assets, { title: 'Desk', view, model: null }));
  }
  const conversation = read && (await drawConversation(parts, me, read.value));
  const board = await drawBoard(parts, me);
  const model: Model = { board, conversation };
  const view = deskView(model, firstUi(parts.clock.now(), shown));
  return headed(reply, status ?? 200, documentOf(parts.assets, { title: titleOf(board.rows), view, model }));
}

function firstUi(nowMs: number, { failed, drafts, summary }: Omit<Shown, 'enquiry'>): Ui {
  return {
    link: 'page',
    nowMs,
    drafts: drafts ?? {},
    failed: failed ?? null,
    busy: null,
    opening: null,
    gone: null,
    status: '',
    sound: false,
    blank: false,
    keys: true,
    unseen: false,
    clientId: randomUUID(),
    summary: summary ?? null,
  };
}

function signIn({ staffSide, assets }: DeskParts, reply: FastifyReply, status: number, wrong: string | null): string {
  return headed(
    reply,
    status,
    documentOf(assets, { title: 'Desk – log ind', view: signInView(staffSide.kommune, wrong), model: null }),
  );
}
