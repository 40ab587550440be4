/** What every store must do with what an earlier release stored: give it with every field that is known now. */
import { expect, it } from 'vitest';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { hear } from '../../src/domain/triage.ts';
import type { EnquiryId, StaffId } from '../../src/domain/words.ts';
import type { Store } from '../../src/ports.ts';
import { minute, monday, rules, understood } from '../domain/town.ts';
import { changeOf, newId } from './enquiries.ts';
import { eachTest, type OpenStore } from './store-under-test.ts';

/** Written as JSON, for the types of today would not have it. */
function earlierEvents(): readonly EnquiryEvent[] {
  return JSON.parse(`[
    {"type":"EnquiryOpened","channel":"webchat","asker":"youth","language":"da","at":${monday}},
    {"type":"MessageReceived","seq":1,"language":"da","intent":"dropped_out","understood":true,"due":null,"at":${monday}},
    {"type":"BotSaid","seq":2,"says":"answer","choices":[],"at":${monday}},
    {"type":"BotSaid","seq":3,"says":"ask_age","choices":["age:15_17"],"at":${monday}},
    {"type":"HandoffQueued","party":"guidance","urgency":"3_days","intent":"dropped_out","due":${minute(60)},"at":${monday}}
  ]`);
}

function earlierState(id: EnquiryId): Enquiry {
  return JSON.parse(`{"status":"waiting","id":"${id}","version":5,"channel":"webchat","asker":"youth","language":"da",
    "openedAt":${monday},"touchedAt":${monday},"party":"guidance","intent":"dropped_out","ageBand":null,"urgency":"3_days",
    "risk":"none","lastSeq":3,"queuedAt":${monday},"waitsSince":${monday},"due":${minute(60)},"step":0,"called":null,
    "bot":{"choices":["age:15_17"],"misses":0,"crisisAt":null,"noted":false,"askedAge":true}}`);
}

export function earlierContract(open: OpenStore): void {
  let store: Store;
  eachTest(open, (opened) => {
    store = opened.store;
  });

  const opened = async (): Promise<EnquiryId> => {
    const id = newId();
    const empty = { messages: [], notes: [], effects: [], inbox: null, erasedThrough: null };
    const change = { id, expectedVersion: 0, after: earlierState(id), events: earlierEvents(), ...empty };
    expect(await store.commit(change)).toBe('committed');
    return id;
  };

  it('gives the state with every field, and remembers that the age was asked', async () => {
    const { enquiry } = await store.read(await opened());

    expect(enquiry).toMatchObject({
      speaks: null,
      others: [],
      caseFile: null,
      helpers: [],
      intent: 'dropped_out',
      lastSeq: 3,
    });
    expect(enquiry?.bot).toEqual({
      choices: ['age:15_17'],
      misses: 0,
      crisisAt: null,
      noted: false,
      asked: ['ask_age'],
      questions: 0,
      answered: null,
    });
  });

  it('hears the next message, and stores what follows', async () => {
    const id = await opened();
    const { enquiry } = await store.read(id);
    if (enquiry === null) throw new Error('it is not there');
    const heard = { chosen: null, language: 'da', speaks: null, cprRemoved: false } as const;
    const understanding = understood({ intent: 'family_conflict' });

    const draft = hear(enquiry, { understanding, ...heard }, rules, minute(1));
    const outcome = await store.commit(changeOf(id, enquiry, draft.events));

    expect(outcome).toBe('committed');
    expect(draft.says.length).toBeGreaterThan(0);
    expect((await store.read(id)).enquiry).toEqual({ ...draft.state, others: ['family_conflict'] });
  });

  it('stands in the queue, and its journal can be folded', async () => {
    const id = await opened();

    const [row] = await store.queue({ party: 'guidance', staff: 'nobody' as StaffId, duty: false, limit: 10 });
    const journal = await store.journal(id);
    const folded = journal.reduce<Enquiry | null>((state, { event }) => evolve(state, id, event), null);

    expect(row).toMatchObject({ id, others: [], speaks: null });
    expect(folded).toEqual(row);
  });
}
