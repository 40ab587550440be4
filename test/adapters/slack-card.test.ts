/** Every card, conversation and call in every state, within Slack's limits, and saying the same in text as in blocks. */
import { describe, expect, it } from 'vitest';
import { cardOf, type Face, firstWords, type Shown } from '../../adapters/slack/card.ts';
import { detailsOf } from '../../adapters/slack/card-details.ts';
import { batchOf, rootOf, saidIn } from '../../adapters/slack/lane-view.ts';
import type { SlackParts } from '../../adapters/slack/parts.ts';
import type { Called, Enquiry } from '../../src/domain/enquiry.ts';
import type { Message } from '../../src/domain/saying.ts';
import { ageBands, type EnquiryId, outcomes, type StaffId, urgencies } from '../../src/domain/words.ts';
import { redact } from '../../src/understanding/redact.ts';
import { enquiryId, kommune, monday, rules } from '../domain/town.ts';
import { faultsInBlocks } from '../fakes/slack/blocks.ts';

const calendar = {
  inWords: () => 'i dag kl. 14',
  openIntervals: function* () {},
  localTime: () => ({ weekday: 0, minutes: 0 }),
};
const needs = { kommune, intents: rules.intents, calendar, now: monday, publicUrl: 'https://unge.example' };
const giver = 'guidance-staff' as StaffId;

const matter = {
  id: enquiryId,
  version: 9,
  channel: 'webchat',
  asker: 'youth',
  language: 'da',
  speaks: null,
  openedAt: monday,
  touchedAt: monday,
  party: 'guidance',
  intent: [...rules.intents.keys()][1] ?? null,
  others: [...rules.intents.keys()],
  ageBand: null,
  urgency: 'normal',
  risk: 'none',
  lastSeq: 4,
  queuedAt: monday,
  met: true,
  waitsSince: monday,
  due: monday + 1,
  step: 0,
  called: null,
  helpers: [],
  caseFile: null,
  bot: { choices: [], misses: 0, crisisAt: null, noted: false, asked: [], questions: 0, answered: null },
} as const;

const offer = { by: giver, to: 'employment', at: monday, until: monday + 1 } as const;
const statuses: readonly Enquiry[] = [
  { ...matter, status: 'with_bot' },
  { ...matter, status: 'waiting' },
  { ...matter, status: 'waiting', party: 'front_desk' },
  { ...matter, status: 'claimed', claimedBy: giver, helpers: ['guidance-leader' as StaffId] },
  { ...matter, status: 'offered', claimedBy: giver, offer },
  ...outcomes.map((outcome) => ({ ...matter, status: 'closed', closedBy: giver, outcome }) as const),
];

interface Look {
  readonly enquiry: Enquiry;
  readonly face: Face;
  readonly over: boolean;
  readonly here: readonly string[] | null;
}

/** Everything that can differ on a card. */
const looks: readonly Look[] = statuses
  .flatMap((enquiry) =>
    urgencies.map((urgency): Enquiry => ({ ...enquiry, urgency, risk: urgency === 'acute' ? 'acute' : 'none' })),
  )
  .flatMap((enquiry) =>
    [null, 'party', 'leader', 'duty'].map((called) => ({ ...enquiry, called: called as Called | null })),
  )
  .flatMap((enquiry) => [null, ...ageBands].map((ageBand): Enquiry => ({ ...enquiry, ageBand })))
  .flatMap((enquiry) => (['own', 'offer', 'duty'] as const).map((face) => ({ enquiry, face })))
  .flatMap((look) => [true, false].map((over) => ({ ...look, over })))
  .flatMap((look) => [null, ['U1', 'U2']].map((here) => ({ ...look, here })));

const cards = looks.map((look) => {
  const { enquiry, face, over } = look;
  const name = [enquiry.status, enquiry.urgency, enquiry.called, face, over].join(' ');
  return {
    ...look,
    name,
    shown: cardOf({ ...look, words: 'flytteseddel <!channel> & *mig* '.repeat(8).slice(0, 200) }, needs),
  };
});

/** What is wrong with a message, in a sentence or none. */
function faultsOf({ text, blocks }: Shown): readonly string[] {
  const long = text.trim() === '' || text.length > 4_000 ? [`text has ${text.length} characters`] : [];
  return [...long, ...faultsInBlocks(structuredClone(blocks), 'message')];
}

const textsOf = (part: unknown): readonly string[] => {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'text' && typeof value === 'string' ? [value] : textsOf(value),
  );
};

describe('every card', () => {
  it('keeps within Block Kit and has its text', () => {
    const faults = cards.flatMap(({ name, shown }) => faultsOf(shown).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  });

  it('says in its text what its blocks say', () => {
    for (const { shown } of cards) {
      const [title] = textsOf(shown.blocks);
      expect(shown.text.startsWith(String(title).replaceAll('&', '&amp;'))).toBe(true);
    }
  });

  it('shows the citizen’s words to those who may act, and to nobody else', () => {
    for (const { name, shown, enquiry, over } of cards) {
      const may = enquiry.status !== 'with_bot' && enquiry.status !== 'closed' && !over;
      expect([name, JSON.stringify(shown).includes('flytteseddel')]).toEqual([name, may]);
    }
  });

  it('puts nothing but ids in its buttons', () => {
    for (const { shown } of cards) {
      for (const block of shown.blocks.filter(({ type }) => type === 'actions')) {
        for (const { value } of block.elements as { value?: string }[]) expect([undefined, enquiryId]).toContain(value);
      }
    }
  });

  it('offers what the state allows', () => {
    const buttons = (enquiry: Enquiry, face: Face = 'own') =>
      cardOf({ enquiry, face, over: false, here: null, words: '' }, { ...needs, publicUrl: null })
        .blocks.filter(({ type }) => type === 'actions')
        .flatMap((block) => (block.elements as { action_id: string }[]).map(({ action_id }) => action_id));
    const [withBot, waiting, atFront, claimed, offered, closed] = statuses;
    const all = [withBot, waiting, atFront, claimed, offered, closed].map((each) => each && buttons(each));
    expect(all).toEqual([
      [],
      ['claim', 'transfer', 'return', 'details'],
      ['claim', 'transfer', 'details'],
      ['transfer', 'return', 'close', 'open_case', 'remind', 'details'],
      ['details'],
      ['details'],
    ]);
    expect(offered && buttons(offered, 'offer')).toEqual(['accept', 'decline', 'details']);
    expect(claimed && buttons({ ...claimed, called: 'leader' })[0]).toBe('claim');
    expect(claimed && buttons({ ...claimed, channel: 'phone', waitsSince: monday })[0]).toBe('spoke');
    expect(claimed && buttons({ ...claimed, channel: 'phone', waitsSince: null })[0]).toBe('transfer');
  });
});

const said = (seq: number, text: string, more: Partial<Message> = {}): Message => ({
  enquiry: 'e1' as EnquiryId,
  seq,
  from: { kind: 'visitor' },
  text,
  language: 'da',
  at: monday,
  quickReplies: [],
  says: null,
  replyTo: null,
  clientId: null,
  channelData: null,
  ...more,
});

describe('the first words', () => {
  it('are the citizen’s own, masked, and no more than 200 characters', () => {
    const offered = said(2, 'Hvad handler det om?', {
      from: { kind: 'bot' },
      quickReplies: [{ code: 'topic:school', title: 'Skole' }],
    });
    const all = [
      said(1, 'hej'),
      offered,
      said(3, 'Skole'),
      said(4, ''),
      said(5, `ring 20304050 ${'igen '.repeat(80)}`),
    ];

    const words = firstWords(all, redact);

    expect(words).toMatch(/^hej · ring \[telefon fjernet\] igen/);
    expect(words.length).toBeLessThanOrEqual(200);
  });
});

describe('a conversation', () => {
  const parts = {
    file: { content: 'full', channels: new Map() },
    redact,
    publicUrl: 'https://unge.example',
  } as unknown as SlackParts;
  const waiting = statuses[1] as Enquiry;
  const lengths = [1, 300, 2_999, 3_000, 3_001, 9_000, 20_000, 90_000];

  it('keeps within Block Kit however long the messages are', () => {
    for (const length of lengths) {
      for (const word of ['a', '😀', '12 34 56 78 ', 'a@b.dk ', '<!channel> & ', ' \n']) {
        const many = Array.from({ length: 30 }, (_, index) =>
          said(index + 1, word.repeat(Math.ceil(length / word.length))),
        );
        const batch = many.slice(0, batchOf(many));
        expect([length, word, faultsOf(saidIn(batch, parts, waiting))]).toEqual([length, word, []]);
        const letters = textsOf(saidIn(batch, parts, waiting).blocks).join('').length;
        expect(letters).toBeLessThanOrEqual(13_200);
      }
    }
  });

  it('shows what the citizen wrote as plain text that does nothing', () => {
    const shown = saidIn([said(1, '<!channel> <@U1> *fed* :tada: https://x.dk')], parts, waiting);

    const words = shown.blocks.find(({ type }) => type === 'section');
    expect(words?.text).toEqual({
      type: 'plain_text',
      text: '<!channel> <@U1> *fed* :tada: https://x.dk',
      emoji: false,
    });
    expect(shown.text).toContain('&lt;!channel&gt; &lt;@U1&gt;');
  });

  it('shows no words at all in slim mode', () => {
    const slim = { ...parts, file: { content: 'slim', channels: new Map() } } as unknown as SlackParts;
    const shown = saidIn([said(1, 'hemmelig')], slim, waiting);
    expect(JSON.stringify(shown)).not.toContain('hemmelig');
  });

  it('has a first message in every state', () => {
    for (const enquiry of statuses)
      for (const over of [true, false]) expect(faultsOf(rootOf(enquiry, over, kommune))).toEqual([]);
  });

  it('has details within Block Kit, without what the citizen wrote', () => {
    const note = (text: string) => ({ id: 'n', enquiry: enquiryId, by: giver, text, at: monday });
    const journal = Array.from({ length: 300 }, (_, index) => ({
      version: index + 1,
      event: { type: 'HandoffClaimed', by: giver, due: null, at: monday } as const,
    }));
    const view = {
      enquiry: waiting,
      messages: [said(1, 'hemmelig')],
      notes: [note('grund '.repeat(900)), ...'abcdefgh'.split('').map(note)],
      journal,
      readBy: [],
      summarisable: false,
    };
    const shown = detailsOf(view, { kommune, calendar, now: monday, publicUrl: null, redact });
    expect(faultsOf(shown)).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain('hemmelig');
  });
});
