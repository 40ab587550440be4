/**
 * What a citizen's page shows, as plain data: made by the server for the first look, kept up to date in the browser.
 * Knows neither HTML nor the wire.
 */
import type { HelpLine } from '../../src/domain/kommune.ts';
import type { Message, QuickReply, Saying } from '../../src/domain/saying.ts';

/** Who the door is for. */
export type Door = 'youth' | 'parent';

/** Addresses of each door's page. */
export const doorPaths = { youth: '/', parent: '/foraelder' } as const satisfies Record<Door, string>;

/** Longest message in characters; a page of text is about 3,000. */
export const longestMessage = 8000;

/** One message in the log. */
export interface PageMessage {
  /** Place in the conversation, from 1; 0 for the greeting before the conversation has begun. */
  readonly seq: number;
  readonly from: 'visitor' | 'bot' | 'staff';
  /** Name and role of the member of staff who wrote it. */
  readonly name: string | null;
  readonly role: string | null;
  readonly says: Saying['kind'] | null;
  /** Empty when its writer has deleted it, see `isErased`. */
  readonly text: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly quickReplies: readonly QuickReply[];
  /** Of one's own message. */
  readonly clientId: string | null;
  /** Place of the message that this one says is taken away. */
  readonly removes?: number;
}

/**
 * A message of one's own that the server has not shown back yet.
 * `waiting`: the net is away, it goes by itself later. `failed`: refused, only the writer can try again.
 */
export interface Unsent {
  readonly clientId: string;
  readonly text: string;
  readonly choice: string | null;
  readonly delivery: 'sending' | 'waiting' | 'sent' | 'failed';
}

/** `lost` and `back` are said in words on the page; `quiet` says nothing. */
export type Connection = 'quiet' | 'lost' | 'back';

/** What went wrong with the text in the field. */
export type FieldProblem = 'empty' | 'too-long' | 'not-sent' | 'changed' | 'too-many' | 'no-history';

/** What of a help line is shown. */
export type ShownHelpLine = Omit<HelpLine, 'ages'>;

export interface PageState {
  readonly door: Door;
  /** What the entrance is called. */
  readonly entrance: string;
  readonly helpLines: readonly ShownHelpLine[];
  readonly messages: readonly PageMessage[];
  readonly unsent: readonly Unsent[];
  readonly connection: Connection;
  readonly problem: FieldProblem | null;
  /** Text that was typed and not sent. */
  readonly typed: string;
  /** Id of the next message when it is sent without JavaScript. */
  readonly formId: string;
  /** The conversation that is shown, or null before it has begun. */
  readonly conversation: string | null;
  /** Signed name of the conversation that the first message will begin, so that sending it twice begins only one. */
  readonly begin: string;
  /** Address that shows new answers without JavaScript. */
  readonly refreshPath: string;
  /** True when the browser's own script keeps the page up to date. */
  readonly live: boolean;
  /** True when messages came in below what is on the screen. */
  readonly newBelow: boolean;
}

/** A stored message as the page shows it. */
export function pageMessage(message: Message): PageMessage {
  const { from, says, replyTo } = message;
  const person = from.kind === 'staff' ? from : from.kind === 'bot' ? from.presents : undefined;
  return {
    seq: message.seq,
    from: from.kind,
    name: person?.name ?? null,
    role: person?.role ?? null,
    says,
    text: message.text,
    language: message.language,
    quickReplies: message.quickReplies,
    clientId: from.kind === 'visitor' ? message.clientId : null,
    ...(says === 'answer_removed' && replyTo !== null && { removes: replyTo }),
  };
}

/** Whether it is one's own and has been deleted: then only its place is left. */
export function isErased({ from, text }: Pick<PageMessage, 'from' | 'text'>): boolean {
  return from === 'visitor' && text === '';
}

/** Whether whoever wrote it to one has taken it back. */
export function isRemoved({ from, text }: Pick<PageMessage, 'from' | 'text'>): boolean {
  return from === 'staff' && text === '';
}

/** The same log without the words of answers that were taken back. */
export function withoutRemoved(messages: readonly PageMessage[]): readonly PageMessage[] {
  const gone = new Set(messages.map(({ removes }) => removes));
  return messages.map((message) =>
    message.from === 'staff' && gone.has(message.seq) ? { ...message, text: '' } : message,
  );
}

/** The same log without what its writer has deleted: everything of one's own before the robot last said that it is gone. */
export function withoutErased(messages: readonly PageMessage[]): readonly PageMessage[] {
  const erasedAt = messages.findLast(({ says }) => says === 'erased')?.seq ?? 0;
  return messages.map((message) =>
    message.from === 'visitor' && message.seq < erasedAt ? { ...message, text: '' } : message,
  );
}

/** Choices that can be tapped now: those of the newest message, unless something has been sent since. */
export function openChoices({ messages, unsent }: Pick<PageState, 'messages' | 'unsent'>): readonly QuickReply[] {
  return unsent.length > 0 ? [] : (messages.at(-1)?.quickReplies ?? []);
}

/** The question whether they are safe, while it is open: it stays in sight, however long what stands above it is. */
export function openSafetyQuestion(state: Pick<PageState, 'messages' | 'unsent'>): PageMessage | null {
  const newest = state.messages.at(-1);
  return newest?.says === 'ask_safe' && openChoices(state).length > 0 ? newest : null;
}

/** People who have written, newest first, each once. */
export function peopleIn(
  messages: readonly PageMessage[],
): readonly { readonly name: string; readonly role: string }[] {
  const people = new Map<string, string>();
  for (const { name, role } of messages.toReversed()) {
    if (name !== null && !people.has(name)) people.set(name, role ?? '');
  }
  return [...people].map(([name, role]) => ({ name, role }));
}

/** At which message who arrived: `name` is null until that person has written. */
export function arrivals(messages: readonly PageMessage[]): ReadonlyMap<number, Pick<PageMessage, 'name' | 'role'>> {
  const found = new Map<number, Pick<PageMessage, 'name' | 'role'>>();
  let present: string | null = null;
  let announcedAt: number | null = null;
  for (const { seq, from, says, name, role } of messages) {
    if (says === 'claimed' || says === 'accepted') {
      announcedAt = seq;
      found.set(seq, { name, role });
    } else if (from === 'staff') {
      if (announcedAt !== null || name !== present) found.set(announcedAt ?? seq, { name, role });
      announcedAt = null;
      present = name;
    }
  }
  return found;
}
