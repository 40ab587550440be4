/**
 * Stores a decision by one call of the newest function in `commit-function.ts`, so in one round trip and one transaction.
 */
import { type Kysely, sql } from 'kysely';
import type { Change, CommitOutcome } from '../../src/ports.ts';
import { violatedKey } from './failures.ts';
import { effectRow, enquiryRow, eventRows, inboxRow, messageRow, noteRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** See `Store.commit`. A lost race of any kind is `stale`. */
export async function commitChange(db: Kysely<Tables>, change: Change): Promise<CommitOutcome> {
  try {
    return (await call(db, change)) ? 'committed' : 'stale';
  } catch (error) {
    const key = violatedKey(error);
    if (key === null) throw error;
    return key === 'inbox_pkey' ? 'repeated' : 'stale';
  }
}

async function call(db: Kysely<Tables>, change: Change): Promise<boolean> {
  const { rows } = await sql<{ stored: boolean }>`
    select commit_change_3(
      ${change.expectedVersion}::integer,
      ${JSON.stringify(enquiryRow(change))}::json,
      ${change.address !== undefined}::boolean,
      ${JSON.stringify(eventRows(change))}::json,
      ${JSON.stringify(change.messages.map(messageRow))}::json,
      ${listed(change.notes.map(noteRow))}::json,
      ${listed(change.effects.map(effectRow))}::json,
      ${change.inbox === null ? null : JSON.stringify(inboxRow(change.inbox))}::json,
      ${change.erasedThrough}::integer,
      ${change.removedAnswer ?? null}::integer
    ) as stored`.execute(db);
  return rows[0]?.stored ?? false;
}

function listed(rows: readonly object[]): string | null {
  return rows.length === 0 ? null : JSON.stringify(rows);
}
