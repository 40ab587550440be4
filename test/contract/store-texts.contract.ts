/** What every store must do with what people write: give it back unchanged, and say it nowhere else. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Message } from '../../src/domain/saying.ts';
import { wellFormed } from '../../src/domain/well-formed.ts';
import type { EffectId } from '../../src/domain/words.ts';
import { partyCodes } from '../../src/domain/words.ts';
import type { Store } from '../../src/ports.ts';
import { anna, changeOf, effect, message, minutes, newId, noon, opened, opening, received } from './enquiries.ts';
import { eachTest, type OpenStore } from './store-under-test.ts';

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

export function textContract(open: OpenStore): void {
  let store: Store;
  eachTest(open, (under) => {
    store = under.store;
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
}
