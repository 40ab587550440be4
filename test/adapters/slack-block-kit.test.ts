/** Blocks stay within Slack's limits: the builders stop what does not, and shortened text always fits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as kit from '../../adapters/slack/block-kit.ts';
import { checkedBlocks } from '../fakes/slack/blocks.ts';
import { seeded } from '../seed.ts';

const { most, plain } = kit;
const long = (length: number) => 'æ'.repeat(length);
const many = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));
const choices = (count: number) => many(count, (index) => ({ value: `v${index}`, text: `Valg ${index}` }));
const sections = (count: number) => many(count, (index) => kit.section(plain(`Linje ${index}`)));

describe('at the limit', () => {
  it('is taken by Slack', () => {
    const blocks = [
      kit.header(long(most.header)),
      kit.section(plain(long(most.section)), { fields: many(most.fields, () => plain('felt')) }),
      kit.context(many(most.contextElements, () => kit.markdown('*x*'))),
      kit.actions(many(most.actions, (index) => kit.button(`a${index}`, long(most.button), { value: 'id' }))),
      kit.actions([kit.select('s', choices(most.options)), kit.overflow('o', choices(most.overflow))]),
      kit.divider(),
    ];
    let id = 0;
    expect(() => checkedBlocks(structuredClone(kit.message('tekst', blocks).blocks), () => `${++id}`)).not.toThrow();
  });
});

describe('past the limit', () => {
  it.each<[string, () => unknown]>([
    ['a header', () => kit.header(long(most.header + 1))],
    ['a section', () => kit.section(plain(long(most.section + 1)))],
    ['an empty text', () => kit.section(plain('  '))],
    ['a field', () => kit.section(plain('x'), { fields: [plain(long(most.field + 1))] })],
    ['fields', () => kit.section(plain('x'), { fields: many(most.fields + 1, () => plain('x')) })],
    ['context', () => kit.context(many(most.contextElements + 1, () => plain('x')))],
    ['buttons', () => kit.actions(many(most.actions + 1, (index) => kit.button(`a${index}`, 'x')))],
    ['the same button twice', () => kit.actions([kit.button('a', 'x'), kit.button('a', 'y')])],
    ['the text of a button', () => kit.button('a', long(most.button + 1))],
    ['the value of a button', () => kit.button('a', 'x', { value: long(most.value + 1) })],
    ['choices', () => kit.select('a', choices(most.options + 1))],
    ['no choices', () => kit.select('a', [])],
    ['a long choice', () => kit.radios('a', [{ value: 'a', text: long(most.option + 1) }])],
    ['radio buttons', () => kit.radios('a', choices(most.choices + 1))],
    ['boxes', () => kit.checkboxes('a', choices(most.choices + 1))],
    ['a placeholder', () => kit.textField('a', { placeholder: long(most.placeholder + 1) })],
    ['what is written beforehand', () => kit.textField('a', { written: long(11), most: 10 })],
    ['a text', () => kit.message(long(most.text + 1), [])],
    ['no text', () => kit.message('', [kit.divider()])],
    ['blocks in a message', () => kit.message('x', sections(most.blocksInMessage + 1))],
    [
      'all texts together',
      () =>
        kit.message(
          'x',
          many(5, () => kit.section(plain(long(2_700)))),
        ),
    ],
    ['the same block twice', () => kit.message('x', [kit.divider(), kit.header('a', 'b'), kit.header('c', 'b')])],
    ['the title of a window', () => kit.modal({ callback: 'c', title: long(25), blocks: [kit.divider()] })],
    [
      'a field without a way to send it',
      () => kit.modal({ callback: 'c', title: 't', blocks: [kit.input('b', 'l', kit.textField('a'))] }),
    ],
    [
      'what a window is about',
      () => kit.modal({ callback: 'c', title: 't', blocks: [kit.divider()], about: long(3_001) }),
    ],
    ['blocks in a window', () => kit.home(sections(most.blocksInView + 1))],
  ])('stops %s', (_, build) => {
    expect(build).toThrow(/^Block Kit: /);
  });
});

describe('shortened text', () => {
  it('fits, begins as it began, and is never cut through a letter', () => {
    const check = (text: string, limit: number) => {
      const short = kit.fitted(text, limit);
      expect(short.length).toBeLessThanOrEqual(limit);
      expect(short.isWellFormed()).toBe(true);
      if (text.length <= limit) expect(short).toBe(text);
      else expect(text.startsWith(short.slice(0, -1))).toBe(true);
    };
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), check), {
      ...seeded('fitted', 500),
    });
  });

  it('is never cut through an escape, and nothing in it acts', () => {
    const check = (text: string, limit: number) => {
      const short = kit.escapedToFit(text, limit);
      expect(short.length).toBeLessThanOrEqual(limit);
      expect(short).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    };
    const hostile = fc.string({ unit: fc.constantFrom('<', '>', '&', '!', '@', 'æ', '👩‍👧', 'x'), maxLength: 50 });
    fc.assert(fc.property(hostile, fc.integer({ min: 1, max: 40 }), check), { ...seeded('escapedToFit', 500) });
  });
});
