/** The harness tested: each defect that it is there to find is planted in a history, and must be found. */
import { describe, expect, it } from 'vitest';
import type { EnquiryId } from '../../src/domain/words.ts';
import { judge, type Seen, tally } from './verdict.ts';
import type { Activity } from './wire-client.ts';

const enquiry = 'samtale' as EnquiryId;

function activity(seq: number, text: string, kind: 'user' | 'bot' | 'staff', clientActivityID?: string): Activity {
  const id = `${enquiry}|${String(seq).padStart(7, '0')}`;
  if (kind === 'user')
    return { id, text, from: { id: 'dl_x', role: 'user' }, channelData: { clientActivityID: clientActivityID ?? '' } };
  return { id, text, from: { id: kind, role: 'bot' }, channelData: { indgang: { from: kind } } };
}

const stored: readonly Activity[] = [
  activity(1, 'Hej', 'bot'),
  activity(2, 'en', 'user', 'a'),
  activity(3, 'svar', 'bot'),
  activity(4, 'to', 'user', 'b'),
  activity(5, 'Hej fra Sara', 'staff'),
];

const sound: Seen = {
  enquiry,
  acknowledged: [
    { enquiry, clientId: 'a', seq: 2, text: 'en', sentAt: 0, answeredAt: 10 },
    { enquiry, clientId: 'a', seq: 2, text: 'en', sentAt: 0, answeredAt: 12 },
    { enquiry, clientId: 'b', seq: 4, text: 'to', sentAt: 20, answeredAt: 30 },
  ],
  shown: [1, 2, 3, 4, 5],
  textOf: new Map([[2, 'en']]),
  staffReplies: ['Hej fra Sara'],
};

describe('the judgement of a run', () => {
  it('finds nothing in a sound history', () => {
    expect(judge(sound, stored)).toEqual([]);
  });

  const planted: Readonly<Record<string, { rule: string; seen?: Partial<Seen>; stored?: readonly Activity[] }>> = {
    'a lost message': { rule: 'P1', stored: stored.slice(0, 3) },
    'a lost message in the middle': { rule: 'P3', stored: stored.filter((_, index) => index !== 2) },
    'a message stored twice': { rule: 'P1', stored: [...stored, activity(6, 'to', 'user', 'b')] },
    'a message with another text': { rule: 'P1', stored: stored.with(3, activity(4, 'tre', 'user', 'b')) },
    'a repeat that got another number': {
      rule: 'P2',
      seen: {
        acknowledged: [
          ...sound.acknowledged,
          { enquiry, clientId: 'b', seq: 6, text: 'to', sentAt: 20, answeredAt: 31 },
        ],
      },
    },
    'a later message that overtook an earlier one': {
      rule: 'P3',
      seen: {
        acknowledged: [
          { enquiry, clientId: 'b', seq: 4, text: 'to', sentAt: 0, answeredAt: 10 },
          { enquiry, clientId: 'a', seq: 2, text: 'en', sentAt: 20, answeredAt: 30 },
        ],
      },
    },
    'a message shown twice': { rule: 'P4', seen: { shown: [1, 2, 2, 3, 4, 5] } },
    'a message left out': { rule: 'P4', seen: { shown: [1, 2, 4, 5] } },
    'messages shown in another order': { rule: 'P4', seen: { shown: [1, 3, 2, 4, 5] } },
    'a reader who missed the beginning': { rule: 'P4', seen: { shown: [2, 3, 4, 5] } },
    'a promised message never shown': { rule: 'P4', seen: { shown: [1, 2, 3] } },
    'a message shown with another text': { rule: 'P4', seen: { textOf: new Map([[2, 'noget andet']]) } },
    "a member of staff's lost reply": { rule: 'P1', stored: stored.slice(0, 4), seen: { shown: [1, 2, 3, 4] } },
    "a member of staff's doubled reply": { rule: 'P1', stored: [...stored, activity(6, 'Hej fra Sara', 'staff')] },
  };

  for (const [name, { rule, seen, stored: other }] of Object.entries(planted)) {
    it(`finds ${name}`, () => {
      const found = judge({ ...sound, ...seen }, other ?? stored);

      expect(tally(found)).toHaveProperty(rule);
    });
  }
});
