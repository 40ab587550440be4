import { describe, expect, it } from 'vitest';
import { classify, type Example } from '../../src/understanding/classify.ts';
import { seeded } from '../../src/understanding/random.ts';
import { train } from '../../src/understanding/train.ts';
import { heldBack, offTopic, otherOffTopic, training } from './made-up-intents.ts';

const lessons = { dangers: new Set<string>(), dangerLines: { acute: [], care: [], harmless: [], ordinary: [] } };
const learn = (examples: readonly Example[], others: readonly string[]) =>
  train({ ...lessons, examples, offTopic: others, pace: 'thorough' });
const model = await learn(training, offTopic);
const top = (text: string) => classify(model, text).ranked[0];
const share = <Item>(items: readonly Item[], is: (item: Item) => boolean) => items.filter(is).length / items.length;

/** Drops or doubles one letter of every longer word. */
function mistyped(text: string): string {
  const random = seeded(7);
  return text.replace(/\p{L}{5,}/gu, (word) => {
    const at = 1 + Math.floor(random() * (word.length - 2));
    return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + word.slice(at - 1);
  });
}

describe('the classifier', () => {
  it('gets at least 95 % of held-back messages right', () => {
    expect(share(heldBack, ({ text, label }) => top(text)?.label === label)).toBeGreaterThanOrEqual(0.95);
  });

  it('gets at least 90 % right when longer words are mistyped', () => {
    expect(share(heldBack, ({ text, label }) => top(mistyped(text))?.label === label)).toBeGreaterThanOrEqual(0.9);
  });

  it('reads ae, oe and aa as æ, ø and å', () => {
    const scores = ['hvordan søger jeg læreplads på fyn', 'hvordan soeger jeg laereplads paa fyn'].map(top);
    expect(scores[0]).toEqual(scores[1]);
  });

  it('lets what is ours through the gate and most else not', () => {
    expect(share(heldBack, ({ text }) => classify(model, text).open)).toBeGreaterThanOrEqual(0.9);
    expect(share(otherOffTopic, (text) => !classify(model, text).open)).toBeGreaterThanOrEqual(0.75);
  });

  it('takes everything for ours when no off-topic lines have shown what is not', async () => {
    const plain = await learn(training, []);
    expect(plain.gate).toBeNull();
    expect(classify(plain, 'hvordan søger jeg su').open).toBe(true);
    expect(classify(plain, 'zxcv qwrt plmk').open).toBe(true);
  });

  it('finds a message with fewer than two known words too short, unless it is an example itself', () => {
    expect(classify(model, 'bolig').tooShort).toBe(true);
    expect(classify(model, 'su').tooShort).toBe(false);
    expect(classify(model, 'finde bolig').tooShort).toBe(false);
  });

  it('gives probabilities that add up to one, or less by what is likely to be none of them', () => {
    const sum = (text: string) => classify(model, text).ranked.reduce((total, { score }) => total + score, 0);
    expect(sum('hvor finder jeg en bolig')).toBeGreaterThan(0.9);
    expect(sum('hvor finder jeg en bolig')).toBeLessThanOrEqual(1);
    expect(sum(offTopic[0] ?? '')).toBeLessThan(0.5);
  });

  it('makes the same model of the same examples', async () => {
    expect((await learn(training, offTopic)).softmax.weights).toEqual(model.softmax.weights);
  });

  it('takes the empty text and a model of one class', async () => {
    expect(classify(model, '').open).toBe(false);
    expect(classify(await learn([{ text: 'hej', label: 'one' }], []), 'hej').ranked).toEqual([
      { label: 'one', score: 1 },
    ]);
  });
});
