/**
 * What we say to citizens, checked as a reader would: plain, true to its source, in every language,
 * and with enough examples for the robot to learn from.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Content, loadIntents } from '../../intents/load.ts';
import { readabilityOf } from '../../intents/readability.ts';
import type { Text } from '../../src/domain/intent.ts';
import { textKeys } from '../../src/domain/saying.ts';
import { ageBands } from '../../src/domain/words.ts';

const folder = fileURLToPath(new URL('../../intents', import.meta.url));
const content = loadIntents(folder, 'eksempel');
const intents = [...content.intents.values()];

/** Every text citizens read, by a name that says where it stands. */
const spoken: readonly (readonly [string, Text])[] = [
  ...intents.map(({ id, answer }) => [`${id}.yaml`, answer] as const),
  ...textKeys.map((key) => [`_texts.yaml ${key}`, content.texts[key]] as const),
];
const danish = ['da', 'da_easy'] as const;

/** As a citizen would see it, with the placeholders filled in. */
function filled(text: string, { kommune }: Content): string {
  const values: Readonly<Record<string, string>> = {
    ...kommune.facts,
    ...Object.fromEntries([...kommune.parties.values()].map(({ code, name }) => [`part_${code}`, name])),
    indgang: kommune.entrance,
    kommune: kommune.name,
    telefon: kommune.contact.phone,
    part: 'Ungevejledningen',
    hvem: 'en ungevejleder',
    frist: 'i morgen kl. 10',
    navn: 'Sara Holm',
    rolle: 'ungevejleder',
    linjer: 'Livslinien: 70 201 201',
    emner: 'Bolig',
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

describe('what citizens read', () => {
  it('leaves no placeholder unfilled', () => {
    const left = spoken.filter(([, text]) => Object.values(text).some((words) => filled(words, content).includes('{')));

    expect(left.map(([where]) => where)).toEqual([]);
  });

  it('has no sentence over 15 words in Danish', () => {
    const tooLong = spoken.flatMap(([where, text]) =>
      danish
        .map((language) => [`${where} ${language}`, readabilityOf(filled(text[language], content)).longest] as const)
        .filter(([, longest]) => longest > 15),
    );

    expect(tooLong).toEqual([]);
  });

  it('is easy: LIX at most 30, and at most 20 in easy Danish', () => {
    const limits = { da: 30, da_easy: 20 };
    const tooHard = spoken.flatMap(([where, text]) =>
      danish
        .map((language) => [`${where} ${language}`, readabilityOf(filled(text[language], content)), language] as const)
        .filter(([, { words, lix }, language]) => words >= 20 && lix > limits[language])
        .map(([name, { lix }]) => [name, Math.round(lix)]),
    );

    expect(tooHard).toEqual([]);
  });

  it('promises no secrecy, never hurries or scolds, and never shouts', () => {
    const forbidden = /\b(hemmelig\w*|bare|lige(?! nu)|desværre|secret|unfortunately)\b|100 ?%|!/iu;
    const found = spoken.flatMap(([where, text]) =>
      Object.entries(text)
        .filter(([, words]) => forbidden.test(words))
        .map(([language]) => `${where} ${language}`),
    );

    expect(found).toEqual([]);
  });

  it('says anonymous only with its limit in the same answer', () => {
    const limited = /må|kan ikke være|hos rådgiverne|may be|cannot be|with the counsellors/iu;
    const bare = spoken.filter(([, text]) =>
      Object.values(text).some((words) => /anonym/iu.test(words) && !limited.test(words)),
    );

    expect(bare.map(([where]) => where)).toEqual([]);
  });

  it('writes out no telephone number but 112 and 114: the others stand in kommune.yaml with the day they were tried', () => {
    const number = /(?<!\d)(?!11[24]\b)\d[\d ]{2,}\d(?!\d)/u;
    const found = spoken.filter(([, text]) => Object.values(text).some((words) => number.test(words)));

    expect(found.map(([where]) => where)).toEqual([]);
  });

  it('calls itself a robot and the others people', () => {
    const first = content.texts.greeting.da;

    expect(first).toContain('Jeg er en robot, ikke et menneske.');
    expect(first).toContain('Dine forældre kan ikke se chatten.');
    expect(first).toContain('Ring 112.');
    expect(JSON.stringify(spoken)).not.toMatch(/\b(bot|chatbot|AI|assistent)\b/u);
  });

  it('in a crisis names 112 and more than one line, never asks why and claims nobody has been told', () => {
    const { crisis } = content.texts;

    for (const words of Object.values(crisis)) {
      expect(words).toContain('112');
      expect(words).toContain('{linjer}');
      expect(words).not.toMatch(/hvorfor|why|har sagt det til|have told/iu);
    }
    for (const band of ageBands) {
      expect(content.kommune.helpLines.filter(({ ages }) => ages.includes(band)).length).toBeGreaterThan(2);
    }
  });

  it('tells why it asks for the age, and that one may skip it', () => {
    expect(content.texts.ask_age.da).toMatch(/rigtige person.*springe over/u);
    expect(content.texts.ask_age_parent.da).toMatch(/rigtige person.*springe over/u);
  });
});

describe('the intents', () => {
  it('are a hundred, twelve of them acute', () => {
    expect(intents.filter(({ group }) => group === 'A')).toHaveLength(12);
    expect(intents).toHaveLength(100);
  });

  it.each(intents.filter(({ group }) => group === 'A'))('$id has somebody answerable by day and by night', (intent) => {
    const { parties } = content.kommune;

    for (const party of Object.values(intent.owner)) expect(parties.has(party)).toBe(true);
    expect(intent.ownerWhenClosed).toBe('on_call');
    expect(intent.urgency).toBe('acute');
    expect(intent.handoff).toBe('at_once');
    for (const words of Object.values(intent.answer)) expect(words).toContain('112');
  });

  it('have at least 40 Danish and 20 English examples each', () => {
    const few = intents.filter(({ examples }) => examples.da.length < 40 || examples.en.length < 20);

    expect(few.map(({ id, examples }) => [id, examples.da.length, examples.en.length])).toEqual([]);
  });

  it('know the party before the age is told, when every young age has the same', () => {
    const wrong = intents.filter(({ owner }) => {
      const bands = [owner.under_15, owner['15_17'], owner['18_24']];
      return bands.every((party) => party === bands[0]) && owner.unknown !== bands[0];
    });

    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('stand beside at least 150 lines that belong nowhere', () => {
    expect(content.offTopic.length).toBeGreaterThanOrEqual(150);
  });
});
