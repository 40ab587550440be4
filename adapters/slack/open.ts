/** Slack, joined: what comes in, who did it, the parts that listen and show, and how Slack itself is doing. */
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { Instant } from '../../src/domain/words.ts';
import type { Log, Signal, StaffDesk } from '../../src/ports.ts';
import { type CatchUp, catchUp } from './catch-up.ts';
import { dispatcher } from './dispatch.ts';
import { type Inbox, inbox } from './inbox.ts';
import { type Intake, intakeOf } from './intake.ts';
import type { Happening, SlackPart, SlackParts } from './parts.ts';
import { type SlackPeople, slackPeople } from './people.ts';
import { tidyPosts } from './posts.ts';
import { signedRequests } from './signed-requests.ts';
import { socketMode } from './socket-mode.ts';
import { type Trouble, trouble } from './trouble.ts';
import { type SlackWeb, slackWeb } from './web.ts';

/** How to reach Slack, and how Slack reaches us. */
export interface SlackConnection {
  readonly botToken: string;
  /** Null is Slack's own. */
  readonly apiUrl: string | null;
  readonly receive:
    | { readonly by: 'http'; readonly signingSecret: string }
    | { readonly by: 'socket'; readonly appToken: string };
}

export interface SlackNeeds extends Omit<SlackParts, 'web' | 'people'> {
  readonly connection: SlackConnection;
  readonly signal: Signal;
  readonly maskCpr: (text: string) => string;
  /** Replaced by tests. */
  readonly tickEveryMs?: number;
  readonly wait?: (ms: number) => Promise<void>;
}

/** Makes the parts of the adapter, in the order they hear and show. */
export type JoinParts = (parts: SlackParts) => readonly SlackPart[];

export interface Slack {
  readonly desk: StaffDesk;
  /** Null with Socket Mode. */
  readonly routes: FastifyPluginAsync | null;
  start(): void;
  stop(): Promise<void>;
  health(): 'up' | 'down';
  /** Waits until nothing that has come in is under way. */
  idle(): Promise<void>;
}

const usualTickMs = 1_000;
/** What is not done by then is taken up after the restart. */
const stopWithinMs = 3_000;
const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());

export function openSlack(needs: SlackNeeds, joinParts: JoinParts): Slack {
  const { connection, memory, clock, log, kommune, signal } = needs;
  let stopping = false;
  const health = trouble({
    clock,
    log,
    probe: () => workspace.ask(),
    changed: () => signal.raise('slack'),
    back: (since) => missed.from(since),
  });
  const web = slackWeb({
    token: connection.botToken,
    apiUrl: connection.apiUrl,
    clock,
    log,
    watch: health,
    memory,
    ...(needs.wait !== undefined && { wait: needs.wait }),
  });
  const workspace = workspaceOf(web);
  const people = slackPeople({ web, memory, clock, kommune, team: workspace.team });
  const parts = joinParts({ ...needs, web, people });
  const reactions = parts.map((part) => part.reactions);
  const box = inbox({
    ...needs,
    work: dispatcher({ people, web, log, reactions, first: ownReaction({ web, people, health }) }),
  });
  const goOn = () => !stopping && health.health() === 'up';
  const missed = catchUp({ ...needs, web, inbox: box, team: workspace.team, parts, goOn });
  const reading = () => ({ maskCpr: needs.maskCpr, team: workspace.known() });
  const intake = intakeOf({ inbox: box, reading, web, clock, log });
  const line = lineTo(connection, { intake, log, health });
  const clockwork = clockworkOf({ ...needs, box, health, missed, parts });
  return {
    desk: deskOf(parts),
    routes: line.routes,
    health: health.health,
    idle: box.idle,
    start() {
      line.start();
      clockwork.start();
    },
    async stop() {
      stopping = true;
      const ended = [clockwork.stop(), line.stop(), box.idle(), missed.idle()];
      await Promise.race([Promise.all(ended), pause(stopWithinMs)]);
    },
  };
}

const Workspace = z.object({ team_id: z.string() });

/** Which workspace the token belongs to. */
function workspaceOf(web: Pick<SlackWeb, 'call'>) {
  let known: string | null = null;
  const ask = async (): Promise<string> => {
    const { team_id: team } = Workspace.parse(await web.call('auth.test', {}));
    known = team;
    return team;
  };
  return { known: () => known, ask, team: async () => known ?? ask() };
}

/** What the core itself does with what has happened, before the parts hear of it. */
function ownReaction(parts: { readonly web: SlackWeb; readonly people: SlackPeople; readonly health: Trouble }) {
  return async (happening: Happening): Promise<void> => {
    if (happening.kind === 'user_changed') await parts.people.forget(happening.user);
    if (happening.kind === 'channel_changed') parts.web.forgetChannel(happening.channel);
    if (happening.kind === 'token_revoked') parts.health.failed('token_revoked');
  };
}

interface Line {
  readonly routes: FastifyPluginAsync | null;
  start(): void;
  stop(): Promise<void>;
}

function lineTo(
  { receive, apiUrl }: SlackConnection,
  { intake, log, health }: { readonly intake: Intake; readonly log: Log; readonly health: Trouble },
): Line {
  if (receive.by === 'http') {
    const { signingSecret } = receive;
    return {
      routes: signedRequests({ signingSecret, intake, log }),
      start: () => undefined,
      stop: async () => undefined,
    };
  }
  const { appToken } = receive;
  return { routes: null, ...socketMode({ appToken, apiUrl, intake, log, listening: health.listening }) };
}

/** Every part shows what is its own; the failure of one keeps no other from it. */
function deskOf(parts: readonly SlackPart[]): StaffDesk {
  const each = async (work: (part: SlackPart) => Promise<void> | undefined): Promise<void> => {
    const ended = await Promise.allSettled(parts.map(async (part) => work(part)));
    const failed = ended.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  };
  return {
    show: (enquiry, effect) => each((part) => part.show?.(enquiry, effect)),
    call: (enquiry, calls, effect) => each((part) => part.call?.(enquiry, calls, effect)),
    showCase: (caseFile, effect) => each((part) => part.showCase?.(caseFile, effect)),
  };
}

// ---------------------------------------------------------------------------------------------------------------
// What happens when time passes

type Clockwork = Pick<SlackNeeds, 'memory' | 'clock' | 'log' | 'tickEveryMs'> & {
  readonly box: Inbox;
  readonly health: Trouble;
  readonly missed: CatchUp;
  readonly parts: readonly SlackPart[];
};

const tidyEveryMs = 60_000;
const aliveKey = 'slack.alive';
const Alive = z.object({ at: z.number() });
/** Slack sends again what it could not deliver for this long. */
const shortSilenceMs = 60_000;

/** Each hand goes by itself: one that waits for Slack holds up no other, least of all the alarm. */
function clockworkOf(needs: Clockwork) {
  const { clock, health, box, parts, tickEveryMs = usualTickMs } = needs;
  const hands = [
    handOf(needs, 'health', async (now) => health.tick(now)),
    handOf(needs, 'inbox', box.tick),
    ...parts.map((part) => handOf(needs, 'part', async (now) => part.tick?.(now))),
    handOf(needs, 'upkeep', upkeepOf(needs)),
  ];
  let timer: NodeJS.Timeout | undefined;
  return {
    start() {
      timer = setInterval(() => {
        const now = clock.now();
        for (const hand of hands) hand.move(now);
      }, tickEveryMs);
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(hands.map((hand) => hand.rest()));
    },
  };
}

/** Does its work when it is not at it already. */
function handOf({ log }: Clockwork, what: string, work: (now: Instant) => Promise<void>) {
  let running: Promise<void> | null = null;
  async function once(now: Instant): Promise<void> {
    try {
      await work(now);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log.warn({ what, code }, 'slack: a step failed, will be tried again');
    }
  }
  return {
    move(now: Instant) {
      running ??= once(now).finally(() => {
        running = null;
      });
    },
    rest: async () => void (await running),
  };
}

function upkeepOf(needs: Clockwork): (now: Instant) => Promise<void> {
  let doneAt: Instant | null = null;
  return async (now) => {
    if (doneAt !== null && now - doneAt < tidyEveryMs) return;
    const first = doneAt === null;
    doneAt = now;
    await tidyPosts(needs);
    await stayAlive(needs, first);
  };
}

/** Notes that we hear Slack; at the start, reads what came while nobody did. */
async function stayAlive({ memory, clock, health, missed }: Clockwork, first: boolean): Promise<void> {
  const now = clock.now();
  const kept = await memory.read(aliveKey);
  const before = Alive.safeParse(kept?.value);
  if (first && before.success && now - before.data.at > shortSilenceMs) missed.from(before.data.at);
  const since = missed.missingSince();
  if (since !== null && health.health() === 'up') missed.from(since);
  if (since !== null || health.health() === 'down') return;
  await memory.keep(aliveKey, { at: now }, kept?.version ?? 0);
}
