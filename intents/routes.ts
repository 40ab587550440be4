/**
 * `npm run routes`: who answers for what, for a leader to read. One line for each matter, a column for each age, and
 * below what people call each party. `-- NAME` is another municipality than `eksempel`.
 */
import type { Intent } from '../src/domain/intent.ts';
import { route } from '../src/domain/routing.ts';
import type { Rules } from '../src/domain/rules.ts';
import type { AgeBand } from '../src/domain/words.ts';
import { type Content, loadIntents } from './load.ts';

const bands = ['under_15', '15_17', '18_24', '25_plus', null] as const satisfies readonly (AgeBand | null)[];
const heading = [
  'Emne',
  'Under 15',
  '15–17',
  '18–24',
  '25+',
  'Alder ukendt',
  'Har en koordinator',
  'Når der er lukket',
  'Svar inden',
];
const urgencyWords = { acute: 'akut', same_day: 'samme dag', '3_days': '3 dage', normal: 'normal' } as const;

/** A Markdown table of every route, sorted as the catalogue is. */
export function routesTable({ intents, topics, kommune }: Content): string {
  const rules = (isOpen: boolean): Rules => ({
    kommune,
    intents,
    topics,
    openIntervals: (from) => [{ from: isOpen ? from : from + 1, to: from + 2, day: '' }],
  });
  const rows = [...intents.values()]
    .toSorted((a, b) => a.group.localeCompare(b.group) || a.title.localeCompare(b.title, 'da'))
    .map((intent) => rowOf(intent, rules));
  return table(heading, rows);
}

/** A Markdown table of the parties: their names, and what people call them. */
export function partiesTable({ kommune }: Content): string {
  const rows = [...kommune.parties.values()].map(({ code, name, alsoCalled }) => [name, alsoCalled.join(', '), code]);
  return table(['Part', 'Kaldes også', 'I filerne'], rows);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function rowOf(intent: Intent, rules: (isOpen: boolean) => Rules): readonly string[] {
  const name = (ageBand: AgeBand | null, isOpen: boolean, coordinated = false): string => {
    const party = route({ intent: intent.id, ageBand, asker: 'youth', coordinated }, rules(isOpen), 0);
    return rules(isOpen).kommune.parties.get(party)?.name ?? party;
  };
  const open = bands.map((band) => name(band, true));
  const closed = intent.ownerWhenClosed === undefined ? '–' : name(null, false);
  return [intent.title, ...open, name(null, true, true), closed, urgencyWords[intent.urgency]];
}

if (import.meta.main) {
  const content = loadIntents(import.meta.dirname, process.argv[2] ?? 'eksempel');
  console.info(`${routesTable(content)}\n\n${partiesTable(content)}`);
}
