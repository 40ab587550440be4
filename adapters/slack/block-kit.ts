/**
 * Blocks, windows and the Home tab as Slack takes them: each builder checks Slack's limits, and what goes past one is a
 * mistake of ours that stops here instead of as `invalid_blocks` in front of staff. Shorten with `fitted` first.
 */
import type { Block, Post, View } from './parts.ts';

export const most = {
  blocksInMessage: 50,
  blocksInView: 100,
  /** All texts of a message's blocks together. */
  textsInMessage: 13_200,
  /** The text of a message that may be edited. */
  text: 4_000,
  section: 3_000,
  fields: 10,
  field: 2_000,
  header: 150,
  contextElements: 10,
  actions: 25,
  button: 75,
  value: 2_000,
  url: 3_000,
  options: 100,
  option: 75,
  optionValue: 150,
  choices: 10,
  overflow: 5,
  placeholder: 150,
  label: 2_000,
  hint: 2_000,
  input: 3_000,
  id: 255,
  title: 24,
  about: 3_000,
  viewBytes: 250_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;

export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: boolean;
}
export interface Markdown {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}
export type Words = PlainText | Markdown;
/** A button, a menu or a field. */
export type Element = Readonly<Record<string, unknown>> & { readonly type: string; readonly action_id: string };

/** Text as it is: nothing in it acts. Colons stay colons unless `emoji` is asked for. */
export function plain(text: string, emoji = false): PlainText {
  return { type: 'plain_text', text: checked('plain text', text, most.section), emoji };
}

/** Our own words with Slack's markup; whatever others wrote goes through `escaped` first. Links to channels and people by id only. */
export function markdown(text: string): Markdown {
  return { type: 'mrkdwn', text: checked('mrkdwn', text, most.section), verbatim: true };
}

/** For text inside `markdown`: no mention, link or command can come out of it. Marks like `*` stay marks: prefer `plain`. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** At most so many UTF-16 units, cut between code points, with "…" where something is missing. */
export function fitted(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const point of text) {
    if (kept.length + point.length > limit - 1) break;
    kept += point;
  }
  return `${kept.trimEnd()}…`;
}

/** `escaped`, and no longer than the limit afterwards; never cuts through an escape. */
export function escapedToFit(text: string, limit: number): string {
  const whole = escaped(text);
  if (whole.length <= limit) return whole;
  let kept = '';
  for (const point of text) {
    const next = escaped(point);
    if (kept.length + next.length > limit - 1) break;
    kept += next;
  }
  return `${kept.trimEnd()}…`;
}

// ---------------------------------------------------------------------------------------------------------------
// Blocks

export function header(text: string, blockId?: string): Block {
  return { type: 'header', text: plain(checked('header', text, most.header), true), ...idOf(blockId) };
}

export function divider(): Block {
  return { type: 'divider' };
}

export function section(
  text: Words,
  more: { readonly blockId?: string; readonly accessory?: Element; readonly fields?: readonly Words[] } = {},
): Block {
  const { blockId, accessory, fields = [] } = more;
  counted('fields', fields.length, most.fields);
  for (const field of fields) checked('field', field.text, most.field);
  return {
    type: 'section',
    text,
    ...idOf(blockId),
    ...(fields.length > 0 && { fields }),
    ...(accessory !== undefined && { accessory }),
  };
}

export function context(elements: readonly Words[], blockId?: string): Block {
  counted('context elements', elements.length, most.contextElements, 1);
  return { type: 'context', elements, ...idOf(blockId) };
}

export function actions(elements: readonly Element[], blockId?: string): Block {
  counted('actions', elements.length, most.actions, 1);
  unique(
    'action_id',
    elements.map((element) => element.action_id),
  );
  return { type: 'actions', elements, ...idOf(blockId) };
}

/** A field of a window; `blockId` is the name it has in `values` and in `errors`. */
export function input(
  blockId: string,
  label: string,
  element: Element,
  more: { readonly hint?: string; readonly optional?: boolean; readonly dispatch?: boolean } = {},
): Block {
  const { hint, optional = false, dispatch = false } = more;
  return {
    type: 'input',
    ...idOf(blockId),
    label: plain(checked('label', label, most.label)),
    element,
    optional,
    dispatch_action: dispatch,
    ...(hint !== undefined && { hint: plain(checked('hint', hint, most.hint)) }),
  };
}

// ---------------------------------------------------------------------------------------------------------------
// Elements

export interface Confirm {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

export function button(
  action: string,
  text: string,
  more: {
    /** An opaque id. */
    readonly value?: string;
    readonly style?: 'primary' | 'danger';
    readonly url?: string;
    readonly confirm?: Confirm;
    /** What a screen reader says instead of the text. */
    readonly spoken?: string;
  } = {},
): Element {
  const { value, style, url, confirm, spoken } = more;
  return {
    type: 'button',
    action_id: checked('action_id', action, most.id),
    text: plain(checked('button', text, most.button), true),
    ...(value !== undefined && { value: checked('value', value, most.value) }),
    ...(style !== undefined && { style }),
    ...(url !== undefined && { url: checked('url', url, most.url) }),
    ...(confirm !== undefined && { confirm: confirmOf(confirm) }),
    ...(spoken !== undefined && { accessibility_label: checked('spoken', spoken, most.button) }),
  };
}

function confirmOf({ title, text, yes, no }: Confirm): object {
  return {
    title: plain(checked('confirm title', title, most.confirmTitle)),
    text: plain(checked('confirm text', text, most.confirmText)),
    confirm: plain(checked('confirm yes', yes, most.confirmButton)),
    deny: plain(checked('confirm no', no, most.confirmButton)),
  };
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly description?: string;
}

interface Asking {
  readonly placeholder?: string;
  readonly focus?: boolean;
}

/** One of up to 100. */
export function select(
  action: string,
  choices: readonly Choice[],
  more: Asking & { readonly chosen?: string; readonly confirm?: Confirm } = {},
): Element {
  const { chosen, confirm, ...asking } = more;
  const options = optionsOf(choices, most.options);
  const initial = options.find(({ value }) => value === chosen);
  return {
    ...asked('static_select', action, asking),
    options,
    ...(initial !== undefined && { initial_option: initial }),
    ...(confirm !== undefined && { confirm: confirmOf(confirm) }),
  };
}

/** Several of up to 100. */
export function selectMany(
  action: string,
  choices: readonly Choice[],
  more: Asking & { readonly chosen?: readonly string[]; readonly mostChosen?: number } = {},
): Element {
  const { chosen = [], mostChosen, ...asking } = more;
  const options = optionsOf(choices, most.options);
  const initial = options.filter(({ value }) => chosen.includes(value));
  return {
    ...asked('multi_static_select', action, asking),
    options,
    ...(initial.length > 0 && { initial_options: initial }),
    ...(mostChosen !== undefined && { max_selected_items: mostChosen }),
  };
}

/** One of up to 10, all seen at once. */
export function radios(action: string, choices: readonly Choice[], chosen?: string): Element {
  const options = optionsOf(choices, most.choices);
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'radio_buttons',
    action_id: checked('action_id', action, most.id),
    options,
    ...(initial !== undefined && { initial_option: initial }),
  };
}

/** Any of up to 10. */
export function checkboxes(action: string, choices: readonly Choice[], chosen: readonly string[] = []): Element {
  const options = optionsOf(choices, most.choices);
  const initial = options.filter(({ value }) => chosen.includes(value));
  return {
    type: 'checkboxes',
    action_id: checked('action_id', action, most.id),
    options,
    ...(initial.length > 0 && { initial_options: initial }),
  };
}

/** Rare things to do, behind "⋯". */
export function overflow(action: string, choices: readonly Choice[]): Element {
  return {
    type: 'overflow',
    action_id: checked('action_id', action, most.id),
    options: optionsOf(choices, most.overflow),
  };
}

/** Somebody in Slack. */
export function personSelect(action: string, more: Asking & { readonly chosen?: string } = {}): Element {
  const { chosen, ...asking } = more;
  return { ...asked('users_select', action, asking), ...(chosen !== undefined && { initial_user: chosen }) };
}

/** @param day `YYYY-MM-DD` */
export function datePicker(action: string, more: Asking & { readonly day?: string } = {}): Element {
  const { day, ...asking } = more;
  return { ...asked('datepicker', action, asking), ...(day !== undefined && { initial_date: day }) };
}

/** @param time `HH:mm` */
export function timePicker(action: string, more: Asking & { readonly time?: string } = {}): Element {
  const { time, ...asking } = more;
  return { ...asked('timepicker', action, asking), ...(time !== undefined && { initial_time: time }) };
}

export function textField(
  action: string,
  more: Asking & {
    readonly lines?: 'one' | 'many';
    readonly written?: string;
    readonly least?: number;
    readonly most?: number;
  } = {},
): Element {
  const { lines = 'one', written, least, most: longest = most.input, ...asking } = more;
  counted('max_length', longest, most.input, 1);
  return {
    ...asked('plain_text_input', action, asking),
    multiline: lines === 'many',
    max_length: longest,
    ...(least !== undefined && { min_length: least }),
    ...(written !== undefined && { initial_value: checked('written', written, longest) }),
  };
}

function asked(type: string, action: string, { placeholder, focus = false }: Asking): Element {
  return {
    type,
    action_id: checked('action_id', action, most.id),
    ...(placeholder !== undefined && { placeholder: plain(checked('placeholder', placeholder, most.placeholder)) }),
    ...(focus && { focus_on_load: true }),
  };
}

function optionsOf(choices: readonly Choice[], limit: number): readonly { readonly value: string }[] {
  counted('options', choices.length, limit, 1);
  unique(
    'option',
    choices.map(({ value }) => value),
  );
  return choices.map(({ value, text, description }) => ({
    value: checked('option value', value, most.optionValue),
    text: plain(checked('option', text, most.option)),
    ...(description !== undefined && { description: plain(checked('option description', description, most.option)) }),
  }));
}

// ---------------------------------------------------------------------------------------------------------------
// Messages, windows, the Home tab

/**
 * A message within every limit.
 *
 * @throws Error when one is passed, or when the text is missing
 */
export function message(text: string, blocks: readonly Block[]): Required<Pick<Post, 'text' | 'blocks'>> {
  checked('message text', text, most.text);
  counted('blocks', blocks.length, most.blocksInMessage);
  counted('texts of all blocks', lettersIn(blocks), most.textsInMessage);
  uniqueBlocks(blocks);
  return { text, blocks };
}

export interface Window {
  readonly callback: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Needed when there are fields. */
  readonly submit?: string;
  readonly close?: string;
  /** An opaque id, given back when it is submitted. */
  readonly about?: string;
  /** Tell us when somebody closes it. */
  readonly tellClosed?: boolean;
}

/** @throws Error when a limit is passed, or fields have no button */
export function modal({ callback, title, blocks, submit, close = 'Fortryd', about = '', tellClosed }: Window): View {
  if (submit === undefined && blocks.some(({ type }) => type === 'input')) broken('a window with fields needs submit');
  return sized({
    type: 'modal',
    callback_id: checked('callback_id', callback, most.id),
    title: plain(checked('title', title, most.title)),
    blocks: viewBlocks(blocks),
    close: plain(checked('close', close, most.title)),
    private_metadata: about.length > most.about ? broken('private_metadata is too long') : about,
    notify_on_close: tellClosed ?? false,
    ...(submit !== undefined && { submit: plain(checked('submit', submit, most.title)) }),
  });
}

export function home(blocks: readonly Block[]): View {
  return sized({ type: 'home', blocks: viewBlocks(blocks) });
}

function viewBlocks(blocks: readonly Block[]): readonly Block[] {
  counted('blocks', blocks.length, most.blocksInView, 1);
  uniqueBlocks(blocks);
  return blocks;
}

function sized(view: View): View {
  counted('view', Buffer.byteLength(JSON.stringify(view)), most.viewBytes);
  return view;
}

// ---------------------------------------------------------------------------------------------------------------
// Checks

function checked(what: string, text: string, limit: number): string {
  if (text.trim() === '') broken(`${what} is empty`);
  if (text.length > limit) broken(`${what} has ${text.length} of ${limit} characters`);
  return text;
}

function counted(what: string, count: number, limit: number, least = 0): void {
  if (count > limit || count < least) broken(`${what}: ${count}, allowed ${least} to ${limit}`);
}

function unique(what: string, names: readonly string[]): void {
  if (new Set(names).size !== names.length) broken(`${what} twice`);
}

function uniqueBlocks(blocks: readonly Block[]): void {
  unique(
    'block_id',
    blocks.flatMap(({ block_id: id }) => (typeof id === 'string' ? [id] : [])),
  );
}

function idOf(blockId: string | undefined): { readonly block_id?: string } {
  return blockId === undefined ? {} : { block_id: checked('block_id', blockId, most.id) };
}

/** Letters in every text of the blocks, however deep. */
function lettersIn(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, each) => sum + lettersIn(each), 0);
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [name, value]) => sum + (name === 'text' && typeof value === 'string' ? value.length : lettersIn(value)),
    0,
  );
}

function broken(what: string): never {
  throw new Error(`Block Kit: ${what}`);
}
