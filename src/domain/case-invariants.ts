/**
 * What must hold for every case file at every moment, as code (C1–C5).
 */
import { caseEffectsOf } from './case-effect.ts';
import type { CaseEvent } from './case-event.ts';
import { evolveCase, replayCase } from './case-evolve.ts';
import type { CaseFile, CaseFileId } from './case-file.ts';
import { isCovered } from './case-team.ts';
import type { Effect } from './effect.ts';
import { sorted } from './invariants.ts';
import type { Kommune } from './kommune.ts';
import type { Instant } from './words.ts';

export interface CaseViolation {
  readonly rule: 'C1' | 'C2' | 'C3' | 'C4' | 'C5';
  readonly caseFile: CaseFileId;
  readonly detail: string;
}

/** C1: exactly one coordinator, another person as stand-in, nobody twice. C2: everybody else in it is covered. */
export function checkCase(state: CaseFile, kommune: Kommune, now: Instant): readonly CaseViolation[] {
  const found: CaseViolation[] = [];
  const says = (rule: CaseViolation['rule'], detail: string): number =>
    found.push({ rule, caseFile: state.id, detail });
  const { coordinator, standIn, team, invitations } = state;
  if (!kommune.staff.has(coordinator)) says('C1', `coordinator ${coordinator} does not exist`);
  const inIt = [coordinator, ...(standIn === null ? [] : [standIn]), ...team.map(({ staff }) => staff)];
  if (new Set(inIt).size !== inIt.length) says('C1', 'somebody is in it twice');
  if (invitations.some(({ staff }) => inIt.includes(staff))) says('C1', 'somebody in it is still asked for');
  for (const { staff } of team) {
    if (!isCovered(state, staff, kommune, now)) says('C2', `${staff} is in the team without a consent`);
  }
  return found;
}

/** What may happen to a closed case file; everything else only to an open one. */
const allowedClosed: ReadonlySet<CaseEvent['type']> = new Set([
  'CaseReopened',
  'CoordinatorChosen',
  'MemberAdded',
  'ConsentWithdrawn',
  'ConsentEnded',
  'MemberLeft',
  'IntruderFound',
]);

/** C3: a journal begins with the opening and takes allowed steps only. C4: every closing names who and why. */
export function checkCaseJournal(id: CaseFileId, events: readonly CaseEvent[]): readonly CaseViolation[] {
  const found: CaseViolation[] = [];
  let state: CaseFile | null = null;
  for (const event of events) {
    const here: CaseFile['status'] | 'nothing' = state?.status ?? 'nothing';
    if (!isAllowed(event, here)) found.push({ rule: 'C3', caseFile: id, detail: `${event.type} in ${here}` });
    if (event.type === 'CaseClosed' && (event.by === '' || event.note === '')) {
      found.push({ rule: 'C4', caseFile: id, detail: 'closed without actor or reason' });
    }
    state = evolveCase(state, id, event);
  }
  return found;
}

function isAllowed({ type }: CaseEvent, here: CaseFile['status'] | 'nothing'): boolean {
  if (here === 'nothing') return type === 'CaseOpened';
  if (here === 'closed') return allowedClosed.has(type);
  return type !== 'CaseOpened' && type !== 'CaseReopened';
}

/** C3: the folded state is the fold of its journal, no more and no less. */
export function checkCaseFold(events: readonly CaseEvent[], state: CaseFile): readonly CaseViolation[] {
  const folded = replayCase(state.id, events);
  const same = JSON.stringify(sorted(folded)) === JSON.stringify(sorted(state));
  return same ? [] : [{ rule: 'C3', caseFile: state.id, detail: `state ${state.version} is not its journal's fold` }];
}

/** C5: a commit carries exactly the effects that the table prescribes for its events. */
export function checkCaseEffects(
  after: CaseFile,
  events: readonly CaseEvent[],
  effects: readonly Effect[],
): readonly CaseViolation[] {
  const due = new Set(caseEffectsOf(after, events).map(({ id }) => id));
  const wrong = due.symmetricDifference(new Set(effects.map(({ id }) => id)));
  return [...wrong].map((id) => ({ rule: 'C5', caseFile: after.id, detail: `effect ${id} is missing or too many` }));
}
