import { describe, expect, it } from 'vitest';
import type { Acknowledged } from '../../src/domain/history.ts';
import { checkAcknowledged, checkDelivered, checkShown } from '../../src/domain/history.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { EffectId } from '../../src/domain/words.ts';
import { enquiryId } from './town.ts';

function message(seq: number, clientId: string, text = clientId): Message {
  const rest = { language: 'da', quickReplies: [], says: null, replyTo: null, channelData: null };
  return { ...rest, enquiry: enquiryId, seq, from: { kind: 'visitor' }, text, at: seq, clientId };
}
const ack = (clientId: string, seq: number, sentAt: number): Acknowledged => ({
  enquiry: enquiryId,
  clientId,
  seq,
  text: clientId,
  sentAt,
  answeredAt: sentAt + 1,
});
const rules = (found: readonly { rule: string }[]): readonly string[] => found.map(({ rule }) => rule);

describe('what was acknowledged', () => {
  const messages = [message(1, 'a'), message(2, 'b')];

  it('is there once, under its number, in the order it was sent', () => {
    expect(checkAcknowledged(enquiryId, [ack('a', 1, 10), ack('b', 2, 20), ack('b', 2, 30)], messages)).toEqual([]);
  });

  it.each([
    ['lost', [ack('c', 3, 10)], messages, ['P1']],
    ['stored twice', [ack('a', 1, 10)], [message(1, 'a'), message(2, 'a')], ['P1']],
    ['changed', [ack('a', 1, 10)], [message(1, 'a', 'x')], ['P1']],
    ['given another number at its repeat', [ack('a', 1, 10), ack('a', 2, 20)], [message(1, 'a')], ['P2']],
    ['overtaken', [ack('b', 2, 10), ack('a', 1, 20)], messages, ['P3']],
    ['numbered with a gap', [], [message(1, 'a'), message(3, 'b')], ['P3']],
  ] as const)('is seen when it is %s', (_, acknowledged, stored, found) => {
    expect(rules(checkAcknowledged(enquiryId, acknowledged, stored))).toEqual(found);
  });
});

describe('what was shown', () => {
  const messages = [message(1, 'a'), message(2, 'b'), message(3, 'c')];

  it('is all of it from some point on, once and in order', () => {
    expect(checkShown(enquiryId, [2, 3], messages)).toEqual([]);
    expect(checkShown(enquiryId, [], messages)).toEqual([]);
  });

  it.each([[[1, 3]], [[1, 2, 2, 3]], [[2, 1, 3]]])('%j is not', (shown) => {
    expect(rules(checkShown(enquiryId, shown, messages))).toEqual(['P4']);
  });
});

describe('what was done outside', () => {
  const one = 'e1.1.show-card' as EffectId;
  const committed = new Map([[one, enquiryId]]);

  it('was done once', () => {
    expect(checkDelivered(committed, new Map([[one, 1]]))).toEqual([]);
  });

  it('is seen when it was not, twice, or never decided', () => {
    expect(rules(checkDelivered(committed, new Map()))).toEqual(['P7']);
    expect(rules(checkDelivered(committed, new Map([[one, 2]])))).toEqual(['P7']);
    expect(rules(checkDelivered(new Map(), new Map([[one, 1]])))).toEqual(['P5']);
  });
});
