/** Slack's adapter with a part that notes what it hears, before the emulator; one for each test. */
import Fastify, { type FastifyInstance } from 'fastify';
import { openSlack, type Slack, type SlackNeeds } from '../../adapters/slack/open.ts';
import type { Acting, Answer, Happening, Reactions, SlackPart, SlackParts } from '../../adapters/slack/parts.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import type { ForCases, ForDesks, ForStaff } from '../../src/ports.ts';
import { maskCpr } from '../../src/understanding/redact.ts';
import { type MemoryInHand, memoryInHand } from '../fakes/memory.ts';
import { type EmulatorOptions, type SlackEmulator, slackEmulator } from '../fakes/slack/emulator.ts';

export interface Heard {
  readonly happening: Happening;
  readonly staff: StaffId | null;
}

export interface Opened extends AsyncDisposable {
  readonly slack: SlackEmulator;
  readonly adapter: Slack;
  readonly parts: SlackParts;
  readonly memory: MemoryInHand;
  readonly app: FastifyInstance;
  readonly heard: Heard[];
  readonly logged: string[];
  readonly signals: string[];
  /** Ids of Sara (staff), Nabo (nobody) and the party's channel. */
  readonly sara: string;
  readonly nabo: string;
  readonly front: string;
  readonly address: string;
  /** What kinds the part has heard, in order. */
  kinds(): readonly string[];
  /** Another process with the same Slack and memory; Slack brings it everything from now on. */
  beside(): Promise<Opened>;
  /** Stops this process alone. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly socket?: boolean;
  readonly emulator?: EmulatorOptions;
  readonly part?: Partial<SlackPart>;
  readonly answer?: Answer;
  /** Runs before a happening counts as heard. */
  readonly before?: (happening: Happening) => Promise<void> | void;
  readonly clock?: { now(): number };
  readonly openEnquiries?: readonly EnquiryId[];
}

interface Lasting {
  readonly slack: SlackEmulator;
  readonly memory: MemoryInHand;
  readonly sara: string;
  readonly nabo: string;
  readonly front: string;
}

export async function openedSlack(options: OpenOptions = {}): Promise<Opened> {
  const slack = await slackEmulator({ retryAfterMs: [0, 100, 300], ...options.emulator });
  const sara = slack.person({ name: 'Sara Holm', email: 'Sara.Holm@eksempel.example' }).id;
  const nabo = slack.person({ name: 'En Nabo', email: 'nabo@eksempel.example' }).id;
  const front = slack.channel({ name: 'front', private: true, members: [sara, nabo], withApp: true }).id;
  return openOn({ slack, memory: memoryInHand(), sara, nabo, front }, options);
}

async function openOn(lasting: Lasting, options: OpenOptions): Promise<Opened> {
  const { slack, memory } = lasting;
  const heard: Heard[] = [];
  const logged: string[] = [];
  const signals: string[] = [];
  const write = (data: object, message: string): void => {
    logged.push(JSON.stringify({ ...data, message }));
  };
  let parts: SlackParts | undefined;
  const adapter = openSlack(
    {
      ...unused(options),
      memory,
      connection: {
        botToken: slack.app.botToken,
        apiUrl: slack.apiUrl,
        receive:
          options.socket === true
            ? { by: 'socket', appToken: slack.app.appToken }
            : { by: 'http', signingSecret: slack.app.signingSecret },
      },
      signal: { raise: (topic) => signals.push(topic), listen: () => () => undefined, close: async () => undefined },
      log: { info: write, warn: write, error: write },
      clock: options.clock ?? { now: Date.now },
      tickEveryMs: 20,
    },
    (joined) => {
      parts = joined;
      return [listening(heard, options)];
    },
  );
  const app = Fastify();
  if (adapter.routes !== null) await app.register(adapter.routes);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  if (options.socket === true) slack.deliverBySocket();
  else slack.deliverTo(`${address}/slack/events`);
  adapter.start();
  if (parts === undefined) throw new Error('no parts were joined');
  const close = async () => {
    await adapter.stop();
    await app.close();
  };
  return {
    ...lasting,
    adapter,
    parts,
    app,
    heard,
    logged,
    signals,
    address,
    kinds: () => heard.map(({ happening }) => happening.kind),
    beside: () => openOn(lasting, options),
    close,
    async [Symbol.asyncDispose]() {
      await close();
      await slack[Symbol.asyncDispose]();
    },
  };
}

function listening(heard: Heard[], { part = {}, answer = null, before }: OpenOptions): SlackPart {
  const note = async (happening: Happening, { staff }: Acting): Promise<void> => {
    await before?.(happening);
    heard.push({ happening, staff: staff?.id ?? null });
  };
  const reactions: Reactions = {
    message: note,
    edited: note,
    deleted: note,
    home_opened: note,
    joined: note,
    left: note,
    channel_changed: note,
    pressed: { claim: note },
    dismissed: { close: note },
    submitted: {
      close: async (happening, acting) => {
        await note(happening, acting);
        return answer;
      },
    },
    command: async (happening, acting) => {
      await note(happening, acting);
      return `Du skrev: ${happening.text}`;
    },
  };
  return { reactions, ...part };
}

/** What the core passes on and does not use itself; only enquiries are read. */
function unused({
  openEnquiries = [],
}: OpenOptions): Omit<SlackNeeds, 'memory' | 'connection' | 'signal' | 'log' | 'clock' | 'tickEveryMs'> {
  const staff = { id: 'sara-holm' as StaffId, name: 'Sara Holm', role: 'vejleder', party: 'front_desk' as const };
  const person = { ...staff, email: 'sara.holm@eksempel.example', leads: true, duty: true };
  const reader = {
    enquiry: async (id: EnquiryId) => (openEnquiries.includes(id) ? { id, version: 3, status: 'claimed' } : null),
    caseFile: async () => null,
  };
  return {
    reader: reader as unknown as ForDesks,
    staffSide: {} as ForStaff,
    cases: {} as ForCases,
    kommune: { staff: new Map([[person.id, person]]) } as unknown as Kommune,
    intents: new Map(),
    file: { content: 'full', channels: new Map() },
    calendar: {} as SlackNeeds['calendar'],
    redact: (text) => text,
    maskCpr,
    publicUrl: null,
    newId: () => crypto.randomUUID(),
  };
}

/** Waits until something is so, two seconds at most. */
export async function soon(what: string, isSo: () => boolean, withinMs = 8_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
