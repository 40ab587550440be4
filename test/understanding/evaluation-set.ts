/**
 * The development lines: messages by other authors than the examples', with what they are about or how serious they are.
 * For judging only; nothing here is ever trained on.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { riskLevels } from '../../src/domain/words.ts';

const folder = join(import.meta.dirname, 'development');

const About = z.object({ text: z.string(), intent: z.string(), also: z.array(z.string()).default([]) });
const Serious = z.object({ text: z.string(), level: z.enum(riskLevels) });

export type About = z.infer<typeof About>;
export type Serious = z.infer<typeof Serious>;

function read<Line>(file: string, schema: z.ZodType<Line>): readonly Line[] {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => schema.parse(JSON.parse(line)));
}

/** Messages about one of the intents; `also` names others that would be right too. */
export const about: readonly About[] = readdirSync(folder)
  .filter((file) => /^[a-l]\.jsonl$/.test(file))
  .sort()
  .flatMap((file) => read(file, About));
export const offTopic: readonly About[] = read('off-topic.jsonl', About);
export const acute: readonly Serious[] = read('acute.jsonl', Serious);
export const care: readonly Serious[] = read('care.jsonl', Serious);
export const harmless: readonly Serious[] = read('harmless.jsonl', Serious);

export const everyLine: readonly string[] = [about, offTopic, acute, care, harmless].flatMap((lines) =>
  lines.map(({ text }) => text),
);
