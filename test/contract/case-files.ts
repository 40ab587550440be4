/** Case files as the domain makes them, and changes ready to be stored. */
import { randomUUID } from 'node:crypto';
import { caseEffectsOf } from '../../src/domain/case-effect.ts';
import type { CaseEvent, CaseEventOf } from '../../src/domain/case-event.ts';
import { evolveCase } from '../../src/domain/case-evolve.ts';
import type { CaseFile, CaseFileId, Consent, ConsentId } from '../../src/domain/case-file.ts';
import type { StaffId } from '../../src/domain/words.ts';
import type { CaseChange, Store } from '../../src/ports.ts';
import { anna, minutes, newId, noon } from './enquiries.ts';

export const karen = 'karen' as StaffId;

let codes = 1000;

export function caseOpened(changes: Partial<CaseEventOf<'CaseOpened'>> = {}): CaseEventOf<'CaseOpened'> {
  codes += 1;
  return {
    type: 'CaseOpened',
    by: anna,
    code: String(codes),
    enquiry: newId(),
    ageBand: '15_17',
    past17Half: false,
    coordinator: karen,
    standIn: null,
    at: noon,
    ...changes,
  };
}

export function memberAdded(staff: StaffId, at = noon): CaseEvent {
  return { type: 'MemberAdded', staff, role: 'guidance', by: karen, at };
}

export function consentRecorded(purpose: string, until = minutes(60)): CaseEvent {
  const consent: Consent = {
    id: `consent-${purpose}` as ConsentId,
    parties: ['guidance'],
    scopes: ['education'],
    ground: { kind: 'consent', givenBy: 'youth' },
    purpose,
    recordedBy: karen,
    from: noon,
    until,
    withdrawnAt: null,
    endedAt: null,
  };
  return { type: 'ConsentRecorded', consent, at: noon };
}

/** What storing these events after `before` takes; the rest of the change as given. */
export function caseChange(
  before: CaseFile | null,
  events: readonly CaseEvent[],
  rest: Partial<CaseChange> = {},
): CaseChange {
  const id = rest.id ?? before?.id ?? (`case-${randomUUID()}` as CaseFileId);
  const after = events.reduce<CaseFile | null>((state, event) => evolveCase(state, id, event), before);
  if (after === null) throw new Error('a change without events');
  const effects = caseEffectsOf(after, events);
  return { id, expectedVersion: before?.version ?? 0, after, events, notes: [], effects, ...rest };
}

/** Opens a case file with these events after its opening. */
export async function openedCase(
  store: Store,
  opening: Partial<CaseEventOf<'CaseOpened'>> = {},
  events: readonly CaseEvent[] = [],
): Promise<CaseFile> {
  const change = caseChange(null, [caseOpened(opening), ...events]);
  const outcome = await store.cases.commit(change);
  if (outcome !== 'committed') throw new Error(`could not open: ${outcome}`);
  return change.after;
}
