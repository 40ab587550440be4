/** What comes in from Slack, by signed requests and by sockets: kept before it is acknowledged, done once. */
import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { actions, button, input, message, modal, textField } from '../../adapters/slack/block-kit.ts';
import { notKnown } from '../../adapters/slack/dispatch.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { type Opened, type OpenOptions, openedSlack, soon } from './slack-open.ts';

let opened: Opened;
const open = async (options: OpenOptions = {}): Promise<Opened> => {
  opened = await openedSlack(options);
  return opened;
};
afterEach(async () => {
  await opened[Symbol.asyncDispose]();
});

const textsHeard = () =>
  opened.heard.flatMap(({ happening }) => ('text' in happening ? [`${happening.kind}: ${happening.text}`] : []));

describe('a message from somebody in Slack', () => {
  it('is heard once, with who wrote it', async () => {
    const { slack, sara, front } = await open();

    const ts = await slack.post({ channel: front, user: sara, text: 'Hej' });
    await slack.settled();
    await opened.adapter.idle();

    expect(opened.heard).toMatchObject([
      {
        staff: 'sara-holm',
        happening: {
          kind: 'message',
          place: { channel: front, ts },
          threadTs: null,
          user: sara,
          text: 'Hej',
          hadCpr: false,
          files: 0,
        },
      },
    ]);
    slack.expectNoBreaches();
  });

  it('is heard without its CPR number, and the number is kept nowhere', async () => {
    const { slack, sara, front, memory } = await open();

    await slack.post({ channel: front, user: sara, text: 'Hun er 010203-1234 og venter' });
    await slack.settled();
    await opened.adapter.idle();

    expect(opened.heard[0]?.happening).toMatchObject({ hadCpr: true });
    const kept = JSON.stringify([await memory.list('slack', 100), opened.heard, opened.logged]);
    expect(kept).not.toContain('010203');
  });

  it('is heard once when Slack sends it twice', async () => {
    const { slack, sara, front } = await open();
    slack.faultEvents({ kind: 'doubled', times: 3 });

    for (const text of ['et', 'to', 'tre']) await slack.post({ channel: front, user: sara, text });
    await slack.settled();
    await opened.adapter.idle();

    expect(textsHeard().toSorted()).toEqual(['message: et', 'message: to', 'message: tre']);
  });

  it('is heard in the order it came, in each thread', async () => {
    const { slack, sara, front } = await open({
      before: (happening) =>
        new Promise((resolve) => setTimeout(resolve, 'text' in happening ? 30 - happening.text.length * 5 : 0)),
    });
    const root = await slack.post({ channel: front, user: sara, text: 'x' });
    await slack.settled();

    for (const text of ['1', '22', '333', '4444']) {
      await slack.post({ channel: front, user: sara, text, threadTs: root });
      await slack.settled();
    }
    await slack.settled();
    await opened.adapter.idle();

    expect(textsHeard().slice(1)).toEqual(['message: 1', 'message: 22', 'message: 333', 'message: 4444']);
  });

  it('is heard as edited and deleted, in our words', async () => {
    const { slack, sara, front } = await open();
    const ts = await slack.post({ channel: front, user: sara, text: 'Mødet er tirdag' });
    await slack.edit({ channel: front, user: sara, ts, text: 'Mødet er tirsdag' });
    await slack.remove({ channel: front, user: sara, ts });
    await slack.settled();
    await opened.adapter.idle();

    expect(opened.kinds().toSorted()).toEqual(['deleted', 'edited', 'message']);
    expect(opened.heard.find(({ happening }) => happening.kind === 'edited')?.happening).toMatchObject({
      place: { channel: front, ts },
      user: sara,
      text: 'Mødet er tirsdag',
      hadCpr: false,
    });
  });

  it('is not heard when we, or another app, wrote it', async () => {
    const { parts, slack, front } = await open();

    const place = await parts.web.post({ channel: front, text: 'Et kort', id: 'card' });
    await parts.web.edit(place, { text: 'Et nyt kort' });
    await slack.settled();

    expect(opened.heard).toEqual([]);
  });

  it('is not heard from another organisation', async () => {
    const { slack, front } = await open();
    const stranger = slack.person({ name: 'Fremmed', email: null, team: 'T0ELSEWHERE' }).id;
    slack.channelNamed('front').members.add(stranger);

    await slack.post({ channel: front, user: stranger, text: 'Hej' });
    await slack.settled();

    expect(opened.heard).toEqual([]);
  });
});

describe('keeping', () => {
  it('comes before the acknowledgement: without a database Slack must send it again', async () => {
    const { slack, sara, front, memory } = await open();
    memory.failing = new UnavailableError('database', 'ECONNREFUSED');

    await slack.post({ channel: front, user: sara, text: 'Hej' });
    await soon('a refused delivery', () => slack.deliveries.some(({ outcome }) => outcome === 'http_error'));
    memory.failing = null;
    await slack.settled();
    await opened.adapter.idle();

    expect(textsHeard()).toEqual(['message: Hej']);
  });

  it('lets another process take up what hangs in one that died', async () => {
    let now = Date.now();
    let letGo: (() => void) | null = null;
    let hangs = true;
    const { slack, sara, front } = await open({
      clock: { now: () => now },
      before: async () => {
        if (hangs) await new Promise<void>((resolve) => (letGo = resolve));
      },
    });
    await slack.post({ channel: front, user: sara, text: 'Hej' });
    await slack.settled();
    await soon('it hangs', () => letGo !== null);

    const dying = opened.close();
    hangs = false;
    now += 120_000;
    const other = await opened.beside();

    await soon('it is heard', () => other.heard.length > 0, 10_000);
    expect(other.heard.map(({ happening }) => happening.kind)).toEqual(['message']);
    (letGo as (() => void) | null)?.();
    await dying;
    await other.close();
  });

  it('tries again what failed, and then forgets the words', async () => {
    let failures = 3;
    const { slack, sara, front, memory } = await open({
      before: () => {
        failures -= 1;
        if (failures >= 0) throw new UnavailableError('slack', 'resting');
      },
    });

    await slack.post({ channel: front, user: sara, text: 'hemmeligt ord' });
    await slack.settled();
    await soon('it is heard', () => opened.heard.length === 1, 8_000);
    await opened.adapter.idle();

    expect(JSON.stringify(await memory.list('slack.inbox/', 100))).not.toContain('hemmeligt');
    expect(await memory.list('slack.inbox/', 100)).toHaveLength(1);
  });

  it('forgets the key too, days later', async () => {
    let now = Date.now();
    const { slack, sara, front, memory } = await open({ clock: { now: () => now } });
    await slack.post({ channel: front, user: sara, text: 'Hej' });
    await slack.settled();
    await opened.adapter.idle();

    now += 23 * 3_600_000;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await memory.list('slack.inbox/', 100)).toHaveLength(1);

    now += 3 * 86_400_000;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await memory.list('slack.inbox/', 100)).toEqual([]);
  });
});

const closing = modal({
  callback: 'close',
  title: 'Luk',
  submit: 'Luk',
  blocks: [input('why', 'Hvorfor?', textField('why_text'))],
  about: 'enquiry-1',
  tellClosed: true,
});

async function cardWithButton({ parts, front }: Opened) {
  return parts.web.post({
    channel: front,
    ...message('En ung venter', [actions([button('claim', 'Tag den', { value: 'enquiry-1' })], 'do')]),
    id: 'card',
  });
}

describe('a button', () => {
  it('is heard with its value, its place and who pressed', async () => {
    await open();
    const { slack, sara, front } = opened;
    const { ts } = await cardWithButton(opened);

    await slack.press({ user: sara, channel: front, ts, actionId: 'claim' });
    await opened.adapter.idle();

    expect(opened.heard[0]).toMatchObject({
      staff: 'sara-holm',
      happening: { kind: 'pressed', action: 'claim', value: 'enquiry-1', user: sara, place: { channel: front, ts } },
    });
    slack.expectNoBreaches();
  });

  it('does nothing for somebody unknown, who is told why alone', async () => {
    await open();
    const { slack, nabo, front } = opened;
    const { ts } = await cardWithButton(opened);

    await slack.press({ user: nabo, channel: front, ts, actionId: 'claim' });
    await opened.adapter.idle();

    expect(opened.heard).toEqual([]);
    expect(slack.ephemerals(nabo).map(({ text }) => text)).toEqual([notKnown]);
  });
});

describe('a window', () => {
  const openWindow = async (user: string) => {
    const { ts } = await cardWithButton(opened);
    await opened.slack.press({ user, channel: opened.front, ts, actionId: 'claim' });
    await opened.adapter.idle();
    const happening = opened.heard[0]?.happening;
    if (happening?.kind !== 'pressed') throw new Error('nothing was pressed');
    await opened.parts.web.call('views.open', { trigger_id: happening.triggerId, view: closing });
  };

  const submit = (values: Record<string, Record<string, unknown>>) => {
    const viewId = opened.slack.views(opened.sara).at(-1)?.id ?? '';
    return opened.slack.submit({ user: opened.sara, viewId, values });
  };

  it('is answered with errors at the field', async () => {
    await open({ answer: { errors: { why: 'Skriv hvorfor.' } } });
    await openWindow(opened.sara);

    const { errors } = await submit({ why: { why_text: 'Født 010203-1234' } });

    expect(errors).toEqual({ why: 'Skriv hvorfor.' });
    expect(opened.heard[1]?.happening).toMatchObject({ kind: 'submitted', about: 'enquiry-1', callback: 'close' });
    expect(opened.heard[1]?.happening).toMatchObject({ hadCpr: true });
    expect(JSON.stringify(opened.heard)).not.toContain('010203');
    opened.slack.expectNoBreaches();
  });

  it('closes when there is nothing more to say, and stays open when it could not be taken in', async () => {
    let fails = true;
    await open({
      before: ({ kind }) => {
        if (kind === 'submitted' && fails) throw new UnavailableError('database', 'ECONNRESET');
      },
    });
    await openWindow(opened.sara);

    const first = await submit({ why: { why_text: 'Løst' } });
    fails = false;
    const second = await submit({ why: { why_text: 'Løst' } });

    expect(Object.keys(first.errors)).toEqual(['why']);
    expect(second).toMatchObject({ errors: {}, view: null });
  });

  it('closes in time though the work takes long, and the work is done', async () => {
    await open({
      before: ({ kind }) => new Promise((resolve) => setTimeout(resolve, kind === 'submitted' ? 2_600 : 0)),
    });
    await openWindow(opened.sara);

    const { view } = await submit({ why: { why_text: 'Løst' } });
    await opened.adapter.idle();

    expect(view).toBeNull();
    expect(opened.kinds()).toEqual(['pressed', 'submitted']);
    opened.slack.expectNoBreaches();
  });

  it('tells when it is closed by the cross', async () => {
    await open();
    await openWindow(opened.sara);

    await opened.slack.closeView({ user: opened.sara });
    await opened.adapter.idle();

    expect(opened.kinds()).toEqual(['pressed', 'dismissed']);
  });
});

describe('the command', () => {
  it('is answered at once to the one who asked', async () => {
    const { slack, sara, front } = await open();

    await slack.command({ user: sara, channel: front, text: '/indgang min kø' });

    expect(slack.ephemerals(sara).map(({ text }) => text)).toEqual(['Du skrev: min kø']);
  });

  it('says why to somebody unknown', async () => {
    const { slack, nabo, front } = await open();

    await slack.command({ user: nabo, channel: front, text: '/indgang min kø' });

    expect(slack.ephemerals(nabo).map(({ text }) => text)).toEqual([notKnown]);
    expect(opened.heard).toEqual([]);
  });

  it('is answered later when it takes long', async () => {
    const { slack, sara, front } = await open({ before: () => new Promise((resolve) => setTimeout(resolve, 2_500)) });

    await slack.command({ user: sara, channel: front, text: '/indgang min kø' });
    await soon('the answer', () => slack.ephemerals(sara).length === 2);

    expect(
      slack
        .ephemerals(sara)
        .map(({ text }) => text)
        .at(-1),
    ).toBe('Du skrev: min kø');
    slack.expectNoBreaches();
  });
});

describe('the door', () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
  const now = () => Math.floor(Date.now() / 1000);
  const signed = (timestamp: number, secret: string, text = body) => ({
    'content-type': 'application/json',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex')}`,
  });
  const knock = (headers: Record<string, string>, text = body) =>
    fetch(`${opened.address}/slack/events`, { method: 'POST', headers, body: text });

  it('answers the question it is asked when it is set up', async () => {
    const { slack } = await open();
    const answer = await knock(signed(now(), slack.app.signingSecret));
    expect(await answer.json()).toEqual({ challenge: 'abc' });
  });

  it('lets nobody in without the right signature and time', async () => {
    const { slack } = await open();
    const secret = slack.app.signingSecret;
    const tries = [
      {},
      { 'content-type': 'application/json' },
      signed(now(), 'wrong'),
      signed(now() - 301, secret),
      signed(now() + 400, secret),
      signed(now() + 86_400, secret),
      { ...signed(now(), secret), 'x-slack-signature': 'v0=' },
      { ...signed(now(), secret), 'x-slack-signature': 'v1=abc' },
      { ...signed(now(), secret), 'x-slack-request-timestamp': 'NaN' },
      signed(now(), secret, `${body} `),
    ];
    for (const headers of tries) expect((await knock(headers)).status, JSON.stringify(headers)).toBe(401);
    expect(opened.heard).toEqual([]);
  });

  it('lets Slack check the connection, and refuses what is too big or unreadable', async () => {
    const { slack } = await open();
    const secret = slack.app.signingSecret;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await knock(form, 'ssl_check=1&token=x')).status).toBe(200);
    expect((await knock(form, 'ssl_check=2&token=x')).status).toBe(401);
    expect((await knock(signed(now(), secret, '{'), '{')).status).toBe(400);
    expect((await knock({ 'content-type': 'application/json' }, 'x'.repeat(5_000_000))).status).toBe(413);
  });

  it('leaves alone what it does not know', async () => {
    const { slack } = await open();
    const secret = slack.app.signingSecret;
    for (const odd of ['null', '[]', '"x"', '{"type":"event_callback"}', '{"type":"shortcut"}', '7']) {
      expect((await knock(signed(now(), secret, odd), odd)).status, odd).toBe(200);
    }
    slack.rateLimitEvents();
    await slack.settled();
    expect(opened.heard).toEqual([]);
  });
});

describe('Socket Mode', () => {
  it('hears events, buttons and commands', async () => {
    const { slack, sara, front } = await open({ socket: true });
    await soon('both sockets', () => slack.sockets.connections() === 2);

    await slack.post({ channel: front, user: sara, text: 'Hej' });
    const { ts } = await cardWithButton(opened);
    await slack.press({ user: sara, channel: front, ts, actionId: 'claim' });
    await slack.command({ user: sara, channel: front, text: '/indgang hjælp' });
    await slack.settled();
    await opened.adapter.idle();

    expect(opened.kinds().toSorted()).toEqual(['command', 'message', 'pressed']);
    expect(slack.ephemerals(sara).map(({ text }) => text)).toEqual(['Du skrev: hjælp']);
    slack.expectNoBreaches();
  });

  it('loses nothing and is late with nothing while sockets are renewed', async () => {
    const { slack, sara, front } = await open({ socket: true });
    await soon('both sockets', () => slack.sockets.connections() === 2);

    for (let count = 0; count < 30; count += 1) {
      if (count === 10) slack.sockets.disconnect('refresh_requested', 1);
      await slack.post({ channel: front, user: sara, text: `${count}` });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await slack.settled();
    await opened.adapter.idle();

    expect(opened.heard).toHaveLength(30);
    await soon('both sockets again', () => slack.sockets.connections() === 2, 5_000);
    slack.expectNoBreaches();
  });

  it('comes back by itself when every line is cut and opening fails', async () => {
    const { slack, sara, front } = await open({ socket: true });
    await soon('both sockets', () => slack.sockets.connections() === 2);

    slack.sockets.refuseOpen('internal_error', 1);
    slack.sockets.kill();
    await soon('no sockets', () => slack.sockets.connections() === 0);
    await soon('both sockets again', () => slack.sockets.connections() === 2, 8_000);
    await slack.post({ channel: front, user: sara, text: 'Hej igen' });
    await slack.settled();
    await opened.adapter.idle();

    expect(textsHeard()).toEqual(['message: Hej igen']);
  });

  it('survives being told that there are too many events', async () => {
    const { slack, sara, front } = await open({ socket: true });
    await soon('both sockets', () => slack.sockets.connections() === 2);

    slack.rateLimitEvents();
    await slack.post({ channel: front, user: sara, text: 'Hej' });
    await slack.settled();
    await opened.adapter.idle();

    expect(textsHeard()).toEqual(['message: Hej']);
    slack.expectNoBreaches();
  });

  it('starts while Slack is away and lets nothing fall', async () => {
    const failures: unknown[] = [];
    const note = (error: unknown) => failures.push(error);
    process.on('unhandledRejection', note);
    const { slack } = await open({ socket: true });
    slack.outage(true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    slack.outage(false);

    await soon('both sockets', () => slack.sockets.connections() === 2, 8_000);
    process.off('unhandledRejection', note);
    expect(failures).toEqual([]);
  });
});

describe('after an outage', () => {
  it('reads again what staff wrote in open threads, and only that', async () => {
    let now = Date.now();
    const shown: string[] = [];
    const { slack, sara, front, memory, parts } = await open({
      clock: { now: () => now },
      openEnquiries: ['open-1' as EnquiryId],
      emulator: { retryAfterMs: [] },
      part: { show: async ({ id }) => void shown.push(id) },
    });
    const talk = await parts.web.post({ channel: front, text: 'Samtale', id: 'talk' });
    const old = await parts.web.post({ channel: front, text: 'Gammel', id: 'old' });
    await memory.keep(`slack.place/${talk.channel}/${talk.ts}`, { enquiry: 'open-1', lane: 'citizen' }, 0);
    await memory.keep(`slack.place/${old.channel}/${old.ts}`, { enquiry: 'closed-1', lane: 'citizen' }, 0);
    await memory.keep('slack.thread/open-1', {}, 0);
    await slack.post({ channel: front, user: sara, text: 'før', threadTs: talk.ts });
    await slack.settled();
    slack.faultEvents({ kind: 'dropped', times: 3 });
    await slack.post({ channel: front, user: sara, text: 'under 1', threadTs: talk.ts });
    await slack.post({ channel: front, user: sara, text: 'under 2', threadTs: talk.ts });
    await slack.post({ channel: front, user: sara, text: 'i en lukket', threadTs: old.ts });
    slack.outage(true);
    await soon('it fails', () => slack.calls.some(({ fault }) => fault === 'outage'), 20_000).catch(() => undefined);
    for (let seconds = 0; seconds < 90; seconds += 15) {
      now += 15_000;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect(opened.adapter.health()).toBe('down');
    slack.outage(false);
    now += 16_000;

    await soon('it is read again', () => textsHeard().length === 3);
    await soon('it is shown again', () => shown.length > 0);

    expect(textsHeard()).toEqual(['message: før', 'message: under 1', 'message: under 2']);
    expect(shown).toEqual(['open-1']);
    expect(opened.adapter.health()).toBe('up');
  });
});

describe('the alarm', () => {
  it('goes off within a minute of silence, tells the desk, and stops when Slack is back', async () => {
    let now = Date.now();
    const { slack, signals } = await open({ clock: { now: () => now } });
    await soon('Slack is asked', () => slack.calls.length > 0);
    slack.outage(true);
    const began = now;
    while (opened.adapter.health() === 'up' && now - began < 120_000) {
      now += 1_000;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }

    expect(now - began).toBeLessThanOrEqual(60_000);
    expect(signals).toEqual(['slack']);
    expect(opened.logged.join()).toContain('slack is away');

    slack.outage(false);
    now += 16_000;
    await soon('it is back', () => opened.adapter.health() === 'up');
    expect(signals).toEqual(['slack', 'slack']);
  });

  it('goes off though a part of ours waits for Slack and never comes back', async () => {
    let now = Date.now();
    const { slack } = await open({ clock: { now: () => now }, part: { tick: () => new Promise(() => undefined) } });
    await soon('Slack is asked', () => slack.calls.length > 0);
    slack.outage(true);

    await soon('the alarm', () => {
      now += 200;
      return opened.adapter.health() === 'down';
    });
  });

  it('goes off at once when the token is refused', async () => {
    let now = Date.now();
    const { slack } = await open({ clock: { now: () => now } });
    await soon('Slack is asked', () => slack.calls.length > 0);

    slack.app.revoked = true;
    now += 16_000;

    await soon('the alarm', () => opened.adapter.health() === 'down');
  });

  it('leaves those who ask Slack something with a quick no', async () => {
    const { slack, parts, front } = await open();
    slack.outage(true);
    for (const id of ['a', 'b', 'c', 'd', 'e'])
      await parts.web.post({ channel: front, text: id, id }).catch(() => null);

    const before = slack.calls.length;
    await expect(parts.web.post({ channel: front, text: 'f', id: 'f' })).rejects.toMatchObject({ code: 'resting' });
    expect(slack.calls.length).toBe(before);
  });
});
