import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadIntents } from '../../intents/load.ts';
import { maskCpr, redact } from '../../src/understanding/redact.ts';
import { cprShapes } from '../../src/understanding/redact-cpr.ts';
import { accountShapes, emailShapes } from '../../src/understanding/redact-mail.ts';
import { phoneShapes } from '../../src/understanding/redact-phone.ts';

/** One line of text each; `\\u200b` and `\\n` stand for what cannot be typed. */
const linesOf = (file: string) =>
  readFileSync(join(import.meta.dirname, 'redaction', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      line.replace(/\\(?:u([0-9a-f]{4})|(n)|\\)/g, (_, code, newLine) =>
        code ? String.fromCharCode(Number.parseInt(code, 16)) : newLine ? '\n' : '\\',
      ),
    );

/** `CPR: mit nummer er «…»` */
const hidden = linesOf('hidden.txt').map((line) => {
  const at = line.indexOf(': ');
  const kind = line.slice(0, at);
  const marked = line.slice(at + 2);
  return { kind, text: marked.replace(/[«»]/g, ''), left: marked.replace(/«[^»]*»/g, `[${kind} fjernet]`) };
});
const kept = linesOf('kept.txt');

const cprNumbers = `0101011234 010101-1234 010101.1234 010101/1234 010101–1234 010101—1234 01.01.01-1234
01-01-01-1234 01/01/01-1234 01.01.01.1234 290200-0000 311299-9999 3112991234 150805-4321 01.01.1990-1234 01011990-1234
010119901234 01-01-2004-1234 ٠١٠١٠١١٢٣٤ ０１０１０１-１２３４ 010101−1234 010101_1234 010101‑1234`
  .split(/\s+/)
  .concat([
    '010101 1234',
    '01 01 01 1234',
    '010101 - 1234',
    '01 01 01-1234',
    '010101\u00a01234',
    '010101\u202f1234',
    '010101\u200b1234',
    '01. 01. 01 1234',
    '010101 -1234',
    '24 12 03 5678',
  ]);
const emails = [
  'anna@skole.dk',
  'a.b+c@x.co.uk',
  'Søren.Ågård@æble.dk',
  'anna (at) gmail.com',
  'anna[at]gmail.com',
  'anna(a)gmail.com',
  'anna snabel-a gmail.com',
  'anna snabela gmail punktum com',
  'anna @ gmail.com',
  'anna_99@hotmail.com',
  'anna (at) gmail (dot) com',
  'anna at gmail dot com',
  'x1@y.dk',
];
const phones = [
  '20304050',
  '20 30 40 50',
  '2030 4050',
  '203 04 050',
  '20-30-40-50',
  '20.30.40.50',
  '+4520304050',
  '+45 20 30 40 50',
  '0045 20304050',
  '004520304050',
  '(+45) 20304050',
  '+45-2030-4050',
  '20\u00a030\u00a040\u00a050',
  '31 22 33 44',
  '71234567',
  '+46 70 123 45 67',
  '+380 67 123 45 67',
];
const accounts = [
  '1234-1234567890',
  '1234 0001234567',
  'reg. 1234 konto 1234567890',
  'regnr 1234 kontonr 12345678',
  'reg.nr. 5301 konto 0123456789',
  'konto 12345678',
  'kontonummer: 1234 567890',
  'DK5000400440116243',
  'DK50 0040 0440 1162 43',
  'konto nr. 123456789',
];

describe('masking CPR', () => {
  it.each(cprNumbers)('takes %s away', (number) => {
    expect(maskCpr(`mit nummer er ${number} ok`)).toBe('mit nummer er [CPR fjernet] ok');
  });

  it('leaves everything else to the letter', () => {
    const text = 'Æ\u0301 👩‍👩‍👧 anna@skole.dk 20304050 \ud800 slut';
    expect(maskCpr(text)).toBe(text);
  });

  it('takes every number in a text', () => {
    expect(maskCpr('0101011234, 0202021234')).toBe('[CPR fjernet], [CPR fjernet]');
  });

  it('fails on the safe side: ten digits that begin with a date are taken', () => {
    expect(maskCpr('ordre 1212121234')).toBe('ordre [CPR fjernet]');
  });
});

describe('redacting', () => {
  it.each(emails)('takes the e-mail %s', (text) =>
    expect(redact(`skriv til ${text}`)).toBe('skriv til [e-mail fjernet]'),
  );
  it.each(phones)('takes the phone %s', (text) =>
    expect(redact(`ring ${text} nu`)).toMatch(/^ring \(?\[telefon fjernet\] nu$/),
  );
  it.each(accounts)('takes the account %s', (text) => expect(redact(`på ${text} tak`)).toBe('på [konto fjernet] tak'));
  it.each(cprNumbers)('takes the CPR number %s', (text) =>
    expect(redact(`cpr ${text}`)).toMatch(/\[(CPR|konto) fjernet\]/),
  );

  it.each([
    '12.05.2024 6200 Aabenraa',
    'den 12.05.24 6200 Aabenraa',
    'den 12.05.24, 6200 Aabenraa',
    '12/5-24 6200 Aabenraa',
    '24.12.2024',
    '24-12-2024',
    '24/12/2024',
    '2024-12-24',
    '24. december 2024',
    '6200 Aabenraa',
    '2100 København Ø',
    '112',
    '114',
    '1813',
    '1888',
    '116 111',
    'ring 112 eller 114',
    '911',
    '2019-2024',
    '2023/2024',
    '2023–2024',
    'i 2024',
    'årgang 2007',
    '25.000.000 kr',
    '6.500 kr',
    '12.345,67 kr',
    '1000000',
    '20000 kr',
    '20304050 kr',
    'kl. 14.30',
    'kl 12:30-14:00',
    '8:15',
    '12.30 til 14.45',
    'ordre 25252525',
    'ordrenr. 45678901',
    'ordrenummer 45678901',
    'faktura nr. 87654321',
    'order number 87654321',
    '9999999999',
    '4512345678',
    '3213011234',
    '0013011234',
    '1234567',
    '12345',
    '100 %',
    '3,14159265',
    '37 timer',
    '9. klasse',
    'lokale 2.14',
    'bus 900X',
    'side 12-14',
    '§ 52, stk. 3',
    'LOV 469 af 14/05/2025',
    'version 10.4.0',
    '1 2 3 4 5',
    'a@b',
    'følg @ungekbh',
    'email',
    '5 @ 20 kr',
    'jeg er 17 år og 180 cm',
    '01.02.2024 kl. 1030',
    '31.04.01-1234',
    '300201-1234',
    '001201-1234',
    '15 16 17 18 år',
    '1000 2000',
    '-20',
    '1/2 1/4',
    '12345678',
  ])('leaves %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('redacting what people write', () => {
  it('is judged on 300 lines to hide something in and 300 to keep', () => {
    expect(new Set(hidden.map(({ text }) => text)).size).toBeGreaterThanOrEqual(300);
    expect(new Set(kept).size).toBeGreaterThanOrEqual(300);
    expect(hidden.filter(({ text, left }) => text === left)).toEqual([]);
  });

  it.each(hidden)('hides the $kind in "$text"', ({ text, left }) => expect(redact(text)).toBe(left));

  it.each(hidden.filter(({ kind }) => kind === 'CPR'))('masks "$text" before it is stored', ({ text, left }) => {
    expect(maskCpr(text)).toBe(left);
  });

  it.each(kept)('keeps "%s"', (text) => expect(redact(text)).toBe(text));

  it('changes nothing the second time', () => {
    for (const { text } of hidden) expect(redact(redact(text))).toBe(redact(text));
  });

  it('hides the same in the middle of a long message', () => {
    const around = (text: string) => `Hej, jeg skriver fordi jeg ikke ved hvad jeg skal. ${text} Tak for hjælpen`;
    const missed = hidden.filter(({ text, left }) => redact(around(text)) !== around(left));

    expect(missed.map(({ text }) => text)).toEqual([]);
  });

  it('keeps the help lines of the example municipality', () => {
    const { kommune } = loadIntents(join(import.meta.dirname, '../../intents'), 'eksempel');
    const phones = Object.values(kommune.helpLines).flatMap(({ phone }) => phone ?? []);

    expect(phones.length).toBeGreaterThan(3);
    for (const phone of [...phones, kommune.contact.phone]) expect(redact(`ring ${phone} nu`)).toBe(`ring ${phone} nu`);
  });
});

describe('the time redacting takes', () => {
  const shapes = [...cprShapes, ...emailShapes, ...accountShapes, ...phoneShapes];

  it.each(shapes)('is bounded at every place for $pattern', ({ pattern }) => {
    const quantifiers = pattern.source.replace(/\\p\{\w+\}|\\k<\w+>|\\./g, '_').replace(/\[[^\]]*\]/g, '_');

    expect(quantifiers).not.toMatch(/[*+]|\{\d+,\}/);
  });

  it.each([
    '1',
    '12 ',
    '0101 ',
    '01.',
    '0 1 0 1 0 1 ',
    '01.01.',
    '2030 ',
    '+45 ',
    '+',
    '0045',
    '4571 ',
    'DK50 ',
    '٠١',
    '①',
    '𝟎',
    'a',
    'a@',
    'a.',
    'a @ ',
    'konto ',
    'reg nr ',
    ' at ',
    'anna at b dot ',
    'a n ',
    'a_at_',
    '(',
    '-',
    '\u200b1',
    '1\u20e3',
  ])('stays short for 100 KB of "%s"', (unit) => {
    const text = unit.repeat(102_400 / unit.length);
    const began = performance.now();
    redact(text);

    expect(performance.now() - began).toBeLessThan(3000);
  });
});
