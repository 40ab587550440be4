/**
 * Reads JSON bodies that strangers send: bounded in size and depth, and without `__proto__`.
 */
import type { FastifyError, FastifyInstance } from 'fastify';

/** Largest body in bytes; 262,144 characters may take four times as many bytes. */
export const bodyBytesMax = 1_048_576;
const bodyCharactersMax = 262_144;
const depthMax = 8;

/** Replaces the JSON parser in this scope. An empty body reads as `undefined`, for clients send the header without one. */
export function readJsonSafely(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const json = String(body);
    if (json === '') return done(null, undefined);
    if (json.length > bodyCharactersMax) return done(refusal('FST_ERR_CTP_BODY_TOO_LARGE', 413));
    if (isDeeperThan(depthMax, json)) return done(refusal('INDGANG_JSON_TOO_DEEP', 400));
    return parse(request, json, done);
  });
}

/** Counts brackets outside strings, before anything recursive sees them. */
export function isDeeperThan(max: number, json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json.charAt(at);
    if (character === '"') at = endOfString(json, at);
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > max) return true;
  }
  return false;
}

/** Where the string that begins at `start` ends; the end of the text when it does not. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json.charAt(at) === '\\') at++;
    else if (json.charAt(at) === '"') return at;
  }
  return json.length;
}

function refusal(code: string, statusCode: number): FastifyError {
  return Object.assign(new Error('body refused'), { name: 'FastifyError', code, statusCode });
}
