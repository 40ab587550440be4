/**
 * From a body as Slack sent it to what goes back: kept first, then answered in time, however long the work takes.
 */
import type { Clock, Log } from '../../src/ports.ts';
import { type Arrival, arrivalOf, type Reading } from './happening.ts';
import type { Inbox, Outcome } from './inbox.ts';
import type { Web } from './parts.ts';

/**
 * Takes in one body and says what Slack is answered; undefined is an empty answer.
 *
 * @throws UnavailableError when it could not be kept: no answer may be given
 */
export type Intake = (body: unknown) => Promise<object | undefined>;

interface Needs {
  readonly inbox: Inbox;
  readonly reading: () => Reading;
  readonly web: Pick<Web, 'whisper'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Replaced by tests. */
  readonly answerWithinMs?: number;
}

/** Slack waits for three seconds, and the way to us is part of them. */
const usualAnswerWithinMs = 2_200;
const takesLonger = 'Det tager lidt længere. Svaret kommer her om et øjeblik.';

export function intakeOf(needs: Needs): Intake {
  const { inbox, reading, answerWithinMs = usualAnswerWithinMs } = needs;
  return async (body) => {
    const began = performance.now();
    const arrival = arrivalOf(body, reading());
    if (arrival === null) return undefined;
    const taken = await inbox.take(arrival);
    if (taken === null) return undefined;
    const { kind } = arrival.happening;
    if (kind !== 'submitted' && kind !== 'command') return undefined;
    const inTime = await within(taken.outcome, answerWithinMs - (performance.now() - began));
    if (inTime !== 'late') return onTheWire(arrival, inTime.outcome);
    if (kind === 'submitted') return undefined;
    void answerLater(needs, arrival, taken.outcome);
    return onTheWire(arrival, takesLonger);
  };
}

async function within(outcome: Promise<Outcome>, ms: number): Promise<{ readonly outcome: Outcome } | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms), 'late');
  });
  try {
    return await Promise.race([outcome.then((value) => ({ outcome: value })), late]);
  } catch {
    // The inbox has it and tries again.
    return 'late';
  } finally {
    clearTimeout(timer);
  }
}

function onTheWire({ happening: { kind } }: Arrival, outcome: Outcome): object | undefined {
  if (outcome === null) return undefined;
  if (typeof outcome === 'string') {
    return kind === 'command' ? { response_type: 'ephemeral', text: outcome } : undefined;
  }
  if ('errors' in outcome) return { response_action: 'errors', errors: outcome.errors };
  if ('update' in outcome) return { response_action: 'update', view: outcome.update };
  return { response_action: 'clear' };
}

async function answerLater({ web, log }: Needs, { happening }: Arrival, outcome: Promise<Outcome>): Promise<void> {
  if (happening.kind !== 'command') return;
  const { channel, user } = happening;
  try {
    const text = await outcome;
    if (typeof text === 'string') await web.whisper({ channel, user }, { text });
  } catch {
    log.warn({}, 'slack: a late answer to a command did not get out');
  }
}
