/** What people do with our buttons, windows and command. */
import { z } from 'zod';
import type { Arrival } from './happening.ts';
import type { HappeningOf } from './parts.ts';

/** The action of a field that reports as it is written in; each report tells of the whole window. */
export const draftAction = 'draft';

type MaskCpr = (text: string) => string;

const option = z.object({ value: z.string() });
/** A field or menu as somebody has set it; which of these there are depends on its type. */
const Chosen = z.object({
  type: z.string().default(''),
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date_time: z.number().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_channel: z.string().nullish(),
  selected_channels: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).nullish(),
});
type Chosen = z.infer<typeof Chosen>;

const user = z.object({ id: z.string() });
const triggerId = z.string().nullish();

const state = z
  .object({ values: z.record(z.string(), z.record(z.string(), Chosen)).default({}) })
  .default({ values: {} });

const BlockActions = z.object({
  type: z.literal('block_actions'),
  user,
  trigger_id: triggerId,
  container: z.object({
    channel_id: z.string().optional(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    view_id: z.string().optional(),
  }),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  actions: z.tuple([Chosen.extend({ action_id: z.string(), action_ts: z.string() })], z.unknown()),
  view: z.object({ type: z.string(), callback_id: z.string(), private_metadata: z.string(), state }).optional(),
});

const view = z.object({
  id: z.string(),
  hash: z.string().default(''),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  state,
});
const Submission = z.object({ type: z.literal('view_submission'), user, trigger_id: triggerId, view });
const Closed = z.object({ type: z.literal('view_closed'), user, view });

/** @param body the JSON in a form's `payload` */
export function touchArrival(body: unknown, maskCpr: MaskCpr): Arrival | null {
  const pressed = BlockActions.safeParse(body);
  if (pressed.success) return pressedArrival(pressed.data, maskCpr);
  const submitted = Submission.safeParse(body);
  if (submitted.success) return submittedArrival(submitted.data, maskCpr);
  const closed = Closed.safeParse(body);
  return closed.success ? closedArrival(closed.data, maskCpr) : null;
}

function pressedArrival(data: z.infer<typeof BlockActions>, maskCpr: MaskCpr): Arrival {
  const { container, message, trigger_id: trigger = null } = data;
  const [{ action_id: action, action_ts: actionTs, ...chosen }] = data.actions;
  const { channel_id: channel, message_ts: ts, view_id: viewId = null } = container;
  const place = channel === undefined || ts === undefined ? null : { channel, ts };
  const threadTs = container.thread_ts ?? message?.thread_ts ?? null;
  const chosenNow = chosenIn(chosen, maskCpr);
  const happening: HappeningOf<'pressed'> = {
    kind: 'pressed',
    action,
    value: typeof chosenNow === 'object' ? (chosenNow ?? []).join(',') : chosenNow,
    user: data.user.id,
    triggerId: trigger,
    place,
    threadTs: threadTs === ts ? null : threadTs,
    viewId,
    ...windowOf(data, maskCpr),
  };
  const line = place === null ? (viewId ?? data.user.id) : `${place.channel}/${threadTs ?? place.ts}`;
  const key = `pressed.${line}.${data.user.id}.${action}.${actionTs}`;
  return { key, line, happening, passing: action === draftAction };
}

function windowOf(
  { view: shown }: z.infer<typeof BlockActions>,
  maskCpr: MaskCpr,
): Pick<HappeningOf<'pressed'>, 'view'> {
  if (shown?.type !== 'modal') return {};
  const { callback_id: callback, private_metadata: about, state } = shown;
  return { view: { callback, about, values: valuesOf(state.values, maskCpr) } };
}

function submittedArrival(
  { user: { id }, view: shown, trigger_id: trigger = null }: z.infer<typeof Submission>,
  maskCpr: MaskCpr,
): Arrival {
  const values = valuesOf(shown.state.values, maskCpr);
  const hadCpr = JSON.stringify(values) !== JSON.stringify(valuesOf(shown.state.values, (text) => text));
  return {
    key: `submitted.${shown.id}.${trigger ?? shown.hash}`,
    line: shown.id,
    happening: {
      kind: 'submitted',
      callback: shown.callback_id,
      user: id,
      viewId: shown.id,
      hash: shown.hash,
      about: shown.private_metadata,
      values,
      hadCpr,
      triggerId: trigger,
    },
  };
}

function closedArrival({ user: { id }, view: shown }: z.infer<typeof Closed>, maskCpr: MaskCpr): Arrival {
  const { callback_id: callback, private_metadata: about } = shown;
  const values = valuesOf(shown.state.values, maskCpr);
  return {
    key: `closed.${shown.id}.${shown.hash}`,
    line: shown.id,
    happening: { kind: 'dismissed', callback, user: id, about, values },
  };
}

type Value = string | readonly string[] | null;

/** By block: each of our blocks has one field. */
function valuesOf(blocks: z.infer<typeof view>['state']['values'], maskCpr: MaskCpr): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(blocks).flatMap(([block, fields]) => {
      const [chosen] = Object.values(fields);
      return chosen === undefined ? [] : [[block, chosenIn(chosen, maskCpr)] as const];
    }),
  );
}

/** Written text is masked; ids and dates are not, for a timestamp can look like a CPR number. */
function chosenIn(chosen: Chosen, maskCpr: MaskCpr): Value {
  const { value, selected_option, selected_options, selected_date_time: moment } = chosen;
  if (typeof value === 'string') return chosen.type.endsWith('_input') ? maskCpr(value) : value;
  if (selected_option) return selected_option.value;
  if (selected_options) return selected_options.map((each) => each.value);
  if (typeof moment === 'number') return String(moment);
  const { selected_users, selected_channels, selected_conversations } = chosen;
  const { selected_date, selected_time, selected_user, selected_channel, selected_conversation } = chosen;
  const one = selected_date ?? selected_time ?? selected_user ?? selected_channel ?? selected_conversation;
  return one ?? selected_users ?? selected_channels ?? selected_conversations ?? null;
}

const Command = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: triggerId,
});

/** @param body a command's form */
export function commandArrival(body: unknown, maskCpr: MaskCpr): Arrival | null {
  const command = Command.safeParse(body);
  if (!command.success) return null;
  const { user_id: by, channel_id: channel, text, trigger_id: trigger = null } = command.data;
  const masked = maskCpr(text);
  return {
    key: `command.${by}.${trigger ?? 'none'}`,
    line: by,
    happening: { kind: 'command', user: by, channel, text: masked, hadCpr: masked !== text, triggerId: trigger },
  };
}
