/**
 * Turns `GET …/conversations/{id}/stream?t=…` into a WebSocket: origin, ticket and conversation are checked before it opens.
 * The ticket stands in the URL, so no URL is ever logged here.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { type AddressNeeds, isOriginAllowed } from '../public-address.ts';
import { type ErrorName, errorAnswer, errorBody } from './error-answers.ts';
import type { Rooms } from './stream.ts';
import type { StreamTicket, Tokens } from './tokens.ts';

interface UpgradeNeeds extends AddressNeeds {
  readonly tokens: Tokens;
  readonly rooms: Rooms;
}

/** Clients send empty keep-alive frames and nothing else. */
const frameMax = 4096;

/** @returns how to stop */
export function serveUpgrades(server: Server | SecureServer, basePath: string, needs: UpgradeNeeds): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: frameMax,
  });
  const path = new RegExp(`^${basePath}/conversations/([^/]+)/stream$`);

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = URL.parse(request.url ?? '', 'http://localhost');
    const enquiry = url && path.exec(url.pathname)?.[1];
    if (!url || !enquiry) {
      if (server.listenerCount('upgrade') === 1) refuseUpgrade(socket, 'unknown-route');
      return;
    }
    socket.on('error', () => {});
    void admit(needs, request, enquiry, url.searchParams.get('t')).then((ticket) => {
      if (typeof ticket === 'string') return refuseUpgrade(socket, ticket);
      sockets.handleUpgrade(request, socket, head, (open) => needs.rooms.join(open, ticket));
    });
  };
  server.on('upgrade', upgrade);
  return () => {
    server.off('upgrade', upgrade);
    sockets.close();
  };
}

async function admit(
  needs: UpgradeNeeds,
  { headers, socket }: IncomingMessage,
  enquiry: string,
  shown: string | null,
): Promise<StreamTicket | ErrorName> {
  if (!isOriginAllowed(needs, { headers, encrypted: 'encrypted' in socket })) return 'foreign-origin';
  if (shown === null) return 'no-token';
  const ticket = await needs.tokens.verifyTicket(shown);
  if (!ticket.ok) return ticket.reason;
  return ticket.value.enquiry === enquiry ? ticket.value : 'foreign';
}

function refuseUpgrade(socket: Duplex, name: ErrorName): void {
  const { status, code } = errorAnswer(name);
  const body = JSON.stringify(errorBody(name));
  socket.end(
    `HTTP/1.1 ${status} ${code}\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
