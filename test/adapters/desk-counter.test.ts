/** Phone and counter, helpers, and one's own answers put right: over the API and as plain forms. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../src/domain/code.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
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
const post = (url: string, payload: object, cookie = sara, headers: Record<string, string> = {}) =>
  desk.app.inject({ method: 'POST', url, headers: { cookie, ...headers }, payload });
const act = (id: string, action: string, payload: object = {}, cookie = sara) =>
  post(`/desk/api/enquiries/${id}/${action}`, payload, cookie);
const form = (url: string, fields: Record<string, string>, cookie = sara) =>
  desk.app.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(fields).toString(),
  });

const call = { channel: 'phone', intent: 'dropped_out', text: 'Han er stoppet på gymnasiet. Ring 12 34 56 78.' };

describe('somebody who calls', () => {
  it('waits with the party at once, and whoever took it in gets the code to read out', async () => {
    const answer = await post('/desk/api/enquiries', call, mette);

    expect(answer.statusCode).toBe(200);
    const { enquiry } = answer.json();
    expect(enquiry).toMatchObject({ state: 'waiting', party: 'guidance', channel: 'phone', asker: 'youth' });
    expect(enquiry.code).toBe(codeOf(enquiry.id as EnquiryId));
    expect((await get('/desk/api/queue')).json().items).toMatchObject([
      { id: enquiry.id, deadline: expect.any(String) },
    ]);
    expect((await get(`/desk/api/enquiries/${enquiry.id}`, mette)).statusCode).toBe(404);
    const { messages, timeline } = (await get(`/desk/api/enquiries/${enquiry.id}`)).json();
    expect(messages).toMatchObject([{ seq: 1, from: 'visitor', text: call.text }]);
    expect(timeline.map(({ text }: { text: string }) => text)).toContain('Mette Holm skrev den ned for borgeren.');
  });

  it('is one enquiry however often it is sent, and another one under the same id is refused', async () => {
    const key = { 'idempotency-key': 'call-1' };
    const first = await post('/desk/api/enquiries', call, mette, key);
    const again = await post('/desk/api/enquiries', call, mette, key);
    const other = await post('/desk/api/enquiries', { ...call, text: 'Noget helt andet' }, mette, key);

    expect(again.json()).toEqual(first.json());
    expect([other.statusCode, other.json().error.code]).toEqual([409, 'other-body']);
    expect((await get('/desk/api/queue')).json().items).toHaveLength(1);
  });

  it('is kept by the one who took it in when they say so', async () => {
    const answer = await post('/desk/api/enquiries', { ...call, keep: true }, mette);

    expect(answer.json().enquiry).toMatchObject({ state: 'claimed', mine: true, party: 'front_desk', holder: 'mette' });
  });

  it('cannot be written to: having spoken with them is what ends the wait', async () => {
    const { id } = (await post('/desk/api/enquiries', { ...call, keep: true }, mette)).json().enquiry;
    expect((await get(`/desk/api/enquiries/${id}`, mette)).json().actions).toEqual([
      'spoke',
      'invite_helper',
      'transfer',
      'return',
      'close',
    ]);

    const reply = await act(id, 'reply', { text: 'Hej' }, mette);
    const spoke = await act(id, 'spoke', {}, mette);

    expect([reply.statusCode, reply.json().error]).toEqual([
      409,
      { code: 'no-channel', message: expect.stringContaining('Ring dem op') },
    ]);
    expect(spoke.json().enquiry).toMatchObject({ waitingSince: null, deadline: null });
  });

  it.each([
    [{ ...call, intent: '' }, 'intent'],
    [{ channel: 'phone', text: 'Hej' }, 'intent'],
    [{ ...call, text: '  ' }, 'text'],
    [{ ...call, channel: 'webchat' }, 'channel'],
    [{ ...call, ageBand: 'old' }, 'ageBand'],
    [{ ...call, boss: true }, 'boss'],
  ])('is refused as %j with the field that is wrong', async (body, field) => {
    const answer = await post('/desk/api/enquiries', body, mette);

    expect(answer.statusCode).toBe(400);
    expect(Object.keys(answer.json().error.fields)).toEqual([field]);
  });

  it('is refused when the topic does not exist, and needs sign-in', async () => {
    const answer = await post('/desk/api/enquiries', { ...call, intent: 'made_up' }, mette);

    expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'unknown-intent']);
    expect((await post('/desk/api/enquiries', call, '')).statusCode).toBe(401);
  });
});

describe('the code', () => {
  it('finds it again, closed too, for those who may see it alone', async () => {
    const id = desk.staffSide.arrive({ id: 'e1' });
    await act(id, 'claim');
    await act(id, 'close', { outcome: 'helped', reason: 'Færdig' });
    const typed = codeOf(id).toLowerCase().replace(/(...)/, '$1%20');

    const ours = await get(`/desk/api/enquiries?code=${typed}`);
    const theirs = await get(`/desk/api/enquiries?code=${typed}`, jonas);

    expect(ours.json().items).toMatchObject([{ id, state: 'closed', code: codeOf(id) }]);
    expect(theirs.json()).toEqual({ items: [] });
    expect((await get('/desk/api/enquiries?code=nope')).json()).toEqual({ items: [] });
    expect((await get('/desk/api/enquiries')).statusCode).toBe(400);
  });

  it('searched for on the page opens the one that has it; otherwise the page says that none has', async () => {
    const id = desk.staffSide.arrive({ id: 'e1' });

    const found = await get(`/desk?code=${codeOf(id)}`);
    const none = await get(`/desk?code=${codeOf(id)}`, jonas);

    expect([found.statusCode, found.headers.location]).toEqual([303, '/desk?enquiry=e1']);
    expect(none.body).toContain('Ingen henvendelse hos jer har den kode.');
    expect((await get('/desk?code=%20')).statusCode).toBe(200);
    expect((await get('/desk?enquiry=e1')).body).toContain(`${codeOf(id).slice(0, 3)} ${codeOf(id).slice(3)}`);
  });
});

describe('the form for phone and counter', () => {
  it('asks for a topic and the words, and has every topic under its group', async () => {
    const { body } = await get('/desk?new=counter', mette);

    expect(body).toContain('Ny henvendelse i skranken');
    expect(body).toMatch(/<optgroup label="Skole og uddannelse">[\s\S]*Droppet ud af skole/);
    expect(body).not.toContain('Vil tale med et menneske</option>');
  });

  it('keeps what was typed and says what is missing', async () => {
    const { statusCode, body } = await form(
      '/desk/enquiries',
      { channel: 'counter', intent: '', text: 'Hun mangler <penge>', asker: 'parent', ageBand: '', urgency: '' },
      mette,
    );

    expect(statusCode).toBe(400);
    expect(body).toContain('Vælg et emne.');
    expect(body).toContain('Hun mangler &lt;penge>');
    expect(body).toMatch(/<option[^>]*(selected[^>]*value="parent"|value="parent"[^>]*selected)/);
    expect(body).toContain('Ny henvendelse i skranken');
  });

  it('stores it and shows the code, and the way to it when it is ours', async () => {
    const fields = { channel: 'phone', intent: 'unknown', text: 'Har brug for hjælp', clientId: 'f1' };
    const stored = await form('/desk/enquiries', fields, mette);
    const again = await form('/desk/enquiries', fields, mette);
    const address = String(stored.headers.location);

    const { body } = await get(address, mette);
    const elsewhere = await get(address, jonas);

    expect([stored.statusCode, again.headers.location]).toEqual([303, address]);
    const code = codeOf(address.replace('/desk?taken=', '') as EnquiryId);
    expect(body).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(body).toContain('Åbn henvendelsen');
    expect(elsewhere.body).not.toContain('Åbn henvendelsen');
  });

  it('is a new one, with the words kept, when it was used for another', async () => {
    const fields = { channel: 'phone', intent: 'unknown', text: 'Den første', clientId: 'f1' };
    await form('/desk/enquiries', fields, mette);

    const { statusCode, body } = await form('/desk/enquiries', { ...fields, text: 'Den anden' }, mette);

    expect(statusCode).toBe(409);
    expect(body).toContain('Den anden');
    expect(body).not.toContain('value="f1"');
  });

  it('comes after sign-in', async () => {
    const answer = await form('/desk/enquiries', { ...call }, '');

    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/desk']);
    expect((await get('/desk/api/queue')).json().items).toEqual([]);
  });
});

describe('helpers', () => {
  beforeEach(async () => {
    desk.staffSide.arrive({ id: 'e1' });
    await act('e1', 'claim');
  });

  it('see it in their queue and answer, until they leave', async () => {
    expect((await act('e1', 'invite_helper', { staff: 'jonas' })).statusCode).toBe(200);

    expect((await get('/desk/api/queue', jonas)).json().items).toMatchObject([{ id: 'e1', holder: 'sara' }]);
    const { actions, colleagues } = (await get('/desk/api/enquiries/e1', jonas)).json();
    expect({ actions, colleagues }).toEqual({ actions: ['reply', 'remove_helper'], colleagues: [] });
    expect((await act('e1', 'reply', { text: 'Hej, jeg er Jonas' }, jonas)).statusCode).toBe(200);
    expect((await act('e1', 'close', { outcome: 'helped', reason: 'x' }, jonas)).json().error.code).toBe(
      'claimed-by-other',
    );

    const left = await form('/desk/enquiries/e1/remove_helper', { staff: 'jonas' }, jonas);

    expect([left.statusCode, left.headers.location]).toEqual([303, '/desk']);
    expect((await get('/desk/api/enquiries/e1', jonas)).statusCode).toBe(404);
  });

  it('are chosen among everybody else by the one who has it', async () => {
    await act('e1', 'invite_helper', { staff: 'jonas' });

    const { helpers, colleagues } = (await get('/desk/api/enquiries/e1')).json();
    const missing = await act('e1', 'invite_helper', { staff: '' });
    const unknown = await act('e1', 'invite_helper', { staff: 'ghost' });

    expect(helpers).toEqual([{ id: 'jonas', name: 'Jonas Krag', party: 'Jobcenter Ung' }]);
    expect(colleagues.map(({ id }: { id: string }) => id).toSorted()).toEqual(['ali', 'else', 'mette', 'yusuf']);
    expect(missing.json().error.fields).toEqual({ staff: 'Vælg en kollega.' });
    expect(unknown.json().error.code).toBe('unknown-staff');
    const { body } = await get('/desk?enquiry=e1');
    for (const words of ['Hjælper med', 'Fjern hjælper: Jonas Krag', 'Bed om hjælp']) expect(body).toContain(words);
  });
});

describe("one's own answer", () => {
  beforeEach(async () => {
    desk.staffSide.arrive({ id: 'e1' });
    await act('e1', 'claim');
    await act('e1', 'reply', { text: 'Vi ses kl. 10' });
  });

  it('is put right by a new message, once however often it is sent', async () => {
    const body = { seq: 4, text: 'Vi ses kl. 11', clientId: 'k1' };
    await act('e1', 'correct', body);
    await act('e1', 'correct', body);

    const { messages } = (await get('/desk/api/enquiries/e1')).json();

    expect(messages.slice(2).map(({ text }: { text: string }) => text)).toEqual([
      'Vi ses kl. 10',
      'Rettet: Vi ses kl. 11',
    ]);
    expect(messages.map(({ may }: { may: string[] }) => may.join())).toEqual([
      '',
      '',
      'correct,remove',
      'correct,remove',
    ]);
  });

  it('is taken back, and its words stand as an internal note', async () => {
    await act('e1', 'remove', { seq: 4 });

    const { messages, notes, timeline } = (await get('/desk/api/enquiries/e1')).json();

    expect(messages[2]).toMatchObject({ text: '', removed: true, may: [], name: 'Sara Lund' });
    expect(notes).toMatchObject([{ by: 'Sara Lund', text: 'Vi ses kl. 10' }]);
    expect(timeline.at(-1).text).toBe('Sara Lund fjernede et svar. Ordene står under Internt.');
    expect((await get('/desk?enquiry=e1')).body).toContain('Fjernet af den, der skrev det');
  });

  it("is nobody else's to touch", async () => {
    await act('e1', 'invite_helper', { staff: 'jonas' });

    const corrected = await act('e1', 'correct', { seq: 4, text: 'Nej' }, jonas);
    const removed = await act('e1', 'remove', { seq: 1 });

    expect(corrected.json().error.code).toBe('not-your-answer');
    expect(removed.json().error.code).toBe('not-your-answer');
    const { messages } = (await get('/desk/api/enquiries/e1', jonas)).json();
    expect(messages.flatMap(({ may }: { may: string[] }) => may)).toEqual([]);
  });

  it('is put right by a plain form, which keeps the words when it fails', async () => {
    const empty = await form('/desk/enquiries/e1/correct', { seq: '4', text: ' ' });
    const done = await form('/desk/enquiries/e1/correct', { seq: '4', text: 'Vi ses kl. 12' });

    expect(empty.statusCode).toBe(400);
    expect(empty.body).toMatch(/<details class="amend" open[^>]*>[\s\S]*Skriv rettelsen\./);
    expect([done.statusCode, done.headers.location]).toEqual([303, '/desk?enquiry=e1']);
  });
});
