/**
 * What must hold for everything that was ever acknowledged and shown (P1–P5, P7), as code.
 * A history is what a harness has seen from outside; the checks compare it with what is stored.
 */
import type { Violation } from './invariants.ts';
import type { Message } from './saying.ts';
import type { EffectId, EnquiryId, Instant } from './words.ts';

/** One post that was answered with success. */
export interface Acknowledged {
  readonly enquiry: EnquiryId;
  readonly clientId: string;
  readonly seq: number;
  readonly text: string;
  /** When it was sent and when the answer came, by the harness's clock. */
  readonly sentAt: Instant;
  readonly answeredAt: Instant;
}

/**
 * P1–P3 of one enquiry: every acknowledged message is there once, with the number it was given and its text;
 * repeats were given the same number; numbers are 1..n, in the order of sending.
 */
export function checkAcknowledged(
  enquiry: EnquiryId,
  acknowledged: readonly Acknowledged[],
  messages: readonly Message[],
): readonly Violation[] {
  const found: Violation[] = [];
  const says = (rule: string, detail: string): number => found.push({ rule, enquiry, detail });
  const stored = Map.groupBy(
    messages.filter(({ from, clientId }) => from.kind === 'visitor' && clientId !== null),
    ({ clientId }) => clientId,
  );
  for (const ack of acknowledged) {
    const rows = stored.get(ack.clientId) ?? [];
    if (rows.length !== 1) says('P1', `${ack.clientId} is stored ${rows.length} times`);
    if (rows[0] !== undefined && rows[0].text !== ack.text) says('P1', `${ack.clientId} has another text`);
    if (rows[0] !== undefined && rows[0].seq !== ack.seq) says('P2', `${ack.clientId} was given another number`);
  }
  const answered = acknowledged.toSorted((a, b) => a.answeredAt - b.answeredAt);
  for (const later of acknowledged) {
    const earlier = answered.findLast((ack) => ack.answeredAt < later.sentAt && ack.clientId !== later.clientId);
    if (earlier !== undefined && earlier.seq >= later.seq) says('P3', `${later.clientId} overtook ${earlier.clientId}`);
  }
  messages.forEach(({ seq }, index) => {
    if (seq !== index + 1) says('P3', `number ${index + 1} is ${seq}`);
  });
  return found;
}

/** P4: what one reader was shown, in order, is the messages in order, each once, from some point on. */
export function checkShown(
  enquiry: EnquiryId,
  shown: readonly number[],
  messages: readonly Message[],
): readonly Violation[] {
  const first = shown[0];
  if (first === undefined) return [];
  const due = messages.map(({ seq }) => seq).filter((seq) => seq >= first && seq <= (shown.at(-1) ?? 0));
  const same = due.length === shown.length && due.every((seq, index) => seq === shown[index]);
  return same ? [] : [{ rule: 'P4', enquiry, detail: `shown ${shown.join(',')} instead of ${due.join(',')}` }];
}

/** P5 and P7: an effect is seen outside once, and only if it was committed. */
export function checkDelivered(
  committed: ReadonlyMap<EffectId, EnquiryId>,
  seen: ReadonlyMap<EffectId, number>,
): readonly Violation[] {
  const unborn = [...seen.keys()].filter((id) => !committed.has(id));
  const wrong = [...committed].filter(([id]) => (seen.get(id) ?? 0) !== 1);
  return [
    ...unborn.map((id) => ({ rule: 'P5', enquiry: id as string as EnquiryId, detail: `${id} was never committed` })),
    ...wrong.map(([id, enquiry]) => ({ rule: 'P7', enquiry, detail: `${id} was seen ${seen.get(id) ?? 0} times` })),
  ];
}
