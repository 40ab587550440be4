/**
 * The windows about one enquiry that somebody has: hand on, give back, say no to an offer, close. Each knows how it is
 * drawn, how it is read, when it may be opened, and at which field a refusal stands.
 */
import { mayTake } from '../../src/domain/access.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { holds } from '../../src/domain/handoff.ts';
import type { Kommune, Staff } from '../../src/domain/kommune.ts';
import { ok } from '../../src/domain/result.ts';
import { outcomes } from '../../src/domain/words.ts';
import type { StaffCommand, StaffRefusal } from '../../src/ports.ts';
import { outcomeWords } from '../staff-words.ts';
import { type Choice, fitted, modal, most } from './block-kit.ts';
import type { Written } from './drafts.ts';
import { above, correct, menuField, type ReadForm, wordsField, writtenIn } from './form-fields.ts';
import { closeWords, declineWords, formWords, returnWords, transferWords } from './form-words.ts';
import type { View } from './parts.ts';

/** As long as the desk takes. */
const mostReason = 1000;

export const handingOn = ['transfer', 'return', 'decline', 'close'] as const;
export type HandingOn = (typeof handingOn)[number];

export interface Drawing {
  readonly enquiry: Enquiry;
  readonly kommune: Kommune;
  /** Which enquiry it is, in a line. */
  readonly facts: string;
  readonly draft: Written | null;
}

export interface EnquiryForm {
  readonly draw: (drawing: Drawing) => View;
  readonly read: (values: Written) => ReadForm<StaffCommand>;
  /** Why it is not opened; only a courtesy, the use case decides again. */
  readonly whyNot: (enquiry: Enquiry, staff: Staff) => StaffRefusal | null;
  /** The field a refusal of the use case stands at. */
  readonly fieldOf: (reason: string) => string;
}

const reason = (label: string) => ({ name: 'why', label, hint: formWords.whyHint });

function toAct(action: HandingOn, { enquiry }: Drawing) {
  return { callback: action, about: enquiry.id, close: formWords.cancel, tellClosed: true };
}

const transfer: EnquiryForm = {
  draw: (drawing) =>
    modal({
      ...toAct('transfer', drawing),
      title: transferWords.title,
      submit: transferWords.submit,
      blocks: [
        ...above([drawing.facts, transferWords.keeps], drawing.draft),
        menuField({ name: 'to', label: transferWords.to }, otherParties(drawing), drawing.draft),
        wordsField(reason(formWords.why), drawing.draft, mostReason),
        wordsField(
          { name: 'promised', label: transferWords.promised, hint: transferWords.promisedHint, optional: true },
          drawing.draft,
          mostReason,
        ),
      ],
    }),
  read: (values) => {
    const [party, why, promised] = ['to', 'why', 'promised'].map((name) => writtenIn(values, name));
    const errors = {
      ...(!party && { to: transferWords.choosesParty }),
      ...(!why && { why: formWords.saysWhy }),
    };
    if (!party || !why) return correct(errors);
    const note = promised ? `${why}\n\n${transferWords.promise(promised)}` : why;
    return ok({ do: 'transfer', party, reason: note });
  },
  whyNot: (enquiry, staff) => whyNotHandOn(enquiry, staff),
  fieldOf: (why) => (why === 'text-missing' ? 'why' : 'to'),
};

function otherParties({ kommune, enquiry }: Drawing): readonly Choice[] {
  return [...kommune.parties.values()]
    .filter(({ code }) => code !== enquiry.party)
    .map(({ code, name }) => ({ value: code, text: fitted(name, most.option) }));
}

const giveBack: EnquiryForm = {
  draw: (drawing) =>
    modal({
      ...toAct('return', drawing),
      title: drawing.enquiry.status === 'waiting' ? returnWords.notOurs : returnWords.title,
      submit: returnWords.submit,
      blocks: [
        ...above([drawing.facts, returnWords.keepsPlace], drawing.draft),
        wordsField(reason(formWords.why), drawing.draft, mostReason),
      ],
    }),
  read: (values) => readReason(values, (why) => ({ do: 'return', reason: why })),
  whyNot: (enquiry, staff) =>
    enquiry.status === 'waiting' && enquiry.party === 'front_desk' ? 'nowhere-to-return' : whyNotHandOn(enquiry, staff),
  fieldOf: () => 'why',
};

const decline: EnquiryForm = {
  draw: (drawing) =>
    modal({
      ...toAct('decline', drawing),
      title: declineWords.title,
      submit: declineWords.submit,
      blocks: [
        ...above([drawing.facts, declineWords.stays], drawing.draft),
        wordsField(reason(formWords.why), drawing.draft, mostReason),
      ],
    }),
  read: (values) => readReason(values, (why) => ({ do: 'decline', reason: why })),
  whyNot: (enquiry, staff) => {
    if (enquiry.status !== 'offered') return 'no-offer';
    return enquiry.offer.to === staff.party ? null : 'not-offered-to-you';
  },
  fieldOf: () => 'why',
};

const close: EnquiryForm = {
  draw: (drawing) =>
    modal({
      ...toAct('close', drawing),
      title: closeWords.title,
      submit: closeWords.submit,
      blocks: [
        ...above([drawing.facts, closeWords.reopens], drawing.draft),
        menuField(
          { name: 'outcome', label: closeWords.outcome },
          outcomes.map((outcome) => ({ value: outcome, text: outcomeWords[outcome] })),
          drawing.draft,
        ),
        wordsField(reason(closeWords.note), drawing.draft, mostReason),
      ],
    }),
  read: (values) => {
    const outcome = outcomes.find((one) => one === writtenIn(values, 'outcome'));
    const why = writtenIn(values, 'why');
    const errors = {
      ...(outcome === undefined && { outcome: closeWords.choosesOutcome }),
      ...(why === '' && { why: closeWords.saysNote }),
    };
    return outcome === undefined || why === '' ? correct(errors) : ok({ do: 'close', outcome, reason: why });
  },
  whyNot: (enquiry, staff) => (enquiry.status === 'offered' ? 'already-offered' : whyNotHeld(enquiry, staff)),
  fieldOf: (why) => (why === 'text-missing' ? 'why' : 'outcome'),
};

export const enquiryForms = { transfer, return: giveBack, decline, close } satisfies Record<HandingOn, EnquiryForm>;

function readReason(values: Written, command: (why: string) => StaffCommand): ReadForm<StaffCommand> {
  const why = writtenIn(values, 'why');
  return why === '' ? correct({ why: formWords.saysWhy }) : ok(command(why));
}

/** Whoever may take it may hand it on before anybody has; afterwards only the one who has it. */
function whyNotHandOn(enquiry: Enquiry, staff: Staff): StaffRefusal | null {
  if (enquiry.status === 'offered') return 'already-offered';
  if (enquiry.status === 'waiting') return mayTake(enquiry, staff) ? null : 'not-your-party';
  return whyNotHeld(enquiry, staff);
}

function whyNotHeld(enquiry: Enquiry, staff: Staff): StaffRefusal | null {
  const held = holds(enquiry, staff.id);
  return held.ok ? null : held.reason;
}
