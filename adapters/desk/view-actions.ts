/** What staff can do to the open enquiry: plain forms that work without a script. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { outcomes } from '../../src/domain/words.ts';
import type { Action, Board, Conversation, Row } from './model.ts';
import { draftKey, type Failure, type Ui } from './view-state.ts';
import { actionWords, outcomeWords } from './words.ts';

interface Drawn {
  readonly board: Board;
  readonly row: Row;
  readonly ui: Ui;
}

const sendingWords = 'Sender …';
const folded = ['decline', 'transfer', 'return', 'close'] as const satisfies readonly Action[];

export function actionsView(board: Board, { enquiry: row, actions }: Conversation, ui: Ui): VNode {
  const drawn = { board, row, ui };
  const folds = folded.filter((action) => actions.includes(action));
  return html`
    <div class="actions">
      ${ui.unseen && html`<button class="button unseen" type="button" data-do="latest">Ny besked ↓</button>`}
      ${ui.failed && !actions.includes(ui.failed.action) && html`<p class="field-error" role="alert">${ui.failed.message}</p>`}
      ${actions.length === 0 && html`<p class="quiet">${whyNothing(row)}</p>`}
      ${row.state === 'offered' && html`<p class="offer">${offerWords(row)}</p>`}
      ${actions.includes('reply') && replyForm(drawn)}
      <div class="action-row">
        ${actions.includes('claim') && oneButton('claim', drawn)}
        ${actions.includes('accept') && oneButton('accept', drawn)}
        ${folds.map((action) => foldedForm(action, drawn))}
      </div>
    </div>
  `;
}

function whyNothing(row: Row): string {
  if (row.state === 'closed') return 'Henvendelsen er lukket. Skriver borgeren igen, åbner den af sig selv.';
  if (row.state === 'with_bot') return 'Borgeren taler med robotten.';
  return row.takenBy === null ? 'Her er intet at gøre lige nu.' : `${row.takenBy} har den.`;
}

function offerWords(row: Row): string {
  if (row.mine) return `Du har tilbudt den til ${row.offeredTo}. Du har den, indtil de siger ja.`;
  return `${row.takenBy} fra ${row.partyName} tilbyder den til ${row.offeredTo}. Begrundelsen står under Internt.`;
}

function failureOf(action: Action, { ui }: Drawn): Failure | null {
  return ui.failed?.action === action ? ui.failed : null;
}

function oneButton(action: 'claim' | 'accept', drawn: Drawn): VNode {
  const failed = failureOf(action, drawn);
  return html`
    <form method="post" action=${pathOf(action, drawn)} data-action=${action} key=${action}>
      <button class="button button-main" disabled=${drawn.ui.busy !== null}>${labelOf(action, drawn)}</button>
      ${failed && html`<p class="field-error" role="alert">${failed.message}</p>`}
    </form>
  `;
}

function replyForm(drawn: Drawn): VNode {
  const failed = failureOf('reply', drawn);
  return html`
    <form class="reply" method="post" action=${pathOf('reply', drawn)} data-action="reply" key="reply" novalidate>
      <label class="label" for="reply-text">Svar til borgeren <span class="quiet">Borgeren ser dit navn og din rolle</span></label>
      ${textArea({ drawn, action: 'reply', field: 'text', id: 'reply-text', rows: 2, failed })}
      <input type="hidden" name="clientId" value=${drawn.ui.clientId} />
      <div class="reply-end">
        <span class="quiet hint-keys">Ctrl + Enter sender</span>
        <button class="button button-main" disabled=${drawn.ui.busy !== null}>${labelOf('reply', drawn)}</button>
      </div>
    </form>
  `;
}

function foldedForm(action: (typeof folded)[number], drawn: Drawn): VNode {
  const failed = failureOf(action, drawn);
  return html`
    <details class="fold" name="action" key=${action} open=${failed ? true : undefined}>
      <summary class="button">${actionWords[action]}</summary>
      <form class="fold-form" method="post" action=${pathOf(action, drawn)} data-action=${action} novalidate>
        ${action === 'transfer' && partySelect(drawn, failed)}
        ${action === 'close' && outcomeSelect(drawn, failed)}
        <label class="label" for=${`${action}-reason`}>Hvorfor? <span class="quiet">Internt – vises ikke for borgeren</span></label>
        ${textArea({ drawn, action, field: 'reason', id: `${action}-reason`, rows: 2, failed })}
        <button class="button button-main" disabled=${drawn.ui.busy !== null}>${labelOf(action, drawn)}</button>
      </form>
    </details>
  `;
}

function partySelect(drawn: Drawn, failed: Failure | null): VNode {
  const others = drawn.board.parties.filter(({ code }) => code !== drawn.row.party);
  const choices = others.map(({ code, name }) => ({ value: code, words: name }));
  return select({ drawn, action: 'transfer', field: 'party', label: 'Hvem skal have den?', choices, failed });
}

function outcomeSelect(drawn: Drawn, failed: Failure | null): VNode {
  const choices = outcomes.map((outcome) => ({ value: outcome, words: outcomeWords[outcome] }));
  return select({ drawn, action: 'close', field: 'outcome', label: 'Hvordan endte det?', choices, failed });
}

interface Field {
  readonly drawn: Drawn;
  readonly action: Action;
  readonly field: string;
  readonly failed: Failure | null;
}

interface Choices {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
}

function select({ drawn, action, field, failed, label, choices }: Field & Choices): VNode {
  const id = `${action}-${field}`;
  const wrong = failed?.fields[field];
  const value = typed(drawn, action, field);
  return html`
    <label class="label" for=${id}>${label}</label>
    <select class="field" id=${id} name=${field} value=${value} aria-invalid=${wrong ? 'true' : undefined}
      aria-describedby=${wrong ? `${id}-error` : undefined}>
      <option value="">Vælg …</option>
      ${choices.map((choice) => html`<option key=${choice.value} value=${choice.value}>${choice.words}</option>`)}
    </select>
    ${wrong && html`<p class="field-error" id=${`${id}-error`}>${wrong}</p>`}
  `;
}

function textArea({ drawn, action, field, failed, id, rows }: Field & { id: string; rows: number }): VNode {
  const wrong =
    failed && (failed.fields[field] ?? (Object.keys(failed.fields).length === 0 ? failed.message : undefined));
  return html`
    <textarea class="field" id=${id} name=${field} rows=${rows} value=${typed(drawn, action, field)}
      aria-invalid=${wrong ? 'true' : undefined} aria-describedby=${wrong ? `${id}-error` : undefined}></textarea>
    ${wrong && html`<p class="field-error" id=${`${id}-error`} role="alert">${wrong}</p>`}
  `;
}

function typed({ row, ui }: Drawn, action: Action, field: string): string {
  return ui.drafts[draftKey(row.id, action, field)] ?? '';
}

function pathOf(action: Action, { row }: Drawn): string {
  return `/desk/enquiries/${row.id}/${action}`;
}

function labelOf(action: Action, { ui }: Drawn): string {
  return ui.busy === action ? sendingWords : actionWords[action];
}
