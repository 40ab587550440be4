/** The window that asks to be reminded. */
import type { Kommune } from '../../src/domain/kommune.ts';
import { ok } from '../../src/domain/result.ts';
import type { Instant } from '../../src/domain/words.ts';
import type { Calendar } from '../../src/ports.ts';
import { datePicker, fitted, modal, most, timePicker } from './block-kit.ts';
import type { Written } from './drafts.ts';
import { above, correct, elementField, type ReadForm, radioField, wordsField, writtenIn } from './form-fields.ts';
import { formWords, reminderWords } from './form-words.ts';
import { draftAction } from './happening-touches.ts';
import { instantAt, nextOpening } from './local-day.ts';
import type { View } from './parts.ts';

const hourMs = 3_600_000;
const furthestMs = 366 * 24 * hourMs;
const mostNote = 500;

interface When {
  readonly calendar: Calendar;
  readonly kommune: Pick<Kommune, 'timeZone'>;
  readonly now: Instant;
}

export interface ReminderDrawing extends When {
  /** Id of the enquiry, or `none`. */
  readonly about: string;
  /** Which enquiry it is, in a line; null when it is about none. */
  readonly facts: string | null;
  readonly draft: Written | null;
}

export function reminderView({ calendar, kommune, now, about, facts, draft }: ReminderDrawing): View {
  const morning = calendar.inWords(nextOpening(now, calendar, kommune), now, 'da');
  const choices = [
    { value: 'hour', text: reminderWords.hour },
    { value: 'tomorrow', text: fitted(capital(morning), most.option) },
    { value: 'chosen', text: reminderWords.chosen },
  ];
  const day = writtenIn(draft ?? {}, 'day');
  const time = writtenIn(draft ?? {}, 'time');
  return modal({
    callback: 'reminder',
    about,
    title: reminderWords.title,
    submit: reminderWords.submit,
    close: formWords.cancel,
    tellClosed: true,
    blocks: [
      ...above(facts === null ? [] : [facts], draft),
      wordsField({ name: 'note', label: reminderWords.note, hint: reminderWords.noteHint }, draft, mostNote),
      radioField({ name: 'when', label: reminderWords.when }, choices, draft),
      elementField(
        { name: 'day', label: reminderWords.day, hint: reminderWords.atHint, optional: true },
        datePicker(draftAction, day === '' ? {} : { day }),
      ),
      elementField(
        { name: 'time', label: reminderWords.time, optional: true },
        timePicker(draftAction, time === '' ? {} : { time }),
      ),
    ],
  });
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export function readReminder(values: Written, when: When): ReadForm<{ readonly note: string; readonly at: Instant }> {
  const note = writtenIn(values, 'note');
  const at = whenOf(values, when);
  if (note === '') return correct({ note: reminderWords.saysNote, ...(!at.ok && at.errors) });
  return at.ok ? ok({ note, at: at.value }) : at;
}

function whenOf(values: Written, { calendar, kommune, now }: When): ReadForm<Instant> {
  switch (writtenIn(values, 'when')) {
    case 'hour':
      return ok(now + hourMs);
    case 'tomorrow':
      return ok(nextOpening(now, calendar, kommune));
    case 'chosen':
      return chosenTime(values, kommune, now);
    default:
      return correct({ when: reminderWords.choosesWhen });
  }
}

function chosenTime(values: Written, kommune: Pick<Kommune, 'timeZone'>, now: Instant): ReadForm<Instant> {
  const [day = '', time = ''] = ['day', 'time'].map((name) => writtenIn(values, name));
  const at = instantAt(day, time, kommune);
  if (at === null) {
    return correct({
      ...(day === '' && { day: reminderWords.choosesDay }),
      ...((time === '' || day !== '') && { time: reminderWords.choosesTime }),
    });
  }
  if (at <= now) return correct({ time: reminderWords.past });
  return at > now + furthestMs ? correct({ day: reminderWords.tooFar }) : ok(at);
}
