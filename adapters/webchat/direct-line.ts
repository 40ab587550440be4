/**
 * Direct Line 3.0 for browsers: joins tokens, conversations, activities and the stream under /v3/directline.
 * What differs from Azure's and what was decided is in docs of each route; protocol facts are not repeated here.
 */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Clock, ForVisitors, Log, Signal } from '../../src/ports.ts';
import type { AddressNeeds } from '../public-address.ts';
import { activityRoutes } from './activities.ts';
import { conversationRoutes } from './conversations.ts';
import { allowOtherSites } from './cors.ts';
import { answerError, errorHandler } from './error-answers.ts';
import { bodyBytesMax, readJsonSafely } from './json-body.ts';
import { defaultLimits, type LimitSettings, type Limits, limitsOf } from './limits.ts';
import { openRooms, type StreamCounts, type StreamTiming } from './stream.ts';
import { serveUpgrades } from './stream-upgrade.ts';
import type { Tokens } from './tokens.ts';

export interface DirectLineNeeds extends AddressNeeds {
  readonly visitors: ForVisitors;
  readonly signal: Signal;
  readonly clock: Clock;
  readonly log: Log;
  readonly tokens: Tokens;
  /** What the entrance is called; the bot speaks under it. */
  readonly entrance: string;
  /** Counted up and down for `/metrics`. */
  readonly counts: StreamCounts;
  readonly limits?: Partial<LimitSettings>;
  readonly timing?: Partial<DirectLineTiming>;
}

/** All in milliseconds. */
export interface DirectLineTiming extends StreamTiming {
  /** How long a new conversation waits for the store; standard clients give up after 20 s and try again. */
  readonly openHoldMs: number;
  /** How long a post waits for the store before its 503. */
  readonly postHoldMs: number;
}

/** What the routes share: the needs, this process's limits, and the sign that it is stopping. */
export interface DirectLine extends DirectLineNeeds {
  readonly pace: Limits;
  readonly stopping: AbortSignal;
  readonly openHoldMs: number;
  readonly postHoldMs: number;
}

const basePath = '/v3/directline';

/** The whole protocol as one plugin; closing the server closes the sockets with 1012 (service restart). */
export function directLineRoutes(needs: DirectLineNeeds): FastifyPluginAsync {
  return async (app) => {
    const stop = new AbortController();
    const rooms = openRooms(needs, needs.timing);
    const closeUpgrades = serveUpgrades(app.server, basePath, { ...needs, rooms });
    app.addHook('preClose', async () => {
      stop.abort();
      closeUpgrades();
      await rooms.close();
    });
    const line: DirectLine = {
      ...needs,
      pace: limitsOf(needs, { ...defaultLimits, ...needs.limits }),
      stopping: stop.signal,
      openHoldMs: needs.timing?.openHoldMs ?? 25_000,
      postHoldMs: needs.timing?.postHoldMs ?? 3_000,
    };
    await app.register(async (scope) => addRoutes(scope, line), { prefix: basePath });
  };
}

function addRoutes(scope: FastifyInstance, line: DirectLine): void {
  readJsonSafely(scope);
  allowOtherSites(scope, line);
  scope.setErrorHandler(errorHandler(line.log));
  scope.setNotFoundHandler((_request, reply) => answerError(reply, 'unknown-route'));
  scope.addHook('onRoute', (route) => {
    route.bodyLimit = bodyBytesMax;
  });
  conversationRoutes(scope, line);
  activityRoutes(scope, line);
}
