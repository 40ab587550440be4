/** Web Chat against the wire alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, start } from '../fakes/direct-line-server.ts';
import { sara } from '../fakes/visitors.ts';
import { bubble, openPage, openSite, type Site, write } from './browser.ts';
import { startServer } from './server.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

describe('Web Chat', () => {
  it('shows the greeting, the own message as own and sent, and the answer; asks no other site for anything', async () => {
    await using server = await startServer();
    const { token } = await start(server);
    const { page, asked, errors } = await openPage(site, server, { token });
    await bubble(page, 'Hvad kan jeg hjælpe med?', false).waitFor();

    await write(page, 'jeg er droppet ud');

    await bubble(page, 'jeg er droppet ud', true).waitFor();
    await bubble(page, 'Du skrev: jeg er droppet ud', false).waitFor();
    const own = page.locator('.webchat__basic-transcript__activity', { has: bubble(page, 'jeg er droppet ud', true) });
    await own.getByText('Sendt kl.').waitFor({ state: 'attached' });
    expect(await bubble(page, 'jeg er droppet ud', true).count()).toBe(1);
    expect(await page.getByText('Afsendelse mislykkedes').count()).toBe(0);
    expect(new Set(asked.filter((host) => host !== ''))).toEqual(
      new Set([new URL(site.url).host, new URL(server.url).host]),
    );
    expect(errors).toEqual([]);
    await page.close();
  });

  it('sends a suggested action that is clicked as the citizen’s own words', async () => {
    await using server = await startServer();
    const { token } = await start(server);
    const { page } = await openPage(site, server, { token });
    await write(page, 'hej');

    await page.getByRole('toolbar').getByRole('button', { name: 'Ja, et menneske' }).click();

    await bubble(page, 'Ja, et menneske', true).waitFor();
    await bubble(page, 'Du skrev: Ja, et menneske', false).waitFor();
    expect(server.visitors.received.map(({ text }) => text)).toEqual(['hej', 'Ja, et menneske']);
    await page.close();
  });

  it('shows in two tabs what is written in either, and what staff answer while the connection was broken', async () => {
    await using server = await startServer();
    const started = await start(server);
    const { token, conversationId } = started;
    const one = await openPage(site, server, { token });
    await bubble(one.page, 'Hvad kan jeg hjælpe med?', false).waitFor();
    const again = await call(server.base, `/conversations/${conversationId}?watermark=`, started);
    const two = await openPage(site, server, again.body);

    await write(one.page, 'fra den første');
    await bubble(two.page, 'Du skrev: fra den første', false).waitFor();
    server.cut();
    server.visitors.say(conversationId, { from: sara, text: 'Hej, det er Sara.' });

    for (const { page } of [one, two]) {
      await bubble(page, 'Hej, det er Sara.', false).waitFor({ timeout: 25_000 });
      expect(await page.locator('.webchat__bubble').allInnerTexts()).toEqual([
        'Hej. Hvad kan jeg hjælpe med?',
        'fra den første',
        'Du skrev: fra den første',
        'Hej, det er Sara.',
      ]);
      await page.close();
    }
  });
});
