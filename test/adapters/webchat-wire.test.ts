/** From our messages to activities and back. */
import { describe, expect, it } from 'vitest';
import { isDeeperThan } from '../../adapters/webchat/json-body.ts';
import { pageMessage } from '../../adapters/webchat/page-state.ts';
import { readActivity, readWatermark, toActivities } from '../../adapters/webchat/wire.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';

const enquiry = 'abc' as EnquiryId;
const asked: Message = {
  enquiry,
  seq: 12,
  at: Date.UTC(2026, 11, 1, 10),
  from: { kind: 'bot' },
  text: 'Hvor gammel er du?',
  language: 'da',
  quickReplies: [{ code: 'age:15_17', title: '15–17 år' }],
  says: 'ask_age',
  replyTo: 11,
  clientId: null,
  channelData: null,
};

describe('a message of the bot', () => {
  it('carries everything a standard client shows, and the codes for our own', () => {
    expect(toActivities([asked], { user: 'dl_me', entrance: 'Ungeindgangen' })).toEqual([
      {
        type: 'message',
        id: 'abc|0000012',
        timestamp: '2026-12-01T10:00:00.000Z',
        channelId: 'directline',
        conversation: { id: 'abc' },
        from: { id: 'indgang', name: 'Ungeindgangen (robot)', role: 'bot' },
        text: 'Hvor gammel er du?',
        textFormat: 'plain',
        locale: 'da',
        replyToId: 'abc|0000011',
        channelData: {
          indgang: { from: 'bot', says: 'ask_age', quickReplies: [{ code: 'age:15_17', title: '15–17 år' }] },
        },
        suggestedActions: { to: ['dl_me'], actions: [{ type: 'imBack', title: '15–17 år', value: '15–17 år' }] },
      },
    ]);
  });
});

describe('a message that the citizen has deleted', () => {
  it('keeps its id and its place, has no text, and says that it is deleted', () => {
    const own = { ...asked, from: { kind: 'visitor' }, text: '', quickReplies: [], says: null, replyTo: null } as const;

    const [activity] = toActivities([{ ...own, clientId: 'c1' }], { user: 'dl_me', entrance: 'Ungeindgangen' });

    expect(activity).toMatchObject({
      type: 'message',
      id: 'abc|0000012',
      text: '',
      from: { id: 'dl_me', role: 'user' },
      channelData: { clientActivityID: 'c1', indgang: { erased: true } },
    });
  });
});

describe('a message of staff', () => {
  const sara = { kind: 'staff', staff: 'sara' as StaffId, name: 'Sara Lund', role: 'ungevejleder' } as const;
  const answer = {
    ...asked,
    from: sara,
    text: 'Hej, jeg er Sara',
    quickReplies: [],
    says: null,
    replyTo: null,
  } as const;
  const view = { user: 'dl_me', entrance: 'Ungeindgangen' };

  it('tells nothing of where they wrote it, on the wire or in the page', () => {
    const written = { ...answer, clientId: 'slack:C0INTERNAL:1700000000.000100' };

    const shown = JSON.stringify([toActivities([written], view), pageMessage(written)]);

    expect(shown).toContain('Hej, jeg er Sara');
    expect(shown).not.toMatch(/slack|C0INTERNAL|1700000000|"sara"/);
  });

  it('that puts another right points at it', () => {
    const corrected = { ...answer, seq: 13, text: 'Rettet: kl. 11', replyTo: 12 };

    expect(toActivities([corrected], view)).toMatchObject([{ text: 'Rettet: kl. 11', replyToId: 'abc|0000012' }]);
  });

  it('that is taken back says so in every client, in the language it was in', () => {
    const gone = { ...answer, text: '' };

    expect(toActivities([gone, { ...gone, language: 'en' }], view)).toMatchObject([
      { id: 'abc|0000012', text: 'Beskeden er fjernet.', channelData: { indgang: { from: 'staff', removed: true } } },
      { text: 'The message has been removed.' },
    ]);
  });
});

describe('an activity of a client', () => {
  it('is read for what is used and nothing else', () => {
    const channelData = { clientActivityID: 'x', indgang: { choice: 'human:yes', more: 1 } };

    expect(readActivity({ type: 'message', text: 'ja tak', from: { id: 'boss' }, channelData })).toEqual({
      ok: true,
      value: { kind: 'message', text: 'ja tak', choice: 'human:yes', clientId: 'x', channelData },
    });
  });

  it('may be a tapped button that sends its value', () => {
    expect(readActivity({ type: 'message', value: 'Ja', channelData: { postBack: true } })).toMatchObject({
      value: { text: 'Ja' },
    });
  });

  it.each([
    [null, 'not-an-activity'],
    ['message', 'not-an-activity'],
    [[], 'not-an-activity'],
    [{ text: 'hej' }, 'not-an-activity'],
    [{ type: 'message', text: 7 }, 'not-an-activity'],
    [{ type: 'message' }, 'empty'],
    [{ type: 'message', text: '\u00a0\n' }, 'empty'],
    [{ type: 'message', value: { a: 1 } }, 'empty'],
    [{ type: 'message', text: 'x', channelData: { a: '\u0000' } }, 'bad-data'],
    [{ type: 'message', text: 'x', channelData: { '\ud800': 1 } }, 'bad-data'],
    [{ type: 'message', text: 'x', channelData: { clientActivityID: 'a b' } }, 'bad-client-id'],
    [{ type: 'message', text: 'x', channelData: { clientActivityID: '' } }, 'bad-client-id'],
  ])('%j is refused: %s', (body, reason) => {
    expect(readActivity(body)).toEqual({ ok: false, reason });
  });

  it('may hold the letters of an escape without being one', () => {
    expect(readActivity({ type: 'message', text: 'x', channelData: { path: 'C:\\u0000' } })).toMatchObject({
      ok: true,
    });
  });
});

describe('a watermark', () => {
  it.each([
    ['12', 12],
    ['0', 0],
    ['', 0],
    ['-', 0],
    ['-1', 0],
    ['1.5', 0],
    ['99999999999999999999', 0],
    [undefined, 0],
    [['1', '2'], 0],
  ])('%j is read as %i', (watermark, seq) => {
    expect(readWatermark(watermark)).toBe(seq);
  });
});

describe('depth of JSON', () => {
  it('counts brackets outside strings alone', () => {
    expect(isDeeperThan(2, '{"a":["[[[[{{{{","\\"[[["]}')).toBe(false);
    expect(isDeeperThan(2, '[[[1]]]')).toBe(true);
    expect(isDeeperThan(2, `"${'['.repeat(100)}`)).toBe(false);
    expect(isDeeperThan(2, ']]]][[[[[[[')).toBe(true);
  });
});
