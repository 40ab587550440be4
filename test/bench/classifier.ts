/** How long the local model takes: to train, to load, and to understand one message. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadIntents } from '../../intents/load.ts';
import { localUnderstander } from '../../src/understanding/local.ts';
import { type Spread, spreadOf } from './figures.ts';
import { tell } from './part.ts';

export interface ClassifierFigures {
  readonly trainMs: number;
  readonly loadMs: number;
  /** Milliseconds for one message: risk, masking, language, age and intent. */
  readonly understand: Spread;
}

const quiet = () => {};
const log = { info: quiet, warn: quiet, error: quiet };
const rounds = 4_000;

/** Role: measures, and tells `ClassifierFigures`. */
export async function measureClassifier(): Promise<void> {
  const { intents, offTopic, dangerLines } = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
  const cacheFolder = await mkdtemp(join(tmpdir(), 'indgang-bench-model-'));
  try {
    const cold = await localUnderstander({ intents, offTopic, dangerLines, cacheFolder, log });
    const cached = await localUnderstander({ intents, offTopic, dangerLines, cacheFolder, log });
    const texts = [...intents.values()].flatMap(({ examples: { da, en } }) => [...da, ...en]);
    const times: number[] = [];
    for (let round = -500; round < rounds; round++) {
      const text = texts[Math.abs(round * 7) % texts.length] ?? '';
      const began = performance.now();
      await cached.understand(text, 'da');
      if (round >= 0) times.push(performance.now() - began);
    }
    const understand = spreadOf(times);
    tell({ trainMs: cold.trainedInMs, loadMs: cached.trainedInMs, understand } satisfies ClassifierFigures);
  } finally {
    await rm(cacheFolder, { recursive: true, force: true });
  }
}
