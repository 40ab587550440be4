/** What every store must do with case files. */
import { expect, it } from 'vitest';
import type { CaseFileId } from '../../src/domain/case-file.ts';
import type { Store } from '../../src/ports.ts';
import { caseChange, caseOpened, consentRecorded, karen, memberAdded, openedCase } from './case-files.ts';
import { anna, claimed, minutes, newId, noon, opened, queued, yusuf } from './enquiries.ts';
import { eachTest, type OpenStore, type StoreUnderTest, twenty } from './store-under-test.ts';

export function caseContract(open: OpenStore): void {
  let under: StoreUnderTest;
  let store: Store;
  eachTest(open, (opened) => {
    under = opened;
    store = opened.store;
  });

  it('gives back the case file, its journal and its notes as they were stored', async () => {
    const note = { id: 'note-1', by: karen, text: 'at skolen må få det at vide 🌱', at: noon };
    const change = caseChange(null, [caseOpened(), consentRecorded('note-1'), memberAdded(yusuf)], { notes: [note] });
    expect(await store.cases.commit(change)).toBe('committed');

    const { id, after, events } = change;
    expect(await store.cases.read(id)).toEqual(after);
    expect(await store.cases.ofEnquiry(after.enquiry)).toEqual(after);
    const journal = await store.cases.journal(id);
    expect(journal).toEqual(events.map((event, index) => ({ caseFile: id, version: index + 1, event })));
    expect(await store.cases.notes(id)).toEqual([note]);
  });

  it('knows nothing of what was never opened', async () => {
    const none = 'case-none' as CaseFileId;
    expect(await store.cases.read(none)).toBeNull();
    expect(await store.cases.ofEnquiry(newId())).toBeNull();
    expect([await store.cases.journal(none), await store.cases.notes(none)]).toEqual([[], []]);
    expect([await store.cases.naming(anna), await store.cases.readLog(none)]).toEqual([[], []]);
    expect(await store.cases.loads()).toEqual(new Map());
  });

  it('stores one of twenty decisions on the same version, whole', async () => {
    const state = await openedCase(store);
    const other = await under.again();
    const changes = twenty.map((index) =>
      caseChange(state, [{ type: 'ContactHad', by: anna, at: minutes(index) }], {
        notes: [{ id: `n-${index}`, by: anna, text: 'n', at: noon }],
      }),
    );
    const outcomes = await Promise.all(
      changes.map((change, index) => (index % 2 ? store : other).cases.commit(change)),
    );

    expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(19);
    expect(await store.cases.journal(state.id)).toHaveLength(2);
    expect(await store.cases.notes(state.id)).toHaveLength(1);
  });

  it('opens one case file when twenty open it for the same enquiry', async () => {
    const enquiry = newId();
    const id = 'case-of-it' as CaseFileId;
    const changes = twenty.map(() => caseChange(null, [caseOpened({ enquiry })], { id }));
    const outcomes = await Promise.all(changes.map((change) => store.cases.commit(change)));

    expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['committed', 'stale']));
    expect(await store.cases.journal(id)).toHaveLength(1);
    const second = caseChange(null, [caseOpened({ enquiry })], { id: 'case-another' as CaseFileId });
    expect(await store.cases.commit(second)).toBe('stale');
  });

  it('never gives a code twice, not even that of a closed case file, and stores nothing then', async () => {
    const closing = { type: 'CaseClosed', outcome: 'helped', note: 'n', by: karen, at: minutes(1) } as const;
    await openedCase(store, { code: '4821' }, [closing]);
    const change = caseChange(null, [caseOpened({ code: '4821' })]);

    expect(await store.cases.commit(change)).toBe('code-taken');
    expect(await store.cases.read(change.id)).toBeNull();
    expect(await store.cases.journal(change.id)).toEqual([]);
  });

  it('stores the effects with the decision, under the enquiry, each with its case file', async () => {
    const state = await openedCase(store, {}, [consentRecorded('n', minutes(60))]);
    const due = await store.dueEffects(minutes(59), 10);
    expect(due).toEqual([`${state.id}.2.show-case`, `${state.id}.2.link-case`]);
    expect(await store.dueEffects(minutes(60), 10)).toContain(`${state.id}.2.watch-consent`);

    const leased = await store.lease(due[0] ?? ('' as never), minutes(1), minutes(2));
    expect(leased?.effect).toEqual({
      kind: 'show-case',
      caseFile: state.id,
      id: `${state.id}.2.show-case`,
      enquiry: state.enquiry,
      key: `case.${state.id}`,
      dueAt: noon,
    });
  });

  it('lists the open case files that name somebody, those they coordinate first', async () => {
    const member = await openedCase(store, { at: minutes(1) }, [memberAdded(anna)]);
    const standIn = await openedCase(store, { standIn: anna, at: minutes(2) });
    const own = await openedCase(store, { coordinator: anna, at: minutes(3) });
    const left = { type: 'MemberLeft', staff: anna, why: 'removed', by: karen, at: minutes(4) } as const;
    await openedCase(store, {}, [memberAdded(anna), left]);
    const closing = { type: 'CaseClosed', outcome: 'job', note: 'n', by: anna, at: minutes(5) } as const;
    await openedCase(store, { coordinator: anna }, [closing]);

    expect(await store.cases.naming(anna)).toEqual([own, member, standIn]);
    expect(await store.cases.loads()).toEqual(
      new Map([
        [karen, 3],
        [anna, 1],
      ]),
    );
  });

  it('follows a change of coordinator', async () => {
    const state = await openedCase(store);
    const chosen = { type: 'CoordinatorChosen', by: karen, coordinator: yusuf, standIn: null, at: minutes(1) } as const;
    const { after, ...change } = caseChange(state, [chosen]);
    expect(await store.cases.commit({ after, ...change })).toBe('committed');

    expect(await store.cases.naming(yusuf)).toEqual([after]);
    expect(await store.cases.naming(karen)).toEqual([]);
    expect(await store.cases.loads()).toEqual(new Map([[yusuf, 1]]));
  });

  it('keeps who read a case file apart from who read its enquiry', async () => {
    const { id, enquiry } = await openedCase(store);
    await store.cases.logRead(karen, id, minutes(1));
    await store.logRead(anna, enquiry, minutes(2));

    expect(await store.cases.readLog(id)).toEqual([{ staff: karen, at: minutes(1) }]);
    expect(await store.readLog(enquiry)).toEqual([{ staff: anna, at: minutes(2) }]);
  });

  it('shows the coordinator the enquiry of an open case file in the queue, wherever it waits', async () => {
    const enquiry = await opened(store, [queued('guidance'), claimed(yusuf)]);
    const filter = { party: 'family', staff: karen, duty: false, limit: 10 } as const;
    expect(await store.queue(filter)).toEqual([]);

    const state = await openedCase(store, { enquiry: enquiry.id });
    expect(await store.queue(filter)).toEqual([enquiry]);

    const closing = { type: 'CaseClosed', outcome: 'helped', note: 'n', by: karen, at: minutes(1) } as const;
    await store.cases.commit(caseChange(state, [closing]));
    expect(await store.queue(filter)).toEqual([]);
  });

  it('takes one statement for each decision and each reading', async () => {
    const state = await openedCase(store);
    const before = under.statements();
    await store.cases.commit(caseChange(state, [memberAdded(anna)]));
    await store.cases.read(state.id);
    await store.cases.ofEnquiry(state.enquiry);
    expect(under.statements() - before).toBe(3);
  });
}
