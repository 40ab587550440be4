/**
 * What a commit of a case file makes happen outside: the whole table of which event asks for which effect.
 */
import type { CaseEvent } from './case-event.ts';
import type { CaseFile } from './case-file.ts';
import type { Effect } from './effect.ts';
import type { EffectId } from './words.ts';

/** What its enquiry must come to know. */
const linking: ReadonlySet<CaseEvent['type']> = new Set([
  'CaseOpened',
  'CoordinatorChosen',
  'CaseClosed',
  'CaseReopened',
]);

/**
 * @param after the state after all of `events`
 * @param events what is committed, oldest first
 * @returns the team is shown the case file and the enquiry is told once per commit; each consent has a clock of its own
 */
export function caseEffectsOf(after: CaseFile, events: readonly CaseEvent[]): readonly Effect[] {
  const [first] = events;
  if (first === undefined) return [];
  const common = { enquiry: after.enquiry, dueAt: first.at };
  const idOf = (version: number, kind: Effect['kind']) => `${after.id}.${version}.${kind}` as EffectId;
  const show = idOf(after.version, 'show-case');
  const effects: Effect[] = [{ ...common, kind: 'show-case', caseFile: after.id, id: show, key: `case.${after.id}` }];
  if (events.some(({ type }) => linking.has(type))) {
    const id = idOf(after.version, 'link-case');
    effects.push({ ...common, kind: 'link-case', caseFile: after.id, id, key: id });
  }
  events.forEach((event, index) => {
    if (event.type !== 'ConsentRecorded') return;
    const id = idOf(after.version - events.length + index + 1, 'watch-consent');
    effects.push({ ...common, kind: 'watch-consent', caseFile: after.id, id, key: id, dueAt: event.consent.until });
  });
  return effects;
}
