/**
 * What people ask for and what we answer: a municipality's own files laid over the shared ones, checked and frozen.
 * Called once at start.
 */
import type { DangerLines, IntentBook, Topic } from '../src/domain/intent.ts';
import type { Kommune, SlackFile } from '../src/domain/kommune.ts';
import type { ForeignTexts, Texts } from '../src/domain/saying.ts';
import { type ForeignLanguage, foreignLanguages } from '../src/domain/words.ts';
import type { Found } from './found.ts';
import { freeze } from './freeze.ts';
import { ContentError } from './problem.ts';
import { readContent } from './read-content.ts';

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
  /** Null when the municipality has no Slack. */
  readonly slack: SlackFile | null;
}

/**
 * Everything under `folder` that one municipality uses.
 *
 * @param folder the folder that holds `faelles/` and one folder for each municipality
 * @param kommuneId name of the municipality's folder
 * @throws ContentError naming every problem with file, line and remedy
 */
export function loadIntents(folder: string, kommuneId: string): Content {
  const { found, problems } = readContent(folder, kommuneId);
  if (found === null || problems.length > 0) throw new ContentError(problems);
  return contentOf(found, kommuneId);
}

/** What is found, as one thing: the municipality's own words and routes in place of the shared ones. */
export function contentOf(found: Found, kommuneId: string): Content {
  const { routes, helpLineIds: _, slack, ...kommune } = found.kommune.value;
  return freeze({
    intents: new Map(
      [...found.intents].map(([id, { value }]) => [id, { ...value, owner: routes.get(id) ?? value.owner }]),
    ),
    topics: topicsOf(found.topics.value, found.ownTopics?.value ?? []),
    texts: { ...found.texts.value, ...definedOnly(found.ownTexts?.value ?? {}) },
    languages: languagesOf(found),
    offTopic: found.offTopic.flatMap(({ value }) => value),
    dangerLines: dangerLinesOf(found),
    kommune: { id: kommuneId, ...kommune },
    slack,
  });
}

/** A topic with a known id takes its place; a new one comes before "something else", which leads nowhere. */
function topicsOf(common: readonly Topic[], own: readonly Topic[]): readonly Topic[] {
  const known = common.map((topic) => own.find(({ id }) => id === topic.id) ?? topic);
  const added = own.filter(({ id }) => !common.some((topic) => topic.id === id));
  const leads = ({ intents }: Topic): boolean => intents.length > 0;
  return [...known.filter(leads), ...added, ...known.filter((topic) => !leads(topic))];
}

/** What a municipality has worded itself takes the place of the shared words, text by text. */
function languagesOf({ languages, ownLanguages }: Found): ReadonlyMap<ForeignLanguage, ForeignTexts> {
  return new Map(
    foreignLanguages.map((language) => {
      const { name, texts } = languages.value[language];
      return [language, { name, texts: { ...texts, ...definedOnly(ownLanguages?.value[language]?.texts ?? {}) } }];
    }),
  );
}

/** The shared lines, then the municipality's own. */
function dangerLinesOf({ danger }: Found): DangerLines {
  const all = (kind: keyof DangerLines): readonly string[] => danger.flatMap(({ value }) => value[kind]);
  return { acute: all('acute'), care: all('care'), harmless: all('harmless'), ordinary: all('ordinary') };
}

function definedOnly<Book extends object>(book: Book): { readonly [Key in keyof Book]?: NonNullable<Book[Key]> } {
  return Object.fromEntries(Object.entries(book).filter(([, text]) => text !== undefined)) as typeof book;
}
