/**
 * The shape of `<kommune>/kommune.yaml`, and what it becomes in the domain.
 * Says what is wrong inside the file only; `check.ts` looks across files.
 */
import { z } from 'zod';
import type {
  ContactCard,
  DayHours,
  HelpLine,
  Ladder,
  Party,
  Patience,
  SlackFile,
  Staff,
  WeekHours,
} from '../src/domain/kommune.ts';
import { ageBands, type IntentId, type PartyCode, type StaffId } from '../src/domain/words.ts';
import type { KommuneFile } from './found.ts';
import { hoursInWords } from './hours-in-words.ts';
import { day, owners, party, words } from './words-schema.ts';

const shortName = z.string().regex(/^[a-z][a-z0-9_]*$/);

const hoursOfDay = z
  .array(
    z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Skriv tiden som "09:00-12:00".'),
  )
  .transform((intervals, context): DayHours[] =>
    intervals.map((interval) => {
      const [from = 0, to = 0] = interval.split('-').map(minutesOf);
      if (from >= to) context.addIssue(`"${interval}" slutter, før den begynder. Byt tiderne om.`);
      return { from, to };
    }),
  );

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

const weekShape = z.strictObject({
  monday: hoursOfDay,
  tuesday: hoursOfDay,
  wednesday: hoursOfDay,
  thursday: hoursOfDay,
  friday: hoursOfDay,
  saturday: hoursOfDay,
  sunday: hoursOfDay,
});
const weekHours = weekShape.transform(
  (week): WeekHours => [
    week.monday,
    week.tuesday,
    week.wednesday,
    week.thursday,
    week.friday,
    week.saturday,
    week.sunday,
  ],
) satisfies z.ZodType<WeekHours>;

const amount = z.number().int().positive();
const patienceShape = z.strictObject({
  minutes: amount.optional(),
  openMinutes: amount.optional(),
  openDays: amount.optional(),
});
const patience = patienceShape.transform((file, context): Patience => {
  if (Object.keys(file).length !== 1) {
    context.addIssue('Skriv netop én af "minutes", "openMinutes" og "openDays".');
  }
  return file as Patience;
}) satisfies z.ZodType<Patience>;

const ladder = z.strictObject({ acuteMinutes: amount, openMinutes: amount }) satisfies z.ZodType<Ladder>;
const contact = z.strictObject({ phone: words, email: z.email(), address: words }) satisfies z.ZodType<ContactCard>;
const partyWords = z.strictObject({
  name: words,
  who: words,
  languageModel: z.boolean().optional(),
  alsoCalled: z.array(words).default([]),
}) satisfies z.ZodType<Omit<Party, 'code'>>;

const staffShape = z.strictObject({
  name: words,
  role: words,
  party,
  email: z.email(),
  leads: z.boolean().default(false),
  duty: z.boolean().default(false),
}) satisfies z.ZodType<Omit<Staff, 'id'>>;

const helpLineShape = z.strictObject({
  name: words,
  phone: words.optional(),
  url: words.optional(),
  hours: words,
  alwaysOpen: z.boolean(),
  openingHours: weekHours.optional(),
  about: z
    .array(shortName.transform((id) => id as IntentId))
    .min(1)
    .optional(),
  ages: z.array(z.enum(ageBands)).min(1),
  checked: day,
});
const helpLine = helpLineShape.refine((line) => line.phone !== undefined || line.url !== undefined, {
  message: 'Skriv et nummer i "phone" eller en side i "url".',
}) satisfies z.ZodType<HelpLine>;

const slackShape = z.strictObject({
  content: z.enum(['full', 'slim']).default('full'),
  channels: z
    .partialRecord(
      party,
      z.string().regex(/^[CG][A-Z0-9]{6,}$/, 'Skriv kanalens id, som det står nederst under "Om kanalen" i Slack.'),
    )
    .refine((channels) => channels.front_desk !== undefined, {
      message: 'Skriv kanalen for "front_desk": den bruges også af parter uden egen kanal.',
    }),
});

const staffName = z.string().regex(/^[a-z][a-z0-9-]*$/);

const kommuneShape = z.strictObject({
  name: words,
  entrance: words,
  timeZone: words.refine(isTimeZone, 'Tidszonen kendes ikke. Skriv for eksempel "Europe/Copenhagen".'),
  openingHours: weekHours,
  contact,
  patience: z.strictObject({ acute: patience, same_day: patience, '3_days': patience, normal: patience }),
  ladder,
  offerOpenMinutes: amount,
  exitUrl: z.url({ protocol: /^https$/ }),
  parties: z.partialRecord(party, partyWords),
  staff: z.record(staffName, staffShape),
  helpLines: z.record(shortName, helpLine),
  facts: z.record(shortName, words).default({}),
  routes: z.record(shortName, owners).default({}),
  slack: slackShape.optional(),
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('da', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Everything but the id, which is the folder's name. */
export const kommuneFile = kommuneShape.transform(({ parties, staff, helpLines, facts, routes, slack, ...rest }) => ({
  ...rest,
  parties: partiesOf(parties),
  staff: staffOf(staff),
  helpLines: Object.values(helpLines),
  helpLineIds: Object.keys(helpLines),
  facts: {
    ...facts,
    ...helpLineFacts(helpLines),
    ...hoursFacts(rest.openingHours),
    adresse: rest.contact.address,
    mail: rest.contact.email,
  },
  routes: new Map(Object.entries(routes).map(([id, owner]) => [id as IntentId, owner])),
  slack: slack === undefined ? null : slackOf(slack),
})) satisfies z.ZodType<KommuneFile>;

type File = z.output<typeof kommuneShape>;

function slackOf({ content, channels }: z.output<typeof slackShape>): SlackFile {
  return { content, channels: new Map(Object.entries(channels) as [PartyCode, string][]) };
}

function partiesOf(file: File['parties']): ReadonlyMap<PartyCode, Party> {
  const named = Object.entries(file) as [PartyCode, Omit<Party, 'code'>][];
  return new Map(named.map(([code, words]) => [code, { code, ...words }]));
}

function staffOf(file: File['staff']): ReadonlyMap<StaffId, Staff> {
  const named = Object.entries(file) as [StaffId, Omit<Staff, 'id'>][];
  return new Map(named.map(([id, person]) => [id, { id, ...person }]));
}

/** `{aabent}` in Danish texts, `{open_hours}` in English ones. */
function hoursFacts(week: WeekHours): Record<string, string> {
  return { aabent: hoursInWords(week, 'da'), open_hours: hoursInWords(week, 'en') };
}

/** A help line as answers name it: `{linje_livslinien}` becomes "Livslinien 70 201 201". */
function helpLineFacts(lines: File['helpLines']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lines).map(([id, { name, phone, url }]) => [`linje_${id}`, `${name} ${phone ?? url ?? ''}`.trim()]),
  );
}

/** Objects whose names are fixed, to guess at misspelt ones. */
export const kommuneShapes = [
  kommuneShape,
  weekShape,
  patienceShape,
  ladder,
  contact,
  partyWords,
  staffShape,
  helpLineShape,
  slackShape,
] as const;
