/**
 * A stage for cards and conversations in Slack: the shipped municipality, the real use cases on a store in
 * hand, the real client before the emulator. Time stands still unless it is moved; what comes from Slack waits until it is
 * heard, so that it can be lost, doubled and put out of order.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { inProcessJobs } from '../../adapters/queue/in-process.ts';
import { inProcessSignal } from '../../adapters/queue/signal-in-process.ts';
import { dispatcher } from '../../adapters/slack/dispatch.ts';
import { arrivalOf } from '../../adapters/slack/happening.ts';
import { lanes } from '../../adapters/slack/lanes.ts';
import type { Happening, SlackPart, SlackParts, Web } from '../../adapters/slack/parts.ts';
import { slackPeople } from '../../adapters/slack/people.ts';
import { slackWeb } from '../../adapters/slack/web.ts';
import { loadIntents } from '../../intents/load.ts';
import type { Needs } from '../../src/app/needs.ts';
import { recentlyStored } from '../../src/app/recent.ts';
import { runEffect } from '../../src/app/run-effects.ts';
import { forDesks, forStaff, forVisitors } from '../../src/app/use-cases.ts';
import { kommuneCalendar } from '../../src/calendar.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { SlackFile } from '../../src/domain/kommune.ts';
import type { Message as Said } from '../../src/domain/saying.ts';
import type { Asker, EffectId, EnquiryId, PartyCode, StaffId } from '../../src/domain/words.ts';
import type { ForCases, ForDesks, ForStaff, Log, Memory, StaffCommand, VisitorChannel } from '../../src/ports.ts';
import { maskCpr, redact } from '../../src/understanding/redact.ts';
import { understood } from '../domain/town.ts';
import { slackEmulator } from './slack/emulator.ts';
import type { Message } from './slack/shapes.ts';
import { storeInHand } from './store-in-hand.ts';

/** Monday 4 January 2027, 10.00 in Copenhagen: opening time. */
export const mondayAtTen = Date.UTC(2027, 0, 4, 9);
/** Those who have a channel; the others use the front desk's. */
const withChannel = ['front_desk', 'guidance', 'employment', 'family', 'on_call'] as const;

export interface Wrapped {
  readonly web: Web;
  readonly memory: Memory;
  readonly staffSide: ForStaff;
}

export interface StageOptions {
  readonly file?: Pick<SlackFile, 'content'>;
  /** Stands between the part and the outside, to let it die. */
  readonly wrap?: (outside: Wrapped) => Wrapped;
  readonly reader?: (reader: ForDesks) => ForDesks;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

const publicUrl = 'https://unge.eksempel.example';

const content = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');

export async function openStage(options: StageOptions = {}) {
  const { kommune, intents } = content;
  const store = storeInHand();
  const slack = await slackEmulator({ limits: 'off', retryAfterMs: [], doubleOf: idOf });
  const logged: string[] = [];
  const write = (data: object, message: string): void => {
    logged.push(JSON.stringify({ ...data, message }));
  };
  const log: Log = { info: write, warn: write, error: write };
  const calendar = kommuneCalendar(kommune);
  let now = mondayAtTen;
  let ids = 0;
  const clock = { now: () => now };
  const needs: Needs = {
    store,
    jobs: inProcessJobs({ log }),
    signal: inProcessSignal(log),
    clock,
    calendar,
    // The first message is about school unless it says that it is urgent.
    understander: {
      understand: async (text) =>
        text.startsWith('FARE')
          ? understood({ intent: 'violence_close', risk: 'acute', risks: [], masked: text, redacted: redact(text) })
          : understood({ intent: 'dropped_out', ageBand: '18_24', masked: maskCpr(text), redacted: redact(text) }),
    },
    summariser: null,
    rules: { kommune, intents, topics: content.topics, openIntervals: calendar.openIntervals },
    texts: content.texts,
    languages: content.languages,
    log,
    recent: recentlyStored(),
    newId: () => `id-${++ids}`,
    newCode: (digits) => String(10 ** (digits - 1) + ++ids),
    fingerprint: (text) => text,
    maskCpr,
    redact,
  };
  const visitors = forVisitors(needs);
  const staff = forStaff(needs);
  const reader = forDesks(needs);

  const slackIds = new Map(
    [...kommune.staff.values()].map(({ id, name, email }) => [id as string, slack.person({ name, email }).id]),
  );
  const userOf = (id: string): string => {
    const user = slackIds.get(id);
    if (user === undefined) throw new Error(`nobody is called ${id}`);
    return user;
  };
  const channels = new Map<PartyCode, string>(
    withChannel.map((party) => {
      const members = [...kommune.staff.values()].filter((one) => one.party === party).map(({ id }) => userOf(id));
      return [party, slack.channel({ name: party.replaceAll('_', '-'), private: true, members, withApp: true }).id];
    }),
  );
  const channelOf = (party: PartyCode): string => channels.get(party) ?? '';

  // What Slack sends, as it comes over the wire.
  const arrived: Happening[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      const parsed = body.startsWith('{')
        ? JSON.parse(body)
        : JSON.parse(new URLSearchParams(body).get('payload') ?? '{}');
      const arrival = arrivalOf(parsed, { maskCpr, team: null });
      if (arrival !== null) arrived.push(arrival.happening);
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`);

  const wait = async (ms: number): Promise<void> => {
    now += ms;
  };
  const watch = { pass: () => undefined, answered: () => undefined, failed: () => undefined };
  const realWeb = slackWeb({
    token: slack.app.botToken,
    apiUrl: slack.apiUrl,
    clock,
    log,
    memory: store.memory,
    watch,
    wait,
  });
  const outside: Wrapped = { web: realWeb, memory: store.memory, staffSide: staff };
  const { web, memory, staffSide } = options.wrap?.(outside) ?? outside;
  const people = slackPeople({ web: realWeb, memory: store.memory, clock, kommune, team: async () => 'T0INDGANG' });
  const parts: SlackParts = {
    web,
    people,
    memory,
    staffSide,
    cases: {} as ForCases,
    reader: options.reader?.(reader) ?? reader,
    kommune,
    intents,
    file: { content: options.file?.content ?? 'full', channels },
    calendar,
    clock,
    log,
    redact,
    publicUrl,
    newId: needs.newId,
  };
  let part: SlackPart = lanes(parts);
  const undelivered = new Set<string>();
  const botframework: VisitorChannel = {
    deliver: async (message) => {
      if (undelivered.has(message.text)) throw new Error('the channel is closed for good');
    },
  };

  async function hear(happening: Happening): Promise<void> {
    const work = dispatcher({ people, web, log, reactions: [part.reactions], first: async () => undefined });
    await work(happening, true);
  }

  /** All that is due outside, and what follows from it; refusals of one channel are noted, as in the adapter. */
  async function runEffects(): Promise<void> {
    const desk = {
      show: async (enquiry: Enquiry, effect: EffectId) => part.show?.(enquiry, effect),
      call: async (...args: Parameters<NonNullable<SlackPart['call']>>) => part.call?.(...args),
      showCase: async () => undefined,
    };
    for (let idle = 0; idle < 40; ) {
      const due = await store.dueEffects(now, 10_000);
      for (const effect of due) await runEffect(needs, { desks: [desk], channels: { botframework } }, effect);
      const soon = await store.dueEffects(now + 20_000, 10_000);
      if (due.length === 0 && soon.length === 0) return;
      if (due.length === 0) now += 1_000;
      idle += due.length === 0 ? 1 : 0;
    }
  }

  async function takeIn(): Promise<readonly Happening[]> {
    await slack.settled();
    return arrived.splice(0);
  }

  return {
    slack,
    parts,
    store,
    staff,
    logged,
    kommune,
    userOf,
    channelOf,
    clock,
    undelivered,
    web: realWeb,
    outside,
    part: () => part,
    hear,
    /** What has come from Slack since, not heard yet. */
    arrived: takeIn,
    /** What has come from Slack is heard, in order, and all that is due outside is done. */
    settle: async () => {
      for (const happening of await takeIn()) await hear(happening);
      await runEffects();
    },
    runEffects,
    /** The process dies and another one begins, with what is stored. */
    restart: () => {
      part = lanes(parts);
    },
    tick: () => part.tick?.(now),
    /** Time goes by, and the clock ticks each second. */
    pass: async (ms: number) => {
      const end = now + ms;
      while (now < end) {
        now = Math.min(end, now + 1_000);
        await part.tick?.(now);
      }
    },
    /** Time goes by, and nobody looks. */
    jump: (ms: number) => {
      now += ms;
    },
    /** Somebody writes to us, and is handed over. */
    arrive: async (
      text = 'jeg er droppet ud',
      asker: Asker = 'youth',
      channel: 'webchat' | 'botframework' = 'webchat',
    ) => {
      const id = `e${++ids}` as EnquiryId;
      await visitors.open(id, channel, asker, 'da', channel === 'webchat' ? undefined : {});
      await say(id, text);
      return id;
    },
    write: (id: EnquiryId, text: string, choice: string | null = null) => say(id, text, choice),
    act: async (by: string, id: EnquiryId, command: StaffCommand) => {
      const done = await staff.act(by as StaffId, id, command);
      if (!done.ok) throw new Error(`${by} was refused: ${done.reason}`);
    },
    enquiry: async (id: EnquiryId) => {
      const { enquiry } = await store.read(id);
      if (enquiry === null) throw new Error(`no enquiry ${id}`);
      return enquiry;
    },
    /** What people have told the citizen, oldest first. */
    told: async (id: EnquiryId) =>
      (await store.messages(id, 0, 10_000)).filter(({ from }) => from.kind === 'staff').map(({ text }) => text),
    messages: (id: EnquiryId): Promise<readonly Said[]> => store.messages(id, 0, 10_000),
    /** Our messages at the top of a party's channel. */
    roots: (party: PartyCode) =>
      slack.messages(channelOf(party)).filter(({ threadTs, byApp }) => threadTs === null && byApp),
    close: async () => {
      await needs.jobs.close(1_000);
      await slack[Symbol.asyncDispose]();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };

  async function say(id: EnquiryId, text: string, choice: string | null = null): Promise<void> {
    const clientId = `client-${++ids}`;
    const incoming = {
      enquiry: id,
      channel: 'webchat',
      asker: 'youth',
      text,
      choice,
      clientId,
      channelData: null,
    } as const;
    const received = await visitors.receive(incoming);
    if (!received.ok) throw new Error(`the message was refused: ${received.reason}`);
  }
}

/** Two messages with one id of ours are one said twice. */
function idOf({ metadata }: Message): string | null {
  const id = metadata?.event_payload.id;
  return typeof id === 'string' ? id : null;
}

/** All the words of a message as people see them. */
export function wordsOf({ text, blocks }: Pick<Message, 'text' | 'blocks'>): string {
  return `${text}\n${JSON.stringify(blocks)}`;
}

/** The 💬 message of a party's channel, the newest. */
export function talkIn(stage: Pick<Stage, 'roots'>, party: PartyCode): Message {
  const found = stage.roots(party).findLast(({ text }) => text.startsWith('💬'));
  if (found === undefined) throw new Error(`no conversation in ${party}`);
  return found;
}

/** The cards of a party's channel, oldest first. */
export function cardsIn(stage: Pick<Stage, 'roots'>, party: PartyCode): readonly Message[] {
  return stage.roots(party).filter(({ blocks }) => blocks[0]?.type === 'header');
}

/** What one can press on a message. */
export function buttonsOn({ blocks }: Pick<Message, 'blocks'>): readonly string[] {
  return blocks.flatMap((block) =>
    block.type === 'actions' ? (block.elements as { action_id: string }[]).map(({ action_id }) => action_id) : [],
  );
}
