/**
 * Waiting with an end.
 */

/** Gives what the promise gives, or `silent` when that takes longer than `withinMs`. */
export async function within<Value>(promise: Promise<Value>, withinMs: number): Promise<Value | 'silent'> {
  const { promise: tooLong, resolve } = Promise.withResolvers<'silent'>();
  const timer = setTimeout(() => resolve('silent'), Math.max(0, withinMs));
  try {
    return await Promise.race([promise, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until all of these have ended, well or badly, or for `withinMs`. */
export async function settledWithin(promises: Iterable<Promise<unknown>>, withinMs: number): Promise<void> {
  await within(Promise.allSettled(promises), withinMs);
}
