/** The nineteen ways in which standard Direct Line clients break against a careless server, each as a promise of ours. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { call, directLineServer, openStream, post, type Started, start, until } from '../fakes/direct-line-server.ts';

describe('pitfall 1: pages of other sites', () => {
  it('names every header that Web Chat sends in the preflight', async () => {
    await using server = await directLineServer();

    const answer = await fetch(`${server.base}/conversations`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://www.example.dk',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
      },
    });

    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://www.example.dk');
    const allowed = answer.headers.get('access-control-allow-headers')?.split(', ') ?? [];
    expect(allowed.sort()).toEqual(['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']);
  });

  it('lets errors be read too, or the page sees none of them', async () => {
    await using server = await directLineServer();

    const answer = await fetch(`${server.base}/tokens/refresh`, {
      method: 'POST',
      headers: { origin: 'https://a.dk' },
    });

    expect(answer.status).toBe(401);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://a.dk');
  });

  it('keeps to the list of sites when there is one, our own page included without being listed', async () => {
    await using server = await directLineServer({ allowedOrigins: ['https://www.example.dk'] });
    const allowedFor = async (origin: string) => {
      const answer = await fetch(`${server.base}/conversations`, { method: 'OPTIONS', headers: { origin } });
      return answer.headers.get('access-control-allow-origin');
    };

    expect(await allowedFor('https://www.example.dk')).toBe('https://www.example.dk');
    expect(await allowedFor(server.url)).toBe(server.url);
    expect(await allowedFor('https://evil.example')).toBeNull();
  });

  it('refuses a stream to a page of a site that is not on the list', async () => {
    await using server = await directLineServer({ allowedOrigins: ['https://www.example.dk'] });
    const { streamUrl } = await start(server);

    await expect(openStream(streamUrl, 'https://evil.example')).rejects.toThrow('403');
    const stream = await openStream(streamUrl, 'https://www.example.dk');
    stream.socket.close();
  });
});

describe('pitfall 2: the echo', () => {
  it('shows the sender their own message with the id the post returned and its channelData untouched', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const stream = await openStream(started.streamUrl);
    const channelData = {
      clientActivityID: 'abc.1',
      clientTimestamp: '2026-12-01T10:00:00.000Z',
      'webchat:æ': [1, { a: '\\' }],
    };

    const { body } = await call(server.base, `/conversations/${started.conversationId}/activities`, {
      token: started.token,
      body: { type: 'message', text: 'hej', channelData },
    });

    await until(() => stream.activities().length === 2);
    expect(stream.activities()[1]).toMatchObject({ id: body.id, text: 'hej', channelData });
  });
});

describe('pitfall 3: who says what', () => {
  it('puts the user id into the token, as a string that begins with dl_', async () => {
    await using server = await directLineServer();
    const { token } = await start(server);

    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

    expect(claims.user).toMatch(/^dl_[\w-]{32}$/);
  });

  it('sets sender, role, id, time and conversation itself, whatever the body claims', async () => {
    await using server = await directLineServer();
    const { conversationId, token } = await start(server);
    const forged = {
      type: 'message',
      text: 'jeg er Sara',
      id: 'mine',
      from: { id: 'staff', name: 'Sara Holm', role: 'bot' },
      timestamp: '1999-01-01T00:00:00.000Z',
      conversation: { id: 'another' },
      channelId: 'emulator',
    };

    await call(server.base, `/conversations/${conversationId}/activities`, { token, body: forged });

    const { body } = await call(server.base, `/conversations/${conversationId}/activities`, { token });
    const [greeting, echo] = body.activities;
    expect(greeting.from).toEqual({ id: 'indgang', name: 'Ungeindgangen (robot)', role: 'bot' });
    expect(echo).toMatchObject({
      id: `${conversationId}|0000002`,
      channelId: 'directline',
      conversation: { id: conversationId },
    });
    expect(echo.from).toEqual({ id: expect.stringMatching(/^dl_/), role: 'user' });
    expect(echo.timestamp).not.toContain('1999');
  });
});

describe('pitfall 4: replies', () => {
  it('sends the citizen’s message before the answer, and the answer names it', async () => {
    await using server = await directLineServer({ answer: (text) => ({ text: `Du skrev ${text}` }) });
    const started = await start(server);
    const stream = await openStream(started.streamUrl);

    const { body } = await post(server.base, started, 'hej');

    await until(() => stream.activities().length === 3);
    const [, echo, answer] = stream.activities();
    expect(echo?.id).toBe(body.id);
    expect(answer?.replyToId).toBe(body.id);
  });
});

describe('pitfall 5: coming back', () => {
  it('delivers 200 messages at 5 ms once each though the socket is cut in the middle', {
    timeout: 20_000,
  }, async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const first = await openStream(started.streamUrl);
    const saying = (async () => {
      for (let count = 1; count <= 200; count++) {
        server.visitors.say(started.conversationId, { text: `nr. ${count}` });
        await sleep(5);
      }
    })();
    await until(() => first.activities().length > 60);
    first.socket.terminate();
    const watermark = first.sets().at(-1)?.watermark;
    await sleep(200);

    const again = await call(server.base, `/conversations/${started.conversationId}?watermark=${watermark}`, started);
    await sleep(100);
    const second = await openStream(again.body.streamUrl);
    await saying;

    await until(() => second.activities().at(-1)?.text === 'nr. 200');
    const seen = [...first.activities(), ...second.activities()].map(({ text }) => text).slice(1);
    expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => `nr. ${index + 1}`));
  });
});

describe('pitfall 6: order', () => {
  it('sends a long replay as one set before anything live', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    for (let count = 1; count <= 700; count++) server.visitors.say(started.conversationId, { text: `nr. ${count}` });

    const stream = await openStream(started.streamUrl);
    await until(() => stream.frames.length === 1);
    server.visitors.say(started.conversationId, { text: 'live' });
    await until(() => stream.frames.length === 2);

    const [replay, live] = stream.sets();
    expect(replay?.activities).toHaveLength(701);
    expect(live?.activities.map(({ text }) => text)).toEqual(['live']);
  });

  it('never lets timestamps go backwards, even when a server’s clock does', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const stream = await openStream(started.streamUrl);
    await until(() => stream.frames.length === 1);

    server.visitors.say(started.conversationId, { text: 'ahead', at: Date.now() + 60_000 });
    await until(() => stream.activities().length === 2);
    server.visitors.say(started.conversationId, { text: 'behind', at: Date.now() - 60_000 });
    await until(() => stream.activities().length === 3);

    const times = stream.activities().map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort());
  });
});

describe('pitfall 7: the token on reconnect', () => {
  it('is always in the answer, and works', async () => {
    await using server = await directLineServer();
    const started = await start(server);

    const again = await call(server.base, `/conversations/${started.conversationId}?watermark=1`, started);

    expect(again.status).toBe(200);
    expect((await post(server.base, again.body as Started, 'hej')).status).toBe(200);
  });
});

describe('pitfall 8: slow to come back', () => {
  it('still has everything for a client that waits its 15 s before reconnecting', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const stream = await openStream(started.streamUrl);
    await until(() => stream.frames.length === 1);
    stream.socket.close();
    await stream.closed;
    server.visitors.say(started.conversationId, { text: 'imens' });
    server.clock.pushMs += 15_000;

    const again = await call(server.base, `/conversations/${started.conversationId}?watermark=1`, started);
    const second = await openStream(again.body.streamUrl);

    await until(() => second.frames.length === 1);
    expect(second.activities().map(({ text }) => text)).toEqual(['imens']);
  });
});

describe('pitfall 9: refused posts are lost', () => {
  it('waits for a store that is away for a moment instead of refusing', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    server.visitors.failNext(3);

    const { status, body } = await post(server.base, started, 'hej');

    expect(status).toBe(200);
    expect(body.id).toBe(`${started.conversationId}|0000002`);
  });

  it('says 503 and when to try again, never yes, when the store stays away', async () => {
    await using server = await directLineServer({ timing: { postHoldMs: 200 } });
    const started = await start(server);
    server.visitors.failNext(1000);

    const { status, headers, body } = await post(server.base, started, 'hej');

    expect(status).toBe(503);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body.error.code).toBe('ServiceUnavailable');
  });

  it('slows a fast writer down and refuses nothing below the flood bound', async () => {
    await using server = await directLineServer({ limits: { postBurst: 5, postsPerSecond: 50, postDelayMaxMs: 5000 } });
    const started = await start(server);

    const statuses = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => (await post(server.base, started, `${n}`)).status),
    );

    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(server.visitors.received).toHaveLength(40);
  });
});

describe('pitfall 10: an error on starting is final', () => {
  it('holds the request while the store is away, then starts', async () => {
    await using server = await directLineServer();
    server.visitors.failNext(3);

    const started = await start(server);

    expect(started.conversationId).toBeTruthy();
  });

  it('cuts the connection rather than answering 503 when the store stays away', async () => {
    await using server = await directLineServer({ timing: { openHoldMs: 200 } });
    server.visitors.failNext(1000);

    await expect(fetch(`${server.base}/conversations`, { method: 'POST' })).rejects.toThrow('fetch failed');
  });
});

describe('pitfall 11: 403 is only for tokens', () => {
  it('says TokenExpired for a token past its time', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    server.clock.pushMs += 1801_000;

    const posted = await post(server.base, started, 'hej');
    const refreshed = await call(server.base, '/tokens/refresh', { token: started.token, body: {} });

    expect([posted.status, posted.body.error.code]).toEqual([403, 'TokenExpired']);
    expect([refreshed.status, refreshed.body.error.code]).toEqual([403, 'TokenExpired']);
  });

  it('serves three sockets opened with the same stream URL, each message once on each', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const streams = await Promise.all([1, 2, 3].map(() => openStream(started.streamUrl)));

    await post(server.base, started, 'hej');

    await until(() => streams.every((stream) => stream.activities().length === 2));
    await sleep(50);
    expect(streams.map((stream) => stream.activities().length)).toEqual([2, 2, 2]);
  });

  it('answers 404 only for a conversation that was never started', async () => {
    await using server = await directLineServer();
    const { body } = await call(server.base, '/tokens/generate', { body: {} });

    for (const path of ['', '/activities']) {
      expect((await call(server.base, `/conversations/${body.conversationId}${path}`, body)).status).toBe(404);
    }
    expect((await post(server.base, body, 'hej')).status).toBe(404);
  });
});

describe('pitfall 12: two tabs', () => {
  it('shows both tabs everything and closes neither', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const one = await openStream(started.streamUrl);
    const again = await call(server.base, `/conversations/${started.conversationId}?watermark=0`, started);
    const two = await openStream(again.body.streamUrl);

    await post(server.base, started, 'fra den første');
    await post(server.base, again.body, 'fra den anden');

    await until(() => one.activities().length === 3 && two.activities().length === 3);
    expect(one.activities().map(({ id }) => id)).toEqual(two.activities().map(({ id }) => id));
    expect(server.counts.socketsOpen).toBe(2);
  });
});

describe('pitfall 13: no watermark', () => {
  it.each(['', '?watermark=', '?watermark=-', '?watermark=nonsense', '?watermark=999999'])(
    'gives the whole history for "%s"',
    async (query) => {
      await using server = await directLineServer();
      const started = await start(server);
      await post(server.base, started, 'hej');

      const polled = await call(server.base, `/conversations/${started.conversationId}/activities${query}`, started);
      const again = await call(server.base, `/conversations/${started.conversationId}${query}`, started);
      const stream = await openStream(again.body.streamUrl);

      expect(polled.body).toMatchObject({ watermark: '2', activities: [{}, { text: 'hej' }] });
      await until(() => stream.activities().length === 2);
    },
  );

  it('pages at 200 until there is nothing more, and an empty page keeps the watermark', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    for (let count = 2; count <= 450; count++) server.visitors.say(started.conversationId, { text: `nr. ${count}` });

    const sizes: number[] = [];
    let watermark = '';
    do {
      const { body } = await call(
        server.base,
        `/conversations/${started.conversationId}/activities?watermark=${watermark}`,
        started,
      );
      sizes.push(body.activities.length);
      watermark = body.watermark;
    } while (sizes.at(-1) !== 0);

    expect(sizes).toEqual([200, 200, 50, 0]);
    expect(watermark).toBe('450');
  });
});

describe('pitfall 14: keep-alive', () => {
  it('ignores empty frames and anything else a client sends on the stream', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const stream = await openStream(started.streamUrl);
    for (const frame of ['', '', '{', 'ping', Buffer.from([0, 1, 2])]) stream.socket.send(frame);

    await post(server.base, started, 'hej');

    await until(() => stream.activities().length === 2);
    expect(stream.socket.readyState).toBe(stream.socket.OPEN);
  });

  it('sends nothing but activity sets with a watermark', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const stream = await openStream(started.streamUrl);
    for (let count = 0; count < 5; count++) await post(server.base, started, `${count}`);
    await until(() => stream.activities().length === 6);

    for (const set of stream.sets()) {
      expect(set.activities.length).toBeGreaterThan(0);
      expect(set.watermark).toMatch(/^\d+$/);
    }
  });

  it('pings for the proxies, and ends a socket that no longer answers', async () => {
    await using server = await directLineServer({ timing: { beatMs: 10, pingMs: 60 } });
    const started = await start(server);
    const well = await openStream(started.streamUrl);
    const dead = await openStream(started.streamUrl);
    let pings = 0;
    well.socket.on('ping', () => {
      pings++;
    });
    dead.socket.pause();

    await until(() => pings >= 3 && server.counts.socketsOpen === 1);
    expect(well.socket.readyState).toBe(well.socket.OPEN);
    dead.socket.terminate();
  });
});

describe('pitfall 15: ids in URLs', () => {
  it('makes conversation ids and watermarks that need no encoding', async () => {
    await using server = await directLineServer();
    const started = await start(server);

    const { body } = await call(server.base, `/conversations/${started.conversationId}/activities`, started);

    for (const part of [started.conversationId, body.watermark]) expect(encodeURIComponent(part)).toBe(part);
  });
});

describe('pitfall 16: sending again', () => {
  it('takes the same id and body for the same message, answers the same, and stores one', async () => {
    await using server = await directLineServer();
    const started = await start(server);

    const answers = await Promise.all([1, 2, 3].map(() => post(server.base, started, 'hej', 'mine-1')));

    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(server.visitors.received).toHaveLength(1);
  });

  it('refuses another body under the same id with 409', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    await post(server.base, started, 'hej', 'mine-1');

    const { status, body } = await post(server.base, started, 'noget andet', 'mine-1');

    expect([status, body.error.code]).toEqual([409, 'Conflict']);
  });

  it('takes a new id for a new message, as Web Chat’s own retry makes one', async () => {
    await using server = await directLineServer();
    const started = await start(server);

    const first = await post(server.base, started, 'hej', 'one');
    const second = await post(server.base, started, 'hej', 'two');

    expect(second.body.id).not.toBe(first.body.id);
  });
});

describe('pitfall 17: stream tickets', () => {
  it('open one conversation, for a minute, and nothing else', async () => {
    await using server = await directLineServer();
    const mine = await start(server);
    const other = await start(server);
    const ticket = new URL(mine.streamUrl).searchParams.get('t') ?? '';
    const streamOf = (id: string, t: string) =>
      `${server.base.replace('http', 'ws')}/conversations/${id}/stream?t=${t}`;

    await expect(openStream(streamOf(other.conversationId, ticket))).rejects.toThrow('403');
    await expect(openStream(streamOf(mine.conversationId, mine.token))).rejects.toThrow('403');
    await expect(openStream(streamOf(mine.conversationId, 'x'))).rejects.toThrow('401');
    await expect(openStream(streamOf(mine.conversationId, ''))).rejects.toThrow('401');
    expect((await post(server.base, { ...mine, token: ticket }, 'hej')).status).toBe(403);
    server.clock.pushMs += 61_000;
    await expect(openStream(mine.streamUrl)).rejects.toThrow('403');
  });

  it('and tokens and texts never reach the log', async () => {
    await using server = await directLineServer({ timing: { postHoldMs: 10 } });
    const started = await start(server);
    const stream = await openStream(started.streamUrl);
    server.visitors.failNext(5);
    await post(server.base, started, 'en hemmelighed');
    await fetch(started.streamUrl.replace('ws', 'http'));
    stream.socket.terminate();
    await until(() => server.counts.socketsOpen === 0);

    const ticket = new URL(started.streamUrl).searchParams.get('t') ?? '';
    for (const secret of [ticket, started.token, 'hemmelighed']) expect(server.logged.join()).not.toContain(secret);
  });
});

describe('pitfall 18: files', () => {
  it('refuses an upload in words, before reading it', async () => {
    await using server = await directLineServer();
    const { conversationId, token } = await start(server);
    const form = new FormData();
    form.append('activity', new Blob(['{}'], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob([new Uint8Array(100_000)]), 'billede.png');

    const answer = await fetch(`${server.base}/conversations/${conversationId}/upload?userId=x`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });

    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({
      error: { code: 'UploadsAreOff', message: expect.stringContaining('filer') },
    });
  });

  it('refuses an activity that is nothing but attachments', async () => {
    await using server = await directLineServer();
    const { conversationId, token } = await start(server);

    const { status, body } = await call(server.base, `/conversations/${conversationId}/activities`, {
      token,
      body: { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'blob:1' }] },
    });

    expect([status, body.error.code]).toEqual([400, 'UploadsAreOff']);
  });
});

describe('pitfall 19: Web Chat is heavy', () => {
  it('is a test peer and no part of what citizens load', () => {
    const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

    expect(Object.keys(dependencies)).not.toContain('botframework-webchat');
  });
});
