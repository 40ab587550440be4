/** views.*: modals with a trigger, Home tabs without. */
import { jsonOf, neededText, textOf } from './arguments.ts';
import type { Methods } from './method.ts';
import { fail, failArguments } from './refusals.ts';
import type { Json, View } from './shapes.ts';
import { publishHome, replaceBody, showModal, viewById, viewJson } from './views.ts';
import type { Trigger, World } from './world.ts';

/** A trigger lives this long, and opens one thing. */
const triggerMs = 3000;

function triggerOf(world: World, args: Json): Trigger {
  const trigger = world.triggers.get(neededText(args, 'trigger_id')) ?? fail('invalid_trigger_id');
  if (trigger.used) return fail('exchanged_trigger_id');
  return world.clock.now() - trigger.at > triggerMs ? fail('expired_trigger_id') : trigger;
}

function viewArgument(args: Json): unknown {
  return jsonOf(args, 'view', 'invalid_arguments') ?? failArguments('missing required field: view');
}

function open(world: World, args: Json): Json {
  const trigger = triggerOf(world, args);
  const view = showModal(world, trigger.user, viewArgument(args), true);
  trigger.used = true;
  return { view: viewJson(world, view) };
}

/** Pushing is for triggers that came from within a modal. */
function push(world: World, args: Json): Json {
  const trigger = triggerOf(world, args);
  if (trigger.view === null || !world.views.has(trigger.view)) return fail('invalid_trigger_id');
  const view = showModal(world, trigger.user, viewArgument(args), false);
  trigger.used = true;
  return { view: viewJson(world, view) };
}

function update(world: World, args: Json): Json {
  const [id, externalId] = [textOf(args, 'view_id'), textOf(args, 'external_id')];
  if (id === undefined && externalId === undefined) return failArguments('missing required field: view_id');
  const view: View = viewById(world, id, externalId);
  const hash = textOf(args, 'hash');
  if (hash !== undefined && hash !== view.hash) return fail('hash_conflict');
  replaceBody(world, view, viewArgument(args));
  return { view: viewJson(world, view) };
}

function publish(world: World, args: Json): Json {
  const user = neededText(args, 'user_id');
  if (!world.people.has(user)) return failArguments('user_id is not a user');
  const view = publishHome(world, user, viewArgument(args), textOf(args, 'hash'));
  return { view: viewJson(world, view) };
}

export const viewMethods: Methods = {
  'views.open': { tier: 4, needs: ['trigger_id'], run: open },
  'views.push': { tier: 4, needs: ['trigger_id'], run: push },
  'views.update': { tier: 4, run: update },
  'views.publish': { tier: 4, needs: ['user_id'], run: publish },
};
