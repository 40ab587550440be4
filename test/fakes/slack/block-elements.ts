/** What buttons, menus and fields may hold, by Slack's Block Kit reference: nothing unknown, nothing too long. */
import { z } from 'zod';

export const id = z.string().min(1).max(255);
const address = z.string().min(1).max(3000);

export const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });

const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most), verbatim: z.boolean().optional() });

export const anyText = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);

const confirm = z.strictObject({
  title: plain(100),
  text: anyText(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});

const actionable = { action_id: id.optional(), confirm: confirm.optional() };
const focus = { focus_on_load: z.boolean().optional() };
const placeholder = { placeholder: plain(150).optional() };
const dispatching = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .max(2),
    })
    .optional(),
};

const plainOption = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
});
const overflowOption = plainOption.extend({ url: address.optional() });
const choice = z.strictObject({
  text: anyText(75),
  value: z.string().min(1).max(150),
  description: anyText(75).optional(),
});

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const menu = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z
    .array(z.strictObject({ label: plain(75), options: z.array(plainOption).min(1).max(100) }))
    .min(1)
    .max(100)
    .optional(),
};

interface Menu {
  readonly options?: readonly unknown[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined;
}

const oneKindOfOptions = ({ options, option_groups }: Menu) =>
  (options === undefined) !== (option_groups === undefined);
const offered = ({ options, option_groups }: Menu) => options ?? option_groups?.flatMap((group) => group.options) ?? [];
const isOffered = (element: Menu, option: unknown) =>
  option === undefined || offered(element).some((each) => same(each, option));

const needsOptions = { message: 'exactly one of options and option_groups is required' };
const needsOffered = { message: 'initial options must be among the options' };

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...actionable,
    ...focus,
    ...placeholder,
    ...menu,
    initial_option: plainOption.optional(),
  })
  .refine(oneKindOfOptions, needsOptions)
  .refine((element) => isOffered(element, element.initial_option), needsOffered);

const mostItems = { max_selected_items: z.number().int().min(1).optional() };

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...actionable,
    ...focus,
    ...placeholder,
    ...menu,
    ...mostItems,
    initial_options: z.array(plainOption).min(1).max(100).optional(),
  })
  .refine(oneKindOfOptions, needsOptions)
  .refine((element) => (element.initial_options ?? []).every((option) => isOffered(element, option)), needsOffered);

const filter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional();

const select = <Type extends string, More extends z.core.$ZodLooseShape>(type: Type, more: More) =>
  z.strictObject({ type: z.literal(type), ...actionable, ...focus, ...placeholder, ...more });

const urlAnswer = { response_url_enabled: z.boolean().optional() };
const currentConversation = { default_to_current_conversation: z.boolean().optional(), filter };
const typedAhead = { min_query_length: z.number().int().min(0).optional() };

const selects = [
  staticSelect,
  select('users_select', { initial_user: id.optional() }),
  select('conversations_select', { initial_conversation: id.optional(), ...urlAnswer, ...currentConversation }),
  select('channels_select', { initial_channel: id.optional(), ...urlAnswer }),
  select('external_select', { initial_option: plainOption.optional(), ...typedAhead }),
] as const;

const multiSelects = [
  multiStaticSelect,
  select('multi_users_select', { initial_users: z.array(id).optional(), ...mostItems }),
  select('multi_conversations_select', {
    initial_conversations: z.array(id).optional(),
    ...mostItems,
    ...currentConversation,
  }),
  select('multi_channels_select', { initial_channels: z.array(id).optional(), ...mostItems }),
  select('multi_external_select', {
    initial_options: z.array(plainOption).optional(),
    ...mostItems,
    ...typedAhead,
  }),
] as const;

const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: address.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const choices = { ...actionable, ...focus, options: z.array(choice).min(1).max(10) };

const radioButtons = z
  .strictObject({ type: z.literal('radio_buttons'), ...choices, initial_option: choice.optional() })
  .refine((element) => isOffered(element, element.initial_option), needsOffered);

const checkboxes = z
  .strictObject({ type: z.literal('checkboxes'), ...choices, initial_options: z.array(choice).min(1).optional() })
  .refine((element) => (element.initial_options ?? []).every((option) => isOffered(element, option)), needsOffered);

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  options: z.array(overflowOption).min(1).max(5),
});

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'must be a date as YYYY-MM-DD');
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm');

const datepicker = select('datepicker', { initial_date: day.optional() });
const timepicker = select('timepicker', { initial_time: hour.optional(), timezone: z.string().optional() });
const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...actionable,
  ...focus,
  initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
});

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionable,
  text: plain(75),
  workflow: z.strictObject({ trigger: z.looseObject({ url: address }) }),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const field = { action_id: id.optional(), ...focus, ...placeholder, ...dispatching };

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...field,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
  })
  .refine(({ min_length = 0, max_length = 3000 }) => min_length <= max_length, {
    message: 'min_length must not be above max_length',
  });

const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...field,
  initial_value: z.looseObject({ type: z.literal('rich_text') }).optional(),
  min_lines: z.number().int().optional(),
  max_lines: z.number().int().optional(),
});

const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  ...field,
  initial_value: z.string().optional(),
});
const urlInput = z.strictObject({ type: z.literal('url_text_input'), ...field, initial_value: z.string().optional() });
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...field,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: id.optional(),
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});

const pictureShape = {
  type: z.literal('image'),
  alt_text: z.string().min(1).max(1000),
  image_url: address.optional(),
  slack_file: z.union([z.strictObject({ id }), z.strictObject({ url: address })]).optional(),
};
const onePicture = ({ image_url, slack_file }: { image_url?: unknown; slack_file?: unknown }) =>
  (image_url === undefined) !== (slack_file === undefined);
const needsPicture = { message: 'exactly one of image_url and slack_file is required' };

export const picture = z.strictObject(pictureShape).refine(onePicture, needsPicture);
export const pictureBlock = z
  .strictObject({ ...pictureShape, block_id: id.optional(), title: plain(2000).optional() })
  .refine(onePicture, needsPicture);

const common = [
  button,
  checkboxes,
  datepicker,
  ...multiSelects,
  overflow,
  radioButtons,
  ...selects,
  timepicker,
] as const;

export const accessory = z.discriminatedUnion('type', [...common, picture, workflowButton]);
export const action = z.discriminatedUnion('type', [...common, datetimepicker, workflowButton, richTextInput]);

const askable = [
  checkboxes,
  datepicker,
  datetimepicker,
  ...multiSelects,
  plainTextInput,
  radioButtons,
  richTextInput,
  ...selects,
  timepicker,
] as const;

/** Messages and the Home tab have no fields for addresses, numbers and files. */
export const inputElement = z.discriminatedUnion('type', askable);
export const modalInputElement = z.discriminatedUnion('type', [
  ...askable,
  emailInput,
  urlInput,
  numberInput,
  fileInput,
]);
