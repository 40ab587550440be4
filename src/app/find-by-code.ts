/** A code is read out on the phone: which enquiries it stands for, of those this person may see. Nothing is read of them. */
import { maySee } from '../domain/access.ts';
import { readCode } from '../domain/code.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import type { Staff } from '../domain/kommune.ts';
import type { Needs } from './needs.ts';

const most = 20;

export async function findByCode({ store }: Needs, staff: Staff, typed: string): Promise<readonly Enquiry[]> {
  const code = readCode(typed);
  const found = code === null ? [] : await store.withCode(code, most);
  return found.filter((enquiry) => maySee(enquiry, staff));
}
