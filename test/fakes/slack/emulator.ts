/**
 * A strict Slack on loopback, driven through the real SDK: the Web API with its rules and limits, events, presses and
 * commands by signed requests or Socket Mode, people who act, and faults by order. `coverage.ts` says what is checked.
 */
import { type EmulatorClock, realClock } from './clock.ts';
import { type Deliveries, deliveries } from './delivery.ts';
import { directMessageWith } from './direct-messages.ts';
import { type CallRule, type EventRule, faults } from './faults.ts';
import { type Limits, limiter, realLimits, type TakeCall } from './limits.ts';
import type { Methods } from './method.ts';
import { cannot } from './refusals.ts';
import { listen } from './server.ts';
import type {
  Bookmark,
  Breach,
  BreachKind,
  Channel,
  Delivery,
  Ephemeral,
  Guest,
  Message,
  Person,
  Pin,
  RecordedCall,
  View,
} from './shapes.ts';
import { type HttpCarrier, signedHttp } from './signed-http.ts';
import { type Snapshot, snapshot } from './snapshot.ts';
import { type SocketMode, socketMode } from './socket-mode.ts';
import { touching } from './touching.ts';
import { townsfolk } from './townsfolk.ts';
import { ownMethods, usualScopes } from './web-api.ts';
import { type AppInSlack, addChannel, addPerson, messageIn, newWorld, repliesTo, type World } from './world.ts';

export interface EmulatorOptions {
  readonly clock?: EmulatorClock;
  readonly seed?: number;
  /** What the app has been granted; all that a desk needs when not said. */
  readonly scopes?: readonly string[];
  readonly limits?: 'off' | 'real' | Limits;
  /** When an event that was not acknowledged is tried again; Slack's own times when not said. */
  readonly retryAfterMs?: readonly number[];
  /** How long the app has to acknowledge. */
  readonly ackWithinMs?: number;
  /** Types of events the app has subscribed to; all when not said. */
  readonly events?: readonly string[];
  /** What is the same in two messages that are one said twice; the whole metadata when not said. */
  readonly doubleOf?: (message: Message) => string | null;
}

export interface PersonGiven {
  readonly id?: string;
  readonly name: string;
  readonly email: string | null;
  readonly emailVerified?: boolean;
  readonly guest?: Guest;
  readonly bot?: boolean;
  /** Another organisation's team, for a stranger of Slack Connect. */
  readonly team?: string;
}

export interface ChannelGiven {
  readonly name: string;
  readonly private?: boolean;
  /** People's ids; the app is not in it unless `withApp` says so. */
  readonly members: readonly string[];
  readonly withApp?: boolean;
  readonly shared?: boolean;
}

type Townsfolk = ReturnType<typeof townsfolk>;
type Touching = ReturnType<typeof touching>;

export interface SlackEmulator extends Townsfolk, Touching, AsyncDisposable {
  /** What `clientOptions.slackApiUrl` is set to. */
  readonly apiUrl: string;
  readonly app: AppInSlack;
  /** Somebody with an account; they are in #general. */
  person(given: PersonGiven): Person;
  channel(given: ChannelGiven): Channel;
  /** Everything for the app goes by signed requests to this address from now on. */
  deliverTo(url: string): void;
  /** Everything for the app goes over the sockets it has opened from now on. */
  deliverBySocket(): void;
  /** Waits until nothing is on its way to the app and no retry is due. */
  settled(): Promise<void>;
  readonly sockets: Pick<SocketMode, 'connections' | 'disconnect' | 'kill' | 'refuseOpen'>;
  /** Too many events: Slack says so and sends nothing for that minute. */
  rateLimitEvents(): void;

  /** In a channel, oldest first, answers too. */
  messages(channel: string): readonly Message[];
  thread(channel: string, ts: string): readonly Message[];
  ephemerals(user: string): readonly Ephemeral[];
  /** Open modals, the last on top. */
  views(user: string): readonly View[];
  home(user: string): View | null;
  pins(channel: string): readonly Pin[];
  bookmarks(channel: string): readonly Bookmark[];
  reactions(channel: string, ts: string): Readonly<Record<string, readonly string[]>>;
  members(channel: string): readonly string[];
  channelNamed(name: string): Channel;
  /** The app's conversation with somebody, opened by them when it is not there. */
  directMessage(user: string): Channel;
  readonly calls: readonly RecordedCall[];
  readonly deliveries: readonly Delivery[];
  /** Forgets the calls and deliveries so far: long runs would keep them all. */
  forgetCalls(): void;
  breaches(): readonly Breach[];
  /** @throws with all that was done wrong, unless it was expected */
  expectNoBreaches(except?: readonly BreachKind[]): void;
  /** The whole workspace as plain data, for a page that shows it. */
  workspace(): Snapshot;
  /** Runs after each change; the answer ends it. */
  onChange(listener: () => void): () => void;

  /** The answer takes the rule away. */
  fault(rule: CallRule): () => void;
  faultEvents(rule: EventRule): () => void;
  /** While it lasts every connection is cut, and people cannot do anything either. */
  outage(isOn: boolean): void;
}

export async function slackEmulator(options: EmulatorOptions = {}): Promise<SlackEmulator> {
  const clock = options.clock ?? realClock;
  const world = newWorld({
    clock,
    seed: options.seed ?? 1,
    scopes: options.scopes ?? usualScopes,
    doubleOf: options.doubleOf ?? wholeMetadata,
  });
  let down = false;
  const isDown = () => down;
  const listeners = new Set<() => void>();
  const callFaults = faults<CallRule>(world.random);
  const eventFaults = faults<EventRule>(world.random);
  const sending = deliveries({
    world,
    eventFaults,
    ackWithinMs: options.ackWithinMs ?? 3000,
    retryAfterMs: options.retryAfterMs ?? [0, 60_000, 300_000],
    subscriptions: options.events === undefined ? null : new Set(options.events),
    isDown,
  });
  world.emit = sending.event;
  world.changed = () => {
    for (const listener of listeners) listener();
  };
  const socket = socketMode(world, isDown);
  const methods: Methods = { ...ownMethods, 'apps.connections.open': socket.open };
  const server = await listen({ world, methods, takeCall: takeCallOf(options, clock), callFaults, isDown });
  server.on('upgrade', socket.upgrade);
  const mayAct = () => (down ? cannot('Slack is down') : undefined);
  let http: HttpCarrier | null = null;
  const hands: Touching = touching(world, sending, mayAct);

  return {
    apiUrl: `${world.address}/api/`,
    app: world.app,
    ...townsfolk(world, mayAct),
    ...hands,
    ...looking(world, sending),
    person: (given) => newcomer(world, given),
    channel: (given) => newChannel(world, given),
    deliverTo(url) {
      http?.close();
      http = signedHttp(url, world.app.signingSecret);
      sending.carrier = http.carry;
    },
    deliverBySocket() {
      sending.carrier = socket.carry;
    },
    settled: sending.settled,
    sockets: socket,
    rateLimitEvents() {
      const { verificationToken: token, appId: api_app_id } = world.app;
      const minute_rate_limited = Math.floor(clock.now() / 60_000) * 60;
      sending.bare({ token, type: 'app_rate_limited', team_id: world.team.id, minute_rate_limited, api_app_id });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fault: callFaults.add,
    faultEvents: eventFaults.add,
    outage(isOn) {
      down = isOn;
      if (!isOn) return;
      socket.kill();
      server.closeAllConnections();
    },
    async [Symbol.asyncDispose]() {
      sending.stop();
      await socket.close();
      http?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function wholeMetadata({ metadata }: Message): string | null {
  return metadata === null ? null : JSON.stringify(metadata);
}

function takeCallOf({ limits = 'off' }: EmulatorOptions, clock: EmulatorClock): TakeCall {
  if (limits === 'off') return () => null;
  return limiter(clock, limits === 'real' ? realLimits : limits);
}

function newcomer(world: World, given: PersonGiven): Person {
  const person = addPerson(world, given);
  const general = [...world.channels.values()].find((channel) => channel.general);
  if (person.guest === null && person.team === world.team.id) general?.members.add(person.id);
  return person;
}

function newChannel(world: World, given: ChannelGiven): Channel {
  const { name, members, shared = false } = given;
  const kind = given.private === true ? 'private' : 'public';
  const all = given.withApp === true ? [...members, world.app.botUserId] : members;
  return addChannel(world, { name, kind, members: all, creator: members[0] ?? world.app.botUserId, shared });
}

function looking(world: World, sending: Deliveries) {
  const channelOf = (id: string) => world.channels.get(id) ?? cannot(`there is no channel ${id}`);
  return {
    messages: (channel: string) => [...channelOf(channel).messages],
    thread(channel: string, ts: string) {
      const where = channelOf(channel);
      return [messageIn(where, ts) ?? cannot('there is no such message'), ...repliesTo(where, ts)];
    },
    ephemerals: (user: string) => world.ephemerals.filter((each) => each.user === user),
    views: (user: string) => world.stacks.get(user) ?? [],
    home: (user: string) => world.homes.get(user) ?? null,
    pins: (channel: string) => [...channelOf(channel).pins],
    bookmarks: (channel: string) => [...channelOf(channel).bookmarks],
    reactions(channel: string, ts: string) {
      const message = messageIn(channelOf(channel), ts) ?? cannot('there is no such message');
      return Object.fromEntries([...message.reactions].map(([name, users]) => [name, [...users]]));
    },
    members: (channel: string) => [...channelOf(channel).members],
    channelNamed: (name: string) =>
      [...world.channels.values()].find((channel) => channel.name === name) ?? cannot(`there is no #${name}`),
    directMessage: (user: string) =>
      directMessageWith(world, (world.people.get(user) ?? cannot(`nobody is called ${user}`)).id),
    calls: world.calls,
    deliveries: sending.done,
    forgetCalls() {
      world.calls.length = 0;
      sending.forget();
    },
    breaches: () => [...world.breaches],
    expectNoBreaches(except: readonly BreachKind[] = []) {
      const unexpected = world.breaches.filter(({ kind }) => !except.includes(kind));
      if (unexpected.length === 0) return;
      throw new Error(
        `Slack's rules were broken:\n${unexpected.map(({ kind, what }) => `${kind}: ${what}`).join('\n')}`,
      );
    },
    workspace: () => snapshot(world),
  };
}
