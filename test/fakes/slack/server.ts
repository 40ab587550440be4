/** The emulator's door: Web API, response addresses, file bytes and sockets on one loopback port; faults strike here. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ReadBody, readArguments } from './arguments.ts';
import { type CallFault, type CallRule, type Faults, fitsMethod } from './faults.ts';
import type { TakeCall } from './limits.ts';
import type { Methods } from './method.ts';
import { SlackError } from './refusals.ts';
import { useResponseUrl } from './response-urls.ts';
import { type Answer, answerCall, tooManyCalls } from './web-api.ts';
import type { World } from './world.ts';

export interface ServerNeeds {
  readonly world: World;
  readonly methods: Methods;
  readonly takeCall: TakeCall;
  readonly callFaults: Faults<CallRule>;
  readonly isDown: () => boolean;
}

export async function listen(needs: ServerNeeds): Promise<Server> {
  const server = createServer((request, response) => {
    serve(needs, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  needs.world.address = `http://127.0.0.1:${port}`;
  return server;
}

async function serve(needs: ServerNeeds, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, area = '', name = ''] = url.pathname.split('/');
  const body = await bodyOf(request);
  if (needs.isDown()) return cut(needs, response, area === 'api' ? name : null);
  if (area === 'api') return call(needs, request, response, { method: name, query: url.searchParams, body });
  if (area === 'response') return answerTo(needs.world, response, name, body);
  if (area === 'upload') return upload(needs.world, request, response, name, body);
  if (area === 'files') return download(needs.world, request, response, name);
  response.writeHead(404).end();
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function cut({ world }: ServerNeeds, response: ServerResponse, method: string | null): void {
  if (method !== null) {
    const at = world.clock.now();
    world.calls.push({ method, args: {}, status: 0, answer: null, at, tookMs: 0, fault: 'outage' });
  }
  response.destroy();
}

interface ApiRequest {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

async function call(needs: ServerNeeds, request: IncomingMessage, response: ServerResponse, asked: ApiRequest) {
  const { world, callFaults } = needs;
  const at = world.clock.now();
  const { method } = asked;
  const fault = callFaults.strike((rule) => fitsMethod(rule, method));
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));

  const began = performance.now();
  const { args, answer } = await worked(needs, request, asked, fault);
  const tookMs = performance.now() - began;

  const { token: _secret, ...shown } = args;
  const cutOff = fault?.kind === 'drop-before' || fault?.kind === 'drop-after';
  const recorded = { method, args: shown, at, tookMs, fault: fault?.kind ?? null };
  world.calls.push({ ...recorded, status: cutOff ? 0 : answer.status, answer: cutOff ? null : answer.body });
  if (cutOff) return void response.destroy();
  send(response, answer, world);
}

/** What the call comes to; a fault may answer instead, before any work is done. */
async function worked(needs: ServerNeeds, request: IncomingMessage, asked: ApiRequest, fault: CallFault | null) {
  const read = await argumentsOf(request, asked);
  if (read instanceof SlackError) {
    const answer: Answer = { status: 200, headers: {}, body: { ok: false, error: read.code } };
    return { args: {}, answer };
  }
  const { json } = read;
  const args = { ...Object.fromEntries(asked.query), ...read.args };
  const instead = fault === null ? null : answerInstead(fault);
  if (instead !== null) return { args, answer: instead };
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
  const answer = answerCall(needs.world, needs.methods, needs.takeCall, { method: asked.method, args, bearer, json });
  return { args, answer };
}

async function argumentsOf(request: IncomingMessage, { body }: ApiRequest): Promise<ReadBody | SlackError> {
  try {
    return await readArguments(request.headers['content-type'] ?? '', body);
  } catch (error) {
    if (error instanceof SlackError) return error;
    throw error;
  }
}

function answerInstead(fault: CallFault): Answer | null {
  if (fault.kind === 'ratelimited') return tooManyCalls(fault.retryAfterSeconds);
  if (fault.kind === 'http') return { status: fault.status, headers: {}, body: { ok: false, error: 'fatal_error' } };
  if (fault.kind === 'error') return { status: 200, headers: {}, body: { ok: false, error: fault.error } };
  return fault.kind === 'drop-before' ? { status: 0, headers: {}, body: {} } : null;
}

function send(response: ServerResponse, { status, headers, body }: Answer, world: World): void {
  const text = JSON.stringify(body);
  const scopes = { 'x-oauth-scopes': [...world.app.scopes].join(',') };
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...scopes, ...headers }).end(text);
}

function answerTo(world: World, response: ServerResponse, id: string, body: Buffer): void {
  const answer = useResponseUrl(world, id, parsedOr(body.toString('utf8')));
  response
    .writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(answer.body));
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function upload(world: World, request: IncomingMessage, response: ServerResponse, id: string, body: Buffer) {
  const file = world.files.get(id);
  if (file === undefined || file.complete) return void response.writeHead(404).end();
  const bytes = await fileIn(request.headers['content-type'] ?? '', body);
  if (bytes.length !== file.length) return void response.writeHead(400).end('length is not what was said');
  file.bytes = bytes;
  response.writeHead(200).end(`OK - ${bytes.length}`);
}

/** The bytes alone, also when they came as the one file of a form. */
async function fileIn(contentType: string, body: Buffer): Promise<Buffer> {
  if (!contentType.includes('multipart')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const sent = [...form.values()].find((value) => typeof value !== 'string');
  return sent === undefined ? Buffer.alloc(0) : Buffer.from(await sent.arrayBuffer());
}

/** Without the bot's token Slack answers a log-in page, with status 200. */
function download(world: World, request: IncomingMessage, response: ServerResponse, id: string): void {
  const file = world.files.get(id);
  if (file === undefined || file.bytes === null) return void response.writeHead(404).end();
  if (request.headers.authorization !== `Bearer ${world.app.botToken}`) {
    return void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!DOCTYPE html><title>Slack</title>');
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
}
