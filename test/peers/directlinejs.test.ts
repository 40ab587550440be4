/** The real botframework-directlinejs, in Node, over loopback. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectionStatus } from 'botframework-directlinejs';
import { describe, expect, it } from 'vitest';
import { start, until } from '../fakes/direct-line-server.ts';
import { connect, message } from './client.ts';
import { startServer } from './server.ts';

describe('directlinejs', () => {
  it('connects, posts, and gets its message back with the same id and clientActivityID, then the answer', async () => {
    await using server = await startServer();
    const { token } = await start(server);
    using client = await connect(server, { token });

    const id = await client.post(message('hej', 'my-1'));

    await until(() => client.seen.length === 3);
    const [greeting, echo, answer] = client.seen;
    expect(greeting).toMatchObject({ from: { role: 'bot' } });
    expect(echo).toMatchObject({ id, from: { role: 'user' }, channelData: { clientActivityID: 'my-1' } });
    expect(answer).toMatchObject({ text: 'Du skrev: hej', replyToId: id });
  });

  it('takes a refused message as refused and stays online', async () => {
    await using server = await startServer();
    const { token } = await start(server);
    using client = await connect(server, { token });

    await expect(client.post(message('', 'my-1'))).rejects.toMatchObject({ status: 400 });
    expect(await client.post(message('hej', 'my-2'))).toMatch(/\|\d{7}$/);
    expect(client.statuses.at(-1)).toBe(ConnectionStatus.Online);
  });

  it('gets 200 unique messages at 20 ms, in order by id, though its socket is cut in the middle', async () => {
    await using server = await startServer();
    const { token, conversationId } = await start(server);
    using client = await connect(server, { token });
    await until(() => client.seen.length === 1);

    for (let count = 1; count <= 200; count++) {
      server.visitors.say(conversationId, { text: `nr. ${count}` });
      if (count === 100) server.cut();
      await sleep(20);
    }

    await until(() => client.seen.length >= 201, 20_000);
    await sleep(500);
    const inOrder = client.seen.slice(1).sort((a, b) => String(a.id).localeCompare(String(b.id)));
    expect(inOrder.map((activity) => 'text' in activity && activity.text)).toEqual(
      Array.from({ length: 200 }, (_, index) => `nr. ${index + 1}`),
    );
    expect(client.sockets.length).toBe(2);
  });

  it('posts many at once; all are stored, each seen once', async () => {
    await using server = await startServer();
    const { token } = await start(server);
    using client = await connect(server, { token });

    const ids = await Promise.all(Array.from({ length: 80 }, (_, n) => client.post(message(`nr. ${n}`, `my-${n}`))));

    expect(new Set(ids).size).toBe(80);
    expect(ids).not.toContain('retry');
    await until(() => client.seen.length === 161, 10_000);
    expect(new Set(client.seen.map(({ id }) => id)).size).toBe(161);
  });

  it('refreshes its token and goes on with the new one past the end of the old', async () => {
    await using server = await startServer();
    const { token } = await start(server);
    using client = await connect(server, { token });
    const refreshing = client.line as unknown as {
      token: string;
      refreshToken(): { subscribe(next: (token: string) => void): void };
    };
    server.clock.pushMs += 900_000;

    const fresh = await new Promise<string>((resolve) => refreshing.refreshToken().subscribe(resolve));
    refreshing.token = fresh;
    server.clock.pushMs += 1_000_000;

    expect(fresh).not.toBe(token);
    expect(await client.post(message('hej', 'my-1'))).toMatch(/\|0000002$/);
  });

  it('says ExpiredToken when the token has run out, and only then', async () => {
    await using server = await startServer();
    const { token } = await start(server);
    using client = await connect(server, { token });
    expect(client.statuses).not.toContain(ConnectionStatus.ExpiredToken);
    server.clock.pushMs += 1_900_000;

    expect(await client.post(message('hej', 'my-1'))).toBe('retry');

    expect(client.statuses).toContain(ConnectionStatus.ExpiredToken);
  });

  it('comes back after a reload with the watermark it kept, and sees only what is new', async () => {
    await using server = await startServer();
    const { token, conversationId } = await start(server);
    using before = await connect(server, { token });
    await before.post(message('før', 'my-1'));
    await until(() => before.seen.length === 3);
    const { watermark } = before.line as unknown as { watermark: string };
    before[Symbol.dispose]();
    server.visitors.say(conversationId, { text: 'imens' });

    using after = await connect(server, { token, conversationId, watermark });

    await until(() => after.seen.length === 1);
    await sleep(200);
    expect(after.texts()).toEqual(['imens']);
  });

  it('comes back after a reload without a watermark and sees everything', async () => {
    await using server = await startServer();
    const { token, conversationId } = await start(server);
    server.visitors.say(conversationId, { text: 'en' });

    using client = await connect(server, { token, conversationId });

    await until(() => client.seen.length === 2);
  });

  it('works in two tabs that do not evict each other', async () => {
    await using server = await startServer();
    const { token, conversationId } = await start(server);
    using one = await connect(server, { token });
    using two = await connect(server, { token, conversationId });

    await one.post(message('fra den første', 'a-1'));
    await two.post(message('fra den anden', 'b-1'));

    await until(() => one.seen.length === 5 && two.seen.length === 5);
    await sleep(4000);
    expect([one.sockets.length, two.sockets.length]).toEqual([1, 1]);
    expect(one.seen.map(({ id }) => id)).toEqual(two.seen.map(({ id }) => id));
  });

  it('works by polling when there is no WebSocket', async () => {
    await using server = await startServer();
    const { token } = await start(server);
    using client = await connect(server, { token, webSocket: false, pollingInterval: 200 });

    await client.post(message('hej', 'my-1'));

    await until(() => client.seen.length === 3);
    await sleep(600);
    expect(client.seen).toHaveLength(3);
  });

  it('comes back by itself when every connection breaks', async () => {
    await using server = await startServer();
    const { token, conversationId } = await start(server);
    using client = await connect(server, { token });
    await until(() => client.seen.length === 1);

    server.cut();
    server.visitors.say(conversationId, { text: 'imens' });

    await until(() => client.seen.length === 2, 10_000);
    expect(client.texts()[1]).toBe('imens');
  });
});
