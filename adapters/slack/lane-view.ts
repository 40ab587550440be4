/** The 💬 thread as Block Kit: its first message, and what was said. Pure. Nothing a citizen wrote acts in Slack. */
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { Message, MessageAuthor } from '../../src/domain/saying.ts';
import { staffName } from '../staff-words.ts';
import { actions, context, escapedToFit, fitted, message, most, plain, section } from './block-kit.ts';
import { deskLink, type Shown } from './card.ts';
import { laneWords, listed, rootWords } from './card-words.ts';
import type { Block, SlackParts } from './parts.ts';

/** @param over nothing goes in or out here any more */
export function rootOf(enquiry: Enquiry, over: boolean, kommune: Kommune): Shown {
  const lines = over ? [rootWords.over] : openLines(enquiry, kommune);
  const title = over ? laneWords.rootOver : laneWords.root;
  const blocks = [section(plain(title, true)), context(lines.map((line) => plain(line)))];
  return message([title, ...lines].join('\n'), blocks);
}

function openLines(enquiry: Enquiry, kommune: Kommune): readonly string[] {
  if (enquiry.status !== 'claimed' && enquiry.status !== 'offered') return [rootWords.nobody, rootWords.internal];
  const helpers = enquiry.helpers.map((id) => staffName(kommune, id));
  const writers = listed([staffName(kommune, enquiry.claimedBy), ...helpers]);
  return [rootWords.only(fitted(writers, 1_000)), rootWords.internal];
}

/** As much as one message may hold, with room for whoever said it. */
const mostText = 11_000;
const mostMessages = 12;
/** Four sections at the most: more of one message stays in the desk. */
const mostOfOne = 10_000;

/** How many of these fit one message of ours, as the number of the last. */
export function batchOf(messages: readonly Message[]): number {
  let letters = 0;
  let last = messages[0]?.seq ?? 0;
  for (const { seq, text } of messages.slice(0, mostMessages)) {
    letters += Math.min(text.length * 3, mostOfOne) + 200;
    if (letters > mostText && seq !== messages[0]?.seq) break;
    last = seq;
  }
  return last;
}

/** What was said, masked, as plain text under the name of whoever said it. */
export function saidIn(messages: readonly Message[], parts: SlackParts, enquiry: Enquiry): Shown {
  const said = messages.map((each) => ({ by: authorWords(each.from), text: wordsOf(each, parts) }));
  const needsDesk = parts.file.content === 'slim' || messages.some(({ text }) => text.length > mostOfOne);
  const desk = needsDesk ? deskLink(parts.publicUrl, enquiry) : [];
  const blocks: Block[] = [
    ...said.flatMap(({ by, text }) => [context([plain(by, true)]), ...sectionsOf(text)]),
    ...(desk.length > 0 ? [actions(desk)] : []),
  ];
  return message(escapedToFit(said.map(({ by, text }) => `${by}: ${text}`).join('\n'), most.text), blocks);
}

function authorWords(from: MessageAuthor): string {
  switch (from.kind) {
    case 'visitor':
      return '🧑 Borgeren';
    case 'bot':
      return '🤖 Robotten';
    case 'staff':
      return `💼 ${fitted(from.name, 100)} (${fitted(from.role, 100)})`;
  }
}

function wordsOf({ from, text }: Message, { file, redact }: SlackParts): string {
  if (text.trim() === '') return from.kind === 'visitor' ? laneWords.erased : laneWords.removed;
  if (file.content === 'slim') return laneWords.inDesk;
  const masked = redact(text);
  return masked.length <= mostOfOne ? masked : `${fitted(masked, mostOfOne - 100)} ${laneWords.restInDesk}`;
}

/** In pieces that one section may hold, cut between code points. */
function sectionsOf(text: string): readonly Block[] {
  const pieces: string[] = [];
  let piece = '';
  for (const point of text) {
    if (piece.length + point.length > most.section) {
      pieces.push(piece);
      piece = '';
    }
    piece += point;
  }
  return [...pieces, piece].filter((each) => each.trim() !== '').map((each) => section(plain(each)));
}
