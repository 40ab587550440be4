/** `npm run doctor` against the emulator: what an operator has done wrong, and what they are told to do. */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { manifestScopes } from '../../adapters/slack/look.ts';
import { signedRequests } from '../../adapters/slack/signed-requests.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { examine, examineSlack, isWell, type Section, told } from '../../src/doctor.ts';
import type { PartyCode } from '../../src/domain/words.ts';
import { type SlackEmulator, slackEmulator } from '../fakes/slack/emulator.ts';

const root = resolve(import.meta.dirname, '../..');
const config = readConfig(root, { PORT: '1' });
const { kommune } = config.content;
const staff = [...kommune.staff.values()];

type Receive = NonNullable<Config['slack']>['receive'];

interface Installed extends AsyncDisposable {
  readonly slack: SlackEmulator;
  readonly front: string;
  readonly guidance: string;
  /** Slack's ids by name in the file. */
  readonly ids: ReadonlyMap<string, string>;
  /** By sockets when nothing else is said. */
  look(receive?: Receive, changed?: Partial<Config>): Promise<readonly Section[]>;
}

/** Everybody has an account, two parties have a channel, and nothing is wrong yet. */
async function installed(options: { readonly without?: readonly string[] } = {}): Promise<Installed> {
  const slack = await slackEmulator({ scopes: manifestScopes() });
  const there = staff.filter(({ id }) => options.without?.includes(id) !== true);
  const ids = new Map(there.map(({ id, name, email }) => [id as string, slack.person({ name, email }).id]));
  const membersOf = (party: string) =>
    staff.filter((each) => each.party === party).flatMap(({ id }) => ids.get(id) ?? []);
  const channel = (name: string, party: string) =>
    slack.channel({ name, private: true, members: membersOf(party), withApp: true }).id;
  const front = channel('front', 'front_desk');
  const guidance = channel('vejledning', 'guidance');
  const channels = new Map<PartyCode, string>([
    ['front_desk', front],
    ['guidance', guidance],
  ]);
  const { botToken, appToken } = slack.app;
  const common = { botToken, apiUrl: slack.apiUrl, file: { content: 'slim', channels } } as const;
  const usual: Receive = { by: 'socket', appToken };
  return {
    slack,
    front,
    guidance,
    ids,
    look: async (receive = usual, changed = {}) => [
      await examineSlack({ ...config, ...changed, slack: { ...common, receive } }, Date.now),
    ],
    [Symbol.asyncDispose]: () => slack[Symbol.asyncDispose](),
  };
}

const found = (sections: readonly Section[], mark: string) =>
  sections.flatMap(({ findings }) => findings.filter((each) => each.mark === mark).map(({ code }) => code));
const lines = (sections: readonly Section[], code: string) =>
  sections.flatMap(({ findings }) => findings.filter((each) => each.code === code).map(({ line }) => line));

it('finds nothing wrong with a whole installation', async () => {
  await using town = await installed();

  const sections = await town.look();

  expect(found(sections, 'wrong')).toEqual([]);
  expect(isWell(sections)).toBe(true);
  expect(found(sections, 'ok')).toEqual(
    expect.arrayContaining(['slack-token', 'slack-scopes', 'slack-line', 'slack-channel', 'slack-staff']),
  );
  expect(lines(sections, 'slack-staff')).toEqual([
    `${staff.length} af ${staff.length} medarbejdere er fundet i Slack.`,
  ]);
});

it('writes nothing in Slack, and asks only what the manifest allows', async () => {
  await using town = await installed({ without: ['omar-said'] });

  await town.look();

  const asked = town.slack.calls.map(({ method }) => method);
  expect([...new Set(asked)].sort()).toEqual([
    'apps.connections.open',
    'auth.test',
    'conversations.info',
    'conversations.members',
    'users.list',
    'users.lookupByEmail',
  ]);
  expect(town.slack.calls.filter(({ answer }) => answer?.error === 'missing_scope')).toEqual([]);
});

it('looks at a whole set-up, in a municipality of its own, and says what to do', async () => {
  await using town = await installed();
  const folder = mkdtempSync(join(tmpdir(), 'indgang-doctor-'));
  cpSync(join(root, 'intents'), join(folder, 'intents'), { recursive: true });
  appendFileSync(
    join(folder, 'intents/eksempel/kommune.yaml'),
    `\nslack:\n  content: slim\n  channels:\n    front_desk: ${town.front}\n`,
  );
  const { botToken, appToken } = town.slack.app;
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: town.slack.apiUrl, PORT: '1' };

  const sections = await examine({ folder, env: { ...env, REDIS_URL: 'redis://127.0.0.1:1', DATA_DIR: folder } });
  rmSync(folder, { recursive: true });

  expect(found(sections, 'wrong')).toEqual(['redis']);
  expect(lines(sections, 'slack-channel')).toEqual(['Fælles front: kanalen er privat, og vi er med.']);
  expect(lines(sections, 'slack-channel-none')[0]).toContain('Ungevejledningen');
  expect(told(sections)).toMatch(/✗ Redis svarer ikke \(\w+\)\.\n {6}→ Er REDIS_URL rigtig/);
});

it('says that Slack is off and the desk is used when there is no token', async () => {
  const sections = await examine({ folder: root, env: { PORT: '1' } });

  expect(found(sections, 'wrong')).toEqual([]);
  expect(told(sections)).toContain('Slack er slået fra. Medarbejderne bruger skranken');
});

it('tells what a setting that is wrong stops the start with, and looks no further', async () => {
  const sections = await examine({ folder: root, env: { SLACK_BOT_TOKEN: 'xoxb-1' } });

  expect(found(sections, 'wrong')).toEqual(['config']);
  expect(told(sections)).toContain('SLACK_SIGNING_SECRET');
});

it('says that the token has been revoked, and asks no further', async () => {
  await using town = await installed();
  await town.slack.revokeTokens();

  const sections = await town.look();

  expect(lines(sections, 'slack-token')).toEqual(['Slack vil ikke kende vores token (token_revoked).']);
  expect(isWell(sections)).toBe(false);
  expect(town.slack.calls.map(({ method }) => method)).not.toContain('users.lookupByEmail');
});

it('says that Slack is away', async () => {
  await using town = await installed();
  town.slack.outage(true);

  const sections = await town.look();

  expect(found(sections, 'wrong')).toEqual(['slack-unreachable', 'slack-unreachable']);
});

it('names each right that is missing, and each that nobody needs', async () => {
  await using town = await installed();
  town.slack.app.scopes.delete('reactions:write');
  town.slack.app.scopes.add('channels:history');

  const sections = await town.look();

  expect(lines(sections, 'slack-scope-missing')).toEqual(['Rettigheden reactions:write mangler.']);
  expect(lines(sections, 'slack-scope-spare')).toEqual(['Rettigheden channels:history bruger vi ikke.']);
});

it('says that the app token is no app token', async () => {
  await using town = await installed();

  const sections = await town.look({ by: 'socket', appToken: 'xapp-wrong' });

  expect(lines(sections, 'slack-app-token')).toEqual(['Slack åbner ingen forbindelse til os (invalid_auth).']);
});

it('signs a request to our own address, and sees whether the process there has the same secret', async () => {
  await using town = await installed();
  await using app = Fastify();
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  await app.register(signedRequests({ signingSecret: 'the-right-one', intake: async () => undefined, log }));
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const here = { port: Number(new URL(address).port) };

  const right = await town.look({ by: 'http', signingSecret: 'the-right-one' }, here);
  const other = await town.look({ by: 'http', signingSecret: 'another-one' }, here);

  expect(lines(right, 'slack-line')).toEqual(['Vores adresse tager imod det, Slack underskriver.']);
  expect(found(other, 'wrong')).toEqual(['slack-signing-secret']);
});

it('says what is wrong with a channel: not invited, public, archived, shared', async () => {
  await using town = await installed();
  const [first = ''] = town.slack.members(town.front);
  await town.slack.kick({ by: first, channel: town.front, user: town.slack.app.botUserId });
  await town.slack.share(town.guidance);

  const sections = await town.look();

  expect(found(sections, 'wrong')).toEqual(['slack-channel-unknown', 'slack-channel-shared']);
  expect(told(sections)).toContain('/invite @Indgang');
});

it('says who Slack does not know, and why', async () => {
  await using town = await installed({ without: ['omar-said', 'emma-skov', 'rikke-dahl', 'vibeke-storm'] });
  town.slack.person({ name: 'Emma Skov', email: 'Emma.Skov@eksempel.example', guest: 'multi' });
  town.slack.person({ name: 'Rikke Dahl', email: 'rikke.dahl@eksempel.example', emailVerified: false });
  const closed = town.slack.person({ name: 'Omar Said', email: 'omar.said@eksempel.example' });
  await town.slack.changePerson(closed.id, { deactivated: true });

  const sections = await town.look();

  expect(lines(sections, 'slack-staff-deactivated')).toEqual(['Omar Said: kontoen er lukket.']);
  expect(lines(sections, 'slack-staff-guest')).toEqual(['Emma Skov: er gæst i Slack.']);
  expect(lines(sections, 'slack-staff-unconfirmed')).toEqual(['Rikke Dahl: adressen er ikke bekræftet.']);
  expect(lines(sections, 'slack-staff-unknown')).toEqual(['Vibeke Storm (har vagt): ingen konto med den e-mail.']);
  expect(found(sections, 'wrong')).toEqual(['slack-staff-unknown']);
});

it('says when a party has a channel and nobody who may press', async () => {
  await using town = await installed({ without: ['jonas-bak', 'amina-yusuf'] });

  const sections = await town.look();

  expect(lines(sections, 'slack-party-empty')).toEqual(['Ungevejledningen: ingen i Slack kan tage deres kort.']);
});

it('hints at who misses a channel and who need not be there, without naming strangers', async () => {
  await using town = await installed();
  const stranger = town.slack.person({ name: 'Nysgerrig Nabo', email: 'nabo@eksempel.example' });
  const [first = ''] = town.slack.members(town.guidance);
  const amina = town.ids.get('amina-yusuf') ?? '';
  const omar = town.ids.get('omar-said') ?? '';
  await town.slack.invite({ by: first, channel: town.guidance, users: [stranger.id, omar] });
  await town.slack.kick({ by: first, channel: town.guidance, user: amina });

  const sections = await town.look();

  expect(lines(sections, 'slack-member-missing')).toEqual(['Ungevejledningen: Amina Yusuf er ikke i kanalen.']);
  expect(lines(sections, 'slack-member-spare')).toEqual(['Ungevejledningen: Omar Said hører til et andet sted.']);
  expect(lines(sections, 'slack-member-unknown')).toEqual(['Ungevejledningen: 1 i kanalen står ikke i kommune.yaml.']);
  expect(isWell(sections)).toBe(true);
});

it('prints no secret and no address of anybody, whatever is wrong', async () => {
  await using town = await installed({ without: ['omar-said', 'vibeke-storm'] });
  town.slack.app.scopes.delete('groups:read');
  const stranger = town.slack.person({ name: 'Nysgerrig Nabo', email: 'nabo@eksempel.example' });

  const sections = await town.look({ by: 'http', signingSecret: 'a-secret-of-ours' });

  const all = `${told(sections)}${JSON.stringify(sections)}`;
  for (const word of ['xoxb', 'xapp', 'a-secret-of-ours', '@eksempel.example', stranger.realName]) {
    expect(all).not.toContain(word);
  }
});

it('waits when Slack asks it to', async () => {
  await using town = await installed();
  town.slack.fault({ kind: 'ratelimited', method: 'users.lookupByEmail', times: 1, retryAfterSeconds: 1 });

  const sections = await town.look();

  expect(lines(sections, 'slack-staff')).toEqual([
    `${staff.length} af ${staff.length} medarbejdere er fundet i Slack.`,
  ]);
});
