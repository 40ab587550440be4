/** `npm run demo:slack` as a newcomer without script meets it: pages and forms alone, from the youth's words to an answer. */
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { slackDemo } from '../demo/slack.ts';
import { soon } from './indgang.ts';
import { type Citizen, citizen } from './people.ts';

let demo: Awaited<ReturnType<typeof slackDemo>>;
let youth: Citizen;
let jonas: string;
let channel: string;

beforeAll(async () => {
  demo = await slackDemo(await freePort(), join(tmpdir(), 'indgang-test-model'));
  youth = await citizen(demo.running.app);
  jonas = [...demo.slack.workspace().people].find(({ realName }) => realName === 'Jonas Bak')?.id ?? '';
  channel = demo.slack.channelNamed('ungevejledningen').id;
});
afterAll(async () => demo?.[Symbol.asyncDispose]());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const look = async (at = channel): Promise<string> => (await fetch(`${demo.page.url}?as=${jonas}&at=${at}`)).text();

const unescaped = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The hidden fields of the form that has the text, and the button with that label, as a browser sends them. */
function formWith(html: string, label: string): Record<string, string> {
  const form = html.split('<form').find((each) => each.split('</form>')[0]?.includes(`>${label}<`)) ?? '';
  const fields = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const [, name = '', value = ''] =
    new RegExp(`<button name="([^"]+)" value="([^"]*)"[^>]*>${label}<`).exec(form) ?? [];
  const sent = Object.fromEntries(fields.map(([, key = '', text = '']) => [key, unescaped(text)]));
  return { ...sent, ...(name !== '' && { [name]: unescaped(value) }) };
}

/** @returns the page that the browser is led back to */
async function send(fields: Record<string, string>): Promise<string> {
  const response = await fetch(`${demo.page.url}act`, { method: 'POST', body: new URLSearchParams(fields) });
  expect(response.status).toBe(200);
  return response.text();
}

it('shows the card, takes a press, and carries an answer to the youth', async () => {
  await youth.say('jeg er 19 og er droppet ud af gymnasiet');
  await soon(async () => expect(await look()).toContain('Tag den'));

  await send(formWith(await look(), 'Tag den'));
  await soon(async () => expect(await look()).toContain('Samtale'));
  const root = demo.slack
    .messages(channel)
    .findLast(({ text, threadTs }) => threadTs === null && text.includes('Samtale'));
  await send({ as: jonas, at: channel, do: 'write', channel, ts: root?.ts ?? '', text: 'Hej, jeg hedder Jonas.' });

  await soon(async () => expect(await look()).toContain('leveret'), 15_000);
  demo.slack.expectNoBreaches();
});

it('opens a window, says at the field what is missing, and sends it when it is there', async () => {
  await send(formWith(await look(), 'Giv videre'));
  const opened = await soon(async () => {
    const html = await look();
    expect(html).toContain('role="dialog"');
    return html;
  });
  const form = formWith(opened, 'Overdrag');

  const empty = await send(form);
  expect(empty).toContain('Feltet skal udfyldes.');
  const fieldOf = (label: string) => new RegExp(`>${label}.*?name="(f\\|[^"]+)"`, 's').exec(opened)?.[1] ?? '';
  const [, to = ''] = /<option value="([^"]+)">Job og uddannelse</.exec(opened) ?? [];
  const filled = { ...form, [fieldOf('Hvem skal have den')]: to, [fieldOf('Hvorfor')]: 'Vil i job' };
  await send(filled);

  await soon(async () => expect(await look()).not.toContain('role="dialog"'));
  await soon(async () => expect(demo.slack.messages(demo.slack.channelNamed('job-og-uddannelse').id)).not.toEqual([]));
});

it('answers /indgang to the one who wrote it alone, and shows the Home tab', async () => {
  await send({ as: jonas, at: channel, do: 'write', channel, ts: '', text: '/indgang hjælp' });

  await soon(async () => expect(await look()).toContain('Sådan bruger du /indgang'));
  await look('home');
  await soon(async () => expect(await look('home')).toContain('Ny henvendelse'));
});

it('calls nothing that the manifest’s rights do not cover', () => {
  const refused = demo.slack.calls.filter(({ answer }) => answer?.error === 'missing_scope');

  expect(refused.map(({ method }) => method)).toEqual([]);
  expect(demo.slack.calls.length).toBeGreaterThan(5);
});

it('lets no other page press anything', async () => {
  const response = await fetch(`${demo.page.url}act`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example' },
    body: '',
  });

  expect(response.status).toBe(403);
});
