/**
 * One private channel for each case file, kept as the case file says it must be. Nothing here trusts an effect or an
 * event to be the only chance: every pass looks at Slack and at the case file anew, and does the steps between.
 */
import { z } from 'zod';
import type { CaseFile, CaseFileId } from '../../src/domain/case-file.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import { type Memory, UnavailableError } from '../../src/ports.ts';
import { teamOf } from './case-members.ts';
import {
  caseOfChannel,
  dueCases,
  dueMark,
  lookAgain,
  nudge,
  type Record,
  readKnown,
  record,
  takeLease,
} from './case-memory.ts';
import { overviewMessage, type Showing, welcomeMessage } from './case-overview.ts';
import { nextStep, type Seen, type Wanted } from './case-plan.ts';
import { caseNotices, linksOf, perform, printOf, type Scene } from './case-steps.ts';
import { cardThread } from './case-thread.ts';
import { isRefused } from './errors.ts';
import { caseForms } from './form-case.ts';
import type { Place, SlackPart, SlackParts, Web } from './parts.ts';

/** The card's internal thread of an enquiry; null when there is no card. */
export type ThreadOf = (enquiry: EnquiryId) => Promise<Place | null>;

interface Needs {
  readonly parts: SlackParts;
  readonly threadOf: ThreadOf;
  readonly me: () => Promise<string>;
}

/** How often an open case file's channel is looked at when nothing seems to happen. */
const auditMs = 30 * 60_000;
const putOffMs = 5 * 60_000;
/** More than any channel needs: a pass that gets here goes round in circles. */
const mostSteps = 400;

/** @param threadOf where an enquiry's internal thread is */
export function caseChannels(
  parts: SlackParts,
  threadOf: ThreadOf = (enquiry) => cardThread(parts.memory, enquiry),
): SlackPart {
  const needs: Needs = { parts, threadOf, me: ourselves(parts.web) };
  const inTurn = turns();
  const bring = (id: CaseFileId, deleted: string | null = null) => inTurn(id, () => bringUpToDate(needs, id, deleted));
  const soon = async (id: CaseFileId, deleted: string | null = null): Promise<void> => {
    if ((await bring(id, deleted)) === 'busy') await nudge(parts.memory, id, parts.clock.now());
  };
  return {
    reactions: {
      ...caseForms(parts),
      joined: async ({ channel, user }) => {
        const id = await ownerOf(needs, channel);
        if (id !== null && user !== (await needs.me()) && !(await mayBeIn(needs, id, user))) await soon(id);
      },
      left: async ({ channel, user }) => {
        const id = await ownerOf(needs, channel);
        if (id !== null && (await mayBeIn(needs, id, user))) await soon(id);
      },
      deleted: async ({ place }) => {
        const id = await ownerOf(needs, place.channel);
        if (id !== null) await soon(id, place.ts);
      },
      channel_changed: async ({ channel, change }) => {
        const id = await ownerOf(needs, channel);
        if (id !== null) return soon(id);
        if (change === 'unarchived') await archiveAgain(parts, channel);
      },
    },
    showCase: async ({ id }) => {
      if ((await bring(id)) === 'busy') throw new UnavailableError('case channel', 'busy');
    },
    tick: async (now) => {
      for (const id of await dueCases(parts.memory, now, now + putOffMs)) {
        await bring(id).catch((error: unknown) => {
          parts.log.warn({ caseFile: id, code: codeOf(error) }, 'case channel not up to date, tried again later');
        });
      }
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** Whose channel it is now; null for former ones and all others. */
async function ownerOf({ parts }: Needs, channel: string): Promise<CaseFileId | null> {
  const id = await caseOfChannel(parts.memory, channel);
  if (id === null) return null;
  const { known } = await readKnown(parts.memory, id);
  return known.channel?.id === channel ? id : null;
}

async function mayBeIn({ parts }: Needs, id: CaseFileId, user: string): Promise<boolean> {
  const caseFile = await parts.reader.caseFile(id);
  if (caseFile === null) return false;
  const { users } = await teamOf(parts, caseFile, parts.clock.now());
  return [...users.values()].includes(user);
}

/** Somebody opened a channel that is over: nobody keeps watch there. */
async function archiveAgain({ web, memory, log }: SlackParts, channel: string): Promise<void> {
  const id = await caseOfChannel(memory, channel);
  if (id === null) return;
  log.error({ caseFile: id, channel }, 'a former case channel was opened again');
  try {
    await web.call('conversations.archive', { channel });
  } catch (error) {
    if (!isRefused(error)) throw error;
    log.error({ caseFile: id, channel, code: error.code }, 'a former case channel cannot be archived');
  }
}

/** What one process does for one case file, one after another. */
function turns(): <Given>(id: CaseFileId, work: () => Promise<Given>) => Promise<Given> {
  const last = new Map<CaseFileId, Promise<unknown>>();
  return async (id, work) => {
    const before = last.get(id) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(id, mine);
    try {
      return await mine;
    } finally {
      if (last.get(id) === mine) last.delete(id);
    }
  };
}

const Me = z.object({ user_id: z.string() });

function ourselves(web: Web): () => Promise<string> {
  let known: string | null = null;
  return async () => {
    known ??= Me.parse(await web.call('auth.test', {})).user_id;
    return known;
  };
}

// ---------------------------------------------------------------------------------------------------------------
// One pass

/** @returns `busy` when another process is at it; what it does not see it will be asked again */
async function bringUpToDate(needs: Needs, id: CaseFileId, deleted: string | null): Promise<'done' | 'busy'> {
  const { memory, clock, newId } = needs.parts;
  const lease = await takeLease(memory, id, newId(), clock.now());
  if (lease === null) return 'busy';
  try {
    const mark = await dueMark(memory, id);
    const begun = await withoutDeleted(memory, id, deleted);
    const open = await stepByStep(needs, id, begun, () => lease.renew(clock.now()));
    await lookAgain(memory, id, open ? clock.now() + auditMs : null, mark);
  } catch (error) {
    await lease.release().catch(() => undefined);
    throw error;
  }
  await lease.release();
  return 'done';
}

/** An overview that somebody deleted is posted anew; whatever else they delete is theirs to delete. */
async function withoutDeleted(memory: Memory, id: CaseFileId, deleted: string | null): Promise<Record> {
  const kept = await readKnown(memory, id);
  const { channel } = kept.known;
  if (deleted === null || channel?.overview?.ts !== deleted) return kept;
  return record(memory, id, kept, { ...kept.known, channel: { ...channel, overview: null, pinned: false } });
}

/** Reads what is true before every step: a consent may be withdrawn while a channel is being made. */
async function stepByStep(needs: Needs, id: CaseFileId, begun: Record, renew: () => Promise<void>): Promise<boolean> {
  const { parts } = needs;
  let kept = begun;
  let seen: Seen | null = null;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const scene = await sceneOf(needs, id);
    if (scene === null) return false;
    const wanted = await wantedOf(needs, scene, kept);
    const step = nextStep(kept.known, seen, wanted, scene.now);
    if (step === null) return wanted.open;
    const after = await perform(scene, { known: kept.known, seen }, step);
    seen = after.seen;
    if (after.known !== kept.known) kept = await record(parts.memory, id, kept, after.known);
    await renew();
  }
  parts.log.error({ caseFile: id }, 'case channel is never as wanted');
  throw new UnavailableError('case channel', 'never_done');
}

async function sceneOf({ parts, me }: Needs, id: CaseFileId): Promise<Scene | null> {
  const caseFile = await parts.reader.caseFile(id);
  if (caseFile === null) return null;
  const now = parts.clock.now();
  const [notes, team] = await Promise.all([parts.reader.caseNotes(id), teamOf(parts, caseFile, now)]);
  const { kommune, redact, file, publicUrl } = parts;
  const showing: Showing = { caseFile, notes, now, kommune, redact, file, publicUrl };
  return { parts, showing, team, coordinator: team.users.get(caseFile.coordinator) ?? null, me: await me(), now };
}

async function wantedOf({ threadOf }: Needs, { showing, team }: Scene, { known }: Record): Promise<Wanted> {
  const { caseFile } = showing;
  const lead = leadOf(caseFile, team.users);
  return {
    open: caseFile.status === 'open',
    code: caseFile.code,
    members: [...new Set(team.users.values())],
    lead,
    overview: printOf(overviewMessage(showing)),
    welcome: printOf(welcomeMessage(showing, known.former.at(-1)?.name ?? null)),
    links: linksOf(showing),
    acute: caseFile.acuteAt ?? 0,
    thread: known.channel?.pointed === false ? await threadOf(caseFile.enquiry) : null,
    notices: caseNotices({ caseFile, lead, missing: team.missing }),
  };
}

function leadOf({ coordinator, standIn }: CaseFile, users: ReadonlyMap<string, string>): string | null {
  return users.get(coordinator) ?? (standIn === null ? null : (users.get(standIn) ?? null));
}
