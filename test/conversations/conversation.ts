/**
 * A conversation as a file: who does what, and what must be true after. Read by `conversations.test.ts`.
 *
 *     shows: One point, as a sentence.
 *     asker: youth                       # parent, professional, citizen
 *     begins: saturday 23:30             # Monday 10.00 when nothing is said
 *     turns:
 *       - writes: jeg vil ikke leve mere # or taps (a button that is there), passes (time), claims, replies, returns, closes
 *         after: { says: [crisis, handed_over, ask_safe], urgency: acute, reads: "112" }
 *
 * What `after` does not name is not checked, but in every turn the bot asks one question at most and asks it last, shows
 * no help line alone, and has asked no more than three questions since it last answered or offered a person.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const languages = ['da', 'da_easy', 'en'] as const;
const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** Everything named here is checked after the turn; what is not named is not. */
const Expected = z.strictObject({
  /** What the bot says, in order: the saying's kind, for an answer or a danger with its intent: `answer su_grant`. */
  says: several.optional(),
  /** What it does not say. */
  saysNot: several.optional(),
  status: z.enum(['with_bot', 'waiting', 'claimed', 'offered', 'closed']).optional(),
  party: z.string().optional(),
  intent: z.string().nullable().optional(),
  others: z.array(z.string()).optional(),
  urgency: z.enum(['acute', 'same_day', '3_days', 'normal']).optional(),
  risk: z.enum(['none', 'care', 'acute']).optional(),
  ageBand: z.enum(['under_15', '15_17', '18_24', '25_plus']).nullable().optional(),
  language: z.enum(languages).optional(),
  speaks: z.string().nullable().optional(),
  /** Who is called: the party, its leader, the duty rota. */
  calls: several.optional(),
  /** Minutes from now until a person must have acted, at most. */
  dueWithinMinutes: z.number().optional(),
  /** Words that stand in the bot's messages of this turn. */
  reads: several.optional(),
  readsNot: several.optional(),
  /** The buttons under the last message hold these. */
  offers: several.optional(),
});
export type Expected = z.infer<typeof Expected>;

const Turn = z.union([
  z.strictObject({ writes: z.string(), after: Expected.optional() }),
  z.strictObject({ taps: z.string(), after: Expected.optional() }),
  /** "3 minutes", "2 hours", "4 days". */
  z.strictObject({ passes: z.string().regex(/^\d+ (minutes?|hours?|days?)$/), after: Expected.optional() }),
  z.strictObject({ claims: z.string(), after: Expected.optional() }),
  z.strictObject({ replies: z.string(), after: Expected.optional() }),
  /** Gives it back to the party's queue, with this reason. */
  z.strictObject({ returns: z.string(), after: Expected.optional() }),
  z.strictObject({
    closes: z.enum(['education', 'job', 'helped', 'referred', 'no_contact', 'not_needed']),
    after: Expected.optional(),
  }),
]);
export type Turn = z.infer<typeof Turn>;

const Conversation = z.strictObject({
  /** What it shows, as a sentence. */
  shows: z.string(),
  asker: z.enum(['youth', 'parent', 'professional', 'citizen']),
  language: z.enum(languages).default('da'),
  /** Local time it begins, in the winter week of 4 January 2027: "monday 10:00". */
  begins: z
    .string()
    .regex(/^(mon|tues|wednes|thurs|fri|satur|sun)day \d\d:\d\d$/)
    .default('monday 10:00'),
  turns: z.array(Turn).min(1),
});
export type Conversation = z.infer<typeof Conversation>;

/** Every file of this folder by its name, in order. */
export function conversations(): readonly (readonly [string, Conversation])[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => [file, Conversation.parse(parse(readFileSync(join(import.meta.dirname, file), 'utf8')))]);
}
