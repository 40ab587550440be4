/**
 * Brings answers written in Slack to the citizen when their time has come. Each step may be done twice: an answer counts
 * once under its client id, a mark stands once, and the entry says how far it has come.
 */
import type { Message } from '../../src/domain/saying.ts';
import type { EnquiryId, Instant } from '../../src/domain/words.ts';
import type { StaffRefusal } from '../../src/ports.ts';
import { refusalWords } from '../staff-words.ts';
import { laneWords } from './card-words.ts';
import { react } from './notices.ts';
import type { Place, SlackParts } from './parts.ts';
import {
  type Answer,
  type Entry,
  entryOf,
  forgetEntry,
  hasEarlier,
  keepEntry,
  keepMs,
  type LiveAnswer,
  pendingPrefix,
  readEntry,
} from './pending.ts';
import { clientIdOf } from './relay-out.ts';
import { whisperTo } from './whispers.ts';

const leaseMs = 30_000;
/** Behind an earlier answer of the same thread. */
const behindMs = 500;
const atOnce = 20;

/** Sends what is due. One that fails comes back by itself, and the others go on. */
export async function sendDue(parts: SlackParts, now: Instant): Promise<void> {
  const { memory, log } = parts;
  const due = await memory.takeDue(pendingPrefix, now, now + leaseMs, atOnce);
  for (const kept of due) {
    try {
      await advance(parts, entryOf(kept), now);
    } catch (failure) {
      const code = failure instanceof Error && 'code' in failure ? String(failure.code) : 'unknown';
      log.warn({ code }, 'an answer from slack could not be sent now, will be tried again');
    }
  }
}

const isLive = (entry: Entry): entry is Entry<LiveAnswer> => entry.answer.stage !== 'over';

/** As far as it can go now. What had nothing left to do when it came up is old, and is forgotten. */
async function advance(parts: SlackParts, first: Entry, now: Instant): Promise<void> {
  let entry: Entry | null = first;
  for (let steps = 0; entry !== null; steps += 1) {
    const next: Entry | 'rest' | 'done' | null = isLive(entry) ? await step(parts, entry, now) : 'done';
    if (next === 'done' && steps === 0) return forgetEntry(parts.memory, entry.place);
    if (next === 'rest' || next === 'done') return;
    entry = next ?? (await readEntry(parts.memory, entry.place));
  }
}

/**
 * @returns the entry after one step, null when somebody else has changed it, `rest` when it waits for another, `done`
 *   when nothing is left to do
 */
async function step(
  parts: SlackParts,
  entry: Entry<LiveAnswer>,
  now: Instant,
): Promise<Entry | 'rest' | 'done' | null> {
  const { answer } = entry;
  const keep: Keep = (value) => keepEntry(parts.memory, entry, value, now + (isDone(value) ? keepMs : leaseMs));
  switch (answer.stage) {
    case 'held':
      return 'done';
    case 'waiting':
      if (!(await hasEarlier(parts.memory, entry))) return keep({ ...answer, stage: 'sending' });
      return (await keepEntry(parts.memory, entry, answer, now + behindMs)) === null ? null : 'rest';
    case 'sending':
      return send(parts, entry, keep);
    case 'sent':
      return isDone(answer) ? 'done' : settle(parts, entry, keep);
  }
}

/** Nothing is left to do unless somebody acts. */
function isDone(answer: Answer): boolean {
  if (answer.stage === 'over' || answer.stage === 'held') return true;
  const isRight = answer.correction === null || answer.correction.held;
  return answer.stage === 'sent' && answer.marked && !answer.gone && isRight;
}

type Keep = (value: Answer) => Promise<Entry | null>;

async function send(parts: SlackParts, { place, answer }: Entry<LiveAnswer>, keep: Keep): Promise<Entry | null> {
  const reply = { do: 'reply', text: answer.text ?? '', clientId: clientIdOf(place) } as const;
  const result = await parts.staffSide.act(answer.staff, answer.enquiry, reply);
  if (result.ok) return keep({ ...answer, stage: 'sent', text: null });
  await refuse(parts, { place, answer }, result.reason, laneWords.notSent);
  return keep({ stage: 'over' });
}

/** The mark, what was edited since, what was deleted since. */
async function settle(parts: SlackParts, { place, answer }: Entry<LiveAnswer>, keep: Keep): Promise<Entry | null> {
  if (answer.gone) {
    await takeBack(parts, place, answer);
    return keep({ stage: 'over' });
  }
  if (!answer.marked) {
    await react(parts, place, 'white_check_mark');
    return keep({ ...answer, marked: true });
  }
  if (answer.correction !== null) await putRight(parts, place, answer, answer.correction);
  return keep({ ...answer, correction: null });
}

async function putRight(
  parts: SlackParts,
  place: Place,
  answer: LiveAnswer,
  { text, clientId }: NonNullable<LiveAnswer['correction']>,
): Promise<void> {
  const said = await messageOf(parts, answer.enquiry, clientIdOf(place));
  if (said === null) return;
  const result = await parts.staffSide.act(answer.staff, answer.enquiry, {
    do: 'correct',
    seq: said.seq,
    text,
    clientId,
  });
  if (!result.ok) await refuse(parts, { place, answer }, result.reason, laneWords.notCorrected);
}

async function takeBack(parts: SlackParts, place: Place, answer: LiveAnswer): Promise<void> {
  const said = await messageOf(parts, answer.enquiry, clientIdOf(place));
  if (said === null) return;
  const result = await parts.staffSide.act(answer.staff, answer.enquiry, { do: 'remove', seq: said.seq });
  if (!result.ok) await refuse(parts, { place, answer }, result.reason, laneWords.notRemoved);
}

const pageSize = 500;

/** The message an answer became. */
async function messageOf({ reader }: SlackParts, id: EnquiryId, clientId: string): Promise<Message | null> {
  for (let after = 0; ; ) {
    const page = await reader.messages(id, after, pageSize);
    const found = page.find((message) => message.clientId === clientId);
    if (found !== undefined) return found;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return null;
    after = last.seq;
  }
}

/** A mark on the message and a sentence to whoever wrote it. */
async function refuse(
  parts: SlackParts,
  { place, answer }: Pick<Entry<LiveAnswer>, 'place' | 'answer'>,
  reason: StaffRefusal,
  what: string,
): Promise<void> {
  await react(parts, place, 'warning');
  const to = { channel: place.channel, user: answer.user, threadTs: answer.threadTs };
  await whisperTo(parts, to, `${what} ${refusalWords[reason]}`);
}
