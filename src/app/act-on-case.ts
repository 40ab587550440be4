/**
 * A member of staff acts on a case file: coordinator, team, consent, next step, its end.
 */
import { mayAppoint, mayKnow } from '../domain/case-access.ts';
import { chooseCoordinator } from '../domain/case-coordinator.ts';
import { closeCase, hadContact, reopenCase, setNextStep, turn17Half } from '../domain/case-course.ts';
import type { CaseDraft } from '../domain/case-evolve.ts';
import type { CaseFile, CaseFileId, ConsentId } from '../domain/case-file.ts';
import { invite, leave, refuseInvitation, removeMember } from '../domain/case-members.ts';
import { recordConsent, tellAge, withdrawConsent } from '../domain/consent.ts';
import type { Kommune, Staff } from '../domain/kommune.ts';
import type { Result } from '../domain/result.ts';
import { ok, refuse } from '../domain/result.ts';
import { wellFormed } from '../domain/well-formed.ts';
import type { Instant } from '../domain/words.ts';
import type { CaseCommand, CaseNote, CaseRefusal } from '../ports.ts';
import { commitCase, momentForCase } from './commit-case.ts';
import type { Needs } from './needs.ts';
import { whyUnknown } from './read-case.ts';

/** A command with its words made ready to store, and ids for what it makes. */
interface Prepared {
  readonly command: CaseCommand;
  /** Null when the command has no words. */
  readonly words: string | null;
  readonly newId: string;
}

/**
 * Carries out one command.
 *
 * @returns the case file after it, or why it is refused
 * @throws UnavailableError when the database cannot be reached; nothing is changed then
 */
export async function actOnCase(
  needs: Needs,
  staff: Staff,
  id: CaseFileId,
  command: CaseCommand,
): Promise<Result<CaseFile, CaseRefusal>> {
  const said = wordsOf(command);
  const words = said === null ? null : needs.maskCpr(wellFormed(said));
  const prepared: Prepared = { command, words, newId: needs.newId() };
  const { kommune } = needs.rules;
  for (;;) {
    const state = await needs.store.cases.read(id);
    if (state === null) return refuse('unknown-case');
    const now = momentForCase(needs, state);
    if (!mayTry(state, staff, command, kommune, now)) return refuse(whyUnknown(state, staff));
    if (words?.trim() === '') return refuse('text-missing');
    const decision = decide(state, staff, prepared, kommune, now);
    if (!decision.ok) return decision;
    if (decision.value.events.length === 0) return ok(state);
    const notes = notesOf(prepared, staff, now);
    if ((await commitCase(needs, state, decision.value, now, notes)) !== 'committed') continue;
    needs.log.info({ caseFile: id, staff: staff.id, did: command.do }, 'staff acted on a case file');
    return ok(decision.value.state);
  }
}

function mayTry(state: CaseFile, staff: Staff, command: CaseCommand, kommune: Kommune, now: Instant): boolean {
  const appoints = command.do === 'choose_coordinator' && mayAppoint(state, staff, kommune);
  return appoints || mayKnow(state, staff.id, kommune, now);
}

function wordsOf(command: CaseCommand): string | null {
  switch (command.do) {
    case 'record_consent':
      return command.purpose;
    case 'set_next_step':
      return command.text;
    case 'close':
      return command.summary;
    case 'reopen':
      return command.reason;
    default:
      return null;
  }
}

function notesOf({ words, newId }: Prepared, { id }: Staff, at: Instant): readonly CaseNote[] {
  return words === null ? [] : [{ id: newId, by: id, text: words, at }];
}

function decide(
  state: CaseFile,
  by: Staff,
  { command, newId: note }: Prepared,
  kommune: Kommune,
  now: Instant,
): Result<CaseDraft, CaseRefusal> {
  switch (command.do) {
    case 'choose_coordinator':
      return chooseCoordinator(state, by, command, kommune, now);
    case 'turned_17_half':
      return turn17Half(state, by, now);
    case 'tell_age':
      return state.status === 'closed'
        ? refuse('case-closed')
        : ok(tellAge(state, { ageBand: command.ageBand, by: by.id }, kommune, now));
    case 'record_consent': {
      const { do: _, ...asked } = command;
      return recordConsent(state, by, { ...asked, purpose: note, id: `consent-${note}` as ConsentId }, kommune, now);
    }
    case 'withdraw_consent':
      return withdrawConsent(state, by, command.consent, kommune, now);
    case 'invite':
      return invite(state, by, command, kommune, now);
    case 'refuse_invitation':
      return refuseInvitation(state, by, command.staff, now);
    case 'remove_member':
      return removeMember(state, by, command.staff, now);
    case 'leave':
      return leave(state, by, now);
    case 'set_next_step':
      return setNextStep(state, by, { note, dueBy: command.by }, now);
    case 'had_contact':
      return hadContact(state, by, now);
    case 'close':
      return closeCase(state, by, { outcome: command.outcome, note }, now);
    case 'reopen':
      return reopenCase(state, by, note, now);
  }
}
