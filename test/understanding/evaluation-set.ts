/**
 * Lines by other authors than the examples', with what they are about or how serious they are. For judging only; nothing
 * here is ever trained on. `development` may be read by whoever improves the understanding; `acceptance` is looked at
 * in figures alone, and a line of it that somebody has worked from belongs in `development` from then on.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { foreignLanguages, riskLevels } from '../../src/domain/words.ts';

const About = z.object({ text: z.string(), intent: z.string(), also: z.array(z.string()).default([]) });
const Serious = z.object({ text: z.string(), level: z.enum(riskLevels) });
const Foreign = Serious.extend({ language: z.enum(foreignLanguages) });

export type About = z.infer<typeof About>;
export type Serious = z.infer<typeof Serious>;

export const setNames = ['development', 'acceptance'] as const;
export type SetName = (typeof setNames)[number];

/** All lines of one set; a file that is not there is empty. */
export function evaluationSet(name: SetName) {
  const folder = join(import.meta.dirname, name);
  const read = <Line>(file: string, schema: z.ZodType<Line>): readonly Line[] => {
    const path = join(folder, file);
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.filter((line) => line.trim() !== '').map((line) => schema.parse(JSON.parse(line)));
  };
  return {
    /** Messages about one of the intents; `also` names others that would be right too. */
    about: readdirSync(folder)
      .filter((file) => /^([a-l]|about)\.jsonl$/.test(file))
      .sort()
      .flatMap((file) => read(file, About)),
    offTopic: read('off-topic.jsonl', About),
    acute: read('acute.jsonl', Serious),
    care: read('care.jsonl', Serious),
    harmless: read('harmless.jsonl', Serious),
    /** Messages to a municipality, no danger in them, without saying which intent they are about. */
    ordinary: read('ordinary.jsonl', Serious),
    foreign: read('foreign.jsonl', Foreign),
  };
}

/** The texts of every line of a set. */
export function everyLineOf(name: SetName): readonly string[] {
  return Object.values(evaluationSet(name)).flatMap((lines) => lines.map(({ text }) => text));
}
