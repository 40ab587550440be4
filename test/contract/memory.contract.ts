/** What every memory of an adapter must do. */
import { expect, it } from 'vitest';
import type { Kept, Memory } from '../../src/ports.ts';
import { eachTest, type OpenStore, twenty } from './store-under-test.ts';

const keysOf = (kept: readonly Kept[]) => kept.map(({ key }) => key);

export function memoryContract(open: OpenStore): void {
  let memory: Memory;
  eachTest(open, ({ store }) => {
    memory = store.memory;
  });

  it('gives back what was put by, and nothing for what was not', async () => {
    const value = { ts: '1712345678.000240', list: [1, 'æ'], none: null };
    expect(await memory.keep('slack.thread/a', value, 0)).toBe(true);
    expect(await memory.read('slack.thread/a')).toEqual({ key: 'slack.thread/a', value, version: 1, dueAt: null });
    expect(await memory.read('slack.thread/b')).toBeNull();
  });

  it('keeps lists and plain words as they are', async () => {
    await memory.keep('slack.list', ['a', 'b'], 0);
    await memory.keep('slack.word', 'a', 0);
    expect((await memory.read('slack.list'))?.value).toEqual(['a', 'b']);
    expect((await memory.read('slack.word'))?.value).toBe('a');
  });

  it('lets one of two who write at once through', async () => {
    const first = await Promise.all(twenty.map((number) => memory.keep('slack.once', number, 0)));
    expect(first.filter(Boolean)).toHaveLength(1);
    const second = await Promise.all(twenty.map((number) => memory.keep('slack.once', number, 1)));
    expect(second.filter(Boolean)).toHaveLength(1);
    expect((await memory.read('slack.once'))?.version).toBe(2);
  });

  it('refuses a change of what has been forgotten', async () => {
    await memory.keep('slack.gone', 1, 0);
    await memory.forget('slack.gone');
    await memory.forget('slack.gone');
    expect(await memory.keep('slack.gone', 2, 1)).toBe(false);
    expect(await memory.read('slack.gone')).toBeNull();
  });

  it('hands out what is due, longest due first, once until its time has passed', async () => {
    await memory.keep('slack.later/c', 'c', 0, 300);
    await memory.keep('slack.later/a', 'a', 0, 200);
    await memory.keep('slack.later/b', 'b', 0, 100);
    await memory.keep('slack.later/never', 'n', 0);
    await memory.keep('slack.other/a', 'o', 0, 100);

    expect(keysOf(await memory.takeDue('slack.later/', 250, 1_000, 10))).toEqual(['slack.later/b', 'slack.later/a']);
    expect(keysOf(await memory.takeDue('slack.later/', 999, 2_000, 10))).toEqual(['slack.later/c']);
    expect(keysOf(await memory.takeDue('slack.later/', 1_000, 2_000, 1))).toEqual(['slack.later/a']);
  });

  it('says the version after taking, so that the work can be recorded', async () => {
    await memory.keep('slack.later/a', 'a', 0, 100);
    const [taken] = await memory.takeDue('slack.later/', 100, 1_000, 10);
    expect(taken).toMatchObject({ version: 2, dueAt: 1_000 });
    expect(await memory.keep('slack.later/a', 'done', taken?.version ?? 0)).toBe(true);
    expect(await memory.takeDue('slack.later/', 5_000, 9_000, 10)).toEqual([]);
  });

  it('gives each due entry to one of many takers', async () => {
    await Promise.all(twenty.map((number) => memory.keep(`slack.later/${number}`, number, 0, number)));
    const taken = await Promise.all(twenty.map(() => memory.takeDue('slack.later/', 100, 1_000, 3)));
    const keys = taken.flatMap(keysOf);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lists what is under a prefix by key, and only that', async () => {
    for (const key of ['slack.a/2', 'slack.a/1', 'slack.ab', 'slack.a/%', 'slack.b/1']) await memory.keep(key, 1, 0);
    expect(keysOf(await memory.list('slack.a/', 10))).toEqual(['slack.a/%', 'slack.a/1', 'slack.a/2']);
    expect(keysOf(await memory.list('slack.a/', 1))).toEqual(['slack.a/%']);
  });
}
