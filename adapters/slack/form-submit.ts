/**
 * What happens when a window is sent: checked, done once, its draft forgotten. What stands in the way is said at its
 * field; when our side is away, nothing is lost and the person is told so.
 */
import { codeOf } from '../../src/domain/code.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { partyName } from '../staff-words.ts';
import { findInWords } from './command.ts';
import { forgetDraft } from './drafts.ts';
import type { FieldErrors } from './form-fields.ts';
import { enquiryForms, type HandingOn } from './form-handing-on.ts';
import { touchHome } from './form-home.ts';
import { foundView, noEnquiry, readNewEnquiry, takenInView } from './form-new.ts';
import { begin, finish, giveUp, looksOf } from './form-once.ts';
import { readReminder } from './form-reminder.ts';
import { findWords, formWords, newWords, whyRefused } from './form-words.ts';
import type { Answer, HappeningOf, SlackParts } from './parts.ts';
import { remind } from './reminders.ts';

type Submitted = HappeningOf<'submitted'>;
type Submit = (parts: SlackParts, happening: Submitted, staff: Staff) => Promise<Answered>;

interface Answered {
  readonly answer: Answer;
  /** The same for a direct message, when the window is gone before it could be answered; null when it is closed anyway. */
  readonly words: string | null;
}

const closes: Answered = { answer: null, words: null };

function correct(errors: FieldErrors): Answered {
  return { answer: { errors }, words: [formWords.late, ...Object.values(errors)].join('\n') };
}

/** Slack closes the window of whoever has not been answered by then. */
const waitedForMs = 2_000;

/**
 * Answers a window that was sent.
 *
 * @param field where it stands when the person is unknown or our side is away
 */
export async function answerSubmit(
  parts: SlackParts,
  { happening, staff, field }: { happening: Submitted; staff: Staff | null; field: string },
  submit: Submit,
): Promise<Answer> {
  if (staff === null) return { errors: { [field]: formWords.notStaff } };
  const began = performance.now();
  const { answer, words } = await submit(parts, happening, staff).catch((error: unknown) => {
    if (!(error instanceof UnavailableError)) throw error;
    parts.log.warn({ code: error.code, window: happening.callback }, 'a window could not be kept');
    return correct({ [field]: formWords.notSaved });
  });
  if (words !== null && performance.now() - began > waitedForMs) {
    await parts.web.tell(happening.user, { text: words, id: `late:${happening.viewId}` });
  }
  return answer;
}

export function submitEnquiryForm(form: HandingOn): Submit {
  const { read, fieldOf } = enquiryForms[form];
  return async (parts, happening, staff) => {
    const command = read(happening.values);
    if (!command.ok) return correct(command.errors);
    const id = happening.about as EnquiryId;
    const begun = await begin(parts, happening.viewId, looksOf(await parts.reader.enquiry(id)));
    if (begun === 'under-way') return correct({ [fieldOf(begun)]: formWords.underWay });
    if (begun === 'begun') {
      const acted = await parts.staffSide.act(staff.id, id, command.value);
      if (!acted.ok) {
        await giveUp(parts, happening.viewId);
        return correct({ [fieldOf(acted.reason)]: whyRefused(acted.reason) });
      }
    }
    await end(parts, happening, staff);
    return closes;
  };
}

/** Everything is done: a repeat does nothing, the draft goes, the person's Home tab is looked at. */
async function end(parts: SlackParts, { viewId, callback, about }: Submitted, staff: Staff): Promise<void> {
  await finish(parts, viewId);
  await forgetDraft(parts, { staff: staff.id, form: callback, about });
  await touchHome(parts, staff.id);
}

export const submitNewEnquiry: Submit = async (parts, happening, staff) => {
  const told = readNewEnquiry(happening.values, parts.intents, `slack:${happening.viewId}`);
  if (!told.ok) return correct(told.errors);
  const taken = await parts.staffSide.takeIn(staff.id, told.value);
  if (!taken.ok) return correct({ [taken.reason === 'unknown-intent' ? 'topic' : 'words']: whyRefused(taken.reason) });
  await end(parts, happening, staff);
  const code = codeOf(taken.value.id);
  const where = whereItIs(parts, taken.value, staff);
  return {
    answer: { update: takenInView(code, where) },
    words: [newWords.code(code), newWords.readOut, where].join('\n'),
  };
};

function whereItIs({ kommune }: SlackParts, enquiry: Enquiry, { id }: Staff): string {
  if (enquiry.status === 'claimed' && enquiry.claimedBy === id) return newWords.yours;
  return newWords.waits(partyName(kommune, enquiry.party));
}

export const submitReminder: Submit = async (parts, happening, staff) => {
  const { calendar, kommune, clock } = parts;
  const asked = readReminder(happening.values, { calendar, kommune, now: clock.now() });
  if (!asked.ok) return correct(asked.errors);
  const about = happening.about === noEnquiry ? null : (happening.about as EnquiryId);
  const id = happening.viewId;
  if ((await begin(parts, id, null)) !== 'done') await remind(parts, { id, staff: staff.id, about, ...asked.value });
  await end(parts, happening, staff);
  return closes;
};

export const submitFind: Submit = async (parts, { values: { code } }, staff) => {
  if (typeof code !== 'string' || code.trim() === '') return correct({ code: findWords.saysCode });
  const found = await findInWords(parts, staff, code);
  return { answer: { update: foundView(found) }, words: found };
};
