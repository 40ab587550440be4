/** What every store must tell: queues, counts, who read what, its secrets, and its end. */
import { expect, it } from 'vitest';
import { codeOf } from '../../src/domain/code.ts';
import type { EnquiryId, PartyCode, StaffId } from '../../src/domain/words.ts';
import { partyCodes } from '../../src/domain/words.ts';
import type { QueueFilter, Store } from '../../src/ports.ts';
import {
  anna,
  calledDuty,
  changeOf,
  claimed,
  closed,
  effect,
  invited,
  message,
  minutes,
  newId,
  noon,
  offered,
  opened,
  queued,
  received,
  yusuf,
} from './enquiries.ts';
import { eachTest, type OpenStore, read, type StoreUnderTest, twenty } from './store-under-test.ts';

function everyone(party: PartyCode, changes: Partial<QueueFilter> = {}): QueueFilter {
  return { party, staff: anna, duty: false, limit: 100, ...changes };
}

export function viewContract(open: OpenStore): void {
  let under: StoreUnderTest;
  let store: Store;
  eachTest(open, (opened) => {
    under = opened;
    store = opened.store;
  });

  it('keeps who read what, in order', async () => {
    const state = await opened(store);
    await store.logRead(yusuf, state.id, minutes(2));
    await store.logRead(anna, state.id, minutes(1));
    expect(await store.readLog(state.id)).toEqual([
      { staff: yusuf, at: minutes(2) },
      { staff: anna, at: minutes(1) },
    ]);
    expect(await store.readLog(newId())).toEqual([]);
  });

  it('shows a party its queue, acute first, then longest waiting', async () => {
    await opened(store);
    await opened(store, [queued('family', minutes(0))]);
    await opened(store, [queued('guidance', minutes(1)), claimed(anna), closed(anna)]);
    const late = await opened(store, [queued('guidance', minutes(9))]);
    const early = await opened(store, [queued('guidance', minutes(2)), claimed(yusuf)]);
    const acute = await opened(store, [queued('guidance', minutes(10), 'acute')]);

    expect(await store.queue(everyone('guidance'))).toEqual([acute, early, late]);
    expect(await store.queue(everyone('guidance', { limit: 2 }))).toEqual([acute, early]);
  });

  it('shows what is offered to a party, what a member of staff holds, and, to the duty rota, what it is called to', async () => {
    const offer = await opened(store, [queued('family', minutes(1)), claimed(yusuf), offered(yusuf, 'guidance')]);
    const mine = await opened(store, [queued('health', minutes(2)), claimed(anna)]);
    const alarm = await opened(store, [queued('ppr', minutes(3)), calledDuty(minutes(60))]);
    await opened(store, [queued('school', minutes(4))]);

    expect(await store.queue(everyone('guidance'))).toEqual([offer, mine]);
    expect(await store.queue(everyone('guidance', { duty: true }))).toEqual([offer, mine, alarm]);
    expect(await store.queue(everyone('family', { staff: yusuf }))).toEqual([offer]);
  });

  it('shows whoever helps what they help with, as long as they do', async () => {
    const helped = await opened(store, [queued('family'), claimed(yusuf), invited(yusuf, anna)]);
    await opened(store, [queued('family'), claimed(yusuf), invited(yusuf, 'karen' as StaffId)]);

    expect(await store.queue(everyone('guidance'))).toEqual([helped]);

    const left = changeOf(helped.id, helped, [{ type: 'HelperLeft', by: anna, helper: anna, at: noon }]);
    expect(await store.commit(left)).toBe('committed');
    expect(await store.queue(everyone('guidance'))).toEqual([]);
  });

  it('finds by the code, open and closed, newest first, whatever the id looks like', async () => {
    const ids = ['e1', 'bf-øå€😀', ...twenty.map(newId)] as EnquiryId[];
    for (const id of ids) await opened(store, [], { id });
    const first = ids[5] as EnquiryId;
    const [state] = await store.withCode(codeOf(first), 10);
    if (state === undefined) throw new Error('it is not found');
    await store.commit(changeOf(first, state, [queued('family'), claimed(anna), closed(anna)]));

    const found = await Promise.all(ids.map((id) => store.withCode(codeOf(id), 10)));

    expect(found.map(([one]) => one?.id)).toEqual(ids);
    expect(found[5]).toMatchObject([{ id: first, status: 'closed' }]);
    expect(await store.withCode('BBBBBB', 10)).toEqual([]);
  });

  it('counts what is open, overdue, without a holder, pending and dead', async () => {
    await opened(store);
    await opened(store, [queued('guidance', noon)]);
    await opened(store, [queued('family', noon), claimed(anna)]);
    await opened(store, [queued('family', noon), claimed(anna), closed(anna)]);
    const { id } = await opened(store, [], {
      effects: [effect(newId(), 'a', { key: 'a' }), effect(newId(), 'b', { key: 'b', dueAt: minutes(90) })],
    });
    const due = minutes(60);

    expect(await store.census(partyCodes, due + 30_000)).toEqual({
      openByStatus: { with_bot: 2, waiting: 1, claimed: 1 },
      withoutHolder: 0,
      overdue: 0,
      effectsPending: { 'show-card': 2 },
      effectsDead: {},
      oldestDueSeconds: 3630,
    });
    const later = await store.census(['front_desk', 'guidance'], due + 30_001);
    expect(later).toMatchObject({ withoutHolder: 1, overdue: 2 });
    expect((await store.census([], noon)).withoutHolder).toBe(4);
    expect(await read(store, id)).toMatchObject({ status: 'with_bot' });
  });

  it('counts nothing in an empty store', async () => {
    const empty = {
      openByStatus: {},
      withoutHolder: 0,
      overdue: 0,
      effectsPending: {},
      effectsDead: {},
      oldestDueSeconds: 0,
    };
    expect(await store.census(partyCodes, noon)).toEqual(empty);
  });

  it('keeps one secret per name, the same in every process', async () => {
    const other = await under.again();
    const secrets = await Promise.all([store.secret('a'), other.secret('a'), store.secret('a'), other.secret('a')]);
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[\w-]{43}$/);
    expect(await store.secret('b')).not.toBe(secrets[0]);
  });

  it('says that it is unavailable when it has been closed, having finished what was under way', async () => {
    const state = await opened(store);
    const underWay = store.commit(changeOf(state.id, state, [received(1)], { messages: [message(state.id, 1)] }));
    const closing = store.close();
    await expect(store.read(state.id)).rejects.toMatchObject({ name: 'UnavailableError', code: 'closed' });
    expect(await underWay).toBe('committed');
    await closing;
    await store.close();
  });
}
