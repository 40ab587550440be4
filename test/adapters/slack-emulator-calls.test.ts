/** The emulated Web API through the real client: every refusal once, and what is answered when all is well. */
import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { clientOf, refusal, refused, section, type Town, town } from '../fakes/slack/town.ts';

type Ask = (town: Town) => Promise<unknown>;

const post = ({ client, desk }: Town, more: object = {}) =>
  client.chat.postMessage({ channel: desk.id, text: 'Ny henvendelse', ...more });

const posted = async (here: Town, more: object = {}) => (await post(here, more)).ts ?? '';

const someoneElses = ({ slack, desk, mette }: Town) => slack.post({ channel: desk.id, user: mette.id, text: 'hej' });

const made = async ({ client }: Town, name = 'sag-1') => {
  const { channel } = await client.conversations.create({ name, is_private: true });
  return channel?.id ?? '';
};

describe('a message', () => {
  const refusals: Readonly<Record<string, readonly [string, Ask]>> = {
    'to a channel that is not there': ['channel_not_found', (here) => post(here, { channel: 'C404' })],
    'to a private channel without the app': ['channel_not_found', (here) => post(here, { channel: here.secret.id })],
    'to a public channel without the app': ['not_in_channel', (here) => post(here, { channel: here.news.id })],
    'to an archived channel': [
      'is_archived',
      async (here) => {
        await here.slack.archive({ user: here.mette.id, channel: here.desk.id });
        return post(here);
      },
    ],
    'that says nothing': ['no_text', (here) => post(here, { text: '' })],
    'with blocks that are no list': ['invalid_blocks_format', (here) => post(here, { blocks: '{"type":"divider"}' })],
    'with blocks that are no JSON': ['invalid_blocks_format', (here) => post(here, { blocks: '[{' })],
    'whose blocks hold too much text together': [
      'msg_blocks_too_long',
      (here) => post(here, { blocks: Array.from({ length: 5 }, () => section('x'.repeat(2900))) }),
    ],
    'with markdown beside text': ['markdown_text_conflict', (here) => post(here, { markdown_text: '*hej*' })],
    'with 101 attachments': [
      'too_many_attachments',
      (here) => post(here, { attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) }),
    ],
    'with metadata that is no object': ['invalid_metadata_format', (here) => post(here, { metadata: '"x"' })],
    'with metadata without a payload': [
      'invalid_metadata_schema',
      (here) => post(here, { metadata: { event_type: 'enquiry' } }),
    ],
    'with metadata two levels deep': [
      'invalid_metadata_schema',
      (here) => post(here, { metadata: { event_type: 'enquiry', event_payload: { a: { b: { c: 1 } } } } }),
    ],
    'with too much metadata': [
      'metadata_too_large',
      (here) => post(here, { metadata: { event_type: 'enquiry', event_payload: { a: 'x'.repeat(17_000) } } }),
    ],
    'in a thread that is not there': ['thread_not_found', (here) => post(here, { thread_ts: '1712345678.000240' })],
    'in answer to an answer': [
      'cannot_reply_to_message',
      async (here) => {
        const root = await posted(here);
        const answer = await posted(here, { thread_ts: root });
        return post(here, { thread_ts: answer });
      },
    ],
    'under another name without the scope': ['missing_scope', (here) => post(here, { username: 'Robot' })],
  };

  for (const [what, [error, ask]] of Object.entries(refusals)) {
    it(`${what} is refused as ${error}`, async () => {
      await using here = await town();

      expect(await refused(ask(here))).toBe(error);
    });
  }

  it('reaches a public channel without the app, when that is granted', async () => {
    await using here = await town({ scopes: ['chat:write', 'chat:write.public'] });

    await post(here, { channel: here.news.id });

    expect(here.slack.messages(here.news.id)).toHaveLength(1);
  });

  it('to a person opens the direct messages with them', async () => {
    await using here = await town();

    const { channel = '' } = await post(here, { channel: here.mette.id });

    expect(channel).toMatch(/^D/);
    expect(here.slack.members(channel)).toEqual([here.slack.app.botUserId, here.mette.id]);
  });

  it('is cut at 40,000 characters, and its edit refused above 4,000', async () => {
    await using here = await town();
    const ts = await posted(here, { text: 'x'.repeat(50_000) });

    const edit = here.client.chat.update({ channel: here.desk.id, ts, text: 'x'.repeat(4001) });

    expect(await refused(edit)).toBe('msg_too_long');
    expect(here.slack.messages(here.desk.id)[0]?.text).toHaveLength(40_000);
  });

  it('keeps its old blocks when only its text is updated', async () => {
    await using here = await town();
    const ts = await posted(here, { blocks: [section('gammel')] });

    await here.client.chat.update({ channel: here.desk.id, ts, text: 'ny' });
    const afterText = here.slack.messages(here.desk.id)[0]?.blocks.length;
    await here.client.chat.update({ channel: here.desk.id, ts, text: 'ny', blocks: [] });

    expect(afterText).toBe(1);
    expect(here.slack.messages(here.desk.id)[0]?.blocks).toEqual([]);
  });

  it('of somebody else can be neither updated nor deleted, nor one that is gone', async () => {
    await using here = await town();
    const { client, desk } = here;
    const ts = await someoneElses(here);
    const gone = '1712345678.000240';

    expect(await refused(client.chat.update({ channel: desk.id, ts, text: 'x' }))).toBe('cant_update_message');
    expect(await refused(client.chat.delete({ channel: desk.id, ts }))).toBe('cant_delete_message');
    expect(await refused(client.chat.update({ channel: desk.id, ts: gone, text: 'x' }))).toBe('message_not_found');
  });

  it('only for one person needs them in the channel, and cannot be updated afterwards', async () => {
    await using here = await town();
    const { client, desk, mette, slack } = here;
    const jonas = slack.person({ name: 'Jonas', email: 'jonas@eksempel.dk' });

    const wrong = client.chat.postEphemeral({ channel: desk.id, user: jonas.id, text: 'kun dig' });
    expect(await refused(wrong)).toBe('user_not_in_channel');
    const empty = client.chat.postEphemeral({ channel: desk.id, user: mette.id, text: '' });
    expect(await refused(empty)).toBe('no_text');
    const right = await client.chat.postEphemeral({ channel: desk.id, user: mette.id, text: 'kun dig' });
    const ts = right.message_ts ?? '';

    expect(await refused(client.chat.update({ channel: desk.id, ts, text: 'x' }))).toBe('message_not_found');
    expect(slack.ephemerals(mette.id)).toHaveLength(1);
    expect(slack.messages(desk.id)).toEqual([]);
    await slack.reload(mette.id);
    expect(slack.ephemerals(mette.id)).toEqual([]);
  });

  it('has a timestamp that grows, stays text, and sometimes ends in 0', async () => {
    await using here = await town();
    const stamps: string[] = [];
    for (let count = 0; count < 12; count += 1) stamps.push(await posted(here));

    expect([...new Set(stamps)].sort()).toEqual(stamps);
    expect(stamps.some((ts) => ts.endsWith('0'))).toBe(true);
    expect(stamps.some((ts) => !ts.endsWith('0'))).toBe(true);
  });
});

describe('who calls', () => {
  const bare = (here: Town, method: string, headers: Record<string, string>, body = '') =>
    fetch(`${here.slack.apiUrl}${method}`, { method: 'POST', headers, body }).then((response) => response.json());

  it('must show a token, a right one, of the right kind, not revoked', async () => {
    await using here = await town();
    const { slack } = here;

    expect(await bare(here, 'auth.test', {})).toMatchObject({ ok: false, error: 'not_authed' });
    expect(await refused(clientOf(slack, 'xoxb-wrong').auth.test())).toBe('invalid_auth');
    expect(await refused(clientOf(slack, slack.app.appToken).auth.test())).toBe('not_allowed_token_type');
    expect(await refused(here.client.apps.connections.open({}))).toBe('not_allowed_token_type');
    await slack.revokeTokens();
    expect(await refused(here.client.auth.test())).toBe('token_revoked');
  });

  it('opens sockets only with the app token in the header', async () => {
    await using here = await town();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };

    const inBody = await bare(here, 'apps.connections.open', form, `token=${here.slack.app.appToken}`);
    const inHeader = await clientOf(here.slack, here.slack.app.appToken).apps.connections.open({});

    expect(inBody).toMatchObject({ error: 'not_authed' });
    expect(inHeader.url).toMatch(/^ws:/);
  });

  it('is told which scope is missing, by the kind of channel', async () => {
    await using here = await town({ scopes: ['channels:history', 'chat:write'] });

    const answer = await refusal(here.client.conversations.history({ channel: here.desk.id }));

    expect(answer).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:history',
      provided: 'channels:history,chat:write',
    });
  });

  it('is told what is missing', async () => {
    await using here = await town();

    const answer = await refusal(here.client.apiCall('chat.update', { text: 'x' }));

    expect(answer).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] missing required field: channel', '[ERROR] missing required field: ts'],
      },
    });
  });

  it('breaks a rule with a method that is not there', async () => {
    await using here = await town();

    expect(await refused(here.client.apiCall('chat.postMesage', {}))).toBe('unknown_method');
    expect(await refused(here.client.apiCall('constructor', {}))).toBe('unknown_method');
    expect(() => here.slack.expectNoBreaches()).toThrow('unknown-method: chat.postMesage');
  });

  it('may send JSON, but not to the methods that do not read it', async () => {
    await using here = await town();
    const headers = {
      authorization: `Bearer ${here.slack.app.botToken}`,
      'content-type': 'application/json; charset=utf-8',
    };
    const body = JSON.stringify({ channel: here.desk.id, text: 'hej' });

    expect(await bare(here, 'chat.postMessage', headers, body)).toMatchObject({ ok: true });
    expect(await bare(here, 'conversations.info', headers, body)).toMatchObject({ error: 'invalid_arguments' });
    expect(await bare(here, 'chat.postMessage', headers, '{')).toMatchObject({ error: 'invalid_json' });
  });

  it('may send a form in parts', async () => {
    await using here = await town();
    const body = new FormData();
    body.set('channel', here.desk.id);
    body.set('text', 'hej');

    const response = await fetch(`${here.slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${here.slack.app.botToken}` },
      body,
    });

    expect(await response.json()).toMatchObject({ ok: true, message: { text: 'hej' } });
  });
});

describe('a channel', () => {
  const names: Readonly<Record<string, string>> = {
    '': 'invalid_name_required',
    Sag: 'invalid_name_specials',
    'sag-ødegård': 'invalid_name_specials',
    'sag 1': 'invalid_name_specials',
    '---': 'invalid_name_punctuation',
    [`sag-${'x'.repeat(77)}`]: 'invalid_name_maxlength',
    desk: 'name_taken',
  };

  for (const [name, error] of Object.entries(names)) {
    it(`called "${name.slice(0, 20)}" is refused as ${error}`, async () => {
      await using here = await town();

      expect(await refused(here.client.conversations.create({ name }))).toBe(error);
    });
  }

  it('keeps its name for ever, archived too, and is shut', async () => {
    await using here = await town();
    const { client } = here;
    const channel = await made(here);
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'sidste' });
    await client.conversations.archive({ channel });

    expect(await refused(client.conversations.create({ name: 'sag-1' }))).toBe('name_taken');
    expect(await refused(client.conversations.archive({ channel }))).toBe('already_archived');
    expect(await refused(client.chat.postMessage({ channel, text: 'x' }))).toBe('is_archived');
    expect(await refused(client.chat.update({ channel, ts, text: 'x' }))).toBe('is_archived');
    expect(await refused(client.reactions.add({ channel, timestamp: ts, name: 'eyes' }))).toBe('is_archived');
    expect(await refused(client.pins.add({ channel, timestamp: ts }))).toBe('is_archived');
    expect(await refused(client.conversations.invite({ channel, users: here.mette.id }))).toBe('is_archived');
    expect(await refused(client.conversations.setTopic({ channel, topic: 'x' }))).toBe('is_archived');
    expect(await refused(client.conversations.unarchive({ channel }))).toBe('not_in_channel');
    expect((await client.conversations.info({ channel })).channel).toMatchObject({
      is_archived: true,
      is_member: false,
    });
  });

  it('is renamed only by the one who made it', async () => {
    await using here = await town();
    const channel = await made(here);

    await here.client.conversations.rename({ channel, name: 'sag-1-lukket' });
    const others = here.client.conversations.rename({ channel: here.desk.id, name: 'mit' });

    expect(here.slack.channelNamed('sag-1-lukket').id).toBe(channel);
    expect(await refused(others)).toBe('not_authorized');
  });

  it('takes a topic and a purpose of 250 characters and no more', async () => {
    await using here = await town();
    const { client, desk } = here;

    await client.conversations.setTopic({ channel: desk.id, topic: 'x'.repeat(250) });

    const long = 'x'.repeat(251);
    expect(await refused(client.conversations.setTopic({ channel: desk.id, topic: long }))).toBe('too_long');
    expect(await refused(client.conversations.setPurpose({ channel: desk.id, purpose: long }))).toBe('too_long');
  });

  it('takes those who may come, and with force leaves out the others', async () => {
    await using here = await town();
    const { client, desk, mette, slack } = here;
    const guest = slack.person({ name: 'Gæst', email: 'gaest@andet.dk', guest: 'single' });
    const stranger = slack.person({ name: 'Fremmed', email: 'fremmed@andet.dk', team: 'T0ELSEWHERE' });
    const jonas = slack.person({ name: 'Jonas', email: 'jonas@eksempel.dk' });
    slack.channel({ name: 'praktik', private: true, members: [guest.id] });
    const channel = desk.id;
    const invite = (users: string) => refused(client.conversations.invite({ channel, users }));

    expect(await invite(mette.id)).toBe('already_in_channel');
    expect(await invite(slack.app.botUserId)).toBe('cant_invite_self');
    expect(await invite('U404')).toBe('user_not_found');
    expect(await invite(guest.id)).toBe('ura_max_channels');
    expect(await invite(stranger.id)).toBe('cant_invite');
    expect(await invite(Array.from({ length: 101 }, () => jonas.id).join(','))).toBe('too_many_users');
    expect(await invite(`${jonas.id},U404`)).toBe('user_not_found');
    expect(slack.members(channel)).not.toContain(jonas.id);
    const forced = await client.conversations.invite({ channel, users: `${jonas.id},U404`, force: true });
    expect(forced.errors).toMatchObject([{ user: 'U404', error: 'user_not_found' }]);
    expect(slack.members(channel)).toContain(jonas.id);
  });

  it('lets people be put out, but not the app, nor anybody from #general', async () => {
    await using here = await town();
    const { client, desk, mette, slack } = here;
    const general = slack.channelNamed('general').id;
    await client.conversations.join({ channel: general });

    await client.conversations.kick({ channel: desk.id, user: mette.id });

    const kick = (channel: string, user: string) => refused(client.conversations.kick({ channel, user }));
    expect(slack.members(desk.id)).not.toContain(mette.id);
    expect(await kick(desk.id, mette.id)).toBe('not_in_channel');
    expect(await kick(desk.id, slack.app.botUserId)).toBe('cant_kick_self');
    expect(await kick(general, mette.id)).toBe('cant_kick_from_general');
    expect(await refused(client.conversations.archive({ channel: general }))).toBe('cant_archive_general');
  });

  it('that is private cannot be joined, only found when the app is in it', async () => {
    await using here = await town();
    const { client, desk, secret, news } = here;

    expect(await refused(client.conversations.join({ channel: desk.id }))).toBe(
      'method_not_supported_for_channel_type',
    );
    expect(await refused(client.conversations.info({ channel: secret.id }))).toBe('channel_not_found');
    expect(await refused(client.conversations.members({ channel: secret.id }))).toBe('channel_not_found');
    expect(await refused(client.conversations.history({ channel: news.id }))).toBe('not_in_channel');
    const listed = await client.conversations.list({ types: 'public_channel,private_channel' });
    expect(listed.channels?.map(({ name }) => name)).toEqual(['general', 'desk', 'news']);
  });

  it('is read by pages, newest first, answers apart, metadata only when asked for', async () => {
    await using here = await town();
    const { client, desk } = here;
    const metadata = { event_type: 'enquiry', event_payload: { id: 'e1' } };
    const root = await posted(here, { text: 'første', metadata });
    await posted(here, { text: 'svar', thread_ts: root });
    await posted(here, { text: 'til alle', thread_ts: root, reply_broadcast: true });
    await posted(here, { text: 'sidste' });

    const first = await client.conversations.history({ channel: desk.id, limit: 2 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.history({ channel: desk.id, limit: 2, cursor });
    const all = await client.conversations.replies({ channel: desk.id, ts: root, include_all_metadata: true });

    expect(first.messages?.map(({ text }) => text)).toEqual(['sidste', 'til alle']);
    expect(first.has_more).toBe(true);
    expect(second.messages?.map(({ text }) => text)).toEqual(['første']);
    expect(second.messages?.[0]).not.toHaveProperty('metadata');
    expect(all.messages?.map(({ text }) => text)).toEqual(['første', 'svar', 'til alle']);
    expect(all.messages?.[0]).toMatchObject({ reply_count: 2, metadata });
  });

  it('is not read with a wrong cursor, thread or timestamp', async () => {
    await using here = await town();
    const { client, desk } = here;
    const channel = desk.id;

    expect(await refused(client.conversations.history({ channel, cursor: 'x' }))).toBe('invalid_cursor');
    expect(await refused(client.conversations.history({ channel, oldest: 'x' }))).toBe('invalid_ts_oldest');
    expect(await refused(client.conversations.history({ channel, latest: 'x' }))).toBe('invalid_ts_latest');
    expect(await refused(client.conversations.replies({ channel, ts: '1.1' }))).toBe('thread_not_found');
    const inside = await town();
    await using _ = inside;
    const ts = await posted(inside);
    const only = await inside.client.conversations.history({
      channel: inside.desk.id,
      oldest: ts,
      latest: ts,
      inclusive: true,
    });
    expect(only.messages).toHaveLength(1);
  });

  it('between people is opened by their names', async () => {
    await using here = await town();
    const { client, mette, sara } = here;

    const one = await client.conversations.open({ users: mette.id });
    const again = await client.conversations.open({ users: mette.id });
    const three = await client.conversations.open({ users: `${mette.id},${sara.id}` });

    expect(one.channel?.id).toBe(again.channel?.id);
    expect(three.channel?.id).toMatch(/^G/);
    expect(await refused(client.conversations.open({ users: 'U404' }))).toBe('user_not_found');
    const nine = Array.from({ length: 9 }, () => mette.id).join(',');
    expect(await refused(client.conversations.open({ users: nine }))).toBe('too_many_users');
  });

  it('shared with others says so', async () => {
    await using here = await town();
    await here.slack.share(here.desk.id);

    const { channel } = await here.client.conversations.info({ channel: here.desk.id });

    expect(channel).toMatchObject({ is_shared: true, is_ext_shared: true });
  });
});

describe('people and groups', () => {
  it('are found by address, without it when that is not granted, and not when they are strangers', async () => {
    await using here = await town();
    await using blind = await town({ scopes: ['users:read'] });
    const { slack, client, mette } = here;
    const stranger = slack.person({ name: 'Fremmed', email: 'fremmed@andet.dk', team: 'T0ELSEWHERE' });

    const found = await client.users.lookupByEmail({ email: 'METTE@eksempel.dk' });
    const unseen = await blind.client.users.info({ user: blind.mette.id });
    const strange = await client.users.info({ user: stranger.id });

    expect(found.user?.id).toBe(mette.id);
    expect(unseen.user?.profile).not.toHaveProperty('email');
    expect(strange.user).toMatchObject({ is_stranger: true, team_id: 'T0ELSEWHERE' });
    expect(strange.user?.profile).not.toHaveProperty('email');
    expect(await refused(client.users.lookupByEmail({ email: 'fremmed@andet.dk' }))).toBe('users_not_found');
    expect(await refused(client.users.info({ user: 'U404' }))).toBe('user_not_found');
  });

  it('are guests, bots and unconfirmed where they were said to be', async () => {
    await using here = await town();
    const guest = here.slack.person({ name: 'Gæst', email: null, guest: 'multi', emailVerified: false });

    const { user } = await here.client.users.info({ user: guest.id });
    const { members = [] } = await here.client.users.list({});

    expect(user).toMatchObject({ is_restricted: true, is_ultra_restricted: false, is_email_confirmed: false });
    expect(members.find(({ id }) => id === here.slack.app.botUserId)).toMatchObject({ is_bot: true });
  });

  it('make user groups', async () => {
    await using here = await town();
    const { client, mette, sara } = here;

    const { usergroup } = await client.usergroups.create({ name: 'Vejledning', handle: 'vejledning' });
    const group = usergroup?.id ?? '';
    await client.usergroups.users.update({ usergroup: group, users: `${mette.id},${sara.id}` });

    expect((await client.usergroups.users.list({ usergroup: group })).users).toEqual([mette.id, sara.id]);
    expect(await refused(client.usergroups.users.list({ usergroup: 'S404' }))).toBe('no_such_subteam');
    expect(await refused(client.usergroups.create({ name: 'Vejledning' }))).toBe('name_already_exists');
  });
});

describe('what is put on messages and channels', () => {
  it('is put once and taken off once', async () => {
    await using here = await town();
    const { client, desk, slack } = here;
    const timestamp = await posted(here);
    const eyes = { channel: desk.id, timestamp, name: 'eyes' };
    const pin = { channel: desk.id, timestamp };

    await client.reactions.add(eyes);
    expect(await refused(client.reactions.add(eyes))).toBe('already_reacted');
    expect(slack.reactions(desk.id, timestamp)).toEqual({ eyes: [slack.app.botUserId] });
    await client.reactions.remove(eyes);
    expect(await refused(client.reactions.remove(eyes))).toBe('no_reaction');
    expect(await refused(client.reactions.add({ ...eyes, name: ':eyes:' }))).toBe('invalid_name');
    expect(await refused(client.reactions.add({ ...eyes, timestamp: '1712345678.000240' }))).toBe('message_not_found');

    await client.pins.add(pin);
    expect(await refused(client.pins.add(pin))).toBe('already_pinned');
    expect((await client.pins.list({ channel: desk.id })).items).toHaveLength(1);
    await client.pins.remove(pin);
    expect(await refused(client.pins.remove(pin))).toBe('no_pin');
  });

  it('is a bookmark with a real link', async () => {
    await using here = await town();
    const { client, desk } = here;
    const bookmark = { channel_id: desk.id, title: 'Overblik', type: 'link' as const, link: 'https://eksempel.dk/1' };

    const { bookmark: kept } = await client.bookmarks.add(bookmark);
    await client.bookmarks.edit({ channel_id: desk.id, bookmark_id: kept?.id ?? '', title: 'Nyt' });

    expect(here.slack.bookmarks(desk.id)).toMatchObject([{ title: 'Nyt' }]);
    expect(await refused(client.bookmarks.add({ ...bookmark, link: 'eksempel' }))).toBe('invalid_link');
    const folder = client.apiCall('bookmarks.add', { ...bookmark, type: 'folder' });
    expect(await refused(folder)).toBe('invalid_bookmark_type');
    await client.bookmarks.remove({ channel_id: desk.id, bookmark_id: kept?.id ?? '' });
    expect((await client.bookmarks.list({ channel_id: desk.id })).bookmarks).toEqual([]);
  });

  it('stops at 100 pins and 100 bookmarks', async () => {
    await using here = await town();
    const { client, desk } = here;
    for (let count = 0; count < 100; count += 1) {
      await client.pins.add({ channel: desk.id, timestamp: await posted(here) });
      await client.bookmarks.add({ channel_id: desk.id, title: `${count}`, type: 'link', link: 'https://eksempel.dk' });
    }

    expect(await refused(client.pins.add({ channel: desk.id, timestamp: await posted(here) }))).toBe('too_many_pins');
    const more = { channel_id: desk.id, title: 'x', type: 'link' as const, link: 'https://eksempel.dk' };
    expect(await refused(client.bookmarks.add(more))).toBe('too_many_bookmarks');
  });
});

describe('files and canvases', () => {
  it('are sent in two steps and read with the token only', async () => {
    await using here = await town();
    const { client, desk, slack } = here;

    await client.filesUploadV2({ channel_id: desk.id, filename: 'aftale.txt', file: Buffer.from('aftalt') });
    await expect.poll(() => slack.messages(desk.id)).toHaveLength(1);
    const shown = slack.messages(desk.id)[0];
    const address = String(shown?.files[0]?.url_private);
    const withToken = await fetch(address, { headers: { authorization: `Bearer ${slack.app.botToken}` } });
    const without = await fetch(address);

    expect(shown?.subtype).toBe('file_share');
    expect(await withToken.text()).toBe('aftalt');
    expect(without.status).toBe(200);
    expect(without.headers.get('content-type')).toContain('text/html');
    const unknown = client.files.completeUploadExternal({ files: [{ id: 'F404', title: 'x' }] });
    expect(await refused(unknown)).toBe('file_not_found');
  });

  it('are one page a channel, changed one thing a call', async () => {
    await using here = await town();
    const { client, desk } = here;
    const document_content = { type: 'markdown' as const, markdown: '# Sag' };

    const { canvas_id = '' } = await client.conversations.canvases.create({ channel_id: desk.id, document_content });
    const change = { operation: 'insert_at_end' as const, document_content };
    await client.canvases.edit({ canvas_id, changes: [change] });

    const second = client.conversations.canvases.create({ channel_id: desk.id, document_content });
    expect(await refused(second)).toBe('channel_canvas_already_exists');
    const two = client.apiCall('canvases.edit', { canvas_id, changes: [change, change] });
    expect(await refused(two)).toBe('invalid_arguments');
    expect(await refused(client.canvases.edit({ canvas_id: 'F404', changes: [change] }))).toBe('canvas_not_found');
  });
});

it('records every call with its arguments, answer and own time, and never a token', async () => {
  await using here = await town();
  await posted(here);

  const [call] = here.slack.calls;

  expect(call).toMatchObject({ method: 'chat.postMessage', status: 200, answer: { ok: true }, fault: null });
  expect(call?.tookMs).toBeGreaterThan(0);
  expect(JSON.stringify(here.slack.calls)).not.toContain(here.slack.app.botToken);
});

it('notes blocks without text, and one message said twice', async () => {
  await using here = await town();
  const metadata = { event_type: 'enquiry', event_payload: { id: 'e1' } };
  await post(here, { text: '', blocks: [section('kun blokke')] });
  await post(here, { metadata });
  await post(here, { metadata });

  expect(here.slack.breaches().map(({ kind }) => kind)).toEqual(['blocks-without-text', 'doubled-message']);
  here.slack.expectNoBreaches(['blocks-without-text', 'doubled-message']);
});

it('raises the classes of error that the client promises', async () => {
  await using here = await town();
  here.slack.fault({ kind: 'ratelimited', retryAfterSeconds: 7 });
  const limited = post(here);
  await expect(limited).rejects.toBeInstanceOf(webApi.WebAPIRateLimitedError);
  await expect(limited).rejects.toMatchObject({ retryAfter: 7 });
  here.slack.fault({ kind: 'http', status: 503 });
  await expect(post(here)).rejects.toBeInstanceOf(webApi.WebAPIHTTPError);
  here.slack.fault({ kind: 'drop-before' });
  await expect(post(here)).rejects.toBeInstanceOf(webApi.WebAPIRequestError);
});
