/** Every body and parameter that comes in, and every answer that goes out; the OpenAPI document is made from these. */
import { z } from 'zod';
import type { EnquiryStatus } from '../../src/domain/enquiry.ts';
import { wellFormed } from '../../src/domain/well-formed.ts';
import {
  ageBands,
  askers,
  channels,
  type EnquiryId,
  foreignLanguages,
  type IntentId,
  outcomes,
  partyCodes,
  type StaffId,
  spokenChannels,
  textLanguages,
  urgencies,
} from '../../src/domain/words.ts';
import type { TakeIn } from '../../src/ports.ts';
import {
  type Action,
  actions,
  type Board,
  type Conversation,
  type Person,
  type QueueItem,
  type Row,
  slackHealths,
} from './model.ts';

const maxReply = 8000;
const maxReason = 1000;

/** What the store can keep unchanged, with line ends as `\n`: forms send `\r\n`. */
function storable(text: string): string {
  return wellFormed(text).replaceAll('\r\n', '\n');
}

export const told = (missing: string, max: number) =>
  z
    .string({ error: missing })
    .overwrite(storable)
    .trim()
    .min(1, missing)
    .max(max, `Teksten er for lang. Højst ${max.toLocaleString('da-DK')} tegn.`);
const reason = told('Skriv hvorfor.', maxReason);
const clientId = z.string().regex(/^[\w.:-]{1,100}$/, 'Et id må kun have bogstaver, tal og .:_- (højst 100).');

const staffId = z
  .string({ error: 'Vælg en kollega.' })
  .min(1, 'Vælg en kollega.')
  .max(100)
  .transform((id) => id as StaffId);
/** Forms send numbers as text. */
const seq = z.coerce.number().int().min(1).max(1_000_000);

export const commandBodies = {
  claim: z.strictObject({}),
  accept: z.strictObject({}),
  reply: z.strictObject({ text: told('Skriv et svar.', maxReply), clientId: clientId.optional() }),
  spoke: z.strictObject({}),
  correct: z.strictObject({ seq, text: told('Skriv rettelsen.', maxReply), clientId: clientId.optional() }),
  remove: z.strictObject({ seq }),
  invite_helper: z.strictObject({ staff: staffId }),
  remove_helper: z.strictObject({ staff: staffId }),
  transfer: z.strictObject({ party: z.string({ error: 'Vælg et sted.' }).min(1, 'Vælg et sted.').max(40), reason }),
  decline: z.strictObject({ reason }),
  return: z.strictObject({ reason }),
  close: z.strictObject({ outcome: z.enum(outcomes, { error: 'Vælg, hvordan det endte.' }), reason }),
} satisfies Record<Action, z.ZodType>;

/** What a form leaves open comes as an empty text. */
const open = z.literal('').transform(() => null);
const maxTold = 8000;

export const TakeInBody = z.strictObject({
  channel: z.enum(spokenChannels),
  asker: z.enum(askers).default('youth'),
  /** `unknown`, or null, is read by the front desk first. */
  intent: z
    .string({ error: 'Vælg et emne.' })
    .min(1, 'Vælg et emne.')
    .max(100)
    .nullable()
    .transform((id) => (id === null || id === 'unknown' ? null : (id as IntentId))),
  ageBand: z.union([open, z.enum(ageBands).nullable()]).default(null),
  urgency: z.union([open, z.enum(urgencies).nullable()]).default(null),
  text: told('Skriv, hvad borgeren siger.', maxTold),
  keep: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
  clientId: clientId.optional(),
}) satisfies z.ZodType<Omit<TakeIn, 'clientId'> & { clientId?: string | undefined }>;
export const CodeQuery = z.strictObject({ code: z.string().min(1).max(40) });

export const EnquiryParams = z.strictObject({
  id: z
    .string()
    .regex(/^[\w.~-]{1,128}$/, 'Det er ikke et id på en henvendelse.')
    .transform((id) => id as EnquiryId),
});
export const ActionParams = EnquiryParams.extend({ action: z.enum(actions) });
export const PageQuery = z.object({
  enquiry: EnquiryParams.shape.id.optional().catch(undefined),
  new: z.enum(spokenChannels).optional().catch(undefined),
  taken: EnquiryParams.shape.id.optional().catch(undefined),
  code: z.string().max(40).optional().catch(undefined),
});
export const EventsQuery = z.object({ enquiry: EnquiryParams.shape.id.optional() });
export const SessionBody = z.strictObject({
  staffId: z
    .string({ error: 'Vælg en medarbejder.' })
    .min(1, 'Vælg en medarbejder.')
    .max(100)
    .transform((id) => id as StaffId),
});
/** A header that stands for a reply's `clientId`, as other programs send it. */
export const ReplyHeaders = z.looseObject({ 'idempotency-key': clientId.optional() });

const states = ['with_bot', 'waiting', 'claimed', 'offered', 'closed'] as const satisfies readonly EnquiryStatus[];
const time = z.iso.datetime();
const queueItem = z.object({
  id: z.string(),
  party: z.enum(partyCodes),
  state: z.enum(states),
  urgency: z.enum(urgencies),
  intent: z.string().nullable(),
  ageBand: z.enum(ageBands).nullable(),
  asker: z.enum(askers),
  waitingSince: time.nullable(),
  deadline: time.nullable(),
  holder: z.string(),
});
const row = queueItem.extend({
  version: z.int(),
  code: z.string(),
  channel: z.enum(channels),
  topic: z.string(),
  others: z.array(z.string()),
  language: z.enum(textLanguages),
  speaks: z.enum(foreignLanguages).nullable(),
  partyName: z.string(),
  takenBy: z.string().nullable(),
  mine: z.boolean(),
  helping: z.boolean(),
  offeredToUs: z.boolean(),
  offeredTo: z.string().nullable(),
  called: z.enum(['party', 'leader', 'duty']).nullable(),
  deadlineWords: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
});
const person = z.object({ id: z.string(), name: z.string(), party: z.enum(partyCodes), role: z.string() });
const message = z.object({
  seq: z.int(),
  from: z.enum(['visitor', 'bot', 'staff']),
  name: z.string().nullable(),
  role: z.string().nullable(),
  text: z.string(),
  language: z.string(),
  at: time,
  erased: z.boolean(),
  tapped: z.boolean(),
  removed: z.boolean(),
  may: z.array(z.enum(['correct', 'remove'])),
});
const colleague = z.object({ id: z.string(), name: z.string(), party: z.string() });

export const QueueAnswer = z.object({ items: z.array(queueItem) }) satisfies z.ZodType<{ items: QueueItem[] }>;
export const FoundAnswer = z.object({ items: z.array(row) });
export const EnquiryAnswer = z.object({ enquiry: row satisfies z.ZodType<Row> });
export const PersonAnswer = person satisfies z.ZodType<Person>;
export const BoardAnswer = z.object({
  now: time,
  me: person,
  partyName: z.string(),
  place: z.string(),
  timeZone: z.string(),
  parties: z.array(z.object({ code: z.enum(partyCodes), name: z.string() })),
  rows: z.array(row),
  slack: z.enum(slackHealths),
}) satisfies z.ZodType<Board>;
export const ConversationAnswer = z.object({
  enquiry: row,
  messages: z.array(message),
  notes: z.array(z.object({ id: z.string(), by: z.string(), text: z.string(), at: time })),
  timeline: z.array(z.object({ type: z.string(), text: z.string(), at: time })),
  readBy: z.array(z.object({ staff: z.string(), name: z.string(), at: time })),
  actions: z.array(z.enum(actions)),
  helpers: z.array(colleague),
  colleagues: z.array(colleague),
  summarisable: z.boolean(),
  caseFile: z
    .object({
      id: z.string(),
      code: z.string(),
      status: z.enum(['open', 'closed']),
      coordinator: z.string(),
      mayRead: z.boolean(),
      mayAppoint: z.boolean(),
    })
    .nullable(),
  mayOpenCase: z.boolean(),
}) satisfies z.ZodType<Conversation>;

/** `mark` belongs beside the sentences wherever people see them. */
export const SummaryAnswer = z.object({ mark: z.string(), sentences: z.array(z.string()).min(1).max(5) });

export const ErrorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
});
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;

/** Danish text per field that is wrong; the empty name stands for the whole body. */
export function fieldsOf(issues: readonly { path: string; message: string; keys?: readonly string[] }[]) {
  const fields: Record<string, string> = {};
  for (const { path, message, keys } of issues) {
    if (keys) for (const key of keys) fields[key] = 'Feltet kendes ikke.';
    else fields[path] ??= message;
  }
  return fields;
}
