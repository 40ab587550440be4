import { describe, expect, it } from 'vitest';
import { commit, forgetOnSignal } from '../../src/app/commit.ts';
import type { Needs } from '../../src/app/needs.ts';
import { recentlyStored } from '../../src/app/recent.ts';
import { emit, startDraft } from '../../src/domain/draft.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { EnquiryEvent } from '../../src/domain/enquiry-event.ts';
import { open } from '../../src/domain/evolve.ts';
import type { Message } from '../../src/domain/saying.ts';
import type { Change } from '../../src/ports.ts';
import { enquiryId, minute, monday } from '../domain/town.ts';
import { fakeSignal } from '../fakes/visitors.ts';

const fresh = open(enquiryId, {
  type: 'EnquiryOpened',
  channel: 'webchat',
  asker: 'youth',
  language: 'da',
  at: monday,
});
const received = (seq: number): EnquiryEvent => {
  const heard = { language: 'da', speaks: null, intent: null, also: [], understood: true, due: null } as const;
  return { type: 'MessageReceived', seq, ...heard, at: minute(seq) };
};
const erasing = (through: number): EnquiryEvent => ({ type: 'TextsErased', through, at: minute(through) });

function message(seq: number, text: string): Message {
  const rest = { language: 'da', quickReplies: [], says: null, replyTo: null };
  return {
    ...rest,
    enquiry: enquiryId,
    seq,
    from: { kind: 'visitor' },
    text,
    at: seq,
    clientId: 'c',
    channelData: text,
  };
}

/** One process: what it stores, and what it remembers. */
function processWith(signal = fakeSignal()) {
  const changes: Change[] = [];
  let storing = Promise.resolve();
  const store = {
    commit: async (change: Change) => {
      changes.push(change);
      await storing;
      return 'committed' as const;
    },
  };
  const recent = recentlyStored();
  const needs = { store, recent, signal, jobs: { wake: () => {} } } as unknown as Needs;
  forgetOnSignal(needs);
  const stores = (before: Enquiry, seq: number, text: string, ...more: readonly EnquiryEvent[]) => {
    const draft = emit(startDraft(before), received(seq), ...more);
    return commit(needs, before, draft, minute(seq), { messages: [message(seq, text)] });
  };
  const remembered = () => JSON.stringify([recent.state(enquiryId), recent.messages(enquiryId, 0)]);
  return {
    changes,
    remembered,
    stores,
    /** Lets the database answer what is asked from now on when it is told to. */
    hold: () => {
      let answer = () => {};
      storing = new Promise<void>((resolve) => {
        answer = resolve;
      });
      return answer;
    },
  };
}

describe('a commit that deletes texts', () => {
  it('says up to where, and brings the deleting message without its words', async () => {
    const one = processWith();

    await one.stores(fresh, 1, 'kolibri', erasing(1));

    expect(one.changes[0]).toMatchObject({ erasedThrough: 1, messages: [{ seq: 1, text: '', channelData: null }] });
    expect(one.remembered()).not.toContain('kolibri');
  });

  it('says nothing when nothing is deleted', async () => {
    const one = processWith();

    await one.stores(fresh, 1, 'kolibri');

    expect(one.changes[0]).toMatchObject({ erasedThrough: null, messages: [{ text: 'kolibri' }] });
  });

  it('leaves nothing in memory although an earlier answer of the database comes late', async () => {
    const signal = fakeSignal();
    signal.deaf = true;
    const one = processWith(signal);
    const answerFirst = one.hold();
    const first = one.stores(fresh, 1, 'kolibri');
    const answerSecond = one.hold();
    const second = one.stores(emit(startDraft(fresh), received(1)).state, 2, 'slet', erasing(2));
    answerFirst();
    await first;
    expect(one.remembered()).toContain('kolibri');
    answerSecond();
    await second;

    expect(one.remembered()).not.toContain('kolibri');
  });

  it('makes the other processes forget what they stored before', async () => {
    const signal = fakeSignal();
    const [here, there] = [processWith(signal), processWith(signal)];
    await there.stores(fresh, 1, 'kolibri');
    expect(there.remembered()).toContain('kolibri');

    await here.stores(emit(startDraft(fresh), received(1)).state, 2, 'slet', erasing(2));

    expect(there.remembered()).toBe('[null,[]]');
  });
});
