/**
 * `npm run -s understand`: JSON Lines in, JSON Lines out, one for one and in order. stdout holds nothing else.
 * With `-- --train FILE.jsonl` the model knows only the `{"text","label"}` lines of that file.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadIntents } from '../../intents/load.ts';
import { outOfScope } from '../domain/intent.ts';
import type { Understanding } from '../domain/understanding.ts';
import { wellFormed } from '../domain/well-formed.ts';
import type { Log, Understander } from '../ports.ts';
import type { Example } from './classify.ts';
import { labelledUnderstander, localUnderstander } from './local.ts';

const root = join(import.meta.dirname, '../..');
const defaultKommune = 'eksempel';
const offTopicLabels: ReadonlySet<string> = new Set(['oos', outOfScope]);

const Asked = z.object({ text: z.string(), locale: z.string().optional() });
const Labelled = z.object({ text: z.string(), label: z.string().min(1) });

const say = (message: string) => process.stderr.write(`${message}\n`);
const log: Log = { info: () => undefined, warn: (_, message) => say(message), error: (_, message) => say(message) };

/** @returns the parsed line, or what is wrong with it, without repeating it */
function readLine<Value>(schema: z.ZodType<Value>, line: string): { value: Value } | { error: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { error: 'this line is not JSON' };
  }
  const { success, data, error } = schema.safeParse(json);
  if (success) return { value: data };
  return { error: error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ') };
}

async function trainedOn(file: string): Promise<Understander> {
  const examples: Example[] = [];
  const offTopic: string[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readLine(Labelled, line);
    if ('error' in read) throw new Error(`${file}:${number}: ${read.error}`);
    const text = wellFormed(read.value.text);
    if (offTopicLabels.has(read.value.label.toLowerCase())) offTopic.push(text);
    else examples.push({ text, label: read.value.label });
  }
  if (examples.length === 0) throw new Error(`${file}: holds no {"text","label"} lines to train on`);
  const dangerLines = { acute: [], care: [], harmless: [], ordinary: [] };
  return labelledUnderstander({
    examples,
    offTopic,
    dangers: new Set(),
    dangerLines,
    pace: 'thorough',
    cacheFolder: null,
    log,
  });
}

function trainedOnIntents(kommune: string): Promise<Understander> {
  const { intents, offTopic, dangerLines } = loadIntents(join(root, 'intents'), kommune);
  return localUnderstander({
    intents,
    offTopic,
    dangerLines,
    cacheFolder: join(root, 'node_modules/.cache/indgang'),
    log,
  });
}

/** Out of scope scores what is left when the best intent's p is taken away. */
function answerOf({ intents, certainty, risk, risks, language, redacted }: Understanding) {
  const isOut = certainty === 'unknown';
  const [best] = intents;
  const chosen = best && !isOut ? best : { intent: outOfScope, score: 1 - (best?.score ?? 0) };
  const alternatives = isOut ? intents : intents.slice(1);
  return {
    ...rounded(chosen),
    alternatives: alternatives.map(rounded),
    acute: risk === 'acute',
    risks,
    language,
    redacted,
  };
}

const rounded = ({ intent, score }: { readonly intent: string; readonly score: number }) => ({
  intent,
  score: Math.round(score * 10_000) / 10_000,
});

const write = async (value: object): Promise<void> => {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
};

/** @returns true when every line could be read */
async function answerAll(understander: Understander): Promise<boolean> {
  let allRead = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const read = readLine(Asked, line);
    if ('error' in read) {
      allRead = false;
      await write({ error: read.error });
      continue;
    }
    const previous = read.value.locale?.toLowerCase().startsWith('en') ? 'en' : 'da';
    await write(answerOf(await understander.understand(wellFormed(read.value.text), previous)));
  }
  return allRead;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { train: { type: 'string' }, kommune: { type: 'string', default: defaultKommune } },
  });
  const understander = values.train ? await trainedOn(values.train) : await trainedOnIntents(values.kommune);
  if (!(await answerAll(understander))) process.exitCode = 1;
}

// A reader that stops early ("| head") is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
