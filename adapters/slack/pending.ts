/**
 * Answers written in Slack on their way to the citizen, one entry each: five seconds to undo, held until somebody says
 * so, sent, put right, taken back. What is over stays for a month without its words, so that nothing is sent twice.
 */
import { z } from 'zod';
import type { EnquiryId, Instant, StaffId } from '../../src/domain/words.ts';
import type { Kept, Memory } from '../../src/ports.ts';
import type { Place } from './parts.ts';

const Live = z.object({
  stage: z.enum(['waiting', 'held', 'sending', 'sent']),
  enquiry: z.string().transform((id) => id as EnquiryId),
  staff: z.string().transform((id) => id as StaffId),
  /** Slack's id of whoever wrote it. */
  user: z.string(),
  threadTs: z.string(),
  /** As the citizen will read it; null once it is sent. */
  text: z.string().nullable(),
  /** Newest edit that was heard of, as Slack's timestamp; empty when there was none. */
  editedTs: z.string(),
  /** The mark that it has arrived stands on it. */
  marked: z.boolean(),
  /** What an edit says instead, once it is sent. */
  correction: z.object({ text: z.string(), clientId: z.string(), held: z.boolean() }).nullable(),
  /** Deleted in Slack after it was sent. */
  gone: z.boolean(),
});
export type LiveAnswer = z.infer<typeof Live>;

const Over = z.object({ stage: z.literal('over') });
const Answer = z.discriminatedUnion('stage', [Live, Over]);
export type Answer = z.infer<typeof Answer>;

/** An entry as it was read. */
export interface Entry<Value extends Answer = Answer> {
  readonly place: Place;
  readonly answer: Value;
  readonly version: number;
}

export const pendingPrefix = 'slack.pending/';
const keyOf = ({ channel, ts }: Place): string => `${pendingPrefix}${channel}/${ts}`;
/** Longer than Slack, or we after an outage, bring the same message again. */
export const keepMs = 30 * 86_400_000;

export function entryOf({ key, value, version }: Kept): Entry {
  const [channel = '', ts = ''] = key.slice(pendingPrefix.length).split('/');
  return { place: { channel, ts }, answer: Answer.parse(value), version };
}

export async function readEntry(memory: Memory, place: Place): Promise<Entry | null> {
  const kept = await memory.read(keyOf(place));
  return kept === null ? null : entryOf(kept);
}

/** @returns the entry as it is now, or null when somebody else was first */
export async function keepEntry<Value extends Answer>(
  memory: Memory,
  { place, version }: Pick<Entry, 'place' | 'version'>,
  answer: Value,
  dueAt: Instant,
): Promise<Entry<Value> | null> {
  const kept = await memory.keep(keyOf(place), answer, version, dueAt);
  return kept ? { place, answer, version: version + 1 } : null;
}

export async function forgetEntry(memory: Memory, place: Place): Promise<void> {
  await memory.forget(keyOf(place));
}

/** Slack's timestamps within the same thousand seconds begin alike. */
const alike = 7;
const mostInWindow = 1_000;

/** Whether something written earlier in the same thread has still to go: what was written first arrives first. */
export async function hasEarlier(memory: Memory, { place, answer }: Entry<LiveAnswer>): Promise<boolean> {
  const window = Number(place.ts.slice(0, alike));
  const lists = await Promise.all(
    [window - 1, window].map((each) => memory.list(`${pendingPrefix}${place.channel}/${each}`, mostInWindow)),
  );
  return lists
    .flat()
    .map(entryOf)
    .some((other) => goesFirst(other, { place, answer }));
}

function goesFirst({ place, answer }: Entry, mine: Pick<Entry<LiveAnswer>, 'place' | 'answer'>): boolean {
  const isOnItsWay = answer.stage === 'waiting' || answer.stage === 'sending';
  return isOnItsWay && answer.threadTs === mine.answer.threadTs && place.ts < mine.place.ts;
}
