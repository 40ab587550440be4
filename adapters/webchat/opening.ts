/** Finds the conversation that a browser has, or begins one. */
import type { FastifyRequest } from 'fastify';
import { ok, type Result, refuse } from '../../src/domain/result.ts';
import { holderOf, readSession } from './citizen-session.ts';
import type { CitizenPages } from './page-needs.ts';
import type { Door } from './page-state.ts';
import { newTokenHolder, type TokenHolder } from './tokens.ts';

/** A conversation that the store knows, or null. */
async function known({ visitors }: CitizenPages, holder: TokenHolder | null): Promise<TokenHolder | null> {
  return holder && (await visitors.view(holder.enquiry)) ? holder : null;
}

/**
 * The conversation of this browser, opened when there is none.
 *
 * @param begin the name that the page was given for a new conversation; the same name begins only one
 * @throws UnavailableError when the store is away
 */
export async function findOrOpen(
  needs: CitizenPages,
  request: FastifyRequest,
  door: Door,
  begin: string | undefined,
): Promise<Result<TokenHolder, 'too-many'>> {
  const offered = await holderOf(needs, begin, door);
  const current = (await known(needs, await readSession(needs, request, door))) ?? (await known(needs, offered));
  if (current) return ok(current);

  const pace = await needs.pace.conversation(request.ip);
  if ('retryAfterSeconds' in pace) return refuse('too-many');
  const holder = offered ?? newTokenHolder(door);
  await needs.visitors.open(holder.enquiry, 'webchat', door, 'da');
  return ok(holder);
}
