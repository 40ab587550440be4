/** What every store must do when a citizen deletes what they wrote: no word of it is left, and everything else stays. */
import { expect, it } from 'vitest';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import { checkAcknowledged } from '../../src/domain/history.ts';
import type { Message } from '../../src/domain/saying.ts';
import { isErased } from '../../src/domain/saying.ts';
import type { Change, Store } from '../../src/ports.ts';
import { anna, changeOf, effect, message, newId, noon, opened, opening, received } from './enquiries.ts';
import { eachTest, type OpenStore, read, type StoreUnderTest } from './store-under-test.ts';

const marker = 'kolibri';
const fingerprint = 'print-of-kolibri';
const texts = (messages: readonly Message[]): readonly string[] => messages.map(({ text }) => text);

function said(seq: number, says: 'answer' | 'erased' = 'answer'): EnquiryEvent {
  return { type: 'BotSaid', seq, says, intent: null, choices: [], at: noon };
}
function erasing(through: number): EnquiryEvent {
  return { type: 'TextsErased', through, at: noon };
}
function inbox(id: string, seq: number) {
  return { source: 'webchat', key: `${id}:c${seq}`, bodyHash: `${fingerprint}-${seq}`, seq };
}

/** The citizen writes, and the robot answers. */
function writing(before: Enquiry, text = `${marker} ${before.lastSeq}`): Change {
  const { id, lastSeq } = before;
  const [mine, answer] = [lastSeq + 1, lastSeq + 2];
  return changeOf(id, before, [received(mine), said(answer)], {
    messages: [
      message(id, mine, { text, clientId: `c${mine}`, channelData: { clientActivityID: `c${mine}`, also: text } }),
      message(id, answer, { from: { kind: 'bot' }, says: 'answer', text: 'Et svar', replyTo: mine }),
    ],
    effects: [effect(id, `${mine}`)],
    inbox: inbox(id, mine),
  });
}

/** The citizen says yes to deleting. */
function deleting(before: Enquiry): Change {
  const { id, lastSeq } = before;
  const [mine, answer] = [lastSeq + 1, lastSeq + 2];
  return changeOf(id, before, [received(mine), erasing(mine), said(answer, 'erased')], {
    messages: [
      message(id, mine, { text: `ja, slet ${marker}`, clientId: `c${mine}`, channelData: { said: marker } }),
      message(id, answer, { from: { kind: 'bot' }, says: 'erased', text: 'Nu er det slettet.', replyTo: mine }),
    ],
    inbox: inbox(id, mine),
    erasedThrough: mine,
  });
}

export function erasingContract(open: OpenStore): void {
  let under: StoreUnderTest;
  let store: Store;
  eachTest(open, (opened) => {
    under = opened;
    store = opened.store;
  });

  const stored = async (change: Change): Promise<Enquiry> => {
    expect(await store.commit(change)).toBe('committed');
    return change.after;
  };
  const writes = (before: Enquiry, text?: string): Promise<Enquiry> => stored(writing(before, text));

  it('has no word of it anywhere afterwards, nor a fingerprint, and keeps what others wrote', async () => {
    const other = await writes(await opened(store), `${marker}, skrevet af en anden`);
    const state = await writes(await writes(await opened(store)));
    const rowsOf = async () => (await under.everything()).split('\n').filter((row) => row.includes(state.id));
    expect((await rowsOf()).filter((row) => row.includes(marker)).map((row) => row.split(' ')[0])).toEqual(
      expect.arrayContaining(['message', 'inbox']),
    );

    await stored(deleting(state));

    const rows = (await rowsOf()).join('\n');
    expect(rows).toContain('Et svar');
    expect(rows).not.toContain(marker);
    expect(texts(await store.messages(other.id, 0, 10))).toEqual([`${marker}, skrevet af en anden`, 'Et svar']);
    expect(await store.read(other.id, inbox(other.id, 1))).toMatchObject({ earlier: { bodyHash: `${fingerprint}-1` } });
  });

  it('keeps every message in its place, with its number and its client id', async () => {
    const state = await writes(await writes(await opened(store)));
    const before = await store.messages(state.id, 0, 10);
    await stored(deleting(state));

    const after = await store.messages(state.id, 0, 10);

    expect(after.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(after.map(isErased)).toEqual([true, false, true, false, true, false]);
    expect(after.slice(0, 4)).toEqual(
      before.map((one) => (one.from.kind === 'visitor' ? { ...one, text: '', channelData: null } : one)),
    );
    const acknowledged = after.flatMap(({ clientId, seq }) =>
      clientId === null ? [] : [{ enquiry: state.id, clientId, seq, text: '', sentAt: seq, answeredAt: seq }],
    );
    expect(acknowledged).toHaveLength(3);
    expect(checkAcknowledged(state.id, acknowledged, after)).toEqual([]);
  });

  it('counts the deleting message, and what it deleted, once when they come again', async () => {
    const state = await writes(await opened(store));
    const change = deleting(state);
    await stored(change);

    expect(await store.commit(change)).toBe('stale');
    const decidedAgain = deleting(await read(store, state.id));
    expect(await store.commit({ ...decidedAgain, inbox: change.inbox })).toBe('repeated');

    for (const seq of [1, 3]) {
      expect((await store.read(state.id, inbox(state.id, seq))).earlier).toEqual({ bodyHash: '', seq });
    }
    expect((await read(store, state.id)).lastSeq).toBe(4);
    expect(await under.everything()).not.toContain(marker);
  });

  it('leaves what is written afterwards, and deletes that too when asked again', async () => {
    const erased = await stored(deleting(await writes(await opened(store))));
    const later = await writes(erased, `${marker}, skrevet bagefter`);

    expect(texts(await store.messages(later.id, 0, 10))).toEqual([
      '',
      'Et svar',
      '',
      'Nu er det slettet.',
      `${marker}, skrevet bagefter`,
      'Et svar',
    ]);
    await stored(deleting(later));
    expect(await under.everything()).not.toContain(marker);
  });

  it('deletes nothing when somebody else was first', async () => {
    const state = await writes(await opened(store));
    const late = deleting(state);
    await writes(state);

    expect(await store.commit(late)).toBe('stale');

    expect(texts(await store.messages(state.id, 0, 1))).toEqual([`${marker} 0`]);
  });

  it("never takes a colleague's or the robot's words, nor notes", async () => {
    const id = newId();
    const from = { kind: 'staff', staff: anna, name: 'Anna', role: 'UU-vejleder' } as const;
    const notes = [{ id: 'n1', enquiry: id, by: anna, text: 'En note', at: noon }];
    const messages = [message(id, 1), message(id, 2, { from, text: 'Hej' }), message(id, 3, { from: { kind: 'bot' } })];
    await stored(changeOf(id, null, [opening, received(1), erasing(3)], { messages, notes, erasedThrough: 3 }));

    expect(texts(await store.messages(id, 0, 10))).toEqual(['', 'Hej', messages[2]?.text]);
    expect(await store.notes(id)).toEqual(notes);
  });
}
