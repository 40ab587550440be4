/** One queue, whichever way one looks at it: the desk, the Home tab and `/indgang`, through the whole of Indgang. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose, type Running } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { codeOf } from '../../src/domain/code.ts';
import type { SlackFile } from '../../src/domain/kommune.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { type SlackEmulator, slackEmulator } from '../fakes/slack/emulator.ts';
import { soon } from './indgang.ts';
import { citizen, colleague } from './people.ts';

const project = join(import.meta.dirname, '../..');
const amina = 'UAMINA';
const logged: string[] = [];
let folder: string;
let slack: SlackEmulator;
let indgang: Running;
let channel: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'indgang-slack-intake-'));
  slack = await slackEmulator();
  slack.person({ id: amina, name: 'Amina Yusuf', email: 'amina.yusuf@eksempel.example' });
  channel = slack.channel({ name: 'uu', private: true, members: [amina], withApp: true }).id;
  const { botToken, signingSecret } = slack.app;
  const receive = { by: 'http', signingSecret } as const;
  const file: SlackFile = { content: 'full', channels: new Map([['guidance', channel]]) };
  const read = readConfig(project, { PORT: '0', DATA_DIR: folder });
  const write = (data: object, message: string) => void logged.push(JSON.stringify({ ...data, message }));
  indgang = await compose(
    { ...read, slack: { botToken, apiUrl: slack.apiUrl, receive, file } },
    { info: write, warn: write, error: write },
    { sweepEveryMs: 50, modelFolder: join(tmpdir(), 'indgang-test-model'), slack: { tickEveryMs: 50 } },
  );
  const address = await indgang.app.listen({ host: '127.0.0.1', port: 0 });
  slack.deliverTo(`${address}/slack/events`);
});
afterAll(async () => {
  await indgang.close();
  await slack[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const home = () => JSON.stringify(slack.home(amina)?.body ?? null);
const lastAnswer = () => slack.ephemerals(amina).at(-1)?.text ?? '';

it('what a youth writes waits on Amina’s Home tab, without the words, and is found by its code', async () => {
  await slack.openHome(amina);
  await soon(() => expect(home()).toContain('Ingen venter lige nu.'));
  const youth = await citizen(indgang.app);
  await youth.say('jeg er droppet ud af gymnasiet, og mit kaldenavn er kolibri');

  await slack.openHome(amina);
  await soon(() => expect(home()).toContain('Venter i mit team (1)'));
  await slack.command({ user: amina, channel, text: `/indgang find ${codeOf(youth.conversation as EnquiryId)}` });

  await soon(() => expect(lastAnswer()).toContain('venter'));
  expect(home() + lastAnswer()).not.toContain('kolibri');
  slack.expectNoBreaches();
});

it('what Amina writes down from a call stands in the desk’s queue at once, taken by her', async () => {
  const desk = await colleague(indgang.app, 'guidance');
  await slack.command({ user: amina, channel, text: '/indgang ny' });
  const window = await soon(() => {
    const top = slack.views(amina).at(-1);
    if (top === undefined) throw new Error('no window is open');
    return top;
  });
  const values = {
    channel: { draft: 'phone' },
    asker: { draft: 'parent' },
    words: { draft: 'Min datter går ikke i skole, hendes kaldenavn er kolibri' },
    topic: { draft: 'school_absence_parent' },
    age: { draft: '15_17' },
    keep: { draft: ['keep'] },
  };

  const sent = await slack.submit({ user: amina, viewId: window.id, values });

  expect(sent.errors).toEqual({});
  const code = /Kode: (\w{6})/.exec(JSON.stringify(sent.view?.body))?.[1];
  const taken = (await desk.queue()).find(({ id }) => codeOf(id as EnquiryId) === code);
  expect(taken).toMatchObject({ state: 'claimed', holder: 'amina-yusuf', asker: 'parent', ageBand: '15_17' });
  await soon(() => expect(home()).toContain('Mine (1)'));
  expect(logged.join('\n')).not.toContain('kolibri');
  slack.expectNoBreaches();
});
