/**
 * What Direct Line answers when something is refused or breaks: always `{error: {code, message}}`.
 * Codes are stable; messages are for people and may change. Never a word of what the visitor wrote.
 */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ReceiveRefusal } from '../../src/ports.ts';
import { type Log, UnavailableError } from '../../src/ports.ts';
import type { TokenRefusal } from './tokens.ts';
import type { ActivityRefusal } from './wire.ts';

interface ErrorAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** 401 says "show a token"; 403 is kept for tokens, for clients give up the conversation on it. */
const answers = {
  'no-token': { status: 401, code: 'Unauthorized', message: 'Send the header "Authorization: Bearer <token>".' },
  malformed: { status: 401, code: 'Unauthorized', message: 'The Authorization header holds no Direct Line token.' },
  expired: { status: 403, code: 'TokenExpired', message: 'The token has expired.' },
  foreign: { status: 403, code: 'BadToken', message: 'The token does not open this conversation.' },
  'foreign-origin': { status: 403, code: 'BadOrigin', message: 'Pages of this site may not talk to this server.' },
  'unknown-enquiry': { status: 404, code: 'BotNotFound', message: 'This conversation has not been started.' },
  'unknown-route': { status: 404, code: 'NotFound', message: 'There is nothing here. The base is /v3/directline.' },
  'other-body': {
    status: 409,
    code: 'Conflict',
    message: 'This clientActivityID already stands for another message. Make a new id for a new message.',
  },
  empty: { status: 400, code: 'MissingProperty', message: 'Beskeden er tom. / The message is empty.' },
  'files-only': {
    status: 400,
    code: 'UploadsAreOff',
    message: 'Du kan ikke sende filer her. / Files cannot be sent here.',
  },
  'not-an-activity': {
    status: 400,
    code: 'BadArgument',
    message: 'The body is not an activity: "type" must be a string.',
  },
  'bad-json': { status: 400, code: 'BadSyntax', message: 'The body is not JSON that can be read.' },
  'too-deep': { status: 400, code: 'BadSyntax', message: 'The JSON is nested too deep (8 levels at most).' },
  'bad-data': { status: 400, code: 'BadArgument', message: 'channelData holds U+0000 or half a character.' },
  'bad-client-id': {
    status: 400,
    code: 'BadArgument',
    message: 'channelData.clientActivityID must be 1–200 printable ASCII characters without spaces.',
  },
  'bad-request': { status: 400, code: 'BadArgument', message: 'The request cannot be read.' },
  'text-too-long': {
    status: 413,
    code: 'MessageSizeTooBig',
    message: 'Beskeden er for lang. Del den i flere. / The text is too long (65,536 characters at most).',
  },
  'data-too-long': {
    status: 413,
    code: 'MessageSizeTooBig',
    message: 'channelData is too long (16,384 characters at most).',
  },
  'too-big': { status: 413, code: 'MessageSizeTooBig', message: 'The body is too big (262,144 characters at most).' },
  'not-json': { status: 415, code: 'UnsupportedMediaType', message: 'Send application/json.' },
  'uploads-off': {
    status: 415,
    code: 'UploadsAreOff',
    message: 'Du kan ikke sende filer her. Skriv i stedet. / Files cannot be sent here.',
  },
  'no-session': { status: 404, code: 'NotFound', message: 'There are no sessions here: sign-in cards are not used.' },
  'not-a-stream': { status: 426, code: 'UpgradeRequired', message: 'This address is for WebSocket.' },
  'too-many': {
    status: 429,
    code: 'TooManyRequests',
    message: 'Der skrives meget herfra lige nu. Vent lidt, og prøv igen. / Too much at once. Please wait a little.',
  },
  unavailable: {
    status: 503,
    code: 'ServiceUnavailable',
    message: 'Beskeden kunne ikke gemmes lige nu. Prøv igen om lidt. / It could not be stored. Please try again.',
  },
  bug: { status: 500, code: 'ServiceError', message: 'Noget gik galt hos os. Prøv igen. / Something broke here.' },
} satisfies Record<TokenRefusal | ActivityRefusal | ReceiveRefusal, ErrorAnswer> & Record<string, ErrorAnswer>;

export type ErrorName = keyof typeof answers;

export function errorAnswer(name: ErrorName): ErrorAnswer {
  return answers[name];
}

/** The body of every error. */
export function errorBody(name: ErrorName): { readonly error: { readonly code: string; readonly message: string } } {
  const { code, message } = answers[name];
  return { error: { code, message } };
}

/** @param retryAfterSeconds whole seconds, for 429 and 503 */
export function answerError(reply: FastifyReply, name: ErrorName, retryAfterSeconds?: number): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  return reply.code(answers[name].status).type('application/json; charset=utf-8').send(errorBody(name));
}

const retryAfterSeconds = 5;

/** Fastify's own refusals and everything that broke, in Direct Line's shape. */
export function errorHandler(log: Log): (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void {
  return (error, request, reply) => {
    const name = nameOf(error);
    if (name === 'bug') log.error({ route: request.routeOptions.url, error: error.name }, 'direct line request broke');
    answerError(reply, name, name === 'unavailable' ? retryAfterSeconds : undefined);
  };
}

function nameOf(error: FastifyError): ErrorName {
  if (error instanceof UnavailableError) return 'unavailable';
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'too-big';
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'not-json';
  if (error.code === 'INDGANG_JSON_TOO_DEEP') return 'too-deep';
  if (error instanceof SyntaxError) return 'bad-json';
  return error.statusCode !== undefined && error.statusCode < 500 ? 'bad-request' : 'bug';
}
