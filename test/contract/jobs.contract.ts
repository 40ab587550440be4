/** What every implementation of jobs must do: at least once, in no order, and never in anybody's way. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EffectId } from '../../src/domain/words.ts';
import type { Jobs } from '../../src/ports.ts';

export const patience = { timeout: 20_000, interval: 20 };

export function newIds(count: number): readonly EffectId[] {
  return Array.from({ length: count }, (_, index) => `e:${randomUUID()}.${index}.show-card` as EffectId);
}

export function jobsContract(open: () => Jobs): void {
  let jobs: Jobs;

  beforeEach(() => {
    jobs = open();
  });
  afterEach(async () => {
    await jobs.close(2_000);
  });

  /** Wakes until all have been worked on, as the sweep does: a wake while the outside is not ready yet may be lost. */
  async function wakeUntilDone(ids: readonly EffectId[], done: ReadonlySet<EffectId>): Promise<void> {
    await expect
      .poll(() => {
        const missing = ids.filter((id) => !done.has(id));
        jobs.wake(missing);
        return missing.length;
      }, patience)
      .toBe(0);
  }

  it('works on every effect that is woken', async () => {
    const done = new Set<EffectId>();
    jobs.work(async (id) => void done.add(id));
    await wakeUntilDone(newIds(200), done);
  });

  it('works on an effect again when it is woken again', async () => {
    const [id = '' as EffectId] = newIds(1);
    let times = 0;
    jobs.work(async () => {
      times += 1;
    });
    for (const expected of [1, 2, 3]) {
      await expect
        .poll(() => {
          if (times < expected) jobs.wake([id]);
          return times;
        }, patience)
        .toBeGreaterThanOrEqual(expected);
    }
  });

  it('works on a burst of wakes for a waiting effect few times', async () => {
    const [id = '' as EffectId] = newIds(1);
    let times = 0;
    const release = Promise.withResolvers<void>();
    jobs.work(async () => {
      times += 1;
      await release.promise;
    });
    for (let wake = 0; wake < 100; wake += 1) jobs.wake([id]);
    await expect
      .poll(() => {
        if (times === 0) jobs.wake([id]);
        return times;
      }, patience)
      .toBeGreaterThanOrEqual(1);
    release.resolve();
    await jobs.close(5_000);
    expect(times).toBeLessThanOrEqual(2);
  });

  it('goes on after a handler that fails', async () => {
    const done = new Set<EffectId>();
    const ids = newIds(20);
    jobs.work(async (id) => {
      done.add(id);
      throw new Error('handler');
    });
    await wakeUntilDone(ids, done);
    const more = newIds(20);
    await wakeUntilDone(more, done);
  });

  it('works on several at once, and not on too many', async () => {
    const release = Promise.withResolvers<void>();
    const started = new Set<EffectId>();
    const ids = newIds(40);
    jobs.work(async (id) => {
      started.add(id);
      await release.promise;
    });
    await expect
      .poll(() => {
        if (started.size === 0) jobs.wake(ids);
        return started.size;
      }, patience)
      .toBe(10);
    release.resolve();
    await wakeUntilDone(ids, started);
  });

  it('waits at its close for what is under way, and takes nothing more', async () => {
    const done: EffectId[] = [];
    const started: EffectId[] = [];
    jobs.work(async (id) => {
      started.push(id);
      await new Promise((resolve) => setTimeout(resolve, 300));
      done.push(id);
    });
    const ids = newIds(1);
    await expect
      .poll(() => {
        if (started.length === 0) jobs.wake(ids);
        return started.length;
      }, patience)
      .toBe(1);

    await jobs.close(5_000);
    expect(done).toEqual(started);
    jobs.wake(newIds(5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(started).toHaveLength(1);
  });

  it('waits at its close no longer than it was told to', async () => {
    let started = false;
    jobs.work(() => {
      started = true;
      return new Promise(() => {});
    });
    const ids = newIds(1);
    await expect
      .poll(() => {
        if (!started) jobs.wake(ids);
        return started;
      }, patience)
      .toBe(true);
    const start = performance.now();
    await jobs.close(300);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
}
