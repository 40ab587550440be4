import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const folder = join(import.meta.dirname, '../..');
const read = (env: Record<string, string>): ReturnType<typeof readConfig> => readConfig(folder, env);

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
  ] as const)('%j stop the start with one line that says what to do', (env, line) => {
    expect(() => read(env)).toThrow(line);
    expect(() => read(env)).not.toThrow(/\n/);
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
