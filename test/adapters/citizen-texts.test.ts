/** The fixed words and colours of the citizen's pages, measured: easy to read, nothing promised that cannot be kept. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  canReadText,
  dangerText,
  deliveryTexts,
  exitNote,
  helpTexts,
  noticeTexts,
  problemTexts,
  troubleTexts,
  uiTexts,
  whoCanSeeTexts,
} from '../../adapters/webchat/ui-texts.ts';
import { citizenServer } from '../fakes/citizen-server.ts';

const words = (text: string) => text.match(/[\p{L}\d]+/gu) ?? [];
const sentences = (text: string) => text.split(/[.:?!]\s+|\n/).filter((sentence) => words(sentence).length > 0);
/** Words per sentence, and how many of a hundred words have more than six letters. */
function lix(text: string): number {
  const all = words(text);
  const long = all.filter((word) => word.length > 6);
  return all.length / sentences(text).length + (100 * long.length) / all.length;
}

const danger = `${dangerText.before} ${dangerText.number} ${dangerText.after}`;
const screens: Record<string, string> = {
  'the start of a youth': `${noticeTexts.youth} ${danger}`,
  'the start of a parent': `${noticeTexts.parent} ${danger}`,
  'who can see, youth': [...whoCanSeeTexts.youth, exitNote, canReadText('Sara', 'ungevejleder')].join(' '),
  'who can see, parent': [...whoCanSeeTexts.parent, exitNote].join(' '),
  help: Object.values(helpTexts)
    .map((text) => `${text}.`)
    .join(' '),
  'no net': `${uiTexts.lost} ${uiTexts.back} ${Object.values(deliveryTexts).join('. ')}.`,
  problems: [...Object.values(problemTexts), ...Object.values(troubleTexts)].join(' '),
};

describe.each(Object.entries(screens))('%s', (_screen, text) => {
  it('is easy to read: LIX at most 25, sentences of at most 15 words', () => {
    expect(lix(text)).toBeLessThanOrEqual(25);
    expect(Math.max(...sentences(text).map((sentence) => words(sentence).length))).toBeLessThanOrEqual(15);
  });

  it('promises no secrecy, blames nobody and shouts at nobody', () => {
    expect(text).not.toMatch(/hemmelig|anonym|desværre|\bbare\b|ugyldig|fejl\b|!/i);
  });
});

describe('the pages to read', () => {
  it.each(['/privatliv', '/tilgaengelighed'])('%s is easy to read: LIX at most 30', async (path) => {
    await using server = await citizenServer();
    const { body } = await server.app().inject({ url: path });
    const text = body
      .replace(/^.*<main/s, '<main')
      .replace(/<\/main.*$/s, '')
      .replace(/<\/(?:p|h1|h2|li)>/g, '.\n')
      .replace(/<[^>]+>/g, '');

    expect(lix(text)).toBeLessThanOrEqual(30);
  });
});

describe('the colours', () => {
  const css = readFileSync(new URL('../../adapters/webchat/client/page.css', import.meta.url), 'utf8');
  const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? '';
  const light = (hex: string) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    const [red = 0, green = 0, blue = 0] = parts.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [bright = 0, dark = 0] = [light(one), light(other)].sort((a, b) => b - a);
    return (bright + 0.05) / (dark + 0.05);
  };

  it.each([
    ['ink', 'paper'],
    ['ink', 'ground'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'ground'],
    ['primary', 'paper'],
    ['primary', 'ground'],
    ['primary', 'primary-pale'],
    ['paper', 'primary-dark'],
    ['danger', 'paper'],
    ['paper', 'danger-dark'],
    ['danger-dark', 'danger-pale'],
    ['ink', 'warning-pale'],
    ['ink', 'person-pale'],
    ['person', 'paper'],
  ])('text in %s on %s can be read (4.5:1)', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['line', 'paper'],
    ['focus', 'ground'],
    ['warning', 'warning-pale'],
    ['person', 'person-pale'],
  ])('the edge in %s on %s can be seen (3:1)', (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
