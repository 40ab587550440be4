/** A complex case, the whole way: opened for an enquiry in hand, a team by consent, danger, its end and its reopening. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseEffectsOf } from '../../src/domain/case-effect.ts';
import { bornCase } from '../../src/domain/case-evolve.ts';
import type { CaseFile, CaseFileId, ConsentId } from '../../src/domain/case-file.ts';
import { checkCase, checkCaseFold, checkCaseJournal } from '../../src/domain/case-invariants.ts';
import { checkFold, checkJournal } from '../../src/domain/invariants.ts';
import type { Result } from '../../src/domain/result.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import type { CaseCommand } from '../../src/ports.ts';
import { type Indgang, soon, startIndgang } from './indgang.ts';
import { type Citizen, citizen, signedIn } from './people.ts';

const { TEST_POSTGRES_URL } = process.env;
const dayMs = 24 * 60 * 60_000;
const amina = 'amina-yusuf' as StaffId;
const jonas = 'jonas-bak' as StaffId;
const karen = 'karen-friis' as StaffId;
const omar = 'omar-said' as StaffId;
const peter = 'peter-krog' as StaffId;
const emma = 'emma-skov' as StaffId;

function value<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function inSchema(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
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
      await inSchema(server, `create schema ${schema}`);
      const url = new URL(server);
      url.searchParams.set('options', `-c search_path=${schema}`);
      indgang = await startIndgang({ DATABASE_URL: url.href });
    });
    afterAll(async () => {
      await indgang.close();
      if (server) await inSchema(server, `drop schema ${schema} cascade`);
    });

    const idOf = (youth: Citizen) => youth.conversation as EnquiryId;
    const enquiryOf = async (youth: Citizen) => {
      const { enquiry } = await indgang.store.read(idOf(youth));
      if (enquiry === null) throw new Error('it is gone');
      return enquiry;
    };
    const act = async (by: StaffId, { id }: CaseFile, command: CaseCommand) =>
      value(await indgang.cases.act(by, id, command));
    const consent = (parties: readonly ('employment' | 'health')[], until = indgang.clock.now() + 30 * dayMs) =>
      ({
        do: 'record_consent',
        parties,
        scopes: ['education'],
        ground: { kind: 'consent', givenBy: 'youth' },
        purpose: 'så de kan finde en praktikplads til kolibri',
        until,
      }) as const;

    /** A youth of sixteen whom Amina has in hand. */
    async function inHand(asker: 'youth' | 'parent' = 'youth'): Promise<Citizen> {
      const youth = await citizen(indgang.app, asker);
      const words = asker === 'youth' ? 'jeg er 16 og' : 'min søn på 16';
      await youth.say(`${words} er droppet ud af gymnasiet`);
      const at = await signedIn(indgang.app, amina);
      const { status } = await at.act(youth.conversation, 'claim');
      if (status !== 200) throw new Error(`Amina could not claim it: ${status} ${(await enquiryOf(youth)).party}`);
      return youth;
    }
    const opening = { coordinator: karen, standIn: omar, past17Half: false };
    const opened = async (youth: Citizen) => value(await indgang.cases.open(amina, idOf(youth), opening));
    const linked = (youth: Citizen) =>
      soon(async () => expect((await enquiryOf(youth)).caseFile?.coordinator).toBe(karen));

    it('is opened by whoever has the enquiry, and the youth reads the coordinator’s name once', async () => {
      const youth = await inHand();
      const suggestion = value(await indgang.cases.suggest(amina, idOf(youth)));
      const [best] = suggestion.coordinators;
      expect(best?.staff).toBe('mette-lund');
      expect(suggestion.missing).toEqual(['family', 'guidance', 'employment']);

      const caseFile = await opened(youth);
      await linked(youth);

      expect(caseFile.code).toMatch(/^[1-9]\d{3}$/);
      expect(caseFile).toMatchObject({ status: 'open', coordinator: karen, standIn: omar, ageBand: '15_17' });
      const told = (await youth.log()).filter(({ channelData }) => channelData?.indgang?.says === 'coordinator');
      expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/^Karen Friis er nu din koordinator\./)]);
      expect(await indgang.cases.open(amina, idOf(youth), opening)).toEqual({ ok: false, reason: 'case-exists' });
    });

    it('suggests other coordinators to those who may choose one, and to nobody else', async () => {
      const youth = await inHand();
      await opened(youth);

      const again = value(await indgang.cases.suggest(karen, idOf(youth)));
      expect(again.coordinators.find(({ staff }) => staff === karen)?.load).toBeGreaterThan(0);
      expect(again.missing).toEqual(['guidance', 'employment']);
      expect(await indgang.cases.suggest(amina, idOf(youth))).toEqual({ ok: false, reason: 'case-exists' });
      expect(await indgang.cases.suggest(peter, idOf(youth))).toEqual({ ok: false, reason: 'unknown-enquiry' });
    });

    it('finds its enquiry when the process died right after it was stored', async () => {
      const youth = await inHand();
      const at = indgang.clock.now();
      const past = { past17Half: false, coordinator: karen, standIn: null };
      const id = 'case-left-behind' as CaseFileId;
      const born = {
        type: 'CaseOpened',
        by: amina,
        code: '77001',
        enquiry: idOf(youth),
        ageBand: null,
        ...past,
        at,
      } as const;
      const after = bornCase(id, born);
      const effects = caseEffectsOf(after, [born]);
      await indgang.store.cases.commit({ id, expectedVersion: 0, after, events: [born], notes: [], effects });

      await linked(youth);
      await soon(async () => expect((await indgang.reader.caseFile(id))?.ageBand).toBe('15_17'));
      await soon(async () => expect((await youth.said()).filter((says) => says === 'coordinator')).toHaveLength(1));
    });

    it('is one when five open it at once', async () => {
      const youth = await inHand();
      const results = await Promise.all(
        Array.from({ length: 5 }, () => indgang.cases.open(amina, idOf(youth), opening)),
      );

      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter(({ ok }) => !ok)).toEqual(Array(4).fill({ ok: false, reason: 'case-exists' }));
    });

    it('is not for those who have not got the enquiry in hand', async () => {
      const youth = await inHand();

      expect(await indgang.cases.open(jonas, idOf(youth), opening)).toEqual({ ok: false, reason: 'not-in-hand' });
      expect(await indgang.cases.suggest(peter, idOf(youth))).toEqual({ ok: false, reason: 'unknown-enquiry' });
    });

    it('shows a parent nothing', async () => {
      const parent = await inHand('parent');
      await opened(parent);
      await linked(parent);

      expect(await parent.said()).not.toContain('coordinator');
    });

    it('lets in whom the youth has said yes to, and out at once when the youth says no', async () => {
      const youth = await inHand();
      const caseFile = await opened(youth);
      const unknown = { ok: false, reason: 'unknown-case' };
      expect(await indgang.cases.read(peter, caseFile.id)).toEqual(unknown);

      await act(karen, caseFile, { do: 'invite', staff: peter, role: 'employment' });
      expect(await indgang.cases.read(peter, caseFile.id)).toEqual(unknown);
      const given = await act(karen, caseFile, consent(['employment']));

      const view = value(await indgang.cases.read(peter, caseFile.id));
      expect(view).toMatchObject({ members: [karen, omar, peter], missing: ['guidance'] });
      expect([...view.notes.values()]).toEqual(['så de kan finde en praktikplads til kolibri']);
      expect(view.readBy.map(({ staff }) => staff)).toEqual([peter]);
      expect(await indgang.cases.mine(peter)).toMatchObject([{ id: caseFile.id }]);

      const consentId = given.consents[0]?.id ?? ('' as ConsentId);
      await act(peter, caseFile, { do: 'withdraw_consent', consent: consentId });
      expect(await indgang.cases.read(peter, caseFile.id)).toEqual(unknown);
      expect(await indgang.cases.mine(peter)).toEqual([]);
    });

    it('lets out those whose consent has run out, by its own clock', async () => {
      const youth = await inHand();
      const caseFile = await opened(youth);
      await act(karen, caseFile, consent(['health'], indgang.clock.now() + dayMs));
      await act(karen, caseFile, { do: 'invite', staff: emma, role: 'health' });

      indgang.clock.pass(dayMs);
      expect(await indgang.cases.read(emma, caseFile.id)).toMatchObject({ ok: false });
      await soon(async () => expect((await indgang.reader.caseFile(caseFile.id))?.team).toEqual([]));
    });

    it('wants words where there must be some, and masks CPR numbers in them', async () => {
      const youth = await inHand();
      const caseFile = await opened(youth);
      const step = (text: string) =>
        indgang.cases.act(karen, caseFile.id, { do: 'set_next_step', text, by: indgang.clock.now() + dayMs });

      expect(await step(' ')).toEqual({ ok: false, reason: 'text-missing' });
      const { nextStep } = value(await step('ring om 010203-1234 i morgen'));
      const words = (await indgang.reader.caseNotes(caseFile.id)).get(nextStep?.note ?? '');
      expect(words).toMatch(/^ring om .+ i morgen$/);
      expect(words).not.toContain('1234');
    });

    it('tells of an intruder, and counts case files for the operator', async () => {
      const youth = await inHand();
      const { id } = await opened(youth);

      await indgang.cases.intruder(id, peter);
      await indgang.cases.intruder(id, karen);
      const events = (await indgang.store.cases.journal(id)).map(({ event }) => event);
      expect(events).toMatchObject([{ type: 'CaseOpened' }, { type: 'IntruderFound', staff: peter }]);
      const { body } = await indgang.app.inject({ url: '/metrics' });
      expect(body).toMatch(/^indgang_case_files_open [1-9]/m);
      expect(body).toMatch(/^indgang_case_files_without_coordinator 0$/m);
    });

    it('hears of danger in the conversation once, and not what it was', async () => {
      const youth = await inHand();
      const caseFile = await opened(youth);
      await linked(youth);

      await youth.say('jeg vil ikke leve mere, jeg tager livet af mig i aften');
      const journal = async () => (await indgang.store.cases.journal(caseFile.id)).map(({ event }) => event);
      await soon(async () => expect((await journal()).map(({ type }) => type)).toContain('AcuteHeard'));
      const heard = (await journal()).filter(({ type }) => type === 'AcuteHeard');
      expect(heard).toEqual([{ type: 'AcuteHeard', at: expect.any(Number), heardAt: expect.any(Number) }]);
    });

    it('leads the youth who comes back to the coordinator, until it is closed', async () => {
      const youth = await inHand();
      const caseFile = await opened(youth);
      await linked(youth);
      const guide = await signedIn(indgang.app, amina);
      const atKaren = await signedIn(indgang.app, karen);
      expect((await atKaren.queue()).map(({ id }) => id)).toContain(youth.conversation);

      await guide.act(youth.conversation, 'close', { outcome: 'helped', reason: 'har en koordinator' });
      await youth.say('hej, jeg er her igen');
      expect(await enquiryOf(youth)).toMatchObject({ status: 'waiting', party: 'family' });
      expect((await atKaren.act(youth.conversation, 'claim')).status).toBe(200);

      await act(karen, caseFile, { do: 'close', outcome: 'education', summary: 'kolibri går på HF nu' });
      await soon(async () => expect((await enquiryOf(youth)).caseFile).toBeNull());
      expect(await indgang.cases.mine(karen)).not.toContainEqual(expect.objectContaining({ id: caseFile.id }));
      await act(karen, caseFile, { do: 'reopen', reason: 'det gik i stå' });
      await linked(youth);
    });

    it('keeps every case file and enquiry sound, and every word out of events and logs', async () => {
      const naming = [...(await indgang.cases.mine(karen))];
      expect(naming.length).toBeGreaterThan(4);
      const kommune = indgang.kommune;
      for (const caseFile of naming) {
        const events = (await indgang.store.cases.journal(caseFile.id)).map(({ event }) => event);
        expect(checkCase(caseFile, kommune, indgang.clock.now())).toEqual([]);
        expect(checkCaseJournal(caseFile.id, events)).toEqual([]);
        expect(checkCaseFold(events, caseFile)).toEqual([]);
        expect(JSON.stringify(events)).not.toContain('kolibri');
        const enquiry = await indgang.reader.enquiry(caseFile.enquiry);
        const journal = (await indgang.store.journal(caseFile.enquiry)).map(({ event }) => event);
        expect(enquiry && checkFold(journal, enquiry)).toEqual([]);
        expect(checkJournal(caseFile.enquiry, journal)).toEqual([]);
      }
      expect(indgang.logged.join('\n')).not.toContain('kolibri');
    });
  });
}
