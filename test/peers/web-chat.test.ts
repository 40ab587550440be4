/** The real Web Chat in a real Chromium, on a page of another site than the server's. */
import { createReadStream } from 'node:fs';
import { fastify } from 'fastify';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type Started, start } from '../fakes/direct-line-server.ts';
import { sara } from '../fakes/visitors.ts';
import { startServer } from './server.ts';

const bundle = new URL('./node_modules/botframework-webchat/dist/webchat.js', import.meta.url);
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const html = `<!doctype html><html lang="da"><meta charset="utf-8"><title>En anden hjemmeside</title>
<div id="chat" style="height:600px"></div><script src="/webchat.js"></script>
<script>
  const { domain, ...options } = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  window.line = WebChat.createDirectLine({ domain, ...options });
  WebChat.renderWebChat({ directLine: window.line, locale: 'da-DK' }, document.getElementById('chat'));
</script></html>`;

let browser: Browser;
const site = fastify();
let siteUrl = '';

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: flags.split(' '),
  });
  site.get('/', async (_request, reply) => reply.type('text/html').send(html));
  site.get('/webchat.js', async (_request, reply) => reply.type('text/javascript').send(createReadStream(bundle)));
  siteUrl = await site.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await browser?.close();
  await site.close();
});

/** Opens the page and remembers where it sent requests. */
async function openPage({ base }: { base: string }, options: Partial<Started>) {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).host));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${siteUrl}/#${encodeURIComponent(JSON.stringify({ domain: base, ...options }))}`);
  return { page, asked, errors };
}

const bubble = (page: Page, text: string, own: boolean) =>
  page.locator(`.webchat__bubble${own ? '--from-user' : ':not(.webchat__bubble--from-user)'}`, { hasText: text });

async function write(page: Page, text: string) {
  await page.locator('[data-id="webchat-sendbox-input"]').fill(text);
  await page.keyboard.press('Enter');
}

describe('Web Chat', () => {
  it('shows the greeting, the own message as own and sent, and the answer; asks no other site for anything', async () => {
    await using server = await startServer();
    const { token } = await start(server);
    const { page, asked, errors } = await openPage(server, { token });
    await bubble(page, 'Hvad kan jeg hjælpe med?', false).waitFor();

    await write(page, 'jeg er droppet ud');

    await bubble(page, 'jeg er droppet ud', true).waitFor();
    await bubble(page, 'Du skrev: jeg er droppet ud', false).waitFor();
    const own = page.locator('.webchat__basic-transcript__activity', { has: bubble(page, 'jeg er droppet ud', true) });
    await own.getByText('Sendt kl.').waitFor({ state: 'attached' });
    expect(await bubble(page, 'jeg er droppet ud', true).count()).toBe(1);
    expect(await page.getByText('Afsendelse mislykkedes').count()).toBe(0);
    expect(new Set(asked.filter((host) => host !== ''))).toEqual(
      new Set([new URL(siteUrl).host, new URL(server.url).host]),
    );
    expect(errors).toEqual([]);
    await page.close();
  });

  it('sends a suggested action that is clicked as the citizen’s own words', async () => {
    await using server = await startServer();
    const { token } = await start(server);
    const { page } = await openPage(server, { token });
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
    const one = await openPage(server, { token });
    await bubble(one.page, 'Hvad kan jeg hjælpe med?', false).waitFor();
    const again = await call(server.base, `/conversations/${conversationId}?watermark=`, started);
    const two = await openPage(server, again.body);

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
