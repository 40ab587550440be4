/**
 * What we ship: right in every rule that `npm run intents:check` knows, and a whole catalogue.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../intents/check-content.ts';
import { contentOf } from '../../intents/load.ts';
import { kommunerIn } from '../../intents/read-content.ts';
import { everythingSpoken } from '../../intents/spoken.ts';

const folder = fileURLToPath(new URL('../../intents', import.meta.url));
const { found } = checkContent(folder, 'eksempel', '2026-11-22');
if (found === null) throw new Error('the municipality that is shipped cannot be read');
const content = contentOf(found, 'eksempel');
const intents = [...content.intents.values()];

describe('what we ship', () => {
  it.each(kommunerIn(folder))('has nothing to mend in %s', (kommune) => {
    const { problems } = checkContent(folder, kommune, '2026-11-22');

    expect(problems.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`)).toEqual([]);
  });

  it('leaves no placeholder unfilled', () => {
    const left = everythingSpoken(found).filter(({ filled }) => filled.includes('{'));

    expect(left.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('is a hundred intents, twelve of them acute and with somebody answerable at night', () => {
    const acute = intents.filter(({ group }) => group === 'A');

    expect(intents).toHaveLength(100);
    expect(acute).toHaveLength(12);
    expect(acute.map(({ ownerWhenClosed }) => ownerWhenClosed)).toEqual(acute.map(() => 'on_call'));
  });

  it('knows the party before the age is told, when every young age has the same', () => {
    const wrong = intents.filter(({ owner }) => {
      const bands = [owner.under_15, owner['15_17'], owner['18_24']];
      return bands.every((party) => party === bands[0]) && owner.unknown !== bands[0];
    });

    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('has no text twice in the same language, so that no answer is a copy of another', () => {
    const answers = intents.map(({ answer }) => answer.da);

    expect(new Set(answers).size).toBe(answers.length);
  });
});

const reference = fileURLToPath(new URL('../../../shared/reference/domain.md', import.meta.url));

/** A single word such as "hej" is nobody's sentence. */
const isSentence = (line: string): boolean => line.trim().includes(' ');

describe.skipIf(!existsSync(reference))('the examples', () => {
  it('are our own, none of those printed in the reference', () => {
    const plain = (line: string): string =>
      line
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    const rows = readFileSync(reference, 'utf8').matchAll(/^\| `[a-z_0-9]+` \|.*\|\s(?<utterances>[^|]+)\|$/gmu);
    const printed = new Set([...rows].flatMap(({ groups }) => (groups?.utterances ?? '').split(' / ').map(plain)));
    const lines = [
      ...intents.flatMap(({ id, examples }) => [...examples.da, ...examples.en].map((line) => [id, line] as const)),
      ...content.offTopic.map((line) => ['_off-topic', line] as const),
      ...Object.values(content.dangerLines).flatMap((kind: readonly string[]) =>
        kind.map((line) => ['_danger', line] as const),
      ),
    ];

    expect(printed.size).toBeGreaterThan(290);
    expect(lines.filter(([, line]) => isSentence(line) && printed.has(plain(line)))).toEqual([]);
  });
});
