import { describe, expect, it } from 'vitest';
import { type Concern, concernOf, type Heard, keptBeside, likeliest } from '../../src/domain/concern.ts';
import { open } from '../../src/domain/evolve.ts';
import type { Choice } from '../../src/domain/saying.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import type { Asker, IntentId } from '../../src/domain/words.ts';
import { enquiryId, minute, rules, understood } from './town.ts';

const ids = (...names: string[]): IntentId[] => names as IntentId[];
const fresh = (asker: Asker) =>
  open(enquiryId, { type: 'EnquiryOpened', channel: 'webchat', asker, language: 'da', at: minute(0) });

function heard(understanding: Understanding, chosen: Choice | null = null): Heard {
  return { understanding, chosen, language: 'da', speaks: null, cprRemoved: false };
}
function concern(understanding: Understanding, asker: Asker = 'youth', chosen: Choice | null = null): Concern {
  return concernOf(fresh(asker), heard(understanding, chosen), rules);
}
const named = ({ lead, others }: Concern) => [lead?.id ?? null, others.map(({ id }) => id)];
const scored = (...scores: readonly (readonly [string, number])[]) =>
  scores.map(([intent, score]) => ({ intent: intent as IntentId, score }));

describe('what a message is about', () => {
  it('is led by the most urgent of its clear matters, whatever their order', () => {
    const said = understood({ intent: 'dropped_out', also: ids('benefit_missing', 'education_guidance') });

    expect(named(concern(said))).toEqual(['benefit_missing', ['dropped_out', 'education_guidance']]);
  });

  it('is its matter and not its small talk, and a wish for a person stands beside it', () => {
    const said = understood({ intent: 'greeting', also: ids('human_please', 'dropped_out') });

    expect(named(concern(said))).toEqual(['dropped_out', ['human_please']]);
  });

  it('is the wish alone when there is nothing else', () => {
    expect(named(concern(understood({ intent: 'human_please' })))).toEqual(['human_please', []]);
  });

  it('is the wish for a person, when that is clear enough and the rest is not', () => {
    const said = understood({ intents: scored(['benefit_missing', 0.5], ['human_please', 0.3]), certainty: 'unsure' });

    expect(named(concern(said))).toEqual(['human_please', ['benefit_missing']]);
    expect(named(concern(understood({ intents: scored(['human_please', 0.1]), certainty: 'unsure' })))[0]).toBeNull();
  });

  it('is nothing while the machine is unsure', () => {
    const said = understood({ intents: scored(['dropped_out', 0.5]), certainty: 'unsure' });

    expect(named(concern(said))).toEqual([null, []]);
  });

  it('is what this asker means by it, not the next best guess', () => {
    const said = understood({ intents: scored(['drug_use_own', 0.9], ['dropped_out', 0.02]), certainty: 'sure' });

    expect(named(concern(said, 'parent'))).toEqual(['drug_concern_parent', []]);
    expect(named(concern(said, 'youth'))).toEqual(['drug_use_own', []]);
  });

  it('is what was tapped, and nothing besides', () => {
    const said = understood({ intent: 'dropped_out' });
    const tapped: Choice = { kind: 'intent', intent: 'benefit_missing' as IntentId };

    expect(named(concern(said, 'youth', tapped))).toEqual(['benefit_missing', []]);
    expect(named(concern(said, 'youth', { kind: 'skip' }))).toEqual([null, []]);
  });

  it('is not led by danger that is over; it is kept for whoever helps, and not read out', () => {
    const past = understood({ intent: 'violence_close', also: ids('dropout_risk'), risk: 'care' });

    expect(named(concern(past))).toEqual(['dropout_risk', ['violence_close']]);
    expect(keptBeside(concern(past))).toEqual([]);
    expect(named(concern({ ...past, risk: 'acute' }))[0]).toBe('violence_close');
  });

  it('may be suggested by a language model only where an answer moves nothing', () => {
    const unsure = { certainty: 'unsure' } as const;

    expect(concern(understood({ ...unsure, suggested: ids('education_guidance')[0] ?? null }))).toMatchObject({
      lead: { id: 'education_guidance' },
      isSuggested: true,
    });
    expect(named(concern(understood({ ...unsure, suggested: ids('dropped_out')[0] ?? null })))[0]).toBeNull();
    expect(named(concern(understood({ ...unsure, suggested: ids('suicidal_thoughts')[0] ?? null })))[0]).toBeNull();
  });
});

describe('what is offered to choose from', () => {
  const choices = (...scores: readonly (readonly [string, number])[]) =>
    likeliest(fresh('youth'), understood({ intents: scored(...scores), certainty: 'unsure' }), rules);

  it('is at most three, likeliest first, and no small talk', () => {
    expect(
      choices(
        ['greeting', 0.4],
        ['dropped_out', 0.2],
        ['dropout_risk', 0.1],
        ['benefit_missing', 0.05],
        ['family_conflict', 0.04],
      ),
    ).toEqual(['dropped_out', 'dropout_risk', 'benefit_missing']);
  });

  it('is nothing when the likeliest is a shot in the dark', () => {
    expect(choices(['greeting', 0.4], ['dropped_out', 0.06])).toEqual([]);
  });

  it('names no danger that nobody has hinted at', () => {
    expect(choices(['dropped_out', 0.4], ['violence_close', 0.1])).toEqual(['dropped_out']);
    expect(choices(['dropped_out', 0.4], ['violence_close', 0.3])).toEqual(['dropped_out', 'violence_close']);
  });

  it('is only what this asker can have', () => {
    expect(choices(['drug_concern_parent', 0.4], ['drug_use_own', 0.3])).toEqual(['drug_use_own']);
  });
});
