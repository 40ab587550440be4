import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/understanding/language.ts';

describe('the language of a message', () => {
  it.each([
    ['jeg er droppet ud af gymnasiet og ved ikk hva jeg skal', 'da'],
    ['jeg vil ha su', 'da'],
    ['i need help with school', 'en'],
    ['أحتاج إلى مساعدة', 'ar'],
    ['من به کمک نیاز دارم', 'fa'],
    ['Мені потрібна допомога', 'uk'],
    ['yardıma ihtiyacım var lütfen', 'tr'],
    ['potrzebuję pomocy w szkole', 'pl'],
    ['ich brauche Hilfe bei der Schule', 'de'],
    ['waxaan u baahanahay caawimaad', 'so'],
  ])('%s → %s', (text, language) => expect(detectLanguage(text, 'da')).toBe(language));

  it.each(['ok tak', 'ja', 'yes please', '👍', '12345', '', '\ud800'])('keeps the language before at "%s"', (text) => {
    expect(detectLanguage(text, 'en')).toBe('en');
    expect(detectLanguage(text, 'da')).toBe('da');
  });
});
