/**
 * The people of flow tests, each through the public wire: a youth on Direct Line, staff on the desk's API.
 */
import type { FastifyInstance } from 'fastify';

interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly from: { readonly role: string; readonly name?: string };
  readonly channelData?: { readonly clientActivityID?: string; readonly indgang?: { readonly says?: string | null } };
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string }[] };
}

export interface Citizen {
  readonly conversation: string;
  /** @returns the HTTP status and body of the post */
  say(text: string, clientId?: string): Promise<{ readonly status: number; readonly body: { readonly id?: string } }>;
  /** Everything said so far. */
  log(): Promise<readonly Activity[]>;
  /** The kinds of what the robot has said, in order. */
  said(): Promise<readonly string[]>;
  /** The same citizen with the same token, talking to another process. */
  through(app: FastifyInstance): Citizen;
  /** The same citizen with a new token, as a page that stays open asks for one. */
  renewed(): Promise<Citizen>;
}

let posts = 0;

/** A citizen who opens the chat. */
export async function citizen(app: FastifyInstance, asker: 'youth' | 'parent' = 'youth'): Promise<Citizen> {
  const base = '/v3/directline';
  const generated = await app.inject({ method: 'POST', url: `${base}/tokens/generate?asker=${asker}` });
  const { token } = generated.json() as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const started = await app.inject({ method: 'POST', url: `${base}/conversations`, headers, payload: {} });
  const { conversationId } = started.json() as { conversationId: string };
  return inConversation(app, headers, conversationId);
}

function inConversation(
  app: FastifyInstance,
  headers: { readonly authorization: string },
  conversation: string,
): Citizen {
  const activities = `/v3/directline/conversations/${conversation}/activities`;
  const log = async (): Promise<readonly Activity[]> => {
    const answer = await app.inject({ method: 'GET', url: activities, headers });
    return (answer.json() as { activities: Activity[] }).activities;
  };
  return {
    conversation,
    log,
    through: (other) => inConversation(other, headers, conversation),
    renewed: async () => {
      const answer = await app.inject({ method: 'POST', url: '/v3/directline/tokens/refresh', headers });
      const { token } = answer.json() as { token: string };
      return inConversation(app, { authorization: `Bearer ${token}` }, conversation);
    },
    said: async () => (await log()).flatMap(({ channelData }) => channelData?.indgang?.says ?? []),
    say: async (text, clientId) => {
      posts += 1;
      const payload = { type: 'message', text, channelData: { clientActivityID: clientId ?? `post-${posts}` } };
      const answer = await app.inject({ method: 'POST', url: activities, headers, payload });
      return { status: answer.statusCode, body: answer.json() };
    },
  };
}

interface QueueItem {
  readonly id: string;
  readonly party: string;
  readonly state: string;
  readonly urgency: string;
  readonly intent: string | null;
  readonly holder: string;
  readonly deadline: string | null;
}

export interface Colleague {
  queue(): Promise<readonly QueueItem[]>;
  act(
    id: string,
    action: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly code: string | undefined }>;
  read(id: string): Promise<{ readonly status: number; readonly body: unknown }>;
}

/** Any member of staff of a party who fits, signed in at the desk. */
export async function colleague(app: FastifyInstance, party: string, nth = 0): Promise<Colleague> {
  const list = (await app.inject({ method: 'GET', url: '/desk/api/staff' })).json() as { id: string; party: string }[];
  const staff = list.filter((one) => one.party === party)[nth];
  if (staff === undefined) throw new Error(`nobody number ${nth} in ${party}`);
  return signedIn(app, staff.id);
}

/** One member of staff by id, signed in at the desk. */
export async function signedIn(app: FastifyInstance, staffId: string): Promise<Colleague> {
  const session = await app.inject({ method: 'POST', url: '/desk/api/session', payload: { staffId } });
  const headers = { cookie: String(session.headers['set-cookie']).split(';')[0] ?? '' };
  return {
    queue: async () =>
      (await app.inject({ method: 'GET', url: '/desk/api/queue', headers })).json().items as QueueItem[],
    read: async (id) => {
      const answer = await app.inject({ method: 'GET', url: `/desk/api/enquiries/${id}`, headers });
      return { status: answer.statusCode, body: answer.json() };
    },
    act: async (id, action, body) => {
      const url = `/desk/api/enquiries/${id}/${action}`;
      const answer = await app.inject({ method: 'POST', url, headers, ...(body ? { payload: body } : {}) });
      return { status: answer.statusCode, code: (answer.json() as { error?: { code: string } }).error?.code };
    },
  };
}
