/** Staff open windows in Slack, send them, close them by mistake and send them twice. */
import { beforeEach, describe, expect, it } from 'vitest';
import { forms } from '../../adapters/slack/forms.ts';
import type { Answer, SlackPart, View } from '../../adapters/slack/parts.ts';
import { codeOf } from '../../src/domain/code.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import { UnavailableError } from '../../src/ports.ts';
import { type FormsTown, formsTown, keysUnder, pressed, slackIsAway, submitted } from '../fakes/slack-forms.ts';

const sara = 'sara' as StaffId;
const words = 'mit kaldenavn er kolibri';
let town: FormsTown;
let part: SlackPart;
let id: EnquiryId;

beforeEach(() => {
  town = formsTown();
  part = forms(town);
  id = town.staffSide.arrive({ id: 'enquiry-1', words });
});

const press = (who: string, action: string, value: string, more = {}) =>
  part.reactions.pressed?.[action]?.(pressed(action, value, more), town.acting(who));
const send = async (who: string, ...window: Parameters<typeof submitted>): Promise<Answer | undefined> =>
  part.reactions.submitted?.[window[0]]?.(submitted(...window), town.acting(who));
const claimed = () => town.staffSide.act(sara, id, { do: 'claim' });
const now = () => town.reader.enquiry(id);
const last = () => town.web.asked.at(-1);
const shown = (): View => {
  const asked = last();
  if (asked === undefined || !('view' in asked)) throw new Error('no window was opened');
  return asked.view;
};
const notesOf = async () => {
  const seen = await town.staffSide.read(sara, id);
  return seen.ok ? seen.value.notes.map(({ text }) => text) : [];
};

describe('opening', () => {
  it('Sara hands on what she has: the window names the enquiry by an opaque id and says none of the citizen’s words', async () => {
    await claimed();

    await press('sara', 'transfer', id);

    expect(shown()).toMatchObject({ callback_id: 'transfer', private_metadata: id });
    expect(JSON.stringify(shown())).toContain('Droppet ud af skole');
    expect(JSON.stringify(shown())).not.toContain('kolibri');
  });

  it.each([
    ['a colleague of hers, to whom the window is not opened', 'yusuf', 'close', 'Sara Lund har henvendelsen.'],
    ['somebody elsewhere, who is not told what it is', 'jonas', 'transfer', 'Vi kan ikke finde henvendelsen'],
    ['one who was offered nothing', 'sara', 'decline', 'Der er ikke længere noget tilbud at svare på.'],
    ['a stranger', 'stranger', 'close', 'Vi kender dig ikke som medarbejder'],
  ])('says why to %s', async (_, who, action, why) => {
    await claimed();

    await press(who, action, id);

    expect(town.web.asked).toHaveLength(1);
    expect(last()).toMatchObject({ method: 'whisper', message: { text: expect.stringContaining(why) } });
  });

  it.each(['expired_trigger_id', 'exchanged_trigger_id'])(
    'what came too late (%s) gives a button that opens it after all',
    async (code) => {
      await claimed();
      town.web.refuseWindows(code);
      await press('sara', 'close', id);
      expect(last()).toMatchObject({ method: 'whisper', message: { text: expect.stringContaining('Intet er tabt') } });
      expect(JSON.stringify(last())).toContain(`"action_id":"close"`);
      expect(JSON.stringify(last())).toContain(`"value":"${id}"`);

      town.web.refuseWindows(null);
      await press('sara', 'close', id);

      expect(shown()).toMatchObject({ callback_id: 'close' });
    },
  );

  it('a window that opens from nowhere in particular is offered again by direct message', async () => {
    await part.reactions.pressed?.new_enquiry?.(pressed('new_enquiry', 'none', { place: null }), {
      ...town.acting('mette'),
      triggerId: null,
    });

    expect(last()).toMatchObject({ method: 'tell', user: 'UMETTE' });
  });

  it('what Slack refuses for another reason is a mistake of ours, and is not hidden', async () => {
    await claimed();
    town.web.refuseWindows('invalid_arguments');

    await expect(press('sara', 'close', id)).rejects.toThrow('invalid_arguments');
  });
});

describe('sending', () => {
  it('Sara hands on, with why and what was promised in the note that only staff read', async () => {
    await claimed();

    const answer = await send('sara', 'transfer', id, {
      to: 'family',
      why: 'Det er hjemme.',
      promised: 'Et opkald i dag',
    });

    expect(answer).toBeNull();
    expect(await now()).toMatchObject({ status: 'offered', offer: { by: 'sara', to: 'family' } });
    expect(await notesOf()).toEqual(['Det er hjemme.\n\nLovet borgeren: Et opkald i dag']);
  });

  it('Else says no to the offer, and Sara has it as before', async () => {
    await town.staffSide.act(sara, id, { do: 'transfer', party: 'family', reason: 'hjemme' });

    expect(await send('else', 'decline', id, { why: 'Hun er fyldt 18.' })).toBeNull();

    expect(await now()).toMatchObject({ status: 'claimed', claimedBy: 'sara' });
  });

  it('what is missing is said at its field, and nothing is done', async () => {
    await claimed();

    expect(await send('sara', 'transfer', id, { to: null, why: '  ', promised: null })).toEqual({
      errors: { to: 'Vælg et sted.', why: 'Skriv hvorfor.' },
    });
    expect(await send('sara', 'close', id, { outcome: null, why: '' })).toEqual({
      errors: { outcome: 'Vælg, hvordan det endte.', why: 'Skriv kort, hvad der skete.' },
    });
    expect(await send('sara', 'return', id, { why: null })).toEqual({ errors: { why: 'Skriv hvorfor.' } });
    expect(town.staffSide.tried).toEqual([{ do: 'claim' }]);
  });

  it('what the domain refuses is said at the field, and can be corrected in the same window', async () => {
    await claimed();
    const refused = await send('sara', 'transfer', id, { to: 'guidance', why: 'videre' });
    expect(refused).toEqual({ errors: { to: 'Den er her allerede. Vælg et andet sted.' } });

    expect(await send('sara', 'transfer', id, { to: 'family', why: 'videre' })).toBeNull();

    expect(await now()).toMatchObject({ status: 'offered' });
  });

  it('when our side is away the person reads that nothing is lost, and sends it again later', async () => {
    await claimed();
    town.staffSide.break(new UnavailableError('database', 'ECONNREFUSED'));
    const away = await send('sara', 'close', id, { outcome: 'job', why: 'Hun fik en læreplads.' });
    expect(away).toEqual({ errors: { why: expect.stringContaining('Intet er tabt') } });

    town.staffSide.break(null);
    town.pass(1);
    expect(await send('sara', 'close', id, { outcome: 'job', why: 'Hun fik en læreplads.' })).toBeNull();

    expect(await now()).toMatchObject({ status: 'closed', outcome: 'job' });
  });

  it('a memory that is away loses nothing either', async () => {
    await claimed();
    town.memory.failing = new UnavailableError('database', 'ECONNREFUSED');

    expect(await send('sara', 'return', id, { why: 'sygdom' })).toMatchObject({ errors: { why: expect.any(String) } });
  });

  it('a stranger is told why nothing is done', async () => {
    expect(await send('stranger', 'close', id, { outcome: 'job', why: 'x' })).toMatchObject({
      errors: { why: expect.stringContaining('Vi kender dig ikke') },
    });
  });
});

describe('the same window twice', () => {
  it('gives back once: a second return would send it on to the front desk', async () => {
    await claimed();

    const answers = [
      await send('sara', 'return', id, { why: 'sygdom' }),
      await send('sara', 'return', id, { why: 'sygdom' }),
    ];

    expect(answers).toEqual([null, null]);
    expect(await now()).toMatchObject({ status: 'waiting', party: 'guidance' });
    expect(await notesOf()).toEqual(['sygdom']);
  });

  it('does it once when both come at the same moment', async () => {
    await claimed();

    await Promise.all([1, 2, 3].map(() => send('sara', 'return', id, { why: 'sygdom' })));

    expect(await notesOf()).toEqual(['sygdom']);
    expect(await now()).toMatchObject({ status: 'waiting', party: 'guidance' });
  });

  it('does it once when the second comes while the first is at work, and says so', async () => {
    await claimed();
    const atWork = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const slow = forms({
      ...town,
      staffSide: {
        ...town.staffSide,
        act: async (...command) => {
          atWork.resolve();
          await goOn.promise;
          return town.staffSide.act(...command);
        },
      },
    });
    const window = submitted('return', id, { why: 'sygdom' });
    const first = slow.reactions.submitted?.return?.(window, town.acting('sara'));
    await atWork.promise;

    const second = await send('sara', 'return', id, { why: 'sygdom' });
    goOn.resolve();

    expect(second).toEqual({ errors: { why: 'Vi er ved at gemme det. Prøv igen om lidt.' } });
    expect(await first).toBeNull();
    expect(await now()).toMatchObject({ status: 'waiting', party: 'guidance' });
  });

  it('a crash after the work and before the mark does not do it again', async () => {
    await claimed();
    const dying = forms({
      ...town,
      staffSide: {
        ...town.staffSide,
        act: async (...command) => {
          await town.staffSide.act(...command);
          throw new Error('killed');
        },
      },
    });
    const window = submitted('return', id, { why: 'sygdom' });
    await expect(dying.reactions.submitted?.return?.(window, town.acting('sara'))).rejects.toThrow('killed');

    town.pass(1);
    expect(await send('sara', 'return', id, { why: 'sygdom' })).toBeNull();

    expect(await notesOf()).toEqual(['sygdom']);
    expect(await now()).toMatchObject({ status: 'waiting', party: 'guidance' });
  });

  it('a crash before the work leaves it to be done', async () => {
    await claimed();
    const act = async () => {
      throw new Error('killed');
    };
    const dying = forms({ ...town, staffSide: { ...town.staffSide, act } });
    const window = submitted('return', id, { why: 'sygdom' });
    await expect(dying.reactions.submitted?.return?.(window, town.acting('sara'))).rejects.toThrow('killed');

    town.pass(1);
    await send('sara', 'return', id, { why: 'sygdom' });

    expect(await now()).toMatchObject({ status: 'waiting' });
  });
});

describe('somebody calls', () => {
  const told = {
    channel: 'phone',
    asker: 'parent',
    words,
    topic: 'dropped_out',
    age: '15_17',
    urgency: 'same_day',
    keep: [],
  };

  it('Mette takes it in: it waits where it belongs, and she reads the code out', async () => {
    const answer = await send('mette', 'new_enquiry', 'none', told);

    const [enquiry] = await town.staffSide.queue(sara).then((all) => all.filter(({ channel }) => channel === 'phone'));
    expect(enquiry).toMatchObject({ status: 'waiting', party: 'guidance', asker: 'parent', urgency: 'same_day' });
    expect(JSON.stringify(answer)).toContain(`Kode: ${codeOf(enquiry?.id ?? id)}`);
    expect(JSON.stringify(answer)).toContain('Den venter hos Ungevejledningen (UU).');
  });

  it('Mette keeps it herself', async () => {
    const answer = await send('mette', 'new_enquiry', 'none', { ...told, keep: ['keep'] });

    expect(JSON.stringify(answer)).toContain('Du har henvendelsen.');
    expect(await town.staffSide.queue('mette' as StaffId)).toMatchObject([{ status: 'claimed', claimedBy: 'mette' }]);
  });

  it('needs only how it came, who asks and what they say', async () => {
    const empty = await send('mette', 'new_enquiry', 'none', { channel: null, asker: null, words: ' ' });
    expect(empty).toEqual({
      errors: {
        channel: 'Vælg telefon eller skranke.',
        asker: 'Vælg, hvem der henvender sig.',
        words: 'Skriv kort, hvad borgeren siger.',
      },
    });

    const least = { channel: 'counter', asker: 'youth', words, topic: null, age: null, urgency: null, keep: null };
    expect(await send('mette', 'new_enquiry', 'none', least)).toMatchObject({ update: { type: 'modal' } });
  });

  it('is taken in once when the window is sent twice, with the same code', async () => {
    const first = await send('mette', 'new_enquiry', 'none', told);
    const second = await send('mette', 'new_enquiry', 'none', told);

    expect(second).toEqual(first);
    expect((await town.staffSide.queue(sara)).filter(({ channel }) => channel === 'phone')).toHaveLength(1);
  });
});

describe('drafts', () => {
  const typed = (values: Record<string, string | null>, callback = 'close', about: string = id) =>
    press('sara', 'draft', '', { place: null, viewId: 'V1', view: { callback, about, values } });

  it('what Sara has begun stands there when she opens the window again, and only for her and that enquiry', async () => {
    await claimed();
    const other = town.staffSide.arrive({ id: 'enquiry-2' });
    await town.staffSide.act(sara, other, { do: 'claim' });
    await typed({ outcome: 'job', why: 'Hun fik en lære' });
    await typed({ outcome: 'job', why: 'Hun fik en læreplads' });

    await press('sara', 'close', id);
    expect(JSON.stringify(shown())).toContain('"initial_value":"Hun fik en læreplads"');
    expect(JSON.stringify(shown())).toContain('"initial_option":{"value":"job"');
    expect(JSON.stringify(shown())).toContain('Det, du skrev sidst, er sat ind igen.');
    expect(shown().private_metadata).toBe(id);

    await press('sara', 'close', other);
    expect(JSON.stringify(shown())).not.toContain('læreplads');
    await press('sara', 'return', id);
    expect(JSON.stringify(shown())).not.toContain('læreplads');
  });

  it('what Slack tells of a closed window counts only when nothing was reported while it was written', async () => {
    await claimed();
    const closed = async (values?: Record<string, string | null>) => {
      const dismissed = { kind: 'dismissed', callback: 'close', user: 'U', about: id } as const;
      const happening = values === undefined ? dismissed : { ...dismissed, values };
      await part.reactions.dismissed?.close?.(happening, town.acting('sara'));
      await press('sara', 'close', id);
      return JSON.stringify(shown());
    };

    expect(await closed({ why: 'Hun fik en læreplads' })).toContain('Hun fik en læreplads');
    await typed({ why: 'Hun fik en læreplads og en bolig' });

    for (const values of [undefined, {}, { why: null }, { why: 'Hun fik en læreplads' }]) {
      expect(await closed(values)).toContain('og en bolig');
    }
  });

  it('is forgotten once it has been sent, also when a late keystroke comes after', async () => {
    await claimed();
    await typed({ why: 'Hun fik en læreplads' });

    await send('sara', 'close', id, { outcome: 'job', why: 'Hun fik en læreplads' });
    await typed({ why: 'Hun fik en læreplads' });

    expect(await keysUnder(town, 'slack.draft/')).toEqual([]);
  });

  it('is forgotten when everything is deleted in the window, and after thirty days', async () => {
    await claimed();
    await typed({ why: 'Hun' });
    await typed({ why: '' });
    expect(await keysUnder(town, 'slack.draft/')).toEqual([]);

    await typed({ why: 'Hun' });
    town.pass(30 * 24 * 60);
    await press('sara', 'close', id);
    expect(JSON.stringify(shown())).not.toContain('Hun');
    await part.tick?.(town.clock.now());
    expect(await keysUnder(town, 'slack.draft/')).toEqual([]);
  });

  it('windows hold opaque ids only', async () => {
    await claimed();
    await typed({ why: 'kolibri' });

    await press('sara', 'close', id);

    const { private_metadata, callback_id } = shown();
    expect([private_metadata, callback_id].join()).not.toContain('kolibri');
  });
});

it('when Slack is away nothing is swallowed: whoever gave us the press tries again', async () => {
  await claimed();
  town.web.break(slackIsAway);

  await expect(press('sara', 'close', id)).rejects.toThrow(UnavailableError);
});
