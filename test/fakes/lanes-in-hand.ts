/**
 * Cards and conversations before a Slack in hand, fast enough for thousands of steps: it keeps what is posted, knows a
 * message by our id as the real client does, and lets the process die after any step.
 */
import { SlackRefusedError } from '../../adapters/slack/errors.ts';
import { lanes } from '../../adapters/slack/lanes.ts';
import type { Acting, Happening, Place, Post, SlackPart, SlackParts, Web } from '../../adapters/slack/parts.ts';
import type { PartyCode, StaffId } from '../../src/domain/words.ts';
import type { ForCases } from '../../src/ports.ts';
import { lanesTown, publicUrl, withChannel } from './lanes-town.ts';

export interface Standing extends Place {
  readonly threadTs: string | null;
  readonly id: string | null;
  text: string;
  blocks: string;
}

/** The process is no more: nothing it would have done happens. */
export class DiedError extends Error {}

export type LanesInHand = ReturnType<typeof lanesInHand>;

export function lanesInHand() {
  const town = lanesTown();
  const { kommune } = town;
  const staffIds = [...kommune.staff.keys()];
  const userOf = (id: string): string => `U${staffIds.indexOf(id as StaffId) + 1}`;
  const staffOf = (user: string) => kommune.staff.get(staffIds[Number(user.slice(1)) - 1] ?? ('' as StaffId)) ?? null;
  const channels = new Map<PartyCode, string>(withChannel.map((party, index) => [party, `C${index + 1}`]));
  const standing: Standing[] = [];
  const whispers: { readonly user: string; readonly text: string; readonly values: string }[] = [];
  const marks: string[] = [];
  let counted = 0;
  let left = Number.POSITIVE_INFINITY;
  let steps = 0;

  const nextTs = (): string => `1799053200.${String(++counted).padStart(6, '0')}`;

  /** One thing done outside. After the last allowed one the process is dead, before its answer is read. */
  async function step<Value>(work: () => Promise<Value> | Value): Promise<Value> {
    if (left <= 0) throw new DiedError('dead');
    const value = await work();
    steps += 1;
    left -= 1;
    if (left <= 0) throw new DiedError('dies now');
    return value;
  }

  /** Every method is a step. */
  function mortal<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? (...args: unknown[]) => step(() => member.apply(target, args)) : member;
      },
    });
  }

  const find = ({ channel, ts }: Place) => standing.find((each) => each.channel === channel && each.ts === ts);
  const post = async (given: Post): Promise<Place> => {
    const before = standing.find(({ id }) => id === given.id);
    if (before !== undefined) return { channel: before.channel, ts: before.ts };
    const { channel, threadTs, text, blocks, id } = given;
    if (threadTs !== undefined && find({ channel, ts: threadTs }) === undefined) {
      throw new SlackRefusedError('chat.postMessage', 'thread_not_found');
    }
    const ts = nextTs();
    standing.push({ channel, ts, threadTs: threadTs ?? null, id, text, blocks: JSON.stringify(blocks) });
    return { channel, ts };
  };
  const web: Web = {
    post,
    edit: async (place, { text, blocks }) => {
      const message = find(place);
      if (message === undefined) throw new SlackRefusedError('chat.update', 'message_not_found');
      Object.assign(message, { text, blocks: JSON.stringify(blocks) });
    },
    whisper: async ({ user }, { text, blocks }) => {
      whispers.push({ user, text, values: JSON.stringify(blocks) });
    },
    tell: (user, message) => post({ ...message, channel: `D${user}` }),
    call: async (method, args) => {
      if (method === 'reactions.add') {
        const mark = `${args.channel}/${args.timestamp}/${args.name}`;
        if (marks.includes(mark)) throw new SlackRefusedError(method, 'already_reacted');
        marks.push(mark);
        return {};
      }
      const found = find({ channel: String(args.channel), ts: String(args.ts) });
      const metadata = { event_type: 'indgang', event_payload: { id: found?.id ?? '' } };
      return { messages: found === undefined ? [] : [{ ts: found.ts, metadata }] };
    },
  };

  const parts: SlackParts = {
    ...town,
    web: mortal(web),
    people: { bySlack: async (user) => staffOf(user), slackOf: async (id) => userOf(id) },
    memory: mortal(town.store.memory),
    staffSide: mortal(town.staff),
    cases: {} as ForCases,
    file: { content: 'full', channels },
    publicUrl,
  };
  let part: SlackPart = lanes(parts);

  const actingOf = (happening: Happening): Acting => {
    const user = 'user' in happening ? happening.user : '';
    return { user, staff: staffOf(user), triggerId: null };
  };
  async function hear(happening: Happening): Promise<void> {
    const { reactions } = part;
    const acting = actingOf(happening);
    if (happening.kind === 'message') await reactions.message?.(happening, acting);
    if (happening.kind === 'edited') await reactions.edited?.(happening, acting);
    if (happening.kind === 'deleted') await reactions.deleted?.(happening, acting);
    if (happening.kind === 'pressed') await reactions.pressed?.[happening.action]?.(happening, acting);
  }

  return {
    ...town,
    parts,
    userOf,
    standing,
    whispers,
    marks,
    nextTs,
    hear,
    tick: () => part.tick?.(town.clock.now()),
    channelOf: (party: PartyCode): string => channels.get(party) ?? '',
    partyOf: (channel: string): PartyCode | null => [...channels].find(([, id]) => id === channel)?.[0] ?? null,
    /** How many things have been done outside so far. */
    steps: () => steps,
    /** The process dies after so many more things done outside. */
    dieAfter: (count: number) => {
      left = count;
    },
    isDead: () => left <= 0,
    /** Another process, with what is stored. */
    restart: () => {
      left = Number.POSITIVE_INFINITY;
      part = lanes(parts);
    },
    runEffects: () =>
      town.runEffects(
        () => part,
        () => left <= 0,
      ),
    /** The roots of conversations in a channel, oldest first. */
    talks: (party: PartyCode) =>
      standing.filter(
        ({ channel, threadTs, text }) => channel === channels.get(party) && threadTs === null && text.startsWith('💬'),
      ),
    thread: (root: Place) =>
      standing.filter(({ channel, threadTs }) => channel === root.channel && threadTs === root.ts),
  };
}
