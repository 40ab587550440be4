/** Every body and parameter about case files that comes in, and every answer that goes out. */
import { z } from 'zod';
import {
  type CaseFileId,
  type ConsentId,
  consentGivers,
  consentScopes,
  legalBases,
  teamRoles,
} from '../../src/domain/case-file.ts';
import { ageBands, outcomes, partyCodes, type StaffId } from '../../src/domain/words.ts';
import { type CaseAction, type CaseDetail, type CaseRow, caseActions, type Opening } from './case-model.ts';
import { told } from './schemas.ts';

const maxWords = 1000;
const maxSummary = 4000;

const staffId = (missing: string) =>
  z
    .string({ error: missing })
    .min(1, missing)
    .max(100)
    .transform((id) => id as StaffId);
/** Nobody is empty, null or left out. */
const nobodyOrStaff = z
  .string()
  .max(100)
  .nullish()
  .transform((id) => (id ? (id as StaffId) : null));
/** A day counts to its end, by the municipality's clocks. */
const day = (missing: string) => z.iso.date({ error: missing });
const chooseOne = 'Vælg en fra listen.';

const shared = {
  parties: z.array(z.enum(partyCodes, { error: chooseOne })).min(1, 'Vælg mindst ét sted.'),
  scopes: z.array(z.enum(consentScopes, { error: chooseOne })).min(1, 'Vælg mindst én ting, de må vide.'),
  until: day('Vælg den sidste dag, det gælder.'),
};

export const caseBodies = {
  choose_coordinator: z.strictObject({ coordinator: staffId('Vælg en koordinator.'), standIn: nobodyOrStaff }),
  turned_17_half: z.strictObject({}),
  tell_age: z.strictObject({ ageBand: z.enum(ageBands, { error: 'Vælg en alder.' }) }),
  record_consent: z.discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('consent'),
        givenBy: z.enum(consentGivers, { error: 'Vælg, hvem der har sagt ja.' }),
        ...shared,
        purpose: told('Skriv, hvad det skal bruges til.', maxWords),
      }),
      z.strictObject({
        kind: z.literal('legal_basis'),
        basis: z.enum(legalBases, { error: 'Vælg et lovgrundlag.' }),
        ...shared,
        purpose: told('Skriv, hvad det skal bruges til, og hvorfor loven giver lov.', maxWords),
      }),
    ],
    { error: 'Vælg samtykke eller lovgrundlag.' },
  ),
  withdraw_consent: z.strictObject({
    consent: z
      .string({ error: 'Vælg et samtykke.' })
      .min(1, 'Vælg et samtykke.')
      .max(128)
      .transform((id) => id as ConsentId),
  }),
  invite: z.strictObject({
    staff: staffId('Vælg en kollega.'),
    role: z.enum(teamRoles, { error: chooseOne }).optional().describe('Left out: what their party usually does'),
  }),
  refuse_invitation: z.strictObject({ staff: staffId('Vælg en kollega.') }),
  remove_member: z.strictObject({ staff: staffId('Vælg en kollega.') }),
  leave: z.strictObject({}),
  set_next_step: z.strictObject({
    text: told('Skriv, hvad der skal ske.', maxWords),
    by: day('Vælg den sidste dag, det skal være gjort.'),
  }),
  had_contact: z.strictObject({}),
  close: z.strictObject({
    outcome: z.enum(outcomes, { error: 'Vælg, hvordan det endte.' }),
    summary: told('Skriv et kort resumé.', maxSummary),
  }),
  reopen: z.strictObject({ reason: told('Skriv hvorfor.', maxWords) }),
} satisfies Record<CaseAction, z.ZodType>;

export const OpenCaseBody = z.strictObject({
  coordinator: staffId('Vælg en koordinator.'),
  standIn: nobodyOrStaff,
  past17Half: z.boolean().optional(),
});

export const CaseParams = z.strictObject({
  id: z
    .string()
    .regex(/^[\w.~-]{1,128}$/, 'Det er ikke et id på en sag.')
    .transform((id) => id as CaseFileId),
});
export const CaseActionParams = CaseParams.extend({ action: z.enum(caseActions) });
/** What the page was asked to say, and which place a new consent is for. */
export const CaseQuery = z.object({
  done: z.enum(caseActions).optional().catch(undefined),
  party: z.enum(partyCodes).optional().catch(undefined),
});

const time = z.iso.datetime();
const colleague = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  party: z.enum(partyCodes).nullable(),
  partyName: z.string(),
});
const caseRow = z.object({
  id: z.string(),
  code: z.string(),
  status: z.enum(['open', 'closed']),
  enquiry: z.string(),
  coordinator: colleague,
  mine: z.enum(['coordinator', 'stand_in', 'member']),
  nextStep: z.object({ text: z.string(), by: time, late: z.boolean() }).nullable(),
  lastContactAt: time.nullable(),
});
const consentItem = z.object({
  id: z.string(),
  kind: z.enum(['consent', 'legal_basis']),
  givenBy: z.enum(consentGivers).nullable(),
  basis: z.enum(legalBases).nullable(),
  parties: z.array(z.object({ code: z.enum(partyCodes), name: z.string() })),
  scopes: z.array(z.enum(consentScopes)),
  purpose: z.string(),
  recordedBy: z.string(),
  from: time,
  until: time,
  state: z.enum(['live', 'withdrawn', 'ended']),
  overAt: time.nullable(),
  leaving: z.array(z.string()),
});

export const CasesAnswer = z.object({ items: z.array(caseRow) }) satisfies z.ZodType<{ items: CaseRow[] }>;
/** Null once the reader is no longer in it. */
export const CaseChangedAnswer = z.object({ caseFile: caseRow.nullable() }) satisfies z.ZodType<{
  caseFile: CaseRow | null;
}>;
export const CaseAnswer = caseRow.extend({
  openedAt: time,
  openedBy: z.string(),
  ageBand: z.enum(ageBands).nullable(),
  past17Half: z.boolean(),
  standIn: colleague.nullable(),
  team: z.array(colleague.extend({ role: z.enum(teamRoles), coveredBy: z.array(z.string()) })),
  missing: z.array(z.enum(teamRoles)),
  invitations: z.array(colleague.extend({ role: z.enum(teamRoles), askedBy: z.string(), at: time })),
  consents: z.array(consentItem),
  givers: z.array(z.enum(consentGivers)),
  acuteAt: time.nullable(),
  closing: z.object({ outcome: z.enum(outcomes), summary: z.string(), at: time }).nullable(),
  timeline: z.array(z.object({ type: z.string(), text: z.string(), at: time })),
  readBy: z.array(z.object({ staff: z.string(), name: z.string(), at: time })),
  conversation: z.boolean(),
  actions: z.array(z.enum(caseActions)),
}) satisfies z.ZodType<CaseDetail>;
export const OpeningAnswer = z.object({
  enquiry: z.string(),
  topic: z.string(),
  coordinators: z.array(colleague.extend({ load: z.int(), tooMany: z.boolean() })),
  missing: z.array(z.enum(teamRoles)),
}) satisfies z.ZodType<Opening>;
