/**
 * What an operator can do about a start that failed, in one line.
 */
import { UnavailableError } from './ports.ts';

/** Codes of wrong settings and content, of a folder in use, and of a port that cannot be had. */
const mendable = /^(config|bad-content|data-folder|EADDR|EACCES)/;

/** The line to print, or null for a fault of ours, which deserves its trace. */
export function remedyFor(error: unknown): string | null {
  if (error instanceof UnavailableError) return `${error.message}. Er DATABASE_URL rigtig, og kører databasen?`;
  const told = error instanceof Error && 'code' in error && mendable.test(String(error.code));
  return told ? error.message : null;
}
