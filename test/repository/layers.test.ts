/**
 * The canary of the layer rules: a check that sees nothing passes silently. Plants forbidden and allowed imports in
 * every layer, lints them with the repository's own biome.json, and takes them away again.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

type Diagnostic = {
  readonly category: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
};

const root = resolve(import.meta.dirname, '../..');
const biome = resolve(root, 'node_modules/.bin/biome');
const planted = `planted-${randomUUID()}`;

const adapters = readdirSync(resolve(root, 'adapters'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** What a file in each place may import, and what it may not. `*` stands for the planted name. */
const layers: Record<string, { readonly allowed: readonly string[]; readonly forbidden: readonly string[] }> = {
  'src/domain/*.ts': {
    allowed: ['./enquiry.ts'],
    forbidden: ['../ports.ts', '../app/x.ts', '../../adapters/desk/x.ts', '../../intents/load.ts', 'node:fs', 'zod'],
  },
  'src/understanding/*.ts': {
    allowed: ['./risk.ts', '../domain/enquiry.ts', '../ports.ts', 'eld', 'node:crypto'],
    forbidden: ['../app/x.ts', '../config.ts', '../../adapters/llm/x.ts', '../../intents/load.ts', 'node:fs', 'zod'],
  },
  'src/understanding/cli.ts': {
    allowed: ['./risk.ts', '../domain/enquiry.ts', '../../intents/load.ts', 'node:readline'],
    forbidden: ['../app/x.ts', '../config.ts', '../compose.ts', '../../adapters/llm/x.ts'],
  },
  'src/app/*.ts': {
    allowed: ['./receive-message.ts', '../domain/enquiry.ts', '../ports.ts'],
    forbidden: ['../compose.ts', '../understanding/risk.ts', '../../adapters/desk/x.ts', 'node:fs', 'pg', 'zod'],
  },
  'src/ports.ts': {
    allowed: ['./domain/enquiry.ts'],
    forbidden: ['./app/x.ts', './config.ts', '../adapters/desk/x.ts', 'zod'],
  },
  'src/*.ts': {
    allowed: ['./ports.ts', './domain/enquiry.ts', '../intents/load.ts', 'zod'],
    forbidden: ['./app/x.ts', '../adapters/desk/x.ts', './compose.ts', './main.ts', 'botbuilder', '@slack/bolt'],
  },
  'src/config.ts': {
    allowed: ['./domain/enquiry.ts', '../intents/load.ts', 'zod'],
    forbidden: ['./app/x.ts', '../adapters/desk/x.ts', './compose.ts', './main.ts', 'botbuilder', '@slack/bolt'],
  },
  'src/doctor.ts': {
    allowed: ['./config.ts', './domain/enquiry.ts', '../intents/load.ts', '../adapters/slack/checks.ts', 'zod'],
    forbidden: ['./app/x.ts', './compose.ts', './main.ts', 'botbuilder', '@slack/bolt'],
  },
  'src/calendar.ts': {
    allowed: ['./domain/enquiry.ts', 'temporal-polyfill'],
    forbidden: ['./app/x.ts', '../adapters/desk/x.ts', './compose.ts', './main.ts', 'botbuilder', '@slack/bolt'],
  },
  'src/main.ts': {
    allowed: ['./config.ts', './compose.ts'],
    forbidden: ['./app/x.ts', '../adapters/desk/x.ts', 'botbuilder'],
  },
  'src/compose.ts': {
    allowed: ['./app/x.ts', '../adapters/desk/x.ts'],
    forbidden: ['botbuilder', 'botframework-schema', '@slack/bolt'],
  },
  'intents/*.ts': {
    allowed: ['./schema.ts', '../src/domain/enquiry.ts', '../src/ports.ts', 'node:fs', 'yaml', 'zod'],
    forbidden: ['../src/app/x.ts', '../src/config.ts', '../adapters/desk/x.ts', '../src/understanding/risk.ts', 'pg'],
  },
  'adapters/*.ts': {
    allowed: ['./client-assets.ts', '../src/domain/enquiry.ts', '../src/ports.ts', 'node:fs', 'vite'],
    forbidden: [
      './desk/x.ts',
      './desk/client/x.ts',
      '../src/app/x.ts',
      '../src/compose.ts',
      '../intents/load.ts',
      'botbuilder',
    ],
  },
  ...Object.fromEntries(
    adapters.map((adapter) => [
      `adapters/${adapter}/*.ts`,
      {
        allowed: [
          './x.ts',
          './client/x.ts',
          '../client-assets.ts',
          '../../src/domain/enquiry.ts',
          '../../src/ports.ts',
          'node:fs',
          ...(adapter === 'webchat' ? ['botbuilder'] : []),
          ...(adapter === 'slack' ? ['@slack/bolt'] : []),
        ],
        forbidden: [
          '../../src/app/x.ts',
          '../../src/config.ts',
          '../../src/compose.ts',
          '../../src/main.ts',
          '../../src/understanding/risk.ts',
          '../../intents/load.ts',
          ...adapters.filter((other) => other !== adapter).map((other) => `../${other}/x.ts`),
          ...(adapter === 'webchat' ? [] : ['botbuilder', 'botbuilder-core']),
          ...(adapter === 'slack' ? [] : ['@slack/bolt', '@slack/web-api']),
        ],
      },
    ]),
  ),
  'adapters/webchat/client/*.ts': {
    allowed: ['./x.ts', '../words.ts', '../../client-assets.ts', '../../../src/domain/enquiry.ts', 'preact'],
    forbidden: [
      '../../desk/x.ts',
      '../../../src/app/x.ts',
      '../../../src/config.ts',
      'botbuilder',
      '@slack/bolt',
      'node:fs',
    ],
  },
};

/** Every way of writing an import reaches the rule. */
const forms = [
  `import type { State } from '../app/x.ts';`,
  `import { state } from '../app/x.ts';`,
  `import * as whole from '../app/x.ts';`,
  `export { other } from '../app/x.ts';`,
  `export const later = () => import('../app/x.ts');`,
  `export const use: State = [state, whole];`,
];

/** Code that one rule must refuse, and where it stands. */
const habits: Record<string, { readonly at: string; readonly code: string }> = {
  'nursery/noFloatingPromises': {
    at: 'src/app/*.ts',
    code: `type Store = { commit(): Promise<void> };\nexport function forget(store: Store) {\n  store.commit();\n}\n`,
  },
  'nursery/noMisusedPromises': {
    at: 'src/app/*.ts',
    code: `const ready = async () => false;\nexport const open = () => {\n  if (ready()) return 1;\n  return 2;\n};\n`,
  },
  'nursery/useExhaustiveSwitchCases': {
    at: 'src/app/*.ts',
    code: `export function say(state: 'open' | 'closed') {\n  switch (state) {\n    case 'open':\n      return 1;\n  }\n  return 2;\n}\n`,
  },
  'nursery/noJsRestrictedProperties': { at: 'src/domain/*.ts', code: `export const luck = () => Math.random();\n` },
  'style/noRestrictedGlobals': { at: 'src/domain/*.ts', code: `export const now = () => Date.now();\n` },
  'style/noProcessEnv': { at: 'adapters/webchat/*.ts', code: `export const port = process.env.PORT;\n` },
  'style/noDefaultExport': { at: 'src/app/*.ts', code: `export default 1;\n` },
  'complexity/noExcessiveLinesPerFunction': {
    at: 'src/app/*.ts',
    code: `export function long(log: (line: number) => void) {\n${Array.from({ length: 61 }, (_, n) => `  log(${n});\n`).join('')}}\n`,
  },
  'complexity/noExcessiveCognitiveComplexity': {
    at: 'src/app/*.ts',
    code: `export function deep(n: number) {\n${'for (;;) if (n > 1) '.repeat(4)}return n;\n}\n`,
  },
};

const lint = (base: string, paths: readonly string[]): readonly Diagnostic[] => {
  const run = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', ...paths], {
    cwd: base,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const report: { diagnostics: readonly Diagnostic[] } = JSON.parse(run.stdout);
  return report.diagnostics;
};

const imports = (specifiers: readonly string[]) => specifiers.map((from) => `import '${from}';\n`).join('');
const place = (at: string, what: string) => at.replace('*', `${planted}-${what}`);
const lines = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

const caught = (found: readonly Diagnostic[] | undefined, category: string) => {
  const hits = (found ?? []).filter((it) => it.category === `lint/${category}`).map((it) => it.location.start.line);
  return [...new Set(hits)].sort((a, b) => a - b);
};

/** Writes the files under `base`, lints them in one run, and takes them away: they are there for that second only. */
function plantAndLint(base: string, files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Diagnostic[]> {
  const madeFolders: string[] = [];
  try {
    for (const [path, code] of files) {
      const made = mkdirSync(resolve(base, dirname(path)), { recursive: true });
      if (made) madeFolders.push(made);
      writeFileSync(resolve(base, path), code);
    }
    const found = lint(base, [...files.keys()]);
    return new Map([...files.keys()].map((path) => [path, found.filter((it) => it.location.path === path)]));
  } finally {
    for (const path of files.keys()) rmSync(resolve(base, path), { force: true });
    for (const folder of madeFolders) rmSync(folder, { recursive: true, force: true });
  }
}

/** Files whose name a rule gives in full cannot be planted beside the real ones; they go into a tree of their own. */
function plantInCopy(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Diagnostic[]> {
  const copy = mkdtempSync(join(tmpdir(), 'indgang-layers-'));
  try {
    for (const settings of ['biome.json', '.gitignore']) copyFileSync(resolve(root, settings), join(copy, settings));
    return plantAndLint(copy, files);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function filesForTree(): ReadonlyMap<string, string> {
  const cycle = (what: string) => place('src/app/*.ts', what);
  return new Map([
    ...Object.entries(layers).flatMap(([at, { allowed, forbidden }]): [string, string][] =>
      at.includes('*')
        ? [
            [place(at, 'allowed'), imports(allowed)],
            [place(at, 'forbidden'), imports(forbidden)],
          ]
        : [],
    ),
    ...Object.entries(habits).map(([rule, { at, code }]): [string, string] => [place(at, habit(rule)), code]),
    [place('src/domain/*.ts', 'forms'), `${forms.join('\n')}\n`],
    [cycle('there'), `import './${planted}-back.ts';\n`],
    [cycle('back'), `import './${planted}-there.ts';\n`],
  ]);
}

const habit = (rule: string) => rule.replace('/', '-');
const named = (what: 'allowed' | 'forbidden') =>
  new Map(Object.entries(layers).flatMap(([at, it]) => (at.includes('*') ? [] : [[at, imports(it[what])]])));

let inTree: ReadonlyMap<string, readonly Diagnostic[]>;
let inCopy: Record<'allowed' | 'forbidden', ReadonlyMap<string, readonly Diagnostic[]>>;

const at = (path: string, what: 'allowed' | 'forbidden') =>
  path.includes('*') ? inTree.get(place(path, what)) : inCopy[what].get(path);

beforeAll(() => {
  inTree = plantAndLint(root, filesForTree());
  inCopy = { allowed: plantInCopy(named('allowed')), forbidden: plantInCopy(named('forbidden')) };
});

describe.each(Object.entries(layers))('%s', (path, { forbidden }) => {
  it('may import what its layer allows', () => {
    expect(at(path, 'allowed')).toEqual([]);
  });

  it('is caught when it imports anything else', () => {
    expect(caught(at(path, 'forbidden'), 'style/noRestrictedImports')).toEqual(lines(forbidden.length));
  });
});

describe('the rules', () => {
  it('see a forbidden import however it is written', () => {
    expect(caught(inTree.get(place('src/domain/*.ts', 'forms')), 'style/noRestrictedImports')).toEqual(lines(5));
  });

  it('see two files that import each other', () => {
    expect(caught(inTree.get(place('src/app/*.ts', 'there')), 'suspicious/noImportCycles')).toEqual([1]);
  });

  it.each(Object.entries(habits))('refuse by %s', (rule, { at: folder }) => {
    expect(caught(inTree.get(place(folder, habit(rule))), rule)).not.toEqual([]);
  });
});
