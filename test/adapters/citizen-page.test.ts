/** The citizen's pages over HTTP alone: what they say, what they set, what they refuse, and how big they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientAssets } from '../../adapters/client-assets.ts';
import { loadIntents } from '../../intents/load.ts';
import { type CitizenServer, citizenServer } from '../fakes/citizen-server.ts';

const kib = 1024;
let server: CitizenServer;

beforeEach(async () => {
  server = await citizenServer();
});
afterEach(() => server.stop());

const get = (url: string, headers: Record<string, string> = {}) => server.app().inject({ url, headers });
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  server.app().inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
const begin = (body: object, headers: Record<string, string> = {}) =>
  server.app().inject({ method: 'POST', url: '/samtale', headers, payload: body });

type Answer = Awaited<ReturnType<typeof get>>;
const cookie = (answer: Answer) => answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
const field = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const form = (page: string) => ({ id: field(page, 'id'), begin: field(page, 'begin') });

describe('the first look', () => {
  it('is a whole page without a script: who answers, who can see it, what to do in danger, where to begin', async () => {
    const page = await get('/');

    expect(page.statusCode).toBe(200);
    for (const text of [
      'Ungeindgangen',
      'Først svarer en robot',
      'kan læse det, du skriver',
      'tel:112',
      'Skole og uddannelse',
      'tel:70201201',
    ]) {
      expect(page.body).toContain(text);
    }
    expect(page.body).toMatch(/<html lang="da" dir="ltr">/);
    expect(page.body).not.toMatch(/<style|style=|<script(?! type="(?:module|application\/json)")| on[a-z]+=/);
    expect(page.body.indexOf('Luk hurtigt')).toBeLessThan(page.body.indexOf('Hvem kan se?'));
  });

  it('stores nothing, and is kept nowhere', async () => {
    const page = await get('/');

    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['referrer-policy']).toBe('same-origin');
    expect(page.cookies).toEqual([]);
    expect(server.visitors.opened).toEqual([]);
  });

  it('shows 112 first and once among the help lines, then those who always answer', async () => {
    const { body } = await get('/');
    const numbers = [
      ...body.slice(body.indexOf('I fare lige nu'), body.indexOf('</main>')).matchAll(/href="tel:(\d+)"/g),
    ].map(([, number]) => number);

    expect(numbers).toEqual(['112', '116111', '70201201', '112']);
    expect(body).toContain('data-checked="2026-11-01"');
  });

  it('leads from every help line of the municipality that is shipped to a phone or out of our site', async () => {
    const { kommune } = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
    await using real = await citizenServer({ needs: { kommune } });
    const { body } = await real.app().inject({ url: '/' });
    const links = [...body.matchAll(/<li class="line".*?<a class="button" href="([^"]*)"/gs)].map(([, href]) => href);

    expect(links).toHaveLength(kommune.helpLines.length - 1);
    for (const href of links) expect(href).toMatch(/^(tel:\d+|https:\/\/[a-z.-]+\.dk)$/);
  });

  it('shows at most five topics', async () => {
    expect((await get('/')).body.match(/class="choice"/g)).toHaveLength(5);
  });

  it('holds its budget: HTML 10 KB, script 30 KB, style 8 KB, packed', async () => {
    const { folder, files } = clientAssets();
    const { scripts, imports, styles } = files('webchat/client/main.ts');
    const packed = (paths: readonly string[]) =>
      paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, '..', path)), { level: 9 }).length, 0);

    expect(gzipSync((await get('/')).body).length).toBeLessThan(10 * kib);
    expect(packed([...scripts, ...imports])).toBeLessThan(30 * kib);
    expect(packed(styles)).toBeLessThan(8 * kib);
  });

  it('names files that never change and are sent packed', async () => {
    const { folder } = clientAssets();
    const script = readdirSync(folder).find((name) => name.endsWith('.js')) ?? '';
    const answer = await get(`/assets/${script}`, { 'accept-encoding': 'gzip' });

    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect((await get('/assets/unknown.js')).statusCode).toBe(404);
  });

  it('says how to build what has not been built', () => {
    expect(() => clientAssets(join(tmpdir(), 'nothing-here'))).toThrow('npm run build');
  });
});

describe('writing by form', () => {
  it('begins one conversation and stores one message, however often the form is sent', async () => {
    const fields = { ...form((await get('/')).body), text: 'hej' };
    const answers = await Promise.all([post('/', fields), post('/', fields)]);
    answers.push(await post('/', fields, { cookie: cookie(answers[0]) }));

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
    expect(answers[0].headers.location).toMatch(/^\/\?nyt=\w+#slut$/);
    expect(server.visitors.opened).toHaveLength(1);
    expect(server.visitors.received.map(({ text }) => text)).toEqual(['hej']);
  });

  it('keeps the text of a message that another was stored under', async () => {
    const fields = form((await get('/')).body);
    const first = await post('/', { ...fields, text: 'hej' });
    const changed = await post('/', { ...fields, text: 'hej igen' }, { cookie: cookie(first) });

    expect(changed.statusCode).toBe(409);
    expect(changed.body).toContain('>hej igen</textarea>');
    expect(field(changed.body, 'id')).not.toBe(fields.id);
  });

  it('shows text and never runs it', async () => {
    const text = '<script>alert(1)</script></textarea>"\'&';
    const first = await post('/', { ...form((await get('/')).body), text });
    const page = await get('/', { cookie: cookie(first) });

    expect(page.body).not.toContain('<script>alert');
    expect(page.body).toContain('&lt;script>alert(1)&lt;/script>');
  });

  it('keeps the text when too many begin at once, and says when to try again', async () => {
    await server.stop();
    server = await citizenServer({ limits: { conversationsPerMinute: 1 } });
    await post('/', { ...form((await get('/')).body), text: 'den ene' });
    const second = await post('/', { ...form((await get('/')).body), text: 'den anden' });

    expect(second.statusCode).toBe(429);
    expect(second.body).toContain('Vent et minut');
    expect(second.body).toContain('>den anden</textarea>');
  });

  it.each([
    { origin: 'https://other.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses what another site sends: %o', async (headers) => {
    const fields = { ...form((await get('/')).body), text: 'hej' };

    expect((await post('/', fields, headers)).statusCode).toBe(403);
    expect((await begin({ asker: 'youth' }, headers)).statusCode).toBe(403);
    expect(server.visitors.opened).toEqual([]);
  });

  it('sends a broken form back to the start', async () => {
    expect((await post('/', { text: 'hej' })).headers.location).toBe('/');
    expect((await post('/', { id: 'x'.repeat(300_000) })).statusCode).toBe(413);
  });
});

describe('the session', () => {
  it('is a cookie that scripts cannot read; over https it belongs to this host alone', async () => {
    const [plain] = (await begin({ asker: 'youth' })).cookies;
    expect(plain).toMatchObject({ name: 'indgang', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(plain).not.toHaveProperty('maxAge');

    await server.stop();
    server = await citizenServer({ needs: { publicUrl: 'https://unge.example.dk' } });
    const answer = await begin({ asker: 'parent' }, { origin: 'https://unge.example.dk' });
    expect(answer.cookies[0]).toMatchObject({
      name: '__Host-indgang-foraelder',
      httpOnly: true,
      secure: true,
      path: '/',
    });
    expect(answer.json().streamUrl).toMatch(/^wss:\/\/unge\.example\.dk\/v3\/directline\/conversations\//);
  });

  it('gives the same conversation each time, from where the page is', async () => {
    const first = await begin({ asker: 'youth' });
    const again = await begin({ asker: 'youth', after: 1 }, { cookie: cookie(first) });

    expect(again.json()).toMatchObject({ conversationId: first.json().conversationId, watermark: '1' });
    expect(server.visitors.opened).toHaveLength(1);
  });

  it("keeps the youth's chat from the parent's door, and the other way round", async () => {
    const youth = await post('/', { ...form((await get('/')).body), text: 'en hemmelighed' });
    const token = youth.cookies[0]?.value ?? '';
    const parent = await get('/foraelder', { cookie: `indgang=${token}; indgang-foraelder=${token}` });

    expect(parent.body).not.toContain('en hemmelighed');
    const begun = await begin({ asker: 'parent', begin: token }, { cookie: `indgang-foraelder=${token}` });
    expect(begun.json().conversationId).not.toBe(server.visitors.opened[0]?.enquiry);
    expect(server.visitors.opened.map(({ asker }) => asker)).toEqual(['youth', 'parent']);
  });

  it('does not open the wire, nor the wire a session', async () => {
    const answer = await begin({ asker: 'youth' });
    const { conversationId, token } = answer.json();
    const wire = await get(`/v3/directline/conversations/${conversationId}/activities`, {
      authorization: `Bearer ${answer.cookies[0]?.value}`,
    });
    const page = await get('/', { cookie: `indgang=${token}` });

    expect(wire.statusCode).toBe(403);
    expect(page.cookies).toEqual([]);
  });

  it('ends at /luk, which leads away and forgets', async () => {
    const session = cookie(await begin({ asker: 'youth' }));
    const exit = await get('/luk', { cookie: session, 'sec-fetch-site': 'same-origin' });

    expect(exit.statusCode).toBe(303);
    expect(exit.headers.location).toBe('/vejr');
    expect(exit.headers['clear-site-data']).toBe('"cookies", "storage"');
    expect(exit.cookies.map(({ name, value }) => [name, value])).toEqual([
      ['indgang', ''],
      ['indgang-foraelder', ''],
    ]);
    expect((await get('/luk', { cookie: session, 'sec-fetch-site': 'cross-site' })).cookies).toEqual([]);
  });
});

describe('when the store is away', () => {
  it('says so, with the emergency number, and shows no greeting as if nothing had been said', async () => {
    const session = cookie(await begin({ asker: 'youth' }));
    server.visitors.failNext(1);
    const page = await get('/', { cookie: session });

    expect(page.statusCode).toBe(503);
    expect(page.body).toContain('Vi kan ikke vise din samtale lige nu');
    expect(page.body).toContain('tel:112');
  });
});
