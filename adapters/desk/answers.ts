/** How the desk says no: one shape for every refusal, with words in Danish. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import {
  type Log,
  type StaffRefusal,
  type TakeInRefusal,
  UnavailableError,
  type UnseenRefusal,
} from '../../src/ports.ts';
import { refusalWords } from '../staff-words.ts';
import { type ErrorAnswer, fieldsOf } from './schemas.ts';

export const closedWords = {
  da: 'Skranken er lukket. Den åbner, når login med OIDC er sat op: OIDC_ISSUER, OIDC_CLIENT_ID og OIDC_CLIENT_SECRET.',
  en: 'The desk is closed. It opens when sign-in with OIDC is configured: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
} as const;

export const notSignedInWords = 'Du er ikke logget ind. Log ind, og prøv igen.';

export function errorAnswer(code: string, message: string, fields?: Record<string, string>): ErrorAnswer {
  return { error: { code, message, ...(fields && { fields }) } };
}

/** Being shown something: 410 tells whoever has it open that it was here. */
export function unseenStatus(refusal: UnseenRefusal): 404 | 410 {
  return refusal === 'withdrawn' ? 410 : 404;
}

/** Acting on something. @returns the status that goes with it: 404 tells nothing about whether it exists elsewhere */
export function refusalStatus(refusal: StaffRefusal): 404 | 409 {
  return refusal === 'unknown-enquiry' || refusal === 'not-your-party' ? 404 : 409;
}

export function refusalAnswer(refusal: StaffRefusal | TakeInRefusal): ErrorAnswer {
  return errorAnswer(refusal, refusalWords[refusal]);
}

interface Said {
  readonly status: number;
  readonly answer: ErrorAnswer;
}

/** What the sender is told about an error; nothing of our insides. */
export function saidOf(error: FastifyError): Said {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map(({ instancePath, message, params }) => ({
      path: instancePath.slice(1),
      message: message ?? 'Feltet er ikke rigtigt.',
      ...(Array.isArray(params.keys) && { keys: params.keys.map(String) }),
    }));
    return { status: 400, answer: errorAnswer('invalid', 'Noget i det sendte er ikke rigtigt.', fieldsOf(issues)) };
  }
  if (error instanceof UnavailableError) {
    return { status: 503, answer: errorAnswer('unavailable', 'Systemet svarer ikke lige nu. Prøv igen om lidt.') };
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return { status, answer: errorAnswer('too-large', 'Det sendte fylder for meget.', {}) };
  if (status === 415) return { status, answer: errorAnswer('unsupported', 'Send JSON.', {}) };
  if (status >= 400 && status < 500) {
    return { status: 400, answer: errorAnswer('invalid', 'Det sendte kan ikke læses.', {}) };
  }
  return { status: 500, answer: errorAnswer('failed', 'Der skete en fejl hos os. Prøv igen om lidt.') };
}

/** Logs what broke, never what was sent. */
export function logError(log: Log, request: FastifyRequest, error: FastifyError, status: number): void {
  if (status < 500) return;
  const route = request.routeOptions.url;
  // A message may hold lines that look like frames, and people's words in them.
  const stack = error.stack ?? '';
  const afterMessage = stack.slice(stack.indexOf(error.message) + error.message.length);
  const frames = afterMessage.split('\n').filter((line) => line.startsWith('    at '));
  log.error({ route, method: request.method, error: error.name, code: error.code, frames }, 'desk request failed');
}

export function sendJsonError(log: Log) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const { status, answer } = saidOf(error);
    logError(log, request, error, status);
    return reply.code(status).send(answer);
  };
}
