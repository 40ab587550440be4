/**
 * Reminders as they are kept: `slack.reminder/<staff>/<id>`, due when somebody is to be told. A told one is kept a while,
 * so that it can be put off.
 */
import { z } from 'zod';
import type { EnquiryId, Instant, StaffId } from '../../src/domain/words.ts';
import type { Kept, Memory } from '../../src/ports.ts';

/** Also begins the key of the morning's list. */
export const reminderPrefix = 'slack.reminder';
const mostListed = 200;

const Reminder = z.object({
  id: z.string(),
  staff: z.string().transform((id) => id as StaffId),
  /** The enquiry it is about; null when it is about none. */
  about: z
    .string()
    .transform((id) => id as EnquiryId)
    .nullable(),
  note: z.string(),
  /** When to tell. */
  at: z.number(),
  /** The person has been told at `at`. */
  told: z.boolean(),
});
export type Reminder = Readonly<z.infer<typeof Reminder>>;

export function parseReminder(value: unknown): Reminder | null {
  return Reminder.safeParse(value).data ?? null;
}

const folder = (staff: StaffId) => `${reminderPrefix}/${staff}/`;
const keyOf = ({ staff, id }: Pick<Reminder, 'staff' | 'id'>) => `${folder(staff)}${id}`;

/** A person's reminders that are not finished, first due first. */
export async function remindersOf(memory: Memory, staff: StaffId): Promise<readonly Reminder[]> {
  const kept = await memory.list(folder(staff), mostListed);
  return kept.flatMap(({ value }) => parseReminder(value) ?? []).sort((a, b) => a.at - b.at);
}

/** Keeps a new one; an id that is there already stays as it is. */
export async function addReminder(memory: Memory, reminder: Reminder): Promise<void> {
  await memory.keep(keyOf(reminder), reminder, 0, reminder.at);
}

/**
 * Changes one, whoever else does so at the same time.
 *
 * @returns null when it is not there any more
 */
export async function changeReminder(
  memory: Memory,
  of: Pick<Reminder, 'staff' | 'id'>,
  change: (reminder: Reminder) => Reminder,
): Promise<Reminder | null> {
  for (;;) {
    const kept = await memory.read(keyOf(of));
    const reminder = parseReminder(kept?.value);
    if (kept === null || reminder === null) return null;
    const after = change(reminder);
    if (await memory.keep(kept.key, after, kept.version, after.at)) return after;
  }
}

/**
 * Ends one.
 *
 * @returns null when it was ended before
 */
export async function endReminder(memory: Memory, of: Pick<Reminder, 'staff' | 'id'>): Promise<Reminder | null> {
  const kept = await memory.read(keyOf(of));
  await memory.forget(keyOf(of));
  return parseReminder(kept?.value);
}

/** Records that the person has been told; a reminder that was put off meanwhile stays put off. */
export async function recordTold(memory: Memory, taken: Kept, reminder: Reminder, forgetAt: Instant): Promise<void> {
  await memory.keep(taken.key, { ...reminder, told: true }, taken.version, forgetAt);
}
