/**
 * What people write is for those they write to. These messages are full of marks; none may show in logs, metrics,
 * events, the state of an enquiry, or what a refused request is told, whatever goes wrong on the way.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { Store } from '../../src/ports.ts';
import { type Indgang, soon, startIndgang } from './indgang.ts';
import { type Citizen, type Colleague, citizen, colleague } from './people.ts';

/** No word of it is anywhere in our code, so any of it in a log came from a message. */
const marks = [
  'Zebrastrand',
  '150508-2341',
  '1505082341',
  '20304050',
  '20 30 40 50',
  'zarathustra@',
  'Quetzalgade',
  '9070 1234567',
];
const message = `jeg hedder Zebrastrand, cpr 150508-2341 og 1505082341, ring 20304050 eller
20 30 40 50, zarathustra@skole.dk, Quetzalgade 12, konto 9070 1234567
    at Zebrastrand (Quetzalgade:1:1)`;
const answer = 'Hej Zebrastrand, jeg ringer på 20304050 og skriver til zarathustra@skole.dk, cpr 150508-2341';

let indgang: Indgang;
const said: string[] = [];
const outlets = [process.stdout, process.stderr] as const;
const writes = outlets.map((outlet) => outlet.write);

beforeAll(async () => {
  indgang = await startIndgang();
  for (const outlet of outlets) {
    const write = outlet.write.bind(outlet);
    outlet.write = ((chunk: string | Uint8Array, ...rest: []) => {
      said.push(String(chunk));
      return write(chunk, ...rest);
    }) as typeof outlet.write;
  }
});

afterAll(async () => {
  outlets.forEach((outlet, i) => {
    outlet.write = writes[i] as typeof outlet.write;
  });
  await indgang.close();
});

const marksIn = (text: string) => marks.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));

async function everythingSaidAbout(): Promise<string> {
  const { body } = await indgang.app.inject({ method: 'GET', url: '/metrics' });
  return [...indgang.logged, ...said, body].join('\n');
}

afterEach(async () => {
  expect(marksIn(await everythingSaidAbout())).toEqual([]);
});

/** Until the returned function is called, `method` of the store fails as a driver might: with rows in its words. */
function breakStore(method: 'read' | 'commit' | 'messages' | 'queue' | 'lease'): () => void {
  const store = indgang.store as { -readonly [Name in keyof Store]: Store[Name] };
  const whole = store[method];
  const fail = async (): Promise<never> => {
    throw Object.assign(new Error(`insert failed: (${message}) ${answer}`), { detail: message, parameters: [answer] });
  };
  Object.assign(store, { [method]: fail });
  return () => Object.assign(store, { [method]: whole });
}

async function waiting(): Promise<{ youth: Citizen; guide: Colleague }> {
  const youth = await citizen(indgang.app);
  expect((await youth.say('jeg er droppet ud af gymnasiet og ved ikk hva jeg skal')).status).toBe(200);
  expect((await youth.say(message)).status).toBe(200);
  return { youth, guide: await colleague(indgang.app, 'guidance') };
}

describe('a message full of what nobody else should know', () => {
  it('is heard, answered and closed without a word in logs, metrics, events or state', async () => {
    const { youth, guide } = await waiting();
    await guide.act(youth.conversation, 'claim');
    expect((await guide.act(youth.conversation, 'reply', { text: answer })).status).toBe(200);
    await youth.say(`jeg vil dø, ${message}`);
    await guide.act(youth.conversation, 'note', { text: answer });
    await guide.act(youth.conversation, 'close', { outcome: 'answered', note: answer });
    expect((await youth.log()).length).toBeGreaterThan(4);
    indgang.clock.pass(3_600_000);
    await new Promise((resolve) => setTimeout(resolve, 300));

    const id = youth.conversation as EnquiryId;
    const { enquiry } = await indgang.store.read(id);
    const events = JSON.stringify([await indgang.store.journal(id), enquiry]);
    expect(marksIn(events)).toEqual([]);
    expect(indgang.logged.some((line) => line.includes('message received'))).toBe(true);
  });

  it('has its CPR numbers masked in what is stored, in both directions', async () => {
    const { youth, guide } = await waiting();
    await guide.act(youth.conversation, 'claim');
    await guide.act(youth.conversation, 'reply', { text: answer });

    const stored = JSON.stringify(await indgang.store.messages(youth.conversation as EnquiryId, 0, 50));
    expect(stored).toContain('[CPR fjernet]');
    expect(stored).not.toMatch(/150508-?2341/);
  });

  it.each(['read', 'commit', 'messages', 'queue', 'lease'] as const)(
    'stays unsaid when the store fails to %s with people’s words in its error',
    async (method) => {
      const { youth, guide } = await waiting();
      const mend = breakStore(method);
      const told = [
        await youth.say(message),
        await guide.act(youth.conversation, 'claim'),
        await guide.act(youth.conversation, 'reply', { text: answer }),
        await guide.read(youth.conversation).catch(() => null),
      ];
      await new Promise((resolve) => setTimeout(resolve, 150));
      mend();

      expect(marksIn(JSON.stringify(told.map((one) => one && { ...one, body: undefined })))).toEqual([]);
      await soon(async () => expect((await youth.say(message)).status).toBe(200));
    },
  );

  it.each([
    ['no JSON', `{"text": "${message}`, 'application/json'],
    ['text for JSON', message, 'application/json'],
    ['another type', message, 'text/plain'],
    [
      'a number for the text',
      JSON.stringify({ type: 'message', text: 7, from: message, channelData: message }),
      'application/json',
    ],
    ['an unknown activity', JSON.stringify({ type: message, name: message, value: message }), 'application/json'],
    ['too long a text', JSON.stringify({ type: 'message', text: message.repeat(2_000) }), 'application/json'],
    ['a key no one has', JSON.stringify({ [message]: message }), 'application/json'],
  ])('is not repeated to whoever sends %s', async (_, payload, type) => {
    const generated = await indgang.app.inject({ method: 'POST', url: '/v3/directline/tokens/generate' });
    const { token } = generated.json() as { token: string };
    const headers = { authorization: `Bearer ${token}`, 'content-type': type };
    const started = await indgang.app.inject({
      method: 'POST',
      url: '/v3/directline/conversations',
      headers: { authorization: headers.authorization },
      payload: {},
    });
    const { conversationId } = started.json() as { conversationId: string };
    const url = `/v3/directline/conversations/${conversationId}/activities`;
    const answers = [
      await indgang.app.inject({ method: 'POST', url, headers, payload }),
      await indgang.app.inject({
        method: 'POST',
        url: '/desk/api/session',
        payload: { staffId: message },
      }),
      await indgang.app.inject({ method: 'GET', url: `/desk/api/${encodeURIComponent(message)}` }),
      await indgang.app.inject({
        method: 'POST',
        url: '/chat',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: `text=${encodeURIComponent(message)}`,
      }),
    ];

    expect(answers.map(({ statusCode, body }) => [statusCode, marksIn(body)])).toEqual(
      answers.map(({ statusCode }) => [statusCode, []]),
    );
  });
});
