/** What staff press and fill in about case files in Slack, and what every message about one may look like. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { most } from '../../adapters/slack/block-kit.ts';
import {
  alertMessage,
  overviewMessage,
  pointerMessage,
  purposeOf,
  type Said,
  type Showing,
  summaryMessage,
  topicWords,
  welcomeMessage,
} from '../../adapters/slack/case-overview.ts';
import { consentWindow, loadInWords, openWindow, withdrawWindow } from '../../adapters/slack/case-windows.ts';
import { caseRefusedText, goneWords, noChannelWords } from '../../adapters/slack/case-words.ts';
import { endOfDay } from '../../adapters/slack/form-case.ts';
import type { View } from '../../adapters/slack/parts.ts';
import {
  type CaseFile,
  type CaseFileId,
  type Consent,
  type ConsentId,
  consentGivers,
  consentScopes,
  legalBases,
  teamRoles,
} from '../../src/domain/case-file.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import { ageBands, type EnquiryId, outcomes, type StaffId } from '../../src/domain/words.ts';
import { checkedView } from '../fakes/slack/blocks.ts';
import { type CaseTown, caseTown, enquiryId, staff } from '../fakes/slack-cases.ts';
import { fakeStaffSide } from '../fakes/staff-side.ts';
import { seeded } from '../seed.ts';

let town: CaseTown;
beforeEach(async () => {
  town = await caseTown();
});
afterEach(async () => {
  town.slack.expectNoBreaches();
  await town[Symbol.asyncDispose]();
});

const wordsIn = (view: View | null) => JSON.stringify(view);
const heardBy = (name: string) => town.slack.ephemerals(town.user(name)).map(({ text }) => text);
const window = async (by: string, action: string, value: string): Promise<View> => {
  const view = await town.press(by, action, value);
  if (view === null) throw new Error(`${action} opened nothing: ${heardBy(by).join()}`);
  return view;
};
const consentOf = (more: object = {}) => ({
  ground: 'consent:youth',
  parties: ['employment'],
  scopes: ['education'],
  purpose: 'Finde en praktikplads',
  until: '2026-12-24',
  ...more,
});

describe('opening a case file', () => {
  it('suggests the coordinators with their loads, and says who must be in the team', async () => {
    const view = await window('sara', 'open_case', enquiryId);

    expect(wordsIn(view)).toContain('ingen sager');
    expect(wordsIn(view)).toContain('Else Friis');
    expect(wordsIn(view)).toContain('Teamet skal have: familie, vejledning og beskæftigelse.');
  });

  it('makes one, with the chosen coordinator and stand-in, and closes the window', async () => {
    const view = await window('sara', 'open_case', enquiryId);

    const answer = await town.submit('sara', view, { coordinator: 'else', standIn: 'ali', past17Half: ['yes'] });

    expect(answer).toBeNull();
    expect(await town.cases.ofEnquiry(enquiryId)).toMatchObject({
      coordinator: 'else',
      standIn: 'ali',
      past17Half: true,
    });
  });

  it('sent twice makes one, and asked for again it is said that there is one', async () => {
    const view = await window('sara', 'open_case', enquiryId);
    await town.submit('sara', view, { coordinator: 'else', standIn: null, past17Half: [] });

    expect(await town.submit('sara', view, { coordinator: 'else', standIn: null, past17Half: [] })).toBeNull();
    expect(await town.press('sara', 'open_case', enquiryId)).toBeNull();

    expect(heardBy('sara')).toEqual([caseRefusedText['case-exists']]);
  });

  it('is refused at the field, in plain words', async () => {
    const view = await window('sara', 'open_case', enquiryId);

    const same = await town.submit('sara', view, { coordinator: 'ali', standIn: 'ali', past17Half: [] });
    const none = await town.submit('sara', view, { coordinator: null, standIn: null, past17Half: [] });

    expect(same).toEqual({ errors: { standIn: caseRefusedText['already-member'] } });
    expect(none).toHaveProperty('errors.coordinator');
  });

  it('is not for somebody who has not taken the enquiry', async () => {
    const view = await window('sara', 'open_case', enquiryId);

    const answer = await town.submit('jonas', view, { coordinator: 'ali', standIn: null, past17Half: [] });

    expect(answer).toEqual({ errors: { coordinator: caseRefusedText['not-in-hand'] } });
  });

  it('warns when somebody has five already', () => {
    const { kommune } = townsfolk;
    const coordinators = [{ staff: staff('ali'), load: 5, tooMany: true }];

    const view = openWindow(kommune, 'e', { coordinators, missing: [] });

    expect(wordsIn(view)).toContain('Ali Demir har allerede fem sager eller flere');
    expect([0, 1, 3].map(loadInWords)).toEqual(['ingen sager', '1 sag', '3 sager']);
  });
});

describe('a consent', () => {
  let id: CaseFileId;
  beforeEach(async () => {
    id = (await town.openCase()).id;
  });

  it('can only be given by those who can at that age', async () => {
    const view = await window('ali', 'record_consent', id);

    expect(wordsIn(view)).toContain('consent:youth');
    expect(wordsIn(view)).not.toContain('"consent:custodian"');
    const answer = await town.submit('ali', view, consentOf({ ground: 'consent:custodian' }));
    expect(answer).toEqual({ errors: { ground: caseRefusedText['consent-giver-wrong'] } });
  });

  it('is recorded with what was chosen, to the end of the last day', async () => {
    const view = await window('ali', 'record_consent', id);

    expect(await town.submit('ali', view, consentOf())).toBeNull();

    const [consent] = town.cases.file(id).consents;
    expect(consent).toMatchObject({ parties: ['employment'], ground: { kind: 'consent', givenBy: 'youth' } });
    expect(new Date(consent?.until ?? 0).toISOString()).toBe('2026-12-24T22:59:59.999Z');
  });

  it('sent twice is recorded once', async () => {
    const view = await window('ali', 'record_consent', id);
    await town.submit('ali', view, consentOf());
    await town.submit('ali', view, consentOf());

    expect(town.cases.file(id).consents).toHaveLength(1);
  });

  it.each([
    ['a day that is past', { until: '2026-10-01' }, 'until', 'dates-wrong'],
    ['two years', { until: '2028-10-01' }, 'until', 'dates-wrong'],
    ['no purpose', { purpose: null }, 'purpose', 'text-missing'],
    ['nobody to tell', { parties: [] }, 'parties', 'nothing-shared'],
  ] as const)('with %s is refused at its field', async (_, wrong, field, reason) => {
    const view = await window('ali', 'record_consent', id);

    expect(await town.submit('ali', view, consentOf(wrong))).toEqual({ errors: { [field]: caseRefusedText[reason] } });
    expect(town.cases.file(id).consents).toEqual([]);
  });

  it('can be a legal basis instead', async () => {
    const view = await window('ali', 'record_consent', id);

    await town.submit('ali', view, consentOf({ ground: 'legal:ssp' }));

    expect(town.cases.file(id).consents[0]?.ground).toEqual({ kind: 'legal_basis', basis: 'ssp' });
  });

  it('is not recorded by others than the coordinator', async () => {
    await town.team(id, 'jonas');
    const view = await window('jonas', 'record_consent', id);

    expect(await town.submit('jonas', view, consentOf())).toEqual({
      errors: { ground: caseRefusedText['not-coordinator'] },
    });
  });

  it('is shown to nobody outside the case file', async () => {
    expect(await town.press('else', 'record_consent', id)).toBeNull();
    expect(heardBy('else')).toEqual([caseRefusedText['unknown-case']]);
  });

  it('withdrawn takes out at once those it alone covered', async () => {
    await town.team(id, 'jonas');
    await town.shown(id);
    const view = await window('jonas', 'withdraw_consent', id);

    expect(await town.submit('jonas', view, { consent: 'consent-1' })).toBeNull();
    await town.shown(id);

    expect(town.slack.members(town.openChannels()[0] ?? '')).not.toContain(town.user('jonas'));
  });

  it('that is not there cannot be withdrawn, and that is said', async () => {
    expect(await town.press('ali', 'withdraw_consent', id)).toBeNull();
    expect(heardBy('ali')).toEqual([caseRefusedText['consent-over']]);
  });
});

describe('somebody more in the team', () => {
  let id: CaseFileId;
  beforeEach(async () => {
    id = (await town.openCase()).id;
    await town.team(id, 'jonas');
  });

  it('is in at once when a consent covers their party', async () => {
    await town.act(id, 'ali', { do: 'remove_member', staff: staff('jonas') });
    const view = await window('ali', 'invite_member', id);

    expect(await town.submit('ali', view, { person: town.user('jonas'), role: 'employment' })).toBeNull();

    expect(town.cases.file(id).team).toEqual([{ staff: 'jonas', role: 'employment' }]);
  });

  it('is a question to the coordinator otherwise, and whoever asked is told', async () => {
    const view = await window('jonas', 'invite_member', id);

    const answer = await town.submit('jonas', view, { person: town.user('else'), role: 'family' });

    expect(answer).toHaveProperty('update');
    expect(JSON.stringify(answer)).toContain('Koordinatoren er spurgt');
    expect(town.cases.file(id).team.map((one) => one.staff)).toEqual(['jonas']);
  });

  it('asked for by the coordinator leads to the consent, and then they are in', async () => {
    const view = await window('ali', 'invite_member', id);
    const answer = await town.submit('ali', view, { person: town.user('else'), role: 'family' });
    if (answer === null || !('update' in answer)) throw new Error('no consent was asked for');

    await town.submit('ali', answer.update, consentOf({ parties: ['family'], role: 'family' }));

    expect(town.cases.file(id).team.map((one) => one.staff)).toEqual(['jonas', 'else']);
  });

  it('whom somebody had put into the channel can be covered and let in from the notice', async () => {
    const view = await window('ali', 'cover_invitation', `${id} else`);

    await town.submit('ali', view, consentOf({ parties: ['family'], role: 'family' }));

    expect(town.cases.file(id).team).toContainEqual({ staff: 'else', role: 'family' });
  });

  it('can be refused, also when they were never asked for', async () => {
    await town.act(id, 'jonas', { do: 'invite', staff: staff('else'), role: 'family' });

    await town.press('ali', 'refuse_invitation', `${id} else`);
    await town.press('ali', 'refuse_invitation', `${id} mette`);

    expect(town.cases.file(id).invitations).toEqual([]);
    expect(heardBy('ali')).toEqual(['Personen er ikke med i sagen.', 'Personen er ikke med i sagen.']);
  });

  it('must be somebody the municipality knows', async () => {
    const stranger = town.slack.person({ name: 'Nogen', email: 'nogen@andet.example' });
    const view = await window('ali', 'invite_member', id);

    const answer = await town.submit('ali', view, { person: stranger.id, role: 'other' });

    expect(answer).toEqual({ errors: { person: caseRefusedText['unknown-staff'] } });
  });

  it('may leave by themselves; the coordinator may not', async () => {
    await town.press('jonas', 'leave_case', id);
    await town.press('ali', 'leave_case', id);

    expect(town.cases.file(id).team).toEqual([]);
    expect(heardBy('ali')).toEqual([caseRefusedText['is-coordinator']]);
  });
});

describe('the course', () => {
  let id: CaseFileId;
  beforeEach(async () => {
    id = (await town.openCase()).id;
    await town.team(id, 'jonas');
  });

  it('has a next step with a day, not in the past', async () => {
    const view = await window('jonas', 'set_next_step', id);

    const past = await town.submit('jonas', view, { text: 'Ring', by: '2026-10-01' });
    const kept = await town.submit('jonas', view, { text: 'Ring', by: '2026-11-02' });

    expect([past, kept]).toEqual([{ errors: { by: caseRefusedText['dates-wrong'] } }, null]);
    expect(town.cases.file(id).nextStep).not.toBeNull();
  });

  it('notes contact at one press', async () => {
    await town.press('jonas', 'had_contact', id);

    expect(town.cases.file(id).lastContactAt).not.toBeNull();
    expect(heardBy('jonas')).toEqual(['Kontakten er noteret i dag.']);
  });

  it('gets another coordinator', async () => {
    const view = await window('ali', 'choose_coordinator', id);
    expect(wordsIn(view)).not.toContain('ingen sager');

    await town.submit('ali', view, { coordinator: 'jonas', standIn: 'ali' });

    expect(town.cases.file(id)).toMatchObject({ coordinator: 'jonas', standIn: 'ali' });
  });

  it('is closed by the coordinator with an outcome and a summary, and opened again with a reason', async () => {
    const view = await window('jonas', 'close_case', id);
    const refused = await town.submit('jonas', view, { outcome: 'job', summary: 'Fik job' });
    const empty = await town.submit('ali', view, { outcome: 'job', summary: null });
    const done = await town.submit('ali', view, { outcome: 'job', summary: 'Fik job' });
    expect(town.cases.file(id).status).toBe('closed');

    const again = await window('ali', 'reopen_case', id);
    await town.submit('ali', again, { reason: 'Mistede jobbet' });

    expect(refused).toEqual({ errors: { outcome: caseRefusedText['not-coordinator'] } });
    expect(empty).toEqual({ errors: { summary: caseRefusedText['text-missing'] } });
    expect(done).toBeNull();
    expect(town.cases.file(id).status).toBe('open');
  });
});

const townsfolk = fakeStaffSide({
  clock: { now: () => 0 },
  signal: { raise: () => undefined, listen: () => () => undefined, close: async () => undefined },
});

// ---------------------------------------------------------------------------------------------------------------
// Every state

const manyPeople = (count: number): Kommune => {
  const { kommune } = townsfolk;
  const extra = Array.from({ length: count }, (_, index) => {
    const id = `person-${index}` as StaffId;
    const words = 'Navn<!channel>&'.repeat(6);
    return [
      id,
      { id, name: `${words}${index}`, role: words, party: 'family', email: 'a', leads: false, duty: false },
    ] as const;
  });
  return { ...kommune, staff: new Map([...kommune.staff, ...extra]) };
};
const kommune = manyPeople(150);
const people = [...kommune.staff.keys()];
const parties = [...kommune.parties.keys()];

const instant = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });
const person = fc.constantFrom(...people);
const consent: fc.Arbitrary<Consent> = fc.record({
  id: fc.uuid().map((id) => id as ConsentId),
  parties: fc.uniqueArray(fc.constantFrom(...parties), { minLength: 1 }),
  scopes: fc.uniqueArray(fc.constantFrom(...consentScopes), { minLength: 1 }),
  ground: fc.oneof(
    fc.constantFrom(...consentGivers).map((givenBy) => ({ kind: 'consent', givenBy }) as const),
    fc.constantFrom(...legalBases).map((basis) => ({ kind: 'legal_basis', basis }) as const),
  ),
  purpose: fc.constant('note'),
  recordedBy: person,
  from: fc.constant(0),
  until: instant,
  withdrawnAt: fc.option(instant),
  endedAt: fc.option(instant),
});
const caseFile: fc.Arbitrary<CaseFile> = fc.record({
  id: fc.uuid().map((id) => id as CaseFileId),
  version: fc.nat(),
  code: fc.constantFrom('4821', '10234'),
  status: fc.constantFrom('open', 'closed'),
  enquiry: fc.uuid().map((id) => id as EnquiryId),
  ageBand: fc.option(fc.constantFrom(...ageBands)),
  past17Half: fc.boolean(),
  openedBy: person,
  openedAt: instant,
  touchedAt: instant,
  coordinator: person,
  standIn: fc.option(person),
  team: fc.uniqueArray(fc.record({ staff: person, role: fc.constantFrom(...teamRoles) }), {
    selector: (one) => one.staff,
    maxLength: 120,
  }),
  invitations: fc.array(
    fc.record({ staff: person, role: fc.constantFrom(...teamRoles), askedBy: person, at: instant }),
    { maxLength: 60 },
  ),
  consents: fc.array(consent, { maxLength: 30 }),
  nextStep: fc.option(fc.record({ note: fc.constant('note'), by: instant })),
  lastContactAt: fc.option(instant),
  acuteAt: fc.option(instant),
  closing: fc.option(fc.record({ outcome: fc.constantFrom(...outcomes), note: fc.constant('note'), at: instant })),
});
const note = fc.oneof(
  fc.string({ maxLength: 50 }),
  fc.constantFrom(
    '<!channel> & <@U123> *fed* 010190-1234',
    'å'.repeat(9_000),
    '<&>'.repeat(3_000),
    '😀'.repeat(2_000),
    ' ',
  ),
);
/** Without the municipality, which is the same in all and long to print. */
const shown: fc.Arbitrary<Omit<Showing, 'kommune' | 'redact'>> = fc.record({
  caseFile,
  notes: note.map((words) => new Map([['note', words]])),
  now: instant,
  file: fc.constantFrom(
    { content: 'full', channels: new Map() } as const,
    { content: 'slim', channels: new Map() } as const,
  ),
  publicUrl: fc.constantFrom(null, 'https://indgang.example'),
});

const masked = (text: string) => text.replaceAll(/\d{6}-?\d{4}/g, '[CPR fjernet]');
const whole = (one: Omit<Showing, 'kommune' | 'redact'>): Showing => ({ ...one, kommune, redact: masked });

describe('every message about a case file', () => {
  const all = (one: Showing): readonly Said[] => [
    overviewMessage(one),
    welcomeMessage(one, null),
    welcomeMessage(one, 'sag-4821'),
    summaryMessage(one),
    alertMessage(one, null),
    alertMessage(one, 'U1'),
    pointerMessage('C1'),
  ];

  it('is within Slack’s limits, has words beside its blocks, and lets nobody’s words act', () => {
    fc.assert(
      fc.property(shown, (one) => {
        for (const { text, blocks } of all(whole(one))) {
          expect(text.trim()).not.toBe('');
          expect(text.length).toBeLessThanOrEqual(most.text);
          const acting = text + JSON.stringify(markdownIn(blocks));
          expect(acting).not.toMatch(/<!channel>|<@U123>|\d{6}-\d{4}/);
        }
        expect(purposeOf(one.caseFile).length).toBeLessThanOrEqual(250);
        expect(topicWords.length).toBeLessThanOrEqual(250);
      }),
      seeded('every message about a case file', 300),
    );
  });

  it('is the same for the same state', () => {
    fc.assert(
      fc.property(shown, (one) => {
        expect(all(whole(one))).toEqual(all(whole({ ...one, caseFile: structuredClone(one.caseFile) })));
      }),
      seeded('the same state', 50),
    );
  });

  it('opens windows that Slack takes', () => {
    fc.assert(
      fc.property(shown, person, ({ caseFile: file }, who) => {
        const invited = { staff: who, party: 'family', role: 'family' } as const;
        const coordinators = people.map((one, load) => ({ staff: one, load, tooMany: load > 4 }));
        const views = [
          openWindow(kommune, file.enquiry, { coordinators, missing: [...teamRoles] }),
          consentWindow(kommune, file, file.id, null),
          consentWindow(kommune, file, `${file.id} ${who}`, invited),
          ...(file.consents.length > 0 ? [withdrawWindow(kommune, file, file.consents)] : []),
        ];
        for (const view of views) expect(() => checkedView(view, 'modal', () => 'id')).not.toThrow();
      }),
      seeded('windows', 60),
    );
  });
});

describe('the words', () => {
  it('are sentences of at most fifteen words', () => {
    const sentences = [caseRefusedText, goneWords, noChannelWords]
      .flatMap((words) => Object.values(words))
      .flatMap((words) => words.split(/(?<=[.!?])\s+/));

    for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(15);
  });

  it('know when a day ends where the municipality is, in summer and in winter', () => {
    const denmark = { timeZone: 'Europe/Copenhagen' };

    expect(endOfDay('2026-07-01', denmark)).toBe(Date.UTC(2026, 6, 1, 22) - 1);
    expect(endOfDay('2026-12-01', denmark)).toBe(Date.UTC(2026, 11, 1, 23) - 1);
    expect(endOfDay('2026-10-25', denmark)).toBe(Date.UTC(2026, 9, 25, 23) - 1);
    expect([endOfDay('i morgen', denmark), endOfDay(null, denmark)]).toEqual([null, null]);
  });
});

/** All texts in which Slack reads markup. */
function markdownIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(markdownIn);
  if (typeof part !== 'object' || part === null) return [];
  if ('type' in part && part.type === 'mrkdwn' && 'text' in part) return [String(part.text)];
  return Object.values(part).flatMap(markdownIn);
}
