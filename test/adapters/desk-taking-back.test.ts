/** The desk when a citizen takes back or deletes, names several things, or writes in another language. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EnquiryId } from '../../src/domain/words.ts';
import { type DeskServer, deskServer } from '../fakes/desk-server.ts';

let desk: DeskServer;
let sara: string;
let jonas: string;
const e1 = 'e1' as EnquiryId;
const takenBack = 'Borgeren har taget henvendelsen tilbage.';

beforeEach(async () => {
  desk = await deskServer();
  [sara, jonas] = await Promise.all([desk.signIn('sara'), desk.signIn('jonas')]);
});
afterEach(() => desk.app.close());

const get = (url: string, cookie = sara) => desk.app.inject({ method: 'GET', url, headers: { cookie } });
const claim = (cookie = sara) =>
  desk.app.inject({ method: 'POST', url: '/desk/api/enquiries/e1/claim', headers: { cookie } });
const claimForm = () =>
  desk.app.inject({
    method: 'POST',
    url: '/desk/enquiries/e1/claim',
    headers: { cookie: sara, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: '',
  });

describe('an enquiry that the citizen has taken back', () => {
  beforeEach(() => {
    desk.staffSide.arrive({ id: 'e1', words: 'mit navn er kolibri' });
    desk.staffSide.withdraw(e1);
  });

  it('has left the queue', async () => {
    expect((await get('/desk/api/queue')).json()).toEqual({ items: [] });
  });

  it('cannot be claimed, and the refusal says why', async () => {
    const answer = await claim();

    expect(answer.statusCode).toBe(409);
    expect(answer.json().error).toEqual({ code: 'withdrawn', message: expect.stringContaining(takenBack) });
  });

  it('is read no more, and whoever could see it is told why', async () => {
    const [json, page] = await Promise.all([get('/desk/api/enquiries/e1'), get('/desk?enquiry=e1')]);

    expect([json.statusCode, page.statusCode]).toEqual([410, 410]);
    expect(json.json().error).toEqual({ code: 'withdrawn', message: expect.stringContaining(takenBack) });
    expect(page.body).toContain(takenBack);
    expect(json.body + page.body).not.toContain('kolibri');
  });

  it('says so in a form without a script', async () => {
    const answer = await claimForm();

    expect(answer.statusCode).toBe(410);
    expect(answer.body).toContain(takenBack);
  });

  it('is unknown to those who never could see it', async () => {
    const [answer, read] = [await claim(jonas), await get('/desk/api/enquiries/e1', jonas)];

    expect([answer.statusCode, read.statusCode]).toEqual([404, 404]);
    expect(answer.json().error.code).toBe('unknown-enquiry');
    expect(read.json().error.code).toBe('unknown-enquiry');
  });

  it('tells what happened when it comes back', async () => {
    desk.staffSide.queueAgain(e1);

    const { timeline } = (await get('/desk/api/enquiries/e1')).json();

    expect(timeline).toContainEqual(
      expect.objectContaining({
        type: 'HandoffWithdrawn',
        text: 'Borgeren tog den tilbage, før nogen havde taget den.',
      }),
    );
  });
});

describe('what the citizen has deleted', () => {
  beforeEach(() => {
    desk.staffSide.arrive({ id: 'e1', words: 'mit navn er kolibri' });
    desk.staffSide.erase(e1);
    desk.staffSide.queueAgain(e1);
  });

  it('is marked as deleted, keeps its place, and is told in the timeline', async () => {
    const { messages, timeline } = (await get('/desk/api/enquiries/e1')).json();

    expect(messages.map(({ text, erased }: { text: string; erased: boolean }) => [text, erased])).toEqual([
      ['', true],
      [expect.stringContaining('hjælp'), false],
    ]);
    expect(timeline).toContainEqual(
      expect.objectContaining({ type: 'TextsErased', text: 'Borgeren slettede det, der var skrevet.' }),
    );
  });

  it('is said in words on the page, and does not stand as their first words', async () => {
    const { body } = await get('/desk?enquiry=e1');

    expect(body).toContain('Slettet af borgeren');
    expect(body).not.toContain('<blockquote');
    expect(body).not.toContain('kolibri');
  });

  it('gives way to what they write afterwards', async () => {
    desk.staffSide.write(e1, 'jeg prøver igen');

    const { body } = await get('/desk?enquiry=e1');

    expect(body).toMatch(/<blockquote[^>]*>jeg prøver igen</);
  });
});

describe('the card', () => {
  it('names what else it is about, and nothing when there is nothing else', async () => {
    desk.staffSide.arrive({ id: 'e1', also: ['human_please', 'suicidal_thoughts', 'no_such_intent'] });

    const { rows } = (await get('/desk/api/board')).json();
    const { body } = await get('/desk?enquiry=e1');

    expect(rows).toMatchObject([{ others: ['Vil tale med et menneske', 'Selvmordstanker'] }]);
    expect(body.match(/Også: Vil tale med et menneske; Selvmordstanker/g)).toHaveLength(2);
    desk.staffSide.arrive({ id: 'e2' });
    expect((await get('/desk?enquiry=e2')).body.match(/Også:/g)).toHaveLength(1);
  });

  it.each([
    ['ar', 'arabisk'],
    ['uk', 'ukrainsk'],
    ['tr', 'tyrkisk'],
    ['pl', 'polsk'],
    ['de', 'tysk'],
    ['so', 'somali'],
    ['fa', 'farsi'],
  ] as const)('says which language they write in: %s is %s', async (speaks, word) => {
    desk.staffSide.arrive({ id: 'e1', speaks });

    const { rows } = (await get('/desk/api/board')).json();
    const { body } = await get('/desk?enquiry=e1');

    expect(rows).toMatchObject([{ speaks }]);
    expect(body.match(new RegExp(`Skriver ${word}`, 'g'))).toHaveLength(2);
  });
});
