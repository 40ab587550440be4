/**
 * `npm run demo:slack`: the real Indgang before an emulated Slack, and a page that shows it. Everybody in the example
 * municipality has an account, every party a private channel. Nothing leaves the machine; what is written is thrown away.
 */
import { mkdtemp, readFileSync, rm } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { manifestScopes } from '../../adapters/slack/look.ts';
import { loadIntents } from '../../intents/load.ts';
import { compose, type Running } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { PartyCode } from '../../src/domain/words.ts';
import { remedyFor } from '../../src/remedy.ts';
import { objectOr } from '../fakes/slack/arguments.ts';
import { type SlackEmulator, slackEmulator } from '../fakes/slack/emulator.ts';
import { type PageServer, servePage } from './server.ts';

const root = resolve(import.meta.dirname, '../..');

interface Demo extends AsyncDisposable {
  /** What to print. */
  readonly told: string;
  readonly slack: SlackEmulator;
  readonly running: Running;
  readonly page: PageServer;
}

/**
 * @param port Indgang's; the page takes the next one when it is free
 * @param modelFolder what has been learnt is the same each time: kept where npm start keeps it
 */
export async function slackDemo(port: number, modelFolder = join(root, 'data/model')): Promise<Demo> {
  const { kommune } = loadIntents(join(root, 'intents'), 'eksempel');
  const slack = await slackEmulator({ scopes: manifestScopes(), events: manifestEvents() });
  const town = townOf(slack, kommune);
  const dataDir = await promisify(mkdtemp)(join(tmpdir(), 'indgang-demo-'));
  const publicUrl = `http://localhost:${port}`;
  const env = {
    PORT: String(port),
    DATA_DIR: dataDir,
    PUBLIC_URL: publicUrl,
    SLACK_BOT_TOKEN: slack.app.botToken,
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  const config = readConfig(root, env, { content: 'full', channels: town.channels });
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  const running = await compose(config, log, { modelFolder });
  await running.listen();
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  const links = [
    { text: 'Den unges chat', url: `${publicUrl}/` },
    { text: 'Skranken', url: `${publicUrl}/desk` },
  ];
  const page = await servePage({ slack, titles: town.titles, links, port: port + 1 });
  return {
    slack,
    running,
    page,
    told: words(publicUrl, page.url),
    async [Symbol.asyncDispose]() {
      await page[Symbol.asyncDispose]();
      // First, so that nothing waits for what is still on its way.
      await slack[Symbol.asyncDispose]();
      await running.close();
      await promisify(rm)(dataDir, { recursive: true, force: true });
    },
  };
}

/** Only what the manifest subscribes to comes, as in a real workspace. */
function manifestEvents(): readonly string[] {
  const manifest: unknown = parse(readFileSync(join(root, 'adapters/slack/manifest.yaml'), 'utf8'));
  const { bot_events: events } = objectOr(objectOr(objectOr(manifest).settings).event_subscriptions);
  return Array.isArray(events) ? events.map((each) => String(each).split('.')[0] ?? '') : [];
}

function townOf(slack: SlackEmulator, kommune: Kommune) {
  const staff = [...kommune.staff.values()].map((person) => {
    const { name, email } = person;
    return { person, user: slack.person({ name, email }).id };
  });
  const titles = new Map(staff.map(({ person, user }) => [user, person.role]));
  const channels = new Map<PartyCode, string>();
  for (const { code, name } of kommune.parties.values()) {
    const members = staff.filter(({ person }) => person.party === code).map(({ user }) => user);
    channels.set(code, slack.channel({ name: channelName(name), private: true, members, withApp: true }).id);
  }
  return { titles, channels };
}

const channelName = (party: string): string => party.toLowerCase().replaceAll(/[^a-zæøå0-9]+/g, '-');

function words(indgang: string, page: string): string {
  return [
    'Indgang med en prøveudgave af Slack. Alle er opdigtede, og intet forlader maskinen.',
    '',
    `  den unge:  ${indgang}/`,
    `  Slack:     ${page}`,
    `  skranken:  ${indgang}/desk`,
    '',
    'Prøv først:',
    '  1. Skriv som den unge: jeg er droppet ud af gymnasiet. Bed om et menneske.',
    '  2. Vælg Jonas Bak i Slack. Kortet er i hans kanal. Tryk på "Tag den".',
    '  3. Svar i tråden "Samtale". Svaret kommer i den unges chat efter fem sekunder.',
    '  4. Skriv i kortets egen tråd. Det bliver mellem kolleger.',
    '',
    'Stop med Ctrl+C. Så er alt glemt.',
  ].join('\n');
}

if (import.meta.main) {
  try {
    const demo = await slackDemo(Number(process.env.PORT || 3000));
    console.info(demo.told);
    const stop = () => void demo[Symbol.asyncDispose]().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    console.error(remedyFor(error) ?? error);
    process.exit(1);
  }
}
