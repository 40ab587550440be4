/**
 * Read → decide → commit, the way of every use case. Somebody else was first: read again and decide again.
 */
import type { Draft } from '../domain/draft.ts';
import type { Effect } from '../domain/effect.ts';
import { effectsOf } from '../domain/effect.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import { isWithPeople } from '../domain/enquiry.ts';
import type { EventOf } from '../domain/enquiry-event.ts';
import type { Message } from '../domain/saying.ts';
import { erased } from '../domain/saying.ts';
import type { EnquiryId, Instant } from '../domain/words.ts';
import type { Change, CommitOutcome, InboxEntry, InboxKey, Note } from '../ports.ts';
import { botMessages } from './bot-texts.ts';
import type { Needs } from './needs.ts';

/** What goes into the store beside the draft's events and the bot's own messages. */
export interface Beside {
  readonly messages?: readonly Message[];
  readonly notes?: readonly Note[];
  readonly inbox?: (InboxKey & InboxEntry) | null;
  readonly address?: unknown;
}

/**
 * Stores a draft in one transaction, then wakes whoever has something to do.
 *
 * @throws UnavailableError when the database cannot be reached; nothing is stored then
 */
export async function commit(
  needs: Needs,
  before: Enquiry | null,
  draft: Draft,
  now: Instant,
  beside: Beside = {},
): Promise<CommitOutcome> {
  const effects = effectsOf(draft.state, draft.events);
  const erasedThrough = erasedThroughOf(draft);
  const removed = draft.events.find((event): event is EventOf<'AnswerRemoved'> => event.type === 'AnswerRemoved');
  const change: Change = {
    id: draft.state.id,
    expectedVersion: before?.version ?? 0,
    after: draft.state,
    events: draft.events,
    messages: [...(beside.messages ?? []).map(withoutErased(erasedThrough)), ...botMessages(needs, draft, now)],
    notes: beside.notes ?? [],
    effects,
    inbox: beside.inbox ?? null,
    erasedThrough,
    ...(removed === undefined ? {} : { removedAnswer: removed.seq }),
    ...('address' in beside ? { address: beside.address } : {}),
  };
  needs.recent.forget(change.id);
  const outcome = await needs.store.commit(change);
  if (outcome !== 'committed') return outcome;
  if (erasedThrough !== null || removed !== undefined) forgetErased(needs, change.id);
  needs.recent.keep(change.after, change.messages);
  announce(needs, before, draft.state, effects, now);
  return outcome;
}

function erasedThroughOf({ events }: Draft): number | null {
  const last = events.findLast((event): event is EventOf<'TextsErased'> => event.type === 'TextsErased');
  return last?.through ?? null;
}

/** A message that is deleted as it comes in is never stored with its text. */
function withoutErased(through: number | null): (message: Message) => Message {
  return (message) =>
    message.from.kind === 'visitor' && through !== null && message.seq <= through ? erased(message) : message;
}

const erasedTopic = 'erased:';

/** An answer of the database may have brought a text back to memory meanwhile; other processes have memories too. */
function forgetErased({ recent, signal }: Needs, id: EnquiryId): void {
  recent.forget(id);
  signal.raise(`${erasedTopic}${id}`);
}

/** Forgets what another process says is deleted. A lost hint is made good when the conversation goes on here. */
export function forgetOnSignal({ recent, signal }: Pick<Needs, 'recent' | 'signal'>): void {
  signal.listen((topic) => {
    if (topic.startsWith(erasedTopic)) recent.forget(topic.slice(erasedTopic.length) as EnquiryId);
  });
}

function announce(
  needs: Needs,
  before: Enquiry | null,
  after: Enquiry,
  effects: readonly Effect[],
  now: Instant,
): void {
  needs.signal.raise(after.id);
  if (isWithPeople(after) || (before !== null && isWithPeople(before))) needs.signal.raise('queue');
  needs.jobs.wake(effects.filter(({ dueAt }) => dueAt <= now).map(({ id }) => id));
}

/** When what is decided now happens: by the clock, but never before what has already happened to this enquiry. */
export function momentFor({ clock }: Pick<Needs, 'clock'>, enquiry: Enquiry): Instant {
  return Math.max(clock.now(), enquiry.touchedAt);
}

/** One after another for each enquiry in this process, so that a burst does not make its own conflicts. */
export function inTurn(): <Value>(id: EnquiryId, work: () => Promise<Value>) => Promise<Value> {
  const last = new Map<EnquiryId, Promise<unknown>>();
  return async (id, work) => {
    const before = last.get(id) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    last.set(id, settled);
    try {
      return await mine;
    } finally {
      if (last.get(id) === settled) last.delete(id);
    }
  };
}
