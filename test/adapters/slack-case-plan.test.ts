/** The plan for a case file's channel, on a small model of Slack: whatever happens and whenever it dies, it ends right. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  freshChannel,
  type KnownCase,
  type KnownChannel,
  nothingKnown,
  type WhyGone,
} from '../../adapters/slack/case-memory.ts';
import { channelName, nextStep, type Seen, type Step, type Wanted } from '../../adapters/slack/case-plan.ts';
import { seeded } from '../seed.ts';

interface Channel {
  readonly id: string;
  name: string;
  archived: boolean;
  shared: boolean;
  purpose: boolean;
  members: Set<string>;
  /** By post id, what it says; null when somebody has deleted it. */
  posts: Map<string, string | null>;
  pins: number;
  bookmarks: string[];
}

/** What outlives a process: Slack, what was told, what was written down. */
interface World {
  channels: Channel[];
  told: string[];
  reported: string[];
  pointers: Set<string>;
  known: KnownCase;
  now: number;
}

const minuteMs = 60_000;
const ours = (world: World) => world.channels.filter(({ name }) => name.startsWith('sag-'));
const standing = (world: World) => ours(world).filter(({ archived }) => !archived);

function newWorld(): World {
  return { channels: [], told: [], reported: [], pointers: new Set(), known: nothingKnown, now: 0 };
}

const wantedFirst: Wanted = {
  open: true,
  code: '4821',
  members: ['ali', 'jonas'],
  lead: 'ali',
  overview: 'o1',
  welcome: 'w1',
  links: ['desk'],
  acute: 0,
  thread: { channel: 'front', ts: '1.0' },
  notices: [],
};

interface Work {
  readonly known: KnownCase;
  readonly seen: Seen | null;
}

const look = (world: World, id: string): Seen => {
  const channel = world.channels.find((one) => one.id === id);
  if (channel === undefined) return { state: 'gone', name: '', members: [], refused: [] };
  const state = channel.archived ? 'archived' : channel.shared ? 'shared' : 'fine';
  return { state, name: channel.name, members: state === 'fine' ? [...channel.members] : [], refused: [] };
};

type StepOf<Do extends Step['do']> = Extract<Step, { do: Do }>;
interface Doing {
  readonly world: World;
  readonly known: KnownCase;
  readonly seen: Seen | null;
  readonly at: KnownChannel | null;
  /** The channel as the model has it; one that is gone takes nothing in. */
  readonly channel: Channel;
}

/** Does a step in the model, as `case-steps.ts` does it in Slack. */
function perform(world: World, { known, seen }: Work, step: Step): Work {
  const at = known.channel;
  const channel = world.channels.find(({ id }) => id === at?.id) ?? newChannel('', '');
  const act = doing[step.do] as (doing: Doing, step: Step) => Partial<Work>;
  return { known, seen, ...act({ world, known, seen, at, channel }, step) };
}

function newChannel(id: string, name: string): Channel {
  const empty = { archived: false, shared: false, purpose: false, pins: 0, bookmarks: [] };
  return { id, name, members: new Set(), posts: new Map(), ...empty };
}

function change({ known, at }: Doing, more: Partial<KnownChannel>): Partial<Work> {
  return at === null ? {} : { known: { ...known, channel: { ...at, ...more } } };
}

function letGo({ known, at, world }: Doing, why: WhyGone): Work {
  const former = { id: at?.id ?? '', name: at?.name ?? '', why, at: world.now, members: [] };
  return { known: { ...known, channel: null, making: null, former: [...known.former, former] }, seen: null };
}

function make({ world, known }: Doing, step: StepOf<'make'>): Work {
  const former = known.former.map(({ id }) => id);
  const usable = standing(world).filter(({ id, shared }) => !former.includes(id) && !shared);
  const found = usable.find(({ name, purpose }) => purpose || name === step.name);
  const begun = (id: string, name: string): Work => ({
    known: { ...known, making: null, channel: freshChannel(id, name) },
    seen: null,
  });
  if (found !== undefined) return begun(found.id, found.name);
  if (step.only === 'find') return { known: { ...known, making: null }, seen: null };
  if (world.channels.some(({ name }) => name === step.name)) {
    const names = known.names + 1;
    return { known: { ...known, making: channelName('4821', names), names }, seen: null };
  }
  world.channels.push(newChannel(`C${world.channels.length}`, step.name));
  return begun(`C${world.channels.length - 1}`, step.name);
}

function tell({ world, known }: Doing, { notice }: StepOf<'tell'>): Partial<Work> {
  if (!world.told.includes(notice.id)) world.told.push(notice.id);
  const told: KnownCase = { ...known, told: [...known.told, notice.id] };
  if (notice.kind !== 'intruder' || told.channel === null) return { known: told };
  const intruders = told.channel.intruders.filter(({ user }) => user !== notice.user);
  return { known: { ...told, channel: { ...told.channel, intruders } } };
}

function post({ channel }: Doing, id: string): void {
  if (!channel.posts.has(id)) channel.posts.set(id, id);
}

const doing: { readonly [Do in Step['do']]: (doing: Doing, step: StepOf<Do>) => Partial<Work> } = {
  intend: ({ known }, { name }) => ({ known: { ...known, making: name, names: known.names + 1, refused: null } }),
  make,
  look: ({ world, at }) => ({ seen: look(world, at?.id ?? '') }),
  let_go: (it, { why }) => letGo(it, why),
  condemn: (it, { why }) => change(it, { leaving: why }),
  archive: (it) => {
    it.channel.archived = true;
    return letGo(it, it.at?.leaving ?? 'closed');
  },
  take_stock: (it, { stock }) => change(it, stock),
  remove: ({ channel, seen }, { user }) => {
    channel.members.delete(user);
    return { seen: seen && { ...seen, members: seen.members.filter((one) => one !== user) } };
  },
  report: (it, { user }) => {
    it.world.reported.push(user);
    const intruders = it.at?.intruders ?? [];
    return change(it, { intruders: intruders.map((one) => (one.user === user ? { ...one, reported: true } : one)) });
  },
  rename: ({ channel, seen }, { name }) => {
    channel.name = name;
    return { seen: seen && { ...seen, name } };
  },
  purpose: (it) => {
    it.channel.purpose = true;
    return change(it, { purpose: true });
  },
  topic: (it) => change(it, { topic: true }),
  draft: (it, { which, print }) => change(it, it.at === null ? {} : { drafts: { ...it.at.drafts, [which]: print } }),
  overview: (it) => shown(it, 'overview'),
  welcome: (it) => shown(it, 'welcome'),
  pin: (it) => {
    it.channel.pins += 1;
    return change(it, { pinned: true });
  },
  bookmark: (it, { link }) => {
    if (!it.channel.bookmarks.includes(link)) it.channel.bookmarks.push(link);
    return change(it, { bookmarks: [...(it.at?.bookmarks ?? []), link] });
  },
  vet: (it, { users }) => change(it, { vetted: [...new Set([...(it.at?.vetted ?? []), ...users])] }),
  invite: ({ channel, seen }, { users }) => {
    for (const user of users) channel.members.add(user);
    return { seen: seen && { ...seen, members: [...new Set([...seen.members, ...users])] } };
  },
  point: (it) => {
    it.world.pointers.add(it.at?.id ?? '');
    return change(it, { pointed: true });
  },
  alert: (it, { heardAt }) => {
    post(it, `acute.${heardAt}`);
    return { known: { ...it.known, alerted: heardAt } };
  },
  summary: (it) => {
    post(it, 'summary');
    return change(it, { summed: true });
  },
  tell,
};

let current: Wanted = wantedFirst;

function shown(it: Doing, which: 'overview' | 'welcome'): Partial<Work> {
  const { at, channel } = it;
  if (at === null) return { seen: null };
  const print = current[which];
  const before = at[which];
  const drafts = { ...at.drafts, [which]: null };
  if (before !== null && typeof channel.posts.get(before.ts) !== 'string') return change(it, { [which]: null, drafts });
  if (before !== null) {
    channel.posts.set(before.ts, print);
    return change(it, { [which]: { ts: before.ts, print }, drafts });
  }
  const count = which === 'overview' ? 'overviews' : 'welcomes';
  const ts = `${which}.${at[count] + 1}`;
  if (!channel.posts.has(ts)) channel.posts.set(ts, print);
  return change(it, { [which]: { ts, print: at.drafts[which] ?? '' }, [count]: at[count] + 1, drafts });
}

/** One process: does steps until nothing is left to do, or dies after one before writing it down. */
function live(world: World, wanted: Wanted, diesAt: number | null): readonly Step[] {
  current = wanted;
  const steps: Step[] = [];
  let seen: Seen | null = null;
  for (;;) {
    const step = nextStep(world.known, seen, wanted, world.now);
    if (step === null) return steps;
    steps.push(step);
    if (steps.length > 300) throw new Error(`round in circles: ${steps.slice(-6).map((one) => one.do)}`);
    const after = perform(world, { known: world.known, seen }, step);
    if (steps.length === diesAt) return steps;
    world.known = after.known;
    seen = after.seen;
  }
}

type Turn = (world: World, wanted: Wanted) => Wanted;
/** People touch only channels that somebody is in: nobody sees an empty private one. */
const inOpen = (world: World, act: (channel: Channel) => void) => {
  const channel = standing(world).find(({ members }) => members.size > 0);
  if (channel !== undefined) act(channel);
};
const someone = fc.constantFrom('ali', 'jonas', 'mette', 'else', 'stranger');

const disturbances: fc.Arbitrary<Turn> = fc.oneof(
  someone.map(
    (user): Turn =>
      (world, wanted) => {
        inOpen(world, ({ members }) => void members.add(user));
        return wanted;
      },
  ),
  someone.map(
    (user): Turn =>
      (world, wanted) => {
        inOpen(world, ({ members }) => void members.delete(user));
        return wanted;
      },
  ),
  fc
    .constantFrom<(channel: Channel) => void>(
      (channel) => {
        channel.archived = true;
      },
      (channel) => {
        channel.name = `andet-${channel.id}`;
      },
      (channel) => {
        channel.shared = true;
      },
      ({ posts }) => {
        for (const id of posts.keys()) if (id.startsWith('overview')) posts.set(id, null);
      },
    )
    .map(
      (act): Turn =>
        (world, wanted) => {
          inOpen(world, act);
          return wanted;
        },
    ),
  fc.subarray(['jonas', 'mette', 'else']).map(
    (team): Turn =>
      (_, wanted) => ({ ...wanted, members: ['ali', ...team], overview: `o${team}`, welcome: `w${team}` }),
  ),
  fc.constant<Turn>((_, wanted) => ({ ...wanted, open: !wanted.open, overview: `${wanted.overview}!` })),
  fc.constant<Turn>((world, wanted) => ({ ...wanted, acute: wanted.open ? world.now : wanted.acute })),
  fc.constant<Turn>((world, wanted) => {
    world.now += 26 * 60 * minuteMs;
    return wanted;
  }),
);

const story = fc.array(fc.tuple(disturbances, fc.option(fc.integer({ min: 1, max: 25 }), { nil: null })), {
  maxLength: 12,
});

describe('the plan', () => {
  it('ends as wanted, whatever happens and whenever it dies', () => {
    fc.assert(
      fc.property(story, (turns) => {
        const world = newWorld();
        let wanted = wantedFirst;
        for (const [turn, diesAt] of turns) {
          world.now += minuteMs;
          wanted = turn(world, wanted);
          live(world, wanted, diesAt);
        }
        world.now += 26 * 60 * minuteMs;
        // A deleted overview is found when there is something new to show.
        wanted = { ...wanted, overview: 'last' };

        live(world, wanted, null);

        right(world, wanted);
        expect(
          live(world, wanted, null)
            .map((step) => step.do)
            .filter((what) => what !== 'look'),
        ).toEqual([]);
      }),
      seeded('the plan ends as wanted', 1_500),
    );
  });

  it('writes nothing and lets nobody in while somebody is there who may not be', () => {
    const writing = new Set<Step['do']>([
      'purpose',
      'topic',
      'overview',
      'pin',
      'bookmark',
      'invite',
      'welcome',
      'alert',
      'summary',
    ]);
    fc.assert(
      fc.property(fc.subarray(['ali', 'jonas', 'else', 'stranger']), fc.boolean(), (inside, open) => {
        const world = newWorld();
        live(world, wantedFirst, null);
        const [channel] = standing(world);
        if (channel === undefined) throw new Error('no channel');
        channel.members = new Set(inside);

        const steps = live(world, { ...wantedFirst, open, overview: 'o2' }, null).map((step) => step.do);

        const lastOut = steps.lastIndexOf('remove');
        const firstWord = steps.findIndex((what) => writing.has(what));
        expect(firstWord === -1 || firstWord > lastOut).toBe(true);
      }),
      seeded('nobody stays', 200),
    );
  });

  it('invites only those who may be there', () => {
    fc.assert(
      fc.property(story, (turns) => {
        const world = newWorld();
        let wanted = wantedFirst;
        for (const [turn, diesAt] of turns) {
          world.now += minuteMs;
          wanted = turn(world, wanted);
          for (const step of live(world, wanted, diesAt)) {
            if (step.do === 'invite') expect(wanted.members).toEqual(expect.arrayContaining([...step.users]));
          }
        }
      }),
      seeded('only those who may', 500),
    );
  });

  it('raises no alarm about those it has let in itself', () => {
    for (let diesAt = 1; diesAt < 25; diesAt += 1) {
      const world = newWorld();
      live(world, wantedFirst, diesAt);

      live(world, { ...wantedFirst, members: ['ali'] }, null);

      expect(world.reported).toEqual([]);
    }
  });

  it('tells of a stranger though it died between removing and telling', () => {
    for (let diesAt = 1; diesAt < 8; diesAt += 1) {
      const world = newWorld();
      live(world, wantedFirst, null);
      inOpen(world, ({ members }) => void members.add('else'));

      live(world, wantedFirst, diesAt);
      live(world, wantedFirst, null);

      expect(new Set(world.reported)).toEqual(new Set(['else']));
      expect(world.told.filter((notice) => notice.startsWith('intruder'))).toHaveLength(1);
    }
  });
});

describe('what stands in the channel', () => {
  it('is put right when the process died between an edit and writing it down, and all became as it was before', () => {
    for (let diesAt = 1; diesAt < 12; diesAt += 1) {
      const world = newWorld();
      live(world, wantedFirst, null);

      live(world, { ...wantedFirst, overview: 'o2', welcome: 'w2' }, diesAt);
      live(world, wantedFirst, null);

      right(world, wantedFirst);
    }
  });
});

describe('a name', () => {
  it('is the code, with a number when it is taken', () => {
    expect([1, 2, 3].map((attempt) => channelName('4821', attempt))).toEqual(['sag-4821', 'sag-4821-2', 'sag-4821-3']);
  });
});

/** What must hold when nothing is left to do. */
function right(world: World, wanted: Wanted): void {
  const open = world.channels.filter(({ archived }) => !archived);
  if (!wanted.open) {
    expect(open).toEqual([]);
    return;
  }
  expect(open).toHaveLength(1);
  const [channel] = open;
  const at = world.known.channel;
  if (channel === undefined || at === null) throw new Error('no channel');
  expect(channel.shared).toBe(false);
  const left = at.left.map(({ user }) => user);
  expect(new Set([...channel.members, ...left])).toEqual(new Set(wanted.members));
  expect(channel.name).toBe(at.name);
  expect(channel.posts.get(at.overview?.ts ?? '')).toBe(wanted.overview);
  const overviews = [...channel.posts].filter(([id, words]) => id.startsWith('overview') && words !== null);
  expect(overviews).toHaveLength(1);
  expect(channel.posts.get('welcome.1')).toBe(wanted.welcome);
  expect(channel.bookmarks).toEqual(wanted.links);
  expect(world.pointers.has(channel.id)).toBe(true);
  expect(world.known.alerted).toBe(wanted.acute);
  expect(at.intruders).toEqual([]);
}
