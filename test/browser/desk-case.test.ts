/** A complex case at the desk in a real browser, from the conversation to the printed page, with no Slack and no script. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnquiryId } from '../../src/domain/words.ts';
import { axeFindings } from './citizen-browser.ts';
import { type DeskBrowser, deskBrowser, desktop, hasChromium, type OpenDesk } from './desk-browser.ts';

const narrow = { width: 320, height: 640 };
/** A folder for pictures of every page, when somebody wants to look. */
const { SCREENSHOTS } = process.env;

async function accessible(page: Page, name: string): Promise<void> {
  for (const size of [narrow, desktop]) {
    await page.setViewportSize(size);
    const found = await axeFindings(page);
    expect(found, `${name} at ${size.width}`).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways, `${name} at ${size.width}`).toBeLessThanOrEqual(0);
    expect(await tooSmall(page), `${name} at ${size.width}`).toEqual([]);
    if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name}-${size.width}.png`, fullPage: true });
  }
}

/** What is pressed must be 44 pixels high, but for links within text. */
async function tooSmall(page: Page): Promise<readonly string[]> {
  const pressed = page.locator('.case-page :is(button, summary, select, .case-choice, .back-link, .case-link)');
  const boxes = await Promise.all((await pressed.all()).map(async (one) => ({ box: await one.boundingBox(), one })));
  const small = boxes.filter(({ box }) => box !== null && box.height > 0 && box.height < 43.5);
  return Promise.all(small.map(({ one }) => one.innerText()));
}

const unfold = (page: Page, words: string) => page.locator('summary', { hasText: words }).click();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page) => page.locator('.case-said').innerText();
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10);

async function openCase({ page, desk, address }: OpenDesk): Promise<void> {
  desk.staffSide.arrive({ id: 'e1' });
  await page.goto(`${address}/desk?enquiry=e1`);
  await page.locator('form[data-action="claim"] button').click();
  await page.getByRole('link', { name: 'Åbn en sag' }).click();
  await page.locator('#open-coordinator').selectOption('sara');
  await page.locator('#open-standIn').selectOption('else');
  await button(page, 'Åbn sagen').click();
  await page.getByRole('heading', { name: /^Sag \d+/ }).waitFor();
}

async function recordConsent(page: Page, days: string): Promise<void> {
  await page.getByLabel('Den unge', { exact: true }).check();
  await page.locator('#form-record_consent-consent').getByLabel('Jobcenter Ung').check();
  await page.locator('#form-record_consent-consent').getByLabel('Uddannelse').check();
  await page.locator('#record_consent-consent-purpose').fill('Find en praktikplads');
  await page.locator('#record_consent-consent-until').fill(days);
  await page.locator('#form-record_consent-consent button').click();
}

describe.skipIf(!hasChromium)('a case file at the desk', () => {
  let browser: DeskBrowser;
  beforeAll(async () => {
    browser = await deskBrowser();
  });
  afterAll(() => browser?.close());

  it('is opened, shared by consent, taken back, closed and printed, on pages without a script', async () => {
    await using open = await browser.open();
    const { page, desk, address } = open;
    await openCase(open);
    expect(await page.locator('script').count()).toBe(0);
    await accessible(page, 'new-case');
    const caseAddress = new URL(page.url()).pathname;

    await unfold(page, 'Foreslå en kollega');
    await page.locator('#invite-staff').selectOption('jonas');
    await button(page, 'Foreslå').click();
    await page.getByText('Intet samtykke dækker Jobcenter Ung.').waitFor();
    await page.locator('.case-item').getByRole('link', { name: 'Skriv samtykke ned' }).click();
    expect(await page.locator('#form-record_consent-consent').getByLabel('Jobcenter Ung').isChecked()).toBe(true);
    await recordConsent(page, inDays(400));
    expect(await page.locator('#record_consent-consent-until-error').innerText()).toContain('højst et år frem');
    expect(await page.locator('#record_consent-consent-purpose').inputValue()).toBe('Find en praktikplads');
    await accessible(page, 'error');
    await recordConsent(page, inDays(30));

    expect(await said(page)).toContain('Det er skrevet ned.');
    await page.locator('.case-item', { hasText: 'Rolle: beskæftigelse' }).waitFor();
    await using jonas = await browser.open({ as: 'jonas', at: open });
    await jonas.page.goto(`${address}${caseAddress}`);
    await jonas.page.getByText('Samtalen kan du ikke se.').waitFor();
    await accessible(jonas.page, 'member');

    await unfold(page, 'Sæt næste skridt');
    await page.locator('#set_next_step-text').fill('Ring til skolen om en ny plads');
    await page.locator('#set_next_step-by').fill(inDays(1));
    await button(page, 'Sæt næste skridt').click();
    await page.getByText('Senest i morgen').waitFor();
    await button(page, 'Har haft kontakt i dag').click();
    await page.getByText('Sidste kontakt var i dag.').waitFor();
    await accessible(page, 'whole-case');
    await page.goto(`${address}/desk/cases`);
    await page.getByText('Ring til skolen om en ny plads').waitFor();
    await accessible(page, 'my-cases');
    await page.goto(`${address}${caseAddress}/print`);
    await page.getByRole('table', { name: 'Teamet' }).waitFor();
    await accessible(page, 'print');

    await page.goto(`${address}${caseAddress}`);
    await unfold(page, 'Tag tilbage');
    await page.getByText('Jonas Krag går ud af teamet med det samme.').waitFor();
    await button(page, 'Ja, tag samtykket tilbage').click();
    expect(await said(page)).toContain('Samtykket er taget tilbage.');
    expect(await page.locator('.case-item', { hasText: 'Rolle: beskæftigelse' }).count()).toBe(0);
    await jonas.page.reload();
    await jonas.page.getByText('Vi kan ikke finde sagen, eller du er ikke med i den.').waitFor();

    await unfold(page, 'Luk sagen');
    await page.locator('#close-outcome').selectOption('education');
    await page.locator('#close-summary').fill('Begynder på FGU i august.');
    await page.locator('#form-close button').click();
    await page.getByRole('heading', { name: 'Sådan endte det' }).waitFor();
    await accessible(page, 'closed');
    await page.goto(`${address}/desk?enquiry=e1`);
    await page.getByRole('link', { name: /^Sag \d+ er lukket · Sara Lund koordinerede$/ }).waitFor();

    expect(open.complaints.filter((complaint) => !complaint.includes('409'))).toEqual([]);
    expect((await desk.cases.ofEnquiry('e1' as EnquiryId))?.status).toBe('closed');
  });

  it('is pointed to in the conversation that lives, at every width', async () => {
    await using open = await browser.open();
    const { page, desk, address } = open;
    desk.staffSide.arrive({ id: 'e1' });
    await page.locator('.queue [data-open="e1"]').click();
    await page.locator('form[data-action="claim"] button').click();
    await page.getByRole('link', { name: 'Åbn en sag' }).waitFor();
    await accessible(page, 'may-open');
    await page.getByRole('link', { name: 'Åbn en sag' }).click();
    await accessible(page, 'opening');
    await page.locator('#open-coordinator').selectOption('else');

    await using yusuf = await browser.open({ as: 'yusuf', at: open });
    await yusuf.page.goto(`${address}/desk?enquiry=e1`);
    await button(page, 'Åbn sagen').click();

    await page.getByText(/^Sag \d+ · Else Friis koordinerer$/).waitFor();
    await yusuf.page.getByText(/^Sag \d+ · Else Friis koordinerer$/).waitFor();
    await accessible(page, 'pointer');
    expect(open.complaints).toEqual([]);
  });

  it('fits on paper: nothing but the case, in black on white', async () => {
    await using open = await browser.open({ script: false });
    await openCase(open);
    const { page } = open;
    await page.goto(`${page.url().split('?')[0]}/print`);

    await page.emulateMedia({ media: 'print' });

    expect(await page.locator('.print-away').isVisible()).toBe(false);
    expect(await page.locator('h1').evaluate((one) => getComputedStyle(one).color)).toBe('rgb(0, 0, 0)');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe('rgb(238, 241, 244)');
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.length).toBeGreaterThan(1_000);
  });

  it('says above everything that Slack is away', async () => {
    await using open = await browser.open({ slackHealth: () => 'down' });
    const { page, address } = open;
    const banner = page.getByText('Slack svarer ikke lige nu. Arbejd her: alt er med.');

    await banner.waitFor();
    await accessible(page, 'slack-away');
    await page.goto(`${address}/desk/cases`);

    await banner.waitFor();
    await accessible(page, 'slack-away-cases');
  });
});
