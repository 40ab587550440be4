/** P8–P13 on everything a run has left in its database, read without the server. */
import { join } from 'node:path';
import { openPglite } from '../../adapters/storage/pglite.ts';
import { openPostgres } from '../../adapters/storage/postgres.ts';
import { loadIntents } from '../../intents/load.ts';
import { kommuneCalendar } from '../../src/calendar.ts';
import { checkFold, checkJournal, checkState, type Violation } from '../../src/domain/invariants.ts';
import type { Rules } from '../../src/domain/rules.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { Store } from '../../src/ports.ts';

/** @param env what the server had; it must have stopped, for the embedded database takes one process */
export async function checkStored(
  env: Readonly<Record<string, string>>,
  enquiries: readonly EnquiryId[],
  now: number,
): Promise<readonly Violation[]> {
  const { DATABASE_URL: url, DATA_DIR: folder = '' } = env;
  const store = url === undefined ? await openPglite(folder) : await openPostgres(url);
  try {
    const { kommune, intents, topics } = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
    const rules = { kommune, intents, topics, openIntervals: kommuneCalendar(kommune).openIntervals };
    const found: Violation[] = [];
    for (const id of enquiries) found.push(...(await checkOne(store, rules, id, now)));
    return found;
  } finally {
    await store.close();
  }
}

async function checkOne(store: Store, rules: Rules, id: EnquiryId, now: number): Promise<readonly Violation[]> {
  const { enquiry: state } = await store.read(id);
  if (state === null) return [{ rule: 'P1', enquiry: id, detail: 'the conversation is gone' }];
  const journal = await store.journal(id);
  const events = journal.map(({ event }) => event);
  const gap = journal.findIndex(({ version }, index) => version !== index + 1);
  return [
    ...(gap === -1 ? [] : [{ rule: 'P9', enquiry: id, detail: `version ${gap + 1} is missing` }]),
    ...checkJournal(id, events),
    ...checkFold(events, state),
    ...checkState(state, rules, now),
  ];
}
