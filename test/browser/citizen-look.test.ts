/** How the citizen's page loads and looks: budgets, accessibility, small screens, and what is left on the device. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CitizenServer, citizenServer } from '../fakes/citizen-server.ts';
import { axeFindings, chromiumIsHere, complaints, desktop, openBrowser, phone, write } from './citizen-browser.ts';

const kib = 1024;

describe.skipIf(!chromiumIsHere)('the citizen page', () => {
  let browser: Browser;
  let server: CitizenServer;

  beforeAll(async () => {
    browser = await openBrowser();
    server = await citizenServer();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Shows the page to somebody new. */
  async function visit(options: BrowserContextOptions, look: (page: Page) => Promise<void>, path = '/'): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const broken = complaints(page);
    await page.goto(server.url + path);
    await look(page);
    expect(broken).toEqual([]);
    await context.close();
  }

  const chat = async (page: Page) => {
    await write(page, 'jeg er droppet ud');
    await page.locator('.choice', { hasText: '15–17' }).waitFor();
  };
  const withSara = async (page: Page) => {
    await chat(page);
    server.claim(server.enquiry());
    server.writes(server.enquiry(), 'Hej. Jeg har læst det, du skrev.');
    await page.locator('.message.staff').waitFor();
  };

  it('loads in at most 6 requests and 50 KB, and does not take the focus', async () => {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    const sizes: number[] = [];
    network.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength));
    await network.send('Network.enable');
    await page.goto(server.url, { waitUntil: 'networkidle' });

    expect(sizes.length).toBeLessThanOrEqual(6);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(50 * kib);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Luk hurtigt');
    await context.close();
  });

  const states: Record<string, { readonly path?: string; readonly show: (page: Page) => Promise<void> }> = {
    start: { show: async () => {} },
    'acute help': { show: (page) => page.getByText('Akut hjælp').click() },
    'who can see': { show: (page) => page.getByText('Hvem kan se?').click() },
    'a conversation': { show: withSara },
    'an error': { show: (page) => page.getByRole('button', { name: 'Send', exact: true }).click() },
    'no net': {
      show: async (page) => {
        await page.context().setOffline(true);
        await write(page, 'hej');
        await page.getByText('Ikke sendt endnu').waitFor();
      },
    },
    "the parent's door": { path: '/foraelder', show: async () => {} },
    privacy: { path: '/privatliv', show: async () => {} },
    accessibility: { path: '/tilgaengelighed', show: async () => {} },
  };

  const sideways = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  /** Everything to press that is smaller than 44 px, but for links within a sentence. */
  const smallTargets = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a, button, summary, textarea')]
        .filter(
          (target) =>
            target.checkVisibility() && !target.matches(':is(.notice, .sheet, .prose) :is(p, li) > a:not(.button)'),
        )
        .map((target) => ({ name: target.textContent, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );

  /** As when a person has set their browser's text to twice the size. */
  const withBigText = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  };

  it.each(Object.entries(states))(
    'is accessible, big enough to press and never too wide: %s',
    async (_state, { path, show }) => {
      await visit(
        phone,
        async (page) => {
          await show(page);
          expect(await axeFindings(page)).toEqual([]);
          expect(await smallTargets(page)).toEqual([]);
          await page.setViewportSize({ width: 320, height: 568 });
          expect(await sideways(page)).toBe(0);
          await withBigText(page);
          expect(await sideways(page)).toBe(0);
        },
        path,
      );
    },
  );

  const others = { desktop, 'high contrast': { ...phone, forcedColors: 'active', reducedMotion: 'reduce' } } as const;
  it.each(Object.entries(others))('is accessible on %s', async (_screen, options) => {
    await visit(options, async (page) => {
      await withSara(page);
      await page.getByText('Akut hjælp').click();
      expect(await axeFindings(page)).toEqual([]);
    });
  });

  it('lets header and field scroll away when the window is low', async () => {
    await visit({ viewport: { width: 640, height: 300 } }, async (page) => {
      const positions = await page.evaluate(() =>
        ['.top', '.composer'].map((part) => getComputedStyle(document.querySelector(part) ?? document.body).position),
      );
      expect(positions).toEqual(['static', 'static']);
    });
  });

  it('leaves room to read and to write when text is twice as big', async () => {
    await visit({ ...phone, viewport: { width: 320, height: 568 } }, async (page) => {
      await withBigText(page);
      const field = await page.locator('#text').boundingBox();

      expect(field?.width).toBeGreaterThan(200);
      expect(
        await page.evaluate(() => getComputedStyle(document.querySelector('.composer') ?? document.body).position),
      ).toBe('static');
    });
  });

  it('leaves one cookie and one key in the tab, and nothing else', async () => {
    await visit(phone, async (page) => {
      await withSara(page);
      await page.locator('#text').fill('et udkast');
      const cookies = await page.context().cookies();
      expect(cookies.map(({ name, httpOnly, sameSite, expires }) => ({ name, httpOnly, sameSite, expires }))).toEqual([
        { name: 'indgang', httpOnly: true, sameSite: 'Lax', expires: -1 },
      ]);
      const stored = await page.evaluate(async () => ({
        session: Object.keys(sessionStorage),
        local: Object.keys(localStorage),
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
      expect(stored).toEqual({ session: ['indgang.youth'], local: [], databases: 0, caches: 0, workers: 0 });
    });
  });

  it('shows the first choices and the field on a small phone without scrolling', async () => {
    await visit(phone, async (page) => {
      const last = await page.locator('.choice').last().boundingBox();
      const field = await page.locator('.composer').boundingBox();
      expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(field?.y ?? 0);
    });
  });
});
