/** Enquiries as the domain makes them, and changes ready to be stored. */
import { randomUUID } from 'node:crypto';
import type { Effect } from '../../src/domain/effect.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import { evolve } from '../../src/domain/evolve.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { EffectId, EnquiryId, IntentId, PartyCode, StaffId } from '../../src/domain/words.ts';
import type { Change, Store } from '../../src/ports.ts';

export const noon = Date.UTC(2026, 10, 21, 12);
export const minutes = (count: number) => noon + count * 60_000;

export const anna = 'anna' as StaffId;
export const yusuf = 'yusuf' as StaffId;

export function newId(): EnquiryId {
  return `e-${randomUUID()}` as EnquiryId;
}

export const opening: EnquiryEvent = {
  type: 'EnquiryOpened',
  channel: 'webchat',
  asker: 'youth',
  language: 'da',
  at: noon,
};

export function queued(party: PartyCode, at = noon, urgency: 'acute' | 'normal' = 'normal'): EnquiryEvent {
  return { type: 'HandoffQueued', party, urgency, intent: 'dropout' as IntentId, due: at + 3_600_000, at };
}
export function claimed(by: StaffId, at = noon): EnquiryEvent {
  return { type: 'HandoffClaimed', by, due: at + 3_600_000, at };
}
export function offered(by: StaffId, to: PartyCode, at = noon): EnquiryEvent {
  return { type: 'TransferOffered', by, to, at, until: at + 3_600_000, note: 'n' };
}
export function calledDuty(at = noon): EnquiryEvent {
  return { type: 'DeadlinePassed', step: 3, calls: 'duty', next: at + 600_000, at };
}
export function invited(by: StaffId, helper: StaffId, at = noon): EnquiryEvent {
  return { type: 'HelperInvited', by, helper, at };
}
export function closed(by: StaffId, at = noon): EnquiryEvent {
  return { type: 'EnquiryClosed', by, outcome: 'helped', note: 'n', at };
}
export function received(seq: number, at = noon): EnquiryEvent {
  return {
    type: 'MessageReceived',
    seq,
    language: 'da',
    intent: null,
    speaks: null,
    also: [],
    understood: true,
    due: null,
    at,
  };
}

export function message(enquiry: EnquiryId, seq: number, changes: Partial<Message> = {}): Message {
  return {
    enquiry,
    seq,
    from: { kind: 'visitor' },
    text: 'jeg er droppet ud af gymnasiet',
    language: 'da',
    at: noon,
    quickReplies: [],
    says: null,
    replyTo: null,
    clientId: null,
    channelData: null,
    ...changes,
  };
}

export function effect(enquiry: EnquiryId, name: string, changes: Partial<Omit<Effect, 'kind'>> = {}): Effect {
  return {
    kind: 'show-card',
    id: `${enquiry}.${name}` as EffectId,
    enquiry,
    key: `card.${enquiry}`,
    dueAt: noon,
    ...changes,
  };
}

/** What storing these events after `before` takes; the rest of the change as given. */
export function changeOf(
  id: EnquiryId,
  before: Enquiry | null,
  events: readonly EnquiryEvent[],
  rest: Partial<Change> = {},
): Change {
  const after = events.reduce<Enquiry | null>((state, event) => evolve(state, id, event), before);
  if (after === null) throw new Error('a change without events');
  return {
    id,
    expectedVersion: before?.version ?? 0,
    after,
    events,
    messages: [],
    notes: [],
    effects: [],
    inbox: null,
    erasedThrough: null,
    ...rest,
  };
}

/** Opens an enquiry with these events after its opening. */
export async function opened(
  store: Store,
  events: readonly EnquiryEvent[] = [],
  rest: Partial<Change> = {},
): Promise<Enquiry> {
  const change = changeOf(rest.id ?? newId(), null, [opening, ...events], rest);
  const outcome = await store.commit(change);
  if (outcome !== 'committed') throw new Error(`could not open: ${outcome}`);
  return change.after;
}
