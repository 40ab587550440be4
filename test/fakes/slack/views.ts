/** Modals and Home tabs: opened, stacked, updated and closed, by the app or by the person before them. */
import { objectsIn } from './arguments.ts';
import { checkedView, elementsOf } from './blocks.ts';
import { shortId } from './methods-chat.ts';
import { fail } from './refusals.ts';
import type { Json, View } from './shapes.ts';
import { startState } from './state.ts';
import type { World } from './world.ts';

const deepestStack = 3;

export function viewJson(world: World, view: View): Json {
  const { team, app } = world;
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    submit_disabled: false,
    ...view.body,
    id: view.id,
    team_id: team.id,
    state: { values: view.values },
    hash: view.hash,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: app.appId,
    app_installed_team_id: team.id,
    bot_id: app.botId,
  };
}

function newHash(world: World): string {
  return `${Math.floor(world.clock.now() / 1000)}.${shortId(world)}${shortId(world)}`;
}

const external = (view: View) => (typeof view.body.external_id === 'string' ? view.body.external_id : '');

function newExternal(world: World, body: Json, besides: View | null): void {
  const id = body.external_id;
  if (typeof id !== 'string' || id === '') return;
  const taken = [...world.views.values(), ...world.homes.values()].some(
    (view) => view !== besides && external(view) === id,
  );
  if (taken) fail('duplicate_external_id');
}

/** A modal on top of what the person has open; `fresh` closes that first. */
export function showModal(world: World, user: string, given: unknown, fresh: boolean): View {
  const body = checkedView(given, 'modal', () => shortId(world));
  newExternal(world, body, null);
  const stack = fresh ? [] : (world.stacks.get(user) ?? []);
  if (stack.length >= deepestStack) return fail('push_limit_reached');
  if (fresh) forget(world, user);
  const id = world.nextId('V');
  const view: View = {
    id,
    user,
    type: 'modal',
    body,
    hash: newHash(world),
    rootId: stack[0]?.id ?? id,
    previousId: stack.at(-1)?.id ?? null,
    values: startState(objectsIn(body.blocks)),
  };
  world.views.set(id, view);
  world.stacks.set(user, [...stack, view]);
  world.changed();
  return view;
}

function forget(world: World, user: string): void {
  for (const view of world.stacks.get(user) ?? []) world.views.delete(view.id);
  world.stacks.delete(user);
}

export function closeAll(world: World, user: string): View[] {
  const closed = world.stacks.get(user) ?? [];
  forget(world, user);
  world.changed();
  return closed;
}

/** The top one goes; the one below shows again. */
export function closeTop(world: World, user: string): void {
  const stack = world.stacks.get(user) ?? [];
  const top = stack.at(-1);
  if (top !== undefined) world.views.delete(top.id);
  world.stacks.set(user, stack.slice(0, -1));
  world.changed();
}

/** What was written stays where block and action ids are the same. */
export function replaceBody(world: World, view: View, given: unknown): void {
  const body = checkedView(given, view.type, () => shortId(world));
  newExternal(world, body, view);
  const before = view.values;
  const blocks = objectsIn(body.blocks);
  view.values = startState(blocks);
  for (const block of blocks) keepState(view, before, block);
  view.body = body;
  view.hash = newHash(world);
  world.changed();
}

function keepState(view: View, before: View['values'], block: Json): void {
  const blockId = String(block.block_id);
  for (const element of elementsOf(block)) {
    const kept = before[blockId]?.[String(element.action_id)];
    if (kept?.type === element.type && kept !== undefined) {
      view.values[blockId] = { ...view.values[blockId], [String(element.action_id)]: kept };
    }
  }
}

export function publishHome(world: World, user: string, given: unknown, hash: string | undefined): View {
  const there = world.homes.get(user);
  if (hash !== undefined && there !== undefined && there.hash !== hash) return fail('hash_conflict');
  if (there !== undefined) {
    replaceBody(world, there, given);
    return there;
  }
  const body = checkedView(given, 'home', () => shortId(world));
  const id = world.nextId('V');
  const values = startState(objectsIn(body.blocks));
  const view: View = { id, user, type: 'home', body, hash: newHash(world), rootId: id, previousId: null, values };
  world.homes.set(user, view);
  world.changed();
  return view;
}

export function viewById(world: World, id: string | undefined, externalId: string | undefined): View {
  const all = [...world.views.values(), ...world.homes.values()];
  const found = all.find((view) => (id === undefined ? external(view) === externalId : view.id === id));
  return found ?? fail('not_found');
}
