import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/domain/draft.ts';
import { say, startDraft } from '../../src/domain/draft.ts';
import { open } from '../../src/domain/evolve.ts';
import { ask, askNext, handOver, handOverTopic } from '../../src/domain/hand-over.ts';
import { hear } from '../../src/domain/triage.ts';
import type { IntentId } from '../../src/domain/words.ts';
import { enquiryId, minute, rules, understood } from './town.ts';

const opened = { type: 'EnquiryOpened', channel: 'webchat', asker: 'youth', language: 'da', at: minute(0) } as const;
const fresh = open(enquiryId, opened);
const kinds = ({ says }: Draft): readonly string[] => says.map(({ kind }) => kind);
const notUnderstood = { kind: 'not_understood' } as const;
const about = (intent: string): Draft =>
  handOver(startDraft({ ...fresh, intent: intent as IntentId }), intent as IntentId, 'normal', rules, minute(1));

describe('questions', () => {
  it('are three at most; the fourth is whether one would rather have a person', () => {
    const asked = [1, 2, 3, 4].reduce((draft) => ask(draft, minute(1), notUnderstood), startDraft(fresh));

    expect(kinds(asked)).toEqual(['not_understood', 'not_understood', 'not_understood', 'ask_human']);
  });

  it('are counted anew once a person was offered or an answer given', () => {
    const answered = { kind: 'answer', intent: 'greeting' as IntentId, offersHuman: false } as const;
    const asked = [1, 2, 3].reduce((draft) => ask(draft, minute(1), notUnderstood), startDraft(fresh));

    expect(kinds(ask(say(asked, minute(2), answered), minute(3), notUnderstood)).at(-1)).toBe('not_understood');
    expect(kinds(ask(ask(asked, minute(2), notUnderstood), minute(3), notUnderstood)).slice(-2)).toEqual([
      'ask_human',
      'not_understood',
    ]);
  });

  it('come one at a time: the age first, where it matters, then how we may reach them, each once', () => {
    const handed = about('outreach_reply');
    const first = askNext(handed, rules, minute(1));
    const second = askNext(first, rules, minute(2));

    expect(kinds(second)).toEqual(['handed_over', 'ask_age', 'ask_contact']);
    expect(askNext(second, rules, minute(3))).toBe(second);
  });

  it('are only those that the party needs', () => {
    expect(kinds(askNext(about('benefit_missing'), rules, minute(1)))).toEqual(['handed_over']);
  });

  it('are not asked in a language that we cannot read the answer in', () => {
    const handed = about('outreach_reply');
    const foreign: Draft = { ...handed, state: { ...handed.state, speaks: 'ar' } };

    expect(askNext(foreign, rules, minute(1))).toBe(foreign);
  });
});

describe('handing over', () => {
  it('goes where the topic belongs, as urgent as the wish', () => {
    const wish = rules.intents.get('human_please' as IntentId) ?? null;
    const { state } = handOverTopic(
      startDraft({ ...fresh, intent: 'education_guidance' as IntentId, ageBand: '15_17' }),
      wish,
      rules,
      minute(1),
    );

    expect(state).toMatchObject({ status: 'waiting', party: 'guidance', urgency: 'same_day' });
  });

  it('of what is unclear goes to the front desk the same day', () => {
    expect(handOverTopic(startDraft(fresh), null, rules, minute(1)).state).toMatchObject({
      party: 'front_desk',
      urgency: 'same_day',
      intent: null,
    });
  });

  it('moves what waits without losing its place, and never gives it more time', () => {
    const handed = about('outreach_reply').state;
    const moved = handOver(startDraft(handed), 'dropped_out' as IntentId, '3_days', rules, minute(60)).state;

    expect(moved.queuedAt).toBe(handed.queuedAt);
    expect(moved.due).toBeLessThanOrEqual(handed.due ?? 0);
    expect(moved.others).toEqual(['outreach_reply']);
  });

  it('of an unclear start moves on when the matter is told', () => {
    const listen = (state: typeof fresh | Draft['state'], intent: string) =>
      hear(
        state,
        { understanding: understood({ intent }), chosen: null, language: 'da', speaks: null, cprRemoved: false },
        rules,
        minute(2),
      );
    const waiting = listen(fresh, 'human_please').state;

    expect(waiting.party).toBe('front_desk');
    expect(listen(waiting, 'dropped_out').state).toMatchObject({ party: 'guidance', intent: 'dropped_out' });
  });
});
