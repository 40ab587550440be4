/** What a method of the Web API is to the emulator: its tier, its scopes, its arguments, and the work. */
import type { Json } from './shapes.ts';
import type { World } from './world.ts';

/** Slack's classes of limits: a number is a tier, `post` is counted by channel, `special` is generous. */
export type Tier = 1 | 2 | 3 | 4 | 'post' | 'special';

export interface Method {
  readonly tier: Tier;
  /** Any one is enough. `{kind}` stands for channels, groups, im or mpim, by the channel that is asked about. */
  readonly scopes?: readonly string[];
  readonly needs?: readonly string[];
  /** Slack does not read a JSON body here: arguments in one count as missing. */
  readonly formOnly?: true;
  /** Called with the app-level token, and with no other. */
  readonly forAppToken?: true;
  run(world: World, args: Json): Json;
}

export type Methods = Readonly<Record<string, Method>>;
