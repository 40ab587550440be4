/** Which tests run together. Unit tests share the cores; everything that holds a port, a database or a browser goes alone. */
import { defineConfig } from 'vitest/config';

const alone = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{domain,understanding,app,repository,intents,adapters}/**/*.test.ts'],
          maxWorkers: '100%',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], ...alone, sequence: { groupOrder: 2 } } },
      {
        test: {
          name: 'flow',
          include: ['test/{flow,conversations}/**/*.test.ts'],
          ...alone,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          ...alone,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'chaos',
          include: ['test/chaos/**/*.test.ts'],
          ...alone,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
