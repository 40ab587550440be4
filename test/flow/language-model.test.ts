/** A whole Indgang with a language model beside it: what it is shown, what comes of it, and that nothing hangs on it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import {
  account,
  chooses,
  hangs,
  type LanguageModelServer,
  languageModelServer,
  says,
} from '../fakes/language-model-server.ts';
import { type Indgang, startIndgang } from './indgang.ts';
import { type Citizen, citizen, colleague } from './people.ts';

let server: LanguageModelServer;
let indgang: Indgang;
beforeAll(async () => {
  server = await languageModelServer();
  const { kommune } = readConfig(new URL('../..', import.meta.url).pathname, {}).content;
  const parties = new Map([...kommune.parties].map(([code, party]) => [code, { ...party, languageModel: true }]));
  const env = { OPENAI_API_KEY: account.apiKey, OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL: account.model };
  indgang = await startIndgang(env, undefined, { parties });
});
afterAll(async () => {
  await indgang.close();
  await server[Symbol.asyncDispose]();
});

const metrics = async () => (await indgang.app.inject({ url: '/metrics' })).body;
/** Of some of these any local model is unsure. */
const vague = [
  'det er lidt svært med skolen og pengene',
  'skolen er træls',
  'jeg vil gerne snakke om noget med min familie og penge',
  'jeg har lidt bøvl med mit arbejde og min mor',
  'hvad gør jeg med min skole nu',
  'kan man få noget hjælp til det der med jobbet',
];

/** A youth whose words the model has just been asked about. */
async function unsureYouth(): Promise<Citizen> {
  const before = server.asked.length;
  for (const words of vague) {
    const youth = await citizen(indgang.app);
    expect((await youth.say(`${words}, ring 20 30 40 50`)).status).toBe(200);
    if (server.asked.length > before) return youth;
  }
  throw new Error('the local model is unsure of none of the vague words');
}

describe('with a language model', () => {
  it('an unsure message is shown to it redacted, answered, and counted', async () => {
    server.behave(chooses('dropped_out'));
    const youth = await unsureYouth();

    expect(server.offences).toEqual([]);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]?.material.message).toContain('[telefon fjernet]');
    expect(server.arrived.join()).not.toMatch(/20 ?30 ?40/);
    expect((await youth.said()).length).toBeGreaterThan(1);
    expect(await metrics()).toMatch(/indgang_language_model_calls_total\{purpose="understand",outcome="\w+"\} 1/);
    expect(await metrics()).toContain('indgang_language_model_circuit_open{purpose="understand"} 0');
  });

  it('danger that it sees calls a person', async () => {
    server.behave(says({ choice: 'none', risk: 'acute' }));
    const youth = await unsureYouth();

    expect(await youth.said()).toContain('crisis');
  });

  it('one that hangs costs two seconds and nothing else', async () => {
    server.behave(hangs);
    const began = performance.now();
    const youth = await unsureYouth();

    expect(performance.now() - began).toBeLessThan(4_000);
    expect((await youth.said()).length).toBeGreaterThan(1);
  });

  it('staff get a draft of what was said, redacted, and nothing of it is stored or sent', async () => {
    const youth = await citizen(indgang.app);
    await youth.say('jeg er droppet ud af gymnasiet og ved ikk hva jeg skal');
    await youth.say('ring til mig på 20 30 40 50');
    const guide = await colleague(indgang.app, 'guidance');
    const before = await youth.log();
    server.behave(says({ sentences: ['Den unge er droppet ud af gymnasiet.'] }));

    const drafted = await guide.act(youth.conversation, 'summary');
    expect(drafted.status).toBe(200);
    const { lines } = server.asked.at(-1)?.material ?? {};
    expect(lines?.filter(({ from }) => from === 'visitor').map(({ text }) => text)).toEqual([
      'jeg er droppet ud af gymnasiet og ved ikk hva jeg skal',
      'ring til mig på [telefon fjernet]',
    ]);
    expect(await youth.log()).toEqual(before);
    expect(JSON.stringify((await guide.read(youth.conversation)).body)).not.toContain('Den unge er droppet');
    expect(indgang.logged.join('\n')).not.toMatch(/droppet|20 30/);
  });

  it('readiness names it', async () => {
    const ready = await indgang.app.inject({ url: '/health/ready' });

    expect(ready.json().dependencies.llm.state).toBe('on');
  });
});
