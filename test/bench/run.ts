/**
 * `npm run bench`: figures beside their floors, measured in the same run, as one JSON object on the last line.
 * Progress goes to stderr. The other roles are the parts that it starts as processes of their own.
 */
import { tell } from './part.ts';

/** Each part loads only what it is made of: what else is loaded would be measured too. */
const roles: Readonly<Record<string, (settings: never) => Promise<unknown>>> = {
  driver: async (settings) => tell(await (await import('./load.ts')).drive(settings)),
  floor: async (settings) => (await import('./floor.ts')).floorServer(settings),
  classifier: async () => (await import('./classifier.ts')).measureClassifier(),
  slack: async () => tell(await (await import('./slack.ts')).measureSlack()),
  hello: async (settings) => (await import('./hello.ts')).hello(settings),
  'memory-server': async () => (await import('./memory.ts')).memoryServer(),
  'bare-server': async () => (await import('./memory-floor.ts')).bareMemoryServer(),
  'open-sockets': async (settings) => (await import('./sockets.ts')).openSockets(settings),
};

const [role, settings] = process.argv.slice(2);
await (role === undefined
  ? (await import('./bench.ts')).bench()
  : roles[role]?.(JSON.parse(settings ?? '{}') as never));
