/**
 * States and events as earlier releases stored them, brought to what the domain knows now. Every row that becomes a
 * state or an event passes here; nothing is written back until something happens.
 * What an earlier release did not remember is taken as not having happened, so a state read this way may know less than
 * the fold of its journal.
 */
import type { BotMemory, Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';

/** `askedAge` was all that was once remembered of questions. */
type StoredMemory = Partial<BotMemory> & { readonly askedAge?: boolean };

/** A state with every field, whichever release stored it. */
export function enquiryOf(stored: Enquiry): Enquiry {
  const { askedAge = false, ...bot }: StoredMemory = stored.bot;
  const asked = askedAge ? (['ask_age'] as const) : [];
  const memory = { asked, questions: 0, answered: null, ...bot } as BotMemory;
  return { ...laterFields(stored), ...stored, bot: memory };
}

/** Whether somebody has had it in hand can be told by who has it now; what was given back before counts as new. */
const laterFields = ({ status }: Enquiry): Pick<Enquiry, 'speaks' | 'others' | 'met' | 'helpers' | 'caseFile'> => ({
  speaks: null,
  others: [],
  helpers: [],
  caseFile: null,
  met: status !== 'with_bot' && status !== 'waiting',
});

/** An event with every field, whichever release stored it. */
export function eventOf(stored: EnquiryEvent): EnquiryEvent {
  switch (stored.type) {
    case 'MessageReceived':
      return { ...laterOfReceived, ...stored };
    case 'BotSaid':
      return { ...laterOfSaid, ...stored };
    default:
      return stored;
  }
}

const laterOfReceived = { speaks: null, also: [] } as const;
const laterOfSaid = { intent: null } as const;
