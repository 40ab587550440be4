/** The draft summary at the desk: who may ask, what is shown, and what is said when there is none. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EnquiryId } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { type DeskServer, deskServer } from '../fakes/desk-server.ts';

const mark = 'Udkast lavet af en maskine. Læs det efter.';
const sentences = ['Den unge er droppet ud.', 'Der ventes på <b>en</b> vejleder.'];

let desk: DeskServer;
let sara: string;
beforeEach(async () => {
  desk = await deskServer();
  sara = await desk.signIn('sara');
  desk.staffSide.arrive({ id: 'e1' });
  desk.staffSide.summary(sentences);
});
afterEach(() => desk.app.close());

const post = (url: string, headers: Record<string, string> = { cookie: sara }) =>
  desk.app.inject({ method: 'POST', url, headers });
const ask = (headers?: Record<string, string>) => post('/desk/api/enquiries/e1/summary', headers);
const page = async (url = '/desk?enquiry=e1') => (await desk.app.inject({ url, headers: { cookie: sara } })).body;

describe('a draft summary over the API', () => {
  it('comes with the mark that belongs beside it', async () => {
    const answer = await ask();

    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ mark, sentences });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is given to nobody who may not read the conversation', async () => {
    const jonas = await desk.signIn('jonas');

    expect((await ask({})).statusCode).toBe(401);
    expect((await ask({ cookie: jonas })).statusCode).toBe(404);
    expect((await ask({ cookie: sara, origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await post('/desk/api/enquiries/none/summary')).statusCode).toBe(404);
  });

  it('is refused with what to do when it is off', async () => {
    desk.staffSide.summary(null);
    const answer = await ask();

    expect(answer.statusCode).toBe(409);
    expect(answer.json().error).toEqual({
      code: 'not-summarisable',
      message: 'Der kan ikke laves udkast her. Læs samtalen selv.',
    });
  });

  it('that did not come says what to do, and the desk works on', async () => {
    desk.staffSide.summary(new UnavailableError('the language model', 'no-draft'));
    const answer = await ask();

    expect(answer.statusCode).toBe(503);
    expect(answer.json().error.message).toBe('Der kom intet udkast. Læs samtalen selv, eller prøv igen om lidt.');
    expect(desk.logged).toEqual([]);
    expect((await desk.app.inject({ url: '/desk/api/enquiries/e1', headers: { cookie: sara } })).statusCode).toBe(200);
  });

  it('is not blamed for a database that is away', async () => {
    desk.staffSide.break(new UnavailableError('the database', 'closed'));

    expect((await ask()).json().error.code).toBe('unavailable');
  });

  it('changes nothing about the enquiry', async () => {
    const read = async () => {
      const { enquiry, messages, notes, timeline } = (
        await desk.app.inject({ url: '/desk/api/enquiries/e1', headers: { cookie: sara } })
      ).json();
      return { enquiry, messages, notes, timeline };
    };
    const before = await read();
    await ask();

    expect(await read()).toEqual(before);
    expect(desk.staffSide.tried).toEqual([]);
  });
});

describe('a draft summary on the page', () => {
  it('is a button only where it may be asked for', async () => {
    expect(await page()).toContain('Lav udkast til resumé');
    desk.staffSide.summary(null);
    expect(await page()).not.toContain('Lav udkast til resumé');
  });

  it('is shown without a script under its mark, as plain text, and is gone at the next look', async () => {
    const answer = await post('/desk/enquiries/e1/summary');

    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(mark);
    expect(answer.body).toContain('Der ventes på &lt;b>en');
    expect(await page()).not.toContain(mark);
  });

  it('that did not come is told of on the page', async () => {
    desk.staffSide.summary(new UnavailableError('the language model', 'no-draft'));
    const answer = await post('/desk/enquiries/e1/summary' as string);

    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('Der kom intet udkast.');
    expect(answer.body).toContain('role="alert"');
  });

  it('sends somebody who is signed out to the sign-in, and shows nobody else’s', async () => {
    expect((await post('/desk/enquiries/e1/summary', {})).headers.location).toBe('/desk');
    expect((await post('/desk/enquiries/e1/summary', { cookie: await desk.signIn('jonas') })).statusCode).toBe(404);
    const unknown = 'e2' as EnquiryId;
    expect((await post(`/desk/enquiries/${unknown}/summary`)).statusCode).toBe(404);
  });
});
