/**
 * The shape of every file in this folder, and what it becomes in the domain.
 * Says what is wrong inside one file only; `check.ts` looks across files.
 */
import { z } from 'zod';
import {
  handoffRules,
  type Intent,
  intentGroups,
  type Owners,
  type Source,
  slots,
  type Text,
} from '../src/domain/intent.ts';
import type {
  ContactCard,
  DayHours,
  HelpLine,
  Ladder,
  Party,
  Patience,
  Staff,
  WeekHours,
} from '../src/domain/kommune.ts';
import { type TextKey, type Texts, textKeys } from '../src/domain/saying.ts';
import { ageBands, askers, type IntentId, partyCodes, type StaffId, urgencies } from '../src/domain/words.ts';

const words = z.string().trim().min(1);
const party = z.enum(partyCodes);
const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Skriv dagen som 2026-11-21.');

const text = z.strictObject({ da: words, da_easy: words, en: words }) satisfies z.ZodType<Text>;
const choiceWords = words.max(40, 'Knappen er for lang. Skriv højst 40 tegn.');
const choice = z.strictObject({ da: choiceWords, da_easy: choiceWords, en: choiceWords }) satisfies z.ZodType<Text>;

const everyBand = [...ageBands, 'unknown'] as const;
const ownersFile = z.strictObject({
  all: party.optional(),
  under_15: party.optional(),
  '15_17': party.optional(),
  '18_24': party.optional(),
  '25_plus': party.optional(),
  unknown: party.optional(),
});

/** Either one party for everybody (`all`), or one for each age and for the age nobody has told. */
const owners = ownersFile.transform((file, context): Owners => {
  const { all, ...bands } = file;
  if (all !== undefined) {
    if (Object.keys(bands).length > 0) context.addIssue('Skriv enten "all" eller en ejer for hver alder, ikke begge.');
    return { under_15: all, '15_17': all, '18_24': all, '25_plus': all, unknown: all };
  }
  for (const band of everyBand) {
    if (bands[band] !== undefined) continue;
    context.addIssue(`Ejer mangler for alderen "${band}". Skriv en part, eller skriv "all" med én part til alle.`);
  }
  return bands as Owners;
}) satisfies z.ZodType<Owners>;

const source = z.strictObject({ title: words, checked: day }) satisfies z.ZodType<Source>;
const examples = z.strictObject({ da: z.array(words).min(1), en: z.array(words).min(1) });

const intentShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'Skriv id med små bogstaver og _, for eksempel "single_expense".'),
  group: z.enum(intentGroups),
  title: words,
  choice,
  askers: z.array(z.enum(askers)).min(1),
  owner: owners,
  ownerWhenClosed: party.optional(),
  also: z.array(party).default([]),
  urgency: z.enum(urgencies),
  handoff: z.enum(handoffRules),
  slots: z.array(z.enum(slots)).default([]),
  answer: text,
  sources: z.array(source).min(1),
  reviewer: words,
  examples,
});

/** `faelles/<id>.yaml` and `<kommune>/<id>.yaml`. */
export const intentFile = intentShape.transform(
  (file): Intent => ({
    ...file,
    id: file.id as IntentId,
  }),
) satisfies z.ZodType<Intent>;

type TextsShape = Record<TextKey, typeof text>;
const textsShape = z.strictObject(Object.fromEntries(textKeys.map((key) => [key, text])) as TextsShape);

/** `faelles/_texts.yaml`: every prepared text. */
export const textsFile = textsShape satisfies z.ZodType<Texts>;

/** `<kommune>/_texts.yaml`: only the texts this municipality words in its own way. */
export const ownTextsFile = textsShape.partial();

/** `_off-topic.yaml`: lines that belong nowhere. */
export const offTopicFile = z.array(words).min(1) satisfies z.ZodType<readonly string[]>;

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
const partyWords = z.strictObject({ name: words, who: words }) satisfies z.ZodType<Omit<Party, 'code'>>;

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
  ages: z.array(z.enum(ageBands)).min(1),
  checked: day,
});
const helpLine = helpLineShape.refine((line) => line.phone !== undefined || line.url !== undefined, {
  message: 'Skriv et nummer i "phone" eller en side i "url".',
}) satisfies z.ZodType<HelpLine>;

const shortName = z.string().regex(/^[a-z][a-z0-9_]*$/);
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
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('da', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** `<kommune>/kommune.yaml`, with the parts that hold names as the file has them: `load.ts` makes the maps. */
export const kommuneFile = kommuneShape;
export type KommuneFile = z.output<typeof kommuneShape>;

/** A help line as answers name it: `{linje_livslinien}` becomes "Livslinien 70 201 201". */
export function helpLineFacts(lines: KommuneFile['helpLines']): Record<string, string> {
  const named = Object.entries(lines).map(([id, line]) => [`linje_${id}`, `${line.name} ${line.phone ?? line.url}`]);
  return Object.fromEntries(named) as Record<string, string>;
}

/** A member of staff under the id the file gives. */
export function staffOf(file: KommuneFile): ReadonlyMap<StaffId, Staff> {
  const all = Object.entries(file.staff).map(([id, person]): [StaffId, Staff] => [
    id as StaffId,
    { id: id as StaffId, ...person },
  ]);
  return new Map(all);
}

/** Every key a file here may hold, to guess at misspelt ones. */
export const knownKeys: readonly string[] = [
  ...new Set(
    [
      intentShape,
      ownersFile,
      text,
      source,
      examples,
      textsShape,
      kommuneShape,
      weekShape,
      patienceShape,
      ladder,
      contact,
      partyWords,
      staffShape,
      helpLineShape,
    ].flatMap((shape) => Object.keys(shape.shape)),
  ),
  ...urgencies,
  ...partyCodes,
];
