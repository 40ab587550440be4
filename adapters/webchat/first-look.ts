/** What a page shows when it is asked for: the conversation so far, or the greeting. */
import { randomUUID } from 'node:crypto';
import { choiceCode } from '../../src/domain/saying.ts';
import type { CitizenPages } from './page-needs.ts';
import { type Door, doorPaths, type PageMessage, type PageState, pageMessage } from './page-state.ts';
import { newTokenHolder, type TokenHolder } from './tokens.ts';

/** A page shows at most this many messages, the newest. */
const shownMax = 200;

/** What stood in the field, and why it still does. */
export type Kept = Partial<Pick<PageState, 'typed' | 'problem' | 'formId' | 'begin'>>;

/** A conversation as a page shows it. */
export interface Shown {
  readonly conversation: string | null;
  readonly messages: readonly PageMessage[];
}

export const nothingShown: Shown = { conversation: null, messages: [] };

/** The greeting as it will be stored when somebody writes, with topics to begin from. */
export function greetingOf({ texts, topics }: Pick<CitizenPages, 'texts' | 'topics'>, door: Door): PageMessage {
  const { da: text } = texts[door === 'parent' ? 'greeting_parent' : 'greeting'];
  const fitting = topics.filter(({ askers }) => askers.includes(door));
  const quickReplies = fitting.map(({ id, title }) => ({
    code: choiceCode({ kind: 'topic', topic: id }),
    title: title.da,
  }));
  return {
    seq: 0,
    from: 'bot',
    name: null,
    role: null,
    says: 'greeting',
    text,
    language: 'da',
    quickReplies,
    clientId: null,
  };
}

/** A conversation's newest messages; nothing when it is not known. */
export async function history(
  { visitors }: Pick<CitizenPages, 'visitors'>,
  holder: TokenHolder | null,
): Promise<Shown> {
  const view = holder && (await visitors.view(holder.enquiry));
  if (!view) return nothingShown;
  const messages = await visitors.messages(view.enquiry, Math.max(0, view.lastSeq - shownMax), shownMax);
  return { conversation: view.enquiry, messages: messages.map(pageMessage) };
}

export async function firstLook(
  needs: CitizenPages,
  door: Door,
  { conversation, messages }: Shown,
  kept: Kept = {},
): Promise<PageState> {
  const { kommune, clock, sessions } = needs;
  return {
    door,
    entrance: kommune.entrance,
    helpLines: kommune.helpLines.map(({ ages, ...line }) => line),
    messages: messages.length > 0 ? messages : [greetingOf(needs, door)],
    unsent: [],
    conversation,
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
