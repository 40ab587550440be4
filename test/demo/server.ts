/** Serves the demonstration's page on this machine alone, and does what is pressed there. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SlackEmulator } from '../fakes/slack/emulator.ts';
import { act, type Told } from './acting.ts';
import { page, type Seen } from './page.ts';

export interface PageNeeds extends Pick<Seen, 'titles' | 'links'> {
  readonly slack: SlackEmulator;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface PageServer extends AsyncDisposable {
  readonly url: string;
}

const answerMs = 300;

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'",
  'cache-control': 'no-store',
};
const files: Readonly<Record<string, readonly [string, string]>> = {
  '/page.js': ['page-script.js', 'text/javascript'],
  '/page.css': ['page.css', 'text/css'],
};

export async function servePage(needs: PageNeeds): Promise<PageServer> {
  const desk = lookingOn(needs);
  const server = createServer((request, response) => {
    serve(desk, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const stop = needs.slack.onChange(desk.changed);
  await listen(server, needs.port).catch(() => listen(server, 0));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    async [Symbol.asyncDispose]() {
      stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

type Looking = ReturnType<typeof lookingOn>;

/** What each person has been told and has read, and the pages that are open. */
function lookingOn(needs: PageNeeds) {
  const told = new Map<string, Told>();
  const read = new Map<string, Map<string, string>>();
  const watching = new Set<ServerResponse>();
  const readBy = (user: string) => {
    const so = read.get(user) ?? new Map<string, string>();
    read.set(user, so);
    return so;
  };
  return {
    ...needs,
    watching,
    changed: () => {
      for (const each of watching) each.write('data: changed\n\n');
    },
    tell: (user: string, what: Told) => told.set(user, what),
    seen(user: string, at: string): Seen {
      const workspace = needs.slack.workspace();
      const last = workspace.channels.find(({ id }) => id === at)?.messages.at(-1)?.ts;
      if (last !== undefined) readBy(user).set(at, String(last));
      const { titles, links } = needs;
      return {
        workspace,
        user,
        at,
        told: told.get(user) ?? { errors: {}, notice: null },
        read: readBy(user),
        titles,
        links,
      };
    },
  };
}

async function serve(desk: Looking, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const file = files[url.pathname];
  if (request.method === 'POST' && url.pathname === '/act') return doIt(desk, request, response);
  if (url.pathname === '/changes') return watch(desk, response);
  if (file !== undefined) {
    return void response
      .writeHead(200, { ...headers, 'content-type': `${file[1]}; charset=utf-8` })
      .end(readFileSync(join(import.meta.dirname, file[0])));
  }
  if (url.pathname !== '/') return void response.writeHead(404).end();
  await show(desk, request, response, url);
}

async function show(desk: Looking, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const user = userIn(desk, url.searchParams.get('as'));
  const at = url.searchParams.get('at') ?? firstPlace(desk, user);
  const isLive = request.headers['x-live'] !== undefined;
  if (at === 'home' && !isLive) await desk.slack.openHome(user);
  response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(page(desk.seen(user, at)));
}

const userIn = ({ titles }: Looking, asked: string | null): string => {
  const [first = ''] = titles.keys();
  return asked !== null && titles.has(asked) ? asked : first;
};

function firstPlace({ slack }: Looking, user: string): string {
  const mine = slack.workspace().channels.find(({ kind, members }) => kind === 'private' && members.includes(user));
  return mine?.id ?? 'home';
}

function watch({ watching }: Looking, response: ServerResponse): void {
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' }).write('\n');
  watching.add(response);
  response.on('close', () => watching.delete(response));
}

async function doIt(desk: Looking, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Another page in the same browser has no business here.
  const { origin, host } = request.headers;
  if (origin !== undefined && new URL(origin).host !== host) return void response.writeHead(403).end();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const user = userIn(desk, form.get('as'));
  desk.tell(user, await act(desk.slack, user, form));
  if (request.headers['x-live'] !== undefined) return void response.writeHead(204).end();
  // Without script the page comes once: what Indgang does at once shall be on it.
  await sleep(answerMs);
  const back = new URLSearchParams({ as: user, at: form.get('at') ?? 'home' });
  response.writeHead(303, { location: `/?${back}` }).end();
}
