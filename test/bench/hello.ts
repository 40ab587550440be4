/** The floor of the time to ready: Node with an empty Fastify. */
import { fastify } from 'fastify';

/** Role: an empty Fastify. */
export async function hello({ port }: { readonly port: number }): Promise<void> {
  const app = fastify();
  app.get('/', async () => ({ status: 'ready' }));
  await app.listen({ host: '127.0.0.1', port });
}
