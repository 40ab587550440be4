/** The second opinion, through the real SDK and a server as strict as the real one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Understanding } from '../../src/domain/understanding.ts';
import type { IntentId } from '../../src/domain/words.ts';
import { understood } from '../domain/town.ts';
import {
  type Behaviour,
  chooses,
  completion,
  content,
  floods,
  hangs,
  type LanguageModelServer,
  languageModelServer,
  refuses,
  resets,
  says,
  sends,
  stalls,
} from '../fakes/language-model-server.ts';
import { candidates, secondOpinion, unsure } from '../fakes/second-opinion.ts';

let server: LanguageModelServer;
beforeEach(async () => {
  server = await languageModelServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const text = 'det går ikke så godt med skolen';
const local = understood({ ...unsure, masked: text, redacted: text });

async function opinion(behaviour: Behaviour, part: Partial<Understanding> = {}): Promise<Understanding> {
  server.behave(behaviour);
  return secondOpinion(server, { local: { ...unsure, ...part } }).understander.understand(text, 'da');
}

describe('when the local model is unsure', () => {
  it('one of the five may be suggested, and nothing else changes', async () => {
    const heard = await opinion(chooses('family_conflict'));

    expect(heard).toEqual({ ...local, suggested: 'family_conflict' });
    expect(server.offences).toEqual([]);
  });

  it('the model is shown this one message, the five with their Danish words, and no tools', async () => {
    await opinion(chooses('dropped_out'));

    const [{ task, material } = { task: '', material: {} }] = server.asked;
    expect(material.message).toBe(text);
    expect(material.subjects).toHaveLength(5);
    expect(material.subjects?.[0]).toEqual({
      number: '1',
      id: 'dropped_out',
      title: 'dropped_out',
      words: 'dropped_out',
    });
    expect(Object.keys(material)).toEqual(['subjects', 'message']);
    expect(task).not.toContain(text);
  });

  it('none of them is an answer too', async () => {
    expect(await opinion(says({ choice: 'none', risk: 'none' }))).toEqual(local);
  });

  it('danger may be raised, with the danger it chose in front', async () => {
    const risks = ['self_harm' as IntentId];
    const heard = await opinion(chooses('suicidal_thoughts', 'acute'), { risk: 'care', risks });

    expect(heard).toMatchObject({ risk: 'acute', risks: ['suicidal_thoughts', 'self_harm'] });
  });

  it('danger raised beside an ordinary subject leaves the dangers found as they are', async () => {
    expect(await opinion(chooses('dropped_out', 'care'))).toMatchObject({ risk: 'care', risks: [] });
  });

  it('danger is never lowered, and a danger chosen without raising adds nothing', async () => {
    const heard = await opinion(chooses('suicidal_thoughts', 'none'), { risk: 'care' });

    expect(heard).toMatchObject({ risk: 'care', risks: [], suggested: 'suicidal_thoughts' });
  });

  it('asks with the same schema whatever the five are', async () => {
    const schemas = async (intents: readonly IntentId[]) => {
      await opinion(says({ choice: 'none', risk: 'none' }), {
        intents: intents.map((intent) => ({ intent, score: 0.2 })),
      });
      return JSON.parse(server.arrived.at(-1)?.split('\n').at(-1) ?? '').response_format;
    };

    expect(await schemas(candidates.slice(0, 2))).toEqual(await schemas(candidates.toReversed()));
  });
});

describe('nobody is asked', () => {
  it.each([
    ['the local model is sure', { certainty: 'sure' }],
    ['it belongs nowhere', { certainty: 'unknown' }],
    ['danger is acute already', { risk: 'acute' }],
    ['there is nothing to choose among', { intents: [] }],
  ] as const)('when %s', async (_, part) => {
    const heard = await opinion(chooses('dropped_out', 'acute'), part);

    expect(heard).toEqual({ ...local, ...part });
    expect(server.arrived).toEqual([]);
  });
});

describe('the switch of each party', () => {
  const intents = (...ids: string[]) => ids.map((id) => ({ intent: id as IntentId, score: 0.2 }));
  const asks = async (options: Parameters<typeof secondOpinion>[1], known?: Parameters<typeof ask>[1]) => {
    const before = server.asked.length;
    await ask(options, known);
    return server.asked.length - before;
  };
  const ask = (
    options: Parameters<typeof secondOpinion>[1],
    known?: Parameters<ReturnType<typeof secondOpinion>['understander']['understand']>[2],
  ) => secondOpinion(server, options).understander.understand(text, 'da', known);

  it('asks only when every party that may own it has it on', async () => {
    const part = { ...unsure, intents: intents('dropped_out', 'benefit_missing') };

    expect(await asks({ local: part, on: ['guidance', 'benefits'] })).toBe(1);
    expect(await asks({ local: part, on: ['guidance'] })).toBe(0);
    expect(await asks({ local: part, on: [] })).toBe(0);
  });

  it('counts the owner for the age told, now or earlier', async () => {
    const part = { ...unsure, intents: intents('family_conflict') };
    const grown = { ageBand: '18_24', party: null } as const;

    expect(await asks({ local: part, on: ['front_desk'] })).toBe(1);
    expect(await asks({ local: part, on: ['front_desk'] }, grown)).toBe(0);
    expect(await asks({ local: part, on: ['adult_social'] }, grown)).toBe(1);
    expect(await asks({ local: { ...part, ageBand: '15_17' }, on: ['adult_social'] }, grown)).toBe(0);
    expect(await asks({ local: { ...part, ageBand: '15_17' }, on: ['family'] }, grown)).toBe(1);
  });

  it('counts who has it while we are closed, and the party that has the enquiry', async () => {
    const danger = { ...unsure, intents: intents('suicidal_thoughts') };
    const school = { ...unsure, intents: intents('dropped_out') };

    expect(await asks({ local: danger, on: ['health'] })).toBe(0);
    expect(await asks({ local: danger, on: ['health', 'on_call'] })).toBe(1);
    expect(await asks({ local: school, on: ['guidance'] }, { ageBand: null, party: 'health' })).toBe(0);
    expect(await asks({ local: school, on: ['guidance'] }, { ageBand: null, party: 'guidance' })).toBe(1);
  });
});

describe('what leaves the house', () => {
  it('holds no CPR number, phone, e-mail or account', async () => {
    const told =
      'jeg hedder Ida, 010105-1234, ring 20 30 40 50 eller ida.holm@mail.dk, konto 1234 0001234567, hvad så med skolen';
    await secondOpinion(server).understander.understand(told, 'da');

    expect(server.asked).toHaveLength(1);
    expect(server.arrived.join('\n')).not.toMatch(/010105|1234|20 ?30 ?40|ida\.holm|0001234567/i);
    expect(server.asked[0]?.material.message).toContain('hvad så med skolen');
  });

  it('is the first 8,000 characters of a message', async () => {
    await secondOpinion(server).understander.understand(`${'a'.repeat(7_999)}😀${'b'.repeat(50_000)}`, 'da');

    expect(server.asked[0]?.material.message).toBe(`${'a'.repeat(7_999)}\ufffd`);
  });

  it('follows no redirect: the text goes nowhere nobody chose', async () => {
    await using elsewhere = await languageModelServer();
    const heard = await opinion(sends(307, '', { location: `${elsewhere.baseUrl}/chat/completions` }));

    expect(heard).toEqual(local);
    expect(elsewhere.arrived).toEqual([]);
  });

  it('is logged and counted without a word of it', async () => {
    server.behave(sends(500, JSON.stringify({ error: { message: text, code: text } })));
    const { understander, logged, calls } = secondOpinion(server);
    await understander.understand(text, 'da');

    expect(calls).toEqual(['understand failed']);
    expect(logged).toEqual([
      JSON.stringify({
        purpose: 'understand',
        outcome: 'failed',
        status: 500,
        message: 'language model gave nothing to use',
      }),
    ]);
  });
});

const answer = { choice: '1', risk: 'none' };
const bad: readonly (readonly [string, Behaviour, string])[] = [
  ['a refusal', refuses, 'refused'],
  ['a filter', content(null, 'content_filter'), 'refused'],
  ['an answer cut off', content('{"choice":"1","ri', 'length'), 'invalid'],
  ['words instead of JSON', content('Den handler om skole.'), 'invalid'],
  ['JSON in a code fence', content('```json\n{"choice":"1","risk":"none"}\n```'), 'invalid'],
  ['a name instead of a number', says({ ...answer, choice: 'dropped_out' }), 'invalid'],
  ['a number that was not offered', says({ ...answer, choice: '6' }), 'invalid'],
  ['a risk that does not exist', says({ ...answer, risk: 'lower' }), 'invalid'],
  ['one key too many', says({ ...answer, certainty: 'sure' }), 'invalid'],
  ['one key too few', says({ choice: '1' }), 'invalid'],
  ['a list', says([answer]), 'invalid'],
  ['an empty content', content(''), 'invalid'],
  ['no content', content(null), 'invalid'],
  ['no choices', sends(200, JSON.stringify({ ...completion({}), choices: [] })), 'invalid'],
  ['no completion', sends(200, '{}'), 'invalid'],
  ['null', sends(200, 'null'), 'invalid'],
  ['half of it', sends(200, '{"choices":[{"mess'), 'invalid'],
  ['nothing', sends(200, ''), 'invalid'],
  ['a web page', sends(200, '<html>Log på WiFi</html>', { 'content-type': 'text/html' }), 'invalid'],
  ['more than anybody reads', floods, 'invalid'],
  ['busy', sends(429, '{"error":{"message":"slow down"}}', { 'retry-after': '1' }), 'failed'],
  ['broken', sends(500, '<h1>500</h1>', { 'x-should-retry': 'true' }), 'failed'],
  ['a wrong key', sends(401, '{"error":{"message":"no"}}'), 'failed'],
  ['a connection that is cut', resets, 'failed'],
];

describe('an answer that cannot be used', () => {
  it.each(bad)('%s leaves the local understanding as it was, asked once', async (_, behaviour, outcome) => {
    server.behave(behaviour);
    const { understander, calls } = secondOpinion(server);

    expect(await understander.understand(text, 'da')).toEqual(local);
    expect(calls).toEqual([`understand ${outcome}`]);
    expect(server.arrived).toHaveLength(1);
  });

  it('a number beyond the last of fewer than five changes nothing', async () => {
    const two = { intents: (unsure.intents ?? []).slice(0, 2) };

    expect(await opinion(says({ choice: '3', risk: 'acute' }), two)).toEqual({ ...local, ...two });
  });

  it('nobody at the address', async () => {
    await server[Symbol.asyncDispose]();

    expect(await opinion(hangs)).toEqual(local);
  });

  it.each([
    ['never begins', hangs],
    ['stops in the middle', stalls(200)],
    ['stops in the middle of an error', stalls(500)],
  ] as const)('a server that %s is left after 2 seconds', async (_, behaviour) => {
    server.behave(behaviour);
    const { understander, calls, seconds } = secondOpinion(server);

    expect(await understander.understand(text, 'da')).toEqual(local);
    expect(calls).toEqual(['understand timeout']);
    expect(seconds[0]).toBeGreaterThan(1.9);
    expect(seconds[0]).toBeLessThan(2.6);
  });
});

describe('the circuit', () => {
  it('opens after five failures in a row, and closes when one trial a minute later goes well', async () => {
    server.behave(sends(500, '{}'));
    const town = secondOpinion(server);
    const hear = () => town.understander.understand(text, 'da');
    for (let time = 0; time < 7; time += 1) await hear();

    expect(server.asked).toHaveLength(5);
    expect(town.calls.slice(-2)).toEqual(['understand open_circuit', 'understand open_circuit']);
    expect(town.circuits.at(-1)).toBe(true);

    server.behave(chooses('dropped_out'));
    town.pass(60_000);
    expect(await hear()).toMatchObject({ suggested: 'dropped_out' });
    expect(town.circuits.at(-1)).toBe(false);
    expect(await hear()).toMatchObject({ suggested: 'dropped_out' });
    expect(server.asked).toHaveLength(7);
  });

  it('lets one through at a trial while others go on alone', async () => {
    server.behave(sends(500, '{}'));
    const town = secondOpinion(server);
    for (let time = 0; time < 5; time += 1) await town.understander.understand(text, 'da');
    town.pass(60_000);
    await Promise.all([1, 2, 3].map(() => town.understander.understand(text, 'da')));

    expect(server.asked).toHaveLength(6);
  });

  it('is not opened by answers, refusals among them', async () => {
    const town = secondOpinion(server);
    for (const behaviour of [sends(500, '{}'), sends(500, '{}'), sends(500, '{}'), sends(500, '{}'), refuses]) {
      server.behave(behaviour);
      await town.understander.understand(text, 'da');
    }
    server.behave(sends(500, '{}'));
    await town.understander.understand(text, 'da');

    expect(town.circuits.at(-1)).toBe(false);
  });
});

describe('what is counted', () => {
  it('is each call, how long it took, and the tokens it says it used', async () => {
    server.behave(says({ choice: 'none', risk: 'none' }));
    const town = secondOpinion(server);
    await town.understander.understand(text, 'da');

    expect(town.calls).toEqual(['understand none']);
    expect(town.seconds[0]).toBeGreaterThan(0);
    expect(town.tokens).toEqual([{ prompt: 200, completion: 9 }]);
  });

  it.each([[null], [{ prompt_tokens: -5, completion_tokens: 1 }], [{ prompt_tokens: 'many', completion_tokens: 1 }]])(
    'is not %j, which is no count of tokens',
    async (usage) => {
      server.behave(sends(200, JSON.stringify(completion({ content: JSON.stringify(answer) }, 'stop', usage))));
      const town = secondOpinion(server);

      expect(await town.understander.understand(text, 'da')).toMatchObject({ suggested: 'dropped_out' });
      expect(town.tokens).toEqual([]);
    },
  );
});
