/**
 * The seed of this run's random tests, printed so that a failure can be played again with SEED=….
 */
export const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);

/** Options for fast-check: prints the seed under the test's name. */
export function seeded(test: string, numRuns: number): { readonly seed: number; readonly numRuns: number } {
  console.info(`${test}: SEED=${seed}, ${numRuns} runs`);
  return { seed, numRuns };
}
