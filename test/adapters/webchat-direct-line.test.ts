/** Direct Line over HTTP: what the pitfalls do not cover. */
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { call, directLineServer, openStream, post, start, until } from '../fakes/direct-line-server.ts';

describe('tokens and conversations', () => {
  it('gives out a token without starting anything, starts with it once, and says 200 the second time', async () => {
    await using server = await directLineServer();
    const { body: generated } = await call(server.base, '/tokens/generate', { body: { user: { id: 'dl_chosen' } } });
    expect(server.visitors.opened).toHaveLength(0);

    const first = await call(server.base, '/conversations', { token: generated.token, body: {} });
    const second = await call(server.base, '/conversations', { token: generated.token, body: { user: {} } });

    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.body.conversationId).toBe(generated.conversationId);
    expect(second.body.conversationId).toBe(generated.conversationId);
    expect(generated).toMatchObject({ expires_in: 1800 });
    expect(server.visitors.opened).toHaveLength(1);
  });

  it('greets with the first message, in the language of the page', async () => {
    await using server = await directLineServer();

    const { body } = await call(server.base, '/conversations?asker=parent', { body: { locale: 'en-US' } });
    const { body: read } = await call(server.base, `/conversations/${body.conversationId}/activities`, body);

    expect(server.visitors.opened).toMatchObject([{ asker: 'parent', language: 'en' }]);
    expect(read.activities).toMatchObject([
      { id: `${body.conversationId}|0000001`, channelData: { indgang: { says: 'greeting' } } },
    ]);
  });

  it('takes whoever does not say who they are for a youth', async () => {
    await using server = await directLineServer();

    await call(server.base, '/conversations?asker=hacker', { body: {} });

    expect(server.visitors.opened).toMatchObject([{ asker: 'youth', language: 'da' }]);
  });

  it('refreshes a token for the same conversation and the same user', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    server.clock.pushMs += 1_790_000;
    const { body } = await call(server.base, '/tokens/refresh', { token: started.token, body: '' });
    server.clock.pushMs += 60_000;

    const posted = await post(server.base, { ...started, token: body.token }, 'hej');

    expect(body.conversationId).toBe(started.conversationId);
    expect(posted.status).toBe(200);
  });

  it('accepts typing, events and endings with an id and forgets them', async () => {
    await using server = await directLineServer();
    const { conversationId, token } = await start(server);

    for (const type of ['typing', 'event', 'conversationUpdate', 'endOfConversation']) {
      const { status, body } = await call(server.base, `/conversations/${conversationId}/activities`, {
        token,
        body: { type },
      });
      expect([status, typeof body.id]).toEqual([200, 'string']);
    }

    const { body } = await call(server.base, `/conversations/${conversationId}/activities`, { token });
    expect(body.activities).toHaveLength(1);
  });

  it('passes on the code of a tapped choice', async () => {
    await using server = await directLineServer();
    const { conversationId, token } = await start(server);

    await call(server.base, `/conversations/${conversationId}/activities`, {
      token,
      body: { type: 'message', text: '15–17 år', channelData: { indgang: { choice: 'age:15_17' } } },
    });

    expect(server.visitors.received).toMatchObject([{ text: '15–17 år', choice: 'age:15_17' }]);
  });
});

describe('one conversation’s token', () => {
  it('opens nothing of another’s, anywhere', async () => {
    await using server = await directLineServer();
    const mine = await start(server);
    const other = await start(server);
    const paths = ['', '?watermark=0', '/activities', '/activities?watermark=0'];

    for (const path of paths) {
      const { status, body } = await call(server.base, `/conversations/${other.conversationId}${path}`, mine);
      expect([path, status, body.error.code]).toEqual([path, 403, 'BadToken']);
    }
    expect((await post(server.base, { ...other, token: mine.token }, 'hej')).status).toBe(403);
    const ticket = new URL(mine.streamUrl).searchParams.get('t');
    const stream = `${server.base.replace('http', 'ws')}/conversations/${other.conversationId}/stream?t=${ticket}`;
    await expect(openStream(stream)).rejects.toThrow('403');
    expect(server.visitors.received).toHaveLength(0);
  });

  it('hears nothing of another’s', async () => {
    await using server = await directLineServer();
    const mine = await start(server);
    const other = await start(server);
    const stream = await openStream(mine.streamUrl);

    await post(server.base, other, 'privat');
    await post(server.base, mine, 'mit');

    await until(() => stream.activities().length === 2);
    expect(stream.frames.join()).not.toContain('privat');
  });

  it('is refused with 401 when it is missing or no token, and 403 when another signed it', async () => {
    await using server = await directLineServer();
    await using stranger = await directLineServer();
    const { conversationId } = await start(server);
    const answerTo = (authorization?: string) =>
      fetch(
        `${server.base}/conversations/${conversationId}`,
        authorization === undefined ? {} : { headers: { authorization } },
      );
    const foreign = await stranger.tokens.issue({ enquiry: conversationId, user: 'dl_x', asker: 'youth' });
    const [head, , signature] = foreign.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${foreign.split('.')[1]}.`;

    expect((await answerTo()).status).toBe(401);
    for (const bad of [
      'Bearer undefined',
      'Bearer ',
      'Basic eDp5',
      `Bearer ${head}.e30.${signature}`,
      `Bearer ${unsigned}`,
    ]) {
      expect([401, 403]).toContain((await answerTo(bad)).status);
    }
  });
});

describe('errors', () => {
  it('have one shape everywhere, also where there is nothing', async () => {
    await using server = await directLineServer();
    const { conversationId, token } = await start(server);
    const activities = `/conversations/${conversationId}/activities`;
    const answers = await Promise.all([
      call(server.base, '/nothing/here'),
      call(server.base, '/session/getsessionid'),
      call(server.base, `/conversations/${conversationId}/stream`),
      call(server.base, activities, { token, body: '{"type":' }),
      call(server.base, activities, { token, body: '{"type":"message","text":"x","__proto__":{"a":1}}' }),
      call(server.base, activities, { token, body: `${'['.repeat(5000)}${']'.repeat(5000)}` }),
      call(server.base, activities, { token, body: { type: 'message', text: ' \n ' } }),
      call(server.base, activities, { token, body: { type: 'message', text: 'x'.repeat(65_537) } }),
      call(server.base, activities, {
        token,
        body: { type: 'message', text: 'x', channelData: { a: 'x'.repeat(20_000) } },
      }),
      call(server.base, activities, { token, body: { type: 'message', text: 'x'.repeat(300_000) } }),
      call(server.base, activities, { token, body: { type: 'message', text: 'æ'.repeat(2_000_000) } }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 426, 400, 400, 400, 400, 413, 413, 413, 413]);
    for (const { body } of answers) {
      expect(body).toEqual({ error: { code: expect.stringMatching(/^\w+$/), message: expect.stringMatching(/\S/) } });
    }
  });

  it('takes the longest text there may be, unchanged', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const text = `${'æ😀'.repeat(21_845)}!`;

    const { status } = await post(server.base, started, text);

    expect(status).toBe(200);
    expect(server.visitors.received[0]?.text).toBe(text);
  });
});

describe('the stream’s address', () => {
  const streamUrlFor = async (headers: Record<string, string>, publicUrl: string | null = null) => {
    await using server = await directLineServer({ publicUrl });
    const { port } = new URL(server.url);
    return await new Promise<string>((resolve, reject) => {
      const ask = request(
        { port, host: '127.0.0.1', method: 'POST', path: '/v3/directline/conversations', headers },
        (answer) => {
          let body = '';
          answer.on('data', (part) => {
            body += part;
          });
          answer.on('end', () => resolve(String(JSON.parse(body).streamUrl).split('/v3')[0] ?? ''));
        },
      );
      ask.on('error', reject).end();
    });
  };

  it('is the host the client asked', async () => {
    expect(await streamUrlFor({ host: 'unge.example.dk:8080' })).toBe('ws://unge.example.dk:8080');
  });

  it('is what the proxy says it was asked', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'unge.example.dk' };

    expect(await streamUrlFor(headers)).toBe('wss://unge.example.dk');
  });

  it('is the configured address before all else', async () => {
    const headers = { 'x-forwarded-host': 'evil.example' };

    expect(await streamUrlFor(headers, 'https://unge.example.dk/chat/')).toBe('wss://unge.example.dk/chat');
  });

  it('is never built from a header that is no host', async () => {
    expect(await streamUrlFor({ 'x-forwarded-host': 'a b"<script>' })).toBe('ws://localhost');
  });
});
