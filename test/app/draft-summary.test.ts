import { describe, expect, it } from 'vitest';
import { draftSummary } from '../../src/app/draft-summary.ts';
import type { Needs } from '../../src/app/needs.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { open } from '../../src/domain/evolve.ts';
import type { Message } from '../../src/domain/saying.ts';
import { hear } from '../../src/domain/triage.ts';
import type { PartyCode } from '../../src/domain/words.ts';
import type { RedactedLine } from '../../src/ports.ts';
import { redact } from '../../src/understanding/redact.ts';
import { enquiryId, minute, rules, staffNamed, understood } from '../domain/town.ts';
import { switchedOn } from '../fakes/second-opinion.ts';

const opened = { type: 'EnquiryOpened', channel: 'webchat', asker: 'youth', language: 'da', at: minute(0) } as const;
const alone = open(enquiryId, opened);
const heard = {
  understanding: understood({ intent: 'dropped_out' }),
  chosen: null,
  language: 'da',
  speaks: null,
  cprRemoved: false,
} as const;
const waiting = hear(alone, heard, rules, minute(1)).state;

const message = (seq: number, kind: 'visitor' | 'bot', text: string): Message => ({
  enquiry: enquiryId,
  seq,
  from: { kind },
  text,
  language: 'da',
  at: minute(seq),
  quickReplies: [],
  says: null,
  replyTo: null,
  clientId: null,
  channelData: null,
});

function town(enquiry: Enquiry, texts: readonly Message[], on: readonly PartyCode[] = ['guidance']) {
  const shown: (readonly RedactedLine[])[] = [];
  const done: string[] = [];
  const store = {
    read: async () => ({ enquiry, earlier: null, address: null }),
    messages: async () => texts,
    logRead: async () => void done.push('read recorded'),
  };
  const summariser = {
    summarise: async (lines: readonly RedactedLine[]) => {
      done.push('asked');
      shown.push(lines);
      return ['Et udkast.'];
    },
  };
  const needs = {
    store,
    summariser,
    redact,
    clock: { now: () => minute(3) },
    rules: { ...rules, kommune: switchedOn(on) },
  };
  return { needs: needs as unknown as Needs, shown, done };
}

const sara = staffNamed('guidance-staff');
const texts = [
  message(1, 'visitor', 'ring 20 30 40 50, jeg er droppet ud'),
  message(2, 'bot', 'Det er der hjælp til.'),
];

describe('a draft summary', () => {
  it('is made from redacted texts, after the reading has been recorded', async () => {
    const { needs, shown, done } = town(waiting, texts);

    expect(await draftSummary(needs, sara, enquiryId)).toEqual({ ok: true, value: ['Et udkast.'] });
    expect(shown).toEqual([
      [
        { from: 'visitor', text: 'ring [telefon fjernet], jeg er droppet ud' },
        { from: 'bot', text: 'Det er der hjælp til.' },
      ],
    ]);
    expect(done).toEqual(['read recorded', 'asked']);
  });

  it.each([
    ['somebody of another party', waiting, staffNamed('benefits-staff')],
    ['anybody while the robot is alone with the citizen', alone, staffNamed('front_desk-staff')],
  ] as const)('is not made for %s', async (_, enquiry, who) => {
    const { needs, done } = town(enquiry, texts, ['guidance', 'front_desk', 'benefits']);

    expect(await draftSummary(needs, who, enquiryId)).toEqual({ ok: false, reason: 'unknown-enquiry' });
    expect(done).toEqual([]);
  });

  it('is not made when the answerable party has it off, or nobody can make it', async () => {
    const off = town(waiting, texts, ['benefits']);
    const { needs } = town(waiting, texts);

    expect(await draftSummary(off.needs, sara, enquiryId)).toEqual({ ok: false, reason: 'not-summarisable' });
    expect(await draftSummary({ ...needs, summariser: null }, sara, enquiryId)).toMatchObject({
      reason: 'not-summarisable',
    });
    expect(off.done).toEqual([]);
  });

  it('of a very long conversation is made from the newest', async () => {
    const long = Array.from({ length: 40 }, (_, index) =>
      message(index + 1, 'visitor', `${index} `.padEnd(1_000, 'a')),
    );
    const { needs, shown } = town(waiting, long);
    await draftSummary(needs, sara, enquiryId);

    expect(shown[0]).toHaveLength(24);
    expect(shown[0]?.at(-1)?.text.slice(0, 3)).toBe('39 ');
  });
});
