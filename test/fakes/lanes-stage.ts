/**
 * A stage for cards and conversations in Slack: the town before the emulated Slack, through the real client. What comes
 * from Slack waits until the stage is settled.
 */
import { createServer } from 'node:http';
import { dispatcher } from '../../adapters/slack/dispatch.ts';
import { arrivalOf } from '../../adapters/slack/happening.ts';
import { lanes } from '../../adapters/slack/lanes.ts';
import type { Happening, SlackPart, SlackParts } from '../../adapters/slack/parts.ts';
import { slackPeople } from '../../adapters/slack/people.ts';
import { slackWeb } from '../../adapters/slack/web.ts';
import type { SlackFile } from '../../src/domain/kommune.ts';
import type { PartyCode } from '../../src/domain/words.ts';
import type { ForCases } from '../../src/ports.ts';
import { maskCpr } from '../../src/understanding/redact.ts';
import { lanesTown, publicUrl, withChannel } from './lanes-town.ts';
import { slackEmulator } from './slack/emulator.ts';
import type { Message } from './slack/shapes.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;

export async function openStage(content: SlackFile['content'] = 'full') {
  const town = lanesTown();
  const { kommune, clock, log, store } = town;
  const slack = await slackEmulator({ limits: 'off', retryAfterMs: [], doubleOf: idOf });
  const users = new Map(
    [...kommune.staff.values()].map(({ id, name, email }) => [id as string, slack.person({ name, email }).id]),
  );
  const userOf = (id: string): string => users.get(id) ?? '';
  const channels = new Map<PartyCode, string>(
    withChannel.map((party) => {
      const members = [...kommune.staff.values()].filter((one) => one.party === party).map(({ id }) => userOf(id));
      return [party, slack.channel({ name: party.replaceAll('_', '-'), private: true, members, withApp: true }).id];
    }),
  );
  const channelOf = (party: PartyCode): string => channels.get(party) ?? '';
  const incoming = await receiver();
  slack.deliverTo(incoming.address);

  const web = slackWeb({
    token: slack.app.botToken,
    apiUrl: slack.apiUrl,
    clock,
    log,
    memory: store.memory,
    watch: { pass: () => undefined, answered: () => undefined, failed: () => undefined },
    wait: async (ms) => town.jump(ms),
  });
  const people = slackPeople({ web, memory: store.memory, clock, kommune, team: async () => 'T0INDGANG' });
  const parts: SlackParts = {
    ...town,
    web,
    people,
    memory: store.memory,
    staffSide: town.staff,
    cases: {} as ForCases,
    file: { content, channels },
    publicUrl,
  };
  const part: SlackPart = lanes(parts);
  const work = dispatcher({ people, web, log, reactions: [part.reactions], first: async () => undefined });

  return {
    ...town,
    slack,
    parts,
    userOf,
    channelOf,
    /** What has come from Slack is heard, in order, and all that is due outside is done. */
    settle: async () => {
      await slack.settled();
      for (const happening of incoming.taken()) await work(happening, true);
      await town.runEffects(() => part);
    },
    /** Time goes by, and the clock ticks each second. */
    pass: async (ms: number) => {
      for (let left = ms; left > 0; left -= 1_000) {
        town.jump(Math.min(left, 1_000));
        await part.tick?.(clock.now());
      }
    },
    /** Our messages at the top of a party's channel. */
    roots: (party: PartyCode) =>
      slack.messages(channelOf(party)).filter(({ threadTs, byApp }) => threadTs === null && byApp),
    close: async () => {
      await slack[Symbol.asyncDispose]();
      await incoming.close();
    },
  };
}

/** Takes everything in as Slack sends it, and says yes at once. */
async function receiver() {
  const arrived: Happening[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces).toString('utf8');
    const json = body.startsWith('{') ? body : (new URLSearchParams(body).get('payload') ?? '{}');
    const arrival = arrivalOf(JSON.parse(json), { maskCpr, team: null });
    if (arrival !== null) arrived.push(arrival.happening);
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${address.port}/slack/events`,
    taken: () => arrived.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
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
