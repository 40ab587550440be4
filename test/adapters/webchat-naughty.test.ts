/** Whatever is sent: no 5xx, no hang; refused in words, or stored and shown unchanged. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DirectLineServer, directLineServer, start } from '../fakes/direct-line-server.ts';
import { naughtyBody, naughtyText } from '../fakes/naughty-bodies.ts';

const doses = 5000;
const atOnce = 50;

async function send({ app }: DirectLineServer, url: string, payload: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return app.inject({ method: 'POST', url, headers, payload });
}

describe('naughty bodies', () => {
  it(`${doses} posts are each refused with a clear 4xx, or stored and shown unchanged`, {
    timeout: 60_000,
  }, async () => {
    await using server = await directLineServer({ limits: { postBurst: doses * 2 } });
    const { conversationId, token } = await start(server);
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    const seed = Date.now() % 2 ** 31;
    const bodies = fc.sample(naughtyBody, { numRuns: doses, seed });
    const tally: Record<number, number> = {};

    for (let from = 0; from < doses; from += atOnce) {
      const batch = bodies.slice(from, from + atOnce);
      const answers = await Promise.all(batch.map((payload) => send(server, path, payload, token)));
      for (const [index, answer] of answers.entries()) {
        const payload = batch[index] ?? '';
        tally[answer.statusCode] = (tally[answer.statusCode] ?? 0) + 1;
        if (answer.statusCode === 200) shownUnchanged(server, payload, answer.json().id);
        else {
          expect([400, 409, 413], `seed ${seed}: ${payload}`).toContain(answer.statusCode);
          expect(answer.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
        }
      }
    }

    console.info(`naughty bodies, seed ${seed}:`, tally);
    expect(tally[200]).toBeGreaterThan(doses / 10);
    expect(tally[400]).toBeGreaterThan(doses / 10);
  });

  it('every other route stands them too', { timeout: 60_000 }, async () => {
    await using server = await directLineServer({ botFramework: true, limits: { conversationsPerMinute: 10_000 } });
    const { conversationId, token } = await start(server);
    const paths = ['tokens/generate', 'tokens/refresh', 'conversations', `conversations/${conversationId}/upload`];
    const urls = [...paths.map((path) => `/v3/directline/${path}`), '/api/messages'];
    const seed = Date.now() % 2 ** 31;

    for (const payload of fc.sample(naughtyBody, { numRuns: 200, seed })) {
      for (const url of urls) {
        const { statusCode } = await send(server, url, payload, token);
        expect(statusCode, `seed ${seed} ${url}: ${payload}`).toBeLessThan(500);
      }
    }
  });

  it('addresses and tokens made of anything are refused as well', { timeout: 60_000 }, async () => {
    await using server = await directLineServer();
    const { conversationId } = await start(server);
    const seed = Date.now() % 2 ** 31;

    for (const [id, watermark, token] of fc.sample(fc.tuple(naughtyText, naughtyText, naughtyText), {
      numRuns: 300,
      seed,
    })) {
      const url = `/v3/directline/conversations/${encodeURI(id.toWellFormed()) || conversationId}/activities`;
      const authorization = `Bearer ${encodeURIComponent(token.toWellFormed())}`;
      const { statusCode } = await server.app.inject({
        url,
        query: { watermark: watermark.toWellFormed() },
        headers: { authorization },
      });
      expect([400, 401, 403, 404, 414], `seed ${seed}: ${url}`).toContain(statusCode);
    }
  });
});

/** What was accepted as a message stands in the conversation as it was written. */
function shownUnchanged(server: DirectLineServer, payload: string, id: string): void {
  const sent = JSON.parse(payload);
  if (sent.type !== 'message') return;
  const kept = server.visitors.received.filter(({ clientId }) => clientId === sent.channelData?.clientActivityID);
  const candidates = kept.length > 0 ? kept : server.visitors.received;
  const written = sent.text ?? sent.value;
  expect(id).toMatch(/\|\d{7}$/);
  expect(candidates.some(({ text, choice }) => text === written || (choice !== null && text === ''))).toBe(true);
}
