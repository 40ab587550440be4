import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadIntents } from '../../intents/load.ts';
import { botMessages } from '../../src/app/bot-texts.ts';
import { kommuneCalendar } from '../../src/calendar.ts';
import { say, startDraft } from '../../src/domain/draft.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { open } from '../../src/domain/evolve.ts';
import type { Message, Saying } from '../../src/domain/saying.ts';
import type { AgeBand, Asker, IntentId } from '../../src/domain/words.ts';
import { foreignLanguages } from '../../src/domain/words.ts';
import { enquiryId } from '../domain/town.ts';

const { kommune, intents, topics, texts, languages } = loadIntents(
  join(import.meta.dirname, '../../intents'),
  'eksempel',
);
const calendar = kommuneCalendar(kommune);
const rules = { kommune, intents, topics, openIntervals: calendar.openIntervals };
/** Monday 4 January 2027 in Copenhagen. */
const monday = (hour: number): number => Date.UTC(2027, 0, 4, hour - 1);
const noon = monday(12);

function enquiry(asker: Asker = 'youth', part: Partial<Enquiry> = {}): Enquiry {
  const fresh = open(enquiryId, { type: 'EnquiryOpened', channel: 'webchat', asker, language: 'da', at: 0 });
  return { ...fresh, ...part } as Enquiry;
}
function said(saying: Saying, state: Enquiry = enquiry(), now = noon): Message {
  const [message] = botMessages({ rules, texts, languages, calendar }, say(startDraft(state), now, saying), now);
  if (message === undefined) throw new Error('nothing was said');
  return message;
}
const crisis = (intent: string | null): Saying => ({ kind: 'crisis', intent: intent as IntentId | null });
const waiting = { kind: 'still_waiting', party: 'guidance', due: monday(16) } as const;

/** The help lines alone, in order. */
function linesIn({ text }: Message): readonly string[] {
  return text.split('\n').flatMap((row) => /^(?<name>.+): .+ \(.+\)$/u.exec(row)?.groups?.name ?? []);
}

describe('what is said in a language we have fixed texts in', () => {
  it.each(foreignLanguages)('in %s: who we are and who can see it, danger, handing over and the wait', (speaks) => {
    const { texts: own } = languages.get(speaks) ?? { texts: null };
    const state = enquiry('youth', { speaks });
    const first = (text: string | undefined): string => text?.split(/[{\n]/)[0] ?? '?';

    const greeting = said({ kind: 'foreign' }, state);
    expect(greeting.language).toBe(speaks);
    for (const key of ['greeting', 'who_sees', 'interpreter'] as const) {
      expect(greeting.text).toContain(first(own?.[key]));
    }
    expect(said(crisis('suicidal_thoughts'), state).text).toContain(first(own?.crisis));
    expect(linesIn(said(crisis('suicidal_thoughts'), state)).length).toBeGreaterThanOrEqual(2);
    expect(said({ ...waiting, kind: 'handed_over' }, state).text).toContain(first(own?.handed_over));
    expect(said(waiting, state).text).toContain(first(own?.waiting));
    expect(said(waiting, state).text).toContain('Ungevejledningen');
  });

  it('is else Danish and English, on the buttons too', () => {
    const { text, quickReplies } = said({ kind: 'ask_safe' }, enquiry('youth', { speaks: 'pl' }));

    expect(text).toBe(`${texts.ask_safe.da}\n\n${texts.ask_safe.en}`);
    expect(quickReplies).toContainEqual({
      code: 'safe:no',
      title: `${texts.safe_no.da} / ${texts.safe_no.en}`,
    });
  });
});

describe('help lines', () => {
  const at = (ageBand: AgeBand | null, intent: string, now: number, asker: Asker = 'youth') =>
    linesIn(said(crisis(intent), enquiry(asker, { ageBand }), now));

  it.each(['under_15', '15_17'] as const)('for %s name BørneTelefonen', (ageBand) => {
    expect(at(ageBand, 'suicidal_thoughts', noon)).toContain('BørneTelefonen');
  });

  it.each(['18_24', '25_plus'] as const)('for %s do not', (ageBand) => {
    expect(at(ageBand, 'suicidal_thoughts', noon)).not.toContain('BørneTelefonen');
  });

  it('name what is made for the matter', () => {
    expect(at('15_17', 'violence_close', noon)).toContain('Lev Uden Vold');
    expect(at(null, 'poisoning_overdose', noon)).toContain('Giftlinjen');
    expect(at('15_17', 'suicidal_thoughts', noon)).not.toContain('Giftlinjen');
  });

  it('put a line with hours of its own first while it is open, and last at night', () => {
    const cared = (now: number) =>
      linesIn(
        said({ kind: 'care', intent: 'parents_divorce' as IntentId }, enquiry('youth', { ageBand: '15_17' }), now),
      );

    expect(cared(monday(12))[0]).toBe('Børnenes Skilsmissetelefon');
    expect(cared(monday(23))[0]).not.toBe('Børnenes Skilsmissetelefon');
  });

  it('never name ForældreTelefonen, whose hours we do not know, and never stand alone', () => {
    for (const ageBand of [null, 'under_15', '15_17', '18_24', '25_plus'] as const) {
      for (const { id, group } of intents.values()) {
        if (group !== 'A') continue;
        const lines = at(ageBand, id, monday(3), 'parent');
        expect(lines.length, `${id} ${ageBand}`).toBeGreaterThanOrEqual(2);
        expect(lines).not.toContain('ForældreTelefonen');
      }
    }
  });
});

describe('whoever writes', () => {
  it('is greeted as who they are', () => {
    const greeting: Saying = { kind: 'greeting', topics: [] };

    expect(said(greeting, enquiry('youth')).text).toContain('Dine forældre kan ikke se chatten');
    expect(said(greeting, enquiry('parent')).text).toContain('Du kan ikke se, om dit barn har skrevet');
    for (const asker of ['professional', 'citizen'] as const) {
      expect(said(greeting, enquiry(asker)).text).not.toContain('Dine forældre');
    }
  });

  it('for somebody else is asked about that somebody', () => {
    expect(said({ kind: 'ask_safe' }, enquiry('parent')).text).toBe(texts.ask_safe_other.da);
    expect(said({ kind: 'care', intent: null }, enquiry('professional')).text).toContain('hvordan den unge har det');
    expect(said({ kind: 'ask_age' }, enquiry('parent')).text).toBe(texts.ask_age_parent.da);
  });

  it('is promised a time while it can be kept, and told the truth when it has passed', () => {
    expect(said(waiting).text).toContain('senest i dag kl. 16');
    const late = said(waiting, enquiry('youth', { step: 1 }));
    expect(late.text).toContain('Det tager længere tid');
    expect(late.text).not.toContain('senest');
  });
});
