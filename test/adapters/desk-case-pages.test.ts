/** Case files at the desk as pages and plain forms, as a browser without scripts sees them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId } from '../../src/domain/case-file.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import { type CaseTown, caseTown, consentForm } from './desk-case-town.ts';

let town: CaseTown;
beforeEach(async () => {
  town = await caseTown();
});
afterEach(() => town.desk.app.close());

const claimed = async () => {
  town.desk.staffSide.arrive({ id: 'e1' });
  await town.form('/desk/enquiries/e1/claim', {}, 'sara');
};
/** What a reader sees: tags gone, spaces made one. */
const words = (body: string) =>
  body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/ ([.,])/g, '$1');

describe('opening a case file', () => {
  it('is offered to whoever has the conversation, and to nobody else', async () => {
    town.desk.staffSide.arrive({ id: 'e1' });
    const before = await town.get('/desk?enquiry=e1', 'sara');
    await town.form('/desk/enquiries/e1/claim', {}, 'sara');

    expect(before.body).not.toContain('/desk/enquiries/e1/case');
    expect((await town.get('/desk?enquiry=e1', 'sara')).body).toContain('href="/desk/enquiries/e1/case">Åbn en sag');
    expect((await town.get('/desk?enquiry=e1', 'yusuf')).body).not.toContain('/desk/enquiries/e1/case');
  });

  it('suggests a coordinator first, with their load, and says what the team needs', async () => {
    await claimed();
    town.desk.cases.load('else' as StaffId, 1);

    const { body } = await town.get('/desk/enquiries/e1/case', 'sara');

    expect(words(body)).toContain('Forslag: Else Friis, socialrådgiver. Har 1 sag nu.');
    expect(words(body)).toContain('Teamet skal have: familie, vejledning og beskæftigelse.');
    expect(body).toMatch(/<option value="else" selected>Else Friis, socialrådgiver – 1 sag nu<\/option>/);
    expect(body).not.toContain('for mange');
  });

  it('warns above five, and lets it be done all the same', async () => {
    town.desk.cases.load('else' as StaffId, 5);
    await claimed();

    const { body } = await town.get('/desk/enquiries/e1/case', 'sara');
    const answer = await town.form('/desk/enquiries/e1/case', { coordinator: 'else', standIn: '' }, 'sara');

    expect(words(body)).toContain('Har 5 sager nu. ▲ Flere end fem er for mange til at være tæt på alle.');
    expect(answer.statusCode).toBe(303);
  });

  it('leads to the case file, or back to the conversation for who is not in it', async () => {
    await claimed();
    const sara = { coordinator: 'else', standIn: 'sara', past17Half: 'on' };

    const answer = await town.form('/desk/enquiries/e1/case', sara, 'sara');

    const [mine] = await town.desk.cases.mine('else' as StaffId);
    expect(answer.headers.location).toBe(`/desk/cases/${mine?.id}`);
    expect(mine).toMatchObject({ past17Half: true, standIn: 'sara' });
    await town.desk.app.close();
    town = await caseTown();
    await claimed();
    const outside = await town.form('/desk/enquiries/e1/case', { coordinator: 'else', standIn: '' }, 'sara');
    expect(outside.headers.location).toBe('/desk?enquiry=e1');
  });

  it('says at the field what is wrong, and keeps what was chosen', async () => {
    await claimed();

    const none = await town.form('/desk/enquiries/e1/case', { coordinator: '', standIn: 'mette' }, 'sara');
    const twice = await town.form('/desk/enquiries/e1/case', { coordinator: 'else', standIn: 'else' }, 'sara');

    expect(none.statusCode).toBe(400);
    expect(none.body).toMatch(/id="open-coordinator-error" role="alert">Vælg en koordinator\./);
    expect(none.body).toMatch(/<option value="mette" selected>/);
    expect(twice.statusCode).toBe(409);
    expect(twice.body).toMatch(/id="open-standIn-error" role="alert">Kollegaen er allerede med\./);
  });

  it.each([
    ['not claimed', 'sara', 409, 'Tag henvendelsen først. Så kan du åbne en sag.'],
    ['of another party', 'jonas', 404, 'Vi kan ikke finde henvendelsen'],
  ] as const)('is refused for one %s', async (_, who, status, said) => {
    town.desk.staffSide.arrive({ id: 'e1' });

    const page = await town.get('/desk/enquiries/e1/case', who);

    expect([page.statusCode, page.body.includes(said)]).toEqual([status, true]);
  });

  it('happens once: the second is told that there is one', async () => {
    await town.opened();

    const second = await town.form('/desk/enquiries/e1/case', { coordinator: 'else', standIn: '' }, 'sara');

    for (const answer of [second, await town.get('/desk/enquiries/e1/case', 'else')]) {
      expect(answer.statusCode).toBe(409);
      expect(answer.body).toContain('Der er allerede en sag om den henvendelse.');
    }
  });
});

describe('the pointer in the conversation', () => {
  it('names the case file and the coordinator, with a link for who may read it', async () => {
    const id = await town.opened();

    const sara = await town.get('/desk?enquiry=e1', 'sara');
    const coordinator = await town.get('/desk?enquiry=e1', 'else');

    expect(sara.body).toMatch(/Sag \d+ · Else Friis koordinerer/);
    expect(sara.body).not.toContain(`/desk/cases/${id}`);
    expect(coordinator.body).toMatch(new RegExp(`href="/desk/cases/${id}">Sag \\d+ · Else Friis koordinerer`));
  });

  it('says when it is closed', async () => {
    const id = await town.opened();
    await town.form(`/desk/cases/${id}/close`, { outcome: 'job', summary: 'Fik job.' });

    expect((await town.get('/desk?enquiry=e1', 'sara')).body).toMatch(/Sag \d+ er lukket · Else Friis koordinerede/);
  });
});

describe('my case files', () => {
  it('says so when there are none', async () => {
    const page = await town.get('/desk/cases', 'jonas');

    expect(words(page.body)).toContain('Du er ikke med i nogen åben sag.');
  });

  it('shows those I coordinate first, with the next step', async () => {
    const id = await town.opened({ standIn: 'sara' });
    await town.form(`/desk/cases/${id}/set_next_step`, { text: 'Ring til skolen', by: '2027-01-05' });
    town.desk.staffSide.arrive({ id: 'e2' });
    await town.form('/desk/enquiries/e2/claim', {}, 'sara');
    await town.form('/desk/enquiries/e2/case', { coordinator: 'sara', standIn: '' }, 'sara');

    const page = words((await town.get('/desk/cases', 'sara')).body);

    expect(page).toMatch(/Du koordinerer .*Intet næste skridt er sat\. .*Du er stedfortræder · Else Friis koordinerer/);
    expect(page).toContain('Ring til skolen Senest i morgen');
  });

  it('tells lateness in words', async () => {
    const id = await town.opened();
    await town.form(`/desk/cases/${id}/set_next_step`, { text: 'Ring til skolen', by: '2027-01-04' });
    const sameDay = words((await town.get('/desk/cases')).body);
    town.desk.pass(14 * 60 + 1);
    const cookie = await town.desk.signIn('else');

    const { body } = await town.desk.app.inject({ method: 'GET', url: '/desk/cases', headers: { cookie } });

    expect(sameDay).toContain('Senest i dag');
    expect(words(body)).toContain('Overskredet med 1 dag: skulle være gjort i går');
  });
});

describe('the page of a case file', () => {
  let id: CaseFileId;
  beforeEach(async () => {
    id = await town.opened();
  });
  const page = async (who?: 'else' | 'sara' | 'jonas') => words((await town.get(`/desk/cases/${id}`, who)).body);
  const act = (action: string, fields: Parameters<CaseTown['form']>[1] = {}, who?: Parameters<CaseTown['form']>[2]) =>
    town.form(`/desk/cases/${id}/${action}`, fields, who);
  const consentId = async () => (await town.desk.cases.ofEnquiry('e1' as EnquiryId))?.consents.at(-1)?.id ?? '';

  it('is closed to whoever is not in it, the one who opened it too', async () => {
    const answers = await Promise.all(
      (['sara', 'jonas', 'mette'] as const).map((who) => town.get(`/desk/cases/${id}`, who)),
    );

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
    for (const { body } of answers) expect(body).toContain('Vi kan ikke finde sagen, eller du er ikke med i den.');
    expect(town.desk.cases.readings(id)).toEqual([]);
  });

  it('says who answers for it, who is missing, and records the reading', async () => {
    const text = await page();

    expect(text).toContain('Koordinator Else Friis · socialrådgiver · Børn og Familie');
    expect(text).toContain('Stedfortræder Ingen endnu');
    expect(text).toContain('Mangler: vejledning og beskæftigelse.');
    expect(text).toContain('Hvem har læst den Else Friis');
    expect(town.desk.cases.readings(id)).toEqual(['else']);
  });

  it('offers only the givers that the age allows', async () => {
    const { body } = await town.get(`/desk/cases/${id}`);
    const givers = [...body.matchAll(/name="givenBy" value="(\w+)"/g)].map(([, giver]) => giver);

    expect(givers).toEqual(['youth', 'youth_and_custodian']);
    await act('tell_age', { ageBand: 'under_15' });
    const younger = (await town.get(`/desk/cases/${id}`)).body;
    expect([...younger.matchAll(/name="givenBy" value="(\w+)"/g)].map(([, giver]) => giver)).toEqual(['custodian']);
  });

  it('lets a suggested colleague in when a consent covers them, and out at once when it is taken back', async () => {
    await act('invite', { staff: 'jonas', role: '' });
    const asked = await page();
    expect(asked).toContain('Else Friis foreslog Jonas Krag (beskæftigelse) i dag.');
    expect(asked).toContain('Intet samtykke dækker Jobcenter Ung.');

    const given = await act('record_consent', consentForm);

    expect(given.headers.location).toBe(`/desk/cases/${id}?done=record_consent`);
    const inIt = await page();
    expect(inIt).toContain('Må være med på: Samtykke fra den unge, til 1. marts 2027');
    expect(inIt).toContain('Jobcenter Ung må vide om uddannelse og arbejde');
    expect(inIt).toContain('Find en praktikplads til kolibri');
    expect(inIt).toContain('Jonas Krag går ud af teamet med det samme.');
    expect((await town.get(`/desk/cases/${id}`, 'jonas')).statusCode).toBe(200);

    await act('withdraw_consent', { consent: await consentId() });

    expect((await town.get(`/desk/cases/${id}`, 'jonas')).statusCode).toBe(404);
    const after = await page();
    expect(after).toContain('Gælder ikke længere (1)');
    expect(after).toContain('Jonas Krag gik ud af teamet, fordi et samtykke er taget tilbage.');
  });

  it('chooses the place beforehand when it comes from a suggestion', async () => {
    await act('invite', { staff: 'jonas', role: 'other' });

    const { body } = await town.get(`/desk/cases/${id}`);
    const chosen = await town.get(`/desk/cases/${id}?party=employment`);

    expect(body).toContain(`/desk/cases/${id}?party=employment#form-record_consent-consent`);
    expect(chosen.body).toMatch(/name="parties" value="employment" checked/);
    expect(chosen.body).not.toMatch(/name="parties" value="guidance" checked/);
  });

  it('sends one who takes back what covered themselves to their own list', async () => {
    await act('record_consent', consentForm);
    await act('invite', { staff: 'jonas', role: '' });

    const answer = await act('withdraw_consent', { consent: await consentId() }, 'jonas');

    expect(answer.headers.location).toBe('/desk/cases?done=withdraw_consent');
    expect((await town.get(answer.headers.location ?? '', 'jonas')).body).toContain('Samtykket er taget tilbage.');
  });

  it('keeps everything typed, with the error at its field', async () => {
    const answer = await act('record_consent', { ...consentForm, purpose: ' ', until: '' });

    expect(answer.statusCode).toBe(400);
    const { body } = answer;
    expect(body).toMatch(/id="record_consent-consent-purpose-error" role="alert">Skriv, hvad det skal bruges til\./);
    expect(body).toMatch(/id="record_consent-consent-until-error" role="alert">Vælg den sidste dag, det gælder\./);
    for (const field of ['value="youth" checked', 'value="employment" checked', 'value="education" checked']) {
      expect(body).toContain(field);
    }
    expect(body).toContain('href="#form-record_consent-consent">Gå til feltet');
    expect(body).not.toMatch(/record_consent-legal_basis-\w+-error/);
  });

  it.each([
    ['record_consent', { ...consentForm, until: '2026-12-31' }, 'record_consent-consent-until'],
    ['record_consent', { ...consentForm, until: '2029-01-01' }, 'record_consent-consent-until'],
    ['record_consent', { ...consentForm, givenBy: 'custodian' }, 'record_consent-consent-givenBy'],
    ['invite', { staff: 'else', role: '' }, 'invite-staff'],
    ['invite', { staff: 'nobody', role: '' }, 'invite-staff'],
    ['set_next_step', { text: 'Ring', by: '2026-12-01' }, 'set_next_step-by'],
    ['choose_coordinator', { coordinator: 'else', standIn: 'else' }, 'choose_coordinator-standIn'],
  ] as const)('tells a refusal of %s (%j) at %s', async (action, fields, field) => {
    const answer = await act(action, fields);

    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain(`id="${field}-error" role="alert"`);
  });

  it('records a legal basis with its reason', async () => {
    const { givenBy: _, ...shared } = consentForm;

    await act('record_consent', { ...shared, kind: 'legal_basis', basis: 'acute_danger', purpose: 'Fare for liv' });

    const text = await page();
    expect(text).toContain('Uden samtykke: Akut fare');
    expect(text).toContain('Fare for liv');
    expect(text).toContain('Else Friis delte uden samtykke (Akut fare): Jobcenter Ung må vide om');
  });

  it('refuses, removes and lets go', async () => {
    await act('record_consent', consentForm);
    await act('invite', { staff: 'jonas', role: '' });
    await act('invite', { staff: 'mette', role: 'other' });

    const refused = await act('refuse_invitation', { staff: 'mette' });
    const left = await act('leave', {}, 'jonas');

    expect(refused.headers.location).toBe(`/desk/cases/${id}?done=refuse_invitation`);
    expect(left.headers.location).toBe('/desk/cases?done=leave');
    expect(await page()).toContain('Jonas Krag gik selv ud af teamet.');
    await act('invite', { staff: 'jonas', role: '' });
    await act('remove_member', { staff: 'jonas' });
    expect(await page()).toContain('Else Friis tog Jonas Krag ud af teamet.');
  });

  it('shows a member only what a member may do', async () => {
    await act('record_consent', consentForm);
    await act('invite', { staff: 'jonas', role: '' });

    const { body } = await town.get(`/desk/cases/${id}`, 'jonas');
    const forms = new Set([...body.matchAll(/action="\/desk\/cases\/[^/]+\/(\w+)"/g)].map(([, action]) => action));

    expect([...forms].toSorted()).toEqual([
      'had_contact',
      'invite',
      'leave',
      'set_next_step',
      'tell_age',
      'turned_17_half',
      'withdraw_consent',
    ]);
    expect(words(body)).toContain('Samtalen kan du ikke se. Spørg koordinatoren.');
    const tried = await act('close', { outcome: 'job', summary: 'x' }, 'jonas');
    expect(tried.statusCode).toBe(409);
    expect(tried.body).toContain('Det kan kun koordinatoren eller stedfortræderen.');
  });

  it('notes contact, age and danger', async () => {
    await act('had_contact');
    await act('turned_17_half');
    town.desk.cases.danger(id);

    const text = await page();

    expect(text).toContain('Sidste kontakt var i dag.');
    expect(text).toContain('er fyldt 17½');
    expect(text).toContain('Mangler: vejledning, beskæftigelse og voksenområdet.');
    expect(text).toContain('Der blev hørt tegn på fare i samtalen 4. jan. 2027 kl. 10.00.');
  });

  it('asks for the age before a consent', async () => {
    const told = { channel: 'phone', asker: 'youth', intent: null, ageBand: null, urgency: null } as const;
    const call = { ...told, text: 'En ung ringede', keep: true, clientId: 'call-1' };
    const taken = await town.desk.staffSide.takeIn('else' as StaffId, call);
    if (!taken.ok) throw new Error(taken.reason);
    await town.form(`/desk/enquiries/${taken.value.id}/case`, { coordinator: 'else', standIn: '' });
    const unknown = await town.desk.cases.ofEnquiry(taken.value.id);

    const { body } = await town.get(`/desk/cases/${unknown?.id}`);

    expect(body).toContain('Alderen er ukendt. Skriv den først');
    expect(body).not.toContain('name="givenBy"');
    expect(body).toContain('name="basis"');
  });

  it('closes with an outcome and a summary, and opens again', async () => {
    const empty = await act('close', { outcome: '', summary: '' });
    expect(empty.body).toMatch(/id="close-outcome-error" role="alert">Vælg, hvordan det endte\./);
    expect(empty.body).toMatch(/id="close-summary-error" role="alert">Skriv et kort resumé\./);

    await act('close', { outcome: 'education', summary: 'Begynder på FGU i august.' });

    const closed = await page();
    expect(closed).toContain('Sådan endte det Uddannelse · lukket i dag Begynder på FGU i august.');
    expect(closed).not.toContain('Foreslå en kollega');
    await act('reopen', { reason: 'Stoppede igen.' });
    expect(await page()).toContain('Else Friis åbnede sagen igen: Stoppede igen.');
  });

  it('lets the leader of the party choose another coordinator, and see nothing else', async () => {
    await act('choose_coordinator', { coordinator: 'sara', standIn: '' });

    const path = `/desk/cases/${id}/coordinator`;
    const choosing = await town.get(path, 'yusuf');
    const stranger = await town.get(path, 'jonas');
    const wrong = await act('choose_coordinator', { coordinator: '', standIn: '' }, 'yusuf');
    const chosen = await act('choose_coordinator', { coordinator: 'else', standIn: '' }, 'yusuf');

    expect(choosing.statusCode).toBe(200);
    expect(words(choosing.body)).toContain('Resten af sagen kan du ikke se.');
    expect(choosing.body).not.toContain('Forløb');
    expect(stranger.statusCode).toBe(404);
    expect(wrong.body).toMatch(/id="choose_coordinator-coordinator-error"/);
    expect(chosen.headers.location).toBe('/desk/cases?done=choose_coordinator');
    expect((await town.get('/desk?enquiry=e1', 'yusuf')).body).not.toContain(`${path}`);
  });

  it('shows words as words', async () => {
    await act('set_next_step', { text: '<script>alert(1)</script>', by: '2027-01-08' });

    const { body } = await town.get(`/desk/cases/${id}`);

    expect(body).toContain('&lt;script>alert(1)&lt;/script>');
    expect(body).not.toMatch(/<style|style=|\son\w+=|<script/);
  });

  it('takes no form from another site, and none without sign-in', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const send = (more: Record<string, string>) =>
      town.desk.app.inject({ method: 'POST', url: `/desk/cases/${id}/had_contact`, headers: { ...headers, ...more } });

    const other = await send({ cookie: town.cookies.else, 'sec-fetch-site': 'cross-site' });
    const nobody = await send({ 'sec-fetch-site': 'same-origin' });

    expect(other.statusCode).toBe(403);
    expect(nobody.headers.location).toBe('/desk');
    expect((await town.desk.cases.ofEnquiry('e1' as EnquiryId))?.lastContactAt).toBeNull();
  });
});

describe('while Slack is away', () => {
  const said = 'Slack svarer ikke lige nu. Arbejd her: alt er med.';
  let slack: 'up' | 'down' | 'off' = 'up';

  it('every page of the desk says so, and the board too', async () => {
    await town.desk.app.close();
    town = await caseTown({ slackHealth: () => slack });
    slack = 'up';
    const id = await town.opened();
    const pages = ['/desk', '/desk?enquiry=e1', '/desk/cases', `/desk/cases/${id}`];
    for (const page of pages) expect((await town.get(page)).body).not.toContain(said);

    slack = 'down';

    for (const page of pages) expect((await town.get(page)).body).toContain(said);
    expect((await town.get('/desk/api/board')).json().slack).toBe('down');
  });

  it('is no matter where Slack is not used', async () => {
    expect((await town.get('/desk')).body).not.toContain(said);
    expect((await town.get('/desk/api/board')).json().slack).toBe('off');
  });
});
