/** The fake model is strict: every rule on its coverage list refuses a request that breaks it. */
import { describe, expect, it } from 'vitest';
import { account } from '../fakes/language-model-server.ts';
import { type ChatRequest, offenceOf, type rules } from '../fakes/strict-chat-request.ts';

const schema = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false };
const formatOf = (inside: object, more: object = {}) => ({
  response_format: { type: 'json_schema', json_schema: { name: 'n', strict: true, schema: inside, ...more } },
});
const fine = {
  model: account.model,
  messages: [{ role: 'user', content: 'x' }],
  store: false,
  max_completion_tokens: 9,
  ...formatOf(schema),
};

function request(body: object | string = fine, part: Partial<ChatRequest> = {}): ChatRequest {
  const headers = { authorization: `Bearer ${account.apiKey}`, 'content-type': 'application/json' };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { method: 'POST', path: '/v1/chat/completions', headers, body: text, ...part };
}

const broken: Record<keyof typeof rules, readonly ChatRequest[]> = {
  path: [request(fine, { path: '/v1/responses' })],
  method: [request(fine, { method: 'GET' })],
  key: [request(fine, { headers: {} }), request(fine, { headers: { authorization: 'Bearer other' } })],
  'content type': [
    request(fine, { headers: { authorization: `Bearer ${account.apiKey}`, 'content-type': 'text/plain' } }),
  ],
  'JSON body': [request('{'), request('[]'), request('null')],
  'known arguments': [request({ ...fine, tools: [] }), request({ ...fine, user: 'someone' })],
  model: [request({ ...fine, model: 'another' })],
  messages: [
    request({ ...fine, messages: [] }),
    request({ ...fine, messages: [{ role: 'citizen', content: 'x' }] }),
    request({ ...fine, messages: [{ role: 'user', content: '' }] }),
    request({ ...fine, messages: [{ role: 'user', content: 'x', name: 'Ida' }] }),
  ],
  'token limit': [request({ ...fine, max_completion_tokens: 0 })],
  'stored nowhere': [request({ ...fine, store: undefined }), request({ ...fine, store: 'no' })],
  'strict format': [
    request({ ...fine, response_format: { type: 'json_object' } }),
    request({ ...fine, ...formatOf(schema, { strict: false }) }),
    request({ ...fine, ...formatOf(schema, { name: 'no spaces' }) }),
    request({ ...fine, ...formatOf(schema, { extra: 1 }) }),
  ],
  'strict schema': [
    request({ ...fine, ...formatOf({ type: 'string' }) }),
    request({ ...fine, ...formatOf({ ...schema, additionalProperties: true }) }),
    request({ ...fine, ...formatOf({ ...schema, required: [] }) }),
    request({ ...fine, ...formatOf({ ...schema, properties: { a: { type: 'string', maxLength: 3 } } }) }),
    request({ ...fine, ...formatOf({ ...schema, properties: { a: { type: 'array' } } }) }),
    request({ ...fine, ...formatOf({ ...schema, properties: { a: { type: 'object', properties: {} } } }) }),
    request({ ...fine, ...formatOf(deep(11)) }),
  ],
};

function deep(levels: number): object {
  return levels === 0 ? { type: 'string' } : { ...schema, properties: { a: deep(levels - 1) } };
}

describe('the strict fake', () => {
  it('takes what the real API takes', () => {
    expect(offenceOf(request(), account)).toBeNull();
    expect(offenceOf(request({ ...fine, ...formatOf(deep(9)) }), account)).toBeNull();
  });

  it.each(Object.entries(broken))('refuses what breaks its rule: %s', (rule, requests) => {
    for (const one of requests) expect(offenceOf(one, account)?.rule).toBe(rule);
  });
});
