/** Whether a Postgres server lets us in, for `npm run doctor`; nothing is made or changed there. */
import pg from 'pg';

const answerWithinMs = 5_000;

/** @returns null when it answers, otherwise why not: Postgres's or the system's own code */
export async function reachPostgres(url: string): Promise<string | null> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
  });
  // A connection that breaks later is no news to whoever has the answer.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'timeout';
  } finally {
    await client.end().catch(() => undefined);
  }
}
