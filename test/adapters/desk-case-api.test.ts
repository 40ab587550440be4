/** Case files in the desk's JSON API, and as a document to be filed. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaseExport } from '../../adapters/desk/case-export.ts';
import { type CaseAction, caseActions } from '../../adapters/desk/case-model.ts';
import type { CaseFileId } from '../../src/domain/case-file.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import { type CaseTown, caseTown } from './desk-case-town.ts';

let town: CaseTown;
beforeEach(async () => {
  town = await caseTown();
});
afterEach(() => town.desk.app.close());

const consent = {
  kind: 'consent',
  givenBy: 'youth',
  parties: ['employment'],
  scopes: ['education'],
  purpose: 'Find en praktikplads til kolibri',
  until: '2027-03-01',
};

describe('a case file through the API', () => {
  it('is suggested, opened, listed and read', async () => {
    town.desk.staffSide.arrive({ id: 'e1' });
    await town.post('/desk/api/enquiries/e1/claim', undefined, 'sara');

    const suggestion = (await town.get('/desk/api/enquiries/e1/case', 'sara')).json();
    const body = { coordinator: 'else', standIn: 'sara' };
    const opened = await town.post('/desk/api/enquiries/e1/case', body, 'sara');

    expect(suggestion).toMatchObject({
      enquiry: 'e1',
      topic: 'Droppet ud af skole',
      missing: ['family', 'guidance', 'employment'],
    });
    expect(suggestion.coordinators[0]).toEqual({
      id: 'else',
      name: 'Else Friis',
      title: 'socialrådgiver',
      party: 'family',
      partyName: 'Børn og Familie',
      load: 0,
      tooMany: false,
    });
    const { caseFile } = opened.json();
    expect(caseFile).toMatchObject({ code: '4821', status: 'open', mine: 'stand_in', coordinator: { id: 'else' } });
    expect((await town.get('/desk/api/cases', 'else')).json()).toMatchObject({
      items: [{ id: caseFile.id, enquiry: 'e1', mine: 'coordinator', nextStep: null, lastContactAt: null }],
    });
    const detail = (await town.get(`/desk/api/cases/${caseFile.id}`, 'sara')).json();
    expect(detail).toMatchObject({
      openedBy: 'Sara Lund',
      standIn: { id: 'sara' },
      missing: ['employment'],
      givers: ['youth', 'youth_and_custodian'],
      conversation: true,
      readBy: [{ staff: 'sara' }],
      timeline: [{ type: 'CaseOpened' }],
    });
    expect((await town.get('/desk/api/enquiries/e1', 'sara')).json()).toMatchObject({
      caseFile: { id: caseFile.id, code: '4821', coordinator: 'Else Friis', mayRead: true },
      mayOpenCase: false,
    });
  });

  it('is asked for sign-in first, and found by nobody who is not in it', async () => {
    const id = await town.opened();

    for (const url of ['/desk/api/cases', `/desk/api/cases/${id}`]) {
      expect((await town.desk.app.inject(url)).statusCode).toBe(401);
    }
    for (const url of [`/desk/api/cases/${id}`, '/desk/api/cases/nowhere']) {
      const answer = await town.get(url, 'mette');
      expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'unknown-case']);
    }
    expect((await town.get('/desk/api/cases', 'mette')).json()).toEqual({ items: [] });
    expect((await town.post(`/desk/api/cases/${id}/had_contact`, undefined, 'mette')).statusCode).toBe(404);
  });

  it('tells whoever a consent no longer covers that it is gone', async () => {
    const id = await town.opened();
    await town.post(`/desk/api/cases/${id}/record_consent`, { ...consent, until: '2027-01-04' });
    await town.post(`/desk/api/cases/${id}/invite`, { staff: 'jonas' });
    expect((await town.get(`/desk/api/cases/${id}`, 'jonas')).statusCode).toBe(200);
    town.desk.pass(14 * 60);
    const cookie = await town.desk.signIn('jonas');

    const answer = await town.desk.app.inject({ method: 'GET', url: `/desk/api/cases/${id}`, headers: { cookie } });

    expect([answer.statusCode, answer.json().error.code]).toEqual([410, 'not-covered']);
  });
});

describe('acting on it', () => {
  let id: CaseFileId;
  beforeEach(async () => {
    id = await town.opened();
  });
  const act = (action: string, body?: object, who?: Parameters<CaseTown['post']>[2]) =>
    town.post(`/desk/api/cases/${id}/${action}`, body, who);
  const detail = async () => (await town.get(`/desk/api/cases/${id}`)).json();

  it('counts a day to its end, by the municipality’s clocks', async () => {
    await act('record_consent', consent);
    await act('set_next_step', { text: 'Ring', by: '2027-07-01' });

    const { consents, nextStep } = await detail();

    expect(consents[0].until).toBe('2027-03-01T22:59:59.999Z');
    expect(nextStep).toEqual({ text: 'Ring', by: '2027-07-01T21:59:59.999Z', late: false });
  });

  it('does everything a command can, and answers with what the reader may know', async () => {
    const steps: readonly (readonly [string, object?, string?])[] = [
      ['record_consent', consent],
      ['invite', { staff: 'jonas' }],
      ['invite', { staff: 'mette', role: 'other' }],
      ['refuse_invitation', { staff: 'mette' }],
      ['had_contact'],
      ['turned_17_half'],
      ['tell_age', { ageBand: '18_24' }],
      ['set_next_step', { text: 'Ring til skolen', by: '2027-01-05' }],
      ['choose_coordinator', { coordinator: 'else', standIn: 'sara' }],
      ['remove_member', { staff: 'jonas' }],
      ['close', { outcome: 'education', summary: 'FGU' }],
      ['reopen', { reason: 'Stoppede' }],
    ];
    for (const [action, body] of steps) {
      const answer = await act(action, body);
      expect([action, answer.statusCode, answer.json().caseFile?.id]).toEqual([action, 200, id]);
    }
    const left = await act('leave', undefined, 'sara');

    expect(left.json()).toEqual({ caseFile: null });
    const after = await detail();
    expect(after).toMatchObject({ ageBand: '18_24', past17Half: true, standIn: null, closing: null, team: [] });
    expect(after.timeline.map(({ type }: { type: string }) => type)).toContain('InvitationRefused');
  });

  it.each([
    ['invite', { staff: 'else' }, 'already-member', { staff: 'Kollegaen er allerede med. Vælg en anden.' }],
    ['remove_member', { staff: 'else' }, 'is-coordinator', undefined],
    ['leave', undefined, 'is-coordinator', undefined],
    ['withdraw_consent', { consent: 'none' }, 'unknown-consent', undefined],
    ['reopen', { reason: 'x' }, 'case-open', undefined],
    ['set_next_step', { text: 'x', by: '2020-01-01' }, 'dates-wrong', { by: expect.any(String) }],
  ] as const)('says no to %s %j', async (action, body, code, fields) => {
    const answer = await act(action, body);

    expect(answer.statusCode).toBe(409);
    expect(answer.json().error).toEqual({ code, message: expect.any(String), ...(fields && { fields }) });
  });

  it.each([
    ['record_consent', { ...consent, parties: [] }, 'parties'],
    ['record_consent', { ...consent, parties: ['elsewhere'] }, 'parties/0'],
    ['record_consent', { ...consent, until: '2027-02-30' }, 'until'],
    ['record_consent', { ...consent, kind: 'wish' }, 'kind'],
    ['record_consent', { ...consent, extra: 1 }, 'extra'],
    ['set_next_step', { text: 'x', by: 'soon' }, 'by'],
    ['close', { outcome: 'job', summary: '  ' }, 'summary'],
    ['close', { outcome: 'joy', summary: 'x' }, 'outcome'],
    ['invite', {}, 'staff'],
    ['tell_age', {}, 'ageBand'],
  ] as const)('names the field of %s %j', async (action, body, field) => {
    const answer = await act(action, body);

    expect(answer.statusCode).toBe(400);
    expect(Object.keys(answer.json().error.fields)).toEqual([field]);
  });
});

describe('whatever is sent about a case file', () => {
  it('gets a clear answer, and the page still shows', async () => {
    const id = await town.opened();
    const some = fc.oneof(
      fc.constantFrom(
        'else',
        'jonas',
        'consent',
        'legal_basis',
        'youth',
        'ssp',
        '2027-02-01',
        'job',
        'family',
        '',
        null,
      ),
      fc.string({ unit: 'binary' }),
      fc.jsonValue(),
    );
    const lists = fc.oneof(fc.array(fc.constantFrom('employment', 'education', 'nowhere', 7)), some);
    const sent = fc.constantFrom(...caseActions).chain((action) => {
      const fields = fieldsOf[action].map((field) => [field, isList(field) ? lists : some] as const);
      return fc.record({
        action: fc.constant(action),
        body: fc.record(Object.fromEntries(fields)),
        form: fc.boolean(),
      });
    });
    const seed = Date.now() % 2 ** 31;
    const answered = new Set<number>();

    await fc.assert(
      fc.asyncProperty(sent, async ({ action, body, form }) => {
        const who = await coordinator();
        const answer = form
          ? await town.form(`/desk/cases/${id}/${action}`, asTyped(body), who)
          : await town.post(`/desk/api/cases/${id}/${action}`, body, who);
        answered.add(answer.statusCode);
        expect([200, 303, 400, 409]).toContain(answer.statusCode);
      }),
      { numRuns: 300, seed },
    );

    const page = await town.get(`/desk/cases/${id}`, await coordinator());
    expect([page.statusCode, seed]).toEqual([200, seed]);
    expect([...answered].toSorted()).toEqual([200, 303, 400, 409]);
    expect(town.desk.logged).toEqual([]);
  });

  const fieldsOf: Readonly<Record<CaseAction, readonly string[]>> = {
    choose_coordinator: ['coordinator', 'standIn'],
    turned_17_half: [],
    tell_age: ['ageBand'],
    record_consent: ['kind', 'givenBy', 'parties', 'scopes', 'purpose', 'until'],
    withdraw_consent: ['consent'],
    invite: ['staff', 'role'],
    refuse_invitation: ['staff'],
    remove_member: ['staff'],
    leave: [],
    set_next_step: ['text', 'by'],
    had_contact: [],
    close: ['outcome', 'summary'],
    reopen: ['reason'],
  };
  const isList = (field: string) => field === 'parties' || field === 'scopes';
  const asTyped = (body: object): Record<string, string> =>
    Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
  const coordinator = async () => {
    const file = await town.desk.cases.ofEnquiry('e1' as EnquiryId);
    return file?.coordinator === 'jonas' ? 'jonas' : 'else';
  };
});

describe('a case file as a document', () => {
  it('has all of it, in its documented shape, and is a reading', async () => {
    const id = await town.opened({ standIn: 'sara' });
    const act = (action: string, body: object) => town.post(`/desk/api/cases/${id}/${action}`, body);
    await act('record_consent', consent);
    await act('invite', { staff: 'jonas' });
    await act('invite', { staff: 'mette', role: 'other' });
    await act('set_next_step', { text: 'Ring til skolen', by: '2027-01-05' });
    town.desk.cases.danger(id);
    await act('withdraw_consent', {
      consent: (await town.desk.cases.ofEnquiry('e1' as EnquiryId))?.consents[0]?.id ?? '',
    });
    await act('close', { outcome: 'job', summary: 'Fik job.' });
    const before = town.desk.cases.readings(id).length;

    const answer = await town.get(`/desk/cases/${id}/export.json`, 'sara');

    expect(answer.headers['content-disposition']).toBe('attachment; filename="sag-4821.json"');
    expect(answer.headers['cache-control']).toBe('no-store');
    const filed = CaseExport.parse(answer.json());
    expect(filed).toMatchObject({
      schema: 'indgang.case-file',
      version: 1,
      exportedAt: '2027-01-04T09:00:00.000Z',
      exportedBy: 'sara',
      caseFile: { id, code: '4821', status: 'closed', coordinator: 'else', closing: { outcome: 'job' } },
    });
    expect(filed.notes.map(({ text }) => text)).toEqual([
      'Find en praktikplads til kolibri',
      'Ring til skolen',
      'Fik job.',
    ]);
    expect(filed.journal).toHaveLength(filed.caseFile.version);
    expect(filed.journal.map(({ event }) => event.type)).toEqual([
      'CaseOpened',
      'ConsentRecorded',
      'MemberAdded',
      'InvitationAsked',
      'NextStepSet',
      'AcuteHeard',
      'ConsentWithdrawn',
      'MemberLeft',
      'CaseClosed',
    ]);
    expect(filed.journal[4]?.event).toMatchObject({ dueBy: '2027-01-05T22:59:59.999Z', by: 'else' });
    expect(filed.journal[1]?.event).toMatchObject({
      consent: { until: '2027-03-01T22:59:59.999Z', withdrawnAt: null },
    });
    expect(JSON.stringify(filed)).not.toMatch(/1[78]\d{11}/);
    expect(filed.people.map((one) => one.id).toSorted()).toEqual(['else', 'jonas', 'mette', 'sara']);
    expect(filed.readBy.at(-1)).toEqual({ staff: 'sara', at: '2027-01-04T09:00:00.000Z' });
    expect(town.desk.cases.readings(id)).toHaveLength(before + 1);
  });

  it('is given to nobody else', async () => {
    const id = await town.opened();

    for (const path of ['export.json', 'print']) {
      const answer = await town.get(`/desk/cases/${id}/${path}`, 'jonas');
      const nobody = await town.desk.app.inject(`/desk/cases/${id}/${path}`);
      expect([answer.statusCode, nobody.statusCode, nobody.headers.location]).toEqual([404, 303, '/desk']);
      expect(answer.body).not.toContain('4821');
    }
    expect(town.desk.cases.readings(id)).toEqual([]);
  });

  it('prints as one page with headings and captions, and is a reading too', async () => {
    const id = await town.opened();
    await town.post(`/desk/api/cases/${id}/record_consent`, consent);
    await town.post(`/desk/api/cases/${id}/invite`, { staff: 'jonas' });

    const { body, statusCode } = await town.get(`/desk/cases/${id}/print`);

    expect(statusCode).toBe(200);
    expect(body).toContain('<html lang="da">');
    expect(body).toContain('<h1>Sag 4821</h1>');
    const captions = [...body.matchAll(/<caption><h2>(.*?)<\/h2><\/caption>/g)].map(([, caption]) => caption);
    expect(captions).toEqual(['Teamet', 'Samtykker og lovgrundlag, der gælder nu', 'Forløb', 'Hvem har læst sagen']);
    expect(body).toContain('<th scope="col">Rolle</th>');
    expect(body).toContain('<th scope="row">Jonas Krag, jobkonsulent</th>');
    expect(body).toContain('Find en praktikplads til kolibri');
    expect(body).not.toMatch(/<form|<button|<script/);
    expect(town.desk.cases.readings(id)).toEqual(['else' as StaffId]);
  });
});
