import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayKnow } from '../../src/domain/case-access.ts';
import { chooseCoordinator } from '../../src/domain/case-coordinator.ts';
import {
  closeCase,
  findIntruder,
  hadContact,
  hearAcute,
  reopenCase,
  turn17Half,
} from '../../src/domain/case-course.ts';
import { caseEffectsOf } from '../../src/domain/case-effect.ts';
import type { CaseEvent } from '../../src/domain/case-event.ts';
import type { CaseDraft } from '../../src/domain/case-evolve.ts';
import { replayCase } from '../../src/domain/case-evolve.ts';
import type { CaseFile, ConsentId } from '../../src/domain/case-file.ts';
import { consentGivers, teamRoles } from '../../src/domain/case-file.ts';
import { checkCase, checkCaseEffects, checkCaseFold, checkCaseJournal } from '../../src/domain/case-invariants.ts';
import { invite, leave, refuseInvitation, removeMember } from '../../src/domain/case-members.ts';
import { membersNow } from '../../src/domain/case-team.ts';
import { endConsents, recordConsent, tellAge, withdrawConsent } from '../../src/domain/consent.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import type { Result } from '../../src/domain/result.ts';
import { ageBands, partyCodes } from '../../src/domain/words.ts';
import { seeded } from '../seed.ts';
import { asked, caseId, jonas, karen, opened, withConsent } from './case-town.ts';
import { kommune, minute } from './town.ts';

/** The model: one stored case file, its journal, and the clock. */
interface Stored {
  state: CaseFile;
  journal: CaseEvent[];
  now: number;
  /** Consents recorded so far; each has an id of its own. */
  consents: number;
}
type Decision = (stored: Stored) => Result<CaseDraft, string> | CaseDraft | null;
interface Step {
  readonly waitMinutes: number;
  readonly decide: Decision;
}

const dayMs = 24 * 60 * 60_000;
const anyStaff = fc.constantFrom(...kommune.staff.values());
/** Somebody who coordinates acts too, or few sequences would get far. */
const anyActor: fc.Arbitrary<(state: CaseFile) => Staff> = fc.oneof(
  anyStaff.map((staff) => () => staff),
  fc.constant((state: CaseFile) => kommune.staff.get(state.coordinator) ?? karen),
);

const act = <Input>(
  input: fc.Arbitrary<Input>,
  decision: (stored: Stored, by: Staff, input: Input) => Result<CaseDraft, string>,
): fc.Arbitrary<Decision> =>
  fc.tuple(anyActor, input).map(
    ([actor, given]) =>
      (stored) =>
        decision(stored, actor(stored.state), given),
  );

const nothing = fc.constant(null);
const anyMember = fc.record({ staff: anyStaff.map(({ id }) => id), role: fc.constantFrom(...teamRoles) });

const recorded = act(
  fc.record({
    parties: fc.array(fc.constantFrom(...partyCodes), { maxLength: 4 }),
    givenBy: fc.constantFrom(...consentGivers),
    isLegal: fc.boolean(),
    days: fc.integer({ min: -1, max: 400 }),
  }),
  (stored, by, { parties, givenBy, isLegal, days }) => {
    stored.consents += 1;
    const id = `consent-${stored.consents}` as ConsentId;
    const legal = { kind: 'legal_basis', basis: 'ssd' } as const;
    const what = asked(parties, givenBy, { id, until: stored.now + days * dayMs, ...(isLegal && { ground: legal }) });
    return recordConsent(stored.state, by, what, kommune, stored.now);
  },
);

const chosen = act(
  fc.record({ coordinator: anyStaff.map(({ id }) => id), standIn: fc.option(anyStaff.map(({ id }) => id)) }),
  ({ state, now }, by, people) => chooseCoordinator(state, by, people, kommune, now),
);

const decisions: fc.Arbitrary<Decision> = fc.oneof(
  recorded,
  recorded,
  chosen,
  act(anyMember, ({ state, now }, by, who) => invite(state, by, who, kommune, now)),
  act(anyMember, ({ state, now }, by, who) => invite(state, by, who, kommune, now)),
  act(fc.nat(), ({ state, now }, by, nth) => {
    const consent = state.consents[nth % Math.max(1, state.consents.length)];
    return withdrawConsent(state, by, consent?.id ?? ('none' as ConsentId), kommune, now);
  }),
  act(anyStaff, ({ state, now }, by, { id }) => refuseInvitation(state, by, id, now)),
  act(anyStaff, ({ state, now }, by, { id }) => removeMember(state, by, id, now)),
  act(nothing, ({ state, now }, by) => leave(state, by, now)),
  act(nothing, ({ state, now }, by) => turn17Half(state, by, now)),
  act(nothing, ({ state, now }, by) => hadContact(state, by, now)),
  act(nothing, ({ state, now }, by) => closeCase(state, by, { outcome: 'helped', note: 'n' }, now)),
  act(nothing, ({ state, now }, by) => reopenCase(state, by, 'n', now)),
  fc.constantFrom(...ageBands).map((ageBand) => ({ state, now }: Stored) => {
    return state.status === 'closed' ? null : tellAge(state, { ageBand, by: null }, kommune, now);
  }),
  fc.option(anyStaff).map(
    (found) =>
      ({ state, now }: Stored) =>
        findIntruder(state, found?.id ?? null, kommune, now),
  ),
  fc.constant(({ state, now }: Stored) => hearAcute(state, now, now)),
);

const step: fc.Arbitrary<Step> = fc.record({
  waitMinutes: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 60 * 24 * 60 })),
  decide: decisions,
});

function store(stored: Stored, decided: ReturnType<Decision>): void {
  const draft = decided === null ? null : 'ok' in decided ? (decided.ok ? decided.value : null) : decided;
  if (draft === null) return;
  expect(checkCaseEffects(draft.state, draft.events, caseEffectsOf(draft.state, draft.events))).toEqual([]);
  stored.state = draft.state;
  stored.journal.push(...draft.events);
}

function takeStep(stored: Stored, { waitMinutes, decide }: Step): void {
  stored.now += waitMinutes * 60_000;
  store(stored, endConsents(stored.state, kommune, stored.now));
  store(stored, decide(stored));
  const { state, now } = stored;
  expect(checkCase(state, kommune, now)).toEqual([]);
  const members = membersNow(state, kommune, now);
  expect(members[0]).toBe(state.coordinator);
  expect([...kommune.staff.keys()].filter((id) => mayKnow(state, id, kommune, now)).sort()).toEqual(
    [...members].sort(),
  );
}

function begin(): Stored {
  const { state, events } = opened();
  return { state, journal: [...events], now: minute(3), consents: 0 };
}

describe('every case file, whatever happens', () => {
  it('has one coordinator, nobody in it uncovered, and an unbroken journal (1,000 sequences)', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
        const stored = begin();
        for (const one of steps) takeStep(stored, one);
        for (const { type } of stored.journal) seen.add(type);
        expect(checkCaseJournal(caseId, stored.journal)).toEqual([]);
        expect(checkCaseFold(stored.journal, stored.state)).toEqual([]);
        expect(stored.journal.length).toBe(stored.state.version);
      }),
      seeded('case file model', 1000),
    );
    expect([...seen].sort()).toEqual(everyType);
  });

  it('comes back as a prefix of its journal after a crash', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), fc.nat(), (steps, cut) => {
        const stored = begin();
        for (const one of steps) takeStep(stored, one);
        const prefix = stored.journal.slice(0, 1 + (cut % stored.journal.length));
        expect(replayCase(caseId, prefix)?.version).toBe(prefix.length);
      }),
      seeded('case file recovery', 200),
    );
  });
});

/** All that can happen, but the next step, which changes nothing that is checked here. */
const everyType: readonly CaseEvent['type'][] = [
  'AcuteHeard',
  'AgeTold',
  'CaseClosed',
  'CaseOpened',
  'CaseReopened',
  'ConsentEnded',
  'ConsentRecorded',
  'ConsentWithdrawn',
  'ContactHad',
  'CoordinatorChosen',
  'IntruderFound',
  'InvitationAsked',
  'InvitationRefused',
  'MemberAdded',
  'MemberLeft',
  'Turned17Half',
];

describe('the checks themselves', () => {
  const { state, events } = opened();
  const rulesOf = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule);

  it('see a coordinator who does not exist, somebody twice, and somebody uncovered', () => {
    const member = { staff: jonas.id, role: 'employment' } as const;
    const covered = withConsent(state, 'employment', 'family');
    const check = (changed: object, from = covered) => rulesOf(checkCase({ ...from, ...changed }, kommune, minute(5)));

    expect(check({ team: [member] })).toEqual([]);
    expect(check({ coordinator: 'ghost' })).toEqual(['C1']);
    expect(check({ standIn: karen.id })).toEqual(['C1']);
    expect(check({ team: [{ ...member, staff: karen.id }] })).toEqual(['C1']);
    expect(check({ team: [member], invitations: [{ ...member, askedBy: karen.id, at: 0 }] })).toEqual(['C1']);
    expect(check({ team: [member] }, state)).toEqual(['C2']);
  });

  it('see a step that is not allowed, a closing without a reason, and a state that is not the fold', () => {
    const closing = { type: 'CaseClosed', outcome: 'helped', note: '', by: karen.id, at: minute(5) } as const;
    const contact = { type: 'ContactHad', by: karen.id, at: minute(6) } as const;

    expect(rulesOf(checkCaseJournal(caseId, [...events, closing, contact]))).toEqual(['C4', 'C3']);
    expect(rulesOf(checkCaseFold(events, { ...state, code: '1' }))).toEqual(['C3']);
  });

  it('see a missing effect', () => {
    expect(rulesOf(checkCaseEffects(state, events, []))).toEqual(['C5', 'C5']);
  });
});
