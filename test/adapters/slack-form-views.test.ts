/** Every window and Home tab that forms show, in every state, is one that Slack takes. */
import { describe, expect, it } from 'vitest';
import { enquiryForms, handingOn } from '../../adapters/slack/form-handing-on.ts';
import { findView, foundView, newEnquiryView, takenInView } from '../../adapters/slack/form-new.ts';
import { reminderView } from '../../adapters/slack/form-reminder.ts';
import { type HomeRow, homeView, strangerView } from '../../adapters/slack/home.ts';
import { availabilities, type HomeList, homeLists } from '../../adapters/slack/home-memory.ts';
import type { View } from '../../adapters/slack/parts.ts';
import { dueMessage, listMessage } from '../../adapters/slack/reminders.ts';
import { loadIntents } from '../../intents/load.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import { monday } from '../domain/town.ts';
import { checkedBlocks, checkedView } from '../fakes/slack/blocks.ts';
import { type FormsTown, formsTown } from '../fakes/slack-forms.ts';

let blockIds = 0;
const nextId = () => `b${++blockIds}`;
const takes = (view: View, as: 'modal' | 'home') => () => checkedView(JSON.parse(JSON.stringify(view)), as, nextId);

const long = 'ærligt & <talt> '.repeat(400);
const bare = null;
const everything = {
  to: 'family',
  why: long,
  promised: long,
  outcome: 'job',
  words: long,
  note: long,
  channel: 'phone',
};
const more = { asker: 'parent', topic: 'dropped_out', age: '15_17', urgency: 'acute', keep: ['keep'], when: 'chosen' };
const drafts = [
  bare,
  {},
  { ...everything, ...more, day: '2027-01-05', time: '09:30' },
  { to: 'no such place', topic: '?' },
];

/** One enquiry in each state that has a window. */
async function enquiries({ staffSide }: FormsTown): Promise<readonly Enquiry[]> {
  const waiting = staffSide.arrive({ id: 'waiting' });
  const claimed = staffSide.arrive({ id: 'claimed', urgency: 'acute' });
  const offered = staffSide.arrive({ id: 'offered' });
  const sara = 'sara' as StaffId;
  await staffSide.act(sara, claimed, { do: 'claim' });
  await staffSide.act(sara, offered, { do: 'transfer', party: 'family', reason: 'familien' });
  const seen = await Promise.all([waiting, claimed, offered].map((id: EnquiryId) => staffSide.read(sara, id)));
  return seen.flatMap((each) => (each.ok ? [each.value.enquiry] : []));
}

describe('windows about an enquiry', () => {
  for (const form of handingOn) {
    it(`${form} is one that slack takes, whatever was written before`, async () => {
      const { kommune, ...town } = formsTown();
      const all = await enquiries({ kommune, ...town });
      expect(all).toHaveLength(3);

      for (const enquiry of all) {
        for (const draft of drafts) {
          const view = enquiryForms[form].draw({ enquiry, kommune, facts: long.slice(0, 300), draft });
          expect(takes(view, 'modal')).not.toThrow();
          expect(view).toMatchObject({ callback_id: form, private_metadata: enquiry.id, notify_on_close: true });
        }
      }
    });
  }

  it('offers every place but the one that has it, by name', async () => {
    const { kommune, ...town } = formsTown();
    const [enquiry] = await enquiries({ kommune, ...town });
    if (!enquiry) throw new Error('nobody waits');

    const view = JSON.stringify(enquiryForms.transfer.draw({ enquiry, kommune, facts: 'a', draft: null }));

    expect(view).toContain('Børn og Familie');
    expect(view).not.toContain('Ungevejledningen (UU)');
  });
});

describe('other windows', () => {
  it('a new enquiry can be about everything in the catalogue of the real municipality', () => {
    const { intents } = loadIntents('intents', 'eksempel');

    for (const draft of drafts) expect(takes(newEnquiryView(intents, draft), 'modal')).not.toThrow();
  });

  it('the code to read out, a search and what it found are windows slack takes', () => {
    for (const view of [takenInView('K7M2QP', 'Du har henvendelsen.'), findView(), foundView(long)]) {
      expect(takes(view, 'modal')).not.toThrow();
    }
  });

  it('a reminder can be set about an enquiry or about none', () => {
    const { calendar, kommune } = formsTown();
    for (const draft of drafts) {
      for (const facts of [null, 'Droppet ud af skole']) {
        const view = reminderView({ calendar, kommune, now: monday, about: 'none', facts, draft });
        expect(takes(view, 'modal')).not.toThrow();
        expect(JSON.stringify(view)).toContain('I morgen kl. 9');
      }
    }
  });

  it('messages about reminders are ones slack takes', () => {
    const { calendar } = formsTown();
    const reminder = {
      id: 'V1',
      staff: 'sara' as StaffId,
      about: null,
      note: long.slice(0, 500),
      at: monday,
      told: false,
    };
    const many = Array.from({ length: 150 }, (_, index) => ({ ...reminder, id: `V${index}` }));

    const about = 'enquiry-1' as EnquiryId;
    const due = [dueMessage(reminder, null), dueMessage({ ...reminder, about }, 'https://desk.example')];
    for (const { text, blocks } of [...due, listMessage({ calendar }, many, monday)]) {
      expect(text).not.toBe('');
      expect(() => checkedBlocks(JSON.parse(JSON.stringify(blocks)), nextId)).not.toThrow();
    }
  });
});

describe('the Home tab', () => {
  const offers = [null, { do: 'claim', id: 'e1' }, { do: 'open', url: 'https://desk.example' }] as const;
  const row = (index: number): HomeRow => ({
    title: long.slice(0, 400),
    facts: [long, `${index}`],
    offers: offers[index % 3] ?? null,
  });
  const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index));
  const listsOf = (count: number) =>
    Object.fromEntries(homeLists.map((list) => [list, rows(count)])) as Record<HomeList, HomeRow[]>;

  it('is one that slack takes with nobody, few and hundreds waiting, folded and unfolded', () => {
    for (const count of [0, 1, 10, 11, 300]) {
      for (const expanded of [null, ...homeLists]) {
        for (const availability of availabilities) {
          const view = homeView({ availability, expanded, lists: listsOf(count) });
          expect(takes(view, 'home')).not.toThrow();
        }
      }
    }
    expect(takes(strangerView(), 'home')).not.toThrow();
  });

  it('says in words that nobody waits, and marks the chosen status in words', () => {
    const view = JSON.stringify(homeView({ availability: 'pause', expanded: null, lists: listsOf(0) }));

    expect(view).toContain('Ingen venter lige nu.');
    expect(view).toContain('✓ Pause');
    expect(view).not.toContain('✓ Ledig');
  });

  it('shows ten rows and says how many more there are', () => {
    const folded = JSON.stringify(
      homeView({ availability: 'free', expanded: null, lists: { ...listsOf(0), mine: rows(12) } }),
    );
    const unfolded = JSON.stringify(
      homeView({ availability: 'free', expanded: 'mine', lists: { ...listsOf(0), mine: rows(35) } }),
    );

    expect(folded.match(/"section"/g)).toHaveLength(11);
    expect(folded).toContain('Vis flere (2)');
    expect(unfolded.match(/"section"/g)).toHaveLength(31);
    expect(unfolded).toContain('Og 5 mere.');
  });
});
