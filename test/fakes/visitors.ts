/**
 * `ForVisitors` in memory, for tests of the wire alone: stores, numbers, recognises repeats, and answers what it is told to.
 */
import { ok, refuse } from '../../src/domain/result.ts';
import { erased, type Message } from '../../src/domain/saying.ts';
import type { EnquiryId, Instant, StaffId } from '../../src/domain/words.ts';
import { type Clock, type ForVisitors, type IncomingMessage, type Signal, UnavailableError } from '../../src/ports.ts';

export interface FakeVisitors extends ForVisitors {
  /** Adds a message of the bot or of staff, as a use case would. */
  say(enquiry: EnquiryId, said: Partial<Message> & { readonly text: string }): Message;
  /** The citizen's texts so far are deleted, and the bot says so; also what a tap on `erase:yes` does. */
  erase(enquiry: EnquiryId): void;
  /** The newest answer of staff is taken back, and the bot says so. */
  takeBack(enquiry: EnquiryId): void;
  /** The next so many calls fail as if the database were away. */
  failNext(calls: number): void;
  /** How often messages were read. */
  reads(): number;
  readonly opened: readonly { readonly enquiry: EnquiryId; readonly asker: string; readonly language: string }[];
  readonly received: readonly IncomingMessage[];
}

interface Needs {
  readonly clock: Clock;
  readonly signal: Signal;
  /** What the bot says to a text; null keeps it silent. */
  readonly answer?: (text: string) => Partial<Message> & { readonly text: string };
}

interface Kept {
  readonly asker: IncomingMessage['asker'];
  readonly messages: Message[];
  readonly bodies: Map<string, { readonly body: string; readonly seq: number }>;
}

export const sara = { kind: 'staff', staff: 'sara' as StaffId, name: 'Sara Holm', role: 'ungevejleder' } as const;

export function fakeVisitors({ clock, signal, answer }: Needs): FakeVisitors {
  const enquiries = new Map<EnquiryId, Kept>();
  const opened: FakeVisitors['opened'][number][] = [];
  const received: IncomingMessage[] = [];
  let failures = 0;
  let reads = 0;

  const outside = async () => {
    await Promise.resolve();
    if (failures > 0) {
      failures--;
      throw new UnavailableError('Database', 'ECONNREFUSED');
    }
  };
  const add = (id: EnquiryId, said: Partial<Message> & { readonly text: string }): Message => {
    const kept = enquiries.get(id);
    if (!kept) throw new Error(`no enquiry ${id}`);
    const message = { ...blank(id, kept.messages.length + 1, clock.now()), ...said };
    kept.messages.push(message);
    signal.raise(id);
    return message;
  };
  const say = (id: EnquiryId, said: Partial<Message> & { readonly text: string }) =>
    add(id, { says: said.from?.kind === 'staff' ? null : 'noted', ...said });
  const erase = (id: EnquiryId): void => {
    const messages = enquiries.get(id)?.messages ?? [];
    messages.forEach((message, index) => {
      if (message.from.kind === 'visitor') messages[index] = erased(message);
    });
    say(id, { text: 'Nu er det slettet.', says: 'erased' });
  };

  const takeBack = (id: EnquiryId): void => {
    const messages = enquiries.get(id)?.messages ?? [];
    const index = messages.findLastIndex(({ from }) => from.kind === 'staff');
    const answer = messages[index];
    if (answer === undefined) throw new Error(`nobody has answered ${id}`);
    messages[index] = { ...answer, text: '' };
    say(id, { text: 'Sara har fjernet en af sine beskeder.', says: 'answer_removed', replyTo: answer.seq });
  };

  return {
    opened,
    received,
    say,
    erase,
    takeBack,
    failNext: (calls) => {
      failures = calls;
    },
    reads: () => reads,
    async open(enquiry, _channel, asker, language) {
      await outside();
      if (!enquiries.has(enquiry)) {
        opened.push({ enquiry, asker, language });
        enquiries.set(enquiry, { asker, messages: [], bodies: new Map() });
        say(enquiry, { text: 'Hej. Hvad kan jeg hjælpe med?', says: 'greeting' });
      }
      return { enquiry, asker, status: 'with_bot', lastSeq: enquiries.get(enquiry)?.messages.length ?? 0 };
    },
    async receive(incoming) {
      await outside();
      const kept = enquiries.get(incoming.enquiry);
      if (!kept) return refuse('unknown-enquiry');
      const { text, choice, clientId, channelData } = incoming;
      const body = JSON.stringify([text, choice]);
      const earlier = kept.bodies.get(clientId);
      if (earlier) return earlier.body === body ? ok({ seq: earlier.seq, repeated: true }) : refuse('other-body');
      received.push(incoming);
      const { seq } = add(incoming.enquiry, { from: { kind: 'visitor' }, text, clientId, channelData });
      kept.bodies.set(clientId, { body, seq });
      if (choice === 'erase:yes') erase(incoming.enquiry);
      else if (answer) say(incoming.enquiry, { replyTo: seq, ...answer(text) });
      return ok({ seq, repeated: false });
    },
    async view(enquiry) {
      await outside();
      const kept = enquiries.get(enquiry);
      return kept ? { enquiry, asker: kept.asker, status: 'with_bot', lastSeq: kept.messages.length } : null;
    },
    recent: () => [],
    async lastSeqs(ids) {
      await outside();
      return new Map(ids.flatMap((id) => (enquiries.has(id) ? [[id, enquiries.get(id)?.messages.length ?? 0]] : [])));
    },
    async messages(enquiry, after, limit) {
      reads++;
      await outside();
      return enquiries.get(enquiry)?.messages.slice(after, after + limit) ?? [];
    },
  };
}

function blank(enquiry: EnquiryId, seq: number, at: Instant): Message {
  return {
    enquiry,
    seq,
    at,
    from: { kind: 'bot' },
    text: '',
    language: 'da',
    quickReplies: [],
    says: null,
    replyTo: null,
    clientId: null,
    channelData: null,
  };
}

/** A signal within this process that can be made deaf, for a hint may be lost. */
export function fakeSignal(): Signal & { deaf: boolean; readonly listeners: () => number } {
  const listeners = new Set<(topic: string) => void>();
  const signal = {
    deaf: false,
    listeners: () => listeners.size,
    raise(topic: string) {
      if (!signal.deaf) for (const listener of listeners) listener(topic);
    },
    listen(listener: (topic: string) => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      listeners.clear();
    },
  };
  return signal;
}
