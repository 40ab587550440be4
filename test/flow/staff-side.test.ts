/** Staff on phone and counter, helpers, and answers put right or taken back: the whole way, on both databases. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kommuneCalendar } from '../../src/calendar.ts';
import { checkJournal, checkState } from '../../src/domain/invariants.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { Indgang } from './indgang.ts';
import { soon, startIndgang } from './indgang.ts';
import { citizen, colleague } from './people.ts';

const { TEST_POSTGRES_URL } = process.env;
const dropOut = 'jeg er droppet ud af gymnasiet og ved ikk hva jeg skal';

async function inSchema(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

interface Taken {
  readonly id: EnquiryId;
  readonly code: string;
  readonly party: string;
  readonly urgency: string;
  readonly state: string;
}

/** Somebody at a desk, with what `colleague` has not. */
async function atDesk(app: FastifyInstance, party: string) {
  const list = (await app.inject('/desk/api/staff')).json() as { id: string; party: string }[];
  const me = list.find((one) => one.party === party)?.id ?? '';
  const session = await app.inject({ method: 'POST', url: '/desk/api/session', payload: { staffId: me } });
  const headers = { cookie: String(session.headers['set-cookie']).split(';')[0] ?? '' };
  return {
    me,
    takeIn: async (told: object) => {
      const answer = await app.inject({ method: 'POST', url: '/desk/api/enquiries', headers, payload: told });
      return { status: answer.statusCode, enquiry: answer.json().enquiry as Taken };
    },
    find: async (code: string) => {
      const answer = await app.inject({ method: 'GET', url: `/desk/api/enquiries?code=${code}`, headers });
      return (answer.json().items as Taken[]).map(({ id }) => id);
    },
  };
}

for (const [name, server] of Object.entries({ PGlite: null, Postgres: TEST_POSTGRES_URL ?? '' })) {
  describe.skipIf(server === '')(`on ${name}`, () => {
    const schema = `test_${randomUUID().replaceAll('-', '')}`;
    let indgang: Indgang;
    beforeAll(async () => {
      if (!server) {
        indgang = await startIndgang();
        return;
      }
      await inSchema(server, `create schema ${schema}`);
      const url = new URL(server);
      url.searchParams.set('options', `-c search_path=${schema}`);
      indgang = await startIndgang({ DATABASE_URL: url.href });
    });
    afterAll(async () => {
      await indgang.close();
      if (server) await inSchema(server, `drop schema ${schema} cascade`);
    });

    const expectSound = async (id: EnquiryId) => {
      const { kommune } = indgang;
      const { enquiry } = await indgang.store.read(id);
      const journal = await indgang.store.journal(id);
      if (enquiry === null) throw new Error('it is not stored');
      const { openIntervals } = kommuneCalendar(kommune);
      const rules = { kommune, intents: new Map(), topics: [], openIntervals };
      expect(checkState(enquiry, rules, indgang.clock.now())).toEqual([]);
      expect(
        checkJournal(
          id,
          journal.map(({ event }) => event),
        ),
      ).toEqual([]);
      return enquiry;
    };

    it('a call is one enquiry however often it is sent, masked, and found by its code by those who may see it', async () => {
      const front = await atDesk(indgang.app, 'front_desk');
      const guide = await atDesk(indgang.app, 'guidance');
      const told = {
        channel: 'phone',
        asker: 'parent',
        intent: 'dropped_out',
        ageBand: '15_17',
        text: 'Min søn 010203-1234 er stoppet på gymnasiet. Hans kaldenavn er kolibri.',
        clientId: 'call-1',
      };

      const [first, again] = await Promise.all([front.takeIn(told), front.takeIn(told)]);
      const other = await front.takeIn({ ...told, text: 'Noget andet' });

      expect(again.enquiry.id).toBe(first.enquiry.id);
      expect(other.status).toBe(409);
      const { id, code } = first.enquiry;
      expect(await expectSound(id)).toMatchObject({ status: 'waiting', party: 'guidance', lastSeq: 1 });
      expect([await guide.find(code.toLowerCase()), await front.find(code)]).toEqual([[id], []]);
      expect(await indgang.store.readLog(id)).toEqual([]);
      const [message] = await indgang.store.messages(id, 0, 10);
      expect(message?.text).toContain('kolibri');
      expect(message?.text).not.toContain('1234');
      expect(indgang.logged.join('\n')).not.toMatch(/kolibri|010203/);
    });

    it('danger that somebody comes in and tells of calls a person at once, whatever topic was chosen', async () => {
      const front = await atDesk(indgang.app, 'front_desk');

      const { enquiry } = await front.takeIn({
        channel: 'counter',
        intent: 'dropped_out',
        urgency: 'normal',
        text: 'jeg vil ikke leve mere, jeg tager mit eget liv i aften',
        keep: true,
      });

      expect(enquiry).toMatchObject({ urgency: 'acute', state: 'claimed' });
      const { risk } = await expectSound(enquiry.id);
      expect(risk).toBe('acute');
      const types = (await indgang.store.journal(enquiry.id)).map(({ event }) => event.type);
      expect(types).toEqual(expect.arrayContaining(['EnquiryTakenIn', 'RiskFound', 'HandoffClaimed']));
    });

    it('nobody who has called is forgotten: the deadline passes, and the party is called', async () => {
      const front = await atDesk(indgang.app, 'front_desk');
      const { enquiry } = await front.takeIn({
        channel: 'phone',
        intent: 'unknown',
        urgency: 'acute',
        text: 'Hjælp os',
      });

      indgang.clock.pass(30 * 60_000);

      await soon(async () => {
        const { enquiry: late } = await indgang.store.read(enquiry.id);
        expect(late?.step).toBeGreaterThan(0);
      });
      await expectSound(enquiry.id);
    });

    it('a helper answers, a wrong answer is put right once, and one is taken back from everybody but the note', async () => {
      const youth = await citizen(indgang.app);
      const guide = await colleague(indgang.app, 'guidance');
      const { me: helper } = await atDesk(indgang.app, 'employment');
      const jobs = await colleague(indgang.app, 'employment');
      await youth.say(dropOut);
      const id = youth.conversation as EnquiryId;
      await guide.act(id, 'claim');
      expect(await jobs.act(id, 'reply', { text: 'Hej' })).toMatchObject({ status: 404 });

      await guide.act(id, 'invite_helper', { staff: helper });
      expect((await jobs.queue()).map((one) => one.id)).toContain(id);
      expect((await jobs.act(id, 'reply', { text: 'Hej, vi ses mandag', clientId: 'slack:C0HIDDEN:1.1' })).status).toBe(
        200,
      );
      const answer = (await indgang.store.messages(id, 0, 100)).at(-1);
      expect(answer?.clientId).toBe('slack:C0HIDDEN:1.1');
      const seq = answer?.seq ?? 0;
      const correction = { seq, text: 'Vi ses tirsdag', clientId: 'slack:C0HIDDEN:1.1:edit' };
      await jobs.act(id, 'correct', correction);
      await jobs.act(id, 'correct', correction);
      expect(await guide.act(id, 'remove', { seq })).toMatchObject({ code: 'not-your-answer' });

      expect([await jobs.act(id, 'remove', { seq }), await jobs.act(id, 'remove', { seq })]).toMatchObject([
        { status: 200 },
        { status: 200 },
      ]);

      const log = await youth.log();
      const said = log.filter(({ from }) => from.name?.includes(',')).map(({ text }) => text);
      expect(said).toEqual(['Beskeden er fjernet.', 'Rettet: Vi ses tirsdag']);
      expect(JSON.stringify(log)).not.toMatch(/mandag|C0HIDDEN/);
      expect(await youth.said()).toEqual(expect.arrayContaining(['helper_invited', 'answer_removed']));
      expect((await youth.said()).filter((kind) => kind === 'answer_removed')).toHaveLength(1);
      const notes = await indgang.store.notes(id);
      expect(notes.map(({ text, by }) => [text, by])).toEqual([['Hej, vi ses mandag', helper]]);
      await expectSound(id);

      await guide.act(id, 'close', { outcome: 'helped', reason: 'Færdig' });
      expect(await jobs.read(id)).toMatchObject({ status: 404 });
    });
  });
}
