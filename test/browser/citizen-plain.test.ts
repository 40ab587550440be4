/** A citizen whose browser runs no JavaScript gets the whole way by forms. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CitizenServer, citizenServer } from '../fakes/citizen-server.ts';
import { chromiumIsHere, log, openBrowser, phone, write } from './citizen-browser.ts';

describe.skipIf(!chromiumIsHere)('without JavaScript', () => {
  let browser: Browser;
  let server: CitizenServer;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await citizenServer();
    context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto(server.url);
  });
  afterEach(async () => {
    await context.close();
    await server.stop();
  });

  it('a citizen writes, chooses, looks for an answer and reads it', async () => {
    await write(page, 'jeg er droppet ud');
    await page.getByRole('button', { name: '15–17 år' }).click();
    await page.getByText('Ungevejledningen har nu din besked').waitFor();
    server.claim(server.enquiry());
    server.writes(server.enquiry(), 'Hej. Jeg har læst det, du skrev.');
    await page.getByRole('link', { name: 'Se efter nyt svar' }).click();

    await page.getByText('Sara Holm er her nu · ungevejleder').waitFor();
    expect((await log(page)).at(-1)).toBe('Hej. Jeg har læst det, du skrev.');
    expect(server.visitors.received.map(({ text, choice }) => [text, choice])).toEqual([
      ['jeg er droppet ud', null],
      ['15–17 år', 'age:15_17'],
    ]);
  });

  it('a tapped choice leaves the typed text in the field', async () => {
    await page.locator('#text').fill('jeg er midt i en sætning');
    await page.getByRole('button', { name: 'Bolig' }).click();

    expect(await page.locator('#text').inputValue()).toBe('jeg er midt i en sætning');
    expect(server.visitors.received.map(({ text }) => text)).toEqual(['Bolig og familie']);
  });

  it('an error says what to do and keeps the text', async () => {
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Skriv en besked, og tryk Send.').waitFor();
    server.visitors.failNext(10);
    await write(page, 'mens databasen er væk');
    await page.getByText('Din tekst står her endnu').waitFor();
    expect(await page.locator('#text').inputValue()).toBe('mens databasen er væk');
    server.visitors.failNext(0);
    await page.getByRole('button', { name: 'Send', exact: true }).click();

    await page.getByText('Det er du ikke alene om').waitFor();
    expect(await log(page)).toHaveLength(2);
  });

  it('Luk hurtigt ends the conversation, and Back shows the start', async () => {
    await write(page, 'jeg er droppet ud');
    await page.getByRole('link', { name: 'Luk hurtigt' }).click();
    await page.waitForURL('**/vejr');
    await page.goBack();

    expect(await log(page)).toEqual([]);
  });
});
