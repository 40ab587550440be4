/** The desk's real routes on a real Fastify, over the staff side in memory. */
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { DeskNeeds } from '../../adapters/desk/needs.ts';
import { deskRoutes } from '../../adapters/desk/routes.ts';
import type { Instant } from '../../src/domain/words.ts';
import { monday } from '../domain/town.ts';
import { type DeskCases, deskCases } from './desk-cases.ts';
import { deskIntents, type FakeStaffSide, fakeStaffSide } from './staff-side.ts';
import { fakeSignal } from './visitors.ts';

export interface DeskServer {
  readonly app: FastifyInstance;
  readonly staffSide: FakeStaffSide;
  readonly cases: DeskCases;
  readonly signal: ReturnType<typeof fakeSignal>;
  readonly logged: object[];
  /** Every route, as `GET /desk`. */
  readonly routes: readonly string[];
  /** Lets time pass. */
  pass(minutes: number): void;
  /** `Cookie` header of somebody who has signed in. */
  signIn(staffId: string): Promise<string>;
}

interface Options extends Partial<Pick<DeskNeeds, 'signIn' | 'publicUrl' | 'assets' | 'slackHealth'>> {
  /** Folder with built browser files, served under `/assets/`. */
  readonly assetFolder?: string;
  /** Follows the machine's clock instead of standing still on a Monday in January. */
  readonly realTime?: boolean;
}

export async function deskServer({ assetFolder, realTime = false, ...part }: Options = {}): Promise<DeskServer> {
  let passed = 0;
  const clock = { now: (): Instant => (realTime ? Date.now() : monday) + passed };
  const signal = fakeSignal();
  const staffSide = fakeStaffSide({ clock, signal });
  const cases = deskCases({ clock, signal, staffSide });
  const logged: object[] = [];
  const log = { info: () => {}, warn: (data: object) => logged.push(data), error: (data: object) => logged.push(data) };
  const routes: string[] = [];
  const app = Fastify({ forceCloseConnections: true });
  app.addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((one) => `${one} ${url}`)));
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { scriptSrc: ["'self'"], styleSrc: ["'self'"], upgradeInsecureRequests: null },
    },
  });
  if (assetFolder) await app.register(fastifyStatic, { root: assetFolder, prefix: '/assets/' });
  const calendar = {
    openIntervals: () => [],
    inWords: (at: Instant) => wordsOf(at),
    localTime: () => ({ weekday: 0, minutes: 0 }),
  };
  const assets = { script: '/assets/desk.js', style: '/assets/desk.css' };
  const { reader } = cases;
  const needs = { staffSide, cases, reader, clock, signal, log, calendar, intents: deskIntents, assets };
  const secret = 'a secret of at least thirty-two bytes, only for tests';
  await app.register(deskRoutes({ ...needs, secret, signIn: 'demo', publicUrl: 'http://localhost', ...part }));
  return {
    app,
    staffSide,
    cases,
    signal,
    logged,
    routes,
    pass: (minutes) => {
      passed += minutes * 60_000;
    },
    signIn: async (staffId) => {
      const answer = await app.inject({ method: 'POST', url: '/desk/api/session', payload: { staffId } });
      const [cookie] = answer.cookies;
      if (!cookie) throw new Error(`${staffId} could not sign in: ${answer.body}`);
      return `${cookie.name}=${cookie.value}`;
    },
  };
}

function wordsOf(at: Instant): string {
  const words = new Intl.DateTimeFormat('da-DK', {
    timeZone: 'Europe/Copenhagen',
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
  return words.format(at).replace(':', '.');
}
