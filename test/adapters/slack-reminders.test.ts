/** Reminders: asked for, told once when they are due, put off, finished, and listed in the morning. */
import { beforeEach, describe, expect, it } from 'vitest';
import { forms } from '../../adapters/slack/forms.ts';
import type { SlackPart, Web } from '../../adapters/slack/parts.ts';
import { codeOf } from '../../src/domain/code.ts';
import { day, hour, monday } from '../domain/town.ts';
import { type FormsTown, formsTown, keysUnder, pressed, slackIsAway, submitted } from '../fakes/slack-forms.ts';

let town: FormsTown;
let part: SlackPart;

beforeEach(() => {
  town = formsTown();
  part = forms(town);
});

type Values = Parameters<typeof submitted>[2];
const ask = async (values: Values, viewId = 'V1') =>
  part.reactions.submitted?.reminder?.(submitted('reminder', 'none', values, viewId), town.acting('sara'));
const tick = () => part.tick?.(town.clock.now());
const told = () => town.web.asked.flatMap((asked) => (asked.method === 'tell' ? [asked.message.text] : []));
const passTo = async (at: number) => {
  town.pass((at - town.clock.now()) / 60_000);
  await tick();
};
const press = (action: string, id = 'V1') =>
  part.reactions.pressed?.[action]?.(pressed(action, id, { place: { channel: 'D1', ts: '1.1' } }), town.acting('sara'));
const kept = () => keysUnder(town, 'slack.reminder/');
const inAnHour = { note: 'Ring til skolen', when: 'hour' };

describe('asking', () => {
  it.each([
    ['an hour', { when: 'hour' }, hour(1)],
    ['tomorrow, when the doors open at nine', { when: 'tomorrow' }, day(1) - 60 * 60_000],
    [
      'a chosen day and time, by the clocks there',
      { when: 'chosen', day: '2027-01-07', time: '13:30' },
      Date.UTC(2027, 0, 7, 12, 30),
    ],
    [
      'a time in summer, by the clocks then',
      { when: 'chosen', day: '2027-07-01', time: '13:30' },
      Date.UTC(2027, 6, 1, 11, 30),
    ],
  ])('Sara is reminded in %s', async (_, when, at) => {
    expect(await ask({ note: 'Ring til skolen', ...when })).toBeNull();

    await passTo(at - 1);
    expect(told().filter((text) => text.startsWith('⏰'))).toEqual([]);
    await passTo(at);
    expect(told().filter((text) => text.startsWith('⏰'))).toEqual(['⏰ Påmindelse: Ring til skolen']);
  });

  it('on a Friday the next morning is Monday’s', async () => {
    town.pass(4 * 24 * 60);
    await ask({ note: 'Ring', when: 'tomorrow' });

    await passTo(day(7) - 60 * 60_000 - 1);
    expect(told()).toEqual([]);
    await passTo(day(7) - 60 * 60_000);
    expect(told()).toHaveLength(1);
  });

  it.each([
    [{}, { note: 'Skriv, hvad du skal huske.', when: 'Vælg hvornår.' }],
    [{ note: 'x' }, { when: 'Vælg hvornår.' }],
    [
      { note: 'x', when: 'chosen' },
      { day: 'Vælg en dag.', time: 'Vælg et klokkeslæt.' },
    ],
    [{ note: 'x', when: 'chosen', day: '2027-01-05', time: null }, { time: 'Vælg et klokkeslæt.' }],
    [{ note: 'x', when: 'chosen', day: null, time: '09:00' }, { day: 'Vælg en dag.' }],
    [{ note: 'x', when: 'chosen', day: '2027-01-04', time: '10:00' }, { time: 'Tidspunktet er gået. Vælg et senere.' }],
    [{ note: 'x', when: 'chosen', day: '2037-01-04', time: '10:00' }, { day: 'Vælg et tidspunkt inden for et år.' }],
  ])('what is missing in %j is said at its field', async (values: Values, errors) => {
    expect(await ask(values)).toEqual({ errors });
    expect(await kept()).toEqual([]);
  });

  it('a number that identifies somebody does not go to Slack', async () => {
    await ask({ note: 'Ring til 12345678', when: 'hour' });

    await passTo(hour(1));

    expect(told()).toEqual(['⏰ Påmindelse: Ring til [telefon]']);
  });

  it('one about an enquiry names it by its code and leads to it', async () => {
    const id = town.staffSide.arrive({ id: 'enquiry-1', words: 'mit kaldenavn er kolibri' });
    await part.reactions.submitted?.reminder?.(submitted('reminder', id, inAnHour), town.acting('sara'));

    await passTo(hour(1));

    expect(told()).toEqual([`⏰ Påmindelse: Ring til skolen\nHenvendelse ${codeOf(id)}`]);
    expect(JSON.stringify(town.web.asked)).toContain('https://desk.example/desk?enquiry=enquiry-1');
    expect(JSON.stringify(town.web.asked)).not.toContain('kolibri');
  });

  it('a window sent twice is one reminder', async () => {
    await ask(inAnHour);
    await ask(inAnHour);

    expect(await kept()).toEqual(['slack.reminder/sara/V1']);
  });
});

describe('telling', () => {
  it('is done once, however often it is looked at and by how many', async () => {
    const other = forms(town);
    await ask(inAnHour);
    town.pass(60);

    await Promise.all([tick(), other.tick?.(town.clock.now()), tick()]);
    town.pass(5);
    await Promise.all([tick(), other.tick?.(town.clock.now())]);

    expect(told()).toHaveLength(1);
  });

  it('is done once when the process dies between telling and noting it', async () => {
    await ask(inAnHour);
    town.pass(60);
    const tell: Web['tell'] = async (...said) => {
      await town.web.tell(...said);
      throw new Error('killed');
    };
    await expect(forms({ ...town, web: { ...town.web, tell } }).tick?.(town.clock.now())).rejects.toThrow('killed');

    town.pass(2);
    await tick();
    town.pass(2);
    await tick();

    expect(told()).toHaveLength(1);
  });

  it('waits while Slack is away, and holds up nobody else', async () => {
    await ask(inAnHour);
    await ask({ note: 'Ring til mor', when: 'hour' }, 'V2');
    town.pass(60);
    town.web.break(slackIsAway);
    await tick();

    town.web.break(null);
    town.pass(2);
    await tick();

    expect(told()).toHaveLength(2);
  });

  it('waits for somebody who is not found in Slack, and is given up after a month', async () => {
    await ask(inAnHour);
    const people = { ...town.people, slackOf: async () => null };
    const lost = forms({ ...town, people });
    for (const days of [1, 10, 29]) {
      town.pass(days * 24 * 60);
      await lost.tick?.(town.clock.now());
    }

    expect(told()).toEqual([]);
    expect(await kept()).toEqual([]);
  });
});

describe('in the message', () => {
  it('Sara puts it off for an hour, and again until the morning', async () => {
    await ask(inAnHour);
    await passTo(hour(1));

    await press('reminder_hour');
    expect(town.web.asked.at(-1)).toMatchObject({
      method: 'edit',
      message: { text: '⏰ Udskudt til i dag kl. 12: Ring til skolen' },
    });
    await passTo(hour(2));
    expect(told()).toHaveLength(2);

    await press('reminder_tomorrow');
    await passTo(hour(9));
    expect(told()).toHaveLength(2);
    await passTo(day(1) - 60 * 60_000);
    expect(told()).toHaveLength(3);
  });

  it('Sara is finished with it: it is gone for good, and pressing again does no harm', async () => {
    await ask(inAnHour);
    await passTo(hour(1));

    await press('reminder_done');
    expect(town.web.asked.at(-1)).toMatchObject({ method: 'edit', message: { text: '✅ Færdig: Ring til skolen' } });
    expect(await kept()).toEqual([]);

    for (const action of ['reminder_done', 'reminder_hour']) {
      await press(action);
      expect(town.web.asked.at(-1)).toMatchObject({ message: { text: 'Påmindelsen findes ikke længere.' } });
    }
    expect(await kept()).toEqual([]);
  });

  it('nobody touches another’s reminder', async () => {
    await ask(inAnHour);

    await part.reactions.pressed?.reminder_done?.(pressed('reminder_done', 'V1'), town.acting('jonas'));

    expect(await kept()).toEqual(['slack.reminder/sara/V1']);
  });

  it('one that nobody touches is forgotten after a month', async () => {
    await ask(inAnHour);
    await passTo(hour(1));

    await passTo(day(32));

    expect(await kept()).toEqual([]);
    expect(told()).toHaveLength(1);
  });
});

describe('in the morning', () => {
  const tomorrowAt = (time: string) => ({ when: 'chosen', day: '2027-01-05', time });
  const opening = day(1) - 60 * 60_000;

  it('Sara gets one list of what comes that day, whoever sends it', async () => {
    await ask({ note: 'Ring til skolen', ...tomorrowAt('13:00') });
    await ask({ note: 'Skriv til mor', ...tomorrowAt('10:30') }, 'V2');
    const other = forms(town);

    await passTo(opening - 1);
    expect(told()).toEqual([]);
    town.pass(1);
    await Promise.all([tick(), other.tick?.(town.clock.now())]);
    town.pass(3);
    await Promise.all([tick(), other.tick?.(town.clock.now())]);

    expect(told()).toEqual([
      'Du har 2 påmindelser i dag.\n• i dag kl. 10.30: Skriv til mor\n• i dag kl. 13: Ring til skolen',
    ]);
  });

  it('leaves out what was told before the doors opened', async () => {
    await ask({ note: 'Ring til skolen', ...tomorrowAt('07:00') });
    await ask({ note: 'Skriv til mor', ...tomorrowAt('10:30') }, 'V2');

    for (const at of [opening - 2 * 60 * 60_000, opening]) await passTo(at);

    expect(told()).toEqual([
      '⏰ Påmindelse: Ring til skolen',
      'Du har 1 påmindelse i dag.\n• i dag kl. 10.30: Skriv til mor',
    ]);
  });

  it('comes again on the next day that has any, and not for what is finished', async () => {
    await ask({ note: 'Ring til skolen', ...tomorrowAt('13:00') });
    await ask({ note: 'Skriv til mor', when: 'chosen', day: '2027-01-07', time: '12:00' }, 'V2');
    await press('reminder_done', 'V1');

    for (const at of [opening, opening + day(1) - monday]) await passTo(at);
    expect(told()).toEqual([]);
    await passTo(opening + day(2) - monday);

    expect(told()).toEqual(['Du har 1 påmindelse i dag.\n• i dag kl. 12: Skriv til mor']);
  });
});
