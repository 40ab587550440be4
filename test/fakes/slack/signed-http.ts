/** Delivery by signed requests to the app's one address, as Slack does without Socket Mode. */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Carried, Carrier, Parcel } from './delivery.ts';
import type { Json } from './shapes.ts';

/** What goes over the wire for a parcel: JSON for events, forms for presses and commands. */
function bodyOf({ kind, payload }: Parcel): { readonly type: string; readonly body: string } {
  if (kind === 'event') return { type: 'application/json', body: JSON.stringify(payload) };
  const form = new URLSearchParams(kind === 'command' ? textsOf(payload) : { payload: JSON.stringify(payload) });
  return { type: 'application/x-www-form-urlencoded', body: form.toString() };
}

function textsOf(payload: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
}

/** Slack's signature v0 over the time and the raw body. */
export function signature(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

export interface HttpCarrier {
  readonly carry: Carrier;
  close(): void;
}

/** @param secret what the app believes is Slack's signing secret */
export function signedHttp(url: string, secret: string): HttpCarrier {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const carry: Carrier = (parcel, ackWithinMs) => {
    const { type, body } = bodyOf(parcel);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = {
      'content-type': type,
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature(secret, timestamp, body),
      ...(parcel.retryReason !== null && {
        'x-slack-retry-num': String(parcel.retryNum),
        'x-slack-retry-reason': parcel.retryReason,
      }),
    };
    return send(url, agent, headers, body, ackWithinMs);
  };
  return { carry, close: () => agent.destroy() };
}

const undelivered = (reason: 'http_timeout' | 'connection_failed'): Carried => ({ ok: false, reason, noRetry: false });

function send(url: string, agent: Agent, headers: Record<string, string>, body: string, ms: number): Promise<Carried> {
  return new Promise((resolve) => {
    const asked = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const noRetry = response.headers['x-slack-no-retry'] === '1';
        const good = response.statusCode === 200;
        resolve(good ? { ok: true, answer: parsed(chunks) } : { ok: false, reason: 'http_error', noRetry });
      });
      response.on('error', () => resolve(undelivered('connection_failed')));
    });
    const timer = setTimeout(() => {
      resolve(undelivered('http_timeout'));
      asked.destroy();
    }, ms);
    asked.on('close', () => clearTimeout(timer));
    asked.on('error', () => resolve(undelivered('connection_failed')));
    asked.end(body);
  });
}

function parsed(chunks: readonly Buffer[]): unknown {
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
