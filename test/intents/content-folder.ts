/**
 * A folder of content on disk, small and right, to break one thing at a time in.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadIntents } from '../../intents/load.ts';
import { ContentError } from '../../intents/problem.ts';

const real = fileURLToPath(new URL('../../intents', import.meta.url));

export const housing = `id: housing
group: E
title: Bolig
choice:
  da: Jeg mangler en bolig
  da_easy: Jeg mangler en bolig
  en: I need a home
askers: [youth]
owner: { all: adult_social }
urgency: 3_days
handoff: offered
answer:
  da: Skriv dig op nu.
  da_easy: Skriv dig op.
  en: Sign up now.
sources:
  - title: Lov
    checked: 2026-11-21
reviewer: Rådgiver
examples:
  da:
    - jeg leder efter en bolig
  en:
    - i am looking for a flat
`;

export interface ContentFolder extends Disposable {
  readonly path: string;
  read(path: string): string;
  /** Writes a file; the path is below the folder. */
  write(path: string, source: string): void;
  /** Changes a file as an editor would; `from` must be there. */
  change(path: string, from: string, to: string): void;
  /** What the loader complains of, line by line, without the folder's own path; empty when it is content. */
  complaints(kommune?: string): readonly string[];
}

/** The example municipality, every prepared text, and one intent. */
export function contentFolder(): ContentFolder {
  const path = mkdtempSync(join(tmpdir(), 'indgang-content-'));
  const read = (file: string): string => readFileSync(join(path, file), 'utf8');
  const write = (file: string, source: string): void => writeFileSync(join(path, file), source);
  for (const folder of ['faelles', 'eksempel']) mkdirSync(join(path, folder));
  write('faelles/housing.yaml', housing);
  for (const name of ['_texts.yaml', '_languages.yaml', '_danger.yaml']) {
    write(`faelles/${name}`, readFileSync(join(real, 'faelles', name), 'utf8'));
  }
  write(
    'faelles/_topics.yaml',
    '- { id: home, title: { da: Bolig, da_easy: Bolig, en: Home }, askers: [youth], intents: [housing] }\n',
  );
  write('faelles/_off-topic.yaml', '- hvornår bliver skraldet hentet\n');
  const kommune = readFileSync(join(real, 'eksempel/kommune.yaml'), 'utf8');
  const withoutIntents = kommune.replace(/\n {4}about: .*/gu, '').replace(/\n# Kommunens egne veje[\s\S]*$/u, '\n');
  write('eksempel/kommune.yaml', withoutIntents);

  return {
    path,
    read,
    write,
    change(file, from, to) {
      const before = read(file);
      if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
      write(file, before.replace(from, to));
    },
    complaints(kommune = 'eksempel') {
      try {
        loadIntents(path, kommune);
        return [];
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        return error.message.split('\n').map((line) => line.replace(/^\S*indgang-content-\w+/u, ''));
      }
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  };
}
