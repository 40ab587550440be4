/** A complex case in Slack, the whole way: the real composition before a strict Slack, with people who press and write. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose, type Running } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import { type SlackEmulator, slackEmulator } from '../fakes/slack/emulator.ts';
import { soon } from './indgang.ts';
import { type Citizen, citizen, signedIn } from './people.ts';

const amina = 'amina-yusuf' as StaffId;
const karen = 'karen-friis' as StaffId;
const peter = 'peter-krog' as StaffId;
const louise = 'louise-toft' as StaffId;
const dayMs = 86_400_000;

describe('a complex case in Slack', () => {
  let dataDir: string;
  let slack: SlackEmulator;
  let running: Running;
  let kommune: Kommune;
  let youth: Citizen;
  let caseFile: CaseFile;
  const users = new Map<StaffId, string>();
  const logged: string[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'indgang-slack-'));
    slack = await slackEmulator();
    const read = readConfig(join(import.meta.dirname, '../..'), {
      PORT: '0',
      DATA_DIR: dataDir,
      PUBLIC_URL: 'https://indgang.example',
    });
    kommune = read.content.kommune;
    for (const { id, name, email } of kommune.staff.values()) users.set(id, slack.person({ name, email }).id);
    const front = slack.channel({ name: 'front', private: true, members: [...users.values()], withApp: true });
    const connection = {
      botToken: slack.app.botToken,
      apiUrl: slack.apiUrl,
      receive: { by: 'socket', appToken: slack.app.appToken },
      file: { content: 'full', channels: new Map([['front_desk', front.id] as const]) },
    } as const;
    const write = (data: object, message: string) => void logged.push(JSON.stringify({ ...data, message }));
    const log = { info: write, warn: write, error: write };
    const seams = { sweepEveryMs: 50, modelFolder: join(tmpdir(), 'indgang-test-model'), slack: { tickEveryMs: 100 } };
    slack.deliverBySocket();
    running = await compose({ ...read, slack: connection }, log, seams);
    await soon(() => expect(slack.sockets.connections()).toBeGreaterThan(0));
    await running.app.ready();
    youth = await citizen(running.app);
    await youth.say('jeg er 16 og er droppet ud af gymnasiet');
    const at = await signedIn(running.app, amina);
    await at.act(youth.conversation, 'claim');
    caseFile = await openedFromCard(front.id);
  });
  afterAll(async () => {
    await running.close();
    await slack[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** Amina presses "Åbn sag" on the card and chooses Karen. */
  async function openedFromCard(front: string): Promise<CaseFile> {
    const card = await soon(() => {
      const found = slack.messages(front).find(({ blocks }) => JSON.stringify(blocks).includes('"open_case"'));
      if (found === undefined) throw new Error('no card has the button');
      return found;
    }, 20_000);
    await slack.press({ user: user(amina), channel: front, ts: card.ts, actionId: 'open_case' });
    const view = await soon(() => {
      const [top] = slack.views(user(amina));
      if (top === undefined) throw new Error('the button opened nothing');
      return top;
    }, 20_000);
    const chosen = { coordinator: { coordinator: karen }, standIn: { standIn: null }, past17Half: { past17Half: [] } };
    const sent = await slack.submit({ user: user(amina), viewId: view.id, values: chosen });
    expect(sent).toMatchObject({ errors: {}, view: null });
    const opened = await running.cases.ofEnquiry(youth.conversation as EnquiryId);
    if (opened === null) throw new Error('there is no case file');
    return opened;
  }

  const user = (staff: StaffId) => users.get(staff) ?? '';
  const channelNow = (name = `sag-${caseFile.code}`) => slack.channelNamed(name);
  const inside = (name?: string) => slack.members(channelNow(name).id).filter((one) => one !== slack.app.botUserId);
  const overviewOf = (channel: string) => {
    const found = slack.messages(channel).find(({ text }) => text.includes('overblik'));
    if (found === undefined) throw new Error('there is no overview');
    return found;
  };
  /** Presses a button of the overview, fills in the window it opens and sends it. */
  async function fillIn(staff: StaffId, action: string, values: Record<string, unknown>) {
    const { id } = channelNow();
    const before = slack.views(user(staff)).length;
    await slack.press({ user: user(staff), channel: id, ts: overviewOf(id).ts, actionId: action });
    const view = await soon(() => {
      const top = slack.views(user(staff)).at(-1);
      if (top === undefined || slack.views(user(staff)).length === before) throw new Error(`${action} opened nothing`);
      return top;
    });
    const byField = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { [field]: value }]));
    return slack.submit({ user: user(staff), viewId: view.id, values: byField });
  }
  const dayAhead = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

  it('has its private channel with the coordinator in it', async () => {
    await soon(() => expect(slack.pins(channelNow().id)).toHaveLength(1), 15_000);
    await soon(() => expect(inside()).toEqual([user(karen)]), 15_000);

    expect(channelNow().kind).toBe('private');
    expect(slack.bookmarks(channelNow().id).map(({ link }) => link)).toEqual([
      `https://indgang.example/desk/cases/${caseFile.id}`,
    ]);
  });

  it('is pointed to in the thread of the card, where no citizen reads', async () => {
    const pointers = () =>
      slack.messages(slack.channelNamed('front').id).filter(({ text }) => text.includes('fælles kanal'));
    await soon(() => expect(pointers()).toHaveLength(1), 40_000);

    const { threadTs } = pointers()[0] ?? {};
    const root = slack.messages(slack.channelNamed('front').id).find(({ ts }) => ts === threadTs);
    expect(JSON.stringify(root?.blocks)).toContain(youth.conversation);
    expect(JSON.stringify(await youth.log())).not.toContain('fælles kanal');
  });

  it('lets a colleague in after the coordinator has noted the consent in a window', async () => {
    const sent = await fillIn(karen, 'record_consent', {
      ground: 'consent:youth',
      parties: ['employment'],
      scopes: ['education'],
      purpose: 'Finde en praktikplads',
      until: dayAhead(60),
    });
    expect(sent).toMatchObject({ errors: {}, view: null });

    const invited = await fillIn(karen, 'invite_member', { person: user(peter), role: 'employment' });

    expect(invited).toMatchObject({ errors: {}, view: null });
    await soon(() => expect(new Set(inside())).toEqual(new Set([user(karen), user(peter)])), 15_000);
    await soon(() => expect(overviewOf(channelNow().id).text).toContain('Peter Krog'), 15_000);
  });

  it('puts out at once somebody whom a member let in, tells the coordinator, and notes it', async () => {
    await slack.invite({ by: user(peter), channel: channelNow().id, users: [user(louise)] });

    await soon(() => expect(inside()).not.toContain(user(louise)), 15_000);
    await soon(() => {
      const told = slack
        .workspace()
        .channels.filter(({ kind, members }) => kind === 'im' && members.includes(user(karen)));
      expect(JSON.stringify(told)).toContain('Louise Toft');
    }, 15_000);
    const read = await running.cases.read(karen, caseFile.id);
    const found = read.ok && read.value.journal.filter(({ event }) => event.type === 'IntruderFound');
    expect(found).toHaveLength(1);
  });

  it('refuses a wrong day at its field', async () => {
    const sent = await fillIn(peter, 'set_next_step', { text: 'Ring til skolen', by: dayAhead(-3) });

    expect(sent.errors).toHaveProperty('by');
    await slack.closeView({ user: user(peter) });
  });

  it('hears of danger without a word of what was said', async () => {
    await youth.say('jeg vil ikke leve mere');

    await soon(() => {
      const alert = slack.messages(channelNow().id).filter(({ text }) => text.includes('AKUT'));
      expect(alert).toHaveLength(1);
      expect(alert[0]?.text).toContain(`<@${user(karen)}>`);
    }, 15_000);
    expect(JSON.stringify(slack.messages(channelNow().id))).not.toMatch(/leve|gymnasi/);
  });

  it('lets nobody in any longer than the consent says yes', async () => {
    const [consent] = (await running.reader.caseFile(caseFile.id))?.consents ?? [];

    await fillIn(peter, 'withdraw_consent', { consent: consent?.id });

    await soon(() => expect(inside()).toEqual([user(karen)]), 15_000);
  });

  it('is closed with a summary, archived, and comes back in a new channel', async () => {
    await fillIn(karen, 'close_case', { outcome: 'education', summary: 'Starter på FGU' });
    await soon(() => expect(channelNow().archived).toBe(true), 15_000);
    expect(slack.messages(channelNow().id).some(({ text }) => text.includes('Starter på FGU'))).toBe(true);

    const again = await running.cases.act(karen, caseFile.id, { do: 'reopen', reason: 'Faldt fra' });

    expect(again.ok).toBe(true);
    await soon(() => expect(inside(`sag-${caseFile.code}-2`)).toEqual([user(karen)]), 15_000);
    await soon(() => {
      const words = slack.messages(channelNow(`sag-${caseFile.code}-2`).id).map(({ text }) => text);
      expect(words.join()).toContain(`sag-${caseFile.code}. Den er arkiveret`);
    }, 15_000);
  });

  it('has broken none of Slack’s rules, and logged nobody’s words', () => {
    slack.expectNoBreaches();
    expect(logged.join('\n')).not.toMatch(/leve mere|gymnasi|praktikplads|FGU/);
  });
});
