/**
 * The process: config → compose → listen → stop on SIGTERM.
 */
import { join } from 'node:path';
import { pino } from 'pino';
import { compose } from './compose.ts';
import { readConfig } from './config.ts';
import { remedyFor } from './remedy.ts';

/** The service manager kills after this; everything stored is safe by then anyway. */
const stopWithinMs = 15_000;

const log = pino({ base: null });

async function main(): Promise<void> {
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
