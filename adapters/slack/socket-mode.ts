/**
 * Socket Mode: two sockets that we open, so that one hears while the other is renewed. The library's own reconnecting
 * is off: it leaves five seconds of silence, and its failures reach nobody but the process, which they would end.
 */
import { App, SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../src/ports.ts';
import type { Intake } from './intake.ts';
import { silent } from './silent.ts';

interface Needs {
  readonly appToken: string;
  readonly apiUrl: string | null;
  readonly intake: Intake;
  readonly log: Log;
  /** Whether at least one socket hears Slack. */
  readonly listening: (hears: boolean) => void;
}

export interface SocketMode {
  start(): void;
  stop(): Promise<void>;
}

const sockets = 2;
const openWithinMs = 15_000;
/** After each failure in a row; the last goes on for ever. */
const restsMs = [100, 1_000, 2_000, 5_000, 10_000, 15_000];

export function socketMode(needs: Needs): SocketMode {
  let open = 0;
  const changed = (by: 1 | -1): void => {
    open += by;
    needs.listening(open > 0);
  };
  const lines = Array.from({ length: sockets }, () => socketLine(needs, changed));
  return {
    start() {
      needs.listening(false);
      for (const line of lines) void line.run();
    },
    stop: async () => void (await Promise.all(lines.map((line) => line.stop()))),
  };
}

/** One socket, opened again whenever it closes, until it is stopped. Never rejects. */
function socketLine(needs: Needs, changed: (by: 1 | -1) => void) {
  const receiver = receiverOf(needs);
  const { client } = receiver;
  let stopped = false;
  let wake: () => void = () => undefined;

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function once(): Promise<boolean> {
    const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
    try {
      await inTime(receiver.start(), openWithinMs);
    } catch (error) {
      needs.log.warn({ code: nameOf(error) }, 'slack socket could not be opened, will be tried again');
      hangUp(client);
      return false;
    }
    changed(1);
    await ended;
    changed(-1);
    return true;
  }

  return {
    async run(): Promise<void> {
      for (let failures = 0; !stopped; ) {
        failures = (await once()) ? 0 : failures + 1;
        if (!stopped) await rest(restsMs[Math.min(failures, restsMs.length - 1)] ?? 0);
      }
    },
    async stop(): Promise<void> {
      stopped = true;
      wake();
      hangUp(client);
    },
  };
}

type Client = SocketModeReceiver['client'];

function hangUp(client: Client): void {
  client.disconnect().catch(() => undefined);
}

function receiverOf({ appToken, apiUrl, intake, log }: Needs): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: silent,
    installerOptions: {
      clientOptions: {
        ...(apiUrl !== null && { slackApiUrl: apiUrl }),
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: 10_000,
      },
    },
  });
  const app = new App({
    receiver,
    authorize: async () => ({}),
    convoStore: false,
    ignoreSelf: false,
    logger: silent,
  });
  // Bolt acknowledges events before anybody has kept them; so what has come in is ours before it is Bolt's.
  app.processEvent = async ({ body, ack }) => {
    try {
      const answer = await intake(body);
      await ack(answer);
    } catch (error) {
      log.warn({ code: nameOf(error) }, 'slack event could not be kept, slack must send it again');
    }
  };
  mendReading(receiver.client, log);
  return receiver;
}

const Bare = z.looseObject({
  type: z.literal('events_api'),
  payload: z.looseObject({ type: z.string(), event: z.undefined().optional() }),
});

/** The library reads the event inside each message; what has none (`app_rate_limited`) would end the process. */
function mendReading(client: Client, log: Log): void {
  const [read] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const reading = Promise.resolve(read?.call(client, withEvent(data), isBinary));
    reading.catch((error: unknown) => log.warn({ code: nameOf(error) }, 'slack socket message could not be read'));
  });
}

function withEvent(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    const bare = Bare.safeParse(JSON.parse(data));
    if (!bare.success) return data;
    const { payload } = bare.data;
    return JSON.stringify({ ...bare.data, payload: { ...payload, event: { type: payload.type } } });
  } catch {
    return data;
  }
}

async function inTime(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), ms);
  });
  work.catch(() => undefined);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
}
