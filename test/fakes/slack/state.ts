/** What people choose and write in fields, as `state.values` shows it. */
import { isObject, objectOr, objectsIn } from './arguments.ts';
import { elementsOf } from './blocks.ts';
import type { Json } from './shapes.ts';

export type Values = Record<string, Record<string, Json>>;

interface Field {
  /** The property that holds what was chosen. */
  readonly name: string;
  readonly initial: string;
  /** Nothing chosen yet. */
  readonly empty: unknown;
}

const field = (name: string, initial: string, empty: unknown = null): Field => ({ name, initial, empty });

const text = field('value', 'initial_value');
const option = field('selected_option', 'initial_option');
const options = field('selected_options', 'initial_options', []);

const fields: Readonly<Record<string, Field>> = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  rich_text_input: field('rich_text_value', 'initial_value'),
  static_select: option,
  external_select: option,
  radio_buttons: option,
  checkboxes: options,
  multi_static_select: options,
  multi_external_select: options,
  users_select: field('selected_user', 'initial_user'),
  multi_users_select: field('selected_users', 'initial_users', []),
  conversations_select: field('selected_conversation', 'initial_conversation'),
  multi_conversations_select: field('selected_conversations', 'initial_conversations', []),
  channels_select: field('selected_channel', 'initial_channel'),
  multi_channels_select: field('selected_channels', 'initial_channels', []),
  datepicker: field('selected_date', 'initial_date'),
  timepicker: field('selected_time', 'initial_time'),
  datetimepicker: field('selected_date_time', 'initial_date_time'),
  file_input: field('files', 'initial_files', []),
};

/** Every field as it stands before anybody has touched it; buttons and overflow menus have no state. */
export function startState(blocks: readonly Json[]): Values {
  const values: Values = {};
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const known = fields[String(element.type)];
      if (known === undefined) continue;
      const stands = { type: element.type, [known.name]: element[known.initial] ?? known.empty };
      values[String(block.block_id)] = { ...values[String(block.block_id)], [String(element.action_id)]: stands };
    }
  }
  return values;
}

/** Whether a field has nothing in it. */
export function isEmpty(stands: Json): boolean {
  const known = fields[String(stands.type)];
  const value = known === undefined ? null : stands[known.name];
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

export function optionsOf(element: Json): Json[] {
  return [
    ...objectsIn(element.options),
    ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
  ];
}

/**
 * The element as somebody has set it.
 *
 * @param value for menus the options' values, for pickers and fields the text; a list where several may be chosen
 * @returns undefined when that cannot be chosen there
 */
export function chosen(element: Json, value: unknown): Json | undefined {
  const type = String(element.type);
  const known = fields[type];
  if (known === undefined) return undefined;
  const several = Array.isArray(known.empty);
  if (value === null) return { type, [known.name]: known.empty };
  if (several !== Array.isArray(value)) return undefined;
  const picked = known.name.startsWith('selected_option') ? pick(element, value) : value;
  return picked === undefined ? undefined : { type, [known.name]: picked };
}

function pick(element: Json, value: unknown): unknown {
  if (Array.isArray(value)) {
    const picked = value.map((each) => pick(element, each));
    return picked.includes(undefined) ? undefined : picked;
  }
  if (isObject(value) && String(element.type).endsWith('external_select')) return value;
  const found = optionsOf(element).find((each) => each.value === value);
  return found === undefined ? undefined : objectOr(found);
}
