/** The case files a person is in, those they coordinate first. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Times } from './case-days.ts';
import type { CaseRow } from './case-model.ts';
import { dueWords, mineWords } from './case-words.ts';

export function caseListView(rows: readonly CaseRow[], times: Times): VNode {
  return html`
    <h1>Mine sager <span class="quiet">${rows.length}</span></h1>
    ${rows.length === 0 ? emptyView() : html`<ul class="case-list">${rows.map((row) => rowView(row, times))}</ul>`}
  `;
}

function emptyView(): VNode {
  return html`
    <p class="empty">Du er ikke med i nogen åben sag. Du åbner en fra en samtale, du har taget.</p>
  `;
}

function rowView(row: CaseRow, times: Times): VNode {
  const { nextStep, lastContactAt, coordinator, mine } = row;
  const contact = lastContactAt === null ? 'Ingen kontakt endnu' : `Sidste kontakt ${times.day(lastContactAt)}`;
  return html`
    <li class="case-card" key=${row.id}>
      <h2><a class="case-card-link" href=${`/desk/cases/${row.id}`}>Sag ${row.code}</a></h2>
      <p>${mineWords[mine]}${mine === 'coordinator' ? '' : ` · ${coordinator.name} koordinerer`}</p>
      ${nextStep === null ? html`<p class="quiet">Intet næste skridt er sat.</p>` : html`<p class="case-words">${nextStep.text}</p><p class=${nextStep.late ? 'late' : ''}>${dueWords(nextStep, times)}</p>`}
      <p class="quiet">${contact}</p>
    </li>
  `;
}
