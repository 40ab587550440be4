import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correct, remove, reply, speakTo } from '../../src/domain/answering.ts';
import { linkEnquiry } from '../../src/domain/case-link.ts';
import type { Draft } from '../../src/domain/draft.ts';
import { effectsOf } from '../../src/domain/effect.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { isWithPeople } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent, EventOf } from '../../src/domain/enquiry-event.ts';
import { open, replay } from '../../src/domain/evolve.ts';
import { claim, close, giveBack } from '../../src/domain/handoff.ts';
import { inviteHelper, removeHelper } from '../../src/domain/helping.ts';
import { checkEffects, checkFold, checkJournal, checkState, graceMs } from '../../src/domain/invariants.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import { passDeadline } from '../../src/domain/ladder.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Choice, Message, Saying } from '../../src/domain/saying.ts';
import { yesNoKinds } from '../../src/domain/saying.ts';
import { takeIn } from '../../src/domain/take-in.ts';
import { accept, decline, expireOffer, offerTransfer } from '../../src/domain/transfer.ts';
import { hear } from '../../src/domain/triage.ts';
import type { IntentId, RiskLevel, StaffId } from '../../src/domain/words.ts';
import {
  ageBands,
  askers,
  foreignLanguages,
  isSpoken,
  partyCodes,
  riskLevels,
  spokenChannels,
  urgencies,
} from '../../src/domain/words.ts';
import { seeded } from '../seed.ts';
import { opened as openedCase } from './case-town.ts';
import { enquiryId, kommune, minute, rules, understood } from './town.ts';

/** The model: one stored enquiry, its journal, and the clock. */
interface Stored {
  state: Enquiry;
  journal: EnquiryEvent[];
  now: number;
}
type Decision = (state: Enquiry, now: number) => Draft | null;
/** One thing that happens; two decisions on the same version are two people acting at once. */
type Step = { readonly name: string; readonly waitMinutes: number; readonly decisions: readonly Decision[] };

const accepted = (result: Result<Draft, string>): Draft | null => (result.ok ? result.value : null);
const anyStaff = fc.constantFrom(...kommune.staff.values());
const anyIntent = fc.constantFrom(...rules.intents.keys());

const message: fc.Arbitrary<Decision> = fc
  .record({
    intents: fc.array(anyIntent, { maxLength: 4 }),
    certainty: fc.constantFrom('sure', 'unsure', 'unknown'),
    risk: fc.constantFrom(...riskLevels, 'none' as const, 'none' as const),
    ageBand: fc.option(fc.constantFrom(...ageBands)),
    also: fc.array(anyIntent, { maxLength: 3 }),
    suggested: fc.option(anyIntent),
    speaks: fc.option(fc.constantFrom(...foreignLanguages), { freq: 6 }),
    chosen: fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant('age' as const), ageBand: fc.constantFrom(...ageBands) }),
        fc.record({ kind: fc.constantFrom(...yesNoKinds), yes: fc.boolean() }),
        fc.record({ kind: fc.constantFrom('skip' as const, 'never_mind' as const) }),
        fc.record({ kind: fc.constant('intent' as const), intent: anyIntent }),
        fc.record({ kind: fc.constant('topic' as const), topic: fc.constantFrom('school', 'no such') }),
      ),
    ),
    cprRemoved: fc.boolean(),
  })
  .map(({ intents, certainty, risk, ageBand, also, suggested, speaks, chosen, cprRemoved }) => (state, now) => {
    if (isSpoken(state.channel)) return null;
    const scored = intents.map((intent) => ({ intent, score: 0.5 }));
    const risks = risk === 'acute' ? (['suicidal_thoughts'] as IntentId[]) : [];
    const understanding = understood({ intents: scored, certainty, risk, risks, ageBand, also, suggested });
    const draft = hear(state, { understanding, chosen, language: 'da', speaks, cprRemoved }, rules, now);
    expectKind(state, draft, risk, chosen);
    return draft;
  });

const questions: ReadonlySet<Saying['kind']> = new Set([
  'ask_safe',
  'ask_age',
  'ask_contact',
  'ask_human',
  'ask_which',
  'ask_about',
  'ask_withdraw',
  'ask_erase',
  'said_before',
  'care',
]);

/** What holds for every answer to every message: one question, and it comes last; danger is met at once and stays. */
function expectKind(before: Enquiry, { state, events, says }: Draft, risk: RiskLevel, chosen: Choice | null): void {
  const kinds = says.map(({ kind }) => kind);
  const asked = kinds.filter((kind) => questions.has(kind));
  expect(asked.length).toBeLessThanOrEqual(1);
  if (asked.length === 1) expect(asked).toEqual(kinds.slice(-1));
  expect(state.bot.questions).toBeLessThanOrEqual(3);
  expect(state.status).not.toBe('closed');
  if (isWithPeople(before) && before.urgency === 'acute') {
    expect(state.urgency).toBe('acute');
    expect(events.map(({ type }) => type)).not.toContain('HandoffWithdrawn');
    expect(events.map(({ type }) => type)).not.toContain('TextsErased');
  }
  if (risk === 'acute' && chosen?.kind !== 'safe') {
    expect(isWithPeople(state) && state.urgency).toBe('acute');
    if (before.urgency !== 'acute') expect(kinds[0]).toBe('crisis');
  }
}

const act = (decision: (state: Enquiry, by: Staff, now: number) => Result<Draft, string>): fc.Arbitrary<Decision> =>
  anyStaff.map((by) => (state, now) => accepted(decision(state, by, now)));

/** An answer of theirs, wherever it stands. */
function answerOf({ id, lastSeq }: Enquiry, { id: staff, name, role }: Staff): Message {
  const from = { kind: 'staff', staff, name, role } as const;
  const rest = { quickReplies: [], says: null, replyTo: null, clientId: null, channelData: null };
  return { enquiry: id, seq: lastSeq, from, text: 'Hej', language: 'da', at: minute(0), ...rest };
}

const decisions: Readonly<Record<string, fc.Arbitrary<Decision>>> = {
  message,
  claim: act((state, by, now) => claim(state, by, rules, now)),
  reply: act(reply),
  return: act((state, by, now) => giveBack(state, by, 'n', rules, now)),
  close: act((state, by, now) => close(state, by, { outcome: 'helped', note: 'n' }, now)),
  transfer: fc.tuple(anyStaff, fc.constantFrom(...partyCodes, 'police')).map(
    ([by, to]) =>
      (state, now) =>
        accepted(offerTransfer(state, by, { to, note: 'n' }, rules, now)),
  ),
  accept: act((state, by, now) => accept(state, by, rules, now)),
  decline: act((state, by, now) => decline(state, by, 'n', now)),
  // The one who has it acts too, or few sequences would get far.
  holderActs: fc
    .constantFrom<(state: Enquiry, by: Staff, now: number) => Result<Draft, string>>(
      reply,
      speakTo,
      (state, by, now) => inviteHelper(state, by, 'family-staff' as StaffId, rules, now),
      (state, by, now) => inviteHelper(state, by, 'ppr-staff' as StaffId, rules, now),
      (state, by, now) => removeHelper(state, by, 'ppr-staff' as StaffId, now),
      (state, by, now) => correct(state, by, answerOf(state, by), now),
      (state, by, now) => remove(state, by, answerOf(state, by), 'n', now),
      (state, by, now) => close(state, by, { outcome: 'education', note: 'n' }, now),
      (state, by, now) => offerTransfer(state, by, { to: 'family', note: 'n' }, rules, now),
      (state, by, now) => giveBack(state, by, 'n', rules, now),
    )
    .map((decision) => (state, now) => {
      const holder = 'claimedBy' in state ? kommune.staff.get(state.claimedBy) : undefined;
      return holder === undefined ? null : accepted(decision(state, holder, now));
    }),
  helperActs: fc
    .constantFrom<(state: Enquiry, by: Staff, now: number) => Result<Draft, string>>(
      reply,
      speakTo,
      (state, by, now) => removeHelper(state, by, by.id, now),
      (state, by, now) => correct(state, by, answerOf(state, by), now),
      (state, by, now) => remove(state, by, answerOf(state, by), 'n', now),
    )
    .map((decision) => (state, now) => {
      const helper = kommune.staff.get(state.helpers[0] ?? ('' as StaffId));
      return helper === undefined ? null : accepted(decision(state, helper, now));
    }),
  // Its case file is opened, closed, or gets another coordinator.
  caseFile: fc
    .record({ coordinator: anyStaff.map(({ id }) => id), status: fc.constantFrom('open' as const, 'closed' as const) })
    .map((changes) => (state, now) => {
      return state.met ? linkEnquiry(state, { ...openedCase().state, ...changes }, now) : null;
    }),
  partyClaims: fc.constant((state: Enquiry, now: number) => {
    const by = [...kommune.staff.values()].find(({ party }) => party === state.party);
    return by === undefined ? null : accepted(claim(state, by, rules, now));
  }),
};

const step: fc.Arbitrary<Step> = fc.constantFrom(...Object.keys(decisions)).chain((name) =>
  fc.record({
    name: fc.constant(name),
    waitMinutes: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10_000 })),
    decisions: fc.array(decisions[name] ?? message, { minLength: 1, maxLength: 2 }),
  }),
);

/** Stores a draft if it was made on the current version; the loser of a race stores nothing. */
function store(stored: Stored, draft: Draft | null, expectedVersion: number): boolean {
  if (draft === null || stored.state.version !== expectedVersion) return false;
  expect(checkEffects(draft.state, draft.events, effectsOf(draft.state, draft.events))).toEqual([]);
  stored.state = draft.state;
  stored.journal.push(...draft.events);
  return true;
}

/** The clocks, as the running system has them: whatever is due is acted on. */
function runClocks(stored: Stored): void {
  const clocks: readonly Decision[] = [(state, now) => passDeadline(state, rules, now), expireOffer];
  for (const clock of clocks) store(stored, clock(stored.state, stored.now), stored.state.version);
}

function takeStep(stored: Stored, { decisions, waitMinutes }: Step): void {
  stored.now += waitMinutes * 60_000;
  runClocks(stored);
  const { state, now } = stored;
  const drafts = decisions.map((decide) => decide(state, now));
  const winners = drafts.filter((draft) => store(stored, draft, state.version));
  expect(winners.length).toBeLessThanOrEqual(1);
  expect(checkState(stored.state, rules, stored.now)).toEqual([]);
}

/** Somebody calls or comes in. */
const takenIn: fc.Arbitrary<Stored> = fc
  .record({
    by: anyStaff,
    channel: fc.constantFrom(...spokenChannels),
    asker: fc.constantFrom(...askers),
    intent: fc.option(anyIntent),
    ageBand: fc.option(fc.constantFrom(...ageBands)),
    urgency: fc.option(fc.constantFrom(...urgencies)),
    keep: fc.boolean(),
    risk: fc.constantFrom(...riskLevels),
  })
  .map(({ by, risk, ...told }) => {
    const risks = risk === 'acute' ? (['suicidal_thoughts'] as IntentId[]) : [];
    const draft = takeIn(enquiryId, by, told, understood({ risk, risks }), rules, minute(0));
    expect(draft.says).toEqual([]);
    expect(draft.state).toMatchObject({ status: told.keep ? 'claimed' : 'waiting', risk, lastSeq: 1 });
    if (risk === 'acute') expect(draft.state.urgency).toBe('acute');
    expect(checkEffects(draft.state, draft.events, effectsOf(draft.state, draft.events))).toEqual([]);
    return { state: draft.state, journal: [...draft.events], now: minute(0) };
  });

function begin(): Stored {
  const event = { type: 'EnquiryOpened', channel: 'webchat', asker: 'youth', language: 'da', at: minute(0) } as const;
  return { state: open(enquiryId, event), journal: [event], now: minute(0) };
}

describe('every enquiry, whatever happens', () => {
  it('has one answerable party, a running clock and an unbroken journal (2,000 sequences)', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.option(takenIn), fc.array(step, { minLength: 5, maxLength: 60 }), (told, steps) => {
        const stored = told ?? begin();
        for (const one of steps) {
          takeStep(stored, one);
          reached.add(stored.state.status);
          if (stored.state.helpers.length > 0) reached.add('helped');
        }
        expect(checkJournal(enquiryId, stored.journal)).toEqual([]);
        expect(checkFold(stored.journal, stored.state)).toEqual([]);
        expect(stored.journal.length).toBe(stored.state.version);
      }),
      seeded('enquiry model', 2000),
    );
    expect([...reached].sort()).toEqual(['claimed', 'closed', 'helped', 'offered', 'waiting', 'with_bot']);
  });

  it('comes back as a prefix of its journal after a crash (P13)', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), fc.nat(), (steps, cut) => {
        const stored = begin();
        for (const one of steps) takeStep(stored, one);
        const prefix = stored.journal.slice(0, 1 + (cut % stored.journal.length));
        const recovered = replay(enquiryId, prefix);
        expect(recovered?.version).toBe(prefix.length);
      }),
      seeded('enquiry recovery', 200),
    );
  });
});

describe('the checks themselves', () => {
  const stored = begin();
  const waiting = hear(
    stored.state,
    {
      understanding: understood({ intent: 'dropped_out' }),
      chosen: null,
      language: 'da',
      speaks: null,
      cprRemoved: false,
    },
    rules,
    minute(0),
  );

  it('see a party that does not exist, a missing deadline and a missed one', () => {
    const ghost = { ...waiting.state, party: 'ghost' } as unknown as Enquiry;
    expect(checkState(ghost, rules, minute(0)).map(({ rule }) => rule)).toContain('P8');
    expect(checkState({ ...waiting.state, due: null }, rules, minute(0)).map(({ rule }) => rule)).toEqual(['P10']);
    const late = (waiting.state.due ?? 0) + graceMs + 1;
    expect(checkState(waiting.state, rules, late).map(({ rule }) => rule)).toEqual(['P10']);
  });

  it('see a step that is not allowed, a closing without a reason, and a state that is not the fold', () => {
    const by = [...kommune.staff.keys()][0];
    if (by === undefined) throw new Error('nobody');
    const closing: EnquiryEvent = { type: 'EnquiryClosed', by, outcome: 'helped', note: '', at: minute(1) };
    const journal = [...stored.journal, closing];
    expect(checkJournal(enquiryId, journal).map(({ rule }) => rule)).toEqual(['P9', 'P12']);
    expect(checkFold(stored.journal, { ...stored.state, party: 'family' }).map(({ rule }) => rule)).toEqual(['P13']);
  });

  it('see a helper where nobody has it, and one who does not exist', () => {
    const sara = 'guidance-staff' as StaffId;
    const ghost = 'ghost' as StaffId;
    const claimed = { ...waiting.state, status: 'claimed', claimedBy: sara } as unknown as Enquiry;

    const found = [
      checkState({ ...waiting.state, helpers: [sara] }, rules, minute(0)),
      checkState({ ...claimed, helpers: [sara] }, rules, minute(0)),
      checkState({ ...claimed, helpers: [ghost] }, rules, minute(0)),
    ];

    expect(found.map((list) => list.map(({ rule }) => rule))).toEqual([['P8'], ['P8'], ['P8']]);
  });

  it('see that whoever called is sent something, is with the robot, or was taken in by nobody', () => {
    const opened: EnquiryEvent = {
      type: 'EnquiryOpened',
      channel: 'phone',
      asker: 'youth',
      language: 'da',
      at: minute(0),
    };
    const tookIn: EnquiryEvent = { type: 'EnquiryTakenIn', by: 'guidance-staff' as StaffId, at: minute(0) };
    const said: EnquiryEvent = { type: 'BotSaid', seq: 1, says: 'noted', intent: null, choices: [], at: minute(0) };

    const found = [
      checkJournal(enquiryId, [opened, tookIn, said]),
      checkJournal(enquiryId, [opened, said]),
      checkJournal(enquiryId, [{ ...opened, channel: 'webchat' }, tookIn]),
      checkState(open(enquiryId, opened as EventOf<'EnquiryOpened'>), rules, minute(0)),
    ];

    expect(found.map((list) => list.map(({ rule }) => rule))).toEqual([['P9'], ['P9'], ['P9'], ['P9']]);
  });

  it('see an answer that was removed without its words being kept', () => {
    const by = 'guidance-staff' as StaffId;
    const removing: EnquiryEvent = { type: 'AnswerRemoved', by, seq: 1, note: '', at: minute(1) };

    const found = checkJournal(enquiryId, [...stored.journal, ...waiting.events, removing]);

    expect(found.map(({ rule }) => rule)).toEqual(['P12']);
  });

  it('see a missing and an uncalled-for effect', () => {
    const [first, ...rest] = effectsOf(waiting.state, waiting.events);
    if (first === undefined) throw new Error('no effects');
    expect(checkEffects(waiting.state, waiting.events, rest).map(({ rule }) => rule)).toEqual(['P6']);
    expect(checkEffects(waiting.state, [], [first]).map(({ rule }) => rule)).toEqual(['P6']);
  });
});
