/** Random afternoons: whatever people do in Slack and in whatever order it comes, no internal word reaches a citizen. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Happening, HappeningOf, Place } from '../../adapters/slack/parts.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import type { StaffCommand } from '../../src/ports.ts';
import { DiedError, type LanesInHand, lanesInHand } from '../fakes/lanes-in-hand.ts';
import { seeded } from '../seed.ts';

/** Omar is in the channel and never has the enquiry; the stranger is nobody. */
const holders = ['amina-yusuf', 'jonas-bak', 'peter-krog'] as const;
const writers = [...holders, 'omar-said', 'stranger'] as const;
type Writer = (typeof writers)[number];

const writer = fc.constantFrom(...writers);
const holder = fc.constantFrom(...holders);
const pick = fc.nat(1_000);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('citizen' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const), who: holder }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('talk' as const), who: writer, pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('broadcast' as const), who: writer, pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('file' as const), who: writer, pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('internal' as const), who: writer, pick }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('edit' as const), pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('delete' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('transfer' as const), who: holder }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('accept' as const), who: holder }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decline' as const), who: holder }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const), who: holder }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), who: holder }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), pick: fc.integer({ min: 1, max: 40 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 12 }), pick }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Posted {
  readonly happening: HappeningOf<'message'>;
  readonly isInternal: boolean;
  isGone: boolean;
}

type Day = ReturnType<typeof dayOf>;

/** One afternoon with one enquiry. What comes from Slack waits, and is heard in any order before time goes on. */
function dayOf(town: LanesInHand, id: EnquiryId) {
  const posted: Posted[] = [];
  const heard: Happening[] = [];
  const waiting: Happening[] = [];
  const citizen = ['BORGER-0'];

  async function survive(work: () => Promise<void> | undefined): Promise<void> {
    for (;;) {
      try {
        await work();
        if (!town.isDead()) return;
      } catch (error) {
        if (!(error instanceof DiedError)) throw error;
      }
      town.restart();
    }
  }
  const effects = () => survive(() => town.runEffects());

  return {
    town,
    id,
    posted,
    heard,
    waiting,
    citizen,
    effects,
    /** All that waits is heard, shuffled by the dice. */
    listen: async (dice: number) => {
      for (const happening of waiting.splice(0).toSorted((a, b) => rank(a, dice) - rank(b, dice))) {
        await survive(() => town.hear(happening));
        heard.push(happening);
      }
      await effects();
    },
    pass: async (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        town.jump(1_000);
        await survive(() => town.tick());
      }
      await effects();
    },
    /** Whatever they are refused. */
    act: async (who: string, command: StaffCommand) => {
      await town.staff.act(who as StaffId, id, command);
      await effects();
    },
    /** Somebody writes in the thread of one of our messages, or beside it. */
    post: (who: Writer, root: Place | undefined, more: Partial<HappeningOf<'message'>>, internal: boolean) => {
      if (root === undefined) return;
      const isInternal = internal || who === 'omar-said' || who === 'stranger';
      const text = `${isInternal ? 'INTERNT' : 'SVAR'}-${posted.length}.`;
      const user = who === 'stranger' ? 'U999' : town.userOf(who);
      const place = { channel: root.channel, ts: town.nextTs() };
      const message = { kind: 'message', place, threadTs: root.ts, user, text, hadCpr: false, files: 0 } as const;
      const happening = { ...message, ...more };
      posted.push({ happening, isInternal, isGone: false });
      waiting.push(happening);
    },
    talk: (at: number) => one(rootsOf(town, true), at),
    card: (at: number) => one(rootsOf(town, false), at),
    written: (at: number) => one(posted, at),
  };
}

const one = <Value>(list: readonly Value[], at: number): Value | undefined => list[at % Math.max(1, list.length)];

function rootsOf({ standing }: LanesInHand, talks: boolean): readonly Place[] {
  return standing.filter(
    ({ threadTs, text, channel }) => threadTs === null && text.startsWith('💬') === talks && channel.startsWith('C'),
  );
}

type StepOf<Do extends Step['do']> = Extract<Step, { do: Do }>;

const doing: { readonly [Do in Step['do']]: (day: Day, step: StepOf<Do>) => Promise<void> | void } = {
  citizen: async ({ citizen, town, id, effects }) => {
    citizen.push(`BORGER-${citizen.length}`);
    await town.write(id, `${citizen.at(-1)}.`);
    await effects();
  },
  claim: ({ act }, { who }) => act(who, { do: 'claim' }),
  talk: ({ post, talk }, { who, pick }) => post(who, talk(pick), {}, false),
  broadcast: ({ post, talk }, { who, pick }) => post(who, talk(pick), { broadcast: true }, true),
  file: ({ post, talk }, { who, pick }) => post(who, talk(pick), { files: 1 }, true),
  internal: ({ post, card }, { who, pick }) => post(who, card(pick), pick % 5 === 0 ? { threadTs: null } : {}, true),
  edit: ({ written, waiting, town }, { pick }) => {
    const which = written(pick);
    if (which === undefined || which.isGone) return;
    const { place, threadTs, user, text, files, broadcast = false } = which.happening;
    const edited = { kind: 'edited', place, threadTs, user, files, broadcast, hadCpr: false } as const;
    waiting.push({ ...edited, text: `${text} igen`, editedTs: town.nextTs() });
  },
  delete: ({ written, waiting }, { pick }) => {
    const which = written(pick);
    if (which === undefined) return;
    which.isGone = true;
    waiting.push({ kind: 'deleted', place: which.happening.place, threadTs: which.happening.threadTs });
  },
  undo: async ({ written, waiting, listen }, { pick }) => {
    const which = written(pick);
    if (which === undefined) return;
    const { place, user } = which.happening;
    which.isGone = true;
    await listen(0);
    const button = { action: 'undo', value: `${place.channel}/${place.ts}` };
    waiting.push({ kind: 'pressed', ...button, user, triggerId: null, place, threadTs: null, viewId: null });
  },
  transfer: ({ act }, { who }) => {
    const party = who === 'peter-krog' ? 'guidance' : 'employment';
    return act(who, { do: 'transfer', party, reason: 'INTERNT grund' });
  },
  accept: ({ act }, { who }) => act(who, { do: 'accept' }),
  decline: ({ act }, { who }) => act(who, { do: 'decline', reason: 'INTERNT nej' }),
  return: ({ act }, { who }) => act(who, { do: 'return', reason: 'INTERNT tilbage' }),
  close: ({ act }, { who }) => act(who, { do: 'close', outcome: 'helped', reason: 'INTERNT lukket' }),
  again: ({ heard, waiting }, { pick }) => {
    const which = one(heard, pick);
    if (which !== undefined) waiting.push(which);
  },
  die: ({ town }, { pick }) => town.dieAfter(pick),
  pass: async ({ listen, pass }, { pick, seconds }) => {
    await listen(pick);
    await pass(seconds);
  },
};

async function afternoon(steps: readonly Step[]): Promise<Day> {
  const town = lanesInHand();
  const day = dayOf(town, await town.arrive('BORGER-0'));
  await day.effects();
  for (const each of steps) await (doing[each.do] as (day: Day, step: Step) => Promise<void> | void)(day, each);
  await day.listen(0);
  town.restart();
  await day.pass(45);
  return day;
}

/** An order for one throw of the dice. */
function rank(happening: Happening, dice: number): number {
  const words = JSON.stringify(happening);
  let sum = dice;
  for (let at = 0; at < words.length; at += 1) sum = (sum * 31 + words.charCodeAt(at)) % 1_000_003;
  return sum;
}

async function check({ town, id, posted, citizen }: Day): Promise<void> {
  const messages = await town.messages(id);
  expect(messages.map(({ text }) => text).filter((text) => text.includes('INTERNT'))).toEqual([]);

  const first = messages.filter(({ from, replyTo }) => from.kind === 'staff' && replyTo === null);
  const clientIds = first.map(({ clientId }) => clientId);
  const mayGo = posted.filter(({ isInternal }) => !isInternal);
  const known = mayGo.map(({ happening: { place } }) => `slack:${place.channel}:${place.ts}`);
  expect(clientIds.filter((clientId) => clientId === null || !known.includes(clientId))).toEqual([]);
  expect(new Set(clientIds).size).toBe(clientIds.length);
  expectOrderPerThread(clientIds);
  await expectThreads(town, id, citizen);
  await expectNothingWaits(town, posted);
}

/** What was written first in a thread came first. */
function expectOrderPerThread(clientIds: readonly (string | null)[]): void {
  const byChannel = Map.groupBy(clientIds, (clientId) => clientId?.split(':')[1]);
  for (const [, ids] of byChannel) {
    const written = ids.map((clientId) => clientId?.split(':')[2] ?? '');
    expect(written).toEqual(written.toSorted());
  }
}

/** The conversation that is open now holds all that the citizen said, once and in order. */
async function expectThreads(town: LanesInHand, id: EnquiryId, citizen: readonly string[]): Promise<void> {
  const { status } = await town.enquiry(id);
  const open = [...town.talks('guidance'), ...town.talks('employment')].filter(({ text }) =>
    text.startsWith('💬 Samtale:'),
  );
  expect(open.length).toBeLessThanOrEqual(1);
  if (status === 'claimed' || status === 'offered') expect(open.length).toBe(1);
  for (const root of open) {
    const words = town
      .thread(root)
      .map(({ text }) => text)
      .join('\n');
    const said = [...words.matchAll(/BORGER-\d+/g)].map(([word]) => word);
    expect(said).toEqual(citizen);
  }
}

/** Whatever was written is sent, undone, taken back, or its writer was told that it was not. */
async function expectNothingWaits(town: LanesInHand, posted: readonly Posted[]): Promise<void> {
  const kept = await town.store.memory.list('slack.pending/', 10_000);
  const stages = kept.map(({ value }) => (value as { stage: string }).stage);
  expect(stages.filter((stage) => stage === 'waiting' || stage === 'sending')).toEqual([]);
  for (const { happening, isGone } of posted) {
    if (isGone) continue;
    const { channel, ts } = happening.place;
    const sent = town.marks.includes(`${channel}/${ts}/white_check_mark`);
    const isTalk = town.standing.some((each) => each.ts === happening.threadTs && each.text.startsWith('💬'));
    const wasTold = town.whispers.some(({ user }) => user === happening.user);
    expect([happening.text, sent || wasTold || !isTalk]).toEqual([happening.text, true]);
  }
}

it('lets no internal word out, loses and doubles nothing, and keeps the order', { timeout: 300_000 }, async () => {
  const { seed, numRuns } = seeded('afternoons in Slack', 60);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      await check(await afternoon([{ do: 'claim', who: 'amina-yusuf' }, ...steps]));
    }),
    { seed, numRuns },
  );
});

it('sends each answer of the one who has it, exactly once and in order', { timeout: 120_000 }, async () => {
  const { seed, numRuns } = seeded('answers in Slack', 30);
  const talk = fc.record({ do: fc.constant('talk' as const), who: fc.constant('amina-yusuf' as const), pick });
  const other = fc.oneof(
    fc.record({ do: fc.constant('again' as const), pick }),
    fc.record({ do: fc.constant('citizen' as const) }),
    fc.record({ do: fc.constant('die' as const), pick: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ do: fc.constant('internal' as const), who: writer, pick }),
    fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 12 }), pick }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(talk, other), { minLength: 10, maxLength: 50 }), async (steps) => {
      const { town, id, posted } = await afternoon([{ do: 'claim', who: 'amina-yusuf' }, ...steps]);
      const answers = posted.filter(({ isInternal }) => !isInternal).map(({ happening }) => happening.text);
      expect(await town.told(id)).toEqual(answers);
    }),
    { seed, numRuns },
  );
});

it('keeps what was shown in the channel inside, also when its edit comes first', async () => {
  const broadcast = { do: 'broadcast', who: 'amina-yusuf', pick: 0 } as const;
  for (let dice = 0; dice < 20; dice += 1) {
    const steps = [broadcast, { do: 'edit', pick: 0 }, { do: 'pass', seconds: 10, pick: dice }] as const;
    const { town, id } = await afternoon([{ do: 'claim', who: 'amina-yusuf' }, ...steps]);
    expect(await town.told(id)).toEqual([]);
  }
});
