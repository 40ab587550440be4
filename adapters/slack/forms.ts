/** Windows, the Home tab, `/indgang` and reminders: what staff do in Slack outside the threads. */
import type { Staff } from '../../src/domain/kommune.ts';
import type { Instant } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { setAvailability } from './availability.ts';
import { escaped } from './block-kit.ts';
import { findInWords, helpAfter, queueInWords, readCommand } from './command.ts';
import { forgetOldDrafts, isEmpty, readDraft, saveDraft } from './drafts.ts';
import { handingOn } from './form-handing-on.ts';
import { publishDue, queueChanged, showHome, touchHome } from './form-home.ts';
import { forgetOldMarks, isFinished } from './form-once.ts';
import {
  type Asked,
  answer,
  askedBy,
  openEnquiryForm,
  openFind,
  openNewEnquiry,
  openReminder,
  sayOnly,
} from './form-open.ts';
import { answerSubmit, submitEnquiryForm, submitFind, submitNewEnquiry, submitReminder } from './form-submit.ts';
import { commandWords, formWords } from './form-words.ts';
import { draftAction } from './happening-touches.ts';
import { availabilities, changeHome, type HomeList, homeLists } from './home-memory.ts';
import type { Acting, HappeningOf, Reactions, SlackPart, SlackParts } from './parts.ts';
import { finishReminder, snooze, tellDue } from './reminders.ts';

const tidyEveryMs = 60_000;

export function forms(parts: SlackParts): SlackPart {
  let tidiedAt: Instant = 0;
  return {
    reactions: {
      pressed: { ...windowButtons(parts), ...homeButtons(parts), ...reminderButtons(parts) },
      submitted: submissions(parts),
      dismissed: dismissals(parts),
      command: (happening, acting) => answerCommand(parts, happening, acting),
      home_opened: ({ user }, { staff }) => showHome(parts, staff, user),
    },
    show: async (enquiry) => {
      if (enquiry.status === 'claimed' || enquiry.status === 'offered') await touchHome(parts, enquiry.claimedBy);
      await queueChanged(parts);
    },
    call: () => queueChanged(parts),
    showCase: () => queueChanged(parts),
    tick: async (now) => {
      const isTidied = now < tidiedAt + tidyEveryMs;
      if (!isTidied) tidiedAt = now;
      await all([
        () => tellDue(parts, now),
        () => publishDue(parts, now),
        ...(isTidied ? [] : [() => forgetOldDrafts(parts, now), () => forgetOldMarks(parts, now)]),
      ]);
    },
  };
}

/** Each is tried, whatever became of the one before; then the first failure is told. */
async function all(works: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const work of works) await work().catch((error: unknown) => void failures.push(error));
  if (failures.length > 0) throw failures[0];
}

type Pressed = HappeningOf<'pressed'>;
type Press = (happening: Pressed, acting: Acting) => Promise<void>;

/** Runs for people in the municipality's file; others are told why nothing happens. */
function byStaff(parts: SlackParts, work: (staff: Staff, asked: Asked, happening: Pressed) => Promise<unknown>): Press {
  return async (happening, acting) => {
    const asked = askedBy(happening, acting);
    if (acting.staff === null) return answer(parts, asked, sayOnly(formWords.notStaff));
    await work(acting.staff, asked, happening);
  };
}

function windowButtons(parts: SlackParts): Readonly<Record<string, Press>> {
  const opening = handingOn.map((form) => [
    form,
    byStaff(parts, (staff, asked) => openEnquiryForm(parts, form, asked, staff)),
  ]);
  return {
    ...Object.fromEntries(opening),
    new_enquiry: byStaff(parts, (staff, asked) => openNewEnquiry(parts, asked, staff)),
    remind: byStaff(parts, (staff, asked) => openReminder(parts, asked, staff)),
    home_find: byStaff(parts, (_, asked) => openFind(parts, asked)),
    [draftAction]: (happening, { staff }) => keepDraft(parts, happening, staff),
  };
}

/** What stands in a window is kept while it is written; not after it has been sent. */
async function keepDraft(parts: SlackParts, { view, viewId }: Pressed, staff: Staff | null): Promise<void> {
  if (staff === null || view === undefined) return;
  if (viewId !== null && (await isFinished(parts, viewId))) return;
  await saveDraft(parts, { staff: staff.id, form: view.callback, about: view.about }, view.values);
}

function homeButtons(parts: SlackParts): Readonly<Record<string, Press>> {
  const statuses = availabilities.map((one) => [
    `home_${one}`,
    byStaff(parts, async (staff, { user }) => {
      await setAvailability(parts, staff.id, one);
      await showHome(parts, staff, user);
    }),
  ]);
  return {
    ...Object.fromEntries(statuses),
    home_more: byStaff(parts, (staff, { user, value }) => unfold(parts, staff, user, listOf(value))),
    home_fewer: byStaff(parts, (staff, { user }) => unfold(parts, staff, user, null)),
    /** A link: Slack tells of it, and there is nothing to do. */
    home_open: async () => undefined,
  };
}

const listOf = (value: string): HomeList | null => homeLists.find((list) => list === value) ?? null;

async function unfold(parts: SlackParts, staff: Staff, user: string, expanded: HomeList | null): Promise<void> {
  await changeHome(parts.memory, staff.id, (home, dueAt) => ({ home: { ...home, expanded }, dueAt }));
  await showHome(parts, staff, user);
}

function reminderButtons(parts: SlackParts): Readonly<Record<string, Press>> {
  const later = (for_: 'hour' | 'tomorrow') =>
    byStaff(parts, async (staff, { value: id, place }) => {
      await snooze(parts, { staff: staff.id, id, place }, for_);
      await touchHome(parts, staff.id);
    });
  return {
    reminder_hour: later('hour'),
    reminder_tomorrow: later('tomorrow'),
    reminder_done: byStaff(parts, async (staff, { value: id, place, user }) => {
      await finishReminder(parts, { staff: staff.id, id, place });
      if (place === null) await showHome(parts, staff, user);
      else await touchHome(parts, staff.id);
    }),
  };
}

/** The field where it stands that our side is away: the first of each window that takes words. */
const firstFields = {
  transfer: 'why',
  return: 'why',
  decline: 'why',
  close: 'why',
  new_enquiry: 'words',
  reminder: 'note',
  find_enquiry: 'code',
} as const;

function submissions(parts: SlackParts): NonNullable<Reactions['submitted']> {
  const works = {
    ...Object.fromEntries(handingOn.map((form) => [form, submitEnquiryForm(form)])),
    new_enquiry: submitNewEnquiry,
    reminder: submitReminder,
    find_enquiry: submitFind,
  };
  return Object.fromEntries(
    Object.entries(works).map(([callback, submit]) => [
      callback,
      (happening: HappeningOf<'submitted'>, { staff }: Acting) =>
        answerSubmit(parts, { happening, staff, field: firstFields[callback as keyof typeof firstFields] }, submit),
    ]),
  );
}

/**
 * Slack promises what stands in a window for presses and submissions only. What it tells of a closed one counts when
 * the fields have reported nothing, for it may be older than what they did report.
 */
function dismissals(parts: SlackParts): NonNullable<Reactions['dismissed']> {
  const keep = async ({ callback, about, values }: HappeningOf<'dismissed'>, { staff }: Acting): Promise<void> => {
    if (staff === null || values === undefined || isEmpty(values)) return;
    const of = { staff: staff.id, form: callback, about };
    if ((await readDraft(parts, of)) === null) await saveDraft(parts, of, values);
  };
  return Object.fromEntries([...handingOn, 'new_enquiry', 'reminder'].map((callback) => [callback, keep]));
}

async function answerCommand(
  parts: SlackParts,
  { text }: HappeningOf<'command'>,
  { staff, user, triggerId }: Acting,
): Promise<string> {
  if (staff === null) return formWords.notStaff;
  const meant = readCommand(text);
  try {
    switch (meant.kind) {
      case 'help':
        return commandWords.help;
      case 'find':
        return escaped(await findInWords(parts, staff, meant.code));
      case 'queue':
        return escaped(await queueInWords(parts, staff));
      case 'new': {
        const asked = { user, triggerId, place: null, threadTs: null, action: 'new_enquiry', value: 'none' };
        return (await openNewEnquiry(parts, asked, staff)) ? commandWords.opened : commandWords.notOpened;
      }
      case 'unknown':
        return helpAfter(meant.guess);
    }
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    return commandWords.away;
  }
}
