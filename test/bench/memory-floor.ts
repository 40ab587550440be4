/** A bare WebSocket server that can be asked for its memory. */
import { bareServer } from './bare-server.ts';
import { memoryNow } from './memory-now.ts';
import { whenAsked } from './part.ts';

/** Role: a bare WebSocket server with its memory told when asked. */
export function bareMemoryServer(): void {
  const server = bareServer();
  whenAsked({ memory: () => memoryNow(server.clients.size) });
}
