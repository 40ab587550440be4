/**
 * Teams, SMS and the other Bot Framework channels: `POST /api/messages` in, proactive messages out.
 * The only file that knows botbuilder, which is loaded only when it is used.
 */
import { createHash } from 'node:crypto';
import type { CloudAdapter, ConversationReference, Activity as TurnActivity } from 'botbuilder';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Message } from '../../src/domain/saying.ts';
import type { EffectId, EnquiryId } from '../../src/domain/words.ts';
import { type ForVisitors, type Log, UnavailableError, type VisitorChannel } from '../../src/ports.ts';
import { languageOf, suggest, textMax } from './wire.ts';

export interface BotFrameworkCredentials {
  /** Empty switches authentication off, as the emulator wants it: for tests alone. */
  readonly appId: string;
  readonly appPassword: string;
  /** Null for an app of several tenants. */
  readonly appTenantId: string | null;
}

export interface BotFramework {
  /** Sends to the channels; takes the same effect id twice and sends once. */
  readonly channel: VisitorChannel;
  readonly adapter: CloudAdapter;
}

const effectsRemembered = 10_000;

/** Loads botbuilder (about a second). */
export async function openBotFramework(credentials: BotFrameworkCredentials): Promise<BotFramework> {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  const { appId, appPassword, appTenantId } = credentials;
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: appId,
      MicrosoftAppPassword: appPassword,
      MicrosoftAppType: appTenantId === null ? 'MultiTenant' : 'SingleTenant',
      ...(appTenantId === null ? {} : { MicrosoftAppTenantId: appTenantId }),
    }),
  );
  return { adapter, channel: channelOf(adapter, appId) };
}

interface RouteNeeds {
  readonly visitors: ForVisitors;
  readonly log: Log;
  readonly botFramework: BotFramework;
}

const bodyBytesMax = 262_144;

/** One route. A store that is away is answered with 503, for the channels send again. */
export function botFrameworkRoutes(needs: RouteNeeds): FastifyPluginAsync {
  return async (app) => {
    app.post('/api/messages', { bodyLimit: bodyBytesMax }, async (request, reply) => {
      const arrived = Arrived.safeParse(request.body);
      if (!arrived.success)
        return reply.code(400).send({ error: { code: 'BadArgument', message: 'Not an activity.' } });
      let failure: unknown = null;
      const turn = async () => {
        await takeIn(needs, arrived.data).catch((error: unknown) => {
          failure = error;
        });
      };
      const answer = await processed(needs.botFramework.adapter, request, turn);
      if (failure !== null) return refuseTurn(needs.log, failure, reply);
      return reply.code(answer.status).send(answer.body);
    });
  };
}

const Account = z.looseObject({ id: z.string().min(1) });
/** What is used of an activity; the adapter reads and authenticates the whole. */
const Arrived = z.object({
  type: z.string().min(1),
  id: z.string().nullish(),
  timestamp: z.unknown().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: Account,
  from: Account,
  recipient: Account,
  locale: z.string().nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  membersAdded: z.array(Account).nullish(),
});
type Arrived = z.infer<typeof Arrived>;

/** botbuilder writes to a response like restify's; this one only remembers. Its errors would name too much, so its words are dropped. */
async function processed(
  adapter: CloudAdapter,
  { headers, body }: FastifyRequest,
  turn: () => Promise<void>,
): Promise<{ readonly status: number; readonly body: unknown }> {
  let status = 200;
  const response = {
    socket: null,
    status: (code: number) => {
      status = code;
      return response;
    },
    header: () => response,
    send: () => response,
    end: () => response,
  };
  try {
    await adapter.process({ body: z.looseObject({}).parse(body), headers, method: 'POST' }, response, turn);
  } catch {
    status = 400;
  }
  return {
    status,
    body: status < 400 ? {} : { error: { code: 'BotFramework', message: 'The activity was refused.' } },
  };
}

function refuseTurn(log: Log, failure: unknown, reply: FastifyReply): FastifyReply {
  const away = failure instanceof UnavailableError;
  if (!away) log.error({ error: failure instanceof Error ? failure.name : 'unknown' }, 'bot framework turn broke');
  return reply
    .code(away ? 503 : 500)
    .headers(away ? { 'retry-after': '5' } : {})
    .send({ error: { code: away ? 'ServiceUnavailable' : 'ServiceError', message: 'Prøv igen. / Please try again.' } });
}

/** A first contact opens the enquiry; a message goes where the web chat's go. Everything else is only signs of life. */
async function takeIn({ visitors, log }: RouteNeeds, activity: Arrived): Promise<void> {
  const isMessage = activity.type === 'message';
  if (!isMessage && !isArrival(activity)) return;
  const enquiry = enquiryOf(activity.channelId, activity.conversation.id);
  const address = addressOf(activity);
  await visitors.open(enquiry, 'botframework', 'youth', languageOf(activity.locale ?? undefined), address);
  if (!isMessage) return;

  const text = (activity.text ?? (typeof activity.value === 'string' ? activity.value : '')).slice(0, textMax);
  const clientId = `bf-${shortHash(activity.id ?? JSON.stringify([activity.timestamp, text]))}`;
  const receipt = await visitors.receive({
    enquiry,
    channel: 'botframework',
    asker: 'youth',
    text,
    choice: null,
    clientId,
    channelData: null,
    address,
  });
  if (!receipt.ok) log.warn({ enquiry, reason: receipt.reason }, 'bot framework message not taken in');
}

function isArrival({ type, membersAdded, recipient }: Arrived): boolean {
  return type === 'conversationUpdate' && (membersAdded ?? []).some(({ id }) => id !== recipient.id);
}

/** The same channel and conversation is always the same enquiry. */
function enquiryOf(channelId: string, conversationId: string): EnquiryId {
  return `bf-${shortHash(JSON.stringify([channelId, conversationId]))}` as EnquiryId;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}

const Address = z.object({
  serviceUrl: z.url(),
  channelId: z.string(),
  conversation: Account,
  user: Account,
  bot: Account,
});
const Reference = z.custom<Partial<ConversationReference>>((address) => Address.safeParse(address).success);

/** What a proactive message needs, and no more. */
function addressOf({ serviceUrl, channelId, conversation, from, recipient }: Arrived): z.infer<typeof Address> {
  return { serviceUrl, channelId, conversation, user: from, bot: recipient };
}

function channelOf(adapter: CloudAdapter, appId: string): VisitorChannel {
  const sent = new Map<EffectId, Promise<void>>();
  return {
    async deliver(message, address, effect) {
      const earlier = sent.get(effect);
      if (earlier !== undefined) return earlier;
      const sending = sendTo(adapter, appId, message, address);
      sent.set(effect, sending);
      const oldest = sent.keys().next();
      if (sent.size > effectsRemembered && !oldest.done) sent.delete(oldest.value);
      await sending.catch((error: unknown) => {
        sent.delete(effect);
        throw error;
      });
    },
  };
}

async function sendTo(adapter: CloudAdapter, appId: string, message: Message, address: unknown): Promise<void> {
  const reference = Reference.parse(address);
  try {
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      await context.sendActivity(proactive(message, reference.user?.id ?? ''));
    });
  } catch (error) {
    throw isPassing(error) ? new UnavailableError('Bot Framework', 'connector', { cause: error }) : error;
  }
}

/** Channels show one name for the bot, so a person's name stands in the text. */
function proactive({ from, text, language, quickReplies }: Message, user: string): Partial<TurnActivity> {
  return {
    type: 'message',
    text: from.kind === 'staff' ? `${from.name}, ${from.role}: ${text}` : text,
    textFormat: 'plain',
    locale: language,
    ...(quickReplies.length === 0 ? {} : { suggestedActions: toTheirs(suggest(quickReplies, user)) }),
  };
}

function toTheirs({ to, actions }: ReturnType<typeof suggest>) {
  return { to: [...to], actions: actions.map((action) => ({ ...action })) };
}

/** Network failures have no status; 408, 429 and 5xx may work later. */
function isPassing(error: unknown): boolean {
  const status = z.object({ statusCode: z.number() }).safeParse(error);
  if (!status.success) return !(error instanceof TypeError);
  const { statusCode } = status.data;
  return statusCode === 408 || statusCode === 429 || statusCode >= 500;
}
