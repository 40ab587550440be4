/**
 * Everything citizens' chat clients talk to, as one plugin: Direct Line for browsers, and Bot Framework when it is configured.
 */
import type { FastifyPluginAsync } from 'fastify';
import { type BotFramework, botFrameworkRoutes } from './bot-framework.ts';
import { type DirectLineNeeds, directLineRoutes } from './direct-line.ts';

export interface WebchatNeeds extends DirectLineNeeds {
  /** Made by `openBotFramework` when an app id is configured; null leaves `/api/messages` out. */
  readonly botFramework: BotFramework | null;
}

/** Register without a prefix: paths are public names. */
export function webchatRoutes(needs: WebchatNeeds): FastifyPluginAsync {
  return async (app) => {
    await app.register(directLineRoutes(needs));
    if (needs.botFramework) await app.register(botFrameworkRoutes({ ...needs, botFramework: needs.botFramework }));
  };
}
