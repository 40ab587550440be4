/** The desk's words about case files: plain, short, and there for every code. */
import { describe, expect, it } from 'vitest';
import { dayOf, endOfDay, timesOf } from '../../adapters/desk/case-days.ts';
import { caseEventWords } from '../../adapters/desk/case-timeline.ts';
import {
  caseActionWords,
  caseDoneWords,
  caseRefusalWords,
  dueWords,
  listWords,
  loadWords,
} from '../../adapters/desk/case-words.ts';
import { basisWords } from '../../adapters/staff-words.ts';
import type { CaseEvent } from '../../src/domain/case-event.ts';
import type { ConsentId } from '../../src/domain/case-file.ts';
import { consentScopes, legalBases } from '../../src/domain/case-file.ts';
import { asked, caseId, karen, opened, standIn, withConsent } from '../domain/case-town.ts';
import { kommune, minute } from '../domain/town.ts';

const zone = 'Europe/Copenhagen';

describe('days where the municipality is', () => {
  it.each([
    ['2027-01-04', '2027-01-04T22:59:59.999Z'],
    ['2027-07-04', '2027-07-04T21:59:59.999Z'],
    ['2027-03-27', '2027-03-27T22:59:59.999Z'],
    ['2027-03-28', '2027-03-28T21:59:59.999Z'],
    ['2027-10-30', '2027-10-30T21:59:59.999Z'],
    ['2027-10-31', '2027-10-31T22:59:59.999Z'],
  ])('%s ends at %s, also when the clocks change', (day, end) => {
    expect(new Date(endOfDay(day, zone)).toISOString()).toBe(end);
    expect(dayOf(endOfDay(day, zone), zone)).toBe(day);
    expect(dayOf(endOfDay(day, zone) + 1, zone)).not.toBe(day);
  });

  it.each([
    ['2027-01-04T22:00:00Z', 'i dag'],
    ['2027-01-05T22:59:00Z', 'i morgen'],
    ['2027-01-03T12:00:00Z', 'i går'],
    ['2027-01-09T12:00:00Z', 'den 9. januar 2027'],
  ])('%s is "%s" on 4 January', (iso, words) => {
    expect(timesOf(zone, Date.parse('2027-01-04T09:00:00Z')).day(iso)).toBe(words);
  });

  it('say how late something is', () => {
    const times = timesOf(zone, Date.parse('2027-01-09T09:00:00Z'));

    expect(dueWords({ text: '', by: '2027-01-06T22:59:59Z', late: true }, times)).toBe(
      'Overskredet med 3 dage: skulle være gjort den 6. januar 2027',
    );
  });
});

describe('sentences', () => {
  const said = [caseRefusalWords, caseDoneWords].flatMap((words) => Object.values<string>(words));

  it.each(said)('"%s" is plain: at most fifteen words, and a full stop', (words) => {
    const sentences = words.split(/(?<=\.) /);

    expect(words).toMatch(/^[A-ZÆØÅ].*\.$/);
    for (const sentence of sentences) expect(sentence.split(' ').length).toBeLessThanOrEqual(15);
  });

  it('say each thing differently', () => {
    for (const words of [caseRefusalWords, caseDoneWords, caseActionWords, basisWords]) {
      const all = Object.values(words);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('join lists as people do', () => {
    expect([listWords([]), listWords(['a']), listWords(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b og c']);
    expect([0, 1, 6].map(loadWords)).toEqual(['ingen sager nu', '1 sag nu', '6 sager nu']);
  });
});

describe('what happened to a case file', () => {
  const state = withConsent(opened().state, 'employment');
  const consent = state.consents[0]?.id ?? ('' as ConsentId);
  const by = karen.id;
  const at = minute(5);
  const notes = new Map([['n', 'Ring til skolen']]);
  const words = (event: CaseEvent) => caseEventWords(event, state, notes, kommune);

  const legal = { ...asked(['health']), from: at, recordedBy: by, withdrawnAt: null, endedAt: null };
  it.each<[CaseEvent, string]>([
    [{ type: 'CoordinatorChosen', by, coordinator: by, standIn: null, at }, 'Der er ingen stedfortræder.'],
    [{ type: 'CoordinatorChosen', by, coordinator: by, standIn: standIn.id, at }, 'family-leader er stedfortræder.'],
    [{ type: 'AgeTold', ageBand: '15_17', by: null, at }, 'Den unge fortalte sin alder: 15–17 år.'],
    [{ type: 'AgeTold', ageBand: '15_17', by, at }, 'family-staff skrev alderen: 15–17 år.'],
    [
      { type: 'ConsentRecorded', consent: { ...legal, ground: { kind: 'legal_basis', basis: 'ssp' } }, at },
      'family-staff delte uden samtykke (SSP-samarbejdet): health må vide om kontakt og aftaler og uddannelse.',
    ],
    [
      { type: 'ConsentWithdrawn', consent, by, at },
      'family-staff skrev, at samtykket for employment er taget tilbage.',
    ],
    [{ type: 'ConsentEnded', consent, at }, 'Samtykket for employment gælder ikke længere.'],
    [{ type: 'ConsentEnded', consent: 'gone' as ConsentId, at }, 'Et samtykke gælder ikke længere.'],
    [
      { type: 'MemberLeft', staff: standIn.id, why: 'consent_ended', by: null, at },
      'family-leader gik ud af teamet, fordi samtykket ikke gælder længere.',
    ],
    [
      { type: 'IntruderFound', staff: null, at },
      'En ukendt person var i sagens kanal uden at måtte være det og er fjernet.',
    ],
    [{ type: 'NextStepSet', note: 'n', dueBy: at, by, at }, 'family-staff satte næste skridt: Ring til skolen'],
  ])('%j', (event, sentence) => {
    expect(words(event)).toContain(sentence);
  });

  it('names every scope and every legal basis', () => {
    for (const scope of consentScopes) {
      const recorded = { ...legal, scopes: [scope] };
      expect(words({ type: 'ConsentRecorded', consent: recorded, at })).toMatch(/må vide om \p{L}+/u);
    }
    expect(Object.keys(basisWords)).toEqual([...legalBases]);
    expect(state.id).toBe(caseId);
  });
});
