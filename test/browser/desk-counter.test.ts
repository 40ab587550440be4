/** The front desk in a real browser: a call by keyboard alone, a walk-in without scripts, one's own answers, helpers. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import { type DeskBrowser, deskBrowser, hasChromium } from './desk-browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const small = { width: 320, height: 640 };
const mette = 'mette' as StaffId;

async function expectAccessible(page: Page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  expect(found).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

const live = (page: Page) => page.waitForFunction(() => document.querySelector('[data-do="sound"]'));
const row = (page: Page, id: string) => page.locator(`.queue [data-open="${id}"]`);

describe.skipIf(!hasChromium)('the front desk in a browser', () => {
  let browser: DeskBrowser;
  beforeAll(async () => {
    browser = await deskBrowser();
  });
  afterAll(() => browser?.close());

  it('takes in a call by keyboard alone, reads the code out, and finds it again by it', async () => {
    await using open = await browser.open({ as: 'mette' });
    const { page, desk } = open;
    await live(page);

    await page.keyboard.press('F2');
    await page.getByRole('heading', { name: 'Ny henvendelse på telefon' }).waitFor();
    await live(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('take-intent');
    await page.keyboard.type('Droppet');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Han er stoppet. Ring til ham.');
    desk.staffSide.arrive({ id: 'e1', party: 'front_desk' });
    await row(page, 'e1').waitFor();
    expect(await page.locator('#take-text').inputValue()).toBe('Han er stoppet. Ring til ham.');
    await expectAccessible(page);
    for (const _ of ['asker', 'ageBand', 'urgency', 'keep']) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');

    const code = (await page.locator('.code-big').textContent()) ?? '';
    await expectAccessible(page);
    expect(code).toMatch(/^[B-Z2-9]{3} [B-Z2-9]{3}$/);
    const kept = (await desk.staffSide.queue(mette)).find(({ channel }) => channel === 'phone');
    expect(kept).toMatchObject({ intent: 'dropped_out', status: 'claimed', claimedBy: 'mette' });

    await live(page);
    await page.keyboard.press('/');
    await page.keyboard.type(code.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByText('Ung sagde først').waitFor();
    await page.getByRole('button', { name: 'Har talt med borgeren' }).click();
    await page.getByText('Venter ikke på svar').waitFor();
    expect(await page.locator('#reply-text').count()).toBe(0);
    await expectAccessible(page);
    expect(open.complaints).toEqual([]);
  });

  it('says at the field what is missing, and keeps everything typed when the net is gone', async () => {
    await using open = await browser.open({ as: 'mette', size: small });
    const { page, desk } = open;
    await live(page);
    await page.keyboard.press('F3');
    await page.getByRole('heading', { name: 'Ny henvendelse i skranken' }).waitFor();
    await live(page);
    await page.locator('#take-text').fill('Hun mangler penge');
    await page.getByLabel('Jeg tager den selv').check();
    const save = page.getByRole('button', { name: 'Gem og vis kode' });

    await save.click();
    await page.getByText('Vælg et emne.').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'take-intent');
    await expectAccessible(page);
    await page.locator('#take-intent').selectOption('unknown');
    await page.route('**/desk/api/enquiries', (route) => route.abort());
    await save.click();
    await page.getByText('Det kom ikke frem.').waitFor();

    expect(await page.locator('#take-text').inputValue()).toBe('Hun mangler penge');
    expect(await page.getByLabel('Jeg tager den selv').isChecked()).toBe(true);
    await page.unroute('**/desk/api/enquiries');
    await save.click();
    await page.locator('.code-big').waitFor();
    await expectAccessible(page);
    expect(await desk.staffSide.queue(mette)).toMatchObject([{ channel: 'counter', status: 'claimed' }]);
  });

  it('works without scripts', async () => {
    await using open = await browser.open({ as: 'mette', script: false, size: small });
    const { page } = open;

    await page.getByRole('link', { name: 'Ny: skranke' }).click();
    await page.locator('#take-intent').selectOption('unknown');
    await page.locator('#take-text').fill('Vil gerne tale med nogen');
    await page.getByRole('button', { name: 'Gem og vis kode' }).click();
    const code = (await page.locator('.code-big').textContent()) ?? '';
    await page.getByRole('link', { name: 'Åbn henvendelsen' }).click();

    await page.getByRole('heading', { name: 'Emne ikke kendt endnu' }).waitFor();
    await page.goto(`${open.address}/desk`);
    await page.getByLabel('Kode', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Søg' }).click();
    expect(page.url()).toContain('/desk?enquiry=');
    await page.goto(`${open.address}/desk`);
    await page.getByLabel('Kode', { exact: true }).fill('XXXXXX');
    await page.getByRole('button', { name: 'Søg' }).click();
    await page.getByText('Ingen henvendelse hos jer har den kode.').waitFor();
  });

  it('puts an answer right and takes it back, and has a colleague help', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    const id = desk.staffSide.arrive({ id: 'e1' }) as EnquiryId;
    await desk.staffSide.act('sara' as StaffId, id, { do: 'claim' });
    await desk.staffSide.act('sara' as StaffId, id, { do: 'reply', text: 'Vi ses kl. 10', clientId: 'a' });
    await row(page, 'e1').click();

    await page.locator('.amend summary').click();
    await page.locator('.amend textarea').fill('Vi ses kl. 11');
    desk.staffSide.write(id, 'ok');
    await page.getByText('ok', { exact: true }).waitFor();
    expect(await page.locator('.amend textarea').inputValue()).toBe('Vi ses kl. 11');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ret svaret' }).click();
    await page.getByText('Rettet: Vi ses kl. 11').waitFor();
    await page.getByRole('button', { name: 'Fjern svaret' }).first().click();
    await page.getByText('Fjernet af den, der skrev det').waitFor();
    await page.locator('.panel-internal').getByText('Vi ses kl. 10').waitFor();

    await page.locator('summary', { hasText: 'Bed om hjælp' }).click();
    await page.locator('#invite_helper-staff').selectOption('jonas');
    await page.getByRole('button', { name: 'Bed om hjælp' }).click();
    await page.getByRole('button', { name: 'Fjern hjælper: Jonas Krag' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Fjern hjælper: Jonas Krag' }).click();
    await page.waitForFunction(() => !document.body.textContent?.includes('Hjælper med'));
    expect(open.complaints).toEqual([]);
  });
});
