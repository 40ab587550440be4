/**
 * What must now happen outside, as data: stored with the events, delivered at least once.
 * `effectsOf` is the whole table of which event asks for which effect.
 */
import type { Called, Enquiry } from './enquiry.ts';
import { isWithPeople } from './enquiry.ts';
import type { EnquiryEvent } from './enquiry-event.ts';
import type { EffectId, EnquiryId, Instant } from './words.ts';

export type EffectOrder =
  /** Send message `seq` to a channel that does not read our log. */
  | { readonly kind: 'deliver-message'; readonly seq: number }
  /** Show staff the enquiry as it stands. */
  | { readonly kind: 'show-card' }
  /** Call somebody who must act now. */
  | { readonly kind: 'call-person'; readonly calls: Called }
  /** Wake when the deadline has come. */
  | { readonly kind: 'watch-deadline' }
  /** Wake when an offer has run out. */
  | { readonly kind: 'watch-offer' };

export type Effect = EffectOrder & {
  readonly id: EffectId;
  readonly enquiry: EnquiryId;
  /** Effects with the same key are delivered one after another, in the order they were stored. */
  readonly key: string;
  readonly dueAt: Instant;
};

/**
 * The effects of one commit.
 *
 * @param after the state after all of `events`
 * @param events what is committed, oldest first
 * @returns one effect per thing to do; a card is shown, a person called and a deadline watched once per commit,
 *   however many events ask
 */
export function effectsOf(after: Enquiry, events: readonly EnquiryEvent[]): readonly Effect[] {
  const effects = new Map<EffectId, Effect>();
  events.forEach((event, index) => {
    const version = after.version - events.length + index + 1;
    for (const { order, dueAt } of ordersOf(event, after)) {
      const effect = placed(order, after, version, dueAt);
      effects.set(effect.id, effect);
    }
  });
  return [...effects.values()];
}

function placed(order: EffectOrder, after: Enquiry, version: number, dueAt: Instant): Effect {
  const once = order.kind === 'show-card' || order.kind === 'watch-deadline' || order.kind === 'call-person';
  const id = `${after.id}.${once ? after.version : version}.${order.kind}` as EffectId;
  return { ...order, id, enquiry: after.id, key: keyOf(order, after.id, id), dueAt };
}

/** Clocks wait for nothing, so each has a key of its own. */
function keyOf(order: EffectOrder, enquiry: EnquiryId, id: EffectId): string {
  switch (order.kind) {
    case 'deliver-message':
      return `visitor.${enquiry}`;
    case 'show-card':
    case 'call-person':
      return `card.${enquiry}`;
    case 'watch-deadline':
    case 'watch-offer':
      return id;
  }
}

type Due = { readonly order: EffectOrder; readonly dueAt: Instant };

function ordersOf(event: EnquiryEvent, after: Enquiry): readonly Due[] {
  const now = event.at;
  const card: Due = { order: { kind: 'show-card' }, dueAt: now };
  const clock: readonly Due[] = after.due === null ? [] : [{ order: { kind: 'watch-deadline' }, dueAt: after.due }];
  switch (event.type) {
    case 'EnquiryOpened':
    case 'EnquiryTakenIn':
    case 'AgeBandTold':
    case 'TextsErased':
      return [];
    case 'BotSaid':
      return sent(event.seq, after, now);
    case 'RiskFound':
      return event.level === 'acute' && isWithPeople(after) ? [card, call('party', now)] : [];
    case 'MessageReceived':
      return isWithPeople(after) ? [card, ...clock] : [];
    case 'StaffReplied':
    case 'AnswerCorrected':
      return [card, ...sent(event.seq, after, now)];
    case 'TransferOffered':
      return [card, { order: { kind: 'watch-offer' }, dueAt: event.until }];
    case 'DeadlinePassed':
      return [card, call(event.calls, now), ...clock];
    case 'HandoffWithdrawn':
    case 'TransferDeclined':
    case 'TransferExpired':
    case 'EnquiryClosed':
    case 'AnswerRemoved':
    case 'CitizenSpokenTo':
    case 'HelperInvited':
    case 'HelperLeft':
    case 'DeliveryFailed':
      return [card];
    case 'HandoffQueued':
    case 'HandoffRerouted':
    case 'UrgencyRaised':
      return event.urgency === 'acute' ? [card, call('party', now), ...clock] : [card, ...clock];
    case 'HandoffClaimed':
    case 'TransferAccepted':
    case 'HandoffReturned':
    case 'EnquiryReopened':
      return [card, ...clock];
  }
}

function call(calls: Called, dueAt: Instant): Due {
  return { order: { kind: 'call-person', calls }, dueAt };
}

function sent(seq: number, after: Enquiry, now: Instant): readonly Due[] {
  return after.channel !== 'botframework' ? [] : [{ order: { kind: 'deliver-message', seq }, dueAt: now }];
}
