/**
 * Environment + the municipality's files → one frozen Config; the only reader of process.env.
 * What is missing chooses the embedded part; what is wrong stops the start with one line that says what to do.
 */
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Content } from '../intents/load.ts';
import { loadIntents } from '../intents/load.ts';
import type { SlackFile } from './domain/kommune.ts';

/** A setting is wrong; the message is for the operator and says what to do. */
class ConfigError extends Error {
  readonly code = 'config';
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `skal være en adresse som ${example}` }).optional();

const visible = z.string().regex(/^[!-~]+$/, 'skal være ét ord uden mellemrum');

const Environment = z.object({
  PORT: z.coerce
    .number({ error: 'skal være et tal fra 0 til 65535' })
    .int()
    .min(0)
    .max(65_535, { error: 'skal være et tal fra 0 til 65535' })
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://bruger:kode@vært:5432/indgang'),
  REDIS_URL: url(/^rediss?$/, 'redis://vært:6379'),
  KOMMUNE: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'skal være navnet på en mappe i intents/, f.eks. eksempel')
    .default('eksempel'),
  PUBLIC_URL: url(/^https?$/, 'https://unge.kommune.dk'),
  APP_SECRET: z.string().min(32, 'skal være mindst 32 tegn; lav en med: openssl rand -base64 33').optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'skal begynde med xoxb-').optional(),
  SLACK_SIGNING_SECRET: visible.optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'skal begynde med xapp-').optional(),
  SLACK_API_URL: url(/^https?$/, 'https://slack.com/api/'),
  OPENAI_API_KEY: visible.optional(),
  OPENAI_BASE_URL: url(/^https?$/, 'https://model.kommune.dk/v1'),
  OPENAI_MODEL: visible.default('gpt-5.4-mini'),
  SMTP_URL: url(/^smtps?$/, 'smtps://bruger:kode@vært:465'),
  OIDC_ISSUER: url(/^https?$/, 'https://login.kommune.dk'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  NODE_ENV: z.string().optional(),
});
type Environment = z.infer<typeof Environment>;
type Env = Readonly<Record<string, string | undefined>>;

/** Prefixes of ours, so that a misspelt name is found instead of silently ignored. */
const ours = /^(SLACK|OPENAI|OIDC|SMTP|DATABASE|REDIS|KOMMUNE|PUBLIC|APP_SECRET|DATA_DIR|MicrosoftApp)/;

/** What the environment says by itself. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  /** Without a slash at the end, or null: then the address people used is taken. */
  readonly publicUrl: string | null;
  readonly appSecret: string | null;
  readonly production: boolean;
  /** `demo`: ready-made staff, on this machine alone. `closed`: the desk waits for OIDC. */
  readonly deskSignIn: 'demo' | 'closed';
  readonly botFramework: { readonly appId: string; readonly appPassword: string; readonly appTenantId: string } | null;
  /** Null without a key: then no text leaves the house. `baseUrl` null is OpenAI's own. */
  readonly languageModel: { readonly apiKey: string; readonly baseUrl: string | null; readonly model: string } | null;
  /** Null without a token: then staff use the desk alone. */
  readonly slack: SlackConnection | null;
  /** Reserved: nothing is sent yet. */
  readonly mailUrl: string | null;
}

/** The environment and the municipality's files. */
export interface Config extends Settings {
  readonly slack: SlackSettings | null;
  readonly content: Content;
}

interface SlackConnection {
  readonly botToken: string;
  /** Null is Slack's own. */
  readonly apiUrl: string | null;
  /** Signed requests to `/slack/events` when there is a signing secret, otherwise sockets that we open. */
  readonly receive:
    | { readonly by: 'http'; readonly signingSecret: string }
    | { readonly by: 'socket'; readonly appToken: string };
}

export interface SlackSettings extends SlackConnection {
  readonly file: SlackFile;
}

/**
 * Reads and checks everything that can be set.
 *
 * @param folder where `intents/` is, and what a relative DATA_DIR counts from
 * @param slack instead of what the municipality's file says of Slack: for a demonstration, whose channels are made anew
 * @throws ConfigError or ContentError with one line per mistake
 */
export function readConfig(folder: string, env: Env = process.env, slack?: SlackFile): Config {
  const { kommune, ...settings } = readSettings(folder, env);
  const content = loadIntents(join(folder, 'intents'), kommune);
  const connection = settings.slack;
  return Object.freeze({
    ...settings,
    slack: connection === null ? null : withChannels(connection, slack ?? content.slack, kommune),
    content,
  });
}

/**
 * Reads and checks the environment, and no file: done in a moment, where the municipality's content takes half a second.
 *
 * @param folder what a relative DATA_DIR counts from
 * @throws ConfigError with one line per mistake
 */
export function readSettings(folder: string, env: Env = process.env): Settings & { readonly kommune: string } {
  const settings = parse(env);
  const production = settings.NODE_ENV === 'production';
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    dataDir: isAbsolute(settings.DATA_DIR) ? settings.DATA_DIR : resolve(folder, settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL ?? null,
    redisUrl: settings.REDIS_URL ?? null,
    publicUrl: settings.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    appSecret: settings.APP_SECRET ?? null,
    production,
    deskSignIn: isLoopback(settings.HOST) && !production ? 'demo' : 'closed',
    botFramework:
      settings.MicrosoftAppId === undefined
        ? null
        : {
            appId: settings.MicrosoftAppId,
            appPassword: settings.MicrosoftAppPassword ?? '',
            appTenantId: settings.MicrosoftAppTenantId ?? '',
          },
    languageModel:
      settings.OPENAI_API_KEY === undefined
        ? null
        : {
            apiKey: settings.OPENAI_API_KEY,
            baseUrl: settings.OPENAI_BASE_URL ?? null,
            model: settings.OPENAI_MODEL,
          },
    mailUrl: settings.SMTP_URL ?? null,
    slack: slackConnection(settings),
    kommune: settings.KOMMUNE,
  });
}

/** Slack is off, or whole: a half-set-up Slack would leave staff waiting for cards that never come. */
function slackConnection(settings: Environment): SlackConnection | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = settings;
  if (botToken === undefined) {
    const lonely = (['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_API_URL'] as const).filter(
      (name) => settings[name] !== undefined,
    );
    if (lonely.length === 0) return null;
    throw new ConfigError(
      `${lonely.join(', ')}: bruges kun sammen med SLACK_BOT_TOKEN. Sæt den også, eller fjern dem.`,
    );
  }
  const common = { botToken, apiUrl: settings.SLACK_API_URL ?? null };
  if (signingSecret !== undefined) return { ...common, receive: { by: 'http', signingSecret } };
  if (appToken !== undefined) return { ...common, receive: { by: 'socket', appToken } };
  throw new ConfigError(
    'SLACK_BOT_TOKEN: Slack kan ikke nå os. Sæt SLACK_SIGNING_SECRET (Slack kalder /slack/events) eller SLACK_APP_TOKEN (Socket Mode).',
  );
}

function withChannels(connection: SlackConnection, file: SlackFile | null, kommune: string): SlackSettings {
  if (file !== null) return { ...connection, file };
  throw new ConfigError(
    `SLACK_BOT_TOKEN: intents/${kommune}/kommune.yaml siger ikke, hvilke kanaler Slack har. Skriv dem under "slack", som i docs/slack.md.`,
  );
}

function parse(env: Env): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const unknown = Object.keys(given).filter((name) => ours.test(name) && !(name in Environment.shape));
  if (unknown.length > 0) {
    throw new ConfigError(
      `${unknown.join(', ')}: kendes ikke. Ret navnet; listen over navne står i docs/operations.md.`,
    );
  }
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new ConfigError(`${lines.join('; ')}. Ret det og start igen.`);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
