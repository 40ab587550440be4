/** Fields of the forms about case files: plain HTML, with the error at the field and what was typed kept. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Colleague } from './case-model.ts';

/** A form that was sent and did not go through. */
export interface Tried {
  /** Which form on the page. */
  readonly form: string;
  readonly message: string;
  /** Danish text per field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, readonly string[]>>;
}

/** One form on a page. */
export interface FormShape {
  /** Names it among the forms of the page; safe in an id. */
  readonly form: string;
  readonly path: string;
  readonly button: string;
  /** Beside something more likely to be wanted. */
  readonly quiet?: boolean;
  readonly tried: Tried | null;
}

export interface Choice {
  readonly value: string;
  readonly words: string;
}

export function triedHere({ form, tried }: Pick<FormShape, 'form' | 'tried'>): Tried | null {
  return tried?.form === form ? tried : null;
}

/** @param fields what stands above the button */
export function caseForm(shape: FormShape, fields: VNode | readonly (VNode | null)[] | null): VNode {
  const failed = triedHere(shape);
  const isAboutNoField = failed !== null && Object.keys(failed.fields).length === 0;
  return html`
    <form class="case-form" id=${`form-${shape.form}`} method="post" action=${shape.path} novalidate>
      ${fields}
      ${isAboutNoField && html`<p class="field-error" role="alert">${failed.message}</p>`}
      <button class=${shape.quiet ? 'button' : 'button button-main'}>${shape.button}</button>
    </form>
  `;
}

/** A form that opens when it is asked for, and stands open when it did not go through. */
export function foldedCaseForm(
  shape: FormShape & { readonly summary: string; readonly open?: boolean },
  fields: VNode | readonly (VNode | null)[] | null,
): VNode {
  const open = triedHere(shape) !== null || shape.open === true;
  return html`
    <details class="case-fold" open=${open || undefined}>
      <summary class="button">${shape.summary}</summary>
      ${caseForm(shape, fields)}
    </details>
  `;
}

interface FieldShape {
  readonly shape: FormShape;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Stands there until something is typed. */
  readonly first?: string;
}

interface Drawn {
  readonly id: string;
  readonly wrong: string | undefined;
  readonly typed: readonly string[];
  readonly describedBy: string | undefined;
}

function drawn({ shape, name, hint, first }: FieldShape): Drawn {
  const failed = triedHere(shape);
  const id = `${shape.form}-${name}`;
  const wrong = failed?.fields[name];
  const describedBy = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return { id, wrong, typed: failed?.typed[name] ?? (first === undefined || failed ? [] : [first]), describedBy };
}

function hintView({ hint }: FieldShape, id: string): VNode | null {
  return hint === undefined ? null : html`<p class="quiet case-hint" id=${`${id}-hint`}>${hint}</p>`;
}

function errorView({ id, wrong }: Drawn): VNode | null {
  return wrong === undefined ? null : html`<p class="field-error" id=${`${id}-error`} role="alert">${wrong}</p>`;
}

export function textField(field: FieldShape & { readonly rows?: number }): VNode {
  const at = drawn(field);
  return html`
    <div class="case-field">
      <label class="label" for=${at.id}>${field.label}</label>
      ${hintView(field, at.id)}
      <textarea class="field" id=${at.id} name=${field.name} rows=${field.rows ?? 2} value=${at.typed[0] ?? ''}
        aria-invalid=${at.wrong ? 'true' : undefined} aria-describedby=${at.describedBy}></textarea>
      ${errorView(at)}
    </div>
  `;
}

export function dateField(field: FieldShape & { readonly min: string; readonly max?: string }): VNode {
  const at = drawn(field);
  return html`
    <div class="case-field">
      <label class="label" for=${at.id}>${field.label}</label>
      ${hintView(field, at.id)}
      <input class="field case-date" type="date" id=${at.id} name=${field.name} min=${field.min} max=${field.max}
        value=${at.typed[0] ?? ''} aria-invalid=${at.wrong ? 'true' : undefined} aria-describedby=${at.describedBy} />
      ${errorView(at)}
    </div>
  `;
}

/** @param groups choices under headings; without a name they stand first, outside any */
export function selectField(
  field: FieldShape & {
    readonly empty: string;
    readonly groups: readonly { readonly name: string; readonly choices: readonly Choice[] }[];
  },
): VNode {
  const at = drawn(field);
  const option = ({ value, words }: Choice) =>
    html`<option key=${value} value=${value} selected=${at.typed.includes(value)}>${words}</option>`;
  return html`
    <div class="case-field">
      <label class="label" for=${at.id}>${field.label}</label>
      ${hintView(field, at.id)}
      <select class="field" id=${at.id} name=${field.name} aria-invalid=${at.wrong ? 'true' : undefined}
        aria-describedby=${at.describedBy}>
        <option value="">${field.empty}</option>
        ${field.groups.map(({ name, choices }) =>
          name === ''
            ? choices.map(option)
            : html`<optgroup key=${name} label=${name}>${choices.map(option)}</optgroup>`,
        )}
      </select>
      ${errorView(at)}
    </div>
  `;
}

/** Ticked boxes (`many`) or one of several, under one question. */
export function choiceField(
  field: FieldShape & {
    readonly many: boolean;
    readonly choices: readonly Choice[];
    readonly chosen?: readonly string[];
  },
): VNode {
  const at = drawn(field);
  const chosen = triedHere(field.shape) === null ? (field.chosen ?? []) : at.typed;
  return html`
    <fieldset class="case-choices" id=${at.id} aria-describedby=${at.describedBy}>
      <legend class="label">${field.label}</legend>
      ${hintView(field, at.id)}
      ${errorView(at)}
      ${field.choices.map(
        ({ value, words }) => html`
          <label class="case-choice" key=${value}>
            <input type=${field.many ? 'checkbox' : 'radio'} name=${field.name} value=${value} checked=${chosen.includes(value)} />
            <span>${words}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}

/** Colleagues under the names of their places. */
export function peopleGroups(people: readonly Colleague[]) {
  const places = [...new Set(people.map(({ partyName }) => partyName))];
  return places.map((name) => ({
    name,
    choices: people
      .filter(({ partyName }) => partyName === name)
      .map(({ id, name: who, title }) => ({ value: id, words: `${who}, ${title}` })),
  }));
}
