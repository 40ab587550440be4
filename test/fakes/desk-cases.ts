/** Case files in memory behind the real use cases, about the enquiries of `staff-side.ts`. */
import type { Needs } from '../../src/app/needs.ts';
import { forCases } from '../../src/app/use-cases.ts';
import { hearAcute } from '../../src/domain/case-course.ts';
import type { StoredCaseEvent } from '../../src/domain/case-event.ts';
import type { CaseFile, CaseFileId } from '../../src/domain/case-file.ts';
import type { EnquiryId, Instant, StaffId } from '../../src/domain/words.ts';
import type { CaseNote, CaseStore, Clock, ForCases, ForDesks, Signal } from '../../src/ports.ts';
import { rules } from '../domain/town.ts';
import type { FakeStaffSide } from './staff-side.ts';

interface Kept {
  file: CaseFile;
  readonly notes: CaseNote[];
  readonly journal: StoredCaseEvent[];
  readonly readBy: { staff: StaffId; at: Instant }[];
}

export interface DeskCases extends ForCases {
  readonly reader: Pick<ForDesks, 'enquiry' | 'caseFile' | 'caseNotes'>;
  /** Danger is heard in the citizen's conversation. */
  danger(id: CaseFileId): void;
  /** How often a case file has been read, by whom. */
  readings(id: CaseFileId): readonly StaffId[];
  /** So many open case files that somebody coordinates already. */
  load(staff: StaffId, count: number): void;
}

interface Around {
  readonly clock: Clock;
  readonly signal: Signal;
  readonly staffSide: FakeStaffSide;
}

export function deskCases({ clock, signal, staffSide }: Around): DeskCases {
  const { store, kept, loads } = caseStore(staffSide);
  let ids = 0;
  const needs = {
    clock,
    signal,
    store: {
      cases: store,
      read: async (id: EnquiryId) => ({ enquiry: staffSide.stored(id)?.enquiry ?? null, earlier: null, address: null }),
      journal: async (id: EnquiryId) => staffSide.stored(id)?.journal ?? [],
    },
    rules: { ...rules, kommune: staffSide.kommune },
    jobs: { wake: () => {} },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    maskCpr: (text: string) => text,
    newId: () => `id-${++ids}`,
    newCode: () => String(4820 + ++ids),
    fingerprint: (text: string) => text.replaceAll(' ', '-'),
  };
  const found = (id: CaseFileId): Kept => {
    const one = kept.get(id);
    if (one === undefined) throw new Error(`fake: no case file ${id}`);
    return one;
  };
  return {
    ...forCases(needs as unknown as Needs),
    reader: {
      enquiry: async (id) => staffSide.stored(id)?.enquiry ?? null,
      caseFile: async (id) => kept.get(id)?.file ?? null,
      caseNotes: async (id) => new Map(kept.get(id)?.notes.map((note) => [note.id, note.text])),
    },
    danger: (id) => {
      const one = found(id);
      const draft = hearAcute(one.file, clock.now(), clock.now());
      if (draft === null) return;
      for (const event of draft.events) one.journal.push({ caseFile: id, version: one.journal.length + 1, event });
      one.file = draft.state;
    },
    readings: (id) => found(id).readBy.map(({ staff }) => staff),
    load: (staff, count) => void loads.set(staff, count),
  };
}

function caseStore(staffSide: FakeStaffSide) {
  const kept = new Map<CaseFileId, Kept>();
  const loads = new Map<StaffId, number>();
  const all = () => [...kept.values()].map(({ file }) => file);
  const store: CaseStore = {
    read: async (id) => kept.get(id)?.file ?? null,
    ofEnquiry: async (id) => all().find(({ enquiry }) => enquiry === id) ?? null,
    commit: async ({ id, expectedVersion, after, events, notes }) => {
      const before = kept.get(id) ?? { file: after, notes: [], journal: [], readBy: [] };
      if (before.journal.length !== expectedVersion) return 'stale';
      kept.set(id, before);
      before.file = after;
      before.notes.push(...notes);
      for (const event of events) before.journal.push({ caseFile: id, version: before.journal.length + 1, event });
      staffSide.link(after);
      return 'committed';
    },
    journal: async (id) => [...(kept.get(id)?.journal ?? [])],
    notes: async (id) => [...(kept.get(id)?.notes ?? [])],
    naming: async (staff) =>
      all()
        .filter(({ status }) => status === 'open')
        .filter(({ coordinator, standIn, team }) =>
          [coordinator, standIn, ...team.map((one) => one.staff)].includes(staff),
        )
        .sort((a, b) => Number(b.coordinator === staff) - Number(a.coordinator === staff) || a.openedAt - b.openedAt),
    loads: async () => loads,
    logRead: async (staff, id, at) => void kept.get(id)?.readBy.push({ staff, at }),
    readLog: async (id) => [...(kept.get(id)?.readBy ?? [])],
  };
  return { store, kept, loads };
}
