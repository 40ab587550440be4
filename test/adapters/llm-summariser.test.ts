/** Draft summaries, through the real SDK and a server as strict as the real one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnavailableError } from '../../src/ports.ts';
import {
  type Behaviour,
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
import { secondOpinion } from '../fakes/second-opinion.ts';

let server: LanguageModelServer;
beforeEach(async () => {
  server = await languageModelServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const lines = [
  { from: 'visitor', text: 'jeg er droppet ud' },
  { from: 'bot', text: 'Det er der hjælp til.' },
] as const;
const draft = (behaviour: Behaviour, withinMs?: number) => {
  server.behave(behaviour);
  const limits = withinMs === undefined ? {} : { withinMs };
  return secondOpinion(server, limits).summariser.summarise(lines);
};

describe('a draft summary', () => {
  it('is made from the lines alone', async () => {
    const sentences = ['Den unge er droppet ud.', 'Der ventes på en vejleder.'];

    expect(await draft(says({ sentences }))).toEqual(sentences);
    expect(server.asked[0]?.material).toEqual({ lines });
    expect(server.offences).toEqual([]);
  });

  it('has five sentences at most, however many the model packs into one', async () => {
    const packed = 'En er her. To er her. Tre er her. Fire er her. Fem er her. Seks er her.';

    expect(await draft(says({ sentences: [packed] }))).toEqual(packed.split(/(?<=\.) /).slice(0, 5));
  });

  it('is plain text without what steers a screen', async () => {
    const written = 'Den\u0000 unge\u202e \u001b[31mhar\n\n<b>spurgt</b>.';

    expect(await draft(says({ sentences: [written] }))).toEqual(['Den unge [31mhar <b>spurgt</b>.']);
  });

  it.each<readonly [string, Behaviour]>([
    ['a refusal', refuses],
    ['no sentences', says({ sentences: [] })],
    ['six sentences', says({ sentences: Array.from({ length: 6 }, () => 'En.') })],
    ['nothing but signs', says({ sentences: ['…', ' '] })],
    ['a whole novel', says({ sentences: ['ord '.repeat(1000)] })],
    ['numbers', says({ sentences: [1, 2] })],
    ['one key too many', says({ sentences: ['En.'], close: true })],
    ['words instead of JSON', content('Den unge er droppet ud.')],
    ['a web page', sends(200, '<html></html>', { 'content-type': 'text/html' })],
    ['more than anybody reads', floods],
    ['busy', sends(429, '{}')],
    ['a connection that is cut', resets],
  ])('is not made of %s', async (_, behaviour) => {
    await expect(draft(behaviour)).rejects.toThrow(UnavailableError);
    expect(server.arrived).toHaveLength(1);
  });

  it.each([
    ['never begins', hangs],
    ['stops in the middle of an error', stalls(500)],
  ] as const)('is not waited for when the server %s', async (_, behaviour) => {
    await expect(draft(behaviour, 300)).rejects.toMatchObject({ code: 'no-draft' });
  });

  it('has a circuit of its own: failed drafts do not stop the reading of messages', async () => {
    server.behave(sends(500, '{}'));
    const town = secondOpinion(server);
    for (let time = 0; time < 6; time += 1) await town.summariser.summarise(lines).catch(() => undefined);
    expect(town.calls.at(-1)).toBe('summarise open_circuit');
    server.behave(says({ choice: '1', risk: 'none' }));

    expect(await town.understander.understand('noget med skole', 'da')).toMatchObject({ suggested: 'dropped_out' });
  });
});
