/** How fast visitors may go. */
import { describe, expect, it } from 'vitest';
import { defaultLimits, limitsOf } from '../../adapters/webchat/limits.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { call, directLineServer, openStream, post, start, until } from '../fakes/direct-line-server.ts';

const enquiry = 'one' as EnquiryId;

describe('a school class behind one address', () => {
  it('writes all at once and nobody notices the others', { timeout: 20_000 }, async () => {
    await using server = await directLineServer({ answer: (text) => ({ text: `svar på ${text}` }) });
    const started = performance.now();

    const pupils = await Promise.all(
      Array.from({ length: 40 }, async (_, pupil) => {
        const conversation = await start(server);
        const stream = await openStream(conversation.streamUrl);
        const statuses = [];
        for (let count = 1; count <= 5; count++) {
          statuses.push((await post(server.base, conversation, `elev ${pupil} nr. ${count}`)).status);
        }
        await until(() => stream.activities().length === 11);
        stream.socket.close();
        return statuses;
      }),
    );

    expect(new Set(pupils.flat())).toEqual(new Set([200]));
    expect(server.visitors.received).toHaveLength(200);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('new conversations', () => {
  it('are refused past the limit in words, with the time to come back; the open ones go on', async () => {
    await using server = await directLineServer({ limits: { conversationsPerMinute: 3 } });
    const open = await start(server);
    await start(server);
    await start(server);

    const { status, headers, body } = await call(server.base, '/conversations', { body: {} });

    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body.error.message).toMatch(/Vent lidt.*Please wait/);
    expect((await call(server.base, '/tokens/generate', { body: {} })).status).toBe(429);
    expect((await post(server.base, open, 'hej')).status).toBe(200);
    expect((await call(server.base, '/tokens/refresh', { token: open.token, body: {} })).status).toBe(200);
  });

  it('are counted by household in IPv6', async () => {
    const limits = limitsOf({ clock: { now: () => 0 } }, { ...defaultLimits, conversationsPerMinute: 1 });
    await limits.conversation('2001:db8:1:2::1');

    expect(await limits.conversation('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toHaveProperty('retryAfterSeconds');
    expect(await limits.conversation('2001:db8:1:3::1')).toEqual({ delayMs: 0 });
  });
});

describe('posts into an open conversation', () => {
  const settings = { ...defaultLimits, postBurst: 3, postsPerSecond: 10, postDelayMaxMs: 500 };

  it('pass at once in a burst, then wait longer and longer, then are refused', () => {
    const limits = limitsOf({ clock: { now: () => 0 } }, settings);

    const paces = Array.from({ length: 10 }, () => limits.post(enquiry));

    const delays = [0, 0, 0, 100, 200, 300, 400, 500].map((delayMs) => ({ delayMs }));
    expect(paces).toEqual([...delays, { retryAfterSeconds: 1 }, { retryAfterSeconds: 1 }]);
  });

  it('never overtake each other', () => {
    let now = 0;
    const limits = limitsOf({ clock: { now: () => now } }, settings);
    const turns: number[] = [];
    for (let count = 0; count < 200; count++) {
      now += (count * 37) % 130;
      const pace = limits.post(enquiry);
      if ('delayMs' in pace) turns.push(now + pace.delayMs);
    }

    expect(turns).toEqual([...turns].sort((a, b) => a - b));
  });

  it('earn their burst back by silence', () => {
    let now = 0;
    const limits = limitsOf({ clock: { now: () => now } }, settings);
    for (let count = 0; count < 8; count++) limits.post(enquiry);
    now += 10_000;

    expect(limits.post(enquiry)).toEqual({ delayMs: 0 });
  });

  it('get 429 past the flood bound, and the conversation lives on afterwards', async () => {
    await using server = await directLineServer({ limits: { postBurst: 2, postsPerSecond: 5, postDelayMaxMs: 200 } });
    const started = await start(server);

    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => post(server.base, started, `${n}`)));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    server.clock.pushMs += 5000;
    expect((await post(server.base, started, 'igen')).status).toBe(200);
  });
});
