/**
 * What the chat completions API takes, as strictly as the real one: a request it would refuse is refused here. The
 * rules are the ones our requests can break; `rules` is the coverage list, and each has an example that breaks it.
 */
type Json = Record<string, unknown>;

/** Where an offence is found and the words of the error. */
export interface Offence {
  readonly status: 400 | 401 | 404 | 405 | 415;
  readonly message: string;
}

export interface ChatRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Account {
  readonly apiKey: string;
  readonly model: string;
}

const known = ['model', 'messages', 'response_format', 'max_completion_tokens', 'store'];
const roles = ['system', 'developer', 'user', 'assistant'];
/** Of the published subset of JSON Schema for strict outputs; `$schema` is let through as the real API does. */
const keywords = ['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'const', 'description'];
const moreKeywords = ['title', '$schema', '$defs', '$ref', 'anyOf', 'minItems', 'maxItems', 'minimum', 'maximum'];
const evenMoreKeywords = ['exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'pattern', 'format'];
const allowed = new Set([...keywords, ...moreKeywords, ...evenMoreKeywords]);
const deepest = 10;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Rule = (request: ChatRequest, account: Account, body: Json) => Offence | null;
const bad = (message: string): Offence => ({ status: 400, message });
const unless = (fine: boolean, offence: Offence): Offence | null => (fine ? null : offence);

/** In this order, as the real API finds them. */
export const rules = {
  path: ({ path }) => unless(path === '/v1/chat/completions', { status: 404, message: `Invalid URL (POST ${path})` }),
  method: ({ method }) => unless(method === 'POST', { status: 405, message: 'Only POST' }),
  key: ({ headers }, { apiKey }) =>
    unless(headers.authorization === `Bearer ${apiKey}`, { status: 401, message: 'Incorrect API key provided' }),
  'content type': ({ headers }) =>
    unless(headers['content-type'] === 'application/json', { status: 415, message: 'Unsupported content type' }),
  'JSON body': ({ body }) => unless(isObject(parsed(body)), bad('We could not parse the JSON body of your request.')),
  'known arguments': (_, __, body) => {
    const unknown = Object.keys(body).filter((name) => !known.includes(name));
    return unless(unknown.length === 0, bad(`Unrecognized request arguments supplied: ${unknown.join(', ')}`));
  },
  model: (_, account, { model }) =>
    unless(model === account.model, { status: 404, message: `The model ${String(model)} does not exist` }),
  messages: (_, __, { messages }) =>
    unless(Array.isArray(messages) && messages.length > 0 && messages.every(isMessage), bad('Invalid messages')),
  'token limit': (_, __, { max_completion_tokens: most }) =>
    unless(most === undefined || (Number.isInteger(most) && Number(most) > 0), bad('Invalid max_completion_tokens')),
  'stored nowhere': (_, __, { store }) => unless(typeof store === 'boolean', bad('Invalid store: expected a boolean')),
  'strict format': (_, __, { response_format: format }) =>
    unless(isStrictFormat(format), bad('Invalid response_format')),
  'strict schema': (_, __, { response_format: format }) => {
    const { schema } = (format as { json_schema: { schema: unknown } }).json_schema;
    const root = isObject(schema) && schema.type === 'object' && schema.anyOf === undefined;
    const wrong = root ? offenceIn(schema, '()', 1) : "the root must have type: 'object'";
    return unless(wrong === null, bad(`Invalid schema for response_format: ${wrong}`));
  },
} satisfies Record<string, Rule>;

/** @returns the first rule broken, or null when the real API would answer */
export function offenceOf(request: ChatRequest, account: Account): (Offence & { readonly rule: string }) | null {
  const body = parsed(request.body);
  for (const [rule, check] of Object.entries<Rule>(rules)) {
    const offence = check(request, account, isObject(body) ? body : {});
    if (offence !== null) return { ...offence, rule };
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMessage(message: unknown): boolean {
  if (!isObject(message) || Object.keys(message).some((name) => name !== 'role' && name !== 'content')) return false;
  return roles.includes(String(message.role)) && typeof message.content === 'string' && message.content !== '';
}

function isStrictFormat(format: unknown): boolean {
  if (!isObject(format) || format.type !== 'json_schema' || !isObject(format.json_schema)) return false;
  const { name, strict, schema, description, ...more } = format.json_schema;
  const described = description === undefined || typeof description === 'string';
  return /^[\w-]{1,64}$/.test(String(name)) && strict === true && isObject(schema) && described && isEmpty(more);
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** Objects closed, every property required, only known keywords, not too deep. */
function offenceIn(schema: unknown, at: string, depth: number): string | null {
  const wrong = offenceOfOne(schema, depth);
  if (wrong !== null || !isObject(schema)) return `In context=${at}, ${wrong}`;
  const items: [string, unknown][] = schema.items === undefined ? [] : [['items', schema.items]];
  const branches = Array.isArray(schema.anyOf) ? schema.anyOf : [];
  for (const [name, inside] of [...Object.entries(propertiesOf(schema)), ...items, ...Object.entries(branches)]) {
    const offence = offenceIn(inside, `${at}.${name}`, depth + 1);
    if (offence !== null) return offence;
  }
  return null;
}

const propertiesOf = ({ properties }: Json): Json => (isObject(properties) ? properties : {});

function offenceOfOne(schema: unknown, depth: number): string | null {
  if (!isObject(schema)) return 'schema must be an object';
  if (depth > deepest) return `schema exceeds ${deepest} levels of nesting`;
  const strange = Object.keys(schema).find((keyword) => !allowed.has(keyword));
  if (strange !== undefined) return `'${strange}' is not permitted`;
  if (schema.type === 'array' && schema.items === undefined) return 'array schema missing items';
  if (schema.type !== 'object') return null;
  if (schema.additionalProperties !== false) return "'additionalProperties' must be false";
  const names = Object.keys(propertiesOf(schema));
  const required = Array.isArray(schema.required) ? schema.required : [];
  const same = names.length === required.length && names.every((name) => required.includes(name));
  return same ? null : "'required' must include every key in properties";
}
