/**
 * Direct Line and the desk API as a plain program sees them, over sockets that can be cut in the middle of a request.
 */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';

/** Nothing came back: the server was away, or the connection was cut. */
export class NoAnswerError extends Error {
  readonly code = 'no-answer';
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswerError';
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  /** The body read as JSON; null when it is not JSON. */
  readonly json: unknown;
  readonly tookMs: number;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string or bytes go as they are; anything else as JSON. */
  readonly body?: unknown;
  readonly timeoutMs?: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One request. @throws NoAnswerError when no whole answer came in time */
export function ask(url: string, asked: Asked = {}): Promise<Answer> {
  const { body, timeoutMs = 20_000 } = asked;
  const bytes = bytesOf(body);
  const headers = { ...jsonHeader(body), ...asked.headers };
  const before = performance.now();
  return new Promise((resolve, reject) => {
    const method = asked.method ?? (body === undefined ? 'GET' : 'POST');
    const length = bytes === null ? {} : { 'content-length': String(bytes.length) };
    const sent = request(url, { method, agent, headers: { ...length, ...headers }, timeout: timeoutMs });
    const fail = (error: unknown) => reject(new NoAnswerError(error));
    sent.once('error', fail).once('timeout', () => sent.destroy(new Error('timeout')));
    sent.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).once('error', fail);
      response.once('end', () => {
        if (!response.complete) return fail(new Error('cut'));
        const text = Buffer.concat(parts).toString();
        const { statusCode: status = 0, headers: given } = response;
        resolve({ status, headers: given, text, json: jsonOf(text), tookMs: performance.now() - before });
      });
    });
    sent.end(bytes ?? undefined);
  });
}

function bytesOf(body: unknown): Buffer | null {
  if (body === undefined) return null;
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function jsonHeader(body: unknown): Record<string, string> {
  return body === undefined ? {} : { 'content-type': 'application/json' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Sends a part of a request, or all of it, and cuts the connection before any answer can be read.
 *
 * @param share how much of the request goes out, 0 to 1
 */
export async function cutOff(url: string, asked: Asked, share: number): Promise<void> {
  const { hostname, port, pathname, host } = new URL(url);
  const body = bytesOf(asked.body) ?? Buffer.alloc(0);
  const given = { host, 'content-length': String(body.length), ...jsonHeader(asked.body), ...asked.headers };
  const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${asked.method ?? 'POST'} ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`;
  const whole = Buffer.concat([Buffer.from(head), body]);
  const part = whole.subarray(0, Math.ceil(whole.length * share));
  await new Promise<void>((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once('error', () => resolve()).once('close', () => resolve());
    socket.once('connect', () => socket.write(part, () => setTimeout(() => socket.resetAndDestroy(), 1)));
  });
}

export interface Conversation {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

export interface Activity {
  readonly id: string;
  readonly text: string;
  readonly replyToId?: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly channelData?: { readonly clientActivityID?: string; readonly indgang?: { readonly from?: string } };
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark: string;
}

/** Begins a conversation. @param from stands in for the citizen's network, so that many may begin at once */
export async function begin(url: string, from = '127.0.0.1'): Promise<Conversation | null> {
  const headers = { 'x-forwarded-for': from };
  const answer = await ask(`${url}/v3/directline/conversations`, { method: 'POST', headers });
  return answer.status === 201 || answer.status === 200 ? (answer.json as Conversation) : null;
}

/** The request that posts one message under an id made by the client. */
export function posting(
  url: string,
  { conversationId, token }: Conversation,
  message: { readonly text: string; readonly clientId: string; readonly choice?: string | null },
): { readonly url: string; readonly asked: Asked } {
  const choice = message.choice ? { indgang: { choice: message.choice } } : {};
  const channelData = { clientActivityID: message.clientId, ...choice };
  return {
    url: `${url}/v3/directline/conversations/${conversationId}/activities`,
    asked: {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: { type: 'message', text: message.text, channelData },
    },
  };
}

/** The sequence number in an activity's id. */
export function seqOf(activityId: string): number {
  return Number(activityId.split('|').at(-1));
}

/** Everything after a watermark, page after page; null when the server says no. */
export async function readAfter(
  url: string,
  conversation: Conversation,
  watermark: string,
): Promise<ActivitySet | null> {
  const activities: Activity[] = [];
  let after = watermark;
  for (;;) {
    const path = `/v3/directline/conversations/${conversation.conversationId}/activities?watermark=${after}`;
    const answer = await ask(`${url}${path}`, { headers: { authorization: `Bearer ${conversation.token}` } });
    if (answer.status !== 200) return null;
    const page = answer.json as ActivitySet;
    if (page.activities.length === 0) return { activities, watermark: after };
    activities.push(...page.activities);
    after = page.watermark;
  }
}

/** A figure without labels, or with the labels given as Prometheus writes them; null when it is not there. */
export function figure(metrics: string, name: string, labels = ''): number | null {
  const start = `${name}${labels} `;
  const line = metrics.split('\n').find((text) => text.startsWith(start));
  return line === undefined ? null : Number(line.slice(start.length));
}
