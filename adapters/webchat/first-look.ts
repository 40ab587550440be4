/** What a page shows when it is asked for: the conversation so far, or the greeting. */
import { randomUUID } from 'node:crypto';
import type { CitizenPageNeeds } from './page-needs.ts';
import { type Door, doorPaths, type PageMessage, type PageState, pageMessage } from './page-state.ts';
import { newTokenHolder, type TokenHolder } from './tokens.ts';

/** A page shows at most this many messages, the newest. */
const shownMax = 200;

/** What stood in the field, and why it still does. */
export type Kept = Partial<Pick<PageState, 'typed' | 'problem' | 'formId' | 'begin'>>;

function greetingOf({ greetings }: Pick<CitizenPageNeeds, 'greetings'>, door: Door): PageMessage {
  const { text, language, quickReplies } = greetings[door];
  return {
    seq: 0,
    from: 'bot',
    name: null,
    role: null,
    says: 'greeting',
    text,
    language,
    quickReplies,
    clientId: null,
  };
}

/** The newest messages of a conversation; empty when it is not known. */
export async function history(
  { visitors }: Pick<CitizenPageNeeds, 'visitors'>,
  holder: TokenHolder | null,
): Promise<readonly PageMessage[]> {
  const view = holder && (await visitors.view(holder.enquiry));
  if (!view) return [];
  const messages = await visitors.messages(view.enquiry, Math.max(0, view.lastSeq - shownMax), shownMax);
  return messages.map(pageMessage);
}

export async function firstLook(
  needs: CitizenPageNeeds,
  door: Door,
  messages: readonly PageMessage[],
  kept: Kept = {},
): Promise<PageState> {
  const { kommune, clock, sessions } = needs;
  return {
    door,
    entrance: kommune.entrance,
    helpLines: kommune.helpLines,
    messages: messages.length > 0 ? messages : [greetingOf(needs, door)],
    unsent: [],
    connection: 'quiet',
    problem: kept.problem ?? null,
    typed: kept.typed ?? '',
    formId: kept.formId ?? randomUUID(),
    begin: kept.begin ?? (await sessions.issue(newTokenHolder(door))),
    refreshPath: `${doorPaths[door]}?nyt=${clock.now().toString(36)}#slut`,
    live: false,
    newBelow: false,
  };
}
