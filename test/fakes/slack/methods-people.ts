/** auth.*, team.*, users.* and usergroups.*: who the app is, and who the people are. */
import { flagOf, idsOf, neededText, textOf } from './arguments.ts';
import type { Methods } from './method.ts';
import { page } from './paging.ts';
import { fail } from './refusals.ts';
import type { Json, Usergroup } from './shapes.ts';
import { personJson, personKnown, type World } from './world.ts';

function lookupByEmail(world: World, args: Json): Json {
  const email = neededText(args, 'email').toLowerCase();
  const found = [...world.people.values()].find(
    (person) => person.email?.toLowerCase() === email && person.team === world.team.id && !person.deactivated,
  );
  return found === undefined ? fail('users_not_found') : { user: personJson(world, found) };
}

function usergroupJson(world: World, group: Usergroup, withUsers: boolean): Json {
  const { id, name, handle, users, disabled } = group;
  const base = { id, team_id: world.team.id, is_usergroup: true, name, handle, user_count: users.length };
  return { ...base, date_delete: disabled ? 1 : 0, ...(withUsers && { users }) };
}

const groupOf = (world: World, args: Json) =>
  world.usergroups.get(neededText(args, 'usergroup')) ?? fail('no_such_subteam');

function createGroup(world: World, args: Json): Json {
  const name = neededText(args, 'name');
  const handle = textOf(args, 'handle') ?? name.toLowerCase().replaceAll(/[^a-z0-9_-]+/g, '-');
  const groups = [...world.usergroups.values()];
  if (groups.some((group) => group.name === name)) return fail('name_already_exists');
  if (groups.some((group) => group.handle === handle)) return fail('handle_already_exists');
  const group: Usergroup = { id: world.nextId('S'), name, handle, disabled: false, users: [] };
  world.usergroups.set(group.id, group);
  world.changed();
  return { usergroup: usergroupJson(world, group, true) };
}

function updateGroupUsers(world: World, args: Json): Json {
  const group = groupOf(world, args);
  const users = idsOf(args, 'users');
  if (users.length === 0) return fail('no_users_provided');
  for (const user of users) if (!world.people.has(user)) return fail('invalid_users');
  group.users = users;
  world.changed();
  return { usergroup: usergroupJson(world, group, true) };
}

function enable(disabled: boolean) {
  return (world: World, args: Json): Json => {
    const group = groupOf(world, args);
    group.disabled = disabled;
    world.changed();
    return { usergroup: usergroupJson(world, group, true) };
  };
}

const readGroups = ['usergroups:read'] as const;
const writeGroups = ['usergroups:write'] as const;
const needsGroup = ['usergroup'] as const;

const usergroupMethods: Methods = {
  'usergroups.list': {
    tier: 2,
    scopes: readGroups,
    formOnly: true,
    run(world, args) {
      const withUsers = flagOf(args, 'include_users');
      const groups = [...world.usergroups.values()].filter(
        (group) => !group.disabled || flagOf(args, 'include_disabled'),
      );
      return { usergroups: groups.map((group) => usergroupJson(world, group, withUsers)) };
    },
  },
  'usergroups.users.list': {
    tier: 2,
    scopes: readGroups,
    needs: needsGroup,
    formOnly: true,
    run: (world, args) => ({ users: groupOf(world, args).users }),
  },
  'usergroups.create': { tier: 2, scopes: writeGroups, needs: ['name'], run: createGroup },
  'usergroups.update': {
    tier: 2,
    scopes: writeGroups,
    needs: needsGroup,
    run(world, args) {
      const group = groupOf(world, args);
      group.name = textOf(args, 'name') ?? group.name;
      group.handle = textOf(args, 'handle') ?? group.handle;
      world.changed();
      return { usergroup: usergroupJson(world, group, true) };
    },
  },
  'usergroups.users.update': { tier: 2, scopes: writeGroups, needs: ['usergroup', 'users'], run: updateGroupUsers },
  'usergroups.disable': { tier: 2, scopes: writeGroups, needs: needsGroup, run: enable(true) },
  'usergroups.enable': { tier: 2, scopes: writeGroups, needs: needsGroup, run: enable(false) },
};

export const peopleMethods: Methods = {
  'api.test': { tier: 'special', run: (_world, args) => ({ args }) },
  'auth.test': {
    tier: 'special',
    run: ({ team, app }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: 'indgang',
      team_id: team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
  },
  'team.info': {
    tier: 3,
    scopes: ['team:read'],
    run: ({ team }) => ({ team: { ...team, email_domain: 'eksempel.dk' } }),
  },
  'users.info': {
    tier: 4,
    scopes: ['users:read'],
    needs: ['user'],
    formOnly: true,
    run: (world, args) => ({ user: personJson(world, personKnown(world, neededText(args, 'user'))) }),
  },
  'users.list': {
    tier: 2,
    scopes: ['users:read'],
    formOnly: true,
    run(world, args) {
      const { items, response_metadata } = page([...world.people.values()], args, 1000);
      return { members: items.map((person) => personJson(world, person)), response_metadata };
    },
  },
  'users.lookupByEmail': {
    tier: 3,
    scopes: ['users:read.email'],
    needs: ['email'],
    formOnly: true,
    run: lookupByEmail,
  },
  'users.conversations': {
    tier: 3,
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    formOnly: true,
    run(world, args) {
      const user = textOf(args, 'user') ?? world.app.botUserId;
      const shared = [...world.channels.values()].filter(
        ({ members, kind }) => members.has(user) && (kind === 'public' || members.has(world.app.botUserId)),
      );
      const { items, response_metadata } = page(shared, args, 999);
      return { channels: items.map(({ id, name }) => ({ id, name })), response_metadata };
    },
  },
  ...usergroupMethods,
};
