/**
 * Case files in SQL. A decision is one call of the function in `case-function.ts`; words live in `note`, keyed by the case
 * file's id.
 */
import { type Kysely, sql } from 'kysely';
import type { StoredCaseEvent } from '../../src/domain/case-event.ts';
import type { CaseFile, CaseFileId } from '../../src/domain/case-file.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import type { CaseChange, CaseCommitOutcome, CaseNote, CaseStore } from '../../src/ports.ts';
import { violatedKey } from './failures.ts';
import { effectRow } from './rows.ts';
import type { Turn } from './store.ts';
import type { Tables } from './tables.ts';

/** See `CaseStore` in `ports.ts`. */
export function sqlCases(db: Kysely<Tables>, during: Turn): CaseStore {
  return {
    read: (id) => during(() => readCase(db, id)),
    ofEnquiry: (enquiry) => during(() => caseOfEnquiry(db, enquiry)),
    commit: (change) => during(() => commitCase(db, change)),
    journal: (id) => during(() => journalOf(db, id)),
    notes: (id) => during(() => notesOf(db, id)),
    naming: (staff) => during(() => casesNaming(db, staff)),
    loads: () => during(() => loadsIn(db)),
    logRead: (staff, enquiry, at) =>
      during(async () => void (await db.insertInto('read_log').values({ enquiry, staff, at }).execute())),
    readLog: (id) =>
      during(() => db.selectFrom('read_log').select(['staff', 'at']).where('enquiry', '=', id).orderBy('id').execute()),
  };
}

async function readCase(db: Kysely<Tables>, id: CaseFileId): Promise<CaseFile | null> {
  const row = await db.selectFrom('case_file').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state ?? null;
}

async function caseOfEnquiry(db: Kysely<Tables>, enquiry: EnquiryId): Promise<CaseFile | null> {
  const row = await db.selectFrom('case_file').select('state').where('enquiry', '=', enquiry).executeTakeFirst();
  return row?.state ?? null;
}

/** See `CaseStore.commit`. A lost race of any kind is `stale`. */
async function commitCase(db: Kysely<Tables>, change: CaseChange): Promise<CaseCommitOutcome> {
  try {
    return (await callCommit(db, change)) ? 'committed' : 'stale';
  } catch (error) {
    const key = violatedKey(error);
    if (key === null) throw error;
    return key === 'case_file_code' ? 'code-taken' : 'stale';
  }
}

async function callCommit(db: Kysely<Tables>, { expectedVersion, events, ...change }: CaseChange): Promise<boolean> {
  const eventRows = events.map((event, index) => ({ version: expectedVersion + index + 1, event, at: event.at }));
  const noteRows = change.notes.map(({ id, by, text, at }) => ({ id, staff: by, text, at }));
  const { rows } = await sql<{ stored: boolean }>`
    select commit_case_1(
      ${expectedVersion}::integer,
      ${JSON.stringify(caseRow(change.id, change.after))}::json,
      ${JSON.stringify(eventRows)}::json,
      ${JSON.stringify(noteRows)}::json,
      ${JSON.stringify(change.effects.map(effectRow))}::json
    ) as stored`.execute(db);
  return rows[0]?.stored ?? false;
}

function caseRow(id: CaseFileId, after: CaseFile) {
  const { version, code, status, enquiry, coordinator, standIn, team } = after;
  return {
    id,
    version,
    state: after,
    code,
    status,
    enquiry,
    coordinator,
    named: [coordinator, ...(standIn === null ? [] : [standIn]), ...team.map(({ staff }) => staff)],
    opened_at: after.openedAt,
    updated_at: after.touchedAt,
  };
}

async function journalOf(db: Kysely<Tables>, id: CaseFileId): Promise<readonly StoredCaseEvent[]> {
  const rows = await db
    .selectFrom('case_event')
    .select(['version', 'event'])
    .where('case_file', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(({ version, event }) => ({ caseFile: id, version, event }));
}

async function notesOf(db: Kysely<Tables>, id: CaseFileId): Promise<readonly CaseNote[]> {
  const rows = await db.selectFrom('note').selectAll().where('enquiry', '=', id).orderBy('at').orderBy('id').execute();
  return rows.map(({ id: note, staff, text, at }) => ({ id: note, by: staff, text, at }));
}

/** The status is written out, so that the partial index applies. */
async function casesNaming(db: Kysely<Tables>, staff: StaffId): Promise<readonly CaseFile[]> {
  const { rows } = await sql<{ state: CaseFile }>`
    select state from case_file
    where status = 'open' and named @> ${JSON.stringify([staff])}::jsonb
    order by (coordinator = ${staff}) desc, opened_at, id`.execute(db);
  return rows.map(({ state }) => state);
}

async function loadsIn(db: Kysely<Tables>): Promise<ReadonlyMap<StaffId, number>> {
  const { rows } = await sql<{ coordinator: StaffId; open: number }>`
    select coordinator, count(*)::integer as open from case_file
    where status = 'open'
    group by coordinator`.execute(db);
  return new Map(rows.map(({ coordinator, open }) => [coordinator, open]));
}
