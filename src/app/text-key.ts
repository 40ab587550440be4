/**
 * Which prepared text a saying is, for this citizen at this moment: parents and professionals are spoken to as who they
 * are, and somebody who has waited too long is not promised the same again.
 */
import type { Enquiry } from '../domain/enquiry.ts';
import { isWithPeople } from '../domain/enquiry.ts';
import type { Saying, TextKey } from '../domain/saying.ts';
import type { Asker } from '../domain/words.ts';

const greetings = {
  youth: 'greeting',
  parent: 'greeting_parent',
  professional: 'greeting_other',
  citizen: 'greeting_other',
} as const satisfies Record<Asker, TextKey>;

/** @returns for an answer, the text that stands in for one that is missing */
export function textKeyOf(saying: Saying, state: Enquiry): TextKey {
  const isYouth = state.asker === 'youth';
  switch (saying.kind) {
    case 'answer':
      return 'not_understood';
    case 'greeting':
      return greetings[state.asker];
    case 'ask_age':
      return isYouth ? 'ask_age' : 'ask_age_parent';
    case 'ask_safe':
      return isYouth ? 'ask_safe' : 'ask_safe_other';
    case 'ask_about':
      return saying.intents.length === 0 ? 'ask_about_open' : 'ask_about';
    case 'care':
      return isYouth ? 'care' : 'care_other';
    case 'age_noted':
      return isWithPeople(state) ? 'age_noted_waiting' : 'age_noted';
    case 'handed_over':
      return state.urgency === 'acute' ? 'handed_over_acute' : 'handed_over';
    case 'still_waiting':
      return state.step > 0 ? 'still_waiting_late' : 'still_waiting';
    default:
      return saying.kind;
  }
}
