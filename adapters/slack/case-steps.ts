/**
 * Doing one step of `case-plan.ts` in Slack. Each can be done twice: posts have an id of their own, everything else is
 * looked up before it is made, or is the same the second time.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Instant } from '../../src/domain/words.ts';
import { channelGone, letIn, putOut, type Team, whoIsIn } from './case-members.ts';
import {
  bindChannel,
  caseOfChannel,
  freshChannel,
  type KnownCase,
  type KnownChannel,
  type WhyGone,
} from './case-memory.ts';
import { noticeMessage } from './case-notice-words.ts';
import {
  alertMessage,
  deskLink,
  markOf,
  overviewMessage,
  pointerMessage,
  purposeOf,
  type Said,
  type Showing,
  summaryMessage,
  topicWords,
  welcomeMessage,
} from './case-overview.ts';
import { channelName, type Seen, type Step } from './case-plan.ts';
import { isRefused, type SlackRefusedError } from './errors.ts';
import type { Place, SlackParts } from './parts.ts';

/** What is known and seen; each step gives the next. */
export interface Work {
  readonly known: KnownCase;
  readonly seen: Seen | null;
}

/** What is true now, and where. */
export interface Scene {
  readonly parts: SlackParts;
  readonly showing: Showing;
  readonly team: Team;
  /** Slack's id of the coordinator, or null. */
  readonly coordinator: string | null;
  /** Our own id in Slack. */
  readonly me: string;
  readonly now: Instant;
}

type StepOf<Do extends Step['do']> = Extract<Step, { do: Do }>;
type Doing = { readonly [Do in Step['do']]: (scene: Scene, work: Work, step: StepOf<Do>) => Promise<Work> };

/** @throws UnavailableError when trying again later may work */
export async function perform(scene: Scene, work: Work, step: Step): Promise<Work> {
  const act = doing[step.do] as (scene: Scene, work: Work, step: Step) => Promise<Work>;
  try {
    return await act(scene, work, step);
  } catch (error) {
    if (work.known.channel !== null && work.seen !== null && isRefused(error) && channelGone(error)) {
      return { ...work, seen: null };
    }
    throw error;
  }
}

/** A fingerprint of what a message says. */
export function printOf(said: Said): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
}

const doing: Doing = {
  intend: async (_, work, { name }) => ({
    ...work,
    known: { ...work.known, making: name, names: work.known.names + 1, refused: null },
  }),
  make: async (scene, work, step) => make(scene, work, step),
  look: async (scene, { known }) => ({ known, seen: await look(scene, channelOf(known).id) }),
  let_go: async (scene, { known }, { why }) => ({ known: letGo(scene, known, why), seen: null }),
  condemn: async (scene, { known, seen }, { why }) => {
    const said = { caseFile: scene.showing.caseFile.id, channel: channelOf(known).id, why };
    if (why === 'closed') scene.parts.log.info(said, 'case channel is being closed');
    else scene.parts.log.error(said, 'case channel is not safe and is being closed');
    return { known: inChannel(known, { leaving: why }), seen };
  },
  archive: async (scene, { known }) => archive(scene, known),
  take_stock: async (scene, { known, seen }, { stock }) => {
    const strangers = stock.intruders.length - channelOf(known).intruders.length;
    const about = { caseFile: scene.showing.caseFile.id, channel: channelOf(known).id, strangers };
    if (strangers > 0) scene.parts.log.error(about, 'case channel has somebody in it who may not be there');
    return { known: inChannel(known, stock), seen };
  },
  remove: async (scene, work, { user }) => remove(scene, work, user),
  report: async (scene, { known, seen }, { user }) => {
    const staff = await scene.parts.people.bySlack(user);
    await scene.parts.cases.intruder(scene.showing.caseFile.id, staff?.id ?? null);
    const { intruders } = channelOf(known);
    const reported = intruders.map((one) => (one.user === user ? { ...one, reported: true } : one));
    return { known: inChannel(known, { intruders: reported }), seen };
  },
  rename: async (scene, { known, seen }, { name }) => rename(scene, { known, seen }, name),
  purpose: async (scene, { known, seen }) => {
    const purpose = purposeOf(scene.showing.caseFile);
    await minor(scene, 'conversations.setPurpose', { channel: channelOf(known).id, purpose });
    return { known: inChannel(known, { purpose: true }), seen };
  },
  topic: async (scene, { known, seen }) => {
    await minor(scene, 'conversations.setTopic', { channel: channelOf(known).id, topic: topicWords });
    return { known: inChannel(known, { topic: true }), seen };
  },
  draft: async (_, { known, seen }, { which, print }) => {
    const drafts = { ...channelOf(known).drafts, [which]: print };
    return { known: inChannel(known, { drafts }), seen };
  },
  overview: async (scene, work) => showOne(scene, work, 'overview', overviewMessage(scene.showing)),
  pin: async (scene, work) => pin(scene, work),
  bookmark: async (scene, work, { link }) => bookmark(scene, work, link),
  vet: async (_, { known, seen }, { users }) => {
    const vetted = [...new Set([...channelOf(known).vetted, ...users])];
    return { known: inChannel(known, { vetted }), seen };
  },
  invite: async (scene, work, { users }) => invite(scene, work, users),
  welcome: async (scene, work) => {
    const former = work.known.former.at(-1)?.name ?? null;
    return showOne(scene, work, 'welcome', welcomeMessage(scene.showing, former));
  },
  point: async (scene, work, { thread }) => point(scene, work, thread),
  alert: async (scene, { known, seen }, { heardAt }) => {
    const { id } = channelOf(known);
    const said = alertMessage(scene.showing, scene.coordinator);
    await scene.parts.web.post({ channel: id, ...said, id: `case.${id}.acute.${heardAt}` });
    return { known: { ...known, alerted: heardAt }, seen };
  },
  summary: async (scene, { known, seen }) => {
    const { id } = channelOf(known);
    const { closing } = scene.showing.caseFile;
    const said = summaryMessage(scene.showing);
    await scene.parts.web.post({ channel: id, ...said, id: `case.${id}.summary.${closing?.at ?? 0}` });
    return { known: inChannel(known, { summed: true }), seen };
  },
  tell: async (scene, work, step) => tell(scene, work, step),
};

function channelOf({ channel }: KnownCase): KnownChannel {
  if (channel === null) throw new Error('case channel: a step inside a channel that is not there');
  return channel;
}

function inChannel(known: KnownCase, change: Partial<KnownChannel>): KnownCase {
  return { ...known, channel: { ...channelOf(known), ...change } };
}

/** What is nice to have: refused for good it is left undone, and said in the log. */
async function minor(scene: Scene, method: string, args: Record<string, unknown>): Promise<void> {
  try {
    await scene.parts.web.call(method, args);
  } catch (error) {
    if (!isRefused(error) || channelGone(error)) throw error;
    forgone(scene, method, error);
  }
}

function forgone({ parts, showing }: Scene, method: string, { code, decision }: SlackRefusedError): void {
  if (decision === 'already') return;
  parts.log.warn({ caseFile: showing.caseFile.id, method, code }, 'case channel goes without something');
}

// ---------------------------------------------------------------------------------------------------------------
// Making and finding

const Topic = z.object({ value: z.string() }).optional();
const Listed = z.object({
  id: z.string(),
  name: z.string(),
  creator: z.string().optional(),
  is_private: z.boolean().optional(),
  is_archived: z.boolean().optional(),
  is_ext_shared: z.boolean().optional(),
  is_org_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
  is_member: z.boolean().optional(),
  purpose: Topic,
});
type Listed = z.infer<typeof Listed>;
const OneChannel = z.object({ channel: Listed });
const Page = z.object({
  channels: z.array(Listed),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const mostPages = 200;

/** A channel that an earlier try has made and nobody wrote down is taken over; only then is one made. Always private. */
async function make(scene: Scene, { known }: Work, { name, only }: StepOf<'make'>): Promise<Work> {
  const found = await findOurs(scene, known, name);
  if (found !== null) return begun(scene, known, found);
  if (only === 'find') return { known: { ...known, making: null }, seen: null };
  try {
    const answer = await scene.parts.web.call('conversations.create', { name, is_private: true });
    return await begun(scene, known, OneChannel.parse(answer).channel);
  } catch (error) {
    if (!isRefused(error)) throw error;
    if (error.code === 'name_taken') return { known: nextName(scene, known), seen: null };
    const about = { caseFile: scene.showing.caseFile.id, code: error.code };
    scene.parts.log.error(about, 'slack makes no private channel, the case file has none');
    return { known: { ...known, making: null, refused: { code: error.code, at: scene.now } }, seen: null };
  }
}

function nextName({ showing }: Scene, known: KnownCase): KnownCase {
  return { ...known, making: channelName(showing.caseFile.code, known.names + 1), names: known.names + 1 };
}

async function begun({ parts, showing }: Scene, known: KnownCase, { id, name }: Listed): Promise<Work> {
  await bindChannel(parts.memory, id, showing.caseFile.id);
  return { known: { ...known, channel: freshChannel(id, name), making: null }, seen: null };
}

async function findOurs(scene: Scene, known: KnownCase, name: string): Promise<Listed | null> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const args = {
      types: 'private_channel',
      exclude_archived: true,
      limit: 200,
      ...(cursor !== undefined && { cursor }),
    };
    const answer = Page.parse(await scene.parts.web.call('conversations.list', args));
    for (const channel of answer.channels) if (await isOurs(scene, known, channel, name)) return channel;
    cursor = answer.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') break;
  }
  return null;
}

/** Ours by its mark; or made by us under the name that was being tried, and not described yet. */
async function isOurs(scene: Scene, known: KnownCase, channel: Listed, name: string): Promise<boolean> {
  if (channel.creator !== scene.me || channel.is_archived === true) return false;
  if (known.former.some(({ id }) => id === channel.id)) return false;
  const purpose = channel.purpose?.value ?? '';
  if (purpose.includes(markOf(scene.showing.caseFile))) return true;
  if (purpose !== '' || channel.name !== name) return false;
  const owner = await caseOfChannel(scene.parts.memory, channel.id);
  return owner === null || owner === scene.showing.caseFile.id;
}

// ---------------------------------------------------------------------------------------------------------------
// Looking, and letting go

/** What we cannot read counts as shared. */
async function look({ parts, me }: Scene, id: string): Promise<Seen> {
  const nothing = { name: '', members: [], refused: [] };
  try {
    const answer = OneChannel.safeParse(await parts.web.call('conversations.info', { channel: id }));
    if (!answer.success) return { ...nothing, state: 'shared' };
    const state = stateOf(answer.data.channel);
    const { name } = answer.data.channel;
    if (state !== 'fine') return { ...nothing, state, name };
    const members = await whoIsIn(parts.web, id);
    return { state, name, members: members.filter((user) => user !== me), refused: [] };
  } catch (error) {
    if (isRefused(error) && channelGone(error)) return { ...nothing, state: 'gone' };
    throw error;
  }
}

function stateOf(channel: Listed): Seen['state'] {
  if (channel.is_archived === true) return 'archived';
  if (channel.is_private !== true) return 'public';
  const marks = [channel.is_ext_shared, channel.is_org_shared, channel.is_pending_ext_shared];
  if (marks.some((mark) => mark !== false)) return 'shared';
  return channel.is_member === false ? 'gone' : 'fine';
}

function letGo({ now }: Scene, known: KnownCase, why: WhyGone): KnownCase {
  const { id, name, members } = channelOf(known);
  const former = { id, name, why, at: now, members: why === 'shared' ? members : [] };
  return { ...known, channel: null, making: null, former: [...known.former, former] };
}

/** Archiving is for good: an app cannot open a channel again. */
async function archive(scene: Scene, known: KnownCase): Promise<Work> {
  const { id, leaving } = channelOf(known);
  try {
    await scene.parts.web.call('conversations.archive', { channel: id });
  } catch (error) {
    if (!isRefused(error)) throw error;
    const about = { caseFile: scene.showing.caseFile.id, channel: id, code: error.code };
    if (error.decision !== 'already') scene.parts.log.error(about, 'case channel cannot be archived, it is left');
  }
  return { known: letGo(scene, known, leaving ?? 'closed'), seen: null };
}

// ---------------------------------------------------------------------------------------------------------------
// People

async function invite({ parts }: Scene, { known, seen }: Work, users: readonly string[]): Promise<Work> {
  const { inside, refused, lost } = await letIn(parts.web, channelOf(known).id, users);
  if (lost || seen === null) return { known, seen: null };
  const members = [...new Set([...seen.members, ...inside])];
  return { known, seen: { ...seen, members, refused: [...seen.refused, ...refused] } };
}

/** Whoever cannot be put out takes the channel with them: it is closed and a new one is made. */
async function remove(scene: Scene, { known, seen }: Work, user: string): Promise<Work> {
  const result = await putOut(scene.parts.web, channelOf(known).id, user);
  if (result === 'lost' || seen === null) return { known, seen: null };
  if (result === 'out') return { known, seen: { ...seen, members: seen.members.filter((one) => one !== user) } };
  scene.parts.log.error(
    { caseFile: scene.showing.caseFile.id },
    'slack keeps somebody in a case channel, it is closed',
  );
  return { known: inChannel(known, { leaving: 'unremovable' }), seen };
}

/** Only whoever made the channel may rename it; refused, the new name is taken as it is. */
async function rename(scene: Scene, { known, seen }: Work, name: string): Promise<Work> {
  if (seen === null) return { known, seen };
  try {
    await scene.parts.web.call('conversations.rename', { channel: channelOf(known).id, name });
    return { known, seen: { ...seen, name } };
  } catch (error) {
    if (!isRefused(error) || channelGone(error)) throw error;
    scene.parts.log.warn({ caseFile: scene.showing.caseFile.id, code: error.code }, 'case channel keeps its new name');
    return { known: inChannel(known, { name: seen.name }), seen };
  }
}

// ---------------------------------------------------------------------------------------------------------------
// What stands in the channel

const counts = { overview: 'overviews', welcome: 'welcomes' } as const;

/** Edited in place; posted when there is none, or when somebody has deleted it. */
async function showOne(
  { parts: { web } }: Scene,
  { known, seen }: Work,
  which: 'overview' | 'welcome',
  said: Said,
): Promise<Work> {
  const channel = channelOf(known);
  const { id } = channel;
  const drafts = { ...channel.drafts, [which]: null };
  const before = channel[which];
  if (before === null) {
    const number = channel[counts[which]] + 1;
    const { ts } = await web.post({ channel: id, ...said, id: `case.${id}.${which}.${number}` });
    const posted = { [which]: { ts, print: channel.drafts[which] ?? printOf(said) }, [counts[which]]: number };
    return { known: inChannel(known, { ...posted, drafts }), seen };
  }
  try {
    await web.edit({ channel: id, ts: before.ts }, said);
    return { known: inChannel(known, { [which]: { ts: before.ts, print: printOf(said) }, drafts }), seen };
  } catch (error) {
    if (!isRefused(error, 'message')) throw error;
    return { known: inChannel(known, { [which]: null, drafts, ...(which === 'overview' && { pinned: false }) }), seen };
  }
}

/** An overview that somebody deleted meanwhile cannot be pinned: it is posted anew. */
async function pin(scene: Scene, { known, seen }: Work): Promise<Work> {
  const { id, overview: shown } = channelOf(known);
  try {
    await scene.parts.web.call('pins.add', { channel: id, timestamp: shown?.ts });
  } catch (error) {
    if (!isRefused(error) || channelGone(error)) throw error;
    if (error.decision === 'message') return { known: inChannel(known, { overview: null }), seen };
    forgone(scene, 'pins.add', error);
  }
  return { known: inChannel(known, { pinned: true }), seen };
}

const Bookmarks = z.object({ bookmarks: z.array(z.object({ link: z.string().optional() })).default([]) });

/** Slack would make a second one without a word, so they are looked through first. */
async function bookmark(scene: Scene, { known, seen }: Work, link: string): Promise<Work> {
  const { id, bookmarks } = channelOf(known);
  const done: Work = { known: inChannel(known, { bookmarks: [...bookmarks, link] }), seen };
  try {
    const there = Bookmarks.parse(await scene.parts.web.call('bookmarks.list', { channel_id: id }));
    if (there.bookmarks.some((one) => one.link === link)) return done;
  } catch (error) {
    if (!isRefused(error) || channelGone(error)) throw error;
  }
  await minor(scene, 'bookmarks.add', { channel_id: id, title: bookmarkTitle, type: 'link', link });
  return done;
}

const bookmarkTitle = 'Sag i desk';

/** Addresses the channel's bookmarks lead to. Goals and meetings will have theirs here. */
export function linksOf(showing: Showing): readonly string[] {
  const link = deskLink(showing);
  return link === null ? [] : [link];
}

async function point(scene: Scene, { known, seen }: Work, thread: Place): Promise<Work> {
  const { id } = channelOf(known);
  const said = pointerMessage(id);
  try {
    const post = { channel: thread.channel, threadTs: thread.ts, ...said, id: `case.${id}.pointer` };
    await scene.parts.web.post(post);
  } catch (error) {
    if (!isRefused(error)) throw error;
    scene.parts.log.warn({ caseFile: scene.showing.caseFile.id, code: error.code }, 'case pointer has no place');
  }
  return { known: inChannel(known, { pointed: true }), seen };
}

// ---------------------------------------------------------------------------------------------------------------
// Telling people

async function tell(scene: Scene, { known, seen }: Work, { notice }: StepOf<'tell'>): Promise<Work> {
  const told: KnownCase = { ...known, told: [...known.told, notice.id] };
  const done: Work = {
    known: notice.kind === 'intruder' ? inChannel(told, { intruders: without(told, notice.user) }) : told,
    seen,
  };
  if (notice.to === null) {
    scene.parts.log.warn(
      { caseFile: scene.showing.caseFile.id, kind: notice.kind },
      'nobody in slack to tell about a case',
    );
    return done;
  }
  try {
    const said = await noticeMessage(scene.parts, scene.showing, notice);
    await scene.parts.web.tell(notice.to, { ...said, id: `case.${scene.showing.caseFile.id}.${notice.id}` });
  } catch (error) {
    if (!isRefused(error)) throw error;
    const about = { caseFile: scene.showing.caseFile.id, kind: notice.kind, code: error.code };
    scene.parts.log.warn(about, 'a notice about a case cannot be sent');
  }
  return done;
}

function without(known: KnownCase, stranger: string): KnownChannel['intruders'] {
  return channelOf(known).intruders.filter(({ user }) => user !== stranger);
}

/** Told whatever the channel is like: who is not in Slack, who is asked for, that it is closed. */
export function caseNotices({
  caseFile,
  lead,
  missing,
}: {
  readonly caseFile: CaseFile;
  readonly lead: string | null;
  readonly missing: Team['missing'];
}) {
  if (lead === null) return [];
  const { invitations, closing, status } = caseFile;
  if (status === 'closed') return [{ kind: 'closed', to: lead, id: `closed.${closing?.at ?? 0}.${lead}` } as const];
  return [
    ...missing.map((staff) => ({ kind: 'missing', staff, to: lead, id: `missing.${staff}.${lead}` }) as const),
    ...invitations.map(({ staff, role, askedBy, at }) => ({
      ...({ kind: 'asked', staff, role, by: askedBy } as const),
      to: lead,
      id: `asked.${staff}.${role}.${at}.${lead}`,
    })),
  ];
}
