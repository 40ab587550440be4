/**
 * What is wrong in a file and what to do, in Danish for the people who write answers,
 * with the line it stands on. Knows YAML and zod's issues; knows nothing of what a file means.
 */
import { relative } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, YAMLParseError } from 'yaml';
import type { z } from 'zod';

export type KeyPath = readonly PropertyKey[];

/** A file as it was read. */
export interface ReadFile {
  readonly path: string;
  readonly source: string;
}

export interface Problem {
  /** Path from the working folder. */
  readonly file: string;
  /** 1 is the first. */
  readonly line: number;
  readonly sentence: string;
}

/** The content cannot be used; the message lists every problem as `file:line: sentence`. */
export class ContentError extends Error {
  readonly code = 'bad-content';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`).join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** A problem at a key of a file, e.g. `['answer', 'en']`; where the key is missing, at what should hold it. */
export function problemAt(file: ReadFile, path: KeyPath, sentence: string): Problem {
  return { file: shown(file.path), line: lineOf(file.source, path), sentence };
}

/** A problem of a whole file, also one that is not there. */
export function problemOf(path: string, sentence: string): Problem {
  return { file: shown(path), line: 1, sentence };
}

function shown(path: string): string {
  return relative('', path);
}

const yamlSentences: Readonly<Partial<Record<YAMLParseError['code'], string>>> = {
  DUPLICATE_KEY: 'Samme navn står to gange. Slet det ene.',
  BAD_INDENT: 'Linjen er rykket forkert ind. Brug to mellemrum for hvert trin.',
  TAB_AS_INDENT: 'Linjen er rykket ind med tabulator. Brug mellemrum.',
  BLOCK_AS_IMPLICIT_KEY: 'Der er et kolon for meget. Sæt teksten i citationstegn.',
  MISSING_CHAR: 'Der mangler et tegn, for eksempel et citationstegn eller en parentes.',
};

/**
 * What is wrong with YAML that could not be read.
 *
 * @throws whatever is not the YAML reader's own complaint
 */
export function unreadable(file: ReadFile, error: unknown): Problem {
  if (!(error instanceof YAMLParseError)) throw error;
  const { line = 1, col = 1 } = error.linePos?.[0] ?? {};
  const what = yamlSentences[error.code] ?? 'Sæt tekster med særlige tegn i citationstegn.';
  return {
    file: shown(file.path),
    line,
    sentence: `Filen kan ikke læses her, ved tegn ${col}. ${what}`,
  };
}

/** The problems behind one zod issue: one for each misspelt key, else one. */
export function problemsOfIssue(file: ReadFile, issue: z.core.$ZodIssue, known: readonly string[]): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const kind = issue.path[0] === 'parties' ? 'en kendt part' : 'et kendt navn';
    return issue.keys.map((key) => problemAt(file, [...issue.path, key], unknownWord(key, kind, known)));
  }
  return [problemAt(file, issue.path, sentenceOf(issue))];
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const name = issue.path.join('.') || 'Filen';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? missing(issue.path) : wrongType(name, issue.expected);
    case 'invalid_value':
      if (issue.input === undefined) return missing(issue.path);
      return unknownWord(String(issue.input), kindOf(issue.path), issue.values.map(String));
    case 'invalid_key':
      return `"${String(issue.path.at(-1))}" kan ikke være et navn her. Skriv det med små bogstaver a-z, uden mellemrum.`;
    case 'too_small':
      return `"${name}" er tom eller for lille. Udfyld den.`;
    case 'invalid_format':
      return issue.message.startsWith('Skriv') ? `"${name}" er skrevet forkert. ${issue.message}` : wrongFormat(name);
    default:
      return issue.message;
  }
}

function wrongFormat(name: string): string {
  return `"${name}" er skrevet forkert. Se, hvordan den står i README.md.`;
}

const languageNames: Readonly<Record<string, string>> = { da: 'dansk', da_easy: 'let dansk', en: 'engelsk' };

function missing(path: KeyPath): string {
  const last = String(path.at(-1) ?? '');
  const language = languageNames[last];
  if (language) return `"${path.join('.')}" mangler. Skriv teksten på ${language}.`;
  if (last === 'checked') {
    return `"${path.join('.')}" mangler: det er aldrig tjekket. Tjek det, og skriv dagen, for eksempel 2026-11-21.`;
  }
  return path.length === 0
    ? 'Filen er tom. Skriv indholdet, eller slet filen.'
    : `"${path.join('.')}" mangler. Tilføj den.`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'en tekst. Sæt den i citationstegn, hvis der er kolon eller kun tal i den',
  number: 'et tal uden citationstegn',
  int: 'et helt tal uden citationstegn',
  boolean: 'true eller false',
  array: 'en liste, hvor hver linje begynder med "- "',
  object: 'navne med kolon efter',
  record: 'navne med kolon efter',
};

function wrongType(name: string, expected: string): string {
  return `"${name}" skal være ${typeNames[expected] ?? expected}.`;
}

function kindOf(path: KeyPath): string {
  const parties = ['owner', 'ownerWhenClosed', 'also', 'party', 'routes'];
  return path.some((key) => parties.includes(String(key))) ? 'en kendt part' : 'en mulighed her';
}

function unknownWord(word: string, kind: string, known: readonly string[]): string {
  const near = nearest(word, known);
  const remedy = near ? `Mente du "${near}"?` : known.length <= 20 ? `Vælg mellem: ${known.join(', ')}.` : 'Slet det.';
  return `"${word}" er ikke ${kind}. ${remedy}`;
}

/** The known word that is a few letters away, or null. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = word.length < 4 ? 2 : Math.floor(word.length / 3) + 2;
  for (const candidate of known) {
    const away = distance(word, candidate);
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}

/** Letters to add, drop or change to make one word the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** The line a key stands on; for a key that is not there, the line of what should hold it. */
function lineOf(source: string, path: KeyPath): number {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: false });
  for (let depth = path.length; depth > 0; depth -= 1) {
    const offset = offsetOf(document, path.slice(0, depth));
    if (offset !== null) return lines.linePos(offset).line;
  }
  return 1;
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: KeyPath): number | null {
  const last = path.at(-1);
  const holder = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(holder)) {
    const pair = holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
    return pair && isNode(pair.key) ? (pair.key.range?.[0] ?? null) : null;
  }
  const node = document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
