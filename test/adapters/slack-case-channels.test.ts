/** One private channel for each case file, whatever happens in between: on the real calls, before a strict Slack. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFile, CaseFileId, ConsentId } from '../../src/domain/case-file.ts';
import { type CaseTown, caseTown, staff } from '../fakes/slack-cases.ts';
import { seed } from '../seed.ts';

let town: CaseTown;
let id: CaseFileId;
let opened: CaseFile;

beforeEach(async () => {
  town = await caseTown();
  opened = await town.openCase();
  id = opened.id;
});
afterEach(async () => {
  town.slack.expectNoBreaches();
  await town[Symbol.asyncDispose]();
});

const theChannel = (): string => {
  const [only, ...more] = town.openChannels();
  if (only === undefined || more.length > 0) throw new Error(`${1 + more.length} channels`);
  return only;
};
const peopleIn = (channel: string) => town.slack.members(channel).filter((user) => user !== town.slack.app.botUserId);
const said = (channel: string) =>
  town.slack.messages(channel).filter(({ subtype }) => subtype === null || subtype === undefined);
const textsIn = (channel: string) => said(channel).map(({ text }) => text);
const toldTo = (name: string) =>
  town.slack
    .workspace()
    .channels.filter(({ kind, members }) => kind === 'im' && members.includes(town.user(name)))
    .flatMap(({ messages }) => messages.map(({ text }) => String(text)));
const joins = (name: string) => town.happens({ kind: 'joined', channel: theChannel(), user: town.user(name) });

describe('a new case file', () => {
  it('gets one private channel whose name says nothing', async () => {
    await town.shown(id);

    const channel = town.slack.channelNamed('sag-4821');
    expect(channel.kind).toBe('private');
    expect(town.openChannels()).toEqual([channel.id]);
    expect(`${channel.topic} ${channel.purpose}`).not.toMatch(/ung|vejled|droppet/i);
  });

  it('has the coordinator and whoever a consent covers in it, and nobody else', async () => {
    await town.team(id, 'jonas');

    await town.shown(id);

    expect(new Set(peopleIn(theChannel()))).toEqual(new Set([town.user('ali'), town.user('jonas')]));
  });

  it('has one welcome, one pinned overview and one way to the desk', async () => {
    await town.team(id, 'jonas');

    await town.shown(id);
    await town.shown(id);

    const [overview, welcome, ...more] = said(theChannel());
    expect(overview?.text).toContain('Ansvarlig: Ali Demir');
    expect(welcome?.text).toContain('Jonas Krag, jobkonsulent: vejledning');
    expect(more).toEqual([]);
    expect(town.slack.pins(theChannel()).map(({ ts }) => ts)).toEqual([overview?.ts]);
    expect(town.slack.bookmarks(theChannel()).map(({ link }) => link)).toEqual([
      `https://indgang.example/desk/cases/${id}`,
    ]);
  });

  it('is pointed to in the internal thread, once, without a word about anybody', async () => {
    await town.shown(id);
    await town.shown(id);

    const front = town.slack.channelNamed('front');
    const [card, ...answers] = town.slack.messages(front.id);
    expect(answers.map(({ threadTs }) => threadTs)).toEqual([card?.ts]);
    expect(answers[0]?.text).toContain(`<#${theChannel()}>`);
  });

  it('takes the next name when the name is taken, also by an archived channel', async () => {
    const other = town.slack.channel({ name: 'sag-4821', private: true, members: [town.user('else')] });
    await town.slack.archive({ user: town.user('else'), channel: other.id });
    town.slack.channel({ name: 'sag-4821-2', members: [town.user('else')] });

    await town.shown(id);

    expect(peopleIn(town.slack.channelNamed('sag-4821-3').id)).toEqual([town.user('ali')]);
    expect(town.slack.members(other.id)).toEqual([town.user('else')]);
    expect(town.slack.channelNamed('sag-4821').archived).toBe(true);
  });

  it('never becomes public: refused, there is no channel and the coordinator is told', async () => {
    town.slack.fault({ kind: 'error', error: 'restricted_action', method: 'conversations.create', times: 9 });

    await town.shown(id);

    expect(town.openChannels()).toEqual([]);
    expect(town.slack.calls.filter(({ method }) => method === 'conversations.create')).toHaveLength(1);
    expect(toldTo('ali').join()).toContain('Der er ingen kanal til sagen');
  });

  it('closes a channel that turns out public at once, writes nothing there and invites nobody', async () => {
    const made: string[] = [];
    const stop = town.slack.onChange(() => {
      for (const channel of town.openChannels()) {
        const { kind } = town.slack.channelNamed('sag-4821');
        if (kind === 'private') town.slack.channelNamed('sag-4821').kind = 'public';
        made.push(channel);
      }
    });

    await town.shown(id);
    stop();

    const channel = town.slack.channelNamed('sag-4821');
    expect(made).not.toEqual([]);
    expect(channel.archived).toBe(true);
    expect(textsIn(channel.id)).toEqual([]);
    expect(town.slack.calls.some(({ method }) => method === 'conversations.invite')).toBe(false);
    expect(toldTo('ali').join()).toContain('blev ikke privat');
    expect(town.logged.join()).toContain('not safe');
  });

  it('has no bookmark when nobody knows where the desk is', async () => {
    await using quiet = await caseTown({ publicUrl: null });
    const { id: other } = await quiet.openCase();

    await quiet.shown(other);

    expect(quiet.slack.bookmarks(quiet.openChannels()[0] ?? '')).toEqual([]);
  });

  it('tells the coordinator once who is not in Slack', async () => {
    await using small = await caseTown({ accounts: ['ali', 'sara'] });
    const { id: other } = await small.openCase();
    await small.team(other, 'jonas');

    await small.shown(other);
    await small.shown(other);

    const told = small.slack
      .workspace()
      .channels.filter(({ kind }) => kind === 'im')
      .flatMap(({ messages }) => messages.map(({ text }) => String(text)));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Jonas Krag');
  });

  it('lets in the others when Slack refuses one, and says who and why', async () => {
    await town.team(id, 'jonas', 'mette');
    town.slack.fault({ kind: 'error', error: 'ura_max_channels', method: 'conversations.invite', times: 2 });

    await town.shown(id);

    expect(peopleIn(theChannel())).toHaveLength(2);
    expect(toldTo('ali').join()).toContain('kun være i én kanal');
  });
});

describe('killed between any two doings', () => {
  const whole = () => {
    expect(new Set(peopleIn(theChannel()))).toEqual(
      new Set([town.user('ali'), town.user('jonas'), town.user('mette')]),
    );
    const [overview, welcome, ...more] = said(theChannel());
    expect(overview?.text).toContain('overblik');
    expect(welcome?.text).toContain('Velkommen');
    expect(more).toEqual([]);
    expect(town.slack.pins(theChannel())).toHaveLength(1);
    expect(town.slack.bookmarks(theChannel())).toHaveLength(1);
    expect(town.slack.messages(town.slack.channelNamed('front').id)).toHaveLength(2);
    const channels = town.slack.workspace().channels.filter(({ name }) => name.startsWith('sag-'));
    expect(channels.map(({ name }) => name)).toEqual(['sag-4821']);
    expect(town.cases.intrudersOf(id)).toEqual([]);
  };

  it('ends whole after a death at each doing in turn', async () => {
    let doings = 1;
    for (let at = 1; at <= doings; at += 1) {
      await town[Symbol.asyncDispose]();
      town = await caseTown();
      id = (await town.openCase()).id;
      await town.team(id, 'jonas', 'mette');

      const done = await town.life(id, at);
      doings = Math.max(doings, done + 1);
      if (done < at) break;
      await town.shown(id);

      whole();
      town.slack.expectNoBreaches();
    }
    expect(doings).toBeGreaterThan(40);
  }, 120_000);

  it('ends whole after a death in every life, one doing further each time', async () => {
    await town.team(id, 'jonas', 'mette');
    for (let at = 1; at < 60; at += 1) await town.life(id, at);

    await town.shown(id);

    whole();
  });
});

describe('a bad line to Slack', () => {
  console.info(`a bad line to Slack: SEED=${seed}`);

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('doubles nothing and forgets nothing (%i)', async (turn) => {
    await using bad = await caseTown({ seed: seed + turn });
    const { id: other } = await bad.openCase();
    await bad.team(other, 'jonas', 'mette');
    const calls = /^(?!auth\.test)/;
    bad.slack.fault({ kind: 'drop-after', probability: 0.15, method: calls });
    bad.slack.fault({ kind: 'http', status: 500, probability: 0.15, method: calls });
    bad.slack.fault({ kind: 'ratelimited', retryAfterSeconds: 30, probability: 0.15, method: calls });

    await bad.shown(other);

    const { channels } = bad.slack.workspace();
    const [channel, ...more] = channels.filter(({ name }) => name.startsWith('sag-'));
    if (channel === undefined) throw new Error('there is no channel');
    expect(bad.slack.calls.filter(({ fault }) => fault !== null).length).toBeGreaterThan(0);
    expect(more).toEqual([]);
    expect(channel.members).toHaveLength(4);
    expect(channel.pinned).toHaveLength(1);
    expect(channel.bookmarks).toHaveLength(1);
    const words = channel.messages.filter(({ subtype }) => subtype === undefined).map(({ text }) => String(text));
    expect(words.map((text) => text.split(/\W/)[0])).toEqual(['Sag', 'Velkommen']);
    expect(bad.slack.messages(bad.slack.channelNamed('front').id)).toHaveLength(2);
    expect(bad.cases.intrudersOf(other)).toEqual([]);
    bad.slack.expectNoBreaches();
  });
});

describe('people', () => {
  beforeEach(async () => {
    await town.team(id, 'jonas');
    await town.shown(id);
  });

  it('are removed at once when the consent is withdrawn, without an alarm', async () => {
    await town.act(id, 'jonas', { do: 'withdraw_consent', consent: 'consent-1' as ConsentId });

    await town.shown(id);

    expect(peopleIn(theChannel())).toEqual([town.user('ali')]);
    expect(town.cases.intrudersOf(id)).toEqual([]);
    expect(toldTo('ali')).toEqual([]);
  });

  it('are removed when the consent has run out, though nobody did anything', async () => {
    town.clock.forward(31 * 86_400_000);

    await town.part.tick?.(town.clock.now());

    expect(peopleIn(theChannel())).toEqual([town.user('ali')]);
  });

  it('stay out unless the case file lets them in: put in by a colleague, they are out again and the coordinator is asked', async () => {
    await town.slack.invite({ by: town.user('jonas'), channel: theChannel(), users: [town.user('else')] });

    await joins('else');

    expect(peopleIn(theChannel())).not.toContain(town.user('else'));
    expect(town.cases.intrudersOf(id)).toEqual([staff('else')]);
    expect(toldTo('ali').join()).toContain('Else Friis');
    expect(toldTo('ali')).toHaveLength(1);
    const dm = town.slack
      .workspace()
      .channels.find(({ kind, members }) => kind === 'im' && members.includes(town.user('ali')));
    expect(JSON.stringify(dm?.messages)).toContain('cover_invitation');
  });

  it('who are strangers are out again, and it is noted that nobody knows them', async () => {
    const stranger = town.slack.person({ name: 'Nogen', email: 'nogen@andet.example' });
    await town.slack.invite({ by: town.user('jonas'), channel: theChannel(), users: [stranger.id] });

    await town.happens({ kind: 'joined', channel: theChannel(), user: stranger.id });

    expect(peopleIn(theChannel())).not.toContain(stranger.id);
    expect(town.cases.intrudersOf(id)).toEqual([null]);
  });

  it('who came in unseen are found at the next look', async () => {
    await town.slack.invite({ by: town.user('jonas'), channel: theChannel(), users: [town.user('else')] });

    town.clock.forward(31 * 60_000);
    await town.part.tick?.(town.clock.now());

    expect(peopleIn(theChannel())).not.toContain(town.user('else'));
    expect(town.cases.intrudersOf(id)).toEqual([staff('else')]);
  });

  it('are told again when the same one comes in twice', async () => {
    for (let time = 0; time < 2; time += 1) {
      await town.slack.invite({ by: town.user('jonas'), channel: theChannel(), users: [town.user('else')] });
      town.clock.forward(1_000);
      await joins('else');
    }

    expect(town.cases.intrudersOf(id)).toHaveLength(2);
    expect(toldTo('ali')).toHaveLength(2);
  });

  it('who belong there change nothing by joining', async () => {
    const before = town.slack.calls.length;

    await joins('jonas');

    expect(town.slack.calls.slice(before)).toEqual([]);
  });

  it('who leave are not dragged back, and the coordinator is told once', async () => {
    await town.slack.leave({ user: town.user('jonas'), channel: theChannel() });

    await town.happens({ kind: 'left', channel: theChannel(), user: town.user('jonas') });
    await town.shown(id);

    expect(peopleIn(theChannel())).toEqual([town.user('ali')]);
    expect(toldTo('ali')).toHaveLength(1);
  });

  it('asked for outside the consent wait for the coordinator, who is asked once', async () => {
    await town.act(id, 'jonas', { do: 'invite', staff: staff('else'), role: 'family' });

    await town.shown(id);
    await town.shown(id);

    expect(peopleIn(theChannel())).not.toContain(town.user('else'));
    expect(toldTo('ali')).toHaveLength(1);
    expect(toldTo('ali')[0]).toContain('Jonas Krag, jobkonsulent vil have Else Friis');
  });

  it('Slack will not let go of make the channel go: a new one is made without them', async () => {
    town.slack.fault({ kind: 'error', error: 'restricted_action', method: 'conversations.kick' });
    await town.act(id, 'ali', { do: 'withdraw_consent', consent: 'consent-1' as ConsentId });

    await town.shown(id);

    expect(town.slack.channelNamed('sag-4821').archived).toBe(true);
    expect(peopleIn(town.slack.channelNamed('sag-4821-2').id)).toEqual([town.user('ali')]);
    expect(toldTo('ali').join()).toContain('ikke ville fjerne');
  });
});

describe('the channel', () => {
  beforeEach(async () => {
    await town.team(id, 'jonas');
    await town.shown(id);
  });

  it('has its overview edited in place, with no new message', async () => {
    const by = town.clock.now() + 3 * 86_400_000;
    await town.act(id, 'ali', { do: 'set_next_step', text: 'Ring til skolen om 010190-1234', by });
    await town.act(id, 'jonas', { do: 'had_contact' });

    await town.shown(id);

    const [overview, , ...more] = textsIn(theChannel());
    expect(overview).toContain('Ring til skolen om [CPR fjernet]');
    expect(more).toEqual([]);
  });

  it('shows no words of staff in slim mode', async () => {
    await using slim = await caseTown({ content: 'slim' });
    const { id: other } = await slim.openCase();
    await slim.act(other, 'ali', { do: 'set_next_step', text: 'Ring til skolen', by: slim.clock.now() + 1_000_000 });

    await slim.shown(other);

    expect(JSON.stringify(slim.slack.messages(slim.openChannels()[0] ?? ''))).not.toContain('skolen');
  });

  it('gets a new overview when somebody has deleted it', async () => {
    const [overview] = said(theChannel());
    await town.slack.expire({ channel: theChannel(), ts: overview?.ts ?? '' });
    await town.act(id, 'jonas', { do: 'had_contact' });

    await town.shown(id);

    const [, again] = said(theChannel());
    expect(again?.text).toContain('overblik');
    expect(town.slack.pins(theChannel()).map(({ ts }) => ts)).toContain(again?.ts);
  });

  it('gets a new one at once when Slack says that it was deleted', async () => {
    const [overview] = said(theChannel());
    const place = { channel: theChannel(), ts: overview?.ts ?? '' };
    await town.slack.expire(place);

    await town.happens({ kind: 'deleted', place });

    expect(textsIn(theChannel()).filter((text) => text.includes('overblik'))).toHaveLength(1);
  });

  it('is alerted once of danger, without a detail, with the coordinator called', async () => {
    town.cases.danger(id);

    await town.shown(id);
    await town.shown(id);

    const alerts = textsIn(theChannel()).slice(2);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toContain(`<@${town.user('ali')}>`);
    expect(alerts[0]).not.toMatch(/selvmord|vold|fare for/i);
  });

  it('is alerted again of new danger', async () => {
    town.cases.danger(id);
    await town.shown(id);
    town.clock.forward(60_000);
    town.cases.danger(id);
    await town.shown(id);

    expect(textsIn(theChannel()).slice(2)).toHaveLength(2);
  });

  it('renamed gets its name back', async () => {
    const channel = theChannel();
    await town.slack.rename({ user: town.user('jonas'), channel, name: 'peter-og-mor' });

    await town.happens({ kind: 'channel_changed', channel, change: 'renamed' });

    expect(town.slack.channelNamed('sag-4821').id).toBe(channel);
  });

  it('archived by somebody is never opened again: a new one is made and the coordinator told', async () => {
    const channel = theChannel();
    await town.slack.archive({ user: town.user('jonas'), channel });

    await town.happens({ kind: 'channel_changed', channel, change: 'archived' });

    expect(theChannel()).toBe(town.slack.channelNamed('sag-4821-2').id);
    expect(new Set(peopleIn(theChannel()))).toEqual(new Set([town.user('ali'), town.user('jonas')]));
    expect(toldTo('ali').join()).toContain('arkiveret af en person');
    expect(town.slack.calls.some(({ method }) => method === 'conversations.unarchive')).toBe(false);
  });

  it('shared outside is closed at once, its people told, nothing more written there', async () => {
    const channel = theChannel();
    const before = town.slack.messages(channel).length;
    await town.slack.share(channel);

    await town.happens({ kind: 'channel_changed', channel, change: 'shared' });

    expect(town.slack.channelNamed('sag-4821').archived).toBe(true);
    expect(said(channel)).toHaveLength(before - town.slack.messages(channel).length + said(channel).length);
    expect(toldTo('jonas').join()).toContain('uden for kommunen');
    expect(theChannel()).toBe(town.slack.channelNamed('sag-4821-2').id);
    expect(town.logged.join()).toContain('not safe');
  });

  it('deleted, or with us thrown out, gives way to a new one', async () => {
    const channel = town.slack.channelNamed('sag-4821');
    channel.members.delete(town.slack.app.botUserId);

    await town.happens({ kind: 'channel_changed', channel: channel.id, change: 'deleted' });

    expect(town.openChannels()).toContain(town.slack.channelNamed('sag-4821-2').id);
  });

  it('lost three times in a day is not made a fourth time', async () => {
    for (let time = 0; time < 4; time += 1) {
      const [channel] = town.openChannels();
      if (channel !== undefined) await town.slack.archive({ user: town.user('jonas'), channel });
      await town.shown(id);
    }

    expect(town.openChannels()).toEqual([]);
    expect(toldTo('ali').join()).toContain('flere gange i dag');
  });

  it('is left alone when it is none of ours', async () => {
    const other = town.slack.channel({ name: 'kaffe', private: true, members: [town.user('else')], withApp: true });
    const before = town.slack.calls.length;

    await town.happens({ kind: 'joined', channel: other.id, user: town.user('else') });
    await town.happens({ kind: 'channel_changed', channel: other.id, change: 'shared' });

    expect(town.slack.calls.slice(before)).toEqual([]);
  });
});

describe('the end', () => {
  beforeEach(async () => {
    await town.team(id, 'jonas');
    await town.shown(id);
    await town.act(id, 'ali', { do: 'close', outcome: 'education', summary: 'Starter på FGU i august' });
  });

  it('is a summary, then an archived channel, and a way back for the coordinator', async () => {
    await town.shown(id);
    await town.shown(id);

    const channel = town.slack.channelNamed('sag-4821');
    expect(channel.archived).toBe(true);
    expect(textsIn(channel.id)[0]).toContain('er lukket');
    expect(textsIn(channel.id).slice(2)).toHaveLength(1);
    expect(textsIn(channel.id).at(-1)).toContain('Starter på FGU i august');
    expect(toldTo('ali')).toHaveLength(1);
  });

  it('is whole after a death at each doing', async () => {
    let doings = 1;
    for (let at = 1; at <= doings; at += 1) {
      await town[Symbol.asyncDispose]();
      town = await caseTown();
      id = (await town.openCase()).id;
      await town.team(id, 'jonas');
      await town.shown(id);
      await town.act(id, 'ali', { do: 'close', outcome: 'education', summary: 'Starter på FGU' });

      const done = await town.life(id, at);
      doings = Math.max(doings, done + 1);
      if (done < at) break;
      await town.shown(id);

      expect(town.slack.channelNamed('sag-4821').archived).toBe(true);
      expect(textsIn(town.slack.channelNamed('sag-4821').id).slice(2)).toHaveLength(1);
      expect(toldTo('ali')).toHaveLength(1);
    }
    expect(doings).toBeGreaterThan(10);
  }, 120_000);

  it('can be undone: the same people in a new channel that says where the old one was', async () => {
    await town.shown(id);
    await town.act(id, 'ali', { do: 'reopen', reason: 'Faldt fra igen' });

    await town.shown(id);

    expect(theChannel()).toBe(town.slack.channelNamed('sag-4821-2').id);
    expect(new Set(peopleIn(theChannel()))).toEqual(new Set([town.user('ali'), town.user('jonas')]));
    expect(textsIn(theChannel()).join()).toContain('sag-4821. Den er arkiveret');
  });

  it('closes no channel that was never made, and makes none', async () => {
    await using early = await caseTown();
    const { id: other } = await early.openCase();
    await early.act(other, 'ali', { do: 'close', outcome: 'job', summary: 'Fik job' });

    await early.shown(other);

    expect(early.slack.workspace().channels.filter(({ name }) => name.startsWith('sag-'))).toEqual([]);
  });
});

describe('two processes', () => {
  it('make one channel between them', async () => {
    await Promise.all([town.life(id, null), town.life(id, null), town.shown(id)]);

    expect(town.slack.workspace().channels.filter(({ name }) => name.startsWith('sag-'))).toHaveLength(1);
    expect(said(theChannel())).toHaveLength(2);
  });
});
