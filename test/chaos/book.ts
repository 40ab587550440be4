/** What a run has seen from outside: what was answered with success, and what each reader was shown, in order. */
import type { Acknowledged } from '../../src/domain/history.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { type ActivitySet, type Conversation, seqOf } from './wire-client.ts';

/** One conversation as its one citizen knows it. */
export interface Page {
  readonly conversation: Conversation;
  readonly enquiry: EnquiryId;
  readonly acknowledged: Acknowledged[];
  /** Numbers of the activities shown, in the order shown. */
  readonly shown: number[];
  readonly textOf: Map<number, string>;
  watermark: string;
}

export interface StaffReply {
  readonly enquiry: string;
  readonly text: string;
}

export interface Book {
  readonly pages: Page[];
  readonly staffReplies: StaffReply[];
  /** Answers that should not be possible, e.g. a 500, or a 404 for a conversation that was begun. */
  readonly strange: string[];
  /** Posts beyond the first of each message: doubled, cut off, or unanswered. */
  retries: number;
  staffActs: number;
}

export function emptyBook(): Book {
  return { pages: [], staffReplies: [], strange: [], retries: 0, staffActs: 0 };
}

export function newPage(conversation: Conversation): Page {
  const enquiry = conversation.conversationId as EnquiryId;
  return { conversation, enquiry, acknowledged: [], shown: [], textOf: new Map(), watermark: '' };
}

/** Notes a set as the reader was shown it. */
export function show(page: Page, { activities, watermark }: ActivitySet): void {
  for (const { id, text } of activities) {
    const seq = seqOf(id);
    page.shown.push(seq);
    page.textOf.set(seq, text);
  }
  page.watermark = watermark;
}
