/** What every store must do. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Message } from '../../src/domain/saying.ts';
import { wellFormed } from '../../src/domain/well-formed.ts';
import type { EffectId, EnquiryId, PartyCode } from '../../src/domain/words.ts';
import { partyCodes } from '../../src/domain/words.ts';
import type { QueueFilter, Store } from '../../src/ports.ts';
import {
  anna,
  calledDuty,
  changeOf,
  claimed,
  closed,
  effect,
  message,
  minutes,
  newId,
  noon,
  offered,
  opened,
  opening,
  queued,
  received,
  yusuf,
} from './enquiries.ts';

export interface StoreUnderTest extends AsyncDisposable {
  readonly store: Store;
  /** Statements sent to the database so far. */
  readonly statements: () => number;
  /** The same data, opened as another process would. */
  readonly again: () => Promise<Store>;
}

const twenty = Array.from({ length: 20 }, (_, index) => index);

const unusualTexts: readonly string[] = [
  "Robert'); DROP TABLE message;--",
  '{"a":1}, [] null \\u0000 \\\\ \b\f\r\n\t',
  'ÆØÅ æøå é e\u0301 ﬁ ß İ ı',
  'مرحبا \u202Eabc\u202C שלום',
  `Z${'\u0300'.repeat(1000)}`,
  '👩‍👩‍👧‍👦🇩🇰👍🏽 𝕳𝖊𝖏 \u{10FFFF}',
  'a\u200Bb\u2028c\u2029d\uFEFFe\uFFFEf\uFFFF',
  '\u0001\u0007\u001B[31m\u007F\u0085',
  ' ',
  '%s %d $1 $2 {{y}} <script>alert(1)</script>',
  'x'.repeat(65_536),
  'ø'.repeat(65_536),
];

async function read(store: Store, id: EnquiryId): Promise<Enquiry> {
  const { enquiry } = await store.read(id);
  if (enquiry === null) throw new Error('it is not there');
  return enquiry;
}

function everyone(party: PartyCode, changes: Partial<QueueFilter> = {}): QueueFilter {
  return { party, staff: anna, duty: false, limit: 100, ...changes };
}

export function storeContract(open: () => Promise<StoreUnderTest>): void {
  let under: StoreUnderTest;
  let store: Store;

  beforeEach(async () => {
    under = await open();
    store = under.store;
  });
  afterEach(async () => {
    await under[Symbol.asyncDispose]();
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

  it('names neither rows nor words when the database refuses a row', async () => {
    const change = changeOf(newId(), null, [opening]);
    const broken = { ...change, messages: [message(change.id, 1, { text: 'hemmeligt\u0000' })] };
    const failure: unknown = await store.commit(broken).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(JSON.stringify([String(failure), failure, Object.getOwnPropertyNames(failure)])).not.toContain('hemmeligt');
    expect((failure as Error).cause).toBeUndefined();
    expect(await store.commit(change)).toBe('committed');
  });

  it('gives unusual text back unchanged, wherever it stands', async () => {
    const id = newId();
    const messages = unusualTexts.map((text, index) =>
      message(id, index + 1, {
        text,
        from: { kind: 'staff', staff: anna, name: text, role: text },
        clientId: text,
        channelData: { text, list: [text] },
        quickReplies: [{ code: text, title: text }],
      }),
    );
    await store.commit(changeOf(id, null, [opening], { messages, address: unusualTexts }));
    expect(await store.messages(id, 0, 100)).toEqual(messages);
    expect((await store.read(id)).address).toEqual(unusualTexts);
  });

  it('gives any well-formed text back unchanged', async () => {
    const id = newId();
    let state = await opened(store, [], { id });
    const text = fc.string({ unit: 'binary', maxLength: 200 }).map(wellFormed);
    const property = fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 50 }), async (texts) => {
      const events = texts.map((_, index) => received(state.lastSeq + index + 1));
      const messages = texts.map(
        (said, index): Message => message(id, state.lastSeq + index + 1, { text: said, channelData: said }),
      );
      const change = changeOf(id, state, events, { messages });
      expect(await store.commit(change)).toBe('committed');
      expect(await store.messages(id, state.lastSeq, 100)).toEqual(messages);
      state = change.after;
    });
    await fc.assert(property, { numRuns: 20 });
  });

  it('gives whole numbers as numbers', async () => {
    const state = await opened(store, [], { messages: [], effects: [] });
    await store.logRead(anna, state.id, noon);
    const change = changeOf(state.id, state, [received(1)], {
      messages: [message(state.id, 1)],
      effects: [effect(state.id, '1')],
    });
    await store.commit(change);
    const [stored] = await store.messages(state.id, 0, 1);
    const leased = await store.lease(`${state.id}.1` as EffectId, noon, minutes(1));
    const census = await store.census(partyCodes, noon);

    const numbers = [
      stored?.at,
      stored?.seq,
      leased?.attempt,
      leased?.effect.dueAt,
      (await store.readLog(state.id))[0]?.at,
    ];
    numbers.push(census.withoutHolder, census.overdue, census.oldestDueSeconds, ...Object.values(census.openByStatus));
    for (const number of numbers) expect(number).toBeTypeOf('number');
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

async function oneEffect(store: Store, id: EnquiryId): Promise<EffectId> {
  const state = await read(store, id);
  await store.commit(changeOf(id, state, [received(1)], { effects: [effect(id, 'one')] }));
  return `${id}.one` as EffectId;
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
