import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { offTopic, training } from './made-up-intents.ts';

const folder = mkdtempSync(join(tmpdir(), 'indgang-understand-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'train.jsonl');
const lines = [...training, ...offTopic.map((text) => ({ text, label: 'oos' }))];
writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));

function understand(input: string, args: readonly string[]) {
  const cli = join(import.meta.dirname, '../../src/understanding/cli.ts');
  const run = spawnSync(process.execPath, [cli, ...args], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return {
    status: run.status,
    errors: run.stderr,
    answers: run.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  };
}

describe('npm run understand', () => {
  it('answers every line in order, bad ones too, and fails at the end when one was bad', () => {
    const input = [
      '{"text":"hvordan kan jeg finde en bolig"}',
      'not json',
      '{"text":7}',
      '{"text":"i want to die","locale":"en"}',
      '{"text":"qwrt zxcv"}',
    ];
    const { status, answers } = understand(input.join('\n'), ['--train', file]);

    expect(status).toBe(1);
    expect(answers).toHaveLength(5);
    expect(answers[0]).toMatchObject({ intent: 'home', acute: false, risks: [], language: 'da' });
    expect(Object.keys(answers[0])).toEqual([
      'intent',
      'score',
      'alternatives',
      'acute',
      'risks',
      'language',
      'redacted',
    ]);
    expect([Object.keys(answers[1]), Object.keys(answers[2])]).toEqual([['error'], ['error']]);
    expect(answers[3]).toMatchObject({ acute: true, risks: ['suicidal_thoughts'], language: 'en' });
    expect(answers[4]).toMatchObject({ intent: 'out_of_scope' });
  });

  it('goes through thousands of lines', () => {
    const { status, answers } = understand('{"text":"må man få su lån"}\n'.repeat(5000), ['--train', file]);
    expect([status, answers.length]).toEqual([0, 5000]);
  });

  it('says what is wrong with a training file and prints nothing else', () => {
    const broken = join(folder, 'broken.jsonl');
    writeFileSync(broken, '{"text":"a","label":"b"}\n{"text":"a"}\n');
    const { status, errors, answers } = understand('{"text":"hej"}\n', ['--train', broken]);
    expect([status, answers]).toEqual([2, []]);
    expect(errors).toContain('broken.jsonl:2: label');
  });
});
