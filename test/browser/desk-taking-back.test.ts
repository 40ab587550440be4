/** Staff who have an enquiry open when the citizen takes it back, in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnquiryId } from '../../src/domain/words.ts';
import { axeFindings } from './citizen-browser.ts';
import { type DeskBrowser, deskBrowser, hasChromium, phone } from './desk-browser.ts';

const e1 = 'e1' as EnquiryId;
const row = (page: Page, id: string) => page.locator(`.queue [data-open="${id}"]`);
const takenBack = (page: Page) => page.getByText('Borgeren har taget henvendelsen tilbage.');

describe.skipIf(!hasChromium)('the desk when a citizen takes it back', () => {
  let browser: DeskBrowser;
  beforeAll(async () => {
    browser = await deskBrowser();
  });
  afterAll(() => browser?.close());

  it('empties every open desk at once, and tells whoever has it open', async () => {
    await using sara = await browser.open();
    await using yusuf = await browser.open({ as: 'yusuf', at: sara });
    sara.desk.staffSide.arrive({ id: 'e1', words: 'mit navn er kolibri' });
    await row(yusuf.page, 'e1').waitFor();
    await sara.page.goto(`${sara.address}/desk?enquiry=e1`);
    await sara.page.locator('blockquote', { hasText: 'kolibri' }).waitFor();
    await sara.page.locator('[data-do="sound"]').waitFor();

    const start = performance.now();
    sara.desk.staffSide.erase(e1);
    await Promise.all([row(sara.page, 'e1'), row(yusuf.page, 'e1')].map((gone) => gone.waitFor({ state: 'detached' })));
    await takenBack(sara.page).waitFor();

    expect(performance.now() - start).toBeLessThan(3_000);
    expect(await sara.page.content()).not.toContain('kolibri');
    expect(await takenBack(sara.page).getAttribute('role')).toBe('alert');
    expect(await takenBack(yusuf.page).count()).toBe(0);
    expect(await yusuf.page.getByText('Ingen venter lige nu.').count()).toBe(1);
    expect(sara.complaints.filter((said) => !said.includes('410'))).toEqual([]);
  });

  it('says why to whoever claims it in the same moment, and lets them go on', async () => {
    await using open = await browser.open({ size: phone });
    const { page, desk } = open;
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click();
    desk.signal.deaf = true;
    desk.staffSide.withdraw(e1);

    await page.locator('form[data-action="claim"] button').click();
    await takenBack(page).waitFor();

    await page.locator('#talk-title:focus', { hasText: 'Borgeren har taget henvendelsen tilbage.' }).waitFor();
    expect(await takenBack(page).count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    const words = await takenBack(page).boundingBox();
    expect([words?.x, (words?.x ?? 0) + (words?.width ?? 0) <= 344]).toEqual([16, true]);
    desk.signal.deaf = false;
    await page.locator('a.back').click();
    desk.staffSide.arrive({ id: 'e2' });
    await row(page, 'e2').click();
    await page.locator('form[data-action="claim"]').waitFor();
    expect(await takenBack(page).count()).toBe(0);
  });

  it('notices without the stream of hints', async () => {
    await using open = await browser.open();
    const { page, desk } = open;
    await page.route('**/desk/api/events*', (route) => route.abort());
    await page.reload();
    desk.staffSide.arrive({ id: 'e1' });
    await row(page, 'e1').click({ timeout: 15_000 });
    await page.locator('.talk-main').waitFor();

    desk.staffSide.withdraw(e1);

    await takenBack(page).waitFor({ timeout: 15_000 });
  });
});
