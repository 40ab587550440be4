import { describe, expect, it } from 'vitest';
import { recentlyStored } from '../../src/app/recent.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { open } from '../../src/domain/evolve.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { enquiryId } from '../domain/town.ts';

const opened = open(enquiryId, { type: 'EnquiryOpened', channel: 'webchat', asker: 'youth', language: 'da', at: 0 });
const version = (count: number): Enquiry => ({ ...opened, version: count });
function message(seq: number): Message {
  const rest = { language: 'da', quickReplies: [], says: null, replyTo: null, clientId: null, channelData: null };
  return { ...rest, enquiry: enquiryId, seq, from: { kind: 'visitor' }, text: `nr. ${seq}`, at: seq };
}
const seqs = (messages: readonly Message[]): readonly number[] => messages.map(({ seq }) => seq);

describe('what this process has just stored', () => {
  it('is known by state and by message', () => {
    const recent = recentlyStored();
    recent.keep(version(1), [message(1)]);
    recent.keep(version(2), [message(3), message(2)]);

    expect(recent.state(enquiryId)?.version).toBe(2);
    expect(seqs(recent.messages(enquiryId, 1))).toEqual([2, 3]);
    expect(recent.messages(enquiryId, 3)).toEqual([]);
  });

  it('is not known further back than memory reaches, nor across a message of somebody else', () => {
    const recent = recentlyStored();
    recent.keep(version(1), [message(1)]);
    recent.keep(version(5), [message(4)]);

    expect(recent.messages(enquiryId, 1)).toEqual([]);
    expect(seqs(recent.messages(enquiryId, 3))).toEqual([4]);
  });

  it('is forgotten when it is not sure to be the newest', () => {
    const recent = recentlyStored();
    recent.keep(version(2), [message(2)]);
    recent.keep(version(1), [message(1)]);

    expect(recent.state(enquiryId)).toBeNull();
  });

  it('is bounded, in conversations and in messages', () => {
    const recent = recentlyStored(2);
    for (const id of ['a', 'b', 'c']) recent.keep({ ...version(1), id: id as EnquiryId }, []);
    for (let seq = 1; seq <= 100; seq += 1) recent.keep(version(seq), [message(seq)]);

    expect(recent.state('b' as EnquiryId)).toBeNull();
    expect(recent.messages(enquiryId, 80)).toHaveLength(20);
    expect(recent.messages(enquiryId, 79)).toEqual([]);
  });
});
