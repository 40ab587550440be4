/**
 * The quick reading of example lists must say what the YAML reader says, whatever stands in them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readYaml } from '../../intents/read-yaml.ts';

const parse = (source: string): unknown => parseYaml(source, { logLevel: 'error' });
const folder = fileURLToPath(new URL('../../intents/faelles', import.meta.url));

/** What reading gives, or that it cannot be read. */
function attempt(read: (source: string) => unknown, source: string): unknown {
  try {
    return read(source);
  } catch {
    return 'unreadable';
  }
}

describe('reading an intent file', () => {
  it('gives what the YAML reader gives, for every file we have', () => {
    for (const name of readdirSync(folder)) {
      const source = readFileSync(`${folder}/${name}`, 'utf8');

      expect(readYaml(source), name).toEqual(parse(source));
    }
  });

  it('gives what the YAML reader gives, for any line', () => {
    const pieces = [
      'jeg',
      ' ',
      ':',
      ': ',
      '#',
      ' #',
      '-',
      '"',
      "'",
      '{',
      '[',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '\t',
    ];
    const words = [
      'null',
      'True',
      '12',
      'no',
      '2026-11-21',
      '\u00a0',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\r',
      '~',
      'é',
      '\n    - ',
      '\n  en:\n',
    ];
    const line = fc.oneof(
      fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 6 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );

    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        for (const [before, indent] of [
          ['id: x\nexamples:\n  da:\n', '    '],
          ['# about danger\nacute:\n  - hej\ncare:\n', '  '],
        ]) {
          const source = `${before}${lines.map((text) => `${indent}- ${text}\n`).join('')}`;

          expect(attempt(readYaml, source), source).toEqual(attempt(parse, source));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    'examples: {}\nexamples:\n  da:\n    - hej\n',
    'id: x\nexamples:\n  da:\n    - hej\n  da:\n    - dav\n',
    'id: x\nexamples:\n  da:\n    - hej\nowner: y\n',
    'id: x\nexamples:\n  da:\n  en:\n    - hi\n',
    '- a\nexamples:\n  da:\n    - hej\n',
    'id: x\nexamples:\n  da:\n    - hej\n\n',
    'id: x\nexamples:\n',
    'acute:\n  - hej\nacute:\n  - dav\n',
    'acute:\n  - hej\n    og mere\n',
    'acute:\n  - "hej\n  - dav"\n',
    "acute:\n  - '''\n  - dav\n",
    'acute:\n  - "\\"\n  - dav\n',
    'acute:\n  - hej\n# om resten\ncare:\n  - "dav: igen"\n',
    'acute:\n  - hej\nother:\n  - dav\n',
    '# nothing but this\n',
  ])('leaves %j to the YAML reader', (source) => {
    expect(attempt(readYaml, source)).toEqual(attempt(parse, source));
  });
});
