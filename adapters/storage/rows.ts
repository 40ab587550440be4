/**
 * Domain to rows and back. Rows were written by us, so they are trusted as they come.
 */

import type { Selectable } from 'kysely';
import type { Effect } from '../../src/domain/effect.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import type { Message, MessageAuthor } from '../../src/domain/saying.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { Change, InboxEntry, InboxKey, Note } from '../../src/ports.ts';
import type { EffectTable, MessageTable, NoteTable } from './tables.ts';

/** `updated_at` is when the newest event happened. */
export function enquiryRow({ id, after, events, address }: Change) {
  const taken = after.status === 'claimed' || after.status === 'offered';
  return {
    id,
    version: after.version,
    state: after,
    status: after.status,
    party: after.party,
    claimed_by: taken ? after.claimedBy : null,
    offered_to: after.status === 'offered' ? after.offer.to : null,
    called: after.called,
    urgency: after.urgency,
    queued_at: after.queuedAt,
    due_at: after.due,
    channel: after.channel,
    address: address ?? null,
    opened_at: after.openedAt,
    updated_at: events.at(-1)?.at ?? after.openedAt,
  };
}

export function eventRows({ expectedVersion, events }: Change) {
  return events.map((event: EnquiryEvent, index) => ({ version: expectedVersion + index + 1, event, at: event.at }));
}

export function messageRow({ from, ...message }: Message) {
  const person = from.kind === 'staff' ? from : from.kind === 'bot' ? from.presents : undefined;
  return {
    seq: message.seq,
    from_kind: from.kind,
    staff: from.kind === 'staff' ? from.staff : null,
    staff_name: person?.name ?? null,
    staff_role: person?.role ?? null,
    text: message.text,
    language: message.language,
    at: message.at,
    quick_replies: message.quickReplies,
    says: message.says,
    reply_to: message.replyTo,
    client_id: message.clientId,
    channel_data: message.channelData,
  };
}

export function messageOf(row: Selectable<MessageTable>): Message {
  return {
    enquiry: row.enquiry,
    seq: row.seq,
    from: authorOf(row),
    text: row.text,
    language: row.language,
    at: row.at,
    quickReplies: row.quick_replies,
    says: row.says,
    replyTo: row.reply_to,
    clientId: row.client_id,
    channelData: row.channel_data,
  };
}

function authorOf(row: Selectable<MessageTable>): MessageAuthor {
  const name = row.staff_name ?? '';
  const role = row.staff_role ?? '';
  if (row.from_kind === 'visitor') return { kind: 'visitor' };
  if (row.from_kind === 'bot')
    return row.staff_name === null ? { kind: 'bot' } : { kind: 'bot', presents: { name, role } };
  if (row.staff === null) throw new Error('a staff message without its author, against message_staff_named');
  return { kind: 'staff', staff: row.staff, name, role };
}

export function noteRow({ id, by, text, at }: Note) {
  return { id, staff: by, text, at };
}

export function noteOf(row: Selectable<NoteTable>, enquiry: EnquiryId): Note {
  return { id: row.id, enquiry, by: row.staff, text: row.text, at: row.at };
}

export function inboxRow({ source, key, bodyHash, seq }: InboxKey & InboxEntry) {
  return { source, key, body_hash: bodyHash, seq };
}

export function effectRow({ id, enquiry: _, key, dueAt, ...order }: Effect) {
  return { id, kind: order.kind, key, data: order, due_at: dueAt };
}

export function effectOf(row: Pick<Selectable<EffectTable>, 'id' | 'enquiry' | 'key' | 'data' | 'due_at'>): Effect {
  return { ...row.data, id: row.id, enquiry: row.enquiry, key: row.key, dueAt: row.due_at };
}
