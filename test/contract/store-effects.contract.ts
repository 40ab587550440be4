/** What every store must do with effects: give each to one at a time, in the order of its key, until it is done. */
import { expect, it } from 'vitest';
import type { EffectId, EnquiryId } from '../../src/domain/words.ts';
import { partyCodes } from '../../src/domain/words.ts';
import type { Store } from '../../src/ports.ts';
import { changeOf, effect, minutes, newId, noon, opened, received } from './enquiries.ts';
import { eachTest, type OpenStore, read, twenty } from './store-under-test.ts';

export function effectContract(open: OpenStore): void {
  let store: Store;
  eachTest(open, (under) => {
    store = under.store;
  });

  it('finds due effects, oldest first, and not those that somebody works on', async () => {
    const { id } = await opened(store, [], {
      effects: [
        effect(newId(), 'b', { key: 'b', dueAt: minutes(2) }),
        effect(newId(), 'a', { key: 'a', dueAt: minutes(1) }),
        effect(newId(), 'later', { key: 'c', dueAt: minutes(5) }),
      ],
    });
    const due = await store.dueEffects(minutes(3), 10);
    expect(due.map((name) => name.split('.')[1])).toEqual(['a', 'b']);
    expect(await store.dueEffects(minutes(3), 1)).toEqual(due.slice(0, 1));

    const [first = '' as EffectId, second] = due;
    expect(await store.lease(first, minutes(3), minutes(4))).toMatchObject({ attempt: 1, effect: { enquiry: id } });
    expect(await store.dueEffects(minutes(3), 10)).toEqual([second]);
  });

  it('leases an effect to one of twenty at once', async () => {
    const { id } = await opened(store);
    const name = await oneEffect(store, id);
    const leases = await Promise.all(twenty.map(() => store.lease(name, noon, minutes(1))));
    expect(leases.filter((lease) => lease !== null)).toHaveLength(1);
  });

  it('gives an effect away again when its lease has run out', async () => {
    const { id } = await opened(store);
    const name = await oneEffect(store, id);
    await store.lease(name, noon, minutes(1));
    expect(await store.lease(name, minutes(1) - 1, minutes(2))).toBeNull();
    expect(await store.dueEffects(minutes(1), 10)).toEqual([name]);
    expect(await store.lease(name, minutes(1), minutes(2))).toMatchObject({ attempt: 2 });
  });

  it('leases nothing before its time, and nothing that is done, dead or unknown', async () => {
    const { id } = await opened(store);
    const name = await oneEffect(store, id);
    expect(await store.lease(name, noon - 1, minutes(1))).toBeNull();
    expect(await store.lease('unknown' as EffectId, noon, minutes(1))).toBeNull();
    await store.lease(name, noon, minutes(1));
    await store.settle(name, 'done');
    await store.settle(name, { retryAt: noon });
    expect(await store.lease(name, minutes(9), minutes(10))).toBeNull();
    expect(await store.dueEffects(minutes(9), 10)).toEqual([]);
  });

  it('keeps the order of one key, also while the first is tried again, and names the next when the way is free', async () => {
    const id = newId();
    const [first, second, other] = ['1', '2', 'other'].map((name) => `${id}.${name}` as EffectId);
    if (!first || !second || !other) throw new Error('three names');
    const effects = [effect(id, '1'), effect(id, '2'), effect(id, 'other', { key: 'other' })];
    await opened(store, [], { id, effects });

    expect(await store.lease(second, noon, minutes(1))).toBeNull();
    expect(await store.dueEffects(noon, 10)).toEqual([first, other]);
    await store.lease(first, noon, minutes(1));
    expect(await store.lease(second, noon, minutes(1))).toBeNull();
    expect(await store.settle(first, { retryAt: minutes(5) })).toBeNull();
    expect(await store.lease(second, minutes(2), minutes(3))).toBeNull();
    expect(await store.dueEffects(minutes(2), 10)).toEqual([other]);
    expect(await store.lease(first, minutes(5), minutes(6))).toMatchObject({ attempt: 2 });
    expect(await store.settle(first, 'done')).toBe(second);
    expect(await store.lease(second, minutes(5), minutes(6))).toMatchObject({ attempt: 1 });
    expect(await store.settle(second, 'done')).toBeNull();
  });

  it('lets a dead effect stand in nobody’s way', async () => {
    const id = newId();
    await opened(store, [], { id, effects: [effect(id, '1'), effect(id, '2')] });
    await store.lease(`${id}.1` as EffectId, noon, minutes(1));
    expect(await store.settle(`${id}.1` as EffectId, 'dead')).toBe(`${id}.2`);
    expect(await store.lease(`${id}.2` as EffectId, noon, minutes(1))).not.toBeNull();
    expect((await store.census(partyCodes, noon)).effectsDead).toEqual({ 'show-card': 1 });
  });

  it('does not wait for an earlier effect whose time has not come', async () => {
    const id = newId();
    await opened(store, [], { id, effects: [effect(id, 'later', { dueAt: minutes(60) }), effect(id, 'now')] });
    expect(await store.dueEffects(noon, 10)).toEqual([`${id}.now`]);
    expect(await store.lease(`${id}.now` as EffectId, noon, minutes(1))).not.toBeNull();
    expect(await store.settle(`${id}.now` as EffectId, 'done')).toBeNull();
  });

  it('finds what is due behind a recipient that is stuck', async () => {
    const stuck = newId();
    const effects = Array.from({ length: 50 }, (_, index) => effect(stuck, String(index)));
    await opened(store, [], { id: stuck, effects });
    await store.lease(`${stuck}.0` as EffectId, noon, minutes(1));
    await store.settle(`${stuck}.0` as EffectId, { retryAt: minutes(60) });
    const { id } = await opened(store);
    const name = await oneEffect(store, id);
    expect(await store.dueEffects(minutes(1), 10)).toEqual([name]);
  });
}

async function oneEffect(store: Store, id: EnquiryId): Promise<EffectId> {
  const state = await read(store, id);
  await store.commit(changeOf(id, state, [received(1)], { effects: [effect(id, 'one')] }));
  return `${id}.one` as EffectId;
}
