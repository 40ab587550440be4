import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadIntents } from '../../intents/load.ts';
import { partiesTable, routesTable } from '../../intents/routes.ts';
import { route } from '../../src/domain/routing.ts';
import type { Rules } from '../../src/domain/rules.ts';
import { ageBands } from '../../src/domain/words.ts';

const content = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
const { kommune, intents, topics } = content;
const always = (open: boolean): Rules => ({
  kommune,
  intents,
  topics,
  openIntervals: (from) => [{ from: open ? from : from + 1, to: from + 2, day: '' }],
});

describe('the routes of the municipality that is shipped', () => {
  it('lead from every matter, age and hour to one party that exists, with somebody in it and a leader', () => {
    let routes = 0;
    for (const intent of [...intents.keys(), null]) {
      for (const ageBand of [...ageBands, null]) {
        for (const open of [true, false]) {
          const party = route({ intent, ageBand, coordinated: false }, always(open), 0);
          const people = [...kommune.staff.values()].filter((one) => one.party === party);
          expect(kommune.parties.has(party)).toBe(true);
          expect(people.some(({ leads }) => leads)).toBe(true);
          routes += 1;
        }
      }
    }
    expect(routes).toBe((intents.size + 1) * 5 * 2);
  });

  it('can be printed, one line for each matter', () => {
    const lines = routesTable(content).split('\n');

    expect(lines).toHaveLength(intents.size + 2);
    expect(lines.find((line) => line.includes('Er stoppet på uddannelse'))).toContain('Ungevejledningen');
    expect(lines.find((line) => line.includes('Spil om penge'))).toContain('Rusmiddelrådgivningen');
  });

  it('are printed with what people call each party', () => {
    const lines = partiesTable(content).split('\n');

    expect(lines).toHaveLength(kommune.parties.size + 2);
    expect(lines).toContainEqual(expect.stringMatching(/^\| Ungevejledningen \| UU, KUI, .* \| guidance \|$/u));
  });
});
