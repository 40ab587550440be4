/** A real browser before a real desk: builds the page's script once, starts a server per test, opens pages at phone and desk size. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { clientAssets } from '../../adapters/client-assets.ts';
import { type DeskServer, deskServer } from '../fakes/desk-server.ts';

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const hasChromium = existsSync(chromiumPath);
if (!hasChromium && process.env.REQUIRE_ALL) throw new Error(`browser: ${chromiumPath} is missing`);

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

export interface DeskBrowser {
  open(options?: Opened): Promise<OpenDesk>;
  close(): Promise<void>;
  readonly folder: string;
}

interface Opened {
  readonly size?: { readonly width: number; readonly height: number };
  readonly script?: boolean;
  readonly as?: string;
  readonly slackHealth?: () => 'up' | 'down' | 'off';
  /** Joins a desk that is already open instead of starting one. */
  readonly at?: OpenDesk;
}

export interface OpenDesk extends AsyncDisposable {
  readonly desk: DeskServer;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: string;
  /** What the page complained about. */
  readonly complaints: string[];
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function deskBrowser(): Promise<DeskBrowser> {
  const outDir = mkdtempSync(join(tmpdir(), 'desk-client-'));
  const configFile = resolve(import.meta.dirname, '../../adapters/vite.config.ts');
  await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
  const { folder, files } = clientAssets(outDir);
  const { scripts, styles } = files('desk/client/main.ts');
  const assets = { script: scripts[0] ?? '', style: styles[0] ?? '' };

  return {
    folder,
    open: async ({ size = desktop, script = true, as = 'sara', at, slackHealth = () => 'off' }: Opened = {}) => {
      const desk = at?.desk ?? (await deskServer({ assets, assetFolder: folder, realTime: true, slackHealth }));
      const address = at?.address ?? (await desk.app.listen({ host: '127.0.0.1', port: 0 }));
      const context = await browser.newContext({ viewport: size, javaScriptEnabled: script, locale: 'da-DK' });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
      await page.goto(`${address}/desk`);
      if (as) await page.locator(`button[value="${as}"]`).click();
      return {
        desk,
        page,
        context,
        address,
        complaints,
        [Symbol.asyncDispose]: async () => {
          await context.close();
          if (!at) await desk.app.close();
        },
      };
    },
    close: async () => {
      await browser.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
