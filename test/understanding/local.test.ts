import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Log } from '../../src/ports.ts';
import { type LabelledNeeds, labelledUnderstander } from '../../src/understanding/local.ts';
import { heldBack, offTopic, training } from './made-up-intents.ts';

const cacheFolder = mkdtempSync(join(tmpdir(), 'indgang-understanding-'));
afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }));

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const dangerLines = { acute: [], care: [], harmless: [], ordinary: [] };
const needs: LabelledNeeds = {
  examples: training,
  offTopic,
  dangers: new Set(['exam']),
  dangerLines,
  pace: 'thorough',
  cacheFolder,
  log,
};
const understander = await labelledUnderstander(needs);
const understand = (text: string) => understander.understand(text, 'da');

/** From plainly about exams to hardly so. */
const askedNearExams = [
  'jeg vil gerne melde mig til eksamen',
  'kan man betale for eksamen',
  'få su under eksamen',
  'su eller prøven',
  'hvor kan jeg finde bussen til eksamen',
  'hvordan kan jeg få kørt min bolig til eksamen',
  'til eksamen kommer jeg med bus',
  'skal jeg op til eksamen og flytte',
  'eksamen ligger langt fra min bolig',
  'kan jeg spille musik til min eksamen',
  'klage over bussen til prøven',
  'min karakter på kollegiet',
  'til eksamen skal man vel have en bolig',
  'har min prøve noget med min husleje at gøre',
  'leje en bog til prøven',
];

describe('the local understander', () => {
  it('answers, finds the age, and masks before anything may be stored', async () => {
    const found = await understand('jeg er 17 og vil gerne søge su, mit cpr er 010101-1234 og mail a@b.dk');

    expect(found).toMatchObject({
      ageBand: '15_17',
      language: 'da',
      risk: 'none',
      masked: 'jeg er 17 og vil gerne søge su, mit cpr er [CPR fjernet] og mail a@b.dk',
      also: [],
      suggested: null,
      redacted: 'jeg er 17 og vil gerne søge su, mit cpr er [CPR fjernet] og mail [e-mail fjernet]',
    });
    expect(found.intents[0]?.intent).toBe('grant');
    expect(found.intents).toHaveLength(5);
  });

  it('is sure of most of what is ours and says unknown to what is not', async () => {
    const certainties = await Promise.all(heldBack.map(async ({ text }) => (await understand(text)).certainty));
    expect(certainties.filter((it) => it === 'sure').length / certainties.length).toBeGreaterThan(0.7);
    expect((await understand('qwrt zxcv plmk vbnm')).certainty).toBe('unknown');
  });

  it('asks back at one known word', async () => {
    expect((await understand('bolig')).certainty).not.toBe('sure');
  });

  it('sees acute risk whatever the intent is', async () => {
    expect(await understand('jeg vil gerne søge su men jeg vil dø')).toMatchObject({
      risk: 'acute',
      risks: ['suicidal_thoughts'],
    });
  });

  it('raises the alarm when the classifier takes a message for danger', async () => {
    expect(await understand('jeg vil gerne melde mig til eksamen')).toMatchObject({ risk: 'acute', risks: ['exam'] });
  });

  it('finds a worry at least in what is said in fun, and only that where danger is sensed less clearly', async () => {
    const levels: string[] = [];
    for (const asked of askedNearExams) {
      const [said, joked] = [await understand(asked), await understand(`${asked} haha`)];
      if (said.risk === 'acute') levels.push(joked.risk);
    }
    expect(levels.length).toBeGreaterThan(5);
    expect(new Set(levels)).toEqual(new Set(['acute', 'care']));
  });

  it('takes a short line that is listed as an ordinary one at its word', async () => {
    expect(await understand('melde mig til eksamen')).toMatchObject({ risk: 'acute' });
    const listed = { ...dangerLines, ordinary: ['Melde mig til eksamen!'] };
    const told = await labelledUnderstander({ ...needs, dangerLines: listed, cacheFolder: null });
    expect(await told.understand('melde mig til eksamen', 'da')).toMatchObject({ risk: 'none', risks: [] });
  });

  it('takes what is negated for a worry, though the classifier knows only its words', async () => {
    expect(await understand('jeg vil ikke tage livet af mig til eksamen')).toMatchObject({ risk: 'care' });
    expect(await understand('jeg vil ikke dø, og til eksamen skal man vel have en bolig')).toMatchObject({
      risk: 'care',
    });
  });

  it('never throws and never answers without all parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (text) => {
        const found = await understand(text);
        expect(found.intents.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
      }),
    );
  });

  it.each(['jeg er 17 ', '\ud800', '010101-', 'a', '👩‍👩‍👧', 'ﷺ', '\u0300', ' ', '1 '])(
    'reads 64 KB of %j within 3 s',
    async (unit) => {
      const began = performance.now();
      await understand(unit.repeat(Math.ceil(65_536 / unit.length)));
      expect(performance.now() - began).toBeLessThan(3000);
    },
  );
});

describe('the trained model on disk', () => {
  it('is loaded by the next start and says the same', async () => {
    const next = await labelledUnderstander(needs);
    expect([understander.fromCache, next.fromCache]).toEqual([false, true]);
    for (const { text } of heldBack) expect(await next.understand(text, 'da')).toEqual(await understand(text));
  });

  it('is passed over and written again when it is broken', async () => {
    const [file = ''] = readdirSync(cacheFolder);
    const whole = readFileSync(join(cacheFolder, file));
    const flipped = Buffer.from(whole);
    flipped[whole.length - 5] = (flipped[whole.length - 5] ?? 0) ^ 1;
    for (const broken of [flipped, whole.subarray(0, 100), Buffer.from('something else'), Buffer.alloc(0)]) {
      writeFileSync(join(cacheFolder, file), broken);
      expect((await labelledUnderstander(needs)).fromCache).toBe(false);
      expect((await labelledUnderstander(needs)).fromCache).toBe(true);
    }
  });

  it('is made anew for other content, and the old one is taken away', async () => {
    const more = { ...needs, examples: [...training, { text: 'hvor kan jeg danse', label: 'dance' }] };
    expect((await labelledUnderstander(more)).fromCache).toBe(false);
    expect(readdirSync(cacheFolder)).toHaveLength(1);
  });

  it('is not needed: a folder that cannot be written only means training again', async () => {
    const file = join(cacheFolder, 'not-a-folder');
    writeFileSync(file, '');
    expect((await labelledUnderstander({ ...needs, cacheFolder: file })).fromCache).toBe(false);
  });
});
