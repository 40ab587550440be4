import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadIntents } from '../../intents/load.ts';
import { readChoice } from '../../src/app/read-choice.ts';
import { open } from '../../src/domain/evolve.ts';
import { enquiryId, rules } from '../domain/town.ts';

const { texts, topics } = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
const fresh = open(enquiryId, { type: 'EnquiryOpened', channel: 'webchat', asker: 'youth', language: 'da', at: 0 });
const asked = (...choices: string[]): typeof fresh => ({ ...fresh, bot: { ...fresh.bot, choices } });
const read = (choices: string[], text: string, code: string | null = null): unknown =>
  readChoice({ rules: { ...rules, topics }, texts }, asked(...choices), code, text);

describe('a choice', () => {
  it.each(['ja', 'Ja tak!', 'JA', 'ok', 'yes please', 'meget gerne 😊'])('"%s" to a person is yes', (text) => {
    expect(read(['human:yes', 'human:no'], text)).toEqual({ kind: 'human', yes: true });
  });

  it.each(['nej', 'Nej tak.', 'no thanks'])('"%s" is no', (text) => {
    expect(read(['human:yes', 'human:no'], text)).toEqual({ kind: 'human', yes: false });
  });

  it.each([
    ['14', 'under_15'],
    ['17 år', '15_17'],
    ['18', '18_24'],
    ['30', '25_plus'],
  ])('a bare %s is an age when the age was asked', (text, ageBand) => {
    expect(read(['age:under_15', 'age:15_17', 'age:18_24', 'age:25_plus'], text)).toEqual({ kind: 'age', ageBand });
  });

  it('is read from the words on the button, and from its code', () => {
    expect(read(['age:15_17'], texts.age_15_17.da)).toEqual({ kind: 'age', ageBand: '15_17' });
    expect(read([], 'Dropout', 'intent:dropped_out')).toEqual({ kind: 'intent', intent: 'dropped_out' });
  });

  it('is a topic by its title', () => {
    expect(read(['topic:home'], 'bolig og familie')).toEqual({ kind: 'topic', topic: 'home' });
  });

  it('is an age when a young person’s age stands alone, unless the age is known', () => {
    expect(read(['human:yes'], '17')).toEqual({ kind: 'age', ageBand: '15_17' });
    expect(read([], '112')).toBeNull();
    expect(read([], '4')).toBeNull();
    expect(readChoice({ rules, texts }, { ...fresh, ageBand: '18_24' }, null, '17')).toBeNull();
  });

  it('is not read into a message that says more, nor when nothing was asked', () => {
    expect(read(['human:yes', 'human:no'], 'ja men min mor er syg')).toBeNull();
    expect(read([], 'ja')).toBeNull();
    expect(read(['human:yes'], 'x', 'intent:no_such')).toBeNull();
  });
});
