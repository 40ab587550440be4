/** What an answer written in Slack becomes, and what of it is held back. */
import { describe, expect, it } from 'vitest';
import { type HoldReason, holdReasons, houseOf } from '../../adapters/slack/hold.ts';
import { mentionedIn, plainWords } from '../../adapters/slack/plain-words.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import { redact } from '../../src/understanding/redact.ts';
import { kommune as town } from '../domain/town.ts';

const kommune: Kommune = {
  ...town,
  contact: { phone: '55 12 34 56', email: 'unge@by.example', address: 'Torvet 1' },
  helpLines: [
    {
      name: 'Nærhjælpen',
      phone: '61 62 63 64',
      hours: 'døgnet rundt',
      alwaysOpen: true,
      ages: [],
      checked: '2027-01-01',
    },
  ],
};
const house = houseOf(kommune, 'https://unge.by.example', redact);
const reasons = (text: string) => holdReasons(text, false, house);

describe('plain words', () => {
  const names = new Map([['U1', 'Sara']]);
  const cases: readonly [string, string][] = [
    ['Hej <@U1> og <@U2|ali>', 'Hej Sara og en kollega'],
    ['se <#C1|ungeteam> og <#C2|>', 'se ungeteam og en kanal'],
    ['<!here> <!channel> <!subteam^S1|@uu> <!date^1^{date}|4. januar>', 'alle alle uu 4. januar'],
    ['*fed* _skrå_ ~væk~ `kode`', 'fed skrå væk kode'],
    ['*_begge_*', 'begge'],
    ['2*3*4 og snake_case_navn', '2*3*4 og snake_case_navn'],
    ['```\nlinje *et*\n```', 'linje *et*'],
    ['&gt; citat\n&gt;&gt;&gt; mere', 'citat\nmere'],
    ['a &lt; b &amp;&amp; b &gt; c &amp;lt;', 'a < b && b > c &lt;'],
    ['<https://www.ug.dk|ug.dk>', 'ug.dk (https://www.ug.dk)'],
    ['<https://ug.dk|ug.dk>', 'https://ug.dk'],
    ['<https://ug.dk?a=1&amp;b=_x_>', 'https://ug.dk?a=1&b=_x_'],
    ['<mailto:unge@by.example|unge@by.example>', 'unge@by.example'],
    ['<tel:+4555123456|55 12 34 56>', '55 12 34 56 (+4555123456)'],
    [':wave::skin-tone-3: kl. 10:30:00 :ukendt:', '👋 kl. 10:30:00 :ukendt:'],
    ['  luft  ', 'luft'],
  ];
  it.each(cases)('%j becomes %j', (written, read) => {
    expect(plainWords(written, names)).toBe(read);
  });

  it('knows who is mentioned, each once', () => {
    expect(mentionedIn('<@U1> <@W2|x> <@U1> <#C1>')).toEqual(['U1', 'W2']);
  });
});

describe('held back', () => {
  const held: readonly [string, readonly HoldReason[]][] = [
    ['cpr 010190-1234', ['cpr']],
    ['0 1 0 1 9 0 - 1 2 3 4', ['cpr']],
    ['ring til 20 30 40 50', ['phone']],
    ['skriv til mor@hjem.example', ['email']],
    ['se http://intranet/sag/1', ['internal_link']],
    ['se https://esdh.by.local/x', ['internal_link']],
    ['se filer.intern', ['internal_link']],
    ['se http://10.0.0.7:8080/', ['internal_link']],
    ['se 192.168.1.4/sag', ['internal_link']],
    ['se http://2130706433/', ['internal_link']],
    ['se https://localhost:3000/', ['internal_link']],
    ['se http://[::1]/', ['internal_link']],
    ['se HTTPS://Intranet./', ['internal_link']],
    ['se https://anna@intranet/', ['internal_link']],
    [String.raw`se \\server\fælles\sag`, ['internal_link']],
    ['se file:///c:/sag.docx', ['internal_link']],
    ['se https://unge.by.example/desk?enquiry=e1', ['internal_link']],
    ['se unge.by.example/Desk', ['internal_link']],
    ['se https://by.slack.com/archives/C1/p1', ['slack_link']],
    ['se slack://channel?id=C1', ['slack_link']],
    ['cpr 010190-1234 og 20304050 på http://sag/', ['cpr', 'phone', 'internal_link']],
  ];
  it.each(held)('%j for %j', (text, why) => {
    expect(reasons(text)).toEqual(why);
  });

  const free = [
    'Vi ses tirsdag kl. 10.30 i lokale 2.14',
    'Ring til os på 55 12 34 56 eller +45 55123456',
    'Ring til Nærhjælpen 61626364, Livslinien 70 201 201 eller 112',
    'Skriv til unge@by.example. Vi læser det.',
    'Se https://www.ug.dk/uddannelser eller ug.dk',
    'Chatten er på https://unge.by.example/ og der kan du altid skrive',
    'version 1.2.3 og 10.30-11.15',
    'Den 4.1.2027 er fristen',
    'SU er 6.820 kr. om måneden',
    'https://10.by.example og https://deskhuset.dk/desk',
  ];
  it.each(free)('%j may go', (text) => {
    expect(reasons(text)).toEqual([]);
  });

  it('remembers that a CPR number has been taken out already', () => {
    expect(holdReasons('hendes nummer er [CPR fjernet]', true, house)).toEqual(['cpr']);
  });
});
