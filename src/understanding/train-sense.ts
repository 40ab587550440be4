/**
 * Lines → the sense of danger: everything that says whether a line is danger is learnt together.
 */
import { readCharacters } from './classify.ts';
import { type DangerLine, dangerKinds, listedIn, numbered, numberOf, type Sense } from './danger.ts';
import { featuresOf, gramsOf, tableOf } from './features.ts';
import { trainNetwork } from './network.ts';
import type { Lessons } from './train.ts';

/** What was seen once teaches the network nothing but that line. */
const leastSeen = 2;

/** Examples, off-topic lines, and the lines about danger, each with the number of its kind. */
export function dangerLinesIn({ examples, offTopic, dangers, dangerLines }: Lessons): readonly DangerLine[] {
  return [
    ...examples.map(({ text, label }) => ({
      text,
      kind: numberOf(dangers.has(label) ? 'acute' : 'ordinary'),
      isOwn: false,
    })),
    ...offTopic.map((text) => ({ text, kind: numberOf('ordinary'), isOwn: false })),
    ...numbered(dangerLines),
  ];
}

/** The same lines always give the same sense. */
export function trainSense(lines: readonly DangerLine[]): Sense {
  const grams = lines.map(({ text }) => gramsOf(text.slice(0, readCharacters)));
  const table = tableOf(grams, { leastSeen, withNeighbours: false });
  const vectors = grams.map((one) => featuresOf(one, table).vector);
  const kinds = lines.map(({ kind }) => kind);
  const size = { features: table.index.hashes.length, classes: dangerKinds.length };
  return { table, network: trainNetwork(vectors, kinds, size), listed: listedIn(lines) };
}
