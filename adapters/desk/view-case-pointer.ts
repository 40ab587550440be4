/** In a conversation: that it has a case file and who coordinates it, or the way to open one. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Conversation } from './model.ts';
import { caseLineWords } from './words.ts';

export function casePointerView({ caseFile, mayOpenCase, enquiry }: Conversation): VNode | null {
  if (caseFile === null) {
    if (!mayOpenCase) return null;
    return html`<p class="talk-case"><a class="button" href=${`/desk/enquiries/${enquiry.id}/case`}>Åbn en sag</a></p>`;
  }
  const words = caseLineWords(caseFile);
  return html`
    <p class="talk-case">
      ${caseFile.mayRead ? html`<a href=${`/desk/cases/${caseFile.id}`}>${words}</a>` : words}
      ${!caseFile.mayRead && caseFile.mayAppoint && html` <a href=${`/desk/cases/${caseFile.id}/coordinator`}>Vælg koordinator</a>`}
    </p>
  `;
}
