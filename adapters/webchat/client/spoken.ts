/**
 * Reads new messages aloud once through a hidden live region. The region is emptied again, because screen readers
 * otherwise repeat what stands in it.
 */
const emptiedAfterMs = 1000;

/** Says one message; `language` is how to pronounce it. */
export function speak(region: HTMLElement, text: string, language: string): void {
  const said = document.createElement('p');
  said.lang = language;
  said.dir = 'auto';
  said.textContent = text;
  region.append(said);
  setTimeout(() => said.remove(), emptiedAfterMs);
}
