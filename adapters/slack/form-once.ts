/**
 * A window sent twice does its work once: a mark per view, made before the work and finished after it. A crash between
 * the two is told from what the matter looks like now.
 */
import { z } from 'zod';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Instant } from '../../src/domain/words.ts';
import type { Clock, Memory } from '../../src/ports.ts';

const prefix = 'slack.form-done/';
const keptMs = 24 * 3_600_000;
/** As long as Slack waits for an answer about a window. */
const underWayMs = 3_000;

const Mark = z.object({
  state: z.enum(['begun', 'done']),
  /** What the matter looked like before the work. */
  before: z.string(),
  at: z.number(),
});
type Mark = z.infer<typeof Mark>;

interface Needs {
  readonly memory: Memory;
  readonly clock: Clock;
}

/** What stands in the way of beginning: it is done, or being done by another just now. */
export type Begun = 'begun' | 'done' | 'under-way';

/**
 * Marks the work of one view as begun.
 *
 * @param looks what the matter looks like now, as `looksOf` says it: when it has changed since a try that never ended,
 *   that try had done its work. Null for work that tells its own repeats
 */
export async function begin({ memory, clock }: Needs, view: string, looks: string | null): Promise<Begun> {
  const now = clock.now();
  const kept = await memory.read(prefix + view);
  const mark = Mark.safeParse(kept?.value).data;
  if (mark?.state === 'done') return 'done';
  if (mark !== undefined && now < mark.at + underWayMs) return 'under-way';
  if (mark !== undefined && looks !== null && mark.before !== looks) return 'done';
  const begun: Mark = { state: 'begun', before: looks ?? '', at: now };
  return (await memory.keep(prefix + view, begun, kept?.version ?? 0, now + keptMs)) ? 'begun' : 'under-way';
}

/** The work is done: what comes again does nothing. */
export async function finish({ memory, clock }: Needs, view: string): Promise<void> {
  const now = clock.now();
  const kept = await memory.read(prefix + view);
  const done: Mark = { state: 'done', before: '', at: now };
  await memory.keep(prefix + view, done, kept?.version ?? 0, now + keptMs);
}

/** Nothing was done: the person may correct what they wrote and send it again. */
export async function giveUp({ memory }: Pick<Needs, 'memory'>, view: string): Promise<void> {
  await memory.forget(prefix + view);
}

export async function isFinished({ memory }: Pick<Needs, 'memory'>, view: string): Promise<boolean> {
  return Mark.safeParse((await memory.read(prefix + view))?.value).data?.state === 'done';
}

export async function forgetOldMarks({ memory }: Pick<Needs, 'memory'>, now: Instant): Promise<void> {
  const old = await memory.takeDue(prefix, now, now + keptMs, 100);
  for (const { key } of old) await memory.forget(key);
}

/** What staff's acts change of an enquiry, and nothing a citizen changes by writing. */
export function looksOf(enquiry: Enquiry | null): string {
  if (enquiry === null) return 'gone';
  const holder = enquiry.status === 'claimed' || enquiry.status === 'offered' ? enquiry.claimedBy : '';
  return [enquiry.status, enquiry.party, holder].join('/');
}
