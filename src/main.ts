/**
 * The process: config → compose → listen → stop on SIGTERM.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pino } from 'pino';
import { remedyFor } from './remedy.ts';

/** The service manager kills after this; everything stored is safe by then anyway. */
const stopWithinMs = 15_000;

const log = pino({ base: null });

/** Kept between starts in the system's folder for temporary files; without it a start reads and compiles all code again. */
enableCompileCache();

async function main(): Promise<void> {
  const [{ readConfig }, { compose }] = await Promise.all([import('./config.ts'), import('./compose.ts')]);
  const config = readConfig(join(import.meta.dirname, '..'));
  const running = await compose(config, log);
  console.info(await running.listen());
  const stop = (signal: string): void => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    running.close().then(() => process.exit(0), crash);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function crash(error: unknown): void {
  console.error(remedyFor(error) ?? error);
  process.exit(1);
}

process.on('unhandledRejection', crash);
main().catch(crash);
