/**
 * The citizen's pages and the wire on one port, over visitors in memory that outlive a stop, as a database would.
 * The bot is a small script: it answers, asks for the age band, and says who has the matter.
 */
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import { type FastifyInstance, fastify } from 'fastify';
import { clientAssets } from '../../adapters/client-assets.ts';
import type { LimitSettings } from '../../adapters/webchat/limits.ts';
import { citizenPages } from '../../adapters/webchat/page.ts';
import type { CitizenPageNeeds } from '../../adapters/webchat/page-needs.ts';
import { webchatRoutes } from '../../adapters/webchat/routes.ts';
import { tokensOf } from '../../adapters/webchat/tokens.ts';
import { loadIntents } from '../../intents/load.ts';
import type { HelpLine } from '../../src/domain/kommune.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { EnquiryId } from '../../src/domain/words.ts';
import type { Log } from '../../src/ports.ts';
import { fakeSignal, fakeVisitors, sara } from './visitors.ts';

const ages = [
  { code: 'age:under_15', title: 'Under 15 år' },
  { code: 'age:15_17', title: '15–17 år' },
  { code: 'age:18_24', title: '18–24 år' },
  { code: 'age:25_plus', title: '25 år eller mere' },
];

const { topics } = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');

const inDanish = (da: string) => ({ da, da_easy: da, en: da });
const texts = {
  greeting: inDanish(
    'Hej. Jeg er en robot, ikke et menneske. Du kan skrive om skole, job, bolig, penge eller noget, der er svært.',
  ),
  greeting_parent: inDanish('Hej. Jeg er en robot. Her kan du som forælder skrive om dit barn eller om dig selv.'),
};

const helpLine = { hours: 'Døgnet rundt', alwaysOpen: true, ages: [], checked: '2026-11-01' } as const;
const helpLines: readonly HelpLine[] = [
  { ...helpLine, name: 'Alarm', phone: '112' },
  { ...helpLine, name: 'Livslinien', phone: '70 201 201', hours: 'Kl. 11–5 hver dag', alwaysOpen: false },
  { ...helpLine, name: 'BørneTelefonen', phone: '116 111' },
  { ...helpLine, name: 'Headspace', url: 'headspace.dk', hours: 'Mandag–fredag kl. 12–18', alwaysOpen: false },
];

const kommune = {
  name: 'Eksempel Kommune',
  entrance: 'Ungeindgangen',
  contact: { phone: '12 34 56 78', email: 'unge@eksempel.dk', address: 'Torvet 1, 9999 Eksempel' },
  helpLines,
};

/** What the bot says. */
function answer(text: string): Partial<Message> & { readonly text: string } {
  if (text.includes('år')) {
    return {
      text: 'Tak. Ungevejledningen har nu din besked. En ungevejleder læser den i morgen kl. 9.',
      says: 'handed_over',
    };
  }
  return {
    text: 'Det er du ikke alene om. Du kan skifte uddannelse eller tage en pause. Hvor gammel er du?',
    says: 'ask_age',
    quickReplies: ages,
  };
}

export interface CitizenServerOptions {
  readonly limits?: Partial<LimitSettings>;
  readonly needs?: Partial<CitizenPageNeeds>;
}

/** `stop` and `start` keep the port and everything stored. `exitUrl` is a page of the server's own. */
export async function citizenServer({ limits, needs = {} }: CitizenServerOptions = {}) {
  const clock = { now: () => Date.now() };
  const signal = fakeSignal();
  const log: Log = { info: () => {}, warn: () => {}, error: () => {} };
  const visitors = fakeVisitors({ clock, signal, answer });
  const secret = 'a secret that only tests know, of some length';
  const tokens = tokensOf({ clock, secret });
  const line = { visitors, signal, clock, log, tokens, publicUrl: null };
  const open = { ...visitors, open: openWith(visitors) };
  let app: FastifyInstance | null = null;
  let port = 0;

  const start = async () => {
    app = fastify({ forceCloseConnections: true, trustProxy: false });
    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
    });
    await app.register(
      webchatRoutes({
        ...line,
        visitors: open,
        counts: { socketsOpen: 0, slowClosed: 0 },
        entrance: kommune.entrance,
        allowedOrigins: [],
        botFramework: null,
      }),
    );
    const own = { ...line, visitors: open, secret, texts, topics, limits: limits ?? {}, assets: clientAssets() };
    await app.register(citizenPages({ ...own, kommune: { ...kommune, exitUrl: '/vejr' }, ...needs }));
    app.get('/vejr', (_request, reply) => reply.type('text/html').send('<!doctype html><title>Vejret</title><p>Sol'));
    await app.listen({ port, host: '127.0.0.1' });
    const address = app.server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  };
  const stop = async () => {
    await app?.close();
    app = null;
  };
  await start();

  return {
    url: `http://127.0.0.1:${port}`,
    visitors,
    start,
    stop,
    app: () => {
      if (!app) throw new Error('the server is stopped');
      return app;
    },
    /** The newest conversation. */
    enquiry: (): EnquiryId => {
      const newest = visitors.opened.at(-1);
      if (!newest) throw new Error('nobody has written');
      return newest.enquiry;
    },
    /** Sara takes the conversation, as the use case tells it. */
    claim(enquiry: EnquiryId) {
      const text = 'Nu er Sara her. Hun er ungevejleder og har læst det, du skrev.';
      visitors.say(enquiry, { text, says: 'claimed' });
    },
    writes(enquiry: EnquiryId, text: string) {
      visitors.say(enquiry, { from: sara, text });
    },
    [Symbol.asyncDispose]: stop,
  };
}

export type CitizenServer = Awaited<ReturnType<typeof citizenServer>>;

/** The fake greets in its own words; ours are those of the door. */
function openWith(visitors: ReturnType<typeof fakeVisitors>): ReturnType<typeof fakeVisitors>['open'] {
  return async (id, channel, asker, language) => {
    const view = await visitors.open(id, channel, asker, language);
    const [greeting] = await visitors.messages(id, 0, 1);
    if (greeting) Object.assign(greeting, { text: texts[asker === 'parent' ? 'greeting_parent' : 'greeting'].da });
    return view;
  };
}
