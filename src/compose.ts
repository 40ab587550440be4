/**
 * The composition root: picks every implementation by what is configured and joins them. Read this first.
 * What is chosen by a setting is loaded when it is chosen: half of the start is reading code.
 */
import { createHmac, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { type ClientAssets, clientAssets } from '../adapters/client-assets.ts';
import { deskRoutes } from '../adapters/desk/routes.ts';
import { deskStaffDesk } from '../adapters/desk/staff-desk.ts';
import type { openLanguageModel } from '../adapters/llm/open.ts';
import { type CountedModel, countedModel, metrics } from '../adapters/operations/metrics.ts';
import { operationsRoutes } from '../adapters/operations/routes.ts';
import { inProcessJobs } from '../adapters/queue/in-process.ts';
import { inProcessSignal } from '../adapters/queue/signal-in-process.ts';
import type { JoinParts, Slack } from '../adapters/slack/open.ts';
import type { DataFolder } from '../adapters/storage/data-folder.ts';
import { type BotFramework, openBotFramework } from '../adapters/webchat/bot-framework.ts';
import { citizenPages } from '../adapters/webchat/page.ts';
import { webchatRoutes } from '../adapters/webchat/routes.ts';
import { tokensOf } from '../adapters/webchat/tokens.ts';
import { forgetOnSignal } from './app/commit.ts';
import type { Needs, Surfaces } from './app/needs.ts';
import { recentlyStored } from './app/recent.ts';
import { runEffect, sweep } from './app/run-effects.ts';
import { forCases, forDesks, forStaff, forVisitors } from './app/use-cases.ts';
import { kommuneCalendar } from './calendar.ts';
import type { Config } from './config.ts';
import type { Clock, ForCases, ForDesks, Jobs, Log, Signal, Store } from './ports.ts';
import { localUnderstander } from './understanding/local.ts';
import { maskCpr, redact } from './understanding/redact.ts';

export interface Running {
  /** Starts answering. @returns the links to print */
  listen(): Promise<string>;
  /** Finishes what is under way and lets go of everything. */
  close(): Promise<void>;
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly cases: ForCases;
  readonly reader: ForDesks;
}

/** What the process has taken already, and what tests replace. */
export interface Seams {
  /** The folder of the embedded database, when its lock is held. */
  readonly dataFolder?: DataFolder | undefined;
  readonly clock?: Clock;
  readonly sweepEveryMs?: number;
  /** Where the trained model is kept, instead of DATA_DIR. */
  readonly modelFolder?: string;
  readonly slack?: {
    readonly tickEveryMs?: number;
    readonly wait?: (ms: number) => Promise<void>;
    readonly joinParts?: JoinParts;
  };
}

const prefix = 'indgang';
const sweepEveryMs = 5_000;
const closeJobsWithinMs = 8_000;

/**
 * Builds Indgang from a configuration: opens the database, trains or loads the model, joins the parts.
 *
 * @throws DataFolderInUseError or UnavailableError when the database cannot be opened
 */
export async function compose(config: Config, log: Log, seams: Seams = {}): Promise<Running> {
  const clock = seams.clock ?? { now: Date.now };
  const store = await openStore(config, log, seams.dataFolder);
  const secret = config.appSecret ?? (await store.secret('app'));
  const jobs = await openJobs(config, log);
  const signal = await openSignal(config, log);
  const modelFigures = config.languageModel === null ? null : countedModel();
  const needs = await joinNeeds(config, { store, jobs, signal, clock, log, secret, modelFigures }, seams.modelFolder);
  forgetOnSignal(needs);
  const botFramework = config.botFramework === null ? null : await openBotFramework(config.botFramework);
  const slack = await openSlackFor(config, needs, seams.slack);
  // The desk first: it never waits for Slack.
  const surfaces: Surfaces = {
    desks: [deskStaffDesk({ signal }), ...(slack === null ? [] : [slack.desk])],
    channels: botFramework === null ? {} : { botframework: botFramework.channel },
  };
  const sweeper = startWork(needs, surfaces, seams.sweepEveryMs ?? sweepEveryMs);
  const { lastRun: lastSweep } = sweeper;
  const app = await openServer(config, needs, { secret, botFramework, modelFigures, lastSweep, slack });
  slack?.start();
  const close = async (): Promise<void> => {
    sweeper.stop();
    await app.close();
    await slack?.stop();
    await jobs.close(closeJobsWithinMs);
    await signal.close();
    await store.close();
  };
  return {
    app,
    store,
    cases: forCases(needs),
    reader: forDesks(needs),
    close,
    listen: async () => links(config, await app.listen({ host: config.host, port: config.port })),
  };
}

async function openStore({ databaseUrl, dataDir }: Config, log: Log, taken?: DataFolder): Promise<Store> {
  if (databaseUrl === null) return (await import('../adapters/storage/pglite.ts')).openPglite(dataDir, log, taken);
  return (await import('../adapters/storage/postgres.ts')).openPostgres(databaseUrl, log);
}

async function openJobs({ redisUrl }: Config, log: Log): Promise<Jobs> {
  if (redisUrl === null) return inProcessJobs({ log });
  return (await import('../adapters/queue/bullmq.ts')).bullmqJobs({ url: redisUrl, prefix, log });
}

async function openSignal({ redisUrl, databaseUrl }: Config, log: Log): Promise<Signal> {
  if (redisUrl !== null) {
    return (await import('../adapters/queue/signal-redis.ts')).redisSignal({ url: redisUrl, prefix, log });
  }
  if (databaseUrl === null) return inProcessSignal(log);
  return (await import('../adapters/queue/signal-postgres.ts')).postgresSignal({ url: databaseUrl, log });
}

type Parts = Pick<Needs, 'store' | 'jobs' | 'signal' | 'clock' | 'log'> & Pick<ServerParts, 'secret' | 'modelFigures'>;

async function joinNeeds(
  config: Config,
  { secret, modelFigures, ...parts }: Parts,
  modelFolder?: string,
): Promise<Needs> {
  const { kommune, intents, topics, texts, languages, offTopic, dangerLines } = config.content;
  const { clock, log } = parts;
  const calendar = kommuneCalendar(kommune);
  const cacheFolder = modelFolder ?? join(config.dataDir, 'model');
  const local = await localUnderstander({ intents, offTopic, dangerLines, cacheFolder, log });
  const model = await openModel(config, modelFigures, { local, intents, kommune, clock, log });
  return {
    ...parts,
    ...model,
    recent: recentlyStored(),
    calendar,
    texts,
    languages,
    maskCpr,
    redact,
    rules: { kommune, intents, topics, openIntervals: calendar.openIntervals },
    newId: randomUUID,
    newCode: (digits) => String(randomInt(10 ** (digits - 1), 10 ** digits)),
    fingerprint: (text) => createHmac('sha256', secret).update(text).digest('base64url'),
  };
}

type ModelParts = Omit<Parameters<typeof openLanguageModel>[0], keyof NonNullable<Config['languageModel']> | 'figures'>;

async function openModel({ languageModel }: Config, figures: CountedModel | null, parts: ModelParts) {
  if (languageModel === null || figures === null) return { understander: parts.local, summariser: null };
  return (await import('../adapters/llm/open.ts')).openLanguageModel({ ...languageModel, ...parts, figures });
}

/** Null without a token. */
async function openSlackFor({ slack, publicUrl }: Config, needs: Needs, seams: Seams['slack']): Promise<Slack | null> {
  if (slack === null) return null;
  const [{ openSlack }, { joinParts }] = await Promise.all([
    import('../adapters/slack/open.ts'),
    import('../adapters/slack/joined.ts'),
  ]);
  const { file, ...connection } = slack;
  const { store, rules } = needs;
  const { kommune, intents } = rules;
  const asked = { staffSide: forStaff(needs), cases: forCases(needs), reader: forDesks(needs) };
  const given = { connection, file, memory: store.memory, kommune, intents, publicUrl };
  return openSlack({ ...needs, ...asked, ...given, ...seams }, seams?.joinParts ?? joinParts);
}

/** Works on effects as they are woken, and sweeps for those that nobody woke. */
function startWork(
  needs: Needs,
  surfaces: Surfaces,
  everyMs: number,
): { readonly stop: () => void; readonly lastRun: () => number | null } {
  let lastRun: number | null = null;
  const look = async (): Promise<void> => {
    try {
      await sweep(needs);
      lastRun = needs.clock.now();
    } catch (error) {
      needs.log.warn({ code: codeOf(error) }, 'sweep failed, will be tried again');
    }
  };
  needs.jobs.work((id) => runEffect(needs, surfaces, id));
  void look();
  const timer = setInterval(() => void look(), everyMs);
  return { stop: () => clearInterval(timer), lastRun: () => lastRun };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

interface ServerParts {
  readonly secret: string;
  readonly botFramework: BotFramework | null;
  readonly modelFigures: CountedModel | null;
  readonly lastSweep: () => number | null;
  readonly slack: Slack | null;
}

async function openServer(
  config: Config,
  needs: Needs,
  { secret, botFramework, modelFigures, lastSweep, slack }: ServerParts,
): Promise<FastifyInstance> {
  const { store, jobs, signal, clock, calendar, log, rules, texts } = needs;
  const { kommune, intents } = rules;
  const counts = { socketsOpen: 0, slowClosed: 0 };
  const parties = [...kommune.parties.keys()];
  const slackHealth = (): 'up' | 'down' | 'off' => slack?.health() ?? 'off';
  const seen = { store, clock, parties, staff: kommune.staff, lastSweep, slackHealth };
  const figures = metrics({ ...seen, sockets: counts, languageModel: modelFigures });
  const visitors = figures.measured(forVisitors(needs));
  const tokens = tokensOf({ clock, secret });
  const assets = clientAssets();
  let accepting = true;
  const app = Fastify({
    trustProxy: 'loopback, linklocal, uniquelocal',
    forceCloseConnections: 'idle',
    frameworkErrors: ({ code, statusCode = 400 }, _, { raw }) => {
      const body = JSON.stringify({ error: { code, message: 'The address cannot be read.' } });
      raw.writeHead(statusCode, { 'content-type': 'application/json; charset=utf-8' }).end(body);
    },
  });
  app.addHook('preClose', async () => {
    accepting = false;
  });
  await app.register(cookie);
  await app.register(formbody);
  await app.register(helmet, contentSecurity(config));
  const { publicUrl } = config;
  const common = { visitors, signal, clock, log, tokens, publicUrl, kommune };
  await app.register(
    webchatRoutes({ ...common, botFramework, counts, entrance: kommune.entrance, allowedOrigins: '*' }),
  );
  await app.register(citizenPages({ ...common, texts, topics: rules.topics, assets, secret }));
  const [script = '', style = ''] = filesOf(assets, 'desk/client/main.ts');
  const desk = {
    staffSide: forStaff(needs),
    cases: forCases(needs),
    reader: forDesks(needs),
    signal,
    clock,
    calendar,
    log,
    intents,
    secret,
    slackHealth,
  };
  await app.register(deskRoutes({ ...desk, publicUrl, assets: { script, style }, signIn: config.deskSignIn }));
  if (slack?.routes) await app.register(slack.routes);
  const chosen = { llm: onOff(modelFigures), botFramework: onOff(botFramework) };
  const parts = () => ({ slack: slackHealth(), ...chosen });
  const health = { store, jobs, clock, metrics: figures, lastSweep, accepting: () => accepting, parts };
  await app.register(operationsRoutes(health));
  return app;
}

const onOff = (part: object | null): 'on' | 'off' => (part === null ? 'off' : 'on');

/** The script and the style sheet of one page. */
function filesOf(assets: ClientAssets, entry: string): readonly (string | undefined)[] {
  const { scripts, styles } = assets.files(entry);
  return [scripts[0], styles[0]];
}

/** Pages load nothing but our own files, and nobody may frame them. */
function contentSecurity({ publicUrl }: Config): object {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure,
  };
}

function links({ host, publicUrl, content, deskSignIn }: Config, address: string): string {
  const base = publicUrl ?? address.replace(/\/\/(127\.0\.0\.1|\[::1\])/, '//localhost');
  return [
    `${content.kommune.entrance} · ${content.kommune.name}`,
    `  unge:     ${base}/`,
    `  forældre: ${base}/foraelder`,
    `  ansatte:  ${base}/desk${deskSignIn === 'closed' ? ` (lukket på ${host}, til OIDC er sat op)` : ''}`,
  ].join('\n');
}
