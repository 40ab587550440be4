/**
 * A language model on loopback that takes nothing the real API would refuse (`strict-chat-request.ts`) and answers by
 * script: well, badly, late, or with malice.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Account, offenceOf } from './strict-chat-request.ts';

/** Answers one request that has passed every rule. */
export type Behaviour = (response: ServerResponse, request: AskedModel) => void;

/** What we sent, as the model sees it. */
export interface AskedModel {
  readonly task: string;
  readonly material: {
    readonly subjects?: readonly { readonly number: string; readonly id: string }[];
    readonly message?: string;
    readonly lines?: readonly { readonly from: string; readonly text: string }[];
  };
}

export interface LanguageModelServer extends AsyncDisposable {
  /** What `OPENAI_BASE_URL` is set to. */
  readonly baseUrl: string;
  /** Everything that arrived, headers too, as text. */
  readonly arrived: readonly string[];
  /** Requests that broke a rule, by the rule's name. */
  readonly offences: readonly string[];
  /** Requests that broke none. */
  readonly asked: readonly AskedModel[];
  /** How it behaves from now on. */
  behave(behaviour: Behaviour): void;
}

export const account: Account = { apiKey: 'sk-test-only', model: 'test-model' };

export async function languageModelServer(): Promise<LanguageModelServer> {
  const arrived: string[] = [];
  const offences: string[] = [];
  const asked: AskedModel[] = [];
  let behaviour: Behaviour = says({ choice: 'none', risk: 'none' });
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const { method = '', url: path = '' } = incoming;
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    arrived.push(`${method} ${path}\n${JSON.stringify(headers)}\n${body}`);
    const offence = offenceOf({ method, path, headers, body }, account);
    if (offence !== null) {
      offences.push(offence.rule);
      const error = { message: offence.message, type: 'invalid_request_error', param: null, code: null };
      return sends(offence.status, JSON.stringify({ error }))(response, noQuestion);
    }
    const question = questionIn(body);
    asked.push(question);
    behaviour(response, question);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    arrived,
    offences,
    asked,
    behave: (next) => {
      behaviour = next;
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const noQuestion: AskedModel = { task: '', material: {} };

function questionIn(body: string): AskedModel {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] };
  return { task: messages[0]?.content ?? '', material: JSON.parse(messages[1]?.content ?? '{}') };
}

/** A whole completion, as the real API words one. */
export function completion(
  message: object,
  finish = 'stop',
  usage: unknown = { prompt_tokens: 200, completion_tokens: 9 },
) {
  const choice = {
    index: 0,
    message: { role: 'assistant', refusal: null, ...message },
    logprobs: null,
    finish_reason: finish,
  };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: account.model,
    choices: [choice],
    usage,
  };
}

/** Any status and body; JSON unless told otherwise. */
export const sends =
  (status: number, body: string | Buffer, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

/** A completion with this content. */
export const content = (text: unknown, finish = 'stop'): Behaviour =>
  sends(200, JSON.stringify(completion({ content: text }, finish)));

/** A completion whose content is this as JSON. */
export const says = (answer: unknown): Behaviour => content(JSON.stringify(answer));

/** Chooses the subject with this id when it is offered. */
export const chooses =
  (intent: string, risk = 'none'): Behaviour =>
  (response, question) => {
    const choice = question.material.subjects?.find(({ id }) => id === intent)?.number ?? 'none';
    says({ choice, risk })(response, question);
  };

export const refuses: Behaviour = sends(200, JSON.stringify(completion({ content: null, refusal: 'I cannot help.' })));

export const hangs: Behaviour = () => {};

/** Sends its head and a little of its body, and then nothing. */
export const stalls =
  (status: number): Behaviour =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).write('{"choices":[');

export const resets: Behaviour = (response) => response.socket?.destroy();

/** Talks without end. */
export const floods: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
  };
  response.on('drain', more);
  more();
};
