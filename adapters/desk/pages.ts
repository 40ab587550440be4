/** The desk as pages and plain forms: everything works without a script, which only makes it live. */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { maySee } from '../../src/domain/access.ts';
import { codeOf } from '../../src/domain/code.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { refusalWords } from '../staff-words.ts';
import { logError, refusalStatus, saidOf, unseenStatus } from './answers.ts';
import { casePages } from './case-pages.ts';
import { documentOf } from './document.ts';
import { drawBoard, drawConversation, drawTaking, rowOf } from './draw-model.ts';
import type { Action, Beside, Model } from './model.ts';
import type { DeskParts } from './needs.ts';
import { headed, movedTo, page } from './page-reply.ts';
import { commandReaders, readTakeIn } from './perform.ts';
import { ActionParams, EnquiryParams, PageQuery, SessionBody, TakeInBody } from './schemas.ts';
import { askSummary } from './summary.ts';
import { deskView } from './view.ts';
import { errorView, signInView } from './view-pages.ts';
import { draftKey, type Failure, newEnquiry, type Summary, titleOf, type Ui } from './view-state.ts';

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
        : show(parts, reply, request.deskStaff, request.query),
    );
    await app.register(sessionForms(parts));
    await app.register(casePages(parts));
    app.post(
      '/desk/enquiries',
      { schema: page('Somebody called or came in, as a form') },
      async ({ body, deskStaff }, reply) =>
        deskStaff === null ? movedTo(reply, '/desk') : takeIn(parts, reply, deskStaff, body),
    );
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

/** What the address asks for: a conversation, a new enquiry, the code of one just taken in, or what has a code. */
async function show(
  parts: DeskParts,
  reply: FastifyReply,
  me: Staff,
  { enquiry, new: channel, taken, code }: z.infer<typeof PageQuery>,
): Promise<string> {
  if (enquiry !== undefined) return desk(parts, reply, me, { enquiry });
  if (channel !== undefined) return desk(parts, reply, me, { beside: drawTaking(parts, channel) });
  if (taken !== undefined) return desk(parts, reply, me, { beside: { is: 'taken', id: taken, code: codeOf(taken) } });
  if (code === undefined || code.trim() === '') return desk(parts, reply, me, {});
  const found = await parts.staffSide.find(me.id, code);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return movedTo(reply, `/desk?enquiry=${only.id}`);
  const rows = found.map((one) => rowOf(parts, me, one));
  return desk(parts, reply, me, { beside: { is: 'found', code: code.trim(), rows } });
}

async function takeIn(parts: DeskParts, reply: FastifyReply, me: Staff, body: unknown): Promise<string> {
  const read = readTakeIn(body, randomUUID());
  const again = (status: number, message: string, fields: Failure['fields']) => {
    const channel = TakeInBody.shape.channel.catch('phone').parse(Object(body).channel);
    const failed: Failure = { action: 'take_in', message, fields };
    const drafts = draftsOf(body, newEnquiry, 'take_in');
    return desk(parts, reply, me, { beside: drawTaking(parts, channel), status, failed, drafts });
  };
  if (!read.ok) return again(400, 'Ret det, der mangler.', read.fields);
  const result = await parts.staffSide.takeIn(me.id, read.command);
  if (result.ok) return movedTo(reply, `/desk?taken=${result.value.id}`);
  return again(409, refusalWords[result.reason], {});
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
  const about = aboutOf(body);
  const drafts = draftsOf(body, id, `${action}${about ?? ''}`);
  const which = about === undefined ? {} : { about };
  const read = commandReaders[action](body, randomUUID());
  if (!read.ok) {
    const failed = { action, ...which, message: 'Ret det, der mangler.', fields: read.fields };
    return desk(parts, reply, me, { enquiry: id, status: 400, failed, drafts });
  }
  const result = await parts.staffSide.act(me.id, id, read.command);
  if (result.ok) {
    const leaves = action === 'close' || action === 'return' || !maySee(result.value, me);
    return movedTo(reply, leaves ? '/desk' : `/desk?enquiry=${id}`);
  }
  const failed = { action, ...which, message: refusalWords[result.reason], fields: {} };
  return desk(parts, reply, me, { enquiry: id, status: refusalStatus(result.reason), failed, drafts });
}

/** Number of the answer that a form is about. */
function aboutOf(body: unknown): string | undefined {
  return z.object({ seq: z.string().max(7) }).safeParse(body).data?.seq;
}

/** What was typed, so that a page with an error shows it again. */
function draftsOf(body: unknown, id: string, action: string): Ui['drafts'] {
  const fields = z.record(z.string(), z.string().max(20_000)).safeParse(body);
  return Object.fromEntries(
    Object.entries(fields.data ?? {}).map(([field, text]) => [draftKey(id, action, field), text]),
  );
}

interface Shown {
  readonly enquiry?: EnquiryId;
  readonly beside?: Beside;
  readonly status?: number;
  readonly failed?: Failure;
  readonly drafts?: Ui['drafts'];
  readonly summary?: Summary;
}

async function desk(
  parts: DeskParts,
  reply: FastifyReply,
  me: Staff,
  { enquiry, beside, status, ...shown }: Shown,
): Promise<string> {
  const read = enquiry === undefined ? null : await parts.staffSide.read(me.id, enquiry);
  if (read !== null && !read.ok) {
    const view = errorView(refusalWords[read.reason]);
    return headed(reply, unseenStatus(read.reason), documentOf(parts.assets, { title: 'Desk', view, model: null }));
  }
  const conversation = read && (await drawConversation(parts, me, read.value));
  const board = await drawBoard(parts, me);
  const model: Model = { board, conversation, beside: beside ?? null };
  const view = deskView(model, firstUi(parts.clock.now(), shown));
  return headed(reply, status ?? 200, documentOf(parts.assets, { title: titleOf(board.rows), view, model }));
}

function firstUi(nowMs: number, { failed, drafts, summary }: Omit<Shown, 'enquiry' | 'beside'>): Ui {
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
