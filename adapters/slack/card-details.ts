/**
 * "Se mere": what has happened, and why colleagues did what they did, for one person's eyes. What the citizen wrote is
 * read in the conversation or at the desk, where the reading is recorded; opening this is recorded too. Pure.
 */
import type { Kommune } from '../../src/domain/kommune.ts';
import type { Calendar, StaffView } from '../../src/ports.ts';
import { eventWords } from '../event-words.ts';
import { staffName } from '../staff-words.ts';
import { actions, divider, escapedToFit, fitted, header, message, most, plain, section } from './block-kit.ts';
import { deskLink, type Shown } from './card.ts';
import { detailWords } from './card-words.ts';
import type { Block } from './parts.ts';

export interface DetailNeeds {
  readonly kommune: Kommune;
  readonly calendar: Calendar;
  readonly now: number;
  readonly publicUrl: string | null;
  readonly redact: (text: string) => string;
}

const mostEvents = 15;
const mostNotes = 5;
const mostOfNote = 600;

/** The newest events and reasons, oldest first. */
export function detailsOf({ enquiry, journal, notes }: StaffView, needs: DetailNeeds): Shown {
  const { kommune, calendar, now, publicUrl, redact } = needs;
  const happened = journal.flatMap(({ event }) => {
    const words = eventWords(event, kommune);
    return words === null ? [] : [`${calendar.inWords(event.at, now, 'da')}: ${words}`];
  });
  const said = notes.map(({ by, text }) => `${staffName(kommune, by)}: ${fitted(redact(text), mostOfNote)}`);
  const lines = newest(happened, mostEvents);
  const reasons = newest(said, mostNotes);
  const desk = deskLink(publicUrl, enquiry);
  const blocks: Block[] = [
    header(detailWords.title),
    ...(lines.length > 0 ? [section(plain(fitted(lines.join('\n'), most.section)))] : []),
    ...(reasons.length > 0 ? [divider(), ...reasons.map((reason) => section(plain(reason)))] : []),
    ...(desk.length > 0 ? [actions(desk)] : []),
  ];
  return message(escapedToFit([detailWords.title, ...lines, ...reasons].join('\n'), most.text), blocks);
}

function newest(lines: readonly string[], limit: number): readonly string[] {
  return lines.length <= limit ? lines : [`… og ${lines.length - limit} tidligere`, ...lines.slice(-limit)];
}
