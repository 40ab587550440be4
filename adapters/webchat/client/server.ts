/** The requests that the page makes. What goes wrong has one of two kinds: try again later, or not like this. */
import type { Door, Unsent } from '../page-state.ts';

const directLine = '/v3/directline';
const giveUpAfterMs = 15_000;

/** A way into one conversation. */
export interface Link {
  readonly conversationId: string;
  readonly token: string;
  /** Opens within a minute of being given; null once used. */
  readonly streamUrl: string | null;
  readonly watermark: string;
}

/** The net or the server is away; the same may work later. */
export class AwayError extends Error {
  /** The server asks for this much patience; 0 when it said nothing. */
  readonly waitMs: number;
  constructor(waitMs: number, options?: ErrorOptions) {
    super('The server cannot be reached', options);
    this.name = 'AwayError';
    this.waitMs = waitMs;
  }
}

/** The server understood and said no. */
export class RefusedError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`The server refused (${status})`);
    this.name = 'RefusedError';
    this.status = status;
  }
}

async function ask(path: string, init: RequestInit): Promise<Record<string, unknown>> {
  const answer = await fetch(path, { ...init, signal: AbortSignal.timeout(giveUpAfterMs) }).catch((cause: unknown) => {
    throw new AwayError(0, { cause });
  });
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
    throw new AwayError(1000 * (Number(answer.headers.get('retry-after')) || 0));
  }
  if (!answer.ok) throw new RefusedError(answer.status);
  return answer.json().catch((cause: unknown) => {
    throw new AwayError(0, { cause });
  });
}

function post(path: string, body: object, token?: string): Promise<Record<string, unknown>> {
  const authorization = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify(body),
  });
}

function link(answer: Record<string, unknown>, watermark: string): Link {
  const { conversationId, token, streamUrl } = answer;
  return {
    conversationId: String(conversationId),
    token: String(token),
    streamUrl: typeof streamUrl === 'string' ? streamUrl : null,
    watermark,
  };
}

/** Two tabs that begin at the same time get the same conversation: the second waits for the first one's cookie. */
function oneTabAtATime<Value>(task: () => Promise<Value>): Promise<Value> {
  return 'locks' in navigator ? navigator.locks.request('indgang', task) : task();
}

/**
 * Goes on with this browser's conversation, or begins the one that the page was given.
 *
 * @param after the last message on the page
 */
export function beginOrGoOn(door: Door, begin: string, after: number): Promise<Link> {
  return oneTabAtATime(async () => {
    const answer = await post('/samtale', { asker: door, begin, after });
    return link(answer, String(answer.watermark));
  });
}

/** A new stream from where the last one stopped. */
export async function resume({ conversationId, token, watermark }: Link): Promise<Link> {
  const path = `${directLine}/conversations/${conversationId}?watermark=${encodeURIComponent(watermark)}`;
  return link(await ask(path, { headers: { authorization: `Bearer ${token}` } }), watermark);
}

/** A token for the next half hour. */
export async function renew({ token }: Link): Promise<string> {
  return String((await post(`${directLine}/tokens/refresh`, {}, token)).token);
}

/** Resolves when the message is stored; sending the same `clientId` again is the same message. */
export async function deliver({ conversationId, token }: Link, { clientId, text, choice }: Unsent): Promise<void> {
  const activity = {
    type: 'message',
    text,
    locale: 'da',
    channelData: { clientActivityID: clientId, ...(choice === null ? {} : { indgang: { choice } }) },
  };
  await post(`${directLine}/conversations/${conversationId}/activities`, activity, token);
}
