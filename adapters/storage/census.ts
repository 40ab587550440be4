/**
 * Counts for the metrics and the check that nobody is left without a holder: two queries over partial indexes.
 */
import { type Kysely, sql } from 'kysely';
import type { Instant, PartyCode } from '../../src/domain/words.ts';
import type { Census } from '../../src/ports.ts';
import type { Tables } from './tables.ts';

const graceMs = 30_000;

interface OpenCount {
  readonly status: string;
  readonly open: number;
  readonly without_holder: number;
  readonly overdue: number;
}
interface EffectCount {
  readonly kind: string;
  readonly dead: boolean;
  readonly count: number;
  readonly oldest_due: Instant | null;
}

/**
 * See `Store.census`. Passing a deadline calls somebody and moves the deadline, so one that still lies behind us means
 * that nobody was called.
 */
export async function census(db: Kysely<Tables>, parties: readonly PartyCode[], now: Instant): Promise<Census> {
  const [open, effects] = await Promise.all([openCounts(db, parties, now), effectCounts(db, now)]);
  const oldestDue = Math.min(
    now,
    ...effects.flatMap(({ dead, oldest_due }) => (dead || oldest_due === null ? [] : [oldest_due])),
  );
  return {
    openByStatus: Object.fromEntries(open.map((row) => [row.status, row.open])),
    withoutHolder: sum(open.map((row) => row.without_holder)),
    overdue: sum(open.map((row) => row.overdue)),
    effectsPending: countByKind(effects.filter(({ dead }) => !dead)),
    effectsDead: countByKind(effects.filter(({ dead }) => dead)),
    oldestDueSeconds: (now - oldestDue) / 1000,
  };
}

async function openCounts(
  db: Kysely<Tables>,
  parties: readonly PartyCode[],
  now: Instant,
): Promise<readonly OpenCount[]> {
  const { rows } = await sql<OpenCount>`
    select status, count(*)::integer as open,
      (count(*) filter (where party not in (select json_array_elements_text(${JSON.stringify(parties)}::json))))::integer as without_holder,
      (count(*) filter (where due_at < ${now - graceMs}::bigint))::integer as overdue
    from enquiry where status <> 'closed'
    group by status`.execute(db);
  return rows;
}

async function effectCounts(db: Kysely<Tables>, now: Instant): Promise<readonly EffectCount[]> {
  const { rows } = await sql<EffectCount>`
    select kind, false as dead, count(*)::integer as count, min(due_at) filter (where due_at <= ${now}::bigint) as oldest_due
    from effect where state in ('pending', 'leased')
    group by kind
    union all
    select kind, true, count(*)::integer, null
    from effect where state = 'dead'
    group by kind`.execute(db);
  return rows;
}

function countByKind(counts: readonly EffectCount[]): Readonly<Record<string, number>> {
  return Object.fromEntries(counts.map(({ kind, count }) => [kind, count]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
