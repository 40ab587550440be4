/**
 * Tokens and conversations: getting a token, refreshing it, starting a conversation and coming back to it.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { askers } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { publicBase, streamBase } from '../public-address.ts';
import { forHolder, readBearer } from './bearer.ts';
import type { DirectLine } from './direct-line.ts';
import { answerError } from './error-answers.ts';
import { hold } from './hold.ts';
import { newTokenHolder, type TokenHolder } from './tokens.ts';
import { languageOf, readWatermark } from './wire.ts';

/** `?asker=parent` opens another door; who writes is not part of Direct Line's body. */
const AskerQuery = z.object({ asker: z.enum(askers).catch('youth') });
const StartBody = z.object({ locale: z.string().max(35).optional().catch(undefined) });

/** The routes; the body's `user` is not read: the id is always ours, and stands in the token. */
export function conversationRoutes(app: FastifyInstance, line: DirectLine): void {
  const { tokens } = line;

  app.post('/tokens/generate', async (request, reply) => {
    const pace = await line.pace.conversation(request.ip);
    if ('retryAfterSeconds' in pace) return answerError(reply, 'too-many', pace.retryAfterSeconds);
    return reply.send(await tokenAnswer(line, newTokenHolder(AskerQuery.parse(request.query).asker)));
  });
  app.post('/tokens/refresh', async (request, reply) => {
    const holder = await readBearer(tokens, request);
    return holder.ok ? reply.send(await tokenAnswer(line, holder.value)) : answerError(reply, holder.reason);
  });
  app.post('/conversations', async (request, reply) => {
    const holder = await readBearer(tokens, request);
    if (holder.ok) return start(line, holder.value, request, reply);
    if (holder.reason !== 'no-token') return answerError(reply, holder.reason);
    const pace = await line.pace.conversation(request.ip);
    if ('retryAfterSeconds' in pace) return answerError(reply, 'too-many', pace.retryAfterSeconds);
    return start(line, newTokenHolder(AskerQuery.parse(request.query).asker), request, reply);
  });
  app.get(
    '/conversations/:id',
    forHolder(tokens, async (holder, request, reply) => {
      const view = await line.visitors.view(holder.enquiry);
      if (view === null) return answerError(reply, 'unknown-enquiry');
      const watermark = readWatermark(request.query.watermark);
      return reply.send(await conversationAnswer(line, holder, request, watermark > view.lastSeq ? 0 : watermark));
    }),
  );
  app.get('/session/getsessionid', async (_request, reply) => answerError(reply, 'no-session'));
}

/**
 * Opens the conversation with its greeting: 201, or 200 when it has been started before. A store that is away is waited
 * for, and then the connection is cut without an answer: clients take any 4xx or 5xx here as final, but try again after a cut.
 */
async function start(line: DirectLine, holder: TokenHolder, request: FastifyRequest, reply: FastifyReply) {
  const { locale } = StartBody.catch({}).parse(request.body ?? {});
  const options = { holdMs: line.openHoldMs, signal: line.stopping };
  try {
    const before = await hold(() => openOnce(line, holder, locale), options);
    return reply.code(before ? 200 : 201).send(await conversationAnswer(line, holder, request, 0));
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    line.log.warn({ code: error.code }, 'conversation not started: the store stayed away');
    reply.hijack();
    request.raw.destroy();
    return reply;
  }
}

/** @returns whether it had been started before */
async function openOnce({ visitors }: DirectLine, holder: TokenHolder, locale: string | undefined): Promise<boolean> {
  if ((await visitors.view(holder.enquiry)) !== null) return true;
  await visitors.open(holder.enquiry, 'webchat', holder.asker, languageOf(locale));
  return false;
}

async function tokenAnswer({ tokens }: DirectLine, holder: TokenHolder) {
  return { conversationId: holder.enquiry, token: await tokens.issue(holder), expires_in: tokens.lifeSeconds };
}

/** Always with a token: without one, clients send "Bearer undefined" from then on. */
async function conversationAnswer(line: DirectLine, holder: TokenHolder, request: FastifyRequest, watermark: number) {
  const { enquiry, user } = holder;
  const ticket = await line.tokens.issueTicket({ enquiry, user, watermark });
  const base = streamBase(publicBase(line, { headers: request.headers, encrypted: request.protocol === 'https' }));
  return {
    ...(await tokenAnswer(line, holder)),
    streamUrl: `${base}/v3/directline/conversations/${enquiry}/stream?t=${ticket}`,
  };
}
