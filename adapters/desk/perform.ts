/** From what was sent for an action, through its schema, to the command that the use case takes. */
import type { z } from 'zod';
import type { StaffCommand } from '../../src/ports.ts';
import type { Action } from './model.ts';
import { commandBodies, fieldsOf } from './schemas.ts';

export type ReadCommand =
  | { readonly ok: true; readonly command: StaffCommand }
  | { readonly ok: false; readonly fields: Record<string, string> };

/** @param clientId stands in for a reply's own when the body has none */
export type CommandReader = (body: unknown, clientId: string) => ReadCommand;

function reader<Body>(schema: z.ZodType<Body>, command: (body: Body, clientId: string) => StaffCommand): CommandReader {
  return (body, clientId) => {
    const read = schema.safeParse(body ?? {});
    if (read.success) return { ok: true, command: command(read.data, clientId) };
    const issues = read.error.issues.map((issue) => ({
      path: issue.path.join('/'),
      message: issue.message,
      ...(issue.code === 'unrecognized_keys' && { keys: issue.keys }),
    }));
    return { ok: false, fields: fieldsOf(issues) };
  };
}

export const commandReaders = {
  claim: reader(commandBodies.claim, () => ({ do: 'claim' })),
  accept: reader(commandBodies.accept, () => ({ do: 'accept' })),
  reply: reader(commandBodies.reply, ({ text, clientId }, made) => ({ do: 'reply', text, clientId: clientId ?? made })),
  transfer: reader(commandBodies.transfer, ({ party, reason }) => ({ do: 'transfer', party, reason })),
  decline: reader(commandBodies.decline, ({ reason }) => ({ do: 'decline', reason })),
  return: reader(commandBodies.return, ({ reason }) => ({ do: 'return', reason })),
  close: reader(commandBodies.close, ({ outcome, reason }) => ({ do: 'close', outcome, reason })),
} satisfies Record<Action, CommandReader>;
