/**
 * Danish words about case files, as staff read them in Slack. Maps are exhaustive: a new code does not compile without
 * its word. Nothing here says who the young person is.
 */
import type { ConsentGiver, ConsentScope, LegalBasis, TeamRole } from '../../src/domain/case-file.ts';
import type { Outcome } from '../../src/domain/words.ts';
import type { CaseRefusal } from '../../src/ports.ts';
import type { WhyGone } from './case-memory.ts';

export const roleWords = {
  family: 'familie',
  guidance: 'vejledning',
  employment: 'beskæftigelse',
  adult_social: 'voksensocialområdet',
  school: 'skole',
  health: 'sundhed',
  substance: 'rusmidler',
  crime_prevention: 'SSP',
  ppr: 'PPR',
  benefits: 'ydelser',
  other: 'andet',
} satisfies Record<TeamRole, string>;

export const scopeWords = {
  contact: 'kontakt',
  education: 'uddannelse',
  employment: 'arbejde',
  family: 'familie',
  health: 'helbred',
  economy: 'økonomi',
  everything: 'alt i sagen',
} satisfies Record<ConsentScope, string>;

export const giverWords = {
  youth: 'den unge',
  custodian: 'forældremyndigheden',
  youth_and_custodian: 'den unge og forældremyndigheden',
} satisfies Record<ConsentGiver, string>;

export const basisWords = {
  forvaltningsloven_28: 'Forvaltningsloven § 28',
  barnets_lov_notification: 'Underretning efter barnets lov',
  ssd: 'SSD-samarbejde',
  ssp: 'SSP-samarbejde',
  acute_danger: 'Akut fare',
} satisfies Record<LegalBasis, string>;

export const outcomeWords = {
  education: 'Uddannelse',
  job: 'Job',
  helped: 'Fik hjælp eller svar',
  referred: 'Vist videre til et andet sted',
  no_contact: 'Kunne ikke få kontakt',
  not_needed: 'Ikke brug for hjælp mere',
} satisfies Record<Outcome, string>;

export const caseRefusedText = {
  'unknown-enquiry': 'Du kan ikke se den henvendelse længere.',
  withdrawn: 'Den unge har trukket henvendelsen tilbage.',
  'unknown-case': 'Du er ikke med i den sag.',
  'not-in-hand': 'Tag henvendelsen først. Så kan du åbne en sag.',
  'case-exists': 'Der er allerede en sag om den henvendelse.',
  'case-closed': 'Sagen er lukket. Genåbn den først.',
  'case-open': 'Sagen er allerede åben.',
  'not-coordinator': 'Det kan kun koordinatoren eller stedfortræderen.',
  'unknown-staff': 'Den medarbejder findes ikke i kommunens liste.',
  'already-member': 'Den person er allerede med i sagen.',
  'not-member': 'Den person er ikke med i sagen.',
  'is-coordinator': 'Vælg en anden koordinator først.',
  'nothing-shared': 'Vælg mindst én part og én ting, der må deles.',
  'not-covered': 'Samtykket dækker ikke den person.',
  'unknown-consent': 'Det samtykke findes ikke længere.',
  'consent-giver-wrong': 'Den person kan ikke give samtykke i den alder.',
  'consent-over': 'Det samtykke gælder ikke længere.',
  'dates-wrong': 'Vælg en dato fra i dag og højst et år frem.',
  'text-missing': 'Skriv et par ord her.',
} satisfies Record<CaseRefusal, string>;

/** What became of the channel, as the coordinator reads it. */
export const goneWords = {
  closed: 'blev arkiveret, da sagen blev lukket',
  archived: 'er blevet arkiveret af en person i Slack',
  gone: 'er blevet slettet, eller Indgang er fjernet fra den',
  shared: 'blev delt med folk uden for kommunen, så Indgang har lukket den',
  public: 'blev ikke privat, så Indgang har lukket den',
  unremovable: 'er lukket, fordi Slack ikke ville fjerne en person, der skulle ud',
} satisfies Record<WhyGone, string>;

export const noChannelWords = {
  refused: 'Slack vil ikke lave en privat kanal. Sig det til jeres Slack-administrator.',
  public: 'Slack laver åbne kanaler for Indgang. Sig det til jeres Slack-administrator.',
  losses: 'Kanalen er gået tabt flere gange i dag. Indgang prøver igen i morgen.',
} satisfies Record<'refused' | 'public' | 'losses', string>;

/** Why Slack would not let somebody in. */
export function notInvitedWords(code: string): string {
  return notInvited[code] ?? `Slack sagde nej (${code.replaceAll('_', ' ')}).`;
}

const notInvited: Readonly<Record<string, string>> = {
  user_not_found: 'Brugeren findes ikke længere i Slack.',
  user_disabled: 'Brugeren er slået fra i Slack.',
  ura_max_channels: 'Brugeren er gæst og kan kun være i én kanal.',
  user_is_restricted: 'Brugeren er gæst i Slack.',
  user_is_ultra_restricted: 'Brugeren er gæst i Slack.',
  cant_invite: 'Brugeren må ikke inviteres til kanaler her.',
  org_user_not_in_team: 'Brugeren er i en anden del af Slack.',
};
