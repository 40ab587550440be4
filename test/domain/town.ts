/**
 * A small town for tests: every party has a leader and one more, two are on duty, and a handful of intents.
 */
import type { Intent } from '../../src/domain/intent.ts';
import type { Kommune, OpenInterval, Staff } from '../../src/domain/kommune.ts';
import type { Rules } from '../../src/domain/rules.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import type { EnquiryId, Instant, IntentId, PartyCode, StaffId } from '../../src/domain/words.ts';
import { ageBands, partyCodes } from '../../src/domain/words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Monday 4 January 2027, 9.00 UTC: opening time. */
export const monday = Date.UTC(2027, 0, 4, 9);
export const minute = (count: number): Instant => monday + count * minuteMs;
export const hour = (count: number): Instant => monday + count * hourMs;
export const day = (count: number): Instant => monday + count * dayMs;

function person(party: PartyCode, role: 'leader' | 'staff', duty = false): Staff {
  const id = `${party}-${role}` as StaffId;
  return { id, name: id, role, party, email: `${id}@town.example`, leads: role === 'leader', duty };
}

const staff = partyCodes.flatMap((party) => [person(party, 'leader'), person(party, 'staff', party === 'on_call')]);

export const kommune: Kommune = {
  id: 'town',
  name: 'Town',
  entrance: 'Entrance',
  timeZone: 'UTC',
  openingHours: [[], [], [], [], [], [], []],
  contact: { phone: '12 34 56 78', email: 'town@town.example', address: 'Street 1' },
  parties: new Map(partyCodes.map((code) => [code, { code, name: code, who: code, alsoCalled: [] }])),
  staff: new Map(staff.map((one) => [one.id, one])),
  patience: {
    acute: { minutes: 5 },
    same_day: { openMinutes: 240 },
    '3_days': { openDays: 3 },
    normal: { openDays: 5 },
  },
  ladder: { acuteMinutes: 2, openMinutes: 60 },
  offerOpenMinutes: 60,
  helpLines: [],
  facts: {},
  exitUrl: 'https://weather.example/',
};

/** Weekdays 9–17 UTC. */
function* weekdayHours(from: Instant): Generator<OpenInterval> {
  for (let midnight = Math.floor(from / dayMs) * dayMs; ; midnight += dayMs) {
    const date = new Date(midnight);
    const interval = { from: midnight + 9 * hourMs, to: midnight + 17 * hourMs, day: date.toISOString().slice(0, 10) };
    if (date.getUTCDay() % 6 !== 0 && interval.to > from) yield interval;
  }
}

type Sketch = Pick<Intent, 'group' | 'handoff' | 'urgency'> & {
  readonly owner: PartyCode | Readonly<Partial<Record<keyof Intent['owner'], PartyCode>>>;
  readonly closed?: PartyCode;
  readonly askers?: Intent['askers'];
  readonly slots?: Intent['slots'];
};

function intent(id: string, { group, handoff, urgency, owner, closed, askers, slots }: Sketch): Intent {
  const bands = [...ageBands, 'unknown'] as const;
  const owners = Object.fromEntries(
    bands.map((band) => [band, typeof owner === 'string' ? owner : (owner[band] ?? 'front_desk')]),
  );
  return {
    id: id as IntentId,
    group,
    title: id,
    choice: { da: id, da_easy: id, en: id },
    askers: askers ?? ['youth', 'parent', 'professional', 'citizen'],
    owner: owners as Intent['owner'],
    ownerWhenClosed: closed,
    also: [],
    urgency,
    handoff,
    slots: slots ?? [],
    answer: { da: `svar ${id}`, da_easy: `svar ${id}`, en: `answer ${id}` },
    sources: [],
    reviewer: 'tester',
    examples: { da: [], en: [] },
  };
}

const guidanceByAge = { '15_17': 'guidance', '18_24': 'guidance', unknown: 'guidance', under_15: 'school' } as const;
const catalogue = [
  intent('suicidal_thoughts', { group: 'A', handoff: 'at_once', urgency: 'acute', owner: 'health', closed: 'on_call' }),
  intent('dropped_out', { group: 'C', handoff: 'always', urgency: '3_days', owner: guidanceByAge }),
  intent('education_guidance', { group: 'C', handoff: 'on_request', urgency: 'normal', owner: guidanceByAge }),
  intent('dropout_risk', { group: 'C', handoff: 'offered', urgency: '3_days', owner: guidanceByAge }),
  intent('benefit_missing', { group: 'D', handoff: 'always', urgency: 'same_day', owner: 'benefits' }),
  intent('family_conflict', {
    group: 'E',
    handoff: 'always',
    urgency: '3_days',
    owner: { under_15: 'family', '15_17': 'family', '18_24': 'adult_social' },
  }),
  intent('violence_close', { group: 'A', handoff: 'at_once', urgency: 'acute', owner: 'family', closed: 'on_call' }),
  intent('outreach_reply', {
    group: 'J',
    handoff: 'always',
    urgency: 'normal',
    owner: guidanceByAge,
    slots: ['age_band', 'contact'],
  }),
  intent('data_delete', { group: 'K', handoff: 'always', urgency: 'normal', owner: 'front_desk' }),
  intent('drug_use_own', {
    group: 'H',
    handoff: 'always',
    urgency: '3_days',
    owner: 'substance',
    askers: ['youth'],
  }),
  intent('drug_concern_parent', {
    group: 'H',
    handoff: 'offered',
    urgency: '3_days',
    owner: 'substance',
    askers: ['parent'],
  }),
  intent('human_please', { group: 'L', handoff: 'always', urgency: 'same_day', owner: 'front_desk' }),
  intent('request_status', { group: 'L', handoff: 'on_request', urgency: 'normal', owner: 'front_desk' }),
  intent('interpreter', { group: 'L', handoff: 'always', urgency: '3_days', owner: 'front_desk' }),
  intent('simple_mode', { group: 'L', handoff: 'on_request', urgency: 'normal', owner: 'front_desk' }),
  intent('unclear', { group: 'L', handoff: 'on_request', urgency: 'normal', owner: 'front_desk' }),
  intent('abusive', { group: 'L', handoff: 'offered', urgency: 'normal', owner: 'front_desk' }),
  intent('greeting', { group: 'L', handoff: 'never', urgency: 'normal', owner: 'front_desk' }),
];

export const rules: Rules = {
  kommune,
  intents: new Map(catalogue.map((one) => [one.id, one])),
  topics: [
    {
      id: 'school',
      title: { da: 'Skole', da_easy: 'Skole', en: 'School' },
      askers: ['youth'],
      intents: ['dropped_out', 'dropout_risk'] as IntentId[],
    },
  ],
  openIntervals: weekdayHours,
};

export const enquiryId = 'e1' as EnquiryId;

/** A member of staff of the town, e.g. `guidance-staff`. */
export function staffNamed(id: string): Staff {
  const found = kommune.staff.get(id as StaffId);
  if (found === undefined) throw new Error(`nobody is called ${id}`);
  return found;
}

/** What the machine made of a message, calm and unknown unless told otherwise. */
export function understood(part: Partial<Understanding> & { readonly intent?: string } = {}): Understanding {
  const { intent: id, ...rest } = part;
  return {
    intents: id === undefined ? [] : [{ intent: id as IntentId, score: 0.9 }],
    certainty: id === undefined ? 'unknown' : 'sure',
    risk: 'none',
    risks: [],
    language: 'da',
    ageBand: null,
    masked: 'text',
    also: [],
    suggested: null,
    redacted: 'text',
    ...rest,
  };
}
