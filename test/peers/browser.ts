/** The real Web Chat in a real Chromium, on a page of another site than the server's. */
import { createReadStream } from 'node:fs';
import { fastify } from 'fastify';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Started } from '../fakes/direct-line-server.ts';

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

export interface Site {
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** A browser, and the other site that its pages come from. */
export async function openSite(): Promise<Site> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: flags.split(' ') });
  const app = fastify();
  app.get('/', async (_request, reply) => reply.type('text/html').send(html));
  app.get('/webchat.js', async (_request, reply) => reply.type('text/javascript').send(createReadStream(bundle)));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    browser,
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}

/** Opens the page and remembers where it sent requests. */
export async function openPage({ browser, url }: Site, { base }: { readonly base: string }, options: Partial<Started>) {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).host));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${url}/#${encodeURIComponent(JSON.stringify({ domain: base, ...options }))}`);
  return { page, asked, errors };
}

/** A message as it is drawn: the citizen's own, or another's. */
export const bubble = (page: Page, text: string, own: boolean) =>
  page.locator(`.webchat__bubble${own ? '--from-user' : ':not(.webchat__bubble--from-user)'}`, { hasText: text });

export async function write(page: Page, text: string) {
  await page.locator('[data-id="webchat-sendbox-input"]').fill(text);
  await page.keyboard.press('Enter');
}
