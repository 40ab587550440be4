/** The emulator's own table tells the truth, and no argument of any method breaks the emulator. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as coverage from '../fakes/slack/coverage.ts';
import { town } from '../fakes/slack/town.ts';
import { ownMethods } from '../fakes/slack/web-api.ts';

const handled = [...Object.keys(ownMethods), 'apps.connections.open'].sort();

it('lists every method that is handled, and no other', () => {
  expect(Object.keys(coverage.methods).sort()).toEqual(handled);
});

it('says of each line what is checked', () => {
  const { methods, events, faults, breaches, rest } = coverage;
  for (const part of [methods, events, faults, breaches, rest]) {
    for (const [name, line] of Object.entries(part)) expect(line.checked, name).not.toBe('');
  }
});

it('answers every method that the table names, without arguments', async () => {
  await using here = await town();

  for (const method of Object.keys(coverage.methods)) {
    const answer = await ask(here.slack.apiUrl, here.slack.app.botToken, method, {});
    expect(answer, method).toMatchObject({ ok: expect.any(Boolean) });
    expect(answer, method).not.toMatchObject({ error: 'unknown_method' });
  }
  here.slack.expectNoBreaches();
});

it('answers whatever is asked, however odd', async () => {
  await using here = await town();
  const { slack, desk, mette } = here;
  const ts = await slack.post({ channel: desk.id, user: mette.id, text: 'hej' });
  const value = fc.oneof(
    fc.constantFrom(desk.id, mette.id, ts, slack.app.botUserId, 'general', '', 'x'.repeat(5000), -1, null, true),
    fc.constantFrom('{', '[]', '{}', '[null]', '[{}]', '[{"type":"section"}]', '{"type":"modal"}'),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const name = fc.constantFrom(
    ...['channel', 'channel_id', 'user', 'users', 'ts', 'timestamp', 'name', 'text', 'blocks', 'view', 'view_id'],
    ...['metadata', 'attachments', 'thread_ts', 'limit', 'cursor', 'files', 'changes', 'document_content', 'type'],
    ...['link', 'title', 'trigger_id', 'user_id', 'filename', 'length', 'types', 'email', 'usergroup', '__proto__'],
  );
  const asked = fc.tuple(fc.constantFrom(...handled), fc.dictionary(name, value));

  await fc.assert(
    fc.asyncProperty(asked, async ([method, args]) => {
      const answer = await ask(slack.apiUrl, slack.app.botToken, method, args);
      expect(answer).toMatchObject({ ok: expect.any(Boolean) });
    }),
    { numRuns: 600 },
  );
});

async function ask(apiUrl: string, token: string, method: string, args: object): Promise<unknown> {
  const response = await fetch(`${apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return response.json();
}
