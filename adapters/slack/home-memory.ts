/**
 * What is remembered of each person's Home tab: what they have said of themselves, what they have unfolded, and what it
 * showed last. `slack.home/<staff>`; due when it should be looked at again.
 */
import { z } from 'zod';
import type { Instant, StaffId } from '../../src/domain/words.ts';
import type { Memory } from '../../src/ports.ts';

/** `pause`: called only when nobody else is left. */
export const availabilities = ['free', 'busy', 'pause'] as const;
export const homeLists = ['mine', 'waiting', 'today', 'cases', 'reminders'] as const;
export type HomeList = (typeof homeLists)[number];

const RememberedHome = z.object({
  availability: z.enum(availabilities),
  /** When they said so; it holds for that day. */
  since: z.number(),
  /** Slack's id of the person; null until they have opened it. */
  user: z.string().nullable(),
  openedAt: z.number(),
  expanded: z.enum(homeLists).nullable(),
  shownAt: z.number(),
  /** Fingerprint of what was shown, so that the same is not sent again. */
  shown: z.string(),
});
export type RememberedHome = z.infer<typeof RememberedHome>;

export const homePrefix = 'slack.home/';
const keyOf = (staff: StaffId) => `${homePrefix}${staff}`;
const fresh: RememberedHome = {
  availability: 'free',
  since: 0,
  user: null,
  openedAt: 0,
  expanded: null,
  shownAt: 0,
  shown: '',
};

/** @returns null for an entry that is not ours to read */
export function parseHome(value: unknown): RememberedHome | null {
  return RememberedHome.safeParse(value).data ?? null;
}

export const staffOfHome = (key: string) => key.slice(homePrefix.length) as StaffId;

export async function readHome(memory: Memory, staff: StaffId): Promise<RememberedHome> {
  const kept = await memory.read(keyOf(staff));
  return parseHome(kept?.value) ?? fresh;
}

/**
 * Changes what is remembered, whoever else does so at the same time.
 *
 * @param change gets what is remembered and when it is due; gives what is to be instead
 */
export async function changeHome(
  memory: Memory,
  staff: StaffId,
  change: (home: RememberedHome, dueAt: Instant | null) => { home: RememberedHome; dueAt: Instant | null },
): Promise<RememberedHome> {
  for (;;) {
    const kept = await memory.read(keyOf(staff));
    const { home, dueAt } = change(parseHome(kept?.value) ?? fresh, kept?.dueAt ?? null);
    if (await memory.keep(keyOf(staff), home, kept?.version ?? 0, dueAt)) return home;
  }
}
