/**
 * The process: config → compose → listen → stop on SIGTERM.
 */
import { join } from 'node:path';
import { pino } from 'pino';
import { compose } from './compose.ts';
import { readConfig } from './config.ts';
import { UnavailableError } from './ports.ts';

/** The service manager kills after this; everything stored is safe by then anyway. */
const stopWithinMs = 15_000;

/** Codes of wrong settings and content, of a folder in use, and of a port that cannot be had. */
const mendable = /^(config|content|data-folder|EADDR|EACCES)/;

const log = pino({ base: null });

async function main(): Promise<void> {
  const config = readConfig(join(import.meta.dirname, '..'));
  const running = await compose(config, log);
  const links = await running.listen();
  console.info(links);
  const stop = (signal: string): void => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    running.close().then(() => process.exit(0), crash);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** What an operator can mend is told in one line; a fault of ours with its trace. */
function crash(error: unknown): void {
  const told =
    error instanceof UnavailableError ||
    (error instanceof Error && 'code' in error && mendable.test(String(error.code)));
  console.error(told ? error.message : error);
  process.exit(1);
}

process.on('unhandledRejection', crash);
main().catch(crash);
