/**
 * The effects table as a queue: what is due, who has it, how it ended. The table is the truth; jobs only wake somebody.
 */
import { type Kysely, sql } from 'kysely';
import type { EffectOrder } from '../../src/domain/effect.ts';
import type { EffectId, EnquiryId, Instant } from '../../src/domain/words.ts';
import type { LeasedEffect } from '../../src/ports.ts';
import { effectOf } from './rows.ts';
import type { Tables } from './tables.ts';

interface LeasedRow {
  readonly id: EffectId;
  readonly enquiry: EnquiryId;
  readonly key: string;
  readonly data: EffectOrder;
  readonly due_at: Instant;
  readonly attempts: number;
  readonly address: unknown;
}

/** Nothing stored earlier under the same key waits; one that is not due yet holds nobody up. */
function isNextOfItsKey(now: Instant) {
  return sql<boolean>`not exists (
    select from effect as earlier
    where earlier.key = e.key and earlier.position < e.position
      and earlier.state in ('pending', 'leased') and earlier.due_at <= ${now}::bigint)`;
}

/** See `Store.dueEffects`. Those behind an undone one are left out, so that a stuck recipient does not fill the list. */
export async function dueEffects(db: Kysely<Tables>, now: Instant, limit: number): Promise<readonly EffectId[]> {
  const { rows } = await sql<{ id: EffectId }>`
    select e.id from effect as e
    where e.state in ('pending', 'leased') and e.ready_at <= ${now}::bigint and ${isNextOfItsKey(now)}
    order by e.ready_at, e.position
    limit ${limit}::integer`.execute(db);
  return rows.map((row) => row.id);
}

/** See `Store.lease`. */
export async function leaseEffect(
  db: Kysely<Tables>,
  id: EffectId,
  now: Instant,
  until: Instant,
): Promise<LeasedEffect | null> {
  const { rows } = await sql<LeasedRow>`
    update effect set state = 'leased', ready_at = ${until}::bigint, attempts = attempts + 1
    where id in (
      select e.id from effect as e
      where e.id = ${id} and e.state in ('pending', 'leased') and e.ready_at <= ${now}::bigint and ${isNextOfItsKey(now)}
      for update skip locked)
    returning id, enquiry, key, data, due_at, attempts,
      (select address from enquiry where enquiry.id = effect.enquiry) as address`.execute(db);
  const row = rows[0];
  return row === undefined ? null : { effect: effectOf(row), attempt: row.attempts, address: row.address };
}

/**
 * See `Store.settle`. What is done or dead stays so: a worker that comes back late changes nothing.
 * The end of the lease stands in for the time: what is due before it is as good as due.
 */
export async function settleEffect(
  db: Kysely<Tables>,
  id: EffectId,
  result: 'done' | 'dead' | { readonly retryAt: Instant },
): Promise<EffectId | null> {
  if (typeof result !== 'string') {
    await db
      .updateTable('effect')
      .set({ state: 'pending', ready_at: result.retryAt })
      .where('id', '=', id)
      .where('state', 'in', ['pending', 'leased'])
      .execute();
    return null;
  }
  const { rows } = await sql<{ id: EffectId }>`
    with ended as (
      update effect set state = ${result} where id = ${id} and state in ('pending', 'leased')
      returning key, position, ready_at)
    select e.id from effect as e, ended
    where e.key = ended.key and e.position <> ended.position and e.state in ('pending', 'leased') and e.due_at <= ended.ready_at
    order by e.position
    limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
