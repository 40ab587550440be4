/** The desk's words for times, and the desk as a surface that staff are called on. */
import { describe, expect, it } from 'vitest';
import { deskStaffDesk } from '../../adapters/desk/staff-desk.ts';
import { timeWords, waitWords } from '../../adapters/desk/words.ts';
import { open } from '../../src/domain/evolve.ts';
import type { EffectId } from '../../src/domain/words.ts';
import { enquiryId, monday } from '../domain/town.ts';
import { fakeSignal } from '../fakes/visitors.ts';

describe('how long somebody has waited', () => {
  it.each([
    [-5, '0 min'],
    [0, '0 min'],
    [7, '7 min'],
    [59.9, '59 min'],
    [60, '1 t 0 min'],
    [185, '3 t 5 min'],
    [24 * 60, '1 dag'],
    [60 * 60, '2 dage'],
  ])('%s minutes are "%s"', (minutes, words) => {
    expect(waitWords(monday, monday + minutes * 60_000)).toBe(words);
  });
});

describe('when something was', () => {
  it('is a time today, by the clock of the municipality', () => {
    expect(timeWords('2027-01-04T08:05:00Z', '2027-01-04T20:00:00Z', 'Europe/Copenhagen')).toBe('kl. 9.05');
  });

  it('is a day and a time otherwise, also when only the local date differs', () => {
    expect(timeWords('2027-01-03T22:59:00Z', '2027-01-03T23:01:00Z', 'Europe/Copenhagen')).toMatch(
      /^3\. jan\. kl\. 23\.59$/,
    );
  });
});

describe('the desk as a place where staff are called', () => {
  it('tells open pages to look again, at the queue and at the enquiry', async () => {
    const signal = fakeSignal();
    const heard: string[] = [];
    signal.listen((topic) => heard.push(topic));
    const desk = deskStaffDesk({ signal });
    const enquiry = open(enquiryId, {
      type: 'EnquiryOpened',
      channel: 'webchat',
      asker: 'youth',
      language: 'da',
      at: monday,
    });

    await desk.show(enquiry, 'a' as EffectId);
    await desk.call(enquiry, 'duty', 'b' as EffectId);

    expect(heard).toEqual(['queue', enquiryId, 'queue', enquiryId]);
  });
});
