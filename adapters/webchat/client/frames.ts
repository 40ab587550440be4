/** What comes in from the server, read with care: a field of the wrong kind is left out, never trusted. */
import type { PageMessage } from '../page-state.ts';

/** One frame of the stream. */
export interface Frame {
  readonly messages: readonly PageMessage[];
  readonly watermark: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

function fields(it: unknown): Fields {
  return typeof it === 'object' && it !== null ? { ...it } : {};
}

function text(it: unknown): string | null {
  return typeof it === 'string' ? it : null;
}

function author(said: Fields, from: Fields): PageMessage['from'] {
  if (from.role === 'user') return 'visitor';
  return said.from === 'staff' ? 'staff' : 'bot';
}

function quickReplies(it: unknown): PageMessage['quickReplies'] {
  if (!Array.isArray(it)) return [];
  return it
    .map(fields)
    .flatMap(({ code, title }) => (typeof code === 'string' && typeof title === 'string' ? [{ code, title }] : []));
}

/** @returns null for anything but a message that has its place in the conversation */
function message(activity: unknown): PageMessage | null {
  const { id, type, from, text: words, locale, channelData, replyToId } = fields(activity);
  const seq = place(id);
  const { indgang, clientActivityID } = fields(channelData);
  const said = fields(indgang);
  if (type !== 'message' || !Number.isSafeInteger(seq) || seq < 1) return null;
  return {
    seq,
    from: author(said, fields(from)),
    name: text(said.name),
    role: text(said.role),
    says: text(said.says) as PageMessage['says'],
    text: said.removed === true ? '' : (text(words) ?? ''),
    language: text(locale)?.split('-')[0] ?? 'da',
    quickReplies: quickReplies(said.quickReplies),
    clientId: text(clientActivityID),
    ...(said.says === 'answer_removed' && { removes: place(replyToId) }),
  };
}

/** The number in `<conversation>|<number>`. */
function place(id: unknown): number {
  return Number(text(id)?.split('|').at(-1));
}

/** An empty frame keeps the line open and says nothing. */
export function readFrame(data: unknown): Frame {
  if (typeof data !== 'string' || data.trim() === '') return { messages: [], watermark: null };
  const { activities, watermark } = fields(JSON.parse(data));
  const found = Array.isArray(activities) ? activities.map(message).filter((it) => it !== null) : [];
  return { messages: found, watermark: text(watermark) };
}
