/**
 * R12, the short form: 5,000 bad inputs on every route that writes. Nothing breaks or hangs; each is refused with a clear
 * 4xx, or stored and shown unchanged. Documented exceptions: U+0000 and lone surrogates become U+FFFD, byte order marks
 * at the start go, CPR numbers are masked, and the desk trims and writes line ends as `\n`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wellFormed } from '../../src/domain/well-formed.ts';
import { maskCpr } from '../../src/understanding/redact.ts';
import { seed } from '../seed.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { claimed, handedOver } from './hand-over.ts';
import { type IndgangProcess, indgang } from './indgang-process.ts';
import { naughtyText, spoiled } from './naughty.ts';
import { type OwnDatabase, ownFolder } from './own-services.ts';
import type { AtDesk } from './staff-member.ts';
import { type Answer, type Asked, ask, begin, type Conversation, posting, readAfter, seqOf } from './wire-client.ts';

/** Fewer than a conversation may post before it is slowed down. */
const postsEach = 40;
const hangMs = 1_000;
const atOnce = 4;

let database: OwnDatabase;
let server: IndgangProcess;
let slowestMs = 0;
const counts: Record<string, number> = {};

beforeAll(async () => {
  database = await ownFolder();
  server = await indgang(database.env);
  server.start();
  if (!(await server.ready())) throw new Error(`chaos: Indgang did not start:\n${server.output()}`);
  console.info(`R12: SEED=${seed}`);
}, 90_000);
afterAll(async () => {
  console.info(`R12: slowest answer ${Math.round(slowestMs)} ms, answers by status ${JSON.stringify(counts)}`);
  await server.kill('SIGKILL');
  await database[Symbol.asyncDispose]();
});

/** One input. What takes too long is sent once more alone, for the machine may have been busy. */
async function dose(path: string, asked: Asked, what: string): Promise<Answer> {
  let answer = await ask(`${server.url}${path}`, asked);
  if (answer.tookMs > hangMs) answer = await ask(`${server.url}${path}`, asked);
  slowestMs = Math.max(slowestMs, answer.tookMs);
  counts[answer.status] = (counts[answer.status] ?? 0) + 1;
  const told = `${what}: ${answer.status} after ${Math.round(answer.tookMs)} ms, ${answer.text.slice(0, 200)}`;
  expect(answer.status, told).toBeLessThan(500);
  expect(answer.tookMs, told).toBeLessThanOrEqual(hangMs);
  if (answer.status >= 400 && String(answer.headers['content-type']).includes('json')) {
    expect(answer.json, told).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
    expect(answer.text, told).not.toMatch(/node_modules|at .*\.ts|select |insert /);
  }
  return answer;
}

/** A few at a time, each with chance of its own. */
async function times(count: number, work: (chance: Chance, number: number) => Promise<void>): Promise<void> {
  const left = Array.from({ length: count }, (_, index) => index).values();
  const worker = async (): Promise<void> => {
    for (const number of left) await work(chanceFrom(seed).apart(number), number);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

let networks = 0;
async function freshConversation(): Promise<Conversation> {
  networks++;
  const begun = await begin(server.url, `10.8.${networks >> 8}.${networks & 255}`);
  if (begun === null) throw new Error('chaos: no conversation');
  return begun;
}

function expectSame(shown: string | undefined, sent: string): void {
  const digits = sent.match(/\p{Nd}/gu)?.length ?? 0;
  const kept = digits < 10 ? wellFormed(sent) : maskCpr(wellFormed(sent));
  if (shown?.normalize('NFC') === kept.normalize('NFC')) return;
  expect(JSON.stringify(shown?.slice(0, 500))).toBe(JSON.stringify(kept.slice(0, 500)));
  expect(shown?.length).toBe(kept.length);
}

describe('Bad input over the wire', () => {
  it('keeps 2,000 naughty messages as they were written, or refuses them', { timeout: 180_000 }, async () => {
    await times(2_000 / postsEach, async (chance, round) => {
      const conversation = await freshConversation();
      const stored = new Map<number, string>();
      for (let number = 0; number < postsEach; number++) {
        const text = naughtyText(chance);
        const { url, asked } = posting('', conversation, { text, clientId: `n-${number}` });
        const answer = await dose(url, asked, `message ${round}/${number}`);
        if (answer.status === 200) stored.set(seqOf((answer.json as { id: string }).id), text);
        else expect([400, 413]).toContain(answer.status);
      }
      const shown = await readAfter(server.url, conversation, '');
      const texts = new Map(shown?.activities.map(({ id, text }) => [seqOf(id), text]));
      for (const [seq, text] of stored) expectSame(texts.get(seq), text);
    });
  });

  it('gives back 600 naughty ids and data as they were sent, or refuses them', { timeout: 120_000 }, async () => {
    await times(600 / postsEach, async (chance, round) => {
      const conversation = await freshConversation();
      const stored = new Map<number, unknown>();
      for (let number = 0; number < postsEach; number++) {
        const clientActivityID = chance.happens(0.5) ? `n-${number}` : naughtyText(chance).slice(0, 300);
        const data = { clientActivityID, [naughtyText(chance).slice(0, 100)]: naughtyText(chance).slice(0, 5_000) };
        const { url, asked } = posting('', conversation, { text: 'hej', clientId: 'x' });
        const body = {
          type: 'message',
          text: `hej ${number}`,
          channelData: data,
          id: naughtyText(chance),
          from: { id: naughtyText(chance) },
        };
        const answer = await dose(url, { ...asked, body }, `data ${round}/${number}`);
        if (answer.status === 200)
          stored.set(seqOf((answer.json as { id: string }).id), JSON.parse(JSON.stringify(data)));
        else expect([400, 409, 413]).toContain(answer.status);
      }
      const shown = await readAfter(server.url, conversation, '');
      const given = new Map(shown?.activities.map(({ id, channelData }) => [seqOf(id), channelData]));
      for (const [seq, data] of stored) expect(given.get(seq)).toEqual(data);
    });
  });

  it('answers 1,300 spoiled bodies and addresses on every route that writes', { timeout: 120_000 }, async () => {
    const conversation = await handedOver(server.url);
    const person = await claimed(server.url, conversation);
    const routes = routesOf(conversation, person);
    await times(1_300, async (chance, number) => {
      const route = chance.pick(routes);
      const { what, bytes, contentType } = spoiled(route.good, chance);
      const from = `10.7.${(number >> 8) & 255}.${number & 255}`;
      const headers = { ...route.headers, 'content-type': contentType, 'x-forwarded-for': from };
      await dose(
        route.path(chance),
        { method: route.method ?? 'POST', headers, body: bytes },
        `${what} to ${route.name}`,
      );
    });
  });
});

describe('Bad input at the desk and in forms', () => {
  it('keeps 600 naughty answers and reasons of staff, or refuses them', { timeout: 120_000 }, async () => {
    const conversation = await handedOver(server.url);
    const person = await claimed(server.url, conversation);
    const headers = { cookie: person.cookie };
    const path = `/desk/api/enquiries/${conversation.conversationId}`;
    const said: string[] = [];
    const reasons: string[] = [];
    const reply = async (text: string, number: number): Promise<void> => {
      const body = { text, clientId: `r-${number}` };
      const answer = await dose(`${path}/reply`, { headers, body }, `reply ${number}`);
      if (answer.status === 200) said.push(atDesk(text));
      else expect([400, 413]).toContain(answer.status);
    };
    const transfer = async (text: string, party: string, number: number): Promise<void> => {
      const body = { party, reason: text };
      const answer = await dose(`${path}/transfer`, { headers, body }, `transfer ${number}`);
      if (answer.status === 200) reasons.push(atDesk(text));
      else expect([400, 409, 413]).toContain(answer.status);
    };
    await times(600, async (chance, number) => {
      const text = naughtyText(chance);
      if (number % 3 > 0) return reply(text, number);
      return transfer(text, chance.happens(0.5) ? 'front_desk' : text, number);
    });

    const view = (await ask(`${server.url}${path}`, { headers })).json as {
      messages: { from: string; text: string }[];
      notes: { text: string }[];
    };
    const shown = view.messages.filter(({ from }) => from === 'staff').map(({ text }) => text.normalize('NFC'));
    expect(shown.toSorted()).toEqual(said.map((text) => text.normalize('NFC')).toSorted());
    expect(view.notes.map(({ text }) => text.normalize('NFC'))).toEqual(reasons.map((text) => text.normalize('NFC')));
  });

  it('keeps 500 naughty messages of a plain form, or refuses them', { timeout: 120_000 }, async () => {
    await times(500 / 20, async (chance, round) => {
      let cookie = '';
      const stored: string[] = [];
      const from = { 'x-forwarded-for': `10.6.0.${round + 1}`, 'content-type': 'application/x-www-form-urlencoded' };
      for (let number = 0; number < 20; number++) {
        const text = naughtyText(chance);
        const body = new URLSearchParams({ id: `form-${round}-${number}-x`, text }).toString();
        const answer = await dose('/', { headers: { ...from, cookie }, body }, `form ${round}/${number}`);
        cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie;
        if (answer.status === 303) stored.push(text);
        else expect([400, 413]).toContain(answer.status);
      }
      const begun = await ask(`${server.url}/samtale`, { headers: { cookie }, body: { asker: 'youth', after: 0 } });
      const shown = await readAfter(server.url, begun.json as Conversation, '');
      const own = shown?.activities.filter(({ from: { role } }) => role === 'user') ?? [];
      expect(own.length).toBe(stored.length);
      own.forEach(({ text }, index) => {
        expectSame(text.replaceAll('\r\n', '\n'), (stored[index] ?? '').replaceAll('\r\n', '\n'));
      });
    });
  });

  it('is still in good health after all of it', async () => {
    expect((await ask(`${server.url}/health/ready`)).status).toBe(200);
    expect(server.exitCode()).toBeNull();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

function atDesk(text: string): string {
  return maskCpr(wellFormed(text).replaceAll('\r\n', '\n').trim());
}

interface Route {
  readonly name: string;
  readonly method?: string;
  readonly path: (chance: Chance) => string;
  readonly headers: Readonly<Record<string, string>>;
  readonly good: Readonly<Record<string, unknown>>;
}

const strangeParts = [
  '%00',
  '%ff%fe',
  '%F0%28',
  '..%2f..',
  '%',
  '%2e%2e',
  'a'.repeat(500),
  '%E2%80%AE',
  'null',
  '%20',
  "'",
] as const;

/** Every route that writes, with a body that it would take; now and then with another id in its address. */
function routesOf({ conversationId: id, token }: Conversation, { cookie }: AtDesk): readonly [Route, ...Route[]] {
  const bearer = { authorization: `Bearer ${token}` };
  const line = '/v3/directline';
  const orOther = (chance: Chance): string => (chance.happens(0.15) ? chance.pick(strangeParts) : id);
  const message = { type: 'message', text: 'hej', channelData: { clientActivityID: 'spoiled' }, from: { id: 'x' } };
  const onEnquiry = (action: string, good: Readonly<Record<string, unknown>>): Route[] => [
    {
      name: `desk ${action}`,
      path: (chance) => `/desk/api/enquiries/${orOther(chance)}/${action}`,
      headers: { cookie },
      good,
    },
    {
      name: `desk form ${action}`,
      path: (chance) => `/desk/enquiries/${orOther(chance)}/${action}`,
      headers: { cookie },
      good,
    },
  ];
  return [
    {
      name: 'activities',
      path: (chance) => `${line}/conversations/${orOther(chance)}/activities`,
      headers: bearer,
      good: message,
    },
    {
      name: 'upload',
      path: (chance) => `${line}/conversations/${orOther(chance)}/upload`,
      headers: bearer,
      good: message,
    },
    { name: 'tokens/generate', path: () => `${line}/tokens/generate`, headers: {}, good: { user: { id: 'dl_x' } } },
    { name: 'tokens/refresh', path: () => `${line}/tokens/refresh`, headers: bearer, good: {} },
    {
      name: 'conversations',
      path: () => `${line}/conversations`,
      headers: {},
      good: { user: { id: 'dl_x' }, locale: 'da' },
    },
    {
      name: 'bad token',
      path: () => `${line}/conversations`,
      headers: { authorization: 'Bearer a.b.c' },
      good: { locale: 'da' },
    },
    { name: 'form', path: () => '/', headers: {}, good: { id: 'form-spoiled', text: 'hej' } },
    { name: "parent's form", path: () => '/foraelder', headers: {}, good: { id: 'form-spoiled', text: 'hej' } },
    { name: 'samtale', path: () => '/samtale', headers: {}, good: { asker: 'youth', begin: 'x', after: 0 } },
    { name: 'sign-in', path: () => '/desk/api/session', headers: {}, good: { staffId: 'sara-holm' } },
    { name: 'sign-in form', path: () => '/desk/session', headers: {}, good: { staffId: 'sara-holm' } },
    { name: 'sign-out', method: 'DELETE', path: () => '/desk/api/session', headers: { cookie }, good: {} },
    ...onEnquiry('claim', {}),
    ...onEnquiry('reply', { text: 'hej', clientId: 'spoiled' }),
    ...onEnquiry('accept', {}),
    ...onEnquiry('decline', { reason: 'nej' }),
  ];
}
