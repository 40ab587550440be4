/** R1, the short form: killed every few seconds under load, nothing acknowledged is lost, doubled or out of order. */
import { describe, expect, it } from 'vitest';
import { postgres } from '../contract/services.ts';
import { seed } from '../seed.ts';
import { ownFolder, ownPostgres } from './own-services.ts';
import { storm } from './storm.ts';

const databases = {
  PGlite: { here: true, open: ownFolder },
  Postgres: { here: postgres.here, open: () => ownPostgres(postgres.url) },
};

for (const [name, { here, open }] of Object.entries(databases)) {
  describe.skipIf(!here)(`Indgang on ${name}, killed under load`, () => {
    it('keeps and shows once, in order, everything it said yes to', { timeout: 180_000 }, async () => {
      await using database = await open();
      console.info(`R1 on ${name}: SEED=${seed}`);

      const { figures, violations } = await storm({
        env: database.env,
        seconds: 25,
        clients: 20,
        seed,
        say: () => {},
      });

      console.info(JSON.stringify(figures));
      expect(violations.slice(0, 10)).toEqual([]);
      expect(figures).toMatchObject({ shownTwice: 0, withoutHolder: 0, overdue: 0, effectsDead: 0, strange: [] });
      expect(figures.kills).toBeGreaterThanOrEqual(3);
      expect(figures.acknowledged).toBeGreaterThan(100);
    });
  });
}
