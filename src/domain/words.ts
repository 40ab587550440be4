/**
 * The field's words: one English name per Danish term (docs/architecture.md has the list).
 * Nothing here decides anything.
 */

/** Milliseconds since 1970 (UTC). */
export type Instant = number;

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One enquiry and the conversation that carries it; safe in a URL. */
export type EnquiryId = Branded<'EnquiryId'>;
/** A member of staff as named in the municipality's file. */
export type StaffId = Branded<'StaffId'>;
/** One thing to do outside: `<enquiry>.<version>.<kind>`. */
export type EffectId = Branded<'EffectId'>;
/** What a message is about, as named in `intents/`. */
export type IntentId = Branded<'IntentId'>;

/** Parties inside the municipality: they can be answerable. */
export const partyCodes = [
  'front_desk',
  'coordinator',
  'guidance',
  'employment',
  'benefits',
  'family',
  'adult_social',
  'ppr',
  'substance',
  'crime_prevention',
  'health',
  'youth_school',
  'school',
  'data_protection',
  'leader',
  'on_call',
] as const;
export type PartyCode = (typeof partyCodes)[number];

/** Age bands in whole years: −14, 15–17, 18–24, 25+. */
export const ageBands = ['under_15', '15_17', '18_24', '25_plus'] as const;
export type AgeBand = (typeof ageBands)[number];

export const askers = ['youth', 'parent', 'professional', 'citizen'] as const;
export type Asker = (typeof askers)[number];

/** How soon a person must act, most pressing first. */
export const urgencies = ['acute', 'same_day', '3_days', 'normal'] as const;
export type Urgency = (typeof urgencies)[number];

/** `care` shows the help lines and asks; `acute` also calls a person at once. */
export const riskLevels = ['none', 'care', 'acute'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** Languages that every prepared text exists in; `da_easy` is Danish in short sentences. */
export const textLanguages = ['da', 'da_easy', 'en'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** Languages in which we have fixed texts only: greeting, who can see, crisis, handing over, waiting, interpreter. */
export const foreignLanguages = ['ar', 'uk', 'tr', 'pl', 'de', 'so', 'fa'] as const;
export type ForeignLanguage = (typeof foreignLanguages)[number];

/** By mouth: what was said is written down by staff, and nothing can be sent back. */
export const spokenChannels = ['phone', 'counter'] as const;
export type SpokenChannel = (typeof spokenChannels)[number];

/** How the citizen came to us. `webchat` reads its own log; `botframework` must be sent each message. */
export const channels = ['webchat', 'botframework', ...spokenChannels] as const;
export type Channel = (typeof channels)[number];

/** How a closed enquiry ended: the two exits, help given, or why nothing followed. */
export const outcomes = ['education', 'job', 'helped', 'referred', 'no_contact', 'not_needed'] as const;
export type Outcome = (typeof outcomes)[number];

/** Whether nothing can be sent to the citizen: they called or came in. */
export function isSpoken(channel: Channel): channel is SpokenChannel {
  return spokenChannels.some((spoken) => spoken === channel);
}

/** The more pressing of two urgencies. */
export function mostUrgent(a: Urgency, b: Urgency): Urgency {
  return urgencies.indexOf(a) <= urgencies.indexOf(b) ? a : b;
}

/** The higher of two risk levels. */
export function highestRisk(a: RiskLevel, b: RiskLevel): RiskLevel {
  return riskLevels.indexOf(a) >= riskLevels.indexOf(b) ? a : b;
}
