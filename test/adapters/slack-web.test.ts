/** Calls to Slack through the real client against the emulator: once each, and never where others read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRefused } from '../../adapters/slack/errors.ts';
import type { Post } from '../../adapters/slack/parts.ts';
import { type SlackWeb, slackWeb } from '../../adapters/slack/web.ts';
import { UnavailableError } from '../../src/ports.ts';
import { type MemoryInHand, memoryInHand } from '../fakes/memory.ts';
import { type SlackEmulator, slackEmulator } from '../fakes/slack/emulator.ts';

let slack: SlackEmulator;
let memory: MemoryInHand;
let web: SlackWeb;
let now: number;
let waited: number[];
let logged: string[];
let heard: string[];
let sara: string;
let front: string;

const write = (data: object, message: string): void => {
  logged.push(JSON.stringify({ ...data, message }));
};

function openWeb(timeoutMs = 2_000): SlackWeb {
  return slackWeb({
    token: slack.app.botToken,
    apiUrl: slack.apiUrl,
    clock: { now: () => now },
    log: { info: write, warn: write, error: write },
    memory,
    timeoutMs,
    watch: { pass: () => undefined, answered: () => heard.push('answered'), failed: (code) => heard.push(code) },
    wait: async (ms) => {
      waited.push(ms);
      now += ms;
    },
  });
}

beforeEach(async () => {
  slack = await slackEmulator();
  memory = memoryInHand();
  now = Date.now();
  waited = [];
  logged = [];
  heard = [];
  sara = slack.person({ name: 'Sara Holm', email: 'sara.holm@eksempel.example' }).id;
  front = slack.channel({ name: 'front', private: true, members: [sara], withApp: true }).id;
  web = openWeb();
});
afterEach(async () => {
  await slack[Symbol.asyncDispose]();
});

const card = (more: Partial<Post> = {}): Post => ({ channel: front, text: 'En ung venter', id: 'card-1', ...more });
const textsIn = (channel: string) => slack.messages(channel).map(({ text }) => text);

/** Tries as an effect is tried: again after a while, until it is done. */
async function until<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      now += error.retryAfterMs ?? 1_000;
    }
  }
  throw new Error('it never worked');
}

describe('a message', () => {
  it('is posted once, however often it is asked for', async () => {
    const first = await web.post(card());
    const again = await web.post(card());
    const together = await Promise.all([web.post(card()), openWeb().post(card())]);

    expect(again).toEqual(first);
    expect(together).toEqual([first, first]);
    expect(textsIn(front)).toEqual(['En ung venter']);
  });

  it('is posted once when many ask at the same moment', async () => {
    const places = await Promise.all(Array.from({ length: 10 }, () => web.post(card())));

    expect(new Set(places.map(({ ts }) => ts)).size).toBe(1);
    expect(slack.messages(front)).toHaveLength(1);
  });

  it('keeps its place as text, zeros at the end too', async () => {
    const places = [];
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) places.push(await web.post(card({ id, text: id })));

    expect(places.map(({ ts }) => ts)).toEqual(slack.messages(front).map(({ ts }) => ts));
    expect(places.some(({ ts }) => ts.endsWith('0'))).toBe(true);
  });

  it.each([
    ['a lost answer', { kind: 'drop-after' }],
    ['a line cut before the work', { kind: 'drop-before' }],
    ['a 500', { kind: 'http', status: 500 }],
    ['an error inside Slack', { kind: 'error', error: 'internal_error' }],
  ] as const)('is there once after %s', async (_, fault) => {
    slack.fault({ ...fault, method: 'chat.postMessage' });

    await expect(web.post(card())).rejects.toThrow(UnavailableError);
    const place = await until(() => web.post(card()));

    expect(slack.messages(front).map(({ ts }) => ts)).toEqual([place.ts]);
    slack.expectNoBreaches();
  });

  it('is there once in its thread after a lost answer', async () => {
    const root = await web.post(card());
    slack.fault({ kind: 'drop-after', method: 'chat.postMessage' });

    const reply = card({ id: 'line-1', threadTs: root.ts, text: 'Sara har den' });
    await expect(web.post(reply)).rejects.toThrow(UnavailableError);
    await until(() => web.post(reply));

    expect(slack.thread(front, root.ts).map(({ text }) => text)).toEqual(['En ung venter', 'Sara har den']);
  });

  it('is found again by another process when this one died between the call and the note', async () => {
    const dying = { ...memory, keep: memory.keep.bind(memory) };
    let notes = 0;
    const real = memory.keep;
    memory.keep = async (...args) => {
      notes += 1;
      if (notes === 2) throw new UnavailableError('database', 'ECONNRESET');
      return real(...args);
    };
    await expect(web.post(card())).rejects.toThrow(UnavailableError);
    memory.keep = dying.keep;

    const place = await until(() => openWeb().post(card()));

    expect(slack.messages(front).map(({ ts }) => ts)).toEqual([place.ts]);
  });

  it('is not posted a second time while another process may still be posting it', async () => {
    await memory.keep('slack.post/card-1', { channel: front, ts: null, begunAt: now, until: now + 8_000 }, 0);

    await expect(web.post(card())).rejects.toMatchObject({ code: 'post_not_settled', retryAfterMs: 8_000 });
    expect(slack.messages(front)).toEqual([]);
  });

  it('is not lost when the try was noted and never made', async () => {
    await memory.keep('slack.post/card-1', { channel: front, ts: null, begunAt: now, until: now - 1 }, 0);

    await web.post(card());

    expect(textsIn(front)).toEqual(['En ung venter']);
  });

  it('is found behind hundreds of others', async () => {
    slack.fault({ kind: 'drop-after', method: 'chat.postMessage' });
    await expect(web.post(card())).rejects.toThrow(UnavailableError);
    for (let count = 0; count < 450; count += 1) await slack.post({ channel: front, user: sara, text: `${count}` });

    await until(() => web.post(card()));

    expect(slack.messages(front)).toHaveLength(451);
  });

  it('leaves one when Slack has it twice after all', async () => {
    for (const _ of [1, 2]) {
      await web.call('chat.postMessage', {
        channel: front,
        text: 'En ung venter',
        metadata: { event_type: 'indgang', event_payload: { id: 'card-1' } },
      });
    }
    await memory.keep('slack.post/card-1', { channel: front, ts: null, begunAt: now, until: now - 1 }, 0);

    const place = await web.post(card());

    expect(slack.messages(front).map(({ ts }) => ts)).toEqual([place.ts]);
  });

  it('shows nobody a preview, and calls nobody by name', async () => {
    await web.post(card({ text: 'Se https://example.org @channel' }));

    const [{ args } = { args: {} }] = slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', link_names: 'false', parse: 'none' });
  });
});

describe('too many calls', () => {
  it('are waited for when the wait is short, and nothing is looked up', async () => {
    slack.fault({ kind: 'ratelimited', retryAfterSeconds: 1, method: 'chat.postMessage' });

    await web.post(card());

    expect(waited.reduce((sum, ms) => sum + ms, 0)).toBe(1_000);
    expect(slack.calls.map(({ method }) => method)).not.toContain('conversations.history');
    expect(textsIn(front)).toEqual(['En ung venter']);
  });

  it('send the caller away for as long as Slack says, and leave other methods alone', async () => {
    slack.fault({ kind: 'ratelimited', retryAfterSeconds: 30, method: 'conversations.setTopic' });

    const topic = web.call('conversations.setTopic', { channel: front, topic: 'Ny' });
    await expect(topic).rejects.toMatchObject({ code: 'ratelimited', retryAfterMs: 30_000 });
    await web.post(card());

    expect(waited).toEqual([]);
  });

  it('are never made in one channel when Slack counts for real', async () => {
    await slack[Symbol.asyncDispose]();
    slack = await slackEmulator({ limits: 'real', clock: { now: () => now, after: () => () => undefined } });
    front = slack.channel({ name: 'front', private: true, members: [], withApp: true }).id;
    web = openWeb();

    for (let count = 0; count < 40; count += 1) await until(() => web.post(card({ id: `${count}`, text: `${count}` })));

    expect(slack.messages(front)).toHaveLength(40);
    expect(slack.calls.filter(({ status }) => status === 429)).toEqual([]);
  });
});

describe('a channel shared with another organisation', () => {
  it('is never written in, and that is logged', async () => {
    const shared = slack.channel({ name: 'samarbejde', private: true, members: [], withApp: true, shared: true }).id;

    const posting = web.post(card({ channel: shared }));

    await expect(posting).rejects.toMatchObject({ code: 'externally_shared', decision: 'channel' });
    expect(slack.messages(shared)).toEqual([]);
    expect(logged.join()).toContain(shared);
  });

  it('is not edited in either, once we have heard of it', async () => {
    const place = await web.post(card());
    slack.channelNamed('front').shared = true;
    web.forgetChannel(front);

    await expect(web.edit(place, { text: 'Nyt' })).rejects.toMatchObject({ code: 'externally_shared' });
  });

  it('is asked about at most once a minute', async () => {
    for (const id of ['a', 'b', 'c']) await web.post(card({ id, text: id }));
    expect(slack.calls.filter(({ method }) => method === 'conversations.info')).toHaveLength(1);

    now += 61_000;
    await web.post(card({ id: 'd' }));
    expect(slack.calls.filter(({ method }) => method === 'conversations.info')).toHaveLength(2);
  });

  it('is waited for when Slack cannot say whether it is', async () => {
    slack.fault({ kind: 'http', status: 503, method: 'conversations.info' });

    await expect(web.post(card())).rejects.toThrow(UnavailableError);
    expect(slack.messages(front)).toEqual([]);
  });
});

describe('what is said to one person', () => {
  it('stands in the channel for them alone', async () => {
    await web.whisper({ channel: front, user: sara }, { text: 'Ali har den allerede' });

    expect(slack.ephemerals(sara).map(({ text }) => text)).toEqual(['Ali har den allerede']);
    expect(slack.messages(front)).toEqual([]);
  });

  it('becomes a direct message when they are not in the channel', async () => {
    const ali = slack.person({ name: 'Ali Demir', email: 'ali.demir@eksempel.example' }).id;

    await web.whisper({ channel: front, user: ali }, { text: 'Du er ikke med her' });

    expect(slack.ephemerals(ali)).toEqual([]);
    const place = await web.tell(ali, { text: 'Hej', id: 'hello-ali' });
    expect(textsIn(place.channel)).toEqual(['Du er ikke med her', 'Hej']);
  });
});

describe('an edit', () => {
  it('takes the old blocks away when there are no new ones', async () => {
    const blocks = [{ type: 'divider' }];
    const place = await web.post(card({ blocks }));

    await web.edit(place, { text: 'Lukket' });

    const [message] = slack.messages(front);
    expect(message).toMatchObject({ text: 'Lukket', blocks: [] });
    expect(message?.metadata?.event_payload).toEqual({ id: 'card-1' });
  });
});

describe('what Slack says no to', () => {
  it('is about that channel alone', async () => {
    const gone = slack.channel({ name: 'gammel', private: true, members: [], withApp: true });
    gone.archived = true;

    const refused = await web.post(card({ channel: gone.id })).catch((error: unknown) => error);
    await web.post(card({ id: 'card-2' }));

    expect(isRefused(refused, 'channel')).toBe(true);
    expect(heard.every((word) => word === 'answered')).toBe(true);
  });

  it('is an outage when the token is revoked', async () => {
    slack.app.revoked = true;

    await expect(web.call('auth.test', {})).rejects.toMatchObject({ name: 'UnavailableError', code: 'token_revoked' });
    expect(heard).toEqual(['token_revoked']);
  });

  it('is logged without a word of what was said, when it is our mistake', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'hemmelig '.repeat(500) } }];

    await expect(web.post(card({ blocks }))).rejects.toMatchObject({ decision: 'bug', code: 'invalid_blocks' });
    expect(logged.join()).toContain('invalid_blocks');
    expect(logged.join()).not.toContain('hemmelig');
  });

  it('is heard of when the whole of Slack is away', async () => {
    slack.outage(true);

    await expect(web.post(card())).rejects.toThrow(UnavailableError);
    expect(heard).not.toContain('answered');
  });
});
