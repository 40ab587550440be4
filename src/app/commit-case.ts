/**
 * Storing a decision on a case file, and waking whoever has something to do.
 */

import { caseEffectsOf } from '../domain/case-effect.ts';
import type { CaseDraft } from '../domain/case-evolve.ts';
import type { CaseFile, CaseFileId } from '../domain/case-file.ts';
import type { Instant } from '../domain/words.ts';
import type { CaseCommitOutcome, CaseNote } from '../ports.ts';
import type { Needs } from './needs.ts';

/**
 * Stores a draft in one transaction.
 *
 * @throws UnavailableError when the database cannot be reached; nothing is stored then
 */
export async function commitCase(
  { store, signal, jobs }: Pick<Needs, 'store' | 'signal' | 'jobs'>,
  before: CaseFile | null,
  { state, events }: CaseDraft,
  now: Instant,
  notes: readonly CaseNote[] = [],
): Promise<CaseCommitOutcome> {
  const effects = caseEffectsOf(state, events);
  const expectedVersion = before?.version ?? 0;
  const outcome = await store.cases.commit({ id: state.id, expectedVersion, after: state, events, notes, effects });
  if (outcome !== 'committed') return outcome;
  signal.raise(state.id);
  jobs.wake(effects.filter(({ dueAt }) => dueAt <= now).map(({ id }) => id));
  return outcome;
}

/** By the clock, but never before what has already happened to this case file. */
export function momentForCase({ clock }: Pick<Needs, 'clock'>, { touchedAt }: CaseFile): Instant {
  return Math.max(clock.now(), touchedAt);
}

/** Read → decide → commit for what time or another part decides; nothing to do is fine. */
export async function decideCase(
  needs: Needs,
  id: CaseFileId,
  decision: (state: CaseFile, now: Instant) => CaseDraft | null,
): Promise<void> {
  for (;;) {
    const state = await needs.store.cases.read(id);
    if (state === null) return;
    const now = momentForCase(needs, state);
    const draft = decision(state, now);
    if (draft === null || (await commitCase(needs, state, draft, now)) === 'committed') return;
  }
}
