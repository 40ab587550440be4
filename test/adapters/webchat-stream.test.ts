/** Live streams when things go wrong: lost hints, slow readers, a store that is away, a restart. */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { directLineServer, openStream, post, start, until } from '../fakes/direct-line-server.ts';
import { sara } from '../fakes/visitors.ts';

describe('a live stream', () => {
  it('shows a member of staff by name and role', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const stream = await openStream(started.streamUrl);

    server.visitors.say(started.conversationId, { from: sara, text: 'Hej, jeg hedder Sara.' });

    await until(() => stream.activities().length === 2);
    expect(stream.activities()[1]).toMatchObject({
      from: { id: 'staff', name: 'Sara Holm, ungevejleder', role: 'bot' },
      channelData: { indgang: { from: 'staff', name: 'Sara Holm', role: 'ungevejleder' } },
    });
  });

  it('finds a message whose hint was lost', async () => {
    await using server = await directLineServer({ timing: { beatMs: 20, pollMs: 50 } });
    const started = await start(server);
    const stream = await openStream(started.streamUrl);
    await until(() => stream.frames.length === 1);
    server.signal.deaf = true;

    server.visitors.say(started.conversationId, { text: 'uden signal' });

    await until(() => stream.activities().length === 2);
  });

  it('goes on by itself after the store was away', async () => {
    await using server = await directLineServer({ timing: { beatMs: 20 } });
    const started = await start(server);
    const stream = await openStream(started.streamUrl);
    await until(() => stream.frames.length === 1);
    server.visitors.failNext(2);

    server.visitors.say(started.conversationId, { text: 'mens databasen var væk' });

    await until(() => stream.activities().length === 2);
  });

  it('reads the store once for all sockets of a conversation', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const streams = await Promise.all(Array.from({ length: 20 }, () => openStream(started.streamUrl)));
    await until(() => streams.every(({ frames }) => frames.length === 1));
    const before = server.visitors.reads();

    server.visitors.say(started.conversationId, { text: 'til alle' });

    await until(() => streams.every((stream) => stream.activities().length === 2));
    expect(server.visitors.reads() - before).toBeLessThanOrEqual(2);
  });

  it('listens to the signal once, however many sockets there are', async () => {
    await using server = await directLineServer();
    for (let count = 0; count < 5; count++) await openStream((await start(server)).streamUrl);

    expect(server.signal.listeners()).toBe(1);
  });

  it('gives everyone everything once and in order while sockets come and go', { timeout: 20_000 }, async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const streams: Awaited<ReturnType<typeof openStream>>[] = [];
    for (let count = 2; count <= 300; count++) {
      server.visitors.say(started.conversationId, { text: `${count}` });
      if (count % 20 === 0) streams.push(await openStream(started.streamUrl));
      if (count % 60 === 0) streams.shift()?.socket.close();
    }

    await until(() => streams.every((stream) => stream.activities().length >= 300));
    const expected = Array.from(
      { length: 300 },
      (_, index) => `${started.conversationId}|${String(index + 1).padStart(7, '0')}`,
    );
    for (const stream of streams) expect(stream.activities().map(({ id }) => id)).toEqual(expected);
  });
});

describe('a socket that does not read', () => {
  it('is closed with 1013 and keeps no one else waiting', { timeout: 20_000 }, async () => {
    await using server = await directLineServer({ timing: { beatMs: 20, slowMs: 100 } });
    const started = await start(server);
    const slow = await openStream(started.streamUrl);
    const brisk = await openStream(started.streamUrl);
    slow.socket.pause();

    const text = 'x'.repeat(60_000);
    for (let count = 2; count <= 400; count++) {
      server.visitors.say(started.conversationId, { text });
      if (count % 10 === 0) await sleep(1);
    }

    await until(() => server.counts.slowClosed === 1, 10_000);
    await until(() => brisk.activities().length === 400, 10_000);
    await until(() => server.counts.socketsOpen === 1);
    expect(slow.activities().length).toBeLessThan(400);
  });

  it('gets all of a long history when it is only slow to begin', { timeout: 20_000 }, async () => {
    await using server = await directLineServer({ timing: { beatMs: 20, slowMs: 3000 } });
    const started = await start(server);
    for (let count = 2; count <= 400; count++)
      server.visitors.say(started.conversationId, { text: 'y'.repeat(30_000) });
    const stream = await openStream(started.streamUrl);
    stream.socket.pause();
    await sleep(300);
    stream.socket.resume();

    await until(() => stream.activities().length === 400, 10_000);
    expect(server.counts.slowClosed).toBe(0);
  });
});

describe('the end of a stream', () => {
  it('is 1012 when the server stops, and the counts go back to 0', async () => {
    const server = await directLineServer();
    const { streamUrl } = await start(server);
    const stream = await openStream(streamUrl);

    await server.app.close();

    expect(await stream.closed).toBe(1012);
    expect(server.counts.socketsOpen).toBe(0);
    expect(server.signal.listeners()).toBe(0);
  });

  it('comes within a second or two even when a client does not answer the goodbye', async () => {
    const server = await directLineServer();
    const { streamUrl } = await start(server);
    const stream = await openStream(streamUrl);
    stream.socket.pause();
    const started = performance.now();

    await server.app.close();

    expect(performance.now() - started).toBeLessThan(3000);
    stream.socket.terminate();
  });

  it('lets requests that are being held end when the server stops', async () => {
    const server = await directLineServer();
    server.visitors.failNext(1000);
    const held = start(server).catch(() => 'cut');
    await sleep(100);
    const started = performance.now();

    await server.app.close();

    expect(await held).toBe('cut');
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('frames too large for a keep-alive close that socket alone', async () => {
    await using server = await directLineServer();
    const started = await start(server);
    const bad = await openStream(started.streamUrl);
    const good = await openStream(started.streamUrl);

    bad.socket.send('x'.repeat(100_000));

    expect(await bad.closed).toBe(1009);
    await post(server.base, started, 'hej');
    await until(() => good.activities().length === 2);
  });

  it('an upgrade to anywhere else is refused, not left hanging', async () => {
    await using server = await directLineServer();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write('GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');

    const [answer] = await new Promise<string[]>((resolve) =>
      socket.on('data', (data) => resolve(String(data).split('\r\n'))),
    );

    expect(answer).toMatch(/^HTTP\/1.1 404 /);
  });
});
