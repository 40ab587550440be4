/** A complex case at the desk alone, on the real composition: no Slack anywhere, and nothing is missed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseExport } from '../../adapters/desk/case-export.ts';
import { type Indgang, soon, startIndgang } from './indgang.ts';
import { type Citizen, citizen } from './people.ts';

describe('a case file without Slack', () => {
  let indgang: Indgang;
  let youth: Citizen;
  beforeAll(async () => {
    indgang = await startIndgang();
    youth = await citizen(indgang.app);
    await youth.say('jeg er 16 og er droppet ud af gymnasiet');
  });
  afterAll(() => indgang.close());

  const at = async (staffId: string) => {
    const session = await indgang.app.inject({ method: 'POST', url: '/desk/api/session', payload: { staffId } });
    const headers = { cookie: String(session.headers['set-cookie']).split(';')[0] ?? '' };
    return {
      get: (url: string) => indgang.app.inject({ method: 'GET', url, headers }),
      post: (url: string, payload: object = {}) => indgang.app.inject({ method: 'POST', url, headers, payload }),
    };
  };

  it('is opened, shared, taken back, closed and filed', async () => {
    const [amina, karen, peter] = await Promise.all([at('amina-yusuf'), at('karen-friis'), at('peter-krog')]);
    const enquiry = `/desk/api/enquiries/${youth.conversation}`;
    expect((await amina.post(`${enquiry}/claim`)).statusCode).toBe(200);
    const { coordinators } = (await amina.get(`${enquiry}/case`)).json();
    expect(coordinators[0]).toMatchObject({ id: 'mette-lund', load: 0, tooMany: false });
    const opened = await amina.post(`${enquiry}/case`, { coordinator: 'karen-friis', standIn: 'amina-yusuf' });
    const { id, code } = opened.json().caseFile;
    const act = (action: string, body: object) => karen.post(`/desk/api/cases/${id}/${action}`, body);
    const until = new Date(indgang.clock.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);
    const shared = { parties: ['employment'], scopes: ['education'], purpose: 'praktik hos kolibri', until };

    await act('invite', { staff: 'peter-krog' });
    expect((await peter.get(`/desk/cases/${id}`)).statusCode).toBe(404);
    expect((await act('record_consent', { kind: 'consent', givenBy: 'youth', ...shared })).statusCode).toBe(200);
    expect((await peter.get(`/desk/cases/${id}`)).statusCode).toBe(200);
    const [consent] = (await karen.get(`/desk/api/cases/${id}`)).json().consents;
    await act('withdraw_consent', { consent: consent.id });
    expect((await peter.get(`/desk/cases/${id}`)).statusCode).toBe(404);
    await act('set_next_step', { text: 'Ring til skolen', by: until });
    expect((await amina.get('/desk/cases')).body).toContain('Ring til skolen');
    await soon(async () => {
      const line = `Sag ${code} · Karen Friis koordinerer`;
      expect((await karen.get(`/desk?enquiry=${youth.conversation}`)).body).toContain(line);
    });
    await act('close', { outcome: 'education', summary: 'Begynder på FGU.' });

    const filed = CaseExport.parse((await amina.get(`/desk/cases/${id}/export.json`)).json());
    expect(filed.notes.map(({ text }) => text)).toEqual(['praktik hos kolibri', 'Ring til skolen', 'Begynder på FGU.']);
    expect(filed.caseFile.version).toBe(filed.journal.length);
    expect(new Set(filed.readBy.map(({ staff }) => staff))).toEqual(
      new Set(['peter-krog', 'karen-friis', 'amina-yusuf']),
    );
    expect((await amina.get(`/desk/cases/${id}/print`)).body).toContain(`<h1>Sag ${code}</h1>`);
    expect((await peter.get(`/desk/cases/${id}/print`)).statusCode).toBe(404);
    expect(indgang.logged.join('\n')).not.toContain('kolibri');
  });
});
