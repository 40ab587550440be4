/** Windows, Home tab, command and reminders in a strict Slack, through the whole adapter, on a real database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actions, button, message } from '../../adapters/slack/block-kit.ts';
import { forms } from '../../adapters/slack/forms.ts';
import { openSlack, type Slack } from '../../adapters/slack/open.ts';
import type { SlackParts } from '../../adapters/slack/parts.ts';
import { openPglite } from '../../adapters/storage/pglite.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import type { Store } from '../../src/ports.ts';
import { UnavailableError } from '../../src/ports.ts';
import { maskCpr } from '../../src/understanding/redact.ts';
import { realClock } from '../fakes/slack/clock.ts';
import { type SlackEmulator, slackEmulator } from '../fakes/slack/emulator.ts';
import { type FormsTown, formsTown } from '../fakes/slack-forms.ts';
import { fakeSignal } from '../fakes/visitors.ts';
import { soon } from './indgang.ts';

const sara = 'sara' as StaffId;
let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'indgang-slack-forms-'));
  store = await openPglite(folder);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

interface Running {
  readonly adapter: Slack;
  readonly parts: SlackParts;
  stop(): Promise<void>;
}

let town: FormsTown;
let slack: SlackEmulator;
let running: Running[];
let user: string;
let channel: string;

beforeEach(async () => {
  for (const { key } of await store.memory.list('slack.', 10_000)) await store.memory.forget(key);
  town = formsTown({ running: true });
  const clock = { ...realClock, now: town.clock.now };
  slack = await slackEmulator({ retryAfterMs: [0, 100, 300], clock });
  for (const { id, name, email } of town.kommune.staff.values())
    slack.person({ id: `U${id.toUpperCase()}`, name, email });
  user = 'USARA';
  channel = slack.channel({ name: 'uu', private: true, members: [user, 'UYUSUF'], withApp: true }).id;
  running = [await start()];
});
afterEach(async () => {
  for (const { stop } of running) await stop();
  await slack[Symbol.asyncDispose]();
});

/** One process; all share the database and the Slack. */
async function start(): Promise<Running> {
  let parts: SlackParts | undefined;
  const { botToken, signingSecret } = slack.app;
  const adapter = openSlack(
    {
      ...town,
      memory: store.memory,
      connection: { botToken, apiUrl: slack.apiUrl, receive: { by: 'http', signingSecret } },
      signal: fakeSignal(),
      maskCpr,
      tickEveryMs: 20,
    },
    (joined) => {
      parts = joined;
      return [forms(joined)];
    },
  );
  const app = Fastify();
  if (adapter.routes !== null) await app.register(adapter.routes);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  slack.deliverTo(`${address}/slack/events`);
  adapter.start();
  if (parts === undefined) throw new Error('no parts were joined');
  const stop = async () => {
    await adapter.stop();
    await app.close();
  };
  return { adapter, parts, stop };
}

const first = () => {
  const [one] = running;
  if (one === undefined) throw new Error('nothing runs');
  return one;
};

/** Something Sara has, with a card that has a button. */
async function cardWith(action: string): Promise<{ id: EnquiryId; ts: string }> {
  const id = town.staffSide.arrive({ id: 'enquiry-1', words: 'mit kaldenavn er kolibri' });
  await town.staffSide.act(sara, id, { do: 'claim' });
  const said = message('Et kort', [actions([button(action, 'Gør det', { value: id })])]);
  const { ts } = await first().parts.web.post({ channel, ...said, id: `card-${action}` });
  return { id, ts };
}

const window = async () =>
  soon(() => {
    const top = slack.views(user).at(-1);
    if (top === undefined) throw new Error('no window is open');
    return top;
  });
const type = async (viewId: string, blockId: string, value: string) =>
  slack.choose({ viewId, user, actionId: 'draft', blockId, value });
const home = () => JSON.stringify(slack.home(user)?.body ?? null);
const directs = () =>
  slack
    .workspace()
    .channels.filter(({ kind, members }) => kind === 'im' && members.includes(user))
    .flatMap(({ messages }) => messages.map(({ text }) => String(text)));

describe('a window on a card', () => {
  it('Sara begins to close, shuts the window by mistake, finds her words again, and closes', async () => {
    const { id, ts } = await cardWith('close');
    await slack.press({ channel, ts, user, actionId: 'close' });
    const opened = await window();
    await type(opened.id, 'outcome', 'job');
    await type(opened.id, 'why', 'Hun fik en lære');
    await type(opened.id, 'why', 'Hun fik en læreplads');
    const reports = await store.memory.list('slack.inbox/', 1_000);
    expect(reports.filter(({ key }) => key.includes('.draft.'))).toEqual([]);
    await slack.closeView({ user });
    await first().adapter.idle();

    await slack.press({ channel, ts, user, actionId: 'close' });
    const again = await window();
    expect(JSON.stringify(again.body)).toContain('Det, du skrev sidst, er sat ind igen.');
    const sent = await slack.submit({ user, viewId: again.id });

    expect(sent).toMatchObject({ acknowledged: true, errors: {}, view: null });
    expect(await town.reader.enquiry(id)).toMatchObject({ status: 'closed', outcome: 'job' });
    const seen = await town.staffSide.read(sara, id);
    expect(seen.ok && seen.value.notes.map(({ text }) => text)).toEqual(['Hun fik en læreplads']);
    await first().adapter.idle();
    expect(await store.memory.list('slack.draft/', 10)).toEqual([]);
    slack.expectNoBreaches();
  });

  it('a CPR number that was typed is in no draft and no note', async () => {
    const { id, ts } = await cardWith('return');
    await slack.press({ channel, ts, user, actionId: 'return' });
    const opened = await window();
    await type(opened.id, 'why', 'Hun hedder 010203-1234');
    await first().adapter.idle();
    expect(JSON.stringify(await store.memory.list('slack.', 1_000))).not.toContain('010203');

    await slack.submit({ user, viewId: opened.id });

    const seen = await town.staffSide.read(sara, id);
    expect(JSON.stringify(seen)).not.toContain('010203');
    slack.expectNoBreaches();
  });

  it('what cannot be kept is said at the field; the window stays, and goes through later', async () => {
    const { id, ts } = await cardWith('transfer');
    await slack.press({ channel, ts, user, actionId: 'transfer' });
    const opened = await window();
    const values = { to: { draft: 'family' }, why: { draft: 'Det er hjemme.' } };
    town.staffSide.break(new UnavailableError('database', 'ECONNREFUSED'));

    const away = await slack.submit({ user, viewId: opened.id, values });
    expect(Object.values(away.errors).join()).toContain('Intet er tabt');
    expect(away.view?.id).toBe(opened.id);

    town.staffSide.break(null);
    town.pass(1);
    const sent = await slack.submit({ user, viewId: opened.id });

    expect(sent).toMatchObject({ errors: {}, view: null });
    expect(await town.reader.enquiry(id)).toMatchObject({ status: 'offered', offer: { to: 'family' } });
    slack.expectNoBreaches();
  });

  it('a window that came too late is offered again where Sara pressed', async () => {
    const { ts } = await cardWith('close');
    slack.fault({ kind: 'error', error: 'expired_trigger_id', method: 'views.open' });
    await slack.press({ channel, ts, user, actionId: 'close' });
    const offered = await soon(() => {
      const last = slack.ephemerals(user).at(-1);
      if (last === undefined) throw new Error('nothing is offered');
      return last;
    });
    expect(offered.text).toContain('Intet er tabt');

    await slack.press({ channel, ts: offered.ts, user, actionId: 'close' });

    expect((await window()).body).toMatchObject({ callback_id: 'close' });
    slack.expectNoBreaches();
  });
});

describe('the command and the Home tab', () => {
  it('Sara writes a call down: she reads the code out, finds it again by it, and it is on her Home tab', async () => {
    await slack.openHome(user);
    await soon(() => expect(home()).toContain('Ingen venter lige nu.'));
    await slack.command({ user, channel, text: '/indgang ny' });
    const opened = await window();
    const values = {
      channel: { draft: 'phone' },
      asker: { draft: 'parent' },
      words: { draft: 'Min datter går ikke i skole' },
      topic: { draft: 'dropped_out' },
      age: { draft: '15_17' },
      keep: { draft: ['keep'] },
    };

    const sent = await slack.submit({ user, viewId: opened.id, values });

    const code = /Kode: (\w{6})/.exec(JSON.stringify(sent.view?.body))?.[1];
    expect(code).toBeDefined();
    await slack.closeView({ user, everything: true });
    await slack.command({ user, channel, text: `/indgang find ${code}` });
    await soon(() => expect(slack.ephemerals(user).at(-1)?.text).toContain('Sara Lund har den'));
    expect(slack.ephemerals('UYUSUF')).toEqual([]);
    await soon(() => expect(home()).toContain('Mine (1)'));
    expect(home()).not.toContain('Min datter');
    slack.expectNoBreaches();
  });

  it('Sara takes a pause and unfolds a long list', async () => {
    for (let index = 0; index < 14; index += 1) town.staffSide.arrive({ id: `enquiry-${index}` });
    await slack.openHome(user);
    await soon(() => expect(home()).toContain('Venter i mit team (14)'));

    await slack.press({ home: true, user, actionId: 'home_pause' });
    await soon(() => expect(home()).toContain('✓ Pause'));
    await slack.press({ home: true, user, actionId: 'home_more' });
    await soon(() => expect(home().match(/"action_id":"claim"/g)).toHaveLength(14));

    slack.expectNoBreaches();
  });
});

describe('reminders', () => {
  const ask = async () => {
    await slack.openHome(user);
    await soon(() => expect(home()).toContain('Ny påmindelse'));
    await slack.press({ home: true, user, actionId: 'remind' });
    const { id } = await window();
    const values = { note: { draft: 'Ring til skolen' }, when: { draft: 'hour' } };
    return slack.submit({ user, viewId: id, values });
  };

  it('are told once by two processes, though Slack loses its answer, and are put off in the message', async () => {
    running.push(await start());
    expect(await ask()).toMatchObject({ errors: {}, view: null });
    slack.fault({ kind: 'drop-after', method: 'chat.postMessage' });

    town.pass(60);
    await soon(() => expect(directs()).toEqual(['⏰ Påmindelse: Ring til skolen']));
    for (let minute = 0; minute < 4; minute += 1) {
      town.pass(1);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(directs()).toEqual(['⏰ Påmindelse: Ring til skolen']);

    const [told] = slack.workspace().channels.filter(({ kind, members }) => kind === 'im' && members.includes(user));
    await slack.press({ channel: told?.id ?? '', ts: String(told?.messages[0]?.ts), user, actionId: 'reminder_hour' });
    await soon(() => expect(directs()[0]).toContain('⏰ Udskudt til'));
    slack.expectNoBreaches();
  });

  it('are told after a restart that came in between', async () => {
    await ask();
    await first().stop();
    town.pass(61);

    running = [await start()];

    await soon(() => expect(directs()).toEqual(['⏰ Påmindelse: Ring til skolen']));
    slack.expectNoBreaches();
  });
});
