/**
 * Reads the token of a request and lets a route run only for the conversation that the token opens.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Result, refuse } from '../../src/domain/result.ts';
import { answerError } from './error-answers.ts';
import type { TokenHolder, TokenRefusal, Tokens } from './tokens.ts';

const bearer = /^Bearer +(\S+)$/i;

/** Who is asking; `no-token` when nothing was shown. */
export async function readBearer(
  tokens: Tokens,
  { headers }: FastifyRequest,
): Promise<Result<TokenHolder, TokenRefusal | 'no-token'>> {
  if (headers.authorization === undefined) return refuse('no-token');
  const token = bearer.exec(headers.authorization)?.[1];
  return token === undefined ? refuse('malformed') : tokens.verify(token);
}

type OwnRoute = { readonly Params: { readonly id: string }; readonly Querystring: { readonly watermark?: unknown } };
export type OwnRequest = FastifyRequest<OwnRoute>;

/** A route under `/conversations/:id`: answers 401 or 403 itself, and runs `handle` only for the conversation's own token. */
export function forHolder(
  tokens: Tokens,
  handle: (holder: TokenHolder, request: OwnRequest, reply: FastifyReply) => Promise<FastifyReply>,
): (request: OwnRequest, reply: FastifyReply) => Promise<FastifyReply> {
  return async (request, reply) => {
    const holder = await readBearer(tokens, request);
    if (!holder.ok) return answerError(reply, holder.reason);
    if (holder.value.enquiry !== request.params.id) return answerError(reply, 'foreign');
    return handle(holder.value, request, reply);
  };
}
