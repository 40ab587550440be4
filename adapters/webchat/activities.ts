/**
 * Reading and writing activities: polling by watermark, and posting. A post is answered only after it is stored.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Message } from '../../src/domain/saying.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { ForVisitors } from '../../src/ports.ts';
import { forHolder } from './bearer.ts';
import type { DirectLine } from './direct-line.ts';
import { answerError } from './error-answers.ts';
import { hold, pause } from './hold.ts';
import type { TokenHolder } from './tokens.ts';
import { activityId, type IncomingActivity, readActivity, readWatermark, toActivities } from './wire.ts';

const pageMax = 200;

/** The routes; uploads are refused in words, before the body is read. */
export function activityRoutes(app: FastifyInstance, line: DirectLine): void {
  const { tokens } = line;

  app.get(
    '/conversations/:id/activities',
    forHolder(tokens, async ({ enquiry, user }, request, reply) => {
      const page = await readAfter(line.visitors, enquiry, readWatermark(request.query.watermark));
      if (page === null) return answerError(reply, 'unknown-enquiry');
      const activities = toActivities(page.messages, { user, entrance: line.entrance });
      return reply.send({ activities, watermark: String(page.watermark) });
    }),
  );
  app.post(
    '/conversations/:id/activities',
    forHolder(tokens, async (holder, request, reply) => {
      const activity = readActivity(request.body);
      if (!activity.ok) return answerError(reply, activity.reason);
      if (activity.value.kind === 'other') return reply.send({ id: `${holder.enquiry}|${randomUUID()}` });
      return post(line, holder, activity.value, reply);
    }),
  );
  app.post(
    '/conversations/:id/upload',
    { onRequest: async (_request, reply) => answerError(reply, 'uploads-off') },
    async (_request, reply) => answerError(reply, 'uploads-off'),
  );
  app.get('/conversations/:id/stream', { logLevel: 'silent' }, async (_request, reply) =>
    answerError(reply, 'not-a-stream'),
  );
}

type IncomingText = Extract<IncomingActivity, { kind: 'message' }>;

/** Slows down, then stores; a store that is away is waited for a little before 503. */
async function post(line: DirectLine, { enquiry, asker }: TokenHolder, message: IncomingText, reply: FastifyReply) {
  const pace = line.pace.post(enquiry);
  if ('retryAfterSeconds' in pace) return answerError(reply, 'too-many', pace.retryAfterSeconds);
  if (pace.delayMs > 0) await pause(pace.delayMs, line.stopping);

  const { text, choice, channelData } = message;
  const clientId = message.clientId ?? `ours-${randomUUID()}`;
  const receive = () =>
    line.visitors.receive({ enquiry, channel: 'webchat', asker, text, choice, clientId, channelData });
  const receipt = await hold(receive, { holdMs: line.postHoldMs, signal: line.stopping });
  return receipt.ok ? reply.send({ id: activityId(enquiry, receipt.value.seq) }) : answerError(reply, receipt.reason);
}

interface Page {
  readonly messages: readonly Message[];
  readonly watermark: number;
}

/**
 * One page after a watermark, or null when the conversation was never started. The message that the watermark names is read
 * along: when it is not there the watermark is not of this conversation, and the whole history is given.
 */
async function readAfter(visitors: ForVisitors, enquiry: EnquiryId, watermark: number): Promise<Page | null> {
  if (watermark > 0) {
    const [known, ...messages] = await visitors.messages(enquiry, watermark - 1, pageMax + 1);
    if (known?.seq === watermark) return { messages, watermark: messages.at(-1)?.seq ?? watermark };
  }
  const messages = await visitors.messages(enquiry, 0, pageMax);
  const last = messages.at(-1);
  return last === undefined ? null : { messages, watermark: last.seq };
}
