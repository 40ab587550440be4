/** Whole HTML documents around the citizen's pages. No script and no style stands inside them, so the CSP can be strict. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { noActions } from './page-actions.ts';
import type { PageState } from './page-state.ts';
import { ChatPage } from './page-view.ts';

/** Addresses of the built files that a page needs. */
export interface PageFiles {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Scripts that the first ones import. */
  readonly imports: readonly string[];
}

/** A grey dot: says nothing about what the page is. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='3' fill='%23667'/%3E%3C/svg%3E";

function withEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function head(title: string, files: PageFiles): string {
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">',
    `<title>${withEntities(title)}</title>`,
    '<meta name="robots" content="noarchive">',
    '<meta name="format-detection" content="telephone=no">',
    `<link rel="icon" href="${icon}">`,
    ...files.styles.map((path) => `<link rel="stylesheet" href="${path}">`),
    ...files.imports.map((path) => `<link rel="modulepreload" href="${path}">`),
    ...files.scripts.map((path) => `<script type="module" src="${path}"></script>`),
  ].join('');
}

function document(title: string, files: PageFiles, body: string): string {
  return `<!doctype html><html lang="da" dir="ltr"><head>${head(title, files)}</head><body>${body}</body></html>`;
}

/** Data for the page's script; `<` is escaped so that no text can end the element. */
function data(state: PageState): string {
  return `<script type="application/json" id="state">${JSON.stringify(state).replaceAll('<', '\\u003c')}</script>`;
}

/** The chat, ready to read and to be taken over by the script. */
export function chatDocument(state: PageState, files: PageFiles): string {
  const page = renderToString(html`<${ChatPage} state=${state} actions=${noActions} />`);
  const spoken = '<div class="unseen" id="spoken" aria-live="polite"></div>';
  return document(state.entrance, files, `<div id="app">${page}</div>${spoken}${data(state)}`);
}

/** A page that is only read. */
export function plainDocument(title: string, files: PageFiles, body: VNode): string {
  return document(title, { ...files, scripts: [], imports: [] }, renderToString(body));
}
