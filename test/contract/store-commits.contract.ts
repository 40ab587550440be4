/** What every store must do with a decision: all of it or nothing, once, in order. */
import { expect, it } from 'vitest';
import type { EffectId } from '../../src/domain/words.ts';
import type { Store } from '../../src/ports.ts';
import {
  anna,
  changeOf,
  claimed,
  effect,
  message,
  minutes,
  newId,
  noon,
  opened,
  opening,
  queued,
  received,
} from './enquiries.ts';
import { eachTest, type OpenStore, read, type StoreUnderTest, twenty } from './store-under-test.ts';

export function commitContract(open: OpenStore): void {
  let under: StoreUnderTest;
  let store: Store;
  eachTest(open, (opened) => {
    under = opened;
    store = opened.store;
  });

  it('knows nothing of an enquiry that was never opened', async () => {
    expect(await store.read(newId(), { source: 'webchat', key: 'k' })).toEqual({
      enquiry: null,
      earlier: null,
      address: null,
    });
    expect(await store.messages(newId(), 0, 10)).toEqual([]);
  });

  it('gives back everything one decision stored', async () => {
    const id = newId();
    const staffMessage = message(id, 2, {
      from: { kind: 'staff', staff: anna, name: 'Anna', role: 'UU-vejleder' },
      replyTo: 1,
    });
    const messages = [
      message(id, 1, {
        clientId: 'c1',
        channelData: { clientActivityID: 'c1', list: [1, 'a', null], deep: { æ: true } },
      }),
      staffMessage,
      message(id, 3, {
        from: { kind: 'bot' },
        says: 'ask_age',
        quickReplies: [{ code: 'age:15_17', title: '15–17 år' }],
      }),
    ];
    const notes = [{ id: 'n1', enquiry: id, by: anna, text: 'Skal tales med en vejleder', at: noon }];
    const change = changeOf(id, null, [opening, queued('guidance'), claimed(anna)], {
      messages,
      notes,
      effects: [effect(id, '1'), { ...effect(id, '2'), kind: 'deliver-message', seq: 2 }],
      inbox: { source: 'webchat', key: `${id}:c1`, bodyHash: 'abc', seq: 1 },
      address: { serviceUrl: 'https://example.dk', conversation: ['x'] },
    });

    expect(await store.commit(change)).toBe('committed');

    expect(await store.read(id, { source: 'webchat', key: `${id}:c1` })).toEqual({
      enquiry: change.after,
      earlier: { bodyHash: 'abc', seq: 1 },
      address: { serviceUrl: 'https://example.dk', conversation: ['x'] },
    });
    expect(await store.messages(id, 0, 10)).toEqual(messages);
    expect(await store.messages(id, 1, 1)).toEqual([staffMessage]);
    expect(await store.notes(id)).toEqual(notes);
    expect(await store.journal(id)).toEqual(change.events.map((event, index) => ({ version: index + 1, event })));
    expect(await store.lease(`${id}.1` as EffectId, noon, minutes(1))).toEqual({
      effect: change.effects[0],
      attempt: 1,
      address: { serviceUrl: 'https://example.dk', conversation: ['x'] },
    });
  });

  it('accepts a message in two round trips, one to read and one to commit', async () => {
    const { id } = await opened(store);
    const before = under.statements();

    const { enquiry } = await store.read(id, { source: 'webchat', key: 'c1' });
    const change = changeOf(id, enquiry, [received(1)], {
      messages: [message(id, 1)],
      effects: [effect(id, '1')],
      notes: [{ id: 'n', enquiry: id, by: anna, text: 't', at: noon }],
      inbox: { source: 'webchat', key: 'c1', bodyHash: 'h', seq: 1 },
    });
    expect(await store.commit(change)).toBe('committed');

    expect(under.statements() - before).toBe(2);
  });

  it('keeps the address until another is given', async () => {
    const first = await opened(store, [], { address: { a: 1 } });
    const second = changeOf(first.id, first, [received(1)]);
    await store.commit(second);
    expect((await store.read(first.id)).address).toEqual({ a: 1 });

    const third = changeOf(first.id, second.after, [received(2)], { address: { a: 2 } });
    await store.commit(third);
    expect((await store.read(first.id)).address).toEqual({ a: 2 });

    await store.commit(changeOf(first.id, third.after, [received(3)], { address: null }));
    expect((await store.read(first.id)).address).toBeNull();
  });

  it('is stale, and stores nothing at all, when somebody else was first', async () => {
    const state = await opened(store);
    await store.commit(changeOf(state.id, state, [received(1)], { messages: [message(state.id, 1)] }));

    const late = changeOf(state.id, state, [received(1)], {
      messages: [message(state.id, 1, { text: 'for sent' })],
      notes: [{ id: 'late', enquiry: state.id, by: anna, text: 'for sent', at: noon }],
      effects: [effect(state.id, 'late')],
      inbox: { source: 'webchat', key: 'late', bodyHash: 'h', seq: 1 },
      address: 'late',
    });
    expect(await store.commit(late)).toBe('stale');

    expect(await store.read(state.id, { source: 'webchat', key: 'late' })).toMatchObject({
      earlier: null,
      address: null,
    });
    expect(await store.messages(state.id, 0, 10)).toHaveLength(1);
    expect(await store.notes(state.id)).toEqual([]);
    expect(await store.dueEffects(minutes(1), 10)).toEqual([]);
  });

  it('is stale when the enquiry is already open, or was never opened', async () => {
    const state = await opened(store);
    expect(await store.commit(changeOf(state.id, null, [opening]))).toBe('stale');
    const never = changeOf(newId(), null, [opening, received(1)]);
    expect(await store.commit({ ...never, expectedVersion: 1 })).toBe('stale');
  });

  it('lets exactly one of twenty at once open an enquiry', async () => {
    const change = changeOf(newId(), null, [opening], { effects: [] });
    const outcomes = await Promise.all(twenty.map(() => store.commit(change)));
    expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(19);
  });

  it('lets one of twenty through per version, and leaves no gap in versions or sequence numbers', async () => {
    const { id } = await opened(store);
    const say = async (text: string): Promise<void> => {
      for (;;) {
        const state = await read(store, id);
        const seq = state.lastSeq + 1;
        const change = changeOf(id, state, [received(seq)], {
          messages: [message(id, seq, { text })],
          effects: [effect(id, text)],
        });
        if ((await store.commit(change)) === 'committed') return;
      }
    };

    await Promise.all(twenty.map((index) => say(`t${index}`)));

    const messages = await store.messages(id, 0, 100);
    expect(messages.map(({ seq }) => seq)).toEqual(twenty.map((index) => index + 1));
    expect(new Set(messages.map(({ text }) => text)).size).toBe(20);
    expect((await store.journal(id)).map(({ version }) => version)).toEqual([1, ...twenty.map((index) => index + 2)]);
    expect((await read(store, id)).version).toBe(21);
    const order = await inLeaseOrder(store);
    expect(order).toEqual(messages.map(({ text }) => `${id}.${text}`));
  });

  it('counts an inbox key once, whoever brings it', async () => {
    const states = await Promise.all(twenty.map(() => opened(store)));
    const commits = states.map((state) =>
      store.commit(
        changeOf(state.id, state, [received(1)], {
          messages: [message(state.id, 1)],
          inbox: { source: 'slack', key: 'Ev1', bodyHash: 'h', seq: 1 },
        }),
      ),
    );

    const outcomes = await Promise.all(commits);

    expect(outcomes.toSorted()).toEqual(['committed', ...Array.from({ length: 19 }, () => 'repeated')]);
    const stored = await Promise.all(states.map(({ id }) => store.messages(id, 0, 10)));
    expect(stored.flat()).toHaveLength(1);
    const versions = await Promise.all(states.map(({ id }) => read(store, id)));
    expect(versions.filter(({ version }) => version === 2)).toHaveLength(1);
  });

  it('stores a message sent twenty times at once only once', async () => {
    const { id } = await opened(store);
    const inbox = { source: 'webchat', key: `${id}:c1`, bodyHash: 'h' };
    const receive = async (): Promise<number> => {
      for (;;) {
        const { enquiry, earlier } = await store.read(id, inbox);
        if (earlier !== null) return earlier.seq;
        const seq = (enquiry?.lastSeq ?? 0) + 1;
        const change = changeOf(id, enquiry, [received(seq)], {
          messages: [message(id, seq)],
          inbox: { ...inbox, seq },
        });
        if ((await store.commit(change)) === 'committed') return seq;
      }
    };

    expect(new Set(await Promise.all(twenty.map(receive)))).toEqual(new Set([1]));
    expect(await store.messages(id, 0, 10)).toHaveLength(1);
  });

  it('goes on after a refused statement', async () => {
    const state = await opened(store, [], { inbox: { source: 's', key: 'k', bodyHash: 'h', seq: 1 } });
    const again = changeOf(state.id, state, [received(1)], { inbox: { source: 's', key: 'k', bodyHash: 'h', seq: 1 } });
    expect(await store.commit(again)).toBe('repeated');
    expect((await read(store, state.id)).version).toBe(1);
    expect(await store.commit({ ...again, inbox: null })).toBe('committed');
    expect(await store.commit(changeOf(newId(), null, [opening], { effects: [effect(state.id, 'x')] }))).toBe(
      'committed',
    );
    expect(await store.commit(changeOf(newId(), null, [opening], { effects: [effect(state.id, 'x')] }))).toBe('stale');
    await store.ping();
  });
}

/** Works everything off, one after another, the way the runner does. */
async function inLeaseOrder(store: Store): Promise<readonly EffectId[]> {
  const done: EffectId[] = [];
  for (;;) {
    const [id] = await store.dueEffects(minutes(1), 1);
    if (id === undefined) return done;
    if ((await store.lease(id, minutes(1), minutes(2))) === null) throw new Error('due, but not to be had');
    done.push(id);
    await store.settle(id, 'done');
  }
}
