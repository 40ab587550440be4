/**
 * One call of Slack's Web API: in its turn, tried once, its failure named. The library's own retries are off: they
 * double messages, and one 429 would hold up everything.
 */
import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { type Clock, type Log, UnavailableError } from '../../src/ports.ts';
import { decisionOn, errorFor, UncertainError } from './errors.ts';
import { limiter } from './limits.ts';
import { silent } from './silent.ts';

export type Args = Readonly<Record<string, unknown>>;

/** Is told how Slack is doing, and says when there is no use in asking. */
export interface Watch {
  /** @throws UnavailableError while Slack is away */
  pass(method: string): void;
  /** Slack has answered, whatever it said. */
  answered(): void;
  /** No answer, or none that helps: `code` says which. */
  failed(code: string): void;
}

export interface CallNeeds {
  readonly token: string;
  /** With `/` at the end, e.g. `https://slack.com/api/`. */
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly watch: Watch;
  /** Replaced by tests: waits so many milliseconds. */
  readonly wait?: (ms: number) => Promise<void>;
  readonly timeoutMs?: number;
}

export interface Calls {
  /**
   * Waits for its turn, and after a short 429 for the next one.
   *
   * @throws UnavailableError when trying again later may work; `UncertainError` when it may have happened
   * @throws SlackRefusedError when it will not work
   */
  call(method: string, args: Args): Promise<unknown>;
  /** Waits until this method may be called. @throws UnavailableError when that is too long to stand and wait */
  turn(method: string, args: Args): Promise<void>;
  /** Calls at once; `turn` comes first. */
  ask(method: string, args: Args): Promise<unknown>;
  readonly timeoutMs: number;
}

/** Who must wait longer comes back later: those who work on effects are few. */
const patienceMs = 2_000;
const mostTurns = 3;
const usualTimeoutMs = 10_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function slackCalls(needs: CallNeeds): Calls {
  const { clock, watch, wait = pause, timeoutMs = usualTimeoutMs } = needs;
  const client = new webApi.WebClient(needs.token, {
    ...(needs.apiUrl !== null && { slackApiUrl: needs.apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    maxRequestConcurrency: 50,
    logger: silent,
  });
  const limits = limiter(patienceMs);

  async function turn(method: string, args: Args): Promise<void> {
    watch.pass(method);
    const channel = typeof args.channel === 'string' ? args.channel : null;
    const { go, afterMs } = limits.turn(method, channel, clock.now());
    if (go === 'later') throw new UnavailableError('slack', 'ratelimited', { retryAfterMs: afterMs });
    if (afterMs > 0) await wait(afterMs);
  }

  async function ask(method: string, args: Args): Promise<unknown> {
    try {
      const answer = await client.apiCall(method, { ...args });
      watch.answered();
      return answer;
    } catch (error) {
      throw failureOf(needs, method, error, (until) => limits.hold(method, until));
    }
  }

  async function call(method: string, args: Args, turns = mostTurns): Promise<unknown> {
    await turn(method, args);
    try {
      return await ask(method, args);
    } catch (error) {
      if (!isHeldUp(error) || turns === 1) throw error;
      return call(method, args, turns - 1);
    }
  }

  return { turn, ask, call: (method, args) => call(method, args), timeoutMs };
}

/** Slack said 429: nothing has happened, and the method is held up. */
export function isHeldUp(error: unknown): boolean {
  return error instanceof UnavailableError && error.code === 'ratelimited';
}

function failureOf(
  { clock, watch, log }: CallNeeds,
  method: string,
  error: unknown,
  hold: (until: number) => void,
): unknown {
  // A 429 says nothing of how Slack, or our token, is.
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const retryAfterMs = error.retryAfter * 1000;
    hold(clock.now() + retryAfterMs);
    return new UnavailableError('slack', 'ratelimited', { retryAfterMs });
  }
  if (error instanceof webApi.WebAPIPlatformError) return refused({ watch, log }, method, error.data);
  const code = codeOf(error);
  watch.failed(code);
  return neverSent.includes(code) ? new UnavailableError('slack', code) : new UncertainError(code);
}

const Refused = z.object({
  error: z.string().min(1).default('no_error_named'),
  needed: z.string().optional(),
  response_metadata: z.object({ messages: z.array(z.string()).default([]) }).optional(),
});

function refused({ watch, log }: Pick<CallNeeds, 'watch' | 'log'>, method: string, data: unknown): unknown {
  const { error: code, needed, response_metadata } = Refused.catch({ error: 'no_error_named' }).parse(data);
  const decision = decisionOn(code);
  if (decision === 'token' || decision === 'later') watch.failed(code);
  else watch.answered();
  if (decision === 'token' || decision === 'bug') {
    const where = response_metadata?.messages.flatMap((message) => message.match(/json-pointer:[\w/-]+/) ?? []);
    log.error({ method, code, needed, where }, 'slack refuses a call');
  }
  return errorFor(method, code);
}

/** Failures before anything left this machine. */
const neverSent: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

function codeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIHTTPError) return `http_${error.statusCode}`;
  if (!(error instanceof webApi.WebAPIRequestError)) return 'unreadable';
  const { original } = error;
  if (original.name === 'TimeoutError') return 'timeout';
  const { cause } = original;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'request_failed';
}
