/** A log that keeps what it is told, for tests to look at. */
import type { Log } from '../../src/ports.ts';

export interface KeptLog extends Log {
  readonly lines: readonly string[];
}

export function keptLog(): KeptLog {
  const lines: string[] = [];
  const keep = (data: object, message: string): void => void lines.push(`${message} ${JSON.stringify(data)}`);
  return { info: keep, warn: keep, error: keep, lines };
}
