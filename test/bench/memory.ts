/** Indgang in a process that can be asked for its memory. */
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { memoryNow } from './memory-now.ts';
import { tell, whenAsked } from './part.ts';

/** Role: Indgang with its memory told when asked. */
export async function memoryServer(): Promise<void> {
  const quiet = () => {};
  const config = readConfig(join(import.meta.dirname, '../..'), { ...process.env, PORT: '0' });
  const running = await compose(config, { info: quiet, warn: quiet, error: quiet });
  await running.listen();
  const address = running.app.server.address();
  if (address === null || typeof address === 'string') throw new Error('bench: no port');
  tell({ url: `http://127.0.0.1:${address.port}` });
  whenAsked({ memory: () => memoryNow(0) });
}
