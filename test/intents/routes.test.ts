import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadIntents } from '../../intents/load.ts';
import { partiesTable, routesTable } from '../../intents/routes.ts';
import { route, type Subject } from '../../src/domain/routing.ts';
import type { Rules } from '../../src/domain/rules.ts';
import { ageBands, askers, type IntentId } from '../../src/domain/words.ts';

const content = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
const { kommune, intents, topics } = content;
const always = (open: boolean): Rules => ({
  kommune,
  intents,
  topics,
  openIntervals: (from) => [{ from: open ? from : from + 1, to: from + 2, day: '' }],
});

/** Every matter, age and asker, with a coordinator and without, inside opening hours and outside. */
function* everySubject(): Generator<readonly [Subject, boolean]> {
  const subjects = [...intents.keys(), null].flatMap((intent) =>
    [...ageBands, null].flatMap((ageBand) => askers.map((asker) => ({ intent, ageBand, asker }))),
  );
  for (const subject of subjects) {
    for (const coordinated of [true, false]) {
      for (const open of [true, false]) yield [{ ...subject, coordinated }, open];
    }
  }
}

describe('the routes of the municipality that is shipped', () => {
  it('lead everybody, always, to one party that exists, with somebody in it and a leader', () => {
    for (const [subject, open] of everySubject()) {
      const party = route(subject, always(open), 0);
      const people = [...kommune.staff.values()].filter((one) => one.party === party);
      expect(kommune.parties.has(party)).toBe(true);
      expect(people.some(({ leads }) => leads)).toBe(true);
    }
    expect([...everySubject()]).toHaveLength((intents.size + 1) * 5 * 4 * 2 * 2);
  });

  it('lead the young person to the coordinator there is, but never danger, complaints and rights, or anybody else', () => {
    const ofYouth = { ageBand: '18_24', asker: 'youth', coordinated: true } as const;
    const to = (id: string, subject: Omit<Subject, 'intent'> = ofYouth) =>
      route({ ...subject, intent: id as IntentId }, always(true), 0);

    expect(to('housing')).toBe('coordinator');
    expect([to('violence_close'), to('complaint'), to('data_access')]).toEqual(
      ['violence_close', 'complaint', 'data_access'].map((id) => to(id, { ...ofYouth, coordinated: false })),
    );
    expect(to('housing', { ...ofYouth, asker: 'parent' })).not.toBe('coordinator');
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
