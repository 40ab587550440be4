/** A store without a database, for tests of what stands on top of it: enquiries, their effects in order, no case files. */
import type { Effect } from '../../src/domain/effect.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { erased, type Message } from '../../src/domain/saying.ts';
import type { EffectId, EnquiryId, Instant, StaffId } from '../../src/domain/words.ts';
import type { Change, CommitOutcome, InboxEntry, Note, Store, StoredEvent } from '../../src/ports.ts';
import { type MemoryInHand, memoryInHand } from './memory.ts';

interface Held {
  enquiry: Enquiry;
  messages: Message[];
  readonly notes: Note[];
  readonly journal: StoredEvent[];
  readonly inbox: Map<string, InboxEntry>;
  readonly readBy: { staff: StaffId; at: Instant }[];
}

interface Todo {
  readonly effect: Effect;
  dueAt: Instant;
  attempt: number;
  leasedUntil: Instant;
  over: boolean;
}

export interface StoreInHand extends Store {
  readonly memory: MemoryInHand;
}

export function storeInHand(): StoreInHand {
  const held = new Map<EnquiryId, Held>();
  const todo = new Map<EffectId, Todo>();
  const of = (id: EnquiryId) => held.get(id);

  function commit(change: Change): CommitOutcome {
    const { id, after, events, expectedVersion, inbox } = change;
    const before = of(id);
    if ((before?.enquiry.version ?? 0) !== expectedVersion) return 'stale';
    const key = inbox === null ? null : `${inbox.source}:${inbox.key}`;
    if (key !== null && before?.inbox.has(key)) return 'repeated';
    const now: Held = before ?? { enquiry: after, messages: [], notes: [], journal: [], inbox: new Map(), readBy: [] };
    held.set(id, now);
    now.enquiry = after;
    events.forEach((event, index) => {
      now.journal.push({ version: expectedVersion + index + 1, event });
    });
    now.messages = [...now.messages, ...change.messages].map((message) => lost(message, change));
    now.notes.push(...change.notes);
    if (key !== null && inbox !== null) now.inbox.set(key, inbox);
    for (const effect of change.effects) {
      todo.set(effect.id, { effect, dueAt: effect.dueAt, attempt: 0, leasedUntil: 0, over: false });
    }
    return 'committed';
  }

  const isFirst = ({ effect }: Todo): boolean => {
    const same = [...todo.values()].filter((other) => !other.over && other.effect.key === effect.key);
    return same[0]?.effect.id === effect.id;
  };
  const isFree = (each: Todo, now: Instant) => !each.over && each.dueAt <= now && each.leasedUntil <= now;

  const store: Partial<StoreInHand> = {
    memory: memoryInHand(),
    read: async (id, inbox) => {
      const known = of(id);
      const earlier = inbox === undefined ? undefined : known?.inbox.get(`${inbox.source}:${inbox.key}`);
      return { enquiry: known?.enquiry ?? null, earlier: earlier ?? null, address: {} };
    },
    commit: async (change) => commit(change),
    messages: async (id, after, limit) => (of(id)?.messages ?? []).filter(({ seq }) => seq > after).slice(0, limit),
    notes: async (id) => of(id)?.notes ?? [],
    journal: async (id) => [...(of(id)?.journal ?? [])],
    dueEffects: async (now, limit) =>
      [...todo.values()]
        .filter((each) => isFree(each, now) && isFirst(each))
        .slice(0, limit)
        .map(({ effect }) => effect.id),
    lease: async (id, now, until) => {
      const each = todo.get(id);
      if (each === undefined || !isFree(each, now) || !isFirst(each)) return null;
      each.leasedUntil = until;
      each.attempt += 1;
      return { effect: each.effect, attempt: each.attempt, address: {} };
    },
    settle: async (id, result) => {
      const each = todo.get(id);
      if (each === undefined) return null;
      each.leasedUntil = 0;
      if (typeof result === 'object') each.dueAt = result.retryAt;
      else each.over = true;
      return null;
    },
    logRead: async (staff, id, at) => void of(id)?.readBy.push({ staff, at }),
    readLog: async (id) => of(id)?.readBy ?? [],
    close: async () => undefined,
  };
  return store as StoreInHand;
}

function lost(message: Message, { erasedThrough, removedAnswer }: Change): Message {
  if (message.seq === removedAnswer) return { ...message, text: '' };
  const isErased = erasedThrough !== null && message.seq <= erasedThrough && message.from.kind === 'visitor';
  return isErased ? erased(message) : message;
}
