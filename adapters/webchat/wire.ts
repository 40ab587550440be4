/**
 * Direct Line's activities on one side, our messages on the other.
 * Pure: what a client claims about ids, sender and time is never read; all of it is set here.
 */
import { z } from 'zod';
import { ok, type Result, refuse } from '../../src/domain/result.ts';
import { isErased, isRemoved, type Message, type QuickReply } from '../../src/domain/saying.ts';
import type { EnquiryId, Instant, TextLanguage } from '../../src/domain/words.ts';

/** Largest text of one message, in UTF-16 units. */
export const textMax = 65_536;
/** Largest `channelData`, in characters of JSON. */
const channelDataMax = 16_384;

/** `text-too-long` and `data-too-long` name what to shorten; `bad-…` what cannot be kept unchanged. */
export type ActivityRefusal =
  | 'not-an-activity'
  | 'empty'
  | 'files-only'
  | 'text-too-long'
  | 'data-too-long'
  | 'bad-data'
  | 'bad-client-id';

/** What a client may send: a message, or a sign of life that is answered and forgotten. */
export type IncomingActivity =
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly choice: string | null;
      readonly clientId: string | null;
      readonly channelData: unknown;
    }
  | { readonly kind: 'other' };

export interface OutgoingActivity {
  readonly type: 'message';
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: EnquiryId };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'user' | 'bot' };
  readonly text: string;
  readonly textFormat: 'plain';
  readonly locale: string;
  readonly replyToId?: string;
  readonly channelData?: unknown;
  readonly suggestedActions?: SuggestedActions;
}

export interface SuggestedActions {
  readonly to: readonly string[];
  readonly actions: readonly { readonly type: 'imBack'; readonly title: string; readonly value: string }[];
}

const Activity = z.object({
  type: z.string().min(1).max(100),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  attachments: z.unknown().optional(),
  channelData: z.unknown().optional(),
});
/** What we know of a client's data; strangers' data may hold anything under any name. */
const KnownData = z
  .object({
    clientActivityID: z.string().optional().catch(undefined),
    indgang: z
      .object({ choice: z.string().min(1).max(200) })
      .optional()
      .catch(undefined),
  })
  .catch({});

/** Printable, for it becomes a key in the database. */
const cleanId = /^[\x21-\x7e]{1,200}$/;
/** NUL or half a surrogate pair, as `JSON.stringify` writes them. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** Reads one activity of a client; takes only what is used. */
export function readActivity(body: unknown): Result<IncomingActivity, ActivityRefusal> {
  const parsed = Activity.safeParse(body);
  if (!parsed.success) return refuse('not-an-activity');
  const { type, attachments, channelData = null } = parsed.data;
  if (type !== 'message') return ok({ kind: 'other' });

  const { clientActivityID: clientId = null, indgang } = KnownData.parse(channelData);
  if (clientId !== null && !cleanId.test(clientId)) return refuse('bad-client-id');
  const refusal = refusalOfData(channelData);
  if (refusal !== null) return refuse(refusal);
  const text = parsed.data.text ?? (typeof parsed.data.value === 'string' ? parsed.data.value : '');
  if (text.length > textMax) return refuse('text-too-long');
  const choice = indgang?.choice ?? null;
  if (text.trim() !== '' || choice !== null) return ok({ kind: 'message', text, choice, clientId, channelData });
  return refuse(Array.isArray(attachments) && attachments.length > 0 ? 'files-only' : 'empty');
}

function refusalOfData(channelData: unknown): ActivityRefusal | null {
  const json = JSON.stringify(channelData);
  if (json.length > channelDataMax) return 'data-too-long';
  return unstorable.test(json) ? 'bad-data' : null;
}

/** Our ids sort as text: `<enquiry>|0000012`. */
export function activityId(enquiry: EnquiryId, seq: number): string {
  return `${enquiry}|${String(seq).padStart(7, '0')}`;
}

/**
 * What is left to read after a watermark. Absent, empty, `-` and anything that is not ours mean 0, the whole history:
 * a client that has lost its place reads again rather than losing a message.
 */
export function readWatermark(watermark: unknown): number {
  return typeof watermark === 'string' && /^\d{1,9}$/.test(watermark) ? Number(watermark) : 0;
}

export function languageOf(locale: string | undefined): TextLanguage {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'da';
}

export interface Viewpoint {
  /** User id of the token that reads. */
  readonly user: string;
  /** What the entrance is called, e.g. "Ungeindgangen". */
  readonly entrance: string;
  /** Time of the last activity that was sent before these; times never go backwards. */
  readonly notBefore?: Instant;
}

/** Messages of one conversation, in order, as its visitor's client reads them. */
export function toActivities(
  messages: readonly Message[],
  { user, entrance, notBefore = 0 }: Viewpoint,
): OutgoingActivity[] {
  let latest = notBefore;
  return messages.map((message) => {
    latest = Math.max(latest, message.at);
    return toActivity(message, user, entrance, latest);
  });
}

function toActivity(message: Message, user: string, entrance: string, at: Instant): OutgoingActivity {
  const { enquiry, seq, replyTo, text, language, quickReplies } = message;
  const channelData = dataOf(message);
  return {
    type: 'message',
    id: activityId(enquiry, seq),
    timestamp: new Date(at).toISOString(),
    channelId: 'directline',
    conversation: { id: enquiry },
    from: senderOf(message, user, entrance),
    text: isRemoved(message) ? removedText(language) : text,
    textFormat: 'plain',
    locale: language,
    ...(replyTo === null ? {} : { replyToId: activityId(enquiry, replyTo) }),
    ...(channelData === null ? {} : { channelData }),
    ...(quickReplies.length === 0 ? {} : { suggestedActions: suggest(quickReplies, user) }),
  };
}

function senderOf({ from }: Message, user: string, entrance: string): OutgoingActivity['from'] {
  switch (from.kind) {
    case 'visitor':
      return { id: user, role: 'user' };
    case 'bot':
      return { id: 'indgang', name: `${entrance} (robot)`, role: 'bot' };
    case 'staff':
      return { id: 'staff', name: `${from.name}, ${from.role}`, role: 'bot' };
  }
}

/**
 * What a citizen has deleted keeps its place: an activity without text, marked, under the id its client gave it.
 * The client id of a member of staff says where they wrote, and stays with us.
 */
function dataOf(message: Message): unknown {
  const { from, clientId, channelData, says, quickReplies } = message;
  switch (from.kind) {
    case 'visitor':
      return isErased(message) ? { clientActivityID: clientId, indgang: { erased: true } } : channelData;
    case 'bot':
      return {
        indgang: { from: 'bot', says, ...from.presents, ...(quickReplies.length === 0 ? {} : { quickReplies }) },
      };
    case 'staff': {
      const removed = isRemoved(message) ? { removed: true } : {};
      return { indgang: { from: 'staff', name: from.name, role: from.role, ...removed } };
    }
  }
}

/** Stands where a member of staff's words were, also in clients that know nothing of `removed`. */
function removedText(language: string): string {
  return language === 'en' ? 'The message has been removed.' : 'Beskeden er fjernet.';
}

/** Buttons for standard clients: a tap sends the title as if it had been written. */
export function suggest(quickReplies: readonly QuickReply[], user: string): SuggestedActions {
  return { to: [user], actions: quickReplies.map(({ title }) => ({ type: 'imBack', title, value: title })) };
}
