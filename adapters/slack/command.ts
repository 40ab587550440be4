/** `/indgang`: what somebody meant, and what they are told. Only they see the answer. */
import { codeOf, readCode } from '../../src/domain/code.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import type { Instant } from '../../src/domain/words.ts';
import { fitted } from './block-kit.ts';
import { awaits, deskLink, dueOf, factsOf, hasIt, knownName, titleOf } from './enquiry-line.ts';
import { commandWords, findWords, stateWords } from './form-words.ts';
import type { SlackParts } from './parts.ts';

const fewRows = 10;

export type Meant =
  | { readonly kind: 'help' | 'new' | 'queue' }
  | { readonly kind: 'find'; readonly code: string }
  /** `guess` is the word they may have meant. */
  | { readonly kind: 'unknown'; readonly guess: string | null };

/** Words people write, with what they mean; the first of each kind is the one we say. */
const known = {
  hjælp: 'help',
  hjaelp: 'help',
  help: 'help',
  '?': 'help',
  find: 'find',
  søg: 'find',
  ny: 'new',
  opret: 'new',
  kø: 'queue',
  koe: 'queue',
  ko: 'queue',
} as const satisfies Record<string, Meant['kind']>;

export function readCommand(text: string): Meant {
  const [first = '', ...rest] = text.normalize('NFC').trim().split(/\s+/);
  const word = first.toLowerCase();
  if (word === '') return { kind: 'help' };
  const kind = Object.entries(known).find(([name]) => name === word)?.[1];
  if (kind === 'find') return { kind, code: rest.join(' ') };
  if (kind !== undefined) return { kind };
  return { kind: 'unknown', guess: readCode(text) === null ? nearest(word) : `find ${readCode(text)}` };
}

/** The word we say for what is at most two slips of the finger away, and at most half the word. */
function nearest(word: string): string | null {
  const words = Object.entries(known);
  const [near] = words
    .map(([name, kind]) => ({ kind, slips: slipsBetween(word, name), length: Math.max(word.length, name.length) }))
    .filter(({ slips, length }) => slips <= 2 && slips * 2 <= length)
    .sort((a, b) => a.slips - b.slips);
  return words.find(([, kind]) => kind === near?.kind)?.[0] ?? null;
}

/** Letters to add, drop or change to get from one word to the other (Levenshtein). */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [place, letter] of [...one].entries()) {
    const next = [place + 1];
    for (let at = 0; at < other.length; at += 1) {
      const changed = (row[at] ?? 0) + (other[at] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

export function helpAfter(guess: string | null): string {
  const first = guess === null ? commandWords.unknown : `${commandWords.unknown} ${commandWords.guess(guess)}`;
  return `${first}\n\n${commandWords.help}`;
}

/** Those with this code that this person may see, each with its state and a way to it. */
export async function findInWords(parts: SlackParts, { id }: Staff, typed: string): Promise<string> {
  const code = readCode(typed);
  if (code === null) return typed.trim() === '' ? commandWords.codeMissing : findWords.wrong;
  const found = await parts.staffSide.find(id, code);
  if (found.length === 0) return findWords.none(code);
  return found.map((enquiry) => lineOf(parts, enquiry, parts.clock.now())).join('\n');
}

/** What the person has, and what waits in their team. */
export async function queueInWords(parts: SlackParts, staff: Staff): Promise<string> {
  const now = parts.clock.now();
  const queue = await parts.staffSide.queue(staff.id);
  const mine = queue.filter((enquiry) => hasIt(enquiry, staff));
  const waiting = queue.filter((enquiry) => awaits(enquiry, staff));
  return [
    commandWords.mine(mine.length),
    ...linesOf(parts, mine, now),
    commandWords.waiting(waiting.length),
    ...linesOf(parts, waiting, now),
  ].join('\n');
}

function linesOf(parts: SlackParts, enquiries: readonly Enquiry[], now: Instant): readonly string[] {
  const rest = enquiries.length - fewRows;
  const lines = enquiries.slice(0, fewRows).map((enquiry) => lineOf(parts, enquiry, now));
  return rest > 0 ? [...lines, commandWords.rest(rest)] : lines;
}

/** "• K7M2QP · 🟡 3 dage · Droppet ud af skole · venter · frist i dag kl. 14 · https://…". */
function lineOf(parts: SlackParts, enquiry: Enquiry, now: Instant): string {
  const link = deskLink(parts.publicUrl, enquiry);
  const facts = [
    codeOf(enquiry.id),
    titleOf(parts, enquiry),
    ...factsOf(parts, enquiry, now),
    stateWords(enquiry, (staff) => knownName(parts.kommune, staff)),
    ...dueOf(parts, enquiry, now),
  ];
  return `• ${fitted(facts.join(' · '), 400)}${link === null ? '' : ` · ${link}`}`;
}
