/** How what is shown changes: plain functions from one state of the page to the next. */
import { type PageMessage, type PageState, type Unsent, withoutErased, withoutRemoved } from '../page-state.ts';

type Log = Pick<PageState, 'messages' | 'unsent'>;

/** Messages not seen before, in order; the same message may come twice, from two sockets or a replay. */
export function unseen(messages: readonly PageMessage[], arrived: readonly PageMessage[]): readonly PageMessage[] {
  const known = new Set(messages.map(({ seq }) => seq));
  const fresh = new Map(
    arrived.filter(({ seq }) => seq > 0 && !known.has(seq)).map((message) => [message.seq, message]),
  );
  return [...fresh.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * The log with these added; the greeting that stood there before the conversation began gives way to the real one.
 * When they tell that something is deleted or taken back, it is gone from here too, with what never came through.
 */
export function withArrived({ messages, unsent }: Log, fresh: readonly PageMessage[]): Log {
  const all = [...messages.filter(({ seq }) => seq > 0 || fresh.length === 0), ...fresh].sort((a, b) => a.seq - b.seq);
  const erases = fresh.some(({ says }) => says === 'erased');
  const wanted = erases ? unsent.filter(({ delivery }) => delivery !== 'failed') : unsent;
  return { messages: withoutRemoved(withoutErased(all)), unsent: notYetIn(all, wanted) };
}

/** Own messages that the log does not show yet. */
export function notYetIn(messages: readonly PageMessage[], unsent: readonly Unsent[]): readonly Unsent[] {
  const shown = new Set(messages.map(({ clientId }) => clientId));
  return unsent.filter(({ clientId }) => !shown.has(clientId));
}

/** One of the messages on its way has got further, or not. */
export function withDelivery(
  unsent: readonly Unsent[],
  clientId: string,
  delivery: Unsent['delivery'],
): readonly Unsent[] {
  return unsent.map((one) => (one.clientId === clientId ? { ...one, delivery } : one));
}

/** The net is away: everything that was being sent waits. */
export function withWaiting(unsent: readonly Unsent[]): readonly Unsent[] {
  return unsent.map((one) => (one.delivery === 'sending' ? { ...one, delivery: 'waiting' } : one));
}
