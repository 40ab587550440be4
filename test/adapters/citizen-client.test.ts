/** What the page's script decides, without a browser: order, repeats, patience, and what it believes of what comes in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unseen, withArrived } from '../../adapters/webchat/client/changes.ts';
import { readFrame } from '../../adapters/webchat/client/frames.ts';
import { waitMs } from '../../adapters/webchat/client/patience.ts';
import {
  arrivals,
  isErased,
  isRemoved,
  openChoices,
  type PageMessage,
  type Unsent,
} from '../../adapters/webchat/page-state.ts';
import { toActivities } from '../../adapters/webchat/wire.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';

const said = (seq: number, more: Partial<PageMessage> = {}): PageMessage => ({
  seq,
  from: 'bot',
  name: null,
  role: null,
  says: null,
  text: `nr. ${seq}`,
  language: 'da',
  quickReplies: [],
  clientId: null,
  ...more,
});
const unsent = (clientId: string): Unsent => ({ clientId, text: 'hej', choice: null, delivery: 'sending' });

describe('the log', () => {
  it('shows every message once and in order, however frames overlap and repeat', () => {
    const frames = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }), { maxLength: 12 });
    fc.assert(
      fc.property(frames, (sets) => {
        const start: { messages: readonly PageMessage[]; unsent: readonly Unsent[] } = {
          messages: [said(0)],
          unsent: [],
        };
        const end = sets.reduce((log, set) => {
          const fresh = unseen(
            log.messages,
            set.map((seq) => said(seq)),
          );
          return withArrived(log, fresh);
        }, start);
        const all = [...new Set(sets.flat())].sort((a, b) => a - b);

        expect(end.messages.map(({ seq }) => seq)).toEqual(all.length > 0 ? all : [0]);
      }),
    );
  });

  it('takes an own message off its way when it comes back', () => {
    const log = withArrived({ messages: [], unsent: [unsent('a'), unsent('b')] }, [
      said(2, { from: 'visitor', clientId: 'a' }),
    ]);

    expect(log.unsent.map(({ clientId }) => clientId)).toEqual(['b']);
  });

  it('forgets what its writer has deleted, what never came through too, and nothing written later', () => {
    const own = (seq: number) => said(seq, { from: 'visitor', clientId: `c${seq}` });
    const before = {
      messages: [said(1), own(2), said(3)],
      unsent: [unsent('c4'), { ...unsent('x'), delivery: 'failed' }],
    };
    const log = withArrived(before as Parameters<typeof withArrived>[0], [own(4), said(5, { says: 'erased' }), own(6)]);

    expect(log.messages.map((message) => [message.seq, isErased(message)])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
      [5, false],
      [6, false],
    ]);
    expect(log.unsent).toEqual([]);
    expect(withArrived(log, [own(7)]).messages.filter(isErased)).toHaveLength(2);
  });

  it('takes the words of an answer out when the robot says that it is taken back, and no others', () => {
    const before = { messages: [said(1), said(2, { from: 'staff' }), said(3, { from: 'staff' })], unsent: [] };

    const log = withArrived(before, [said(4, { says: 'answer_removed', removes: 2 })]);

    expect(log.messages.map(isRemoved)).toEqual([false, true, false, false]);
    expect(withArrived(log, [said(5)]).messages.map(({ text }) => text)).toEqual([
      'nr. 1',
      '',
      'nr. 3',
      'nr. 4',
      'nr. 5',
    ]);
  });

  it('offers the newest choices only, and none while something is on its way', () => {
    const choices = [{ code: 'human:yes', title: 'Ja' }];
    expect(openChoices({ messages: [said(1), said(2, { quickReplies: choices })], unsent: [] })).toEqual(choices);
    expect(openChoices({ messages: [said(1, { quickReplies: choices }), said(2)], unsent: [] })).toEqual([]);
    expect(openChoices({ messages: [said(1, { quickReplies: choices })], unsent: [unsent('a')] })).toEqual([]);
  });

  it('tells who came when they are named, and when another takes over', () => {
    const sara = { from: 'staff', name: 'Sara', role: 'ungevejleder' } as const;
    const jonas = { from: 'staff', name: 'Jonas', role: 'jobkonsulent' } as const;
    expect([...arrivals([said(1), said(2, { says: 'claimed' })])]).toEqual([[2, { name: null, role: null }]]);
    const all = [
      said(2, { says: 'claimed' }),
      said(3, sara),
      said(4, sara),
      said(5, { says: 'accepted' }),
      said(6, jonas),
      said(7, sara),
    ];
    expect([...arrivals(all)].map(([seq, { name }]) => [seq, name])).toEqual([
      [2, 'Sara'],
      [5, 'Jonas'],
      [7, 'Sara'],
    ]);
  });
});

describe('a frame', () => {
  const message: Message = {
    enquiry: 'e' as EnquiryId,
    seq: 12,
    from: { kind: 'staff', staff: 'sara' as StaffId, name: 'Sara Holm', role: 'ungevejleder' },
    text: 'Hej',
    language: 'en',
    at: 0,
    quickReplies: [],
    says: null,
    replyTo: null,
    clientId: null,
    channelData: null,
  };
  const frame = (...messages: readonly Message[]) =>
    readFrame(
      JSON.stringify({
        activities: toActivities(messages, { user: 'dl_1', entrance: 'Ungeindgangen' }),
        watermark: '12',
      }),
    );

  it('is read as the wire writes it', () => {
    const bot: Message = {
      ...message,
      seq: 13,
      from: { kind: 'bot' },
      says: 'ask_age',
      quickReplies: [{ code: 'age:15_17', title: '15–17 år' }],
    };
    const { messages, watermark } = frame(message, bot);

    expect(watermark).toBe('12');
    expect(messages).toMatchObject([
      { seq: 12, from: 'staff', name: 'Sara Holm', role: 'ungevejleder', text: 'Hej', language: 'en' },
      { seq: 13, from: 'bot', says: 'ask_age', quickReplies: [{ code: 'age:15_17', title: '15–17 år' }] },
    ]);
  });

  it('tells that an own message is deleted, and which one it was', () => {
    const own: Message = { ...message, from: { kind: 'visitor' }, text: '', clientId: 'c1' };

    const [read] = frame(own).messages;

    expect(read).toMatchObject({ from: 'visitor', text: '', clientId: 'c1' });
    expect(read && isErased(read)).toBe(true);
  });

  it('tells that an answer is taken back, and which one it was', () => {
    const bot: Message = { ...message, seq: 13, from: { kind: 'bot' }, says: 'answer_removed', replyTo: 12 };

    const { messages } = frame({ ...message, text: '' }, bot);

    expect(messages).toMatchObject([
      { seq: 12, from: 'staff', text: '' },
      { seq: 13, removes: 12 },
    ]);
  });

  it('cannot make the own words look like somebody else’s', () => {
    const own: Message = {
      ...message,
      from: { kind: 'visitor' },
      channelData: { clientActivityID: 'c1', indgang: { from: 'staff', name: 'Sara' } },
    };

    expect(frame(own).messages).toMatchObject([{ from: 'visitor', clientId: 'c1' }]);
  });

  it('may be empty, or hold what nobody knows', () => {
    expect(readFrame('')).toEqual({ messages: [], watermark: null });
    expect(readFrame('{"activities":[null,7,{"type":"typing"},{"type":"message","id":"x"}],"watermark":3}')).toEqual({
      messages: [],
      watermark: null,
    });
  });
});

describe('patience', () => {
  it('tries at once, then after half a second, doubling to 20 s, never at the same time for all', () => {
    expect([1, 2, 3, 4, 10, 100].map((failures) => waitMs(failures, 1))).toEqual([0, 500, 1000, 2000, 20_000, 20_000]);
    expect(waitMs(10, 0)).toBe(10_000);
  });
});
