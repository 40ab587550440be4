/**
 * What went wrong in the database, without what it was about: drivers put rows and parameters, so people's words,
 * into their errors, and those end in logs.
 */
import { UnavailableError } from '../../src/ports.ts';

/** SQLSTATEs, or their classes, that say the server cannot do it now. */
const away = [
  '08', // connection lost
  '53', // too many connections, disk full, out of memory
  '57', // shutting down, starting, cancelled by a timeout
  '58', // input/output error
  '55P03', // lock not available in time
  '25006', // read only, as after a failover
];
const networkCode = /^(E[A-Z]+|UND_ERR\w*)$/;
/** What pg, its pool, PGlite and Kysely say without giving a code. */
const lostConnection =
  /terminated|timeout|Connection (ended|error|closed)|not queryable|closed|calling end on the pool|been destroyed|discarded/i;

/** How PGlite, a program inside this one, says that it has crashed; only a new start helps. */
const crashes = ['RuntimeError', 'ExitStatus'];

/** Races that another transaction won; the statement left nothing behind. */
const lostRace = ['40001', '40P01'];

interface Told {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly message?: unknown;
  readonly name?: unknown;
}

/**
 * Gives what `work` gives.
 *
 * @throws UnavailableError when the database is away; otherwise an Error that names the SQLSTATE and constraint only
 */
export async function reached<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw withoutWords(error);
  }
}

/** The unique key the statement hit, `lost-race` when another transaction won, or null for any other error. */
export function violatedKey(error: unknown): string | null {
  const { code, constraint } = told(error);
  if (code === '23505') return typeof constraint === 'string' ? constraint : 'unknown';
  return typeof code === 'string' && lostRace.includes(code) ? 'lost-race' : null;
}

/** The same failure without rows, parameters or texts. */
export function withoutWords(error: unknown): Error {
  if (error instanceof UnavailableError) return error;
  const { code, constraint, message, name } = told(error);
  if (typeof name === 'string' && crashes.includes(name)) return new UnavailableError('The database', 'crashed');
  if (typeof code === 'string') {
    if (networkCode.test(code) || away.some((start) => code.startsWith(start)))
      return new UnavailableError('The database', code);
    const where = typeof constraint === 'string' ? ` ${constraint}` : '';
    return new Error(`The database refused a statement (${code}${where})`);
  }
  if (typeof message === 'string' && lostConnection.test(message))
    return new UnavailableError('The database', 'connection-lost');
  return error instanceof Error
    ? new Error(`The database adapter failed (${error.name})`)
    : new Error('The database adapter failed');
}

function told(error: unknown): Told {
  return typeof error === 'object' && error !== null ? error : {};
}
