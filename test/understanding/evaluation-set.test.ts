import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadIntents } from '../../intents/load.ts';
import { fingerprint } from '../../src/understanding/features.ts';
import { evaluationSet, everyLineOf, setNames } from './evaluation-set.ts';

const { intents, offTopic, dangerLines } = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
const learnt = new Set(
  [
    ...[...intents.values()].flatMap(({ examples: { da, en } }) => [...da, ...en]),
    ...offTopic,
    ...Object.values(dangerLines).flat(),
  ].map(fingerprint),
);
/** Shorter ones ("hej") are said by everybody. */
const isLong = (text: string) => text.split(' ').length > 3;

describe.each(setNames)('the %s set', (name) => {
  it('holds nothing that is learnt from', () => {
    const copied = everyLineOf(name).filter((text) => isLong(text) && learnt.has(fingerprint(text)));
    expect(copied).toEqual([]);
  });

  it('asks for every intent, and names none that is not there', () => {
    const { about } = evaluationSet(name);
    expect(new Set(about.map(({ intent }) => intent))).toEqual(new Set(intents.keys()));
    expect(about.flatMap(({ also }) => also).filter((id) => !intents.has(id as never))).toEqual([]);
  });
});

it('no line stands in both sets', () => {
  const development = new Set(everyLineOf('development').filter(isLong).map(fingerprint));
  expect(everyLineOf('acceptance').filter((text) => development.has(fingerprint(text)))).toEqual([]);
});
