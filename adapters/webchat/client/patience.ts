/** How long to wait before trying again: at once the first time, then 0.5 s doubling to 20 s, spread out by chance. */
const firstMs = 500;
const longestMs = 20_000;

/**
 * @param failures tries in a row that came to nothing
 * @param chance 0 to 1, so that a school class does not come back in the same second
 */
export function waitMs(failures: number, chance: number): number {
  if (failures <= 1) return 0;
  const full = Math.min(longestMs, firstMs * 2 ** (failures - 2));
  return Math.round(full * (0.5 + chance / 2));
}

/** A pause that can be cut short, for one waiter. */
export function pause(): { readonly wait: (ms: number) => Promise<void>; readonly wake: () => void } {
  let end = () => {};
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => end(),
  };
}
