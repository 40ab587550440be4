/**
 * What people touch: buttons, menus, fields, modals, shortcuts and commands. Only what is really shown to somebody
 * can be touched; anything else is `NotPossible`, which is a fault in the test, or a missing button in the app.
 */
import { isObject, objectOr, objectsIn, textOf } from './arguments.ts';
import { elementsOf, faultsInBlocks } from './blocks.ts';
import type { Carried, Deliveries } from './delivery.ts';
import { cannot, SlackError } from './refusals.ts';
import { applyAnswer, newResponseUrl } from './response-urls.ts';
import type { Channel, Json, Person, View } from './shapes.ts';
import { chosen, isEmpty, optionsOf, startState, type Values } from './state.ts';
import { closeAll, closeTop, replaceBody, showModal, viewJson } from './views.ts';
import { breach, messageIn, messageJson, type World } from './world.ts';

/** What somebody saw of the app's answer: nothing wrong, or Slack's own warning. */
export interface Outcome {
  readonly acknowledged: boolean;
  readonly shown: 'dispatch_failed' | 'operation_timeout' | null;
}

export interface Submitted extends Outcome {
  /** By block id, what the person reads under the field. */
  readonly errors: Readonly<Record<string, string>>;
  /** The view that is on top afterwards; null when all are closed. */
  readonly view: View | null;
}

/** A message (ordinary or ephemeral), an open modal, or the Home tab. */
export type Place =
  | { readonly channel: string; readonly ts: string }
  | { readonly viewId: string }
  | { readonly home: true };

export type Touch = Place & {
  readonly user: string;
  readonly actionId: string;
  /** Needed when several blocks have an element of that action id. */
  readonly blockId?: string;
};

interface Shown {
  readonly blocks: readonly Json[];
  readonly values: Values;
  readonly container: Json;
  readonly view: View | null;
  /** What else the payload says about the place. */
  readonly around: () => Json;
}

const outcomeOf = (carried: Carried): Outcome =>
  carried.ok
    ? { acknowledged: true, shown: null }
    : { acknowledged: false, shown: carried.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed' };

export function touching(world: World, deliveries: Deliveries, mayAct: () => void) {
  const personHere = (id: string): Person => {
    mayAct();
    const person = world.people.get(id) ?? cannot(`nobody is called ${id}`);
    return person.deactivated ? cannot(`${person.name} has no account any more`) : person;
  };

  const newTrigger = (user: string, view: View | null): string => {
    const id = `${world.nextId('')}.${Math.floor(world.random() * 1e12)}`;
    world.triggers.set(id, { user, view: view?.id ?? null, at: world.clock.now(), used: false });
    return id;
  };

  const basis = (person: Person, view: View | null): Json => ({
    user: { id: person.id, username: person.name, name: person.name, team_id: person.team },
    team: { id: world.team.id, domain: world.team.domain },
    api_app_id: world.app.appId,
    token: world.app.verificationToken,
    trigger_id: newTrigger(person.id, view),
    enterprise: null,
    is_enterprise_install: false,
  });

  const shownTo = (person: Person, place: Place): Shown => {
    if ('viewId' in place) return viewShown(world, topOf(world, person.id, place.viewId));
    if ('home' in place) return viewShown(world, world.homes.get(person.id) ?? cannot('there is no Home tab yet'));
    return messageShown(world, person, place.channel, place.ts);
  };

  const act = async (touch: Touch, fits: (element: Json) => boolean, set: (element: Json) => Json) => {
    const person = personHere(touch.user);
    const shown = shownTo(person, touch);
    const { block, element } = find(shown.blocks, touch, fits);
    const made = set(element);
    const stands = shown.values[String(block.block_id)];
    if (stands?.[touch.actionId] !== undefined) stands[touch.actionId] = made;
    if (block.type === 'input' && block.dispatch_action !== true) return outcomeOf({ ok: true, answer: null });
    const named = { block_id: block.block_id, action_id: touch.actionId, action_ts: world.nextTs() };
    const payload = {
      type: 'block_actions',
      ...basis(person, shown.view),
      container: shown.container,
      ...shown.around(),
      ...(shown.view === null && { state: { values: structuredClone(shown.values) } }),
      actions: [{ ...made, ...named }],
    };
    return outcomeOf(await deliveries.interaction(payload));
  };

  return {
    /** @param touch.value which of several buttons with that action id */
    async press(touch: Touch & { readonly value?: string }): Promise<Outcome> {
      const fits = (element: Json) =>
        element.type === 'button' && (touch.value === undefined || element.value === touch.value);
      return act(touch, fits, ({ type, text, value, style }) => ({
        type,
        text,
        ...(value !== undefined && { value }),
        ...(style !== undefined && { style }),
      }));
    },

    /** Menus, pickers, boxes and fields; overflow menus too. */
    async choose(touch: Touch & { readonly value: unknown }): Promise<Outcome> {
      return act(
        touch,
        (element) => element.type !== 'button',
        (element) => madeOf(element, touch.value) ?? cannot(`${String(touch.value)} cannot be chosen there`),
      );
    },

    async submit(given: SubmitGiven): Promise<Submitted> {
      const person = personHere(given.user);
      const view = topOf(world, person.id, given.viewId);
      if (view.body.submit === undefined || view.body.submit_disabled === true)
        cannot('there is nothing to submit with');
      fill(view, given.values ?? {});
      requireFilled(view);
      const payload = {
        type: 'view_submission',
        ...basis(person, view),
        view: viewJson(world, view),
        response_urls: [],
      };
      const carried = await deliveries.interaction(structuredClone(payload));
      const errors = carried.ok ? afterSubmit(world, view, carried.answer) : {};
      return { ...outcomeOf(carried), errors, view: world.stacks.get(person.id)?.at(-1) ?? null };
    },

    /** @param everything all that are open, by the cross; otherwise only the one on top */
    async closeView(given: { readonly user: string; readonly everything?: boolean }): Promise<void> {
      const person = personHere(given.user);
      const top = world.stacks.get(person.id)?.at(-1) ?? cannot('no modal is open');
      const everything = given.everything === true || top.body.clear_on_close === true;
      const closing = everything ? closeAll(world, person.id).reverse() : [top];
      if (!everything) closeTop(world, person.id);
      for (const view of closing.filter(({ body }) => body.notify_on_close === true)) {
        const { trigger_id: _none, ...rest } = basis(person, view);
        const payload = { type: 'view_closed', ...rest, view: viewJson(world, view), is_cleared: everything };
        await deliveries.interaction(structuredClone(payload));
      }
    },

    /** @param text what follows the command, which stands first: `/indgang status` */
    async command(given: { readonly user: string; readonly channel: string; readonly text: string }): Promise<Outcome> {
      const person = personHere(given.user);
      const channel = channelOf(world, person, given.channel);
      const [command = '', ...words] = given.text.split(' ');
      if (!command.startsWith('/')) cannot('a command begins with /');
      const { user, team, enterprise: _none, ...rest } = basis(person, null);
      const payload = {
        ...rest,
        command,
        text: words.join(' '),
        user_id: person.id,
        user_name: objectOr(user).name,
        team_id: world.team.id,
        team_domain: objectOr(team).domain,
        channel_id: channel.id,
        channel_name: channel.kind === 'private' ? 'privategroup' : channel.name,
        response_url: newResponseUrl(world, channel, person.id, null),
      };
      const carried = await deliveries.command(payload);
      if (carried.ok) commandAnswer(world, channel, person, carried.answer);
      return outcomeOf(carried);
    },

    /** A global shortcut, from anywhere in Slack. */
    async shortcut(given: { readonly user: string; readonly callbackId: string }): Promise<Outcome> {
      const person = personHere(given.user);
      const payload = {
        type: 'shortcut',
        ...basis(person, null),
        callback_id: given.callbackId,
        action_ts: world.nextTs(),
      };
      return outcomeOf(await deliveries.interaction(payload));
    },

    /** A shortcut on a message. */
    async messageShortcut(given: MessageShortcut): Promise<Outcome> {
      const person = personHere(given.user);
      const channel = channelOf(world, person, given.channel);
      const message = messageIn(channel, given.ts) ?? cannot('there is no such message');
      const payload = {
        type: 'message_action',
        ...basis(person, null),
        callback_id: given.callbackId,
        action_ts: world.nextTs(),
        message_ts: message.ts,
        message: messageJson(world, channel, message),
        channel: { id: channel.id, name: channel.name },
        response_url: newResponseUrl(world, channel, person.id, message.ts),
      };
      return outcomeOf(await deliveries.interaction(payload));
    },

    /** What an external menu offers for what somebody has typed. */
    async suggest(touch: Touch & { readonly query: string }): Promise<readonly Json[]> {
      const person = personHere(touch.user);
      const shown = shownTo(person, touch);
      const { block } = find(shown.blocks, touch, (element) => String(element.type).endsWith('external_select'));
      const { trigger_id: _none, ...rest } = basis(person, shown.view);
      const { actionId: action_id, query: value } = touch;
      const named = { action_id, block_id: block.block_id, value };
      const payload = { type: 'block_suggestion', ...rest, container: shown.container, ...shown.around(), ...named };
      const carried = await deliveries.interaction(payload);
      return carried.ok ? suggested(world, carried.answer) : [];
    },
  };
}

export interface SubmitGiven {
  readonly user: string;
  readonly viewId: string;
  /** By block id and action id, as `choose` takes them. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface MessageShortcut {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly callbackId: string;
}

function channelOf(world: World, person: Person, id: string): Channel {
  const channel = world.channels.get(id) ?? cannot(`there is no channel ${id}`);
  return channel.members.has(person.id) ? channel : cannot(`${person.name} is not in that channel`);
}

function topOf(world: World, user: string, viewId: string): View {
  const stack = world.stacks.get(user) ?? [];
  const found = stack.find(({ id }) => id === viewId) ?? cannot('that modal is not open');
  return found === stack.at(-1) ? found : cannot('another modal lies on top of it');
}

function viewShown(world: World, view: View): Shown {
  return {
    blocks: objectsIn(view.body.blocks),
    values: view.values,
    container: { type: 'view', view_id: view.id },
    view,
    around: () => ({ view: structuredClone(viewJson(world, view)) }),
  };
}

function messageShown(world: World, person: Person, channelId: string, ts: string): Shown {
  const channel = channelOf(world, person, channelId);
  const ephemeral = world.ephemerals.find((each) => each.ts === ts && each.user === person.id);
  const message = ephemeral === undefined ? (messageIn(channel, ts) ?? cannot('there is no such message')) : null;
  const blocks = ephemeral?.blocks ?? message?.blocks ?? [];
  const key = `${ts} ${person.id}`;
  const values = { ...startState(blocks), ...world.choices.get(key) };
  world.choices.set(key, values);
  const threadTs = ephemeral?.threadTs ?? message?.threadTs ?? null;
  return {
    blocks,
    values,
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral !== undefined,
      ...(threadTs !== null && { thread_ts: threadTs }),
    },
    view: null,
    around: () => ({
      channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
      ...(message !== null && { message: messageJson(world, channel, message) }),
      response_url: newResponseUrl(world, channel, person.id, ts),
    }),
  };
}

function find(blocks: readonly Json[], touch: Touch, fits: (element: Json) => boolean) {
  const found = blocks
    .filter((block) => touch.blockId === undefined || block.block_id === touch.blockId)
    .flatMap((block) => elementsOf(block).map((element) => ({ block, element })))
    .filter(({ element }) => element.action_id === touch.actionId && fits(element));
  const [first, second] = found;
  if (first === undefined) return cannot(`nothing called ${touch.actionId} is shown there`);
  return second === undefined ? first : cannot(`several are called ${touch.actionId}: say which`);
}

function madeOf(element: Json, value: unknown): Json | undefined {
  if (element.type !== 'overflow') return chosen(element, value);
  const option = optionsOf(element).find((each) => each.value === value);
  return option === undefined ? undefined : { type: 'overflow', selected_option: option };
}

function fill(view: View, values: NonNullable<SubmitGiven['values']>): void {
  for (const [blockId, byAction] of Object.entries(values)) {
    for (const [actionId, value] of Object.entries(byAction)) {
      const touch: Touch = { viewId: view.id, user: view.user, actionId, blockId };
      const { element } = find(objectsIn(view.body.blocks), touch, () => true);
      const made = chosen(element, value) ?? cannot(`${String(value)} cannot be put into ${actionId}`);
      view.values[blockId] = { ...view.values[blockId], [actionId]: made };
    }
  }
}

/** Slack's own checks before the app hears anything: nothing required is empty, no text too short or too long. */
function requireFilled(view: View): void {
  for (const block of objectsIn(view.body.blocks).filter(({ type }) => type === 'input')) {
    const element = objectOr(block.element);
    const stands = objectOr(view.values[String(block.block_id)]?.[String(element.action_id)]);
    if (!isEmpty(stands)) requireLength(block, element, textOf(stands, 'value') ?? '');
    else if (block.optional !== true) cannot(`${String(block.block_id)} must be filled in`);
  }
}

function requireLength(block: Json, element: Json, text: string): void {
  if (element.type !== 'plain_text_input') return;
  if (text.length < Number(element.min_length ?? 0)) cannot(`${String(block.block_id)} is too short`);
  if (text.length > Number(element.max_length ?? 3000)) cannot(`${String(block.block_id)} is too long`);
}

/** Does what the answer to a submission says; the errors it shows. */
function afterSubmit(world: World, view: View, answer: unknown): Readonly<Record<string, string>> {
  if (answer === null || answer === '' || (isObject(answer) && Object.keys(answer).length === 0)) {
    closeTop(world, view.user);
    return {};
  }
  try {
    const said = objectOr(answer);
    if (said.response_action === 'errors') return errorsIn(world, view, said.errors);
    if (said.response_action === 'clear') closeAll(world, view.user);
    else if (said.response_action === 'update') replaceBody(world, view, said.view);
    else if (said.response_action === 'push') showModal(world, view.user, said.view, false);
    else breach(world, 'wrong-view-answer', JSON.stringify(answer));
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    breach(world, 'wrong-view-answer', `${error.code} ${JSON.stringify(error.more)}`);
  }
  return {};
}

function errorsIn(world: World, view: View, errors: unknown): Readonly<Record<string, string>> {
  const inputs = objectsIn(view.body.blocks).filter(({ type }) => type === 'input');
  const known = new Set(inputs.map((block) => block.block_id));
  const told = Object.entries(objectOr(errors));
  const strange = told.filter(([blockId, text]) => !known.has(blockId) || typeof text !== 'string');
  if (told.length === 0 || strange.length > 0) breach(world, 'wrong-view-answer', `errors: ${JSON.stringify(errors)}`);
  return Object.fromEntries(told.map(([blockId, text]) => [blockId, String(text)]));
}

function commandAnswer(world: World, channel: Channel, person: Person, answer: unknown): void {
  if (answer === null || answer === '') return;
  const said = isObject(answer) ? answer : { text: String(answer) };
  if (Object.keys(said).length === 0) return;
  applyAnswer(world, { channel: channel.id, user: person.id, ts: null, at: world.clock.now(), uses: 0 }, said);
}

function suggested(world: World, answer: unknown): Json[] {
  const offered = optionsOf(objectOr(answer));
  const asMenu = { type: 'static_select', ...objectOr(answer) };
  const faults = faultsInBlocks([{ type: 'actions', elements: [asMenu] }], 'message');
  if (offered.length > 0 && faults.length > 0) breach(world, 'wrong-view-answer', faults.join(' '));
  return offered;
}
