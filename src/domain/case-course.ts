/**
 * What happens along the way of a case file: the next step, contact, what is heard about it, its end and its reopening.
 * Goals, meetings and the dialogue form will stand beside this.
 */
import { coordinates, mayKnow } from './case-access.ts';
import type { CaseDraft } from './case-evolve.ts';
import { emitCase, startCaseDraft } from './case-evolve.ts';
import type { CaseFile } from './case-file.ts';
import type { Kommune, Staff } from './kommune.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import type { Instant, Outcome, StaffId } from './words.ts';

/** The day itself, chosen as it ends, is not past. */
const dayMs = 24 * 60 * 60_000;

/** What must be done next (`note`), and when. */
export function setNextStep(
  state: CaseFile,
  by: Staff,
  { note, dueBy }: { readonly note: string; readonly dueBy: Instant },
  now: Instant,
): Result<CaseDraft, 'case-closed' | 'dates-wrong'> {
  if (state.status === 'closed') return refuse('case-closed');
  if (!(dueBy > now - dayMs)) return refuse('dates-wrong');
  return ok(emitCase(startCaseDraft(state), { type: 'NextStepSet', note, dueBy, by: by.id, at: now }));
}

/** Somebody has been in touch with the youth. */
export function hadContact(state: CaseFile, by: Staff, now: Instant): Result<CaseDraft, 'case-closed'> {
  if (state.status === 'closed') return refuse('case-closed');
  return ok(emitCase(startCaseDraft(state), { type: 'ContactHad', by: by.id, at: now }));
}

/** Adult social services belong in the team from now on. Told twice, it is known already. */
export function turn17Half(state: CaseFile, by: Staff, now: Instant): Result<CaseDraft, 'case-closed'> {
  if (state.status === 'closed') return refuse('case-closed');
  const draft = startCaseDraft(state);
  return ok(state.past17Half ? draft : emitCase(draft, { type: 'Turned17Half', by: by.id, at: now }));
}

/** Danger in the citizen's conversation. The same one twice, or in a closed case file, is nothing to store. */
export function hearAcute(state: CaseFile, heardAt: Instant, now: Instant): CaseDraft | null {
  if (state.status === 'closed' || (state.acuteAt !== null && state.acuteAt >= heardAt)) return null;
  return emitCase(startCaseDraft(state), { type: 'AcuteHeard', heardAt, at: now });
}

/** Somebody was in the shared channel whom the case file does not let in. Null when it has let them in meanwhile. */
export function findIntruder(state: CaseFile, staff: StaffId | null, kommune: Kommune, now: Instant): CaseDraft | null {
  if (staff !== null && mayKnow(state, staff, kommune, now)) return null;
  return emitCase(startCaseDraft(state), { type: 'IntruderFound', staff, at: now });
}

/** The coordinator ends it, with an outcome and a summary (`note`). */
export function closeCase(
  state: CaseFile,
  by: Staff,
  { outcome, note }: { readonly outcome: Outcome; readonly note: string },
  now: Instant,
): Result<CaseDraft, 'case-closed' | 'not-coordinator'> {
  if (state.status === 'closed') return refuse('case-closed');
  if (!coordinates(state, by.id)) return refuse('not-coordinator');
  return ok(emitCase(startCaseDraft(state), { type: 'CaseClosed', outcome, note, by: by.id, at: now }));
}

/** It goes on, with a reason (`note`): the same coordinator, and those of the team whom a consent still covers. */
export function reopenCase(
  state: CaseFile,
  by: Staff,
  note: string,
  now: Instant,
): Result<CaseDraft, 'case-open' | 'not-coordinator'> {
  if (state.status === 'open') return refuse('case-open');
  if (!coordinates(state, by.id)) return refuse('not-coordinator');
  return ok(emitCase(startCaseDraft(state), { type: 'CaseReopened', note, by: by.id, at: now }));
}
