/**
 * What must hold for every enquiry at every moment (P8–P13), as code.
 * Tests check it after every step; the running system checks the same in SQL (`Store.census`).
 */

import type { Effect } from './effect.ts';
import { effectsOf } from './effect.ts';
import type { Enquiry, EnquiryStatus } from './enquiry.ts';
import { isWithPeople } from './enquiry.ts';
import type { EnquiryEvent } from './enquiry-event.ts';
import { evolve, replay } from './evolve.ts';
import type { Rules } from './rules.ts';
import type { EnquiryId, Instant } from './words.ts';
import { isSpoken } from './words.ts';

export interface Violation {
  readonly rule: string;
  readonly enquiry: EnquiryId;
  readonly detail: string;
}

/** A deadline may be this late before it counts as missed. */
export const graceMs = 30_000;

/** P8–P11 of one state at one moment; empty when all is well. */
export function checkState(state: Enquiry, rules: Rules, now: Instant): readonly Violation[] {
  return [
    ...checkHolder(state, rules),
    ...checkClock(state, now),
    ...checkOffer(state, rules),
    ...checkHelpers(state, rules),
  ];
}

/** P8: exactly one answerable party, and it can act; whoever has it in hand exists. */
function checkHolder(state: Enquiry, { kommune }: Rules): readonly Violation[] {
  const found: Violation[] = [];
  const says = (detail: string): number => found.push({ rule: 'P8', enquiry: state.id, detail });
  if (!kommune.parties.has(state.party)) says(`party ${state.party} does not exist`);
  if (![...kommune.staff.values()].some(({ party }) => party === state.party)) says(`party ${state.party} has nobody`);
  if ((state.status === 'claimed' || state.status === 'offered') && !kommune.staff.has(state.claimedBy)) {
    says(`${state.claimedBy} does not exist`);
  }
  return found;
}

/** P10: whoever waits for people has a deadline, and a passed deadline has been acted on. */
function checkClock(state: Enquiry, now: Instant): readonly Violation[] {
  if (!isWithPeople(state)) return [];
  const mustHave = state.status === 'waiting' || state.waitsSince !== null;
  if (mustHave && state.due === null) return [{ rule: 'P10', enquiry: state.id, detail: 'waits without a deadline' }];
  const late = state.due !== null && now > state.due + graceMs;
  return late ? [{ rule: 'P10', enquiry: state.id, detail: 'deadline passed and nobody called' }] : [];
}

/** P11: an offer has not released its giver, and goes to another party that exists. */
function checkOffer(state: Enquiry, { kommune }: Rules): readonly Violation[] {
  if (state.status !== 'offered') return [];
  const { offer, claimedBy, party } = state;
  const sound = offer.by === claimedBy && offer.to !== party && kommune.parties.has(offer.to);
  return sound ? [] : [{ rule: 'P11', enquiry: state.id, detail: 'an offer without a giver or a receiver' }];
}

/** Helpers are invited by the one who has it, who is none of them; and what was told by mouth is never the bot's. */
function checkHelpers(state: Enquiry, { kommune }: Rules): readonly Violation[] {
  const found: Violation[] = [];
  const says = (rule: string, detail: string): number => found.push({ rule, enquiry: state.id, detail });
  const { helpers, channel, status } = state;
  const isTaken = status === 'claimed' || status === 'offered';
  if (helpers.length > 0 && !isTaken) says('P8', 'helpers, and nobody has it');
  if (isTaken && helpers.includes(state.claimedBy)) says('P8', 'the one who has it helps themselves');
  if (new Set(helpers).size < helpers.length) says('P8', 'one helper twice');
  for (const helper of helpers) if (!kommune.staff.has(helper)) says('P8', `${helper} does not exist`);
  if (isSpoken(channel) && status === 'with_bot') says('P9', 'told by mouth, and with the bot');
  return found;
}

/** In which states each event may happen (P9). */
const allowedIn: Readonly<Record<EnquiryEvent['type'], readonly EnquiryStatus[]>> = {
  EnquiryOpened: [],
  EnquiryTakenIn: ['with_bot'],
  MessageReceived: ['with_bot', 'waiting', 'claimed', 'offered'],
  BotSaid: ['with_bot', 'waiting', 'claimed', 'offered', 'closed'],
  RiskFound: ['with_bot', 'waiting', 'claimed', 'offered'],
  AgeBandTold: ['with_bot', 'waiting', 'claimed', 'offered'],
  HandoffQueued: ['with_bot'],
  HandoffRerouted: ['waiting'],
  HandoffWithdrawn: ['waiting'],
  TextsErased: ['with_bot'],
  UrgencyRaised: ['claimed', 'offered'],
  HandoffClaimed: ['waiting', 'claimed', 'offered'],
  StaffReplied: ['claimed', 'offered'],
  AnswerCorrected: ['claimed', 'offered'],
  AnswerRemoved: ['waiting', 'claimed', 'offered', 'closed'],
  CitizenSpokenTo: ['claimed', 'offered'],
  HelperInvited: ['claimed', 'offered'],
  HelperLeft: ['claimed', 'offered'],
  TransferOffered: ['claimed'],
  TransferAccepted: ['offered'],
  TransferDeclined: ['offered'],
  TransferExpired: ['offered'],
  HandoffReturned: ['waiting', 'claimed'],
  EnquiryClosed: ['claimed'],
  EnquiryReopened: ['closed'],
  DeadlinePassed: ['waiting', 'claimed', 'offered'],
  CaseFileOpened: ['with_bot', 'waiting', 'claimed', 'offered', 'closed'],
  CoordinatorChanged: ['with_bot', 'waiting', 'claimed', 'offered', 'closed'],
  CaseFileClosed: ['with_bot', 'waiting', 'claimed', 'offered', 'closed'],
  DeliveryFailed: ['with_bot', 'waiting', 'claimed', 'offered', 'closed'],
};

/** What would be sent to the citizen, who has no channel when they called or came in. */
const sends: ReadonlySet<EnquiryEvent['type']> = new Set(['BotSaid', 'StaffReplied', 'AnswerCorrected']);

/**
 * P9 and P12 of a whole journal: it begins with the opening, every step is allowed where it stands,
 * a message to a closed enquiry reopens it, and every closing names who and why.
 */
export function checkJournal(id: EnquiryId, events: readonly EnquiryEvent[]): readonly Violation[] {
  const found: Violation[] = [];
  let state: Enquiry | null = null;
  for (const event of events) {
    const here: EnquiryStatus | null = state?.status ?? null;
    const allowed: boolean = here === null ? event.type === 'EnquiryOpened' : allowedIn[event.type].includes(here);
    if (!allowed) found.push({ rule: 'P9', enquiry: id, detail: `${event.type} in ${here ?? 'nothing'}` });
    found.push(...checkReasons(id, event), ...checkSpoken(state, event));
    state = evolve(state, id, event);
  }
  return found;
}

/** P12: a closing names who and why, and a removed answer where its words are. */
function checkReasons(enquiry: EnquiryId, event: EnquiryEvent): readonly Violation[] {
  if (event.type === 'EnquiryClosed' && (event.by === '' || event.note === '')) {
    return [{ rule: 'P12', enquiry, detail: 'closed without actor or reason' }];
  }
  const isLost = event.type === 'AnswerRemoved' && event.note === '';
  return isLost ? [{ rule: 'P12', enquiry, detail: 'an answer removed, and its words are nowhere' }] : [];
}

/** P9: whoever called or came in was taken in by somebody before all else, and is sent nothing. */
function checkSpoken(before: Enquiry | null, { type }: EnquiryEvent): readonly Violation[] {
  if (before === null) return [];
  const { id: enquiry, channel, version } = before;
  const spoken = isSpoken(channel);
  if ((spoken && version === 1) !== (type === 'EnquiryTakenIn')) {
    return [{ rule: 'P9', enquiry, detail: `${type} as event ${version + 1} on channel ${channel}` }];
  }
  return spoken && sends.has(type) ? [{ rule: 'P9', enquiry, detail: `${type} on channel ${channel}` }] : [];
}

/** P9 and P13: the folded state is the fold of its journal, no more and no less. */
export function checkFold(events: readonly EnquiryEvent[], state: Enquiry): readonly Violation[] {
  const folded = replay(state.id, events);
  const same = JSON.stringify(sorted(folded)) === JSON.stringify(sorted(state));
  return same ? [] : [{ rule: 'P13', enquiry: state.id, detail: `state ${state.version} is not its journal's fold` }];
}

/** P6: a commit carries exactly the effects that the table prescribes for its events. */
export function checkEffects(
  after: Enquiry,
  events: readonly EnquiryEvent[],
  effects: readonly Effect[],
): readonly Violation[] {
  const due = new Set(effectsOf(after, events).map(({ id }) => id));
  const given = new Set(effects.map(({ id }) => id));
  const wrong = due.symmetricDifference(given);
  return [...wrong].map((id) => ({ rule: 'P6', enquiry: after.id, detail: `effect ${id} is missing or too many` }));
}

/** The same JSON with its keys in order, so that it can be compared as text. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
