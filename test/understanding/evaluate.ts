/**
 * `npm run intents:eval`: how well the robot understands the development lines, or `-- --set acceptance` those. Prints
 * figures, never fails. `-- --confused` adds every message that was taken for something else, `-- --missed` every risk misjudged.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadIntents } from '../../intents/load.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import { localUnderstander } from '../../src/understanding/local.ts';
import { type About, evaluationSet, type Serious, type SetName, setNames } from './evaluation-set.ts';

const content = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
const { values: asked } = parseArgs({
  options: {
    confused: { type: 'boolean' },
    missed: { type: 'boolean' },
    set: { type: 'string', default: 'development' },
  },
});
const say = (line = '') => process.stdout.write(`${line}\n`);
if (!setNames.includes(asked.set as SetName)) throw new Error(`--set is one of ${setNames.join(', ')}`);
const { about, offTopic, acute, care, harmless, ordinary, foreign } = evaluationSet(asked.set as SetName);
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
const share = <Item>(name: string, items: readonly Item[], is: (item: Item) => boolean) => {
  const found = items.filter(is).length;
  say(`  ${name.padEnd(44)} ${percent(found, items.length).padStart(7)}  (${found} of ${items.length})`);
};

const began = process.cpuUsage();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const understander = await localUnderstander({ ...content, cacheFolder: null, log });
const { user, system } = process.cpuUsage(began);

interface Judged extends About {
  readonly got: Understanding;
}
const judge = async (lines: readonly About[]): Promise<readonly Judged[]> => {
  const judged: Judged[] = [];
  for (const line of lines) judged.push({ ...line, got: await understander.understand(line.text, 'da') });
  return judged;
};
const inScope = await judge(about);
const outside = await judge(offTopic);

const topOf = ({ got }: Judged, size: number) => got.intents.slice(0, size).map(({ intent }): string => intent);
const accepted = ({ intent, also }: Judged) => [intent, ...also];
const isStrict = (line: Judged, size = 1) => topOf(line, size).includes(line.intent);
const isRight = (line: Judged, size = 1) => topOf(line, size).some((intent) => accepted(line).includes(intent));

function sayIntents(): void {
  say('Intents');
  share('top-1, strict', inScope, (line) => isStrict(line));
  share('top-1, others that are right too', inScope, (line) => isRight(line));
  share('top-3, strict', inScope, (line) => isStrict(line, 3));
  share('top-3, others that are right too', inScope, (line) => isRight(line, 3));
  share('answered alone', inScope, ({ got }) => got.certainty === 'sure');
  const sure = inScope.filter(({ got }) => got.certainty === 'sure');
  share('… of those right', sure, (line) => isRight(line));
  say('Out of scope');
  share('ours that are kept', inScope, ({ got }) => got.certainty !== 'unknown');
  share('not ours that are refused', outside, ({ got }) => got.certainty === 'unknown');
  share('not ours that are answered', outside, ({ got }) => got.certainty === 'sure');
}

/** F1 where an accepted second intent counts as the right one. */
function sayWorst(): void {
  const told = inScope.map((line) => {
    const top = topOf(line, 1)[0] ?? '';
    return { right: accepted(line).includes(top) ? top : line.intent, top };
  });
  const scored = [...content.intents.keys()].map((id) => {
    const hits = told.filter(({ right, top }) => right === id && top === id).length;
    const said = told.filter(({ top }) => top === id).length;
    const meant = told.filter(({ right }) => right === id).length;
    return { id, f1: said + meant === 0 ? 1 : (2 * hits) / (said + meant), said, meant };
  });
  const mean = scored.reduce((sum, { f1 }) => sum + f1, 0) / scored.length;
  say(`Worst twenty intents by F1 (mean of all ${(100 * mean).toFixed(1)} %)`);
  for (const { id, f1, said, meant } of scored.sort((a, b) => a.f1 - b.f1).slice(0, 20)) {
    say(`  ${id.padEnd(32)} F1 ${(100 * f1).toFixed(0).padStart(3)}  meant ${meant}, said ${said}`);
  }
}

function sayConfusions(): void {
  const pairs = new Map<string, number>();
  for (const line of inScope.filter((judged) => !isRight(judged))) {
    const pair = `${line.intent} → ${topOf(line, 1)[0]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    if (asked.confused) say(`  ${pair} (${line.got.certainty}): ${line.text}`);
  }
  say('Twenty most common confusions');
  for (const [pair, times] of [...pairs].sort((a, b) => b[1] - a[1]).slice(0, 20)) say(`  ${times} × ${pair}`);
}

const isDanger = (intent: string) => content.intents.get(intent as never)?.group === 'A';

async function sayRisk(): Promise<void> {
  const levels = new Map<Serious, Understanding>();
  for (const line of [...acute, ...care, ...harmless, ...ordinary]) {
    levels.set(line, await understander.understand(line.text, 'da'));
  }
  const levelOf = (line: Serious) => levels.get(line)?.risk;
  const dangers = inScope.filter(({ intent }) => isDanger(intent));
  const others = [...inScope.filter((line) => !accepted(line).some(isDanger)), ...outside];
  say('Risk');
  share('acute found', acute, (line) => levelOf(line) === 'acute');
  share(
    '… among every second line, from the second',
    acute.filter((_, at) => at % 2 === 1),
    (line) => levelOf(line) === 'acute',
  );
  share('messages about dangers, acute', dangers, ({ got }) => got.risk === 'acute');
  share('acute found at least as care', acute, (line) => levelOf(line) !== 'none');
  share('care found', care, (line) => levelOf(line) !== 'none');
  share('care taken for acute', care, (line) => levelOf(line) === 'acute');
  share('harmless taken for acute', harmless, (line) => levelOf(line) === 'acute');
  share('harmless taken for care', harmless, (line) => levelOf(line) === 'care');
  share('ordinary taken for acute', ordinary, (line) => levelOf(line) === 'acute');
  share('ordinary taken for care', ordinary, (line) => levelOf(line) === 'care');
  share('about other intents, or none, taken for acute', others, ({ got }) => got.risk === 'acute');
  share('about other intents, or none, taken for care', others, ({ got }) => got.risk === 'care');
  if (asked.missed) sayMisjudged(levels, [...dangers.filter(({ got }) => got.risk !== 'acute'), ...others]);
}

function sayMisjudged(levels: ReadonlyMap<Serious, Understanding>, about: readonly Judged[]): void {
  for (const [line, { risk, risks }] of levels) {
    const mayBeSeen = !acute.includes(line) || acute.indexOf(line) % 2 === 0;
    if (risk !== line.level && mayBeSeen) say(`  ${line.level} as ${risk} (${risks}): ${line.text}`);
  }
  for (const { text, intent, got } of about) {
    if ((got.risk === 'acute') !== isDanger(intent)) say(`  ${intent} as ${got.risk} (${got.risks}): ${text}`);
  }
}

async function sayForeign(): Promise<void> {
  const read: { line: (typeof foreign)[number]; got: Understanding }[] = [];
  for (const line of foreign) read.push({ line, got: await understander.understand(line.text, 'da') });
  const those = (level: string) => read.filter(({ line }) => line.level === level);
  say('Other languages');
  share('language found', read, ({ line, got }) => got.language === line.language);
  share('acute found', those('acute'), ({ got }) => got.risk === 'acute');
  share('ordinary taken for acute', those('none'), ({ got }) => got.risk === 'acute');
}

say(`Trained in ${((user + system) / 1e6).toFixed(1)} s of processor time on ${content.intents.size} intents`);
sayIntents();
sayWorst();
sayConfusions();
await sayRisk();
if (foreign.length > 0) await sayForeign();
