/** Keeps the newest message in sight for those who are reading it, and leaves everybody else where they are. */

/** Pixels from the end that still count as reading the newest. */
const nearPx = 120;

export function isAtEnd(): boolean {
  const { scrollHeight } = document.documentElement;
  return scrollHeight - innerHeight - scrollY < nearPx;
}

/** To the end, but never past the beginning of what is new. */
export function showEnd(firstNew?: Element | null): void {
  scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  const header = document.querySelector('.top')?.getBoundingClientRect().height ?? 0;
  if (firstNew && firstNew.getBoundingClientRect().top < header)
    firstNew.scrollIntoView({ block: 'start', behavior: 'instant' });
}
