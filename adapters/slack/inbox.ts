/**
 * What has come in from Slack, kept before it is acknowledged and until it is done, in the same database as everything
 * else. Each thing counts once by its key; what died half-way is taken up again.
 */
import { z } from 'zod';
import type { Instant } from '../../src/domain/words.ts';
import { type Clock, type Log, type Memory, UnavailableError } from '../../src/ports.ts';
import type { Arrival } from './happening.ts';
import { lines } from './lines.ts';
import type { Answer, Happening } from './parts.ts';

/** What a happening comes to: how a window is answered, what somebody is told at once, or nothing. */
export type Outcome = Answer | string;

/** Does what a happening asks for. `fresh`: it has just come, so windows can still be opened. */
export type Work = (happening: Happening, fresh: boolean) => Promise<Outcome>;

export interface Inbox {
  /**
   * Resolves when it is kept; the work begins then.
   *
   * @returns how it ends, or null when it had come before
   * @throws UnavailableError when it could not be kept: Slack must send it again
   */
  take(arrival: Arrival): Promise<{ readonly outcome: Promise<Outcome> } | null>;
  /** Takes up what is due again, and forgets what is long done. */
  tick(now: Instant): Promise<void>;
  /** Whether it has come before, done or not. */
  knows(arrival: Arrival): Promise<boolean>;
  /** Waits for what is under way. */
  idle(): Promise<void>;
}

interface Needs {
  readonly memory: Memory;
  readonly clock: Clock;
  readonly log: Log;
  readonly work: Work;
  /** Replaced by tests: waits so many milliseconds. */
  readonly wait?: (ms: number) => Promise<void>;
}

const Entry = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('new'),
    line: z.string(),
    tries: z.number(),
    since: z.number(),
    happening: z.custom<Happening>((value) => typeof value === 'object' && value !== null && 'kind' in value),
  }),
  /** No words are kept of what is done. */
  z.object({ state: z.literal('done') }),
]);
type Waiting = Extract<z.infer<typeof Entry>, { state: 'new' }>;

const prefix = 'slack.inbox/';
/** Who works on it says so again before this has passed, or somebody else takes it up. */
const leaseMs = 60_000;
/** Slack sends for minutes; what is read again after an outage reaches further back. */
const rememberMs = 3 * 86_400_000;
/** While these pass, those behind it in its line wait. */
const shortRestsMs = [250, 1_000, 4_000];
const longestRestMs = 300_000;
const giveUpAfterMs = 86_400_000;
/** For what fails through our own fault. */
const mostTries = 5;

export function inbox(needs: Needs): Inbox {
  const { memory, clock } = needs;
  const line = lines();
  const underWay = new Set<string>();

  async function workOff(key: string, entry: Waiting, fresh: boolean): Promise<Outcome> {
    try {
      const outcome = await patiently(needs, entry, fresh);
      await finish(needs, key);
      return outcome;
    } catch (error) {
      await putOff(needs, key, entry, error);
      throw error;
    } finally {
      underWay.delete(key);
    }
  }

  function begin(key: string, entry: Waiting, fresh: boolean): Promise<Outcome> {
    underWay.add(key);
    const outcome = line.after(entry.line, () => workOff(key, entry, fresh));
    outcome.catch(() => undefined);
    return outcome;
  }

  function passBy(itsLine: string, happening: Happening): Promise<Outcome> {
    const outcome = line.after(itsLine, () => needs.work(happening, true));
    outcome.catch((error: unknown) => needs.log.info({ code: codeOf(error) }, 'slack happening passed by'));
    return outcome;
  }

  return {
    async take({ key: name, line: itsLine, happening, passing = false }) {
      if (passing) return { outcome: passBy(itsLine, happening) };
      const key = prefix + name;
      const now = clock.now();
      const entry: Waiting = { state: 'new', line: itsLine, tries: 1, since: now, happening };
      if (!(await memory.keep(key, entry, 0, now + leaseMs))) return null;
      return { outcome: begin(key, entry, true) };
    },
    async tick(now) {
      for (const kept of await memory.takeDue(prefix, now, now + leaseMs, 50)) {
        const entry = Entry.parse(kept.value);
        if (entry.state === 'done') await memory.forget(kept.key);
        else if (!underWay.has(kept.key)) void begin(kept.key, { ...entry, tries: entry.tries + 1 }, false);
      }
    },
    knows: async ({ key }) => (await memory.read(prefix + key)) !== null,
    idle: line.idle,
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries a few times at once, so that what stands behind it keeps its place. */
async function patiently({ work, wait = pause }: Needs, { happening }: Waiting, fresh: boolean): Promise<Outcome> {
  for (const restMs of fresh ? shortRestsMs : []) {
    try {
      return await work(happening, fresh);
    } catch (error) {
      if (!(error instanceof UnavailableError) || (error.retryAfterMs ?? 0) > restMs) throw error;
      await wait(restMs);
    }
  }
  return work(happening, fresh);
}

/** The key stays for as long as Slack, or we, may bring the same thing again. */
async function finish({ memory, clock }: Pick<Needs, 'memory' | 'clock'>, key: string): Promise<void> {
  for (;;) {
    const kept = await memory.read(key);
    if (kept === null) return;
    if (await memory.keep(key, { state: 'done' }, kept.version, clock.now() + rememberMs)) return;
  }
}

async function putOff(needs: Needs, key: string, entry: Waiting, error: unknown): Promise<void> {
  const { memory, clock, log } = needs;
  const { tries, since, happening } = entry;
  const code = codeOf(error);
  const away = error instanceof UnavailableError;
  const about = { kind: happening.kind, tries, code };
  if (away ? clock.now() - since > giveUpAfterMs : tries >= mostTries) {
    log.error(about, 'slack happening given up');
    return finish(needs, key);
  }
  log.warn(about, 'slack happening failed, will be tried again');
  const restMs = Math.max(away ? (error.retryAfterMs ?? 0) : 0, Math.min(1_000 * 2 ** tries, longestRestMs));
  try {
    const kept = await memory.read(key);
    if (kept !== null) await memory.keep(key, entry, kept.version, clock.now() + restMs);
  } catch (failure) {
    // It comes back by itself when its lease has run out.
    log.warn({ ...about, code: codeOf(failure) }, 'slack happening could not be put off');
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
}
