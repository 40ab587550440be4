/** Lists by the page. */
import { countOf, textOf } from './arguments.ts';
import { fail } from './refusals.ts';
import type { Json } from './shapes.ts';

/** A page of a list, by an opaque cursor. */
export function page<Item>(items: readonly Item[], args: Json, most: number) {
  const cursor = textOf(args, 'cursor');
  const start = cursor === undefined ? 0 : Number(/^page:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1]);
  if (Number.isNaN(start)) return fail('invalid_cursor');
  const end = start + countOf(args, 'limit', 100, most);
  const next = end < items.length ? Buffer.from(`page:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), hasMore: next !== '', response_metadata: { next_cursor: next } };
}
