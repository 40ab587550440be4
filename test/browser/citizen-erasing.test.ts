/** A citizen deletes what they wrote, answers by tapping, and reads another language, in a real browser. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CitizenServer, citizenServer } from '../fakes/citizen-server.ts';
import { axeFindings, chromiumIsHere, complaints, log, openBrowser, phone, write } from './citizen-browser.ts';

const secret = 'mit navn er kolibri';
const advice = 'Det er du ikke alene om';
const gone = 'Slettet af dig';
const eraseChoices = [
  { code: 'erase:yes', title: 'Ja, slet det' },
  { code: 'erase:no', title: 'Nej, behold det' },
];
const small: BrowserContextOptions = { ...phone, viewport: { width: 320, height: 568 } };

describe.skipIf(!chromiumIsHere)('a citizen who deletes', () => {
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

  const visit = async (options: BrowserContextOptions = small): Promise<void> => {
    context = await browser.newContext(options);
    page = await context.newPage();
    broken = complaints(page);
    await page.goto(server.url);
  };
  const asksToErase = () =>
    server.visitors.say(server.enquiry(), {
      text: 'Vil du slette alt?',
      says: 'ask_erase',
      quickReplies: eraseChoices,
    });
  const wrote = async (on: Page = page) => {
    await write(on, secret);
    await on.locator('.message.bot', { hasText: advice }).last().waitFor();
  };
  const erased = (on: Page = page) => on.locator('.message.bot', { hasText: 'Nu er det slettet' }).last().waitFor();
  /** Everything that the page and the tab hold of what was written. */
  const leftovers = (on: Page = page) =>
    on.evaluate(() =>
      [document.documentElement.outerHTML, JSON.stringify({ ...sessionStorage }), JSON.stringify({ ...localStorage })]
        .concat([...document.querySelectorAll('textarea')].map(({ value }) => value))
        .join('\n'),
    );

  it('sees it gone from every tab at once, in words, and finds nothing of it in the page', async () => {
    await visit();
    await wrote();
    await page.reload();
    const second = await context.newPage();
    await second.goto(server.url);
    await second.waitForFunction(() => !document.querySelector('.refresh'));
    expect(await leftovers(second)).toContain('kolibri');
    asksToErase();
    await page.getByRole('button', { name: 'Ja, slet det' }).click();
    await Promise.all([erased(), erased(second)]);

    for (const tab of [page, second]) {
      expect(await log(tab)).toEqual([
        gone,
        expect.stringContaining(advice),
        'Vil du slette alt?',
        gone,
        'Nu er det slettet.',
      ]);
      expect(await leftovers(tab)).not.toContain('kolibri');
      expect(await tab.locator('.erased .bubble').first().getAttribute('lang')).toBe('da');
      expect(await tab.locator('.delivery').count()).toBe(0);
    }
    expect(await axeFindings(page)).toEqual([]);
  });

  it('sees the same after a reload, and what is written afterwards stays', async () => {
    await visit();
    await wrote();
    asksToErase();
    await page.getByRole('button', { name: 'Ja, slet det' }).click();
    await erased();
    await write(page, 'en ny begyndelse');
    await page.locator('.message.bot', { hasText: advice }).last().waitFor();
    await page.reload();

    expect(await leftovers()).not.toContain('kolibri');
    const said = await log(page);
    expect(said.filter((text) => text === gone)).toHaveLength(2);
    expect(said).toContain('en ny begyndelse');
  });

  it('keeps a draft that was never sent, and forgets what was refused', async () => {
    await visit();
    await wrote();
    await page.route('**/activities', (route) => route.fulfill({ status: 400, json: {} }));
    await write(page, 'kolibri, der ikke kom frem');
    await page.getByText('Kom ikke frem').waitFor();
    await page.unroute('**/activities');
    await page.locator('#text').fill('et udkast');
    server.visitors.erase(server.enquiry());
    await erased();

    expect(await leftovers()).not.toContain('kolibri');
    expect(await page.locator('#text').inputValue()).toBe('et udkast');
  });

  it('does it by keyboard alone', async () => {
    await visit();
    await wrote();
    asksToErase();
    const yes = page.getByRole('button', { name: 'Ja, slet det' });
    await yes.waitFor();
    await page.locator('#text').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await yes.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await erased();

    expect(await leftovers()).not.toContain('kolibri');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('message');
  });

  it('does it without JavaScript', async () => {
    await visit({ ...small, javaScriptEnabled: false });
    await wrote();
    asksToErase();
    await page.getByRole('link', { name: 'Se efter nyt svar' }).click();
    await page.getByRole('button', { name: 'Ja, slet det' }).click();
    await erased();

    expect((await log(page)).filter((text) => text === gone)).toHaveLength(2);
    expect(await page.content()).not.toContain('kolibri');
    expect(server.visitors.received.map(({ text, choice }) => [text, choice])).toEqual([
      [secret, null],
      ['Ja, slet det', 'erase:yes'],
    ]);
  });

  const questions = [
    ['ask_contact', 'skip', 'Spring over'],
    ['ask_safe', 'safe:yes', 'Ja, jeg er i sikkerhed'],
    ['ask_safe', 'safe:no', 'Nej, der er fare nu'],
    ['ask_withdraw', 'withdraw:yes', 'Ja, tag det tilbage'],
    ['ask_withdraw', 'withdraw:no', 'Nej, lad det blive'],
    ['ask_erase', 'erase:no', 'Nej, behold det'],
  ] as const;
  type Question = (typeof questions)[number];
  const asks = (says: Question[0], code: Question[1], title: Question[2]) =>
    server.visitors.say(server.enquiry(), { text: 'Et spørgsmål', says, quickReplies: [{ code, title }] });
  const heard = () => {
    const last = server.visitors.received.at(-1);
    return [last?.choice, last?.text];
  };

  it.each(questions)(
    'answers %s with %s: by tapping, by keyboard and without JavaScript',
    async (says, code, title) => {
      await visit();
      await wrote();
      const button = page.getByRole('button', { name: title });

      asks(says, code, title);
      await button.tap();
      await button.waitFor({ state: 'detached' });
      await expect.poll(heard).toEqual([code, title]);

      asks(says, code, title);
      await button.focus();
      await page.keyboard.press('Space');
      await button.waitFor({ state: 'detached' });
      await expect.poll(() => server.visitors.received.length).toBe(3);
      expect(heard()).toEqual([code, title]);

      const cookies = await context.cookies();
      const plain = await browser.newContext({ ...small, javaScriptEnabled: false });
      await plain.addCookies(cookies);
      const still = await plain.newPage();
      asks(says, code, title);
      await still.goto(server.url);
      await still.getByRole('button', { name: title }).click();
      await expect.poll(() => server.visitors.received.length).toBe(4);
      expect(heard()).toEqual([code, title]);
      await plain.close();
    },
  );
});

describe.skipIf(!chromiumIsHere)('a message in another language', () => {
  const arabic = 'مرحبًا. هنا Ungeindgangen.\nأنا روبوت ولست إنسانًا.\nهل هناك خطر الآن؟ يُرجى الاتصال بالرقم 112.';
  const farsi = 'سلام. اینجا Ungeindgangen است.\nمن یک ربات هستم.';
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

  it.each([
    ['ar', arabic],
    ['fa', farsi],
  ])(
    'says its language and runs from right to left, with buttons that can be pressed on a small phone: %s',
    async (language, text) => {
      const context = await browser.newContext(small);
      const page = await context.newPage();
      await page.goto(server.url);
      await write(page, 'مرحبا');
      await page.locator('.message.bot', { hasText: advice }).last().waitFor();
      const quickReplies = [{ code: 'human:yes', title: 'Ja, find et menneske' }];
      server.visitors.say(server.enquiry(), { text, language, says: 'foreign', quickReplies });
      const bubble = page.locator(`.bubble[lang="${language}"]`);
      await bubble.waitFor();
      const button = page.getByRole('button', { name: 'Ja, find et menneske' });

      const look = await bubble.evaluate((element) => {
        const { direction } = getComputedStyle(element);
        const range = document.createRange();
        range.selectNodeContents(element);
        const words = range.getBoundingClientRect();
        const box = element.getBoundingClientRect();
        return { direction, toTheRight: box.right - words.right < 24 };
      });
      const box = await button.boundingBox();

      expect(look).toEqual({ direction: 'rtl', toTheRight: true });
      expect(await button.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await axeFindings(page)).toEqual([]);
      await button.tap();
      await expect.poll(() => server.visitors.received.at(-1)?.choice).toBe('human:yes');
      await context.close();
    },
  );
});
