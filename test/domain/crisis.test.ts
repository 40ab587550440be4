import { describe, expect, it } from 'vitest';
import { answerDanger, crisisMayShow, hearSafety, sayCare } from '../../src/domain/crisis.ts';
import type { Draft } from '../../src/domain/draft.ts';
import { startDraft } from '../../src/domain/draft.ts';
import { effectsOf } from '../../src/domain/effect.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { open } from '../../src/domain/evolve.ts';
import { claim } from '../../src/domain/handoff.ts';
import type { IntentId } from '../../src/domain/words.ts';
import { enquiryId, minute, rules, staffNamed } from './town.ts';

const opened = { type: 'EnquiryOpened', channel: 'webchat', asker: 'youth', language: 'da', at: minute(0) } as const;
const fresh = open(enquiryId, opened);
const suicidal = { intent: 'suicidal_thoughts' as IntentId, urgency: 'acute', aside: [] } as const;
const danger = (state: Enquiry, at = minute(1)): Draft => answerDanger(startDraft(state), suicidal, rules, at);
const kinds = ({ says }: Draft): readonly string[] => says.map(({ kind }) => kind);
const calls = ({ state, events }: Draft): readonly string[] =>
  effectsOf(state, events).flatMap((effect) => (effect.kind === 'call-person' ? [effect.calls] : []));

function claimed(state: Enquiry): Enquiry {
  const done = claim(state, staffNamed('health-staff'), rules, minute(2));
  if (!done.ok) throw new Error(done.reason);
  return done.value.state;
}

describe('danger', () => {
  it('shows the lines, calls a person and asks one gentle question', () => {
    const draft = danger(fresh);

    expect(kinds(draft)).toEqual(['crisis', 'handed_over', 'ask_safe']);
    expect(calls(draft)).toEqual(['party']);
    expect(draft.state.bot.choices).toEqual(['safe:yes', 'safe:no']);
  });

  it('is answered in full although lines were just shown as care', () => {
    const cared = sayCare(startDraft(fresh), null, minute(1)).state;

    expect(crisisMayShow(startDraft(cared), minute(2))).toBe(false);
    expect(kinds(danger(cared, minute(2)))).toEqual(['crisis', 'handed_over', 'ask_safe']);
  });

  it('within ten minutes gets a word with the question still in reach, afterwards the lines again', () => {
    const first = danger(fresh).state;
    const soon = danger(first, minute(5));

    expect(kinds(soon)).toEqual(['here']);
    expect(soon.state.bot.choices).toEqual(['safe:yes', 'safe:no']);
    expect(kinds(danger(first, minute(11)))).toEqual(['crisis', 'ask_safe']);
  });

  it('keeps what else must be said before the question', () => {
    const draft = answerDanger(startDraft(fresh), { ...suicidal, aside: [{ kind: 'cpr_removed' }] }, rules, minute(1));

    expect(kinds(draft)).toEqual(['crisis', 'handed_over', 'cpr_removed', 'ask_safe']);
  });

  it('beside a person raises the matter, shows the lines and leaves the asking to the person', () => {
    const waiting = danger(fresh).state;
    const calm: Enquiry = { ...claimed(waiting), urgency: 'normal', bot: { ...waiting.bot, crisisAt: null } };
    const draft = danger(calm, minute(3));

    expect(kinds(draft)).toEqual(['crisis']);
    expect(draft.state).toMatchObject({ status: 'claimed', urgency: 'acute', due: minute(8) });
    expect(calls(draft)).toEqual(['party']);
  });
});

describe('the answer to whether one is safe', () => {
  it('yes is thanked for, and nobody is sent home', () => {
    const draft = hearSafety(startDraft(danger(fresh).state), true, minute(2));

    expect(kinds(draft)).toEqual(['safe_noted']);
    expect(draft.state).toMatchObject({ status: 'waiting', urgency: 'acute' });
  });

  it('no calls again, also when somebody has it', () => {
    const waiting = danger(fresh).state;

    for (const state of [waiting, claimed(waiting)]) {
      const draft = hearSafety(startDraft(state), false, minute(3));
      expect(kinds(draft)).toEqual(['unsafe']);
      expect(calls(draft)).toEqual(['party']);
    }
  });
});

describe('care', () => {
  it('is not repeated within ten minutes', () => {
    const cared = sayCare(startDraft(fresh), null, minute(1));

    expect(kinds(cared)).toEqual(['care']);
    expect(kinds(sayCare(startDraft(cared.state), null, minute(9)))).toEqual([]);
    expect(kinds(sayCare(startDraft(cared.state), null, minute(12)))).toEqual(['care']);
  });
});
