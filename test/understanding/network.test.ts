import { describe, expect, it } from 'vitest';
import { networkLogits, trainNetwork } from '../../src/understanding/network.ts';
import { seeded } from '../../src/understanding/random.ts';

const features = 40;
const kinds = 4;
const vectorOf = (index: readonly number[]) => ({
  index: Int32Array.from(index),
  value: Float32Array.from(index, () => 1 / Math.sqrt(index.length)),
});

/** Three words of one kind's ten, and one of any kind's. */
function linesFrom(seed: number, count: number) {
  const random = seeded(seed);
  const below = (size: number) => Math.floor(random() * size);
  return Array.from({ length: count }, () => {
    const kind = below(kinds);
    const words = new Set([0, 1, 2].map(() => kind * 10 + below(10)));
    return { vector: vectorOf([...words.add(below(features))].sort((a, b) => a - b)), kind };
  });
}

const lines = linesFrom(1, 2_000);
const learn = () =>
  trainNetwork(
    lines.map(({ vector }) => vector),
    lines.map(({ kind }) => kind),
    { features, classes: kinds },
  );

describe('the network', () => {
  it('tells kinds apart in lines it has not seen', () => {
    const network = learn();
    const unseen = linesFrom(2, 500);
    const right = unseen.filter(({ vector, kind }) => {
      const logits = networkLogits(network, vector);
      return logits.indexOf(Math.max(...logits)) === kind;
    });

    expect(right.length / unseen.length).toBeGreaterThan(0.95);
  });

  it('is the same for the same lines', () => {
    expect(learn()).toEqual(learn());
  });
});
