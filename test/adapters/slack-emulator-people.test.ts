/** People in the emulated Slack before a real Bolt app: what they do, what the app hears, and what it shows them. */
import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { type BoltApp, boltOverHttp } from '../fakes/slack/bolt-app.ts';
import { handClock } from '../fakes/slack/clock.ts';
import type { EmulatorOptions } from '../fakes/slack/emulator.ts';
import type { Json } from '../fakes/slack/shapes.ts';
import { button, refused, section, type Town, town } from '../fakes/slack/town.ts';

interface Heard extends AsyncDisposable {
  readonly here: Town;
  readonly bolt: BoltApp;
  /** Every payload that reached the app, unpacked. */
  readonly heard: Json[];
  /** The events among them. */
  events(): Json[];
  /** The last press, choice, submission or command. */
  touched(): Json | undefined;
}

/** A town whose app hears everything, its own messages too. */
async function listening(set: (app: App, here: Town) => void = () => undefined, options: EmulatorOptions = {}) {
  const here = await town(options);
  const heard: Json[] = [];
  const bolt = await boltOverHttp(here.slack, {
    set(app) {
      const handle = app.processEvent.bind(app);
      app.processEvent = async (event) => {
        heard.push(event.body);
        await handle(event);
      };
      set(app, here);
    },
  });
  const result: Heard = {
    here,
    bolt,
    heard,
    touched: () => heard.findLast(({ type }) => type !== 'event_callback'),
    events: () => heard.flatMap(({ event }) => (event === undefined ? [] : [event as Json])),
    async [Symbol.asyncDispose]() {
      await bolt[Symbol.asyncDispose]();
      await here[Symbol.asyncDispose]();
    },
  };
  return result;
}

const typesOf = (events: readonly Json[]) =>
  events.map(({ type, subtype }) => (subtype === undefined ? type : `${type}.${subtype}`));

describe('what somebody writes', () => {
  it('reaches an app that is there, in the envelope Slack uses', async () => {
    await using all = await listening();
    const { slack, desk, secret, mette } = all.here;

    await slack.post({ channel: secret.id, user: mette.id, text: 'ikke for appen' });
    const ts = await slack.post({ channel: desk.id, user: mette.id, text: 'hej' });
    await slack.settled();

    expect(all.heard).toHaveLength(1);
    expect(all.heard[0]).toMatchObject({
      type: 'event_callback',
      team_id: 'T0INDGANG',
      context_team_id: 'T0INDGANG',
      api_app_id: slack.app.appId,
      event_id: expect.stringMatching(/^Ev/),
      authorizations: [{ user_id: slack.app.botUserId, is_bot: true }],
      is_ext_shared_channel: false,
      event: {
        type: 'message',
        channel: desk.id,
        channel_type: 'group',
        user: mette.id,
        text: 'hej',
        ts,
        event_ts: ts,
      },
    });
  });

  it('is passed on as Slack does: signs escaped, addresses in brackets, mentions kept', async () => {
    await using all = await listening();
    const { slack, desk, mette } = all.here;
    const typed = `<@${slack.app.botUserId}> 2 < 3 & se https://eksempel.dk/a?b=1, eller skriv til a@eksempel.dk.`;

    await slack.post({ channel: desk.id, user: mette.id, text: typed });
    await slack.settled();

    expect(typesOf(all.events()).sort()).toEqual(['app_mention', 'message']);
    expect(all.events().find(({ type }) => type === 'message')?.text).toBe(
      `<@${slack.app.botUserId}> 2 &lt; 3 &amp; se <https://eksempel.dk/a?b=1>, eller skriv til <mailto:a@eksempel.dk|a@eksempel.dk>.`,
    );
  });

  it('is told again when it is changed, removed, answered to the channel, or has a file', async () => {
    await using all = await listening();
    const { slack, desk, mette } = all.here;
    const mine = { channel: desk.id, user: mette.id };

    const ts = await slack.post({ ...mine, text: 'hej' });
    await slack.edit({ ...mine, ts, text: 'hej igen' });
    await slack.post({ ...mine, text: 'til alle', threadTs: ts, broadcast: true });
    await slack.post({ ...mine, text: 'se her', files: [{ name: 'brev.pdf' }] });
    const alone = await slack.post({ ...mine, text: 'væk' });
    await slack.remove({ ...mine, ts: alone });
    await slack.settled();

    const events = all.events();
    expect(typesOf(events).sort()).toEqual([
      'message',
      'message',
      'message.file_share',
      'message.message_changed',
      'message.message_deleted',
      'message.thread_broadcast',
    ]);
    expect(events.find(({ subtype }) => subtype === 'message_changed')).toMatchObject({
      message: { ts, text: 'hej igen', edited: { user: mette.id } },
      previous_message: { text: 'hej' },
    });
    expect(events.find(({ subtype }) => subtype === 'message_deleted')).toMatchObject({ deleted_ts: alone });
    expect(events.find(({ subtype }) => subtype === 'thread_broadcast')).toMatchObject({ root: { ts }, thread_ts: ts });
  });

  it('leaves a tombstone when it has answers, so that the thread stays', async () => {
    await using all = await listening();
    const { slack, desk, mette } = all.here;
    const mine = { channel: desk.id, user: mette.id };
    const ts = await slack.post({ ...mine, text: 'rod' });
    await slack.post({ ...mine, text: 'svar', threadTs: ts });

    await slack.remove({ ...mine, ts });
    await slack.settled();

    expect(slack.thread(desk.id, ts).map(({ subtype }) => subtype)).toEqual(['tombstone', null]);
    const last = all.events().find(({ subtype }) => subtype === 'message_changed');
    expect(last).toMatchObject({ message: { ts, subtype: 'tombstone' } });
  });

  it('to the app alone comes as a direct message', async () => {
    await using all = await listening();
    const { slack, mette } = all.here;
    const channel = slack.directMessage(mette.id).id;

    await slack.post({ channel, user: mette.id, text: 'kun til dig' });
    await slack.settled();

    expect(all.events()).toMatchObject([{ type: 'message', channel_type: 'im', channel, text: 'kun til dig' }]);
    slack.forgetCalls();
    expect(slack.deliveries).toEqual([]);
  });

  it('is heard of the app itself too, its edits as well', async () => {
    await using all = await listening();
    const { slack, desk, client } = all.here;

    const { ts = '' } = await client.chat.postMessage({ channel: desk.id, text: 'fra appen' });
    await client.chat.update({ channel: desk.id, ts, text: 'rettet' });
    await slack.settled();

    expect(typesOf(all.events()).sort()).toEqual(['message', 'message.message_changed']);
    expect(all.events().find(({ subtype }) => subtype === undefined)).toMatchObject({ bot_id: slack.app.botId });
  });

  it('is not possible where Slack would not let them', async () => {
    await using here = await town();
    const { slack, desk, news, secret, mette, sara } = here;
    const jonas = slack.person({ name: 'Jonas', email: 'jonas@eksempel.dk' });
    const guest = slack.person({ name: 'Gæst', email: null, guest: 'multi' });
    const ts = await slack.post({ channel: desk.id, user: mette.id, text: 'min' });

    await expect(slack.post({ channel: desk.id, user: jonas.id, text: 'x' })).rejects.toThrow('not in');
    await expect(slack.post({ channel: desk.id, user: mette.id, text: ' ' })).rejects.toThrow('empty');
    await expect(slack.edit({ channel: desk.id, user: sara.id, ts, text: 'x' })).rejects.toThrow('only the one');
    await expect(slack.join({ channel: secret.id, user: jonas.id })).rejects.toThrow('invitation');
    await expect(slack.join({ channel: news.id, user: guest.id })).rejects.toThrow('guests');
    await slack.archive({ channel: desk.id, user: mette.id });
    await expect(slack.post({ channel: desk.id, user: mette.id, text: 'x' })).rejects.toThrow('archived');
    await slack.changePerson(sara.id, { deactivated: true });
    await expect(slack.post({ channel: secret.id, user: sara.id, text: 'x' })).rejects.toThrow('no account');
  });
});

describe('who comes and goes', () => {
  it('is told to the app while it is there, its own going too', async () => {
    await using all = await listening();
    const { slack, desk, mette, sara } = all.here;
    const jonas = slack.person({ name: 'Jonas', email: 'jonas@eksempel.dk' });

    await slack.invite({ by: mette.id, channel: desk.id, users: [jonas.id] });
    await slack.leave({ user: sara.id, channel: desk.id });
    await slack.kick({ by: mette.id, channel: desk.id, user: slack.app.botUserId });
    await slack.post({ channel: desk.id, user: mette.id, text: 'uden appen' });
    await slack.settled();

    expect(typesOf(all.events()).sort()).toEqual([
      'group_left',
      'member_joined_channel',
      'member_left_channel',
      'member_left_channel',
    ]);
    expect(all.events().find(({ inviter }) => inviter !== undefined)).toMatchObject({
      user: jonas.id,
      inviter: mette.id,
    });
  });

  it('brings the app in by invitation, and it can post from then on', async () => {
    await using all = await listening();
    const { slack, secret, mette, client } = all.here;

    await slack.invite({ by: mette.id, channel: secret.id, users: [slack.app.botUserId] });
    await slack.settled();

    expect(typesOf(all.events()).sort()).toEqual(['group_joined', 'member_joined_channel']);
    await client.chat.postMessage({ channel: secret.id, text: 'hej' });
    expect(slack.messages(secret.id)).toHaveLength(1);
  });

  it('is told of channels renamed, shared and archived, of reactions, people and tokens', async () => {
    await using all = await listening();
    const { slack, desk, news, mette } = all.here;
    const mine = { channel: desk.id, user: mette.id };
    const ts = await slack.post({ ...mine, text: 'hej' });

    await slack.react({ ...mine, ts, name: 'eyes' });
    await slack.unreact({ ...mine, ts, name: 'eyes' });
    await slack.rename({ ...mine, name: 'skranken' });
    await slack.share(desk.id);
    await slack.invite({ by: mette.id, channel: news.id, users: [slack.app.botUserId] });
    await slack.archive({ channel: news.id, user: mette.id });
    await slack.archive(mine);
    await slack.changePerson(mette.id, { realName: 'Mette H. Holm' });
    await slack.openHome(mette.id);
    await slack.revokeTokens();
    await slack.settled();

    expect(new Set(typesOf(all.events()))).toEqual(
      new Set([
        'message',
        'reaction_added',
        'reaction_removed',
        'group_rename',
        'channel_shared',
        'channel_joined',
        'member_joined_channel',
        'channel_archive',
        'group_archive',
        'user_change',
        'app_home_opened',
        'tokens_revoked',
      ]),
    );
  });

  it('is told of a stranger by the envelope', async () => {
    await using all = await listening();
    const { slack, desk } = all.here;
    const stranger = slack.person({ name: 'Fremmed', email: null, team: 'T0ELSEWHERE' });
    await slack.share(desk.id);
    await slack.invite({ by: all.here.mette.id, channel: desk.id, users: [stranger.id] });

    await slack.post({ channel: desk.id, user: stranger.id, text: 'hej' });
    await slack.settled();

    expect(all.heard.find(({ event }) => (event as Json).type === 'message')).toMatchObject({
      team_id: 'T0ELSEWHERE',
      context_team_id: 'T0INDGANG',
      is_ext_shared_channel: true,
    });
  });

  it('is told only what the app has subscribed to', async () => {
    await using all = await listening(undefined, { events: ['message'] });
    const { slack, desk, mette } = all.here;

    const ts = await slack.post({ channel: desk.id, user: mette.id, text: 'hej' });
    await slack.react({ channel: desk.id, user: mette.id, ts, name: 'eyes' });
    await slack.settled();

    expect(typesOf(all.events())).toEqual(['message']);
  });

  it('takes messages away silently when they are too old', async () => {
    await using all = await listening();
    const { slack, desk, client } = all.here;
    const { ts = '' } = await client.chat.postMessage({ channel: desk.id, text: 'gammel' });
    await slack.settled();
    const before = all.heard.length;

    await slack.expire({ channel: desk.id, ts });
    await slack.settled();

    expect(all.heard).toHaveLength(before);
    expect(await refused(client.chat.update({ channel: desk.id, ts, text: 'x' }))).toBe('message_not_found');
  });
});

const card = (actionId: string, ...more: object[]) => [
  section('Ny henvendelse'),
  { type: 'actions', block_id: 'choices', elements: [button(actionId), ...more] },
];

const post = ({ client, desk }: Town, blocks: object[]) =>
  client.chat.postMessage({ channel: desk.id, text: 'Ny henvendelse', blocks: blocks as never });

describe('what somebody presses', () => {
  it('must be there, for them, and not two at once', async () => {
    await using here = await town();
    const { slack, desk, mette } = here;
    const jonas = slack.person({ name: 'Jonas', email: 'jonas@eksempel.dk' });
    const { ts = '' } = await post(here, [...card('claim'), { type: 'actions', elements: [button('claim', 'w')] }]);
    const at = { channel: desk.id, ts };

    await expect(slack.press({ user: mette.id, ...at, actionId: 'gone' })).rejects.toThrow('gone');
    await expect(slack.press({ user: jonas.id, ...at, actionId: 'claim' })).rejects.toThrow('not in');
    await expect(slack.press({ user: mette.id, ...at, actionId: 'claim' })).rejects.toThrow('several');
    await expect(slack.press({ user: mette.id, ...at, actionId: 'claim', value: 'x' })).rejects.toThrow('claim');
    await here.client.chat.update({ ...at, text: 'taget', blocks: [] });
    await expect(slack.press({ user: mette.id, ...at, actionId: 'claim', value: 'w' })).rejects.toThrow('claim');
  });

  it('comes to the app as Slack sends it', async () => {
    await using all = await listening((app) => app.action(/.*/, async ({ ack }) => ack()));
    const { slack, desk, mette } = all.here;
    const { ts = '' } = await post(all.here, card('claim'));

    await slack.press({ user: mette.id, channel: desk.id, ts, actionId: 'claim' });

    expect(all.touched()).toMatchObject({
      type: 'block_actions',
      user: { id: mette.id, team_id: 'T0INDGANG' },
      container: { type: 'message', message_ts: ts, channel_id: desk.id, is_ephemeral: false },
      channel: { id: desk.id },
      message: { ts },
      state: { values: {} },
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
      actions: [{ type: 'button', action_id: 'claim', block_id: 'choices', value: 'v', action_ts: expect.any(String) }],
    });
  });

  it('is told as failed when the app does not answer, or answers with an error', async () => {
    await using all = await listening((app) => app.action('slow', async () => undefined), { ackWithinMs: 150 });
    const { slack, desk, mette } = all.here;
    const { ts = '' } = await post(all.here, card('slow'));

    const slow = await slack.press({ user: mette.id, channel: desk.id, ts, actionId: 'slow' });
    slack.deliverTo('http://127.0.0.1:1/slack/events');
    const nobody = await slack.press({ user: mette.id, channel: desk.id, ts, actionId: 'slow' });

    expect(slow).toEqual({ acknowledged: false, shown: 'operation_timeout' });
    expect(nobody).toEqual({ acknowledged: false, shown: 'dispatch_failed' });
    expect(slack.breaches().map(({ kind }) => kind)).toContain('late-ack');
  });

  it('can be a menu, boxes, a day or an overflow menu, and the choices stay', async () => {
    await using all = await listening((app) => app.action(/.*/, async ({ ack }) => ack()));
    const { slack, desk, mette } = all.here;
    const options = ['a', 'b'].map((value) => ({ text: { type: 'plain_text', text: value }, value }));
    const elements = [
      { type: 'static_select', action_id: 'team', options },
      { type: 'checkboxes', action_id: 'boxes', options },
      { type: 'radio_buttons', action_id: 'one', options },
      { type: 'datepicker', action_id: 'day' },
      { type: 'overflow', action_id: 'more', options },
      { type: 'users_select', action_id: 'who' },
    ];
    const { ts = '' } = await post(all.here, card('claim', ...elements));
    const choose = (actionId: string, value: unknown) =>
      slack.choose({ user: mette.id, channel: desk.id, ts, actionId, value });

    await choose('team', 'b');
    await choose('boxes', ['a', 'b']);
    await choose('one', 'a');
    await choose('day', '2026-11-22');
    await choose('who', mette.id);
    await choose('more', 'a');

    await expect(choose('team', 'c')).rejects.toThrow('cannot be chosen');
    await expect(choose('boxes', 'a')).rejects.toThrow('cannot be chosen');
    const last = all.touched();
    expect(last).toMatchObject({
      actions: [{ type: 'overflow', action_id: 'more', selected_option: { value: 'a' } }],
      state: {
        values: {
          choices: {
            team: { selected_option: { value: 'b' } },
            boxes: { selected_options: [{ value: 'a' }, { value: 'b' }] },
            one: { selected_option: { value: 'a' } },
            day: { selected_date: '2026-11-22' },
            who: { selected_user: mette.id },
          },
        },
      },
    });
  });

  it('is asked for what it may hold, when the menu is filled from outside', async () => {
    const offered = [{ text: { type: 'plain_text' as const, text: 'Bolig' }, value: 'housing' }];
    await using all = await listening((app) => app.options('team', async ({ ack }) => ack({ options: offered })));
    const { slack, desk, mette } = all.here;
    const { ts = '' } = await post(all.here, card('claim', { type: 'external_select', action_id: 'team' }));

    const shown = await slack.suggest({ user: mette.id, channel: desk.id, ts, actionId: 'team', query: 'bo' });

    expect(shown).toEqual(offered);
    expect(all.touched()).toMatchObject({ type: 'block_suggestion', action_id: 'team', value: 'bo' });
  });

  it('can be pressed in a message that only they see, which then is replaced or taken away', async () => {
    await using all = await listening((app) => {
      app.action('replace', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'nyt', replace_original: true, blocks: card('remove') as never });
      });
      app.action('remove', async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true });
      });
    });
    const { slack, desk, mette, sara, client } = all.here;
    const only = { channel: desk.id, user: mette.id, text: 'kun dig', blocks: card('replace') as never };
    const ts = (await client.chat.postEphemeral(only)).message_ts ?? '';
    const at = { channel: desk.id, ts };

    await expect(slack.press({ user: sara.id, ...at, actionId: 'replace' })).rejects.toThrow('no such message');
    await slack.press({ user: mette.id, ...at, actionId: 'replace' });
    await expect.poll(() => slack.ephemerals(mette.id)[0]?.text).toBe('nyt');
    await slack.press({ user: mette.id, ...at, actionId: 'remove' });
    await expect.poll(() => slack.ephemerals(mette.id)).toEqual([]);

    expect(all.touched()).toMatchObject({ container: { is_ephemeral: true } });
    expect(all.touched()).not.toHaveProperty('message');
  });
});

describe('a response address', () => {
  const answer = (url: unknown, body: object) =>
    fetch(String(url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  const pressed = async (all: Heard) => {
    const { ts = '' } = await post(all.here, card('claim'));
    await all.here.slack.press({
      user: all.here.mette.id,
      channel: all.here.desk.id,
      ts,
      actionId: 'claim',
    });
    return { ts, url: all.touched()?.response_url };
  };
  const acking = (app: App) => void app.action(/.*/, async ({ ack }) => ack());

  it('works five times within half an hour', async () => {
    const clock = handClock();
    await using all = await listening(acking, { clock });
    const first = await pressed(all);
    for (let count = 0; count < 5; count += 1) expect((await answer(first.url, { text: 'x' })).status).toBe(200);

    const sixth = await answer(first.url, { text: 'x' });
    const second = await pressed(all);
    clock.forward(31 * 60_000);
    const late = await answer(second.url, { text: 'x' });

    expect(await sixth.json()).toEqual({ ok: false, error: 'used_url' });
    expect(await late.json()).toEqual({ ok: false, error: 'expired_url' });
    expect((await answer(`${all.here.slack.apiUrl}../response/R404`, { text: 'x' })).status).toBe(404);
    expect(all.here.slack.breaches()).toHaveLength(3);
  });

  it('changes the message, writes in the channel or the thread, or takes the message away', async () => {
    await using all = await listening(acking);
    const { slack, desk, mette } = all.here;
    const { ts, url } = await pressed(all);

    await answer(url, { text: 'taget', replace_original: true });
    await answer(url, { text: 'til alle', response_type: 'in_channel', thread_ts: ts });
    await answer(url, { text: 'kun dig' });

    expect(slack.thread(desk.id, ts).map(({ text }) => text)).toEqual(['taget', 'til alle']);
    expect(slack.messages(desk.id)[0]?.blocks).toEqual([]);
    expect(slack.ephemerals(mette.id)).toMatchObject([{ text: 'kun dig' }]);
    expect(await (await answer(url, { text: '' })).json()).toMatchObject({ error: 'no_text' });
  });
});

describe('a command', () => {
  it('comes as a form, and what is answered at once only they see', async () => {
    await using all = await listening((app) => {
      app.command('/indgang', async ({ ack, command }) => ack(`Du skrev ${command.text}`));
    });
    const { slack, desk, mette } = all.here;

    const outcome = await slack.command({ user: mette.id, channel: desk.id, text: '/indgang status nu' });

    expect(outcome.acknowledged).toBe(true);
    expect(slack.ephemerals(mette.id)).toMatchObject([{ text: 'Du skrev status nu', channel: desk.id }]);
    expect(all.touched()).toMatchObject({
      command: '/indgang',
      text: 'status nu',
      user_id: mette.id,
      channel_id: desk.id,
      response_url: expect.any(String),
      trigger_id: expect.any(String),
    });
  });

  it('can be a shortcut, alone or on a message', async () => {
    const heard: string[] = [];
    await using all = await listening((app) => {
      app.shortcut('new_case', async ({ ack, shortcut }) => {
        await ack();
        heard.push(shortcut.type);
      });
    });
    const { slack, desk, mette } = all.here;
    const ts = await slack.post({ channel: desk.id, user: mette.id, text: 'hej' });

    await slack.shortcut({ user: mette.id, callbackId: 'new_case' });
    await slack.messageShortcut({ user: mette.id, channel: desk.id, ts, callbackId: 'new_case' });

    expect(heard).toEqual(['shortcut', 'message_action']);
  });
});
