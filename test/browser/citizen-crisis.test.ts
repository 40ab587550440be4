/** In danger, on the smallest phone: what can help stays in sight, and nothing is taken out of the hands. */
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadIntents } from '../../intents/load.ts';
import { type CitizenServer, citizenServer } from '../fakes/citizen-server.ts';
import { axeFindings, chromiumIsHere, complaints, openBrowser, phone, write } from './citizen-browser.ts';

const { texts } = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
const lines =
  'Livslinien: 70 201 201 (kl. 11-5)\nBørneTelefonen: 116 111 (døgnet rundt)\nHeadspace: headspace.dk (kl. 12-18)';
const crisis = `Det er godt, at du skriver det. Du skal ikke være alene med det.\n\n${texts.crisis.da.replace('{linjer}', lines)}`;
const handedOver = texts.handed_over_acute.da.replace('{part}', 'Døgnvagten').replace('{frist}', 'i dag kl. 14');
const question = texts.ask_safe.da;
const yes = texts.safe_yes.da;
const no = texts.safe_no.da;
const smallest: BrowserContextOptions = { ...phone, viewport: { width: 320, height: 568 } };

describe.skipIf(!chromiumIsHere)('a citizen in danger', () => {
  let browser: Browser;
  let server: CitizenServer;
  let context: BrowserContext;
  let page: Page;
  let broken: readonly string[];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await citizenServer();
  });
  afterEach(async () => {
    expect(broken).toEqual([]);
    await context.close();
    await server.stop();
  });

  const visit = async (options: BrowserContextOptions = smallest) => {
    context = await browser.newContext(options);
    page = await context.newPage();
    broken = complaints(page);
    await page.goto(server.url);
    await write(page, 'jeg er droppet ud');
    await page.locator('.choice').first().waitFor();
  };
  const danger = () => {
    const enquiry = server.enquiry();
    const quickReplies = [
      { code: 'safe:yes', title: yes },
      { code: 'safe:no', title: no },
    ];
    server.visitors.say(enquiry, { text: crisis, says: 'crisis' });
    server.visitors.say(enquiry, { text: handedOver, says: 'handed_over' });
    server.visitors.say(enquiry, { text: question, says: 'ask_safe', quickReplies });
  };
  const answer = (title: string) => page.getByRole('button', { name: title });
  /** Whether all of it is on the screen, with nothing above it, and big enough for a thumb. */
  const inReach = (name: 'a[href="tel:112"].button' | 'button.choice', nth = 0) =>
    page
      .locator(`.composer ${name}`)
      .nth(nth)
      .evaluate((element) => {
        const { top, bottom, left, right, height } = element.getBoundingClientRect();
        const inside = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
        const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return inside && element.contains(onTop) && height >= 44;
      });

  it('has the question and both answers in reach at once, beside 112, while the lines are being read', async () => {
    await visit();
    danger();
    await answer(no).waitFor();

    expect([await inReach('button.choice', 0), await inReach('button.choice', 1)]).toEqual([true, true]);
    expect(await inReach('a[href="tel:112"].button')).toBe(true);
    await page.locator('.composer').getByText(question).waitFor();
    const first = await page.locator('.bubble', { hasText: 'Du skal ikke være alene' }).boundingBox();
    const composer = await page.locator('.composer').boundingBox();
    expect(first?.y).toBeLessThan((composer?.y ?? 0) - 150);
    expect(first?.y).toBeGreaterThan(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('is not disturbed in writing, and hears the lines first and the question last, politely and once', async () => {
    await visit();
    await page.waitForFunction(() => document.querySelector('#spoken')?.childElementCount === 0);
    await page.evaluate(() => {
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      const region = document.querySelector('#spoken');
      if (!region) return;
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) spoken.push(node.textContent ?? '');
      }).observe(region, { childList: true, subtree: true });
    });
    await page.locator('#text').fill('jeg er ved at skrive');
    danger();
    await answer(no).waitFor();

    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    expect(await page.locator('#text').inputValue()).toBe('jeg er ved at skrive');
    const spoken = await page.evaluate((): string[] => Object.getOwnPropertyDescriptor(window, 'spoken')?.value);
    expect(spoken).toEqual([
      expect.stringContaining('Du skal ikke være alene'),
      expect.stringContaining('Døgnvagten'),
      `Robot: ${question}`,
    ]);
    expect(await page.locator('#spoken').getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('.composer [aria-live], .composer [role="alert"]').count()).toBe(0);
  });

  it('answers with one tap, and the question goes away', async () => {
    await visit();
    danger();
    await answer(no).tap();
    await answer(no).waitFor({ state: 'detached' });

    await expect.poll(() => server.visitors.received.at(-1)?.choice).toBe('safe:no');
    expect(await page.locator('.composer .safety').count()).toBe(0);
  });

  it('has it in reach without JavaScript too', async () => {
    await visit({ ...smallest, javaScriptEnabled: false });
    danger();
    await page.getByRole('link', { name: 'Se efter nyt svar' }).click();
    await answer(yes).waitFor();

    expect([await inReach('button.choice', 0), await inReach('button.choice', 1)]).toEqual([true, true]);
    await answer(yes).click();
    await expect.poll(() => server.visitors.received.at(-1)?.choice).toBe('safe:yes');
  });

  it('can read and answer when text is twice as big', async () => {
    await visit();
    const session = await context.newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    const position = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('.composer') ?? document.body).position);
    await expect.poll(position).toBe('static');
    danger();
    await answer(no).waitFor();
    await answer(no).evaluate((button) => button.scrollIntoView({ block: 'center' }));

    expect(await inReach('button.choice', 1)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
