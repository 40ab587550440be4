/**
 * What is to be done next for a case file's channel: from what we remember, what Slack shows and what is wanted, one
 * step at a time. Pure. Every step may be the last before the process dies: what cannot be seen in Slack afterwards is
 * written down before it is done, all else is found again by looking.
 *
 * Order: nobody who may not be there stays, before anything is written; nobody is invited before the channel is ready.
 */
import type { Instant } from '../../src/domain/words.ts';
import { type KnownCase, type KnownChannel, type WhyGone, whyNoChannel } from './case-memory.ts';
import { type Notice, noticesOf } from './case-notices.ts';
import type { Place } from './parts.ts';

/** The channel as Slack shows it in this pass. */
export interface Seen {
  readonly state: 'fine' | 'archived' | 'gone' | 'shared' | 'public';
  readonly name: string;
  /** Slack's ids of everybody in it but ourselves. */
  readonly members: readonly string[];
  /** Who could not be invited in this pass, and why, in Slack's words. */
  readonly refused: readonly { readonly user: string; readonly code: string }[];
}

export interface Wanted {
  readonly open: boolean;
  readonly code: string;
  /** Slack's ids of everybody who may be in the channel. */
  readonly members: readonly string[];
  /** Who is told privately when something is wrong: the coordinator, or the stand-in; null when neither is in Slack. */
  readonly lead: string | null;
  /** Fingerprints of what the messages must say. */
  readonly overview: string;
  readonly welcome: string;
  /** Addresses that the channel's bookmarks lead to. */
  readonly links: readonly string[];
  /** When danger was last heard, or 0. */
  readonly acute: Instant;
  /** The card's internal thread; null when there is no card. */
  readonly thread: Place | null;
  /** Told once each, whatever the channel is like. */
  readonly notices: readonly Notice[];
}

export type Step =
  /** Written down: this name is about to be asked for. */
  | { readonly do: 'intend'; readonly name: string }
  /** Takes over the channel that an earlier try made, or makes one. `only`: makes none. */
  | { readonly do: 'make'; readonly name: string; readonly only: 'find' | 'any' }
  | { readonly do: 'look' }
  /** It is closed to us already. */
  | { readonly do: 'let_go'; readonly why: WhyGone }
  /** Written down: it is about to be archived, and why. */
  | { readonly do: 'condemn'; readonly why: WhyGone }
  | { readonly do: 'archive' }
  /** Written down: who is in it, who has left, who must not be there. */
  | { readonly do: 'take_stock'; readonly stock: Stock }
  | { readonly do: 'remove'; readonly user: string }
  | { readonly do: 'report'; readonly user: string }
  | { readonly do: 'rename'; readonly name: string }
  | { readonly do: 'purpose' }
  | { readonly do: 'topic' }
  /** Written down: this is about to be posted, or to take the place of what stands there. */
  | { readonly do: 'draft'; readonly which: 'overview' | 'welcome'; readonly print: string }
  | { readonly do: 'overview' }
  | { readonly do: 'pin' }
  | { readonly do: 'bookmark'; readonly link: string }
  /** Written down: these are about to be invited. */
  | { readonly do: 'vet'; readonly users: readonly string[] }
  | { readonly do: 'invite'; readonly users: readonly string[] }
  | { readonly do: 'welcome' }
  | { readonly do: 'point'; readonly thread: Place }
  | { readonly do: 'alert'; readonly heardAt: Instant }
  | { readonly do: 'summary' }
  | { readonly do: 'tell'; readonly notice: Notice };

export type Stock = Pick<KnownChannel, 'members' | 'vetted' | 'left' | 'intruders'>;

/**
 * The next step, or null when what is wanted is what is there.
 *
 * @param seen what Slack showed in this pass; null when it has not been looked at, or may have changed
 */
export function nextStep(known: KnownCase, seen: Seen | null, wanted: Wanted, now: Instant): Step | null {
  const step =
    known.channel === null ? towardsChannel(known, wanted, now) : within(known, known.channel, seen, { wanted, now });
  return step ?? nextNotice(known, seen, wanted, now);
}

function nextNotice(known: KnownCase, seen: Seen | null, wanted: Wanted, now: Instant): Step | null {
  const { lead, open } = wanted;
  const all = [...noticesOf(known, { lead, open, now, refused: seen?.refused ?? [] }), ...wanted.notices];
  const notice = all.find(({ id }) => !known.told.includes(id));
  return notice === undefined ? null : { do: 'tell', notice };
}

function towardsChannel(known: KnownCase, wanted: Wanted, now: Instant): Step | null {
  if (known.making !== null && !wanted.open) return { do: 'make', name: known.making, only: 'find' };
  if (!wanted.open || wanted.members.length === 0 || whyNoChannel(known, now) !== null) return null;
  if (known.making !== null) return { do: 'make', name: known.making, only: 'any' };
  return { do: 'intend', name: channelName(wanted.code, known.names + 1) };
}

/** `sag-4821`, and `sag-4821-2` when that is taken: names of archived channels stay taken. */
export function channelName(code: string, attempt: number): string {
  return attempt <= 1 ? `sag-${code}` : `sag-${code}-${attempt}`;
}

interface Aim {
  readonly wanted: Wanted;
  readonly now: Instant;
}

function within(known: KnownCase, channel: KnownChannel, seen: Seen | null, aim: Aim): Step | null {
  const { wanted } = aim;
  if (seen === null) return { do: 'look' };
  const unreported = reportOf(channel);
  if (channel.leaving !== null) return unreported ?? { do: 'archive' };
  if (seen.state === 'archived' || seen.state === 'gone') {
    return unreported ?? { do: 'let_go', why: wanted.open || seen.state === 'gone' ? seen.state : 'closed' };
  }
  if (seen.state !== 'fine') return { do: 'condemn', why: seen.state };
  return rightPeople(channel, seen, aim) ?? (wanted.open ? kept(known, channel, seen, wanted) : ended(channel, wanted));
}

/** Who must not be there goes, before anything else. */
function rightPeople(channel: KnownChannel, seen: Seen, aim: Aim): Step | null {
  const stock = stockOf(channel, seen, aim);
  if (!sameStock(stock, channel)) return { do: 'take_stock', stock };
  const extra = seen.members.find((user) => !aim.wanted.members.includes(user));
  if (extra !== undefined) return { do: 'remove', user: extra };
  return reportOf(channel) ?? strangerTold(channel, aim.wanted);
}

function reportOf({ intruders }: KnownChannel): Step | null {
  const unreported = intruders.find(({ reported }) => !reported);
  return unreported === undefined ? null : { do: 'report', user: unreported.user };
}

function strangerTold({ id, intruders }: KnownChannel, { lead }: Wanted): Step | null {
  const [stranger] = intruders;
  if (stranger === undefined) return null;
  const { user, at } = stranger;
  return { do: 'tell', notice: { kind: 'intruder', user, to: lead, id: `intruder.${id}.${user}.${at}` } };
}

/** Who is in it by right, who has left, and who came in without being let in. */
function stockOf(channel: KnownChannel, seen: Seen, { wanted, now }: Aim): Stock {
  const inside = new Set(seen.members);
  const may = new Set(wanted.members);
  const rightful = wanted.members.filter((user) => inside.has(user));
  const vetted = channel.vetted.filter((user) => may.has(user) || inside.has(user));
  const stillOut = channel.left.filter(({ user }) => may.has(user) && !inside.has(user));
  const justOut = channel.members.filter(
    (user) => may.has(user) && !inside.has(user) && !stillOut.some((one) => one.user === user),
  );
  const strange = seen.members.filter(
    (user) => !may.has(user) && !channel.vetted.includes(user) && !channel.intruders.some((one) => one.user === user),
  );
  return {
    members: rightful,
    vetted: union(vetted, rightful),
    left: [...stillOut, ...justOut.map((user) => ({ user, at: now }))],
    intruders: [...channel.intruders, ...strange.map((user) => ({ user, at: now, reported: false }))],
  };
}

function union(some: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...some, ...more])];
}

function sameStock(stock: Stock, channel: KnownChannel): boolean {
  return (
    sameSet(stock.members, channel.members) &&
    sameSet(stock.vetted, channel.vetted) &&
    sameSet(usersOf(stock.left), usersOf(channel.left)) &&
    sameSet(usersOf(stock.intruders), usersOf(channel.intruders))
  );
}

function usersOf(list: readonly { readonly user: string }[]): readonly string[] {
  return list.map(({ user }) => user);
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

/** An open case file: the channel ready, then its people, then what they read. */
function kept(known: KnownCase, channel: KnownChannel, seen: Seen, wanted: Wanted): Step | null {
  return (
    furnished(channel, seen, wanted) ??
    invited(channel, seen, wanted) ??
    alerted(known, channel, wanted) ??
    greeted(channel, wanted)
  );
}

function furnished(channel: KnownChannel, seen: Seen, wanted: Wanted): Step | null {
  if (seen.name !== channel.name) return { do: 'rename', name: channel.name };
  if (!channel.purpose) return { do: 'purpose' };
  if (!channel.topic) return { do: 'topic' };
  const overview = shown(channel, wanted, 'overview');
  if (overview !== null) return overview;
  if (!channel.pinned) return { do: 'pin' };
  const link = wanted.links.find((one) => !channel.bookmarks.includes(one));
  return link === undefined ? null : { do: 'bookmark', link };
}

/** What is posted or edited is written down first: after a death either of the two may stand there. */
function shown(channel: KnownChannel, wanted: Wanted, which: 'overview' | 'welcome'): Step | null {
  if (channel.drafts[which] !== null) return { do: which };
  return channel[which]?.print === wanted[which] ? null : { do: 'draft', which, print: wanted[which] };
}

function invited(channel: KnownChannel, seen: Seen, wanted: Wanted): Step | null {
  const failed = seen.refused.map(({ user }) => user);
  const gone = usersOf(channel.left);
  const absent = wanted.members.filter((user) => ![...seen.members, ...gone, ...failed].includes(user));
  if (absent.length === 0) return null;
  return absent.every((user) => channel.vetted.includes(user))
    ? { do: 'invite', users: absent }
    : { do: 'vet', users: absent };
}

function alerted(known: KnownCase, channel: KnownChannel, wanted: Wanted): Step | null {
  return channel.welcome !== null && wanted.acute > known.alerted ? { do: 'alert', heardAt: wanted.acute } : null;
}

function greeted(channel: KnownChannel, wanted: Wanted): Step | null {
  const welcome = shown(channel, wanted, 'welcome');
  if (welcome !== null) return welcome;
  return wanted.thread !== null && !channel.pointed ? { do: 'point', thread: wanted.thread } : null;
}

/** A closed case file: its overview says so, the summary is the last word, then the channel is archived. */
function ended(channel: KnownChannel, wanted: Wanted): Step | null {
  const overview = channel.overview === null ? null : shown(channel, wanted, 'overview');
  if (overview !== null) return overview;
  if (channel.welcome !== null && !channel.summed) return { do: 'summary' };
  return { do: 'condemn', why: 'closed' };
}
