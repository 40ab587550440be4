/** The two ways in which the emulated Slack says no: to the app by an error code, to a person by what they cannot do. */
import type { Json } from './shapes.ts';

/** What stands in `error` of an answer, and what goes with it. */
export class SlackError extends Error {
  readonly code: string;
  readonly more: Json;

  constructor(code: string, more: Json = {}) {
    super(code);
    this.name = 'SlackError';
    this.code = code;
    this.more = more;
  }
}

export function fail(code: string, more: Json = {}): never {
  throw new SlackError(code, more);
}

/** `invalid_arguments` as Slack words it: one line for each thing that is wrong. */
export function failArguments(...lines: readonly string[]): never {
  return fail('invalid_arguments', { response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) } });
}

/** A person tried what Slack would not let them do. */
class NotPossible extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'NotPossible';
  }
}

export function cannot(why: string): never {
  throw new NotPossible(why);
}
