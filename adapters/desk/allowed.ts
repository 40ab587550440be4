/** Which actions the desk offers. Only a courtesy: the use case decides again when one is tried. */
import { mayRelieve, mayTake } from '../../src/domain/access.ts';
import type { Claimed, Enquiry, Offered, Waiting } from '../../src/domain/enquiry.ts';
import type { Staff } from '../../src/domain/kommune.ts';
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
  if (enquiry.claimedBy !== me.id) return mayRelieve(enquiry, me) ? ['claim'] : [];
  return enquiry.status === 'offered' ? ['reply'] : ['reply', 'transfer', 'return', 'close'];
}
