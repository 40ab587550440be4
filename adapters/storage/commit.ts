/**
 * The one statement that stores a decision: enquiry, events, messages, notes, effects and inbox key, or nothing.
 * The enquiry's row is the guard: it is taken first, and everything else is inserted from it.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Change, CommitOutcome } from '../../src/ports.ts';
import { violatedKey } from './failures.ts';
import { columnsOf, effectRow, eventRows, messageRow, noteRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** Stores the change in one round trip; see `Store.commit`. A lost race of any kind is `stale`. */
export async function commitChange(db: Kysely<Tables>, change: Change): Promise<CommitOutcome> {
  try {
    const { rows } = await statement(change).execute(db);
    return rows.length === 1 ? 'committed' : 'stale';
  } catch (error) {
    const key = violatedKey(error);
    if (key === null) throw error;
    return key === 'inbox_pkey' ? 'repeated' : 'stale';
  }
}

function statement(change: Change): RawBuilder<{ id: string }> {
  const { id, inbox } = change;
  const at = change.events.at(-1)?.at ?? change.after.openedAt;
  const counted =
    inbox === null ? [] : [{ source: inbox.source, key: inbox.key, body_hash: inbox.bodyHash, seq: inbox.seq }];
  return sql`
    with guard as (${change.expectedVersion === 0 ? opening(change, at) : moving(change, at)}),
    new_event as (
      insert into event (enquiry, version, event, at)
      select ${id}, r.version, r.event, r.at
      from guard, json_to_recordset(${JSON.stringify(eventRows(change))}::json) as r(version integer, event jsonb, at bigint)
    ),
    new_message as (
      insert into message (enquiry, seq, from_kind, staff, staff_name, staff_role, text, language, at, quick_replies, says,
        reply_to, client_id, channel_data)
      select ${id}, r.seq, r.from_kind, r.staff, r.staff_name, r.staff_role, r.text, r.language, r.at, r.quick_replies, r.says,
        r.reply_to, r.client_id, r.channel_data
      from guard, json_to_recordset(${JSON.stringify(change.messages.map(messageRow))}::json) as r(seq integer, from_kind text,
        staff text, staff_name text, staff_role text, text text, language text, at bigint, quick_replies jsonb, says text,
        reply_to integer, client_id text, channel_data jsonb)
    ),
    new_note as (
      insert into note (id, enquiry, staff, text, at)
      select r.id, ${id}, r.staff, r.text, r.at
      from guard, json_to_recordset(${JSON.stringify(change.notes.map(noteRow))}::json) as r(id text, staff text, text text, at bigint)
    ),
    new_effect as (
      insert into effect (id, enquiry, kind, key, data, due_at, ready_at)
      select r.id, ${id}, r.kind, r.key, r.data, r.due_at, r.due_at
      from guard, rows from (json_to_recordset(${JSON.stringify(change.effects.map(effectRow))}::json)
        as (id text, kind text, key text, data jsonb, due_at bigint)) with ordinality as r(id, kind, key, data, due_at, place)
      order by r.place
    ),
    new_inbox as (
      insert into inbox (source, key, body_hash, enquiry, seq, at)
      select r.source, r.key, r.body_hash, ${id}, r.seq, ${at}::bigint
      from guard, json_to_recordset(${JSON.stringify(counted)}::json) as r(source text, key text, body_hash text, seq integer)
    )
    select id from guard`;
}

function opening({ id, after, address }: Change, at: number): RawBuilder<unknown> {
  const row = columnsOf(after);
  return sql`
    insert into enquiry (id, version, state, status, party, claimed_by, offered_to, called, urgency, queued_at, due_at, channel,
      address, opened_at, updated_at)
    values (${id}, ${row.version}::integer, ${row.state}::jsonb, ${row.status}, ${row.party}, ${row.claimedBy},
      ${row.offeredTo}, ${row.called}, ${row.urgency}, ${row.queuedAt}::bigint, ${row.dueAt}::bigint, ${after.channel},
      ${jsonOf(address)}::jsonb, ${after.openedAt}::bigint, ${at}::bigint)
    on conflict (id) do nothing
    returning id`;
}

function moving({ id, after, address, expectedVersion }: Change, at: number): RawBuilder<unknown> {
  const row = columnsOf(after);
  return sql`
    update enquiry set version = ${row.version}::integer, state = ${row.state}::jsonb, status = ${row.status},
      party = ${row.party}, claimed_by = ${row.claimedBy}, offered_to = ${row.offeredTo}, called = ${row.called},
      urgency = ${row.urgency}, queued_at = ${row.queuedAt}::bigint, due_at = ${row.dueAt}::bigint, updated_at = ${at}::bigint,
      address = case when ${address !== undefined}::boolean then ${jsonOf(address)}::jsonb else address end
    where id = ${id} and version = ${expectedVersion}::integer
    returning id`;
}

/** JSON text, or SQL null for nothing. */
function jsonOf(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
