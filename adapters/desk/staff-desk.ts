/**
 * The desk as `StaffDesk`: it holds nothing of its own, so showing and calling is telling open pages to look again.
 * That somebody is called is part of the enquiry's state, which the queue shows; a lost hint is caught by polling.
 */
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Signal, StaffDesk } from '../../src/ports.ts';

export function deskStaffDesk({ signal }: { readonly signal: Signal }): StaffDesk {
  const lookAgain = async (enquiry: Enquiry) => {
    signal.raise('queue');
    signal.raise(enquiry.id);
  };
  return {
    show: lookAgain,
    call: lookAgain,
    showCase: async ({ id, enquiry }) => {
      signal.raise(id);
      signal.raise(enquiry);
    },
  };
}
