/** Block Kit in the emulated Slack: each limit from both sides, and what a block may not be. */
import { describe, expect, it } from 'vitest';
import { faultsInBlocks, type Surface } from '../fakes/slack/blocks.ts';
import { button, refusal, section, town } from '../fakes/slack/town.ts';

const text = (length: number) => 'x'.repeat(length);
const plain = (length: number) => ({ type: 'plain_text', text: text(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: text(length) });
const many = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_none, index) => make(index));
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (index: number, more: object = {}) => ({ text: plain(1), value: `${index}`, ...more });
const select = (options: readonly object[], more: object = {}) => ({
  type: 'static_select',
  action_id: 's',
  options,
  ...more,
});
const pressable = (more: object) => actions({ ...button('b'), ...more });
const confirm = (title: number, body: number, yes: number, no: number) =>
  pressable({ confirm: { title: plain(title), text: plain(body), confirm: plain(yes), deny: plain(no) } });
const field = (more: object, type = 'plain_text_input') => ({
  type: 'input',
  label: plain(1),
  element: { type, action_id: 'i', ...more },
});
const image = (more: object) => ({ type: 'image', alt_text: 'x', image_url: 'https://eksempel.dk/x.png', ...more });
const cells = (rows: number, columns: number) => ({
  type: 'table',
  rows: many(rows, () => many(columns, () => ({ type: 'raw_text', text: 'x' }))),
});

/** The most that passes, and the least that does not. */
type Limit = readonly [passes: readonly object[], tooMuch: readonly object[], surface?: Surface];

const limits: Readonly<Record<string, Limit>> = {
  '50 blocks in a message': [many(50, () => ({ type: 'divider' })), many(51, () => ({ type: 'divider' }))],
  '100 blocks in a modal': [many(100, () => ({ type: 'divider' })), many(101, () => ({ type: 'divider' })), 'modal'],
  '100 blocks on Home': [many(100, () => ({ type: 'divider' })), many(101, () => ({ type: 'divider' })), 'home'],
  'section text of 3000': [[section(text(3000))], [section(text(3001))]],
  '10 fields': [
    [{ type: 'section', fields: many(10, () => mrkdwn(1)) }],
    [{ type: 'section', fields: many(11, () => mrkdwn(1)) }],
  ],
  'fields of 2000': [[{ type: 'section', fields: [mrkdwn(2000)] }], [{ type: 'section', fields: [mrkdwn(2001)] }]],
  'a header of 150': [[{ type: 'header', text: plain(150) }], [{ type: 'header', text: plain(151) }]],
  '10 elements in a context': [
    [{ type: 'context', elements: many(10, () => mrkdwn(1)) }],
    [{ type: 'context', elements: many(11, () => mrkdwn(1)) }],
  ],
  '25 elements in actions': [
    [actions(...many(25, (index) => button(`b${index}`)))],
    [actions(...many(26, (index) => button(`b${index}`)))],
  ],
  'a table of 100 rows': [[cells(100, 20)], [cells(101, 20)]],
  'a table of 20 columns': [[cells(1, 20)], [cells(1, 21)]],
  'a button of 75': [[pressable({ text: plain(75) })], [pressable({ text: plain(76) })]],
  'a value of 2000': [[pressable({ value: text(2000) })], [pressable({ value: text(2001) })]],
  'an address of 3000': [[pressable({ url: text(3000) })], [pressable({ url: text(3001) })]],
  '100 options': [[actions(select(many(100, option)))], [actions(select(many(101, option)))]],
  'an option of 75': [
    [actions(select([{ text: plain(75), value: 'v' }]))],
    [actions(select([{ text: plain(76), value: 'v' }]))],
  ],
  'an option described in 75': [
    [actions(select([option(1, { description: plain(75) })]))],
    [actions(select([option(1, { description: plain(76) })]))],
  ],
  'an option worth 150': [
    [actions(select([option(1, { value: text(150) })]))],
    [actions(select([option(1, { value: text(151) })]))],
  ],
  '5 entries in an overflow menu': [
    [actions({ type: 'overflow', options: many(5, option) })],
    [actions({ type: 'overflow', options: many(6, option) })],
  ],
  '10 boxes': [
    [actions({ type: 'checkboxes', options: many(10, option) })],
    [actions({ type: 'checkboxes', options: many(11, option) })],
  ],
  '10 radio buttons': [
    [actions({ type: 'radio_buttons', options: many(10, option) })],
    [actions({ type: 'radio_buttons', options: many(11, option) })],
  ],
  'a placeholder of 150': [
    [actions(select([option(1)], { placeholder: plain(150) }))],
    [actions(select([option(1)], { placeholder: plain(151) }))],
  ],
  'an action id of 255': [[actions(button(text(255)))], [actions(button(text(256)))]],
  'a block id of 255': [[{ type: 'divider', block_id: text(255) }], [{ type: 'divider', block_id: text(256) }]],
  'a question titled in 100': [[confirm(100, 1, 1, 1)], [confirm(101, 1, 1, 1)]],
  'a question of 300': [[confirm(1, 300, 1, 1)], [confirm(1, 301, 1, 1)]],
  'a yes of 30': [[confirm(1, 1, 30, 1)], [confirm(1, 1, 31, 1)]],
  'a no of 30': [[confirm(1, 1, 1, 30)], [confirm(1, 1, 1, 31)]],
  'a field that takes 3000': [[field({ max_length: 3000 })], [field({ max_length: 3001 })], 'modal'],
  'words for a picture of 1000': [[image({ alt_text: text(1000) })], [image({ alt_text: text(1001) })]],
  'markdown of 12,000': [[{ type: 'markdown', text: text(12_000) }], [{ type: 'markdown', text: text(12_001) }]],
};

describe('a limit', () => {
  for (const [name, [passes, tooMuch, surface = 'message']] of Object.entries(limits)) {
    it(`is ${name}, and not one more`, () => {
      expect(faultsInBlocks(passes, surface)).toEqual([]);
      expect(faultsInBlocks(tooMuch, surface)).not.toEqual([]);
    });
  }
});

const wrong: Readonly<Record<string, readonly [object[], Surface?]>> = {
  'of a kind that is not there': [[{ type: 'sektion' }]],
  'with a property that is not there': [[{ ...section('x'), color: 'red' }]],
  'a section without text and fields': [[{ type: 'section' }]],
  'a section with empty text': [[section('')]],
  'a header in mrkdwn': [[{ type: 'header', text: mrkdwn(1) }]],
  'a button in mrkdwn': [[pressable({ text: mrkdwn(1) })]],
  'mrkdwn with emoji': [[{ type: 'section', text: { ...mrkdwn(1), emoji: true } }]],
  'plain text with verbatim': [[{ type: 'section', text: { ...plain(1), verbatim: true } }]],
  'a button with another style': [[pressable({ style: 'warning' })]],
  'a section beside a field': [[{ ...section('x'), accessory: { type: 'plain_text_input', action_id: 'i' } }]],
  'actions with a field': [[actions({ type: 'plain_text_input', action_id: 'i' })]],
  'actions with nothing': [[actions()]],
  'a select without options': [[actions({ type: 'static_select', action_id: 's' })]],
  'a select with options and groups': [
    [actions(select([option(1)], { option_groups: [{ label: plain(1), options: [option(1)] }] }))],
  ],
  'a select that begins with what it does not offer': [[actions(select([option(1)], { initial_option: option(2) }))]],
  'a day that is no day': [[actions({ type: 'datepicker', initial_date: '1/2/2026' })]],
  'a time that is no time': [[actions({ type: 'timepicker', initial_time: '25:00' })]],
  'a picture without words': [[image({ alt_text: undefined })]],
  'a picture from two places': [[image({ slack_file: { id: 'F1' } })]],
  'the same block id twice': [[many(2, () => ({ type: 'divider', block_id: 'same' }))].flat()],
  'the same action id twice in a block': [[actions(button('same', '1'), button('same', '2'))]],
  'a table in a modal': [[cells(1, 1)], 'modal'],
  'markdown on Home': [[{ type: 'markdown', text: 'x' }], 'home'],
  'an address field in a message': [[field({}, 'email_text_input')]],
  'a field that takes less than it needs': [[field({ min_length: 5, max_length: 4 })], 'modal'],
};

describe('a block is refused', () => {
  for (const [name, [blocks, surface = 'message']] of Object.entries(wrong)) {
    it(name, () => {
      expect(faultsInBlocks(blocks, surface)).not.toEqual([]);
    });
  }
});

it('takes the same action id in two blocks, and every element there is', () => {
  const pickers = ['datepicker', 'timepicker', 'datetimepicker', 'users_select', 'conversations_select'];
  const all = actions(...pickers.map((type) => ({ type, action_id: type })));

  expect(faultsInBlocks([actions(button('same')), actions(button('same')), all], 'message')).toEqual([]);
});

it('says where the fault is, as Slack does', async () => {
  await using here = await town();

  const blocks = [section('x'), { type: 'header', text: plain(151) }];
  const answer = await refusal(here.client.apiCall('chat.postMessage', { channel: here.desk.id, text: 'x', blocks }));

  expect(answer).toMatchObject({
    error: 'invalid_blocks',
    response_metadata: { messages: [expect.stringContaining('[json-pointer:/blocks/1/text/text]')] },
  });
});

it('gives ids to blocks and buttons that came without', async () => {
  await using here = await town();
  const { action_id: _none, ...nameless } = button('x');

  await here.client.chat.postMessage({ channel: here.desk.id, text: 'x', blocks: [actions(nameless)] as never });

  const [block] = here.slack.messages(here.desk.id)[0]?.blocks ?? [];
  expect(block).toMatchObject({ block_id: expect.any(String), elements: [{ action_id: expect.any(String) }] });
});
