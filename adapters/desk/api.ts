/** The desk as a JSON API (design: public names), for the page's own script and for other programs. */
import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Staff } from '../../src/domain/kommune.ts';
import { errorAnswer, notSignedInWords, refusalAnswer, refusalStatus, sendJsonError, unseenStatus } from './answers.ts';
import { caseApi } from './case-api.ts';
import { drawBoard, drawConversation, personOf, queueItem, rowOf } from './draw-model.ts';
import { type Action, actions } from './model.ts';
import type { DeskParts } from './needs.ts';
import { commandReaders } from './perform.ts';
import {
  BoardAnswer,
  CodeQuery,
  ConversationAnswer,
  commandBodies,
  EnquiryAnswer,
  EnquiryParams,
  ErrorAnswer,
  EventsQuery,
  FoundAnswer,
  PersonAnswer,
  QueueAnswer,
  ReplyHeaders,
  SessionBody,
  SummaryAnswer,
  TakeInBody,
} from './schemas.ts';
import { sessionHours } from './session.ts';
import { askSummary } from './summary.ts';
import { summaryWords } from './words.ts';

const security = [{ session: [] }];
const refused = { 400: ErrorAnswer, 401: ErrorAnswer, 403: ErrorAnswer, 503: ErrorAnswer };

const summaries = {
  claim: 'Take a waiting enquiry; the first one wins',
  reply: 'Answer the citizen; the same clientId (or Idempotency-Key header) is the same answer',
  spoke: 'You have spoken with the citizen on the phone or face to face; nobody waits any longer',
  correct: 'Put your own answer `seq` right by a new message; the same clientId is the same correction',
  remove: 'Take your own answer `seq` back; its words are kept as an internal note',
  invite_helper: 'Let a colleague read and answer; by the one who has it',
  remove_helper: 'Let a helper go; by the one who has it, or the helper',
  transfer: 'Offer it to another party; the giver stays answerable until somebody there accepts',
  accept: 'Accept what was offered to your party',
  decline: 'Decline what was offered to your party',
  return: 'Give it back to the queue it came from',
  close: 'Close it with how it ended',
} satisfies Record<Action, string>;

/** Only behind the sign-in hook of `routes.ts`. */
function signedIn({ deskStaff }: { deskStaff: Staff | null }): Staff {
  if (deskStaff === null) throw new Error('desk: a route was reached without sign-in');
  return deskStaff;
}

export function deskApi(parts: DeskParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.setErrorHandler(sendJsonError(parts.log));
    app.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      if (request.deskStaff !== null || request.routeOptions.config.deskOpen) return;
      return reply.code(401).send(errorAnswer('not-signed-in', notSignedInWords));
    });
    await app.register(sessionRoutes(parts));
    await app.register(readingRoutes(parts));
    await app.register(summaryRoute(parts));
    await app.register(counterRoutes(parts));
    for (const action of actions) await app.register(actionRoute(parts, action));
    await app.register(caseApi(parts));
  };
}

function sessionRoutes({ staffSide: { kommune }, sessions }: DeskParts): FastifyPluginAsyncZod {
  const open = { config: { deskOpen: true } };
  return async (app) => {
    app.get(
      '/desk/api/staff',
      {
        ...open,
        schema: {
          summary: 'Ready-made staff, demo sign-in only',
          response: { ...refused, 200: z.array(PersonAnswer) },
        },
      },
      async () => [...kommune.staff.values()].map(personOf),
    );
    app.post(
      '/desk/api/session',
      {
        ...open,
        schema: {
          summary: 'Demo sign-in; sets the session cookie',
          body: SessionBody,
          response: { ...refused, 200: PersonAnswer },
        },
      },
      async ({ body }, reply) => {
        const staff = kommune.staff.get(body.staffId);
        if (!staff)
          return reply
            .code(400)
            .send(errorAnswer('invalid', 'Medarbejderen findes ikke.', { staffId: 'Medarbejderen findes ikke.' }));
        reply.setCookie(sessions.cookieName, await sessions.start(staff.id), sessions.cookieOptions);
        return personOf(staff);
      },
    );
    app.delete(
      '/desk/api/session',
      { ...open, schema: { summary: 'Sign out', response: { ...refused, 204: z.undefined().describe('Signed out') } } },
      async (_request, reply) => {
        await reply.clearCookie(sessions.cookieName, sessions.cookieOptions).code(204).send();
      },
    );
  };
}

function readingRoutes(parts: DeskParts): FastifyPluginAsyncZod {
  const { staffSide, events } = parts;
  return async (app) => {
    app.get(
      '/desk/api/queue',
      {
        schema: {
          summary: 'Open enquiries you may see, acute first, then longest waiting',
          security,
          response: { ...refused, 200: QueueAnswer },
        },
      },
      async (request) => ({ items: (await staffSide.queue(signedIn(request).id)).map(queueItem) }),
    );
    app.get(
      '/desk/api/board',
      {
        schema: {
          summary: 'The queue with everything the desk page shows',
          security,
          response: { ...refused, 200: BoardAnswer },
        },
      },
      async (request) => drawBoard(parts, signedIn(request)),
    );
    app.get(
      '/desk/api/enquiries/:id',
      {
        schema: {
          summary: 'One conversation; reading it is recorded',
          security,
          params: EnquiryParams,
          response: { ...refused, 200: ConversationAnswer, 404: ErrorAnswer, 410: ErrorAnswer },
        },
      },
      async (request, reply) => {
        const me = signedIn(request);
        const view = await staffSide.read(me.id, request.params.id);
        if (!view.ok) return reply.code(unseenStatus(view.reason)).send(refusalAnswer(view.reason));
        return await drawConversation(parts, me, view.value);
      },
    );
    app.get(
      '/desk/api/events',
      {
        exposeHeadRoute: false,
        schema: {
          summary: 'Server-Sent Events: `queue` and, for the enquiry named, `enquiry` say that it has changed',
          security,
          querystring: EventsQuery,
          response: {
            ...refused,
            200: { description: 'A stream of hints', content: { 'text/event-stream': { schema: z.string() } } },
          },
        },
      },
      (request, reply) => events.open(reply, request.query.enquiry ?? null, sessionHours * 3_600_000),
    );
  };
}

function summaryRoute(parts: DeskParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/desk/api/enquiries/:id/summary',
      {
        schema: {
          summary: 'A draft summary by machine; recorded as a reading, stored nowhere',
          security,
          params: EnquiryParams,
          response: { ...refused, 200: SummaryAnswer, 404: ErrorAnswer, 409: ErrorAnswer },
        },
      },
      async (request, reply) => {
        const { status, code, summary } = await askSummary(parts, signedIn(request), request.params.id);
        if (summary.is === 'failed') return reply.code(status).send(errorAnswer(code, summary.message));
        return { mark: summaryWords.mark, sentences: [...summary.sentences] };
      },
    );
  };
}

/** The client id that came in the header, or a new one. */
function clientIdOf(headers: Record<string, unknown>): string {
  const key = headers['idempotency-key'];
  return typeof key === 'string' ? key : randomUUID();
}

/** Phone and counter: take in, and find again by the code. */
function counterRoutes(parts: DeskParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/desk/api/enquiries',
      {
        schema: {
          summary: 'Somebody called or came in; the same clientId (or Idempotency-Key header) is the same enquiry',
          security,
          headers: ReplyHeaders,
          body: TakeInBody,
          response: { ...refused, 200: EnquiryAnswer, 409: ErrorAnswer },
        },
      },
      async (request, reply) => {
        const me = signedIn(request);
        const { clientId = clientIdOf(request.headers), ...told } = request.body;
        const result = await parts.staffSide.takeIn(me.id, { ...told, clientId });
        if (!result.ok) return reply.code(409).send(refusalAnswer(result.reason));
        return { enquiry: rowOf(parts, me, result.value) };
      },
    );
    app.get(
      '/desk/api/enquiries',
      {
        schema: {
          summary: 'Those with a code that you may see, closed ones too; opening one is what is recorded as reading',
          security,
          querystring: CodeQuery,
          response: { ...refused, 200: FoundAnswer },
        },
      },
      async (request) => {
        const me = signedIn(request);
        const found = await parts.staffSide.find(me.id, request.query.code);
        return { items: found.map((enquiry) => rowOf(parts, me, enquiry)) };
      },
    );
  };
}

function actionRoute(parts: DeskParts, action: Action): FastifyPluginAsyncZod {
  const bare = action === 'claim' || action === 'accept' || action === 'spoke';
  const body = bare ? commandBodies[action].nullish() : commandBodies[action];
  return async (app) => {
    app.post(
      `/desk/api/enquiries/:id/${action}`,
      {
        schema: {
          summary: summaries[action],
          security,
          params: EnquiryParams,
          ...((action === 'reply' || action === 'correct') && { headers: ReplyHeaders }),
          body,
          response: { ...refused, 200: EnquiryAnswer, 404: ErrorAnswer, 409: ErrorAnswer },
        },
      },
      async (request, reply) => {
        const me = signedIn(request);
        const read = commandReaders[action](request.body, clientIdOf(request.headers));
        if (!read.ok)
          return reply.code(400).send(errorAnswer('invalid', 'Noget i det sendte er ikke rigtigt.', read.fields));
        const result = await parts.staffSide.act(me.id, request.params.id, read.command);
        if (!result.ok) return reply.code(refusalStatus(result.reason)).send(refusalAnswer(result.reason));
        return { enquiry: rowOf(parts, me, result.value) };
      },
    );
  };
}
