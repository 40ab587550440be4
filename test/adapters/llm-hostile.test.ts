/**
 * Five hundred hostile answers and injections: the model may point at one of the five and raise danger, and what it does
 * beyond that does nothing.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../src/domain/draft.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { open } from '../../src/domain/evolve.ts';
import { claim, close } from '../../src/domain/handoff.ts';
import type { Result } from '../../src/domain/result.ts';
import { hear } from '../../src/domain/triage.ts';
import type { Certainty, Understanding } from '../../src/domain/understanding.ts';
import { ageBands, type IntentId, type RiskLevel, riskLevels } from '../../src/domain/words.ts';
import { enquiryId, minute, rules, staffNamed, understood } from '../domain/town.ts';
import { type Hostile, hostile, injection } from '../fakes/hostile-model.ts';
import { type LanguageModelServer, languageModelServer } from '../fakes/language-model-server.ts';
import { secondOpinion } from '../fakes/second-opinion.ts';
import { seeded } from '../seed.ts';

const runs = 500;

let server: LanguageModelServer;
beforeAll(async () => {
  server = await languageModelServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const writes = (state: Enquiry, understanding: Understanding, at = minute(2)): Draft =>
  hear(state, { understanding, chosen: null, language: 'da', speaks: null, cprRemoved: false }, rules, at);
const after = (decision: Result<Draft, string>): Enquiry => {
  if (!decision.ok) throw new Error(decision.reason);
  return decision.value.state;
};

const opened = { type: 'EnquiryOpened', channel: 'webchat', asker: 'youth', language: 'da', at: minute(0) } as const;
const fresh = open(enquiryId, opened);
const missedOnce = writes(fresh, understood()).state;
const missedTwice = writes(missedOnce, understood()).state;
const waiting = writes(fresh, understood({ intent: 'dropped_out' }), minute(1)).state;
const taken = after(claim(waiting, staffNamed('guidance-staff'), rules, minute(1)));
const ended = after(close(taken, staffNamed('guidance-staff'), { outcome: 'helped', note: 'n1' }, minute(1)));
const states = { fresh, missedOnce, missedTwice, waiting, taken, ended };

const ids = [...rules.intents.keys()];
const locals = fc.record({
  certainty: fc.constant<Certainty>('unsure'),
  intents: fc
    .shuffledSubarray(ids, { minLength: 1, maxLength: 5 })
    .map((some) => some.map((intent, index) => ({ intent, score: 0.4 - index / 20 }))),
  risk: fc.constantFrom<RiskLevel[]>('none', 'none', 'none', 'care'),
  risks: fc.subarray(['suicidal_thoughts', 'self_harm'] as IntentId[]),
  ageBand: fc.constantFrom(null, ...ageBands),
});
interface Attack {
  readonly local: Partial<Understanding>;
  readonly model: Hostile;
  readonly text: string;
  readonly state: keyof typeof states;
}
const attacks: fc.Arbitrary<Attack> = fc.record({
  local: locals,
  model: hostile,
  text: injection,
  state: fc.constantFrom(...(Object.keys(states) as (keyof typeof states)[])),
});

/** What has been decided, without what the robot says and what a message was taken to be about. */
function decided({ events, state }: Draft) {
  const acts = events.filter(({ type }) => type !== 'BotSaid' && type !== 'MessageReceived');
  const { status, party, urgency, ageBand, risk } = state;
  return { acts, status, party, urgency, ageBand, risk };
}

const isDanger = (id: IntentId | null): id is IntentId => id !== null && rules.intents.get(id)?.group === 'A';
const raised = ({ risk }: Understanding, local: Understanding) =>
  riskLevels.indexOf(risk) - riskLevels.indexOf(local.risk);

describe('a hostile language model', () => {
  it('changes nothing that matters, five hundred times', { timeout: 120_000 }, async () => {
    const seen = { asked: 0, suggested: 0, raised: 0 };
    for (const attack of fc.sample(attacks, seeded('hostile language model', runs))) {
      server.behave(attack.model.behave);
      const { understander, logged } = secondOpinion(server, { local: attack.local, withinMs: 200 });
      const local = await secondOpinion(
        { baseUrl: 'http://127.0.0.1:9' },
        { local: attack.local, on: [] },
      ).understander.understand(attack.text, 'da');
      const before = server.asked.length;
      const heard = await understander.understand(attack.text, 'da');

      const told = `${attack.model.name} on ${attack.state}`;
      const candidates: readonly (IntentId | null)[] = [null, ...local.intents.map(({ intent }) => intent)];
      expect(candidates, told).toContain(heard.suggested);
      expect(raised(heard, local), told).toBeGreaterThanOrEqual(0);
      const { risk, risks } = heard;
      expect({ ...heard, suggested: null }, told).toEqual({ ...local, risk, risks });
      const danger = raised(heard, local) > 0 && isDanger(heard.suggested) ? [heard.suggested] : [];
      expect(risks, told).toEqual([...danger, ...local.risks.filter((id) => !danger.includes(id))]);
      expect(logged.join(), told).not.toContain(attack.text.trim());

      const alone = writes(states[attack.state], { ...local, risk, risks });
      const advised = writes(states[attack.state], heard);
      if (attack.state.startsWith('missed') && heard.suggested !== null) {
        // Whoever is understood at the last try need not be handed over for not being understood.
        expect(decided(alone).acts, told).toEqual(expect.arrayContaining(decided(advised).acts));
      } else expect(decided(advised), told).toEqual(decided(alone));

      seen.asked += server.asked.length - before;
      seen.suggested += Number(heard.suggested !== null);
      seen.raised += Number(raised(heard, local) > 0);
    }
    expect(server.offences).toEqual([]);
    expect(seen.asked).toBe(runs);
    expect(seen.suggested).toBeGreaterThan(20);
    expect(seen.raised).toBeGreaterThan(20);
  });
});
