/**
 * `ForCases` in memory, deciding by the real domain, with the desks' view of it: one case file for each enquiry that
 * somebody has in hand.
 */
import { mayKnow } from '../../src/domain/case-access.ts';
import { chooseCoordinator, openCaseFile, suggestCoordinators } from '../../src/domain/case-coordinator.ts';
import {
  closeCase,
  findIntruder,
  hadContact,
  hearAcute,
  reopenCase,
  setNextStep,
  turn17Half,
} from '../../src/domain/case-course.ts';
import type { StoredCaseEvent } from '../../src/domain/case-event.ts';
import type { CaseDraft } from '../../src/domain/case-evolve.ts';
import type { CaseFile, CaseFileId, ConsentId } from '../../src/domain/case-file.ts';
import { invite, leave, refuseInvitation, removeMember } from '../../src/domain/case-members.ts';
import { membersNow, missingRoles, neededRoles } from '../../src/domain/case-team.ts';
import { recordConsent, tellAge, withdrawConsent } from '../../src/domain/consent.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { holds } from '../../src/domain/handoff.ts';
import type { Kommune, Staff } from '../../src/domain/kommune.ts';
import { ok, type Result, refuse } from '../../src/domain/result.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import type { CaseCommand, CaseRefusal, Clock, ForCases, ForDesks } from '../../src/ports.ts';

interface Kept {
  file: CaseFile;
  readonly notes: Map<string, string>;
  readonly journal: StoredCaseEvent[];
  readonly readBy: { staff: StaffId; at: number }[];
}

export interface FakeCaseSide extends ForCases {
  readonly reader: Pick<ForDesks, 'caseFile' | 'caseNotes'>;
  /** Danger is heard in the citizen's conversation. */
  danger(id: CaseFileId): void;
  /** Everybody who was found in a channel without being let in, null for strangers. */
  intrudersOf(id: CaseFileId): readonly (StaffId | null)[];
  file(id: CaseFileId): CaseFile;
}

interface Needs {
  readonly kommune: Kommune;
  readonly clock: Clock;
  readonly enquiry: (id: EnquiryId) => Enquiry | null;
}

type Decision = Result<CaseDraft, CaseRefusal>;

export function fakeCaseSide({ kommune, clock, enquiry }: Needs): FakeCaseSide {
  const cases = new Map<CaseFileId, Kept>();
  let notes = 0;

  const member = (id: StaffId): Staff => {
    const found = kommune.staff.get(id);
    if (found === undefined) throw new Error(`fake: nobody is called ${id}`);
    return found;
  };
  const found = (id: CaseFileId): Kept => {
    const kept = cases.get(id);
    if (kept === undefined) throw new Error(`fake: no case file ${id}`);
    return kept;
  };
  const store = (kept: Kept, draft: CaseDraft): CaseFile => {
    for (const event of draft.events)
      kept.journal.push({ caseFile: kept.file.id, version: kept.journal.length + 1, event });
    kept.file = draft.state;
    return draft.state;
  };
  const noted = (kept: Kept, text: string): string => {
    notes += 1;
    kept.notes.set(`note-${notes}`, text);
    return `note-${notes}`;
  };
  const loads = () => {
    const counted = new Map<StaffId, number>();
    for (const { file } of cases.values()) {
      if (file.status === 'open') counted.set(file.coordinator, (counted.get(file.coordinator) ?? 0) + 1);
    }
    return counted;
  };
  const ofEnquiry = (id: EnquiryId) => [...cases.values()].find(({ file }) => file.enquiry === id) ?? null;

  return {
    suggest: async (staff, id) => {
      const about = enquiry(id);
      if (about === null) return refuse('unknown-enquiry');
      if (!holds(about, staff).ok) return refuse('not-in-hand');
      const coordinators = suggestCoordinators(about, staff, kommune, loads());
      return ok({ coordinators, missing: neededRoles({ ageBand: about.ageBand, past17Half: false }) });
    },
    open: async (staff, id, opening) => {
      const about = enquiry(id);
      if (about === null) return refuse('unknown-enquiry');
      if (ofEnquiry(id) !== null) return refuse('case-exists');
      const born = { id: `case-${id}` as CaseFileId, code: String(4821 + cases.size), ...opening };
      const decision = openCaseFile(about, member(staff), born, kommune, clock.now());
      if (!decision.ok) return decision;
      const kept: Kept = { file: decision.value.state, notes: new Map(), journal: [], readBy: [] };
      cases.set(born.id, kept);
      return ok(store(kept, decision.value));
    },
    read: async (staff, id) => {
      const kept = cases.get(id);
      const now = clock.now();
      if (kept === undefined || !mayKnow(kept.file, staff, kommune, now)) return refuse('unknown-case');
      kept.readBy.push({ staff, at: now });
      const { file: caseFile, journal, readBy } = kept;
      const members = membersNow(caseFile, kommune, now);
      const missing = missingRoles(caseFile, kommune, now);
      return ok({ caseFile, journal: [...journal], notes: new Map(kept.notes), members, missing, readBy: [...readBy] });
    },
    act: async (staff, id, command) => {
      const kept = cases.get(id);
      if (kept === undefined) return refuse('unknown-case');
      const mayAct = command.do === 'choose_coordinator' || mayKnow(kept.file, staff, kommune, clock.now());
      if (!mayAct) return refuse('unknown-case');
      const decision = decide(kept, member(staff), command);
      return decision.ok ? ok(store(kept, decision.value)) : decision;
    },
    mine: async () => [],
    ofEnquiry: async (id) => ofEnquiry(id)?.file ?? null,
    intruder: async (id, staff) => {
      const kept = found(id);
      const draft = findIntruder(kept.file, staff, kommune, clock.now());
      if (draft !== null) store(kept, draft);
    },
    reader: {
      caseFile: async (id) => cases.get(id)?.file ?? null,
      caseNotes: async (id) => new Map(cases.get(id)?.notes),
    },
    danger: (id) => {
      const draft = hearAcute(found(id).file, clock.now(), clock.now());
      if (draft !== null) store(found(id), draft);
    },
    intrudersOf: (id) =>
      found(id).journal.flatMap(({ event }) => (event.type === 'IntruderFound' ? [event.staff] : [])),
    file: (id) => found(id).file,
  };

  function decide(kept: Kept, by: Staff, command: CaseCommand): Decision {
    const { file } = kept;
    const now = clock.now();
    const written = wordsOf(command);
    if (written !== null && written.trim() === '') return refuse('text-missing');
    const note = written === null ? '' : noted(kept, written);
    switch (command.do) {
      case 'choose_coordinator':
        return chooseCoordinator(file, by, command, kommune, now);
      case 'turned_17_half':
        return turn17Half(file, by, now);
      case 'tell_age':
        return ok(tellAge(file, { ageBand: command.ageBand, by: by.id }, kommune, now));
      case 'record_consent': {
        const { parties, scopes, ground, until } = command;
        const id = `consent-${file.consents.length + 1}` as ConsentId;
        return recordConsent(file, by, { id, parties, scopes, ground, until, purpose: note }, kommune, now);
      }
      case 'withdraw_consent':
        return withdrawConsent(file, by, command.consent, kommune, now);
      case 'invite':
        return invite(file, by, command, kommune, now);
      case 'refuse_invitation':
        return refuseInvitation(file, by, command.staff, now);
      case 'remove_member':
        return removeMember(file, by, command.staff, now);
      case 'leave':
        return leave(file, by, now);
      case 'set_next_step':
        return setNextStep(file, by, { note, dueBy: command.by }, now);
      case 'had_contact':
        return hadContact(file, by, now);
      case 'close':
        return closeCase(file, by, { outcome: command.outcome, note }, now);
      case 'reopen':
        return reopenCase(file, by, note, now);
    }
  }
}

/** What was written in words, where a command has some. */
function wordsOf(command: CaseCommand): string | null {
  if ('text' in command) return command.text;
  if ('summary' in command) return command.summary;
  if ('reason' in command) return command.reason;
  return 'purpose' in command ? command.purpose : null;
}
