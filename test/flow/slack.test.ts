/** A whole Indgang with Slack: found at its address, named in health and figures, and never in the citizens' way. */
import { afterEach, expect, it } from 'vitest';
import { type SlackEmulator, slackEmulator } from '../fakes/slack/emulator.ts';
import { type Indgang, soon, startIndgang } from './indgang.ts';
import { citizen, colleague } from './people.ts';

let slack: SlackEmulator;
let indgang: Indgang;
afterEach(async () => {
  await indgang.close();
  await slack[Symbol.asyncDispose]();
});

async function startWithSlack(receive: 'http' | 'socket' = 'http'): Promise<void> {
  slack = await slackEmulator();
  const ali = slack.person({ name: 'Ali Demir', email: 'ali.demir@eksempel.example' });
  const front = slack.channel({ name: 'front', private: true, members: [ali.id], withApp: true });
  const tokens =
    receive === 'http' ? { SLACK_SIGNING_SECRET: slack.app.signingSecret } : { SLACK_APP_TOKEN: slack.app.appToken };
  const env = { SLACK_BOT_TOKEN: slack.app.botToken, SLACK_API_URL: slack.apiUrl, ...tokens };
  indgang = await startIndgang(env, undefined, {}, { content: 'full', channels: new Map([['front_desk', front.id]]) });
}

const slackState = async () =>
  (await indgang.app.inject({ url: '/health/ready' })).json().dependencies.slack as { state: string };
const ready = async () => (await indgang.app.inject({ url: '/health/ready' })).statusCode;
const slackUp = async () => /^indgang_slack_up (\d)/m.exec((await indgang.app.inject({ url: '/metrics' })).body)?.[1];

it('says that Slack is away, stays ready, and hands the youth to a person at the desk all the same', async () => {
  await startWithSlack();
  await soon(async () => expect(await slackState()).toMatchObject({ state: 'up', required: false }));
  expect(await slackUp()).toBe('1');

  slack.outage(true);
  await soon(async () => {
    indgang.clock.pass(5_000);
    expect(await slackState()).toMatchObject({ state: 'down' });
  }, 20_000);

  expect(await slackUp()).toBe('0');
  await soon(async () => expect(await ready()).toBe(200));
  const youth = await citizen(indgang.app);
  await youth.say('Jeg vil gerne tale med et menneske');
  const desk = await colleague(indgang.app, 'front_desk');
  await soon(async () => expect((await desk.queue()).map(({ id }) => id)).toContain(youth.conversation));
  expect((await desk.act(youth.conversation, 'claim')).status).toBe(200);
  expect((await desk.act(youth.conversation, 'reply', { text: 'Hej, jeg er her.' })).status).toBe(200);
  expect((await youth.log()).at(-1)?.text).toBe('Hej, jeg er her.');
  expect(indgang.logged.join('\n')).toContain('slack is away');

  slack.outage(false);
  await soon(async () => {
    indgang.clock.pass(5_000);
    expect(await slackState()).toMatchObject({ state: 'up' });
  }, 20_000);
});

it('starts and serves citizens with Slack away from the beginning, and finds it by itself', async () => {
  slack = await slackEmulator();
  slack.outage(true);
  const front = slack.channel({ name: 'front', private: true, members: [], withApp: true });
  const env = { SLACK_BOT_TOKEN: slack.app.botToken, SLACK_API_URL: slack.apiUrl, SLACK_APP_TOKEN: slack.app.appToken };
  indgang = await startIndgang(env, undefined, {}, { content: 'full', channels: new Map([['front_desk', front.id]]) });

  const youth = await citizen(indgang.app);
  expect((await youth.say('Jeg vil gerne tale med et menneske')).status).toBe(200);

  slack.outage(false);
  await soon(() => expect(slack.sockets.connections()).toBe(2), 20_000);
});

it('takes signed requests at its own address and nothing else there', async () => {
  await startWithSlack();
  const unsigned = await indgang.app.inject({
    method: 'POST',
    url: '/slack/events',
    payload: { type: 'event_callback' },
  });
  expect(unsigned.statusCode).toBe(401);
  expect((await indgang.app.inject({ method: 'GET', url: '/slack/events' })).statusCode).toBe(404);
});
