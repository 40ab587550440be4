/** The process dies after any one thing it does outside, and another goes on: all ends as if nothing had happened. */
import { expect, it } from 'vitest';
import type { Happening } from '../../adapters/slack/parts.ts';
import type { EnquiryId, PartyCode } from '../../src/domain/words.ts';
import { DiedError, type LanesInHand, lanesInHand } from '../fakes/lanes-in-hand.ts';

/** Does it; should the process die, another one does it again, as the inbox and the sweep see to. */
async function survived(town: LanesInHand, work: () => Promise<void> | undefined): Promise<void> {
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

async function pass(town: LanesInHand, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    town.jump(1_000);
    await survived(town, () => town.tick());
  }
}

const effects = (town: LanesInHand) => survived(town, () => town.runEffects());
const hear = (town: LanesInHand, happening: Happening) => survived(town, () => town.hear(happening));

function cardOf(town: LanesInHand, party: PartyCode) {
  const found = town.standing.findLast(
    ({ channel, id }) => channel === town.channelOf(party) && id?.startsWith('card.'),
  );
  if (found === undefined) throw new Error(`no card in ${party}`);
  return found;
}

async function press(town: LanesInHand, who: string, party: PartyCode, action: string, id: EnquiryId): Promise<void> {
  const { channel, ts } = cardOf(town, party);
  const place = { channel, ts };
  const user = town.userOf(who);
  await hear(town, { kind: 'pressed', action, value: id, user, triggerId: null, place, threadTs: null, viewId: null });
  await effects(town);
}

async function answer(town: LanesInHand, who: string, party: PartyCode, text: string) {
  const root = town.talks(party).at(-1);
  if (root === undefined) throw new Error(`no conversation in ${party}`);
  const place = { channel: root.channel, ts: town.nextTs() };
  const threadTs = root.ts;
  const user = town.userOf(who);
  await hear(town, { kind: 'message', place, threadTs, user, text, hadCpr: false, files: 0 });
  return { place, threadTs, user };
}

/** From a first message to closed, with everything in between. */
async function story(town: LanesInHand): Promise<EnquiryId> {
  const id = await town.arrive('BORGER-1');
  await effects(town);
  await press(town, 'amina-yusuf', 'guidance', 'claim', id);
  const first = await answer(town, 'amina-yusuf', 'guidance', 'SVAR-1');
  const second = await answer(town, 'amina-yusuf', 'guidance', 'SVAR-2');
  await pass(town, 40);
  await town.write(id, 'BORGER-2');
  await effects(town);
  const edited = { kind: 'edited', text: 'SVAR-1 igen', hadCpr: false, editedTs: town.nextTs() } as const;
  await hear(town, { ...edited, ...first });
  await hear(town, { kind: 'deleted', place: second.place, threadTs: second.threadTs });
  await pass(town, 40);
  await effects(town);
  await town.act('amina-yusuf', id, { do: 'transfer', party: 'employment', reason: 'job' });
  await effects(town);
  await town.act('peter-krog', id, { do: 'decline', reason: 'nej' });
  await effects(town);
  await town.act('amina-yusuf', id, { do: 'transfer', party: 'employment', reason: 'jo' });
  await effects(town);
  await press(town, 'peter-krog', 'employment', 'accept', id);
  await answer(town, 'peter-krog', 'employment', 'SVAR-3');
  await pass(town, 40);
  await town.write(id, 'FARE BORGER-3');
  await effects(town);
  await town.act('peter-krog', id, { do: 'close', outcome: 'job', reason: 'i job' });
  await effects(town);
  return id;
}

/** What people see at the end: where, under what, which words; not when. */
function seen(town: LanesInHand): readonly string[] {
  const rootOf = (ts: string | null) => town.standing.find((each) => each.ts === ts)?.id ?? '';
  return town.standing
    .map(
      ({ channel, threadTs, id, text }) =>
        `${channel} ${rootOf(threadTs)} ${id} ${text.replace(/kl\. [\d.]+/g, 'kl.')}`,
    )
    .sort();
}

it('ends whole, wherever it died', { timeout: 120_000 }, async () => {
  const calm = lanesInHand();
  const id = await story(calm);
  const told = await calm.told(id);
  expect(told).toEqual(['SVAR-1', '', 'Rettet: SVAR-1 igen', 'SVAR-3']);
  const all = calm.steps();
  expect(all).toBeGreaterThan(100);

  for (let step = 1; step <= all; step += 1) {
    const town = lanesInHand();
    town.dieAfter(step);
    const same = await story(town);
    expect({ step, told: await town.told(same) }).toEqual({ step, told });
    expect({ step, seen: seen(town) }).toEqual({ step, seen: seen(calm) });
    expect({ step, marks: new Set(town.marks).size }).toEqual({ step, marks: new Set(calm.marks).size });
  }
});

/** What the enquiry's card and the head of its conversation show, by id. */
function heads(town: LanesInHand): Readonly<Record<string, string>> {
  const shown = town.standing.filter(({ id }) => /^(card|talk)\./.test(id ?? ''));
  return Object.fromEntries(shown.map(({ id, text, blocks }) => [id, `${text} ${blocks}`]));
}

/** Dies while it shows one thing, and has another to show when it is back. */
async function overtaken(town: LanesInHand, diesAt: number, first: Acts, after: Acts): Promise<boolean> {
  const id = await town.arrive('BORGER-1');
  for (const act of first) {
    await effects(town);
    await town.act('amina-yusuf', id, act);
  }
  town.dieAfter(diesAt);
  const died = await town.runEffects().then(
    () => town.isDead(),
    () => true,
  );
  town.restart();
  for (const act of after) await town.act('amina-yusuf', id, act);
  await effects(town);
  return died;
}
type Acts = readonly Parameters<LanesInHand['act']>[2][];

const claim = { do: 'claim' } as const;
const giveBack = { do: 'return', reason: 'ikke os' } as const;

it.each<{ name: string; first: Acts; after: Acts }>([
  { name: 'a new card', first: [], after: [claim] },
  { name: 'a claim that is given back', first: [claim], after: [giveBack] },
  { name: 'a claim that is given back and made again', first: [claim], after: [giveBack, claim] },
  { name: 'what was given back and is claimed again', first: [claim, giveBack], after: [claim] },
])('shows what holds now, though it died showing $name', async ({ first, after }) => {
  const calm = lanesInHand();
  await overtaken(calm, Number.POSITIVE_INFINITY, first, after);
  let diesAt = 1;
  for (let died = true; died; diesAt += 1) {
    const town = lanesInHand();
    died = await overtaken(town, diesAt, first, after);

    // A conversation that was over before it was begun is never begun.
    expect({ diesAt, heads: { ...heads(calm), ...heads(town) } }).toEqual({ diesAt, heads: heads(calm) });
    expect(Object.keys(heads(town))).toContain('card.e1.0.0');
  }
  expect(diesAt).toBeGreaterThan(5);
});
