/** From what was sent for an action, through its schema, to the command that the use case takes. */
import type { z } from 'zod';
import type { StaffCommand, TakeIn } from '../../src/ports.ts';
import type { Action } from './model.ts';
import { commandBodies, fieldsOf, TakeInBody } from './schemas.ts';

export type Read<Value> =
  | { readonly ok: true; readonly command: Value }
  | { readonly ok: false; readonly fields: Record<string, string> };

/** @param clientId stands in for a message's own when the body has none */
export type Reader<Value> = (body: unknown, clientId: string) => Read<Value>;

function reader<Body, Value = StaffCommand>(
  schema: z.ZodType<Body>,
  command: (body: Body, clientId: string) => Value,
): Reader<Value> {
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
  spoke: reader(commandBodies.spoke, () => ({ do: 'spoke' })),
  correct: reader(commandBodies.correct, ({ seq, text, clientId }, made) => {
    return { do: 'correct', seq, text, clientId: clientId ?? made };
  }),
  remove: reader(commandBodies.remove, ({ seq }) => ({ do: 'remove', seq })),
  invite_helper: reader(commandBodies.invite_helper, ({ staff }) => ({ do: 'invite_helper', staff })),
  remove_helper: reader(commandBodies.remove_helper, ({ staff }) => ({ do: 'remove_helper', staff })),
  transfer: reader(commandBodies.transfer, ({ party, reason }) => ({ do: 'transfer', party, reason })),
  decline: reader(commandBodies.decline, ({ reason }) => ({ do: 'decline', reason })),
  return: reader(commandBodies.return, ({ reason }) => ({ do: 'return', reason })),
  close: reader(commandBodies.close, ({ outcome, reason }) => ({ do: 'close', outcome, reason })),
} satisfies Record<Action, Reader<StaffCommand>>;

export const readTakeIn: Reader<TakeIn> = reader(TakeInBody, (told, made) => ({
  ...told,
  clientId: told.clientId ?? made,
}));
