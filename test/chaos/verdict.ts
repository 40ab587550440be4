/** Compares what a run was promised and shown with what is stored in the end. Pure, so that planted defects can test it. */
import { type Acknowledged, checkAcknowledged, checkShown } from '../../src/domain/history.ts';
import type { Violation } from '../../src/domain/invariants.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { type Activity, seqOf } from './wire-client.ts';

/** One conversation's side of the run. */
export interface Seen {
  readonly enquiry: EnquiryId;
  readonly acknowledged: readonly Acknowledged[];
  readonly shown: readonly number[];
  readonly textOf: ReadonlyMap<number, string>;
  /** Texts of staff's replies that were answered with success. */
  readonly staffReplies: readonly string[];
}

/** P1–P4 of one conversation, and that what was promised was also shown, from the first message on, with its text. */
export function judge(seen: Seen, activities: readonly Activity[]): readonly Violation[] {
  const { enquiry, acknowledged, shown, textOf, staffReplies } = seen;
  const messages = activities.map((activity) => messageOf(enquiry, activity));
  const found = [...checkAcknowledged(enquiry, acknowledged, messages), ...checkShown(enquiry, shown, messages)];
  const says = (rule: string, detail: string): number => found.push({ rule, enquiry, detail });
  const promised = Math.max(0, ...acknowledged.map(({ seq }) => seq));
  if (promised > (shown.at(-1) ?? 0)) says('P4', `promised ${promised}, shown to ${shown.at(-1) ?? 'nothing'}`);
  if (shown.length > 0 && shown[0] !== 1) says('P4', `shown from ${shown[0]} on`);
  for (const { seq, text } of messages) {
    if (textOf.has(seq) && textOf.get(seq) !== text) says('P4', `${seq} was shown with another text`);
  }
  for (const reply of staffReplies) {
    const times = messages.filter(({ text, from }) => from.kind === 'staff' && text === reply).length;
    if (times !== 1) says('P1', `staff's reply "${reply}" is stored ${times} times`);
  }
  return found;
}

/** What the checks look at, from an activity; the rest stands empty. */
function messageOf(enquiry: EnquiryId, { id, text, from, channelData }: Activity): Message {
  const staff = channelData?.indgang?.from === 'staff';
  const visitor = from.role === 'user';
  return {
    enquiry,
    seq: seqOf(id),
    from: visitor ? { kind: 'visitor' } : staff ? nameless : { kind: 'bot' },
    text,
    language: 'da',
    at: 0,
    quickReplies: [],
    says: null,
    replyTo: null,
    clientId: visitor ? (channelData?.clientActivityID ?? null) : null,
    channelData: null,
  };
}

const nameless: Message['from'] = { kind: 'staff', staff: '' as never, name: '', role: '' };

/** How many of each rule, for people: what is lost, doubled and out of order. */
export function tally(violations: readonly Violation[]): Readonly<Record<string, number>> {
  const rules: Record<string, number> = {};
  for (const { rule } of violations) rules[rule] = (rules[rule] ?? 0) + 1;
  return rules;
}
