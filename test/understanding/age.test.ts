import { describe, expect, it } from 'vitest';
import { ageBandOf, isAgeAlone } from '../../src/understanding/age.ts';

describe('the age told in a text', () => {
  it.each([
    ['jeg er 17', '15_17'],
    ['er 17 og bor hjemme', '15_17'],
    ['er 27 må jeg skrive', '25_plus'],
    ['17 år', '15_17'],
    ['jeg er 14 år', 'under_15'],
    ['jeg er en pige på 15', '15_17'],
    ['min datter på 15 vil ikke i skole', '15_17'],
    ['vores søn på 19', '18_24'],
    ['en 16-årig dreng', '15_17'],
    ['hun er 16 årig', '15_17'],
    ['16årig', '15_17'],
    ['i am 17', '15_17'],
    ["I'm 19", '18_24'],
    ['im 13 years old', 'under_15'],
    ['my son is 16', '15_17'],
    ['17 year old', '15_17'],
    ['jeg er sytten', '15_17'],
    ['jeg er 45 og min søn er 16', '15_17'],
    ['jeg er 17 og min mor er 45', '15_17'],
    ['jeg fylder 18 i maj', '15_17'],
    ['jeg er lige fyldt 18', '18_24'],
    ['jg er 24', '18_24'],
    ['jeg er 25', '25_plus'],
  ])('%s → %s', (text, band) => expect(ageBandOf(text)).toBe(band));

  it.each([
    'om 17 dage',
    '17 timer',
    'jeg går i 9. klasse',
    'jeg er i 9. klasse',
    'kl. 17',
    'klokken er 17',
    'om 2 år',
    'for 3 år siden',
    'jeg har boet her i 17 år',
    'der er 17 elever',
    'vi er 17',
    'jeg er 17 dage henne',
    'jeg er 100 % sikker',
    'jeg er nummer 17',
    'når jeg fylder 18',
    'over 18 år',
    'jeg er 1',
    'ring 20304050',
    '',
  ])('%s tells none', (text) => expect(ageBandOf(text)).toBeNull());
});

describe('an age alone', () => {
  it.each(['jeg er 16', 'Hun er 45.', 'min søn er 14 år', "I'm 17", 'hej, jeg er 20 år gammel'])('"%s" is', (text) =>
    expect(isAgeAlone(text)).toBe(true),
  );

  it.each(['jeg er 16 og gravid', 'jeg er 17 og vil dø', 'om 17 dage', 'jeg er 3 dage forsinket', 'jeg er her', ''])(
    '"%s" is not',
    (text) => expect(isAgeAlone(text)).toBe(false),
  );
});
