/** Bot Framework channels through the real botbuilder, against a connector on loopback that writes down what it is sent. */
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { EffectId } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { directLineServer } from '../fakes/direct-line-server.ts';
import { sara } from '../fakes/visitors.ts';

async function connector() {
  const app = fastify();
  const sent: { readonly url: string; readonly body: Record<string, unknown> }[] = [];
  const state = { status: 200 };
  app.post('/*', async (request, reply) => {
    if (state.status === 200) sent.push({ url: request.url, body: Object(request.body) });
    return reply
      .code(state.status)
      .send(state.status === 200 ? { id: `sent-${sent.length}` } : { error: { code: 'x', message: 'x' } });
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, sent, state, [Symbol.asyncDispose]: () => app.close() };
}

const activityFrom = (serviceUrl: string, changes: object = {}) => ({
  type: 'message',
  id: 'activity-1',
  text: 'jeg er droppet ud',
  channelId: 'sms',
  serviceUrl,
  conversation: { id: 'sms-conversation' },
  from: { id: '+4512345678' },
  recipient: { id: 'bot' },
  ...changes,
});

describe('a message from a Bot Framework channel', () => {
  it('goes the same way as one from the web chat, once, with the way back', async () => {
    await using channel = await connector();
    await using server = await directLineServer({ botFramework: true });
    const send = (changes?: object) =>
      server.app.inject({ method: 'POST', url: '/api/messages', payload: activityFrom(channel.url, changes) });

    const statuses = [await send(), await send(), await send({ id: 'activity-2', text: 'og nu?' })].map(
      ({ statusCode }) => statusCode,
    );

    expect(statuses).toEqual([200, 200, 200]);
    expect(server.visitors.opened).toHaveLength(1);
    expect(server.visitors.received).toMatchObject([
      {
        channel: 'botframework',
        text: 'jeg er droppet ud',
        address: { serviceUrl: channel.url, conversation: { id: 'sms-conversation' } },
      },
      { channel: 'botframework', text: 'og nu?' },
    ]);
    expect(server.visitors.received[0]?.enquiry).toBe(server.visitors.received[1]?.enquiry);
  });

  it('is answered 503 when the store is away, so that the channel sends it again', async () => {
    await using channel = await connector();
    await using server = await directLineServer({ botFramework: true });
    server.visitors.failNext(1);

    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/messages',
      payload: activityFrom(channel.url),
    });

    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
  });

  it('opens the enquiry when a citizen arrives, not when the bot does', async () => {
    await using channel = await connector();
    await using server = await directLineServer({ botFramework: true });
    const arrive = (id: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/messages',
        payload: activityFrom(channel.url, { type: 'conversationUpdate', text: undefined, membersAdded: [{ id }] }),
      });

    await arrive('bot');
    expect(server.visitors.opened).toHaveLength(0);
    await arrive('+4512345678');
    expect(server.visitors.opened).toHaveLength(1);
  });

  it('is not taken at all when no app is configured', async () => {
    await using server = await directLineServer();

    expect((await server.app.inject({ method: 'POST', url: '/api/messages', payload: {} })).statusCode).toBe(404);
  });
});

describe('an answer to a Bot Framework channel', () => {
  async function arrived() {
    const channel = await connector();
    const server = await directLineServer({ botFramework: true });
    await server.app.inject({ method: 'POST', url: '/api/messages', payload: activityFrom(channel.url) });
    const [received] = server.visitors.received;
    if (!received || !server.bot) throw new Error('nothing arrived');
    const message = server.visitors.say(received.enquiry, {
      from: sara,
      text: 'Hej!',
      quickReplies: [{ code: 'x', title: 'Ja' }],
    });
    const deliver = (effect: string) => server.bot?.channel.deliver(message, received.address, effect as EffectId);
    const close = () => Promise.all([server.app.close(), channel[Symbol.asyncDispose]()]);
    return { channel, deliver, [Symbol.asyncDispose]: async () => void (await close()) };
  }

  it('arrives with the name of who wrote it, once for one effect', async () => {
    await using there = await arrived();

    await Promise.all([there.deliver('e.1.tell'), there.deliver('e.1.tell')]);
    await there.deliver('e.1.tell');

    expect(there.channel.sent).toMatchObject([
      {
        url: expect.stringContaining('/v3/conversations/sms-conversation/activities'),
        body: { text: 'Sara Holm, ungevejleder: Hej!', suggestedActions: { actions: [{ title: 'Ja' }] } },
      },
    ]);
  });

  it('that failed for now may be sent again, and one refused for good is not called passing', async () => {
    await using there = await arrived();
    there.channel.state.status = 403;
    await expect(there.deliver('e.2.tell')).rejects.not.toBeInstanceOf(UnavailableError);
    there.channel.state.status = 503;
    await expect(there.deliver('e.1.tell')).rejects.toBeInstanceOf(UnavailableError);
    there.channel.state.status = 200;

    await there.deliver('e.1.tell');

    expect(there.channel.sent).toHaveLength(1);
  });
});
