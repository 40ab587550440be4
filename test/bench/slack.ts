/**
 * How long Slack's way takes: from a citizen's commit to the card that staff see, and from a staff reply to the citizen's
 * log. Through the real Bolt, web client and HTTP, against the emulator on loopback, whose own time is subtracted.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undoMs } from '../../adapters/slack/relay-in.ts';
import { compose, type Running } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { type SlackEmulator, slackEmulator } from '../fakes/slack/emulator.ts';
import { citizen, signedIn } from '../flow/people.ts';
import { rounded } from './figures.ts';

const samples = 30;
/** Slack takes about one message a second in a channel: faster would measure the waiting. */
const everyMs = 1_200;

interface Way {
  readonly count: number;
  /** Milliseconds, the emulator's own subtracted. */
  readonly p50: number;
  readonly p95: number;
}

export interface SlackFigures {
  readonly commitToCard: Way;
  /** The five seconds in which staff can undo are subtracted too. */
  readonly replyToCitizen: Way;
  /** The emulator's own milliseconds in each sample, the middle one. */
  readonly emulator: number;
}

interface Bench {
  readonly indgang: Running;
  readonly slack: SlackEmulator;
  readonly ali: string;
  readonly front: string;
}

export async function measureSlack(): Promise<SlackFigures> {
  await using slack = await slackEmulator({ limits: 'real' });
  const ali = slack.person({ name: 'Ali Demir', email: 'ali.demir@eksempel.example' }).id;
  const front = slack.channel({ name: 'front', private: true, members: [ali], withApp: true }).id;
  const dataDir = await mkdtemp(join(tmpdir(), 'indgang-bench-slack-'));
  const env = {
    PORT: '0',
    DATA_DIR: dataDir,
    SLACK_BOT_TOKEN: slack.app.botToken,
    SLACK_API_URL: slack.apiUrl,
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
  };
  const file = { content: 'full', channels: new Map([['front_desk', front] as const]) } as const;
  const nothing = () => undefined;
  const indgang = await compose(readConfig(join(import.meta.dirname, '../..'), env, file), {
    info: nothing,
    warn: nothing,
    error: nothing,
  });
  try {
    slack.deliverTo(`${await indgang.app.listen({ host: '127.0.0.1', port: 0 })}/slack/events`);
    return await measured({ indgang, slack, ali, front });
  } finally {
    await indgang.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measured(bench: Bench): Promise<SlackFigures> {
  const own: number[] = [];
  const cards: number[] = [];
  for (let count = 0; count < samples; count += 1) {
    const { took, emulator } = await commitToCard(bench);
    // The first pays for what is loaded once.
    if (count > 0) cards.push(took - emulator);
    own.push(emulator);
  }
  const replies = await replyToCitizen(bench);
  return { commitToCard: wayOf(cards), replyToCitizen: wayOf(replies), emulator: rounded(middle(own)) };
}

async function commitToCard({ indgang, slack, front }: Bench) {
  const someone = await citizen(indgang.app);
  const before = slack.messages(front).length;
  const calls = slack.calls.length;
  const shown = appears(slack, () => slack.messages(front).length > before);
  await someone.say('Jeg vil gerne tale med et menneske');
  const committed = performance.now();
  const took = (await shown) - committed;
  await new Promise((resolve) => setTimeout(resolve, everyMs));
  const since = slack.calls.slice(calls);
  const posted = since.findIndex(({ method }) => method === 'chat.postMessage');
  const emulator = since.slice(0, posted + 1).reduce((sum, { tookMs }) => sum + tookMs, 0);
  return { took, emulator };
}

/** @returns when it was first so */
function appears(slack: SlackEmulator, isSo: () => boolean): Promise<number> {
  return new Promise((resolve) => {
    const stop = slack.onChange(() => {
      if (!isSo()) return;
      stop();
      resolve(performance.now());
    });
  });
}

/** Each in a conversation of its own, a little apart. */
async function replyToCitizen(bench: Bench): Promise<readonly number[]> {
  const { indgang } = bench;
  const desk = await signedIn(indgang.app, 'ali-demir');
  const ways: Promise<number>[] = [];
  for (let count = 0; count < samples; count += 1) {
    const someone = await citizen(indgang.app);
    await someone.say('Jeg vil gerne tale med et menneske');
    await desk.act(someone.conversation, 'claim');
    await someone.say(`Mit mærke er m${count}m`);
    const thread = await threadWith(bench, `m${count}m`);
    ways.push(oneReply(bench, someone.conversation as EnquiryId, thread, `Svar nummer ${count}.`));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return await Promise.all(ways);
}

async function threadWith({ slack, front }: Bench, mark: string): Promise<string> {
  for (;;) {
    const found = slack
      .messages(front)
      .find(({ threadTs, blocks, text }) => threadTs !== null && `${text}${JSON.stringify(blocks)}`.includes(mark));
    if (found?.threadTs) return found.threadTs;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function oneReply({ indgang, slack, front, ali }: Bench, id: EnquiryId, threadTs: string, text: string) {
  const calls = slack.calls.length;
  const written = performance.now();
  await slack.post({ channel: front, user: ali, threadTs, text });
  for (;;) {
    const said = await indgang.reader.messages(id, 0, 100);
    if (said.some((message) => message.text === text)) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const arrived = performance.now();
  const ours = slack.calls.slice(calls).filter(({ args }) => args.thread_ts === threadTs);
  const emulator = ours.reduce((sum, { tookMs }) => sum + tookMs, 0);
  return arrived - written - undoMs - emulator;
}

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function wayOf(times: readonly number[]): Way {
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
  return { count: sorted.length, p50: rounded(middle(times)), p95: rounded(p95) };
}
