/** What every store must do when a member of staff takes an answer back: its words leave the conversation, and a note keeps them. */
import { expect, it } from 'vitest';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import { isRemoved, type Message } from '../../src/domain/saying.ts';
import type { Change, Store } from '../../src/ports.ts';
import { anna, changeOf, claimed, message, noon, opened, queued, received } from './enquiries.ts';
import { eachTest, type OpenStore } from './store-under-test.ts';

const marker = 'kolibri';
const from = { kind: 'staff', staff: anna, name: 'Anna', role: 'UU-vejleder' } as const;
const texts = (messages: readonly Message[]): readonly string[] => messages.map(({ text }) => text);

export function removingContract(open: OpenStore): void {
  let store: Store;
  eachTest(open, (opened) => {
    store = opened.store;
  });

  /** A citizen has written, and Anna has answered. */
  const answered = async () => {
    const replied: EnquiryEvent = { type: 'StaffReplied', by: anna, seq: 2, at: noon };
    const state = await opened(store, [queued('guidance'), received(1), claimed(anna)]);
    const messages = [message(state.id, 1), message(state.id, 2, { from, text: marker, clientId: 'c2' })];
    const change = changeOf(state.id, state, [replied], { messages });
    expect(await store.commit(change)).toBe('committed');
    return change.after;
  };
  const removing = (state: Change['after'], seq = 2): Change => {
    const event: EnquiryEvent = { type: 'AnswerRemoved', by: anna, seq, note: 'n1', at: noon };
    const notes = [{ id: 'n1', enquiry: state.id, by: anna, text: marker, at: noon }];
    return changeOf(state.id, state, [event], { notes, removedAnswer: seq });
  };

  it('has an empty answer under its number, and its words in the note alone', async () => {
    const state = await answered();
    const other = await answered();

    expect(await store.commit(removing(state))).toBe('committed');

    const messages = await store.messages(state.id, 0, 10);
    expect(messages.map(isRemoved)).toEqual([false, true]);
    expect(messages[1]).toMatchObject({ seq: 2, from, text: '', clientId: 'c2' });
    expect((await store.notes(state.id)).map(({ text }) => text)).toEqual([marker]);
    expect(texts(await store.messages(other.id, 0, 10))[1]).toBe(marker);
  });

  it("never takes a citizen's words", async () => {
    const state = await answered();

    await store.commit(removing(state, 1));

    expect(texts(await store.messages(state.id, 0, 10))).toEqual([message(state.id, 1).text, marker]);
  });

  it('removes nothing when somebody else was first', async () => {
    const state = await answered();
    const late = removing(state);
    await store.commit(changeOf(state.id, state, [received(3)], { messages: [message(state.id, 3)] }));

    expect(await store.commit(late)).toBe('stale');

    expect(texts(await store.messages(state.id, 0, 10))[1]).toBe(marker);
    expect(await store.notes(state.id)).toEqual([]);
  });
}
