/** The HTML document around a view. Scripts and styles are files of our own; the model travels as inert JSON. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Model } from './model.ts';

export interface Assets {
  /** Address of the script that makes the page live. */
  readonly script: string;
  readonly style: string;
}

interface Page {
  readonly title: string;
  readonly view: VNode;
  /** Given when the script shall take over. */
  readonly model: Model | null;
}

export function documentOf(assets: Assets, { title, view, model }: Page): string {
  const live = model
    ? `<script type="application/json" id="desk-model">${inertJson(model)}</script><script type="module" src="${escaped(assets.script)}"></script>`
    : '';
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>${escaped(title)}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><link rel="stylesheet" href="${escaped(assets.style)}"></head><body><div id="desk">${renderToString(view)}</div>${live}</body></html>`;
}

/** JSON that cannot end its script element. */
function inertJson(model: Model): string {
  return JSON.stringify(model)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
