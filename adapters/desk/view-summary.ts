/** A draft summary beside the conversation, never without the mark that a machine made it. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Conversation } from './model.ts';
import type { Summary, Ui } from './view-state.ts';
import { summaryWords } from './words.ts';

export function summaryView({ enquiry: { id }, messages, summarisable }: Conversation, ui: Ui): VNode | null {
  if (!summarisable) return null;
  const summary = ui.summary?.enquiry === id ? ui.summary : null;
  const asked = summary?.is === 'asked';
  return html`
    <section class="panel summary" aria-labelledby="summary-title">
      <h3 class="small-title" id="summary-title">Resumé</h3>
      <form method="post" action=${`/desk/enquiries/${id}/summary`} data-summary>
        <button class="button" aria-disabled=${asked ? 'true' : undefined}>${summaryWords.ask}</button>
      </form>
      <div role="status">${asked && html`<p class="quiet">${summaryWords.asking}</p>`}${summary?.is === 'shown' && draftView(summary, messages.at(-1)?.seq ?? 0)}</div>
      ${summary?.is === 'failed' && html`<p class="field-error" role="alert">${summary.message}</p>`}
    </section>
  `;
}

function draftView({ sentences, upTo }: Extract<Summary, { readonly is: 'shown' }>, last: number): VNode {
  return html`
    <div class="summary-draft">
      <p class="summary-mark"><span aria-hidden="true">⚙</span> ${summaryWords.mark}</p>
      ${last > upTo && html`<p class="quiet">${summaryWords.stale}</p>`}
      <ul class="plain" lang="da">${sentences.map((sentence, index) => html`<li key=${index}>${sentence}</li>`)}</ul>
    </div>
  `;
}
