/**
 * What somebody has begun to write in a window, kept on our side while they write, at most 30 days, and forgotten when
 * it has been sent. Slack tells what stands in a window only when it is sent or when a field reports (`dispatch_action`).
 */
import { z } from 'zod';
import type { Instant, StaffId } from '../../src/domain/words.ts';
import type { Clock, Memory } from '../../src/ports.ts';

const dayMs = 24 * 3_600_000;
const keptMs = 30 * dayMs;
const prefix = 'slack.draft/';

/** By block id: what was written or chosen. */
export type Written = Readonly<Record<string, string | readonly string[] | null>>;

/** Whose draft of what: the window's callback id, and the opaque id it is about. */
export interface DraftOf {
  readonly staff: StaffId;
  readonly form: string;
  readonly about: string;
}

interface Needs {
  readonly memory: Memory;
  readonly clock: Clock;
}

const Draft = z.object({
  values: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
  at: z.number(),
});

const keyOf = ({ staff, form, about }: DraftOf) => `${prefix}${staff}/${form}/${about}`;

/** The last one saved counts. Nothing written leaves no draft. */
export async function saveDraft({ memory, clock }: Needs, of: DraftOf, values: Written): Promise<void> {
  const at = clock.now();
  if (isEmpty(values)) return forgetDraft({ memory }, of);
  for (;;) {
    const kept = await memory.read(keyOf(of));
    if (await memory.keep(keyOf(of), { values, at }, kept?.version ?? 0, at + keptMs)) return;
  }
}

/** Nothing is written or chosen. */
export function isEmpty(values: Written): boolean {
  return Object.values(values).every((value) => value === null || value.length === 0);
}

/** @returns null when there is none, or it is too old */
export async function readDraft({ memory, clock }: Needs, of: DraftOf): Promise<Written | null> {
  const kept = await memory.read(keyOf(of));
  const draft = Draft.safeParse(kept?.value).data;
  return draft === undefined || draft.at + keptMs <= clock.now() ? null : draft.values;
}

export async function forgetDraft({ memory }: Pick<Needs, 'memory'>, of: DraftOf): Promise<void> {
  await memory.forget(keyOf(of));
}

/** Forgets what is older than 30 days. */
export async function forgetOldDrafts({ memory }: Pick<Needs, 'memory'>, now: Instant): Promise<void> {
  const old = await memory.takeDue(prefix, now, now + dayMs, 100);
  for (const { key } of old) await memory.forget(key);
}
