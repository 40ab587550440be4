/**
 * The risk screen: the first thing that happens to every message, on this machine, from rules alone.
 * Rules raise; what stands close by (a negation, the past, a quotation, a joke) lowers an alarm to `care`, never to none.
 */
import type { IntentId, RiskLevel } from '../domain/words.ts';
import { harmless, lowering } from './risk-harmless.ts';
import { type Indexed, indexOf, possible } from './risk-index.ts';
import { compile, foldMessage, withoutSentences } from './risk-patterns.ts';
import { rules } from './risk-rules.ts';
import { type GroupA, groupA, vocabulary } from './risk-words.ts';

export interface Screening {
  readonly level: RiskLevel;
  /** Group-A intents found: acute ones first, then the most serious. */
  readonly risks: readonly IntentId[];
}

interface Kind {
  readonly intent: GroupA;
  readonly level: 'acute' | 'care';
  /** The negation is part of what the pattern says ("vil ikke leve"), so inside the hit it lowers nothing. */
  readonly meansNegation: boolean;
}

const ruleIndex = indexOf<Kind>(
  rules.flatMap(({ intent, level, patterns }) =>
    patterns.map((pattern) => {
      const meansNegation =
        /\{not\}|\{no\}|(?:ikke|ik) |\b(?:ikke|ik|ingen|aldrig|uden|not|no|never|without|dont|cant|wont|didnt|isnt|hvis|if|nie|nicht|wont)\b|(?:^|[ (|])(?:не|ما|لا)(?=[ |)])/.test(
          pattern,
        );
      return { kind: { intent, level, meansNegation }, pattern };
    }),
  ),
  vocabulary,
);
const harmlessIndex = indexOf(
  harmless.map((pattern) => ({ kind: null, pattern })),
  vocabulary,
);
const lowers = {
  negation: compile(lowering.negation, vocabulary),
  negationAfter: compile(lowering.negationAfter, vocabulary),
  past: compile(lowering.past, vocabulary),
  over: compile(lowering.over, vocabulary),
  quotation: compile(lowering.quotation, vocabulary),
  joke: compile(lowering.joke, vocabulary),
  stillTrue: compile(lowering.stillTrue, vocabulary),
  strangers: compile(lowering.strangers, vocabulary),
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
  if (!meansNegation && isDenied(sentenceRight)) return true;
  if (!meansNegation && to - from <= near && has(lowers.negation, text.slice(from - 1, to))) return true;
  const around = [sentenceLeft, `${text.slice(from - 1, to)}`, sentenceRight];
  if (around.some((part) => has(lowers.quotation, part))) return true;
  if ([left, right].some((part) => has(lowers.over, part))) return true;
  if (around.some((part) => has(lowers.stillTrue, part))) return false;
  return around.some((part) => has(lowers.past, part)) || [left, right].some((part) => has(lowers.joke, part));
}

/** Danish negates behind the verb and its object: "han slår mig ikke", and that is all. */
function isDenied(right: string): boolean {
  const [next = '', ...more] = right.trim().split(' ');
  return more.length === 0 && has(lowers.negationAfter, ` ${next} `);
}

/** Blows from strangers are over when they are told of; those from somebody close come again. */
const isByStrangers = ({ intent }: Kind, text: string) => intent === 'violence_close' && has(lowers.strangers, text);

/** `lowered` is danger that was said, and taken back by what stands beside it. */
type Level = 'acute' | 'lowered' | 'care';
type Found = Map<GroupA, Level>;

function levelOf(kind: Kind, text: string, from: number, to: number): Level {
  if (kind.level === 'care') return 'care';
  return isByStrangers(kind, text) || isLowered(text, from, to, kind.meansNegation) ? 'lowered' : 'acute';
}

function search(candidates: readonly Indexed<Kind>[], text: string, found: Found): void {
  for (const { kind, pattern } of candidates) {
    const known = found.get(kind.intent);
    if (known === 'acute' || (kind.level === 'care' && known !== undefined)) continue;
    for (const hit of text.matchAll(pattern)) {
      const level = levelOf(kind, text, hit.index, hit.index + hit[0].length);
      found.set(kind.intent, level);
      if (level !== 'lowered') break;
    }
  }
}

/** Takes out the turns of speech that only sound like danger. */
const calm = (text: string, candidates: readonly Indexed<null>[]) =>
  candidates.reduce((left, { pattern }) => left.replace(pattern, '_ '), text);

const wordsIn = (folded: string) => new Set(folded.split(' '));

function look(rawText: string, tried: 'possible' | 'all'): Found {
  const folded = foldMessage(rawText);
  const words = wordsIn(folded);
  const candidates = tried === 'all' ? ruleIndex.all : possible(ruleIndex, words);
  const found: Found = new Map();
  if (candidates.length === 0) return found;
  const calming = tried === 'all' ? harmlessIndex.all : possible(harmlessIndex, words);
  const sentences = calm(folded, calming);
  const whole = calm(withoutSentences(sentences), calming);
  search(candidates, sentences, found);
  if (whole !== sentences) search(candidates, whole, found);
  return found;
}

/** True when the rules found danger, and all of it is negated, past, quoted or said in fun. */
export function isTakenBack(rawText: string): boolean {
  const levels = new Set(look(rawText, 'possible').values());
  return levels.has('lowered') && !levels.has('acute');
}

/**
 * Screens a message as it was typed, sentence by sentence and as a whole. Works on any string, in linear time.
 *
 * @param tried which patterns to try; all of them gives the same answer, only later
 */
export function screen(rawText: string, tried: 'possible' | 'all' = 'possible'): Screening {
  const found = look(rawText, tried);
  const bySeriousness = groupA.filter((intent) => found.has(intent));
  const acute = bySeriousness.filter((intent) => found.get(intent) === 'acute');
  const care = bySeriousness.filter((intent) => found.get(intent) !== 'acute');
  const level = acute.length > 0 ? 'acute' : care.length > 0 ? 'care' : 'none';
  return { level, risks: [...acute, ...care].map((intent) => intent as IntentId) };
}

/** A turn of speech that only sounds like danger, a quotation or a joke is in the message. */
export function isCalmed(rawText: string): boolean {
  const folded = foldMessage(rawText);
  const whole = withoutSentences(folded);
  if (has(lowers.joke, whole) || has(lowers.quotation, whole)) return true;
  return possible(harmlessIndex, wordsIn(folded)).some(({ pattern }) => has(pattern, whole));
}
