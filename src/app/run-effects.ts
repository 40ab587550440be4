/**
 * Does what decisions have asked for outside, at least once each, in order per key.
 * The table of effects is the truth; jobs and the sweep only say which one to look at.
 */

import { hearAcute } from '../domain/case-course.ts';
import { endConsents } from '../domain/consent.ts';
import type { Draft } from '../domain/draft.ts';
import { emit, startDraft } from '../domain/draft.ts';
import type { CaseOrder, Effect } from '../domain/effect.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import { passDeadline } from '../domain/ladder.ts';
import { isRemoved } from '../domain/saying.ts';
import { expireOffer } from '../domain/transfer.ts';
import type { EffectId, EnquiryId, Instant } from '../domain/words.ts';
import { type LeasedEffect, UnavailableError } from '../ports.ts';
import { commit, momentFor } from './commit.ts';
import { decideCase } from './commit-case.ts';
import { linkCase } from './link-case.ts';
import type { Needs, Surfaces } from './needs.ts';

const leaseMs = 30_000;
const mostAttempts = 12;
const longestRestMs = 300_000;
/** What the outside was away for is tried until this old: an outage may last a night. */
const mostAwayMs = 24 * 3_600_000;
/** So that it goes out soon after they are back. */
const longestAwayRestMs = 60_000;
/** Nobody may make us wait longer, whatever they say. */
const longestToldRestMs = 600_000;
/** Due effects woken at a time by one sweep. */
const sweepSize = 500;

/** Takes one effect, does it, and records how it went. Never throws: what fails is tried again later. */
export async function runEffect(needs: Needs, surfaces: Surfaces, id: EffectId): Promise<void> {
  const now = needs.clock.now();
  const leased = await needs.store.lease(id, now, now + leaseMs);
  if (leased === null) return;
  try {
    await perform(needs, surfaces, leased);
  } catch (failure) {
    await postpone(needs, leased, failure);
    return;
  }
  await end(needs, id, 'done');
}

/** Ends an effect for good and wakes the one that stood behind it. */
async function end({ store, jobs }: Needs, id: EffectId, result: 'done' | 'dead'): Promise<void> {
  const next = await store.settle(id, result);
  if (next !== null) jobs.wake([next]);
}

/** Wakes everything that is due and that nobody works on: after a crash, a lost Redis, or when a clock runs out. */
export async function sweep({ store, jobs, clock }: Needs): Promise<void> {
  const ids = await store.dueEffects(clock.now(), sweepSize);
  if (ids.length > 0) jobs.wake(ids);
}

async function perform(needs: Needs, surfaces: Surfaces, { effect, address }: LeasedEffect): Promise<void> {
  switch (effect.kind) {
    case 'deliver-message':
      return deliver(needs, surfaces, effect, effect.seq, address);
    case 'show-card':
      return withEnquiry(needs, effect, (enquiry) => onDesks(surfaces, (desk) => desk.show(enquiry, effect.id)));
    case 'call-person':
      return withEnquiry(needs, effect, (enquiry) =>
        onDesks(surfaces, (desk) => desk.call(enquiry, effect.calls, effect.id)),
      );
    case 'watch-deadline':
      return decideNow(needs, effect.enquiry, (state, now) => passDeadline(state, needs.rules, now));
    case 'watch-offer':
      return decideNow(needs, effect.enquiry, expireOffer);
    case 'link-case':
      return linkCase(needs, effect.caseFile);
    case 'alert-case':
      return decideCase(needs, effect.caseFile, (state, now) => hearAcute(state, effect.dueAt, now));
    case 'show-case':
    case 'watch-consent':
      return performForCase(needs, surfaces, effect);
  }
}

async function performForCase(needs: Needs, surfaces: Surfaces, effect: Effect & CaseOrder): Promise<void> {
  if (effect.kind === 'watch-consent') {
    return decideCase(needs, effect.caseFile, (state, now) => endConsents(state, needs.rules.kommune, now));
  }
  const caseFile = await needs.store.cases.read(effect.caseFile);
  if (caseFile !== null) await onDesks(surfaces, (desk) => desk.showCase(caseFile, effect.id));
}

async function deliver(
  needs: Needs,
  { channels }: Surfaces,
  effect: Effect,
  seq: number,
  address: unknown,
): Promise<void> {
  const [message] = await needs.store.messages(effect.enquiry, seq - 1, 1);
  if (message === undefined) throw new Error(`${effect.id}: its message is missing`);
  if (isRemoved(message)) return;
  if (channels.botframework === undefined) throw new Error(`${effect.id}: its channel is not configured`);
  await channels.botframework.deliver(message, address, effect.id);
}

async function onDesks({ desks }: Surfaces, work: (desk: Surfaces['desks'][number]) => Promise<void>): Promise<void> {
  await Promise.all(desks.map(work));
}

async function withEnquiry(
  { store }: Needs,
  { enquiry }: Effect,
  work: (state: Enquiry) => Promise<void>,
): Promise<void> {
  const { enquiry: state } = await store.read(enquiry);
  if (state !== null) await work(state);
}

/** Read → decide → commit for what time alone decides; nothing to do is fine. */
async function decideNow(
  needs: Needs,
  id: EnquiryId,
  decision: (state: Enquiry, now: Instant) => Draft | null,
): Promise<void> {
  for (;;) {
    const { enquiry } = await needs.store.read(id);
    if (enquiry === null) return;
    const now = momentFor(needs, enquiry);
    const draft = decision(enquiry, now);
    if (draft === null) return;
    if ((await commit(needs, enquiry, draft, now)) === 'committed') return;
  }
}

async function postpone(needs: Needs, leased: LeasedEffect, failure: unknown): Promise<void> {
  const { effect, attempt } = leased;
  const { id, kind, enquiry } = effect;
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : 'unknown';
  const now = needs.clock.now();
  const restMs = restAfter(leased, failure, now);
  if (restMs !== null) {
    await needs.store.settle(id, { retryAt: now + restMs });
    needs.log.warn({ effect: id, kind, attempt, code }, 'effect failed, will be tried again');
    return;
  }
  await end(needs, id, 'dead');
  needs.log.error({ effect: id, kind, attempt, code }, 'effect given up');
  if (kind !== 'show-card') await decideNow(needs, enquiry, (state, at) => failed(state, id, at));
}

/** @returns how long until the next try, or null when there is none */
function restAfter({ effect, attempt }: LeasedEffect, failure: unknown, now: Instant): number | null {
  const away = failure instanceof UnavailableError ? failure : null;
  if (attempt >= mostAttempts && (away === null || now - effect.dueAt >= mostAwayMs)) return null;
  if (away !== null && away.retryAfterMs !== null) return Math.min(Math.ceil(away.retryAfterMs), longestToldRestMs);
  return Math.min(1000 * 2 ** (attempt - 1), away === null ? longestRestMs : longestAwayRestMs);
}

/** Staff see on the card that something did not get out. */
function failed(state: Enquiry, effect: EffectId, at: Instant): Draft {
  return emit(startDraft(state), { type: 'DeliveryFailed', effect, at });
}
