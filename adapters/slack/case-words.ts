import type { CaseRefusal } from '../../src/ports.ts';
import type { WhyGone } from './case-memory.ts';

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
