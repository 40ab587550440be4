import { describe, expect, it } from 'vitest';
import { maySee, mayTake } from '../../src/domain/access.ts';
import { mayKnow } from '../../src/domain/case-access.ts';
import { chooseCoordinator, openCaseFile, suggestCoordinators } from '../../src/domain/case-coordinator.ts';
import {
  closeCase,
  findIntruder,
  hadContact,
  hearAcute,
  reopenCase,
  setNextStep,
  turn17Half,
} from '../../src/domain/case-course.ts';
import { caseEffectsOf } from '../../src/domain/case-effect.ts';
import { linkAge, linkEnquiry } from '../../src/domain/case-link.ts';
import { invite, leave, refuseInvitation, removeMember } from '../../src/domain/case-members.ts';
import { membersNow, missingRoles, neededRoles } from '../../src/domain/case-team.ts';
import { effectsOf } from '../../src/domain/effect.ts';
import { close } from '../../src/domain/handoff.ts';
import { route, subjectOf } from '../../src/domain/routing.ts';
import { hear } from '../../src/domain/triage.ts';
import type { IntentId, StaffId } from '../../src/domain/words.ts';
import {
  birgit,
  caseId,
  inHand,
  jonas,
  karen,
  opened,
  refused,
  sara,
  standIn,
  value,
  withConsent,
} from './case-town.ts';
import { day, hour, kommune, minute, rules, staffNamed, understood } from './town.ts';

const nobody = 'nobody' as StaffId;
const people = { coordinator: karen.id, standIn: null, past17Half: false } as const;
const opening = { id: caseId, code: '4821', ...people } as const;

describe('opening a case file', () => {
  it('is for whoever has the enquiry in hand', () => {
    expect(opened().state).toMatchObject({ status: 'open', coordinator: karen.id, standIn: standIn.id, team: [] });
    expect(openCaseFile(inHand(), karen, opening, kommune, minute(2))).toEqual(refused('not-in-hand'));
    const waiting = { ...inHand(), status: 'waiting' } as const;
    expect(openCaseFile(waiting, sara, opening, kommune, minute(2))).toEqual(refused('not-in-hand'));
  });

  it('names one coordinator who exists, and another person as stand-in', () => {
    const choosing = (chosen: object) => openCaseFile(inHand(), sara, { ...opening, ...chosen }, kommune, minute(2));

    expect(choosing({ coordinator: nobody })).toEqual(refused('unknown-staff'));
    expect(choosing({ standIn: nobody })).toEqual(refused('unknown-staff'));
    expect(choosing({ standIn: karen.id })).toEqual(refused('already-member'));
    expect(value(choosing({})).state.standIn).toBeNull();
  });

  it('asks for the team to be shown it and the enquiry to be told', () => {
    const { state, events } = opened();

    expect(caseEffectsOf(state, events)).toMatchObject([
      { kind: 'show-case', key: 'case.case-1', caseFile: caseId, enquiry: state.enquiry },
      { kind: 'link-case', caseFile: caseId, enquiry: state.enquiry },
    ]);
  });
});

describe('the coordinator that is suggested', () => {
  const best = (enquiry: ReturnType<typeof inHand>, holder: StaffId, loads: readonly [StaffId, number][] = []) =>
    suggestCoordinators(enquiry, holder, kommune, new Map(loads)).map(({ staff }) => staff);

  it('is under 18 whoever has it in family, then the coordinators, then the rest of family by load', () => {
    const order = best(inHand('15_17'), karen.id, [['coordinator-leader' as StaffId, 2]]);

    expect(order.slice(0, 4)).toEqual([karen.id, 'coordinator-staff', 'coordinator-leader', standIn.id]);
  });

  it('does not begin with a holder from a party that does not fit', () => {
    expect(best(inHand('15_17'), sara.id)[0]).toBe('coordinator-leader');
    expect(best(inHand('18_24'), sara.id)[0]).toBe(sara.id);
  });

  it('is family in aftercare too', () => {
    const young = inHand('18_24');
    const aftercare = { ...young, others: ['youth_support_18' as IntentId] };

    expect(best(young, karen.id)[0]).not.toBe(karen.id);
    expect(best(aftercare, karen.id)[0]).toBe(karen.id);
  });

  it('warns when it would be the sixth, and refuses nobody', () => {
    const loads = new Map([
      [karen.id, 5],
      [standIn.id, 4],
    ]);
    const suggested = suggestCoordinators(inHand('15_17'), karen.id, kommune, loads);
    const of = (id: StaffId) => suggested.find(({ staff }) => staff === id);

    expect(of(karen.id)).toEqual({ staff: karen.id, load: 5, tooMany: true });
    expect(of(standIn.id)).toEqual({ staff: standIn.id, load: 4, tooMany: false });
    expect(suggested[0]?.staff).toBe(karen.id);
  });

  it('is never somebody who leads, guards data or keeps watch', () => {
    const parties = best(inHand('18_24'), sara.id).map((id) => kommune.staff.get(id)?.party);

    expect(parties).not.toContain('leader');
    expect(parties).not.toContain('data_protection');
    expect(parties).not.toContain('on_call');
    expect(parties).toContain('adult_social');
  });
});

describe('another coordinator', () => {
  const state = withConsent(opened().state, 'family');
  const choose = (by = karen, coordinator = sara.id, standInNow: StaffId | null = null, from = state) =>
    chooseCoordinator(from, by, { coordinator, standIn: standInNow }, kommune, minute(5));

  it('is chosen by those who coordinate, or by the leader of their party', () => {
    expect(choose(jonas)).toEqual(refused('not-coordinator'));
    expect(choose(staffNamed('guidance-leader'))).toEqual(refused('not-coordinator'));
    const alone = value(choose(karen, karen.id, null)).state;
    expect(value(choose(standIn, sara.id, null, alone)).state.coordinator).toBe(sara.id);
  });

  it('can be chosen by the leader of the youth effort when the coordinator has left the municipality', () => {
    const left = { ...state, coordinator: nobody, standIn: null };

    expect(value(choose(staffNamed('leader-leader'), sara.id, null, left)).state.coordinator).toBe(sara.id);
    expect(choose(staffNamed('leader-leader'))).toEqual(refused('not-coordinator'));
  });

  it('leaves the one before in the team only when a consent covers them', () => {
    expect(value(choose()).state.team.map(({ staff }) => staff)).toEqual([karen.id, standIn.id]);
    const uncovered = value(choose(karen, sara.id, null, opened().state)).state;
    expect(uncovered.team).toEqual([]);
    expect(mayKnow(uncovered, karen.id, kommune, minute(6))).toBe(false);
  });

  it('is in the team once: as coordinator, not as a member or as one asked for', () => {
    const invited = value(invite(state, karen, { staff: jonas.id, role: 'employment' }, kommune, minute(4))).state;
    const chosen = value(choose(karen, jonas.id, karen.id, invited)).state;

    expect(chosen).toMatchObject({ coordinator: jonas.id, standIn: karen.id, invitations: [] });
    expect(chosen.team.map(({ staff }) => staff)).toEqual([standIn.id]);
  });

  it('who is the same as before is nothing to store', () => {
    expect(value(choose(karen, karen.id, standIn.id)).events).toEqual([]);
  });
});

describe('the team', () => {
  it('needs family, guidance and employment under 18, and adult social services from 17½', () => {
    expect(neededRoles({ ageBand: '15_17', past17Half: false })).toEqual(['family', 'guidance', 'employment']);
    expect(neededRoles({ ageBand: '15_17', past17Half: true })).toContain('adult_social');
    expect(neededRoles({ ageBand: '18_24', past17Half: false })).toEqual(['guidance', 'employment', 'adult_social']);
    expect(neededRoles({ ageBand: null, past17Half: false })).toEqual(['family', 'guidance', 'employment']);
  });

  it('names who is missing, and counts the coordinator', () => {
    const state = withConsent(opened().state, 'employment');
    expect(missingRoles(state, kommune, minute(4))).toEqual(['guidance', 'employment']);

    const joined = value(invite(state, karen, { staff: jonas.id, role: 'employment' }, kommune, minute(4))).state;
    expect(missingRoles(joined, kommune, minute(5))).toEqual(['guidance']);
    expect(missingRoles(joined, kommune, day(31))).toEqual(['guidance', 'employment']);

    const older = value(turn17Half(joined, karen, minute(5))).state;
    expect(missingRoles(older, kommune, minute(6))).toEqual(['guidance', 'adult_social']);
  });

  it('takes in at once whom a consent covers, and asks the coordinator about anybody else', () => {
    const state = withConsent(opened().state, 'employment');
    const withJonas = value(invite(state, karen, { staff: jonas.id, role: 'employment' }, kommune, minute(4))).state;
    const withBirgit = value(invite(withJonas, jonas, { staff: birgit.id, role: 'other' }, kommune, minute(5)));

    expect(membersNow(withJonas, kommune, minute(5))).toEqual([karen.id, standIn.id, jonas.id]);
    expect(withBirgit.state.invitations).toMatchObject([{ staff: birgit.id, askedBy: jonas.id }]);
    expect(mayKnow(withBirgit.state, birgit.id, kommune, minute(6))).toBe(false);
    const again = invite(withBirgit.state, jonas, { staff: birgit.id, role: 'other' }, kommune, minute(6));
    expect(value(again).events).toEqual([]);
  });

  it('lets those join who were asked for as soon as a consent covers them', () => {
    const { state } = value(
      invite(opened().state, karen, { staff: birgit.id, role: 'adult_social' }, kommune, minute(4)),
    );
    const covered = withConsent(state, 'adult_social');

    expect(covered).toMatchObject({ invitations: [], team: [{ staff: birgit.id, role: 'adult_social' }] });
  });

  it('refuses an invitation, removes a member and lets one leave', () => {
    const state = withConsent(opened().state, 'employment', 'guidance');
    const join = (from = state, staff = jonas) =>
      value(invite(from, karen, { staff: staff.id, role: 'other' }, kommune, minute(4))).state;
    const both = join(join(), sara);
    const waiting = join(both, birgit);

    expect(refuseInvitation(waiting, jonas, birgit.id, minute(5))).toEqual(refused('not-coordinator'));
    expect(value(refuseInvitation(waiting, karen, birgit.id, minute(5))).state.invitations).toEqual([]);
    expect(refuseInvitation(both, karen, birgit.id, minute(5))).toEqual(refused('not-member'));
    expect(removeMember(both, jonas, sara.id, minute(5))).toEqual(refused('not-coordinator'));
    expect(value(removeMember(both, karen, sara.id, minute(5))).state.team).toMatchObject([{ staff: jonas.id }]);
    expect(value(leave(both, jonas, minute(5))).state.team).toMatchObject([{ staff: sara.id }]);
    expect(leave(both, birgit, minute(5))).toEqual(refused('not-member'));
  });

  it('never loses its coordinator, but a stand-in may leave', () => {
    const { state } = opened();

    expect(leave(state, karen, minute(5))).toEqual(refused('is-coordinator'));
    expect(removeMember(state, standIn, karen.id, minute(5))).toEqual(refused('is-coordinator'));
    expect(value(leave(state, standIn, minute(5))).state).toMatchObject({ coordinator: karen.id, standIn: null });
  });

  it('takes in nobody unknown and nobody twice', () => {
    const state = withConsent(opened().state, 'family');

    expect(invite(state, karen, { staff: nobody, role: 'other' }, kommune, minute(4))).toEqual(
      refused('unknown-staff'),
    );
    expect(invite(state, karen, { staff: standIn.id, role: 'other' }, kommune, minute(4))).toEqual(
      refused('already-member'),
    );
  });
});

describe('along the way', () => {
  const { state } = opened();

  it('keeps the next step, which is not in the past, and the last contact', () => {
    const step = (dueBy: number) => setNextStep(state, karen, { note: 'n', dueBy }, hour(30));

    expect(value(step(day(3))).state.nextStep).toEqual({ note: 'n', by: day(3) });
    expect(step(hour(5))).toEqual(refused('dates-wrong'));
    expect(step(Number.NaN)).toEqual(refused('dates-wrong'));
    expect(value(hadContact(state, karen, hour(3))).state.lastContactAt).toBe(hour(3));
  });

  it('counts danger that was heard once', () => {
    const alarmed = hearAcute(state, hour(1), hour(2))?.state ?? state;

    expect(alarmed.acuteAt).toBe(hour(1));
    expect(hearAcute(alarmed, hour(1), hour(3))).toBeNull();
    expect(hearAcute(alarmed, hour(2), hour(3))?.state.acuteAt).toBe(hour(2));
  });

  it('notes an intruder, but not one who has been let in meanwhile', () => {
    expect(findIntruder(state, jonas.id, kommune, hour(1))?.events).toMatchObject([{ staff: jonas.id }]);
    expect(findIntruder(state, null, kommune, hour(1))?.events).toMatchObject([{ staff: null }]);
    expect(findIntruder(state, karen.id, kommune, hour(1))).toBeNull();
  });

  it('is closed by the coordinator with an outcome and a summary, and goes on as it was', () => {
    const closed = value(closeCase(state, karen, { outcome: 'education', note: 'n' }, hour(4))).state;

    expect(closeCase(state, sara, { outcome: 'education', note: 'n' }, hour(4))).toEqual(refused('not-coordinator'));
    expect(closed).toMatchObject({ status: 'closed', closing: { outcome: 'education', note: 'n' } });
    expect(closeCase(closed, karen, { outcome: 'job', note: 'n' }, hour(5))).toEqual(refused('case-closed'));
    expect(hadContact(closed, karen, hour(5))).toEqual(refused('case-closed'));
    expect(hearAcute(closed, hour(5), hour(5))).toBeNull();

    const { version: _, touchedAt: __, ...again } = value(reopenCase(closed, standIn, 'n', hour(6))).state;
    expect(state).toMatchObject(again);
    expect(reopenCase(state, karen, 'n', hour(6))).toEqual(refused('case-open'));
    expect(reopenCase(closed, sara, 'n', hour(6))).toEqual(refused('not-coordinator'));
  });
});

describe('the enquiry and its case file', () => {
  const enquiry = inHand();
  const { state } = opened(enquiry);
  const linked = linkEnquiry(enquiry, state, minute(3));

  it('find each other: the youth is told once who coordinates', () => {
    expect(linked?.state.caseFile).toEqual({ id: caseId, coordinator: karen.id });
    expect(linked?.says).toEqual([{ kind: 'coordinator', by: karen.id }]);
    expect(linkEnquiry(linked?.state ?? enquiry, state, minute(4))).toBeNull();
  });

  it('tell a parent nothing: that there is a case is not theirs to know', () => {
    const parents = inHand('15_17', 'parent');

    expect(linkEnquiry(parents, opened(parents).state, minute(3))).toMatchObject({ says: [] });
  });

  it('follow a change of coordinator and the end of the case', () => {
    const known = linked?.state ?? enquiry;
    const changed = linkEnquiry(known, { ...state, coordinator: sara.id }, minute(4));
    const over = linkEnquiry(known, { ...state, status: 'closed' }, minute(4));

    expect(changed).toMatchObject({ says: [{ by: sara.id }], state: { caseFile: { coordinator: sara.id } } });
    expect(over).toMatchObject({ says: [], state: { caseFile: null } });
    expect(linkEnquiry(enquiry, { ...state, status: 'closed' }, minute(4))).toBeNull();
  });

  it('let the coordinator see and take it, and nobody else of other parties', () => {
    const known = linked?.state ?? enquiry;

    expect([enquiry, known].map((one) => maySee(one, karen))).toEqual([false, true]);
    expect(mayTake(known, karen)).toBe(true);
    expect(maySee(known, standIn)).toBe(false);
    expect(maySee(known, jonas)).toBe(false);
  });

  it('lead a youth who comes back to the coordinator, and a parent to the party that had it', () => {
    const back = (from: typeof enquiry) => {
      const closed = value(close(from, sara, { outcome: 'helped', note: 'n' }, minute(5))).state;
      const understanding = understood();
      const heard = { understanding, chosen: null, language: 'da', speaks: null, cprRemoved: false } as const;
      return hear(closed, heard, rules, day(9)).state;
    };
    const parents = { ...enquiry, asker: 'parent', caseFile: { id: caseId, coordinator: karen.id } } as const;

    expect(back(linked?.state ?? enquiry)).toMatchObject({ status: 'waiting', party: 'family' });
    expect(back(enquiry)).toMatchObject({ status: 'waiting', party: 'guidance' });
    expect(back(parents)).toMatchObject({ status: 'waiting', party: 'guidance' });
  });

  it('route what the youth brings up to the coordinator’s own party, but never danger', () => {
    const known = linked?.state ?? enquiry;
    const to = (intent: string) => route(subjectOf(known, intent as IntentId), rules, minute(5));

    expect(to('benefit_missing')).toBe('family');
    expect(to('suicidal_thoughts')).toBe('health');
    const gone = { ...known, caseFile: { id: caseId, coordinator: nobody } };
    expect(route(subjectOf(gone, 'benefit_missing' as IntentId), rules, minute(5))).toBe('coordinator');
  });

  it('alert the case file when danger is heard, without saying what', () => {
    const known = linked?.state ?? enquiry;
    const understanding = understood({ risk: 'acute', risks: ['suicidal_thoughts' as IntentId] });
    const heard = { understanding, chosen: null, language: 'da', speaks: null, cprRemoved: false } as const;
    const alerts = (from: typeof enquiry) => {
      const { state: after, events } = hear(from, heard, rules, minute(9));
      return effectsOf(after, events).filter(({ kind }) => kind === 'alert-case');
    };

    expect(alerts(known)).toMatchObject([{ caseFile: caseId, dueAt: minute(9) }]);
    expect(alerts(enquiry)).toEqual([]);
  });

  it('share the age when the citizen tells it, unless staff have told it', () => {
    const unknown = opened({ ...enquiry, ageBand: null }).state;

    expect(linkAge(unknown, enquiry, kommune, minute(4))?.state.ageBand).toBe('15_17');
    expect(linkAge(state, { ...enquiry, ageBand: '18_24' }, kommune, minute(4))).toBeNull();
  });
});
