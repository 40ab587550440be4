import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const folder = join(import.meta.dirname, '../..');
const read = (env: Record<string, string>): ReturnType<typeof readConfig> => readConfig(folder, env);

/** The example municipality with a channel for the front desk. */
async function townWithSlack() {
  const own = await mkdtemp(join(tmpdir(), 'indgang-config-'));
  await cp(join(folder, 'intents'), join(own, 'intents'), { recursive: true });
  const slack = '\nslack:\n  channels:\n    front_desk: C0FRONT01\n';
  await appendFile(join(own, 'intents/eksempel/kommune.yaml'), slack);
  return { folder: own, [Symbol.asyncDispose]: () => rm(own, { recursive: true, force: true }) };
}

describe('settings', () => {
  it('have a default each: everything embedded, on this machine alone', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: join(folder, 'data'),
      databaseUrl: null,
      redisUrl: null,
      deskSignIn: 'demo',
      botFramework: null,
      languageModel: null,
      slack: null,
    });
  });

  it('ask a language model only with a key, at OpenAI unless told otherwise', () => {
    expect(read({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'm' }).languageModel).toBeNull();
    expect(read({ OPENAI_API_KEY: 'k' }).languageModel).toEqual({ apiKey: 'k', baseUrl: null, model: 'gpt-5.4-mini' });
    expect(
      read({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'm' }).languageModel,
    ).toEqual({ apiKey: 'k', baseUrl: 'http://127.0.0.1:9/v1', model: 'm' });
  });

  it('that are empty count as absent', () => {
    expect(read({ REDIS_URL: '', SLACK_BOT_TOKEN: '' }).redisUrl).toBeNull();
  });

  it.each([
    [{ PORT: 'mange' }, /^PORT: skal være et tal/],
    [{ PORT: '70000' }, /^PORT: /],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: skal være en adresse som postgres:/],
    [{ APP_SECRET: 'kort' }, /^APP_SECRET: skal være mindst 32 tegn/],
    [{ KOMMUNE: '../hemmeligt' }, /^KOMMUNE: /],
    [{ DATABSE_URL: 'x', REDIS_URI: 'x' }, /^REDIS_URI: kendes ikke/],
    [{ OPENAI_API_KEY: 'to ord' }, /^OPENAI_API_KEY: skal være ét ord uden mellemrum/],
    [{ OPENAI_LOG: 'debug' }, /^OPENAI_LOG: kendes ikke/],
    [{ SLACK_BOT_TOKEN: 'abc' }, /^SLACK_BOT_TOKEN: skal begynde med xoxb-/],
    [{ SLACK_SIGNING_SECRET: 'hemmelig' }, /^SLACK_SIGNING_SECRET: bruges kun sammen med SLACK_BOT_TOKEN/],
    [{ SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://x/' }, /^SLACK_APP_TOKEN, SLACK_API_URL: bruges kun/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, /kommune\.yaml siger ikke, hvilke kanaler/],
  ] as const)('%j stop the start with one line that says what to do', (env, line) => {
    expect(() => read(env)).toThrow(line);
    expect(() => read(env)).not.toThrow(/\n/);
  });

  it('reach Slack by signed requests when there is a secret, otherwise by sockets, and never half', async () => {
    await using town = await townWithSlack();
    const slackOf = (env: Record<string, string>) =>
      readConfig(town.folder, { SLACK_BOT_TOKEN: 'xoxb-1', ...env }).slack;

    expect(slackOf({ SLACK_SIGNING_SECRET: 's', SLACK_APP_TOKEN: 'xapp-1' })?.receive).toEqual({
      by: 'http',
      signingSecret: 's',
    });
    expect(slackOf({ SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:9/api/' })).toEqual({
      botToken: 'xoxb-1',
      apiUrl: 'http://127.0.0.1:9/api/',
      receive: { by: 'socket', appToken: 'xapp-1' },
      file: { content: 'full', channels: new Map([['front_desk', 'C0FRONT01']]) },
    });
    expect(() => slackOf({})).toThrow(/Slack kan ikke nå os.*SLACK_SIGNING_SECRET.*SLACK_APP_TOKEN/);
    expect(readConfig(town.folder, {}).slack).toBeNull();
  });

  it('name the municipalities there are when KOMMUNE is unknown', () => {
    expect(() => read({ KOMMUNE: 'findes-ikke' })).toThrow(/eksempel/);
  });

  it('open the demonstration sign-in on loopback alone, and never in production', () => {
    expect(read({ HOST: '0.0.0.0' }).deskSignIn).toBe('closed');
    expect(read({ NODE_ENV: 'production' }).deskSignIn).toBe('closed');
    expect(read({ HOST: 'localhost' }).deskSignIn).toBe('demo');
  });
});
