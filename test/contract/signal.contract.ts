/** What every signal must do. It only hints, so what is raised while the outside is away may be lost elsewhere, never here. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Signal } from '../../src/ports.ts';

const patience = { timeout: 20_000, interval: 20 };

/** @param open signals of as many processes that belong together */
export function signalContract(open: (count: number) => readonly Signal[], across: boolean): void {
  let signals: readonly Signal[];
  let here: Signal;

  beforeEach(() => {
    signals = open(across ? 2 : 1);
    const [first] = signals;
    if (first === undefined) throw new Error('one at least');
    here = first;
  });
  afterEach(async () => {
    await Promise.all(signals.map((signal) => signal.close()));
  });

  it('tells listeners in this process at once', async () => {
    const heard: string[] = [];
    here.listen((topic) => void heard.push(topic));
    here.raise('e-1');
    here.raise('queue');
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual(['e-1', 'queue']);
  });

  it('tells a burst once, and the same topic again later', async () => {
    const heard: string[] = [];
    here.listen((topic) => void heard.push(topic));
    for (let count = 0; count < 100; count += 1) here.raise('e-1');
    await new Promise((resolve) => setImmediate(resolve));
    here.raise('e-1');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard).toEqual(['e-1', 'e-1']);
  });

  it('stops telling whoever stops listening, and only them', async () => {
    const heard: string[] = [];
    const listener = (topic: string): void => void heard.push(topic);
    const stop = here.listen(listener);
    here.listen(listener);
    stop();
    stop();
    here.raise('e-1');
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual(['e-1']);
  });

  it('lets a listener that fails stand in nobody’s way', async () => {
    const heard: string[] = [];
    here.listen(() => {
      throw new Error('listener');
    });
    here.listen((topic) => void heard.push(topic));
    here.raise('e-1');
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual(['e-1']);
  });

  it('never throws, whatever the topic, nor after its close', async () => {
    for (const topic of ['', 'a\nb', 'x'.repeat(20_000), "';--", 'ø']) here.raise(topic);
    await here.close();
    here.raise('e-1');
  });

  it.skipIf(!across)('tells the other process, each topic, and itself only once', async () => {
    const heardHere: string[] = [];
    const heardThere = new Set<string>();
    here.listen((topic) => void heardHere.push(topic));
    signals[1]?.listen((topic) => void heardThere.add(topic));
    await expect
      .poll(() => {
        here.raise('first');
        return heardThere.has('first');
      }, patience)
      .toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
    heardHere.length = 0;

    const topics = Array.from({ length: 200 }, (_, index) => `enquiry-${index}-${'x'.repeat(60)}`);
    for (const topic of topics) here.raise(topic);
    await expect.poll(() => topics.filter((topic) => heardThere.has(topic)).length, patience).toBe(200);
    expect(heardHere).toEqual(topics);
  });
}

/** Raises on one until the other hears it. */
export async function untilHeard(from: Signal, to: Signal, topic: string): Promise<void> {
  let heard = false;
  const stop = to.listen((told) => {
    heard ||= told === topic;
  });
  await expect
    .poll(() => {
      from.raise(topic);
      return heard;
    }, patience)
    .toBe(true);
  stop();
}
