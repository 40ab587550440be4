/**
 * What staff write in Slack, and what of it may reach the citizen: only what the one who has the enquiry, or a helper,
 * writes in a 💬 thread. All else stays here, and whoever meant it otherwise is told privately.
 */
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Instant } from '../../src/domain/words.ts';
import { button, type Element } from './block-kit.ts';
import { buttonWords, firstNameOf, heldWords, laneWords, strangerWords } from './card-words.ts';
import { type HoldReason, holdReasons, houseOf, showsCpr } from './hold.ts';
import type { Acting, HappeningOf, Place, SlackParts } from './parts.ts';
import { type Answer, type Entry, keepEntry, keepMs, type LiveAnswer, readEntry } from './pending.ts';
import { mentionedIn, plainWords } from './plain-words.ts';
import { clientIdOf } from './relay-out.ts';
import { findRoot, type Talk, talkAt } from './roots.ts';
import { type Ear, whisperTo } from './whispers.ts';

export const undoMs = 5_000;
const none: Pick<Entry, 'version'> = { version: 0 };

/** One message as somebody wrote it or has edited it. */
interface Written {
  readonly place: Place;
  readonly threadTs: string;
  readonly user: string;
  readonly text: string;
  readonly hadCpr: boolean;
  readonly files: number;
  readonly broadcast: boolean;
  readonly editedTs: string;
}

/** A new message somewhere. */
export async function hearMessage(parts: SlackParts, said: HappeningOf<'message'>, acting: Acting): Promise<void> {
  const { threadTs, broadcast = false } = said;
  if (threadTs !== null) await hear(parts, { ...said, threadTs, broadcast, editedTs: '' }, acting);
}

async function hear(parts: SlackParts, written: Written, acting: Acting): Promise<void> {
  const { place, threadTs, user } = written;
  const talk = await talkAt(parts, { channel: place.channel, ts: threadTs });
  if (talk === null || (await readEntry(parts.memory, place)) !== null) return;
  const to = { channel: place.channel, user, threadTs };
  const why = whyNot(talk, written, acting);
  if (why !== null || acting.staff === null) {
    await whisperTo(parts, to, why?.words ?? strangerWords, why?.buttons ?? []);
    await bury(parts, place, none);
    return;
  }
  const { text, reasons } = await prepared(parts, written);
  if (text === '') return;
  const answer: LiveAnswer = {
    stage: reasons.length > 0 ? 'held' : 'waiting',
    enquiry: talk.enquiry.id,
    staff: acting.staff.id,
    user,
    threadTs,
    text,
    editedTs: written.editedTs,
    marked: false,
    correction: null,
    gone: false,
  };
  // Who is not told that it is held would believe it sent; who is not told that it goes sees the mark on it.
  if (reasons.length > 0) await tellFate(parts, to, place, reasons);
  const kept = await keepEntry(parts.memory, { place, ...none }, answer, dueOf(parts, answer));
  if (kept !== null && reasons.length === 0) await tellFate(parts, to, place, reasons);
}

const dueOf = ({ clock }: SlackParts, { stage }: LiveAnswer): Instant =>
  clock.now() + (stage === 'held' ? keepMs : undoMs);

interface Why {
  readonly words: string;
  readonly buttons?: readonly Element[];
}

/** Why this does not go to the citizen; null when it may. */
function whyNot({ enquiry, over }: Talk, { files, broadcast }: Written, { staff }: Acting): Why | null {
  if (staff === null) return { words: strangerWords };
  if (over) return { words: `${laneWords.over} ${laneWords.internal}` };
  if (enquiry.status !== 'claimed' && enquiry.status !== 'offered') return { words: laneWords.nobodyHas };
  if (!mayWrite(enquiry, staff.id)) {
    const buttons = [button('invite_helper', buttonWords.help, { value: enquiry.id })];
    return { words: `${laneWords.notYours} ${laneWords.internal}`, buttons };
  }
  if (broadcast) return { words: laneWords.broadcast };
  return files > 0 ? { words: laneWords.files } : null;
}

function mayWrite(enquiry: Enquiry, staff: Enquiry['helpers'][number]): boolean {
  const isTheirs = (enquiry.status === 'claimed' || enquiry.status === 'offered') && enquiry.claimedBy === staff;
  return isTheirs || enquiry.helpers.includes(staff);
}

/** In plain words, and why it is held back. A CPR number is never kept, however it is written. */
async function prepared(
  parts: SlackParts,
  { text, hadCpr }: Pick<Written, 'text' | 'hadCpr'>,
): Promise<{ readonly text: string; readonly reasons: readonly HoldReason[] }> {
  const { kommune, publicUrl, redact } = parts;
  const house = houseOf(kommune, publicUrl, redact);
  const words = plainWords(text, await firstNames(parts, mentionedIn(text)));
  const reasons = holdReasons(words, hadCpr, house);
  return { text: showsCpr(words, house) ? redact(words) : words, reasons };
}

async function firstNames({ people }: SlackParts, users: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const user of users) {
    const staff = await people.bySlack(user);
    if (staff !== null) names.set(user, firstNameOf(staff.name));
  }
  return names;
}

async function tellFate(parts: SlackParts, to: Ear, place: Place, reasons: readonly HoldReason[]): Promise<void> {
  const value = buttonValue(place);
  const preview = button('reply_preview', buttonWords.preview, { value });
  if (reasons.length === 0) {
    return whisperTo(parts, to, laneWords.pending, [button('undo', buttonWords.undo, { value }), preview]);
  }
  const send = reasons.includes('cpr') ? buttonWords.sendMasked : buttonWords.sendAnyway;
  await whisperTo(parts, to, heldWords(reasons), [
    button('send_anyway', send, { value }),
    button('leave_unsent', buttonWords.leave, { value }),
    preview,
  ]);
}

/** Opaque, for buttons: where the message stands. */
const buttonValue = ({ channel, ts }: Place): string => `${channel}/${ts}`;

/** Nothing more comes of it. @returns false when somebody else has changed it */
export async function bury(parts: SlackParts, place: Place, { version }: Pick<Entry, 'version'>): Promise<boolean> {
  const over: Answer = { stage: 'over' };
  return (await keepEntry(parts.memory, { place, version }, over, parts.clock.now() + keepMs)) !== null;
}

/** An edit: of what has not gone yet, of what has, or of what nobody has told us of before. */
export async function hearEdit(parts: SlackParts, edit: HappeningOf<'edited'>, acting: Acting): Promise<void> {
  const { place, user, threadTs = null, editedTs = '', files = 0, broadcast = false } = edit;
  await untilDone(async () => {
    const entry = await readEntry(parts.memory, place);
    if (entry === null) {
      if (threadTs !== null) await hear(parts, { ...edit, threadTs, files, broadcast, editedTs }, acting);
      return true;
    }
    const { answer } = entry;
    if (answer.stage === 'over') return tellTooLate(parts, { channel: place.channel, user }, threadTs);
    const isOld = editedTs !== '' && editedTs <= answer.editedTs;
    return answer.user !== user || isOld || applyEdit(parts, { ...entry, answer }, edit);
  });
}

/** Reads and changes again until nobody else was first. */
export async function untilDone(change: () => Promise<boolean>): Promise<void> {
  while (!(await change()));
}

async function tellTooLate(parts: SlackParts, to: Ear, threadTs: string | null): Promise<true> {
  if (threadTs !== null) await whisperTo(parts, { ...to, threadTs }, laneWords.editedTooLate);
  return true;
}

const isOut = ({ stage }: LiveAnswer): boolean => stage === 'sending' || stage === 'sent';

async function applyEdit(
  parts: SlackParts,
  entry: Entry<LiveAnswer>,
  { text: written, hadCpr, editedTs = '' }: HappeningOf<'edited'>,
): Promise<boolean> {
  const { place, answer } = entry;
  const { text, reasons } = await prepared(parts, { text: written, hadCpr });
  const held = reasons.length > 0;
  const clientId = `${clientIdOf(place)}:${editedTs}`;
  const next: LiveAnswer = isOut(answer)
    ? { ...answer, editedTs, correction: { text, clientId, held } }
    : { ...answer, editedTs, text, stage: held ? 'held' : 'waiting' };
  const dueAt = isOut(answer) ? parts.clock.now() : dueOf(parts, next);
  const to = { channel: place.channel, user: answer.user, threadTs: answer.threadTs };
  if (held) await tellFate(parts, to, place, reasons);
  if ((await keepEntry(parts.memory, entry, next, dueAt)) === null) return false;
  if (!held && !isOut(answer)) await tellFate(parts, to, place, reasons);
  return true;
}

/** A deletion: what has not gone never goes, what has is taken back. */
export async function hearDeletion(parts: SlackParts, gone: HappeningOf<'deleted'>): Promise<void> {
  const { place, threadTs = null } = gone;
  await untilDone(async () => {
    const entry = await readEntry(parts.memory, place);
    if (entry === null) {
      const root = threadTs === null ? null : await findRoot(parts, { channel: place.channel, ts: threadTs });
      return root?.lane !== 'talk' || bury(parts, place, none);
    }
    const { answer } = entry;
    if (answer.stage === 'over') return true;
    if (!isOut(answer)) return bury(parts, place, entry);
    return (await keepEntry(parts.memory, entry, { ...answer, gone: true }, parts.clock.now())) !== null;
  });
}
