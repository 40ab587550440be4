/**
 * After Slack, or we, were away: what staff wrote in open threads meanwhile is read and goes through the same inbox
 * under the same keys, and everything that is open is shown as it is now.
 */
import { z } from 'zod';
import type { CaseFileId } from '../../src/domain/case-file.ts';
import type { EffectId, EnquiryId, Instant } from '../../src/domain/words.ts';
import { type ForDesks, type Log, type Memory, UnavailableError } from '../../src/ports.ts';
import { isRefused } from './errors.ts';
import type { Reading } from './happening.ts';
import { editedArrival, Written, writtenArrival } from './happening-events.ts';
import type { Inbox } from './inbox.ts';
import type { Place, SlackPart, Web } from './parts.ts';

interface Needs {
  readonly web: Pick<Web, 'call'>;
  readonly memory: Memory;
  readonly reader: ForDesks;
  readonly inbox: Inbox;
  readonly maskCpr: Reading['maskCpr'];
  readonly team: () => Promise<string>;
  readonly parts: readonly SlackPart[];
  readonly log: Log;
  /** False when there is no use in going on: Slack is away again, or we stop. */
  readonly goOn: () => boolean;
  readonly wait?: (ms: number) => Promise<void>;
}

export interface CatchUp {
  /** Reads again what came after `since`; called again while it runs, it runs again. */
  from(since: Instant): void;
  /** From when on something may be missing; null when nothing is. */
  missingSince(): Instant | null;
  idle(): Promise<void>;
}

const mostEntries = 10_000;
/** Slack's clock, and what was on its way when the trouble began. */
const marginMs = 300_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function catchUp(needs: Needs): CatchUp {
  let missing: Instant | null = null;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (missing !== null && needs.goOn()) {
      const since: Instant = missing;
      missing = null;
      try {
        await readThreads(needs, since);
        await showAll(needs);
      } catch (error) {
        missing = Math.min(since, missing ?? since);
        needs.log.warn({ code: codeOf(error) }, 'slack could not be read again, will be tried again');
        return;
      }
    }
  }

  return {
    from(since) {
      missing = Math.min(since, missing ?? since);
      running ??= run().finally(() => {
        running = null;
      });
    },
    missingSince: () => missing,
    idle: async () => void (await running),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

// ---------------------------------------------------------------------------------------------------------------
// What staff wrote

/** A card's thread is internal: nothing that is written there goes anywhere. */
const Placed = z.object({ enquiry: z.string(), lane: z.string() });

async function readThreads(needs: Needs, since: Instant): Promise<void> {
  const { memory, reader } = needs;
  const open = new Map<string, boolean>();
  for (const { key, value } of await memory.list('slack.place/', mostEntries)) {
    const placed = Placed.safeParse(value);
    const [, channel, ts] = key.split('/');
    if (!placed.success || placed.data.lane === 'card' || channel === undefined || ts === undefined) continue;
    const { enquiry } = placed.data;
    if (!open.has(enquiry)) {
      const state = await reader.enquiry(enquiry as EnquiryId);
      open.set(enquiry, state !== null && state.status !== 'closed');
    }
    if (open.get(enquiry) === true) await readThread(needs, { channel, ts }, since);
  }
}

const Replies = z.object({
  messages: z.array(z.unknown()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

async function readThread(needs: Needs, { channel, ts }: Place, since: Instant): Promise<void> {
  let cursor: string | undefined;
  do {
    const args = {
      channel,
      ts,
      oldest: String(Math.max(0, (since - marginMs) / 1000)),
      limit: 200,
      ...(cursor !== undefined && { cursor }),
    };
    const answer = await patiently(needs, () => needs.web.call('conversations.replies', args));
    if (answer === null) return;
    const { messages, response_metadata: more } = Replies.parse(answer);
    for (const message of messages) await takeAgain(needs, channel, message);
    cursor = more?.next_cursor === '' ? undefined : more?.next_cursor;
  } while (cursor !== undefined);
}

/** A message we had, edited since, comes as the edit. */
async function takeAgain({ inbox, maskCpr, team }: Needs, channel: string, raw: unknown): Promise<void> {
  const message = Written.safeParse(raw);
  if (!message.success) return;
  const reading = { maskCpr, team: await team() };
  const arrival = writtenArrival(channel, message.data, reading);
  if (arrival === null) return;
  const taken = await inbox.take(arrival);
  if (taken !== null || !message.data.edited) return;
  const edit = editedArrival(channel, message.data, reading);
  if (edit !== null) await inbox.take(edit);
}

/** @returns null when Slack will not answer this one */
async function patiently({ goOn, wait = pause }: Needs, ask: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (isRefused(error)) return null;
      if (!(error instanceof UnavailableError) || error.retryAfterMs === null || !goOn()) throw error;
      await wait(error.retryAfterMs);
    }
  }
}

// ---------------------------------------------------------------------------------------------------------------
// What is shown

async function showAll(needs: Needs): Promise<void> {
  const { memory, reader, parts } = needs;
  for (const { key } of await memory.list('slack.thread/', mostEntries)) {
    const enquiry = await reader.enquiry(key.slice('slack.thread/'.length) as EnquiryId);
    if (enquiry === null) continue;
    // The id of the effect that would show it as it is: a part that has done it does nothing.
    const effect = `${enquiry.id}.${enquiry.version}.show-card` as EffectId;
    for (const part of parts) await patiently(needs, async () => part.show?.(enquiry, effect));
  }
  for (const { key } of await memory.list('slack.case/', mostEntries)) {
    const caseFile = await reader.caseFile(key.slice('slack.case/'.length) as CaseFileId);
    if (caseFile === null) continue;
    const effect = `${caseFile.id}.${caseFile.version}.show-case` as EffectId;
    for (const part of parts) await patiently(needs, async () => part.showCase?.(caseFile, effect));
  }
}
