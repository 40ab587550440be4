/** The desk as pages and plain forms, as a browser without scripts sees them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeskServer, deskServer } from '../fakes/desk-server.ts';

let desk: DeskServer;
let sara: string;

beforeEach(async () => {
  desk = await deskServer();
  sara = await desk.signIn('sara');
});
afterEach(() => desk.app.close());

const get = (url: string, cookie = sara) => desk.app.inject({ method: 'GET', url, headers: { cookie } });
const form = (url: string, fields: Record<string, string> = {}, cookie = sara) =>
  desk.app.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(fields).toString(),
  });

describe('sign-in', () => {
  it('lists people by party and takes the one who is chosen', async () => {
    const page = await desk.app.inject('/desk');
    const chosen = await form('/desk/session', { staffId: 'jonas' }, '');

    expect(page.body).toMatch(/<legend>Jobcenter Ung<\/legend>[\s\S]*Jonas Krag/);
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/desk']);
    expect(chosen.cookies).toMatchObject([{ name: 'indgang-desk', httpOnly: true }]);
  });

  it('asks again when nobody is chosen', async () => {
    const answer = await form('/desk/session', { staffId: 'nobody' }, '');

    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Vælg en medarbejder på listen.');
  });

  it('ends by a form', async () => {
    const answer = await form('/desk/session/end');

    expect(answer.cookies).toMatchObject([{ name: 'indgang-desk', value: '' }]);
  });

  it('comes before every action', async () => {
    desk.staffSide.arrive({ id: 'e1' });

    const answer = await form('/desk/enquiries/e1/claim', {}, '');

    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/desk']);
    expect(desk.staffSide.tried).toEqual([]);
  });
});

describe('the queue page', () => {
  it('says so when nobody waits', async () => {
    const page = await get('/desk');

    expect(page.body).toContain('Ingen venter lige nu.');
    expect(page.body).toContain('<title>Desk</title>');
  });

  it('tells about each who waits, in words', async () => {
    desk.staffSide.arrive({
      id: 'e1',
      intent: 'suicidal_thoughts',
      urgency: 'acute',
      ageBand: '18_24',
      asker: 'parent',
    });
    desk.pass(7);

    const { body } = await get('/desk');

    for (const words of [
      'AKUT',
      'Selvmordstanker',
      '18–24 år · Forælder · dansk',
      '7 min',
      'Ingen har den',
      'Frist overskredet',
    ]) {
      expect(body).toContain(words);
    }
    expect(body).toContain('<title>AKUT (1) Desk</title>');
  });

  it('marks what is offered to us and what somebody was called to', async () => {
    const jonas = await desk.signIn('jonas');
    desk.staffSide.arrive({ id: 'e1' });
    await form('/desk/enquiries/e1/transfer', { party: 'employment', reason: 'Job' });
    desk.staffSide.passDeadline(desk.staffSide.arrive({ id: 'e2', party: 'employment' }));

    const { body } = await get('/desk', jonas);

    for (const words of ['Tilbudt til jer', 'Fra Sara Lund', 'I er kaldt']) expect(body).toContain(words);
  });

  it('has nothing inline that its own policy would stop, and stays out of caches', async () => {
    desk.staffSide.arrive({ id: 'e1' });

    const { body, headers } = await get('/desk?enquiry=e1');

    expect(body).not.toMatch(/<style|style=|\son\w+=|<script(?! type="(application\/json"|module" src))/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('same-origin');
  });
});

describe('the conversation page', () => {
  it('puts the citizen’s own words first and never runs them', async () => {
    desk.staffSide.arrive({ id: 'e1', words: '</script><img src=x onerror=alert(1)> "jeg" & <b>' });

    const { body } = await get('/desk?enquiry=e1');

    expect(body).toMatch(
      /<blockquote[^>]*>&lt;\/script>&lt;img src=x onerror=alert\(1\)> (&quot;|")jeg(&quot;|") &amp; &lt;b>/,
    );
    expect(body).not.toContain('<img');
    expect(body.indexOf('<blockquote')).toBeLessThan(body.indexOf('Hele samtalen'));
  });

  it('shows notes as internal, the timeline and who has read it', async () => {
    desk.staffSide.arrive({ id: 'e1' });
    await form('/desk/enquiries/e1/transfer', { party: 'employment', reason: 'Vil have job.' });

    const { body } = await get('/desk?enquiry=e1');

    for (const words of [
      'Internt – vises ikke for borgeren',
      'Vil have job.',
      'Sara Lund tilbød den til Jobcenter Ung.',
      'Hvem har læst den',
    ]) {
      expect(body).toContain(words);
    }
  });

  it('does not tell whether another party’s enquiry exists', async () => {
    desk.staffSide.arrive({ id: 'e1', party: 'family' });

    const [theirs, nothing] = await Promise.all([get('/desk?enquiry=e1'), get('/desk?enquiry=nope')]);

    expect([theirs.statusCode, nothing.statusCode]).toEqual([404, 404]);
    expect(theirs.body).toBe(nothing.body);
  });
});

describe('actions as forms', () => {
  beforeEach(() => void desk.staffSide.arrive({ id: 'e1' }));

  it('carry an enquiry from claimed to closed', async () => {
    const claimed = await form('/desk/enquiries/e1/claim');
    const replied = await form('/desk/enquiries/e1/reply', { text: 'Hej.\r\nVi ses.', clientId: 'c1' });
    const closed = await form('/desk/enquiries/e1/close', { outcome: 'education', reason: 'FGU' });

    expect([claimed.headers.location, replied.headers.location, closed.headers.location]).toEqual([
      '/desk?enquiry=e1',
      '/desk?enquiry=e1',
      '/desk',
    ]);
    expect(desk.staffSide.tried).toContainEqual({ do: 'reply', text: 'Hej.\nVi ses.', clientId: 'c1' });
  });

  it('count a reply once when the form is sent twice', async () => {
    await form('/desk/enquiries/e1/claim');
    const page = await get('/desk?enquiry=e1');
    const clientId = /name="clientId" value="([^"]+)"/.exec(page.body)?.[1] ?? '';

    await form('/desk/enquiries/e1/reply', { text: 'Hej', clientId });
    await form('/desk/enquiries/e1/reply', { text: 'Hej', clientId });

    const { messages } = (await get('/desk/api/enquiries/e1')).json();
    expect(messages.filter(({ from }: { from: string }) => from === 'staff')).toHaveLength(1);
  });

  it('say at the field what is missing and keep what was typed', async () => {
    const answer = await form('/desk/enquiries/e1/transfer', { party: '', reason: 'Fordi hun vil' });

    expect(answer.statusCode).toBe(400);
    expect(answer.body).toMatch(
      /aria-describedby="transfer-party-error"[\s\S]*id="transfer-party-error">Vælg et sted\./,
    );
    expect(answer.body).toMatch(/<textarea[^>]*id="transfer-reason"[^>]*>Fordi hun vil<\/textarea>/);
    expect(answer.body).toMatch(/<details open[^>]*>|<details[^>]* open/);
    expect(desk.staffSide.tried).toEqual([]);
  });

  it('say in Danish why the state stands in the way', async () => {
    const yusuf = await desk.signIn('yusuf');
    await form('/desk/enquiries/e1/claim', {}, yusuf);

    const answer = await form('/desk/enquiries/e1/transfer', { party: 'employment', reason: 'x' });

    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('En kollega har henvendelsen.');
  });

  it.each(['destroy', 'constructor', '__proto__'])('do not know %s', async (action) => {
    const answer = await form(`/desk/enquiries/e1/${action}`);

    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('text/html');
  });
});
