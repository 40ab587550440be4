/**
 * What is told privately about a case file's channel, to the coordinator or to those who were in it: once each. Which
 * notices there are follows from what is known, so that none is lost between two steps. Pure.
 */

import type { TeamRole } from '../../src/domain/case-file.ts';
import type { Instant, StaffId } from '../../src/domain/words.ts';
import { type FormerChannel, type KnownCase, type WhyGone, whyNoChannel } from './case-memory.ts';

export type Notice = NoticeKind & {
  /** The same at every try; it says to whom, so that a new coordinator is told what still holds. */
  readonly id: string;
  /** Slack's id; null when nobody who should know is in Slack. */
  readonly to: string | null;
};

export type NoticeKind =
  /** A member of the team who is not in Slack. */
  | { readonly kind: 'missing'; readonly staff: StaffId }
  /** A member of the team whom Slack would not let in. */
  | { readonly kind: 'uninvitable'; readonly user: string; readonly code: string }
  /** Somebody asks for a member whom no consent covers. */
  | { readonly kind: 'asked'; readonly staff: StaffId; readonly role: TeamRole; readonly by: StaffId }
  | { readonly kind: 'intruder'; readonly user: string }
  | { readonly kind: 'left'; readonly user: string }
  /** The channel is no more, and a new one is made. */
  | { readonly kind: 'lost'; readonly why: WhyGone; readonly name: string }
  /** To those who were in it: it was shared outside and is closed. */
  | { readonly kind: 'shared'; readonly name: string }
  | { readonly kind: 'no_channel'; readonly why: 'refused' | 'public' | 'losses' }
  | { readonly kind: 'closed' };

/** What of the present the notices depend on. */
export interface Present {
  readonly lead: string | null;
  readonly open: boolean;
  readonly refused: readonly { readonly user: string; readonly code: string }[];
  readonly now: Instant;
}

/** Everything that should have been told by now, oldest first; what has been told already included. */
export function noticesOf(known: KnownCase, { lead, open, refused, now }: Present): readonly Notice[] {
  const toLead = (id: string, kind: NoticeKind): readonly Notice[] =>
    lead === null ? [] : [{ ...kind, to: lead, id: `${id}.${lead}` }];
  const { channel } = known;
  const left = (channel?.left ?? []).flatMap(({ user, at }) =>
    toLead(`left.${channel?.id}.${user}.${at}`, { kind: 'left', user }),
  );
  const closedDoor = refused.flatMap(({ user, code }) =>
    toLead(`uninvitable.${channel?.id}.${user}.${code}`, { kind: 'uninvitable', user, code }),
  );
  return [
    ...known.former.flatMap((former) => [
      ...membersTold(former, lead),
      ...(former.why === 'closed'
        ? []
        : toLead(`lost.${former.id}`, { kind: 'lost', why: former.why, name: former.name })),
    ]),
    ...(open ? [...left, ...closedDoor, ...noChannel(known, now).flatMap(({ id, kind }) => toLead(id, kind))] : []),
  ];
}

/** The coordinator is told that it is lost, with the rest. */
function membersTold({ id, name, why, members }: FormerChannel, lead: string | null): readonly Notice[] {
  if (why !== 'shared') return [];
  return members
    .filter((user) => user !== lead)
    .map((user) => ({ kind: 'shared', name, to: user, id: `shared.${id}.${user}` }));
}

function noChannel(known: KnownCase, now: Instant): readonly { readonly id: string; readonly kind: NoticeKind }[] {
  const why = known.channel === null ? whyNoChannel(known, now) : null;
  if (why === null) return [];
  const what = why === 'refused' ? known.refused?.code : known.former.length;
  return [{ id: `no_channel.${why}.${what}`, kind: { kind: 'no_channel', why } }];
}
