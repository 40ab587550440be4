/**
 * The shape of the files with intents and texts, and what they become in the domain.
 * Says what is wrong inside one file only; `check.ts` looks across files.
 */
import { z } from 'zod';
import {
  type DangerLines,
  handoffRules,
  type Intent,
  intentGroups,
  type Source,
  slots,
  type Text,
  type Topic,
} from '../src/domain/intent.ts';
import { type TextKey, type Texts, textKeys } from '../src/domain/saying.ts';
import { askers, type IntentId, partyCodes, urgencies } from '../src/domain/words.ts';
import { kommuneShapes } from './kommune-schema.ts';
import { languageShapes } from './languages-schema.ts';
import { day, owners, ownersShape, party, words } from './words-schema.ts';

const text = z.strictObject({ da: words, da_easy: words, en: words }) satisfies z.ZodType<Text>;
const choiceWords = words.max(40, 'Knappen er for lang. Skriv højst 40 tegn.');
const choice = z.strictObject({ da: choiceWords, da_easy: choiceWords, en: choiceWords }) satisfies z.ZodType<Text>;

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

const topicShape = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  title: choice,
  askers: z.array(z.enum(askers)).min(1),
  intents: z.array(z.string().transform((id) => id as IntentId)),
});

/** `faelles/_topics.yaml`: what can be tapped before anything is written. */
export const topicsFile = z.array(topicShape).min(1) satisfies z.ZodType<readonly Topic[]>;

/** `_off-topic.yaml`: lines that belong nowhere. */
export const offTopicFile = z.array(words).min(1) satisfies z.ZodType<readonly string[]>;

const dangerShape = z.strictObject({
  acute: z.array(words).min(1),
  care: z.array(words).min(1),
  harmless: z.array(words).min(1),
  ordinary: z.array(words).min(1),
});

/** `faelles/_danger.yaml`: what the sense of danger learns from. */
export const dangerFile = dangerShape satisfies z.ZodType<DangerLines>;

/** `<kommune>/_danger.yaml`: lines this municipality adds, e.g. with the names of its own places. */
export const ownDangerFile = dangerShape
  .partial()
  .transform(({ acute = [], care = [], harmless = [], ordinary = [] }) => ({
    acute,
    care,
    harmless,
    ordinary,
  })) satisfies z.ZodType<DangerLines>;

/** Every key a file here may hold, to guess at misspelt ones. */
export const knownKeys: readonly string[] = [
  ...new Set(
    [
      ...[intentShape, topicShape, ownersShape, text, source, examples, textsShape, dangerShape],
      ...[...kommuneShapes, ...languageShapes],
    ].flatMap((shape) => Object.keys(shape.shape)),
  ),
  ...urgencies,
  ...partyCodes,
];
