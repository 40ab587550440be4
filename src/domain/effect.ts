/**
 * What must now happen outside, as data: stored with the events, delivered at least once.
 * `effectsOf` is the whole table of which event of an enquiry asks for which effect; `case-effect.ts` has it for case files.
 */
import type { CaseFileId } from './case-file.ts';
import type { Called, Enquiry } from './enquiry.ts';
import { isWithPeople } from './enquiry.ts';
import type { EnquiryEvent } from './enquiry-event.ts';
import type { EffectId, EnquiryId, Instant } from './words.ts';

export type EffectOrder = EnquiryOrder | CaseOrder;

type EnquiryOrder =
  /** Send message `seq` to a channel that does not read our log. */
  | { readonly kind: 'deliver-message'; readonly seq: number }
  /** Show staff the enquiry as it stands. */
  | { readonly kind: 'show-card' }
  /** Call somebody who must act now. */
  | { readonly kind: 'call-person'; readonly calls: Called }
  /** Wake when the deadline has come. */
  | { readonly kind: 'watch-deadline' }
  /** Wake when an offer has run out. */
  | { readonly kind: 'watch-offer' }
  /** Bring what an enquiry and its case file know of each other up to date. */
  | { readonly kind: 'link-case'; readonly caseFile: CaseFileId }
  /** Tell the case file that danger was heard. */
  | { readonly kind: 'alert-case'; readonly caseFile: CaseFileId };

/** What only case files ask for. */
export type CaseOrder =
  /** Show the team the case file as it stands. */
  | { readonly kind: 'show-case'; readonly caseFile: CaseFileId }
  /** Wake when a consent has run out. */
  | { readonly kind: 'watch-consent'; readonly caseFile: CaseFileId };

export type Effect = EffectOrder & {
  readonly id: EffectId;
  /** For a case file, the enquiry it began with. */
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

const oncePerCommit: ReadonlySet<EffectOrder['kind']> = new Set([
  'show-card',
  'watch-deadline',
  'call-person',
  'link-case',
  'alert-case',
]);

function placed(order: EnquiryOrder, after: Enquiry, version: number, dueAt: Instant): Effect {
  const once = oncePerCommit.has(order.kind);
  const id = `${after.id}.${once ? after.version : version}.${order.kind}` as EffectId;
  return { ...order, id, enquiry: after.id, key: keyOf(order, after.id, id), dueAt };
}

/** Clocks, and what brings an enquiry and its case file together, wait for nothing: each has a key of its own. */
function keyOf(order: EnquiryOrder, enquiry: EnquiryId, id: EffectId): string {
  switch (order.kind) {
    case 'deliver-message':
      return `visitor.${enquiry}`;
    case 'show-card':
    case 'call-person':
      return `card.${enquiry}`;
    case 'watch-deadline':
    case 'watch-offer':
    case 'link-case':
    case 'alert-case':
      return id;
  }
}

type Due = { readonly order: EnquiryOrder; readonly dueAt: Instant };

function ordersOf(event: EnquiryEvent, after: Enquiry): readonly Due[] {
  const now = event.at;
  const card: Due = { order: { kind: 'show-card' }, dueAt: now };
  const clock: readonly Due[] = after.due === null ? [] : [{ order: { kind: 'watch-deadline' }, dueAt: after.due }];
  switch (event.type) {
    case 'EnquiryOpened':
    case 'EnquiryTakenIn':
    case 'TextsErased':
      return [];
    case 'AgeBandTold':
      return forCase('link-case', after, now);
    case 'CaseFileOpened':
    case 'CaseFileClosed':
    case 'CoordinatorChanged':
      return [card];
    case 'BotSaid':
      return sent(event.seq, after, now);
    case 'RiskFound':
      return event.level === 'acute' && isWithPeople(after)
        ? [card, call('party', now), ...forCase('alert-case', after, now)]
        : [];
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
      return event.urgency === 'acute'
        ? [card, call('party', now), ...clock, ...forCase('alert-case', after, now)]
        : [card, ...clock];
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

function forCase(kind: 'link-case' | 'alert-case', { caseFile }: Enquiry, dueAt: Instant): readonly Due[] {
  return caseFile === null ? [] : [{ order: { kind, caseFile: caseFile.id }, dueAt }];
}

function sent(seq: number, after: Enquiry, now: Instant): readonly Due[] {
  return after.channel !== 'botframework' ? [] : [{ order: { kind: 'deliver-message', seq }, dueAt: now }];
}
