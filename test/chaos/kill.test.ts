/**
 * R1 and R2, the short forms: killed or stopped every few seconds under load, nothing acknowledged is lost, doubled or
 * out of order.
 */
import { describe, expect, it } from 'vitest';
import { postgres } from '../contract/services.ts';
import { seed } from '../seed.ts';
import { ownFolder, ownPostgres } from './own-services.ts';
import { type StormResult, storm } from './storm.ts';

const databases = {
  PGlite: { here: true, open: ownFolder },
  Postgres: { here: postgres.here, open: () => ownPostgres(postgres.url) },
};
const say = () => {};

function expectKept({ figures, violations }: StormResult): void {
  console.info(JSON.stringify(figures));
  expect(violations.slice(0, 10)).toEqual([]);
  expect(figures).toMatchObject({ shownTwice: 0, withoutHolder: 0, overdue: 0, effectsDead: 0, strange: [] });
  expect(figures.acknowledged).toBeGreaterThan(50);
}

for (const [name, { here, open }] of Object.entries(databases)) {
  describe.skipIf(!here)(`Indgang on ${name} under load`, () => {
    it('killed, keeps and shows once, in order, everything it said yes to', { timeout: 240_000 }, async () => {
      await using database = await open();

      const result = await storm({
        env: database.env,
        signal: 'SIGKILL',
        seconds: 25,
        killsAtLeast: 3,
        clients: 20,
        seed,
        say,
      });

      expectKept(result);
    });
  });
}

describe('Indgang asked to stop under load', () => {
  it('finishes what is under way, lets go and exits 0 within 10 s', { timeout: 240_000 }, async () => {
    await using database = await ownFolder();

    const result = await storm({
      env: database.env,
      signal: 'SIGTERM',
      seconds: 0,
      killsAtLeast: 5,
      clients: 20,
      seed,
      say,
    });

    expectKept(result);
    expect(result.figures.unclean).toEqual([]);
    expect(result.figures.slowestStopMs).toBeLessThan(10_000);
  });
});
