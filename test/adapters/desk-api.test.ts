/** The desk's JSON API over real HTTP handling: what it answers, refuses and checks. */
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnavailableError } from '../../src/ports.ts';
import { type DeskServer, deskServer } from '../fakes/desk-server.ts';

let desk: DeskServer;
let mette: string;
let sara: string;
let jonas: string;

beforeEach(async () => {
  desk = await deskServer();
  [mette, sara, jonas] = await Promise.all([desk.signIn('mette'), desk.signIn('sara'), desk.signIn('jonas')]);
});
afterEach(() => desk.app.close());

const get = (url: string, cookie = sara) => desk.app.inject({ method: 'GET', url, headers: { cookie } });
const post = (url: string, payload?: object, headers: Record<string, string> = { cookie: sara }) =>
  desk.app.inject({ method: 'POST', url, headers, ...(payload && { payload }) });
const act = (id: string, action: string, payload?: object, cookie = sara) =>
  post(`/desk/api/enquiries/${id}/${action}`, payload, { cookie });

describe('signing in', () => {
  it('lists the ready-made staff', async () => {
    const answer = await desk.app.inject('/desk/api/staff');

    expect(answer.json()).toContainEqual({ id: 'sara', name: 'Sara Lund', party: 'guidance', role: 'ungevejleder' });
  });

  it('sets a cookie that scripts and other sites cannot use, for twelve hours', async () => {
    const answer = await post('/desk/api/session', { staffId: 'sara' }, {});

    expect(answer.statusCode).toBe(200);
    expect(answer.cookies).toMatchObject([{ name: 'indgang-desk', httpOnly: true, sameSite: 'Lax', path: '/' }]);
    desk.pass(12 * 60 - 1);
    expect((await get('/desk/api/queue')).statusCode).toBe(200);
    desk.pass(2);
    expect((await get('/desk/api/queue')).statusCode).toBe(401);
  });

  it('binds the cookie to the host when the public address is https', async () => {
    const secure = await deskServer({ publicUrl: 'https://unge.example.dk' });

    const answer = await secure.app.inject({ method: 'POST', url: '/desk/api/session', payload: { staffId: 'sara' } });

    expect(answer.cookies).toMatchObject([{ name: '__Host-indgang-desk', secure: true, path: '/' }]);
    expect(answer.cookies[0]).not.toHaveProperty('domain');
    await secure.app.close();
  });

  it('signs out', async () => {
    const answer = await desk.app.inject({ method: 'DELETE', url: '/desk/api/session', headers: { cookie: sara } });

    expect(answer.statusCode).toBe(204);
    expect(answer.cookies).toMatchObject([{ name: 'indgang-desk', value: '' }]);
  });

  it.each([{}, { staffId: 7 }, { staffId: '' }, { staffId: 'nobody' }, { staffId: 'sara', admin: true }])(
    'refuses %j with the field that is wrong',
    async (body) => {
      const answer = await post('/desk/api/session', body, {});

      expect(answer.statusCode).toBe(400);
      expect(answer.json().error).toMatchObject({ code: 'invalid', fields: expect.any(Object) });
      expect(Object.keys(answer.json().error.fields)).toHaveLength(1);
    },
  );

  it.each(['/desk/api/queue', '/desk/api/board', '/desk/api/enquiries/e1', '/desk/api/events'])(
    'asks for sign-in before %s',
    async (url) => {
      const forged = `${sara.slice(0, -4)}AAAA`;

      expect((await desk.app.inject(url)).statusCode).toBe(401);
      expect((await get(url, forged)).json()).toEqual({
        error: { code: 'not-signed-in', message: expect.stringContaining('logget ind') },
      });
    },
  );
});

describe('the queue', () => {
  it('gives each enquiry with exactly the agreed names, acute first', async () => {
    desk.staffSide.arrive({ id: 'calm' });
    desk.pass(5);
    desk.staffSide.arrive({ id: 'urgent', intent: 'suicidal_thoughts', urgency: 'acute', ageBand: '18_24' });

    const { items } = (await get('/desk/api/queue')).json();

    expect(items.map(({ id }: { id: string }) => id)).toEqual(['urgent', 'calm']);
    expect(items[0]).toEqual({
      id: 'urgent',
      party: 'guidance',
      state: 'waiting',
      urgency: 'acute',
      intent: 'suicidal_thoughts',
      ageBand: '18_24',
      asker: 'youth',
      waitingSince: '2027-01-04T09:05:00.000Z',
      deadline: '2027-01-04T09:10:00.000Z',
      holder: 'guidance',
    });
  });

  it('names who has it once somebody does', async () => {
    desk.staffSide.arrive({ id: 'e1' });
    await act('e1', 'claim');

    const { items } = (await get('/desk/api/queue')).json();

    expect(items).toMatchObject([{ id: 'e1', state: 'claimed', holder: 'sara' }]);
  });

  it("shows nobody another party's", async () => {
    desk.staffSide.arrive({ id: 'e1' });

    expect((await get('/desk/api/queue', jonas)).json()).toEqual({ items: [] });
    expect((await get('/desk/api/enquiries/e1', jonas)).statusCode).toBe(404);
    expect((await act('e1', 'claim', undefined, jonas)).statusCode).toBe(404);
  });
});

describe('one enquiry', () => {
  beforeEach(() => void desk.staffSide.arrive({ id: 'e1', words: 'jeg er droppet ud' }));

  it('shows what was said, what happened, who has read it and what can be done', async () => {
    const answer = await get('/desk/api/enquiries/e1');

    expect(answer.json()).toMatchObject({
      enquiry: { id: 'e1', topic: 'Droppet ud af skole', partyName: 'Ungevejledningen (UU)' },
      messages: [
        { seq: 1, from: 'visitor', text: 'jeg er droppet ud' },
        { seq: 2, from: 'bot' },
      ],
      notes: [],
      timeline: [
        { type: 'EnquiryOpened', text: 'Samtalen begyndte (ung).' },
        { type: 'AgeBandTold' },
        { type: 'HandoffQueued', text: 'Sendt til Ungevejledningen (UU).' },
      ],
      readBy: [{ staff: 'sara', name: 'Sara Lund' }],
      actions: ['claim', 'transfer', 'return'],
    });
  });

  it('goes from claimed to answered to closed', async () => {
    expect((await act('e1', 'claim')).json().enquiry).toMatchObject({ state: 'claimed', mine: true });
    expect((await act('e1', 'reply', { text: 'Hej. Skal vi tale sammen i morgen?' })).statusCode).toBe(200);
    expect(
      (await act('e1', 'close', { outcome: 'education', reason: 'Starter på FGU.' })).json().enquiry,
    ).toMatchObject({
      state: 'closed',
      outcome: 'education',
    });

    const { messages, notes, actions } = (await get('/desk/api/enquiries/e1')).json();
    expect(messages.at(-1)).toMatchObject({ from: 'staff', name: 'Sara Lund', role: 'ungevejleder' });
    expect(notes).toMatchObject([{ by: 'Sara Lund', text: 'Starter på FGU.' }]);
    expect(actions).toEqual([]);
  });

  it('is handed to another party only when somebody there accepts', async () => {
    await act('e1', 'claim');
    await act('e1', 'transfer', { party: 'employment', reason: 'Vil hellere have job.' });

    expect((await get('/desk/api/queue', jonas)).json().items).toMatchObject([{ party: 'guidance', holder: 'sara' }]);
    expect((await get('/desk/api/enquiries/e1', jonas)).json().actions).toEqual(['accept', 'decline']);
    expect((await act('e1', 'accept', undefined, jonas)).json().enquiry).toMatchObject({
      party: 'employment',
      holder: 'jonas',
    });
    expect((await get('/desk/api/enquiries/e1')).statusCode).toBe(404);
  });

  it('stays with the giver when the other party declines', async () => {
    await act('e1', 'transfer', { party: 'employment', reason: 'Job?' });

    await act('e1', 'decline', { reason: 'Er under 18.' }, jonas);

    expect((await get('/desk/api/enquiries/e1')).json()).toMatchObject({
      enquiry: { state: 'claimed', holder: 'sara' },
      notes: [{ text: 'Job?' }, { text: 'Er under 18.', by: 'Jonas Krag' }],
    });
  });

  it('goes back to the front desk when it is not the party’s', async () => {
    await act('e1', 'return', { reason: 'Ikke vores.' });

    expect((await get('/desk/api/queue', mette)).json().items).toMatchObject([
      { party: 'front_desk', state: 'waiting' },
    ]);
  });

  it.each([
    ['reply', { text: 'hej' }, 'not-claimed'],
    ['accept', undefined, 'no-offer'],
    ['transfer', { party: 'guidance', reason: 'x' }, 'same-party'],
    ['transfer', { party: 'the_moon', reason: 'x' }, 'unknown-party'],
    ['close', { outcome: 'job', reason: 'x' }, 'not-claimed'],
  ])('refuses %s with 409 and Danish words when the state stands in the way', async (action, body, code) => {
    const answer = await act('e1', action, body);

    expect(answer.statusCode).toBe(409);
    expect(answer.json().error).toEqual({ code, message: expect.stringMatching(/^[A-ZÆØÅ].*\.$/) });
  });

  it('refuses the second who claims it', async () => {
    const yusuf = await desk.signIn('yusuf');

    await act('e1', 'claim');

    expect((await act('e1', 'claim', undefined, yusuf)).json().error.code).toBe('already-claimed');
  });

  it.each([
    ['reply', 'text', {}],
    ['reply', 'text', { text: '  \n ' }],
    ['reply', 'text', { text: 7 }],
    ['reply', 'text', { text: 'a'.repeat(8001) }],
    ['reply', 'clientId', { text: 'hej', clientId: 'not ok' }],
    ['reply', 'to', { text: 'hej', to: 'all' }],
    ['claim', 'force', { force: true }],
    ['transfer', 'party', { reason: 'x' }],
    ['transfer', 'reason', { party: 'employment' }],
    ['decline', 'reason', {}],
    ['return', 'reason', { reason: 'a'.repeat(1001) }],
    ['close', 'outcome', { outcome: 'bored', reason: 'x' }],
    ['close', 'reason', { outcome: 'job' }],
  ])('refuses %s when %s is wrong, and names it', async (action, field, body) => {
    const answer = await act('e1', action, body);

    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({ code: 'invalid', fields: { [field]: expect.stringMatching(/\.$/) } });
    expect(desk.staffSide.tried).toEqual([]);
  });

  it('refuses what is not JSON, in JSON', async () => {
    const headers = { cookie: sara, 'content-type': 'application/json' };
    const broken = await desk.app.inject({
      method: 'POST',
      url: '/desk/api/enquiries/e1/reply',
      headers,
      payload: '{"text":',
    });
    const plain = await desk.app.inject({
      method: 'POST',
      url: '/desk/api/enquiries/e1/reply',
      headers: { cookie: sara },
      payload: 'hej',
    });

    expect(broken.statusCode).toBe(400);
    expect(broken.json().error.code).toBe('invalid');
    expect(plain.statusCode).toBeGreaterThanOrEqual(400);
    expect(plain.statusCode).toBeLessThan(500);
  });

  it('takes an empty JSON body where nothing is asked for', async () => {
    const headers = { cookie: sara, 'content-type': 'application/json' };
    const answer = await desk.app.inject({ method: 'POST', url: '/desk/api/enquiries/e1/claim', headers, payload: '' });

    expect(answer.statusCode).toBe(200);
  });

  it.each(['e1%00', 'a/b', '%E0%A4%A', 'a'.repeat(200), '..%2F..%2Fetc', '💥'])(
    'has a clear no to the id %s',
    async (id) => {
      const answer = await get(`/desk/api/enquiries/${id}`);

      expect([400, 404, 414]).toContain(answer.statusCode);
    },
  );

  it('keeps what was written as it was written', async () => {
    await act('e1', 'claim');

    await act('e1', 'reply', { text: '<script>alert(1)</script> \uD800 \u0000 👩‍👩‍👧 æøå' });

    const { messages } = (await get('/desk/api/enquiries/e1')).json();
    expect(messages.at(-1).text).toBe('<script>alert(1)</script> \uFFFD \uFFFD 👩‍👩‍👧 æøå');
  });

  it('counts a reply once however often it is sent', async () => {
    await act('e1', 'claim');
    const key = { cookie: sara, 'idempotency-key': 'press-1' };

    await post('/desk/api/enquiries/e1/reply', { text: 'hej' }, key);
    await post('/desk/api/enquiries/e1/reply', { text: 'hej' }, key);
    await act('e1', 'reply', { text: 'hej igen', clientId: 'press-2' });
    await act('e1', 'reply', { text: 'hej igen', clientId: 'press-2' });

    const { messages } = (await get('/desk/api/enquiries/e1')).json();
    expect(messages.map(({ text }: { text: string }) => text).slice(2)).toEqual(['hej', 'hej igen']);
  });
});

describe('whatever is sent', () => {
  it('gets a clear answer, and what is taken comes back unchanged', async () => {
    desk.staffSide.arrive({ id: 'e1' });
    await act('e1', 'claim');
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme' }),
      fc.jsonValue(),
    );

    await fc.assert(
      fc.asyncProperty(
        anything,
        fc.constantFrom('reply', 'transfer', 'return', 'close', 'accept', 'decline'),
        async (text, action) => {
          const body = { text, party: text, reason: text, outcome: text };
          const asked: Record<string, string[]> = {
            reply: ['text'],
            transfer: ['party', 'reason'],
            close: ['outcome', 'reason'],
            accept: [],
          };
          const fields = asked[action] ?? ['reason'];
          const picked = Object.fromEntries(fields.map((field) => [field, body[field as keyof typeof body]]));
          const answer = await act('e1', action, picked);
          expect([200, 400, 409]).toContain(answer.statusCode);
          if (action === 'return' && answer.statusCode === 200) await act('e1', 'claim');
        },
      ),
      { numRuns: 300 },
    );
    const { messages } = (await get('/desk/api/enquiries/e1')).json();
    const replies = desk.staffSide.tried.flatMap((command) => (command.do === 'reply' ? [command.text] : []));
    expect(messages.slice(2).map(({ text }: { text: string }) => text)).toEqual(replies);
  });

  it('refuses an idempotency key that is not one', async () => {
    const answer = await post(
      '/desk/api/enquiries/e1/reply',
      { text: 'hej' },
      { cookie: sara, 'idempotency-key': 'æ ø' },
    );

    expect(answer.statusCode).toBe(400);
  });
});

describe('requests from elsewhere', () => {
  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost' },
  ])('refuses %j', async (headers: Record<string, string>) => {
    desk.staffSide.arrive({ id: 'e1' });

    const api = await post('/desk/api/enquiries/e1/claim', undefined, { cookie: sara, ...headers });
    const form = await post('/desk/enquiries/e1/claim', undefined, { cookie: sara, ...headers });

    expect(api.json().error.code).toBe('other-site');
    expect([api.statusCode, form.statusCode]).toEqual([403, 403]);
    expect(desk.staffSide.tried).toEqual([]);
  });

  it.each([{ origin: 'http://localhost' }, { 'sec-fetch-site': 'same-origin', origin: 'null' }, {}])(
    'takes %j',
    async (headers: Record<string, string>) => {
      desk.staffSide.arrive({ id: 'e1' });

      const answer = await post('/desk/api/enquiries/e1/claim', undefined, { cookie: sara, ...headers });

      expect(answer.statusCode).toBe(200);
    },
  );
});

describe('when the desk is closed', () => {
  it('says in two languages what opens it, and opens nothing', async () => {
    const closed = await deskServer({ signIn: 'closed' });

    const page = await closed.app.inject('/desk');
    const api = await closed.app.inject({ method: 'POST', url: '/desk/api/session', payload: { staffId: 'sara' } });

    expect([page.statusCode, api.statusCode]).toEqual([503, 503]);
    for (const words of ['OIDC_ISSUER', 'Skranken er lukket', 'The desk is closed']) expect(page.body).toContain(words);
    expect(api.json().error).toMatchObject({ code: 'desk-closed', message: expect.stringContaining('OIDC_ISSUER') });
    expect(api.cookies).toEqual([]);
    await closed.app.close();
  });
});

describe('when something breaks', () => {
  it('says so without showing its insides or anybody’s words', async () => {
    desk.staffSide.break(new Error('insides: jeg er droppet ud'));
    const bug = await get('/desk/api/queue');
    desk.staffSide.break(new UnavailableError('Database', 'ECONNREFUSED'));
    const outside = await get('/desk/api/queue');
    const page = await get('/desk');

    expect([bug.statusCode, outside.statusCode, page.statusCode]).toEqual([500, 503, 503]);
    expect(bug.body + outside.body + page.body).not.toMatch(/insides|ECONNREFUSED|at \w+/);
    expect(JSON.stringify(desk.logged)).not.toContain('droppet ud');
    expect(desk.logged).toHaveLength(3);
  });
});

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 and describes every route with its answers', async () => {
    const document = (await desk.app.inject('/desk/api/openapi.json')).json();

    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries<object>(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = desk.routes
      .filter((route) => !route.startsWith('HEAD'))
      .map((route) => route.replace(/:(\w+)/g, '{$1}'));
    expect(described.toSorted()).toEqual(routes.toSorted());
    for (const operations of Object.values<Record<string, { summary: string; responses: object }>>(document.paths)) {
      for (const { summary, responses } of Object.values(operations)) {
        expect(summary).not.toBe('');
        expect(Object.keys(responses).length).toBeGreaterThan(0);
      }
    }
    const { requestBody, parameters } = document.paths['/desk/api/enquiries/{id}/transfer'].post;
    expect(requestBody.content['application/json'].schema).toMatchObject({
      required: ['party', 'reason'],
      additionalProperties: false,
    });
    expect(parameters).toMatchObject([{ in: 'path', name: 'id', required: true }]);
  });
});

describe('hints that something has changed', () => {
  it('reach an open page, only about the queue and the enquiry it shows, through one listener', async () => {
    const address = await desk.app.listen({ host: '127.0.0.1', port: 0 });
    const heard = await fetch(`${address}/desk/api/events?enquiry=e1`, {
      headers: { cookie: sara },
    });
    const other = await fetch(`${address}/desk/api/events`, { headers: { cookie: mette } });
    const text = heard.text();

    desk.staffSide.arrive({ id: 'e1' });
    desk.signal.raise('somebody-else');
    await wait(20);

    expect(heard.headers.get('content-type')).toContain('text/event-stream');
    expect(heard.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(desk.signal.listeners()).toBe(1);
    await desk.app.close();
    expect((await text).match(/(?<=event: )\w+/g)).toEqual(['ready', 'queue', 'enquiry']);
    expect((await other.text()).match(/(?<=event: )\w+/g)).toEqual(['ready', 'queue']);
    expect(desk.signal.listeners()).toBe(0);
  });
});
