/**
 * The use cases as adapters see them: the inbound ports, filled in.
 */

import { findIntruder } from '../domain/case-course.ts';
import { refuse } from '../domain/result.ts';
import type { EnquiryId } from '../domain/words.ts';
import type { ForCases, ForDesks, ForStaff, ForVisitors } from '../ports.ts';
import { actForStaff } from './act-for-staff.ts';
import { actOnCase } from './act-on-case.ts';
import { inTurn } from './commit.ts';
import { decideCase } from './commit-case.ts';
import { draftSummary } from './draft-summary.ts';
import { findByCode } from './find-by-code.ts';
import type { Needs } from './needs.ts';
import { openCase, suggestForCase } from './open-case.ts';
import { openEnquiry } from './open-enquiry.ts';
import { caseNotes, readCase, readMyCases } from './read-case.ts';
import { readForStaff, readQueue, viewOf } from './read-enquiry.ts';
import { receiveMessage } from './receive-message.ts';
import { takeInEnquiry } from './take-in-enquiry.ts';

/** What citizens' channels may ask of us. */
export function forVisitors(needs: Needs): ForVisitors {
  const turn = inTurn();
  return {
    open: (id, channel, asker, language, address) => openEnquiry(needs, { id, channel, asker, language, address }),
    receive: (message) => turn(message.enquiry, () => receiveMessage(needs, message)),
    view: async (id: EnquiryId) => {
      const { enquiry } = await needs.store.read(id);
      return enquiry && viewOf(enquiry);
    },
    messages: (id, after, limit) => needs.store.messages(id, after, limit),
    recent: (id, after) => needs.recent.messages(id, after),
    lastSeqs: (ids) => needs.store.lastSeqs(ids),
  };
}

/** What staff's surfaces may ask of us. Somebody who is not in the municipality's file sees and does nothing. */
export function forStaff(needs: Needs): ForStaff {
  const { staff } = needs.rules.kommune;
  return {
    kommune: needs.rules.kommune,
    queue: async (by) => {
      const person = staff.get(by);
      return person === undefined ? [] : readQueue(needs, person);
    },
    read: async (by, id) => {
      const person = staff.get(by);
      return person === undefined ? refuse('unknown-enquiry') : readForStaff(needs, person, id);
    },
    takeIn: async (by, told) => {
      const person = staff.get(by);
      return person === undefined ? refuse('unknown-staff') : takeInEnquiry(needs, person, told);
    },
    find: async (by, code) => {
      const person = staff.get(by);
      return person === undefined ? [] : findByCode(needs, person, code);
    },
    summarise: async (by, id) => {
      const person = staff.get(by);
      return person === undefined ? refuse('unknown-enquiry') : draftSummary(needs, person, id);
    },
    act: async (by, id, command) => {
      const person = staff.get(by);
      return person === undefined ? refuse('unknown-enquiry') : actForStaff(needs, person, id, command);
    },
  };
}

/** What staff's surfaces may ask of case files. Somebody who is not in the municipality's file sees and does nothing. */
export function forCases(needs: Needs): ForCases {
  const { kommune } = needs.rules;
  const { staff } = kommune;
  return {
    suggest: async (by, enquiry) => {
      const person = staff.get(by);
      return person === undefined ? refuse('unknown-enquiry') : suggestForCase(needs, person, enquiry);
    },
    open: async (by, enquiry, opening) => {
      const person = staff.get(by);
      return person === undefined ? refuse('unknown-enquiry') : openCase(needs, person, enquiry, opening);
    },
    read: async (by, id) => {
      const person = staff.get(by);
      return person === undefined ? refuse('unknown-case') : readCase(needs, person, id);
    },
    act: async (by, id, command) => {
      const person = staff.get(by);
      return person === undefined ? refuse('unknown-case') : actOnCase(needs, person, id, command);
    },
    mine: async (by) => {
      const person = staff.get(by);
      return person === undefined ? [] : readMyCases(needs, person);
    },
    ofEnquiry: (enquiry) => needs.store.cases.ofEnquiry(enquiry),
    intruder: async (id, found) => {
      needs.log.warn({ caseFile: id, staff: found }, 'somebody was in a case channel who may not be');
      await decideCase(needs, id, (state, now) => findIntruder(state, found, kommune, now));
    },
  };
}

/** What the desks of ours read to show it. */
export function forDesks(needs: Needs): ForDesks {
  const { store } = needs;
  return {
    enquiry: async (id) => (await store.read(id)).enquiry,
    messages: (id, after, limit) => store.messages(id, after, limit),
    journal: (id) => store.journal(id),
    caseFile: (id) => store.cases.read(id),
    caseNotes: (id) => caseNotes({ store }, id),
  };
}
