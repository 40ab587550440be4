import { describe, expect, it } from 'vitest';
import { mayKnow } from '../../src/domain/case-access.ts';
import { closeCase } from '../../src/domain/case-course.ts';
import { caseEffectsOf } from '../../src/domain/case-effect.ts';
import type { CaseFile, ConsentGiver, ConsentId } from '../../src/domain/case-file.ts';
import { consentGivers } from '../../src/domain/case-file.ts';
import { invite } from '../../src/domain/case-members.ts';
import { membersNow } from '../../src/domain/case-team.ts';
import type { ConsentAsked } from '../../src/domain/consent.ts';
import { endConsents, giversFor, recordConsent, tellAge, withdrawConsent } from '../../src/domain/consent.ts';
import type { AgeBand } from '../../src/domain/words.ts';
import { asked, birgit, inHand, jonas, karen, opened, refused, sara, standIn, value } from './case-town.ts';
import { day, kommune, minute } from './town.ts';

const { state } = opened();
const record = (from: CaseFile, what: ConsentAsked, at = minute(3)) => recordConsent(from, karen, what, kommune, at);

/** A case file with these two consents and Jonas from employment in the team. */
const shared = value(record(value(record(state, asked(['employment']))).state, asked(['health', 'guidance']))).state;
const joined = value(invite(shared, karen, { staff: jonas.id, role: 'employment' }, kommune, minute(4))).state;
const ofEmployment = 'consent-employment' as ConsentId;

describe('a consent', () => {
  it('says who may know what, what for, given by whom, until when', () => {
    expect(shared.consents[0]).toEqual({
      id: ofEmployment,
      parties: ['employment'],
      scopes: ['contact', 'education'],
      ground: { kind: 'consent', givenBy: 'youth' },
      purpose: 'note-1',
      recordedBy: karen.id,
      from: minute(3),
      until: day(30),
      withdrawnAt: null,
      endedAt: null,
    });
  });

  it('is given by whoever can give it at that age, and by nobody while the age is unknown', () => {
    const given: Record<string, readonly ConsentGiver[]> = {};
    for (const ageBand of ['under_15', '15_17', '18_24', '25_plus', null] as const) {
      const from = opened({ ...inHand(), ageBand }).state;
      expect(consentGivers.filter((giver) => record(from, asked(['health'], giver)).ok)).toEqual(giversFor(ageBand));
      given[ageBand ?? 'unknown'] = consentGivers.filter((giver) => record(from, asked(['health'], giver)).ok);
    }

    expect(given).toEqual({
      under_15: ['custodian'],
      '15_17': ['youth', 'youth_and_custodian'],
      '18_24': ['youth'],
      '25_plus': ['youth'],
      unknown: [],
    });
    expect(record(state, asked(['health'], 'custodian'))).toEqual(refused('consent-giver-wrong'));
  });

  it('can be a legal basis instead, at any age', () => {
    const from = opened({ ...inHand(), ageBand: null }).state;
    const basis = asked(['health'], 'youth', { ground: { kind: 'legal_basis', basis: 'barnets_lov_notification' } });

    expect(value(record(from, basis)).state.consents[0]?.ground).toEqual(basis.ground);
  });

  it('ends in the future and within a year', () => {
    const until = (at: number) => record(state, asked(['health'], 'youth', { until: at }), minute(3));

    expect(until(minute(3))).toEqual(refused('dates-wrong'));
    expect(until(minute(3) + 367 * 24 * 60 * 60_000)).toEqual(refused('dates-wrong'));
    expect(until(Number.NaN)).toEqual(refused('dates-wrong'));
    expect(until(day(365)).ok).toBe(true);
  });

  it('shares something with somebody', () => {
    expect(record(state, asked([]))).toEqual(refused('nothing-shared'));
    expect(record(state, asked(['health'], 'youth', { scopes: [] }))).toEqual(refused('nothing-shared'));
  });

  it('is recorded by those who coordinate, in an open case file', () => {
    const closed = value(closeCase(state, karen, { outcome: 'helped', note: 'n' }, minute(4))).state;

    expect(recordConsent(joined, jonas, asked(['ppr']), kommune, minute(5))).toEqual(refused('not-coordinator'));
    expect(recordConsent(joined, standIn, asked(['ppr']), kommune, minute(5)).ok).toBe(true);
    expect(recordConsent(closed, karen, asked(['ppr']), kommune, minute(5))).toEqual(refused('case-closed'));
  });

  it('is one when it is recorded twice, so that withdrawing it leaves no double', () => {
    const twice = record(shared, asked(['guidance', 'health']), minute(4));

    expect(value(twice).events).toEqual([]);
    expect(value(record(shared, asked(['health']), minute(4))).events).toHaveLength(1);
    const later = value(withdrawConsent(shared, karen, 'consent-health-guidance' as ConsentId, kommune, minute(5)));
    expect(value(record(later.state, asked(['guidance', 'health']), minute(6))).events).toHaveLength(1);
  });

  it('has a clock that wakes when it has run out', () => {
    const { state: after, events } = value(record(state, asked(['health'])));
    const clocks = caseEffectsOf(after, events).filter(({ kind }) => kind === 'watch-consent');

    expect(clocks).toMatchObject([{ dueAt: day(30), caseFile: state.id }]);
  });
});

describe('withdrawing a consent', () => {
  it('takes out at once those it alone covered, whoever in the team notes it', () => {
    const { state: after, events } = value(withdrawConsent(joined, jonas, ofEmployment, kommune, minute(6)));

    expect(events.map(({ type }) => type)).toEqual(['ConsentWithdrawn', 'MemberLeft']);
    expect(events[1]).toMatchObject({ staff: jonas.id, why: 'consent_withdrawn' });
    expect(membersNow(after, kommune, minute(6))).toEqual([karen.id, standIn.id]);
  });

  it('leaves in the team whom another consent covers', () => {
    const twice = value(record(joined, asked(['employment', 'ppr']))).state;
    const after = value(withdrawConsent(twice, karen, ofEmployment, kommune, minute(6))).state;

    expect(mayKnow(after, jonas.id, kommune, minute(6))).toBe(true);
  });

  it('is for a consent that exists and still stands', () => {
    const after = value(withdrawConsent(joined, karen, ofEmployment, kommune, minute(6))).state;

    expect(withdrawConsent(joined, karen, 'none' as ConsentId, kommune, minute(6))).toEqual(refused('unknown-consent'));
    expect(withdrawConsent(after, karen, ofEmployment, kommune, minute(7))).toEqual(refused('consent-over'));
    expect(withdrawConsent(joined, karen, ofEmployment, kommune, day(31))).toEqual(refused('consent-over'));
  });

  it('works on a closed case file too', () => {
    const closed = value(closeCase(joined, karen, { outcome: 'helped', note: 'n' }, minute(5))).state;

    expect(value(withdrawConsent(closed, karen, ofEmployment, kommune, minute(6))).state.team).toEqual([]);
  });
});

describe('a consent that has run out', () => {
  it('covers nobody from that moment, noticed or not', () => {
    expect(mayKnow(joined, jonas.id, kommune, day(30) - 1)).toBe(true);
    expect(mayKnow(joined, jonas.id, kommune, day(30))).toBe(false);
  });

  it('is noticed once, and those it covered leave', () => {
    const ended = endConsents(joined, kommune, day(30));

    expect(ended?.events.map(({ type }) => type)).toEqual(['ConsentEnded', 'ConsentEnded', 'MemberLeft']);
    expect(ended?.state.team).toEqual([]);
    expect(endConsents(ended?.state ?? joined, kommune, day(31))).toBeNull();
    expect(endConsents(joined, kommune, day(29))).toBeNull();
  });
});

describe('an age that is told', () => {
  const tell = (from: CaseFile, ageBand: AgeBand) => tellAge(from, { ageBand, by: karen.id }, kommune, minute(9));
  const childs = opened({ ...inHand(), ageBand: 'under_15' }).state;
  const given = value(record(childs, asked(['adult_social'], 'custodian'))).state;
  const withBirgit = value(invite(given, karen, { staff: birgit.id, role: 'other' }, kommune, minute(4))).state;

  it('opens for consent', () => {
    const unknown = opened({ ...inHand(), ageBand: null }).state;

    expect(record(tell(unknown, '18_24').state, asked(['health'])).ok).toBe(true);
  });

  it('ends what somebody else alone gave, when it is the youth’s own to give', () => {
    expect(tell(withBirgit, '15_17').state).toMatchObject({ team: [], consents: [{ endedAt: minute(9) }] });
    expect(tell(withBirgit, 'under_15').state.team).toHaveLength(1);
    expect(tell(joined, '18_24').state.team).toHaveLength(1);
    expect(tell(joined, 'under_15').state.team).toEqual([]);
  });
});

describe('whoever is not in it', () => {
  it('knows nothing: not the one who opened it, not the coordinator’s colleagues', () => {
    const alone = { ...state, standIn: null };

    expect([sara, standIn, jonas].map(({ id }) => mayKnow(alone, id, kommune, minute(5)))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
