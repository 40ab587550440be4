import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/understanding/language.ts';
import { linesIn } from './language-lines.ts';

describe('the language of a message', () => {
  it('is told from at least 12 lines of every language, 98 % of them right and all in the conversation of another', () => {
    const lines = Object.entries(linesIn).flatMap(([language, texts]) => texts.map((text) => ({ language, text })));
    const wrong = lines.filter(({ language, text }) =>
      ['da', 'en'].some((previous) => detectLanguage(text, previous) !== language),
    );

    expect(Object.values(linesIn).every((texts) => texts.length >= 12)).toBe(true);
    expect(Object.keys(linesIn)).toHaveLength(9);
    expect(wrong.length / lines.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.02);
  });

  it.each([
    ['jeg er droppet ud af gymnasiet og ved ikk hva jeg skal', 'da'],
    ['jeg vil ha su', 'da'],
    ['lowkey mega træt fr', 'da'],
    ['i need help with school', 'en'],
    ['yardıma ihtiyacım var lütfen', 'tr'],
    ['potrzebuje pomocy w szkole', 'pl'],
    ['waxaan u baahanahay caawimaad', 'so'],
    ['Мне нужна помощь', 'uk'],
    ['Jag behöver hjälp med skolan', 'da'],
    ['eg treng hjelp med skulen', 'da'],
  ])('%s → %s', (text, language) => expect(detectLanguage(text, 'da')).toBe(language));

  it.each(['ok tak', 'ja', 'yes please', 'omg same bro', 'lol fr', '👍', '12345', '', '\ud800'])(
    'stays what it was at "%s"',
    (text) => {
      for (const previous of ['da', 'en', 'pl', 'so', 'ar']) expect(detectLanguage(text, previous)).toBe(previous);
    },
  );

  it('changes at one word in another script, and stays at one in its own', () => {
    expect(detectLanguage('مرحبا', 'da')).toBe('ar');
    expect(detectLanguage('дякую', 'en')).toBe('uk');
    expect(detectLanguage('سلام', 'fa')).toBe('fa');
    expect(detectLanguage('شكرا', 'ar')).toBe('ar');
  });

  it('stays Danish with a line of English in it', () => {
    expect(detectLanguage('min lærer sagde "you should talk to someone" og det vil jeg gerne', 'da')).toBe('da');
  });
});
