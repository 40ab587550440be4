/** Slack's blocks as plain HTML, for the demonstration: what acts is a named button in the form around it. */
import { objectOr, objectsIn, textOf } from '../fakes/slack/arguments.ts';
import type { Json } from '../fakes/slack/shapes.ts';

/** What is known around the blocks. */
export interface Drawing {
  /** Names by Slack's ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Those who can be chosen in a menu of people. */
  readonly people: readonly { readonly id: string; readonly realName: string }[];
  /** What stands in the fields: block id → action id → state. */
  readonly values: Json;
  /** By block id, what is wrong with what was sent. */
  readonly errors: Readonly<Record<string, string>>;
  /** Begins the ids of fields, so that they are once on the page. */
  readonly prefix: string;
}

export const esc = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Slack's markup: what is in angle brackets, then the marks around words. */
export function markup(text: string, names: ReadonlyMap<string, string>): string {
  const parts = text.split(/<([^<>]+)>/);
  return parts.map((part, index) => (index % 2 === 1 ? bracketed(part, names) : marked(esc(unescaped(part))))).join('');
}

function bracketed(inside: string, names: ReadonlyMap<string, string>): string {
  const [what = '', label] = inside.split('|');
  if (what.startsWith('@')) return `<b class="mention">@${esc(names.get(what.slice(1)) ?? label ?? what)}</b>`;
  if (what.startsWith('#')) return `<b class="mention">#${esc(names.get(what.slice(1)) ?? label ?? what)}</b>`;
  if (what.startsWith('!date')) return esc(unescaped(label ?? what));
  if (what.startsWith('!')) return `<b class="mention">@${esc(label ?? what.slice(1))}</b>`;
  const shown = esc(unescaped(label ?? what));
  return /^(https?|mailto|tel):/.test(what) ? `<a href="${esc(unescaped(what))}">${shown}</a>` : shown;
}

function marked(safe: string): string {
  return safe
    .replaceAll(/(^|[\s(])\*([^*\n]+)\*(?=$|[\s).,:;!?])/gm, '$1<b>$2</b>')
    .replaceAll(/(^|[\s(])_([^_\n]+)_(?=$|[\s).,:;!?])/gm, '$1<i>$2</i>')
    .replaceAll(/(^|[\s(])~([^~\n]+)~(?=$|[\s).,:;!?])/gm, '$1<s>$2</s>')
    .replaceAll(/`([^`\n]+)`/g, '<code>$1</code>');
}

const words = (given: unknown, { names }: Drawing): string => {
  const text = objectOr(given);
  const said = textOf(text, 'text') ?? '';
  return text.type === 'mrkdwn' ? markup(said, names) : esc(said);
};

export function drawn(blocks: readonly Json[], drawing: Drawing): string {
  return blocks.map((block) => drawnBlock(block, drawing)).join('\n');
}

function drawnBlock(block: Json, drawing: Drawing): string {
  switch (block.type) {
    case 'header':
      return `<h3>${words(block.text, drawing)}</h3>`;
    case 'divider':
      return '<hr>';
    case 'context':
      return `<p class="context">${objectsIn(block.elements)
        .map((each) => words(each, drawing))
        .join(' · ')}</p>`;
    case 'section':
      return drawnSection(block, drawing);
    case 'actions':
      return `<div class="actions">${objectsIn(block.elements)
        .map((each) => acting(each, block, drawing))
        .join('')}</div>`;
    case 'input':
      return drawnInput(block, drawing);
    default:
      return '';
  }
}

function drawnSection(block: Json, drawing: Drawing): string {
  const fields = objectsIn(block.fields).map((each) => `<li>${words(each, drawing)}</li>`);
  const text = block.text === undefined ? '' : `<p>${words(block.text, drawing)}</p>`;
  const list = fields.length === 0 ? '' : `<ul class="fields">${fields.join('')}</ul>`;
  const accessory = block.accessory === undefined ? '' : acting(objectOr(block.accessory), block, drawing);
  return `<div class="section"><div>${text}${list}</div>${accessory}</div>`;
}

/** What a button of the page says when it is pressed. */
const pressed = (block: Json, element: Json, value?: unknown): string =>
  esc(JSON.stringify({ blockId: block.block_id, actionId: element.action_id, ...(value !== undefined && { value }) }));

/** A button, or a menu with one beside it. */
function acting(element: Json, block: Json, drawing: Drawing): string {
  if (element.type === 'button') return drawnButton(element, block, drawing);
  if (element.type === 'overflow') {
    const choices = objectsIn(element.options).map(
      (each) =>
        `<button name="choose" value="${pressed(block, element, each.value)}">${words(each.text, drawing)}</button>`,
    );
    return `<details class="overflow"><summary aria-label="Mere">⋯</summary>${choices.join('')}</details>`;
  }
  const field = drawnField(element, block, drawing, 'Vælg');
  return `<span class="choice">${field}<button name="choose" value="${pressed(block, element)}">Vælg</button></span>`;
}

function drawnButton(element: Json, block: Json, drawing: Drawing): string {
  const { style, url, confirm } = element;
  const text = words(element.text, drawing);
  if (typeof url === 'string') return `<a class="button" href="${esc(url)}" target="_blank">${text}</a>`;
  const asked =
    confirm === undefined ? '' : ` data-confirm="${esc(textOf(objectOr(objectOr(confirm).text), 'text') ?? '')}"`;
  const look = typeof style === 'string' ? ` class="${esc(style)}"` : '';
  const label = textOf(element, 'accessibility_label');
  const read = label === undefined ? '' : ` aria-label="${esc(label)}"`;
  return `<button name="press" value="${pressed(block, element, element.value)}"${look}${asked}${read}>${text}</button>`;
}

function drawnInput(block: Json, drawing: Drawing): string {
  const element = objectOr(block.element);
  const error = drawing.errors[String(block.block_id)];
  const id = fieldId(block, element, drawing);
  const label = `${words(block.label, drawing)}${block.optional === true ? ' <small>(valgfrit)</small>' : ''}`;
  const hint = block.hint === undefined ? '' : `<small id="${id}-hint">${words(block.hint, drawing)}</small>`;
  const wrong = error === undefined ? '' : `<strong class="error" id="${id}-error">${esc(error)}</strong>`;
  const isGroup = element.type === 'radio_buttons' || element.type === 'checkboxes';
  const field = drawnField(element, block, drawing, '');
  if (isGroup) return `<fieldset><legend>${label}</legend>${field}${hint}${wrong}</fieldset>`;
  return `<p class="field"><label for="${id}">${label}</label>${field}${hint}${wrong}</p>`;
}

const fieldId = (block: Json, element: Json, { prefix }: Drawing): string =>
  esc(`${prefix}-${String(block.block_id)}-${String(element.action_id)}`);

/** The name that `fieldsIn` (acting.ts) reads. */
const fieldName = (block: Json, element: Json): string =>
  esc(`f|${String(block.block_id)}|${String(element.action_id)}`);

interface Box {
  readonly id: string;
  readonly name: string;
  readonly stands: Json;
  readonly attributes: string;
}

const inputTypes: Readonly<Record<string, string>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
  datepicker: 'date',
  timepicker: 'time',
};

function drawnField(element: Json, block: Json, drawing: Drawing, label: string): string {
  const id = fieldId(block, element, drawing);
  const stands = objectOr(objectOr(drawing.values[String(block.block_id)])[String(element.action_id)]);
  const invalid =
    drawing.errors[String(block.block_id)] === undefined ? '' : ` aria-invalid="true" aria-describedby="${id}-error"`;
  const named = label === '' ? '' : ` aria-label="${esc(textOf(objectOr(element.placeholder), 'text') ?? label)}"`;
  const box: Box = { id, name: fieldName(block, element), stands, attributes: `${invalid}${named}` };
  const type = String(element.type);
  if (type === 'plain_text_input') return textBox(element, box);
  if (type in inputTypes) {
    const value = stands.value ?? stands.selected_date ?? stands.selected_time ?? '';
    return `<input id="${id}" name="${box.name}" type="${inputTypes[type]}" value="${esc(String(value))}"${box.attributes}>`;
  }
  if (type === 'radio_buttons' || type === 'checkboxes') return boxes(element, box, drawing);
  return menu(element, box, drawing);
}

function textBox(element: Json, { id, name, stands, attributes }: Box): string {
  const value = esc(textOf(stands, 'value') ?? '');
  const placeholder = esc(textOf(objectOr(element.placeholder), 'text') ?? '');
  const common = `id="${id}" name="${name}" placeholder="${placeholder}"${attributes}`;
  return element.multiline === true
    ? `<textarea ${common} rows="4">\n${value}</textarea>`
    : `<input ${common} type="text" value="${value}">`;
}

const chosenIn = (stands: Json): readonly string[] => {
  const several = [...objectsIn(stands.selected_options), objectOr(stands.selected_option)].map(({ value }) =>
    String(value),
  );
  const users = Array.isArray(stands.selected_users) ? stands.selected_users.map(String) : [];
  return [...several, ...users, String(stands.selected_user)];
};

function boxes(element: Json, { id, name, stands }: Box, drawing: Drawing): string {
  const kind = element.type === 'checkboxes' ? 'checkbox' : 'radio';
  const chosen = chosenIn(stands);
  return objectsIn(element.options)
    .map((each, index) => {
      const value = String(each.value);
      const checked = chosen.includes(value) ? ' checked' : '';
      const more = each.description === undefined ? '' : ` <small>${words(each.description, drawing)}</small>`;
      return `<label class="box"><input id="${id}-${index}" type="${kind}" name="${name}" value="${esc(value)}"${checked}> ${words(each.text, drawing)}${more}</label>`;
    })
    .join('');
}

function menu(element: Json, { id, name, stands, attributes }: Box, drawing: Drawing): string {
  const several = String(element.type).startsWith('multi_');
  const chosen = chosenIn(stands);
  const option = (value: string, text: string) =>
    `<option value="${esc(value)}"${chosen.includes(value) ? ' selected' : ''}>${text}</option>`;
  const optionsIn = (holder: Json) =>
    objectsIn(holder.options).map((each) => option(String(each.value), words(each.text, drawing)));
  const groups = objectsIn(element.option_groups).map(
    (group) => `<optgroup label="${words(group.label, drawing)}">${optionsIn(group).join('')}</optgroup>`,
  );
  const people = String(element.type).endsWith('users_select')
    ? drawing.people.map((person) => option(person.id, esc(person.realName)))
    : [];
  const none = several
    ? ''
    : `<option value="">${esc(textOf(objectOr(element.placeholder), 'text') ?? 'Vælg …')}</option>`;
  const all = [none, ...optionsIn(element), ...groups, ...people].join('');
  return `<select id="${id}" name="${name}"${several ? ' multiple size="6"' : ''}${attributes}>${all}</select>`;
}
