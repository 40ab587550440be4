/** Builds the browser's part of every page that has one into `dist/client`, with hashed names and a list of them. */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const pages = ['webchat', 'desk']
  .map((page) => resolve(here, page, 'client/main.ts'))
  .filter((main) => existsSync(main));

/** Leaves every file in two packed forms beside it, so that a small phone plan is not paid for by a small server. */
const packed: Plugin = {
  name: 'packed',
  writeBundle({ dir = '' }, bundle) {
    for (const file of Object.values(bundle)) {
      if (!/\.(?:js|css)$/.test(file.fileName)) continue;
      const content = file.type === 'chunk' ? file.code : file.source;
      writeFileSync(resolve(dir, `${file.fileName}.gz`), gzipSync(content, { level: 9 }));
      writeFileSync(resolve(dir, `${file.fileName}.br`), brotliCompressSync(content));
    }
  },
};

export default defineConfig({
  root: here,
  plugins: [packed],
  publicDir: false,
  build: {
    outDir: resolve(here, '../dist/client'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages },
  },
});
