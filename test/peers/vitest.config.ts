/** Microsoft's own clients against the web chat wire; they have packages of their own (`npm ci --prefix test/peers`). */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'peers', include: ['*.test.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 },
});
