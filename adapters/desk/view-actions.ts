/** What staff can do to the open enquiry: plain forms that work without a script. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { outcomes } from '../../src/domain/words.ts';
import { outcomeWords } from '../staff-words.ts';
import type { Action, Board, Colleague, Conversation, Row, Said } from './model.ts';
import { draftKey, type Failure, type Ui } from './view-state.ts';
import { actionWords } from './words.ts';

interface Drawn {
  readonly board: Board;
  readonly row: Row;
  readonly ui: Ui;
  readonly colleagues: readonly Colleague[];
  /** The answer that a form is about. */
  readonly about?: string;
}

const sendingWords = 'Sender …';
const folded = ['decline', 'invite_helper', 'transfer', 'return', 'close'] as const satisfies readonly Action[];

export function actionsView(board: Board, { enquiry: row, actions, colleagues }: Conversation, ui: Ui): VNode {
  const drawn = { board, row, ui, colleagues };
  const folds = folded.filter((action) => actions.includes(action));
  return html`
    <div class="actions">
      ${ui.unseen && html`<button class="button unseen" type="button" data-do="latest">Ny besked ↓</button>`}
      ${ui.failed && ui.failed.about === undefined && !actions.some((action) => action === ui.failed?.action) && html`<p class="field-error" role="alert">${ui.failed.message}</p>`}
      ${actions.length === 0 && html`<p class="quiet">${whyNothing(row)}</p>`}
      ${row.state === 'offered' && html`<p class="offer">${offerWords(row)}</p>`}
      ${actions.includes('spoke') && html`<p class="quiet">Her kan du ikke skrive til borgeren. Ring op, eller tal med dem her.</p>`}
      ${actions.includes('reply') && replyForm(drawn)}
      <div class="action-row">
        ${actions.includes('claim') && oneButton('claim', drawn)}
        ${actions.includes('spoke') && row.waitingSince !== null && oneButton('spoke', drawn)}
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

function failureOf(action: Action, { ui, about }: Pick<Drawn, 'ui' | 'about'>): Failure | null {
  return ui.failed?.action === action && ui.failed.about === about ? ui.failed : null;
}

function oneButton(action: 'claim' | 'accept' | 'spoke', drawn: Drawn): VNode {
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
        ${action === 'invite_helper' ? colleagueSelect(drawn, failed) : reasonField(action, drawn, failed)}
        <button class="button button-main" disabled=${drawn.ui.busy !== null}>${labelOf(action, drawn)}</button>
      </form>
    </details>
  `;
}

function reasonField(action: Action, drawn: Drawn, failed: Failure | null): VNode {
  return html`
    <label class="label" for=${`${action}-reason`}>Hvorfor? <span class="quiet">Internt – vises ikke for borgeren</span></label>
    ${textArea({ drawn, action, field: 'reason', id: `${action}-reason`, rows: 2, failed })}
  `;
}

function colleagueSelect(drawn: Drawn, failed: Failure | null): VNode {
  const choices = drawn.colleagues.map(({ id, name, party }) => ({ value: id, words: `${name}, ${party}` }));
  return html`
    ${select({ drawn, action: 'invite_helper', field: 'staff', label: 'Hvem skal læse og svare med?', choices, failed })}
    <p class="quiet">Borgeren får at vide, hvem der er med.</p>
  `;
}

/** Who helps, each with the way out. */
export function helpersView(board: Board, { enquiry: row, actions, helpers }: Conversation, ui: Ui): VNode | null {
  if (helpers.length === 0) return null;
  const leaves = (id: string) => actions.includes('remove_helper') && (row.mine || id === board.me.id);
  const failed = failureOf('remove_helper', { ui });
  const button = (id: string) => (id === board.me.id ? 'Jeg hjælper ikke mere' : actionWords.remove_helper);
  return html`
    <section class="panel">
      <h3 class="small-title">Hjælper med</h3>
      <ul class="plain">
        ${helpers.map(
          ({ id, name, party }) => html`
            <li key=${id}>
              ${name}, ${party}
              ${
                leaves(id) &&
                html`<form method="post" action=${`/desk/enquiries/${row.id}/remove_helper`} data-action="remove_helper">
                  <input type="hidden" name="staff" value=${id} />
                  <button class="button" disabled=${ui.busy !== null} aria-label=${`${button(id)}: ${name}`}>${button(id)}</button>
                </form>`
              }
            </li>
          `,
        )}
      </ul>
      ${failed && html`<p class="field-error" role="alert">${failed.message}</p>`}
    </section>
  `;
}

/** What its writer may still do to an answer. */
export function onAnswerView({ seq, text, may }: Said, row: Row, ui: Ui): VNode {
  const drawn = { row, ui, about: `${seq}` };
  const failed = failureOf('correct', drawn) ?? failureOf('remove', drawn);
  return html`
    <details class="amend" open=${failed ? true : undefined}>
      <summary>${may.includes('correct') ? 'Ret eller fjern' : 'Fjern'}<span class="hidden"> svar ${seq}</span></summary>
      ${may.includes('correct') && correctForm(seq, text, drawn)} ${removeForm(seq, drawn)}
    </details>
  `;
}

type OnAnswer = Pick<Drawn, 'row' | 'ui' | 'about'>;

function correctForm(seq: number, text: string, drawn: OnAnswer): VNode {
  const failed = failureOf('correct', drawn);
  const id = `correct-${seq}`;
  const before = text.replace(/^(Rettet|Corrected): /, '');
  return html`
    <form class="amend-form" method="post" action=${pathOf('correct', drawn)} data-action="correct" data-about=${seq} novalidate>
      <label class="label" for=${id}>Rettelse <span class="quiet">Sendes som en ny besked</span></label>
      ${textArea({ drawn, action: 'correct', field: 'text', id, rows: 2, failed, before })}
      <input type="hidden" name="seq" value=${seq} />
      <input type="hidden" name="clientId" value=${drawn.ui.clientId} />
      <button class="button" disabled=${drawn.ui.busy !== null}>${labelOf('correct', drawn)}</button>
    </form>
  `;
}

function removeForm(seq: number, drawn: OnAnswer): VNode {
  const failed = failureOf('remove', drawn);
  return html`
    <form class="amend-form" method="post" action=${pathOf('remove', drawn)} data-action="remove" data-about=${seq}>
      <p class="quiet">Borgeren ser, at en besked er fjernet. Ordene gemmes internt.</p>
      <input type="hidden" name="seq" value=${seq} />
      <button class="button" disabled=${drawn.ui.busy !== null}>${labelOf('remove', drawn)}</button>
      ${failed && html`<p class="field-error" role="alert">${failed.message}</p>`}
    </form>
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
  readonly drawn: OnAnswer;
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
  const value = typed(drawn, action, field) ?? '';
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

interface Area extends Field {
  readonly id: string;
  readonly rows: number;
  /** Stands there until something is typed. */
  readonly before?: string;
}

function textArea({ drawn, action, field, failed, id, rows, before = '' }: Area): VNode {
  const wrong =
    failed && (failed.fields[field] ?? (Object.keys(failed.fields).length === 0 ? failed.message : undefined));
  return html`
    <textarea class="field" id=${id} name=${field} rows=${rows} value=${typed(drawn, action, field) ?? before}
      aria-invalid=${wrong ? 'true' : undefined} aria-describedby=${wrong ? `${id}-error` : undefined}></textarea>
    ${wrong && html`<p class="field-error" id=${`${id}-error`} role="alert">${wrong}</p>`}
  `;
}

function typed({ row, ui, about = '' }: OnAnswer, action: Action, field: string): string | undefined {
  return ui.drafts[draftKey(row.id, `${action}${about}`, field)];
}

function pathOf(action: Action, { row }: Pick<Drawn, 'row'>): string {
  return `/desk/enquiries/${row.id}/${action}`;
}

function labelOf(action: Action, { ui }: Pick<Drawn, 'ui'>): string {
  return ui.busy === action ? sendingWords : actionWords[action];
}
