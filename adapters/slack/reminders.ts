/**
 * Reminders to oneself: told by direct message when they are due, put off or finished there, and listed once each morning
 * that has any later in the day. A due time is told once, whoever tells it: its post carries an id made of it.
 */
import { z } from 'zod';
import { codeOf } from '../../src/domain/code.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { Instant, StaffId } from '../../src/domain/words.ts';
import { type Calendar, type Clock, type Kept, type Log, type Memory, UnavailableError } from '../../src/ports.ts';
import { actions, button, fitted, message, plain, section } from './block-kit.ts';
import { deskLink } from './enquiry-line.ts';
import { isRefused } from './errors.ts';
import { reminderWords } from './form-words.ts';
import { dayOf, nextOpening, openingOf } from './local-day.ts';
import type { People, Place, Post, Web } from './parts.ts';
import {
  addReminder,
  changeReminder,
  endReminder,
  parseReminder,
  type Reminder,
  recordTold,
  reminderPrefix,
  remindersOf,
} from './reminder-memory.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A told one that nobody touches. */
const keptMs = 30 * 24 * hourMs;
const atOnce = 20;
const mostInList = 20;

export interface ReminderNeeds {
  readonly memory: Memory;
  readonly web: Web;
  readonly people: People;
  readonly calendar: Calendar;
  readonly kommune: Pick<Kommune, 'timeZone'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly redact: (text: string) => string;
  readonly publicUrl: string | null;
}

const morningKey = (staff: StaffId) => `${reminderPrefix}-list/${staff}`;
const Morning = z.object({ staff: z.string().transform((id) => id as StaffId) });

/** Keeps a new reminder; the same id is the same reminder. */
export async function remind(needs: ReminderNeeds, reminder: Omit<Reminder, 'told'>): Promise<void> {
  await addReminder(needs.memory, { ...reminder, note: needs.redact(reminder.note), told: false });
  await planMorning(needs, reminder.staff);
}

/** The first morning to come that has reminders later in its day. */
async function planMorning(needs: ReminderNeeds, staff: StaffId): Promise<void> {
  const { memory } = needs;
  for (;;) {
    const kept = await memory.read(morningKey(staff));
    const dueAt = await nextMorning(needs, staff);
    if ((kept?.dueAt ?? null) === dueAt) return;
    if (await memory.keep(morningKey(staff), { staff }, kept?.version ?? 0, dueAt)) return;
  }
}

async function nextMorning(needs: ReminderNeeds, staff: StaffId): Promise<Instant | null> {
  const { memory, clock, calendar, kommune } = needs;
  const now = clock.now();
  const mornings = (await remindersOf(memory, staff))
    .filter(({ told }) => !told)
    .flatMap(({ at }) => {
      const opening = openingOf(at, calendar, kommune);
      return opening !== null && opening < at && opening > now ? [opening] : [];
    });
  return mornings.length === 0 ? null : Math.min(...mornings);
}

/** Tells what is due, and lists what a morning has. */
export async function tellDue(needs: ReminderNeeds, now: Instant): Promise<void> {
  const due = await needs.memory.takeDue(reminderPrefix, now, now + minuteMs, atOnce);
  for (const kept of due) await tellOrLeave(needs, kept, now);
}

/** What cannot be told now comes back by itself, and holds up nobody else. */
async function tellOrLeave(needs: ReminderNeeds, kept: Kept, now: Instant): Promise<void> {
  try {
    await tellOne(needs, kept, now);
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    needs.log.warn({ code: error.code }, 'a reminder waits until slack answers');
  }
}

async function tellOne(needs: ReminderNeeds, kept: Kept, now: Instant): Promise<void> {
  const reminder = parseReminder(kept.value);
  if (reminder !== null)
    return reminder.told ? needs.memory.forget(kept.key) : tellReminder(needs, kept, reminder, now);
  const morning = Morning.safeParse(kept.value).data;
  return morning === undefined ? needs.memory.forget(kept.key) : tellMorning(needs, kept, morning.staff, now);
}

async function tellReminder(needs: ReminderNeeds, kept: Kept, reminder: Reminder, now: Instant): Promise<void> {
  const { memory } = needs;
  if (reminder.at + keptMs < now) return memory.forget(kept.key);
  const post = { ...dueMessage(reminder, needs.publicUrl), id: `reminder:${reminder.id}:${reminder.at}` };
  if (await tell(needs, reminder.staff, post)) await recordTold(memory, kept, reminder, now + keptMs);
  else await memory.keep(kept.key, reminder, kept.version, now + hourMs);
}

async function tellMorning(needs: ReminderNeeds, kept: Kept, staff: StaffId, now: Instant): Promise<void> {
  const { memory, kommune } = needs;
  const today = dayOf(now, kommune);
  const todays = (await remindersOf(memory, staff)).filter(({ at, told }) => !told && dayOf(at, kommune) === today);
  const said = todays.length > 0 && { ...listMessage(needs, todays, now), id: `reminders:${staff}:${today}` };
  if (said && !(await tell(needs, staff, said))) return;
  if (await memory.keep(kept.key, { staff }, kept.version, null)) await planMorning(needs, staff);
}

/** @returns false when nobody in Slack is that person: it may be so for a while */
async function tell(
  { people, web, log }: ReminderNeeds,
  staff: StaffId,
  post: Pick<Post, 'text' | 'blocks' | 'id'>,
): Promise<boolean> {
  try {
    const user = await people.slackOf(staff);
    if (user === null) return false;
    await web.tell(user, post);
    return true;
  } catch (error) {
    if (!isRefused(error)) throw error;
    log.warn({ staff, code: error.code }, 'slack takes no reminder for this person');
    return true;
  }
}

type Message = Required<Pick<Post, 'text' | 'blocks'>>;

/** Which enquiry it is about is told by its code: the note is the person's own. */
export function dueMessage({ id, note, about }: Reminder, publicUrl: string | null): Message {
  const which = about === null ? [] : [reminderWords.about(codeOf(about))];
  const text = [reminderWords.due(note), ...which].join('\n');
  const url = about === null ? null : deskLink(publicUrl, { id: about });
  const buttons = [
    button('reminder_hour', reminderWords.snoozeHour, { value: id }),
    button('reminder_tomorrow', reminderWords.snoozeTomorrow, { value: id }),
    button('reminder_done', reminderWords.finish, { value: id, style: 'primary' }),
    ...(url === null ? [] : [button('home_open', reminderWords.open, { url })]),
  ];
  return message(text, [section(plain(text)), actions(buttons)]);
}

export function listMessage(
  { calendar }: Pick<ReminderNeeds, 'calendar'>,
  reminders: readonly Reminder[],
  now: Instant,
): Message {
  const lines = reminders
    .slice(0, mostInList)
    .map(({ at, note }) => `• ${calendar.inWords(at, now, 'da')}: ${fitted(note, 120)}`);
  const text = [reminderWords.list(reminders.length), ...lines].join('\n');
  return message(text, [section(plain(text))]);
}

const sayOnly = (text: string): Message => message(text, [section(plain(text))]);

interface Pressed {
  readonly staff: StaffId;
  readonly id: string;
  /** The message the button stood on; null on the Home tab. */
  readonly place: Place | null;
}

export async function snooze(needs: ReminderNeeds, { staff, id, place }: Pressed, for_: 'hour' | 'tomorrow') {
  const { memory, clock, calendar, kommune } = needs;
  const now = clock.now();
  const at = for_ === 'hour' ? now + hourMs : nextOpening(now, calendar, kommune);
  const reminder = await changeReminder(memory, { staff, id }, (before) => ({ ...before, at, told: false }));
  if (reminder !== null) await planMorning(needs, staff);
  if (place === null) return;
  const said =
    reminder === null ? reminderWords.gone : reminderWords.snoozed(reminder.note, calendar.inWords(at, now, 'da'));
  await needs.web.edit(place, sayOnly(said));
}

export async function finishReminder(needs: ReminderNeeds, { staff, id, place }: Pressed): Promise<void> {
  const reminder = await endReminder(needs.memory, { staff, id });
  if (place === null) return;
  await needs.web.edit(place, sayOnly(reminder === null ? reminderWords.gone : reminderWords.done(reminder.note)));
}
