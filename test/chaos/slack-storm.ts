/**
 * R7: Slack at its worst, at many times the speed of time. Every call may be refused, fail, or be done and not answered;
 * events come twice and in the wrong order; Slack is away for half an hour, and the token is revoked. In the end
 * everything is there once and in order, on both sides, and the alarm went off in time.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinParts } from '../../adapters/slack/joined.ts';
import type { SlackPart } from '../../adapters/slack/parts.ts';
import { compose, type Running } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { type SlackEmulator, slackEmulator } from '../fakes/slack/emulator.ts';
import { type Citizen, type Colleague, citizen, signedIn } from '../flow/people.ts';
import { chanceFrom } from './chance.ts';

export interface StormOptions {
  readonly seed: number;
  readonly citizens: number;
  /** Messages of each, half of them while Slack is away. */
  readonly messagesEach: number;
  /** Answers that staff write in each thread. */
  readonly answersEach: number;
  readonly outageMinutes: number;
  /** How many times faster than the world. */
  readonly speed: number;
  readonly giveUpAfterSeconds: number;
  readonly say: (line: string) => void;
}

export interface SlackStormFigures {
  readonly effects: number;
  readonly calls: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly missing: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  readonly answersMissing: number;
  readonly answersDoubled: number;
  /** Seconds from the first failure to the alarm. */
  readonly alarmAfterSeconds: { readonly outage: number; readonly revoked: number };
  /** 429 that nobody ordered: our own limits were too generous. */
  readonly ownLimits: number;
  readonly effectsDead: number;
  readonly virtualMinutes: number;
  readonly seconds: number;
}

/** What did not hold; empty when all did. */
export function expectedOf(figures: SlackStormFigures): readonly string[] {
  const none = ['missing', 'doubled', 'outOfOrder', 'answersMissing', 'answersDoubled', 'effectsDead'] as const;
  const { outage, revoked } = figures.alarmAfterSeconds;
  return [
    ...none.filter((name) => figures[name] !== 0).map((name) => `${name}: ${figures[name]}`),
    ...(outage <= 120 ? [] : [`the alarm for the outage came after ${outage} s`]),
    ...(revoked <= 120 ? [] : [`the alarm for the token came after ${revoked} s`]),
  ];
}

const project = join(import.meta.dirname, '../..');
const staffId = 'ali-demir';
const patience = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface Storm {
  readonly options: StormOptions;
  readonly slack: SlackEmulator;
  readonly indgang: Running;
  readonly clock: ReturnType<typeof fastClock>;
  readonly now: () => number;
  readonly ali: string;
  readonly desk: Colleague;
  /** Ids of all effects that Slack was asked to show. */
  readonly effects: Set<string>;
}

export async function slackStorm(options: StormOptions): Promise<SlackStormFigures> {
  const began = Date.now();
  const clock = fastClock();
  const { now } = clock;
  await using slack = await slackEmulator({ clock, seed: options.seed, limits: 'real' });
  const ali = slack.person({ name: 'Ali Demir', email: 'ali.demir@eksempel.example' }).id;
  const front = slack.channel({ name: 'front', private: true, members: [ali], withApp: true }).id;
  const dataDir = await mkdtemp(join(tmpdir(), 'indgang-slack-storm-'));
  const effects = new Set<string>();
  const indgang = await open({ options, slack, clock, effects }, front, dataDir);
  try {
    const address = await indgang.app.listen({ host: '127.0.0.1', port: 0 });
    slack.deliverTo(`${address}/slack/events`);
    const desk = await signedIn(indgang.app, staffId);
    return await blow({ options, slack, indgang, clock, now, ali, desk, effects }, began);
  } finally {
    await indgang.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Time that can be made to run faster. */
function fastClock() {
  let speed = 1;
  let since = Date.now();
  let base = since;
  const now = () => base + (Date.now() - since) * speed;
  return {
    now,
    speed: () => speed,
    after(ms: number, run: () => void) {
      const timer = setTimeout(run, ms / speed);
      return () => clearTimeout(timer);
    },
    runAt(faster: number) {
      base = now();
      since = Date.now();
      speed = faster;
    },
  };
}

function open(
  { options, slack, clock, effects }: Pick<Storm, 'options' | 'slack' | 'clock' | 'effects'>,
  front: string,
  dataDir: string,
) {
  const config = readConfig(
    project,
    {
      PORT: '0',
      DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: slack.app.botToken,
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: slack.app.signingSecret,
    },
    { content: 'full', channels: new Map([['front_desk', front]]) },
  );
  const counting: SlackPart = { reactions: {}, show: async (_, effect) => void effects.add(effect) };
  const nothing = () => undefined;
  return compose(
    config,
    { info: nothing, warn: nothing, error: (data, message) => options.say(`${message} ${JSON.stringify(data)}`) },
    {
      clock,
      sweepEveryMs: 100,
      modelFolder: join(tmpdir(), 'indgang-test-model'),
      slack: {
        tickEveryMs: 100,
        wait: (ms) => patience(ms / clock.speed()),
        joinParts: (parts) => [counting, ...joinParts(parts)],
      },
    },
  );
}

async function blow(storm: Storm, began: number): Promise<SlackStormFigures> {
  const { options, slack, now } = storm;
  const { say, citizens, messagesEach } = options;
  const people = await Promise.all(Array.from({ length: citizens }, (_, number) => arrives(storm, number)));
  storm.clock.runAt(options.speed);
  const calm = stormy(slack);
  const half = Math.ceil(messagesEach / 2);

  say('the storm begins');
  await speak(storm, people, 0, half);
  const writing = answer(storm, people);
  say('Slack goes away');
  const wentAway = now();
  slack.outage(true);
  const outageAlarm = await alarmAfter(storm, wentAway);
  await speak(storm, people, half, messagesEach);
  await patience(Math.max(0, (wentAway + options.outageMinutes * 60_000 - now()) / options.speed));
  slack.outage(false);
  say('Slack is back');
  await untilUp(storm);

  say('the token is revoked');
  const revokedAt = now();
  slack.app.revoked = true;
  const revokedAlarm = await alarmAfter(storm, revokedAt);
  slack.app.revoked = false;
  await untilUp(storm);
  await writing;
  say('everything is given time to arrive');
  await untilAll(storm, people);
  calm();
  return {
    ...(await counted(storm, people)),
    effects: storm.effects.size,
    calls: slack.calls.length,
    faults: faultsOf(slack),
    ownLimits: slack.calls.filter(({ status, fault }) => status === 429 && fault === null).length,
    alarmAfterSeconds: { outage: outageAlarm, revoked: revokedAlarm },
    virtualMinutes: Math.round((now() - began) / 60_000),
    seconds: Math.round((Date.now() - began) / 1000),
  };
}

/** 20 % 429, 10 % 500, 5 % done and not answered; events 10 % doubled, 10 % turned round. */
function stormy(slack: SlackEmulator): () => void {
  const rules = [
    slack.fault({ kind: 'ratelimited', retryAfterSeconds: 1, probability: 0.08, method: /^(?!auth)/ }),
    slack.fault({ kind: 'ratelimited', retryAfterSeconds: 5, probability: 0.08, method: /^(?!auth)/ }),
    slack.fault({ kind: 'ratelimited', retryAfterSeconds: 30, probability: 0.05, method: /^(?!auth)/ }),
    slack.fault({ kind: 'http', status: 500, probability: 0.12, method: /^(?!auth)/ }),
    slack.fault({ kind: 'drop-after', probability: 0.07, method: /^(?!auth)/ }),
    slack.faultEvents({ kind: 'doubled', probability: 0.1 }),
    slack.faultEvents({ kind: 'reordered', probability: 0.11, atMostMs: 2_000 }),
  ];
  return () => {
    for (const takeAway of rules) takeAway();
  };
}

interface Speaker {
  readonly number: number;
  citizen: Citizen;
  /** Answers staff have written to them, as Slack has them. */
  readonly answers: string[];
}

const token = (number: number, count: number) => `b${number}x${count}z`;
const answerToken = (number: number, count: number) => `s${number}x${count}z`;

/** A citizen who has asked for a person, and has one. */
async function arrives({ indgang, desk }: Storm, number: number): Promise<Speaker> {
  const someone = await citizen(indgang.app);
  await someone.say('Jeg vil gerne tale med et menneske');
  const { status } = await desk.act(someone.conversation, 'claim');
  if (status !== 200) throw new Error(`citizen ${number} could not be claimed: ${status}`);
  return { number, citizen: someone, answers: [] };
}

/** Slow enough that nobody's token runs out between two messages on a busy machine. */
const speakingSpeed = 5;

async function speak({ options, clock }: Storm, people: readonly Speaker[], from: number, to: number): Promise<void> {
  clock.runAt(Math.min(speakingSpeed, options.speed));
  for (let count = from; count < to; count += 1) {
    for (const speaker of people) {
      const { number } = speaker;
      speaker.citizen = await speaker.citizen.renewed();
      const { status } = await speaker.citizen.say(`Min besked ${token(number, count)}`, `c-${number}-${count}`);
      if (status !== 200) throw new Error(`a message was not taken: ${status}`);
    }
    await patience(1_000 / options.speed);
  }
  clock.runAt(options.speed);
}

/** Staff answer in each thread they can see, through everything. */
async function answer(storm: Storm, people: readonly Speaker[]): Promise<void> {
  const { options, slack, ali } = storm;
  const chance = chanceFrom(options.seed);
  for (let count = 0; count < options.answersEach; count += 1) {
    for (const { number, answers } of people) {
      const thread = await threadFor(storm, number);
      const text = `Mit svar ${answerToken(number, count)}`;
      // Nobody writes anything while Slack is away.
      while (true) {
        try {
          await slack.post({ channel: thread.channel, threadTs: thread.ts, user: ali, text });
          break;
        } catch {
          await patience(50);
        }
      }
      answers.push(text);
      if (chance.happens(0.3)) await patience(1_000 / options.speed);
    }
  }
}

/** Where the citizen's first words stand. */
async function threadFor({ slack, options }: Storm, number: number) {
  const end = Date.now() + options.giveUpAfterSeconds * 1000;
  while (Date.now() < end) {
    const found = slack
      .messages(slack.channelNamed('front').id)
      .find((message) => message.threadTs !== null && shown(message).includes(token(number, 0)));
    if (found?.threadTs) return { channel: slack.channelNamed('front').id, ts: found.threadTs };
    await patience(50);
  }
  throw new Error(`nothing of citizen ${number} came to Slack`);
}

const shown = ({ text, blocks }: { text: string; blocks: readonly unknown[] }) =>
  blocks.length > 0 ? JSON.stringify(blocks) : text;

/** Slow enough that a busy machine is not taken for a late alarm. */
const alarmSpeed = 10;

/** @returns seconds until health says that Slack is down */
async function alarmAfter({ indgang, now, clock, options }: Storm, since: number): Promise<number> {
  clock.runAt(Math.min(alarmSpeed, options.speed));
  while ((await slackState(indgang)) !== 'down') {
    if (now() - since > 10 * 60_000) return Number.POSITIVE_INFINITY;
    await patience(10);
  }
  const seconds = Math.round((now() - since) / 1000);
  clock.runAt(options.speed);
  return seconds;
}

async function untilUp({ indgang, options }: Storm): Promise<void> {
  const end = Date.now() + options.giveUpAfterSeconds * 1000;
  while ((await slackState(indgang)) !== 'up' && Date.now() < end) await patience(10);
}

async function slackState(indgang: Running): Promise<string> {
  const ready = await indgang.app.inject({ url: '/health/ready' });
  return (ready.json() as { dependencies: { slack: { state: string } } }).dependencies.slack.state;
}

async function untilAll(storm: Storm, people: readonly Speaker[]): Promise<void> {
  const end = Date.now() + storm.options.giveUpAfterSeconds * 1000;
  while (Date.now() < end) {
    const { missing, answersMissing } = await counted(storm, people);
    const { effectsPending } = await storm.indgang.store.census([], storm.now());
    const waiting = (effectsPending['show-card'] ?? 0) + (effectsPending['call-person'] ?? 0);
    if (missing === 0 && answersMissing === 0 && waiting === 0) break;
    await patience(250);
  }
  await storm.slack.settled();
}

async function counted(storm: Storm, people: readonly Speaker[]) {
  const { slack, indgang, options, now } = storm;
  const everything = slack.messages(slack.channelNamed('front').id).filter(({ threadTs }) => threadTs !== null);
  let missing = 0;
  let doubled = 0;
  let outOfOrder = 0;
  let answersMissing = 0;
  let answersDoubled = 0;
  for (const { number, citizen: someone, answers } of people) {
    const places = Array.from({ length: options.messagesEach }, (_, count) =>
      everything.flatMap((message, at) => (shown(message).includes(token(number, count)) ? [at] : [])),
    );
    missing += places.filter((at) => at.length === 0).length;
    doubled += places.filter((at) => at.length > 1).length;
    const firsts = places.flatMap(([at]) => (at === undefined ? [] : [at]));
    outOfOrder += firsts.filter((at, index) => index > 0 && at < (firsts[index - 1] ?? 0)).length;
    const heard = (await indgang.reader.messages(someone.conversation as EnquiryId, 0, 2_000)).map(({ text }) => text);
    for (const text of answers) {
      const times = heard.filter((line) => line === text).length;
      answersMissing += times === 0 ? 1 : 0;
      answersDoubled += times > 1 ? 1 : 0;
    }
  }
  const { effectsDead } = await indgang.store.census([], now());
  const deadOnes = Object.values(effectsDead).reduce((sum, count) => sum + count, 0);
  return { missing, doubled, outOfOrder, answersMissing, answersDoubled, effectsDead: deadOnes };
}

function faultsOf({ calls, deliveries }: SlackEmulator): Record<string, number> {
  const counts: Record<string, number> = { deliveries: deliveries.length };
  for (const { fault } of calls) if (fault !== null) counts[fault] = (counts[fault] ?? 0) + 1;
  return counts;
}
