/**
 * The process: settings → the data folder's lock → config → compose → listen → stop on SIGTERM.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pino } from 'pino';
import type { DataFolder } from '../adapters/storage/data-folder.ts';
import type { Settings } from './config.ts';
import { remedyFor } from './remedy.ts';

/** The service manager kills after this; everything stored is safe by then anyway. */
const stopWithinMs = 15_000;

const project = join(import.meta.dirname, '..');
const log = pino({ base: null });

/** Kept between starts in the system's folder for temporary files; without it a start reads and compiles all code again. */
enableCompileCache();

async function main(): Promise<void> {
  const { readConfig, readSettings } = await import('./config.ts');
  const dataFolder = await takeDataFolder(readSettings(project));
  const { compose } = await import('./compose.ts');
  const running = await compose(readConfig(project), log, { dataFolder });
  console.info(await running.listen());
  const stop = (signal: string): void => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    running.close().then(() => process.exit(0), crash);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Before the content is read and the rest is loaded: a second start on the same folder is refused at once. */
async function takeDataFolder({ databaseUrl, dataDir }: Settings): Promise<DataFolder | undefined> {
  if (databaseUrl !== null) return;
  return (await import('../adapters/storage/data-folder.ts')).takeDataFolder(dataDir);
}

function crash(error: unknown): void {
  console.error(remedyFor(error) ?? error);
  process.exit(1);
}

process.on('unhandledRejection', crash);
main().catch(crash);
