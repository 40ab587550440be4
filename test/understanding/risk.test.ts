import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screen } from '../../src/understanding/risk.ts';
import { everyLineOf } from './evaluation-set.ts';
import { acute, harmless, lowered, neverMiss } from './risk-phrases.ts';

const not = (level: string, lines: readonly string[]) => lines.filter((line) => screen(line).level !== level);

describe('the risk screen', () => {
  it('never misses what is on the never-miss list', () => {
    expect(neverMiss.length).toBeGreaterThanOrEqual(60);
    expect(not('acute', neverMiss)).toEqual([]);
  });

  it('finds at least 98 % of danger said in many voices', () => {
    expect(acute.length).toBeGreaterThanOrEqual(150);
    expect(not('acute', acute).length / acute.length).toBeLessThanOrEqual(0.02);
  });

  it('leaves everyday lines alone, at most 1 % of them raised', () => {
    expect(harmless.length).toBeGreaterThanOrEqual(120);
    expect(not('none', harmless).length / harmless.length).toBeLessThanOrEqual(0.01);
  });

  it('lowers to care, never to none, when a negation, the past, a quotation or a joke stands close by', () => {
    expect(not('care', lowered)).toEqual([]);
  });

  it('keeps a sentence acute whatever the sentences around it say', () => {
    expect(screen('Jeg vil dø. Vi læste en bog om det i skolen, og det var længe siden.').level).toBe('acute');
    expect(screen(`${'Jeg går i 9. klasse og har det fint. '.repeat(40)}Jeg vil dø.`).level).toBe('acute');
  });

  it('reads what is broken over lines as one', () => {
    expect(screen('jeg vil\nbare\ndø').level).toBe('acute');
  });

  it.each(['jeg vil doe', 'JEG VIL DØ!!!', 'jeg vil dö', 'jeg vil d\u00f8', 'jeg vil dø\u200b'])('reads %s', (text) => {
    expect(screen(text).level).toBe('acute');
  });

  it('names acute intents first, most serious first', () => {
    const { risks } = screen('min far slår mig og jeg vil dø, vi havde også en bande i byen');

    expect(risks).toEqual(['suicidal_thoughts', 'violence_close', 'group_pressure']);
  });

  it('takes any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(['none', 'care', 'acute']).toContain(screen(text).level);
      }),
    );
  });

  it('finds the same whether it tries the possible patterns or all', () => {
    const lines = [
      ...neverMiss,
      ...acute,
      ...harmless,
      ...lowered,
      ...everyLineOf('development').filter((_, i) => i % 4 === 0),
    ];
    for (const line of lines) expect([line, screen(line)]).toEqual([line, screen(line, 'all')]);
    const words = lines.flatMap((line) => line.split(' '));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (some) => {
        expect(screen(some.join(' '))).toEqual(screen(some.join(' '), 'all'));
      }),
      { numRuns: 400 },
    );
  });

  it.each(['jeg vil ', 'a', 'ikke ', 'taget mange for meget ', '. ', 'vil ikke jeg ', 'å'])(
    'reads 64 KB of "%s" in linear time',
    (unit) => {
      const began = performance.now();
      screen(unit.repeat(65_536 / unit.length));

      expect(performance.now() - began).toBeLessThan(2000);
    },
  );
});
