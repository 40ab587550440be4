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

  it.each([
    ['jeg er 17', '15_17'],
    ['Hun er 16 år', '15_17'],
    ['ups, jeg er faktisk 19', '18_24'],
    ['jeg er 19, ikke 17', '18_24'],
    ["I'm 22", '18_24'],
  ])('is an age when a sentence says nothing else, also to put one right: "%s"', (text, ageBand) => {
    expect(readChoice({ rules, texts }, { ...fresh, ageBand: 'under_15' }, null, text)).toEqual({
      kind: 'age',
      ageBand,
    });
  });

  it('is not an age when the sentence says more', () => {
    expect(read([], 'jeg er 17 og vil gerne have et job')).toBeNull();
    expect(read([], 'om 17 dage')).toBeNull();
  });

  it.each(['ved ikke', 'Det ved jeg ikke.', 'spring over', 'vil jeg ikke sige', "I don't know", 'rather not say'])(
    '"%s" skips what was asked',
    (text) => {
      expect(read(['age:15_17', 'skip'], text)).toEqual({ kind: 'skip' });
      expect(read(['skip'], text)).toEqual({ kind: 'skip' });
    },
  );

  it('is no skipping when nothing was asked', () => {
    expect(read([], 'ved ikke')).toBeNull();
  });

  it.each(['glem det', 'Glem det!', 'pyt med det', 'lige meget', 'never mind', 'forget it'])(
    '"%s" is to forget it, whatever was asked',
    (text) => {
      expect(read([], text)).toEqual({ kind: 'never_mind' });
      expect(read(['age:15_17', 'skip'], text)).toEqual({ kind: 'never_mind' });
    },
  );

  it('is no to a person when only yes stood on a button', () => {
    expect(read(['human:yes'], 'nej tak')).toEqual({ kind: 'human', yes: false });
    expect(read([], 'nej tak')).toBeNull();
  });

  it('is yes or no to safety, taking back and deleting', () => {
    expect(read(['safe:yes', 'safe:no'], 'nej')).toEqual({ kind: 'safe', yes: false });
    expect(read(['withdraw:yes', 'withdraw:no'], 'ja')).toEqual({ kind: 'withdraw', yes: true });
    expect(read(['erase:yes', 'erase:no'], 'ok')).toEqual({ kind: 'erase', yes: true });
  });

  it('is what our texts tell people to write', () => {
    expect(read([], 'Menneske')).toEqual({ kind: 'human', yes: true });
    expect(read([], 'human')).toEqual({ kind: 'human', yes: true });
    expect(read([], 'skriv kortere')).toEqual({ kind: 'intent', intent: 'simple_mode' });
    expect(read([], 'constructor')).toBeNull();
  });

  it('is read from a button in two languages, whole or in the one', () => {
    const speaks = { ...asked('human:yes'), speaks: 'ar' } as const;
    const both = `${texts.human_yes.da} / ${texts.human_yes.en}`;

    expect(readChoice({ rules, texts }, speaks, null, both)).toEqual({ kind: 'human', yes: true });
    expect(readChoice({ rules, texts }, speaks, null, texts.human_yes.da)).toEqual({ kind: 'human', yes: true });
  });

  it('is not read into a message that says more, nor when nothing was asked', () => {
    expect(read(['human:yes', 'human:no'], 'ja men min mor er syg')).toBeNull();
    expect(read([], 'ja')).toBeNull();
    expect(read(['human:yes'], 'x', 'intent:no_such')).toBeNull();
  });
});
