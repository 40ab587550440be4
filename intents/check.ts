/**
 * What can only be seen across files: do the intents, the prepared texts and the municipality fit together?
 */
import type { Intent, Owners } from '../src/domain/intent.ts';
import type { PartyCode } from '../src/domain/words.ts';
import type { Checked, Found, KommuneFile } from './found.ts';
import { placeholdersThatExist } from './placeholders.ts';
import { type KeyPath, nearest, type Problem, problemAt, type ReadFile } from './problem.ts';

/** Parties the service cannot run without. */
const needed = ['front_desk', 'leader', 'on_call'] as const satisfies readonly PartyCode[];

/** Every problem between files; none when they fit. */
export function problemsAcross(found: Found): readonly Problem[] {
  return [
    ...partiesWithPeople(found.kommune),
    ...channelsOfParties(found.kommune),
    ...[...found.intents.values()].flatMap((intent) => ownersThatExist(intent, found.kommune.value)),
    ...routesThatLead(found),
    ...(found.complete ? linesMadeForSomething(found) : []),
    ...(found.complete ? topicsThatLead(found) : []),
    ...placeholdersThatExist(found),
    ...sameLineTwice(found),
  ];
}

function partiesWithPeople(kommune: Checked<KommuneFile>): readonly Problem[] {
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

/** Channels are for parties that are there, and two people never share an address: Slack finds people by it. */
function channelsOfParties({ file, value }: Checked<KommuneFile>): readonly Problem[] {
  const { slack, parties, staff } = value;
  if (slack === null) return [];
  const named = [...slack.channels.keys()].map((code): [KeyPath, PartyCode] => [['slack', 'channels', code], code]);
  const seen = new Set<string>();
  const twice = [...staff].filter(([, { email }]) => seen.size === seen.add(email.toLowerCase()).size);
  return [
    ...absentParties(file, named, parties),
    ...twice.map(([id]) =>
      problemAt(
        file,
        ['staff', id, 'email'],
        'To medarbejdere har samme e-mail. Slack kan ikke kende dem fra hinanden. Ret den ene.',
      ),
    ),
  ];
}

function ownersThatExist({ file, value }: Checked<Intent>, { parties, routes }: KommuneFile): readonly Problem[] {
  const named: [KeyPath, PartyCode | undefined][] = [
    ...(routes.has(value.id) ? [] : ownersNamed(['owner'], value.owner)),
    [['ownerWhenClosed'], value.ownerWhenClosed],
    ...value.also.map((code, index): [KeyPath, PartyCode] => [['also', index], code]),
  ];
  const problems = absentParties(file, named, parties);
  if (value.urgency === 'acute' && !value.ownerWhenClosed) {
    const sentence =
      '"ownerWhenClosed" mangler. Det, der er akut, skal have en part, når der er lukket: skriv "on_call".';
    return [...problems, problemAt(file, ['urgency'], sentence)];
  }
  return problems;
}

/** The municipality's own routes: to parties it has, for intents that are there. */
function routesThatLead({ kommune: { file, value }, intents, complete }: Found): readonly Problem[] {
  return [...value.routes].flatMap(([id, owner]) => {
    if (!intents.has(id)) return complete ? [problemAt(file, ['routes', id], noSuchIntent(id, intents))] : [];
    return absentParties(file, ownersNamed(['routes', id], owner), value.parties);
  });
}

/** What help lines are made for must be there. */
function linesMadeForSomething({ kommune: { file, value }, intents }: Found): readonly Problem[] {
  return value.helpLines.flatMap(({ about = [] }, at) =>
    about
      .filter((id) => !intents.has(id))
      .map((id) => problemAt(file, ['helpLines', value.helpLineIds[at] ?? '', 'about'], noSuchIntent(id, intents))),
  );
}

function ownersNamed(path: KeyPath, owner: Owners): readonly [KeyPath, PartyCode][] {
  return Object.entries(owner).map(([band, code]) => [[...path, band], code]);
}

function absentParties(
  file: ReadFile,
  named: readonly (readonly [KeyPath, PartyCode | undefined])[],
  parties: KommuneFile['parties'],
): readonly Problem[] {
  const absent = new Map<PartyCode, KeyPath>();
  for (const [path, code] of named) if (code && !parties.has(code) && !absent.has(code)) absent.set(code, path);
  return [...absent].map(([code, path]) =>
    problemAt(file, path, `Parten "${code}" findes ikke i kommune.yaml. Tilføj den dér, eller vælg en anden part.`),
  );
}

function noSuchIntent(id: string, intents: Found['intents']): string {
  const near = nearest(id, [...intents.keys()]);
  return `"${id}" findes ikke. ${near ? `Mente du "${near}"?` : 'Slet den.'}`;
}

function topicsThatLead({ topics, ownTopics, intents }: Found): readonly Problem[] {
  return [topics, ...(ownTopics ? [ownTopics] : [])].flatMap(({ file, value }) =>
    value.flatMap((topic, index) =>
      topic.intents
        .filter((id) => !intents.has(id))
        .map((id) => problemAt(file, [index, 'intents'], noSuchIntent(id, intents))),
    ),
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
