import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/domain/draft.ts';
import { startDraft } from '../../src/domain/draft.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { open } from '../../src/domain/evolve.ts';
import { claim, close, giveBack } from '../../src/domain/handoff.ts';
import type { Choice } from '../../src/domain/saying.ts';
import { hear } from '../../src/domain/triage.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import type { IntentId } from '../../src/domain/words.ts';
import { day, enquiryId, minute, rules, staffNamed, understood } from './town.ts';

const fresh = open(enquiryId, {
  type: 'EnquiryOpened',
  channel: 'webchat',
  asker: 'youth',
  language: 'da',
  at: minute(0),
});
const sara = staffNamed('guidance-staff');

function writes(state: Enquiry, understanding: Understanding, chosen: Choice | null = null, at = minute(1)): Draft {
  return hear(state, { understanding, chosen, language: 'da', speaks: null, cprRemoved: false }, rules, at);
}
const taps = (state: Enquiry, chosen: Choice): Draft => writes(state, understood(), chosen, minute(2));
const kinds = ({ says }: Draft): readonly string[] => says.map(({ kind }) => kind);

describe('a youth writes to the robot', () => {
  it('who has dropped out: the fact, who has it now and by when, then the one question it needs', () => {
    const draft = writes(fresh, understood({ intent: 'dropped_out' }));

    expect(kinds(draft)).toEqual(['answer', 'handed_over', 'ask_age']);
    expect(draft.state).toMatchObject({
      status: 'waiting',
      party: 'guidance',
      intent: 'dropped_out',
      urgency: '3_days',
    });
    expect(draft.state.due).not.toBeNull();
  });

  it('keeps the party when the age does not change it, and notes the age', () => {
    const waiting = writes(fresh, understood({ intent: 'dropped_out' })).state;
    const draft = taps(waiting, { kind: 'age', ageBand: '15_17' });

    expect(draft.state).toMatchObject({ status: 'waiting', party: 'guidance', ageBand: '15_17' });
    expect(kinds(draft)).toEqual(['age_noted']);
  });

  it('moves an unclaimed matter to the party of that age, without losing its place or time', () => {
    const waiting = writes(fresh, understood({ intent: 'family_conflict' })).state;
    const draft = taps(waiting, { kind: 'age', ageBand: '18_24' });

    expect(waiting.party).toBe('front_desk');
    expect(draft.state).toMatchObject({ party: 'adult_social', queuedAt: waiting.queuedAt, due: waiting.due });
    expect(kinds(draft)).toEqual(['handed_over']);
  });

  it('with a question gets the answer and stays with the robot', () => {
    const draft = writes(fresh, understood({ intent: 'education_guidance' }));

    expect(draft.state.status).toBe('with_bot');
    expect(kinds(draft)).toEqual(['answer']);
    expect(draft.state.bot.choices).toEqual(['human:yes']);
  });

  it('who wants a person gets one for the topic they began with', () => {
    const asked = writes(fresh, understood({ intent: 'education_guidance' })).state;
    const draft = writes(asked, understood({ intent: 'human_please' }));

    expect(draft.state).toMatchObject({
      status: 'waiting',
      party: 'guidance',
      intent: 'education_guidance',
      urgency: 'same_day',
    });
  });

  it('who says yes to the offer is handed over, who says no is not', () => {
    const offered = writes(fresh, understood({ intent: 'dropout_risk' })).state;

    expect(taps(offered, { kind: 'human', yes: true }).state.status).toBe('waiting');
    expect(taps(offered, { kind: 'human', yes: false }).state.status).toBe('with_bot');
  });

  it('who is hard to understand is asked once and then gets a person', () => {
    const once = writes(fresh, understood());
    const twice = writes(once.state, understood());

    expect(kinds(once)).toEqual(['not_understood']);
    expect(twice.state).toMatchObject({ status: 'waiting', party: 'front_desk' });
  });

  it('who is nearly understood is offered at most three matters', () => {
    const ids = ['dropped_out', 'dropout_risk', 'education_guidance', 'benefit_missing', 'greeting'];
    const intents = ids.map((intent) => ({ intent: intent as IntentId, score: 0.2 }));
    const draft = writes(fresh, understood({ intents, certainty: 'unsure' }));

    expect(draft.state.bot.choices).toEqual([
      'intent:dropped_out',
      'intent:dropout_risk',
      'intent:education_guidance',
      'human:yes',
    ]);
  });

  it('and greets is greeted, and nothing is queued', () => {
    expect(writes(fresh, understood({ intent: 'greeting' })).state).toMatchObject({ status: 'with_bot', intent: null });
  });
});

describe('a youth who does not know how to begin', () => {
  it('taps a topic and is offered what it may be about, and a person', () => {
    const draft = taps(fresh, { kind: 'topic', topic: 'school' });

    expect(kinds(draft)).toEqual(['ask_about']);
    expect(draft.state.bot.choices).toEqual(['intent:dropped_out', 'intent:dropout_risk', 'human:yes']);
    expect(draft.state.bot.misses).toBe(0);
  });

  it('taps what it is about and is helped on', () => {
    const asked = taps(fresh, { kind: 'topic', topic: 'school' }).state;

    expect(taps(asked, { kind: 'intent', intent: 'dropped_out' as IntentId }).state.status).toBe('waiting');
  });
});

describe('danger', () => {
  const danger = understood({ risk: 'acute', risks: ['suicidal_thoughts' as IntentId] });

  it('comes before everything: help lines at once, an acute handoff, and a person is called', () => {
    const draft = writes(fresh, {
      ...danger,
      ...understood({ intent: 'greeting' }),
      risk: 'acute',
      risks: danger.risks,
    });

    expect(kinds(draft)[0]).toBe('crisis');
    expect(draft.state).toMatchObject({ status: 'waiting', party: 'health', urgency: 'acute', risk: 'acute' });
    expect(draft.state.due).toBe(minute(6));
  });

  it('goes to the duty rota when the municipality is closed', () => {
    const draft = hear(
      fresh,
      { understanding: danger, chosen: null, language: 'da', speaks: null, cprRemoved: false },
      rules,
      day(5.8),
    );

    expect(draft.state.party).toBe('on_call');
  });

  it('raises an enquiry that somebody already has, without taking it from them', () => {
    const waiting = writes(fresh, understood({ intent: 'dropped_out' })).state;
    const claimed = claim(waiting, sara, rules, minute(2));
    if (!claimed.ok) throw new Error(claimed.reason);
    const draft = writes(claimed.value.state, danger, null, minute(3));

    expect(draft.state).toMatchObject({ status: 'claimed', claimedBy: sara.id, urgency: 'acute', due: minute(8) });
    expect(kinds(draft)).toEqual(['crisis']);
  });

  it('is not repeated on every line, but a person is still found', () => {
    const first = writes(fresh, danger).state;

    expect(kinds(writes(first, danger, null, minute(2)))).toEqual(['here']);
    expect(kinds(writes(first, danger, null, minute(20)))).toEqual(['crisis', 'ask_safe']);
  });

  it('that is only near shows the lines and goes on helping', () => {
    const draft = writes(fresh, understood({ intent: 'education_guidance', risk: 'care' }));

    expect(kinds(draft)).toEqual(['answer', 'care']);
  });
});

describe('a CPR number', () => {
  it('is told to be gone before the question, so that its buttons stand last', () => {
    const understanding = understood({ risk: 'acute', risks: ['suicidal_thoughts'] as IntentId[] });
    const heard = { understanding, chosen: null, language: 'da', speaks: null, cprRemoved: true } as const;
    const draft = hear(fresh, heard, rules, minute(1));

    expect(kinds(draft)).toEqual(['crisis', 'handed_over', 'cpr_removed', 'ask_safe']);
    expect(draft.state.bot.choices).toEqual(['safe:yes', 'safe:no']);
  });
});

describe('what a person has had in hand', () => {
  it('can no longer be taken back, also when it waits again', () => {
    const waiting = writes(fresh, understood({ intent: 'dropped_out' })).state;
    const taken = claim(waiting, sara, rules, minute(2));
    const returned = taken.ok ? giveBack(taken.value.state, sara, 'n', rules, minute(3)) : taken;
    if (!returned.ok) throw new Error('it was not given back');

    expect(kinds(taps(waiting, { kind: 'never_mind' }))).toEqual(['ask_withdraw']);
    expect(kinds(taps(returned.value.state, { kind: 'never_mind' }))).toEqual(['still_waiting']);
  });
});

describe('people have it', () => {
  const waiting = writes(fresh, understood({ intent: 'dropped_out' })).state;

  it('the robot says once that new messages are added, then keeps quiet', () => {
    const once = writes(waiting, understood());

    expect(kinds(once)).toEqual(['noted']);
    expect(kinds(writes(once.state, understood()))).toEqual([]);
  });

  it('it tells who has it and by when to whoever asks', () => {
    expect(kinds(writes(waiting, understood({ intent: 'request_status' })))).toEqual(['still_waiting']);
  });

  it('it is silent while a person has it, and the clock starts for that person', () => {
    const claimed = claim(waiting, sara, rules, minute(2));
    if (!claimed.ok) throw new Error(claimed.reason);
    const draft = writes(claimed.value.state, understood({ intent: 'education_guidance' }));

    expect(kinds(draft)).toEqual([]);
    expect(draft.state.due).not.toBeNull();
  });

  it('a message to a closed enquiry opens it again with the same party and a deadline', () => {
    const claimed = claim(waiting, sara, rules, minute(2));
    if (!claimed.ok) throw new Error(claimed.reason);
    const closed = close(claimed.value.state, sara, { outcome: 'helped', note: 'n1' }, minute(3));
    if (!closed.ok) throw new Error(closed.reason);
    const draft = writes(closed.value.state, understood(), null, minute(9));

    expect(draft.state).toMatchObject({ status: 'waiting', party: 'guidance', queuedAt: minute(9) });
    expect(draft.state.due).not.toBeNull();
    expect(kinds(draft)).toEqual(['still_waiting']);
  });
});

it('a fresh draft has nothing in it', () => {
  expect(startDraft(fresh)).toMatchObject({ events: [], says: [] });
});
