/**
 * What Slack has answered about our installation → what is in order, what is not, and what to do. Pure; `look.ts` asks.
 * Says names of staff from the municipality's file, and of nobody else.
 */
import type { Kommune, SlackFile, Staff } from '../../src/domain/kommune.ts';
import type { PartyCode, StaffId } from '../../src/domain/words.ts';

/** `hint` works, but somebody should look at it; `wrong` does not work. */
export type Mark = 'ok' | 'hint' | 'wrong';

export interface Finding {
  readonly mark: Mark;
  /** Stable, for tools and for `docs/slack.md`. */
  readonly code: string;
  /** In Danish, for the operator. */
  readonly line: string;
  /** What to do; null when there is nothing to do. */
  readonly remedy: string | null;
}

/** `code` is Slack's own name of its refusal, or `unreachable`. */
export type Answered<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string };

export interface TokenSeen {
  readonly workspace: string;
  readonly botUser: string;
  readonly team: string;
  /** Null when the answer did not name them. */
  readonly scopes: readonly string[] | null;
}

export interface ChannelSeen {
  readonly isPrivate: boolean;
  readonly isMember: boolean;
  readonly isArchived: boolean;
  /** Unknown counts as shared. */
  readonly isShared: boolean;
  /** Slack's ids; empty when they could not be read. */
  readonly members: readonly string[];
}

export interface AccountSeen {
  readonly user: string;
  readonly team: string | null;
  readonly isDeactivated: boolean;
  readonly isBot: boolean;
  readonly isGuest: boolean;
  readonly isConfirmed: boolean;
}

export interface SlackSeen {
  readonly token: Answered<TokenSeen>;
  /** By sockets: whether Slack opens one. By HTTP: whether our own address takes a request signed with our secret. */
  readonly line: Answered<null>;
  readonly channels: ReadonlyMap<PartyCode, Answered<ChannelSeen>>;
  readonly staff: ReadonlyMap<StaffId, Answered<AccountSeen>>;
}

export interface Expected {
  readonly kommune: Kommune;
  readonly file: SlackFile;
  readonly receive: 'http' | 'socket';
  /** From the manifest. */
  readonly scopes: readonly string[];
}

/** Everything that can be said about Slack, in the order an operator mends it. */
export function slackFindings(seen: SlackSeen, expected: Expected): readonly Finding[] {
  if (!seen.token.ok) return [tokenRefused(seen.token.code), lineFinding(seen.line, expected.receive)];
  const token = seen.token.value;
  return [
    fine('slack-token', `Slack svarer: vi er inde i "${token.workspace}".`),
    ...scopeFindings(token.scopes, expected.scopes),
    lineFinding(seen.line, expected.receive),
    ...channelFindings(seen, token, expected),
    ...staffFindings(seen, token, expected),
  ];
}

export const fine = (code: string, line: string): Finding => ({ mark: 'ok', code, line, remedy: null });
export const hint = (code: string, line: string, remedy: string): Finding => ({ mark: 'hint', code, line, remedy });
export const wrong = (code: string, line: string, remedy: string): Finding => ({ mark: 'wrong', code, line, remedy });

// ---------------------------------------------------------------------------------------------------------------
// Token and rights

const newToken = 'Hent "Bot User OAuth Token" under "OAuth & Permissions", og sæt SLACK_BOT_TOKEN.';
const reinstall = 'Installer appen igen under "Install App".';
const away = 'Prøv igen om lidt. Se status.slack.com. Skranken virker imens.';

function tokenRefused(code: string): Finding {
  if (code === 'unreachable')
    return wrong('slack-unreachable', 'Slack kan ikke nås herfra.', `Åbn for slack.com. ${away}`);
  const revoked = ['token_revoked', 'account_inactive', 'app_uninstalled'].includes(code);
  const remedy = revoked ? `${reinstall} ${newToken}` : newToken;
  return wrong('slack-token', `Slack vil ikke kende vores token (${code}).`, remedy);
}

function scopeFindings(granted: readonly string[] | null, wanted: readonly string[]): readonly Finding[] {
  if (granted === null) {
    return [
      hint('slack-scopes', 'Slack sagde ikke, hvilke rettigheder vi har.', 'Se dem under "OAuth & Permissions".'),
    ];
  }
  const missing = wanted.filter((scope) => !granted.includes(scope));
  const spare = granted.filter((scope) => !wanted.includes(scope));
  const missed = missing.map((scope) =>
    wrong(
      'slack-scope-missing',
      `Rettigheden ${scope} mangler.`,
      `Læg adapters/slack/manifest.yaml ind under "App Manifest". ${reinstall}`,
    ),
  );
  const spared = spare.map((scope) =>
    hint('slack-scope-spare', `Rettigheden ${scope} bruger vi ikke.`, 'Fjern den under "OAuth & Permissions".'),
  );
  if (missed.length > 0) return [...missed, ...spared];
  return [fine('slack-scopes', `Alle ${wanted.length} rettigheder er givet.`), ...spared];
}

// ---------------------------------------------------------------------------------------------------------------
// How Slack reaches us

const appToken = 'Lav et under "Basic Information" → "App-Level Tokens" med connections:write, og sæt SLACK_APP_TOKEN.';

function lineFinding(line: Answered<null>, receive: Expected['receive']): Finding {
  if (receive === 'socket') return socketFinding(line);
  if (line.ok) return fine('slack-line', 'Vores adresse tager imod det, Slack underskriver.');
  if (line.code === 'status_401') {
    return wrong(
      'slack-signing-secret',
      'Vores adresse afviser vores egen underskrift.',
      'Sæt samme SLACK_SIGNING_SECRET i alle processer, ret uret, og start igen.',
    );
  }
  if (line.code === 'status_404') {
    return wrong('slack-address', 'Adressen kender ikke /slack/events.', 'Start Indgang igen, og ret PUBLIC_URL.');
  }
  return hint(
    'slack-address',
    `Vores egen adresse kunne ikke prøves (${line.code}).`,
    'Start Indgang, og åbn for /slack/events i jeres proxy.',
  );
}

function socketFinding(line: Answered<null>): Finding {
  if (line.ok) return fine('slack-line', 'Slack åbner en forbindelse til os (Socket Mode).');
  if (line.code === 'unreachable') return wrong('slack-unreachable', 'Slack kan ikke nås herfra.', away);
  const remedy =
    line.code === 'missing_scope' || line.code === 'no_permission'
      ? appToken
      : `${appToken} Slå "Socket Mode" til i appen.`;
  return wrong('slack-app-token', `Slack åbner ingen forbindelse til os (${line.code}).`, remedy);
}

// ---------------------------------------------------------------------------------------------------------------
// Channels

function channelFindings(seen: SlackSeen, token: TokenSeen, expected: Expected): readonly Finding[] {
  const { file, kommune } = expected;
  const nameOf = (party: PartyCode) => kommune.parties.get(party)?.name ?? party;
  const own = [...file.channels.keys()].flatMap((party) => {
    const channel = seen.channels.get(party) ?? { ok: false, code: 'not_asked' };
    const faults = channelFaults(nameOf(party), channel);
    if (faults.length > 0 || !channel.ok) return faults;
    return [
      fine('slack-channel', `${nameOf(party)}: kanalen er privat, og vi er med.`),
      ...memberHints(party, channel.value, { seen, token, expected }),
    ];
  });
  return [...own, ...doubleChannels(file, nameOf), ...withoutChannel(expected, nameOf)];
}

const newId = 'Skriv kanalens id igen i kommune.yaml under "slack:".';

function channelFaults(party: string, channel: Answered<ChannelSeen>): readonly Finding[] {
  if (!channel.ok) return [channelRefused(party, channel.code)];
  const { isArchived, isShared, isMember, isPrivate } = channel.value;
  const faults: readonly (readonly [boolean, string, string, string])[] = [
    [isArchived, 'archived', 'kanalen er arkiveret', `Hent den frem igen, og inviter appen. Eller: ${newId}`],
    [isShared, 'shared', 'kanalen er delt med andre', 'Brug en kanal, som kun jeres egen organisation er i.'],
    [!isMember, 'not-member', 'vi er ikke med i kanalen', 'Skriv /invite @Indgang i kanalen.'],
    [!isPrivate, 'public', 'alle kan læse kanalen', 'Gør den privat under "Settings". Kort skal ikke ses af alle.'],
  ];
  return faults
    .filter(([is]) => is)
    .map(([, code, what, remedy]) => wrong(`slack-channel-${code}`, `${party}: ${what}.`, remedy));
}

function channelRefused(party: string, code: string): Finding {
  if (code === 'channel_not_found') {
    return wrong(
      'slack-channel-unknown',
      `${party}: kanalen findes ikke, eller vi er ikke med i den.`,
      `Skriv /invite @Indgang i kanalen. Hjælper det ikke: ${newId}`,
    );
  }
  return wrong(
    'slack-channel-unread',
    `${party}: kanalen kunne ikke læses (${code}).`,
    'Ret det andet først. Prøv igen.',
  );
}

interface Context {
  readonly seen: SlackSeen;
  readonly token: TokenSeen;
  readonly expected: Expected;
}

/** Who should see the cards there and does not, and who does and need not. */
function memberHints(party: PartyCode, { members }: ChannelSeen, context: Context): readonly Finding[] {
  const { expected, token } = context;
  const { kommune } = expected;
  const name = kommune.parties.get(party)?.name ?? party;
  const byUser = matched(context);
  const there = new Set(members.flatMap((user) => byUser.get(user) ?? []));
  const served = partiesIn(party, expected);
  const staff = [...byUser.values()];
  const missing = staff.filter((person) => person.party === party && !there.has(person));
  const spare = [...there].filter((person) => !served.has(person.party) && !person.duty && !person.leads);
  const strangers = members.filter((user) => user !== token.botUser && !byUser.has(user)).length;
  return [
    ...missing.map((person) =>
      hint('slack-member-missing', `${name}: ${person.name} er ikke i kanalen.`, 'Skriv /invite og navnet i kanalen.'),
    ),
    ...spare.map((person) =>
      hint(
        'slack-member-spare',
        `${name}: ${person.name} hører til et andet sted.`,
        'Skal de læse med? Ellers fjern dem.',
      ),
    ),
    ...(strangers === 0
      ? []
      : [
          hint(
            'slack-member-unknown',
            `${name}: ${strangers} i kanalen står ikke i kommune.yaml.`,
            'De kan læse kortene, men ikke trykke. Fjern dem, eller skriv dem ind.',
          ),
        ]),
  ];
}

/** The parties whose cards come into this party's channel. */
function partiesIn(party: PartyCode, { file, kommune }: Expected): ReadonlySet<PartyCode> {
  const channel = file.channels.get(party);
  const parties = [...kommune.parties.keys()];
  return new Set(parties.filter((each) => (file.channels.get(each) ?? file.channels.get('front_desk')) === channel));
}

function doubleChannels(file: SlackFile, nameOf: (party: PartyCode) => string): readonly Finding[] {
  const byChannel = Map.groupBy(file.channels, ([, channel]) => channel);
  return [...byChannel.values()]
    .filter((parties) => parties.length > 1)
    .map((parties) =>
      hint(
        'slack-channel-double',
        `${parties.map(([party]) => nameOf(party)).join(' og ')} har samme kanal.`,
        'Lav én kanal til hver, hvis de ikke må læse hinandens.',
      ),
    );
}

function withoutChannel({ file, kommune }: Expected, nameOf: (party: PartyCode) => string): readonly Finding[] {
  const without = [...kommune.parties.keys()].filter((party) => !file.channels.has(party));
  if (without.length === 0) return [];
  const names = without.map(nameOf).join(', ');
  return [
    hint(
      'slack-channel-none',
      `Uden egen kanal: ${names}.`,
      `Deres kort kommer hos ${nameOf('front_desk')}. Giv dem en kanal i kommune.yaml.`,
    ),
  ];
}

// ---------------------------------------------------------------------------------------------------------------
// People

/** Staff by Slack's id: those who may press something. */
function matched({ seen, token, expected }: Context): ReadonlyMap<string, Staff> {
  const pairs = [...expected.kommune.staff.values()].flatMap((person): [string, Staff][] => {
    const account = seen.staff.get(person.id);
    return account?.ok && whyNot(account.value, token) === null ? [[account.value.user, person]] : [];
  });
  return new Map(pairs);
}

type Unmatched = 'deactivated' | 'bot' | 'guest' | 'elsewhere' | 'unconfirmed';

function whyNot(account: AccountSeen, token: TokenSeen): Unmatched | null {
  if (account.isDeactivated) return 'deactivated';
  if (account.isBot) return 'bot';
  if (account.isGuest) return 'guest';
  if (account.team !== token.team) return 'elsewhere';
  return account.isConfirmed ? null : 'unconfirmed';
}

const unmatchedWords = {
  deactivated: ['kontoen er lukket', 'Åbn kontoen i Slack, eller tag navnet ud af kommune.yaml.'],
  bot: ['adressen hører til en robot', 'Skriv personens egen adresse i kommune.yaml.'],
  guest: ['er gæst i Slack', 'Gør kontoen til et fuldt medlem. Gæster kan intet trykke på.'],
  elsewhere: ['hører til en anden organisation', 'Giv personen en konto hos jer.'],
  unconfirmed: ['adressen er ikke bekræftet', 'Bed personen bekræfte sin e-mail i Slack.'],
} satisfies Record<Unmatched, readonly [string, string]>;

const noAccount = 'Skriv den adresse, personen har i Slack, i kommune.yaml. Eller opret kontoen.';

function staffFindings(seen: SlackSeen, token: TokenSeen, expected: Expected): readonly Finding[] {
  const all = [...expected.kommune.staff.values()];
  const known = new Set(matched({ seen, token, expected }).values());
  const unknown = all.filter((person) => !known.has(person));
  const code = unknown.length === 0 ? fine : hint;
  const counted = `${known.size} af ${all.length} medarbejdere er fundet i Slack.`;
  return [
    code === fine
      ? fine('slack-staff', counted)
      : hint('slack-staff', counted, 'De andre kan bruge skranken. Se hver enkelt herunder.'),
    ...unknown.map((person) => unmatchedFinding(person, seen.staff.get(person.id), token)),
    ...emptyParties(expected, known),
  ];
}

/** Whoever has duty is called in Slack when it is acute: they must be there. */
function unmatchedFinding(person: Staff, account: Answered<AccountSeen> | undefined, token: TokenSeen): Finding {
  const tell = person.duty ? wrong : hint;
  const who = person.duty ? `${person.name} (har vagt)` : person.name;
  if (account === undefined) return tell('slack-staff-unread', `${who}: blev ikke slået op.`, 'Prøv igen.');
  if (account.ok) {
    const why = whyNot(account.value, token) ?? 'unconfirmed';
    const [what, remedy] = unmatchedWords[why];
    return tell(`slack-staff-${why}`, `${who}: ${what}.`, remedy);
  }
  if (account.code === 'users_not_found') {
    return tell('slack-staff-unknown', `${who}: ingen konto med den e-mail.`, noAccount);
  }
  return tell('slack-staff-unread', `${who}: kunne ikke slås op (${account.code}).`, 'Ret det andet først. Prøv igen.');
}

/** A channel where cards come and nobody may press. */
function emptyParties({ file, kommune }: Expected, known: ReadonlySet<Staff>): readonly Finding[] {
  return [...file.channels.keys()]
    .filter((party) => ![...known].some((person) => person.party === party))
    .map((party) =>
      wrong(
        'slack-party-empty',
        `${kommune.parties.get(party)?.name ?? party}: ingen i Slack kan tage deres kort.`,
        'Skriv mindst én medarbejder med den rigtige e-mail i kommune.yaml.',
      ),
    );
}
