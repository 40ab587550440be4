/** A WebSocket server that does one thing with each text; the least that anything of ours must cost. */
import { type WebSocket, WebSocketServer } from 'ws';
import { tell } from './part.ts';

/** Echoes; nothing is kept. */
export function bareServer(): WebSocketServer {
  return serve(async (socket, text) => socket.send(text));
}

/** Tells its address when it listens. */
export function serve(take: (socket: WebSocket, text: string) => Promise<void>): WebSocketServer {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  server.on('connection', (socket) => socket.on('message', (data) => void take(socket, String(data))));
  server.on('listening', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') tell({ url: `ws://127.0.0.1:${address.port}` });
  });
  return server;
}
