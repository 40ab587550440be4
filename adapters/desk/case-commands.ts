/** From what was sent about a case file, through its schema, to the command that the use case takes. */
import type { z } from 'zod';
import { roleOf } from '../../src/domain/case-team.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { CaseCommand, CaseRefusal, OpenCase } from '../../src/ports.ts';
import { endOfDay } from './case-days.ts';
import type { CaseAction } from './case-model.ts';
import { caseBodies, OpenCaseBody } from './case-schemas.ts';
import { fieldsOf } from './schemas.ts';

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fields: Record<string, string> };

type CaseReader = (body: unknown, kommune: Kommune) => Read<CaseCommand>;

function parsed<Body>(schema: z.ZodType<Body>, body: unknown): Read<Body> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return { ok: true, value: read.data };
  const issues = read.error.issues.map((issue) => ({
    // A wrong item is told at its list.
    path: String(issue.path[0] ?? ''),
    message: issue.message,
    ...(issue.code === 'unrecognized_keys' && { keys: issue.keys }),
  }));
  return { ok: false, fields: fieldsOf(issues) };
}

function reader<Body>(schema: z.ZodType<Body>, command: (body: Body, kommune: Kommune) => CaseCommand): CaseReader {
  return (body, kommune) => {
    const read = parsed(schema, body);
    return read.ok ? { ok: true, value: command(read.value, kommune) } : read;
  };
}

export const caseReaders = {
  choose_coordinator: reader(caseBodies.choose_coordinator, (body) => ({ do: 'choose_coordinator', ...body })),
  turned_17_half: reader(caseBodies.turned_17_half, () => ({ do: 'turned_17_half' })),
  tell_age: reader(caseBodies.tell_age, (body) => ({ do: 'tell_age', ...body })),
  record_consent: reader(caseBodies.record_consent, (body, { timeZone }) => {
    const { parties, scopes, purpose } = body;
    const ground =
      body.kind === 'consent'
        ? ({ kind: 'consent', givenBy: body.givenBy } as const)
        : ({ kind: 'legal_basis', basis: body.basis } as const);
    return { do: 'record_consent', parties, scopes, ground, purpose, until: endOfDay(body.until, timeZone) };
  }),
  withdraw_consent: reader(caseBodies.withdraw_consent, (body) => ({ do: 'withdraw_consent', ...body })),
  invite: reader(caseBodies.invite, ({ staff, role }, kommune) => {
    return { do: 'invite', staff, role: role ?? roleOf(kommune.staff.get(staff)?.party) };
  }),
  refuse_invitation: reader(caseBodies.refuse_invitation, (body) => ({ do: 'refuse_invitation', ...body })),
  remove_member: reader(caseBodies.remove_member, (body) => ({ do: 'remove_member', ...body })),
  leave: reader(caseBodies.leave, () => ({ do: 'leave' })),
  set_next_step: reader(caseBodies.set_next_step, ({ text, by }, { timeZone }) => {
    return { do: 'set_next_step', text, by: endOfDay(by, timeZone) };
  }),
  had_contact: reader(caseBodies.had_contact, () => ({ do: 'had_contact' })),
  close: reader(caseBodies.close, (body) => ({ do: 'close', ...body })),
  reopen: reader(caseBodies.reopen, (body) => ({ do: 'reopen', ...body })),
} satisfies Record<CaseAction, CaseReader>;

export function readOpening(body: unknown): Read<OpenCase> {
  const read = parsed(OpenCaseBody, body);
  return read.ok ? { ok: true, value: { ...read.value, past17Half: read.value.past17Half ?? false } } : read;
}

/** What a plain form sends, in the shape the schemas read: lists as lists, a ticked box as true, nothing chosen as nothing. */
export function fromForm(action: CaseAction | 'open', body: unknown): unknown {
  const sent: Record<string, unknown> = { ...(typeof body === 'object' ? body : null) };
  if (action === 'record_consent') return { ...sent, parties: listOf(sent.parties), scopes: listOf(sent.scopes) };
  if (action === 'open') return { ...sent, past17Half: sent.past17Half !== undefined };
  if (action === 'invite' && sent.role === '') return { staff: sent.staff };
  return sent;
}

function listOf(sent: unknown): readonly unknown[] {
  if (sent === undefined) return [];
  return Array.isArray(sent) ? sent : [sent];
}

/** Which field a refusal is about, where it is about one. */
const fieldOfRefusal: Partial<Record<CaseRefusal, Partial<Record<CaseAction | 'open', string>>>> = {
  'already-member': { invite: 'staff', choose_coordinator: 'standIn', open: 'standIn' },
  'unknown-staff': { invite: 'staff', choose_coordinator: 'coordinator', open: 'coordinator' },
  'nothing-shared': { record_consent: 'parties' },
  'consent-giver-wrong': { record_consent: 'givenBy' },
  'dates-wrong': { record_consent: 'until', set_next_step: 'by' },
  'text-missing': { record_consent: 'purpose', set_next_step: 'text', close: 'summary', reopen: 'reason' },
};

/** Danish text per field; empty when the refusal is about no field of it. */
export function refusedFields(
  action: CaseAction | 'open',
  refusal: CaseRefusal,
  words: string,
): Readonly<Record<string, string>> {
  const field = fieldOfRefusal[refusal]?.[action];
  return field === undefined ? {} : { [field]: words };
}
