/** The buttons under what somebody has just written to a citizen: undo it, send it all the same, or not, and see it. */
import { fitted, most } from './block-kit.ts';
import { laneWords } from './card-words.ts';
import type { HappeningOf, Place, SlackParts } from './parts.ts';
import { type Entry, keepEntry, keepMs, type LiveAnswer, readEntry } from './pending.ts';
import { bury, untilDone } from './relay-in.ts';
import { type Ear, whisperTo } from './whispers.ts';

type Press = HappeningOf<'pressed'>;

function placeOf(value: string): Place {
  const [channel = '', ts = ''] = value.split('/');
  return { channel, ts };
}

/** Only whoever wrote it decides about it. */
async function theirOwn(parts: SlackParts, { value, user }: Press): Promise<Entry<LiveAnswer> | null> {
  const entry = await readEntry(parts.memory, placeOf(value));
  if (entry === null || entry.answer.stage === 'over' || entry.answer.user !== user) return null;
  return { ...entry, answer: entry.answer };
}

const earOf = ({ place, answer }: Entry<LiveAnswer>): Ear => ({
  channel: place.channel,
  user: answer.user,
  threadTs: answer.threadTs,
});

/** @param change says what came of it, or null when somebody else was first */
async function decide(
  parts: SlackParts,
  press: Press,
  change: (entry: Entry<LiveAnswer>) => Promise<string | null>,
): Promise<void> {
  await untilDone(async () => {
    const entry = await theirOwn(parts, press);
    const words = entry === null ? '' : await change(entry);
    if (entry !== null && words !== null) await whisperTo(parts, earOf(entry), words);
    return words !== null;
  });
}

/** Within the five seconds. */
export async function undo(parts: SlackParts, press: Press): Promise<void> {
  await decide(parts, press, async (entry) => {
    const isOut = entry.answer.stage === 'sending' || entry.answer.stage === 'sent';
    if (isOut) return laneWords.tooLate;
    return (await bury(parts, entry.place, entry)) ? laneWords.undone : null;
  });
}

/** What was held goes, without its CPR numbers. */
export async function sendAnyway(parts: SlackParts, press: Press): Promise<void> {
  await decide(parts, press, async (entry) => {
    const next = released(entry.answer);
    if (next === null) return laneWords.nothingHeld;
    const kept = await keepEntry(parts.memory, entry, next, parts.clock.now());
    return kept === null ? null : laneWords.willSend;
  });
}

function released(answer: LiveAnswer): LiveAnswer | null {
  if (answer.stage === 'held') return { ...answer, stage: 'waiting' };
  return answer.correction?.held === true ? { ...answer, correction: { ...answer.correction, held: false } } : null;
}

/** What was held never goes. */
export async function leaveUnsent(parts: SlackParts, press: Press): Promise<void> {
  await decide(parts, press, async (entry) => {
    const { answer, place } = entry;
    if (released(answer) === null) return laneWords.nothingHeld;
    if (answer.stage === 'held') return (await bury(parts, place, entry)) ? laneWords.left : null;
    const next: LiveAnswer = { ...answer, correction: null };
    return (await keepEntry(parts.memory, entry, next, parts.clock.now() + keepMs)) === null ? null : laneWords.left;
  });
}

/** The very words the citizen would read. */
export async function preview(parts: SlackParts, press: Press): Promise<void> {
  const entry = await theirOwn(parts, press);
  if (entry === null) return;
  const words = entry.answer.correction?.text ?? entry.answer.text;
  await whisperTo(parts, earOf(entry), words === null ? laneWords.tooLate : fitted(words, most.section));
}
