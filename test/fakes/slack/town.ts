/** A small town in the emulated Slack, and the real client to call it with, for the emulator's own tests. */
import { webApi } from '@slack/bolt';
import { type EmulatorOptions, type SlackEmulator, slackEmulator } from './emulator.ts';
import type { Channel, Json, Person } from './shapes.ts';

export interface Town extends AsyncDisposable {
  readonly slack: SlackEmulator;
  readonly client: webApi.WebClient;
  readonly mette: Person;
  readonly sara: Person;
  /** Private; Mette, Sara and the app are in it. */
  readonly desk: Channel;
  /** Private; without the app. */
  readonly secret: Channel;
  /** Public; without the app. */
  readonly news: Channel;
}

export async function town(options: EmulatorOptions = {}): Promise<Town> {
  const slack = await slackEmulator(options);
  const mette = slack.person({ name: 'Mette Holm', email: 'mette@eksempel.dk' });
  const sara = slack.person({ name: 'Sara Lund', email: 'sara@eksempel.dk' });
  const members = [mette.id, sara.id];
  const desk = slack.channel({ name: 'desk', private: true, members, withApp: true });
  const secret = slack.channel({ name: 'secret', private: true, members });
  const news = slack.channel({ name: 'news', members });
  const client = clientOf(slack);
  return { slack, client, mette, sara, desk, secret, news, [Symbol.asyncDispose]: () => slack[Symbol.asyncDispose]() };
}

/** The real client, which tries nothing twice. */
export function clientOf(slack: SlackEmulator, token = slack.app.botToken): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });
}

/** Refusals are what these tests ask for: nobody needs to read them. */
const silent: webApi.Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => webApi.LogLevel.ERROR,
  setName: () => undefined,
};

/** What Slack answers to a call that it refuses; fails when it does not refuse. */
export async function refusal(call: Promise<unknown>): Promise<Json> {
  try {
    await call;
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return { ...error.data };
    throw error;
  }
  throw new Error('Slack did not refuse');
}

/** The error code alone. */
export async function refused(call: Promise<unknown>): Promise<unknown> {
  return (await refusal(call)).error;
}

export const button = (actionId: string, value = 'v') => ({
  type: 'button' as const,
  action_id: actionId,
  text: { type: 'plain_text' as const, text: 'Tag den' },
  value,
});

export const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
