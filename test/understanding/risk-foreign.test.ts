import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadIntents } from '../../intents/load.ts';
import { screen } from '../../src/understanding/risk.ts';
import { foreignRules } from '../../src/understanding/risk-foreign.ts';
import { europeanRules } from '../../src/understanding/risk-foreign-europe.ts';
import { furtherRules } from '../../src/understanding/risk-foreign-further.ts';
import { germanRules } from '../../src/understanding/risk-foreign-german.ts';
import { indexOf, possible } from '../../src/understanding/risk-index.ts';
import { foldMessage, withoutSentences } from '../../src/understanding/risk-patterns.ts';
import { vocabulary } from '../../src/understanding/risk-words.ts';
import { everyLineOf } from './evaluation-set.ts';
import { dangerIn, ordinaryIn } from './risk-foreign-lines.ts';

const languages = Object.keys(dangerIn);

describe.each(languages)('danger in %s', (language) => {
  const lines = Object.entries(dangerIn[language] ?? {}).flatMap(([intent, texts]) =>
    texts.map((text) => ({ intent, text })),
  );

  it('is tried on at least 20 lines of every kind of danger', () => {
    expect(lines.length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(dangerIn[language] ?? {}).length).toBeGreaterThanOrEqual(10);
    expect(ordinaryIn[language]?.length).toBeGreaterThanOrEqual(20);
  });

  it.each(lines)('is $intent in "$text"', ({ intent, text }) => {
    const { level, risks } = screen(text);
    expect(level).toBe('acute');
    expect(risks).toContain(intent);
  });

  it.each(ordinaryIn[language] ?? [])('is not in "%s"', (text) => expect(screen(text).level).toBe('none'));
});

describe('the lists of other languages', () => {
  const index = indexOf(
    [...foreignRules, ...europeanRules, ...germanRules, ...furtherRules].flatMap(({ patterns }) =>
      patterns.map((pattern) => ({ kind: pattern, pattern })),
    ),
    vocabulary,
  );
  const found = (text: string) => {
    const folded = foldMessage(text);
    return possible(index, new Set(folded.split(' ')))
      .filter(({ pattern }) => [folded, withoutSentences(folded)].some((read) => read.search(pattern) >= 0))
      .map(({ kind }) => kind);
  };

  it('find nothing in what people here write in Danish and English', () => {
    const { intents, offTopic } = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
    const examples = [...intents.values()].flatMap(({ examples: { da, en } }) => [...da, ...en]);
    const raised = [...examples, ...offTopic, ...everyLineOf('development')].filter((text) => found(text).length > 0);

    expect(raised.map((text) => [text, found(text)])).toEqual([]);
  });

  it('lower to care when the writer says it is not so', () => {
    expect(screen('ich will nicht sterben').level).toBe('care');
    expect(screen('لا أريد أن أموت').level).toBe('care');
  });
});
