/** A citizen writes in a real browser, with a net that comes and goes. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CitizenServer, citizenServer } from '../fakes/citizen-server.ts';
import { sara } from '../fakes/visitors.ts';
import { chromiumIsHere, complaints, desktop, log, openBrowser, own, phone, write } from './citizen-browser.ts';

const dropped = 'jeg er droppet ud af gymnasiet';
const advice = 'Det er du ikke alene om';

describe.skipIf(!chromiumIsHere)('a citizen who writes', () => {
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
    context = await browser.newContext(desktop);
    page = await context.newPage();
    broken = complaints(page);
    await page.goto(server.url);
  });
  afterEach(async () => {
    expect(broken).toEqual([]);
    await context.close();
    await server.stop();
  });

  const answered = (on: Page = page) => on.locator('.message.bot', { hasText: advice }).last().waitFor();

  it('sees the message being sent, sent, and answered', async () => {
    let letThrough = () => {};
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/activities', async (route) => {
      await gate;
      await route.continue();
    });

    await write(page, dropped);
    await own(page, dropped).getByText('Sender…').waitFor();
    letThrough();
    await own(page, dropped).getByText('Sendt').waitFor();
    await answered();

    expect(await log(page)).toEqual([dropped, expect.stringContaining(advice)]);
    expect(await page.locator('#text').inputValue()).toBe('');
    expect(await page.locator('.message.bot .author').allTextContents()).toEqual([
      'Robot · ikke et menneske',
      'Robot · ikke et menneske',
    ]);
  });

  it('sees an answer that is taken back go away at once, and finds nothing of it in the page', async () => {
    await write(page, dropped);
    await answered();
    server.visitors.say(server.enquiry(), { text: 'Kom til kolibri-huset kl. 10', from: sara });
    await page.locator('.message.staff', { hasText: 'kolibri-huset' }).waitFor();

    server.visitors.takeBack(server.enquiry());

    const gone = page.locator('.message.staff.erased').getByText('Beskeden er fjernet');
    await gone.waitFor();
    await page.locator('.message.bot', { hasText: 'Sara har fjernet' }).waitFor();
    await page.waitForFunction(() => document.getElementById('spoken')?.childElementCount === 0);
    expect(await page.content()).not.toContain('kolibri');
    await page.reload();
    await gone.waitFor();
    expect(await page.content()).not.toContain('kolibri');
  });

  it('taps a topic, then an age, and sees the others go away', async () => {
    await page.getByRole('button', { name: 'Bolig' }).click();
    await answered();
    await page.getByRole('button', { name: '15–17 år' }).click();
    await page.locator('.bubble', { hasText: 'Ungevejledningen har nu din besked' }).waitFor();

    expect(server.visitors.received.map(({ text, choice }) => [text, choice])).toEqual([
      ['Bolig og familie', 'topic:home'],
      ['15–17 år', 'age:15_17'],
    ]);
    expect(await page.locator('.choice').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('message');
  });

  it('reloads and goes on where it was, with the draft', async () => {
    await write(page, dropped);
    await answered();
    await page.locator('#text').fill('et udkast');
    const before = await log(page);
    await page.reload();

    expect(await log(page)).toEqual(before);
    await expect.poll(() => page.locator('#text').inputValue()).toBe('et udkast');
    await page.waitForFunction(() => !document.querySelector('.refresh'));
    server.writes(server.enquiry(), 'Hej fra Sara');
    await page.locator('.bubble', { hasText: 'Hej fra Sara' }).waitFor();
    expect(await log(page)).toEqual([...before, 'Hej fra Sara']);
  });

  it('has one conversation in two tabs', async () => {
    const second = await context.newPage();
    await second.goto(server.url);
    await write(page, 'fra den første');
    await answered();
    await write(second, 'fra den anden');
    await own(page, 'fra den anden').waitFor();
    await own(second, 'fra den første').waitFor();
    await expect.poll(() => log(second)).toEqual(await log(page));

    expect(server.visitors.opened).toHaveLength(1);
    expect(await log(page)).toHaveLength(4);
  });

  it('loses nothing when the server stops in the middle', async () => {
    await write(page, dropped);
    await answered();
    await server.stop();
    await write(page, 'første, mens nettet er væk');
    await write(page, 'anden, mens nettet er væk');
    await page.getByText('Du er ikke på nettet lige nu').waitFor();
    await own(page, 'første').getByText('Ikke sendt endnu').waitFor();
    expect(await page.locator('#text').isEditable()).toBe(true);

    await server.start();
    await page.getByText('Du er på nettet igen').waitFor({ timeout: 25_000 });
    await own(page, 'anden').getByText('Sendt').waitFor();
    await expect.poll(async () => (await log(page)).length).toBe(6);

    const sent = server.visitors.received.map(({ text }) => text);
    expect(sent).toEqual([dropped, 'første, mens nettet er væk', 'anden, mens nettet er væk']);
    expect((await log(page)).filter((text) => text.includes('nettet er væk'))).toEqual(sent.slice(1));
  });

  it('says when the net goes and comes, and catches up', async () => {
    await write(page, dropped);
    await answered();
    await context.setOffline(true);
    await page.getByText('Du er ikke på nettet lige nu').waitFor();
    server.writes(server.enquiry(), 'skrevet imens');
    await context.setOffline(false);
    await page.locator('.bubble', { hasText: 'skrevet imens' }).waitFor({ timeout: 25_000 });

    await page.getByText('Du er på nettet igen').waitFor();
    await page.getByText('Du er på nettet igen').waitFor({ state: 'detached', timeout: 6000 });
    expect(await log(page)).toHaveLength(3);
  });

  it('keeps what was not sent through a reload', async () => {
    await page.route('**/samtale', (route) => route.abort());
    await write(page, dropped);
    await own(page, dropped).getByText('Ikke sendt endnu').waitFor();
    await page.unroute('**/samtale');
    await page.reload();
    await answered();

    expect(server.visitors.received.map(({ text }) => text)).toEqual([dropped]);
  });

  it('sends once when the answer to a sent message is lost', async () => {
    let lost = 0;
    await page.route('**/activities', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await write(page, dropped);
    await answered();
    await expect.poll(() => own(page, dropped).count()).toBe(1);

    expect(lost).toBe(1);
    expect(server.visitors.received).toHaveLength(1);
  });

  it('tries a refused message again under the same id', async () => {
    const ids: string[] = [];
    await page.route('**/activities', async (route) => {
      ids.push(route.request().postDataJSON().channelData.clientActivityID);
      if (ids.length === 1) return route.fulfill({ status: 400, json: {} });
      return route.continue();
    });
    await write(page, dropped);
    await own(page, dropped).getByText('Kom ikke frem').waitFor();
    await own(page, dropped).getByRole('button', { name: 'Prøv igen' }).click();
    await answered();

    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await log(page)).toHaveLength(2);
  });

  it('goes on when the token has run out', async () => {
    await write(page, dropped);
    await answered();
    let refusals = 0;
    await page.route('**/activities', async (route) => {
      refusals += 1;
      return refusals === 1
        ? route.fulfill({ status: 403, json: { error: { code: 'TokenExpired' } } })
        : route.continue();
    });
    await write(page, 'er du der?');
    await own(page, 'er du der?').getByText('Sendt').waitFor();

    expect(server.visitors.received).toHaveLength(2);
  });

  it('reads who came, with name and role', async () => {
    await write(page, dropped);
    await answered();
    server.claim(server.enquiry());
    await page.getByText('Et menneske er her nu').waitFor();
    server.writes(server.enquiry(), 'Hej. Jeg har læst det, du skrev.');

    await page.locator('.divider', { hasText: 'Sara Holm er her nu · ungevejleder' }).waitFor();
    expect(await page.locator('.message.staff .author').textContent()).toBe('Sara Holm · ungevejleder');
    await page.getByText('Hvem kan se?').click();
    await page.getByText('Sara Holm, ungevejleder, har skrevet til dig').waitFor();
  });

  it('hears each new message once, and is not disturbed in writing', async () => {
    await write(page, dropped);
    await answered();
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
    await page.locator('#text').press('Home');
    for (let step = 0; step < 3; step++) await page.locator('#text').press('ArrowRight');
    server.writes(server.enquiry(), 'Hej. Jeg hedder Sara.');
    await page.locator('.log').getByText('Jeg hedder Sara').waitFor();

    const place = await page.evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLTextAreaElement ? [field.id, field.value, field.selectionStart] : null;
    });
    expect(place).toEqual(['text', 'jeg er ved at skrive', 3]);
    expect(await page.evaluate(() => Object.getOwnPropertyDescriptor(window, 'spoken')?.value)).toEqual([
      'Sara Holm, ungevejleder: Hej. Jeg hedder Sara.',
    ]);
    await page.waitForFunction(() => document.querySelector('#spoken')?.childElementCount === 0, null, {
      timeout: 2000,
    });
  });

  it('is told of new messages while reading older ones', async () => {
    await page.setViewportSize({ width: 360, height: 500 });
    await write(page, dropped);
    await answered();
    await page.evaluate(() => scrollTo(0, 0));
    server.writes(server.enquiry(), 'Noget nyt');
    const button = page.getByRole('button', { name: 'Nye beskeder' });
    await button.waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await button.click();

    await expect
      .poll(() =>
        page
          .locator('.bubble', { hasText: 'Noget nyt' })
          .boundingBox()
          .then((box) => box && box.y < 400),
      )
      .toBe(true);
    expect(await button.count()).toBe(0);
  });

  it('sends with Enter at a desk and makes a new line with it on a phone', async () => {
    await page.locator('#text').fill('med Enter');
    await page.locator('#text').press('Enter');
    await answered();
    const handheld = await browser.newContext(phone);
    const small = await handheld.newPage();
    await small.goto(server.url);
    await small.locator('#text').fill('linje');
    await small.locator('#text').press('Enter');

    expect(await small.locator('#text').inputValue()).toBe('linje\n');
    expect(server.visitors.received.map(({ text }) => text)).toEqual(['med Enter']);
    await handheld.close();
  });

  it('is told what is wrong with an empty or endless message, and keeps the text', async () => {
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Der er ingen tekst').waitFor();
    expect(await page.locator('#text').getAttribute('aria-describedby')).toBe('problem');
    await write(page, 'å'.repeat(8001));
    await page.getByText('Beskeden er for lang').waitFor();

    expect((await page.locator('#text').inputValue()).length).toBe(8001);
    expect(server.visitors.opened).toEqual([]);
  });

  it('leaves at once, and Back does not show the chat', async () => {
    await write(page, dropped);
    await answered();
    await page.locator('#text').fill('et udkast');
    await page.evaluate(() => {
      addEventListener('click', () => Object.assign(window, { clickedAt: performance.now() }), { capture: true });
      const blank = () =>
        document.body.childElementCount === 0 && document.title === 'Vejret' && sessionStorage.length === 0;
      const watch = () => {
        const { clickedAt } = window as unknown as { clickedAt?: number };
        if (clickedAt !== undefined && blank()) console.info(`blank after ${performance.now() - clickedAt}`);
        else setTimeout(watch, 1);
      };
      watch();
    });
    await page.route('**/luk', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    const blank = page.waitForEvent('console', (message) => message.text().startsWith('blank after'));
    await page.getByRole('link', { name: 'Luk hurtigt' }).click();
    expect(Number.parseFloat((await blank).text().slice('blank after '.length))).toBeLessThan(100);
    await page.waitForURL('**/vejr');

    expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
    await page.goBack();
    expect(page.url()).not.toBe(`${server.url}/`);
    await page.goto(server.url);
    expect(await page.locator('.message').count()).toBe(1);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('leaves in every tab that shows the chat', async () => {
    const second = await context.newPage();
    await second.goto(server.url);
    await page.getByRole('link', { name: 'Luk hurtigt' }).click();

    await second.waitForURL('**/vejr');
  });

  it('begins anew when the server no longer knows the conversation', async () => {
    await write(page, dropped);
    await answered();
    await context.clearCookies();
    await page.reload();
    await write(page, 'en ny begyndelse');
    await answered();
    expect(await log(page)).toEqual(['en ny begyndelse', expect.stringContaining(advice)]);
    expect(server.visitors.opened).toHaveLength(2);
  });

  it('leaves by pressing Shift three times', async () => {
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    await page.waitForURL('**/vejr');
  });
});
