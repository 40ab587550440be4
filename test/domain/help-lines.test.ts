import { describe, expect, it } from 'vitest';
import { type HelpSought, helpLinesFor } from '../../src/domain/help-lines.ts';
import type { HelpLine } from '../../src/domain/kommune.ts';
import type { AgeBand, IntentId } from '../../src/domain/words.ts';
import { ageBands } from '../../src/domain/words.ts';

const everyone = [...ageBands];
function line(name: string, part: Partial<HelpLine> = {}): HelpLine {
  return {
    name,
    phone: '12 34 56 78',
    hours: 'døgnet rundt',
    alwaysOpen: true,
    ages: everyone,
    checked: '2026-11-21',
    ...part,
  };
}
const evening = [{ from: 18 * 60, to: 22 * 60 }];
const violence = ['violence_close'] as IntentId[];
const lines = [
  line('112'),
  line('children', { ages: ['under_15', '15_17'] }),
  line('evenings', {
    alwaysOpen: false,
    openingHours: [evening, evening, evening, evening, evening, evening, evening],
  }),
  line('violence', { about: violence }),
  line('poison', { about: ['poisoning_overdose'] as IntentId[] }),
  line('unknown hours', { alwaysOpen: false }),
];
const sought = (part: Partial<HelpSought> = {}): HelpSought => ({
  ageBand: null,
  intent: null,
  at: { weekday: 0, minutes: 3 * 60 },
  ...part,
});
const shown = (part: Partial<HelpSought>, among: readonly HelpLine[] = lines) =>
  helpLinesFor(sought(part), among).map(({ name }) => name);

describe('help lines', () => {
  it('are three at most, those that answer now first', () => {
    expect(shown({ ageBand: '15_17' })).toEqual(['112', 'children', 'evenings']);
    expect(shown({ ageBand: '15_17', at: { weekday: 0, minutes: 19 * 60 } })).toEqual(['112', 'children', 'evenings']);
    expect(shown({ ageBand: '18_24', at: { weekday: 0, minutes: 3 * 60 } })).toEqual([
      '112',
      'evenings',
      'unknown hours',
    ]);
  });

  it('put one that is closed behind one that answers', () => {
    const two = [line('evenings', lines[2]), line('always')];

    expect(shown({ at: { weekday: 2, minutes: 600 } }, two)).toEqual(['always', 'evenings']);
    expect(shown({ at: { weekday: 2, minutes: 1200 } }, two)).toEqual(['evenings', 'always']);
  });

  it('begin with the one that is made for the matter', () => {
    expect(shown({ intent: violence[0] ?? null })[0]).toBe('violence');
    expect(shown({ intent: violence[0] ?? null })).not.toContain('poison');
  });

  it('for children are not shown to whoever has told another age', () => {
    expect(shown({ ageBand: '18_24' })).not.toContain('children');
    expect(shown({ ageBand: 'under_15' })).toContain('children');
  });

  it('never stand alone while there is another, for any age and matter', () => {
    const bands: readonly (AgeBand | null)[] = [null, ...ageBands];
    const intents = [null, ...violence, 'poisoning_overdose' as IntentId];
    for (const ageBand of bands) {
      for (const intent of intents) expect(shown({ ageBand, intent }).length).toBeGreaterThanOrEqual(2);
    }
    expect(shown({}, [line('poison', { about: ['poisoning_overdose'] as IntentId[] }), line('112')])).toHaveLength(2);
  });
});
