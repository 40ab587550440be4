/**
 * Reads the files of one municipality and the shared ones below them, and finds everything that is wrong.
 * `load.ts` turns what is found into what the service runs on; `check-content.ts` looks at how it reads.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Intent } from '../src/domain/intent.ts';
import type { IntentId } from '../src/domain/words.ts';
import { problemsAcross } from './check.ts';
import type { Checked, Found } from './found.ts';
import { kommuneFile } from './kommune-schema.ts';
import { languagesFile, ownLanguagesFile } from './languages-schema.ts';
import { nearest, type Problem, problemAt, problemOf, problemsOfIssue, type ReadFile, unreadable } from './problem.ts';
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

/** The folder that all municipalities share. */
const shared = 'faelles';
/** Files that hold no intent. */
const commonFiles = ['_texts.yaml', '_topics.yaml', '_languages.yaml', '_off-topic.yaml', '_danger.yaml'];

/** The folders that hold a municipality, sorted. */
export function kommunerIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'kommune.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Everything under `folder` that one municipality uses, and what is wrong with it.
 *
 * @param folder the folder that holds `faelles/` and one folder for each municipality
 * @param kommuneId name of the municipality's folder
 * @returns `found` is null when a file that everything hangs on could not be read
 */
export function readContent(
  folder: string,
  kommuneId: string,
): { readonly found: Found | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = fileReader(problems);
  const ours = join(folder, kommuneId);
  if (!kommunerIn(folder).includes(kommuneId)) return { found: null, problems: [noSuchKommune(folder, kommuneId)] };

  const common = (name: string): string => join(folder, shared, name);
  const own = <Value>(schema: z.ZodType<Value>, name: string): Checked<Value> | null =>
    existsSync(join(ours, name)) ? read(schema, join(ours, name)) : null;
  const intents = [...intentsIn(join(folder, shared), read, problems), ...intentsIn(ours, read, problems)];
  const topics = read(topicsFile, common('_topics.yaml'));
  const texts = read(textsFile, common('_texts.yaml'));
  const languages = read(languagesFile, common('_languages.yaml'));
  const rest = {
    ownTopics: own(topicsFile, '_topics.yaml'),
    ownTexts: own(ownTextsFile, '_texts.yaml'),
    ownLanguages: own(ownLanguagesFile, '_languages.yaml'),
    offTopic: thoseRead(read(offTopicFile, common('_off-topic.yaml')), own(offTopicFile, '_off-topic.yaml')),
    danger: thoseRead(read(dangerFile, common('_danger.yaml')), own(ownDangerFile, '_danger.yaml')),
  };
  const kommune = read(kommuneFile, join(ours, 'kommune.yaml'));
  problems.push(...[join(folder, shared), ours].flatMap(filesNobodyReads));

  if (!texts || !topics || !languages || !kommune) return { found: null, problems };
  const complete = problems.length === 0;
  const found = { complete, intents: overlay(intents), topics, texts, languages, kommune, ...rest };
  return { found, problems: [...problems, ...problemsAcross(found)] };
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

function contentsOf(path: string, problems: Problem[]): ReadFile | null {
  if (existsSync(path)) return { path, source: readFileSync(path, 'utf8') };
  problems.push(problemOf(path, 'Filen findes ikke. Hent den fra den udgave, du installerede.'));
  return null;
}

/** The shared file, then the municipality's own, of those that could be read. */
function thoseRead<Value>(...files: readonly (Checked<Value> | null)[]): readonly Checked<Value>[] {
  return files.filter((file) => file !== null);
}

function intentsIn(folder: string, read: Read, problems: Problem[]): readonly Checked<Intent>[] {
  return intentFilesIn(folder).flatMap((path) => {
    const intent = read(intentFile, path);
    if (!intent) return [];
    const { id } = intent.value;
    const name = basename(path, '.yaml');
    if (id !== name) {
      const sentence = `id "${id}" passer ikke med filens navn. Skriv "${name}", eller omdøb filen.`;
      problems.push(problemAt(intent.file, ['id'], sentence));
    }
    return [intent];
  });
}

/** Names of intent files, sorted, so that every start trains on the same order. */
function intentFilesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('_') && name !== 'kommune.yaml')
    .sort()
    .map((name) => join(folder, name));
}

/** `_text.yaml` or `housing.yml` would be left out in silence. */
function filesNobodyReads(folder: string): readonly Problem[] {
  return readdirSync(folder)
    .filter((name) => (name.startsWith('_') ? !commonFiles.includes(name) : name.endsWith('.yml')))
    .map((name) => {
      const near = name.startsWith('_') ? nearest(name, commonFiles) : name.replace(/yml$/, 'yaml');
      const remedy = near === null ? `Vælg mellem: ${commonFiles.join(', ')}.` : `Mente du "${near}"?`;
      return problemOf(join(folder, name), `Filen bliver ikke læst. ${remedy}`);
    });
}

/** A later file with the same id takes the place of the earlier. */
function overlay(intents: readonly Checked<Intent>[]): ReadonlyMap<IntentId, Checked<Intent>> {
  return new Map(intents.map((intent) => [intent.value.id, intent]));
}

function noSuchKommune(folder: string, kommuneId: string): Problem {
  const there = kommunerIn(folder);
  const near = nearest(kommuneId, there);
  const remedy = near ? `Mente du "${near}"?` : `De, der findes, er: ${there.join(', ')}.`;
  return problemOf(join(folder, kommuneId, 'kommune.yaml'), `Filen findes ikke. ${remedy}`);
}
