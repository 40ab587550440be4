/**
 * What can only be seen across files: do the intents, the prepared texts and the municipality fit together?
 */
import type { DangerLines, Intent, Topic } from '../src/domain/intent.ts';
import type { Kommune } from '../src/domain/kommune.ts';
import type { IntentId, PartyCode } from '../src/domain/words.ts';
import type { Languages, OwnLanguages } from './languages-schema.ts';
import { placeholdersThatExist } from './placeholders.ts';
import { type KeyPath, nearest, type Problem, problemAt, type ReadFile } from './problem.ts';

/** A file that is right in itself, and what it says. */
export interface Checked<Value> {
  readonly file: ReadFile;
  readonly value: Value;
}

type TextBook = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

export interface Found {
  readonly intents: ReadonlyMap<IntentId, Checked<Intent>>;
  /** False when some file could not be read: then an intent that is not there may only be that. */
  readonly complete: boolean;
  readonly topics: Checked<readonly Topic[]>;
  readonly texts: Checked<TextBook>;
  readonly ownTexts: Checked<TextBook> | null;
  readonly languages: Checked<Languages>;
  readonly ownLanguages: Checked<OwnLanguages> | null;
  readonly offTopic: readonly Checked<readonly string[]>[];
  readonly danger: readonly Checked<DangerLines>[];
  readonly kommune: Checked<Omit<Kommune, 'id'>>;
}

/** Parties the service cannot run without. */
const needed = ['front_desk', 'leader', 'on_call'] as const satisfies readonly PartyCode[];

/** Every problem between files; none when they fit. */
export function problemsAcross(found: Found): readonly Problem[] {
  return [
    ...partiesWithPeople(found.kommune),
    ...[...found.intents.values()].flatMap((intent) => ownersThatExist(intent, found.kommune.value)),
    ...(found.complete ? topicsThatLead(found) : []),
    ...placeholdersThatExist(found),
    ...sameLineTwice(found),
  ];
}

function partiesWithPeople(kommune: Checked<Omit<Kommune, 'id'>>): readonly Problem[] {
  const { parties, staff } = kommune.value;
  const problems = needed
    .filter((code) => !parties.has(code))
    .map((code) => problemAt(kommune.file, ['parties'], `Parten "${code}" mangler. Tilføj den med "name" og "who".`));
  const people = [...staff];
  for (const [id, { party }] of people) {
    if (parties.has(party)) continue;
    const sentence = `"${id}" hører til parten "${party}", som ikke står under "parties". Tilføj parten, eller ret "party".`;
    problems.push(problemAt(kommune.file, ['staff', id, 'party'], sentence));
  }
  for (const code of parties.keys()) {
    const here = people.filter(([, { party }]) => party === code);
    const lacks = here.length === 0 ? 'ingen medarbejdere' : here.some(([, { leads }]) => leads) ? null : 'ingen leder';
    if (!lacks) continue;
    const remedy = here.length === 0 ? 'Tilføj mindst én under "staff"' : 'Skriv "leads: true" ved én af dem';
    problems.push(problemAt(kommune.file, ['parties', code], `Parten "${code}" har ${lacks}. ${remedy}.`));
  }
  if (!people.some(([, { duty }]) => duty)) {
    problems.push(problemAt(kommune.file, ['staff'], 'Ingen har vagt. Skriv "duty: true" ved mindst én medarbejder.'));
  }
  return problems;
}

function ownersThatExist({ file, value }: Checked<Intent>, { parties }: Pick<Kommune, 'parties'>): readonly Problem[] {
  const named: [KeyPath, PartyCode | undefined][] = [
    ...Object.entries(value.owner).map(([band, code]): [KeyPath, PartyCode] => [['owner', band], code]),
    [['ownerWhenClosed'], value.ownerWhenClosed],
    ...value.also.map((code, index): [KeyPath, PartyCode] => [['also', index], code]),
  ];
  const absent = new Map<PartyCode, KeyPath>();
  for (const [path, code] of named) if (code && !parties.has(code) && !absent.has(code)) absent.set(code, path);
  const problems = [...absent].map(([code, path]) =>
    problemAt(file, path, `Parten "${code}" findes ikke i kommune.yaml. Tilføj den dér, eller vælg en anden part.`),
  );
  if (value.urgency === 'acute' && !value.ownerWhenClosed) {
    const sentence =
      '"ownerWhenClosed" mangler. Det, der er akut, skal have en part, når der er lukket: skriv "on_call".';
    problems.push(problemAt(file, ['urgency'], sentence));
  }
  return problems;
}

function topicsThatLead({ topics, intents }: Found): readonly Problem[] {
  return topics.value.flatMap((topic, index) =>
    topic.intents
      .filter((id) => !intents.has(id))
      .map((id) => {
        const near = nearest(id, [...intents.keys()]);
        const remedy = near ? `Mente du "${near}"?` : 'Slet den.';
        return problemAt(topics.file, [index, 'intents'], `"${id}" findes ikke. ${remedy}`);
      }),
  );
}

/** The same line in two places teaches the classifier nothing but doubt. */
function sameLineTwice({ intents, offTopic, danger }: Found): readonly Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  const look = (file: ReadFile, path: KeyPath, line: string, owner: string): void => {
    const key =
      line
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim() || line;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, owner);
    else problems.push(problemAt(file, path, `"${line}" står også i ${other}. Behold den ét sted.`));
  };
  for (const [id, { file, value }] of intents) {
    for (const [language, lines] of Object.entries(value.examples)) {
      for (const [index, line] of lines.entries()) look(file, ['examples', language, index], line, `"${id}"`);
    }
  }
  for (const { file, value } of offTopic) {
    for (const [index, line] of value.entries()) look(file, [index], line, '_off-topic.yaml');
  }
  for (const { file, value } of danger) {
    for (const [kind, lines] of Object.entries(value) as [string, readonly string[]][]) {
      for (const [index, line] of lines.entries()) look(file, [kind, index], line, `_danger.yaml under "${kind}"`);
    }
  }
  return problems;
}
