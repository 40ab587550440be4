/** What goes wrong with the emulated Slack: limits, late and lost answers, retries, broken sockets; the SDK is real. */
import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { boltOverHttp, boltOverSocket } from '../fakes/slack/bolt-app.ts';
import { type EmulatorClock, handClock, realClock } from '../fakes/slack/clock.ts';
import { signature } from '../fakes/slack/signed-http.ts';
import { button, type Town, town } from '../fakes/slack/town.ts';

const post = ({ client, desk }: Town, text = 'x') => client.chat.postMessage({ channel: desk.id, text });

const waits = async (call: Promise<unknown>): Promise<number | null> => {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter;
    throw error;
  }
};

describe('a limit', () => {
  it('is about one message a second in a channel, after a small burst', async () => {
    const clock = handClock();
    await using here = await town({ limits: 'real', clock });
    for (let count = 0; count < 3; count += 1) await post(here);

    const fourth = await waits(post(here));
    const elsewhere = await waits(here.client.chat.postMessage({ channel: here.mette.id, text: 'x' }));
    clock.forward(1000);
    const afterwards = await waits(post(here));

    expect([fourth, elsewhere, afterwards]).toEqual([1, null, null]);
  });

  it('is also one for the whole workspace', async () => {
    const clock = handClock();
    const perMinute = { '1': 1, '2': 20, '3': 50, '4': 100, special: 600 };
    const limits = { perMinute, postsPerSecond: 1000, postBurst: 1000, postsPerMinute: 5 };
    await using here = await town({ limits, clock });
    for (let count = 0; count < 5; count += 1) await post(here);

    expect(await waits(post(here))).toBe(60);
  });

  const tiers: readonly (readonly [string, number, (here: Town, count: number) => Promise<unknown>])[] = [
    ['conversations.create (2)', 20, ({ client }, count) => client.conversations.create({ name: `sag-${count}` })],
    ['conversations.info (3)', 50, ({ client, desk }) => client.conversations.info({ channel: desk.id })],
    ['users.info (4)', 100, ({ client, mette }) => client.users.info({ user: mette.id })],
  ];

  for (const [name, most, call] of tiers) {
    it(`of ${name} is ${most} a minute, for that method alone`, async () => {
      const clock = handClock();
      await using here = await town({ limits: 'real', clock });
      for (let count = 0; count < most; count += 1) await call(here, count);
      clock.forward(20_000);

      const over = await waits(call(here, most));
      const other = await waits(here.client.auth.test());
      clock.forward(40_000);
      const later = await waits(call(here, most));

      expect([over, other, later]).toEqual([40, null, null]);
    });
  }

  it('is off when nobody asks for it', async () => {
    await using here = await town();

    for (let count = 0; count < 60; count += 1) expect(await waits(post(here))).toBeNull();
  });
});

describe('a call', () => {
  it('can be lost before or after the work is done, and the client cannot tell which', async () => {
    await using here = await town();

    here.slack.fault({ kind: 'drop-before', method: 'chat.postMessage' });
    await expect(post(here, 'aldrig')).rejects.toBeInstanceOf(webApi.WebAPIRequestError);
    here.slack.fault({ kind: 'drop-after', method: 'chat.postMessage' });
    await expect(post(here, 'alligevel')).rejects.toBeInstanceOf(webApi.WebAPIRequestError);

    expect(here.slack.messages(here.desk.id).map(({ text }) => text)).toEqual(['alligevel']);
    expect(here.slack.calls.map(({ fault, answer }) => [fault, answer])).toEqual([
      ['drop-before', null],
      ['drop-after', null],
    ]);
  });

  it('can be late, and the delay is not counted as the emulator’s own time', async () => {
    await using here = await town();
    here.slack.fault({ kind: 'delay', ms: 120 });
    const began = performance.now();

    await post(here);

    expect(performance.now() - began).toBeGreaterThanOrEqual(119);
    expect(here.slack.calls[0]?.tookMs).toBeLessThan(100);
  });

  it('can fail with any error, for one method, until the rule is taken away', async () => {
    await using here = await town();
    const stop = here.slack.fault({
      kind: 'error',
      error: 'restricted_action',
      method: /^conversations\./,
      times: 9,
    });

    await expect(here.client.conversations.create({ name: 'sag-1' })).rejects.toThrow('restricted_action');
    await post(here);
    stop();

    await here.client.conversations.create({ name: 'sag-1' });
  });

  it('fails by the same dice for the same seed', async () => {
    const run = async (seed: number) => {
      await using here = await town({ seed });
      here.slack.fault({ kind: 'http', status: 500, probability: 0.4 });
      const fell: boolean[] = [];
      for (let count = 0; count < 30; count += 1)
        fell.push(
          await post(here).then(
            () => false,
            () => true,
          ),
        );
      return fell;
    };

    const [one, again, other] = [await run(7), await run(7), await run(8)];

    expect(one).toEqual(again);
    expect(one).not.toEqual(other);
    expect(one.filter(Boolean).length).toBeGreaterThan(4);
    expect(one.filter(Boolean).length).toBeLessThan(24);
  });

  it('reaches nobody while Slack is down, and people can do nothing either', async () => {
    await using here = await town();
    here.slack.outage(true);

    await expect(post(here)).rejects.toBeInstanceOf(webApi.WebAPIRequestError);
    const hello = here.slack.post({ channel: here.desk.id, user: here.mette.id, text: 'hej' });
    await expect(hello).rejects.toThrow('down');
    here.slack.outage(false);

    await post(here);
    expect(here.slack.calls.map(({ fault }) => fault)).toEqual(['outage', null]);
  });
});

const say = ({ slack, desk, mette }: Town, text: string) => slack.post({ channel: desk.id, user: mette.id, text });

describe('an event', () => {
  it('comes again with the same id, a number and a reason, until it is taken', async () => {
    await using here = await town({ retryAfterMs: [0, 20, 40] });
    const tries: { readonly id: unknown; readonly num: unknown; readonly reason: unknown }[] = [];
    await using _bolt = await boltOverHttp(here.slack, {
      processBeforeResponse: true,
      set(app) {
        app.event('message', async ({ context, body }) => {
          tries.push({ id: body.event_id, num: context.retryNum, reason: context.retryReason });
          if (tries.length < 3) throw new Error('not yet');
        });
        app.error(async (error) => {
          throw error;
        });
      },
    });

    await say(here, 'hej');
    await here.slack.settled();

    expect(tries.map(({ num, reason }) => [num, reason])).toEqual([
      [undefined, undefined],
      [1, 'http_error'],
      [2, 'http_error'],
    ]);
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
    expect(here.slack.deliveries.map(({ outcome }) => outcome)).toEqual(['http_error', 'http_error', 'acknowledged']);
  });

  it('comes at once, after a minute and after five, and then no more', async () => {
    const clock = handClock();
    await using here = await town({ clock });
    here.slack.deliverTo('http://127.0.0.1:1/');
    const tries = () => here.slack.deliveries.length;
    const triesNow = () => {
      clock.forward(0);
      return tries();
    };

    await say(here, 'hej');
    clock.forward(0);
    await expect.poll(triesNow).toBe(2);
    clock.forward(59_999);
    expect(tries()).toBe(2);
    clock.forward(1);
    await expect.poll(tries).toBe(3);
    clock.forward(300_000);
    await expect.poll(tries).toBe(4);
    clock.forward(3_600_000);

    expect(here.slack.deliveries.map(({ retryNum, outcome }) => [retryNum, outcome])).toEqual([
      [0, 'connection_failed'],
      [1, 'connection_failed'],
      [2, 'connection_failed'],
      [3, 'connection_failed'],
    ]);
  });

  it('can be doubled, lost, or come after the next', async () => {
    await using here = await town();
    const heard: string[] = [];
    await using _bolt = await boltOverHttp(here.slack, {
      set: (app) => app.message(async ({ message }) => void heard.push('text' in message ? String(message.text) : '')),
    });

    here.slack.faultEvents({ kind: 'doubled', type: 'message' });
    await say(here, 'to gange');
    await here.slack.settled();
    here.slack.faultEvents({ kind: 'dropped' });
    await say(here, 'aldrig');
    here.slack.faultEvents({ kind: 'reordered', atMostMs: 10_000 });
    await say(here, 'sidst');
    await say(here, 'først');
    await expect.poll(() => heard.length).toBe(4);

    expect(heard.slice(0, 2)).toEqual(['to gange', 'to gange']);
    expect(new Set(heard.slice(2))).toEqual(new Set(['først', 'sidst']));
    const ids = here.slack.deliveries.map(({ eventId }) => eventId);
    expect(ids[0]).toBe(ids[1]);
    expect(Number.parseInt(String(ids[2]).slice(2), 36)).toBeGreaterThan(Number.parseInt(String(ids[3]).slice(2), 36));
  });

  it('that is acknowledged too late is a broken rule', async () => {
    await using here = await town({ ackWithinMs: 100, retryAfterMs: [] });
    await using _bolt = await boltOverHttp(here.slack, {
      processBeforeResponse: true,
      set: (app) => app.message(async () => new Promise((resolve) => setTimeout(resolve, 300))),
    });

    await say(here, 'hej');
    await here.slack.settled();

    expect(() => here.slack.expectNoBreaches()).toThrow('late-ack: event message');
  });

  it('is signed as Slack signs, and refused by the app when it is not', async () => {
    const { createHmac } = await import('node:crypto');
    const byHand = createHmac('sha256', 'secret').update('v0:1700000000:{"a":1}').digest('hex');
    expect(signature('secret', '1700000000', '{"a":1}')).toBe(`v0=${byHand}`);

    await using here = await town({ retryAfterMs: [] });
    await using other = await town();
    await using _bolt = await boltOverHttp({ ...here.slack, app: { ...other.slack.app, signingSecret: 'another' } });
    await say(here, 'hej');
    await here.slack.settled();

    expect(here.slack.deliveries.map(({ outcome }) => outcome)).toEqual(['http_error']);
  });
});

describe('Socket Mode', () => {
  const shortly = { retryAfterMs: [0, 150, 400, 800] };

  it('goes on with a new socket when the old one is recycled or cut, and loses nothing', async () => {
    await using here = await town(shortly);
    const heard: string[] = [];
    await using _bolt = await boltOverSocket(here.slack, {
      set: (app) => app.message(async ({ message }) => void heard.push('text' in message ? String(message.text) : '')),
    });
    await say(here, 'før');
    await here.slack.settled();

    here.slack.sockets.kill();
    await expect.poll(here.slack.sockets.connections).toBe(0);
    await say(here, 'uden forbindelse');
    await here.slack.settled();
    here.slack.sockets.disconnect('refresh_requested');
    await expect.poll(here.slack.sockets.connections, { timeout: 5000 }).toBe(0);
    await expect.poll(here.slack.sockets.connections, { timeout: 5000 }).toBe(1);
    await say(here, 'bagefter');
    await here.slack.settled();

    expect(heard).toEqual(['før', 'uden forbindelse', 'bagefter']);
    expect(here.slack.deliveries.some(({ outcome }) => outcome === 'connection_failed')).toBe(true);
  });

  it('carries commands, and refuses to open when it is told to', async () => {
    await using here = await town();
    await using _bolt = await boltOverSocket(here.slack, {
      set: (app) => app.command('/indgang', async ({ ack }) => ack({ text: 'Hej', response_type: 'ephemeral' })),
    });

    const outcome = await here.slack.command({ user: here.mette.id, channel: here.desk.id, text: '/indgang' });
    here.slack.sockets.refuseOpen('internal_error', 1);

    expect(outcome.acknowledged).toBe(true);
    expect(here.slack.ephemerals(here.mette.id)).toMatchObject([{ text: 'Hej' }]);
    const app = new webApi.WebClient(here.slack.app.appToken, { slackApiUrl: here.slack.apiUrl });
    await expect(app.apps.connections.open({})).rejects.toThrow('internal_error');
    expect((await app.apps.connections.open({})).url).toMatch(/^ws:/);
  });

  it('shares events among sockets, and hands on what a dying one did not take', async () => {
    await using here = await town({ retryAfterMs: [0, 50] });
    const taken = { one: 0, two: 0 };
    const counting = (which: keyof typeof taken) => ({
      set: (app: Parameters<NonNullable<Parameters<typeof boltOverSocket>[1]>['set'] & object>[0]) =>
        app.message(async () => {
          taken[which] += 1;
        }),
    });
    await using _one = await boltOverSocket(here.slack, counting('one'));
    await using _two = await boltOverSocket(here.slack, counting('two'));

    for (let count = 0; count < 10; count += 1) await say(here, `${count}`);
    await here.slack.settled();

    expect(taken).toEqual({ one: 5, two: 5 });
  });

  it('leaves no press answered while nobody is connected', async () => {
    await using here = await town();
    here.slack.deliverBySocket();
    const { ts = '' } = await here.client.chat.postMessage({
      channel: here.desk.id,
      text: 'kort',
      blocks: [{ type: 'actions', elements: [button('claim')] }],
    });

    const outcome = await here.slack.press({ user: here.mette.id, channel: here.desk.id, ts, actionId: 'claim' });

    expect(outcome).toEqual({ acknowledged: false, shown: 'dispatch_failed' });
  });
});

it('says that too many events came, in the form without an event', async () => {
  await using here = await town({ retryAfterMs: [] });
  const bodies: unknown[] = [];
  const { createServer } = await import('node:http');
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    bodies.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  here.slack.deliverTo(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);

  here.slack.rateLimitEvents();
  await here.slack.settled();
  server.closeAllConnections();
  server.close();

  expect(bodies).toEqual([
    expect.objectContaining({ type: 'app_rate_limited', minute_rate_limited: expect.any(Number) }),
  ]);
});

it('moves a clock by hand, in order, and a real one by itself', async () => {
  const clock = handClock(0);
  const rang: string[] = [];
  clock.after(20, () => rang.push('later'));
  clock.after(10, () => rang.push('sooner'));
  const callOff = clock.after(15, () => rang.push('never'));
  callOff();

  clock.forward(30);

  expect(rang).toEqual(['sooner', 'later']);
  expect(clock.now()).toBe(30);
  const real: EmulatorClock = realClock;
  await new Promise<void>((resolve) => {
    real.after(1, resolve);
  });
});

it('shows a page everything, as data of its own, and says when something changes', async () => {
  await using here = await town();
  let changes = 0;
  const stop = here.slack.onChange(() => {
    changes += 1;
  });

  await post(here, 'hej');
  stop();
  const seen = changes;
  await post(here, 'igen');

  const shown = here.slack.workspace();
  expect(seen).toBeGreaterThan(0);
  expect(changes).toBe(seen);
  expect(shown.channels.find(({ name }) => name === 'desk')?.messages).toMatchObject([
    { text: 'hej' },
    { text: 'igen' },
  ]);
  expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
});
