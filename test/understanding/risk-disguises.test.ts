import { describe, expect, it } from 'vitest';
import { screen } from '../../src/understanding/risk.ts';
import { undisguise } from '../../src/understanding/risk-disguises.ts';

describe('danger in disguise', () => {
  it.each([
    'j e g  v i l  d ø',
    'j e g v i l d ø',
    'j.e.g.v.i.l.d.ø',
    'v-i-l d-ø, altså j-e-g v-i-l d-ø',
    's.e.l.v.m.o.r.d er eneste udvej',
    's e l v m o r d s t a n k e r hver nat',
    's_e_l_v_m_o_r_d i aften',
    'k i l l  m y s e l f',
    'h a n  s l å r  m i g  m i n  f a r  s l å r  m i g',
    'jeg vil d0',
    'vil bare d0 nu',
    's3lvm0rd er eneste udvej',
    'i wanna k1ll mys3lf',
    'su1c1d4l thoughts',
    'jeg sk4rer mig selv',
    'min far sl@r mig',
    's*lvmord er eneste udvej',
    'jeg overvejer s*lvm*rd',
    'jeg vil d*',
    'jeg blev v*ldtaget',
    'i was r*ped',
    'i want to k*ll myself',
    'want to d#e',
    'jeg vil d�',
    'jeg viiiil døøøø',
    'JEG VIIL DØØ',
    'jegg villl ikkke leveee mereee',
    'jeg vil d\u200bø',
    'j\u200beg v\u200bil d\u200bø',
    'jeg vil d\u00adø',
    'jeg\nvil\nikke\nleve\nmere',
    'jeg\r\n\r\nvil\r\n\r\ndø',
    'jeg vil doe',
    'jeg vil do i nat, jeg vil do',
    'jeg vil dÃ¸',
    'min far slar mig',
    'min far slaar mig',
    'jegvildø',
    'wannadie',
    'ｊｅｇ ｖｉｌ ｄø',
    '𝗷𝗲𝗴 𝘃𝗶𝗹 𝗱ø',
    'jеg vіl dø',
    'i want to kіll mуself',
    'i aften 🔪🩸',
    'skriver farvel 💊💊💊',
    'farvel alle ⚰️',
    'tager alle 💊💊💊💊',
    '🔪 til ham i morgen i skolen',
    'he has a 🔫 at school tomorrow',
    'kermit sewerside tonight',
    'unalive mig selv',
    'i relapsed with sh again',
  ])('is found in "%s"', (text) => expect(screen(text).level).toBe('acute'));

  it.each([
    'a b c d e f g',
    'A. B. C. D.',
    'vi ses kl 8, j e g glæder mig',
    'p.s. jeg kommer i morgen',
    'f.eks. d.d. s.u.',
    'DSB, 3F, B1, C20',
    'jeg bor på 1. sal i b4',
    'ps5 og xbox',
    'mp3 og mp4',
    'co2 opgave til biologi',
    'min mail er emma@skole',
    'jeg går i 9b',
    'matematik b1',
    '💀💀 jeg kan ikke mere haha det er så sjovt 😂',
    'lol 💀',
    'husk din 💊',
    'h*n er sød',
    'f*ck hvor er det dumt',
    'sh*t jeg glemte mødet',
    'det er _vigtigt_',
    '*vigtigt* møde',
    'hvad koster 1 * 2 billetter',
    'godkendt ✅ tak 🙏',
    'wifi kode: ab12cd34',
    'привіт jeg hedder olena',
  ])('is not in "%s"', (text) => expect(screen(text).level).toBe('none'));

  it('puts letters together and leaves ordinary text as it reads', () => {
    expect(undisguise('j e g  v i l  d ø')).toBe('jeg vil dø');
    expect(undisguise('jeg går i skole hver dag').normalize('NFC')).toBe('jeg går i skole hver dag');
  });

  it.each(['j ', 'j.', 'd*', '*', '💊', 'jе', 'Ã¸', '\u200b', 'vildo', 'a_'])(
    'reads 64 KB of "%s" in linear time',
    (unit) => {
      const began = performance.now();
      screen(unit.repeat(65_536 / unit.length));

      expect(performance.now() - began).toBeLessThan(3000);
    },
  );
});
