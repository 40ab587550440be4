/** The library's log goes nowhere: it may hold what people wrote. What matters is logged by us, by code. */
import type { Logger } from '@slack/bolt';

type Level = ReturnType<Logger['getLevel']>;

const nothing = (): void => undefined;

export const silent: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => 'error' as Level,
};
