/**
 * The loader, with real files: what it makes of them, and what it says to the people who write answers when they err.
 */
import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadIntents } from '../../intents/load.ts';
import { foreignTextKeys } from '../../src/domain/saying.ts';
import { foreignLanguages, type IntentId, type StaffId } from '../../src/domain/words.ts';
import { contentFolder, housing } from './content-folder.ts';

const housingId = 'housing' as IntentId;

describe('content that is right', () => {
  it('becomes intents, texts, lines that belong nowhere and a municipality', () => {
    using folder = contentFolder();

    const { intents, texts, offTopic, kommune } = loadIntents(folder.path, 'eksempel');

    expect(intents.get(housingId)?.owner['15_17']).toBe('adult_social');
    expect(intents.get(housingId)?.also).toEqual([]);
    expect(texts.handed_over.da).toContain('Et menneske læser det senest {frist}.');
    expect(offTopic).toEqual(['hvornår bliver skraldet hentet']);
    expect(kommune.id).toBe('eksempel');
    expect(kommune.openingHours[4]).toEqual([{ from: 540, to: 840 }]);
    expect(kommune.openingHours[6]).toEqual([]);
    expect(kommune.staff.get('sara-holm' as StaffId)).toMatchObject({ id: 'sara-holm', leads: true, duty: true });
    expect(kommune.parties.size).toBe(16);
    expect(kommune.facts.linje_livslinien).toBe('Livslinien 70 201 201');
    expect(kommune.facts.aabent).toBe('mandag til torsdag kl. 9-17, fredag kl. 9-14');
    expect(kommune.facts.open_hours).toBe('Monday to Thursday 9-17, Friday 9-14');
  });

  it('takes several stretches of opening time a day', () => {
    using folder = contentFolder();
    folder.change('eksempel/kommune.yaml', 'monday: ["09:00-17:00"]', 'monday: ["09:00-12:00", "13:00-24:00"]');

    const { kommune } = loadIntents(folder.path, 'eksempel');

    expect(kommune.openingHours[0]).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1440 },
    ]);
    expect(kommune.facts.aabent).toMatch(/^mandag kl\. 9-12 og 13-24, tirsdag til torsdag kl\. 9-17, /u);
  });

  it('shows texts to a language model only where a party says so', () => {
    using folder = contentFolder();
    folder.change('eksempel/kommune.yaml', '  guidance:\n', '  guidance:\n    languageModel: true\n');

    const { parties } = loadIntents(folder.path, 'eksempel').kommune;
    const on = [...parties.values()].filter(({ languageModel }) => languageModel);

    expect(on.map(({ code }) => code)).toEqual(['guidance']);
  });

  it('is laid over by the municipality: the same id replaces, a new id adds, a text of its own wins', () => {
    using folder = contentFolder();
    folder.write('eksempel/housing.yaml', housing.replace('title: Bolig', 'title: Bolig i Eksempelby'));
    folder.write(
      'eksempel/ferry.yaml',
      housing
        .replace('id: housing', 'id: ferry')
        .replace('jeg leder efter en bolig', 'jeg leder efter en færge')
        .replace('a flat', 'a ferry'),
    );
    folder.write('eksempel/_texts.yaml', 'noted:\n  da: Vi har det.\n  da_easy: Vi har det.\n  en: We have it.\n');
    folder.write('eksempel/_off-topic.yaml', '- hvornår sejler færgen til ballen\n');

    const { intents, texts, offTopic } = loadIntents(folder.path, 'eksempel');

    expect(intents.get(housingId)?.title).toBe('Bolig i Eksempelby');
    expect([...intents.keys()]).toEqual(['housing', 'ferry']);
    expect(texts.noted.da).toBe('Vi har det.');
    expect(texts.closed.da).toContain('{navn}');
    expect(offTopic).toHaveLength(2);
  });

  it('takes topics of the municipality: the same id replaces, a new one comes before what leads nowhere', () => {
    using folder = contentFolder();
    const topic = (id: string, da: string, intents: string) =>
      `- { id: ${id}, title: { da: ${da}, da_easy: ${da}, en: Home }, askers: [youth], intents: ${intents} }\n`;
    folder.write('faelles/_topics.yaml', topic('home', 'Bolig', '[housing]') + topic('other', 'Andet', '[]'));
    folder.write(
      'eksempel/_topics.yaml',
      topic('island', 'På øen', '[housing]') + topic('home', 'Et sted at bo', '[housing]'),
    );

    const { topics } = loadIntents(folder.path, 'eksempel');

    expect(topics.map(({ id, title }) => [id, title.da])).toEqual([
      ['home', 'Et sted at bo'],
      ['island', 'På øen'],
      ['other', 'Andet'],
    ]);
  });

  it('follows the routes of the municipality, and knows what people call its parties', () => {
    using folder = contentFolder();
    const routes =
      'routes:\n  housing: { under_15: family, 15_17: family, 18_24: benefits, 25_plus: leader, unknown: family }\n';
    folder.write('eksempel/kommune.yaml', folder.read('eksempel/kommune.yaml') + routes);

    const { intents, kommune } = loadIntents(folder.path, 'eksempel');

    expect(intents.get(housingId)?.owner).toEqual({
      under_15: 'family',
      '15_17': 'family',
      '18_24': 'benefits',
      '25_plus': 'leader',
      unknown: 'family',
    });
    expect(intents.get(housingId)?.answer.da).toBe('Skriv dig op nu.');
    expect(kommune.parties.get('guidance')?.alsoCalled).toContain('UU');
    expect(kommune).not.toHaveProperty('routes');
  });

  it('needs no party that its own routes lead around', () => {
    using folder = contentFolder();
    folder.change('faelles/housing.yaml', 'all: adult_social', 'all: ppr');
    folder.change(
      'eksempel/kommune.yaml',
      '  ppr:\n    name: PPR\n    who: en psykolog fra PPR\n    alsoCalled: [psykologen på skolen, skolepsykologen]\n',
      '',
    );
    folder.change('eksempel/kommune.yaml', 'party: ppr', 'party: family');

    expect(folder.complaints()).toEqual([expect.stringContaining('Parten "ppr" findes ikke i kommune.yaml.')]);

    folder.write(
      'eksempel/kommune.yaml',
      `${folder.read('eksempel/kommune.yaml')}routes:\n  housing: { all: family }\n`,
    );

    expect(folder.complaints()).toEqual([]);
  });

  it('has fixed texts in the seven other languages, and the municipality may word one of them itself', () => {
    using folder = contentFolder();
    folder.write(
      'eksempel/_languages.yaml',
      'pl:\n  reviewer: Tolk\n  checked: 2026-11-21\n  texts:\n    interpreter: Zadzwoń po tłumacza.\n',
    );

    const { languages } = loadIntents(folder.path, 'eksempel');

    expect([...languages.keys()]).toEqual(foreignLanguages);
    for (const { name, texts } of languages.values()) {
      expect(name).not.toBe('');
      expect(Object.keys(texts)).toEqual(foreignTextKeys);
      expect(texts.crisis).toContain('112');
    }
    expect(languages.get('pl')?.texts.interpreter).toBe('Zadzwoń po tłumacza.');
    expect(languages.get('pl')?.texts.greeting).toContain('Jestem robotem');
    expect(languages.get('pl')).not.toHaveProperty('reviewer');
  });

  it('has lines the sense of danger learns from, the shared ones first', () => {
    using folder = contentFolder();
    folder.write('eksempel/_danger.yaml', 'care:\n  - jeg sidder på molen i eksempelby hver nat\n');

    const { dangerLines } = loadIntents(folder.path, 'eksempel');

    expect(dangerLines.acute).toContain('i nat får jeg fred');
    expect(dangerLines.care.at(-1)).toBe('jeg sidder på molen i eksempelby hver nat');
    expect(dangerLines.care.length).toBeGreaterThan(10);
    expect(dangerLines.harmless).toContain('mobilen er død igen');
  });

  it('cannot be changed afterwards', () => {
    using folder = contentFolder();
    const { intents, kommune } = loadIntents(folder.path, 'eksempel');

    expect(() => Object.assign(intents.get(housingId)?.answer ?? {}, { da: 'Nej.' })).toThrow(TypeError);
    expect(() => (intents as Map<IntentId, unknown>).delete(housingId)).toThrow(TypeError);
    expect(() => Object.assign(kommune.contact, { phone: '' })).toThrow(TypeError);
  });
});

describe('an intent that is wrong', () => {
  it.each([
    [
      'a misspelt name',
      'title: Bolig',
      'titel: Bolig',
      [
        '/faelles/housing.yaml:1: "title" mangler. Tilføj den.',
        '/faelles/housing.yaml:3: "titel" er ikke et kendt navn. Mente du "title"?',
      ],
    ],
    [
      'a missing translation',
      '  en: Sign up now.\n',
      '',
      ['/faelles/housing.yaml:12: "answer.en" mangler. Skriv teksten på engelsk.'],
    ],
    [
      'a party nobody knows',
      'all: adult_social',
      'all: adult_socail',
      ['/faelles/housing.yaml:9: "adult_socail" er ikke en kendt part. Mente du "adult_social"?'],
    ],
    [
      'an age nobody owns',
      '{ all: adult_social }',
      '{ under_15: family, 15_17: family, 18_24: family, unknown: family }',
      [
        '/faelles/housing.yaml:9: Ejer mangler for alderen "25_plus". Skriv en part, eller skriv "all" med én part til alle.',
      ],
    ],
    [
      'an owner for all and for some',
      '{ all: adult_social }',
      '{ all: adult_social, 15_17: family }',
      ['/faelles/housing.yaml:9: Skriv enten "all" eller en ejer for hver alder, ikke begge.'],
    ],
    [
      'a fact nobody gave',
      'da: Skriv dig op nu.',
      'da: Det koster {indskud_kr} kr.',
      ['/faelles/housing.yaml:13: {indskud_kr} kendes ikke. Tilføj den under "facts" i kommune.yaml, eller slet den.'],
    ],
    [
      'a misspelt help line',
      'da: Skriv dig op nu.',
      'da: Ring til {linje_livslinjen}.',
      ['/faelles/housing.yaml:13: {linje_livslinjen} kendes ikke. Mente du {linje_livslinien}?'],
    ],
    [
      'an id that is not the name of the file',
      'id: housing',
      'id: houses',
      ['/faelles/housing.yaml:1: id "houses" passer ikke med filens navn. Skriv "housing", eller omdøb filen.'],
    ],
    [
      'something acute with nobody at night',
      'urgency: 3_days',
      'urgency: acute',
      [
        '/faelles/housing.yaml:10: "ownerWhenClosed" mangler. Det, der er akut, skal have en part, når der er lukket: skriv "on_call".',
      ],
    ],
    [
      'an example that is another kind of thing',
      '- jeg leder efter en bolig',
      '- 2400: bolig',
      [
        '/faelles/housing.yaml:22: "examples.da.0" skal være en tekst. Sæt den i citationstegn, hvis der er kolon eller kun tal i den.',
      ],
    ],
    [
      'a source nobody has looked at',
      '    checked: 2026-11-21\n',
      '',
      [
        '/faelles/housing.yaml:17: "sources.0.checked" mangler: det er aldrig tjekket. Tjek det, og skriv dagen, for eksempel 2026-11-21.',
      ],
    ],
    [
      'a button that does not fit',
      'en: I need a home',
      'en: I need a home that is big enough for my dog',
      ['/faelles/housing.yaml:7: Knappen er for lang. Skriv højst 40 tegn.'],
    ],
    [
      'a quotation mark that never ends',
      'title: Bolig',
      'title: "Bolig',
      [expect.stringMatching(/^\/faelles\/housing\.yaml:\d+: Filen kan ikke læses her, ved tegn \d+\. \p{L}/u)],
    ],
    [
      'a tabulator',
      '  da: Skriv dig op nu.',
      '\tda: Skriv dig op nu.',
      [expect.stringMatching(/^\/faelles\/housing\.yaml:13: Filen kan ikke læses her, ved tegn 1\./u)],
    ],
  ])('names %s, its line and the remedy', (_what, from, to, complaints) => {
    using folder = contentFolder();
    folder.change('faelles/housing.yaml', from, to);

    expect(folder.complaints()).toEqual(complaints);
  });

  it('is told when it says the same as another', () => {
    using folder = contentFolder();
    folder.write('faelles/zoo.yaml', housing.replace('id: housing', 'id: zoo').replace('a flat', 'a zoo'));
    folder.change('faelles/_off-topic.yaml', 'hvornår bliver skraldet hentet', 'I am looking for a FLAT');
    folder.change('faelles/_danger.yaml', 'mobilen er død igen', 'i nat får jeg fred!');

    expect(folder.complaints()).toEqual([
      '/faelles/zoo.yaml:22: "jeg leder efter en bolig" står også i "housing". Behold den ét sted.',
      '/faelles/_off-topic.yaml:1: "I am looking for a FLAT" står også i "housing". Behold den ét sted.',
      expect.stringMatching(
        /^\/faelles\/_danger\.yaml:\d+: "i nat får jeg fred!" står også i _danger\.yaml under "acute"\. Behold/u,
      ),
    ]);
  });

  it('is told of a topic that leads nowhere', () => {
    using folder = contentFolder();
    folder.change('faelles/_topics.yaml', '[housing]', '[hosing]');

    expect(folder.complaints()).toEqual(['/faelles/_topics.yaml:1: "hosing" findes ikke. Mente du "housing"?']);
  });

  it('is told together with everything else that is wrong', () => {
    using folder = contentFolder();
    folder.change('faelles/housing.yaml', 'askers: [youth]', 'askers: [yuoth]');
    folder.change('faelles/_texts.yaml', 'noted:', 'nodet:');
    folder.change('eksempel/kommune.yaml', 'offerOpenMinutes: 60\n', '');

    expect(folder.complaints()).toEqual([
      '/faelles/housing.yaml:8: "yuoth" er ikke en mulighed her. Mente du "youth"?',
      '/faelles/_texts.yaml:1: "noted" mangler. Tilføj den.',
      expect.stringMatching(/^\/faelles\/_texts\.yaml:\d+: "nodet" er ikke et kendt navn\. Mente du "noted"\?$/u),
      '/eksempel/kommune.yaml:1: "offerOpenMinutes" mangler. Tilføj den.',
    ]);
  });
});

describe('what a municipality adds or replaces, when it is wrong', () => {
  const own = housing
    .replace('jeg leder efter en bolig', 'jeg leder efter en færge')
    .replace('a flat', 'a ferry')
    .replace('id: housing', 'id: ferry');
  const noted = 'noted:\n  da: Vi har det.\n  da_easy: Vi har det.\n  en: We have it.\n';
  const bakery = 'bakery:\n  da: Vi har det.\n  da_easy: Vi har det.\n  en: We have it.\n';

  it.each([
    [
      'a misspelt key',
      'ferry.yaml',
      own.replace('urgency:', 'urgensy:'),
      ':10: "urgensy" er ikke et kendt navn. Mente du "urgency"?',
    ],
    [
      'a missing translation',
      'ferry.yaml',
      own.replace('  en: Sign up now.\n', ''),
      ':12: "answer.en" mangler. Skriv teksten på engelsk.',
    ],
    [
      'a party nobody knows',
      'ferry.yaml',
      own.replace('all: adult_social', 'all: harbour'),
      ':9: "harbour" er ikke en kendt part.',
    ],
    [
      'a fact nobody gave',
      'ferry.yaml',
      own.replace('Skriv dig op nu.', 'Den koster {billet}.'),
      ':13: {billet} kendes ikke.',
    ],
    [
      'a text in one language',
      '_texts.yaml',
      noted.replace('  en: We have it.\n', ''),
      ':1: "noted.en" mangler. Skriv teksten på engelsk.',
    ],
    ['a text that is not there', '_texts.yaml', bakery, ':1: "bakery" er ikke et kendt navn.'],
    [
      'a topic that leads nowhere',
      '_topics.yaml',
      '- { id: sea, title: { da: Hav, da_easy: Hav, en: Sea }, askers: [youth], intents: [hosing] }\n',
      ':1: "hosing" findes ikke. Mente du "housing"?',
    ],
    [
      'a kind of danger that is not there',
      '_danger.yaml',
      'acut:\n  - jeg står ved havet\n',
      ':1: "acut" er ikke et kendt navn. Mente du "acute"?',
    ],
    [
      'a line that is there already',
      '_off-topic.yaml',
      '- Jeg leder efter en bolig\n',
      ':1: "Jeg leder efter en bolig" står også i "housing". Behold den ét sted.',
    ],
    [
      'a language without its reader',
      '_languages.yaml',
      'so:\n  texts: { interpreter: Turjubaan }\n',
      ':1: "so.reviewer" mangler. Tilføj den.',
    ],
    ['a file nobody reads', '_text.yaml', noted, ':1: Filen bliver ikke læst. Mente du "_texts.yaml"?'],
    ['a file that ends wrong', 'ferry.yml', own, ':1: Filen bliver ikke læst. Mente du "ferry.yaml"?'],
  ])('is told of %s, with file and line', (_what, name, source, complaint) => {
    using folder = contentFolder();
    folder.write(`eksempel/${name}`, source);

    const told = folder.complaints();

    expect(told.filter((line) => line.startsWith(`/eksempel/${name}${complaint}`))).toHaveLength(1);
  });

  it.each([
    ['an intent that is not there', 'hosing: { all: family }', '"hosing" findes ikke. Mente du "housing"?'],
    ['a party nobody knows', 'housing: { all: famly }', '"famly" er ikke en kendt part. Mente du "family"?'],
    [
      'an age nobody owns',
      'housing: { under_15: family, 15_17: family, 18_24: family, 25_plus: family }',
      'Ejer mangler for alderen "unknown". Skriv en part, eller skriv "all" med én part til alle.',
    ],
  ])('is told of a route to %s', (_what, route, complaint) => {
    using folder = contentFolder();
    folder.write('eksempel/kommune.yaml', `${folder.read('eksempel/kommune.yaml')}routes:\n  ${route}\n`);

    expect(folder.complaints()).toEqual([expect.stringMatching(/^\/eksempel\/kommune\.yaml:\d+: /u)]);
    expect(folder.complaints()[0]).toContain(complaint);
  });
});

describe('a language that is wrong', () => {
  it.each([
    [
      'a misspelt name',
      '    interpreter: >-',
      '    interpretor: >-',
      '"interpretor" er ikke et kendt navn. Mente du "interpreter"?',
    ],
    ['a crisis without lines', '      {linjer}\n', '', '{linjer} mangler i "crisis". Skriv det ind i teksten.'],
    ['a misspelt placeholder', '{indgang}', '{indgnag}', '{indgnag} kendes ikke. Mente du {indgang}?'],
    [
      'a placeholder nothing fills in there',
      'مرحبًا.',
      'مرحبًا {navn}.',
      '{navn} kendes ikke. Tilføj den under "facts" i kommune.yaml, eller slet den.',
    ],
    ['a language that is left out', 'fa:\n', 'fr:\n', '"fa" mangler. Tilføj den.'],
  ])('names %s, its line and the remedy', (_what, from, to, sentence) => {
    using folder = contentFolder();
    folder.change('faelles/_languages.yaml', from, to);

    expect(folder.complaints().filter((line) => line.includes(sentence))).toEqual([
      expect.stringMatching(/^\/faelles\/_languages\.yaml:\d+: /u),
    ]);
  });
});

describe('a municipality that is wrong', () => {
  it.each([
    [
      'staff of a party that is not there',
      '  ppr:\n    name: PPR\n    who: en psykolog fra PPR\n    alsoCalled: [psykologen på skolen, skolepsykologen]\n',
      '',
      ['"nanna-riis" hører til parten "ppr", som ikke står under "parties". Tilføj parten, eller ret "party".'],
    ],
    ['staff of a party nobody knows', 'party: ppr', 'party: pprr', ['"pprr" er ikke en kendt part. Mente du "ppr"?']],
    [
      'a party that does not exist',
      '  ppr:\n    name',
      '  pprr:\n    name',
      ['"pprr" er ikke en kendt part. Mente du "ppr"?'],
    ],
    [
      'staff under a name no address can hold',
      '  sara-holm:',
      '  Sara Holm:',
      ['"Sara Holm" kan ikke være et navn her. Skriv det med små bogstaver a-z, uden mellemrum.'],
    ],
    [
      'a party without people',
      'party: ppr',
      'party: school',
      ['Parten "ppr" har ingen medarbejdere. Tilføj mindst én under "staff".'],
    ],
    [
      'a party without a leader',
      'party: ppr, email: nanna.riis@eksempel.example, leads: true',
      'party: ppr, email: nanna.riis@eksempel.example',
      ['Parten "ppr" har ingen leder. Skriv "leads: true" ved én af dem.'],
    ],
    [
      'a number that was never tried',
      '    hours: se åbningstiden på livslinien.dk\n    alwaysOpen: false\n    ages: [under_15, 15_17, 18_24, 25_plus]\n    checked: 2026-11-21\n',
      '    hours: se åbningstiden på livslinien.dk\n    alwaysOpen: false\n    ages: [under_15, 15_17, 18_24, 25_plus]\n',
      [
        '"helpLines.livslinien.checked" mangler: det er aldrig tjekket. Tjek det, og skriv dagen, for eksempel 2026-11-21.',
      ],
    ],
    [
      'opening hours that end before they begin',
      'friday: ["09:00-14:00"]',
      'friday: ["14:00-09:00"]',
      ['"14:00-09:00" slutter, før den begynder. Byt tiderne om.'],
    ],
    [
      'opening hours in words',
      'friday: ["09:00-14:00"]',
      'friday: ["9-14"]',
      ['"openingHours.friday.0" er skrevet forkert. Skriv tiden som "09:00-12:00".'],
    ],
    [
      'two kinds of patience at once',
      'acute: { minutes: 5 }',
      'acute: { minutes: 5, openDays: 1 }',
      ['Skriv netop én af "minutes", "openMinutes" og "openDays".'],
    ],
    [
      'a time zone nobody knows',
      'Europe/Copenhagen',
      'Europe/Eksempelby',
      ['Tidszonen kendes ikke. Skriv for eksempel "Europe/Copenhagen".'],
    ],
  ])('names %s and the remedy', (_what, from, to, sentences) => {
    using folder = contentFolder();
    folder.change('eksempel/kommune.yaml', from, to);

    const complaints = folder.complaints();

    expect(complaints.map((line) => line.replace(/^\/eksempel\/kommune\.yaml:\d+: /u, ''))).toEqual(sentences);
  });

  it('may say when a help line answers and what it is made for, and is told when that is nothing', () => {
    using folder = contentFolder();
    const week = '      monday: ["11:00-16:00"]\n';
    folder.change('eksempel/kommune.yaml', '    phone: 70 201 201\n', '    phone: 70 201 201\n    about: [housing]\n');

    const { kommune } = loadIntents(folder.path, 'eksempel');
    expect(kommune.helpLines.find(({ name }) => name === 'Livslinien')?.about).toEqual(['housing']);
    expect(kommune.helpLines.find(({ name }) => name === 'Ankestyrelsen')?.openingHours?.[4]).toEqual([
      { from: 540, to: 900 },
    ]);

    folder.change('eksempel/kommune.yaml', 'about: [housing]', 'about: [hosing]');
    expect(folder.complaints()).toEqual([expect.stringContaining('"hosing" findes ikke. Mente du "housing"?')]);

    folder.change('eksempel/kommune.yaml', week, '');
    expect(folder.complaints()).toEqual([
      expect.stringContaining('"helpLines.skilsmissetelefonen.openingHours.monday" mangler. Tilføj den.'),
    ]);
  });

  it('is told that nobody is on duty', () => {
    using folder = contentFolder();
    for (let left = 4; left > 0; left -= 1) folder.change('eksempel/kommune.yaml', ', duty: true', '');

    expect(folder.complaints()).toEqual([
      expect.stringMatching(
        /^\/eksempel\/kommune\.yaml:\d+: Ingen har vagt\. Skriv "duty: true" ved mindst én medarbejder\.$/u,
      ),
    ]);
  });

  it('is told which party an answer needs', () => {
    using folder = contentFolder();
    folder.change(
      'eksempel/kommune.yaml',
      '  adult_social:\n    name: Voksen og Støtte\n    who: en rådgiver for voksne\n    alsoCalled: [socialen, socialafdelingen, bostøtten, visitationen]\n',
      '',
    );
    folder.change('eksempel/kommune.yaml', 'party: adult_social', 'party: family');

    expect(folder.complaints()).toEqual([
      '/faelles/housing.yaml:9: Parten "adult_social" findes ikke i kommune.yaml. Tilføj den dér, eller vælg en anden part.',
    ]);
  });

  it('is named when it does not exist', () => {
    using folder = contentFolder();
    mkdirSync(`${folder.path}/tom`);

    expect(folder.complaints('eksemple')).toEqual([
      '/eksemple/kommune.yaml:1: Filen findes ikke. Mente du "eksempel"?',
    ]);
    expect(folder.complaints('aarhus')).toEqual([
      '/aarhus/kommune.yaml:1: Filen findes ikke. De, der findes, er: eksempel.',
    ]);
  });
});
