/** Staff at work in a real browser: live queue, conversation and actions, by mouse, by keyboard and without scripts. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { type DeskBrowser, deskBrowser, desktop, hasChromium, phone } from './desk-browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const jonas = 'jonas' as StaffId;
const e1 = 'e1' as EnquiryId;

async function expectAccessible(page: Page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  expect(found).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
}

const row = (page: Page, id: string) => page.locator(`.queue [data-open="${id}"]`);
const press = (page: Page, action: string) => page.locator(`form[data-action="${action}"] button`).click();
const unfold = (page: Page, action: string) =>
  page.locator(`details:has(form[data-action="${action}"]) summary`).click();
const live = (page: Page) => page.waitForFunction(() => document.querySelector('[data-do="sound"]'));

describe.skipIf(!hasChromium)('the desk in a browser', () => {
  let browser: DeskBrowser;
  beforeAll(async () => {
    browser = await deskBrowser();
  });
  afterAll(() => browser?.close());

  it('weighs at most 90 KB with everything', () => {
    const files = readdirSync(browser.folder).filter((name) => /\.(js|css)$/.test(name));
    const weight = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(browser.folder, name))).length, 0);

    expect(weight).toBeLessThan(90 * 1024);
  });

  it('shows a new enquiry at once and leaves typed text, focus and caret alone', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click();
    await press(page, 'claim');
    const reply = page.locator('#reply-text');
    await reply.pressSequentially('Hej du');
    await page.keyboard.press('ArrowLeft');

    desk.staffSide.arrive({ id: 'e2', intent: 'human_please', urgency: 'same_day' });
    desk.staffSide.write(e1, 'er der nogen?');
    await row(page, 'e2').waitFor();
    await page.getByText('er der nogen?').waitFor();
    await page.keyboard.type('_');

    expect(await reply.inputValue()).toBe('Hej d_u');
    expect(await page.title()).toBe('(1) Desk');
    expect(open.complaints).toEqual([]);
  });

  it('drafts a summary by keyboard, says that a machine made it, and keeps it apart from other conversations', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    desk.staffSide.summary(['Den unge er droppet ud.', '<img src=x onerror=alert(1)>']);
    desk.staffSide.arrive({ id: 'e1' });
    desk.staffSide.arrive({ id: 'e2' });
    await row(page, 'e1').click();
    const button = page.getByRole('button', { name: 'Lav udkast til resumé' });
    let asks = 0;
    await page.route('**/summary', async (route) => {
      asks += 1;
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });

    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const told = page.locator('.summary [role="status"]');
    await told.getByText('Laver udkast …').waitFor();
    await told.getByText('Udkast lavet af en maskine. Læs det efter.').waitFor();

    expect(asks).toBe(1);
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await told.locator('li').allTextContents()).toEqual([
      'Den unge er droppet ud.',
      '<img src=x onerror=alert(1)>',
    ]);
    await expectAccessible(page);
    desk.staffSide.write(e1, 'er der nogen?');
    await told.getByText('Der er skrevet mere, siden udkastet blev lavet.').waitFor();

    await row(page, 'e2').click();
    await page.locator('.talk-head').waitFor();
    await page.waitForFunction(() => !document.querySelector('.summary-draft'));
    expect(open.complaints).toEqual([]);
  });

  it('says what to do when no summary came', async () => {
    await using open = await browser.open({ size: phone });
    const { page, desk } = open;
    desk.staffSide.summary(new UnavailableError('the language model', 'no-draft'));
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click();

    await page.getByRole('button', { name: 'Lav udkast til resumé' }).click();

    await page.getByRole('alert').getByText('Der kom intet udkast.').waitFor();
    await expectAccessible(page);
  });

  it('takes, answers and closes, and never sends twice', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click();
    await press(page, 'claim');
    await page.locator('#reply-text').fill('Hej. Vi ses i morgen.');
    await page.route('**/reply', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await route.continue();
    });

    await page.locator('form[data-action="reply"]').evaluate((form: HTMLFormElement) => {
      for (const _ of [1, 2, 3]) form.requestSubmit();
    });

    await page.locator('.said-staff').waitFor();
    expect(desk.staffSide.tried.filter(({ do: what }) => what === 'reply')).toHaveLength(1);
    expect(await page.locator('#reply-text').inputValue()).toBe('');

    await unfold(page, 'close');
    await press(page, 'close');
    await page.getByText('Vælg, hvordan det endte.').waitFor();
    await page.locator('#close-outcome').selectOption('education');
    await page.locator('#close-reason').fill('Begynder på FGU.');
    await press(page, 'close');
    await page.getByText('Ingen venter lige nu.').waitFor();
  });

  it('reads the conversation only when it has changed, for every reading is recorded', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click();
    await page.locator('.talk-main').waitFor();
    for (const id of ['e2', 'e3', 'e4']) {
      desk.staffSide.arrive({ id });
      await row(page, id).waitFor();
    }
    desk.staffSide.write(e1, 'hallo?');
    await page.getByText('hallo?').waitFor();

    const view = await desk.staffSide.read('sara' as StaffId, e1);

    expect(view.ok && view.value.readBy.length).toBe(3);
  });

  it('opens the one who was chosen, although the one before changes meanwhile', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    desk.staffSide.arrive({ id: 'e1' });
    desk.staffSide.arrive({ id: 'e2', words: 'den anden' });
    await row(page, 'e1').click();
    await page.locator('.talk-main').waitFor();
    await page.route('**/enquiries/e2', async (route) => {
      desk.staffSide.write(e1, 'mere fra den første');
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });

    await row(page, 'e2').click();
    await page.getByText('Henter samtalen').waitFor();

    await page.locator('blockquote', { hasText: 'den anden' }).waitFor();
    expect(page.url()).toContain('enquiry=e2');
  });

  it('sends a reply again under the same id after the connection broke', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click();
    await press(page, 'claim');
    await page.locator('#reply-text').fill('Hej');
    let cut = true;
    await page.route('**/reply', async (route) => {
      if (!cut) return route.continue();
      cut = false;
      await route.fetch();
      await route.abort();
    });

    await page.keyboard.press('Control+Enter');
    await page.getByText('Det kom ikke frem.').waitFor();
    await press(page, 'reply');
    await expect.poll(() => page.locator('#reply-text').inputValue()).toBe('');

    expect(await page.locator('.said-staff').count()).toBe(1);
  });

  it('hands over between two people: declined first, then accepted', async () => {
    await using sara = await browser.open();
    await using other = await browser.open({ as: 'jonas', at: sara });
    sara.desk.staffSide.arrive({ id: 'e1' });
    await row(sara.page, 'e1').click();
    const offer = async (reason: string) => {
      await unfold(sara.page, 'transfer');
      await sara.page.locator('#transfer-party').selectOption('employment');
      await sara.page.locator('#transfer-reason').fill(reason);
      await press(sara.page, 'transfer');
      await sara.page.getByText('Du har tilbudt den til Jobcenter Ung.').waitFor();
    };

    await offer('Vil have job');
    await other.page.getByText('Tilbudt til jer').waitFor();
    await row(other.page, 'e1').click();
    await unfold(other.page, 'decline');
    await other.page.locator('#decline-reason').fill('Hun er under 18');
    await press(other.page, 'decline');
    await sara.page.getByText('Hun er under 18').waitFor();

    await offer('Hun er fyldt 18');
    await row(other.page, 'e1').click();
    await press(other.page, 'accept');
    await other.page.locator('#reply-text').waitFor();
    await sara.page.getByText('Ingen venter lige nu.').waitFor();
    expect([...sara.complaints, ...other.complaints].filter((said) => !said.includes('404'))).toEqual([]);
  });

  it('gives back to the queue', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click();
    await press(page, 'claim');

    await unfold(page, 'return');
    await page.locator('#return-reason').fill('Jeg går hjem');
    await press(page, 'return');

    await row(page, 'e1').getByText('Ingen har den').waitFor();
  });

  it('can be worked by keyboard alone', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    await live(page);
    desk.staffSide.arrive({ id: 'e1' });
    desk.staffSide.arrive({ id: 'e2', words: 'den anden' });
    await row(page, 'e2').waitFor();
    const keys = page.keyboard;

    for (const key of ['j', 'j', 'ArrowUp', 'k', 'ArrowDown', 'Enter']) await keys.press(key);
    await page.locator('blockquote', { hasText: 'den anden' }).waitFor();
    await keys.press('t');
    await page.locator('#reply-text:focus').waitFor();
    await keys.type('Hej jtr? fra Sara');
    await keys.press('Control+Enter');
    await page.locator('.said-staff', { hasText: 'Hej jtr? fra Sara' }).waitFor();
    await page.locator('#talk-title').focus();
    await keys.press('?');
    await page.locator('dialog[open]').waitFor();
    await keys.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    await keys.press('r');

    await page.locator('#reply-text:focus').waitFor();
  });

  it('hears keys again when the list of keys is closed and what had the focus before is gone', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    await live(page);
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click();
    await press(page, 'claim');
    await page.locator('#reply-text:focus').waitFor();
    await page.locator('#talk-title').focus();
    await page.keyboard.press('?');
    await page.locator('dialog[open]').waitFor();

    const isHeard = await page.evaluate(() => {
      document.getElementById('talk-title')?.remove();
      document.querySelector('dialog')?.close();
      const key = new KeyboardEvent('keydown', { key: 'r', bubbles: true, cancelable: true });
      return document.activeElement?.dispatchEvent(key) === false;
    });

    expect(isHeard).toBe(true);
  });

  it('stays in sight when Escape is pressed once, however soon after loading', async () => {
    await using open = await browser.open();
    const { page } = open;
    await live(page);

    await page.evaluate(() => {
      const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
      Object.defineProperty(key, 'timeStamp', { value: 300 });
      document.body.dispatchEvent(key);
    });

    expect(await page.locator('.blank').count()).toBe(0);
  });

  it('can be reached by Tab, each stop with a visible frame', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click();
    await press(page, 'claim');
    await page.locator('#reply-text').waitFor();
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    const stops: string[] = [];
    for (let stop = 0; stop < 26; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const at = document.activeElement;
          if (!at || at === document.body) return 'end';
          return getComputedStyle(at).outlineStyle === 'none'
            ? `no frame: ${at.outerHTML}`
            : (at.textContent ?? '').trim() || at.id;
        }),
      );
    }

    expect(stops.filter((stop) => stop.startsWith('no frame'))).toEqual([]);
    for (const name of ['Lyd til', 'Log ud', 'reply-text', 'Svar', 'Giv videre', 'Giv tilbage', 'Luk'])
      expect(stops).toContain(name);
  });

  it('hides the screen on Esc Esc, and shows it again with what was typed', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click();
    await press(page, 'claim');
    await page.locator('#reply-text').fill('halv sætning');

    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText('Skærmen er skjult.').waitFor();
    const covers = await page.evaluate(() => document.elementFromPoint(200, 300)?.closest('.blank') !== null);
    await page.keyboard.press('Enter');

    expect(covers).toBe(true);
    expect(await page.locator('.blank').count()).toBe(0);
    expect(await page.locator('#reply-text').inputValue()).toBe('halv sætning');
  });

  it('sounds and shows an alarm for an acute enquiry, until somebody takes it', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    await page.addInitScript(() => {
      const create = AudioContext.prototype.createOscillator;
      AudioContext.prototype.createOscillator = function (this: AudioContext) {
        document.documentElement.dataset.tones = String(Number(document.documentElement.dataset.tones ?? 0) + 1);
        return create.call(this);
      };
    });
    await page.reload();
    await live(page);
    await page.locator('h1').click();

    desk.staffSide.arrive({ id: 'e1', intent: 'suicidal_thoughts', urgency: 'acute' });
    await page.locator('.alarm').waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.tones)).toBe('2');
    expect(await page.title()).toBe('AKUT (1) Desk');
    await page.locator('.alarm a').click();
    await press(page, 'claim');

    await page.locator('.alarm').waitFor({ state: 'detached' });
    expect(await page.title()).toBe('Desk');
  });

  it('says when the connection is lost, and goes on when it is back', async () => {
    await using open = await browser.open();
    const { page, context, desk } = open;
    await live(page);

    await context.setOffline(true);
    await page.getByText('Du mistede forbindelsen.').waitFor();
    desk.staffSide.arrive({ id: 'e1' });
    await context.setOffline(false);

    await row(page, 'e1').waitFor();
    await page.getByText('Du mistede forbindelsen.').waitFor({ state: 'detached' });
  });

  it('looks every ten seconds when the stream of hints cannot be had', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    await page.route('**/desk/api/events*', (route) => route.abort());
    await page.reload();
    await live(page);
    await page.waitForTimeout(500);

    desk.staffSide.arrive({ id: 'e1' });

    await row(page, 'e1').waitFor({ timeout: 15_000 });
  });

  it('does everything without scripts', async () => {
    await using open = await browser.open({ script: false });
    const { page, desk } = open;
    desk.staffSide.arrive({ id: 'e1' });
    await page.getByText('Se efter nyt').click();
    await row(page, 'e1').click();
    await press(page, 'claim');
    await press(page, 'reply');
    await page.getByText('Skriv et svar.').waitFor();
    await page.locator('#reply-text').fill('Hej uden script');
    await press(page, 'reply');
    await page.locator('.said-staff', { hasText: 'Hej uden script' }).waitFor();
    await unfold(page, 'close');
    await page.locator('#close-reason').fill('Løst');
    await press(page, 'close');
    expect(await page.locator('#close-reason').inputValue()).toBe('Løst');
    await page.locator('#close-outcome').selectOption('helped');
    await press(page, 'close');

    await page.getByText('Ingen venter lige nu.').waitFor();
    expect(desk.staffSide.tried.map(({ do: what }) => what)).toEqual(['claim', 'reply', 'close']);
  });

  it.each([
    ['a small phone', { width: 320, height: 568 }],
    ['a phone', phone],
    ['a desk screen', desktop],
  ])('is accessible on %s: sign-in, queue, conversation, forms', async (_name, size) => {
    await using open = await browser.open({ size, as: '' });
    const { page, desk } = open;
    await expectAccessible(page);
    await page.locator('button[value="sara"]').click();
    await live(page);
    await expectAccessible(page);
    desk.staffSide.arrive({ id: 'e1' });
    desk.staffSide.arrive({ id: 'e2', intent: 'suicidal_thoughts', urgency: 'acute' });
    desk.staffSide.passDeadline(desk.staffSide.arrive({ id: 'e3', urgency: 'same_day', ageBand: '25_plus' }));
    await desk.staffSide.act(jonas, desk.staffSide.arrive({ id: 'e4', party: 'employment', urgency: 'normal' }), {
      do: 'transfer',
      party: 'guidance',
      reason: 'Vil læse',
    });
    await row(page, 'e4').waitFor();
    await expectAccessible(page);
    await row(page, 'e1').click();
    await page.locator('.talk-main').waitFor();
    await expectAccessible(page);
    await press(page, 'claim');
    await page.locator('#reply-text').fill('Hej');
    await press(page, 'reply');
    await page.locator('.said-staff').waitFor();
    await unfold(page, 'close');
    await press(page, 'close');
    await page.getByText('Vælg, hvordan det endte.').waitFor();
    await expectAccessible(page);
  });
});
