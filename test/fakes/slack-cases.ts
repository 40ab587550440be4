/**
 * A town with Slack and case files: the real case channels on the real calls to the emulator. A process can be killed
 * after any of its doings, and started again.
 */
import { caseChannels, type ThreadOf } from '../../adapters/slack/case-channels.ts';
import type {
  Acting,
  Answer,
  Happening,
  HappeningOf,
  People,
  SlackPart,
  SlackParts,
  View,
} from '../../adapters/slack/parts.ts';
import { slackWeb } from '../../adapters/slack/web.ts';
import type { CaseFile, CaseFileId } from '../../src/domain/case-file.ts';
import type { EffectId, EnquiryId, PartyCode, StaffId } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { type FakeCaseSide, fakeCaseSide } from './case-side.ts';
import { memoryInHand } from './memory.ts';
import { checkedView } from './slack/blocks.ts';
import { type HandClock, handClock } from './slack/clock.ts';
import { type SlackEmulator, slackEmulator } from './slack/emulator.ts';
import { deskIntents, fakeStaffSide } from './staff-side.ts';

export const staff = (id: string) => id as StaffId;
export const enquiryId = 'enquiry-1' as EnquiryId;

/** Like a power cut: nothing this process does arrives any more. */
class Killed extends Error {}

export interface CaseTown extends AsyncDisposable {
  readonly slack: SlackEmulator;
  readonly cases: FakeCaseSide;
  readonly clock: HandClock;
  readonly logged: string[];
  readonly part: SlackPart;
  /** Slack's id of a member of staff who has an account. */
  user(id: string): string;
  /** Somebody gets an account, or has one that is not known to Slack. */
  account(id: string): string;
  /** Sara has taken the enquiry and opens a case file with Ali. */
  openCase(): Promise<CaseFile>;
  /** Gives everybody's party a consent and lets them in. */
  team(id: CaseFileId, ...members: readonly string[]): Promise<void>;
  act(id: CaseFileId, by: string, command: Parameters<FakeCaseSide['act']>[2]): Promise<CaseFile>;
  /** An effect: tried until it is done, as the runner does. */
  shown(id: CaseFileId): Promise<void>;
  /**
   * A new process, which dies right after its n-th doing and before it knows how that went; null lives on.
   *
   * @returns how many doings it did
   */
  life(id: CaseFileId, diesAt: number | null): Promise<number>;
  happens(happening: Happening): Promise<void>;
  press(by: string, action: string, value: string): Promise<View | null>;
  submit(by: string, view: View, values: HappeningOf<'submitted'>['values']): Promise<Answer>;
  /** Channels of case files that are not archived. */
  openChannels(): readonly string[];
}

interface Options {
  readonly publicUrl?: string | null;
  readonly content?: 'full' | 'slim';
  /** Of Slack's dice, for what goes wrong by chance. */
  readonly seed?: number;
  /** Who has an account in Slack. */
  readonly accounts?: readonly string[];
}

const everybody = ['mette', 'ali', 'sara', 'yusuf', 'jonas', 'else'];

export async function caseTown(options: Options = {}): Promise<CaseTown> {
  const { publicUrl = 'https://indgang.example', content = 'full', accounts = everybody } = options;
  const clock = handClock();
  const slack = await slackEmulator({ clock, ...(options.seed !== undefined && { seed: options.seed }) });
  const memory = memoryInHand();
  const signal = { raise: () => undefined, listen: () => () => undefined, close: async () => undefined };
  const staffSide = fakeStaffSide({ clock, signal });
  const { kommune } = staffSide;
  const about = staffSide.arrive({ id: enquiryId });
  const taken = await staffSide.act(staff('sara'), about, { do: 'claim' });
  if (!taken.ok) throw new Error(taken.reason);
  const cases = fakeCaseSide({ kommune, clock, enquiry: (id) => (id === enquiryId ? taken.value : null) });
  const users = new Map<string, string>();
  const account = (id: string) => {
    const person = kommune.staff.get(staff(id));
    const email = person?.email ?? `${id}@elsewhere.example`;
    const made = slack.person({ name: person?.name ?? id, email });
    users.set(id, made.id);
    return made.id;
  };
  for (const id of accounts) account(id);
  const front = slack.channel({ name: 'front', private: true, members: [...users.values()], withApp: true });
  const logged: string[] = [];
  const write = (data: object, message: string) => logged.push(JSON.stringify({ ...data, message }));
  const log = { info: write, warn: write, error: write };
  const people: People = {
    bySlack: async (user) => {
      const [id] = [...users].find(([, one]) => one === user) ?? [];
      return id === undefined ? null : (kommune.staff.get(staff(id)) ?? null);
    },
    slackOf: async (id) => users.get(id) ?? null,
  };
  let ids = 0;
  let opened: View | null = null;
  /** Without a press through Slack there is no real trigger; the window is checked as strictly. */
  const open = async ({ view }: Readonly<Record<string, unknown>>): Promise<unknown> => {
    checkedView(view, 'modal', () => 'id');
    opened = view as View;
    return {};
  };
  const card = { channel: front.id, ts: '' };
  const threadOf: ThreadOf = async (id) => (id === enquiryId && card.ts !== '' ? card : null);

  /** Everything a process does outside itself goes through `doing`. */
  const processWith = (doing: <Value>(work: () => Promise<Value>) => Promise<Value>): SlackPart => {
    const mortal = <Thing extends object>(thing: Thing): Thing =>
      new Proxy(thing, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== 'function') return value;
          return (...args: unknown[]) => doing(async () => value.apply(target, args));
        },
      });
    const ownMemory = mortal(memory);
    const web = slackWeb({
      token: slack.app.botToken,
      apiUrl: slack.apiUrl,
      clock,
      log,
      memory: ownMemory,
      watch: { pass: () => undefined, answered: () => undefined, failed: () => undefined },
      wait: async (ms) => clock.forward(ms),
    });
    const parts: SlackParts = {
      web: mortal({ ...web, call: (method, args) => (method === 'views.open' ? open(args) : web.call(method, args)) }),
      people,
      memory: ownMemory,
      staffSide,
      cases: mortal(cases),
      reader: {
        enquiry: async () => taken.value,
        messages: async () => [],
        journal: async () => [],
        ...cases.reader,
      },
      kommune,
      intents: deskIntents,
      file: { content, channels: new Map() },
      calendar: {
        openIntervals: () => [],
        inWords: () => '',
        localTime: () => ({ weekday: 0, minutes: 0 }),
      },
      clock,
      log,
      redact: (text) => text.replaceAll(/\d{6}-?\d{4}/g, '[CPR fjernet]'),
      publicUrl,
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
    };
    return caseChannels(parts, threadOf);
  };

  const part = processWith((work) => work());
  card.ts = (await postedCard()).ts;

  async function postedCard() {
    const web = slackWeb({
      token: slack.app.botToken,
      apiUrl: slack.apiUrl,
      clock,
      log,
      memory: memoryInHand(),
      watch: { pass: () => undefined, answered: () => undefined, failed: () => undefined },
      wait: async (ms) => clock.forward(ms),
    });
    return web.post({ channel: front.id, text: 'Kort', id: 'card' });
  }

  async function until(work: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof UnavailableError)) throw error;
        // Somebody else is at it, in this very moment: their time does not run out while we wait.
        if (error.code === 'busy') await new Promise((resolve) => setTimeout(resolve, 20));
        else clock.forward(error.retryAfterMs ?? 30_000);
      }
    }
    throw new Error('it was never done');
  }

  const showIt = (one: SlackPart, id: CaseFileId) =>
    one.showCase?.(cases.file(id), `${id}.show` as EffectId) ?? Promise.resolve();

  const actingOf = async (user: string, triggerId: string | null): Promise<Acting> => ({
    user,
    staff: await people.bySlack(user),
    triggerId,
  });

  return {
    slack,
    cases,
    clock,
    logged,
    part,
    user: (id) => users.get(id) ?? '',
    account,
    openCase: async () => {
      const opened = await cases.open(staff('sara'), enquiryId, {
        coordinator: staff('ali'),
        standIn: null,
        past17Half: false,
      });
      if (!opened.ok) throw new Error(opened.reason);
      return opened.value;
    },
    team: async (id, ...members) => {
      const parties = members
        .map((one) => kommune.staff.get(staff(one))?.party)
        .filter((one): one is PartyCode => one !== undefined);
      const until = clock.now() + 30 * 86_400_000;
      const ground = { kind: 'consent', givenBy: 'youth' } as const;
      const asked = {
        do: 'record_consent',
        parties,
        scopes: ['education'],
        ground,
        purpose: 'Uddannelse',
        until,
      } as const;
      const recorded = await cases.act(staff('ali'), id, asked);
      if (!recorded.ok) throw new Error(recorded.reason);
      for (const one of members) {
        const joined = await cases.act(staff('ali'), id, { do: 'invite', staff: staff(one), role: 'guidance' });
        if (!joined.ok) throw new Error(joined.reason);
      }
    },
    act: async (id, by, command) => {
      const result = await cases.act(staff(by), id, command);
      if (!result.ok) throw new Error(result.reason);
      return result.value;
    },
    shown: (id) => until(() => showIt(part, id)),
    life: async (id, diesAt) => {
      let done = 0;
      let alive = true;
      const one = processWith(async (work) => {
        if (!alive) throw new Killed();
        done += 1;
        alive = done !== diesAt;
        const value = await work();
        if (!alive) throw new Killed();
        return value;
      });
      await until(() => showIt(one, id)).catch((error: unknown) => {
        if (alive) throw error;
      });
      if (!alive) clock.forward(5 * 60_000);
      return done;
    },
    happens: async (happening) => {
      const acting = await actingOf('user' in happening ? happening.user : '', null);
      if (happening.kind === 'joined') await part.reactions.joined?.(happening, acting);
      if (happening.kind === 'deleted') await part.reactions.deleted?.(happening, acting);
      if (happening.kind === 'left') await part.reactions.left?.(happening, acting);
      if (happening.kind === 'channel_changed') await part.reactions.channel_changed?.(happening, acting);
    },
    press: async (by, action, value) => {
      const user = users.get(by) ?? '';
      const react = part.reactions.pressed?.[action];
      if (react === undefined) throw new Error(`nobody listens to ${action}`);
      const place = { channel: front.id, ts: card.ts };
      opened = null;
      const touch = { kind: 'pressed', action, value, user, triggerId: 'trigger', place, threadTs: null } as const;
      await react({ ...touch, viewId: null }, await actingOf(user, 'trigger'));
      return opened;
    },
    submit: async (by, view, values) => {
      const user = users.get(by) ?? '';
      const { callback_id: callback, private_metadata: about } = view as unknown as Record<string, string>;
      const react = part.reactions.submitted?.[callback ?? ''];
      if (react === undefined) throw new Error(`nobody listens to ${callback}`);
      const touch = {
        kind: 'submitted',
        callback: callback ?? '',
        user,
        viewId: 'V1',
        hash: '',
        triggerId: null,
      } as const;
      return react({ ...touch, about: about ?? '', values }, await actingOf(user, null));
    },
    openChannels: () =>
      slack
        .workspace()
        .channels.filter(({ name, archived }) => name.startsWith('sag-') && !archived)
        .map(({ id }) => id),
    [Symbol.asyncDispose]: () => slack[Symbol.asyncDispose](),
  };
}
