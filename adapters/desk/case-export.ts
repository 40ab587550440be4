/**
 * A case file as one JSON document, to be filed outside Indgang: its state, everything that has happened, all its words,
 * and who has read it. The shape is described by `CaseExport` (also in the OpenAPI document); a change that old readers
 * would misread gets a new `version`. Times are ISO strings in UTC.
 */
import { z } from 'zod';
import { type CaseFile, consentGivers, consentScopes, legalBases, teamRoles } from '../../src/domain/case-file.ts';
import type { Kommune, Staff } from '../../src/domain/kommune.ts';
import { ageBands, type Instant, outcomes, partyCodes, type StaffId } from '../../src/domain/words.ts';
import type { CaseView } from '../../src/ports.ts';
import { colleagueOf } from './case-draw.ts';
import { caseEventWords } from './case-timeline.ts';
import { iso, isoOrNull } from './draw-model.ts';

const time = z.iso.datetime();
const staff = z.string().describe('A staff id; `people` has the name');
const noteId = z.string().describe('Id of a note in `notes`');

const consent = z.object({
  id: z.string(),
  parties: z.array(z.enum(partyCodes)).describe('Who may know'),
  scopes: z.array(z.enum(consentScopes)).describe('What they may know about'),
  ground: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('consent'), givenBy: z.enum(consentGivers) }),
    z.object({ kind: z.literal('legal_basis'), basis: z.enum(legalBases) }),
  ]),
  purpose: noteId,
  recordedBy: staff,
  from: time,
  until: time.describe('The last moment it covers anybody'),
  withdrawnAt: time.nullable(),
  endedAt: time.nullable().describe('When it was found to have run out'),
});

export const CaseExport = z
  .object({
    schema: z.literal('indgang.case-file'),
    version: z.literal(1),
    exportedAt: time,
    exportedBy: staff,
    municipality: z.object({ id: z.string(), name: z.string() }),
    caseFile: z
      .object({
        id: z.string(),
        version: z.int().describe('Number of events in `journal` that it is made of'),
        code: z.string(),
        status: z.enum(['open', 'closed']),
        enquiry: z.string().describe('Id of the enquiry it began with; the conversation is not in this document'),
        ageBand: z.enum(ageBands).nullable(),
        past17Half: z.boolean(),
        openedBy: staff,
        openedAt: time,
        touchedAt: time,
        coordinator: staff,
        standIn: staff.nullable(),
        team: z.array(z.object({ staff, role: z.enum(teamRoles) })),
        invitations: z.array(z.object({ staff, role: z.enum(teamRoles), askedBy: staff, at: time })),
        consents: z.array(consent),
        nextStep: z.object({ note: noteId, by: time }).nullable(),
        lastContactAt: time.nullable(),
        acuteAt: time.nullable(),
        closing: z.object({ outcome: z.enum(outcomes), note: noteId, at: time }).nullable(),
      })
      .describe('The state, which is what the events in `journal` add up to'),
    members: z.array(staff).describe('Everybody who may know now, coordinator first'),
    missing: z.array(z.enum(teamRoles)).describe('Roles the team needs and nobody fills'),
    journal: z
      .array(
        z.object({
          version: z.int(),
          text: z.string().describe('What happened, in Danish'),
          event: z.looseObject({ type: z.string(), at: time }),
        }),
      )
      .describe('Everything that has happened, oldest first'),
    notes: z.array(z.object({ id: noteId, text: z.string() })).describe('All words written about it'),
    readBy: z.array(z.object({ staff, at: time })).describe('Every reading, this one too'),
    people: z.array(z.object({ id: staff, name: z.string(), title: z.string(), party: z.enum(partyCodes).nullable() })),
  })
  .describe('A case file to be filed outside Indgang');
export type CaseExport = z.infer<typeof CaseExport>;

export function exportOf(view: CaseView, by: Staff, kommune: Kommune, now: Instant): CaseExport {
  const { caseFile, journal, notes, readBy } = view;
  return {
    schema: 'indgang.case-file',
    version: 1,
    exportedAt: iso(now),
    exportedBy: by.id,
    municipality: { id: kommune.id, name: kommune.name },
    caseFile: stateOf(caseFile),
    members: [...view.members],
    missing: [...view.missing],
    journal: journal.map(({ version, event }) => {
      const text = caseEventWords(event, caseFile, notes, kommune);
      return { version, text, event: { ...timesInWords(event), type: event.type, at: iso(event.at) } };
    }),
    notes: [...notes].map(([id, text]) => ({ id, text })),
    readBy: readBy.map((reading) => ({ staff: reading.staff, at: iso(reading.at) })),
    people: peopleIn(view, by).map((id) => {
      const { name, title, party } = colleagueOf(kommune, id);
      return { id, name, title, party };
    }),
  };
}

function stateOf(file: CaseFile): CaseExport['caseFile'] {
  const { nextStep, closing } = file;
  return {
    ...file,
    openedAt: iso(file.openedAt),
    touchedAt: iso(file.touchedAt),
    team: [...file.team],
    invitations: file.invitations.map((one) => ({ ...one, at: iso(one.at) })),
    consents: file.consents.map((one) => ({
      ...one,
      parties: [...one.parties],
      scopes: [...one.scopes],
      from: iso(one.from),
      until: iso(one.until),
      withdrawnAt: isoOrNull(one.withdrawnAt),
      endedAt: isoOrNull(one.endedAt),
    })),
    nextStep: nextStep && { note: nextStep.note, by: iso(nextStep.by) },
    lastContactAt: isoOrNull(file.lastContactAt),
    acuteAt: isoOrNull(file.acuteAt),
    closing: closing && { outcome: closing.outcome, note: closing.note, at: iso(closing.at) },
  };
}

/** Fields of events that hold a moment; every other number in an event is no time. */
const moments: ReadonlySet<string> = new Set(['at', 'dueBy', 'heardAt', 'from', 'until', 'withdrawnAt', 'endedAt']);

function timesInWords(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => {
      if (typeof value === 'number' && moments.has(name)) return [name, iso(value)];
      const isNested = typeof value === 'object' && value !== null && !Array.isArray(value);
      return [name, isNested ? timesInWords(value) : value];
    }),
  );
}

/** Everybody the document names, each once. */
function peopleIn({ caseFile, journal, readBy }: CaseView, by: Staff): readonly StaffId[] {
  const named = new Set<StaffId>([by.id, caseFile.coordinator, ...readBy.map((reading) => reading.staff)]);
  for (const { event } of journal) {
    if ('by' in event && event.by !== null) named.add(event.by);
    if ('staff' in event && event.staff !== null) named.add(event.staff);
    if ('coordinator' in event) named.add(event.coordinator);
    if ('standIn' in event && event.standIn !== null) named.add(event.standIn);
    if (event.type === 'ConsentRecorded') named.add(event.consent.recordedBy);
  }
  return [...named];
}
