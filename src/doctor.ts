/**
 * `npm run doctor`: looks at a set-up from outside and says what is in order, what is not, and what to do. Changes
 * nothing. `-- --json` for tools. Exit code 1 when something is wrong. Never a secret; of people, names of staff alone.
 */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { reachRedis } from '../adapters/queue/reach.ts';
import { type Finding, fine, hint, slackFindings, wrong } from '../adapters/slack/checks.ts';
import { lookAtSlack, manifestScopes } from '../adapters/slack/look.ts';
import { reachPostgres } from '../adapters/storage/reach.ts';
import { checkContent } from '../intents/check-content.ts';
import { type Config, readConfig } from './config.ts';
import { remedyFor } from './remedy.ts';

export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

interface Asked {
  /** Where `intents/` is. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly now?: () => number;
}

/** Looks at everything; what cannot be read stops there, and says so. */
export async function examine({ folder, env, now = Date.now }: Asked): Promise<readonly Section[]> {
  const config = configOr(folder, env);
  if ('mark' in config) return [{ title: 'Opsætning', findings: [config] }];
  const running = await health(config);
  const [services, slack] = await Promise.all([serviceFindings(config, running), examineSlack(config, now)]);
  return [
    { title: 'Opsætning', findings: setUpFindings(folder, config, now) },
    { title: 'Drift', findings: [...runningFindings(config, running), ...services] },
    slack,
    { title: 'Tilvalg', findings: chosenFindings(config) },
  ];
}

function configOr(folder: string, env: Asked['env']): Config | Finding {
  try {
    return env === undefined ? readConfig(folder) : readConfig(folder, env);
  } catch (error) {
    const line = remedyFor(error);
    if (line === null) throw error;
    return wrong('config', line, 'Ret det, og kør igen. Alle navne står i docs/operations.md.');
  }
}

function setUpFindings(folder: string, config: Config, now: () => number): readonly Finding[] {
  const { kommune } = config.content;
  const today = new Date(now()).toISOString().slice(0, 10);
  const { problems, reminders } = checkContent(join(folder, 'intents'), kommune.id, today);
  const counted = `${kommune.name}: ${kommune.parties.size} parter, ${kommune.staff.size} medarbejdere.`;
  return [
    fine('config', counted),
    ...(problems.length === 0 ? [fine('content', 'Svar og tekster er i orden.')] : []),
    ...(problems.length === 0
      ? []
      : [hint('content', `${problems.length} ting i indholdet skal rettes.`, 'Kør npm run intents:check.')]),
    ...(reminders.length === 0
      ? []
      : [hint('content-old', `${reminders.length} ting skal ses efter igen.`, 'Kør npm run intents:check.')]),
    ...addressFindings(config),
  ];
}

function addressFindings({ publicUrl, host, deskSignIn, slack }: Config): readonly Finding[] {
  const desk =
    deskSignIn === 'demo'
      ? fine('desk', 'Skranken er åben på denne maskine, med prøvelogin.')
      : hint('desk', `Skranken er lukket på ${host}.`, 'Den åbner, når OIDC er sat op.');
  if (publicUrl?.startsWith('https:') === true) return [fine('public-url', `Adressen er ${publicUrl}.`), desk];
  if (slack === null) return [desk];
  const what = publicUrl === null ? 'PUBLIC_URL er ikke sat.' : 'PUBLIC_URL er ikke https.';
  const remedy =
    slack.receive.by === 'http'
      ? 'Slack sender kun til en https-adresse. Sæt den, eller brug Socket Mode.'
      : 'Uden den får kort i Slack intet link til skranken.';
  return [hint('public-url', what, remedy), desk];
}

// ---------------------------------------------------------------------------------------------------------------
// The process, the database, Redis

const Ready = z.object({
  status: z.string(),
  dependencies: z.record(z.string(), z.object({ state: z.string(), required: z.boolean() })),
});
type Ready = z.infer<typeof Ready>;

const answerWithinMs = 3_000;

function ownAddress({ host, port }: Config): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** What the process itself says; null when none answers here. */
async function health(config: Config): Promise<Ready | null> {
  try {
    const response = await fetch(`${ownAddress(config)}/health/ready`, { signal: AbortSignal.timeout(answerWithinMs) });
    return Ready.safeParse(await response.json()).data ?? null;
  } catch {
    return null;
  }
}

function runningFindings(config: Config, running: Ready | null): readonly Finding[] {
  if (running === null) {
    const line = `Ingen Indgang svarer på ${ownAddress(config)}.`;
    return [hint('process', line, 'Start den med npm start, eller ret HOST og PORT.')];
  }
  const down = Object.entries(running.dependencies).filter(([, { state }]) => state === 'down');
  if (down.length === 0) return [fine('process', `Indgang kører på ${ownAddress(config)}, og alt svarer.`)];
  return down.map(([name, { required }]) =>
    (required ? wrong : hint)(
      `process-${name}`,
      `Indgang kører, men kan ikke få fat i ${name}.`,
      'Se loggen og linjerne her.',
    ),
  );
}

async function serviceFindings(config: Config, running: Ready | null): Promise<readonly Finding[]> {
  return Promise.all([databaseFinding(config, running), redisFinding(config)]);
}

async function databaseFinding({ databaseUrl, dataDir }: Config, running: Ready | null): Promise<Finding> {
  if (databaseUrl !== null) {
    const why = await reachPostgres(databaseUrl);
    if (why === null) return fine('database', 'Postgres svarer.');
    return wrong('database', `Postgres svarer ikke (${why}).`, 'Er DATABASE_URL rigtig, og kører databasen?');
  }
  if (running !== null || (await isWritable(dataDir))) {
    return hint(
      'database',
      'Indbygget database: tåler ikke strømsvigt.',
      'Sæt DATABASE_URL, før rigtige borgere skriver.',
    );
  }
  return wrong('database', 'DATA_DIR kan ikke skrives.', 'Vælg en anden mappe, eller ret rettighederne.');
}

/** The folder, or the nearest one above that is there: it is made at the first start. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing && dirname(folder) !== folder && isWritable(dirname(folder));
  }
}

async function redisFinding({ redisUrl }: Config): Promise<Finding> {
  if (redisUrl === null) return fine('redis', 'Redis er slået fra: én proces gør alt.');
  const why = await reachRedis(redisUrl);
  if (why === null) return fine('redis', 'Redis svarer.');
  return wrong('redis', `Redis svarer ikke (${why}).`, 'Er REDIS_URL rigtig, og kører Redis? Intet går tabt imens.');
}

// ---------------------------------------------------------------------------------------------------------------
// What is chosen

/** Slack alone. */
export async function examineSlack(config: Config, now: () => number): Promise<Section> {
  const { slack, content, publicUrl } = config;
  const title = 'Slack';
  if (slack === null) return { title, findings: [fine('slack-off', slackOff)] };
  const { file, ...connection } = slack;
  const eventsUrl = `${publicUrl ?? ownAddress(config)}/slack/events`;
  const seen = await lookAtSlack({ connection, file, kommune: content.kommune, eventsUrl, now });
  const { by: receive } = connection.receive;
  const expected = { kommune: content.kommune, file, receive, scopes: manifestScopes() };
  const words =
    file.content === 'full'
      ? 'Kort viser de første ord, uden numre og adresser.'
      : 'Kort viser ingen af borgerens ord.';
  return { title, findings: [...slackFindings(seen, expected), fine('slack-content', words)] };
}

const slackOff = 'Slack er slået fra. Medarbejderne bruger skranken, /desk.';

function chosenFindings({ languageModel, mailUrl }: Config): readonly Finding[] {
  return [
    fine('language-model', `Sprogmodel: ${languageModel === null ? 'fra' : 'til'}.`),
    fine('mail', `E-mail: ${mailUrl === null ? 'fra' : 'til'}.`),
  ];
}

// ---------------------------------------------------------------------------------------------------------------
// Telling

const marks = { ok: '✓', hint: '!', wrong: '✗' } satisfies Record<Finding['mark'], string>;

export const isWell = (sections: readonly Section[]): boolean =>
  sections.every(({ findings }) => findings.every(({ mark }) => mark !== 'wrong'));

/** Plain lines for a terminal. */
export function told(sections: readonly Section[]): string {
  const parts = sections.map(({ title, findings }) => [title, ...findings.flatMap(linesOf), ''].join('\n'));
  const all = sections.flatMap(({ findings }) => findings);
  const faults = all.filter(({ mark }) => mark === 'wrong').length;
  const hints = all.filter(({ mark }) => mark === 'hint').length;
  const verdict = faults === 0 ? 'Intet er galt.' : `${faults} ting skal rettes.`;
  return [
    ...parts,
    `${verdict}${hints === 0 ? '' : ` ${hints} ting at se på.`} Mere: docs/slack.md og docs/operations.md.`,
  ].join('\n');
}

function linesOf({ mark, line, remedy }: Finding): readonly string[] {
  return [`  ${marks[mark]} ${line}`, ...(remedy === null ? [] : [`      → ${remedy}`])];
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const sections = await examine({ folder: join(import.meta.dirname, '..') });
  const ok = isWell(sections);
  console.info(values.json ? JSON.stringify({ ok, sections }, null, 2) : told(sections));
  process.exitCode = ok ? 0 : 1;
}
