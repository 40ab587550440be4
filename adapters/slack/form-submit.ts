/**
 * What happens when a window is sent: checked, done once, its draft forgotten. What stands in the way is said at its
 * field; when our side is away, nothing is lost and the person is told so.
 */
import { codeOf } from '../../src/domain/code.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { findInWords } from './command.ts';
import { forgetDraft } from './drafts.ts';
import { partyName } from './enquiry-line.ts';
import { enquiryForms, type HandingOn } from './form-handing-on.ts';
import { touchHome } from './form-home.ts';
import { foundView, noEnquiry, readNewEnquiry, takenInView } from './form-new.ts';
import { begin, finish, giveUp, looksOf } from './form-once.ts';
import { readReminder } from './form-reminder.ts';
import { findWords, formWords, newWords, whyRefused } from './form-words.ts';
import type { Answer, HappeningOf, SlackParts } from './parts.ts';
import { remind } from './reminders.ts';

type Submitted = HappeningOf<'submitted'>;
type Submit = (parts: SlackParts, happening: Submitted, staff: Staff) => Promise<Answer>;

/** @param field where it stands when the person is unknown or our side is away */
export async function answerSubmit(
  parts: SlackParts,
  { happening, staff, field }: { happening: Submitted; staff: Staff | null; field: string },
  submit: Submit,
): Promise<Answer> {
  if (staff === null) return { errors: { [field]: formWords.notStaff } };
  try {
    return await submit(parts, happening, staff);
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    parts.log.warn({ code: error.code, window: happening.callback }, 'a window could not be kept');
    return { errors: { [field]: formWords.notSaved } };
  }
}

export function submitEnquiryForm(form: HandingOn): Submit {
  const { read, fieldOf } = enquiryForms[form];
  return async (parts, happening, staff) => {
    const command = read(happening.values);
    if (!command.ok) return { errors: command.errors };
    const id = happening.about as EnquiryId;
    const begun = await begin(parts, happening.viewId, looksOf(await parts.reader.enquiry(id)));
    if (begun === 'under-way') return { errors: { [fieldOf(begun)]: formWords.underWay } };
    if (begun === 'begun') {
      const acted = await parts.staffSide.act(staff.id, id, command.value);
      if (!acted.ok) {
        await giveUp(parts, happening.viewId);
        return { errors: { [fieldOf(acted.reason)]: whyRefused(acted.reason) } };
      }
    }
    await end(parts, happening, staff);
    return null;
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
  if (!told.ok) return { errors: told.errors };
  const taken = await parts.staffSide.takeIn(staff.id, told.value);
  if (!taken.ok) {
    const field = taken.reason === 'unknown-intent' ? 'topic' : 'words';
    return { errors: { [field]: whyRefused(taken.reason) } };
  }
  await end(parts, happening, staff);
  return { update: takenInView(codeOf(taken.value.id), whereItIs(parts, taken.value, staff)) };
};

function whereItIs({ kommune }: SlackParts, enquiry: Enquiry, { id }: Staff): string {
  if (enquiry.status === 'claimed' && enquiry.claimedBy === id) return newWords.yours;
  return newWords.waits(partyName(kommune, enquiry.party));
}

export const submitReminder: Submit = async (parts, happening, staff) => {
  const { calendar, kommune, clock } = parts;
  const asked = readReminder(happening.values, { calendar, kommune, now: clock.now() });
  if (!asked.ok) return { errors: asked.errors };
  const { viewId: id, about } = happening;
  if ((await begin(parts, id, null)) !== 'done') {
    await remind(parts, {
      id,
      staff: staff.id,
      about: about === noEnquiry ? null : (about as EnquiryId),
      ...asked.value,
    });
  }
  await end(parts, happening, staff);
  return null;
};

export const submitFind: Submit = async (parts, happening, staff) => {
  const code = happening.values.code;
  if (typeof code !== 'string' || code.trim() === '') return { errors: { code: findWords.saysCode } };
  return { update: foundView(await findInWords(parts, staff, code)) };
};
