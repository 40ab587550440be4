/**
 * What this process has just stored, so that the next message in a conversation need not be decided on after a read,
 * and the sockets here can show it without one.
 *
 * A hint, never the truth: a commit carries the version it was decided on, and the database refuses one that another
 * process has overtaken. Whatever people are shown on asking, or may see, is read from the store.
 */
import type { Enquiry } from '../domain/enquiry.ts';
import type { Message } from '../domain/saying.ts';
import type { EnquiryId } from '../domain/words.ts';

export interface Recent {
  /** The state this process stored last, or null. Another process may have stored a newer one. */
  state(id: EnquiryId): Enquiry | null;
  /** Messages right after `after`, in order without gaps; empty when memory does not reach back to it. */
  messages(id: EnquiryId, after: number): readonly Message[];
  keep(after: Enquiry, messages: readonly Message[]): void;
  forget(id: EnquiryId): void;
}

interface Kept {
  readonly state: Enquiry;
  readonly messages: readonly Message[];
}

const mostMessages = 20;

/** @param mostEnquiries conversations remembered; the one stored longest ago goes first */
export function recentlyStored(mostEnquiries = 2_000): Recent {
  const kept = new Map<EnquiryId, Kept>();
  return {
    state: (id) => kept.get(id)?.state ?? null,
    messages(id, after) {
      const known = kept.get(id)?.messages ?? [];
      const first = known[0];
      return first !== undefined && first.seq <= after + 1 ? known.filter(({ seq }) => seq > after) : [];
    },
    keep(state, stored) {
      const before = kept.get(state.id);
      kept.delete(state.id);
      // Two answers of the database may overtake each other; then neither is sure to be the newest.
      if (before !== undefined && before.state.version >= state.version) return;
      kept.set(state.id, { state, messages: joined(before?.messages ?? [], stored) });
      const [oldest] = kept.keys();
      if (kept.size > mostEnquiries && oldest !== undefined) kept.delete(oldest);
    },
    forget: (id) => void kept.delete(id),
  };
}

/** Only messages that follow each other: somebody else may have stored one in between. */
function joined(before: readonly Message[], stored: readonly Message[]): readonly Message[] {
  const next = stored.toSorted((a, b) => a.seq - b.seq);
  const follows = next[0] === undefined || before.at(-1)?.seq === next[0].seq - 1;
  return (follows ? [...before, ...next] : next).slice(-mostMessages);
}
