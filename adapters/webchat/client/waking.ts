/** Notices that the net or the person is back: what looks alive may be dead by then. */

/** A phone that was put away this long may have lost its line without telling. */
const sleptMs = 30_000;

interface Wakers {
  /** Everything may be dead: begin again at once. */
  readonly afterSleep: () => void;
  /** The person looks at the page again: do not wait longer. */
  readonly afterGlance: () => void;
  readonly netGone: () => void;
}

export function watchNet({ afterSleep, afterGlance, netGone }: Wakers): void {
  let hiddenAt = Number.POSITIVE_INFINITY;
  addEventListener('online', afterSleep);
  addEventListener('offline', netGone);
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hiddenAt = performance.now();
    else if (performance.now() - hiddenAt > sleptMs) afterSleep();
    else afterGlance();
  });
}
