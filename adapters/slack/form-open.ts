/**
 * Opening windows. What opens one is valid for three seconds; when that was too short, the person gets a button that
 * tries again. A draft of theirs is put back.
 */
import { maySee } from '../../src/domain/access.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import { UnavailableError } from '../../src/ports.ts';
import { actions, button, message, plain, section } from './block-kit.ts';
import { readDraft } from './drafts.ts';
import { factsOf, knownName, titleOf } from './enquiry-line.ts';
import { isRefused } from './errors.ts';
import { enquiryForms, type HandingOn } from './form-handing-on.ts';
import { findView, newEnquiryView, noEnquiry } from './form-new.ts';
import { reminderView } from './form-reminder.ts';
import { formWords, whoHasIt, whyRefused } from './form-words.ts';
import type { Acting, HappeningOf, Place, Post, SlackParts, View } from './parts.ts';

/** Where somebody pressed: how they are answered, and what a second try must say. */
export interface Asked {
  readonly user: string;
  readonly triggerId: string | null;
  /** The message the button stood on; null on the Home tab and after a command. */
  readonly place: Place | null;
  readonly threadTs: string | null;
  /** The button that opens the window, for a second try. */
  readonly action: string;
  readonly value: string;
}

export function askedBy(happening: HappeningOf<'pressed'>, acting: Acting): Asked {
  const { action, value, place, threadTs } = happening;
  return { user: acting.user, triggerId: acting.triggerId, place, threadTs, action, value };
}

/** Opens a window about an enquiry that the person has or may take; otherwise they are told why not. */
export async function openEnquiryForm(parts: SlackParts, form: HandingOn, asked: Asked, staff: Staff): Promise<void> {
  const enquiry = await visible(parts, staff, asked.value);
  if (enquiry === null) return answer(parts, asked, sayOnly(whyRefused('unknown-enquiry')));
  const { draw, whyNot } = enquiryForms[form];
  const reason = whyNot(enquiry, staff);
  if (reason !== null) return answer(parts, asked, sayOnly(whyInWords(parts, enquiry, reason)));
  const draft = await readDraft(parts, { staff: staff.id, form, about: enquiry.id });
  await open(parts, asked, draw({ enquiry, kommune: parts.kommune, facts: inOneLine(parts, enquiry), draft }));
}

function whyInWords({ kommune }: SlackParts, enquiry: Enquiry, reason: Parameters<typeof whyRefused>[0]): string {
  const isTaken = reason === 'claimed-by-other' && (enquiry.status === 'claimed' || enquiry.status === 'offered');
  return isTaken ? whoHasIt(knownName(kommune, enquiry.claimedBy)) : whyRefused(reason);
}

async function visible({ reader }: SlackParts, staff: Staff, id: string): Promise<Enquiry | null> {
  const enquiry = await reader.enquiry(id as Enquiry['id']);
  return enquiry !== null && maySee(enquiry, staff) ? enquiry : null;
}

function inOneLine(parts: SlackParts, enquiry: Enquiry): string {
  return [titleOf(parts, enquiry), ...factsOf(parts, enquiry, parts.clock.now())].join(' · ');
}

/** @returns whether it opened */
export async function openNewEnquiry(parts: SlackParts, asked: Asked, staff: Staff): Promise<boolean> {
  const draft = await readDraft(parts, { staff: staff.id, form: 'new_enquiry', about: noEnquiry });
  return open(parts, asked, newEnquiryView(parts.intents, draft));
}

export async function openFind(parts: SlackParts, asked: Asked): Promise<void> {
  await open(parts, asked, findView());
}

export async function openReminder(parts: SlackParts, asked: Asked, staff: Staff): Promise<void> {
  const enquiry = asked.value === noEnquiry ? null : await visible(parts, staff, asked.value);
  const about = enquiry?.id ?? noEnquiry;
  const draft = await readDraft(parts, { staff: staff.id, form: 'reminder', about });
  const { calendar, kommune, clock } = parts;
  const facts = enquiry && inOneLine(parts, enquiry);
  await open(parts, asked, reminderView({ calendar, kommune, now: clock.now(), about, facts, draft }));
}

async function open(parts: SlackParts, asked: Asked, view: View): Promise<boolean> {
  if (asked.triggerId !== null && (await hasOpened(parts, asked.triggerId, view))) return true;
  const again = button(asked.action, formWords.tryAgain, { value: asked.value, style: 'primary' });
  await answer(parts, asked, message(formWords.notOpened, [section(plain(formWords.notOpened)), actions([again])]));
  return false;
}

async function hasOpened({ web, log }: SlackParts, triggerId: string, view: View): Promise<boolean> {
  try {
    await web.call('views.open', { trigger_id: triggerId, view });
    return true;
  } catch (error) {
    if (!(error instanceof UnavailableError) && !isRefused(error, 'window')) throw error;
    log.info({ code: error.code }, 'a window came too late to open');
    return false;
  }
}

/** Only the person sees it, where they pressed; as a direct message when that was nowhere. */
export async function answer(
  { web, newId }: SlackParts,
  { user, place, threadTs }: Pick<Asked, 'user' | 'place' | 'threadTs'>,
  said: Pick<Post, 'text' | 'blocks'>,
): Promise<void> {
  if (place === null) {
    await web.tell(user, { ...said, id: `form:${newId()}` });
    return;
  }
  await web.whisper({ channel: place.channel, user, ...(threadTs !== null && { threadTs }) }, said);
}

export function sayOnly(text: string): Pick<Post, 'text' | 'blocks'> {
  return message(text, [section(plain(text))]);
}
