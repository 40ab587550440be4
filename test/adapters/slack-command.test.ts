/** `/indgang`: what people write, what is understood, and who is told what. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../adapters/slack/command.ts';
import { forms } from '../../adapters/slack/forms.ts';
import { codeOf } from '../../src/domain/code.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { type FormsTown, formsTown } from '../fakes/slack-forms.ts';

describe('understood', () => {
  it.each([
    ['', { kind: 'help' }],
    ['  hjælp ', { kind: 'help' }],
    ['HELP', { kind: 'help' }],
    ['hja\u0065lp', { kind: 'help' }],
    ['find k7m 2qp', { kind: 'find', code: 'k7m 2qp' }],
    ['find', { kind: 'find', code: '' }],
    ['Ny', { kind: 'new' }],
    ['kø', { kind: 'queue' }],
    ['ko\u0308', { kind: 'unknown', guess: 'kø' }],
    ['fnid K7M2QP', { kind: 'unknown', guess: 'find' }],
    ['hjlp', { kind: 'unknown', guess: 'hjælp' }],
    ['K7M2QP', { kind: 'unknown', guess: 'find K7M2QP' }],
    ['bananer', { kind: 'unknown', guess: null }],
    ['ab', { kind: 'unknown', guess: null }],
  ])('%j', (text, meant) => {
    expect(readCommand(text)).toEqual(meant);
  });
});

describe('answered', () => {
  let town: FormsTown;
  let id: EnquiryId;
  beforeEach(() => {
    town = formsTown();
    id = town.staffSide.arrive({ id: 'enquiry-1', words: 'mit kaldenavn er kolibri' });
  });
  const say = (who: string, text: string) =>
    forms(town).reactions.command?.(
      { kind: 'command', user: 'U', channel: 'C', text, triggerId: 'T' },
      town.acting(who),
    );

  it('Sara finds an enquiry on the code the citizen reads out, with its state and a link', async () => {
    await town.staffSide.act('sara' as StaffId, id, { do: 'claim' });

    const answer = await say('yusuf', `find ${codeOf(id).toLowerCase()}`);

    expect(answer).toContain('Droppet ud af skole');
    expect(answer).toContain('Sara Lund har den');
    expect(answer).toContain('https://desk.example/desk?enquiry=enquiry-1');
    expect(answer).not.toContain('kolibri');
  });

  it('Jonas elsewhere finds nothing under the same code, and is not told that there is something', async () => {
    const code = codeOf(id);
    const other = code === 'BCDFGH' ? 'BCDFGJ' : 'BCDFGH';

    const [his, nobodys] = [await say('jonas', `find ${code}`), await say('jonas', `find ${other}`)];

    expect(his?.replace(code, 'X')).toBe(nobodys?.replace(other, 'X'));
  });

  it('says what a code looks like when it is none', async () => {
    expect(await say('sara', 'find')).toContain('Skriv koden efter find.');
    expect(await say('sara', 'find <!channel>')).toBe('En kode er seks tegn. Prøv igen.');
  });

  it('tells what one has and what waits in the team, and nobody else’s', async () => {
    const mine = town.staffSide.arrive({ id: 'enquiry-2', urgency: 'acute' });
    await town.staffSide.act('sara' as StaffId, mine, { do: 'claim' });

    const [hers, his] = [await say('sara', 'kø'), await say('jonas', 'kø')];

    expect(hers).toMatch(
      /^Du har 1 henvendelse\.\n• .*AKUT.*\n1 henvendelse venter i dit team\.\n• .*siden i dag kl\. 10/,
    );
    expect(his).toBe('Du har ingen henvendelser.\nIngen venter lige nu.');
  });

  it('names ten and counts the rest', async () => {
    for (let index = 0; index < 11; index += 1) town.staffSide.arrive({ id: `more-${index}` });

    const answer = await say('sara', 'kø');

    expect(answer?.match(/•/g)).toHaveLength(10);
    expect(answer).toContain('… og 2 mere.');
  });

  it('opens the window for somebody who calls, and says where to press when it came too late', async () => {
    expect(await say('mette', 'ny')).toBe('Vinduet er åbnet.');
    expect(town.web.asked).toMatchObject([{ method: 'views.open', view: { callback_id: 'new_enquiry' } }]);

    town.web.refuseWindows('expired_trigger_id');
    expect(await say('mette', 'ny')).toContain('Tryk på knappen');
    expect(town.web.asked.at(-1)).toMatchObject({ method: 'tell' });
  });

  it('answers what it does not know with a guess and the help', async () => {
    expect(await say('sara', 'hjlp')).toMatch(
      /^Det ord kender vi ikke\. Mente du: \/indgang hjælp\?\n\nSådan bruger du/,
    );
    expect(await say('sara', 'bananer')).toMatch(/^Det ord kender vi ikke\.\n\nSådan/);
  });

  it('says why to a stranger, and that nothing is lost when our side is away', async () => {
    expect(await say('stranger', 'kø')).toContain('Vi kender dig ikke som medarbejder');
    town.staffSide.break(new UnavailableError('database', 'ECONNREFUSED'));
    expect(await say('sara', 'kø')).toContain('Intet er tabt');
  });
});
