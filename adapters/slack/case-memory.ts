/**
 * What is remembered of a case file's channel, `slack.case/<caseFile>`; written by one at a time, who holds
 * `slack.case-lease/<caseFile>`. `slack.case-channel/<channel>` leads back, `slack.case-due/<caseFile>` says when to look
 * again. Ids and fingerprints only: nothing a person has written.
 */
import { z } from 'zod';
import type { CaseFileId } from '../../src/domain/case-file.ts';
import type { Instant } from '../../src/domain/words.ts';
import { type Memory, UnavailableError } from '../../src/ports.ts';

/** Why a channel of ours is no more; `unremovable`: somebody who may not be there could not be removed. */
const whyGone = ['closed', 'archived', 'gone', 'shared', 'public', 'unremovable'] as const;
export type WhyGone = (typeof whyGone)[number];

const Shown = z.object({ ts: z.string(), print: z.string() }).readonly();
const At = z.object({ user: z.string(), at: z.number() }).readonly();
const Intruder = z.object({ user: z.string(), at: z.number(), reported: z.boolean() }).readonly();
const users = z.array(z.string()).readonly();

const Channel = z
  .object({
    id: z.string(),
    name: z.string(),
    purpose: z.boolean(),
    topic: z.boolean(),
    overview: Shown.nullable(),
    /** What the overview and the welcome that are being posted or edited say: after a death that may stand there already. */
    drafts: z.object({ overview: z.string().nullable(), welcome: z.string().nullable() }).readonly(),
    /** Overviews posted so far: somebody may have deleted the first. */
    overviews: z.number(),
    pinned: z.boolean(),
    bookmarks: users,
    /** Slack's ids of those who may be in it and are. */
    members: users,
    /** Those we have let in or are about to; whoever else is found there came without being asked. */
    vetted: users,
    /** May be in it and have gone: nobody is dragged back. */
    left: z.array(At).readonly(),
    intruders: z.array(Intruder).readonly(),
    welcome: Shown.nullable(),
    welcomes: z.number(),
    pointed: z.boolean(),
    summed: z.boolean(),
    leaving: z.enum(whyGone).nullable(),
  })
  .readonly();

const Former = z
  .object({
    id: z.string(),
    name: z.string(),
    why: z.enum(whyGone),
    at: z.number(),
    /** Who was in it, when they must be told that it is gone. */
    members: users,
  })
  .readonly();

const Known = z
  .object({
    channel: Channel.nullable(),
    /** A name that is being tried. */
    making: z.string().nullable(),
    /** Names tried so far. */
    names: z.number(),
    former: z.array(Former).readonly(),
    /** Version of the newest acute news that was told. */
    alerted: z.number(),
    /** Ids of notices that were sent. */
    told: users,
    /** Slack would not make a private channel. */
    refused: z.object({ code: z.string(), at: z.number() }).readonly().nullable(),
  })
  .readonly();

export type KnownCase = z.infer<typeof Known>;
export type KnownChannel = z.infer<typeof Channel>;
export type FormerChannel = z.infer<typeof Former>;

export const nothingKnown: KnownCase = {
  channel: null,
  making: null,
  names: 0,
  former: [],
  alerted: 0,
  told: [],
  refused: null,
};

/** A channel that has just been made or found. */
export function freshChannel(id: string, name: string): KnownChannel {
  return {
    id,
    name,
    purpose: false,
    topic: false,
    overview: null,
    drafts: { overview: null, welcome: null },
    overviews: 0,
    pinned: false,
    bookmarks: [],
    members: [],
    vetted: [],
    left: [],
    intruders: [],
    welcome: null,
    welcomes: 0,
    pointed: false,
    summed: false,
    leaving: null,
  };
}

const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;
const lossesADay = 3;

/** Why no channel is made for the time being; null when one may be. Never a reason to make a public one. */
export function whyNoChannel(known: KnownCase, now: Instant): 'refused' | 'public' | 'losses' | null {
  if (known.refused !== null && now - known.refused.at < hourMs) return 'refused';
  const lost = known.former.filter(({ why, at }) => why !== 'closed' && now - at < dayMs);
  if (lost.some(({ why }) => why === 'public')) return 'public';
  return lost.length >= lossesADay ? 'losses' : null;
}

// ---------------------------------------------------------------------------------------------------------------
// Keeping it

const stateKey = (id: CaseFileId) => `slack.case/${id}`;
const leaseKey = (id: CaseFileId) => `slack.case-lease/${id}`;
const duePrefix = 'slack.case-due/';
const dueKey = (id: CaseFileId) => `${duePrefix}${id}`;
const channelKey = (channel: string) => `slack.case-channel/${channel}`;

const leaseMs = 2 * 60_000;
const triesAtNudging = 5;

/** What one pass works on: read once, written after every step. */
export interface Record {
  readonly known: KnownCase;
  readonly version: number;
}

export async function readKnown(memory: Memory, id: CaseFileId): Promise<Record> {
  const kept = await memory.read(stateKey(id));
  return kept === null
    ? { known: nothingKnown, version: 0 }
    : { known: Known.parse(kept.value), version: kept.version };
}

/** @throws UnavailableError when another process has worked on it meanwhile: look again later */
export async function record(memory: Memory, id: CaseFileId, before: Record, known: KnownCase): Promise<Record> {
  const told = known.told.slice(-500);
  if (!(await memory.keep(stateKey(id), { ...known, told }, before.version))) {
    throw new UnavailableError('case channel', 'overtaken');
  }
  return { known, version: before.version + 1 };
}

/** Which case file a channel of ours belongs to, also when it is archived; null for any other channel. */
export async function caseOfChannel(memory: Memory, channel: string): Promise<CaseFileId | null> {
  const kept = await memory.read(channelKey(channel));
  return kept === null ? null : (z.string().parse(kept.value) as CaseFileId);
}

export async function bindChannel(memory: Memory, channel: string, id: CaseFileId): Promise<void> {
  await memory.keep(channelKey(channel), id, 0);
}

/** Has it looked at now, by whoever comes first. A nudge that is lost comes with the next effect or look. */
export async function nudge(memory: Memory, id: CaseFileId, now: Instant): Promise<void> {
  for (let tries = 0; tries < triesAtNudging; tries += 1) {
    if (await lookAgain(memory, id, now, await dueMark(memory, id))) return;
  }
}

/** What the entry that says when to look again is like now: a nudge changes it. */
export async function dueMark(memory: Memory, id: CaseFileId): Promise<number> {
  return (await memory.read(dueKey(id)))?.version ?? 0;
}

/**
 * When the channel is looked at again without being asked; null: never.
 *
 * @param mark what the entry was like: somebody who has asked for a look meanwhile gets theirs
 */
export function lookAgain(memory: Memory, id: CaseFileId, at: Instant | null, mark: number): Promise<boolean> {
  return memory.keep(dueKey(id), id, mark, at);
}

/** Case files to look at now; each comes back at `until` when nobody gets to it. */
export async function dueCases(memory: Memory, now: Instant, until: Instant): Promise<readonly CaseFileId[]> {
  const due = await memory.takeDue(duePrefix, now, until, 5);
  return due.map(({ value }) => z.string().parse(value) as CaseFileId);
}

const Lease = z.object({ holder: z.string(), until: z.number() });

/** Holds off other processes while one works; a dead one's hold ends by itself. */
export interface Lease {
  /** Holds on for longer. @throws UnavailableError when it has been lost */
  renew(now: Instant): Promise<void>;
  release(): Promise<void>;
}

/** @returns null when another process is at work on this case file */
export async function takeLease(memory: Memory, id: CaseFileId, holder: string, now: Instant): Promise<Lease | null> {
  const key = leaseKey(id);
  const kept = await memory.read(key);
  if (kept !== null && Lease.parse(kept.value).until > now) return null;
  let version = kept?.version ?? 0;
  if (!(await memory.keep(key, { holder, until: now + leaseMs }, version))) return null;
  version += 1;
  return {
    renew: async (at) => {
      if (!(await memory.keep(key, { holder, until: at + leaseMs }, version))) {
        throw new UnavailableError('case channel', 'overtaken');
      }
      version += 1;
    },
    release: async () => void (await memory.keep(key, { holder, until: 0 }, version)),
  };
}
