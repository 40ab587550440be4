/**
 * What staff do about case files in Slack: buttons that act or open a window, and windows that come back. Whether they
 * may is asked of the case files each time; a refusal stands at the field it is about.
 */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  type CaseFile,
  type ConsentId,
  consentGivers,
  consentScopes,
  legalBases,
  teamRoles,
} from '../../src/domain/case-file.ts';
import { isLive, roleOf } from '../../src/domain/case-team.ts';
import type { Kommune, Staff } from '../../src/domain/kommune.ts';
import { ageBands, type EnquiryId, type Instant, outcomes, partyCodes, type StaffId } from '../../src/domain/words.ts';
import type { CaseCommand, CaseRefusal } from '../../src/ports.ts';
import { aboutOf, caseAnd } from './case-about.ts';
import { whoInWords } from './case-overview.ts';
import {
  askedWindow,
  type Candidate,
  closeWindow,
  consentWindow,
  coordinatorWindow,
  inviteWindow,
  nextStepWindow,
  openWindow,
  reopenWindow,
  withdrawWindow,
} from './case-windows.ts';
import { caseRefusedText } from './case-words.ts';
import { isRefused } from './errors.ts';
import type { Acting, Answer, HappeningOf, Reactions, SlackParts, View } from './parts.ts';

type Pressed = HappeningOf<'pressed'>;
type Submitted = HappeningOf<'submitted'>;

const pressAgain = 'Det tog for længe. Tryk på knappen igen.';

export function caseForms(parts: SlackParts): Pick<Reactions, 'pressed' | 'submitted'> {
  const press =
    (act: (staff: Staff, happening: Pressed, acting: Acting) => Promise<void>) =>
    async (happening: Pressed, acting: Acting): Promise<void> => {
      if (acting.staff !== null) await act(acting.staff, happening, acting);
    };
  const submit =
    (act: (staff: Staff, happening: Submitted) => Promise<Answer>) =>
    async (happening: Submitted, { staff }: Acting): Promise<Answer> =>
      staff === null ? null : act(staff, happening);
  /** A button that opens a window about a case file they are in. */
  const opens = (view: (caseFile: CaseFile, staff: Staff, value: string) => View | null | Promise<View | null>) =>
    press(async (staff, happening, acting) => {
      const read = await parts.cases.read(staff.id, aboutOf(happening.value).caseFile);
      if (!read.ok) return say(parts, happening, caseRefusedText[read.reason]);
      const window = await view(read.value.caseFile, staff, happening.value);
      if (window === null) await say(parts, happening, caseRefusedText['consent-over']);
      else await show(parts, happening, acting, window);
    });
  /** A button that acts at once. */
  const acts = (command: (value: string) => CaseCommand | null, done: string) =>
    press(async (staff, happening) => {
      const asked = command(happening.value);
      if (asked === null) return;
      const result = await parts.cases.act(staff.id, aboutOf(happening.value).caseFile, asked);
      await say(parts, happening, result.ok ? done : caseRefusedText[result.reason]);
    });
  const { kommune } = parts;
  return {
    pressed: {
      open_case: press((staff, happening, acting) => openCase(parts, staff, happening, acting)),
      record_consent: opens((caseFile, _, value) => consentWindow(kommune, caseFile, value, null)),
      cover_invitation: opens((caseFile, _, value) => coverWindow(kommune, caseFile, value)),
      withdraw_consent: opens((caseFile) => withdrawable(parts, caseFile)),
      choose_coordinator: opens(async (caseFile, staff) =>
        coordinatorWindow(kommune, caseFile, await candidates(parts, staff, caseFile)),
      ),
      invite_member: opens((caseFile) => inviteWindow(caseFile)),
      set_next_step: opens((caseFile) => nextStepWindow(caseFile)),
      close_case: opens((caseFile) => closeWindow(caseFile)),
      reopen_case: opens((caseFile) => reopenWindow(caseFile)),
      had_contact: acts(() => ({ do: 'had_contact' }), 'Kontakten er noteret i dag.'),
      turned_17_half: acts(() => ({ do: 'turned_17_half' }), 'Noteret. Voksensocialområdet skal nu med i teamet.'),
      leave_case: acts(() => ({ do: 'leave' }), 'Du er ude af sagen.'),
      refuse_invitation: press((staff, happening) => refuseInvitation(parts, staff, happening)),
      case_link: async () => undefined,
    },
    submitted: {
      open_case: submit((staff, happening) => opened(parts, staff, happening)),
      record_consent: submit((staff, happening) => consented(parts, staff, happening)),
      withdraw_consent: submit((staff, happening) => withdrawn(parts, staff, happening)),
      choose_coordinator: submit((staff, happening) => chosen(parts, staff, happening)),
      invite_member: submit((staff, happening) => invited(parts, staff, happening)),
      set_next_step: submit((staff, happening) => nextStepSet(parts, staff, happening)),
      close_case: submit((staff, happening) => closed(parts, staff, happening)),
      reopen_case: submit((staff, happening) => reopened(parts, staff, happening)),
    },
  };
}

// ---------------------------------------------------------------------------------------------------------------
// Answering

/** Seen by the one who pressed, where they pressed. */
async function say({ web, newId }: SlackParts, { user, place, threadTs }: Pressed, text: string): Promise<void> {
  if (place === null) return void (await web.tell(user, { text, id: `case.said.${newId()}` }));
  await web.whisper({ channel: place.channel, user, ...(threadTs !== null && { threadTs }) }, { text });
}

/** A trigger is good for three seconds; too late is said, and nothing is lost. */
async function show(parts: SlackParts, happening: Pressed, { triggerId }: Acting, view: View): Promise<void> {
  if (triggerId === null) return say(parts, happening, pressAgain);
  try {
    await parts.web.call('views.open', { trigger_id: triggerId, view });
  } catch (error) {
    if (!isRefused(error, 'window')) throw error;
    await say(parts, happening, pressAgain);
  }
}

/** Which field each refusal is about; what is not named stands at the form's first field. */
type Fields = { readonly first: string } & Partial<Record<CaseRefusal, string>>;

function atField(fields: Fields, reason: CaseRefusal): Answer {
  return { errors: { [fields[reason] ?? fields.first]: caseRefusedText[reason] } };
}

function unanswered(block: string): Answer {
  return { errors: { [block]: 'Vælg et svar her.' } };
}

async function command(parts: SlackParts, staff: Staff, { about }: Submitted, asked: CaseCommand, fields: Fields) {
  const result = await parts.cases.act(staff.id, aboutOf(about).caseFile, asked);
  return result.ok ? null : atField(fields, result.reason);
}

/** The end of a day where the municipality is; null when it is none. */
export function endOfDay(day: unknown, { timeZone }: Pick<Kommune, 'timeZone'>): Instant | null {
  const parsed = z.iso.date().safeParse(day);
  if (!parsed.success) return null;
  return Temporal.PlainDate.from(parsed.data).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1;
}

const words = z.string().catch('');
const oneOf = <Value extends string>(values: readonly Value[]) => z.enum(values).nullable().catch(null);
const someOf = <Value extends string>(values: readonly Value[]) => z.array(z.enum(values)).catch([]);

function staffIn({ staff }: Kommune, value: unknown): StaffId | null {
  return typeof value === 'string' && staff.has(value as StaffId) ? (value as StaffId) : null;
}

// ---------------------------------------------------------------------------------------------------------------
// Opening, and who coordinates

async function openCase(parts: SlackParts, staff: Staff, happening: Pressed, acting: Acting): Promise<void> {
  const enquiry = happening.value as EnquiryId;
  const suggested = await parts.cases.suggest(staff.id, enquiry);
  if (!suggested.ok) return say(parts, happening, caseRefusedText[suggested.reason]);
  if ((await parts.cases.ofEnquiry(enquiry)) !== null) return say(parts, happening, caseRefusedText['case-exists']);
  if (suggested.value.coordinators.length === 0) return say(parts, happening, caseRefusedText['unknown-staff']);
  await show(parts, happening, acting, openWindow(parts.kommune, enquiry, suggested.value));
}

async function opened({ cases, kommune }: SlackParts, staff: Staff, { about, values }: Submitted): Promise<Answer> {
  const coordinator = staffIn(kommune, values.coordinator);
  if (coordinator === null) return unanswered('coordinator');
  const past17Half = Array.isArray(values.past17Half) && values.past17Half.length > 0;
  const opening = { coordinator, standIn: staffIn(kommune, values.standIn), past17Half };
  const result = await cases.open(staff.id, about as EnquiryId, opening);
  if (result.ok) return null;
  if (result.reason === 'case-exists' && (await isOwn(cases, about as EnquiryId, staff))) return null;
  return atField({ first: 'coordinator', 'already-member': 'standIn' }, result.reason);
}

/** Their own opening, sent once more. */
async function isOwn(cases: SlackParts['cases'], enquiry: EnquiryId, { id }: Staff): Promise<boolean> {
  return (await cases.ofEnquiry(enquiry))?.openedBy === id;
}

/** With their loads where we may know them; otherwise everybody. */
async function candidates(
  { cases, kommune }: SlackParts,
  staff: Staff,
  { enquiry }: CaseFile,
): Promise<readonly Candidate[]> {
  const suggested = await cases.suggest(staff.id, enquiry);
  if (suggested.ok && suggested.value.coordinators.length > 0) return suggested.value.coordinators;
  return [...kommune.staff.keys()].map((one) => ({ staff: one, load: null, tooMany: false }));
}

async function chosen(parts: SlackParts, staff: Staff, happening: Submitted): Promise<Answer> {
  const coordinator = staffIn(parts.kommune, happening.values.coordinator);
  if (coordinator === null) return unanswered('coordinator');
  const standIn = staffIn(parts.kommune, happening.values.standIn);
  const fields = { first: 'coordinator', 'already-member': 'standIn' };
  return command(parts, staff, happening, { do: 'choose_coordinator', coordinator, standIn }, fields);
}

// ---------------------------------------------------------------------------------------------------------------
// Consent

function coverWindow(kommune: Kommune, caseFile: CaseFile, value: string): View {
  const { staff } = aboutOf(value);
  if (staff === null) return consentWindow(kommune, caseFile, value, null);
  const party = kommune.staff.get(staff)?.party;
  const asked = caseFile.invitations.find((one) => one.staff === staff);
  return consentWindow(kommune, caseFile, value, { staff, party: party ?? null, role: asked?.role ?? roleOf(party) });
}

/** `consent:youth`, `legal:ssp`. */
const Ground = z
  .string()
  .transform((value) => value.split(':'))
  .pipe(
    z.union([
      z
        .tuple([z.literal('consent'), z.enum(consentGivers)])
        .transform(([, givenBy]) => ({ kind: 'consent', givenBy }) as const),
      z
        .tuple([z.literal('legal'), z.enum(legalBases)])
        .transform(([, basis]) => ({ kind: 'legal_basis', basis }) as const),
    ]),
  );

const Consented = z.object({
  ground: Ground.nullable().catch(null),
  parties: someOf(partyCodes),
  scopes: someOf(consentScopes),
  purpose: words,
  until: z.unknown(),
  age: oneOf(ageBands),
  role: oneOf(teamRoles),
});

const consentFields = {
  first: 'ground',
  'dates-wrong': 'until',
  'text-missing': 'purpose',
  'nothing-shared': 'parties',
} satisfies Fields;

/** The age when it was not known, the consent, and then whoever it was asked for. */
async function consented(parts: SlackParts, staff: Staff, happening: Submitted): Promise<Answer> {
  const { cases, kommune, reader } = parts;
  const { ground, parties, scopes, purpose, until: day, age, role } = Consented.parse(happening.values);
  const until = endOfDay(day, kommune);
  if (ground === null) return unanswered('ground');
  if (until === null) return unanswered('until');
  const { caseFile: id, staff: forWhom } = aboutOf(happening.about);
  if ('age' in happening.values) {
    if (age === null) return unanswered('age');
    const told = await cases.act(staff.id, id, { do: 'tell_age', ageBand: age });
    if (!told.ok) return atField({ first: 'age' }, told.reason);
  }
  const asked = { do: 'record_consent', parties, scopes, ground, purpose, until } as const;
  if (!isRecorded(await reader.caseFile(id), staff, asked)) {
    const recorded = await cases.act(staff.id, id, asked);
    if (!recorded.ok) return atField(consentFields, recorded.reason);
  }
  if (forWhom === null) return null;
  const joined = await cases.act(staff.id, id, { do: 'invite', staff: forWhom, role: role ?? 'other' });
  return joined.ok || joined.reason === 'already-member' ? null : atField({ first: 'parties' }, joined.reason);
}

/** The same window sent once more: it has been recorded, to the very millisecond of its end. */
function isRecorded(
  caseFile: CaseFile | null,
  { id }: Staff,
  asked: Extract<CaseCommand, { do: 'record_consent' }>,
): boolean {
  const same = (one: CaseFile['consents'][number]) =>
    one.recordedBy === id &&
    one.withdrawnAt === null &&
    one.endedAt === null &&
    one.until === asked.until &&
    JSON.stringify([one.parties, one.scopes, one.ground]) ===
      JSON.stringify([asked.parties, asked.scopes, asked.ground]);
  return caseFile?.consents.some(same) ?? false;
}

function withdrawable({ kommune, clock }: SlackParts, caseFile: CaseFile): View | null {
  const live = caseFile.consents.filter((consent) => isLive(consent, clock.now()));
  return live.length === 0 ? null : withdrawWindow(kommune, caseFile, live);
}

async function withdrawn(parts: SlackParts, staff: Staff, happening: Submitted): Promise<Answer> {
  const { consent } = happening.values;
  if (typeof consent !== 'string') return unanswered('consent');
  const asked = { do: 'withdraw_consent', consent: consent as ConsentId } as const;
  return command(parts, staff, happening, asked, { first: 'consent' });
}

// ---------------------------------------------------------------------------------------------------------------
// The team and the course

/** Covered, they are in at once; otherwise the coordinator is asked, or asks themselves. */
async function invited(parts: SlackParts, staff: Staff, happening: Submitted): Promise<Answer> {
  const { person, role } = happening.values;
  const colleague = typeof person === 'string' ? await parts.people.bySlack(person) : null;
  if (colleague === null) return atField({ first: 'person' }, 'unknown-staff');
  const { caseFile: id } = aboutOf(happening.about);
  const task = oneOf(teamRoles).parse(role) ?? roleOf(colleague.party);
  const result = await parts.cases.act(staff.id, id, { do: 'invite', staff: colleague.id, role: task });
  if (!result.ok) return atField({ first: 'person' }, result.reason);
  const { coordinator, standIn, team } = result.value;
  if (team.some((member) => member.staff === colleague.id)) return null;
  if (staff.id !== coordinator && staff.id !== standIn) {
    return { update: askedWindow(whoInWords(parts.kommune, colleague.id)) };
  }
  return { update: coverWindow(parts.kommune, result.value, caseAnd(id, colleague.id)) };
}

async function refuseInvitation(parts: SlackParts, staff: Staff, happening: Pressed): Promise<void> {
  const { caseFile, staff: whom } = aboutOf(happening.value);
  if (whom === null) return;
  const result = await parts.cases.act(staff.id, caseFile, { do: 'refuse_invitation', staff: whom });
  // Somebody who was only found in the channel was never asked for: they are out already.
  const done = result.ok || result.reason === 'not-member';
  await say(parts, happening, done ? 'Personen er ikke med i sagen.' : caseRefusedText[result.reason]);
}

async function nextStepSet(parts: SlackParts, staff: Staff, happening: Submitted): Promise<Answer> {
  const by = endOfDay(happening.values.by, parts.kommune);
  if (by === null) return unanswered('by');
  const asked = { do: 'set_next_step', text: words.parse(happening.values.text), by } as const;
  return command(parts, staff, happening, asked, { first: 'text', 'dates-wrong': 'by' });
}

async function closed(parts: SlackParts, staff: Staff, happening: Submitted): Promise<Answer> {
  const outcome = oneOf(outcomes).parse(happening.values.outcome);
  if (outcome === null) return unanswered('outcome');
  const asked = { do: 'close', outcome, summary: words.parse(happening.values.summary) } as const;
  return command(parts, staff, happening, asked, { first: 'outcome', 'text-missing': 'summary' });
}

async function reopened(parts: SlackParts, staff: Staff, happening: Submitted): Promise<Answer> {
  const asked = { do: 'reopen', reason: words.parse(happening.values.reason) } as const;
  return command(parts, staff, happening, asked, { first: 'reason' });
}
