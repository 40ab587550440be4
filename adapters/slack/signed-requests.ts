/**
 * Slack's signed requests at one address: events, buttons and windows, commands. Bolt checks the signature; it lets
 * requests from the future through, we do not.
 */
import { isValidSlackRequest } from '@slack/bolt';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Log, UnavailableError } from '../../src/ports.ts';
import type { Intake } from './intake.ts';

interface Needs {
  readonly signingSecret: string;
  readonly intake: Intake;
  readonly log: Log;
}

/** As Bolt has it. */
const bodyLimit = 4 * 1024 * 1024;
const aheadSeconds = 300;

const SslCheck = z.object({ ssl_check: z.literal('1') });
const Challenge = z.object({ type: z.literal('url_verification'), challenge: z.string() });

/** `POST /slack/events`. */
export function signedRequests(needs: Needs): FastifyPluginAsync {
  return async (app) => {
    // The signature is over the body as it came.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_, body, done) => done(null, body));
    app.post('/slack/events', { bodyLimit }, async (request, reply) => {
      const { code, body, headers = {} } = await answerTo(needs, request);
      return reply.code(code).headers(headers).send(body);
    });
  };
}

interface Reply {
  readonly code: number;
  readonly body?: object | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

async function answerTo(needs: Needs, request: FastifyRequest): Promise<Reply> {
  const raw = typeof request.body === 'string' ? request.body : '';
  const body = parsed(request, raw);
  if (SslCheck.safeParse(body).success) return { code: 200 };
  if (!isSigned(request, raw, needs.signingSecret)) return { code: 401 };
  if (body === undefined) return { code: 400 };
  const asked = Challenge.safeParse(body);
  return asked.success ? { code: 200, body: { challenge: asked.data.challenge } } : takeIn(needs, body);
}

async function takeIn({ intake, log }: Needs, body: unknown): Promise<Reply> {
  try {
    return { code: 200, body: await intake(body) };
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    log.warn({ code: error.code }, 'slack request could not be kept, slack must send it again');
    return { code: 503, headers: { 'retry-after': '5' } };
  }
}

function isSigned({ headers }: FastifyRequest, body: string, signingSecret: string): boolean {
  const signature = headers['x-slack-signature'];
  const timestamp = Number(headers['x-slack-request-timestamp']);
  if (typeof signature !== 'string' || !Number.isSafeInteger(timestamp)) return false;
  // Slack's clock against this machine's, whatever clock the rest goes by.
  if (timestamp > Date.now() / 1000 + aheadSeconds) return false;
  const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
  return isValidSlackRequest({ signingSecret, body, headers: signed });
}

/** @returns undefined when it is not what its type says */
function parsed({ headers }: FastifyRequest, raw: string): unknown {
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (!isForm) return json(raw);
  const form = Object.fromEntries(new URLSearchParams(raw));
  return form.payload === undefined ? form : json(form.payload);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
