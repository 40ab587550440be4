/** A real Chromium with a citizen in front of it. */
import { existsSync } from 'node:fs';
import type axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Debian's Chromium; tests of the browser are skipped without it. */
export const chromiumIsHere = existsSync(executablePath);
if (!chromiumIsHere && process.env.REQUIRE_ALL) throw new Error('browser: /usr/bin/chromium is missing');

export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

export function openBrowser(): Promise<Browser> {
  const args =
    '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
  return chromium.launch({ executablePath, args: args.split(' ') });
}

/** What the page complained about: broken CSP, failed scripts. Requests that fail while the net is away are not among it. */
export function complaints(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) found.push(message.text());
  });
  return found;
}

export async function write(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** The log as read from top to bottom, without the greeting. */
export async function log(page: Page): Promise<readonly string[]> {
  const said = await page.locator('.log .bubble').allTextContents();
  return said.slice(1);
}

export function own(page: Page, text: string) {
  return page.locator('.message.visitor', { has: page.locator('.bubble', { hasText: text }) });
}

/** Rules of WCAG 2.1 A and AA, and best practice, that the page breaks. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const {
    default: { source },
  } = await import('axe-core');
  await page.evaluate(source);
  const { violations } = await page.evaluate((): Promise<axe.AxeResults> => {
    const { axe: run } = window as unknown as { axe: typeof axe };
    return run.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
