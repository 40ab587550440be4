/** A youth takes back what was handed over, and deletes what they wrote: the whole way, on both databases. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indgang } from './indgang.ts';
import { startIndgang } from './indgang.ts';
import type { Citizen } from './people.ts';
import { citizen, colleague } from './people.ts';

const secret = 'jeg er droppet ud af gymnasiet, og mit kaldenavn er kolibri';
const wish = 'jeg vil gerne have slettet det jeg har skrevet';
const { TEST_POSTGRES_URL } = process.env;

/** A schema of its own on the test server. */
async function inSchema(url: string, statement: (schema: string) => string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement(schema));
  await client.end();
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
      await inSchema(server, (it) => `create schema ${it}`, schema);
      const url = new URL(server);
      url.searchParams.set('options', `-c search_path=${schema}`);
      indgang = await startIndgang({ DATABASE_URL: url.href });
    });
    afterAll(async () => {
      await indgang.close();
      if (server) await inSchema(server, (it) => `drop schema ${it} cascade`, schema);
    });

    const lastSaid = async (youth: Citizen) => (await youth.said()).at(-1);
    const inQueue = async (party: string, id: string) =>
      (await (await colleague(indgang.app, party)).queue()).some((one) => one.id === id);

    it('what is taken back leaves the queue, and is refused with the reason to those who saw it alone', async () => {
      const youth = await citizen(indgang.app);
      const guide = await colleague(indgang.app, 'guidance');
      const benefits = await colleague(indgang.app, 'benefits');
      await youth.say(secret);
      expect(await inQueue('guidance', youth.conversation)).toBe(true);

      await youth.say('glem det');
      expect(await lastSaid(youth)).toBe('ask_withdraw');
      await youth.say('ja');

      expect(await lastSaid(youth)).toBe('withdrawn');
      expect(await inQueue('guidance', youth.conversation)).toBe(false);
      expect(await guide.act(youth.conversation, 'claim')).toEqual({ status: 409, code: 'withdrawn' });
      const read = await guide.read(youth.conversation);
      expect(read).toMatchObject({ status: 410, body: { error: { code: 'withdrawn' } } });
      expect(JSON.stringify(read)).not.toContain('kolibri');
      expect(await benefits.act(youth.conversation, 'claim')).toEqual({ status: 404, code: 'unknown-enquiry' });
      expect((await benefits.read(youth.conversation)).status).toBe(404);
    });

    it('what is deleted is gone for everybody, counts once when it comes again, and gives room for more', async () => {
      const youth = await citizen(indgang.app);
      const first = await youth.say(secret, 'first');
      await youth.say(wish);
      expect(await lastSaid(youth)).toBe('ask_erase');
      const yes = await youth.say('ja', 'yes');
      expect(await lastSaid(youth)).toBe('erased');

      const [yesAgain, firstAgain] = [await youth.say('ja', 'yes'), await youth.say(secret, 'first')];

      expect([yesAgain.body, firstAgain.body]).toEqual([yes.body, first.body]);
      const log = await youth.log();
      const own = log.filter(({ from }) => from.role === 'user');
      expect(own.map(({ text }) => text)).toEqual(['', '', '']);
      expect(own[0]?.channelData).toEqual({ clientActivityID: 'first', indgang: { erased: true } });
      expect(log.map(({ id }) => Number(id.split('|')[1]))).toEqual(log.map((_, index) => index + 1));
      expect(JSON.stringify(log)).not.toContain('kolibri');

      await youth.say('jeg er droppet ud af gymnasiet og ved ikk hva jeg skal');
      const guide = await colleague(indgang.app, 'guidance');
      const { body } = await guide.read(youth.conversation);
      const { messages, timeline } = body as {
        messages: { from: string; text: string; erased: boolean }[];
        timeline: { type: string }[];
      };
      expect(messages.filter(({ from }) => from === 'visitor').map(({ text, erased }) => [text, erased])).toEqual([
        ['', true],
        ['', true],
        ['', true],
        ['jeg er droppet ud af gymnasiet og ved ikk hva jeg skal', false],
      ]);
      expect(timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['HandoffWithdrawn', 'TextsErased']));
      expect(indgang.logged.join('\n')).not.toContain('kolibri');
    });
  });
}
