/** The Home tab: what each person finds there, what they can say of themselves, and when it is brought up to date. */
import { beforeEach, describe, expect, it } from 'vitest';
import { availabilityOf, reachable } from '../../adapters/slack/availability.ts';
import { forms } from '../../adapters/slack/forms.ts';
import type { SlackPart, View } from '../../adapters/slack/parts.ts';
import type { CaseFile, CaseFileId } from '../../src/domain/case-file.ts';
import type { EffectId, EnquiryId, StaffId } from '../../src/domain/words.ts';
import { checkedView } from '../fakes/slack/blocks.ts';
import { type FormsTown, formsTown, pressed, slackIsAway, submitted } from '../fakes/slack-forms.ts';

const sara = 'sara' as StaffId;
let town: FormsTown;
let part: SlackPart;
let blockIds = 0;

beforeEach(() => {
  town = formsTown();
  part = forms(town);
});

const open = (who: string) =>
  part.reactions.home_opened?.(
    { kind: 'home_opened', user: town.acting(who).user },
    {
      ...town.acting(who),
    },
  );
const press = (who: string, action: string, value = 'none') =>
  part.reactions.pressed?.[action]?.(
    pressed(action, value, { place: null, viewId: 'V0', user: town.acting(who).user }),
    town.acting(who),
  );
const published = (): readonly View[] =>
  town.web.asked.flatMap((asked) => (asked.method === 'views.publish' ? [asked.view] : []));
const home = (): string => JSON.stringify(published().at(-1));
const tick = async () => {
  await part.tick?.(town.clock.now());
  await part.tick?.(town.clock.now());
};
const effect = 'e' as EffectId;
const changed = async (id: EnquiryId) => {
  const enquiry = await town.reader.enquiry(id);
  if (enquiry) await part.show?.(enquiry, effect);
};

describe('what is there', () => {
  it('Sara sees hers, oldest first, what waits in her team with a button to take it, and what is late in words', async () => {
    const older = town.staffSide.arrive({ id: 'older', urgency: 'acute', intent: 'suicidal_thoughts' });
    town.pass(10);
    const newer = town.staffSide.arrive({ id: 'newer', words: 'mit kaldenavn er kolibri' });
    town.staffSide.arrive({ id: 'waits', intent: 'human_please' });
    for (const id of [newer, older]) await town.staffSide.act(sara, id, { do: 'claim' });

    town.pass(10);
    await open('sara');

    const seen = home();
    expect(seen).toContain('Mine (2)');
    expect(seen.indexOf('Selvmordstanker')).toBeLessThan(seen.indexOf('Droppet ud af skole'));
    expect(seen).toContain('❗ Frist overskredet');
    expect(seen).toContain('Frister i dag (1)');
    expect(seen).toContain('Venter i mit team (1)');
    expect(seen).toContain('"action_id":"claim"');
    expect(seen).toContain('"value":"waits"');
    expect(seen).toContain('https://desk.example/desk?enquiry=older');
    expect(seen).not.toContain('kolibri');
    expect(() => checkedView(JSON.parse(seen), 'home', () => `b${++blockIds}`)).not.toThrow();
  });

  it('what is offered to the party stands among what waits, with who offers it', async () => {
    const id = town.staffSide.arrive({ id: 'offered' });
    await town.staffSide.act(sara, id, { do: 'transfer', party: 'family', reason: 'hjemme' });

    await open('else');
    expect(home()).toContain('tilbudt jer af Sara Lund');
    expect(home()).toContain('"action_id":"accept"');
    await open('sara');
    expect(home()).toContain('tilbudt til Børn og Familie');
  });

  it('cases and today’s reminders are there when there are any', async () => {
    await open('sara');
    expect(home()).not.toContain('Mine sager');
    town.caseFiles.push(aCase());
    const window = submitted('reminder', 'none', { note: 'Ring til skolen', when: 'hour' });
    await part.reactions.submitted?.reminder?.(window, town.acting('sara'));

    await open('sara');

    expect(home()).toContain('Sag 4821');
    expect(home()).toContain('https://desk.example/desk/cases/case-1');
    expect(home()).toContain('du er koordinator');
    expect(home()).toContain('Påmindelser i dag (1)');
    expect(home()).toContain('Ring til skolen');
  });

  it('a stranger reads why there is nothing', async () => {
    await open('stranger');

    expect(home()).toContain('Vi kender dig ikke som medarbejder');
  });

  it('unfolds one list at a time', async () => {
    for (let index = 0; index < 12; index += 1) town.staffSide.arrive({ id: `e-${index}` });
    await open('sara');
    expect(home().match(/"action_id":"claim"/g)).toHaveLength(10);

    await press('sara', 'home_more', 'waiting');
    expect(home().match(/"action_id":"claim"/g)).toHaveLength(12);
    await press('sara', 'home_fewer', 'waiting');
    expect(home().match(/"action_id":"claim"/g)).toHaveLength(10);
  });
});

describe('status', () => {
  const is = (id: string) => availabilityOf(town, id as StaffId);
  const people = () => [town.person('sara'), town.person('yusuf')];

  it('Sara takes a pause: she is called only when nobody else is left', async () => {
    await open('sara');
    await press('sara', 'home_pause', 'pause');

    expect(home()).toContain('✓ Pause');
    expect(await is('sara')).toBe('pause');
    expect((await reachable(town, people())).map(({ id }) => id)).toEqual(['yusuf']);
    expect((await reachable(town, [town.person('sara')])).map(({ id }) => id)).toEqual(['sara']);

    await press('yusuf', 'home_pause', 'pause');
    expect((await reachable(town, people())).map(({ id }) => id)).toEqual(['sara', 'yusuf']);
  });

  it('somebody who is busy can still be called, and a status ends with its day', async () => {
    await press('sara', 'home_busy', 'busy');
    expect(await is('sara')).toBe('busy');
    expect(await reachable(town, people())).toHaveLength(2);

    town.pass(24 * 60);
    expect(await is('sara')).toBe('free');
  });
});

describe('bringing it up to date', () => {
  it('comes after a change at most every fifteen seconds, for those who have opened theirs today', async () => {
    await open('sara');
    const id = town.staffSide.arrive({ id: 'first' });
    await changed(id);
    await tick();
    expect(published()).toHaveLength(1);

    town.pass(0.25);
    await tick();
    expect(published()).toHaveLength(2);
    expect(home()).toContain('"value":"first"');
    expect(town.web.asked.every(({ user }) => user === 'USARA')).toBe(true);

    for (const next of ['second', 'third']) await changed(town.staffSide.arrive({ id: next }));
    town.pass(0.1);
    await tick();
    expect(published()).toHaveLength(2);
    town.pass(0.15);
    await tick();
    expect(published()).toHaveLength(3);
    expect(home()).toContain('Venter i mit team (3)');
  });

  it('what looks the same is not sent again', async () => {
    await open('sara');
    const elsewhere = town.staffSide.arrive({ id: 'elsewhere', party: 'employment' });

    for (let round = 0; round < 4; round += 1) {
      await changed(elsewhere);
      town.pass(0.3);
      await tick();
    }

    expect(published()).toHaveLength(1);
  });

  it('whoever took something sees it at the next tick', async () => {
    const id = town.staffSide.arrive({ id: 'first' });
    await open('sara');
    await town.staffSide.act(sara, id, { do: 'claim' });

    await changed(id);
    await tick();

    expect(published()).toHaveLength(2);
    expect(home()).toContain('Mine (1)');
  });

  it('whoever sent a window sees what came of it at the next tick', async () => {
    const id = town.staffSide.arrive({ id: 'first' });
    await town.staffSide.act(sara, id, { do: 'claim' });
    await open('sara');
    const window = submitted('close', id, { outcome: 'job', why: 'Hun fik en læreplads.' });

    await part.reactions.submitted?.close?.(window, town.acting('sara'));
    await tick();

    expect(published()).toHaveLength(2);
    expect(home()).toContain('Mine (0)');
  });

  it('a deadline that passes is seen though nothing else happens', async () => {
    town.staffSide.arrive({ id: 'first', urgency: 'acute' });
    await open('sara');
    expect(home()).not.toContain('Frist overskredet');

    town.pass(6);
    await tick();

    expect(home()).toContain('Frist overskredet');
  });

  it('a Home tab nobody has opened for a day is left alone, and one that is opened is always sent', async () => {
    await open('sara');
    town.pass(25 * 60);
    await changed(town.staffSide.arrive({ id: 'first' }));
    await tick();
    town.pass(1);
    await tick();
    expect(published()).toHaveLength(1);

    await open('sara');
    await open('sara');
    expect(published()).toHaveLength(3);
  });

  it('waits while Slack is away, and comes when it is back', async () => {
    await open('sara');
    town.pass(1);
    town.web.break(slackIsAway);
    await changed(town.staffSide.arrive({ id: 'first' }));
    await tick();

    town.web.break(null);
    town.pass(2);
    await tick();

    expect(home()).toContain('"value":"first"');
  });

  it('is not sent to a Slack person who has become somebody else', async () => {
    await open('sara');
    town.pass(1);
    await changed(town.staffSide.arrive({ id: 'first' }));
    part = forms({ ...town, people: { ...town.people, bySlack: async () => town.person('jonas') } });

    await tick();

    expect(published()).toHaveLength(1);
  });
});

function aCase(): CaseFile {
  return {
    id: 'case-1' as CaseFileId,
    version: 1,
    code: '4821',
    status: 'open',
    enquiry: 'first' as EnquiryId,
    ageBand: '15_17',
    acuteAt: null,
    past17Half: false,
    openedBy: sara,
    openedAt: 0,
    touchedAt: 0,
    coordinator: sara,
    standIn: null,
    team: [],
    invitations: [],
    consents: [],
    nextStep: null,
    lastContactAt: null,
    closing: null,
  };
}
