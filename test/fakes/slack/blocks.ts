/**
 * Block Kit as strictly as Slack takes it: which blocks a surface may show, how much each may hold, which ids must
 * differ; and the ids that Slack gives to blocks and elements that came without.
 */
import { z } from 'zod';
import { isObject, objectOr, objectsIn } from './arguments.ts';
import {
  accessory,
  action,
  anyText,
  id,
  inputElement,
  modalInputElement,
  picture,
  pictureBlock,
  plain,
} from './block-elements.ts';
import { fail } from './refusals.ts';
import type { Json } from './shapes.ts';

export type Surface = 'message' | 'modal' | 'home';

const mostBlocks = { message: 50, modal: 100, home: 100 } satisfies Record<Surface, number>;

/** All text of a message's blocks together; Slack does not document it. */
const mostTextInBlocks = 13_200;

const blockId = { block_id: id.optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...blockId,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, { message: 'text or fields is required' });

const header = z.strictObject({ type: z.literal('header'), ...blockId, text: plain(150) });
const divider = z.strictObject({ type: z.literal('divider'), ...blockId });
const context = z.strictObject({
  type: z.literal('context'),
  ...blockId,
  elements: z
    .array(z.discriminatedUnion('type', [...anyText(3000).options, picture]))
    .min(1)
    .max(10),
});
const actions = z.strictObject({ type: z.literal('actions'), ...blockId, elements: z.array(action).min(1).max(25) });

const input = (element: typeof inputElement | typeof modalInputElement) =>
  z.strictObject({
    type: z.literal('input'),
    ...blockId,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element,
  });

const richTextPart = z.looseObject({
  type: z.enum(['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted']),
  elements: z.array(z.looseObject({ type: z.string() })),
});
const richText = z.strictObject({ type: z.literal('rich_text'), ...blockId, elements: z.array(richTextPart).min(1) });

const video = z.strictObject({
  type: z.literal('video'),
  ...blockId,
  video_url: z.string(),
  thumbnail_url: z.string(),
  alt_text: z.string().min(1),
  title: plain(199),
  title_url: z.string().optional(),
  author_name: z.string().max(49).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: z.string().optional(),
  description: plain(200).optional(),
});

const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: z.string() }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string() }),
]);
const table = z.strictObject({
  type: z.literal('table'),
  ...blockId,
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() }),
    )
    .max(20)
    .optional(),
});
const markdown = z.strictObject({ type: z.literal('markdown'), ...blockId, text: z.string().min(1).max(12_000) });

/** Known by name only; what they hold is not checked. */
const unchecked = (type: string) => z.looseObject({ type: z.literal(type), ...blockId });
const newer = ['alert', 'card', 'carousel', 'container', 'context_actions', 'data_table', 'file', 'plan', 'task_card'];

const everywhere = [section, header, divider, context, actions, pictureBlock, richText, video] as const;

const surfaces = {
  message: z.discriminatedUnion('type', [...everywhere, input(inputElement), table, markdown, ...newer.map(unchecked)]),
  modal: z.discriminatedUnion('type', [...everywhere, input(modalInputElement)]),
  home: z.discriminatedUnion('type', [...everywhere, input(inputElement)]),
};

/** What is wrong, in Slack's words; empty when nothing is. */
export function faultsInBlocks(blocks: unknown, surface: Surface, at = '/blocks'): string[] {
  if (!Array.isArray(blocks)) return [line('must be an array', at)];
  const parsed = z.array(surfaces[surface]).max(mostBlocks[surface]).safeParse(blocks);
  if (!parsed.success) return parsed.error.issues.map((issue) => line(issue.message, [at, ...issue.path].join('/')));
  const known = objectsIn(blocks);
  return [...sameBlockIds(known, at), ...known.flatMap((block, index) => sameActionIds(block, `${at}/${index}`))];
}

const line = (message: string, pointer: string) => `[ERROR] ${message} [json-pointer:${pointer}]`;

function sameBlockIds(blocks: readonly Json[], at: string): string[] {
  const ids = blocks.map((block) => block.block_id).filter((each) => each !== undefined);
  return new Set(ids).size === ids.length ? [] : [line('block_id must be unique', at)];
}

function sameActionIds(block: Json, at: string): string[] {
  const ids = elementsOf(block)
    .map((element) => element.action_id)
    .filter((each) => each !== undefined);
  return new Set(ids).size === ids.length ? [] : [line('action_id must be unique in its block', at)];
}

/** What a person can touch in a block. */
export function elementsOf(block: Json): Json[] {
  if (block.type === 'actions' || block.type === 'context_actions') return objectsIn(block.elements);
  if (block.type === 'input') return isObject(block.element) ? [block.element] : [];
  return isObject(block.accessory) && block.accessory.type !== 'image' ? [block.accessory] : [];
}

/** The blocks of a message, checked; refused with `invalid_blocks` and what is wrong. */
export function checkedBlocks(blocks: unknown, nextId: () => string): Json[] {
  if (!Array.isArray(blocks) || !blocks.every(isObject)) return fail('invalid_blocks_format');
  const faults = faultsInBlocks(blocks, 'message');
  if (faults.length > 0) return fail('invalid_blocks', { response_metadata: { messages: faults } });
  if (textIn(blocks) > mostTextInBlocks) return fail('msg_blocks_too_long');
  return withIds(blocks, nextId);
}

function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textIn(each), 0);
  if (!isObject(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  return Object.values(value).reduce((sum: number, each) => sum + textIn(each), own);
}

/** Slack names every block, and every element that can be touched. */
function withIds(blocks: readonly Json[], nextId: () => string): Json[] {
  const named = (element: Json) => ({ ...element, action_id: element.action_id ?? nextId() });
  return blocks.map((block) => {
    const whole = { ...structuredClone(block), block_id: block.block_id ?? nextId() };
    if (block.type === 'actions') return { ...whole, elements: objectsIn(block.elements).map(named) };
    if (block.type === 'input') return { ...whole, element: named(objectOr(block.element)) };
    const beside = elementsOf(block)[0];
    return beside === undefined ? whole : { ...whole, accessory: named(beside) };
  });
}

const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    blocks: z.array(z.unknown()),
    private_metadata: z.string().max(3000).optional(),
    callback_id: z.string().max(255).optional(),
    external_id: z.string().max(255).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  })
  .refine(({ submit, blocks }) => submit !== undefined || !blocks.some((block) => objectOr(block).type === 'input'), {
    message: 'submit is required when there are input blocks',
    path: ['submit'],
  });

const home = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
});

/** A modal or Home tab, checked; refused with `invalid_arguments` or `view_too_large`. */
export function checkedView(view: unknown, type: 'modal' | 'home', nextId: () => string): Json {
  if (JSON.stringify(view ?? null).length > 250_000) return fail('view_too_large');
  const parsed = (type === 'modal' ? modal : home).safeParse(view);
  const faults = parsed.success
    ? [...faultsInBlocks(parsed.data.blocks, type, '/view/blocks'), ...focusTwice(parsed.data.blocks)]
    : parsed.error.issues.map((issue) => line(issue.message, ['/view', ...issue.path].join('/')));
  if (faults.length > 0) return fail('invalid_arguments', { response_metadata: { messages: faults } });
  const whole = objectOr(view);
  return { ...whole, blocks: withIds(objectsIn(whole.blocks), nextId) };
}

function focusTwice(blocks: readonly unknown[]): string[] {
  const focused = objectsIn(blocks)
    .flatMap(elementsOf)
    .filter((element) => element.focus_on_load === true);
  return focused.length > 1 ? [line('only one element may have focus_on_load', '/view/blocks')] : [];
}
