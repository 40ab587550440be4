/** Writing without JavaScript: a form is posted, stored, and the page shown again. The page's script never comes here. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { UnavailableError } from '../../src/ports.ts';
import { holderOf, keepSession, readSession } from './citizen-session.ts';
import { firstLook, greetingOf, history, nothingShown, type Shown } from './first-look.ts';
import { findOrOpen } from './opening.ts';
import { chatDocument } from './page-document.ts';
import type { CitizenPages } from './page-needs.ts';
import { type Door, doorPaths, type FieldProblem, longestMessage } from './page-state.ts';
import type { TokenHolder } from './tokens.ts';

const Form = z.object({
  id: z.string().regex(/^[\w-]{8,64}$/),
  begin: z.string().max(2000).optional().catch(undefined),
  text: z.string().catch(''),
  choice: z.string().max(200).nullable().catch(null),
});
type Form = z.infer<typeof Form>;

const statuses = {
  empty: 400,
  'too-long': 413,
  changed: 409,
  'too-many': 429,
  'not-sent': 503,
  'no-history': 503,
} as const satisfies Record<FieldProblem, number>;

/** What is to be sent: the title of the tapped choice, or the text. */
async function wordsOf(pages: CitizenPages, holder: TokenHolder, door: Door, form: Form): Promise<string> {
  if (form.choice === null) return form.text;
  const shown = [greetingOf(pages, door), ...(await history(pages, holder)).messages];
  const choices = shown.flatMap(({ quickReplies }) => quickReplies);
  return choices.findLast(({ code }) => code === form.choice)?.title ?? form.text;
}

/** Sends, and says what stood in the way. */
async function send(
  pages: CitizenPages,
  request: FastifyRequest,
  reply: FastifyReply,
  door: Door,
  form: Form,
): Promise<FieldProblem | null> {
  if (form.choice === null && form.text.trim() === '') return 'empty';
  if (form.text.length > longestMessage) return 'too-long';
  const holder = await findOrOpen(pages, request, door, form.begin);
  if (!holder.ok) return holder.reason;
  await keepSession(pages, reply, door, holder.value);

  const { enquiry } = holder.value;
  const pace = pages.pace.post(enquiry);
  if ('retryAfterSeconds' in pace) return 'too-many';
  if (pace.delayMs > 0) await sleep(pace.delayMs);
  const text = await wordsOf(pages, holder.value, door, form);
  const received = await pages.visitors.receive({
    enquiry,
    channel: 'webchat',
    asker: door,
    text,
    choice: form.choice,
    clientId: form.id,
    channelData: { clientActivityID: form.id },
  });
  if (received.ok) return null;
  return received.reason === 'other-body' ? 'changed' : received.reason === 'empty' ? 'empty' : 'not-sent';
}

/** What can be shown when the store may be away. */
async function historyIfThere(
  pages: CitizenPages,
  request: FastifyRequest,
  door: Door,
  { begin }: Form,
): Promise<Shown> {
  try {
    return await history(pages, (await readSession(pages, request, door)) ?? (await holderOf(pages, begin, door)));
  } catch (error) {
    if (error instanceof UnavailableError) return nothingShown;
    throw error;
  }
}

/** Takes one form; afterwards the page with the newest in sight, or the same page with the text still in its field. */
export async function takeForm(
  pages: CitizenPages,
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const parsed = Form.safeParse(request.body);
  if (!parsed.success) return reply.redirect(doorPaths[door], 303);
  const form = parsed.data;
  const problem = await send(pages, request, reply, door, form).catch((error: unknown) => {
    if (!(error instanceof UnavailableError)) throw error;
    pages.log.warn({ code: error.code }, 'form not stored: the store is away');
    return 'not-sent' as const;
  });
  if (problem === null && (form.choice === null || form.text.trim() === '')) {
    return reply.redirect(`${doorPaths[door]}?nyt=${pages.clock.now().toString(36)}#slut`, 303);
  }
  const again = problem === null || problem === 'changed' ? {} : { formId: form.id };
  const state = await firstLook(pages, door, await historyIfThere(pages, request, door, form), {
    ...again,
    ...(form.begin === undefined ? {} : { begin: form.begin }),
    typed: form.text,
    problem,
  });
  return reply
    .code(problem === null ? 200 : statuses[problem])
    .type('text/html; charset=utf-8')
    .send(chatDocument(state, pages.files));
}
