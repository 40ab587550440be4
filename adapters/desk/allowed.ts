/** Which actions the desk offers. Only a courtesy: the use case decides again when one is tried. */
import { helps, mayRelieve, mayTake } from '../../src/domain/access.ts';
import type { Claimed, Enquiry, Offered, Waiting } from '../../src/domain/enquiry.ts';
import type { Staff } from '../../src/domain/kommune.ts';
import { isRemoved, type Message } from '../../src/domain/saying.ts';
import { isSpoken } from '../../src/domain/words.ts';
import type { Action } from './model.ts';

export function isOfferedTo(me: Staff, enquiry: Enquiry): boolean {
  return enquiry.status === 'offered' && enquiry.offer.to === me.party;
}

export function allowedActions(me: Staff, enquiry: Enquiry): Action[] {
  switch (enquiry.status) {
    case 'with_bot':
    case 'closed':
      return [];
    case 'waiting':
      return whileWaiting(me, enquiry);
    case 'claimed':
    case 'offered':
      return [...whileTaken(me, enquiry), ...(isOfferedTo(me, enquiry) ? (['accept', 'decline'] as const) : [])];
  }
}

function whileWaiting(me: Staff, enquiry: Waiting): Action[] {
  if (!mayTake(enquiry, me)) return [];
  return enquiry.party === 'front_desk' ? ['claim', 'transfer'] : ['claim', 'transfer', 'return'];
}

function whileTaken(me: Staff, enquiry: Claimed | Offered): Action[] {
  const answer = isSpoken(enquiry.channel) ? 'spoke' : 'reply';
  if (enquiry.claimedBy !== me.id) {
    const relieves: Action[] = mayRelieve(enquiry, me) ? ['claim'] : [];
    return helps(enquiry, me) ? [...relieves, answer, 'remove_helper'] : relieves;
  }
  const helpers: Action[] = enquiry.helpers.length > 0 ? ['invite_helper', 'remove_helper'] : ['invite_helper'];
  return enquiry.status === 'offered' ? [answer, ...helpers] : [answer, ...helpers, 'transfer', 'return', 'close'];
}

/** What its writer may still do to an answer: put it right while they may answer, take it back always. */
export function allowedOn(me: Staff, enquiry: Enquiry, message: Message): ('correct' | 'remove')[] {
  const { from } = message;
  if (from.kind !== 'staff' || from.staff !== me.id || isRemoved(message)) return [];
  return allowedActions(me, enquiry).includes('reply') ? ['correct', 'remove'] : ['remove'];
}
