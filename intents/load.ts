/**
 * Reads what people ask for and what we answer, lays a municipality's own files over the shared ones,
 * checks everything against everything, and freezes it. Called once at start.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { DangerLines, Intent, IntentBook, Topic } from '../src/domain/intent.ts';
import type { Kommune } from '../src/domain/kommune.ts';
import type { ForeignTexts, Texts } from '../src/domain/saying.ts';
import { type ForeignLanguage, foreignLanguages, type IntentId } from '../src/domain/words.ts';
import { type Checked, problemsAcross } from './check.ts';
import { freeze } from './freeze.ts';
import { kommuneFile } from './kommune-schema.ts';
import { type Languages, languagesFile, type OwnLanguages, ownLanguagesFile } from './languages-schema.ts';
import {
  ContentError,
  nearest,
  type Problem,
  problemAt,
  problemOf,
  problemsOfIssue,
  type ReadFile,
  unreadable,
} from './problem.ts';
import { readYaml } from './read-yaml.ts';
import {
  dangerFile,
  intentFile,
  knownKeys,
  offTopicFile,
  ownDangerFile,
  ownTextsFile,
  textsFile,
  topicsFile,
} from './schema.ts';

export interface Content {
  readonly intents: IntentBook;
  readonly topics: readonly Topic[];
  readonly texts: Texts;
  /** The fixed texts of the languages that have no others. */
  readonly languages: ReadonlyMap<ForeignLanguage, ForeignTexts>;
  /** Lines that belong nowhere, for the classifier to learn what to leave alone. */
  readonly offTopic: readonly string[];
  readonly dangerLines: DangerLines;
  readonly kommune: Kommune;
}

const shared = 'faelles';

/**
 * Everything under `folder` that one municipality uses.
 *
 * @param folder the folder that holds `faelles/` and one folder for each municipality
 * @param kommuneId name of the municipality's folder
 * @throws ContentError naming every problem with file, line and remedy
 */
export function loadIntents(folder: string, kommuneId: string): Content {
  const problems: Problem[] = [];
  const read = fileReader(problems);
  const own = join(folder, kommuneId);
  if (!existsSync(join(own, 'kommune.yaml'))) throw new ContentError([noSuchKommune(folder, kommuneId)]);

  const intents = [...intentsIn(join(folder, shared), read, problems), ...intentsIn(own, read, problems)];
  const topics = read(topicsFile, join(folder, shared, '_topics.yaml'));
  const texts = read(textsFile, join(folder, shared, '_texts.yaml'));
  const ownTexts = readIfThere(ownTextsFile, join(own, '_texts.yaml'), read);
  const languages = read(languagesFile, join(folder, shared, '_languages.yaml'));
  const ownLanguages = readIfThere(ownLanguagesFile, join(own, '_languages.yaml'), read);
  const offTopic = offTopicIn([join(folder, shared), own], read);
  const danger = [
    read(dangerFile, join(folder, shared, '_danger.yaml')),
    readIfThere(ownDangerFile, join(own, '_danger.yaml'), read),
  ].filter((file) => file !== null);
  const kommune = read(kommuneFile, join(own, 'kommune.yaml'));

  if (!texts || !topics || !languages || !kommune) throw new ContentError(problems);
  const complete = problems.length === 0;
  const found = {
    complete,
    intents: overlay(intents),
    topics,
    texts,
    ownTexts,
    languages,
    ownLanguages,
    offTopic,
    danger,
    kommune,
  };
  problems.push(...problemsAcross(found));
  if (problems.length > 0) throw new ContentError(problems);

  return freeze({
    intents: new Map([...found.intents].map(([id, { value }]) => [id, value])),
    topics: topics.value,
    texts: { ...texts.value, ...definedOnly(ownTexts?.value ?? {}) },
    languages: languagesOf(languages.value, ownLanguages?.value ?? {}),
    offTopic: offTopic.flatMap(({ value }) => value),
    dangerLines: linesOf(danger),
    kommune: { id: kommuneId, ...kommune.value },
  });
}

type Read = <Value>(schema: z.ZodType<Value>, path: string) => Checked<Value> | null;

/** Reads files one by one; what is wrong goes to `problems` and the file gives null. */
function fileReader(problems: Problem[]): Read {
  return (schema, path) => {
    const file = contentsOf(path, problems);
    if (!file) return null;
    let raw: unknown;
    try {
      raw = readYaml(file.source);
    } catch (error) {
      problems.push(unreadable(file, error));
      return null;
    }
    const parsed = schema.safeParse(raw ?? undefined, { reportInput: true });
    if (parsed.success) return { file, value: parsed.data };
    problems.push(...parsed.error.issues.flatMap((issue) => problemsOfIssue(file, issue, knownKeys)));
    return null;
  };
}

function readIfThere<Value>(schema: z.ZodType<Value>, path: string, read: Read): Checked<Value> | null {
  return existsSync(path) ? read(schema, path) : null;
}

function contentsOf(path: string, problems: Problem[]): ReadFile | null {
  if (existsSync(path)) return { path, source: readFileSync(path, 'utf8') };
  problems.push(problemOf(path, 'Filen findes ikke. Hent den fra den udgave, du installerede.'));
  return null;
}

function intentsIn(folder: string, read: Read, problems: Problem[]): readonly Checked<Intent>[] {
  return yamlFilesIn(folder).flatMap((path) => {
    const intent = read(intentFile, path);
    if (!intent) return [];
    const name = basename(path, '.yaml');
    if (intent.value.id !== name) {
      problems.push(
        problemAt(
          intent.file,
          ['id'],
          `id "${intent.value.id}" passer ikke med filens navn. Skriv "${name}", eller omdøb filen.`,
        ),
      );
    }
    return [intent];
  });
}

/** Names of intent files, sorted, so that every start trains on the same order. */
function yamlFilesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('_') && name !== 'kommune.yaml')
    .sort()
    .map((name) => join(folder, name));
}

function offTopicIn(folders: readonly string[], read: Read): readonly Checked<readonly string[]>[] {
  return folders
    .map((folder) => join(folder, '_off-topic.yaml'))
    .filter((path) => existsSync(path))
    .flatMap((path) => read(offTopicFile, path) ?? []);
}

/** The shared lines, then the municipality's own. */
function linesOf(files: readonly Checked<DangerLines>[]): DangerLines {
  const all = (kind: keyof DangerLines): readonly string[] => files.flatMap(({ value }) => value[kind]);
  return { acute: all('acute'), care: all('care'), harmless: all('harmless') };
}

/** A later file with the same id takes the place of the earlier. */
function overlay(intents: readonly Checked<Intent>[]): ReadonlyMap<IntentId, Checked<Intent>> {
  return new Map(intents.map((intent) => [intent.value.id, intent]));
}

/** What a municipality has worded itself takes the place of the shared words, text by text. */
function languagesOf(common: Languages, own: OwnLanguages): ReadonlyMap<ForeignLanguage, ForeignTexts> {
  return new Map(
    foreignLanguages.map((language) => {
      const { name, texts } = common[language];
      return [language, { name, texts: { ...texts, ...definedOnly(own[language]?.texts ?? {}) } }];
    }),
  );
}

function definedOnly<Book extends object>(book: Book): { readonly [Key in keyof Book]?: NonNullable<Book[Key]> } {
  return Object.fromEntries(Object.entries(book).filter(([, text]) => text !== undefined)) as typeof book;
}

function noSuchKommune(folder: string, kommuneId: string): Problem {
  const there = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'kommune.yaml')))
    .map((entry) => entry.name);
  const near = nearest(kommuneId, there);
  const remedy = near ? `Mente du "${near}"?` : `De, der findes, er: ${there.join(', ')}.`;
  return problemOf(join(folder, kommuneId, 'kommune.yaml'), `Filen findes ikke. ${remedy}`);
}
