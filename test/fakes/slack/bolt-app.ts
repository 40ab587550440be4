/** A real Bolt app before the emulator, over signed requests or Socket Mode, for the emulator's own tests. */
import type { AddressInfo } from 'node:net';
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { SlackEmulator } from './emulator.ts';

export interface BoltApp extends AsyncDisposable {
  readonly app: App;
}

const quiet = { logLevel: LogLevel.ERROR };

const known = ({ app }: SlackEmulator) => ({
  token: app.botToken,
  botId: app.botId,
  botUserId: app.botUserId,
  tokenVerificationEnabled: false,
});

export interface BoltOptions {
  /** Registers listeners before the app starts. */
  readonly set?: (app: App) => void;
  readonly processBeforeResponse?: boolean;
}

export async function boltOverHttp(slack: SlackEmulator, options: BoltOptions = {}): Promise<BoltApp> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const app = new App({
    ...known(slack),
    ...quiet,
    signingSecret: slack.app.signingSecret,
    clientOptions,
    processBeforeResponse: options.processBeforeResponse ?? false,
  });
  options.set?.(app);
  const server = await app.start(0);
  const { port } = server.address() as AddressInfo;
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return {
    app,
    async [Symbol.asyncDispose]() {
      await app.stop();
    },
  };
}

export async function boltOverSocket(slack: SlackEmulator, options: BoltOptions = {}): Promise<BoltApp> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: slack.app.appToken,
    clientPingTimeout: 200,
    installerOptions: { clientOptions },
    ...quiet,
  });
  const app = new App({ ...known(slack), ...quiet, receiver, clientOptions });
  options.set?.(app);
  await app.start();
  slack.deliverBySocket();
  return {
    app,
    async [Symbol.asyncDispose]() {
      await app.stop();
    },
  };
}
