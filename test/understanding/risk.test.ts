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

  it.each([
    'Jeg har ikke fået svar på min ansøgning om SU og ved ikke hvem jeg skal ringe til, og nu vil jeg bare dø',
    'Vi læste en bog om venskab i dansk. Min far slår mig.',
    'Haha tak for sidst, det var en sjov tur til Tivoli med alle de andre fra klubben, men jeg skærer i mine arme',
    'For tre år siden flyttede vi hertil fra Randers, og jeg gik på den gamle skole. Jeg har ingen steder at sove i nat.',
    'I am not sure which form to use for the bus card, the blue one or the other. I want to kill myself.',
  ])('is not lowered by what stands far off or in another sentence: "%s"', (text) => {
    expect(screen(text).level).toBe('acute');
  });

  it.each([
    'min nabos søn siger han vil dø',
    'en af mine elever har fortalt at hun bliver slået derhjemme',
    'my flatmate says she wants to end her life',
    'vores barnebarn har fået at vide han skal giftes med sin kusine mod sin vilje',
    'en ven af min bror er bevidstløs på gulvet',
  ])('takes what is told of others as seriously: "%s"', (text) => expect(screen(text).level).toBe('acute'));

  it.each([
    'Hej. Jeg vil høre om åbningstider, om man kan låne en computer, og om der er plads på lektiecafeen torsdag. Jeg har også skåret i mine arme igen i nat. Og så mangler jeg mit nye buskort, hvornår kommer det?',
    'Angående boligstøtte: kontrakten er vedhæftet, huslejen er 4.250, og jeg flytter den 1. Min kæreste holdt mig om halsen i går. Skal I bruge lønsedler for tre måneder eller to?',
    'Hi, three things about the tax card, the gym and the language test. My dad hits me when he drinks. When is the next language test and do I bring my own pen?',
    'Vi vil gerne flytte mødet på tirsdag, for bilen er på værksted, og vores datter har tandlæge. Hun siger at hun ikke vil leve mere. Kan vi komme torsdag i stedet, gerne efter klokken 15?',
  ])('finds the worry in a long practical message: "%s"', (text) => expect(screen(text).level).toBe('acute'));

  it('lowers what is over and done, and never to none', () => {
    for (const line of [
      'jeg var selvmordstruet for to år siden, jeg har det godt igen',
      'i was suicidal two years ago. im safe now',
      'skolelederen spurgte, og han afviser klart selvmordstanker',
    ]) {
      expect([line, screen(line).level]).toEqual([line, 'care']);
    }
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
