/**
 * What the files of one municipality say, each with the file it stands in, so that a problem can name the line.
 */
import type { DangerLines, Intent, Owners, Topic } from '../src/domain/intent.ts';
import type { Kommune, SlackFile } from '../src/domain/kommune.ts';
import type { Texts } from '../src/domain/saying.ts';
import type { IntentId } from '../src/domain/words.ts';
import type { Languages, OwnLanguages } from './languages-schema.ts';
import type { ReadFile } from './problem.ts';

/** A file that is right in itself, and what it says. */
export interface Checked<Value> {
  readonly file: ReadFile;
  readonly value: Value;
}

/** `kommune.yaml`; its routes end up in the intents. */
export interface KommuneFile extends Omit<Kommune, 'id'> {
  /** What each help line is called in the file, in the order of `helpLines`. */
  readonly helpLineIds: readonly string[];
  readonly routes: ReadonlyMap<IntentId, Owners>;
  /** Null when the municipality has no Slack. */
  readonly slack: SlackFile | null;
}

/** Some of the prepared texts. */
export type OwnTexts = { readonly [Key in keyof Texts]?: Texts[Key] | undefined };

export interface Found {
  /** The municipality's own in place of the shared ones with the same id. */
  readonly intents: ReadonlyMap<IntentId, Checked<Intent>>;
  /** False when some file could not be read: then an intent that is not there may only be that. */
  readonly complete: boolean;
  readonly topics: Checked<readonly Topic[]>;
  readonly ownTopics: Checked<readonly Topic[]> | null;
  readonly texts: Checked<Texts>;
  readonly ownTexts: Checked<OwnTexts> | null;
  readonly languages: Checked<Languages>;
  readonly ownLanguages: Checked<OwnLanguages> | null;
  readonly offTopic: readonly Checked<readonly string[]>[];
  readonly danger: readonly Checked<DangerLines>[];
  readonly kommune: Checked<KommuneFile>;
}
