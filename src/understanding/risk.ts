/**
 * The risk screen: the first thing that happens to every message, on this machine, from rules alone.
 * Rules raise; what stands close by (a negation, the past, a quotation, a joke) lowers an alarm to `care`, never to none.
 */
import type { IntentId, RiskLevel } from '../domain/words.ts';
import { harmless, lowering } from './risk-harmless.ts';
import { compile, foldMessage, withoutSentences } from './risk-patterns.ts';
import { rules } from './risk-rules.ts';
import { type GroupA, groupA, vocabulary } from './risk-words.ts';

export interface Screening {
  readonly level: RiskLevel;
  /** Group-A intents found: acute ones first, then the most serious. */
  readonly risks: readonly IntentId[];
  /** A turn of speech that only sounds like danger, a quotation or a joke is in it. */
  readonly calmed: boolean;
}

interface Compiled {
  readonly intent: GroupA;
  readonly level: 'acute' | 'care';
  readonly pattern: RegExp;
  /** The negation is part of what the patterns say ("vil ikke leve"), so inside the hit it lowers nothing. */
  readonly meansNegation: boolean;
}

const compiled: readonly Compiled[] = rules.flatMap(({ intent, level, patterns }) =>
  [true, false].flatMap((meansNegation) => {
    const those = patterns.filter((pattern) => /\{not\}|\{no\}|(?:ikke|ik) /.test(pattern) === meansNegation);
    return those.length === 0 ? [] : [{ intent, level, meansNegation, pattern: compile(those, vocabulary) }];
  }),
);
const harmlessPattern = compile(harmless, vocabulary);
const lowers = {
  negation: compile(lowering.negation, vocabulary),
  past: compile(lowering.past, vocabulary),
  quotation: compile(lowering.quotation, vocabulary),
  joke: compile(lowering.joke, vocabulary),
  stillTrue: compile(lowering.stillTrue, vocabulary),
  clauseEnd: compile(lowering.clauseEnd, vocabulary),
};

/** How far from the hit something may stand and still lower it, in characters. */
const near = 50;
/** A negation stands right before what it negates. */
const nearNegation = 24;

const has = (pattern: RegExp, text: string) => text.search(pattern) >= 0;

/** What is left of `text` after its last hit of the pattern. */
function afterLast(pattern: RegExp, text: string): string {
  const hit = [...text.matchAll(pattern)].at(-1);
  return hit ? ` ${text.slice(hit.index + hit[0].length)}` : text;
}

/** Cut at whole words, so that half a word is never read as one. */
const before = (text: string, at: number, size: number) => {
  const cut = text.slice(Math.max(0, at - size), at);
  return at > size ? cut.slice(Math.max(0, cut.indexOf(' '))) : cut;
};
const after = (text: string, at: number) => {
  const cut = text.slice(at, at + near);
  return at + near < text.length ? ` ${cut.slice(0, cut.lastIndexOf(' ') + 1)}` : ` ${cut}`;
};

function isLowered(text: string, from: number, to: number, meansNegation: boolean): boolean {
  const left = before(text, from, near);
  const right = after(text, to);
  const sentenceLeft = left.slice(left.lastIndexOf('|') + 1);
  const sentenceRight = right.split('|', 1)[0] ?? '';
  const clauseLeft = afterLast(lowers.clauseEnd, before(text, from, nearNegation).split('|').at(-1) ?? '');
  if (has(lowers.negation, clauseLeft)) return true;
  if (!meansNegation && has(lowers.negation, text.slice(from - 1, to))) return true;
  const around = [sentenceLeft, `${text.slice(from - 1, to)}`, sentenceRight];
  if (around.some((part) => has(lowers.quotation, part))) return true;
  if (around.some((part) => has(lowers.stillTrue, part))) return false;
  return around.some((part) => has(lowers.past, part)) || [left, right].some((part) => has(lowers.joke, part));
}

type Found = Map<GroupA, 'acute' | 'care'>;

function search(text: string, found: Found): void {
  for (const { intent, level, pattern, meansNegation } of compiled) {
    if (found.get(intent) === 'acute') continue;
    for (const hit of text.matchAll(pattern)) {
      const lowered = level === 'care' || isLowered(text, hit.index, hit.index + hit[0].length, meansNegation);
      found.set(intent, lowered ? 'care' : 'acute');
      if (!lowered) break;
    }
  }
}

/**
 * Screens a message as it was typed, sentence by sentence and as a whole. Works on any string, in linear time.
 */
export function screen(rawText: string): Screening {
  const folded = foldMessage(rawText);
  const sentences = folded.replace(harmlessPattern, '_ ');
  const whole = withoutSentences(sentences).replace(harmlessPattern, '_ ');
  const calmed = sentences !== folded || has(lowers.joke, whole) || has(lowers.quotation, whole);
  const found: Found = new Map();
  search(sentences, found);
  if (whole !== sentences) search(whole, found);
  const bySeriousness = groupA.filter((intent) => found.has(intent));
  const acute = bySeriousness.filter((intent) => found.get(intent) === 'acute');
  const care = bySeriousness.filter((intent) => found.get(intent) === 'care');
  const level = acute.length > 0 ? 'acute' : care.length > 0 ? 'care' : 'none';
  return { level, risks: [...acute, ...care].map((intent) => intent as IntentId), calmed };
}
